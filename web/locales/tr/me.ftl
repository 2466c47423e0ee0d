# Kişinin kendi hesabı ve başına gelenler. Açıklamalar İngilizce dosyadadır.

me-since = { $date } tarihinden beri burada
me-group-doing = Burada yaptıkların
me-group-self = Senin hakkında
me-group-doors = Giriş
me-group-data = Verilerin
me-contributions = Gönderdiklerin
me-contributions-hint = Ve onlara ne olduğu
me-notices = Bildirimler
me-notices-hint = Sana ne zaman ve nasıl haber verelim
me-profile = Ad ve dil
me-email = E-posta adresi
me-email-none = Henüz yok
me-password = Parola
me-connections = Bağlı hizmetler
me-connections-hint = Başka yerdeki hesabınla giriş yap
me-second = İkinci adım
me-second-hint = Geçiş anahtarları ve doğrulama uygulamasının kodları
me-sessions = Cihazlar
me-sessions-hint = Nerede giriş yaptığın
me-history = Olanlar
me-history-hint = Girişler ve değişiklikler
me-export = Her şeyi yanına al
me-export-hint = Senin hakkında tuttuğumuz her şey, tek dosyada
me-delete = Hesabı sil

me-leaving-title = Bu hesap silinecek
me-leaving = { $when } itibarıyla hesaba ait her şey temelli gider. O zamana kadar hesabı tutabilirsin. Bunu sen istemediysen hesabı tut ve parolanı değiştir.
me-leaving-call-off = Hesabım kalsın
me-called-off = Hesabın kalıyor.

me-name-hint = Adınla yazdığın yerlerde okurlar görür. Gerçek adın olması gerekmez.
me-language-label = E-postalarımızın dili
me-language-hint = Sana bu dilde yazarız.
me-language-missing = Lütfen dillerden birini seç.
me-save = Kaydet
me-saved = Kaydedildi.

me-password-lede = Yeni parolayla birlikte diğer bütün cihazlarında oturumun kapanır.
me-password-first = Şimdiye kadar parolasız giriş yapıyorsun. Bir parolan olursa e-posta adresinle de giriş yapabilirsin.
me-password-no-email = Parola bir e-posta adresiyle birlikte çalışır; burada henüz adresin yok.
me-password-old = Şimdiki parolan
me-password-old-wrong = Şimdiki parolan bu değil. Lütfen tekrar dene.
me-password-new = Yeni parola
me-password-submit = Yeni parolayı belirle
me-password-forgot = Parolamı artık bilmiyorum
me-password-changed = Yeni parolan belirlendi. Diğer bütün cihazlarında oturumun kapatıldı.
me-password-raced = Parolan aynı anda başka bir yerde değiştirildi. Şimdi hiçbir şey değişmedi. Lütfen yeniden bak.

me-email-add = E-posta adresi ekle
me-email-now = Şimdiki adres
me-email-lede = Eski adrese de yeni adrese de birer kod göndeririz. İkisi de onaylanınca adres değişir.
me-email-lede-first = Adrese bir kod göndeririz. Onaylanınca bu adresle giriş yapabilirsin.
me-email-new = Yeni e-posta adresi
me-email-submit = Kodları gönder
me-email-same = Bu zaten senin adresin.
me-email-confirm-title = Adresi onayla
me-email-confirm-lede = Her adrese birer tane olmak üzere iki e-posta yolda. Her birinin kodunu buraya yaz ya da içindeki bağlantıyı aç.
me-email-confirm-lede-first = Bir e-posta yolda. Kodunu buraya yaz ya da içindeki bağlantıyı aç.
me-email-code = { $email } adresine giden e-postadaki kod
me-email-code-missing = Lütfen kodlardan en az birini yaz.
me-email-confirm-submit = Onayla
me-email-again = Baştan başla
me-email-none-open = Süren bir değişiklik yok ya da süresi doldu.
me-email-half = { $email } onaylandı.
me-email-link-title = E-posta adresi değişikliği
me-email-link-from = { $email } adresli bir hesabın adresi değiştirilmek isteniyor. Onaylıyor musun?
me-email-link-to = Bir hesabın adresi { $email } olacak. Onaylıyor musun?
me-email-link-not-you = Bunu isteyen sen değilsen bu sayfadan çık. O zaman hiçbir şey değişmez.
me-email-confirmed = Onaylandı
me-email-other-waits = Şimdi öteki adresin de oraya gönderilen e-postayla onaylanması gerekiyor.
me-email-changed = E-posta adresin değişti.
me-email-taken = Yeni adresle başka bir hesap var. Hiçbir şey değişmedi. O hesaba bu adresle giriş yapabilir ya da başka bir adres seçebilirsin.
me-email-raced = Bu değişiklikle ilgili bir şey artık farklı; belki de yeniden başlatıldı. Hiçbir şey değişmedi. Lütfen baştan başla.

