# The form by which readers send a story and photos, and the page with the receipt that follows it.
# Who reads this may be in a hurry, on a phone, afraid, or all three: short sentences, plain words, no promises
# that the newsroom cannot keep. Explanations stand in the English file.

contribute-title = أرسل قصتك
contribute-lede = أخبر { $site } بما رأيت أو بما تعرف. بالكلمات أو بالصور أو بكليهما.

contribute-promise-title = يمكنك أن تخبرنا باطمئنان
contribute-promise-account = لا تحتاج إلى حساب، ولست مضطرًا إلى أن تقول من أنت.
contribute-promise-traces = لا نحفظ عنوانك على الإنترنت ولا نوع الجهاز الذي تستخدمه.
contribute-promise-photos = تكشف الصور أين ومتى التُقطت. نحن نزيل ذلك من كل ما ننشره. ولا يطّلع على الصور الأصلية إلا محررونا.
contribute-promise-withdraw = تحصل على رمز إيصال. به تعرف ما حدث لقصتك، وبه يمكنك سحبها في أي وقت.
contribute-care = يُرجى ألا تعرّض نفسك أو غيرك للخطر أبدًا من أجل صورة أو قصة.

contribute-title-label = ما الموضوع؟
contribute-title-hint = سطر واحد لا يتجاوز عدد أحرفه { $count }.
contribute-body-label = قصتك
contribute-body-hint = ماذا حدث، ومن كان هناك، وكيف عرفت؟ يمكنك ترك هذا فارغًا إذا كانت الصور تقول كل شيء.
contribute-files-label = الصور
contribute-files-hint = عدد الصور { $count } على الأكثر (JPEG أو HEIC أو PNG أو WebP أو AVIF أو GIF)، وحجم كل منها { $megabytes } ميغابايت على الأكثر، وحجمها معًا { $total } ميغابايت على الأكثر.
contribute-place-label = أين حدث ذلك؟
contribute-place-hint = بكلماتك أنت: بلدة، أو شارع، أو معلم معروف.
contribute-happened-label = متى حدث ذلك؟
contribute-happened-hint = بكلماتك أنت: «أمس ظهرًا»، «الشتاء الماضي».
contribute-name-label = اسمك
contribute-name-hint = لا نحتاج إليه إلا إذا سمحت لنا بالنشر باسمك. اكتبه كما تريد أن يُنشر.
contribute-email-label = عنوان بريدك الإلكتروني
contribute-email-hint = لن يظهر للعموم. ولن نراسلك عليه إلا بشأن هذه المساهمة. رمز إيصالك يعمل من دونه.
contribute-language-label = بأي لغة نردّ عليك؟
contribute-language-hint = اكتب قصتك بأي لغة تشاء.

contribute-kept-legend = هذه الملفات موجودة هنا من قبل. لا حاجة إلى اختيارها من جديد.
contribute-kept-remove = إزالة { $name } ({ $size })
contribute-kilobytes = { $count } كيلوبايت
contribute-megabytes = { $count } ميغابايت

