queue-queues = ڕیزەکان
queue-open = هەموو کراوەکان
queue-new = نوێ
queue-mine = هی من
queue-answer = وەڵامی دەوێت
queue-second = چاوی دووەمی دەوێت
queue-ready = ئامادە
queue-published = بڵاوکراوە
queue-not-used = بەکارنەهاتوو
queue-machine = بڕیاری بەرنامە
queue-risk = لە مەترسیدا
queue-all = هەمووی

queue-more-than = زیاتر لە { $count }

queue-empty = لێرە هیچ شتێک نییە
queue-empty-new = بەشدارییە نوێیەکان هەر کە دەنێردرێن لێرە دەردەکەون.
queue-empty-mine = هیچت لەبەردەستدا نییە. ئەوەی کاری لەسەر دەکەیت دێتە ئێرە.
queue-empty-answer = کەس چاوەڕێی وەڵام نییە و هیچ وەڵامێک چاوەڕێی خوێندنەوە نییە.
queue-empty-second = هیچ شتێک چاوەڕێی ڕەزامەندیی کەسی دووەم نییە.
queue-empty-ready = هیچ پەسەندکراوێک چاوەڕێی چیرۆک نییە.
queue-empty-published = هێشتا هیچ بڵاو نەکراوەتەوە.
queue-empty-not-used = هیچ شتێک ڕەت نەکراوەتەوە، نەکشێنراوەتەوە و وەک سپام دانەنراوە.
queue-empty-machine = بەرنامەکە هیچ بڕیارێکی نەداوە کە کەس سەیری نەکردبێت.
queue-empty-risk = هیچ شتێک وەک مەترسی بۆ کەسێک نیشانە نەکراوە.
queue-empty-all = هێشتا هیچ نەنێردراوە.
queue-empty-filtered = هیچ شتێک لەگەڵ هەموو ئەمانە ناگونجێت
queue-empty-filtered-more = فلتەرێک لابە، یان لە ڕیزێکی تر بگەڕێ.

queue-search = گەڕان لە دەق و شوێن و تاگ و تێبینییەکان
queue-search-go = بگەڕێ
queue-filters = فلتەرەکان
queue-filter-go = پیشانی بدە
queue-filter-clear = هەموو فلتەرەکان لابە
queue-filter-any = هەر کامێک
queue-filter-q = گەڕان
queue-filter-state = دۆخ
queue-filter-language = زمان
queue-filter-consent = ڕەزامەندی
queue-filter-kind = جۆر
queue-filter-has = هەیەتی
queue-filter-warn = ئاگاداری
queue-filter-category = پۆل
queue-filter-tag = تاگ
queue-filter-person = نێردراوە لەلایەن
queue-filter-place = شوێن
queue-filter-like = لێکچوون
queue-filter-since = لە ڕۆژی
queue-filter-until = تا ڕۆژی
queue-filter-older = لانیکەم چاوەڕێیە
queue-filter-claimed = کاری لەسەر دەکات
queue-chips = ئەو فلتەرانەی دانراون
queue-chip-remove = لابردن:
queue-unread = ئەمە تێنەگەیشترا و لابرا:

queue-kind-photo = وێنە
queue-kind-film = ڤیدیۆ
queue-kind-sound = دەنگ
queue-kind-text = تەنها دەق
queue-has-gps = GPS
queue-has-c2pa = Content Credentials
queue-has-repeats = پێشتر بینراوە
queue-has-files = فایل
queue-has-refused = فایلی وەرنەگیراو
queue-like = هەمان وێنە
queue-older-hours = { $hours ->
    [one] یەک کاتژمێر
   *[other] { $hours } کاتژمێر
}
queue-older-days = { $days ->
    [one] یەک ڕۆژ
   *[other] { $days } ڕۆژ
}
queue-claimed-me = خۆم
queue-claimed-nobody = کەس
queue-claimed-other = هاوکارێک
queue-claimed-somebody = کەسێک

queue-group = پێکەوەنان
queue-group-none = هیچ
queue-group-person = بەپێی بەشداربوو
queue-group-place = بەپێی شوێن
queue-group-likeness = بەپێی لێکچوون
queue-more-person = هەموو ئەوانەی ئەم بەشداربووە
queue-more-place = هەموو ئەوانەی ئەم شوێنە
queue-more-likeness = هەموو ئەوانەی هەمان شت پیشان دەدەن
queue-order = ڕیزبەندی
queue-order-oldest = کۆنترین لە پێشەوە
queue-order-newest = نوێترین لە پێشەوە
queue-look-list = وەک لیست
queue-look-grid = وەک خشتە
queue-page-before = پەڕەی پێشوو
queue-page-after = پەڕەی دواتر
queue-to-first = گەڕانەوە بۆ سەرەتا

queue-pick = هەڵبژاردنی «{ $title }»
queue-files = { $count ->
    [one] یەک فایل
   *[other] { $count } فایل
}
queue-files-refused = { $count ->
    [one] یەک فایل وەرنەگیراوە
   *[other] { $count } فایل وەرنەگیراون
}

queue-claimed-mark = { $name } کاری لەسەر دەکات
queue-claimed-mark-me = لای تۆیە
queue-mark-risk = لە مەترسیدا
queue-mark-unread = وەڵام هات
queue-mark-due = پرسیار کراوە، تا { $date }
queue-mark-overdue = لە { $date } بەدواوە وەڵام نییە
queue-mark-second = یەک بەڵێ، دووەمی دەوێت
queue-mark-machine = بڕیاری بەرنامە

queue-views = لیستە هەڵگیراوەکان
queue-views-more = لیستی هەڵگیراو ڕیزێک بە فلتەرەکانییەوە بە ناوێکەوە هەڵدەگرێت، بۆ خۆت یان بۆ هەمووانی مێزەکە.
queue-views-empty = هێشتا هیچ لیستێک هەڵنەگیراوە
queue-views-empty-more = لە ڕیزێکدا فلتەر دابنێ؛ لەژێر لیستەکەدا دەتوانیت هەڵیبگریت.
queue-back = بۆ مێزی هەواڵ
queue-view-keep = ئەم لیستە هەڵبگرە
queue-view-name = ناوی لیستەکە
queue-view-shared = بۆ هەمووانی مێزەکە
queue-view-save = هەڵیبگرە
queue-view-change = گۆڕین یان سڕینەوە
queue-view-delete = ئەم لیستە بسڕەوە
queue-view-is-mine = تەنها بۆ خۆت
queue-view-is-shared = هی تۆیە، بۆ هەمووانی مێزەکە
queue-view-of = { $name } بەشی کردووە
queue-view-name-missing = ناوێک بۆ لیستەکە دابنێ.
queue-view-name-long = ناوەکە نابێت لە { $most } پیت زیاتر بێت.
queue-view-name-taken = لیستێکی تر بەم ناوە هەیە.
queue-view-too-many = دەتوانیت لانی زۆر { $most } لیست هەڵبگریت. سەرەتا یەکێکیان بسڕەوە.
