comment-again-title = کۆمێنتەکەت
comment-answered = وەڵامی { $name } دەدەیتەوە:
comment-body-missing = تکایە شتێک بنووسە.
comment-body-long = { $most ->
    [one] کۆمێنت زۆرترین { $most } پیتە.
   *[other] کۆمێنت زۆرترین { $most } پیتە.
}
comment-email-wrong = ئەمە ناونیشانی ئیمەیڵ نییە. ناونیشان وەک name@example.org دەنووسرێت.
comment-email-for-answers = بۆ ئەوەی بتوانین لە وەڵامەکان ئاگادارت بکەینەوە، تکایە ئیمەیڵەکەت بنووسە. بۆ خەڵک پیشان نادرێت.
comment-parent-gone = ئەو کۆمێنتەی وەڵامی دەدەیتەوە چیتر لێرە نییە. دەتوانیت ئەمە بە هەمووان بڵێیت: جارێکی تر «ناردن» دابگرە.
comment-appeal = بخوێنەوە بۆچی ناتوانیت کۆمێنت بنووسیت، و ئەگەر هەڵەیە پێمان بڵێ
comment-edit-title = کۆمێنتەکەت بگۆڕە
comment-edit-label = کۆمێنتەکەت
comment-edit-hint = { $minutes ->
    [one] کۆمێنت تا { $minutes } خولەک دوای ناردنی دەگۆڕدرێت. دواتر لەسەری دەنووسرێت کە گۆڕدراوە.
   *[other] کۆمێنت تا { $minutes } خولەک دوای ناردنی دەگۆڕدرێت. دواتر لەسەری دەنووسرێت کە گۆڕدراوە.
}
comment-edit-save = پاشەکەوتکردن
comment-leave = وەک خۆی بهێڵەوە
comment-edit-late = { $minutes ->
    [one] کۆمێنت تا { $minutes } خولەک دوای ناردنی دەگۆڕدرێت. هێشتا دەتوانیت بیسڕیتەوە.
   *[other] کۆمێنت تا { $minutes } خولەک دوای ناردنی دەگۆڕدرێت. هێشتا دەتوانیت بیسڕیتەوە.
}
comment-edit-gone = ئەم کۆمێنتە لابراوە، بۆیە چیتر ناگۆڕدرێت.
comment-changed-meanwhile = لەم نێوانەدا ئەم کۆمێنتە گۆڕدرا، ڕەنگە خۆت لە پەڕەیەکی تر گۆڕیبێتت. ئەوەی نووسیوتە هێشتا لێرەیە: سەیری بکە و دیسان پاشەکەوتی بکە.
comment-delete-title = کۆمێنتەکەت بسڕدرێتەوە؟
comment-delete-sure = لەگەڵ ناوەکەت بە تەواوی دەسڕدرێتەوە. ئەگەر کەسێک وەڵامی دابێتەوە، وەڵامەکان دەمێننەوە و لە شوێنی دەنووسرێت کە کۆمێنتەکە سڕاوەتەوە.
comment-delete-yes = سڕینەوە
comment-like-own = ئەم کۆمێنتە هی خۆتە.
comment-report-title = کۆمێنتێک ڕاپۆرت بکە
comment-report-lede = ژووری هەواڵ سەیری ئەوە دەکات کە ڕاپۆرتی دەکەیت. نووسەرەکە نازانێت کێ ڕاپۆرتی کردووە.
comment-report-of = کۆمێنتی { $name }
comment-report-reason = کێشەکە چییە؟
comment-reason-spam = ڕیکلام، یان هەمان شت دووبارە و دووبارە
comment-reason-hate = سووکایەتی یان ڕق
comment-reason-threat = هەڕەشە، یان بانگەواز بۆ توندوتیژی
comment-reason-private = شتی تایبەتی کەسێک ئاشکرا دەکات
comment-reason-false = ڕاست نییە
comment-reason-other = شتێکی تر
comment-reason-legal = پێچەوانەی یاسایە
comment-reason-legal-more = ئەمە ئاگادارکردنەوەیەکی فەرمییە. تکایە هۆکارەکە بنووسە و ناونیشانێک بۆ وەڵامەکەمان بەجێ بهێڵە.
comment-reason-missing = تکایە هەڵبژێرە کێشەی کۆمێنتەکە چییە.
comment-report-note = زیاتر لەبارەیەوە
comment-report-note-hint = تەنیا بۆ ئاگادارکردنەوەی پێچەوانەی یاسا پێویستە: کام یاسا، و چۆن.
comment-note-missing = تکایە بنووسە پێچەوانەی کام یاسایە، و چۆن.
comment-note-long = { $most ->
    [one] تکایە زۆرترین { $most } پیت بەکار بهێنە.
   *[other] تکایە زۆرترین { $most } پیت بەکار بهێنە.
}
comment-report-email = ئیمەیڵەکەت
comment-report-email-hint = تەنیا بۆ ئاگادارکردنەوەی پێچەوانەی یاسا؛ ئەگینا نایهێڵینەوە. بۆ خەڵک پیشان نادرێت.
comment-report-email-missing = تکایە ناونیشانێک بەجێ بهێڵە، بۆ ئەوەی وەڵامی ئاگادارکردنەوەکەت بدەینەوە.
comment-report-legal-title = ئاگادارکردنەوەی پێچەوانەی یاسا چی لێ دێت
comment-report-legal-looks = کەسێک لە ژووری هەواڵ دەیخوێنێتەوە؛ هیچ ئامێرێک بڕیاری لێ نادات.
comment-report-legal-decides = بڕیار دەدەن کۆمێنتەکە بمێنێتەوە یان نا. نووسەرەکە بڕیار و هۆکارەکەی دەزانێت، بەڵام نازانێت تۆ کێیت.
comment-report-legal-answers = وەڵام بۆ ناونیشانەکەت دەنێردرێت. لەگەڵ وەڵامەکە لەبیری دەکەین، ئەوپەڕی ٣٠ ڕۆژ دوای بڕیارەکە.
comment-report-send = ڕاپۆرتەکە بنێرە
comment-reported-title = سوپاس
comment-reported-words = ڕاپۆرتەکەت گەیشتە ژووری هەواڵ و سەیری کۆمێنتەکە دەکەن.
comment-reported-back = گەڕانەوە بۆ کۆمێنتەکان