upload-hint = عدد الصور أو مقاطع الفيديو #1 على الأكثر، وحجم كل منها #2 على الأكثر. يبدأ إرسالها فور اختيارها، وإذا انقطعت الشبكة تابعت من تلقاء نفسها.
upload-kilobytes = # كيلوبايت
upload-gigabytes = # غيغابايت
upload-of = #1 من #2
upload-percent = #٪
upload-seconds = الوقت المتبقي بالثواني: نحو #
upload-minutes = الوقت المتبقي بالدقائق: نحو #
upload-hours = الوقت المتبقي بالساعات: نحو #
upload-pause = إيقاف مؤقت
upload-resume = متابعة
upload-retry = إعادة المحاولة
upload-choose = اختيار الملف من جديد
upload-queued = ينتظر دوره
upload-paused = متوقف مؤقتًا
upload-done = وصل وهو في أمان
upload-lost = للمتابعة، اختر الملف نفسه من جديد
upload-broken = انقطع الاتصال. سيتابع من تلقاء نفسه.
upload-offline = لا توجد شبكة. سيتابع من تلقاء نفسه عند عودتها.
upload-refused = تعذّر أخذ هذا الملف.
upload-other = هذا ملف آخر: اسمه أو حجمه مختلف.
upload-files = وصل #1 من #2 من الملفات
upload-all = وصلت كل الملفات
upload-total = كل الملفات معًا
upload-holds = في هذه الصورة:
upload-holds-place = المكان الذي التُقطت فيه
upload-holds-time = الوقت
upload-holds-device = الجهاز
upload-holds-never = يستطيع محررونا رؤية ذلك، أما القراء فلن يروه أبدًا.
upload-holds-nothing = ليس في هذه الصورة مكان ولا وقت ولا جهاز.
upload-hold = ستُرسل قصتك من تلقاء نفسها فور وصول الملفات. يُرجى إبقاء هذه الصفحة مفتوحة.
upload-hold-offline = لا توجد شبكة. ستُرسل قصتك من تلقاء نفسها عند عودة الشبكة. يُرجى إبقاء هذه الصفحة مفتوحة.
upload-hold-stuck = بعض الملفات لم يصل. انظر إليها في الأعلى، أو أرسل من دونها.
upload-hold-without = إرسال الآن من دون الملفات غير المكتملة
upload-hold-not-yet = عدم الإرسال الآن
upload-unfinished = لديك ملفات غير مكتملة
upload-unfinished-more = بقيت على هذا الجهاز عندما غادرت. لم يضع شيء مما أُرسل.
upload-go-on = متابعة إرسالها
upload-forget = نسيانها
upload-forgotten = نُسيت الملفات غير المكتملة.
upload-small = إرسال الصور الكبيرة مصغّرة الآن، والأصول لاحقًا
upload-small-hint = لشبكة تُحسب كلفتها بالميغابايت. يسري هذا على الصور التي تختارها بعد تحديد هذا المربع. يتلقى المحررون الآن نسخة صغيرة، وتبقى الأصول على هذا الجهاز حتى ترسلها أو تطلب نسيانها.
upload-shrinking = يجري إعداد نسخة صغيرة
later-waits = الأصول المنتظرة على هذا الجهاز: #1 (#2)
later-more = أُرسلت نسخ صغيرة منها. أرسل الأصول عندما تتوفر لك شبكة أفضل. وحتى ذلك الحين فهي على هذا الجهاز وحده.
later-send = إرسالها الآن
later-forget = نسيانها
later-forgotten = نُسيت الأصول على هذا الجهاز.
later-arrived = وصلت الأصول، ولم تعد على هذا الجهاز.
later-closed = لم يعد ممكنًا إضافة شيء إلى هذه المشاركة. الأصول باقية على هذا الجهاز حتى تطلب نسيانها.
later-failed = تعذّرت إضافة الأصول. ما زالت على هذا الجهاز؛ حاول من جديد.

device-keep = احتفظ بما أكتبه على هذا الجهاز إلى أن يُرسل
device-keep-hint = فقط على جهاز لا يستخدمه أحد غيرك. وإلا فسيزول عندما تغادر هذه الصفحة.
device-restored = ما كتبته في المرة السابقة موجود هنا من جديد.
device-forget = نسيان كل شيء على هذا الجهاز
device-forget-sure = سيُحذف من هذا الجهاز ما كتبته هنا وكل الملفات غير المكتملة. لا يمكن التراجع عن ذلك.
device-forget-yes = نعم، انسَ كل شيء
device-forgotten = نُسي كل شيء على هذا الجهاز.

contribute-consent-legend = هل تسمح لنا بنشرها؟
contribute-consent-hint = القرار لك، ويمكنك سحبها لاحقًا برمز إيصالك.
consent-named = نعم، مع ذكر اسمي
contribute-consent-named-more = يجوز لنا نشر قصتك وصورك، ويظهر اسمك معها.
consent-anonymous = نعم، ولكن من دون ذكر اسمي
contribute-consent-anonymous-more = يجوز لنا نشر قصتك وصورك، ولا يعرف أحد خارج غرفة الأخبار من أرسلها.
consent-ask-first = اسألوني أولًا
contribute-consent-ask-first-more = لا ننشر شيئًا قبل أن توافق. ولكي نتمكن من سؤالك، اترك عنوان بريد إلكتروني، أو عد إلينا برمز إيصالك.
consent-information-only = لا، هي لعلمكم فقط
contribute-consent-information-only-more = يقرؤها محررونا ولا ينشرونها أبدًا.

contribute-terms-title = الشروط (النسخة { $version })
contribute-terms-yours = أنت من كتب النص والتقط الصور، أو يحق لك إرسالها إلينا.
contribute-terms-rights = كل ما ترسله يبقى ملكًا لك.
contribute-terms-use = يجوز لغرفة أخبار { $site } نشره كما اخترت أعلاه، إلى أن تسحبه.
contribute-terms-edit = يجوز لنا اختصاره وتصحيحه. ويُحفظ ما أرسلته كما كان.
contribute-terms-others = لا تقل ما تعلم أنه غير صحيح، وفكّر في من قد يلحق بهم الأذى إذا ظهروا.
contribute-terms-label = أقبل الشروط

