# The talk between the desk and whoever sent a contribution. Explanations stand in the English file.

talk-ask-which-street = ئەمە لە کام شەقام بوو؟
talk-ask-when-exactly = ئەمە بە وردی کەی بوو: کام ڕۆژ و کاتژمێر چەند؟
talk-ask-moment-before = دەتوانیت ئەو ساتەمان بۆ بنێریت کە ڕێک پێش ئەمە گیراوە؟
talk-ask-who-filmed = کێ ئەم وێنە یان ڤیدیۆیەی گرتووە؟
talk-ask-original-file = دەتوانیت فایلە ئەسڵییەکەمان بۆ بنێریت، وەک کامێرا یان مۆبایلەکە دروستی کردووە؟
talk-ask-more-photos = وێنە یان ڤیدیۆی ترت لەمە هەیە؟
talk-ask-may-show-face = دەتوانین ئەو ڕووخسارە پیشان بدەین کە دەبینرێت؟
talk-ask-may-name = دەتوانین ناوت لەگەڵی بنووسین؟
talk-ask-consent-again = دەتوانین چی لەگەڵ بەشدارییەکەت بکەین؟ تکایە جارێکی تر پێمان بڵێ.
talk-ask-other = پرسیارێکی تر
talk-yes = بەڵێ
talk-no = نەخێر

talk-not-decided = بڕیاری لەسەر دراوە. پێش ئەوەی پرسیار بکەیت بیکەرەوە.
talk-not-withdrawn = بەشداربووەکە کشاندوویەتییەوە. وازی لێ دەهێنین.
talk-not-files = فایل بۆ بەشدارییەکی بڵاوکراوە زیاد ناکرێت، بۆیە داوایش ناکرێت.
talk-nothing = سەرەتا شتێک بنووسە یان وەڵامێک هەڵبژێرە.
talk-other-missing = پرسیارەکەت بنووسە.
talk-too-long = ئەم دەقە دەبێت زۆرترین { $most } پیت بێت.
talk-too-many-open = زۆرترین { $most } پرسیار دەتوانن پێکەوە چاوەڕێی وەڵام بن.
talk-due-missing = هەڵبژێرە تا کەی وەڵامت پێویستە.
talk-due-past = ئەم ڕۆژە تێپەڕیوە.
talk-due-far = ڕۆژێک لە ٩٠ ڕۆژی داهاتوو هەڵبژێرە.
talk-undo-late = چیتر ناگەڕێندرێتەوە: بەشداربووەکە دەتوانێت بیخوێنێتەوە.
talk-closed-already = ئەم پرسیارە پێشتر وەڵام دراوەتەوە یان داخراوە.

talk-title = گفتوگۆ لەگەڵ نێرەر
talk-empty = هێشتا هیچ نەپرسراوە و نەگوتراوە.
talk-answer-by = وەڵام داواکراوە تا
talk-overdue = دواکەوتووە
talk-answer-to = وەڵامی ئەمە:
talk-with-files = { $count ->
    [one] { $count } فایل زیاد کرا.
   *[other] { $count } فایل زیاد کران.
}
talk-stands-waiting = چاوەڕێی وەڵامە
talk-stands-answered = وەڵام درایەوە
talk-stands-dropped = چیتر پێویست نییە
talk-stands-settling = لە ناردندایە
talk-seen = نێرەر بینیویەتی
talk-unread = هێشتا نەخوێنراوەتەوە
talk-close = چیتر پێویست نییە
talk-read = وەک خوێنراوە دیاری بکە
talk-undo-words = دوای چەند چرکەیەک دەنێردرێت.
talk-undo = بیگەڕێنەرەوە
talk-ask-open = بپرسە یان بنووسە
talk-say-open = بنووسە
talk-questions = دەتەوێت چی بزانیت؟
talk-questions-hint = نێرەر پرسیارەکان بە { $language } دەخوێنێتەوە.
talk-other = دەقی پرسیارێکی تر
talk-due = وەڵام تا
talk-due-days = { $days ->
    [one] لە ماوەی { $days } ڕۆژدا
   *[other] لە ماوەی { $days } ڕۆژدا
}
talk-due-date = لە ڕۆژێکی دیاریکراودا
talk-reply = وەڵامی پاشەکەوتکراو
talk-reply-choose = یەکێک هەڵبژێرە
talk-reply-insert = دایبنێ
talk-body = پەیامەکەت
talk-body-hint = نێرەر «ژووری هەواڵ» دەخوێنێتەوە، هەرگیز ناوی تۆ. بە زمانی ئەو بنووسە.
talk-preview = پێشبینین
talk-preview-title = نێرەر ئەمە دەخوێنێتەوە
talk-send = بینێرە
talk-done-sent = نێردرا. نێرەر ئاگادار دەکرێتەوە، بەبێ ئەوەی باسی ناوەڕۆکەکەی بکرێت.
talk-done-undone = گەڕێندرایەوە. نێرەر هیچی لێ نازانێت.
talk-done-closed = پرسیارەکە داخرا.

