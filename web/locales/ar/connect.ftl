# Signing in by another service, and linking it.

connect-using = أو تابع عبر
connect-tells = ستعرف الخدمة أنك سجّلت الدخول هنا. نحتفظ بهويتك فيها واسمك وعنوان البريد الذي تذكره، ولا شيء سوى ذلك.
connect-with = المتابعة باستخدام { $service }

connect-leave-title = أنت في طريقك إلى { $service }
connect-leave-go = تابع إلى { $service }

connect-again-title = ابدأ من جديد من فضلك
connect-again = يمكن أن يستغرق الذهاب والإياب عشر دقائق، ويصلح مرة واحدة، وفي المتصفح الذي بدأ فيه فقط. لم يتغيّر شيء.
connect-cancelled-title = لم تُكمل
connect-cancelled = توقفت عند { $service }. لم يتغيّر شيء.
connect-down-title = لا يجيب { $service }
connect-down = لا يمكن الوصول إلى { $service } الآن. حاول بعد قليل من فضلك، أو سجّل الدخول بطريقة أخرى. لم يتغيّر شيء.
connect-refused-title = لم ينجح ذلك
connect-refused = لم نتمكن من التحقق مما قاله لنا { $service }، لذلك لم يُسجَّل دخول أحد. حاول مرة أخرى من فضلك. وإن تكرر ذلك فسجّل الدخول بطريقة أخرى وأخبرنا. لم يتغيّر شيء.
connect-closed-title = لا يمكنك تسجيل الدخول
connect-closed = لم يعد يُسمح لهذا الحساب بتسجيل الدخول. إن رأيت أن هذا خطأ فاكتب إلى غرفة الأخبار من فضلك.
connect-others-title = إنه مرتبط بحساب آخر
connect-others = حسابك في { $service } يخصّ حسابًا آخر هنا. سجّل الدخول به، وأزله هناك، ثم اربطه هنا. لم يتغيّر شيء.
connect-has-one-title = { $service } مرتبط من قبل
connect-has-one = حسابك هنا مرتبط بحساب آخر في { $service }. أزل ذاك أولًا. لم يتغيّر شيء.
connect-signed-out-title = سجّل الدخول أولًا من فضلك
connect-signed-out = من أراد ربط { $service } لم يعد مسجَّل الدخول. لم يتغيّر شيء.
connect-to-signin = إلى تسجيل الدخول
connect-to-connections = إلى خدماتك المرتبطة

connect-name-title = بماذا نناديك؟
connect-name-lede = يعرفك { $service }، ونحتاج إلى اسم يمكن أن يظهر هنا. بعدها تكون قد سجّلت الدخول.
connect-name-hint = يراه القرّاء حيث تعلّق. كل الأبجديات مرحب بها.
connect-name-submit = ابدأ

connect-connections-title = الخدمات المرتبطة
connect-connections-lede = بهذه يمكنك الدخول إلى حسابك هنا.
connect-connections-none = لا توجد خدمة مرتبطة بحسابك.
connect-email = عنوان البريد هناك
connect-email-unverified = (لم تؤكده الخدمة)
connect-linked-at = تاريخ الربط
connect-used-at = آخر استخدام
connect-remove = إزالة
connect-remove-sure = بعد ذلك لن يمكنك تسجيل الدخول هنا عبر { $service }. يبقى حسابك.
connect-remove-yes = أزل { $service }
connect-last-way = { $service } هو الطريق الوحيد إلى حسابك. أضف أولًا كلمة مرور أو مفتاح مرور أو خدمة أخرى، ثم يمكنك إزالته.
connect-link-title = اربط خدمة
connect-link = اربط { $service }
connect-to-me = إلى حسابك
