# Lists by which readers find stories. Explanations stand in the English file.

find-tag-title = { $tag } üzerine hikâyeler
find-place-title = { $place } konumundan hikâyeler
find-month = { $month } { $year }
find-archive = Arşiv
find-archive-words = Okurlarımızın bütün hikâyeleri, ay ay.
find-search = Arama
find-search-label = Hikâyelerde ara
find-search-button = Ara
find-search-hint = Başlıktan, metinden, bir yerden ya da etiketten sözcükler. Hangi klavyeyle yazdığın fark etmez.
find-search-for = Arama: { $words }
find-found = İçinde “{ $words }” geçen hikâyeler, en yenisi başta
find-nothing = Hiçbir hikâyede “{ $words }” geçmiyor
find-nothing-more = Daha az sözcükle dene ya da arşive göz at.
