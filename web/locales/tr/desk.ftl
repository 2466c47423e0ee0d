# The desk of the editors. Explanations stand in the English file.

state-received = Geldi
state-in-review = İncelemede
state-needs-reply = Yanıt bekliyor
state-accepted = Kabul edildi
state-published = Yayımlandı
state-declined = Kullanılmadı
state-withdrawn = Geri çekildi
state-spam = İstenmeyen

decline-not-verified = Yayımlayacak kadar doğrulayamadık.
decline-already-covered = Bu konuda zaten bir haberimiz var.
decline-not-for-us = Şu anda haber yaptığımız konuların dışında.
decline-quality = Metin ya da fotoğraflar bu hâliyle kullanılamıyor.
decline-safety = Yayımlamak birini tehlikeye atabilir.
decline-rules = Haber merkezimizin kurallarına uymuyor.

change-stale = Sen açtıktan sonra bu gönderi değişti. Hiçbir şey yapılmadı. Şimdiki durumu burada.
change-withdrawn = Geri çekildi. Artık hiçbir şey yapılamaz.
change-published = Hikâyesi herkese açık. Hikâyeyi düzenle ya da gönderiyi geri çek.
change-already = Karar zaten verildi. Yeniden karar vermeden önce yeniden aç.
change-not-accepted = Yalnızca kabul edilen bir gönderiden hikâye yapılır.

consent-blocks-ask-first = Gönderen önce kendisine sorulmasını istiyor ve henüz evet demedi.
consent-blocks-information-only = Gönderen bunu yalnızca bilginiz için yolladı. Asla yayımlanmaz.

desk-consent-named = Gönderenin adıyla yayımlanabilir.
desk-consent-anonymous = Yayımlanabilir, ama gönderenin adı olmadan.
desk-consent-ask-first = Yalnızca gönderen kabul ettikten sonra yayımlanabilir.
desk-consent-information-only = Asla yayımlanamaz.

desk-title = Haber masası
desk-queues = Duruma göre gönderiler
desk-queue-open = Tüm açıklar
desk-fresh = # yeni. Göster
desk-empty = Burada bir şey yok
desk-empty-more = Yeni gönderiler gönderilir gönderilmez görünür.
desk-to-first = En yenilere dön
desk-untitled = (başlıksız)
desk-no-name = Ad verilmedi
desk-files = { $count ->
    [one] { $count } dosya
   *[other] { $count } dosya
}
desk-files-refused = { $count ->
    [one] { $count } reddedildi
   *[other] { $count } reddedildi
}
desk-age-now = az önce
desk-age-minutes = { $minutes ->
    [one] { $minutes } dakika önce
   *[other] { $minutes } dakika önce
}
desk-age-hours = { $hours ->
    [one] { $hours } saat önce
   *[other] { $hours } saat önce
}
desk-age-days = { $days ->
    [one] { $days } gün önce
   *[other] { $days } gün önce
}

desk-back = Tüm gönderiler
desk-text = Gönderilen
desk-text-empty = Metin gönderilmedi.
desk-facts = Hakkında
desk-sent-at = Geliş
desk-name = Ad
desk-email = E-posta
desk-none = Verilmedi
desk-place = Yer, gönderene göre
desk-happened-at = Zaman, gönderene göre
desk-language = Yanıt dili
desk-declined-why = Neden
desk-declined-note = Gönderene not
desk-consent = İzin
desk-consent-given = { $version } sürümlü koşullarla verildi
desk-publication = Yayın
desk-publication-possible = Bundan bir hikâye yapılıp yayımlanabilir.
desk-publication-not = Şu anda yayımlanamaz.
desk-story-make = Hikâye hazırla
desk-story-edit = Hikâyeyi aç
desk-story-public = Yayımlanan hâlini oku

desk-pictures = Dosyalar
desk-no-files = Dosya gönderilmedi.
desk-picture-alt = Gönderinin { $number }. fotoğrafı; büyük açılır
desk-file-waiting = İncelenmeyi bekliyor
desk-file-processing = İnceleniyor
desk-file-ready = Hazır
desk-file-refused = Reddedildi
desk-film-alt = Gönderinin { $number }. videosu
desk-sound-alt = Gönderinin { $number }. ses kaydı
desk-waveform = Baştan sona ses yüksekliği
desk-film-moments = Anlar
desk-film-moment = # anına git
desk-film-progress = Kodlanıyor; hazır olan kısmı şimdiden izlenebilir.
desk-film-percent = %{ $percent }
desk-film-making = İzlenebilir. Zayıf ağlar için sürümler hâlâ hazırlanıyor.
desk-file-duration = Uzunluk
desk-file-name = Dosya adı
desk-file-pixels = Genişlik × yükseklik
desk-file-dimensions = { $width } × { $height }
desk-file-size = Boyut
desk-file-hash = Aslının SHA-256 özeti
desk-size-kilobytes = { $kilobytes } kB
desk-size-megabytes = { $megabytes } MB

