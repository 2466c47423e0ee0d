# Deciding at the desk: many at once, undoing, reasons, and the mail that says that there is news.

decide-same-person = İlk onay senin. İkincisini bir meslektaşın vermeli.
decide-nothing-to-confirm = Program burada bir karar vermedi.
decide-two-first = Burada iki kişi onay vermeli. Seninki ilki.
decide-two-second = Bir meslektaşın ilk onayı verdi. Seninki belirler.
decide-unanswered = Gönderene sorulan bir soru henüz yanıtlanmadı.
decide-by-machine = Bir editörün istenmeyen dediği şeyi yinelediği için program buna istenmeyen dedi. Onayla ya da yeniden aç.
decide-blocks-at-risk = Biri bu yüzden tehlikeye girebilir. Güvenliyse önce bu işareti kaldır.
decide-blocks-second = Bu kategoride iki kişi onay vermeli. Yeniden aç, ikinci onayı bir meslektaşın versin.
decide-blocks-question = Gönderene bir soru açık. Yanıtı bekle ya da soruyu kapat.

decide-first-yes = İlk onay
decide-second-yes = İkinci onay
decide-confirm = İstenmeyeni onayla
decide-tag = Etiket ekle
decide-category = Kategori
decide-internal = Meslektaşlara not
decide-internal-hint = Gönderen bunu hiç okumaz.
decide-preview = Önizle
decide-preview-title = Gönderenin okuyacağı:
decide-preview-empty = Görmek için bir neden seç.
decide-words = { $words }
decide-rule-repeat-of-spam = Bir editörün istenmeyen dediğini yineliyor.

decide-done-take = { $count ->
    [one] incelemeye alındı.
   *[other] { $count } incelemeye alındı.
}
decide-done-accept = { $count ->
    [one] kabul edildi.
   *[other] { $count } kabul edildi.
}
decide-done-decline = { $count ->
    [one] kullanılmadı.
   *[other] { $count } kullanılmadı.
}
decide-done-spam = { $count ->
    [one] istenmeyen sayıldı.
   *[other] { $count } istenmeyen sayıldı.
}
decide-done-reopen = { $count ->
    [one] yeniden açıldı.
   *[other] { $count } yeniden açıldı.
}
decide-done-confirm = { $count ->
    [one] istenmeyen olarak onaylandı.
   *[other] { $count } istenmeyen olarak onaylandı.
}
decide-done-publish = { $count ->
    [one] birkaç saniye içinde yayımlanacak.
   *[other] { $count } birkaç saniye içinde yayımlanacak.
}
decide-done-tag = { $count ->
    [one] gönderiye etiket eklendi.
   *[other] { $count } gönderiye etiket eklendi.
}
decide-done-category = { $count ->
    [one] gönderinin kategorisi belirlendi.
   *[other] { $count } gönderinin kategorisi belirlendi.
}
decide-done-first-yes = İlk onay verildi. Bir meslektaşınki bekleniyor.
decide-done-confirmed = İstenmeyen olarak onaylandı.
decide-done-published = Yayımlandı. Birkaç saniye içinde herkes görecek.
decide-all-of = Birkaçı hakkında birlikte karar ver…
decide-all-of-person = Bu gönderenin bütün açıkları:
decide-all-alike = Benzeyen bütün açıklar:

decide-undo = Geri al
decide-undo-how = Birkaç saniye içinde geri alabilirsin.
decide-look = Göster
decide-back = Geri
decide-undone = { $count ->
    [one] Geri alındı: eskisi gibi.
   *[other] Geri alındı: { $count } gönderi eskisi gibi.
}
decide-undone-one = Geri alındı. Eskisi gibi.
decide-undo-not-yours = Yalnızca karar veren geri alabilir. Sen yeniden açabilirsin.
decide-undo-settled = Karar yürürlüğe girdi.
decide-undo-changed = Sonradan değişti, olduğu gibi kalıyor.
decide-undo-late = Geri almak için çok geç
decide-undo-late-more = Sonuçları yola çıktı. Yeniden açabilirsin: bu geçmişe yazılır.
decide-undo-partly = Hepsi geri alınmadı
decide-undo-partly-more = Bunlar olduğu gibi kalıyor:
decide-reopen-all = Bunların hepsini yeniden aç

decide-event-first-yes = İlk onay
decide-event-spam-by-rule = Bir kuralla istenmeyen sayıldı
decide-event-confirmed = İstenmeyen olarak onaylandı
decide-event-undone = Geri alındı

decide-mail-subject = { $site } haber verdi
decide-mail-text =
    { $site } için gönderdiğin şey hakkında haber var.

    Sana gösterilen makbuz koduyla burada okuyabilirsin:

decide-bulk-title = Seçilenlerle
decide-bulk-all = Bu sayfadakilerin hepsi
decide-bulk-chosen = # seçildi
decide-bulk-none-chosen = Birlikte karar vermek için birkaçını seç.
decide-bulk-none = Hiçbir şey seçilmedi.
decide-bulk-too-many = Bir seferde en çok { $most } seç.
decide-bulk-accept = { $count ->
    [one] 1 gönderi kabul edilsin mi?
   *[other] { $count } gönderi kabul edilsin mi?
}
decide-bulk-decline = { $count ->
    [one] 1 gönderi kullanılmasın mı?
   *[other] { $count } gönderi kullanılmasın mı?
}
decide-bulk-spam = { $count ->
    [one] 1 gönderi istenmeyen sayılsın mı?
   *[other] { $count } gönderi istenmeyen sayılsın mı?
}
decide-bulk-confirm = { $count ->
    [one] 1 gönderi istenmeyen olarak onaylansın mı?
   *[other] { $count } gönderi istenmeyen olarak onaylansın mı?
}
decide-bulk-reopen = { $count ->
    [one] 1 gönderi yeniden açılsın mı?
   *[other] { $count } gönderi yeniden açılsın mı?
}
decide-bulk-take = { $count ->
    [one] 1 gönderi incelemeye alınsın mı?
   *[other] { $count } gönderi incelemeye alınsın mı?
}
decide-bulk-tag = { $count ->
    [one] 1 gönderiye etiket eklensin mi?
   *[other] { $count } gönderiye etiket eklensin mi?
}
decide-bulk-category = { $count ->
    [one] 1 gönderinin kategorisi belirlensin mi?
   *[other] { $count } gönderinin kategorisi belirlensin mi?
}
decide-bulk-left-out = { $count ->
    [one] 1 gönderi dışarıda kaldı
   *[other] { $count } gönderi dışarıda kaldı
}
decide-bulk-missing = { $count ->
    [one] 1 tane daha yok.
   *[other] { $count } tane daha yok.
}
decide-bulk-which = { $count ->
    [one] Hangisi
   *[other] Hangi { $count } gönderi
}
decide-bulk-yes = Evet, yap
decide-bulk-no = Hayır, geri
decide-bulk-refused = Hiçbir şey yapılmadı: artık hiçbiri hakkında böyle karar verilemiyor.
decide-bulk-changed = Sen seçtikten sonra değişti.
decide-bulk-at-risk = Birini tehlikeye atabilir: onun hakkında tek başına karar ver.
decide-bulk-taken = Zaten incelemede.
decide-bulk-open = Zaten açık.
decide-bulk-has-tag = Bu etiket zaten var.
decide-bulk-tags-full = Olabilecek kadar etiketi var.
decide-bulk-in-category = Zaten bu kategoride.
decide-bulk-no-category = Kategorisiz
decide-bulk-note-hint = Her biri bu sözleri makbuzla okur.
decide-bulk-tag-label = Etiket
decide-bulk-tag-missing = Bir etiket yaz.
decide-bulk-category-label = Hangi kategori?
decide-bulk-category-missing = Bir kategori seç.

decide-reasons = Kullanmama nedenleri
decide-reasons-lede = Editörler kullanmadıklarında bunlardan birini seçer. Sözlerini gönderen okur.
decide-reasons-missing = Henüz sözü yok:
decide-reasons-retired = Artık sunulmayanlar
decide-reasons-retired-more = Verildikleri yerde hâlâ okunur.
decide-reason = Bir nedenin sözleri
decide-reason-new = Yeni neden
decide-reason-lede = Nazik ve dürüst ol, kimseyi suçlama: bunu bir şey göndermek için zahmet etmiş biri okuyor.
decide-reason-save = Kaydet
decide-reason-look = Şu an orada ne yazdığına bak
decide-reason-up = Yukarı taşı: { $words }
decide-reason-down = Aşağı taşı: { $words }
decide-reason-retire = Artık sunma
decide-reason-offer = Yeniden sun
decide-reason-empty = Sözleri { $language } dilinde yaz.
decide-reason-too-long = En çok { $most } karakter.
decide-reason-faster = { $name } bu sözleri değiştirdi, { $when }. Yazdığın hâlâ burada; kaydedersen onunkinin yerine geçer.
decide-reason-changed = Bu sözler bu arada değişti. Yazdığın hâlâ burada.

decide-story-waits = Yayımlandı. { $when } itibarıyla herkese açılır; o zamana dek geri alabilirsin.