me-sessions-lede = Giriş yaptığın yerler bunlar. Tanımadığının oturumunu kapat, sonra parolanı değiştir.
me-device-unknown = Bilinmeyen cihaz
me-session-here = Bu cihaz
me-session-used = Son kullanım: { $when }
me-session-since = Giriş: { $when }
me-session-end = Oturumu kapat
me-session-ended = O cihazda oturumun kapatıldı.
me-sessions-end-all = Diğer bütün cihazlarda oturumu kapat
me-sessions-ended = Diğer bütün cihazlarda oturumun kapatıldı.
me-signout-everywhere = Her yerde çıkış yap, burada da
me-method-password = Parolayla
me-method-provider = Başka bir hizmetle
me-method-passkey = Geçiş anahtarıyla
me-method-invitation = Davetle
me-method-mail-code = Gönderdiğimiz e-postayla

me-history-lede = Burada bilmediğin bir şey varsa o cihazın oturumunu kapat ve parolanı değiştir.
me-history-by = Yapan: { $name }
me-history-cut = Bunlar en yenileri. Hepsi şu dosyada:

me-export-lede = Senin hakkında tuttuğumuz her şeyi tek dosyada (ZIP) alırsın:
me-export-account = hesabın: ad, adres, bağlı hizmetler, cihazlar ve ayarlar
me-export-history = hesabının başına gelenler
me-export-sent = gönderdiklerin, gönderdiğin hâliyle fotoğrafları ve filmleri ve onlara ne olduğu
me-export-left-out = Yalnızca kapı açan şeyler dışarıda kalır: parolan ve kodlar; zaten bunların okunabilir hâlini tutmayız.
me-export-care = Dosya büyük olabilir. Eline geçiren herkes açabilir: yalnızca senin ulaşabildiğin bir yerde sakla.
me-export-submit = Her şeyi indir
me-export-readme = Bu arşivde senin hakkında tuttuğumuz her şey var. account.json tablo tablo hesabındır; kapı açan şeyler dışarıda bırakıldı ve "left_out" altında adlarıyla yazıldı. history.json hesabının başına gelenlerdir. Klasörlerde gönderdiklerin ve onlara ne olduğu bulunur.

me-delete-lede = { $days ->
    [0] Hesabın, sen ister istemez silinir.
    [one] Düşünmek için { $days } günün var. Sonra her şey gider ve kimse geri getiremez.
   *[other] Düşünmek için { $days } günün var. Sonra her şey gider ve kimse geri getiremez.
}
me-delete-goes = Neler gider
me-delete-goes-account = Hesabın: ad, adres, parola, bağlı hizmetler, cihazlar ve geçmiş.
me-delete-goes-sent = Bu hesapla gönderdiklerin, bütün fotoğrafları ve filmleriyle.
me-delete-goes-public = Bunlardan yayımladıklarımız: artık burada okunamaz. Başkalarının kopyaladığını geri alamayız.
me-delete-stays = Neler kalır
me-delete-stays-id = Kimseye bir şey söylemeyen bir numara ile hesabın açıldığı ve silindiği zaman.
me-delete-stays-staff = Haber merkezinden biri olarak verdiğin kararlar ve yayımladıkların adın olmadan kalır.
me-delete-export-first = Önce her şeyi yanına al
me-delete-submit = Hesabımı sil
me-delete-sure = { $when } itibarıyla her şey gider. O zamana kadar giriş yapıp hesabı tutabilirsin. Diğer bütün cihazlarında oturumun şimdi kapanır.
me-delete-yes = Evet, sil
me-delete-last-admin = Tek yönetici sensin. Lütfen önce başka birini yönetici yap; yoksa artık kimse içeri insan alamaz.

event-registered = Hesap açıldı
event-signed-in = Giriş yapıldı
event-sign-in-failed = Biri giriş yapmayı denedi ve başaramadı
event-signed-out = Bir cihazda oturum kapatıldı
event-signed-out-everywhere = Diğer bütün cihazlarda oturum kapatıldı
event-password-changed = Parola değiştirildi
event-password-reset = E-postayla yeni parola belirlendi
event-email-changed = E-posta adresi değiştirildi
event-name-changed = Ad değiştirildi
event-linked = Bir hizmet bağlandı
event-unlinked = Bir hizmetin bağlantısı kesildi
event-passkey-added = Bir geçiş anahtarı eklendi
event-passkey-removed = Bir geçiş anahtarı kaldırıldı
event-passkey-copied = Bir geçiş anahtarı reddedildi, çünkü birinde kopyası olabilir
event-app-added = Doğrulama uygulaması eklendi
event-app-removed = Doğrulama uygulaması kaldırıldı
event-codes-made = Yeni kurtarma kodları oluşturuldu
event-code-used = Bir kurtarma kodu kullanıldı
event-exported = Her şey dosya olarak alındı
event-deletion-asked = Hesabın silinmesi istendi
event-deletion-called-off = Silmeden vazgeçildi
event-invited = Biri davet edildi
event-invitation-ended = Bir davet geri çekildi
event-role-changed = Rol değiştirildi
event-removed = Erişim kaldırıldı
event-restored = Erişim geri verildi
event-factors-reset = İkinci adım sıfırlandı
