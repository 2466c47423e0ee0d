# The form by which readers send a story and photos, and the page with the receipt that follows it.
# Who reads this may be in a hurry, on a phone, afraid, or all three: short sentences, plain words, no promises
# that the newsroom cannot keep. Explanations stand in the English file.

contribute-title = چیرۆکەکەت بنێرە
contribute-lede = بە { $site } بڵێ چیت بینیوە یان چی دەزانیت. بە نووسین، بە وێنە، یان بە هەردووکیان.

contribute-promise-title = دەتوانیت بە دڵنیاییەوە پێمان بڵێیت
contribute-promise-account = پێویستت بە هەژمار نییە، و ناچار نیت بڵێیت کێیت.
contribute-promise-traces = نە ناونیشانی ئینتەرنێتەکەت هەڵدەگرین، نە ئەوەی چ ئامێرێک بەکار دەهێنیت.
contribute-promise-photos = لە وێنەدا دیارە کە لە کوێ و کەی گیراوە. ئەو زانیارییانە لە هەموو ئەوەی بڵاوی دەکەینەوە دەسڕینەوە. تەنها دەستەی نووسەرانمان دەتوانێت فایلە ڕەسەنەکان ببینێت.
contribute-promise-withdraw = کۆدێکی پسوولەت پێ دەدەین. بەو کۆدە دەزانیت چی بەسەر چیرۆکەکەتدا هات، و هەر کاتێک بتەوێت دەتوانیت بیکشێنیتەوە.
contribute-care = تکایە هەرگیز بۆ وێنەیەک یان چیرۆکێک خۆت یان کەسانی تر مەخە مەترسییەوە.

contribute-title-label = دەربارەی چییە؟
contribute-title-hint = یەک دێڕ، ئەوپەڕی { $count } پیت.
contribute-body-label = چیرۆکەکەت
contribute-body-hint = چی ڕوویدا، کێ لەوێ بوو، تۆ چۆن دەیزانیت؟ ئەگەر وێنەکان هەموو شتێک دەڵێن، دەتوانیت ئەمە بە بەتاڵی بەجێ بهێڵیت.
contribute-files-label = وێنەکان
contribute-files-hint = تا { $count } وێنە (JPEG یان HEIC یان PNG یان WebP یان AVIF یان GIF)، هەریەکەیان ئەوپەڕی { $megabytes } مێگابایت، هەموویان پێکەوە ئەوپەڕی { $total } مێگابایت.
contribute-place-label = لە کوێ بوو؟
contribute-place-hint = بە قسەی خۆت: شارێک، شەقامێک، شوێنێکی ناسراو.
contribute-happened-label = کەی بوو؟
contribute-happened-hint = بە قسەی خۆت: «دوێنێ نیوەڕۆ»، «زستانی ڕابردوو».
contribute-name-label = ناوت
contribute-name-hint = تەنها ئەگەر ڕێمان بدەیت بە ناوی خۆتەوە بڵاوی بکەینەوە پێویستە. بەو شێوەیە بینووسە کە دەتەوێت بڵاو بکرێتەوە.
contribute-email-label = ناونیشانی ئیمەیڵەکەت
contribute-email-hint = بە ئاشکرا پیشان نادرێت. تەنها دەربارەی ئەم بەشدارییە بۆت دەنووسین. کۆدی پسوولەکەت بەبێ ئەویش کار دەکات.
contribute-language-label = بە چ زمانێک وەڵامت بدەینەوە؟
contribute-language-hint = چیرۆکەکەت بە هەر زمانێک دەتەوێت بنووسە.

contribute-kept-legend = ئەم فایلانە پێشتر گەیشتوون. پێویست ناکات دووبارە هەڵیانبژێریت.
contribute-kept-remove = { $name } لاببە ({ $size })
contribute-kilobytes = { $count } کیلۆبایت
contribute-megabytes = { $count } مێگابایت

