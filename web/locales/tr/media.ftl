# Why a file was refused.
media-unsupported-type = Bu, okuyabildiğimiz bir fotoğraf, video ya da ses değil. Fotoğrafları JPEG, PNG, WebP, GIF, HEIC ya da AVIF; videoları MP4, MOV, 3GP, WebM ya da MKV; sesleri M4A, MP3, OGG ya da WAV olarak gönderin.
media-too-many-pixels = Bu resim alabileceğimizden büyük (64 megapiksel ya da kenar başına 16.384 piksel).
media-too-large = Bu dosya alabileceğimizden büyük.
media-broken = Bu dosya bozuk: içinden tam bir fotoğraf, video ya da ses çıkmadı.
media-too-heavy = Bu dosya, gerçek bir dosyanın gerektirdiğinden fazla zaman ya da bellek istiyor.
media-empty = Bu dosya boş.
media-too-long = Bu kayıt alabileceğimizden uzun.
media-unknown-codec = Bu kayıt okuyamadığımız bir biçimde kodlanmış. Çoğu telefon onu MP4 olarak yeniden kaydedebilir.
media-taken-back = Gönderen, tamamlanmadan önce geri aldı.
