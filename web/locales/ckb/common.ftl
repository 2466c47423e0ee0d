# What every page says. Explanations stand in the English file.

brand = ببە بە بەشێک لە { $site }
skip-to-main = بڕۆ بۆ ناوەڕۆکی سەرەکی
nav-main = سەرەکی
nav-stories = چیرۆکەکان
nav-contribute = چیرۆکەکەت بنێرە
nav-receipt = پسوولەکەت
nav-desk = مێزی هەواڵ
nav-me = هەژمارەکەم
nav-sign-in = چوونەژوورەوە
nav-language = زمان
nav-foot = زیاتر

foot-promise = چاودێریت ناکەین، هیچ شتێک لە کۆمپانیای ترەوە ناهێنین، و ناونیشانی ئینتەرنێتەکەت هەرگیز هەڵناگرین.
foot-took = ئەم پەڕەیە { $seconds } چرکەی خایاند

date-day = { "\u200F" }{ $day } { $month } { $year }
date-day-and-time = { "\u200F" }{ $date }، { $time }
month-1 = کانوونی دووەم
month-2 = شوبات
month-3 = ئازار
month-4 = نیسان
month-5 = ئایار
month-6 = حوزەیران
month-7 = تەممووز
month-8 = ئاب
month-9 = ئەیلوول
month-10 = تشرینی یەکەم
month-11 = تشرینی دووەم
month-12 = کانوونی یەکەم

form-problems = هەندێک شت پێویستی بە سەرنجی تۆیە
form-error = هەڵە:
form-optional = (ئارەزوومەندانە)
form-characters-left = # پیت ماوە
form-characters-over = # پیت زیادە
form-sending = دەنێردرێت… تکایە ئەم پەڕەیە بە کراوەیی بهێڵەرەوە.
form-sent-percent = #٪ نێردرا
form-failed = پەیوەندییەکە پچڕا. هەموو ئەوەی نووسیوتە هێشتا لێرەیە: تکایە دووبارە دوگمەکە دابگرە.

file-remove = لایبە
file-size = # مێگابایت
file-too-many = تەنها # فایل جێی دەبێتەوە. ئەوانی تر وەرنەگیران.
file-too-large = لە # مێگابایت گەورەترە و لەبەر ئەوە وەرنەگیرا:
file-chosen = # فایل هەڵبژێردراوە

code-copy = کۆدەکە کۆپی بکە
code-copied = کۆپی کرا
exit-leave = بە خێرایی ئەم پەڕەیە بەجێ بهێڵە

pager-label = پەڕەکان
pager-newer = نوێتر
pager-older = کۆنتر

error-title-not-found = لێرە هیچ شتێک نییە
error-title-conflict = کەسێک پێش تۆ کەوت
error-title-gone = ئەمە نەماوە
error-title-forbidden = لێرەوە ئەمە ناکرێت
error-title-too-large = ئەمە زۆر گەورەیە
error-title-too-slow = هێڵەکە زۆر خاو بوو
error-title-too-many = هەوڵی زۆر لە ماوەیەکی کورتدا
error-title-bad-request = لەمە تێنەگەیشتین
error-title-internal = کێشەیەک لای ئێمە ڕوویدا

error-not-found = ئەم پەڕەیە بوونی نییە، یان بۆ تۆ کراوە نییە. تکایە ناونیشانەکە بپشکنە.
error-too-large = ئەوەی ناردت لەوە گەورەترە کە دەتوانین وەریبگرین. هیچ شتێکی لێ هەڵنەگیرا.
error-too-many = لە ماوەیەکی کورتدا هەوڵی زۆر درا. تکایە کەمێک چاوەڕێ بکە و دووبارە هەوڵ بدەرەوە.
error-bad-request = لەوەی نێردرا تێنەگەیشتین. تکایە بگەڕێوە و دووبارە هەوڵ بدەرەوە.
error-internal = هەڵەی تۆ نییە. تکایە دوای کەمێک دووبارە هەوڵ بدەرەوە. ئەگەر دیسان ڕوویدا، ئەو ژمارەیەی خوارەوەمان پێ بڵێ.
error-unavailable = ئێستا ناتوانین وەڵام بدەینەوە، و هیچ شتێک نەگۆڕا. تکایە دوای چەند چرکەیەک دووبارە هەوڵ بدەرەوە.
error-other-site = ئەم داواکارییە لە ماڵپەڕێکی ترەوە هات، بۆیە جێبەجێمان نەکرد. تکایە فۆرمی پەڕەی خۆمان بەکار بهێنە.
error-incident = ژمارەی ڕووداوەکە:
error-onward = لێرەوە بۆ کوێ
error-onward-home = نوێترین چیرۆکەکان بخوێنەرەوە
error-onward-contribute = چیرۆک، وێنە یان ڤیدیۆ بنێرە
error-onward-receipt = بزانە چی بەسەر بەشدارییەکەتدا هات

# How long ago something was.
age-now = هەر ئێستا
age-minutes = { $minutes ->
    [one] خولەکێک لەمەوبەر
   *[other] { $minutes } خولەک لەمەوبەر
}
age-hours = { $hours ->
    [one] کاتژمێرێک لەمەوبەر
   *[other] { $hours } کاتژمێر لەمەوبەر
}
age-days = { $days ->
    [one] ڕۆژێک لەمەوبەر
   *[other] { $days } ڕۆژ لەمەوبەر
}
