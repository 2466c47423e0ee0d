# What readers say. Explanations stand in the English file.

says-title = ئێوە چی دەڵێن
says-lede = ئەوەی خوێنەران دواجار گوتیان، و لە کوێ گوتیان.
says-newest = نوێترین کۆمێنتەکان
says-languages = بابەت بە کام زمان
says-all-languages = هەموو زمانەکان
says-empty = هێشتا کەس لێرە هیچی نەگوتووە
says-empty-more = لە خوار هەر چیرۆکێکەوە شوێن بۆ بۆچوونەکەت هەیە.
says-count = { $count ->
    [one] { $count } کۆمێنت
   *[other] { $count } کۆمێنت
}
says-read = بیخوێنەوە
says-staff = ژووری هەواڵ
says-pinned = ژووری هەواڵ هەڵیبژاردووە
says-promoted = ژووری هەواڵ پێشنیاری دەکات
says-feeds = بە خوێنەری خۆت بەدوایدا بچۆ:
says-feed-title = ئێوە چی دەڵێن، { $site }
says-feed-entry = { $name } لەسەر { $title }

says-mail-subject = لە { $site } وەڵامت درایەوە
says-mail-text = کەسێک وەڵامی کۆمێنتێکی تۆی لە { $site } دایەوە. بە ئیمەیڵ ناڵێین چی دەڵێت؛ لێرە دەیخوێنیتەوە:
says-mail-stop = ئەمەت بۆ دێت چونکە کاتێک کۆمێنتەکەت نووسی داوات کرد. با ئەم نامانە چیتر نەیەن:
says-answered-before = وەڵامەکە بخوێنەوە:
says-answered-open = بۆ وەڵامەکە
says-answered-stop = ئەگەر ئیمەیڵی لەو جۆرەت ناوێت، لە هەژمارەکەتدا لە بەشی ئاگاداریەکان بیڵێ.
says-stop-title = چیتر ئیمەیڵ لەبارەی وەڵامەکانەوە نەیەت
says-stop-words = ئەوسا ئەو ناونیشانەی لەگەڵ کۆمێنتەکانت داتناوە لەبیر دەکەین. کۆمێنتەکان دەمێننەوە.
says-stop-press = ئەم ئیمەیڵانە ڕابگرە
says-stop-done = لەبارەی وەڵامی کۆمێنتەکانتەوە ئیمەیڵت بۆ نانێرین.

says-mine-title = کۆمێنتەکانت
says-mine-hint = ئەوەی گوتت، و چی لێ هات
says-mine-lede = ئەوەی بە هەژمارەکەت گوتووتە، نوێترین یەکەم جار. دەتوانیت هەریەکەیان بسڕیتەوە.
says-mine-empty = هێشتا هیچت نەگوتووە
says-mine-empty-more = ئەوەی لە ژوورەوە لە خوار چیرۆکێک بینووسیت لێرە دەبێت.
says-mine-shown = هەمووان دەیخوێننەوە
says-mine-waits = چاوەڕێی ژووری هەواڵە
says-mine-removed = ژووری هەواڵ لایبرد
says-mine-deleted = تۆ سڕیتەوە
says-mine-likes = { $count ->
    [one] { $count } کەس بەدڵیەتی
   *[other] { $count } کەس بەدڵیانە
}
says-mine-answers = { $count ->
    [one] { $count } وەڵام
   *[other] { $count } وەڵام
}
says-mine-why = بۆچی:
says-mine-see = لەوێ بیبینە
says-mine-delete = سڕینەوە

