# The desk of the editors. Readers and contributors never see it, but for the states and the reasons for
# declining, which the receipt page shows, too. Explanations stand in the English file.

state-received = واردة
state-in-review = قيد المراجعة
state-needs-reply = بانتظار رد
state-accepted = مقبولة
state-published = منشورة
state-declined = غير مقبولة
state-withdrawn = مسحوبة
state-spam = محتوى مزعج

decline-not-verified = لم نتمكن من التحقق منها بما يكفي لنشرها.
decline-already-covered = لدينا من قبل قصة عن هذا الموضوع.
decline-not-for-us = هي خارج ما نغطّيه في الوقت الحالي.
decline-quality = لا يمكن استخدام النص أو الصور على حالها.
decline-safety = قد يعرّض نشرها أحدًا للخطر.
decline-rules = لا تتفق مع قواعد غرفة الأخبار لدينا.

change-stale = تغيّرت هذه المساهمة بعد أن فتحتها. لم يُنفَّذ شيء. هذا وضعها الآن.
change-withdrawn = سُحبت هذه المساهمة. لا يمكن فعل شيء آخر بها.
change-published = قصتها منشورة. عدّل القصة، أو اسحب المساهمة.
change-already = سبق اتخاذ قرار بشأنها. أعد فتحها قبل أن تتخذ قرارًا جديدًا.
change-not-accepted = لا تصبح المساهمة قصة إلا إذا قُبلت.

consent-blocks-ask-first = يريد المساهم أن يُسأل أولًا، ولم يوافق بعد.
consent-blocks-information-only = أرسلها المساهم لعلمكم فقط. لا تُنشر أبدًا.

desk-consent-named = يجوز نشرها مع ذكر اسم المساهم.
desk-consent-anonymous = يجوز نشرها، ولكن من دون ذكر اسم المساهم.
desk-consent-ask-first = لا يجوز نشرها إلا بعد أن يوافق المساهم.
desk-consent-information-only = لا يجوز نشرها أبدًا.

desk-title = مكتب التحرير
desk-untitled = (بلا عنوان)

desk-back = كل المساهمات
desk-text = ما أُرسل
desk-text-empty = لم يُرسل نص.
desk-facts = معلومات عنها
desk-sent-at = وقت الوصول
desk-name = الاسم
desk-email = البريد الإلكتروني
desk-none = لم يُذكر
desk-place = المكان، بحسب المساهم
desk-happened-at = الوقت، بحسب المساهم
desk-language = لغة الرد
desk-declined-why = السبب
desk-declined-note = ملاحظة إلى المساهم
desk-consent = الموافقة
desk-consent-given = أُعطيت وفق الشروط، النسخة { $version }
desk-publication = النشر
desk-publication-possible = يمكن إعداد قصة منها ونشرها.
desk-publication-not = لا يمكن نشرها الآن.
desk-story-make = إعداد قصة
desk-story-edit = فتح القصة
desk-story-public = قراءتها كما نُشرت

desk-pictures = الملفات
desk-no-files = لم تُرسل ملفات.
desk-picture-alt = الصورة { $number } من المساهمة؛ تُفتح بحجم كبير
desk-file-waiting = بانتظار الفحص
desk-file-processing = قيد الفحص
desk-file-ready = جاهز
desk-file-refused = مرفوض
desk-film-alt = الفيلم { $number } من المساهمة
desk-sound-alt = الصوت { $number } من المساهمة
desk-waveform = شدة الصوت من البداية إلى النهاية
desk-film-moments = لحظات
desk-film-progress = قيد الترميز؛ ويمكن مشاهدة ما أُنجز منه.
desk-film-percent = { $percent }٪
desk-film-making = يمكن مشاهدته. ما زالت تُعد نسخ للشبكات الضعيفة.
desk-file-duration = المدة
desk-file-name = اسم الملف
desk-file-pixels = العرض × الارتفاع
desk-file-dimensions = { $width } × { $height }
desk-file-size = الحجم
desk-file-hash = بصمة SHA-256 للملف الأصلي
desk-size-kilobytes = { $kilobytes } كيلوبايت
desk-size-megabytes = { $megabytes } ميغابايت

desk-original-open = الملف الأصلي…
desk-original-damaged = وُجد الملف الأصلي المحفوظ متغيرًا أو مفقودًا. أبلغ من يدير الخادم: قد يكون في نسخة احتياطية.
desk-original-title = أصل الملف { $number }
desk-repeats = وصل أيضًا مع
desk-repeat-exact = الملف نفسه
desk-repeat-near = مشابه
desk-original-careful = بحذر
desk-original-what = هذا هو الملف كما أُرسل تمامًا. لم ينظفه أحد: قد يضر الحاسوب الذي يفتحه، وقد يكشف من أنشأه وأين ومتى.
desk-original-advice = افتحه على حاسوب مخصص لذلك فقط، ولا تمرره إلى غيرك. ينتهي اسمه بـ ‎.bin كي لا يفتحه أي برنامج بالخطأ.
desk-original-sealed-at = مختوم منذ
desk-original-why = لماذا تحتاج إليه؟
desk-original-why-hint = بضع كلمات لزملائك. لا تذكر اسم المساهم.
desk-original-why-missing = اذكر لماذا تحتاج إلى الملف الأصلي.
desk-original-why-too-long = الحد الأقصى لعدد الأحرف هو { $most }.
desk-original-audit = سيُذكر في السجل أنك فتحته، ومتى ولماذا.
desk-original-take = تنزيل الملف الأصلي
desk-original-back = العودة إلى المساهمة
desk-original-not-yet = الملف الأصلي ليس جاهزًا بعد. حاول مرة أخرى بعد بضع دقائق.
desk-original-offline-only = لا يفتح هذا الملف الأصلي إلا مفتاح هيئة التحرير المحفوظ خارج الخادم. اسأل من يحتفظ به.
desk-original-no-key = المفتاح الذي يفتح هذا الملف الأصلي ليس على هذا الخادم. أبلغ من يديره.
desk-original-look = الملف { $number }: { $why }
desk-original-file = الملف { $number }

desk-decide = اتخاذ القرار
desk-take = بدء المراجعة
desk-accept = قبول
desk-decline = عدم القبول
desk-spam = محتوى مزعج
desk-reopen = إعادة الفتح
desk-reason = لماذا لا نستخدمها؟
desk-reason-hint = يقرأ المساهم هذه الكلمات.
desk-reason-missing = اختر لماذا لا نستخدمها.
desk-note = كلمات أخرى إلى المساهم
desk-note-hint = تظهر مع الإيصال كما تكتبها.
desk-note-too-long = الملاحظة طويلة جدًا. الحد الأقصى لعدد الأحرف هو { $most }.
desk-decline-send = عدم القبول لهذا السبب
desk-withdraw = سحبها نيابة عن المساهم
desk-withdraw-sure = لا تفعل ذلك إلا بطلب من المساهم: تُزال قصتها وصورها من الصفحات العامة نهائيًا. لا يمكن التراجع عن ذلك.
desk-withdraw-confirm = طلب المساهم ذلك
desk-withdraw-unconfirmed = أكّد أن المساهم طلب ذلك.
desk-withdraw-yes = اسحبها

desk-done-opened = هي الآن قيد المراجعة.
desk-done-accepted = قُبلت. يمكنك إعداد قصة منها.
desk-done-declined = لم تُقبل. يمكن للمساهم قراءة السبب مع الإيصال.
desk-done-spam = وُضعت عليها علامة محتوى مزعج.
desk-done-reopened = هي مفتوحة من جديد.
desk-done-withdrawn = سُحبت. وإذا كانت لها قصة منشورة فهي قيد الإزالة.

desk-conflict-colleague = سبقك أحد الزملاء ({ $name }): «{ $what }»، { $when }. لم يُنفَّذ شيء مما طلبته.
desk-conflict-you = سبق أن فعلت شيئًا هنا: «{ $what }»، { $when }. لم يُنفَّذ شيء آخر.
desk-conflict-contributor = سبقك المساهم: «{ $what }»، { $when }. لم يُنفَّذ شيء مما طلبته.
desk-conflict-now = هذا وضعها الآن:
desk-conflict-note = لم تُرسل ملاحظتك. ها هي هنا كي لا تضيع:

desk-history = السجل
desk-event-sent = أُرسلت
desk-event-files-added = أُضيفت ملفات
desk-event-acknowledged = أُكّد وصولها بالبريد الإلكتروني
desk-event-opened = بدأت مراجعتها
desk-event-accepted = قُبلت
desk-event-declined = لم تُقبل
desk-event-spam = عُدّت محتوى مزعجًا
desk-event-reopened = أُعيد فتحها
desk-event-published = نُشرت
desk-event-story-edited = عُدّلت القصة
desk-event-withdrawn = سُحبت
desk-event-original-opened = فُتح الملف الأصلي
desk-event-original-damaged = وُجد الملف الأصلي متغيرًا أو مفقودًا
desk-event-other = حدث شيء آخر
desk-by-contributor = المساهم
desk-by-program = هذا البرنامج
