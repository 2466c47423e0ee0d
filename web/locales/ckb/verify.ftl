# پشتڕاستکردنەوە لە ژووری نووسەران: کێ ناردوویەتی، چەند پشتڕاست کراوەتەوە، کێ لەوانەیە لە مەترسیدا بێت، تێبینی.

## لە فۆڕمی بەشداریدا.
vet-contribute-risk = لەوانەیە بەهۆی ئەمەوە من یان کەسێکی تر بکەوێتە مەترسییەوە
vet-contribute-risk-hint = ئەو کاتە تەنیا چەند کەسێکی ژووری هەواڵ کە چاودێری ئەم حاڵەتانە دەکەن دەیبینن. پێویست ناکات بڵێیت بۆچی.

vet-back = گەڕانەوە بۆ بەشدارییەکە
vet-too-long = تکایە زۆرترین { $most } پیت بنووسە.
vet-save = پاشەکەوت

## کێ ناردوویەتی.
vet-handle = بەشداربوو { $code }
vet-person-first = یەکەم جار
vet-person-sent = تا ئێستا
vet-person-count = { $count ->
    [one] { $count } بەشداری
   *[other] { $count } بەشداری
}
vet-person-used = لە { $decided } بەشداری { $used } بەکارهێنران
vet-person-others = هەر لەم کەسەوە
vet-person-all = هەموو شتێک لەم کەسەوە
vet-identity = ناسنامە
vet-identity-both = ناو و ئیمەیڵ بەجێهێڵراون.
vet-identity-name = ناو بەجێهێڵراوە.
vet-identity-email = ئیمەیڵ بەجێهێڵراوە.
vet-identity-none = هیچ بەجێنەهێڵراوە.
vet-identity-ask = پیشاندان…
vet-identity-title = کێ ناردوویەتی
vet-identity-careful = تەنیا ئەگەر پێویست بێت
vet-identity-what = ناو و ئیمەیڵ وەک چۆن بەجێهێڵراون. کەس پشتڕاستی نەکردوونەتەوە. لێرە بەدواوە دەزانیت کێیە، ئەوەش کە لە پشتتەوە سەیر دەکات دەیزانێت.
vet-identity-instead = بۆ پرسیارکردن لە بەشداربوو پێویستت بە هیچیان نییە: لە پەڕەی بەشدارییەکەوە بۆی بنووسە.
vet-identity-why = بۆ چی پێویستە؟
vet-identity-why-hint = چەند وشەیەک بۆ هاوکارەکانت. ناوەکە لێرە مەنووسە.
vet-identity-why-missing = بنووسە بۆ چی پێویستە.
vet-identity-audit = لە مێژووەکەدا دەنووسرێت کە پیشانی تۆ درا، کەی و بۆ چی.
vet-identity-show = ناو و ئیمەیڵ پیشان بدە
vet-identity-until = پیشانت دەدرێت تا
vet-identity-keep = مەیدە بە کەس و لە تێبینیدا مەینووسە. ئەگەر دواتر دیسان پێویست بوو، دیسان هۆکارەکە بنووسە.
vet-identity-nothing = نە ناو و نە ئیمەیڵ بەجێنەهێڵراوە.

## متمانە.
vet-trust = متمانە
vet-trust-unknown = نەناسراو
vet-trust-known = دەیناسین
vet-trust-trusted = جێی متمانە
vet-trust-careful = ئاگادار بە
vet-trust-hint = بڕیاری ژووری هەواڵە. بەرنامە هەرگیز نایدات.
vet-trust-save = دیاریکردن
vet-trust-unproved = «{ $trust }» دەربارەی بەشدارییەکانی پێشووی ئەم ناونیشانە وترا. هەر کەسێک دەتوانێت ناونیشانێک بنووسێت: سەرلەنوێ سەیری ئەمە بکە.

## تێبینی دەربارەی کەسێک.
vet-about-title = تێبینی هاوکاران
vet-about-open = متمانە و تێبینی دەربارەی ئەم کەسە
vet-about-lede = هەموو ژووری نووسەران دەیخوێننەوە، لە تەنیشت هەموو ئەوەی ئەم کەسە دەینێرێت.
vet-about-label = تێبینی دەربارەی ئەم کەسە
vet-about-hint = تکایە بێ ناو و بێ ناونیشان.
vet-about-add = تێبینی زیاد بکە
vet-note-missing = سەرەتا شتێک بنووسە.

