# The talk between the desk and whoever sent a contribution. Explanations stand in the English file.

talk-ask-which-street = Bu hangi sokakta oldu?
talk-ask-when-exactly = Bu tam olarak ne zaman oldu: hangi gün, saat kaçta?
talk-ask-moment-before = Bundan hemen önce çekileni bize gönderebilir misin?
talk-ask-who-filmed = Bunu kim çekti?
talk-ask-original-file = Dosyanın aslını, kameranın ya da telefonun kaydettiği hâliyle gönderebilir misin?
talk-ask-more-photos = Buna ait başka fotoğrafın ya da videon var mı?
talk-ask-may-show-face = Görünen yüzü gösterebilir miyiz?
talk-ask-may-name = Yanında adını yazabilir miyiz?
talk-ask-consent-again = Gönderinle ne yapabiliriz? Lütfen bir kez daha söyle.
talk-ask-other = Başka bir soru
talk-yes = Evet
talk-no = Hayır

talk-not-decided = Karar verildi. Bir şey sormadan önce yeniden aç.
talk-not-withdrawn = Gönderen geri çekti. Onu rahat bırakıyoruz.
talk-not-files = Yayımlanmış bir gönderiye dosya eklenemez, bu yüzden istenemez de.
talk-nothing = Önce bir şey yaz ya da bir yanıt seç.
talk-other-missing = Sorunu yaz.
talk-too-long = Bu metin en çok { $most } karakter olabilir.
talk-too-many-open = Aynı anda en çok { $most } soru yanıt bekleyebilir.
talk-due-missing = Yanıta ne zamana kadar ihtiyacın olduğunu seç.
talk-due-past = Bu gün geçti.
talk-due-far = Önümüzdeki 90 gün içinden bir gün seç.
talk-undo-late = Artık geri alınamaz: gönderen okuyabiliyor.
talk-closed-already = Bu soru zaten yanıtlandı ya da kapatıldı.

talk-title = Gönderenle konuşma
talk-empty = Henüz bir şey sorulmadı, söylenmedi.
talk-answer-by = Yanıtın istendiği son gün:
talk-overdue = Gecikti
talk-answer-to = Yanıtladığı soru:
talk-with-files = { $count ->
    [one] { $count } dosya eklendi.
   *[other] { $count } dosya eklendi.
}
talk-stands-waiting = Yanıt bekleniyor
talk-stands-answered = Yanıtlandı
talk-stands-dropped = Artık gerekmiyor
talk-stands-settling = Gönderiliyor
talk-seen = Gönderen gördü
talk-unread = Henüz okunmadı
talk-close = Artık gerekmiyor
talk-read = Okundu olarak işaretle
talk-undo-words = Birkaç saniye içinde gönderilecek.
talk-undo = Geri al
talk-ask-open = Sor ya da yaz
talk-say-open = Yaz
talk-questions = Ne öğrenmek istiyorsun?
talk-questions-hint = Gönderen soruları şu dilde okur: { $language }.
talk-other = Başka bir sorunun metni
talk-due = Yanıt süresi
talk-due-days = { $days ->
    [one] { $days } gün içinde
   *[other] { $days } gün içinde
}
talk-due-date = seçeceğin bir günde
talk-reply = Hazır yanıt
talk-reply-choose = Birini seç
talk-reply-insert = Ekle
talk-body = Mesajın
talk-body-hint = Gönderen “haber merkezi” diye okur, adını asla görmez. Onun dilinde yaz.
talk-preview = Önizleme
talk-preview-title = Gönderen bunu okuyacak
talk-send = Gönder
talk-done-sent = Gönderildi. Gönderene, içeriğinden söz edilmeden haber verilir.
talk-done-undone = Geri alındı. Gönderenin haberi olmaz.
talk-done-closed = Soru kapatıldı.

talk-replies-manage = Hazır yanıtları düzenle
talk-replies-title = Hazır yanıtlar
talk-replies-lede = Masadaki herkesin kullanabileceği yanıtlar. Her biri bir dile aittir ve gönderen o dilde yazdığında önerilir.
talk-replies-languages = Diller
talk-replies-empty = Bu dilde henüz yok.
talk-replies-new = Yeni bir yanıt
talk-replies-name = Başlık, iş arkadaşları için
talk-replies-body = Metin, gönderenler için
talk-replies-position = Listedeki yeri
talk-replies-save = Kaydet
talk-replies-remove = Kaldır
talk-replies-saved = Kaydedildi.
talk-replies-removed = Kaldırıldı.
talk-replies-title-missing = Bir başlık ver.
talk-replies-body-missing = Metnini yaz.
talk-replies-conflict = Bu arada bir iş arkadaşın değiştirdi ya da kaldırdı. Metnin hâlâ burada; saklamak istiyorsan yeniden kaydet.

