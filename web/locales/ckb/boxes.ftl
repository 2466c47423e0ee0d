# The boxes beside stories, and ages. Explanations stand in the English file.

box-latest = تازە بڵاوکراونەتەوە
box-count = { $count ->
    [one] تا ئێستا { $count } چیرۆکی خوێنەران
   *[other] تا ئێستا { $count } چیرۆکی خوێنەران
}
elsewhere-title = لە شوێنی تری { $site }
box-aside = بابەتی تر بۆ خوێندنەوە

