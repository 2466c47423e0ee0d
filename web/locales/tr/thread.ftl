# Comments as they are read. Explanations stand in the English file.

thread-title = { $count ->
    [0] Yorumlar
    [one] { $count } yorum
   *[other] { $count } yorum
}
thread-page-title = Yorumlar: { $title }
thread-comment-title = { $name }: { $title }
thread-back = Yazıya dön
thread-back-all = Tüm yorumlar
thread-gone = Burada söylenenler, yazısıyla birlikte artık yok.
thread-comment-gone = Bu yorum artık yok.
thread-empty = Henüz kimse bir şey söylemedi. İlk sen ol.
thread-empty-closed = Burada kimse bir şey söylemedi.
thread-no-more = Başka yorum yok.
thread-closed = Burada yorumlar kapalı. Söylenenler okunmaya devam edebilir.
thread-order = Yorumların sırası
thread-newest = En yeni
thread-oldest = En eski
thread-liked = En çok beğenilen
thread-first = Başa dön
thread-next = Daha fazla yorum
thread-own = Senin yorumların
thread-news = Yeni yorum: #

thread-staff = Haber merkezi
thread-edited = düzenlendi
thread-promoted = Haber merkezi öneriyor
thread-waits = Bu, haber merkezini bekliyor. Onu yalnızca sen görüyorsun.
thread-waits-more = Teşekkürler. Yorumunu herkesten önce haber merkezi okuyor; o zamana kadar burada yalnızca sen görüyorsun.
thread-held = Bu yorum haber merkezini bekliyor.
thread-deleted = Yazarı bu yorumu sildi.
thread-removed = Haber merkezi bu yorumu kaldırdı.
thread-removed-own = Haber merkezi yorumunu kaldırdı.
thread-reply = Yanıtla
thread-quote = Alıntıyla yanıtla
thread-like = Beğen
thread-likes = Beğeniler
thread-more-acts = Daha fazla
thread-link = Bu yorumun bağlantısı
thread-copied = Bağlantı kopyalandı.
thread-report = Bildir
thread-edit = Düzenle
thread-delete = Sil
thread-desk = Haber masasında gör
thread-answers-more = Daha fazla yanıt
thread-loose = Şuna yanıt
thread-above = Yanıtladığı
thread-this = Yorum ve yanıtları
thread-mute = Bu kişiyi bu cihazda gizle
thread-muted = Bu kişiyi bu cihazda gizledin.
thread-unmute = Yeniden göster

thread-write = Bir şey söyle
thread-write-answer = Yanıtla
thread-cancel = Vazgeç
thread-holds = Burada her yorumu görünmeden önce haber merkezi okuyor.
thread-holds-first = İlk yorumunu görünmeden önce haber merkezi okuyor.
thread-slow = { $seconds ->
    [one] Bu konuşmada herkes saniyede bir kez yazabilir.
   *[other] Bu konuşmada herkes { $seconds } saniyede bir kez yazabilir.
}
thread-form-body = Yorumun
thread-form-answers = { $name } adlı kişiye yanıt veriyorsun.
thread-form-as = { $name } adıyla yazıyorsun.
thread-form-guest = Konuk olarak yorum yap
thread-form-guest-or = Ya da kendi adınla yaz:
thread-form-sign-in = giriş yap
thread-form-name = Ad
thread-form-email = E-posta
thread-form-email-hint = Herkese açık gösterilmez.
thread-form-wants = Biri yanıt verince bana e-postayla haber ver
thread-form-send = Yorumu gönder

thread-article-heading = Sitenizdeki bir sayfa için yorumlar
thread-article-lede = Bu sayfanın henüz yorumları yok. Başladığında herkes okuyabilir ve yazabilir.
thread-article-url = Sayfanın adresi
thread-article-title = Başlık
thread-article-language = Sayfanın dili
thread-article-begin = Yorumları başlat
thread-article-url-bad = Bu, kendi sitenizdeki bir sayfanın adresi değil. Hangi sitelerin sizin olduğu yapılandırmada yazar (web.cors_origins). Hikâyelerin yorumları kendiliğinden vardır.
thread-article-title-bad = Lütfen başlığı en çok 200 karakterle yaz.
thread-article-language-bad = Lütfen dili seç.
