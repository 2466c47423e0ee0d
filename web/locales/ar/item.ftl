## The page.
item-steps = في القائمة
item-previous = السابق
item-next = التالي
item-place = { $place } من { $count }
item-jumps = أقسام هذه الصفحة
item-jump-text = النص
item-jump-checks = التحقق
item-jump-talk = المحادثة
item-tabs = المحادثة والملاحظات
item-tab-sender = مع المُرسِل
item-tab-desk = مكتب التحرير
item-tab-own = أنا فقط

## Care for who looks.
item-warning-graphic = دماء أو جروح
item-warning-death = قتلى أو موتى
item-warning-child = طفل معرّض للأذى
item-warning-violence = عنف
item-warning-sexual = عنف جنسي أو عُري
item-warning-other = مشاهد صعبة
item-veil-blur = مموّهة إلى أن تُفتح
item-veil-grey = بلا ألوان حتى بعد الفتح
item-veil-small = صغيرة حتى بعد الفتح
item-veil-nothing = كما هي
item-care = تحذيرات
item-care-none = لا توجد بعد.
item-care-change = تغيير التحذيرات
item-care-legend = ما الذي يُرى أو يُسمع؟
item-care-hint = يقرؤها الزملاء قبل فتح الملفات.
item-care-save = حفظ التحذيرات
item-seen-today = فتحتَ اليوم { $count } من المواد الصعبة.
item-care-preferences = طريقة عرضها
item-care-choice = المشاهد الصعبة
item-care-choice-more = الملفات التي عليها تحذير مغطاة إلى أن تفتحها. لا يرى هذا الاختيار سواك.
item-care-choice-legend = كيف تريد أن تظهر؟
item-event-warned = تغيّرت التحذيرات
item-done-warned = حُفظت التحذيرات.
item-covered = قد تكون مشاهدة الملفات صعبة (العدد: { $count }). يبقى الصوت مغلقاً.
item-uncover = إظهار الملفات
item-plain = إظهارها كما هي
item-graphic-label = فيه ما تصعب مشاهدته
item-graphic-hint = دماء أو جروح أو موتى. ننبّه من يفتحه.

## What was claimed beside what was recorded. “They” is who sent it. No word judges them.
item-recorded = ما قيل وما سُجّل
item-recorded-not-yet = ما زال الملف قيد القراءة.
item-recorded-nothing = لا يذكر الملف شيئاً عن نفسه، وهذا حال معظم الملفات.
item-recorded-at = الوقت في الملف
item-recorded-zone = المنطقة الزمنية
item-recorded-zone-none = لم تذكرها الكاميرا
item-recorded-device = صُوّر بواسطة
item-recorded-software = البرامج
item-place-agrees = الملف من المكان الذي ذكروه.
item-place-apart = صُنع الملف على بعد { $distance } من المكان الذي ذكروه.
item-time-agrees = قد يكون وقت الملف هو الوقت الذي ذكروه.
item-time-later = وقت الملف بعد الوقت الذي ذكروه بمقدار { $span }.
item-time-earlier = وقت الملف قبل الوقت الذي ذكروه بمقدار { $span }.
item-sent-after = صُنع قبل إرساله بمقدار { $span }.
item-sent-before = تُظهر ساعة الملف وقتاً بعد الإرسال بمقدار { $span }.
item-span-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
item-span-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
item-span-days = { $count ->
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
   *[other] { $count } يوماً
}
item-kilometres = { $km } كم
item-north = شمالاً
item-north-east = شمال شرق
item-east = شرقاً
item-south-east = جنوب شرق
item-south = جنوباً
item-south-west = جنوب غرب
item-west = غرباً
item-north-west = شمال غرب
item-map-claim = المكان الذي ذكروه يبعد عنه { $distance } ({ $direction }).
item-near = على بعد { $distance } من { $place }
item-c2pa = اعتمادات المحتوى
item-c2pa-valid = الملف كما وُقّع.
item-c2pa-changed = لم يعد الملف كما وُقّع.
item-c2pa-invalid = التوقيع غير معتبر.
item-c2pa-unreadable = لا يمكن قراءة التوقيع.
item-c2pa-elsewhere = التوقيع محفوظ في مكان آخر، ولم نسأل أحداً.
item-c2pa-issuer = وُقّع باسم
item-c2pa-signer = الموقِّع
item-c2pa-made-with = وُقّع بواسطة
item-c2pa-actions = ما جرى عليه
item-c2pa-source = كيف نشأ
item-c2pa-reasons = السبب
item-metadata = كل ما يقوله الملف
item-metadata-withheld = حقول قد تكشف من صنعه ولا تُعرض (العدد: { $count }).
item-metadata-ask = طلب معرفة المُرسِل
item-sum-place = المكان: { $agree } يوافق ما قيل، و{ $differ } لا يوافقه.
item-sum-time = الوقت: { $agree } يوافق ما قيل، و{ $differ } لا يوافقه.

## What became of another contribution with the same file. $state is the name of its state, e.g. “Declined”.
item-earlier = { $state } قبل { $span }
item-earlier-why = { $state } قبل { $span }: { $why }
item-earlier-waits = { $state }، لم يُبتّ فيه

## The player.
item-play = تشغيل
item-pause = إيقاف مؤقت
item-frame-back = إطار إلى الوراء
item-frame-on = إطار إلى الأمام
item-speed = السرعة
item-time = الوقت
item-mute = إغلاق الصوت
item-unmute = فتح الصوت
item-volume = مستوى الصوت
item-loop = التكرار من هنا
item-loop-end = التكرار إلى هنا
item-loop-off = إيقاف التكرار
item-zoom = الحجم
item-nearer = تقريب
item-farther = إبعاد
item-whole = الصورة كاملة
item-turn = تدوير ربع دورة
item-levels = الضوء والظل
item-brightness = السطوع
item-contrast = التباين
item-gamma = الظلال
item-as-is = كما هي
item-full = ملء الشاشة
item-strip = ملفات هذه المساهمة
item-strip-file = الملف #1 من #2
item-player-keys = مفاتيح المشغّل
item-player-keys-hint = تعمل حين يكون التركيز على الصورة أو أحد أزرارها.
item-move = تحريك الصورة
item-other-file = الملف التالي أو السابق
item-more = المزيد
item-file-facts = عن هذا الملف
