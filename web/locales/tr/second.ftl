# The second factor. Explanations stand in the English file.

second-title = İki adımda giriş
second-lede = İkinci bir adımla, parolan tek başına hiçbir şey açmaz. Bir doğrulama uygulaması, bir geçiş anahtarı ya da ikisini birden seç.
second-lede-staff = Haber merkezinde çalışanlar her zaman ikinci bir adımla giriş yapar. İki tane, birinden daha güvenlidir: biri kaybolursa öteki çalışmaya devam eder.
second-to-me = Hesabıma dön
second-back = Geri
second-last = Bu, tek ikinci adımın ve haber merkezinde çalışanların bir tane olmalı. Lütfen önce bir başkasını ekle; sonra bunu kaldırabilirsin.

second-app = Doğrulama uygulaması
second-app-why = Telefonundaki bir uygulama her 30 saniyede yeni bir kod gösterir. İnternetsiz de çalışır. Bu türden her uygulama olur.
second-app-start = Uygulama kur
second-app-since = Kullanılmaya başlandığı gün:
second-app-replace = Başka bir uygulamaya ya da telefona geç
second-app-remove = Uygulamayı kaldır
second-app-remove-sure = Kodları burada artık hiçbir şey açmayacak.
second-app-go-on = Bir uygulama ilk kodunu bekliyor: devam et
second-app-step-get = Doğrulama uygulamanı aç. Yoksa telefonunun mağazasından bir tane indir.
second-app-step-scan = Uygulamada hesap ekle ve bu resmi tara.
second-app-step-code = Uygulamanın şimdi gösterdiği altı rakamı yaz.
second-app-qr = Doğrulama uygulamanın kamerası için resim
second-app-open = Uygulama bu telefonda: aç
second-app-type = Ya da bu anahtarı uygulamaya yaz:
second-app-copy = Anahtarı kopyala
second-app-confirm = Denetle ve bitir

second-ask-title = İkinci adım
second-ask-lede = İlk adım doğruydu. Lütfen gerçekten sen olduğunu göster.
second-ask-passkey-only = İkinci adım olarak bir geçiş anahtarı seçtin. Bunun için betik çalıştıran bir tarayıcı gerekir.
second-code-label = Uygulamanın kodu
second-code-hint = Doğrulama uygulamandaki altı rakam.
second-code-send = Devam et
second-code-missing = Lütfen kodu yaz.
second-code-wrong = Bu kod doğru değil ya da daha önce kullanıldı. Uygulama her 30 saniyede yenisini gösterir.
second-recovery-ask = Kurtarma kodu kullan
second-recovery-label = Kurtarma kodu
second-recovery-hint = İkinci adımı kurarken sakladığın on koddan biri. Her biri bir kez geçerlidir.
second-lost = Hepsi kayıp mı? Haber merkezinde çalışanlar bir yöneticiden ikinci adımı sıfırlamasını ister.
second-ended-title = Lütfen yeniden giriş yap
second-ended = İkinci adım on dakika içinde bitirilmedi ya da başka bir pencerede bitirildi.
second-set-up-title = İkinci bir adım ekle
second-set-up-lede = Bize güvenenlerin güvenliği için haber merkezinde çalışanlar ikinci bir adımla giriş yapar. Kurmak bir dakika sürer. Birini seç; ötekini sonra ekleyebilirsin.

second-codes-title = Kurtarma kodları
second-codes-lede = Telefonun ya da anahtarın kaybolursa bu kodlardan biri ikinci adımın yerini tutar. Her biri bir kez geçerlidir.
second-codes-once = Onları yalnızca şimdi görüyorsun. Yazdır ya da not al ve parolanın bulunmadığı bir yerde sakla.
second-codes-copy = Kodları kopyala
second-codes-print = Yazdır
second-codes-kept = Sakladım: devam et
second-codes-left = { $count ->
    [0] Hiç kod kalmadı. Lütfen yenilerini oluştur.
    [one] { $count } kod kaldı.
   *[other] { $count } kod kaldı.
}
second-codes-remake = Yeni kodlar oluştur
second-codes-remake-sure = Eski kodlar artık bir işe yaramayacak.

passkey-title = Geçiş anahtarları
passkey-why = Parola yazmadan, cihazının parmak izi, yüz ya da PIN'iyle giriş yaparsın. Geçiş anahtarı sahte bir siteye kaptırılamaz.
passkey-use = Geçiş anahtarı kullan
passkey-make = Geçiş anahtarı ekle
passkey-unnamed = Geçiş anahtarı
passkey-added = Eklendi:
passkey-used = Son kullanım:
passkey-rename = Adını değiştir
passkey-name-label = Ad
passkey-name-hint = Örneğin bulunduğu cihaz.
passkey-name-save = Kaydet
passkey-name-too-long = { $most ->
    [one] Lütfen en fazla { $most } karakter kullan.
   *[other] Lütfen en fazla { $most } karakter kullan.
}
passkey-name-bad = Adda gösterilemeyen karakterler var. Lütfen yeniden yaz.
passkey-remove = Kaldır
passkey-remove-sure = Burada artık hiçbir şey açmayacak. Lütfen cihazından da sil.
passkey-not-here = Burada geçiş anahtarı kullanılamaz: adı olan bir adres ve güvenli bir bağlantı gerekir.
passkey-without-script = Geçiş anahtarları için betik gerekir; bu tarayıcıda kapalı.
passkey-too-many = Sakladığımız en fazla sayıda geçiş anahtarın var. Lütfen kullanmadığın birini kaldır.
passkey-failed-title = Bu geçiş anahtarı olmadı
passkey-other-way = Başka bir yolla giriş yap
passkey-waiting = Cihazın bekleniyor…
passkey-cancelled = Hiçbir anahtar gösterilmedi. Lütfen yeniden dene.
passkey-known = Bu cihazda burası için zaten bir geçiş anahtarın var.
passkey-failed = Olmadı. Lütfen sayfayı yenile ve tekrar dene.
passkey-late = Beş dakikadan uzun sürdü ya da iki kez gönderildi. Lütfen yeniden dene.
passkey-wrong = Bu geçiş anahtarı burada hiçbir şey açmıyor. Lütfen bir başkasını ya da başka bir yolu dene.

again-title = Hâlâ sen misin?
again-lede = Sıradaki iş hassas. Lütfen sen olduğunu bir kez daha göster; bu beş dakika geçerli olur.
again-password-label = Parolan
again-password-missing = Lütfen parolanı yaz.
again-password-wrong = Parola doğru değil. Lütfen yeniden dene.
again-go-on = Devam et
again-service = { $service } ile yeniden giriş yap
again-otherwise = Ya da çıkış yapıp yeniden giriş yap.
