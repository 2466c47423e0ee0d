# Deciding at the desk: many at once, undoing, reasons, and the mail that says that there is news.

decide-same-person = یەکەم بەڵێ هی تۆیە. هاوکارێک دەبێت دووەمیان بڵێت.
decide-nothing-to-confirm = بەرنامەکە لێرە هیچ بڕیارێکی نەداوە.
decide-two-first = لێرە دەبێت دوو کەس بەڵێ بڵێن. هی تۆ یەکەمە.
decide-two-second = هاوکارێک یەکەم بەڵێی گوتووە. هی تۆ بڕیار دەدات.
decide-unanswered = پرسیارێک لە بەشداربووەکە هێشتا وەڵام نەدراوەتەوە.
decide-by-machine = بەرنامەکە بە سپامی داناوە، چونکە دووبارەی شتێکە کە سەرنووسەرێک بە سپامی داناوە. پشتڕاستی بکەرەوە یان بیکەرەوە.
decide-blocks-at-risk = لەوانەیە کەسێک بەهۆیەوە بکەوێتە مەترسییەوە. ئەگەر سەلامەتە، سەرەتا ئەو نیشانەیە لاببە.
decide-blocks-second = لەم پۆلەدا دەبێت دوو کەس بەڵێ بڵێن. بیکەرەوە، با هاوکارێک دووەم بەڵێ بڵێت.
decide-blocks-question = پرسیارێک لە بەشداربووەکە کراوەیە. چاوەڕێی وەڵام بکە یان پرسیارەکە دابخە.

decide-first-yes = یەکەم بەڵێ
decide-second-yes = دووەم بەڵێ
decide-confirm = پشتڕاستکردنەوەی سپام
decide-tag = زیادکردنی تاگ
decide-category = پۆل
decide-internal = تێبینی بۆ هاوکاران
decide-internal-hint = بەشداربووەکە هەرگیز نایخوێنێتەوە.
decide-preview = پێشبینین
decide-preview-title = ئەوەی بەشداربووەکە دەیخوێنێتەوە:
decide-preview-empty = هۆکارێک هەڵبژێرە بۆ بینینی.
decide-words = { $words }
decide-rule-repeat-of-spam = دووبارەی شتێکە کە سەرنووسەرێک بە سپامی داناوە.

decide-done-take = { $count ->
    [one] پێداچوونەوەی دەستی پێ کرد.
   *[other] پێداچوونەوەی { $count } دانە دەستی پێ کرد.
}
decide-done-accept = { $count ->
    [one] پەسەند کرا.
   *[other] { $count } دانە پەسەند کران.
}
decide-done-decline = { $count ->
    [one] پەسەند نەکرا.
   *[other] { $count } دانە پەسەند نەکران.
}
decide-done-spam = { $count ->
    [one] بە سپام دانرا.
   *[other] { $count } دانە بە سپام دانران.
}
decide-done-reopen = { $count ->
    [one] دووبارە کرایەوە.
   *[other] { $count } دانە دووبارە کرانەوە.
}
decide-done-confirm = { $count ->
    [one] سپامبوونی پشتڕاست کرایەوە.
   *[other] سپامبوونی { $count } دانە پشتڕاست کرایەوە.
}
decide-done-publish = { $count ->
    [one] چەند چرکەیەکی تر بڵاو دەبێتەوە.
   *[other] چەند چرکەیەکی تر { $count } دانە بڵاو دەبنەوە.
}
decide-done-tag = { $count ->
    [one] تاگ زیاد کرا.
   *[other] تاگ بۆ { $count } دانە زیاد کرا.
}
decide-done-category = { $count ->
    [one] پۆلەکەی دیاری کرا.
   *[other] پۆلی { $count } دانە دیاری کرا.
}
decide-done-first-yes = یەکەم بەڵێ گوترا. چاوەڕێی هی هاوکارێکە.
decide-done-confirmed = سپامبوونی پشتڕاست کرایەوە.
decide-done-published = بڵاو کرایەوە. چەند چرکەیەکی تر خەڵک دەیبینن.
decide-all-of = پێکەوە بڕیاردان لەسەر چەند دانەیەک…
decide-all-of-person = هەموو کراوەکانی ئەم بەشداربووە:
decide-all-alike = هەموو کراوە هاوشێوەکان:

decide-undo = پاشگەزبوونەوە
decide-undo-how = بۆ چەند چرکەیەک دەتوانیت پاشگەز ببیتەوە.
decide-look = بیبینە
decide-back = گەڕانەوە
decide-undone = { $count ->
    [one] گەڕێنرایەوە: وەک خۆی لێ هاتەوە.
   *[other] گەڕێنرانەوە: { $count } دانە وەک خۆیان لێ هاتەوە.
}
decide-undone-one = گەڕێنرایەوە. وەک خۆی لێ هاتەوە.
decide-undo-not-yours = تەنها ئەوەی بڕیاری داوە دەتوانێت پاشگەز ببێتەوە. دەتوانیت بیکەیتەوە.
decide-undo-settled = کاریگەریی خۆی هەبووە.
decide-undo-changed = دوای ئەوە گۆڕاوە، وەک خۆی دەمێنێتەوە.
decide-undo-late = بۆ پاشگەزبوونەوە درەنگە
decide-undo-late-more = ئەوەی لێی دەکەوێتەوە بەڕێوەیە. دەتوانیت بیکەیتەوە: لە مێژووەکەدا دەنووسرێت.
decide-undo-partly = هەمووی نەگەڕێنرایەوە
decide-undo-partly-more = ئەمانە وەک خۆیان دەمێننەوە:
decide-reopen-all = هەموو ئەمانە بکەرەوە

decide-event-first-yes = یەکەم بەڵێ
decide-event-spam-by-rule = بەپێی یاسایەک بە سپام دانرا
decide-event-confirmed = سپامبوونی پشتڕاست کرایەوە
decide-event-undone = گەڕێنرایەوە

decide-mail-subject = هەواڵێک لە { $site }ـەوە
decide-mail-text =
    شتێکی نوێ هەیە دەربارەی ئەوەی بۆ { $site }ت نارد.

    بەو کۆدی پسوولەیەی پیشانت درا، لێرە دەیخوێنیتەوە:

decide-bulk-title = لەگەڵ هەڵبژێردراوەکان
decide-bulk-all = هەموو ئەم پەڕەیە
decide-bulk-chosen = # هەڵبژێردراو
decide-bulk-none-chosen = چەند دانەیەک هەڵبژێرە بۆ ئەوەی پێکەوە بڕیاریان لەسەر بدەیت.
decide-bulk-none = هیچ هەڵنەبژێردرا.
decide-bulk-too-many = لە یەک کاتدا زۆرترین { $most } هەڵبژێرە.
decide-bulk-accept = { $count ->
    [one] یەک بەشداری پەسەند بکرێت؟
   *[other] { $count } بەشداری پەسەند بکرێن؟
}
decide-bulk-decline = { $count ->
    [one] یەک بەشداری پەسەند نەکرێت؟
   *[other] { $count } بەشداری پەسەند نەکرێن؟
}
decide-bulk-spam = { $count ->
    [one] یەک بەشداری بە سپام دابنرێت؟
   *[other] { $count } بەشداری بە سپام دابنرێن؟
}
decide-bulk-confirm = { $count ->
    [one] سپامبوونی یەک دانە پشتڕاست بکرێتەوە؟
   *[other] سپامبوونی { $count } دانە پشتڕاست بکرێتەوە؟
}
decide-bulk-reopen = { $count ->
    [one] یەک بەشداری دووبارە بکرێتەوە؟
   *[other] { $count } بەشداری دووبارە بکرێنەوە؟
}
decide-bulk-take = { $count ->
    [one] پێداچوونەوەی یەک بەشداری دەست پێ بکات؟
   *[other] پێداچوونەوەی { $count } بەشداری دەست پێ بکات؟
}
decide-bulk-tag = { $count ->
    [one] تاگ بۆ یەک بەشداری زیاد بکرێت؟
   *[other] تاگ بۆ { $count } بەشداری زیاد بکرێت؟
}
decide-bulk-category = { $count ->
    [one] پۆلی یەک بەشداری دیاری بکرێت؟
   *[other] پۆلی { $count } بەشداری دیاری بکرێت؟
}
decide-bulk-left-out = { $count ->
    [one] یەک دانە لێی دەرکراوە
   *[other] { $count } دانە لێی دەرکراون
}
decide-bulk-missing = { $count ->
    [one] یەکێکی تر لەوێ نییە.
   *[other] { $count }ی تر لەوێ نین.
}
decide-bulk-which = { $count ->
    [one] کامەیانە
   *[other] ئەو { $count } دانەیە کامانەن
}
decide-bulk-yes = بەڵێ، بیکە
decide-bulk-no = نا، گەڕانەوە
decide-bulk-refused = هیچ نەکرا: هیچیان چیتر بەم شێوەیە بڕیاریان لەسەر نادرێت.
decide-bulk-changed = دوای هەڵبژاردنت گۆڕاوە.
decide-bulk-at-risk = لەوانەیە کەسێک بخاتە مەترسییەوە: بە تەنیا بڕیاری لەسەر بدە.
decide-bulk-taken = پێشتر لە پێداچوونەوەدایە.
decide-bulk-open = پێشتر کراوەیە.
decide-bulk-has-tag = پێشتر ئەم تاگەی هەیە.
decide-bulk-tags-full = ئەوەندە تاگی هەیە کە ڕێگەی پێ دراوە.
decide-bulk-in-category = پێشتر لەم پۆلەدایە.
decide-bulk-no-category = بێ پۆل
decide-bulk-note-hint = هەر یەکێکیان ئەم وشانە لەگەڵ پسوولەکە دەخوێنێتەوە.
decide-bulk-tag-label = تاگ
decide-bulk-tag-missing = تاگێک بنووسە.
decide-bulk-category-label = کام پۆل؟
decide-bulk-category-missing = پۆلێک هەڵبژێرە.

decide-reasons = هۆکارەکانی بەکارنەهێنان
decide-reasons-lede = سەرنووسەران یەکێک لەمانە هەڵدەبژێرن کاتێک پەسەند ناکەن. بەشداربووەکە وشەکانی دەخوێنێتەوە.
decide-reasons-missing = هێشتا وشەی نییە بە:
decide-reasons-retired = چیتر ناخرێنە ڕوو
decide-reasons-retired-more = لەو شوێنانەی دراون هێشتا دەخوێنرێنەوە.
decide-reason = وشەکانی هۆکارێک
decide-reason-new = هۆکاری نوێ
decide-reason-lede = میهرەبان و ڕاستگۆ بە و کەس تاوانبار مەکە: کەسێک ئەمە دەخوێنێتەوە کە ئەرکی ناردنی شتێکی کێشاوە.
decide-reason-save = پاشەکەوتکردن
decide-reason-look = ببینە ئێستا چی لەوێ نووسراوە
decide-reason-up = بۆ سەرەوە: { $words }
decide-reason-down = بۆ خوارەوە: { $words }
decide-reason-retire = لابردن
decide-reason-offer = دووبارە خستنەڕوو
decide-reason-empty = وشەکان بە { $language } بنووسە.
decide-reason-too-long = زۆرترین { $most } پیت.
decide-reason-faster = { $name } ئەم وشانەی گۆڕی، { $when }. ئەوەی نووسیت هێشتا لێرەیە؛ پاشەکەوتکردنی جێی هی ئەو دەگرێتەوە.
decide-reason-changed = لەم نێوەدا ئەم وشانە گۆڕدران. ئەوەی نووسیت هێشتا لێرەیە.

decide-story-waits = بڵاو کرایەوە. لە { $when } بۆ خەڵک دەردەکەوێت؛ تا ئەو کاتە دەتوانیت پاشگەز ببیتەوە.