upload-hint = تا #1 وێنە یان ڤیدیۆ، هەریەکەیان ئەوپەڕی #2. هەر کە هەڵیان دەبژێریت دەکەونە ڕێ. ئەگەر هێڵ پچڕا، خۆیان بەردەوام دەبن.
upload-kilobytes = # کیلۆبایت
upload-gigabytes = # گێگابایت
upload-of = #1 لە #2
upload-percent = #٪
upload-seconds = نزیکەی # چرکە ماوە
upload-minutes = نزیکەی # خولەک ماوە
upload-hours = نزیکەی # کاتژمێر ماوە
upload-pause = ڕایبگرە
upload-resume = بەردەوام بە
upload-retry = دووبارە هەوڵ بدەرەوە
upload-choose = دووبارە هەڵیبژێرە
upload-queued = چاوەڕێی نۆرەی خۆیەتی
upload-paused = ڕاگیراوە
upload-done = گەیشت و پارێزراوە
upload-lost = بۆ بەردەوامبوون، هەمان فایل دووبارە هەڵبژێرە
upload-broken = پەیوەندییەکە پچڕا. خۆی بەردەوام دەبێت.
upload-offline = هێڵ نییە. هەر کە هێڵ هاتەوە، خۆی بەردەوام دەبێت.
upload-refused = نەتوانرا ئەم فایلە وەربگیرێت.
upload-other = ئەمە فایلێکی ترە: ناوەکەی یان قەبارەکەی جیاوازە.
upload-files = #1 لە #2 فایل گەیشتوون
upload-all = هەموو فایلەکان گەیشتن
upload-total = هەموو فایلەکان پێکەوە
upload-holds = ئەمانە لەم وێنەیەدا تۆمار کراون:
upload-holds-place = ئەو شوێنەی لێی گیراوە
upload-holds-time = کاتەکەی
upload-holds-device = ئامێرەکە
upload-holds-never = دەستەی نووسەرانمان دەتوانێت ئەمە ببینێت. خوێنەران هەرگیز نایبینن.
upload-holds-nothing = لەم وێنەیەدا نە شوێن، نە کات، نە ئامێر تۆمار کراوە.
upload-hold = هەر کە فایلەکان گەیشتن، چیرۆکەکەت خۆی دەنێردرێت. تکایە ئەم پەڕەیە بە کراوەیی بهێڵەرەوە.
upload-hold-offline = هێڵ نییە. هەر کە هێڵ هاتەوە، چیرۆکەکەت خۆی دەنێردرێت. تکایە ئەم پەڕەیە بە کراوەیی بهێڵەرەوە.
upload-hold-stuck = هەندێک فایل نەگەیشتوون. لە سەرەوە سەیریان بکە، یان بەبێ ئەوان بینێرە.
upload-hold-without = ئێستا بینێرە، بەبێ فایلە تەواونەبووەکان
upload-hold-not-yet = جارێ مەینێرە
upload-unfinished = فایلی تەواونەبووت هەیە
upload-unfinished-more = کاتێک ڕۆیشتیت، لەسەر ئەم ئامێرە مانەوە. هیچ شتێک لەوەی نێردراوە لەدەست نەچووە.
upload-go-on = بەردەوام بە لەگەڵیان
upload-forget = لە بیریان بکە
upload-forgotten = فایلە تەواونەبووەکان لە بیر کران.
upload-small = وێنە گەورەکان ئێستا بە بچووکی بنێرە، ئەسڵەکانیان دواتر
upload-small-hint = بۆ ئەو هێڵەی کە نرخی بە مێگابایتە. بۆ ئەو وێنانەیە کە دوای نیشانەکردنی ئەمە هەڵیان دەبژێریت. دەستەی نووسەران ئێستا کۆپییەکی بچووک وەردەگرن؛ ئەسڵەکان لەسەر ئەم ئامێرە دەمێننەوە تا دەیاننێریت یان لە بیریان دەکەیت.
upload-shrinking = کۆپییەکی بچووک دروست دەکرێت
later-waits = ئەو ئەسڵانەی لەسەر ئەم ئامێرە چاوەڕێن: #1 (#2)
later-more = کۆپی بچووکیان نێردراوە. کاتێک هێڵێکی باشترت هەبوو، ئەسڵەکان بنێرە. تا ئەو کاتە تەنها لەسەر ئەم ئامێرەن.
later-send = ئێستا بیاننێرە
later-forget = لە بیریان بکە
later-forgotten = ئەسڵەکان لەسەر ئەم ئامێرە لە بیر کران.
later-arrived = ئەسڵەکان گەیشتن. لەسەر ئەم ئامێرە نەماون.
later-closed = چیتر هیچ شتێک بۆ ئەم بەشدارییە زیاد ناکرێت. ئەسڵەکان هێشتا لەسەر ئەم ئامێرەن تا لە بیریان دەکەیت.
later-failed = نەتوانرا ئەسڵەکان زیاد بکرێن. هێشتا لەسەر ئەم ئامێرەن؛ دووبارە هەوڵ بدەرەوە.

