# The desk of comments. Explanations stand in the English file.

cdesk-title = کۆمێنتەکان
cdesk-queues = لیستەکانی کۆمێنت
cdesk-queue-reported = ڕاپۆرتکراو
cdesk-queue-held = ڕاگیراو
cdesk-queue-new = کەسانی نوێ
cdesk-queue-latest = نوێترین
cdesk-queue-machine = بڕیاری بەرنامە
cdesk-queue-appeals = تانەدان
cdesk-rules = ڕێساکان
cdesk-bans = قەدەغەکان
cdesk-contributions = بەشدارییەکان

cdesk-empty-reported = هیچ ڕاپۆرتێک چاوەڕێی وەڵام نییە.
cdesk-empty-held = هیچ کۆمێنتێک چاوەڕێی پیشاندان نییە.
cdesk-empty-new = لە دوایین سەیرکردنەوە کەس بۆ یەکەم جار کۆمێنتی نەنووسیوە.
cdesk-empty-latest = هێشتا کەس کۆمێنتی نەنووسیوە.
cdesk-empty-machine = بەرنامەکە هیچ بڕیارێکی نەداوە کە کەس سەیری نەکردبێت.
cdesk-empty-appeals = هیچ قەدەغەکراوێک چاوەڕێی وەڵام نییە.

cdesk-search = گەڕان لە دەق و ناوەکاندا
cdesk-looked-to = تا { $when } گەڕا. کۆمێنتە کۆنترەکان لە پەڕەی دواترن.
cdesk-of-thread = کۆمێنتەکانی ژێر یەک بابەت
cdesk-of-person = کۆمێنتەکانی یەک کەس

cdesk-by-account = بە هەژمار
cdesk-by-guest = میوان
cdesk-in = لە ژێر
cdesk-answer-in = وەڵام، لە ژێر
cdesk-under = لە ژێر
cdesk-edited = دەستکاری کراوە
cdesk-empty-text = بێ دەق
cdesk-likes = { $count ->
    [one] ١ بەدڵبوون
   *[other] { $count } بەدڵبوون
}
cdesk-answers = { $count ->
    [one] ١ وەڵام
   *[other] { $count } وەڵام
}
cdesk-reports = { $count ->
    [one] ١ ڕاپۆرت چاوەڕێیە
   *[other] { $count } ڕاپۆرت چاوەڕێن
}
cdesk-first = یەکەم کۆمێنت
cdesk-promoted = پێشنیارکراو
cdesk-pinned = هەڵواسراو
cdesk-state-shown = پیشاندراو
cdesk-state-held = چاوەڕێیە
cdesk-state-removed = لابراو
cdesk-state-spam = سپام
cdesk-state-deleted = نووسەرەکەی کێشاویەتییەوە
cdesk-somebody = کەسێک
cdesk-banned-for = قەدەغەکراوە لەبەر:
cdesk-the-comment = کۆمێنتەکە

cdesk-decide = چی بکرێت
cdesk-show = پیشانی بدە
cdesk-remove = لایببە
cdesk-spam = سپام
cdesk-leave = وەک خۆی بێت
cdesk-pin = هەڵیبواسە
cdesk-unpin = دایبگرە
cdesk-promote = پێشنیاری بکە
cdesk-unpromote = چیتر پێشنیاری مەکە
cdesk-asks-show = { $count ->
    [one] ١ کۆمێنت پیشان بدرێت؟
   *[other] { $count } کۆمێنت پیشان بدرێن؟
}
cdesk-asks-remove = { $count ->
    [one] ١ کۆمێنت لاببرێت؟
   *[other] { $count } کۆمێنت لاببرێن؟
}
cdesk-asks-spam = { $count ->
    [one] ئایا ١ کۆمێنت سپامە؟
   *[other] ئایا { $count } کۆمێنت سپامن؟
}
cdesk-asks-leave = { $count ->
    [one] ١ کۆمێنت وەک خۆی بێت؟
   *[other] { $count } کۆمێنت وەک خۆیان بن؟
}
cdesk-asks-mark = { $count ->
    [one] ١ کۆمێنت نیشان بکرێت؟
   *[other] { $count } کۆمێنت نیشان بکرێن؟
}
cdesk-done-show = { $count ->
    [one] پیشان درا.
   *[other] { $count } دانە پیشان دران.
}
cdesk-done-remove = { $count ->
    [one] لابرا.
   *[other] { $count } دانە لابران.
}
cdesk-done-spam = { $count ->
    [one] وەک سپام دانرا.
   *[other] { $count } دانە وەک سپام دانران.
}
cdesk-done-leave = { $count ->
    [one] وەک خۆی مایەوە.
   *[other] { $count } دانە وەک خۆیان مانەوە.
}
cdesk-done-mark = { $count ->
    [one] کرا.
   *[other] { $count } دانە نیشان کران.
}

