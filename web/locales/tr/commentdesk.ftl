# The desk of comments. Explanations stand in the English file.

cdesk-title = Yorumlar
cdesk-queues = Yorum listeleri
cdesk-queue-reported = Bildirilenler
cdesk-queue-held = Bekleyenler
cdesk-queue-new = Yeni kişiler
cdesk-queue-latest = En son
cdesk-queue-machine = Programın kararı
cdesk-queue-appeals = İtirazlar
cdesk-rules = Kurallar
cdesk-bans = Engeller
cdesk-contributions = Katkılar

cdesk-empty-reported = Yanıt bekleyen bildirim yok.
cdesk-empty-held = Gösterilmeyi bekleyen yorum yok.
cdesk-empty-new = Son bakıştan beri kimse ilk kez yorum yazmadı.
cdesk-empty-latest = Henüz kimse yorum yazmadı.
cdesk-empty-machine = Programın, kimsenin bakmadığı bir kararı yok.
cdesk-empty-appeals = Yanıt bekleyen engelli kimse yok.

cdesk-search = Metinlerde ve adlarda ara
cdesk-looked-to = { $when } tarihine kadar arandı. Daha eski yorumlar sonraki sayfada.
cdesk-of-thread = Bir yazının yorumları
cdesk-of-person = Bir kişinin yorumları

cdesk-by-account = hesaplı
cdesk-by-guest = konuk
cdesk-in = Şunun altında:
cdesk-answer-in = Yanıt, şunun altında:
cdesk-under = Şunun altında:
cdesk-edited = Düzenlendi
cdesk-empty-text = Metin yok
cdesk-likes = { $count ->
    [one] 1 beğeni
   *[other] { $count } beğeni
}
cdesk-answers = { $count ->
    [one] 1 yanıt
   *[other] { $count } yanıt
}
cdesk-reports = { $count ->
    [one] 1 bildirim bekliyor
   *[other] { $count } bildirim bekliyor
}
cdesk-first = İlk yorum
cdesk-promoted = Önerilen
cdesk-pinned = Sabitlendi
cdesk-state-shown = Gösteriliyor
cdesk-state-held = Bekliyor
cdesk-state-removed = Kaldırıldı
cdesk-state-spam = İstenmeyen
cdesk-state-deleted = Yazarı geri aldı
cdesk-somebody = Birisi
cdesk-banned-for = Engellenme nedeni:
cdesk-the-comment = Yorum

cdesk-decide = Ne yapılsın
cdesk-show = Göster
cdesk-remove = Kaldır
cdesk-spam = İstenmeyen
cdesk-leave = Olduğu gibi bırak
cdesk-pin = Sabitle
cdesk-unpin = Sabitlemeyi kaldır
cdesk-promote = Öner
cdesk-unpromote = Önermeyi bırak
cdesk-asks-show = { $count ->
    [one] 1 yorum gösterilsin mi?
   *[other] { $count } yorum gösterilsin mi?
}
cdesk-asks-remove = { $count ->
    [one] 1 yorum kaldırılsın mı?
   *[other] { $count } yorum kaldırılsın mı?
}
cdesk-asks-spam = { $count ->
    [one] 1 yorum istenmeyen mi?
   *[other] { $count } yorum istenmeyen mi?
}
cdesk-asks-leave = { $count ->
    [one] 1 yorum olduğu gibi kalsın mı?
   *[other] { $count } yorum olduğu gibi kalsın mı?
}
cdesk-asks-mark = { $count ->
    [one] 1 yorum işaretlensin mi?
   *[other] { $count } yorum işaretlensin mi?
}
cdesk-done-show = { $count ->
    [one] Gösterildi.
   *[other] { $count } yorum gösterildi.
}
cdesk-done-remove = { $count ->
    [one] Kaldırıldı.
   *[other] { $count } yorum kaldırıldı.
}
cdesk-done-spam = { $count ->
    [one] İstenmeyen sayıldı.
   *[other] { $count } yorum istenmeyen sayıldı.
}
cdesk-done-leave = { $count ->
    [one] Olduğu gibi bırakıldı.
   *[other] { $count } yorum olduğu gibi bırakıldı.
}
cdesk-done-mark = { $count ->
    [one] Yapıldı.
   *[other] { $count } yorum işaretlendi.
}

cdesk-already = Zaten öyle.
cdesk-changed = Okuduğunuzdan beri değişti. Şimdiki hâline bakın.
cdesk-not-deleted = Yazarı geri aldı.
cdesk-not-reported = Bekleyen bildirim yok.
cdesk-not-shown = Yalnızca herkesin okuduğu işaretlenebilir.
cdesk-undo-late = Etkisini gösterdi. Yeniden karar verebilirsiniz.

cdesk-reason-insult = Birine hakaret ediyor.
cdesk-reason-hate = İnsanlara karşı nefreti körüklüyor.
cdesk-reason-threat = Birini tehdit ediyor.
cdesk-reason-private = Birinin özel bilgilerini açıklıyor.
cdesk-reason-false = Yanlış olduğu bilinen bir şey öne sürüyor.
cdesk-reason-off-topic = Bu yazıyla ilgili değil.
cdesk-reason-advert = Reklam içeriyor.
cdesk-reason-law = Yasalara aykırı.
cdesk-reason-own = Başka bir neden, kendi sözlerimizle
cdesk-reason-hint = Yazan kişi nedeni okur.
cdesk-reason-missing = Bir neden seçin.
cdesk-words = Kendi sözlerimizle
cdesk-words-hint = Yalnızca “başka bir neden” ile.
cdesk-words-missing = Nedeni birkaç sözcükle yazın.
cdesk-remove-yes = Kaldır

