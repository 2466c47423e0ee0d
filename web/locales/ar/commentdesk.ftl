# The desk of comments. Explanations stand in the English file.

cdesk-title = التعليقات
cdesk-queues = قوائم التعليقات
cdesk-queue-reported = مُبلَّغ عنها
cdesk-queue-held = قيد الانتظار
cdesk-queue-new = أشخاص جدد
cdesk-queue-latest = الأحدث
cdesk-queue-machine = قرار البرنامج
cdesk-queue-appeals = اعتراضات
cdesk-rules = القواعد
cdesk-bans = الحظر
cdesk-contributions = المساهمات

cdesk-empty-reported = لا بلاغ ينتظر الرد.
cdesk-empty-held = لا تعليق ينتظر العرض.
cdesk-empty-new = لم يعلّق أحد للمرة الأولى منذ آخر مراجعة.
cdesk-empty-latest = لم يعلّق أحد بعد.
cdesk-empty-machine = لم يتخذ البرنامج قرارًا لم يراجعه أحد.
cdesk-empty-appeals = لا أحد من المحظورين ينتظر الرد.

cdesk-search = ابحث في النصوص والأسماء
cdesk-looked-to = جرى البحث حتى { $when }. التعليقات الأقدم في الصفحة التالية.
cdesk-of-thread = تعليقات على مقال واحد
cdesk-of-person = تعليقات شخص واحد

cdesk-by-account = بحساب
cdesk-by-guest = زائر
cdesk-in = على
cdesk-answer-in = رد، على
cdesk-under = على
cdesk-edited = عُدّل
cdesk-empty-text = بلا نص
cdesk-likes = { $count ->
    [zero] لا إعجاب
    [one] إعجاب واحد
    [two] إعجابان
    [few] { $count } إعجابات
    [many] { $count } إعجابًا
   *[other] { $count } إعجاب
}
cdesk-answers = { $count ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $count } ردود
    [many] { $count } ردًا
   *[other] { $count } رد
}
cdesk-reports = { $count ->
    [zero] لا بلاغات تنتظر
    [one] بلاغ واحد ينتظر
    [two] بلاغان ينتظران
    [few] { $count } بلاغات تنتظر
    [many] { $count } بلاغًا ينتظر
   *[other] { $count } بلاغ ينتظر
}
cdesk-first = أول تعليق
cdesk-promoted = موصى به
cdesk-pinned = مثبّت
cdesk-state-shown = معروض
cdesk-state-held = ينتظر
cdesk-state-removed = محذوف
cdesk-state-spam = محتوى مزعج
cdesk-state-deleted = سحبه كاتبه
cdesk-somebody = شخص ما
cdesk-banned-for = محظور بسبب:
cdesk-the-comment = التعليق

