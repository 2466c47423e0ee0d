# What readers say. Explanations stand in the English file.

says-title = ماذا تقولون
says-lede = آخر ما قاله القرّاء، وأين قالوه.
says-newest = أحدث التعليقات
says-languages = المقالات بأي لغة
says-all-languages = كل اللغات
says-empty = لم يقل أحد شيئًا هنا بعد
says-empty-more = تحت كل قصة متّسع لرأيك.
says-count = { $count ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقًا
   *[other] { $count } تعليق
}
says-read = اقرأه
says-staff = غرفة الأخبار
says-pinned = اختارته غرفة الأخبار
says-promoted = توصي به غرفة الأخبار
says-feeds = تابع بقارئ الخلاصات لديك:
says-feed-title = ماذا تقولون، { $site }
says-feed-entry = { $name } حول { $title }

says-mail-subject = تلقيت ردًا لدى { $site }
says-mail-text = ردّ أحدهم على تعليق لك لدى { $site }. لا نذكر في البريد ما قاله؛ تقرؤه هنا:
says-mail-stop = تصلك هذه الرسالة لأنك طلبتها حين كتبت تعليقك. لإيقاف هذه الرسائل:
says-answered-before = اقرأ الرد:
says-answered-open = إلى الرد
says-answered-stop = إن لم ترغب في رسائل كهذه فقل ذلك في حسابك ضمن الإشعارات.
says-stop-title = إيقاف رسائل الردود
says-stop-words = سننسى عندئذ العنوان الذي تركته مع تعليقاتك. أما التعليقات فتبقى.
says-stop-press = أوقف هذه الرسائل
says-stop-done = لا نرسل إليك رسائل عن الردود على تعليقاتك.

says-mine-title = تعليقاتك
says-mine-hint = ما قلته وما آل إليه
says-mine-lede = ما قلته بحسابك، الأحدث أولًا. يمكنك سحب أي منها.
says-mine-empty = لم تقل شيئًا بعد
says-mine-empty-more = ما تكتبه تحت قصة وأنت مسجّل الدخول تجده هنا.
says-mine-shown = يقرؤه الجميع
says-mine-waits = ينتظر غرفة الأخبار
says-mine-removed = أزالته غرفة الأخبار
says-mine-deleted = حذفته
says-mine-likes = { $count ->
    [zero] لم يعجب أحدًا
    [one] أعجب شخصًا واحدًا
    [two] أعجب شخصين
    [few] أعجب { $count } أشخاص
    [many] أعجب { $count } شخصًا
   *[other] أعجب { $count } شخص
}
says-mine-answers = { $count ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $count } ردود
    [many] { $count } ردًا
   *[other] { $count } رد
}
says-mine-why = السبب:
says-mine-see = شاهده هناك
says-mine-delete = حذف

says-forget-link = انسوا ما قلته ضيفًا
says-forget-title = نسيان هذا الجهاز
says-forget-words = يزول كل ما قيل من هذا الجهاز ضيفًا، مع الاسم والعنوان؛ وما رُدّ عليه لا يبقى منه إلا موضعه فارغًا. ولا تعود الإعجابات والبلاغات تخصّك.
says-forget-for-good = لا يمكن لأحد التراجع عن ذلك، ولا حتى نحن.
says-forget-press = انسوا كل شيء
says-forget-nobody = لا نعرف شيئًا عن هذا الجهاز.
says-forget-account = ما قلته بحساب تجده هناك:

says-notices-title = الإشعارات القانونية
says-notices-lede = قرّاء يقولون إن تعليقًا يخالف القانون وينتظرون ردًا. قرّر عند التعليق ثم أجب هنا؛ يُنسى العنوان مع الرد، وفي موعد أقصاه ٣٠ يومًا بعد القرار.
says-notices-empty = لا إشعار ينتظر ردًا
says-notice-on = بشأن تعليق على «{ $title }»
says-notice-decided = بُتّ فيه ولم يُجب عنه
says-notice-decide = قرّر أولًا
says-notice-title = إشعار قانوني
says-notice-says = ما يقولونه
says-notice-comment = التعليق
says-notice-answer = الرد على الإشعار
says-notice-begins = يبدأ الرد بـ:
says-notice-words = ردّك
says-notice-words-hint = يصل بالبريد إلى من أرسل الإشعار. قل لماذا قررت ذلك، وما الذي يمكنه فعله إن رأى غير ذلك. لست بحاجة إلى عنوانه.
says-notice-words-missing = من فضلك اكتب ردًا.
says-notice-words-long = { $most ->
    [zero] من فضلك لا تكتب شيئًا هنا.
    [one] من فضلك استخدم حرفًا واحدًا على الأكثر.
    [two] من فضلك استخدم حرفين على الأكثر.
    [few] من فضلك استخدم { $most } أحرف على الأكثر.
    [many] من فضلك استخدم { $most } حرفًا على الأكثر.
   *[other] من فضلك استخدم { $most } حرف على الأكثر.
}
says-notice-send = أرسل الرد
says-notice-answered = أُجيب عن هذا الإشعار ونُسي العنوان.
says-notice-forgotten = نُسي العنوان: لم يعد ممكنًا الرد على أحد.
says-notice-undecided = قرّر أولًا بشأن التعليق. وحين لا يعود التراجع عن القرار ممكنًا أجب هنا.
says-notice-stays = يبقى التعليق: لا ترى غرفة الأخبار فيه مخالفة للقانون.
says-notice-gone = لم يعد التعليق ظاهرًا.
says-notice-taken-back = سحب صاحب التعليق تعليقه، ولم يعد موجودًا.
says-notice-mail-subject = ردّنا على إشعارك، { $site }
says-notice-mail = أبلغتنا أن تعليقًا لدى { $site } يخالف القانون.
says-notice-mail-words = تقول غرفة الأخبار:
says-notice-mail-foot = مع هذه الرسالة ننسى عنوانك.
says-event-notice = أُجيب عن إشعار قانوني
says-audit-notice = رُدّ على إشعار قانوني