desk-original-open = Asıl dosya…
desk-original-damaged = Saklanan asıl dosya değişmiş ya da yok olmuş. Sunucuyu yönetene haber ver: bir yedekte bulunabilir.
desk-original-title = { $number }. dosyanın aslı
desk-repeats = Bunlarla da geldi
desk-repeat-exact = aynı dosya
desk-repeat-near = benziyor
desk-original-careful = Dikkatli ol
desk-original-what = Bu, dosyanın gönderildiği hâlidir. Kimse temizlemedi: açan bilgisayara zarar verebilir; kimin, nerede ve ne zaman yaptığını söyleyebilir.
desk-original-advice = Yalnızca bunun için ayrılmış bir bilgisayarda aç ve başkasına verme. Hiçbir program yanlışlıkla açmasın diye adı .bin ile biter.
desk-original-sealed-at = Mühürlendiği an
desk-original-why = Ne için gerekiyor?
desk-original-why-hint = Meslektaşların için birkaç söz. Gönderenin adını yazma.
desk-original-why-missing = Asıl dosyanın ne için gerektiğini yaz.
desk-original-why-too-long = En fazla { $most } karakter olabilir.
desk-original-audit = Geçmişte onu açtığın, ne zaman ve ne için açtığın yazacak.
desk-original-take = Asıl dosyayı indir
desk-original-back = Gönderiye dön
desk-original-not-yet = Asıl dosya henüz hazır değil. Birkaç dakika sonra yeniden dene.
desk-original-offline-only = Bu dosyayı yalnızca haber merkezinin sunucu dışında saklanan anahtarı açar. Onu saklayana sor.
desk-original-no-key = Bu dosyayı açan anahtar bu sunucuda değil. Sunucuyu yönetene haber ver.
desk-original-look = { $number }. dosya: { $why }
desk-original-file = { $number }. dosya

desk-decide = Karar ver
desk-take = İncelemeye al
desk-accept = Kabul et
desk-decline = Kullanma
desk-spam = İstenmeyen
desk-reopen = Yeniden aç
desk-reason = Neden kullanmıyoruz?
desk-reason-hint = Bu sözleri gönderen okur.
desk-reason-missing = Neden kullanmadığımızı seç.
desk-note = Gönderene ek sözler
desk-note-hint = Yazdığın gibi makbuzla birlikte gösterilir.
desk-note-too-long = Not en fazla { $most } karakter olabilir.
desk-decline-send = Bu nedenle kullanma
desk-spam-sure = İstenmeyen gönderiler artık açıklar arasında gösterilmez. Yeniden açabilirsin.
desk-spam-yes = Evet, istenmeyen
desk-withdraw = Gönderen adına geri çek
desk-withdraw-sure = Gönderen senden geri çekmeni istediyse: hikâyesi ve fotoğrafları herkese açık sayfalardan temelli kaldırılır. Bu geri alınamaz.
desk-withdraw-confirm = Bunu gönderen istedi
desk-withdraw-unconfirmed = Bunu gönderenin istediğini onayla.
desk-withdraw-yes = Geri çek

desk-done-opened = Artık incelemede.
desk-done-accepted = Kabul edildi. Ondan bir hikâye hazırlayabilirsin.
desk-done-declined = Kullanılmadı. Gönderen nedenini makbuzla okuyabilir.
desk-done-spam = İstenmeyen olarak işaretlendi.
desk-done-reopened = Yeniden açık.
desk-done-withdrawn = Geri çekildi. Herkese açık hikâyesi kaldırılıyor.

desk-conflict-colleague = { $name } senden hızlı davrandı: “{ $what }”, { $when }. Senin yaptığın uygulanmadı.
desk-conflict-you = Burada zaten bir şey yaptın: “{ $what }”, { $when }. Başka bir şey yapılmadı.
desk-conflict-contributor = Gönderen senden hızlı davrandı: “{ $what }”, { $when }. Senin yaptığın uygulanmadı.
desk-conflict-now = Şimdiki durum:
desk-conflict-note = Notun gönderilmedi. Kaybolmasın diye burada:

desk-history = Geçmiş
desk-event-sent = Gönderildi
desk-event-files-added = Dosya eklendi
desk-event-acknowledged = Alındığı e-postayla bildirildi
desk-event-opened = İncelemeye alındı
desk-event-accepted = Kabul edildi
desk-event-declined = Kullanılmadı
desk-event-spam = İstenmeyen sayıldı
desk-event-reopened = Yeniden açıldı
desk-event-published = Yayımlandı
desk-event-story-edited = Hikâye düzenlendi
desk-event-withdrawn = Geri çekildi
desk-event-original-opened = Asıl dosya açıldı
desk-event-original-damaged = Asıl dosyanın değiştiği ya da yok olduğu görüldü
desk-event-other = Başka bir şey oldu
desk-by-contributor = Gönderen
desk-by-program = Bu program
