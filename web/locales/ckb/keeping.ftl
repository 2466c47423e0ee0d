# بەشدارییەکان چەند هەڵدەگیرێن، ڕاگرتنی یاسایی و زنجیرەی چاودێری.

## لە پەڕەی بەشدارییەکە.
keeping-title = چەند هەڵدەگیرێت
keeping-identity = ناو و ناونیشان
keeping-rest = هەموو ئەوەی بڵاو نەکراوەتەوە
keeping-all = هەموو شتێک
keeping-gone = سڕاوەتەوە
keeping-never = نەدراون
keeping-stays = جارێ هەڵدەگیرێت
keeping-goes-now = لە خولی داهاتوودا دەسڕێتەوە
keeping-goes = { $days ->
    [one] دوای { $days } ڕۆژ دەسڕێتەوە
   *[other] دوای { $days } ڕۆژ دەسڕێتەوە
}
keeping-in-talk = تا چاوەڕێی وەڵام بن، یان وەڵامێکی نەخوێنراوە هەبێت، هیچ ناسڕێتەوە.
keeping-rules-link = ڕێساکان
keeping-audit-link = لە زنجیرەی چاودێریدا
keeping-hold = ڕایبگرە
keeping-hold-lede = تا سەرنووسەرێک ڕاگرتنەکە هەڵنەگرێت، هیچی بەپێی ڕێساکان ناسڕێتەوە: بۆ دادگا، سکاڵا یان لێکۆڵینەوە. بە نێرەرەکە دەوترێت کە هەڵگیراوە، نەک بۆچی.
keeping-hold-yes = ڕایبگرە
keeping-held = ڕاگیراوە: هیچی ناسڕێتەوە.
keeping-lift = ڕاگرتنەکە هەڵبگرە
keeping-lift-lede = لەمەودوا دیسان بەپێی ڕێساکان دەسڕێتەوە. ڕۆژەکانی ئەمڕۆ لە سەرەتاوە دەست پێ دەکەنەوە.
keeping-lift-yes = ڕاگرتنەکە هەڵبگرە
keeping-lift-chief = تەنیا سەرنووسەر ڕاگرتن هەڵدەگرێت.
keeping-why = بۆچی
keeping-why-hint = بۆ هاوکاران و مێژووەکە. ناوی کەسانی دەرەوەی ژووری هەواڵ مەنووسن.
keeping-why-missing = تکایە هۆکارەکەی بنووسن.

## لە مێژووی بەشدارییەکەدا.
keeping-event-held = ڕاگیرا
keeping-event-lifted = ڕاگرتن هەڵگیرا
keeping-event-identity = ناو و ناونیشان بەپێی ڕێسا سڕانەوە
keeping-event-rest = ئەوەی بڵاو نەکراوەتەوە بەپێی ڕێسا سڕایەوە
audit-link = لە زنجیرەی چاودێریدا: ‎#{ $seq }

## ڕێساکان، بۆ سەرنووسەران.
keeping-rules-title = بەشدارییەکان چەند هەڵدەگیرێن
keeping-rules-lede = بۆ هەر دۆخێک: دوای چەند ڕۆژ ئەوەی کێ ناردوویەتی دەسڕێتەوە، و دوای چەند ڕۆژ هەمووی. ڕۆژەکان لەو کاتەوە دەژمێردرێن کە بەشدارییەکە چووەتە ئەو دۆخەوە.
keeping-rules-identity = ڕۆژ تا سڕینەوەی ناو و ناونیشان
keeping-rules-content = ڕۆژ تا سڕینەوەی هەموو شتێک
keeping-rules-hint = خانەی بەتاڵ هەڵدەگرێت. لە بڵاوکراوەکان ئەوەی گشتییە دەمێنێتەوە. ئەوەی ڕاگیراوە و ئەوەی چاوەڕێی وەڵامە هەرگیز ناسڕێتەوە.
keeping-rules-preview = ببینن چی دەکات
keeping-rules-save = ئەم ڕێسایانە دابنێ
keeping-days-wrong = تکایە ژمارەیەک ڕۆژ لە ٠ تا { $most } بنووسن، یان بەتاڵی بهێڵنەوە.
keeping-identity-first = ناو و ناونیشان لەوانی تر زیاتر نامێننەوە.
keeping-days = { $days ->
    [one] { $days } ڕۆژ
   *[other] { $days } ڕۆژ
}
keeping-kept = هەڵدەگیرێت
keeping-preview = ئەم ڕێسایانە چی دەکەن
keeping-preview-same = هیچ ناگۆڕێت: ڕێساکان هەر وان.
keeping-preview-content = { $count ->
    [0] سبەی هیچ بەشدارییەک ناسڕێتەوە.
    [one] سبەی { $count } بەشداری دەسڕێتەوە.
   *[other] سبەی { $count } بەشداری دەسڕێنەوە.
}
keeping-preview-identity = { $count ->
    [0] هیچ ناو و ناونیشانێک ناسڕێتەوە.
    [one] ناو و ناونیشانی { $count } بەشداری دەسڕێنەوە.
   *[other] ناو و ناونیشانی { $count } بەشداری دەسڕێنەوە.
}
keeping-preview-day = ڕۆژێک دوای دانان دەست پێ دەکەن. تا ئەو کاتە دەکرێت هەڵبوەشێنرێنەوە.
keeping-pending = دواتر دەست پێ دەکات
keeping-pending-days = ناو و ناونیشان: { $identity }؛ هەموو شتێک: { $content }
keeping-pending-from = لە
keeping-call-off = هەڵیوەشێنەوە
keeping-stopped = ئێستا هیچ ناسڕێتەوە
keeping-clock-apart = کاتژمێری بنکەدراوە و هی ئەم بەرنامەیە زیاتر لە یەک کاتژمێر لە یەکتر جیاوازن.
keeping-clock-jumped = کاتژمێرەکە زیاتر لە یەک کاتژمێر بەرەو پێش بازی دا. کە ڕاست بووەوە، خۆی بەردەوام دەبێت.
keeping-clock-long = ڕاژەکار زیاتر لە هەفتەیەک کوژابووەوە، یان کاتژمێرەکەی وا دەڵێت.
keeping-clock-right = کاتەکە ڕاستە
keeping-clock-sure = سەرەتا کاتەکە لەگەڵ کاتژمێرێکی تر بەراورد بکەن. ئەوەی زوو بسڕێتەوە ناگەڕێتەوە.
keeping-clock-yes = بەڵێ، کاتەکە ڕاستە

