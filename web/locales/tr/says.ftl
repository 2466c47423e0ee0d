# What readers say. Explanations stand in the English file.

says-title = Siz ne diyorsunuz
says-lede = Okurların en son ne dediği ve nerede dediği.
says-newest = En yeni yorumlar
says-languages = Hangi dildeki yazılar
says-all-languages = Bütün diller
says-empty = Burada henüz kimse bir şey demedi
says-empty-more = Her hikâyenin altında düşündüğün için yer var.
says-count = { $count ->
    [one] { $count } yorum
   *[other] { $count } yorum
}
says-read = Oku
says-staff = Haber merkezi
says-pinned = Haber merkezi seçti
says-promoted = Haber merkezi öneriyor
says-feeds = Kendi okuyucunla izle:
says-feed-title = Siz ne diyorsunuz, { $site }
says-feed-entry = { $name }, { $title } hakkında

says-mail-subject = { $site } üzerinde sana yanıt verildi
says-mail-text = Birisi { $site } üzerindeki bir yorumuna yanıt verdi. Ne dediğini e-postayla söylemiyoruz; burada okursun:
says-mail-stop = Bunu yorumunu yazarken istediğin için alıyorsun. Bu e-postalar artık gelmesin:
says-answered-before = Yanıtı oku:
says-answered-open = Yanıta git
says-answered-stop = Böyle e-postalar istemiyorsan bunu hesabındaki bildirimler bölümünde belirt.
says-stop-title = Yanıtlar hakkında artık e-posta gelmesin
says-stop-words = O zaman yorumlarınla bıraktığın adresi sileriz. Yorumlar kalır.
says-stop-press = Bu e-postaları durdur
says-stop-done = Yorumlarına verilen yanıtlar hakkında sana e-posta göndermiyoruz.

says-mine-title = Yorumların
says-mine-hint = Ne dediğin ve sonra ne olduğu
says-mine-lede = Hesabınla söylediklerin, en yenisi önce. Her birini geri alabilirsin.
says-mine-empty = Henüz bir şey demedin
says-mine-empty-more = Giriş yapmışken bir hikâyenin altına yazdıkların burada durur.
says-mine-shown = Herkes okuyor
says-mine-waits = Haber merkezini bekliyor
says-mine-removed = Haber merkezi kaldırdı
says-mine-deleted = Sildin
says-mine-likes = { $count ->
    [one] { $count } kişi beğendi
   *[other] { $count } kişi beğendi
}
says-mine-answers = { $count ->
    [one] { $count } yanıt
   *[other] { $count } yanıt
}
says-mine-why = Neden:
says-mine-see = Yerinde gör
says-mine-delete = Sil

says-forget-link = Misafir olarak dediklerimi unutun
says-forget-title = Bu cihazı unutun
says-forget-words = Bu cihazdan misafir olarak söylenen her şey adı ve adresiyle silinir; yanıtlananlardan yalnızca boş yerleri kalır. Beğeniler ve bildirimler artık senin olmaz.
says-forget-for-good = Bunu kimse geri alamaz, biz de alamayız.
says-forget-press = Hepsini unutun
says-forget-nobody = Bu cihaz hakkında bir şey bilmiyoruz.
says-forget-account = Bir hesapla söylediklerin orada:

says-notices-title = Yasal bildirimler
says-notices-lede = Bir yorumun yasaya aykırı olduğunu söyleyen ve yanıt bekleyen okurlar. Kararı yorumda ver, sonra burada yanıtla; adres yanıtla birlikte, en geç karardan 30 gün sonra silinir.
says-notices-empty = Yanıt bekleyen bildirim yok
says-notice-on = “{ $title }” altındaki bir yorum hakkında
says-notice-decided = Karar verildi, yanıtlanmadı
says-notice-decide = Önce karar ver
says-notice-title = Yasal bir bildirim
says-notice-says = Ne diyorlar
says-notice-comment = Yorum
says-notice-answer = Bildirimi yanıtla
says-notice-begins = Yanıt şöyle başlar:
says-notice-words = Yanıtın
says-notice-words-hint = E-postayla bildirimi gönderene gider. Neden böyle karar verdiğini ve farklı düşünüyorsa ne yapabileceğini yaz. Adresine ihtiyacın yok.
says-notice-words-missing = Lütfen bir yanıt yaz.
says-notice-words-long = { $most ->
    [one] Lütfen en fazla { $most } karakter kullan.
   *[other] Lütfen en fazla { $most } karakter kullan.
}
says-notice-send = Yanıtı gönder
says-notice-answered = Bu bildirim yanıtlandı ve adres silindi.
says-notice-forgotten = Adres silindi: artık kimseye yanıt verilemez.
says-notice-undecided = Önce yorum hakkında karar ver. Karar artık geri alınamadığında burada yanıtla.
says-notice-stays = Yorum kalıyor: haber merkezi onda yasaya aykırılık görmüyor.
says-notice-gone = Yorum artık gösterilmiyor.
says-notice-taken-back = Yazan kişi yorumunu geri çekti; artık yok.
says-notice-mail-subject = Bildirimine yanıtımız, { $site }
says-notice-mail = Bize { $site } üzerindeki bir yorumun yasaya aykırı olduğunu bildirdin.
says-notice-mail-words = Haber merkezi diyor ki:
says-notice-mail-foot = Bu e-postayla birlikte adresini siliyoruz.
says-event-notice = Yasal bir bildirim yanıtlandı
says-audit-notice = Yasal bir bildirim yanıtlandı