contribute-next-title = ماذا يحدث بعد ذلك
contribute-next-receipt = تحصل فورًا على رمز إيصال. احتفظ به.
contribute-next-check = يقرأ أحد المحررين ما أرسلته ويتحقق منه. قد يستغرق ذلك بضعة أيام.
contribute-next-decision = ننشره كما سمحت، أو نخبرك لماذا لا نستخدمه.
contribute-next-look = يمكنك في أي وقت أن تعرف إلى أين وصل.
contribute-send = أرسل

contribute-title-missing = اذكر الموضوع في سطر واحد.
contribute-title-long = السطر الذي يذكر موضوع قصتك طويل جدًا. الحد الأقصى لعدد الأحرف هو { $count }.
contribute-body-missing = اكتب شيئًا أو اختر صورة.
contribute-body-long = قصتك طويلة جدًا. الحد الأقصى لعدد الأحرف هو { $count }.
contribute-words-long = هذا النص طويل جدًا. الحد الأقصى لعدد الأحرف هو { $count }.
contribute-name-missing = اكتب اسمك، أو اختر النشر من دونه.
contribute-name-long = اسمك طويل جدًا. الحد الأقصى لعدد الأحرف هو { $count }.
contribute-email-wrong = لا يبدو هذا عنوان بريد إلكتروني. صحّحه أو اتركه فارغًا.
contribute-consent-missing = اختر هل تسمح لنا بالنشر أم لا.
contribute-terms-missing = يُرجى قبول الشروط.
contribute-file-large = الملف { $name } كبير جدًا. الحد الأقصى لحجم الملف هو { $megabytes } ميغابايت. الملفات الأخرى ما زالت هنا.
contribute-file-empty = الملف { $name } فارغ. اختره من جديد، أو أرسل من دونه.
contribute-files-many = عدد الملفات أكبر من اللازم. الحد الأقصى في المرة الواحدة هو { $count }، فاستبعد بعضها.
contribute-files-gone = أحد الملفات التي اخترتها لم يعد هنا. يُرجى اختياره من جديد.

form-too-large = حجم ما أرسلته معًا أكبر من { $megabytes } ميغابايت. ما كتبته محفوظ هنا. يُرجى إرسال ملفات أقل أو أصغر.
form-too-slow = كان اتصالك بطيئًا جدًا، ولم نحفظ شيئًا. يُرجى العودة والمحاولة من جديد، وربما بعدد أقل من الصور.
form-broken = انقطع الاتصال قبل أن يصل كل شيء، ولم نحفظ شيئًا. يُرجى العودة والضغط على الزر مرة أخرى.
form-malformed = لم نتمكن من قراءة ما أُرسل، ولم نحفظ شيئًا. يُرجى استخدام النموذج الموجود في صفحتنا.

contribute-sent-title = شكرًا لك. وصلتنا مساهمتك.
contribute-sent-lede = كل ما أرسلته وصل وهو محفوظ لدينا بأمان.
contribute-sent-code-title = رمز إيصالك
contribute-sent-code-keep = اكتبه أو التقط له صورة الآن. لن نعرضه إلا مرة واحدة.
contribute-sent-code-use = بهذا الرمز يمكنك أن تعرف ما حدث لقصتك، وأن تسحبها.
contribute-sent-code-lost = احتفظ به لنفسك. إذا فقدته فلن نستطيع استعادته لك، لأننا لا نحفظه نحن أيضًا.
contribute-sent-again = سبق أن أرسلت هذا. المعتمد هو ما أرسلته أول مرة، وهذا هو الإيصال نفسه. ولم نأخذ بأي تغيير أجريته بعد ذلك.
contribute-sent-again-without-code = سبق إرسال هذا، وهو لدينا. رمز الإيصال المعتمد هو الذي ظهر في تلك المرة.
contribute-sent-no-code = لا يظهر رمز الإيصال إلا مرة واحدة، بعد الإرسال مباشرة. إذا احتفظت برمزك فيمكنك أن تعرف ما حدث لقصتك.
contribute-sent-to-receipt = اعرف إلى أين وصلت
contribute-sent-more = أرسل شيئًا آخر
contribute-sent-plain = شكرًا لك. وصلتنا مساهمتك. هذا رمز إيصالك، ولا يظهر إلا مرة واحدة:
