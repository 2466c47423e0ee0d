# Stories, comments, tags and boxes. Explanations stand in the English file.

home-title = Okurlarımızdan hikâyeler
home-more = Daha fazla hikâye
home-earlier = Daha eski hikâyeler
home-invite = Hikâyelerini, fotoğraflarını ve videolarını { $site } ile, belki de bütün dünyayla paylaş.
home-invite-button = Hikâyeni gönder
home-invite-promise = Hesaba ihtiyacın yok; adının gösterilip gösterilmeyeceğine sen karar verirsin.
home-empty = Henüz hikâye yok
home-empty-more = Buradaki ilk hikâye seninki olabilir.

story-by = Yazan: { $name }
story-by-reader = Bir okur gönderdi
story-credit = { $kind ->
    [film] Video: { $name }
    [sound] Ses kaydı: { $name }
   *[picture] Fotoğraf: { $name }
}
story-credit-reader = { $kind ->
    [film] Video: bir okur gönderdi
    [sound] Ses kaydı: bir okur gönderdi
   *[picture] Fotoğraf: bir okur gönderdi
}
story-how-title = Bu bize nasıl ulaştı
story-how = Bunu bir okur Be Part üzerinden gönderdi. { $site } editörleri yayımlamadan önce baktı ve inceledi.
story-gone = Bu hikâye geri çekildi ve artık burada değil. Fotoğrafları da kaldırıldı.

story-corrected = { $when } tarihinde düzeltildi
story-correction-title = Düzeltme
story-tags = Etiketler
story-checked-title = Neleri kontrol ettik
story-related = Bu konuda daha fazlası
story-print = Bu hikâyeyi yazdır
story-light-on = Veri tasarrufu: küçük fotoğraflar göster
story-light-off = Fotoğrafları tam kalitede göster

story-field-tags = Etiketler
story-field-tags-hint = Ne hakkında olduğu, aralarında virgülle: sel, Hewlêr, kurtarma
story-field-checked = Neler kontrol edildi
story-field-checked-hint = Okurlar bunu hikâyenin altında ve onun dilinde görür: kim arandı, hangi yer karşılaştırıldı, ne bilinmiyor.
story-field-correction = Düzeltme
story-field-correction-hint = Ne yanlıştı ve şimdi doğru. Okurlar bunu hikâyenin altında saatiyle birlikte görür. En yenisi başta.
story-tag-too-long = Bir etiket en fazla { $max } karakter olabilir.
story-tags-too-many = Bir hikâyenin en fazla { $max } etiketi olabilir.
story-note-too-long = Bu en fazla { $max } karakter olabilir.

compose-title = Hikâye hazırla
compose-back = Gönderiye dön
compose-saved = Taslak kaydedildi. Henüz hiçbir bölümü herkese açık değil.
compose-stale-title = Biri senden hızlı davrandı
compose-stale = Sen açtıktan sonra bir meslektaşın bu hikâyeyi değiştirdi. Yazdıkların hâlâ burada, ama kaydedilmedi. Şimdi kaydeder ya da yayımlarsan seninki onunkinin yerine geçer.
compose-stale-look = Hikâyenin şimdiki hâlini gör
compose-is-public = Bu hikâye herkese açık. Burada değiştirdiğin orada hemen değişir.
compose-see-public = Herkese açık sayfayı gör
compose-field-title = Başlık
compose-field-body = Metin
compose-field-body-hint = Boş bir satır yeni bir paragraf başlatır.
compose-field-language = Metnin dili
compose-field-byline = İmza
compose-field-byline-hint = Gönderen adının yer almasını istiyor. Ad yerine buraya başka sözler yaz ya da adı çıkarmak için boş bırak.
compose-byline-unnamed = Gönderen adının yazılmasına izin vermedi; bu yüzden hikâye ad taşıyamaz.
compose-field-place = Yer
compose-pictures = Fotoğraflar
compose-pictures-none = Kullanılabilecek fotoğraf yok.
compose-pictures-hint = Hikâye için fotoğrafları seç. Numarası en küçük olan önce gelir.
compose-picture-use = Bu fotoğrafı kullan
compose-picture-order = Sıra
compose-picture-caption = Fotoğraf altı
compose-picture-alt = Açıklama
compose-picture-alt-hint = Göremeyenler için: fotoğrafta ne var.
compose-save = Taslağı kaydet
compose-publish = Yayımla
compose-update = Kaydet ve herkese açık sayfayı güncelle
compose-sent = Okurun gönderdiği
compose-sent-hint = Hikâyede ne yazarsan yaz, bu olduğu gibi kalır.
compose-sent-consent = İzin
compose-sent-place = Yer
compose-sent-happened = Ne zaman oldu
compose-sent-when = Gönderildi
compose-title-missing = Bir başlık yaz.
compose-title-too-long = Başlık en fazla { $max } karakter olabilir.
compose-body-missing = Bir metin yaz ya da en az bir fotoğraf seç.
compose-body-too-long = Metin en fazla { $max } karakter olabilir.
compose-language-missing = Metnin dilini seç.
compose-byline-too-long = İmza en fazla { $max } karakter olabilir.
compose-place-too-long = Yer en fazla { $max } karakter olabilir.
compose-order-not-a-number = Fotoğrafın sırası 1 ya da 2 gibi bir tam sayıdır.
compose-caption-too-long = Fotoğraf altı ya da açıklama en fazla { $max } karakter olabilir.
