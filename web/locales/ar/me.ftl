# حساب الشخص نفسه وما جرى له. الشروح في الملف الإنكليزي.

me-since = هنا منذ { $date }
me-group-doing = ما تفعله هنا
me-group-self = عنك
me-group-doors = تسجيل الدخول
me-group-data = بياناتك
me-contributions = ما أرسلته
me-contributions-hint = وما آل إليه
me-notices = الإشعارات
me-notices-hint = متى نخبرك وكيف
me-profile = الاسم واللغة
me-email = عنوان البريد الإلكتروني
me-email-none = لا يوجد بعد
me-password = كلمة المرور
me-connections = الخدمات المرتبطة
me-connections-hint = سجّل الدخول بحساب لك في مكان آخر
me-second = الخطوة الثانية
me-second-hint = مفاتيح المرور ورموز تطبيق المصادقة
me-sessions = الأجهزة
me-sessions-hint = أين سجّلت الدخول
me-history = ما حدث
me-history-hint = تسجيلات الدخول والتغييرات
me-export = خذ كل شيء معك
me-export-hint = كل ما نحتفظ به عنك في ملف واحد
me-delete = حذف الحساب

me-leaving-title = سيُحذف هذا الحساب
me-leaving = في { $when } يزول كل ما يخص هذا الحساب نهائيًا. وحتى ذلك الحين يمكنك الإبقاء عليه. إذا لم تكن أنت من طلب ذلك، فأبقِ الحساب وغيّر كلمة المرور.
me-leaving-call-off = أبقِ حسابي
me-called-off = حسابك باقٍ.

me-name-hint = يراه القرّاء حيث تكتب باسمك. ولا يلزم أن يكون اسمك الحقيقي.
me-language-label = لغة رسائلنا
me-language-hint = نكتب إليك بهذه اللغة.
me-language-missing = يُرجى اختيار إحدى اللغات.
me-save = احفظ
me-saved = تم الحفظ.

me-password-lede = مع كلمة المرور الجديدة يُسجَّل خروجك من كل أجهزتك الأخرى.
me-password-first = حتى الآن تسجّل الدخول من دون كلمة مرور. وبكلمة مرور يمكنك الدخول بعنوان بريدك الإلكتروني أيضًا.
me-password-no-email = تعمل كلمة المرور مع عنوان بريد إلكتروني، وليس لك هنا عنوان بعد.
me-password-old = كلمة مرورك الحالية
me-password-old-wrong = هذه ليست كلمة مرورك الحالية. يُرجى المحاولة من جديد.
me-password-new = كلمة المرور الجديدة
me-password-submit = اعتمد كلمة المرور الجديدة
me-password-forgot = لم أعد أعرف كلمة المرور
me-password-changed = اعتُمدت كلمة مرورك الجديدة، وسُجّل خروجك من كل أجهزتك الأخرى.
me-password-raced = غُيّرت كلمة مرورك في اللحظة نفسها من مكان آخر. لم يتغير شيء الآن. يُرجى النظر من جديد.

me-email-add = أضف عنوان بريد إلكتروني
me-email-now = العنوان الحالي
me-email-lede = نرسل رمزًا إلى العنوان القديم وآخر إلى الجديد. وعندما يُؤكَّد الاثنان يتغير العنوان.
me-email-lede-first = نرسل رمزًا إلى العنوان. وعندما يُؤكَّد يمكنك تسجيل الدخول به.
me-email-new = عنوان البريد الإلكتروني الجديد
me-email-submit = أرسل الرموز
me-email-same = هذا هو عنوانك أصلًا.
me-email-confirm-title = تأكيد العنوان
me-email-confirm-lede = في الطريق رسالتان، واحدة إلى كل عنوان. اكتب رمز كل منهما هنا، أو افتح الرابط الذي فيها.
me-email-confirm-lede-first = في الطريق رسالة. اكتب رمزها هنا، أو افتح الرابط الذي فيها.
me-email-code = الرمز من الرسالة إلى { $email }
me-email-code-missing = يُرجى كتابة أحد الرمزين على الأقل.
me-email-confirm-submit = أكّد
me-email-again = ابدأ من جديد
me-email-none-open = ليس هناك تغيير جارٍ، أو انتهى وقته.
me-email-half = تم تأكيد { $email }.
me-email-link-title = تغيير عنوان البريد الإلكتروني
me-email-link-from = يُراد لحساب عنوانه { $email } أن يأخذ عنوانًا آخر. هل توافق؟
me-email-link-to = يُراد لحساب أن يكون عنوانه { $email }. هل توافق؟
me-email-link-not-you = إذا لم تكن أنت، فاترك هذه الصفحة، ولن يتغير شيء.
me-email-confirmed = تم التأكيد
me-email-other-waits = بقي أن يُؤكَّد العنوان الآخر أيضًا بالرسالة التي أُرسلت إليه.
me-email-changed = تغيّر عنوان بريدك الإلكتروني.
me-email-taken = هناك حساب آخر بالعنوان الجديد. لم يتغير شيء. يمكنك الدخول إلى ذلك الحساب به، أو اختيار عنوان آخر.
me-email-raced = تبدّل شيء في هذا التغيير، وربما بُدئ من جديد. لم يتغير شيء. يُرجى البدء من جديد.