device-keep = ئەوەی دەینووسم لەسەر ئەم ئامێرە هەڵیبگرە تا دەنێردرێت
device-keep-hint = تەنها لەسەر ئامێرێک کە کەسی تر بەکاری ناهێنێت. ئەگینا کاتێک ئەم پەڕەیە بەجێ دەهێڵیت، نامێنێت.
device-restored = ئەوەی جاری پێشوو نووسیبووت، دیسان لێرەیە.
device-forget = هەموو شتێک لەسەر ئەم ئامێرە لە بیر بکە
device-forget-sure = ئەوەی لێرە نووسیوتە و هەموو فایلە تەواونەبووەکان لەسەر ئەم ئامێرە دەسڕێنەوە. ئەمە ناگەڕێتەوە.
device-forget-yes = بەڵێ، هەموو شتێک لە بیر بکە
device-forgotten = هەموو شتێک لەسەر ئەم ئامێرە لە بیر کرا.

contribute-consent-legend = ڕێمان دەدەیت بڵاوی بکەینەوە؟
contribute-consent-hint = بڕیارەکە هی خۆتە، و دواتر بە کۆدی پسوولەکەت دەتوانیت بیکشێنیتەوە.
consent-named = بەڵێ، بە ناوی خۆمەوە
contribute-consent-named-more = دەتوانین چیرۆک و وێنەکانت بڵاو بکەینەوە، و ناوت لەگەڵیان دەنووسرێت.
consent-anonymous = بەڵێ، بەڵام بەبێ ناوی من
contribute-consent-anonymous-more = دەتوانین چیرۆک و وێنەکانت بڵاو بکەینەوە، و هیچ کەسێک لە دەرەوەی ژووری هەواڵ نازانێت کێ ناردوونی.
consent-ask-first = سەرەتا پرسم پێ بکەن
contribute-consent-ask-first-more = تا تۆ نەڵێیت بەڵێ، هیچ شتێک بڵاو ناکەینەوە. بۆ ئەوەی بتوانین پرست پێ بکەین، ناونیشانی ئیمەیڵێک بەجێ بهێڵە، یان بە کۆدی پسوولەکەتەوە بگەڕێوە.
consent-information-only = نەخێر، تەنها بۆ زانیاریی ئێوەیە
contribute-consent-information-only-more = دەستەی نووسەرانمان دەیخوێنێتەوە و هەرگیز بڵاوی ناکاتەوە.

contribute-terms-title = مەرجەکان (وەشانی { $version })
contribute-terms-yours = خۆت دەقەکەت نووسیوە و وێنەکانت گرتووە، یان مافی ناردنیانت هەیە.
contribute-terms-rights = هەموو ئەوەی دەینێریت هەر هی خۆتە.
contribute-terms-use = { $site } دەتوانێت بەو شێوەیەی لە سەرەوە هەڵتبژاردووە بڵاوی بکاتەوە، تا ئەو کاتەی دەیکشێنیتەوە.
contribute-terms-edit = دەتوانین کورتی بکەینەوە و هەڵەکانی ڕاست بکەینەوە. ئەوەی ناردووتە وەک خۆی هەڵدەگیرێت.
contribute-terms-others = شتێک مەڵێ کە دەزانیت ڕاست نییە، و بیر لەو کەسانە بکەرەوە کە ئەگەر ببینرێن، لەوانەیە زیانیان پێ بگات.
contribute-terms-label = مەرجەکان پەسەند دەکەم

contribute-next-title = دواتر چی ڕوودەدات
contribute-next-receipt = دەستبەجێ کۆدێکی پسوولەت پێ دەدەین. هەڵیبگرە.
contribute-next-check = ئەندامێکی دەستەی نووسەران ئەوەی ناردووتە دەیخوێنێتەوە و دەیپشکنێت. لەوانەیە چەند ڕۆژێک بخایەنێت.
contribute-next-decision = بەو شێوەیەی ڕێت داوە بڵاوی دەکەینەوە، یان پێت دەڵێین بۆچی بەکاری ناهێنین.
contribute-next-look = هەر کاتێک بتەوێت دەتوانیت بزانیت گەیشتووەتە کوێ.
contribute-send = بینێرە

