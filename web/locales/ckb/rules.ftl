# ڕێساکانی کۆمێنت، لیستی وشەکان و قەدەغەکردن.

## کام ڕێسا بڕیاری دا.
rule-name-word = لە لیستی وشەکاندایە:
rule-name-links = بەستەر:
rule-name-flood = زۆر لە پێنج خولەکدا:
rule-name-repeat = وشە بە وشە لە شوێنێکی تر گوتراوە
rule-name-thread = هەموو شتێک لێرە چاوەڕێ دەکات
rule-name-everything = هەموو شتێک چاوەڕێ دەکات
rule-name-first = لێرە نوێیە
rule-name-reports = خوێنەران ڕاپۆرتیان لێ داوە

## بۆچی کۆمێنتێک وەرناگیرێت.
rule-refused-ban = لە ئێستادا ناتوانیت کۆمێنت بنووسیت.
rule-refused-closed = کۆمێنت لێرە داخراوە.
rule-refused-slow = { $seconds ->
    [one] تکایە پێش کۆمێنتی داهاتووت { $seconds } چرکە چاوەڕێ بە.
   *[other] تکایە پێش کۆمێنتی داهاتووت { $seconds } چرکە چاوەڕێ بە.
}
rule-refused-flood = { $minutes ->
    [one] ئەوە زۆر بوو بە یەک جار. تکایە دوای { $minutes } خولەک بگەڕێوە.
   *[other] ئەوە زۆر بوو بە یەک جار. تکایە دوای { $minutes } خولەک بگەڕێوە.
}
rule-refused-repeat = هەمان ئەمەت پێشتر لێرە گوتووە.

## پەڕەی ڕێساکان.
rule-back = بۆ کۆمێنتەکان
rule-title = ڕێساکانی کۆمێنت
rule-lede = چی بەسەر کۆمێنتێک دێت پێش ئەوەی کەس سەیری بکات. هەموو بڕیارێکی مەکینە لە مێزی کاردا دیارە، لەگەڵ ئەو ڕێسایەی بڕیارەکەی داوە.
rule-changed-by = دوا گۆڕین لەلایەن { $name }
rule-faster = لەم نێوەندەدا { $name } ڕێساکان یان وشەکانی گۆڕی ({ $when }). خانەکانت ماون: جارێکی تر سەیریان بکە، دواتر پاشەکەوتی بکە.
rule-changed = لەم نێوەندەدا ڕێساکان گۆڕان. خانەکانت ماون: جارێکی تر سەیریان بکە، دواتر پاشەکەوتی بکە.
rule-number-wrong = تکایە ژمارەیەک لە { $least } تا { $most } بنووسە.
rule-try = ببینە چی دەکرد
rule-save = ئەم ڕێسایانە پاشەکەوت بکە
rule-who-waits = چی چاوەڕێی ژووری هەواڵ دەکات
rule-holds-all = سەرەتا هەموو شتێک چاوەڕێ دەکات
rule-holds-all-hint = کەس کۆمێنتێک ناخوێنێتەوە تا تۆ پیشانی نەدەیت.
rule-holds-first = یەکەم کۆمێنتەکانی کەسانی نوێ کە چاوەڕێ دەکەن
rule-holds-first-hint = ئەوەندە کۆمێنتی کەسێک دەبێت پیشان درابن تا ئەوانی دواتری یەکسەر دەربکەون. ٠: کەس چاوەڕێ ناکات.
rule-links = ئەو بەستەرانەی ڕێیان پێ دەدرێت
rule-links-hint = کۆمێنتێک کە بەستەری زیاتری تێدابێت چاوەڕێ دەکات.
rule-reports = ئەو ڕاپۆرتانەی دوایان کۆمێنت چاوەڕێ دەکات
rule-reports-hint = تا کەسێک سەیری دەکات. ئەوەی ژووری هەواڵ بڕیاری پیشاندانی داوە دەمێنێتەوە. ٠: هەرگیز.
rule-pace = خێرایی
rule-slow = چرکە لە نێوان دوو کۆمێنتی یەک کەسدا
rule-slow-hint = ٠: بێ وەستان. گفتوگۆیەک دەتوانێت خێرایی خۆی هەبێت.
rule-flood = کۆمێنتی یەک کەس لە پێنج خولەکدا
rule-flood-hint = لەمە زیاتر چاوەڕێی ژووری هەواڵ دەکات؛ دوو هێندەی وەرناگیرێت.
rule-times = کاتەکان
rule-closes = ئەو ڕۆژانەی دوایان کۆمێنت دادەخرێت
rule-closes-hint = لەو کاتەوە دەژمێردرێت کە بابەتەکە بڵاو بووەتەوە. بەتاڵ: کراوە دەمێنێتەوە.
rule-edit = ئەو خولەکانەی نووسەر دەتوانێت کۆمێنتەکەی بگۆڕێت
rule-edit-hint = ٠: هەرگیز. ئەوەی پێشتر نووسیویەتی لە مێزی کاردا دەخوێنرێتەوە.
rule-box = لە «ئێوە چی دەڵێن» دا
rule-box-delay = چرکە تا کۆمێنتێک لەوێ دەردەکەوێت
rule-box-delay-hint = کات بۆ سەیرکردنێکی دووەم.
rule-box-one = تەنیا یەک کۆمێنت لە هەر کەسێک

## تاقیکردنەوە.
rule-trial-title = لە ٣٠ ڕۆژی ڕابردوودا
rule-trial-looked = { $count ->
    [0] کەس کۆمێنتی نەنووسیوە.
    [one] سەیری { $count } کۆمێنت کرا.
   *[other] سەیری { $count } کۆمێنت کرا.
}
rule-trial-newest = ئەمانە نوێترینەکانن؛ زیاتر هەبوون.
rule-trial-now = بەپێی ڕێساکانی ئێستا
rule-trial-then = لەگەڵ گۆڕانکارییەکە
rule-trial-shown = یەکسەر پیشان دەدرێت
rule-trial-held = چاوەڕێ دەکات
rule-trial-spam = لادەبرێت
rule-trial-refused = وەرناگیرێت
rule-trial-changed = { $count ->
    [0] چارەنووسی هیچ کۆمێنتێک نەدەگۆڕا.
    [one] چارەنووسی { $count } کۆمێنت دەگۆڕا.
   *[other] چارەنووسی { $count } کۆمێنت دەگۆڕا.
}
rule-trial-samples = نموونەکان
rule-trial-word = { $count ->
    [0] لە هیچ کۆمێنتێکدا نییە
    [one] لە { $count } کۆمێنتدا
   *[other] لە { $count } کۆمێنتدا
}

## لیستی وشەکان.
rule-words = لیستی وشەکان
rule-words-lede = وشە بە هەر شێوەیەک نووسرابێت دەدۆزرێتەوە: بە نیشانە و بێ نیشانە، بە پیتی درێژکراوە، بە تەختەکلیلی عەرەبی یان کوردی، بە خاڵ یان بۆشایی لە نێوان پیتەکاندا.
rule-words-label = وشەی نوێ
rule-words-hint = هەر یەکەی لە دێڕێکدا؛ چەند وشە لە دێڕێکدا وەک دەستەواژە دەدۆزرێنەوە. ئەستێرە لە جیاتی هەر کۆتایی یان سەرەتایەکە: کورد*
rule-deed = چی دەکەن
rule-deed-hold = کۆمێنتەکە چاوەڕێ دەکات
rule-deed-hold-more = ژووری هەواڵ بڕیار دەدات.
rule-deed-spam = کۆمێنتەکە لادەبرێت
rule-deed-spam-more = کەس نایخوێنێتەوە و بە نووسەرەکەی ناوترێت. ژووری هەواڵ لە «مەکینە» دا دەیدۆزێتەوە.
rule-words-try = ببینە لە کوێ هەن
rule-words-add = ئەم وشانە زیاد بکە
rule-words-none = هێشتا وشە نییە
rule-word-remove = لابردنی { $word }
rule-words-missing = تکایە لانیکەم یەک وشە بنووسە.
rule-word-too-short = بۆ گەڕان زۆر کورتە: { $word }
rule-word-too-long = وشەیەک زۆرترین { $most } پیتە.
rule-words-too-many = لیستەکە زۆرترین { $most } وشەیە.