says-forget-link = ئەوەی وەک میوان گوتم لەبیری بکەن
says-forget-title = ئەم ئامێرە لەبیر بکەن
says-forget-words = هەموو ئەوەی لەم ئامێرەوە وەک میوان گوترا دەڕوات، لەگەڵ ناو و ناونیشان؛ ئەوەی وەڵام دراوەتەوە تەنها شوێنە بەتاڵەکەی دەمێنێت. بەدڵبوون و سکاڵاکان چیتر هی تۆ نین.
says-forget-for-good = کەس ناتوانێت ئەمە بگەڕێنێتەوە، تەنانەت ئێمەش.
says-forget-press = هەمووی لەبیر بکەن
says-forget-nobody = هیچ لەبارەی ئەم ئامێرەوە نازانین.
says-forget-account = ئەوەی بە هەژمار گوتووتە لەوێیە:

says-notices-title = ئاگادارکردنەوەی یاسایی
says-notices-lede = خوێنەرانێک دەڵێن کۆمێنتێک پێچەوانەی یاسایە و چاوەڕێی وەڵامن. لە لای کۆمێنتەکە بڕیار بدە، پاشان لێرە وەڵام بدەرەوە؛ ناونیشانەکە لەگەڵ وەڵامەکە لەبیر دەکرێت، ئەوپەڕی ٣٠ ڕۆژ دوای بڕیارەکە.
says-notices-empty = هیچ ئاگادارکردنەوەیەک چاوەڕێی وەڵام نییە
says-notice-on = لەبارەی کۆمێنتێک لەسەر «{ $title }»
says-notice-decided = بڕیاری لێ دراوە، وەڵام نەدراوەتەوە
says-notice-decide = سەرەتا بڕیار بدە
says-notice-title = ئاگادارکردنەوەیەکی یاسایی
says-notice-says = چی دەڵێن
says-notice-comment = کۆمێنتەکە
says-notice-answer = وەڵامی ئاگادارکردنەوەکە بدەرەوە
says-notice-begins = وەڵامەکە وا دەست پێ دەکات:
says-notice-words = وەڵامەکەت
says-notice-words-hint = بە ئیمەیڵ بۆ ئەو کەسە دەچێت کە ئاگاداری کردوویتەوە. بڵێ بۆچی وا بڕیارت داوە، و ئەگەر بە جۆرێکی تر دەیبینێت چی دەتوانێت بکات. پێویستت بە ناونیشانەکەی نییە.
says-notice-words-missing = تکایە وەڵامێک بنووسە.
says-notice-words-long = { $most ->
    [one] تکایە ئەوپەڕی { $most } پیت بەکاربهێنە.
   *[other] تکایە ئەوپەڕی { $most } پیت بەکاربهێنە.
}
says-notice-send = وەڵامەکە بنێرە
says-notice-answered = وەڵامی ئەم ئاگادارکردنەوەیە دراوەتەوە، و ناونیشانەکە لەبیرکراوە.
says-notice-forgotten = ناونیشانەکە لەبیرکراوە: چیتر ناتوانرێت وەڵامی کەس بدرێتەوە.
says-notice-undecided = سەرەتا بڕیار لەسەر کۆمێنتەکە بدە. کاتێک بڕیارەکە چیتر ناگەڕێنرێتەوە، لێرە وەڵام بدەرەوە.
says-notice-stays = کۆمێنتەکە دەمێنێتەوە: ژووری هەواڵ هیچ پێشێلکردنێکی یاسای تێدا نابینێت.
says-notice-gone = کۆمێنتەکە چیتر پیشان نادرێت.
says-notice-taken-back = نووسەرەکەی کۆمێنتەکەی کێشایەوە؛ نەماوە.
says-notice-mail-subject = وەڵامی ئێمە بۆ ئاگادارکردنەوەکەت، { $site }
says-notice-mail = پێت گوتین کۆمێنتێک لە { $site } پێچەوانەی یاسایە.
says-notice-mail-words = ژووری هەواڵ دەڵێت:
says-notice-mail-foot = لەگەڵ ئەم ئیمەیڵە ناونیشانەکەت لەبیر دەکەین.
says-event-notice = وەڵامی ئاگادارکردنەوەیەکی یاسایی درایەوە
says-audit-notice = وەڵامی ئاگادارکردنەوەیەکی یاسایی درایەوە