contribute-title-missing = بە یەک دێڕ بڵێ دەربارەی چییە.
contribute-title-long = ئەو دێڕەی دەربارەی چیرۆکەکەتە زۆر درێژە. نابێت لە { $count } پیت زیاتر بێت.
contribute-body-missing = شتێک بنووسە یان وێنەیەک هەڵبژێرە.
contribute-body-long = چیرۆکەکەت زۆر درێژە. نابێت لە { $count } پیت زیاتر بێت.
contribute-words-long = ئەمە زۆر درێژە. نابێت لە { $count } پیت زیاتر بێت.
contribute-name-missing = ناوت بنووسە، یان ئەوە هەڵبژێرە کە بەبێ ناو بڵاو بکرێتەوە.
contribute-name-long = ناوەکەت زۆر درێژە. نابێت لە { $count } پیت زیاتر بێت.
contribute-email-wrong = ئەمە لە ناونیشانی ئیمەیڵ ناچێت. ڕاستی بکەرەوە، یان بە بەتاڵی بەجێی بهێڵە.
contribute-consent-missing = هەڵبژێرە ئایا دەتوانین بڵاوی بکەینەوە یان نا.
contribute-terms-missing = تکایە مەرجەکان پەسەند بکە.
contribute-file-large = { $name } زۆر گەورەیە. هیچ فایلێک نابێت لە { $megabytes } مێگابایت گەورەتر بێت. فایلەکانی تر لێرە ماونەتەوە.
contribute-file-empty = { $name } بەتاڵە. دووبارە هەڵیبژێرە، یان بەبێ ئەو بینێرە.
contribute-files-many = ژمارەی فایلەکان زۆرە. بە یەک جار ئەوپەڕی { $count } فایل دەنێردرێت؛ هەندێکیان لاببە.
contribute-files-gone = فایلێک کە هەڵتبژاردبوو چیتر لێرە نییە. تکایە دووبارە هەڵیبژێرە.

form-too-large = ئەوەی ناردت هەمووی پێکەوە لە { $megabytes } مێگابایت گەورەترە. ئەوەی نووسیوتە لێرە ماوەتەوە. تکایە فایلی کەمتر یان بچووکتر بنێرە.
form-too-slow = هێڵەکەت زۆر خاو بوو، و هیچ شتێک هەڵنەگیرا. تکایە بگەڕێوە و دووبارە هەوڵ بدەرەوە، ئەگەر بکرێت بە وێنەی کەمترەوە.
form-broken = پێش ئەوەی هەموو شتێک بگات، پەیوەندییەکە پچڕا و هیچ شتێک هەڵنەگیرا. تکایە بگەڕێوە و دووبارە دوگمەکە دابگرە.
form-malformed = نەمانتوانی ئەوەی نێردرا بیخوێنینەوە، و هیچ شتێک هەڵنەگیرا. تکایە فۆرمی پەڕەی خۆمان بەکار بهێنە.

contribute-sent-title = سوپاس. پێمان گەیشت.
contribute-sent-lede = هەموو ئەوەی ناردت گەیشت و لای ئێمە پارێزراوە.
contribute-sent-code-title = کۆدی پسوولەکەت
contribute-sent-code-keep = هەر ئێستا بینووسە یان وێنەی بگرە. تەنها یەک جار پیشانی دەدەین.
contribute-sent-code-use = بەم کۆدە دەتوانیت بزانیت چی بەسەر چیرۆکەکەتدا هات، و بیکشێنیتەوە.
contribute-sent-code-lost = لای خۆت بیهێڵەرەوە. ئەگەر ونی بکەیت، ناتوانین بۆت بدۆزینەوە، چونکە ئێمەش هەڵیناگرین.
contribute-sent-again = پێشتر ئەمەت ناردبوو. یەکەم ناردنت جێی حیسابە، و ئەمە هەمان پسوولەیە. هیچ گۆڕانکارییەک کە دوای ئەوە کردبێتت وەرنەگیرا.
contribute-sent-again-without-code = ئەمە پێشتر نێردرابوو، و لای ئێمەیە. ئەو کۆدی پسوولەیە کار دەکات کە ئەو کاتە پیشان درا.
contribute-sent-no-code = کۆدی پسوولە تەنها یەک جار پیشان دەدرێت، یەکسەر دوای ناردن. ئەگەر کۆدەکەت هەڵگرتووە، دەتوانیت بزانیت چی بەسەر چیرۆکەکەتدا هات.
contribute-sent-to-receipt = بزانە گەیشتووەتە کوێ
contribute-sent-more = شتێکی تر بنێرە
contribute-sent-plain = سوپاس. پێمان گەیشت. ئەمە کۆدی پسوولەکەتە و تەنها یەک جار پیشان دەدرێت:
