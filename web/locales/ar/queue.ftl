queue-queues = القوائم
queue-open = كل المفتوحة
queue-new = جديدة
queue-mine = عندي
queue-answer = تنتظر ردًا
queue-second = تحتاج نظرة ثانية
queue-ready = جاهزة
queue-published = منشورة
queue-not-used = غير مستخدمة
queue-machine = قرار البرنامج
queue-risk = في خطر
queue-all = الكل

queue-more-than = أكثر من { $count }

queue-empty = لا يوجد شيء هنا
queue-empty-new = تظهر المساهمات الجديدة هنا فور إرسالها.
queue-empty-mine = ليس بين يديك شيء. ما تعمل عليه يظهر هنا.
queue-empty-answer = لا أحد ينتظر ردًا، ولا رد ينتظر القراءة.
queue-empty-second = لا شيء ينتظر موافقة شخص ثانٍ.
queue-empty-ready = لا مساهمة مقبولة تنتظر قصة.
queue-empty-published = لم يُنشر شيء بعد.
queue-empty-not-used = لم يُرفض شيء ولم يُسحب ولم يُعدّ مزعجًا.
queue-empty-machine = لم يقرر البرنامج شيئًا لم ينظر فيه أحد.
queue-empty-risk = لا شيء موسوم بأنه خطر على أحد.
queue-empty-all = لم يُرسل شيء بعد.
queue-empty-filtered = لا شيء يطابق كل هذا
queue-empty-filtered-more = أزل أحد المرشحات أو ابحث في قائمة أخرى.

queue-search = البحث في النصوص والأماكن والوسوم والملاحظات
queue-search-go = بحث
queue-filters = المرشحات
queue-filter-go = عرض
queue-filter-clear = إزالة كل المرشحات
queue-filter-any = الكل
queue-filter-q = البحث
queue-filter-state = الحالة
queue-filter-language = اللغة
queue-filter-consent = الموافقة
queue-filter-kind = النوع
queue-filter-has = يتضمن
queue-filter-warn = تحذير
queue-filter-category = الفئة
queue-filter-tag = وسم
queue-filter-person = المرسل
queue-filter-place = المكان
queue-filter-like = التشابه
queue-filter-since = من يوم
queue-filter-until = إلى يوم
queue-filter-older = تنتظر منذ
queue-filter-claimed = يعمل عليها
queue-chips = المرشحات المحددة
queue-chip-remove = إزالة:
queue-unread = تعذر فهم ما يلي فتُرك:

queue-kind-photo = صورة
queue-kind-film = فيديو
queue-kind-sound = صوت
queue-kind-text = نص فقط
queue-has-gps = GPS
queue-has-c2pa = Content Credentials
queue-has-repeats = شوهدت من قبل
queue-has-files = ملفات
queue-has-refused = ملفات مرفوضة
queue-like = الصورة نفسها
queue-older-hours = { $hours ->
    [zero] أقل من ساعة
    [one] ساعة
    [two] ساعتين
    [few] { $hours } ساعات
   *[other] { $hours } ساعة
}
queue-older-days = { $days ->
    [zero] أقل من يوم
    [one] يوم
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
queue-claimed-me = أنا
queue-claimed-nobody = لا أحد
queue-claimed-other = أحد الزملاء
queue-claimed-somebody = شخص ما

queue-group = التجميع
queue-group-none = بلا تجميع
queue-group-person = حسب المساهم
queue-group-place = حسب المكان
queue-group-likeness = حسب التشابه
queue-more-person = كل ما أرسله هذا المساهم
queue-more-place = كل ما ورد من هذا المكان
queue-more-likeness = كل ما يُظهر الشيء نفسه
queue-order = الترتيب
queue-order-oldest = الأقدم أولًا
queue-order-newest = الأحدث أولًا
queue-look-list = كقائمة
queue-look-grid = كشبكة
queue-page-before = الصفحة السابقة
queue-page-after = الصفحة التالية
queue-to-first = العودة إلى البداية

queue-pick = اختيار «{ $title }»
queue-files = { $count ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفًا
   *[other] { $count } ملف
}
queue-files-refused = { $count ->
    [zero] لا ملفات مرفوضة
    [one] ملف واحد مرفوض
    [two] ملفان مرفوضان
    [few] { $count } ملفات مرفوضة
    [many] { $count } ملفًا مرفوضًا
   *[other] { $count } ملف مرفوض
}

queue-claimed-mark = لدى { $name }
queue-claimed-mark-me = لديك
queue-mark-risk = في خطر
queue-mark-unread = وصل رد
queue-mark-due = سُئل، حتى { $date }
queue-mark-overdue = لا رد منذ { $date }
queue-mark-second = موافقة واحدة، وتلزم ثانية
queue-mark-machine = قرار البرنامج

queue-views = القوائم المحفوظة
queue-views-more = تحفظ القائمة المحفوظة قائمةً مع مرشحاتها تحت اسم، لك أو لكل من في المكتب.
queue-views-empty = لا قوائم محفوظة بعد
queue-views-empty-more = حدد المرشحات في قائمة؛ ويمكنك حفظها أسفل القائمة.
queue-back = إلى مكتب التحرير
queue-view-keep = حفظ هذه القائمة
queue-view-name = اسم القائمة
queue-view-shared = لكل من في المكتب
queue-view-save = حفظ
queue-view-change = تعديل أو حذف
queue-view-delete = حذف هذه القائمة
queue-view-is-mine = لك وحدك
queue-view-is-shared = لك، ومتاحة لكل من في المكتب
queue-view-of = شاركها { $name }
queue-view-name-missing = أعطِ القائمة اسمًا.
queue-view-name-long = الحد الأقصى لعدد أحرف الاسم هو { $most }.
queue-view-name-taken = توجد قائمة أخرى بهذا الاسم.
queue-view-too-many = يمكنك حفظ { $most } قائمة على الأكثر. احذف واحدة أولًا.
