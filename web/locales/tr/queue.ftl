queue-queues = Kuyruklar
queue-open = Tüm açıklar
queue-new = Yeni
queue-mine = Bende
queue-answer = Yanıt bekliyor
queue-second = İkinci göz gerek
queue-ready = Hazır
queue-published = Yayımlandı
queue-not-used = Kullanılmadı
queue-machine = Program kararı
queue-risk = Risk altında
queue-all = Tümü

queue-more-than = { $count } üzeri

queue-empty = Burada bir şey yok
queue-empty-new = Yeni gönderiler gönderilir gönderilmez görünür.
queue-empty-mine = Elinde bir şey yok. Üzerinde çalıştıkların buraya gelir.
queue-empty-answer = Kimse yanıt beklemiyor, okunmayı bekleyen yanıt da yok.
queue-empty-second = İkinci kişinin onayını bekleyen bir şey yok.
queue-empty-ready = Hikâye bekleyen kabul edilmiş gönderi yok.
queue-empty-published = Henüz bir şey yayımlanmadı.
queue-empty-not-used = Kullanılmayan, geri çekilen ya da istenmeyen sayılan yok.
queue-empty-machine = Programın karar verip kimsenin bakmadığı bir şey yok.
queue-empty-risk = Birini tehlikeye atan olarak işaretlenmiş bir şey yok.
queue-empty-all = Henüz hiçbir şey gönderilmedi.
queue-empty-filtered = Bunların hepsine uyan yok
queue-empty-filtered-more = Bir süzgeci kaldır ya da başka bir kuyruğa bak.

queue-search = Metinlerde, yerlerde, etiketlerde ve notlarda ara
queue-search-go = Ara
queue-filters = Süzgeçler
queue-filter-go = Göster
queue-filter-clear = Tüm süzgeçleri kaldır
queue-filter-any = Hepsi
queue-filter-q = Arama
queue-filter-state = Durum
queue-filter-language = Dil
queue-filter-consent = İzin
queue-filter-kind = Tür
queue-filter-has = İçerir
queue-filter-warn = Uyarı
queue-filter-category = Kategori
queue-filter-tag = Etiket
queue-filter-person = Gönderen
queue-filter-place = Yer
queue-filter-like = Benzerlik
queue-filter-since = Şu günden
queue-filter-until = Şu güne kadar
queue-filter-older = En az bekleyen
queue-filter-claimed = Üzerinde çalışan
queue-chips = Ayarlı süzgeçler
queue-chip-remove = Kaldır:
queue-unread = Bu anlaşılamadı ve dikkate alınmadı:

queue-kind-photo = Fotoğraf
queue-kind-film = Video
queue-kind-sound = Ses
queue-kind-text = Yalnız metin
queue-has-gps = GPS
queue-has-c2pa = Content Credentials
queue-has-repeats = Daha önce görüldü
queue-has-files = Dosya
queue-has-refused = Reddedilen dosya
queue-like = aynı görüntü
queue-older-hours = { $hours ->
    [one] { $hours } saat
   *[other] { $hours } saat
}
queue-older-days = { $days ->
    [one] { $days } gün
   *[other] { $days } gün
}
queue-claimed-me = Ben
queue-claimed-nobody = Hiç kimse
queue-claimed-other = Bir meslektaş
queue-claimed-somebody = biri

queue-group = Grupla
queue-group-none = Hayır
queue-group-person = Gönderene göre
queue-group-place = Yere göre
queue-group-likeness = Benzerliğe göre
queue-more-person = Bu gönderenin tümü
queue-more-place = Bu yerin tümü
queue-more-likeness = Aynısını gösterenlerin tümü
queue-order = Sıra
queue-order-oldest = Önce en eski
queue-order-newest = Önce en yeni
queue-look-list = Liste görünümü
queue-look-grid = Izgara görünümü
queue-page-before = Önceki sayfa
queue-page-after = Sonraki sayfa
queue-to-first = Başa dön

queue-pick = “{ $title }” seç
queue-files = { $count ->
    [one] { $count } dosya
   *[other] { $count } dosya
}
queue-files-refused = { $count ->
    [one] { $count } reddedildi
   *[other] { $count } reddedildi
}

queue-claimed-mark = { $name } üzerinde
queue-claimed-mark-me = Sende
queue-mark-risk = Risk altında
queue-mark-unread = Yanıt geldi
queue-mark-due = Soruldu, son gün { $date }
queue-mark-overdue = { $date } tarihinden beri yanıt yok
queue-mark-second = Bir onay var, ikincisi gerek
queue-mark-machine = Program kararı

queue-views = Kayıtlı listeler
queue-views-more = Kayıtlı liste, bir kuyruğu süzgeçleriyle bir ad altında saklar; senin ya da masadaki herkes için.
queue-views-empty = Henüz kayıtlı liste yok
queue-views-empty-more = Bir kuyrukta süzgeç ayarla; listenin altında kaydedebilirsin.
queue-back = Haber masasına
queue-view-keep = Bu listeyi kaydet
queue-view-name = Listenin adı
queue-view-shared = Masadaki herkes için
queue-view-save = Kaydet
queue-view-change = Değiştir ya da sil
queue-view-delete = Bu listeyi sil
queue-view-is-mine = Yalnız senin için
queue-view-is-shared = Senin, masadaki herkes için
queue-view-of = { $name } paylaştı
queue-view-name-missing = Listeye bir ad ver.
queue-view-name-long = Ad en fazla { $most } karakter olabilir.
queue-view-name-taken = Bu adla başka bir liste var.
queue-view-too-many = En fazla { $most } liste saklayabilirsin. Önce birini sil.
