# Signing in by another service, and linking it.

connect-using = یان بە یەکێک لەمانە بچۆ ژوورەوە
connect-tells = ئەو خزمەتگوزارییە دەزانێت کە تۆ لێرە چوویتە ژوورەوە. ئێمە ئەوە هەڵدەگرین کە تۆ لەوێ کێیت، ناوت و ئەو ئیمەیڵەی کە ئەو دەیڵێت، هیچی تر نا.
connect-with = بە { $service } بەردەوام بە

connect-leave-title = تۆ دەچیت بۆ { $service }
connect-leave-go = بڕۆ بۆ { $service }

connect-again-title = تکایە سەرلەنوێ دەست پێ بکە
connect-again = چوون و گەڕانەوە دەتوانێت دە خولەک بخایەنێت، یەک جار کار دەکات، و تەنها لەو وێبگەڕەی کە لێی دەستی پێ کردووە. هیچ نەگۆڕدرا.
connect-cancelled-title = بەردەوام نەبوویت
connect-cancelled = تۆ لە { $service } وەستایت. هیچ نەگۆڕدرا.
connect-down-title = { $service } وەڵام ناداتەوە
connect-down = لە ئێستادا ناتوانرێت بە { $service } بگەین. تکایە کەمێکی تر هەوڵ بدەرەوە، یان بە ڕێگەیەکی تر بچۆ ژوورەوە. هیچ نەگۆڕدرا.
connect-refused-title = ئەمە سەرکەوتوو نەبوو
connect-refused = ئەوەی { $service } پێی وتین نەتوانرا پشتڕاست بکرێتەوە، بۆیە کەس نەچووە ژوورەوە. تکایە هەوڵ بدەرەوە. ئەگەر دووبارە بووەوە، بە ڕێگەیەکی تر بچۆ ژوورەوە و پێمان بڵێ. هیچ نەگۆڕدرا.
connect-closed-title = ناتوانیت بچیتە ژوورەوە
connect-closed = ئەم هەژمارە چیتر ناتوانێت بچێتە ژوورەوە. ئەگەر پێت وایە ئەمە هەڵەیە، تکایە بۆ ژووری هەواڵ بنووسە.
connect-others-title = بە هەژمارێکی ترەوە بەستراوە
connect-others = هەژمارەکەت لە { $service } هی هەژمارێکی ترە لێرە. بەوە بچۆ ژوورەوە، لەوێ لای ببە، پاشان لێرە بیبەستەوە. هیچ نەگۆڕدرا.
connect-has-one-title = { $service } پێشتر بەستراوەتەوە
connect-has-one = هەژمارەکەت لێرە بە هەژمارێکی تری { $service }ەوە بەستراوە. سەرەتا ئەوە لا ببە. هیچ نەگۆڕدرا.
connect-signed-out-title = تکایە سەرەتا بچۆ ژوورەوە
connect-signed-out = ئەو کەسەی ویستی { $service } ببەستێتەوە چیتر لە ژوورەوە نییە. هیچ نەگۆڕدرا.
connect-to-signin = بڕۆ بۆ چوونەژوورەوە
connect-to-connections = بڕۆ بۆ خزمەتگوزارییە بەستراوەکانت

connect-name-title = چیت پێ بڵێین؟
connect-name-lede = { $service } تۆ دەناسێت؛ ئێمە ناوێکمان دەوێت کە بتوانێت لێرە بنووسرێت. پاشان لە ژوورەوەیت.
connect-name-hint = خوێنەران لەو شوێنەی لێدوان دەدەیت دەیبینن. هەموو ئەلفوبێیەک باشە.
connect-name-submit = دەست پێ بکە

connect-connections-title = خزمەتگوزارییە بەستراوەکان
connect-connections-lede = بەمانە دەتوانیت بچیتە ناو هەژمارەکەت لێرە.
connect-connections-none = هیچ خزمەتگوزارییەک بە هەژمارەکەتەوە نەبەستراوە.
connect-email = ئیمەیڵ لەوێ
connect-email-unverified = (خزمەتگوزارییەکە پشتڕاستی نەکردووەتەوە)
connect-linked-at = بەسترایەوە
connect-used-at = دواین جار بەکارهات
connect-remove = لابردن
connect-remove-sure = دوای ئەمە چیتر ناتوانیت لێرە بە { $service } بچیتە ژوورەوە. هەژمارەکەت دەمێنێت.
connect-remove-yes = { $service } لا ببە
connect-last-way = { $service } تاکە ڕێگەی چوونە ناو هەژمارەکەتە. سەرەتا تێپەڕەوشەیەک، کلیلی دەستپێگەیشتن یان خزمەتگوزارییەکی تر زیاد بکە؛ پاشان دەتوانیت لای ببەیت.
connect-link-title = خزمەتگوزارییەک ببەستەوە
connect-link = { $service } ببەستەوە
connect-to-me = بڕۆ بۆ هەژمارەکەت