## مەترسی.
vet-risk-mark = لە مەترسیدا
vet-risk-set = لەوانەیە کەسێک لە مەترسیدا بێت…
vet-risk-set-lede = ئەو کاتە تەنیا ئەوانەی چاودێری ئەم حاڵەتانە دەکەن دەیبینن: بۆ ئەوانی تر لە هیچ لیست و گەڕان و ژمارەیەکدا دەرناکەوێت.
vet-risk-gone = تۆ یەکێک لەوان نیت، بۆیە لەبەرچاوت ون دەبێت. لێرەوە ئەوان دەستی پێدەکەن.
vet-risk-public = هەواڵێک لێی بڵاوکراوەتەوە. نیشانەکردن ناگەڕێنێتەوە: هەواڵەکە بکشێنەوە یان بە سەرنووسەرێک بڵێ.
vet-risk-set-yes = بیپارێزە
vet-risk-lift = چیتر لە مەترسیدا نییە…
vet-risk-lift-lede = هەموو کەسێک لە ژووری نووسەران دیسان دەیبینێت.
vet-risk-lift-yes = پیشانی هەمووانی بدە
vet-risk-why = بۆچی؟
vet-risk-why-hint = چەند وشەیەک بۆ هاوکارەکانت. ناوی بەشداربوو مەنووسە.
vet-risk-why-missing = بە چەند وشەیەک بنووسە بۆچی.
vet-risk-kept = سوپاس، پارێزراوە
vet-risk-kept-lede = لە ئێستاوە تەنیا ئەوانە دەیبینن کە ئاگایان لە کەسانی ناو مەترسییە. ئەوان چاودێری دەکەن؛ تۆ هیچی ترت لەسەر نییە.

## چەند پشتڕاست کراوەتەوە.
vet-checks = پشتڕاستکردنەوە
vet-summary = { $done } لە { $all } تەواو بوون
vet-summary-legal-open = { $done } لە { $all } تەواو بوون، یاسایی کراوەیە
vet-asked = پێویستە
vet-item = { $item ->
    [source] سەرچاوە ناسراوە
    [original] ئەسڵەکە بینرا
    [place] شوێن
    [time] کات
    [content] وێنەکان لەگەڵ دەق دەگونجێن
    [repeats] سەیری دووبارەکان کرا
    [others] لە کەسانی تر پرسرا
   *[legal] یاسایی
}
vet-item-hint = { $item ->
    [source] کێ ناردوویەتی و چۆن گەیشتووەتە دەستی؟
    [original] ئەمە یەکەمینە یان کۆپییە؟
    [place] باڵەخانە، تابلۆ، سێبەر، نەخشە.
    [time] کەشوهەوا، ڕووناکی، ئەو کاتە چی تر ڕوویدا؟
    [content] وێنەکان ئەوە پیشان دەدەن کە دەقەکە دەیڵێت؟
    [repeats] لە کوێی ترەوە هاتووە، و لەوێ چ بڕیارێک درا؟
    [others] ئەوانەی لەوانەیە بزانن چی دەڵێن؟
   *[legal] دەکرێت بڵاوبکرێتەوە: ماف، کەسانی دیار، دۆسیەی کراوە؟
}
vet-level = { $level ->
    [open] کراوە
    [seen] سەیرکراوە
    [verified] پشتڕاستکراوە
   *[legal] ڕێگەپێدراوە
}
vet-checked = { $item ->
    [source] سەرچاوە ناسراوە
    [original] ئەسڵەکە بینرا
    [place] شوێن
    [time] کات
    [content] وێنەکان لەگەڵ دەق دەگونجێن
    [repeats] سەیری دووبارەکان کرا
    [others] لە کەسانی تر پرسرا
   *[legal] یاسایی
}: { $level ->
    [open] دیسان کراوە
    [seen] سەیرکراوە
    [verified] پشتڕاستکراوە
   *[legal] ڕێگەپێدراوە
}
vet-how = چۆن؟
vet-legal-chief = سەرنووسەرێک بڕیار لەسەر ئەمە دەدات.
vet-missing = { $item ->
    [source] هێشتا پشتڕاست نەکراوەتەوە: سەرچاوە.
    [original] هێشتا پشتڕاست نەکراوەتەوە: ئەسڵەکە.
    [place] هێشتا پشتڕاست نەکراوەتەوە: شوێن.
    [time] هێشتا پشتڕاست نەکراوەتەوە: کات.
    [content] هێشتا پشتڕاست نەکراوەتەوە کە وێنەکان لەگەڵ دەق دەگونجێن.
    [repeats] هێشتا سەیری دووبارەکان نەکراوە.
    [others] هێشتا لە کەسانی تر کە لەوانەیە بزانن نەپرسراوە.
   *[legal] هێشتا سەرنووسەرێک ڕێگەی پێنەداوە.
}

