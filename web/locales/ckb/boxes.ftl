# The boxes beside stories, and ages. Explanations stand in the English file.

box-latest = تازە بڵاوکراونەتەوە
box-count = { $count ->
    [one] تا ئێستا { $count } چیرۆکی خوێنەران
   *[other] تا ئێستا { $count } چیرۆکی خوێنەران
}
elsewhere-title = لە شوێنی تری { $site }
box-aside = بابەتی تر بۆ خوێندنەوە

box-age-now = هەر ئێستا
box-age-minutes = { $minutes ->
    [one] خولەکێک لەمەوبەر
   *[other] { $minutes } خولەک لەمەوبەر
}
box-age-hours = { $hours ->
    [one] کاتژمێرێک لەمەوبەر
   *[other] { $hours } کاتژمێر لەمەوبەر
}
box-age-days = { $days ->
    [one] ڕۆژێک لەمەوبەر
   *[other] { $days } ڕۆژ لەمەوبەر
}