talk-replies-manage = بەڕێوەبردنی وەڵامە پاشەکەوتکراوەکان
talk-replies-title = وەڵامە پاشەکەوتکراوەکان
talk-replies-lede = وەڵامگەلێک کە هەموو ئەندامانی دەستەی نووسەران دەتوانن بەکاریان بهێنن. هەریەکەیان هی زمانێکە و کاتێک دەخرێتە ڕوو کە نێرەر بەو زمانە نووسیبێتی.
talk-replies-languages = زمانەکان
talk-replies-empty = هێشتا هیچیان بەم زمانە نییە.
talk-replies-new = وەڵامێکی نوێ
talk-replies-name = ناونیشان، بۆ هاوکاران
talk-replies-body = دەق، بۆ نێرەران
talk-replies-position = شوێنی لە لیستەکەدا
talk-replies-save = پاشەکەوتی بکە
talk-replies-remove = لایببە
talk-replies-saved = پاشەکەوت کرا.
talk-replies-removed = لابرا.
talk-replies-title-missing = ناونیشانێکی بۆ دابنێ.
talk-replies-body-missing = دەقەکەی بنووسە.
talk-replies-conflict = لەم ماوەیەدا هاوکارێک گۆڕیویەتی یان لایبردووە. دەقەکەت هێشتا لێرەیە؛ ئەگەر دەتەوێت بمێنێت، دووبارە پاشەکەوتی بکە.

talk-reader-title = گفتوگۆی تۆ لەگەڵ ژووری هەواڵ
talk-reader-asked = ژووری هەواڵ پرسیارێکی لێت هەیە
talk-reader-due = تکایە وەڵام بدەرەوە تا
talk-reader-said = پەیامەکەت گەیشتە ژووری هەواڵ.
talk-reader-before = ئەوەی تا ئێستا گوتراوە
talk-reader-newsroom = ژووری هەواڵ
talk-reader-you = تۆ
talk-reader-write = بۆ ژووری هەواڵ بنووسە
talk-reader-body = پەیامەکەت
talk-reader-send = بینێرە
talk-reader-more = شتێکی تر هەیە بیڵێیت؟
talk-reader-answer = وەڵامەکانم بنێرە
talk-answer-hint = وەڵامەکەت
talk-answer-files-hint = یان بە وشە پێمان بڵێ
talk-answer-more-hint = ئەگەر شتێکی تر هەیە
talk-reader-to-files = فایل زیاد بکە
talk-reader-files-answer = ئەم فایلانە وەڵامی چین
talk-reader-name-means = ئەگەر وەڵام بدەیتەوە، ئەوەی ڕێت پێ داوە لەگەڵی دەگۆڕێت: بە ناوی خۆتەوە، یان بەبێ ناو.
talk-reader-ended = تا { $days } ڕۆژ دوای بڕیارەکە هێشتا دەتوانیت بنووسیت.
talk-reader-too-late = زیاتر لە { $days } ڕۆژ تێپەڕیوە، بۆیە ئەمە نەنێردرا. لێرەدایە بۆ ئەوەی ون نەبێت:
talk-ended = ژووری هەواڵ چیتر پەیام دەربارەی ئەم بەشدارییە وەرناگرێت. هەر کاتێک بتەوێت دەتوانیت بەشدارییەکی نوێ بنێریت.
talk-slowly = لە کاتژمێری ڕابردوودا زۆر جار نووسیوتە. دەقەکەت هێشتا لێرەیە؛ تکایە کەمێکی تر بینێرە.
talk-waiting = ئەوەی نووسیوتە هێشتا لێرەیە. لەگەڵ کۆدی دروستدا دەنێردرێت:

talk-allowed = پاشەکەوت کرا. لەمەودوا ئەمە کاری پێ دەکرێت:
talk-consent-terms = مەرجەکان، وەشانی { $version }
talk-allow-open = ئەوە بگۆڕە کە ڕێی پێ دەدەیت
talk-allow-legend = دەتوانین چی لێ بکەین؟
talk-allow = پاشەکەوتی بکە
talk-allow-public = بڵاو کراوەتەوە. ئەگەر بەبێ ناو هەڵبژێریت، ناوت یەکسەر لێی لادەچێت. بە هەڵبژاردنی کۆتایی چیرۆکەکە بۆ هەمیشە لادەبرێت.
talk-allow-sure = با چیرۆکە بڵاوکراوەکە لاببرێت؟
talk-allow-means = بەم هەڵبژاردنە یەکسەر لە پەڕەکانمان لادەبرێت، دەق و وێنە، و ناگەڕێندرێتەوە. ئەوەی ناردووتە تەنها بۆ زانیاری لای ژووری هەواڵ دەمێنێتەوە.
talk-allow-yes = بەڵێ، لایببەن
talk-consent-withdrawn = خۆت کشاندووتەتەوە. هیچ نەماوە ڕێی پێ بدەیت.
talk-consent-public = پێشتر بڵاو کراوەتەوە، بۆیە ناتوانین سەرەتا پرست پێ بکەین. وەڵامێکی تر هەڵبژێرە، یان بیکشێنەرەوە.

talk-signed-out-title = لە هەژمارەکەت دەرچوویت
talk-signed-out-words = هیچ شتێک لەوەی نووسیوتە ون نەبووە. لە پەڕەیەکی نوێدا بچۆرە ژوورەوە، بگەڕێوە بۆ ئێرە و بینێرە.
talk-signed-out-signin = بچۆ ژوورەوە
talk-signed-out-send = ئێستا بینێرە

talk-mail-asked-subject = { $site } پرسیارێکی لێت هەیە
talk-mail-asked-text =
    ژووری هەواڵی { $site } پرسیارێکی هەیە دەربارەی شتێک کە ناردووتە.

    بەو کۆدی پسوولەیەی پیشانت درا دەتوانیت بیخوێنیتەوە و وەڵامی بدەیتەوە:
talk-mail-said-subject = { $site } بۆی نووسیویت
talk-mail-said-text =
    ژووری هەواڵی { $site } بۆی نووسیویت دەربارەی شتێک کە ناردووتە.

    بەو کۆدی پسوولەیەی پیشانت درا دەتوانیت بیخوێنیتەوە:
talk-mail-reminder-subject = { $site } چاوەڕێی وەڵامی تۆیە
talk-mail-reminder-text =
    ژووری هەواڵی { $site } شتێکی لێت پرسیوە و تا سبەی پێویستی بە وەڵامەکەتە.

    بەو کۆدی پسوولەیەی پیشانت درا دەتوانیت بیخوێنیتەوە و وەڵامی بدەیتەوە:

talk-event-asked = پرسیار نێردرا
talk-event-wrote = پەیام بۆ بەشداربوو نێردرا
talk-event-unasked = پێش ناردن گەڕێندرایەوە
talk-event-question-closed = وەڵام چیتر پێویست نییە
talk-event-read = پەیام خوێنرایەوە
talk-event-told = بەشداربوو ئاگادار کرایەوە
talk-event-reminded = بەشداربوو بیر خرایەوە
talk-event-answered = پرسیار وەڵام درایەوە
talk-event-contributor-wrote = پەیامی بەشداربوو
talk-event-consent-changed = ڕەزامەندی گۆڕا
