# Lists by which readers find stories. Explanations stand in the English file.

find-tag-title = قصص عن { $tag }
find-place-title = قصص من { $place }
find-month = { "\u200F" }{ $month } { $year }
find-archive = الأرشيف
find-archive-words = كل قصص قرّائنا، شهرًا بعد شهر.
find-search = البحث
find-search-label = ابحث في القصص
find-search-button = ابحث
find-search-hint = كلمات من العنوان أو النص أو مكان أو وسم. لا فرق بأي لوحة مفاتيح تكتبها.
find-search-for = البحث: { $words }
find-found = قصص فيها «{ $words }»، الأحدث أولًا
find-nothing = لا توجد قصة فيها «{ $words }»
find-nothing-more = جرّب كلمات أقل، أو تصفّح الأرشيف.
