# Mails to people with an account, or about to have one. Words of ours only. Explanations stand in the English file.

letter-digits = رمزك. يعمل عشر دقائق، في المتصفح الذي طلبته منه:

letter-link = أو افتح هذا الرابط على أي جهاز. يعمل نصف ساعة:
letter-ignore = إذا لم تكن أنت فلا حاجة إلى فعل شيء: دون الرمز أو الرابط لا يحدث شيء.
letter-foot = هذه الرسالة من { $site }. لا نطلب منك أبدًا كلمة مرورك أو رمزًا بالبريد أو بالهاتف.

letter-register-subject = أكّد عنوان بريدك الإلكتروني لدى { $site }
letter-register = يريد شخص ما، على الأرجح أنت، إنشاء حساب لدى { $site } بهذا البريد الإلكتروني.
letter-register-open = أكّد عنواني

letter-known-subject = لديك حساب لدى { $site } من قبل
letter-known = أراد شخص ما، على الأرجح أنت، إنشاء حساب لدى { $site } بهذا البريد الإلكتروني. لكن هناك حساب به من قبل، فلم يُنشأ حساب ثانٍ.
letter-known-before = سجّل الدخول به. وإذا لم تعد تذكر كلمة المرور فيمكنك اختيار كلمة جديدة هناك:
letter-known-open = سجّل الدخول

letter-reset-subject = اختر كلمة مرور جديدة لدى { $site }
letter-reset = يريد شخص ما، على الأرجح أنت، اختيار كلمة مرور جديدة لحسابك لدى { $site }.
letter-reset-open = اختر كلمة مرور جديدة

letter-password-subject = تغيّرت كلمة مرورك لدى { $site }
letter-password = تغيّرت كلمة مرور حسابك للتو. إذا كنت أنت من غيّرها فلا حاجة إلى فعل شيء.

letter-not-you = إذا لم تكن أنت فيُرجى اختيار كلمة مرور جديدة فورًا. عندها يُسجَّل خروج كل من سواك:
letter-not-you-open = اختر كلمة مرور جديدة

letter-change-from-subject = سيأخذ حسابك لدى { $site } بريدًا إلكترونيًا آخر
letter-change-from = يريد شخص ما، على الأرجح أنت، أن يكون لحسابك بريد إلكتروني آخر. لا بد أولًا من موافقة من يقرأ بريد هذا العنوان.
letter-change-from-otherwise = إذا لم تكن أنت فلا توافق، واختر كلمة مرور جديدة: هناك من هو داخل حسابك.
letter-change-to-subject = أكّد بريدك الإلكتروني الجديد لدى { $site }
letter-change-to = يريد شخص ما، على الأرجح أنت، استخدام هذا البريد الإلكتروني لحساب لدى { $site }.
letter-change-open = أوافق على التغيير

letter-device-subject = تسجيل دخول جديد إلى حسابك لدى { $site }
letter-device = سجّل شخص ما الدخول إلى حسابك باستخدام { $device }. لم نرَ ذلك فيه من قبل. إذا كنت أنت فلا حاجة إلى فعل شيء.
letter-device-unknown = سجّل شخص ما الدخول إلى حسابك من متصفح لا نعرفه. إذا كنت أنت فلا حاجة إلى فعل شيء.

letter-deletion-subject = سيُحذف حسابك لدى { $site }
letter-deletion = طلبت منا أن ننساك. في { $date } نحذف حسابك وما يتبعه حذفًا نهائيًا.
letter-deletion-before = حتى ذلك الحين يمكنك أن تغيّر رأيك: سجّل الدخول وألغِ الطلب.
letter-deletion-open = سجّل الدخول وألغِ الطلب

letter-erased-subject = حُذف حسابك لدى { $site }
letter-erased = كما أردت، حُذف حسابك وما كان يتبعه. لم يبقَ إلا رقم والوقت. ومع هذه الرسالة ننسى هذا العنوان أيضًا.

letter-factors-subject = أُعيد ضبط الخطوة الثانية لتسجيل دخولك لدى { $site }
letter-factors = أزال أحد مديري النظام مفاتيح مرورك وتطبيق المصادقة ورموز الاسترداد، لتتمكن من إعداد غيرها. سُجّل خروجك من كل مكان. إذا لم تطلب ذلك فيُرجى إبلاغ غرفة الأخبار فورًا.
letter-factors-before = عند تسجيل دخولك القادم تُعدّ خطوة ثانية جديدة:
letter-factors-open = سجّل الدخول

letter-became-subject = لديك جديد لدى { $site }
letter-became = طرأ جديد على ما أرسلته إلينا. لا نذكره في البريد، لأن غيرك قد يقرؤه.
letter-became-before = تراه عند تسجيل الدخول. وهناك يمكنك أن تقول إنك لا تريد رسائل كهذه:
letter-became-open = اعرف ما هو
