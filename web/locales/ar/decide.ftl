# Deciding at the desk: many at once, undoing, reasons, and the mail that says that there is news.

decide-same-person = الموافقة الأولى منك. على زميل أن يعطي الموافقة الثانية.
decide-nothing-to-confirm = لم يتخذ البرنامج أي قرار هنا.
decide-two-first = يجب أن يوافق شخصان هنا. موافقتك هي الأولى.
decide-two-second = أعطى زميل الموافقة الأولى. موافقتك هي الحاسمة.
decide-unanswered = هناك سؤال للمساهم لم يُجب عنه بعد.
decide-by-machine = صنّفه البرنامج محتوى مزعجًا لأنه يكرر ما صنّفه محرر كذلك. أكّده أو أعد فتحه.
decide-blocks-at-risk = قد يتعرض شخص للخطر بسببها. إن كان الأمر آمنًا فأزل هذه العلامة أولًا.
decide-blocks-second = في هذه الفئة يجب أن يوافق شخصان. أعد فتحها واطلب من زميل الموافقة الثانية.
decide-blocks-question = هناك سؤال مفتوح للمساهم. انتظر الجواب أو أغلق السؤال.

decide-first-yes = موافقة أولى
decide-second-yes = موافقة ثانية
decide-confirm = تأكيد المحتوى المزعج
decide-tag = إضافة وسم
decide-category = الفئة
decide-internal = ملاحظة للزملاء
decide-internal-hint = لا يقرؤها المساهم أبدًا.
decide-preview = معاينة
decide-preview-title = ما يقرؤه المساهم:
decide-preview-empty = اختر سببًا لتراه.
decide-words = { $words }
decide-rule-repeat-of-spam = تكرار لما صنّفه محرر محتوى مزعجًا.

decide-done-take = { $count ->
    [zero] بدأت مراجعة { $count } مساهمة.
    [one] بدأت مراجعتها.
    [two] بدأت مراجعة مساهمتين.
    [few] بدأت مراجعة { $count } مساهمات.
    [many] بدأت مراجعة { $count } مساهمة.
   *[other] بدأت مراجعة { $count } مساهمة.
}
decide-done-accept = { $count ->
    [zero] قُبلت { $count } مساهمة.
    [one] قُبلت.
    [two] قُبلت مساهمتان.
    [few] قُبلت { $count } مساهمات.
    [many] قُبلت { $count } مساهمة.
   *[other] قُبلت { $count } مساهمة.
}
decide-done-decline = { $count ->
    [zero] لم تُقبل { $count } مساهمة.
    [one] لم تُقبل.
    [two] لم تُقبل مساهمتان.
    [few] لم تُقبل { $count } مساهمات.
    [many] لم تُقبل { $count } مساهمة.
   *[other] لم تُقبل { $count } مساهمة.
}
decide-done-spam = { $count ->
    [zero] صُنفت { $count } مساهمة محتوى مزعجًا.
    [one] صُنفت محتوى مزعجًا.
    [two] صُنفت مساهمتان محتوى مزعجًا.
    [few] صُنفت { $count } مساهمات محتوى مزعجًا.
    [many] صُنفت { $count } مساهمة محتوى مزعجًا.
   *[other] صُنفت { $count } مساهمة محتوى مزعجًا.
}
decide-done-reopen = { $count ->
    [zero] أُعيد فتح { $count } مساهمة.
    [one] أُعيد فتحها.
    [two] أُعيد فتح مساهمتين.
    [few] أُعيد فتح { $count } مساهمات.
    [many] أُعيد فتح { $count } مساهمة.
   *[other] أُعيد فتح { $count } مساهمة.
}
decide-done-confirm = { $count ->
    [zero] تأكد أن { $count } مساهمة محتوى مزعج.
    [one] تأكد أنها محتوى مزعج.
    [two] تأكد أن مساهمتين محتوى مزعج.
    [few] تأكد أن { $count } مساهمات محتوى مزعج.
    [many] تأكد أن { $count } مساهمة محتوى مزعج.
   *[other] تأكد أن { $count } مساهمة محتوى مزعج.
}
decide-done-publish = { $count ->
    [zero] تُنشر { $count } قصة خلال ثوانٍ.
    [one] تُنشر خلال ثوانٍ.
    [two] تُنشر قصتان خلال ثوانٍ.
    [few] تُنشر { $count } قصص خلال ثوانٍ.
    [many] تُنشر { $count } قصة خلال ثوانٍ.
   *[other] تُنشر { $count } قصة خلال ثوانٍ.
}
decide-done-tag = { $count ->
    [zero] أُضيف الوسم إلى { $count } مساهمة.
    [one] أُضيف الوسم.
    [two] أُضيف الوسم إلى مساهمتين.
    [few] أُضيف الوسم إلى { $count } مساهمات.
    [many] أُضيف الوسم إلى { $count } مساهمة.
   *[other] أُضيف الوسم إلى { $count } مساهمة.
}
decide-done-category = { $count ->
    [zero] حُددت فئة { $count } مساهمة.
    [one] حُددت الفئة.
    [two] حُددت فئة مساهمتين.
    [few] حُددت فئة { $count } مساهمات.
    [many] حُددت فئة { $count } مساهمة.
   *[other] حُددت فئة { $count } مساهمة.
}
decide-done-first-yes = أُعطيت الموافقة الأولى. تنتظر موافقة زميل.
decide-done-confirmed = تأكد أنها محتوى مزعج.
decide-done-published = نُشرت. يراها الجمهور خلال ثوانٍ.
decide-all-of = القرار بشأن عدة مساهمات معًا…
decide-all-of-person = كل المفتوحة لهذا المساهم:
decide-all-alike = كل المفتوحة المتشابهة:

decide-undo = تراجع
decide-undo-how = يمكنك التراجع خلال ثوانٍ.
decide-look = عرضها
decide-back = رجوع
decide-undone = { $count ->
    [zero] تم التراجع: عادت { $count } مساهمة كما كانت.
    [one] تم التراجع: عادت كما كانت.
    [two] تم التراجع: عادت مساهمتان كما كانتا.
    [few] تم التراجع: عادت { $count } مساهمات كما كانت.
    [many] تم التراجع: عادت { $count } مساهمة كما كانت.
   *[other] تم التراجع: عادت { $count } مساهمة كما كانت.
}
decide-undone-one = تم التراجع. عادت كما كانت.
decide-undo-not-yours = لا يتراجع عنه إلا من قرره. يمكنك إعادة فتحها.
decide-undo-settled = أصبح القرار نافذًا.
decide-undo-changed = تغيّرت بعد ذلك وتبقى كما هي.
decide-undo-late = فات وقت التراجع
decide-undo-late-more = ما يترتب عليه في طريقه. يمكنك إعادة فتحها، ويُكتب ذلك في السجل.
decide-undo-partly = لم يتم التراجع عن الكل
decide-undo-partly-more = تبقى هذه كما هي:
decide-reopen-all = إعادة فتح كل هذه

decide-event-first-yes = موافقة أولى
decide-event-spam-by-rule = صُنفت محتوى مزعجًا بقاعدة
decide-event-confirmed = تأكد أنها محتوى مزعج
decide-event-undone = تم التراجع

decide-mail-subject = جديد من { $site }
decide-mail-text =
    هناك جديد بشأن ما أرسلته إلى { $site }.

    يمكنك قراءته هنا برمز الإيصال الذي عُرض عليك:

decide-bulk-title = مع المختارة
decide-bulk-all = كل ما في هذه الصفحة
decide-bulk-chosen = المختارة: #
decide-bulk-none-chosen = اختر عدة مساهمات لتقرر بشأنها معًا.
decide-bulk-none = لم يُختر شيء.
decide-bulk-too-many = اختر { $most } على الأكثر في المرة الواحدة.
decide-bulk-accept = { $count ->
    [zero] قبول { $count } مساهمة؟
    [one] قبول مساهمة واحدة؟
    [two] قبول مساهمتين؟
    [few] قبول { $count } مساهمات؟
    [many] قبول { $count } مساهمة؟
   *[other] قبول { $count } مساهمة؟
}
decide-bulk-decline = { $count ->
    [zero] عدم قبول { $count } مساهمة؟
    [one] عدم قبول مساهمة واحدة؟
    [two] عدم قبول مساهمتين؟
    [few] عدم قبول { $count } مساهمات؟
    [many] عدم قبول { $count } مساهمة؟
   *[other] عدم قبول { $count } مساهمة؟
}
decide-bulk-spam = { $count ->
    [zero] تصنيف { $count } مساهمة محتوى مزعجًا؟
    [one] تصنيف مساهمة واحدة محتوى مزعجًا؟
    [two] تصنيف مساهمتين محتوى مزعجًا؟
    [few] تصنيف { $count } مساهمات محتوى مزعجًا؟
    [many] تصنيف { $count } مساهمة محتوى مزعجًا؟
   *[other] تصنيف { $count } مساهمة محتوى مزعجًا؟
}
decide-bulk-confirm = { $count ->
    [zero] تأكيد أن { $count } مساهمة محتوى مزعج؟
    [one] تأكيد أن واحدة محتوى مزعج؟
    [two] تأكيد أن اثنتين محتوى مزعج؟
    [few] تأكيد أن { $count } مساهمات محتوى مزعج؟
    [many] تأكيد أن { $count } مساهمة محتوى مزعج؟
   *[other] تأكيد أن { $count } مساهمة محتوى مزعج؟
}
decide-bulk-reopen = { $count ->
    [zero] إعادة فتح { $count } مساهمة؟
    [one] إعادة فتح مساهمة واحدة؟
    [two] إعادة فتح مساهمتين؟
    [few] إعادة فتح { $count } مساهمات؟
    [many] إعادة فتح { $count } مساهمة؟
   *[other] إعادة فتح { $count } مساهمة؟
}
decide-bulk-take = { $count ->
    [zero] بدء مراجعة { $count } مساهمة؟
    [one] بدء مراجعة مساهمة واحدة؟
    [two] بدء مراجعة مساهمتين؟
    [few] بدء مراجعة { $count } مساهمات؟
    [many] بدء مراجعة { $count } مساهمة؟
   *[other] بدء مراجعة { $count } مساهمة؟
}
decide-bulk-tag = { $count ->
    [zero] إضافة وسم إلى { $count } مساهمة؟
    [one] إضافة وسم إلى مساهمة واحدة؟
    [two] إضافة وسم إلى مساهمتين؟
    [few] إضافة وسم إلى { $count } مساهمات؟
    [many] إضافة وسم إلى { $count } مساهمة؟
   *[other] إضافة وسم إلى { $count } مساهمة؟
}
decide-bulk-category = { $count ->
    [zero] تحديد فئة { $count } مساهمة؟
    [one] تحديد فئة مساهمة واحدة؟
    [two] تحديد فئة مساهمتين؟
    [few] تحديد فئة { $count } مساهمات؟
    [many] تحديد فئة { $count } مساهمة؟
   *[other] تحديد فئة { $count } مساهمة؟
}
decide-bulk-left-out = { $count ->
    [zero] استُثنيت { $count } مساهمة
    [one] استُثنيت مساهمة واحدة
    [two] استُثنيت مساهمتان
    [few] استُثنيت { $count } مساهمات
    [many] استُثنيت { $count } مساهمة
   *[other] استُثنيت { $count } مساهمة
}
decide-bulk-missing = { $count ->
    [zero] { $count } أخرى غير موجودة.
    [one] واحدة أخرى غير موجودة.
    [two] اثنتان أخريان غير موجودتين.
    [few] { $count } أخرى غير موجودة.
    [many] { $count } أخرى غير موجودة.
   *[other] { $count } أخرى غير موجودة.
}
decide-bulk-which = { $count ->
    [zero] أيّ { $count } مساهمة
    [one] أيها
    [two] أيّ اثنتين
    [few] أيّ { $count } مساهمات
    [many] أيّ { $count } مساهمة
   *[other] أيّ { $count } مساهمة
}
decide-bulk-yes = نعم، نفّذ
decide-bulk-no = لا، رجوع
decide-bulk-refused = لم يحدث شيء: لم يعد ممكنًا اتخاذ هذا القرار بشأن أي منها.
decide-bulk-changed = تغيّرت منذ اخترتها.
decide-bulk-at-risk = قد تعرّض شخصًا للخطر: قرر بشأنها وحدها.
decide-bulk-taken = هي قيد المراجعة أصلًا.
decide-bulk-open = هي مفتوحة أصلًا.
decide-bulk-has-tag = لها هذا الوسم أصلًا.
decide-bulk-tags-full = لها أقصى عدد من الوسوم.
decide-bulk-in-category = هي في هذه الفئة أصلًا.
decide-bulk-no-category = بلا فئة
decide-bulk-note-hint = يقرأ كل منهم هذه الكلمات مع الإيصال.
decide-bulk-tag-label = الوسم
decide-bulk-tag-missing = اكتب وسمًا.
decide-bulk-category-label = أي فئة؟
decide-bulk-category-missing = اختر فئة.

decide-reasons = أسباب عدم الاستخدام
decide-reasons-lede = يختار المحررون واحدًا منها عند عدم القبول، ويقرأ المساهم كلماته.
decide-reasons-missing = لا كلمات بعد بـ:
decide-reasons-retired = لم تعد معروضة
decide-reasons-retired-more = تبقى مقروءة حيث أُعطيت.
decide-reason = كلمات سبب
decide-reason-new = سبب جديد
decide-reason-lede = كن لطيفًا وصادقًا ولا تلم أحدًا: يقرأ هذا من تكلف عناء الإرسال.
decide-reason-save = حفظ
decide-reason-look = انظر ما هو مكتوب الآن
decide-reason-up = إلى أعلى: { $words }
decide-reason-down = إلى أسفل: { $words }
decide-reason-retire = إيقاف العرض
decide-reason-offer = عرض مجددًا
decide-reason-empty = اكتب الكلمات بـ{ $language }.
decide-reason-too-long = { $most } حرف على الأكثر.
decide-reason-faster = غيّر { $name } هذه الكلمات، { $when }. ما كتبته ما زال هنا، وحفظه يحل محل كلماته.
decide-reason-changed = تغيّرت هذه الكلمات في هذه الأثناء. ما كتبته ما زال هنا.

decide-story-waits = نُشرت. تظهر للجمهور في { $when }، ويمكنك التراجع حتى ذلك الحين.