me-sessions-lede = هنا سجّلت الدخول. سجّل الخروج مما لا تعرفه، ثم غيّر كلمة المرور.
me-device-unknown = جهاز غير معروف
me-session-here = هذا الجهاز
me-session-used = آخر استخدام: { $when }
me-session-since = تسجيل الدخول: { $when }
me-session-end = سجّل الخروج
me-session-ended = سُجّل الخروج من ذلك الجهاز.
me-sessions-end-all = سجّل الخروج من كل الأجهزة الأخرى
me-sessions-ended = سُجّل الخروج من كل الأجهزة الأخرى.
me-signout-everywhere = سجّل الخروج من كل مكان، وهنا أيضًا
me-method-password = بكلمة المرور
me-method-provider = بخدمة أخرى
me-method-passkey = بمفتاح مرور
me-method-invitation = بدعوة
me-method-mail-code = برسالة منا

me-history-lede = إذا كان هنا ما لا تعرفه، فسجّل الخروج من ذلك الجهاز وغيّر كلمة المرور.
me-history-by = بواسطة { $name }
me-history-cut = هذه أحدث الأحداث. وكلها في الملف:

me-export-lede = تحصل على ملف واحد (ZIP) فيه كل ما نحتفظ به عنك:
me-export-account = حسابك: الاسم والعنوان والخدمات المرتبطة والأجهزة والإعدادات
me-export-history = ما حدث لحسابك
me-export-sent = ما أرسلته، بصوره وأفلامه كما أرسلتها، وما آل إليه
me-export-left-out = لا يُستثنى إلا ما يفتح بابًا: كلمة مرورك والرموز، ونحن لا نحتفظ منها أصلًا بشيء يمكن قراءته.
me-export-care = قد يكون الملف كبيرًا. ومن يملكه يستطيع فتحه: احفظه حيث لا يصل إليه غيرك.
me-export-submit = نزّل كل شيء
me-export-readme = في هذا الأرشيف كل ما نحتفظ به عنك. الملف account.json هو حسابك جدولًا جدولًا؛ واستُثني ما يفتح بابًا وذُكر اسمه تحت "left_out". والملف history.json هو ما حدث لحسابك. وفي المجلدات ما أرسلته وما آل إليه.

me-delete-lede = { $days ->
    [0] يُحذف حسابك حالما تطلب ذلك.
    [one] لديك يوم واحد للتفكير. بعده يزول كل شيء ولا يستطيع أحد إعادته.
    [two] لديك يومان للتفكير. بعدهما يزول كل شيء ولا يستطيع أحد إعادته.
    [few] لديك { $days } أيام للتفكير. بعدها يزول كل شيء ولا يستطيع أحد إعادته.
    [many] لديك { $days } يومًا للتفكير. بعدها يزول كل شيء ولا يستطيع أحد إعادته.
   *[other] لديك { $days } يوم للتفكير. بعدها يزول كل شيء ولا يستطيع أحد إعادته.
}
me-delete-goes = ما يزول
me-delete-goes-account = حسابك: الاسم والعنوان وكلمة المرور والخدمات المرتبطة والأجهزة والسجل.
me-delete-goes-sent = ما أرسلته بهذا الحساب، بكل صوره وأفلامه.
me-delete-goes-public = ما نشرناه منه: لا يعود بالإمكان قراءته هنا. ولا نستطيع استرجاع ما نسخه آخرون.
me-delete-stays = ما يبقى
me-delete-stays-id = رقم لا يعني شيئًا لأحد، ووقت إنشاء الحساب ووقت حذفه.
me-delete-stays-staff = ما قررته ونشرته بصفتك من غرفة الأخبار يبقى من دون اسمك.
me-delete-export-first = خذ كل شيء معك أولًا
me-delete-submit = احذف حسابي
me-delete-sure = في { $when } يزول كل شيء. وحتى ذلك الحين يمكنك الدخول والإبقاء على الحساب. ويُسجَّل خروجك الآن من كل أجهزتك الأخرى.
me-delete-yes = نعم، احذفه
me-delete-last-admin = أنت المدير الوحيد. يُرجى أولًا أن تجعل شخصًا آخر مديرًا: وإلا فلن يستطيع أحد إدخال الناس بعد ذلك.

event-registered = أُنشئ الحساب
event-signed-in = تسجيل دخول
event-sign-in-failed = حاول أحدهم تسجيل الدخول ولم يستطع
event-signed-out = سُجّل الخروج من جهاز
event-signed-out-everywhere = سُجّل الخروج من كل الأجهزة الأخرى
event-password-changed = غُيّرت كلمة المرور
event-password-reset = اعتُمدت كلمة مرور جديدة برسالة بريد
event-email-changed = غُيّر عنوان البريد الإلكتروني
event-name-changed = غُيّر الاسم
event-linked = رُبطت خدمة
event-unlinked = فُكّ ربط خدمة
event-passkey-added = أُضيف مفتاح مرور
event-passkey-removed = أُزيل مفتاح مرور
event-passkey-copied = رُفض مفتاح مرور لأن أحدًا قد يملك نسخة منه
event-app-added = أُضيف تطبيق مصادقة
event-app-removed = أُزيل تطبيق المصادقة
event-codes-made = أُنشئت رموز استرداد جديدة
event-code-used = استُخدم رمز استرداد
event-exported = أُخذ كل شيء في ملف
event-deletion-asked = طُلب حذف الحساب
event-deletion-called-off = أُلغي الحذف
event-invited = دُعي شخص
event-invitation-ended = سُحبت دعوة
event-role-changed = غُيّر الدور
event-removed = سُحب حق الدخول
event-restored = أُعيد حق الدخول
event-factors-reset = أُعيد ضبط الخطوة الثانية