cdesk-comment-of = { $name } adlı kişinin yorumu
cdesk-back = Listeye dön
cdesk-to-comment = Yoruma dön
cdesk-answers-this = Buna yanıt veriyor
cdesk-text = Ne diyor
cdesk-in-place = Okurların gördüğü yerde bak
cdesk-machine-decided = Program karar verdi:
cdesk-told-author = Yazarı şunu okur
cdesk-decided-by = Karar veren
cdesk-report-closed = yanıtlandı
cdesk-report-email = adres bıraktı
cdesk-edits = Önceden ne diyordu
cdesk-until = Şu zamana kadar:
cdesk-no-history = Henüz bir şey yapılmadı.
cdesk-by-machine = Program
cdesk-by-reader = Bir okur
cdesk-contribution = Katkıya dönüştür
cdesk-contribution-more = Bu sözlerle bir katkı masaya gelir. Bir şey yayımlanmadan önce yazarına sorulur.
cdesk-contribution-note = “{ $title }” üzerine bir yorumdan: { $address }
cdesk-contribution-yes = Ondan bir katkı oluştur

cdesk-person-comments = Yorumlar
cdesk-person-all = { $count ->
    [one] 1 yorum
   *[other] { $count } yorum
}
cdesk-person-many = En yeni { $count } yorum ve fazlası
cdesk-person-shown = Karara bağlananların % { $percent } kadarı gösteriliyor
cdesk-person-since = İlk yorum
cdesk-person-others = Diğer yorumları
cdesk-person-forgotten = Kim olduğu unutuldu.

cdesk-email-ask = Adresleri göster…
cdesk-email-title = E-posta adresleri
cdesk-email-what = Bu kişilere adreslerinin gösterilmeyeceği sözü verildi. Yalnızca onlara yazmanız gerekiyorsa bakın.
cdesk-email-why-hint = Meslektaşlarınız için birkaç söz. Adresi buraya yazmayın.
cdesk-email-show = Adresleri göster
cdesk-email-keep = Kimseye vermeyin, notlara yazmayın. Bu sayfa onları bir kez gösterir.
cdesk-email-nothing = Hiç adres bırakılmadı.
cdesk-email-author = Yazan
cdesk-email-reporter = Bildiren:

cdesk-thread-count = { $count ->
    [one] 1 yorum gösteriliyor
   *[other] { $count } yorum gösteriliyor
}
cdesk-thread-ended = Yazı artık yok
cdesk-thread-closed = Kapalı
cdesk-thread-holds = Her şey önce bekler
cdesk-thread-slowed = Yavaşlatıldı
cdesk-thread-muted = “Siz ne diyorsunuz”da yok
cdesk-thread-close = Yorumları kapat
cdesk-thread-open = Yorumları aç
cdesk-thread-hold = Her şey önce beklesin
cdesk-thread-flow = Yeniden hemen göster
cdesk-thread-slow = Yavaşlat: bir kişinin iki yorumu arasında iki dakika
cdesk-thread-quick = Olağan hıza dön
cdesk-thread-mute = “Siz ne diyorsunuz”dan çıkar
cdesk-thread-hear = “Siz ne diyorsunuz”a geri al

cdesk-event-held = Bir kuralla bekletildi
cdesk-event-machine-spam = Bir kuralla istenmeyen sayıldı
cdesk-event-held-by-reports = Bildirimler yüzünden bekletildi
cdesk-event-edited = Düzenlendi
cdesk-event-deleted = Geri alındı
cdesk-event-reported = Bildirildi
cdesk-event-shown = Gösterildi
cdesk-event-removed = Kaldırıldı
cdesk-event-spam = İstenmeyen sayıldı
cdesk-event-left = Bildirimler yanıtlandı, olduğu gibi bırakıldı
cdesk-event-pinned = Sabitlendi
cdesk-event-unpinned = Sabitleme kaldırıldı
cdesk-event-promoted = Önerildi
cdesk-event-unpromoted = Artık önerilmiyor
cdesk-event-undone = Geri alındı
cdesk-event-email = Adresler gösterildi
cdesk-event-banned = Yazarı engellendi
cdesk-event-contributed = Ondan bir katkı oluşturuldu

cdesk-audit-removed = Yorumlar kaldırıldı
cdesk-audit-undone = Yorumların kaldırılması geri alındı
cdesk-audit-email = Bir yorumun adresleri gösterildi
cdesk-audit-thread = Yorum dizisi ayarlandı
cdesk-audit-banned = Birinin yorum yazması engellendi
cdesk-audit-ban-ended = Biri yeniden yorum yazabilir
cdesk-audit-appeal = Bir engele itiraz yanıtlandı
cdesk-audit-rules = Yorum kuralları değişti
