# Comments as they are read. Explanations stand in the English file.

thread-title = { $count ->
    [0] کۆمێنتەکان
    [one] { $count } کۆمێنت
   *[other] { $count } کۆمێنت
}
thread-page-title = کۆمێنتەکان لەسەر { $title }
thread-comment-title = { $name } لەسەر { $title }
thread-back = گەڕانەوە بۆ بابەتەکە
thread-back-all = هەموو کۆمێنتەکان
thread-gone = ئەوەی لێرە گوترا لەگەڵ بابەتەکەیدا نەماوە.
thread-comment-gone = ئەم کۆمێنتە نەماوە.
thread-empty = هێشتا کەس هیچی نەگوتووە. تۆ یەکەم کەس بە.
thread-empty-closed = کەس لێرە هیچی نەگوتووە.
thread-no-more = کۆمێنتی تر نییە.
thread-closed = لێرە کۆمێنت داخراوە. ئەوەی گوتراوە دەمێنێتەوە و دەخوێنرێتەوە.
thread-order = ڕیزکردنی کۆمێنتەکان
thread-newest = نوێترین
thread-oldest = کۆنترین
thread-liked = زۆرترین پەسندکراو
thread-first = گەڕانەوە بۆ یەکەم
thread-next = کۆمێنتی زیاتر
thread-own = هی تۆ
thread-news = کۆمێنتی نوێ: #

thread-staff = ژووری هەواڵ
thread-edited = دەستکاری کراوە
thread-promoted = ژووری هەواڵ پێشنیاری دەکات
thread-waits = ئەمە چاوەڕێی ژووری هەواڵە. تەنیا تۆ دەیبینیت.
thread-waits-more = سوپاس. ژووری هەواڵ پێش هەمووان کۆمێنتەکەت دەخوێنێتەوە؛ تا ئەو کاتە تەنیا تۆ لێرە دەیبینیت.
thread-held = ئەم کۆمێنتە چاوەڕێی ژووری هەواڵە.
thread-deleted = نووسەری ئەم کۆمێنتە سڕییەوە.
thread-removed = ژووری هەواڵ ئەم کۆمێنتەی لابرد.
thread-removed-own = ژووری هەواڵ کۆمێنتەکەتی لابرد.
thread-reply = وەڵام بدەرەوە
thread-quote = بە وەرگرتنی قسەکەی وەڵام بدەرەوە
thread-like = بەدڵمە
thread-likes = بەدڵبوون
thread-more-acts = زیاتر
thread-link = بەستەری ئەم کۆمێنتە
thread-copied = بەستەرەکە کۆپی کرا.
thread-report = سکاڵا بکە
thread-edit = دەستکاری
thread-delete = سڕینەوە
thread-desk = لە مێزی هەواڵ بیبینە
thread-answers-more = وەڵامی زیاتر
thread-loose = وەڵامی ئەمەیە
thread-above = لە وەڵامی ئەمەدا
thread-this = کۆمێنتەکە و وەڵامەکانی
thread-mute = ئەم کەسە لەسەر ئەم ئامێرە بشارەوە
thread-muted = ئەم کەسەت لەسەر ئەم ئامێرە شاردووەتەوە.
thread-unmute = دووبارە پیشانی بدە

thread-write = شتێک بڵێ
thread-write-answer = وەڵامدانەوە
thread-cancel = پاشگەزبوونەوە
thread-holds = لێرە ژووری هەواڵ هەموو کۆمێنتێک دەخوێنێتەوە پێش ئەوەی دەربکەوێت.
thread-holds-first = ژووری هەواڵ یەکەم کۆمێنتت دەخوێنێتەوە پێش ئەوەی دەربکەوێت.
thread-slow = { $seconds ->
    [one] لەم گفتوگۆیەدا هەر کەسێک دەتوانێت لە هەر چرکەیەکدا جارێک بنووسێت.
   *[other] لەم گفتوگۆیەدا هەر کەسێک دەتوانێت لە هەر { $seconds } چرکەدا جارێک بنووسێت.
}
thread-form-body = کۆمێنتەکەت
thread-form-answers = وەڵامی { $name } دەدەیتەوە.
thread-form-as = بە ناوی { $name } دەنووسیت.
thread-form-guest = وەک میوان کۆمێنت بنووسە
thread-form-guest-or = یان بە ناوی خۆت بنووسە:
thread-form-sign-in = چوونەژوورەوە
thread-form-name = ناو
thread-form-email = ئیمەیڵ
thread-form-email-hint = بە گشتی پیشان نادرێت.
thread-form-wants = کاتێک کەسێک وەڵامی دایەوە بە ئیمەیڵ پێم بڵێن
thread-form-send = کۆمێنتەکە بنێرە

thread-article-heading = کۆمێنت بۆ پەڕەیەکی ماڵپەڕەکەتان
thread-article-lede = ئەم پەڕەیە هێشتا کۆمێنتی نییە. کاتێک دەستی پێ کرد، هەموو کەس دەتوانێت بیخوێنێتەوە و بنووسێت.
thread-article-url = ناونیشانی پەڕەکە
thread-article-title = سەردێڕ
thread-article-language = زمانی پەڕەکە
thread-article-begin = دەست بە کۆمێنت بکە
thread-article-url-bad = ئەمە ناونیشانی پەڕەیەکی ماڵپەڕی خۆتان نییە. ماڵپەڕەکانتان لە ڕێکخستنەکەدان (web.cors_origins). چیرۆکەکان خۆیان کۆمێنتیان هەیە.
thread-article-title-bad = تکایە سەردێڕەکە بنووسە، زۆرترین ٢٠٠ پیت.
thread-article-language-bad = تکایە زمانەکە هەڵبژێرە.