## بۆ نێرەر، لە پەڕەی پسووڵە.
keeping-receipt-title = چەند هەڵیدەگرین
keeping-receipt-held = جارێ دەبێت هەڵیبگرین.
keeping-receipt-identity-gone = ناو و ناونیشانت چیتر لای ئێمە نییە.
keeping-receipt-identity = ناو و ناونیشانت: تا { $day }.
keeping-receipt-identity-stays = ناو و ناونیشانت: جارێ.
keeping-receipt-rest-gone = تەنیا ئەوەی بڵاو کراوەتەوە لای ئێمەیە.
keeping-receipt-rest = هەموو ئەوەی بڵاو نەکراوەتەوە: تا { $day }.
keeping-receipt-all = هەموو شتێک: تا { $day }.
keeping-receipt-published = ئەوەی بڵاو کراوەتەوە دەمێنێتەوە تا دەیکێشیتەوە.
keeping-receipt-all-stays = هەموو شتێک: جارێ.
keeping-receipt-talk = تا لەگەڵت گفتوگۆ دەکەین، هیچ ناسڕێتەوە.

## زنجیرەی چاودێری، بۆ سەرنووسەران.
audit-title = چاودێری
audit-lede = کێ لە ژووری هەواڵ، کەی، چی کردووە. هەر تۆمارێک بەوەی پێش خۆیەوە مۆر کراوە: هیچ کامیان بەبێ ئەوەی هەستی پێ بکرێت ناگۆڕدرێت و دەرناهێنرێت.
audit-filter = هەڵبژێرە چی پیشان بدرێت
audit-person = کێ، یان بەرامبەر بە کێ
audit-kind = چی
audit-from = لە
audit-until = تا
audit-item = بەشداری (ژمارەکەی لە ناونیشاندا)
audit-show = پیشانی بدە
audit-all = هەمووی پیشان بدە
audit-any = هەر شتێک
audit-anybody = هەر کەسێک
audit-empty = شتێکی وا نییە.
audit-hash = مۆر
audit-take = لەگەڵ خۆتان بیبەن
audit-take-hint = لەگەڵ مۆرەکان، تا لە شوێنێکی تر بپشکنرێت. بردنەکەش دەنووسرێت.
audit-take-csv = وەک CSV
audit-take-jsonl = وەک دێڕی JSON
audit-head = کۆتایی زنجیرەکە:
audit-begun = زنجیرەکە دەست پێ دەکات
audit-erased = لەگەڵ مێژووەکەی سڕایەوە
audit-retention-changed = ڕێساکانی هەڵگرتن دانران
audit-retention-kept = ڕێسای نوێی هەڵگرتن هەڵوەشێنرایەوە
audit-clock-confirmed = وتی کاتەکە ڕاستە
audit-exported = چاودێرییەکە برا
audit-reasons-changed = هۆکارەکان گۆڕدران
audit-categories-changed = جۆرەکان گۆڕدران