cdesk-already = هەر وایە.
cdesk-changed = لەوەتەی خوێندتەوە گۆڕاوە. سەیری بکە وەک ئێستا هەیە.
cdesk-not-deleted = نووسەرەکەی کێشاویەتییەوە.
cdesk-not-reported = هیچ ڕاپۆرتێک چاوەڕێ نییە.
cdesk-not-shown = تەنیا ئەوەی هەمووان دەیخوێننەوە دەکرێت نیشان بکرێت.
cdesk-undo-late = کاری خۆی کردووە. دەتوانیت لە نوێوە بڕیار بدەیت.

cdesk-reason-insult = سووکایەتی بە کەسێک دەکات.
cdesk-reason-hate = ڕق لە دژی خەڵک دەوروژێنێت.
cdesk-reason-threat = هەڕەشە لە کەسێک دەکات.
cdesk-reason-private = شتی تایبەتی کەسێک ئاشکرا دەکات.
cdesk-reason-false = شتێک دەڵێت کە زانراوە ڕاست نییە.
cdesk-reason-off-topic = لەسەر ئەم بابەتە نییە.
cdesk-reason-advert = ڕیکلامە.
cdesk-reason-law = دژی یاسایە.
cdesk-reason-own = هۆکارێکی تر، بە وشەی خۆمان
cdesk-reason-hint = ئەوەی نووسیویەتی هۆکارەکە دەخوێنێتەوە.
cdesk-reason-missing = هۆکارێک هەڵبژێرە.
cdesk-words = بە وشەی خۆمان
cdesk-words-hint = تەنیا لەگەڵ «هۆکارێکی تر».
cdesk-words-missing = هۆکارەکە بە چەند وشەیەک بنووسە.
cdesk-remove-yes = لایببە

cdesk-comment-of = کۆمێنتی { $name }
cdesk-back = گەڕانەوە بۆ لیستەکە
cdesk-to-comment = گەڕانەوە بۆ کۆمێنتەکە
cdesk-answers-this = وەڵامی ئەمەیە
cdesk-text = چی دەڵێت
cdesk-in-place = سەیری بکە لەو شوێنەی خوێنەران دەیبینن
cdesk-machine-decided = بەرنامەکە بڕیاری داوە:
cdesk-told-author = نووسەرەکەی دەخوێنێتەوە
cdesk-decided-by = بڕیاری داوە
cdesk-report-closed = وەڵام دراوەتەوە
cdesk-report-email = ناونیشانی بەجێهێشتووە
cdesk-edits = پێشتر چی دەگوت
cdesk-until = تا
cdesk-no-history = هێشتا هیچی لێ نەکراوە.
cdesk-by-machine = بەرنامەکە
cdesk-by-reader = خوێنەرێک
cdesk-contribution = بیکە بە بەشداری
cdesk-contribution-more = بەشدارییەک بەم وشانەوە دێتە سەر مێزەکە. پێش بڵاوکردنەوەی هەر شتێک پرس بە نووسەرەکەی دەکرێت.
cdesk-contribution-note = لە کۆمێنتێکەوە لەسەر «{ $title }»: { $address }
cdesk-contribution-yes = بەشدارییەکی لێ دروست بکە

cdesk-person-comments = کۆمێنتەکان
cdesk-person-all = { $count ->
    [one] ١ کۆمێنت
   *[other] { $count } کۆمێنت
}
cdesk-person-many = نوێترین { $count } دانە، و زیاتر
cdesk-person-shown = { $percent } لەسەدی ئەوەی بڕیاری لەسەر درا پیشان دراوە
cdesk-person-since = یەکەم کۆمێنت
cdesk-person-others = کۆمێنتەکانی تریان
cdesk-person-forgotten = کێ بووە، لەبیر کراوە.

cdesk-email-ask = پیشاندانی ناونیشانەکان…
cdesk-email-title = ناونیشانەکانی ئیمەیڵ
cdesk-email-what = بەڵێن بەم کەسانە دراوە کە ناونیشانیان پیشان نادرێت. تەنیا ئەگەر ناچار بیت بۆیان بنووسیت سەیری بکە.
cdesk-email-why-hint = چەند وشەیەک بۆ هاوکارەکانت. ناونیشانەکە لێرە مەنووسە.
cdesk-email-show = ناونیشانەکان پیشان بدە
cdesk-email-keep = مەیاندە بە کەس و لە تێبینیدا مەیاننووسە. ئەم پەڕەیە یەک جار پیشانیان دەدات.
cdesk-email-nothing = هیچ ناونیشانێک بەجێنەهێڵراوە.
cdesk-email-author = ئەوەی نووسیویەتی
cdesk-email-reporter = ئەوەی ڕاپۆرتی کردووە:

cdesk-thread-count = { $count ->
    [one] ١ کۆمێنت پیشان دەدرێت
   *[other] { $count } کۆمێنت پیشان دەدرێن
}
cdesk-thread-ended = بابەتەکە نەماوە
cdesk-thread-closed = داخراوە
cdesk-thread-holds = هەموو شتێک سەرەتا چاوەڕێیە
cdesk-thread-slowed = خاو کراوەتەوە
cdesk-thread-muted = لە «ئێوە چی دەڵێن» دا نییە
cdesk-thread-close = کۆمێنتەکان دابخە
cdesk-thread-open = کۆمێنتەکان بکەرەوە
cdesk-thread-hold = با هەموو شتێک سەرەتا چاوەڕێ بێت
cdesk-thread-flow = دیسان یەکسەر پیشان بدە
cdesk-thread-slow = خاوی بکەرەوە: دوو خولەک لە نێوان دوو کۆمێنتی یەک کەسدا
cdesk-thread-quick = بگەڕێنەوە بۆ خێرایی ئاسایی
cdesk-thread-mute = لە «ئێوە چی دەڵێن» دووری بخەرەوە
cdesk-thread-hear = بیگەڕێنەوە ناو «ئێوە چی دەڵێن»

cdesk-event-held = بە ڕێسایەک ڕاگیرا
cdesk-event-machine-spam = بە ڕێسایەک وەک سپام دانرا
cdesk-event-held-by-reports = بەهۆی ڕاپۆرتەکانەوە ڕاگیرا
cdesk-event-edited = دەستکاری کرا
cdesk-event-deleted = کێشرایەوە
cdesk-event-reported = ڕاپۆرت کرا
cdesk-event-shown = پیشان درا
cdesk-event-removed = لابرا
cdesk-event-spam = وەک سپام دانرا
cdesk-event-left = وەڵامی ڕاپۆرتەکان درایەوە، وەک خۆی مایەوە
cdesk-event-pinned = هەڵواسرا
cdesk-event-unpinned = داگیرا
cdesk-event-promoted = پێشنیار کرا
cdesk-event-unpromoted = چیتر پێشنیار نەکرا
cdesk-event-undone = پووچەڵ کرایەوە
cdesk-event-email = ناونیشانەکان پیشان دران
cdesk-event-banned = نووسەرەکەی قەدەغە کرا
cdesk-event-contributed = بەشدارییەکی لێ دروست کرا

cdesk-audit-removed = کۆمێنت لابران
cdesk-audit-undone = لابردنی کۆمێنت پووچەڵ کرایەوە
cdesk-audit-email = ناونیشانەکانی کۆمێنتێک پیشان دران
cdesk-audit-thread = ڕیزە کۆمێنتێک ڕێک خرا
cdesk-audit-banned = کەسێک ناتوانێت کۆمێنت بنووسێت
cdesk-audit-ban-ended = کەسێک دیسان دەتوانێت کۆمێنت بنووسێت
cdesk-audit-appeal = وەڵامی تانەی قەدەغەیەک درایەوە
cdesk-audit-rules = ڕێساکانی کۆمێنت گۆڕدران