cdesk-decide = ماذا يُفعل
cdesk-show = عرض
cdesk-remove = حذف
cdesk-spam = محتوى مزعج
cdesk-leave = اتركه كما هو
cdesk-pin = تثبيت
cdesk-unpin = إلغاء التثبيت
cdesk-promote = أوصِ به
cdesk-unpromote = إلغاء التوصية
cdesk-asks-show = { $count ->
    [zero] عرض { $count } تعليق؟
    [one] عرض تعليقًا واحدًا؟
    [two] عرض تعليقين؟
    [few] عرض { $count } تعليقات؟
    [many] عرض { $count } تعليقًا؟
   *[other] عرض { $count } تعليق؟
}
cdesk-asks-remove = { $count ->
    [zero] حذف { $count } تعليق؟
    [one] حذف تعليقًا واحدًا؟
    [two] حذف تعليقين؟
    [few] حذف { $count } تعليقات؟
    [many] حذف { $count } تعليقًا؟
   *[other] حذف { $count } تعليق؟
}
cdesk-asks-spam = { $count ->
    [zero] هل { $count } تعليق محتوى مزعج؟
    [one] هل تعليق واحد محتوى مزعج؟
    [two] هل تعليقان محتوى مزعج؟
    [few] هل { $count } تعليقات محتوى مزعج؟
    [many] هل { $count } تعليقًا محتوى مزعج؟
   *[other] هل { $count } تعليق محتوى مزعج؟
}
cdesk-asks-leave = { $count ->
    [zero] ترك { $count } تعليق كما هو؟
    [one] ترك تعليق واحد كما هو؟
    [two] ترك تعليقين كما هما؟
    [few] ترك { $count } تعليقات كما هي؟
    [many] ترك { $count } تعليقًا كما هي؟
   *[other] ترك { $count } تعليق كما هي؟
}
cdesk-asks-mark = { $count ->
    [zero] تعليم { $count } تعليق؟
    [one] تعليم تعليقًا واحدًا؟
    [two] تعليم تعليقين؟
    [few] تعليم { $count } تعليقات؟
    [many] تعليم { $count } تعليقًا؟
   *[other] تعليم { $count } تعليق؟
}
cdesk-done-show = { $count ->
    [zero] لم يُعرض شيء.
    [one] عُرض.
    [two] عُرض تعليقان.
    [few] عُرضت { $count } تعليقات.
    [many] عُرض { $count } تعليقًا.
   *[other] عُرض { $count } تعليق.
}
cdesk-done-remove = { $count ->
    [zero] لم يُحذف شيء.
    [one] حُذف.
    [two] حُذف تعليقان.
    [few] حُذفت { $count } تعليقات.
    [many] حُذف { $count } تعليقًا.
   *[other] حُذف { $count } تعليق.
}
cdesk-done-spam = { $count ->
    [zero] لم يُعدّ شيء مزعجًا.
    [one] عُدّ محتوى مزعجًا.
    [two] عُدّ تعليقان محتوى مزعجًا.
    [few] عُدّت { $count } تعليقات محتوى مزعجًا.
    [many] عُدّ { $count } تعليقًا محتوى مزعجًا.
   *[other] عُدّ { $count } تعليق محتوى مزعجًا.
}
cdesk-done-leave = { $count ->
    [zero] لم يُترك شيء.
    [one] تُرك كما هو.
    [two] تُرك تعليقان كما هما.
    [few] تُركت { $count } تعليقات كما هي.
    [many] تُرك { $count } تعليقًا كما هي.
   *[other] تُرك { $count } تعليق كما هي.
}
cdesk-done-mark = { $count ->
    [zero] لم يتغير شيء.
    [one] تم.
    [two] عُلّم تعليقان.
    [few] عُلّمت { $count } تعليقات.
    [many] عُلّم { $count } تعليقًا.
   *[other] عُلّم { $count } تعليق.
}

cdesk-already = هو كذلك بالفعل.
cdesk-changed = تغيّر منذ أن قرأته. انظر إليه كما هو الآن.
cdesk-not-deleted = سحبه كاتبه.
cdesk-not-reported = لا بلاغ ينتظر.
cdesk-not-shown = لا يُعلَّم إلا ما يقرؤه الجميع.
cdesk-undo-late = صار نافذًا. يمكنك أن تقرر من جديد.

cdesk-reason-insult = فيه إهانة لأحد.
cdesk-reason-hate = يحرّض على كراهية الناس.
cdesk-reason-threat = فيه تهديد لأحد.
cdesk-reason-private = يكشف أمورًا خاصة عن أحد.
cdesk-reason-false = يزعم ما ثبت أنه غير صحيح.
cdesk-reason-off-topic = لا يتعلق بهذا المقال.
cdesk-reason-advert = هو إعلان.
cdesk-reason-law = مخالف للقانون.
cdesk-reason-own = سبب آخر، بكلماتنا
cdesk-reason-hint = يقرأ الكاتب السبب.
cdesk-reason-missing = اختر سببًا.
cdesk-words = بكلماتنا
cdesk-words-hint = مع «سبب آخر» فقط.
cdesk-words-missing = اكتب السبب في بضع كلمات.
cdesk-remove-yes = احذفه

cdesk-comment-of = تعليق { $name }
cdesk-back = العودة إلى القائمة
cdesk-to-comment = العودة إلى التعليق
cdesk-answers-this = هو رد على هذا
cdesk-text = ماذا يقول
cdesk-in-place = انظر إليه حيث يراه القراء
cdesk-machine-decided = قرّر البرنامج:
cdesk-told-author = يقرأ كاتبه
cdesk-decided-by = صاحب القرار
cdesk-report-closed = رُدّ عليه
cdesk-report-email = ترك عنوانًا
cdesk-edits = ماذا كان يقول من قبل
cdesk-until = حتى
cdesk-no-history = لم يُفعل به شيء بعد.
cdesk-by-machine = البرنامج
cdesk-by-reader = قارئ
cdesk-contribution = حوّله إلى مساهمة
cdesk-contribution-more = تصل إلى المكتب مساهمة بهذه الكلمات. ويُسأل كاتبها قبل نشر أي شيء.
cdesk-contribution-note = من تعليق على «{ $title }»: { $address }
cdesk-contribution-yes = أنشئ منه مساهمة

cdesk-person-comments = التعليقات
cdesk-person-all = { $count ->
    [zero] لا تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقًا
   *[other] { $count } تعليق
}
cdesk-person-many = أحدث { $count }، وأكثر
cdesk-person-shown = يُعرض { $percent } ٪ مما تقرر بشأنه
cdesk-person-since = أول تعليق
cdesk-person-others = تعليقاته الأخرى
cdesk-person-forgotten = نُسي من كان.

cdesk-email-ask = إظهار العناوين…
cdesk-email-title = عناوين البريد الإلكتروني
cdesk-email-what = وُعد هؤلاء بألا يُعرض عنوانهم. لا تنظر إلا إذا اضطررت إلى الكتابة إليهم.
cdesk-email-why-hint = بضع كلمات لزملائك. لا تكتب العنوان هنا.
cdesk-email-show = أظهر العناوين
cdesk-email-keep = لا تعطها لأحد ولا تكتبها في الملاحظات. تعرضها هذه الصفحة مرة واحدة.
cdesk-email-nothing = لم يُترك أي عنوان.
cdesk-email-author = كاتب التعليق
cdesk-email-reporter = من أبلغ عنه:

cdesk-thread-count = { $count ->
    [zero] لا تعليقات معروضة
    [one] تعليق واحد معروض
    [two] تعليقان معروضان
    [few] { $count } تعليقات معروضة
    [many] { $count } تعليقًا معروضًا
   *[other] { $count } تعليق معروض
}
cdesk-thread-ended = لم يعد المقال موجودًا
cdesk-thread-closed = مغلق
cdesk-thread-holds = كل شيء ينتظر أولًا
cdesk-thread-slowed = مُبطَّأ
cdesk-thread-muted = ليس في «ماذا تقولون»
cdesk-thread-close = إغلاق التعليقات
cdesk-thread-open = فتح التعليقات
cdesk-thread-hold = اجعل كل شيء ينتظر أولًا
cdesk-thread-flow = اعرض فورًا من جديد
cdesk-thread-slow = إبطاء: دقيقتان بين تعليقي الشخص الواحد
cdesk-thread-quick = العودة إلى الوتيرة المعتادة
cdesk-thread-mute = أبعده عن «ماذا تقولون»
cdesk-thread-hear = أعده إلى «ماذا تقولون»

cdesk-event-held = أُوقف بقاعدة
cdesk-event-machine-spam = عُدّ مزعجًا بقاعدة
cdesk-event-held-by-reports = أُوقف بسبب البلاغات
cdesk-event-edited = عُدّل
cdesk-event-deleted = سُحب
cdesk-event-reported = أُبلغ عنه
cdesk-event-shown = عُرض
cdesk-event-removed = حُذف
cdesk-event-spam = عُدّ مزعجًا
cdesk-event-left = رُدّ على البلاغات وتُرك كما هو
cdesk-event-pinned = ثُبّت
cdesk-event-unpinned = أُلغي تثبيته
cdesk-event-promoted = أُوصي به
cdesk-event-unpromoted = أُلغيت التوصية به
cdesk-event-undone = تُراجع عنه
cdesk-event-email = أُظهرت العناوين
cdesk-event-banned = حُظر كاتبه
cdesk-event-contributed = أُنشئت منه مساهمة

cdesk-audit-removed = حُذفت تعليقات
cdesk-audit-undone = تُراجع عن حذف تعليقات
cdesk-audit-email = أُظهرت عناوين تخص تعليقًا
cdesk-audit-thread = ضُبط سير تعليقات
cdesk-audit-banned = مُنع شخص من التعليق
cdesk-audit-ban-ended = سُمح لشخص بالتعليق مجددًا
cdesk-audit-appeal = رُدّ على اعتراض على حظر
cdesk-audit-rules = تغيّرت قواعد التعليقات