## قەدەغەکردن، لە مێزی کاردا.
rule-bans = قەدەغەکراوان
rule-bans-none = کەس قەدەغە نەکراوە
rule-bans-now = ئێستا قەدەغەکراون
rule-appeals = تانەلێدانەکان
rule-ban = قەدەغەکردن
rule-ban-title = نووسەرەکە قەدەغە بکە
rule-ban-back = بۆ کۆمێنتەکە
rule-ban-lede = { $name } لەو ماوەیەدا ناتوانێت کۆمێنت بنووسێت، هۆکارەکەت دەخوێنێتەوە و دەتوانێت یەک جار وەڵام بداتەوە. ئەوەی هەیە دەمێنێتەوە.
rule-ban-before = پێشتر قەدەغە کراوە
rule-ban-replaces = قەدەغەیەکی نوێ جێی دەگرێتەوە.
rule-ban-span = بۆ چەند
rule-ban-day = یەک ڕۆژ
rule-ban-week = یەک هەفتە
rule-ban-month = ٣٠ ڕۆژ
rule-ban-good = بۆ هەمیشە
rule-ban-until = تا
rule-ban-ended = کۆتایی هات
rule-ban-over = تەواو بووە
rule-ban-reason = هۆکار
rule-ban-reason-hint = نووسەرەکە ئەمە دەخوێنێتەوە. بە زمانی ئەو بنووسە.
rule-ban-yes = قەدەغە بکە
rule-ban-unknown = هیچ شتێک نەماوە کە ئەم میوانەی پێ بناسرێتەوە. ناتوانرێت قەدەغە بکرێت.
rule-ban-staff = ئەمە کەسێکی ژووری هەواڵە. قسەی لەگەڵ بکە.
rule-ban-cannot = ئەم نووسەرە ناتوانرێت قەدەغە بکرێت: لە ژووری هەواڵە، یان میوانێکە کە ناناسرێتەوە.
rule-ban-faster = لەم نێوەندەدا هاوکارێک ئەم قەدەغەیەی گۆڕیوە. ئەوەی نووسیوتە ماوە.
rule-ban-span-missing = تکایە ماوەکەی هەڵبژێرە.
rule-ban-reason-missing = تکایە هۆکارێک بنووسە.
rule-words-too-long = زۆرترین { $most } پیت.
rule-ban-who = کێ
rule-ban-nameless = میوانێک
rule-ban-guest = میوان، بەپێی ئامێرەکەی
rule-ban-how-long = ماوە
rule-ban-by = لەلایەن
rule-ban-for = لەسەر
rule-ban-says = چی دەڵێت
rule-ban-waits = تانەی لێ داوە.
rule-ban-end = با دیسان کۆمێنت بنووسێت
rule-ban-keep = قەدەغەکە بهێڵەرەوە
rule-ban-answered = لەم نێوەندەدا هاوکارێک وەڵامی داوەتەوە یان کۆتایی پێ هێناوە.
rule-answer = وەڵامەکەت
rule-answer-hint = هەرکامیان هەڵبژێریت، دەیخوێنێتەوە.
rule-answer-missing = تکایە وەڵامێک بنووسە.

## ئەوەی کەسێک دەیخوێنێتەوە کە ناتوانێت کۆمێنت بنووسێت.
rule-appeal-title = لە ئێستادا ناتوانیت کۆمێنت بنووسیت
rule-appeal-over = دیسان دەتوانیت کۆمێنت بنووسیت
rule-appeal-until = تا
rule-appeal-good = ژووری هەواڵ کۆتاییەکی بۆ دانەناوە.
rule-appeal-reason = هۆکاری ژووری هەواڵ
rule-appeal-for = کۆمێنتەکەت
rule-appeal-label = وەڵامی تۆ
rule-appeal-hint = ئەگەر پێت وایە ئەمە هەڵەیە، بڵێ بۆچی. دەتوانیت یەک جار ئەمە بکەیت؛ کەسێکی ژووری هەواڵ دەیخوێنێتەوە.
rule-appeal-send = بنێرە
rule-appeal-said = ئەوەی گوتت
rule-appeal-waits = ژووری هەواڵ هێشتا وەڵامی نەداوەتەوە.
rule-appeal-missing = تکایە شتێک بنووسە.
rule-appeal-once = پێشتر شتێکت لەسەر ئەمە گوتووە، یان تەواو بووە.
