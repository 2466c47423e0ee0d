# Stories, comments, tags and boxes. Explanations stand in the English file.

home-title = چیرۆکی خوێنەرانمان
home-more = چیرۆکی زیاتر
home-earlier = چیرۆکەکانی پێشوو
home-invite = چیرۆک، وێنە و ڤیدیۆکانت بۆ { $site } بنێرە، و دوور نییە هەموو جیهان بیانبینێت.
home-invite-button = چیرۆکەکەت بنێرە
home-invite-promise = پێویستت بە هەژمار نییە، و خۆت بڕیار دەدەیت ناوت پیشان بدرێت یان نا.
home-empty = هێشتا هیچ چیرۆکێک نییە
home-empty-more = دەکرێت یەکەم چیرۆکی ئێرە هی تۆ بێت.

story-by = ناردنی: { $name }
story-by-reader = خوێنەرێک ناردوویەتی
story-credit = { $kind ->
    [film] ڤیدیۆ: { $name }
    [sound] دەنگ: { $name }
   *[picture] وێنە: { $name }
}
story-credit-reader = { $kind ->
    [film] ڤیدیۆ: خوێنەرێک ناردوویەتی
    [sound] دەنگ: خوێنەرێک ناردوویەتی
   *[picture] وێنە: خوێنەرێک ناردوویەتی
}
story-how-title = چۆن گەیشتە دەستمان
story-how = خوێنەرێک ئەمەی بۆ «ببە بە بەشێک لە { $site }» ناردووە. دەستەی نووسەران پێش بڵاوکردنەوە سەیری کردووە و پشکنیویەتی.
story-gone = ئەم چیرۆکە کشێنراوەتەوە و چیتر لێرە نییە. وێنەکانیشی لابراون.

story-corrected = لە { $when } ڕاست کرایەوە
story-correction-title = ڕاستکردنەوە
story-tags = تاگەکان
story-checked-title = چیمان پشکنیوە
story-related = زیاتر لەم بارەیەوە
story-print = ئەم چیرۆکە چاپ بکە
story-light-on = داتا پاشەکەوت بکە: وێنەی بچووک پیشان بدە
story-light-off = وێنەکان بە کوالێتیی تەواو پیشان بدە

story-field-tags = تاگەکان
story-field-tags-hint = باسی چی دەکات، کۆما لە نێوانیان دابنێ: لافاو، هەولێر، فریاکەوتن
story-field-checked = چی پشکنراوە
story-field-checked-hint = خوێنەران ئەمە لە ژێر چیرۆکەکە و بە زمانی ئەو دەبینن: پەیوەندی بە کێوە کراوە، کام شوێن بەراورد کراوە، چی نازانرێت.
story-field-correction = ڕاستکردنەوە
story-field-correction-hint = چی هەڵە بوو و ئێستا ڕاستە. خوێنەران لە ژێر چیرۆکەکە لەگەڵ کاتەکەی دەیبینن. نوێترین لە پێشەوە.
story-tag-too-long = تاگێک نابێت لە { $max } پیت زیاتر بێت.
story-tags-too-many = چیرۆکێک نابێت لە { $max } تاگ زیاتری هەبێت.
story-note-too-long = ئەمە نابێت لە { $max } پیت زیاتر بێت.

compose-title = چیرۆکێک ئامادە بکە
compose-back = گەڕانەوە بۆ بەشدارییەکە
compose-saved = ڕەشنووسەکە هەڵگیرا. هێشتا هیچی بڵاو نەکراوەتەوە.
compose-stale-title = کەسێک پێش تۆ کەوت
compose-stale = دوای ئەوەی تۆ ئەم چیرۆکەت کردەوە، هاوکارێکت گۆڕی. ئەوەی نووسیوتە هێشتا لێرەیە و هەڵنەگیراوە. ئەگەر ئێستا هەڵیبگریت یان بڵاوی بکەیتەوە، نووسینەکەی تۆ جێی هی ئەو دەگرێتەوە.
compose-stale-look = ببینە چیرۆکەکە ئێستا چۆنە
compose-is-public = ئەم چیرۆکە بڵاو کراوەتەوە. هەر شتێک لێرە بیگۆڕیت، دەستبەجێ لەوێش دەگۆڕێت.
compose-see-public = پەڕە بڵاوکراوەکە ببینە
compose-field-title = سەردێڕ
compose-field-body = دەق
compose-field-body-hint = دێڕێکی بەتاڵ پەرەگرافێکی نوێ دەست پێ دەکات.
compose-field-language = زمانی دەقەکە
compose-field-byline = ناوی خاوەنی چیرۆکەکە
compose-field-byline-hint = بەشداربووەکە دەیەوێت ناوی بنووسرێت. لێرە وشەی تر لە جێی ناوەکە بنووسە، یان بە بەتاڵی بەجێی بهێڵە بۆ ئەوەی ناو نەنووسرێت.
compose-byline-unnamed = بەشداربووەکە ڕازی نەبووە ناوی بنووسرێت، بۆیە ناکرێت چیرۆکەکە ناوی لەگەڵ بێت.
compose-field-place = شوێن
compose-pictures = وێنەکان
compose-pictures-none = هیچ وێنەیەک نییە کە بتوانرێت بەکار بهێنرێت.
compose-pictures-hint = وێنەکانی چیرۆکەکە هەڵبژێرە. ئەوەی بچووکترین ژمارەی هەیە یەکەم دێت.
compose-picture-use = ئەم وێنەیە بەکار بهێنە
compose-picture-order = ڕیزبەندی
compose-picture-caption = ژێرنووس
compose-picture-alt = وەسف
compose-picture-alt-hint = وێنەکە چی پیشان دەدات، بۆ ئەو کەسانەی ناتوانن بیبینن.
compose-save = ڕەشنووسەکە هەڵبگرە
compose-publish = بڵاوی بکەرەوە
compose-update = هەڵیبگرە و پەڕە بڵاوکراوەکە نوێ بکەرەوە
compose-sent = ئەوەی خوێنەرەکە ناردوویەتی
compose-sent-hint = هەرچییەک لە چیرۆکەکەدا بنووسیت، ئەمە وەک خۆی دەمێنێتەوە.
compose-sent-consent = ڕەزامەندی
compose-sent-place = شوێن
compose-sent-happened = کەی ڕوویداوە
compose-sent-when = کاتی ناردن
compose-title-missing = سەردێڕێک بنووسە.
compose-title-too-long = سەردێڕەکە نابێت لە { $max } پیت زیاتر بێت.
compose-body-missing = دەقێک بنووسە، یان لانیکەم یەک وێنە هەڵبژێرە.
compose-body-too-long = دەقەکە نابێت لە { $max } پیت زیاتر بێت.
compose-language-missing = زمانی دەقەکە هەڵبژێرە.
compose-byline-too-long = ناوی خاوەنی چیرۆکەکە نابێت لە { $max } پیت زیاتر بێت.
compose-place-too-long = ناوی شوێنەکە نابێت لە { $max } پیت زیاتر بێت.
compose-order-not-a-number = ڕیزبەندیی وێنە دەبێت ژمارەیەکی تەواو بێت، وەک ١ یان ٢.
compose-caption-too-long = ژێرنووس یان وەسف نابێت لە { $max } پیت زیاتر بێت.
