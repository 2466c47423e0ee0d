# Lists by which readers find stories. Explanations stand in the English file.

find-tag-title = چیرۆکەکانی { $tag }
find-place-title = چیرۆک لە { $place }
find-month = { "\u200F" }{ $month } { $year }
find-archive = ئەرشیف
find-archive-words = هەموو چیرۆکەکانی خوێنەرانمان، مانگ بە مانگ.
find-search = گەڕان
find-search-label = بەناو چیرۆکەکاندا بگەڕێ
find-search-button = بگەڕێ
find-search-hint = وشەی سەردێڕ، دەق، شوێن یان تاگ بنووسە. گرنگ نییە بە کام تەختەکلیل دەینووسیت.
find-search-for = گەڕان: { $words }
find-found = ئەو چیرۆکانەی «{ $words }»یان تێدایە، نوێترین لە پێشەوە
find-nothing = هیچ چیرۆکێک «{ $words }»ی تێدا نییە
find-nothing-more = بە وشەی کەمتر هەوڵ بدە، یان سەیری ئەرشیف بکە.
