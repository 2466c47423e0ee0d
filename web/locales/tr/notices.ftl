# Hesabı olanlara nasıl haber verildiği, resimleri ve çok kişi aynı anda gönderirken konukların ne yaptığı.

## Bildirimler
notices-title = Bildirimler
notices-lede = Gönderdiğin bir şey hakkında karar verdiğimizde sana haber verebiliriz. Ne hakkında olduğunu asla söylemeyiz: onu hesabında okursun.
notices-saved = Seçimin kaydedildi.
notices-legend = Bana haber verin
notices-mail = e-postayla
notices-mail-hint = Hesabının adresine. E-posta yalnızca yeni bir şey olduğunu söyler.
notices-mail-none = Hesabının doğrulanmış bir e-posta adresi yok; bir adres ekleyene kadar e-posta gönderilmez.
notices-push = cihazlarımda
notices-push-hint = { $count ->
    [0] Henüz hiçbir cihazda izin vermedin.
    [one] { $count } cihazda izin var. Yalnızca yeni bir şey olduğunu gösterir, başka bir şey göstermez.
   *[other] { $count } cihazda izin var. Yalnızca yeni bir şey olduğunu gösterirler, başka bir şey göstermezler.
}
notices-save = Kaydet
notices-push-title = Senin için yeni bir şey var
notices-here = Bu cihaz
notices-here-on = Bu cihaza haber veriliyor.
notices-here-off = Bu cihaza haber verilmiyor.
notices-here-denied = Tarayıcın buna izin vermiyor. Bunu tarayıcının bu siteyle ilgili ayarlarından değiştirebilirsin.
notices-here-failed = Olmadı. Lütfen daha sonra yeniden dene.
notices-here-allow = Bu cihazda izin ver
notices-here-forget = Bu cihazda durdur
notices-forget = Bütün cihazlarda durdur
notices-forget-hint = Kaybettiğin ya da başkasına verdiğin bir cihaz için. Yeniden izin vermek o cihazda tek bir tıklama ister.
notices-push-unknown = Tarayıcın, göndermediğimiz bir hizmetin adını verdi.

## Resim
avatar-title = Resmin
avatar-lede = Adının yanında durur. Bir resmin olması gerekmez.
avatar-yours = Başkalarının gördüğü haliyle resmin
avatar-coming = Resmin geldi. Hazırlanıyor; birkaç saniye sürer.
avatar-look = Yeniden bak
avatar-label = Resim
avatar-hint = En çok { $megabytes } MB boyutunda bir fotoğraf. Dosyadaki yer, zaman ve cihaz silinir.
avatar-choose = Bu resmi kullan
avatar-remove = Resmimi kaldır
avatar-missing = Önce bir resim seç.
avatar-one = Yalnızca bir resim seç.
avatar-film = Bu bir video ya da ses. Bir fotoğraf seç.
avatar-too-large = Bu resim çok büyük. En çok { $megabytes } MB olabilir.

## Çok kişi aynı anda gönderirken
work-wait = Şu anda çok sayıda insan gönderiyor. Hiçbir şey kaybolmadı: lütfen bir dakika sonra yeniden “Gönder”e bas.
work-hint = Şu anda çok sayıda insan gönderiyor. Bu sayfa açılalı bir dakikadan az olduysa senden bir kez daha “Gönder”e basmanı isteriz.
work-working = Şu anda çok sayıda insan gönderiyor. Cihazın bizi gönderilere boğmadığını gösteriyor. Yazmaya devam et; yalnızca birkaç an sürer.
work-holding = Bir an; sonra kendiliğinden gönderilir.
work-done = Cihazın bitirdi: gönderebilirsin.
