# Stories, comments, tags and boxes. Explanations stand in the English file.

home-title = قصص من قرّائنا
home-more = المزيد من القصص
home-earlier = قصص سابقة
home-invite = شارك قصصك وصورك ومقاطع الفيديو مع { $site }، وربما مع العالم كله.
home-invite-button = أرسل قصتك
home-invite-promise = لا تحتاج إلى حساب، وأنت من يقرر هل يظهر اسمك.
home-empty = لا توجد قصص بعد
home-empty-more = قد تكون القصة الأولى هنا قصتك أنت.

story-by = قصة من { $name }
story-by-reader = قصة أرسلها أحد القرّاء
story-credit = { $kind ->
    [film] الفيديو: { $name }
    [sound] التسجيل الصوتي: { $name }
   *[picture] الصورة: { $name }
}
story-credit-reader = { $kind ->
    [film] الفيديو: أرسله أحد القرّاء
    [sound] التسجيل الصوتي: أرسله أحد القرّاء
   *[picture] الصورة: أرسلها أحد القرّاء
}
story-how-title = كيف وصلت إلينا هذه القصة
story-how = أرسل أحد القرّاء هذه القصة عبر «كن جزءًا من { $site }». وقد اطّلع عليها المحررون وتحققوا منها قبل نشرها.
story-gone = سُحبت هذه القصة ولم تعد هنا. وأُزيلت صورها أيضًا.

story-corrected = صُحّحت في { $when }
story-correction-title = تصحيح
story-tags = الوسوم
story-checked-title = ما الذي تحققنا منه
story-related = المزيد حول هذا الموضوع
story-print = اطبع هذه القصة
story-light-on = وفّر البيانات: اعرض صورًا صغيرة
story-light-off = اعرض الصور بجودتها الكاملة

story-field-tags = الوسوم
story-field-tags-hint = موضوع القصة، مع فاصلة بين كل وسم وآخر: فيضان، أربيل، إنقاذ
story-field-checked = ما الذي جرى التحقق منه
story-field-checked-hint = يرى القرّاء هذا تحت القصة وبلغتها: بمن اتُّصل، وأي مكان قورن، وما الذي لا يُعرف.
story-field-correction = التصحيح
story-field-correction-hint = ما كان خطأً وصار صحيحًا. يراه القرّاء تحت القصة مع وقته. الأحدث أولًا.
story-tag-too-long = الوسم طويل جدًا. الحد الأقصى لعدد الأحرف هو { $max }.
story-tags-too-many = الوسوم كثيرة جدًا. الحد الأقصى لعددها هو { $max }.
story-note-too-long = النص طويل جدًا. الحد الأقصى لعدد الأحرف هو { $max }.

compose-title = إعداد قصة
compose-back = العودة إلى المساهمة
compose-saved = حُفظت المسودة. لم يُنشر منها شيء بعد.
compose-stale-title = سبقك شخص آخر
compose-stale = غيّر أحد الزملاء هذه القصة بعد أن فتحتها. ما كتبته ما زال هنا، ولم يُحفظ. إذا حفظت أو نشرت الآن فسيحل ما كتبته محل ما كتبه زميلك.
compose-stale-look = اطّلع على القصة كما هي الآن
compose-is-public = هذه القصة منشورة. ما تغيّره هنا يتغيّر هناك فورًا.
compose-see-public = اطّلع على الصفحة المنشورة
compose-field-title = العنوان
compose-field-body = النص
compose-field-body-hint = السطر الفارغ يبدأ فقرة جديدة.
compose-field-language = لغة النص
compose-field-byline = اسم صاحب القصة
compose-field-byline-hint = يريد المساهم أن يُذكر اسمه. اكتب هنا كلمات أخرى بدل الاسم، أو اتركه فارغًا كي لا يُذكر.
compose-byline-unnamed = لم يوافق المساهم على ذكر اسمه، ولذلك لا يمكن أن تحمل القصة اسمًا.
compose-field-place = المكان
compose-pictures = الصور
compose-pictures-none = لا توجد صور يمكن استخدامها.
compose-pictures-hint = اختر صور القصة. الصورة ذات الرقم الأصغر تأتي أولًا.
compose-picture-use = استخدم هذه الصورة
compose-picture-order = الترتيب
compose-picture-caption = التعليق
compose-picture-alt = الوصف
compose-picture-alt-hint = ما الذي تُظهره الصورة، لمن لا يستطيع رؤيتها.
compose-save = احفظ المسودة
compose-publish = انشر
compose-update = احفظ وحدّث الصفحة المنشورة
compose-sent = ما أرسله القارئ
compose-sent-hint = يبقى هذا كما هو، مهما كتبت في القصة.
compose-sent-consent = الموافقة
compose-sent-place = المكان
compose-sent-happened = متى حدث ذلك
compose-sent-when = وقت الإرسال
compose-title-missing = اكتب عنوانًا.
compose-title-too-long = العنوان طويل جدًا. الحد الأقصى لعدد الأحرف هو { $max }.
compose-body-missing = اكتب نصًا، أو اختر صورة واحدة على الأقل.
compose-body-too-long = النص طويل جدًا. الحد الأقصى لعدد الأحرف هو { $max }.
compose-language-missing = اختر لغة النص.
compose-byline-too-long = اسم صاحب القصة طويل جدًا. الحد الأقصى لعدد الأحرف هو { $max }.
compose-place-too-long = اسم المكان طويل جدًا. الحد الأقصى لعدد الأحرف هو { $max }.
compose-order-not-a-number = ترتيب الصورة عدد صحيح، مثل ١ أو ٢.
compose-caption-too-long = التعليق أو الوصف طويل جدًا. الحد الأقصى لعدد الأحرف هو { $max }.