talk-reader-title = Haber merkeziyle konuşman
talk-reader-asked = Haber merkezinin sana bir sorusu var
talk-reader-due = Lütfen şu güne kadar yanıtla:
talk-reader-said = Mesajın haber merkezine ulaştı.
talk-reader-before = Şimdiye kadar söylenenler
talk-reader-newsroom = Haber merkezi
talk-reader-you = Sen
talk-reader-write = Haber merkezine yaz
talk-reader-body = Mesajın
talk-reader-send = Gönder
talk-reader-more = Başka bir şey var mı?
talk-reader-answer = Yanıtlarımı gönder
talk-answer-hint = Yanıtın
talk-answer-files-hint = Ya da sözle anlat
talk-answer-more-hint = Ekleyeceğin bir şey varsa
talk-reader-to-files = Dosya ekle
talk-reader-files-answer = Bu dosyalar neyi yanıtlıyor
talk-reader-name-means = Yanıtlarsan verdiğin izin de onunla değişir: adınla ya da adın olmadan.
talk-reader-ended = Karardan sonra { $days } gün daha yazabilirsin.
talk-reader-too-late = { $days } günden fazla geçtiği için bu gönderilemedi. Kaybolmasın diye burada:
talk-ended = Haber merkezi bu gönderi hakkında artık mesaj almıyor. Her zaman yenisini gönderebilirsin.
talk-slowly = Son bir saatte çok sık yazdın. Metnin hâlâ burada; lütfen biraz sonra gönder.
talk-waiting = Yazdıkların hâlâ burada. Doğru kodla birlikte gönderilir:

talk-allowed = Kaydedildi. Artık geçerli olan:
talk-consent-terms = Koşullar, sürüm { $version }
talk-allow-open = Verdiğin izni değiştir
talk-allow-legend = Onunla ne yapabiliriz?
talk-allow = Kaydet
talk-allow-public = Yayımlandı. Adın olmadan dersen adın hemen kalkar. Son seçenekle hikâye kalıcı olarak kalkar.
talk-allow-sure = Yayımlanan hikâye kalksın mı?
talk-allow-means = Bu seçenekle metni ve fotoğraflarıyla hemen sayfalarımızdan kalkar ve geri konamaz. Gönderdiklerin yalnızca bilgi için haber merkezinde kalır.
talk-allow-yes = Evet, kaldırın
talk-consent-withdrawn = Geri çektin. İzin verecek bir şey kalmadı.
talk-consent-public = Zaten yayımlandı, bu yüzden önce sana soramayız. Başka bir yanıt seç ya da geri çek.

talk-signed-out-title = Oturumun kapandı
talk-signed-out-words = Yazdıklarından hiçbiri kaybolmadı. Yeni bir sayfada oturum aç, bu sayfaya dön ve gönder.
talk-signed-out-signin = Oturum aç
talk-signed-out-send = Şimdi gönder

talk-mail-asked-subject = { $site } sana bir şey soruyor
talk-mail-asked-text =
    { $site } haber merkezinin, gönderdiğin bir şeyle ilgili bir sorusu var.

    Sana gösterilen makbuz koduyla okuyup yanıtlayabilirsin:
talk-mail-said-subject = { $site } sana yazdı
talk-mail-said-text =
    { $site } haber merkezi, gönderdiğin bir şeyle ilgili sana yazdı.

    Sana gösterilen makbuz koduyla okuyabilirsin:
talk-mail-reminder-subject = { $site } yanıtını bekliyor
talk-mail-reminder-text =
    { $site } haber merkezi sana bir şey sordu ve yanıtına yarına kadar ihtiyacı var.

    Sana gösterilen makbuz koduyla okuyup yanıtlayabilirsin:

talk-event-asked = Soru gönderildi
talk-event-wrote = Gönderene mesaj gönderildi
talk-event-unasked = Gönderilmeden geri alındı
talk-event-question-closed = Yanıt artık gerekmiyor
talk-event-read = Mesaj okundu
talk-event-told = Gönderene haber verildi
talk-event-reminded = Gönderene hatırlatıldı
talk-event-answered = Soru yanıtlandı
talk-event-contributor-wrote = Gönderenden mesaj
talk-event-consent-changed = İzin değişti