## پۆل و تاگ.
vet-sorting = پۆل و تاگ
vet-sorting-open = گۆڕینی پۆل و تاگ
vet-sorting-save = پاشەکەوت
vet-category = پۆل
vet-category-none = بێ پۆل
vet-category-gone = ئەم پۆلە چیتر پێشکەش ناکرێت.
vet-tags = تاگەکان
vet-tags-hint = وشەی کورت بە کۆما لە نێوانیان، زۆرترین 12.
vet-two-people = دەبێت دوو کەس بەڵێ بڵێن
vet-two-people-hint = بەڵێی دووەم دەبێت لە هاوکارێکی ترەوە بێت.

## پەڕەی پۆلەکان.
vet-categories = پۆلەکان
vet-categories-lede = بەشدارییەکان بە چی جیا دەکرێنەوە و پێش بڵاوکردنەوە دەبێت چی کرابێت.
vet-categories-none = هێشتا هیچ پۆلێک نییە.
vet-category-new = پۆلی نوێ
vet-category-not-offered = چیتر پێشکەش ناکرێت.
vet-category-asks = { $count ->
    [one] { $count } پشتڕاستکردنەوە پێویستە
   *[other] { $count } پشتڕاستکردنەوە پێویستن
}
vet-category-code = کۆدی کورت
vet-category-code-hint = بۆ ناونیشان و پاڵاوتن؛ هەرگیز ناگۆڕێت. پیتی لاتینی بچووک، ژمارە و هێڵی ژێرەوە؛ بە پیت دەست پێدەکات.
vet-category-code-bad = تەنیا پیتی لاتینی بچووک، ژمارە و هێڵی ژێرەوە؛ بە پیت دەست پێدەکات. «new» گیراوە.
vet-category-code-taken = پۆلێک بەم کۆدە هەیە.
vet-category-names = ناو
vet-category-names-hint = بە هەر چەند زمانێک کە دەتوانیت. ئەوەی نەبێت، ئینگلیزی یان یەکێکی تر پیشان دەدرێت.
vet-category-name-missing = لانیکەم بە یەک زمان ناوی لێ بنێ.
vet-category-position = شوێن لە لیستدا
vet-category-position-hint = ژمارەیەک لە 0 تا 999؛ بچووکترین یەکەمە.
vet-category-position-bad = ژمارەیەک لە 0 تا 999 بنووسە.
vet-category-offered = نووسەران دەتوانن هەڵیبژێرن
vet-category-asked = پێش بڵاوکردنەوە پێویستە
vet-category-asked-hint = بەرنامە هیچ شتێکی ئەم پۆلە بڵاوناکاتەوە پێش ئەوەی ئەمانە پشتڕاست بکرێنەوە.

## تێبینی لەسەر بەشداری.
vet-note-title = تێبینی
vet-notes-desk = تێبینی بۆ هەمووان
vet-notes-desk-hint = هەموو کەسێک لە ژووری نووسەران دەیخوێنێتەوە. بەشداربوو نایخوێنێتەوە.
vet-notes-own = تێبینی بۆ خۆم
vet-notes-own-hint = تەنیا خۆت دەیانخوێنیتەوە.
vet-note-label = تێبینییەک بنووسە
vet-note-add = زیادکردن
vet-note-edited = دەستکاری کرا
vet-note-deleted = سڕایەوە
vet-note-change = دەستکاری
vet-note-edit = دەستکاری تێبینی
vet-note-edit-hint = دەتوانیت تا پێنج خولەک دوای نووسین دەستکاری بکەیت.
vet-note-too-late = پێنج خولەکەکە تەواو بوو. وشەکانت هێشتا لێرەن: بیانخەرە تێبینییەکی نوێوە.
vet-note-delete = سڕینەوە
vet-note-delete-sure = وشەکان بۆ هەمیشە دەڕۆن.
vet-note-delete-yes = بەڵێ، بیسڕەوە
vet-mentioned = بۆ:
vet-mention-pick = بانگی هاوکارێک بکە
vet-mention-hint = هەروەها دەتوانیت لە تێبینییەکەدا @ و ناوەکە بنووسیت.
vet-mention-may-not = { $name } ناتوانێت ئەم بەشدارییە ببینێت و هەرگیز ئاگای لە تێبینییەکە نابێت.
vet-mentions = باسکردنی تۆ
vet-mentions-none = هێشتا کەس باسی تۆی نەکردووە.
vet-mentions-all-seen = هەموویم بینی
vet-mention-new = نوێ
vet-mention-open = کردنەوە

## مێژوو.
vet-event-risk-set = وەک لە مەترسیدا نیشانەکرا
vet-event-risk-lifted = چیتر لە مەترسیدا نییە
vet-event-identity = ناسنامە پیشاندرا
vet-event-trust = متمانە دیاریکرا
vet-event-checked = پشتڕاستکردنەوە
vet-event-sorted = پۆل یان تاگ گۆڕدرا
vet-event-why = هۆکار: { $why }
vet-done-risk-set = وەک لە مەترسیدا نیشانەکرا. تەنیا ئەوانەی چاودێری ئەم حاڵەتانە دەکەن دەیبینن.
vet-done-risk-lifted = چیتر وەک لە مەترسیدا نیشانە نەکراوە.
vet-done-sorted = پۆل و تاگ پاشەکەوت کران.

## نووسینی هەواڵ.
vet-credit = ناوی سەر هەواڵ
vet-credit-name = ئەو ناوەی بەشداربوو داویەتی
vet-credit-name-more = لە کاتی بڵاوکردنەوەدا دادەنرێت. لێرە نایبینیت.
vet-credit-other = وشەی تر، یان بێ ناو

## کەسانی ژووری هەواڵ.
vet-people-risk = کەسانی ناو مەترسی
vet-people-risk-always = سەرنووسەر و بەڕێوەبەران هەمیشە ئەو بەشداریانە دەبینن کە لەوانەیە کەسێک بخەنە مەترسییەوە.
vet-people-risk-yes = ئەو بەشداریانە دەبینێت کە لەوانەیە کەسێک بخەنە مەترسییەوە.
vet-people-risk-no = ئەو بەشداریانە نابینێت کە لەوانەیە کەسێک بخەنە مەترسییەوە.
vet-people-risk-grant = با بیانبینێت
vet-people-risk-take = چیتر پیشانی مەدە
vet-people-risk-hint = یەکسەر کار دەکات، لە پەڕە کراوەکانیشدا.
vet-account-risk-granted = دەتوانێت ئەو بەشداریانە ببینێت کە کەسێک دەخەنە مەترسییەوە
vet-account-risk-taken = چیتر ناتوانێت ئەو بەشداریانە ببینێت کە کەسێک دەخەنە مەترسییەوە


vet-letter-subject = هاوکارێک لە { $site } باسی تۆی کرد
vet-letter = لە تێبینییەکدا لە ژووری نووسەران. بە ئیمەیڵ ناڵێین لە کوێ، چونکە لەوانەیە کەسانی تر بیخوێننەوە.
vet-letter-before = کاتێک دەچیتە ژوورەوە دەیبینیت. لەوێ دەتوانیت بشڵێیت کە ئیمەیڵی لەو جۆرەت ناوێت:
vet-letter-open = تێبینییەکە بخوێنەوە
vet-mention-mail = کاتێک کەسێک باسم دەکات بە ئیمەیڵیش ئاگادارم بکەوە
vet-mention-mail-save = پاشەکەوت
