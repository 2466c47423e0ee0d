# Lists by which readers find stories. Explanations stand in the English file.

find-tag-title = Çîrokên li ser { $tag }
find-place-title = Çîrokên ji { $place }
find-month = { $month } { $year }
find-archive = Arşîv
find-archive-words = Hemû çîrokên xwendevanên me, meh bi meh.
find-search = Lêgerîn
find-search-label = Di çîrokan de bigere
find-search-button = Bigere
find-search-hint = Peyvên sernav, nivîs, cih an etîketê. Ferq nake tu bi kîjan klavyeyê dinivîsî.
find-search-for = Lêgerîn: { $words }
find-found = Çîrokên ku “{ $words }” tê de ye, yên herî nû di serî de
find-nothing = Di tu çîrokê de “{ $words }” tune
find-nothing-more = Bi peyvên kêmtir biceribîne, an li arşîvê binêre.
