# Why a file was refused.
media-unsupported-type = Bu, okuyabildiğimiz bir fotoğraf değil. Lütfen JPEG, PNG, WebP, GIF, HEIC ya da AVIF gönderin.
media-too-many-pixels = Bu resim alabileceğimizden büyük (64 megapiksel ya da kenar başına 16.384 piksel).
media-too-large = Bu dosya alabileceğimizden büyük.
media-broken = Bu resim bozuk: içinden tam bir fotoğraf çıkmadı.
media-too-heavy = Bu resim, gerçek bir fotoğrafın gerektirdiğinden fazla zaman ya da bellek istiyor.
media-empty = Bu dosya boş.
