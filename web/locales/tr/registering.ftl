# Registering, confirming an address, and a new password. Explanations stand in the English file.

register-title = Hesap aç
register-lede = Hesapla gönderdiklerini yeniden bulur, kendi adınla yorum yazarsın. Üç alan, ardından e-postayla bir kod.
register-name-hint = Okurlar yorumlarının yanında görür. Kimliğindeki ad olması gerekmez.

register-name-office = Bu ad, haber merkezi adına konuşuyormuşsun izlenimi veriyor. Lütfen başka bir ad seç.

register-name-staff = Bu ad, haber merkezimizden birinin adına benziyor. Lütfen ona bir şey ekle ya da başka bir ad seç.
register-email-hint = Oraya bir kod göndeririz. Burada kimse görmez.
register-submit = Hesabı aç

register-have = Zaten hesabın var mı?
register-not-needed = Bize hikâye göndermek ya da ona ne olduğunu görmek için hesaba ihtiyacın yok.

verify-title = E-posta adresini doğrula
verify-lede = Sana bir e-posta gönderdik. İçindeki kodu yaz ya da bağlantısını herhangi bir cihazda aç.
verify-sent-to = Gönderildiği adres
verify-code-label = E-postadaki kod
verify-code-hint = Altı rakam. On dakika boyunca bu tarayıcıda geçerli.
verify-submit = Doğrula

verify-nothing-came = Bir şey gelmedi mi? Lütfen istenmeyen posta klasörüne bak ve adresi kontrol et.
verify-again = Yeni bir e-posta iste
verify-link-lede = Bir adım kaldı: düğmeye bas. Hesabın açılır ve giriş yapmış olursun.
verify-link-submit = Adresimi doğrula
verify-link-other = Hesap istemediysen bu sayfayı kapatman yeterli.
verify-taken = Bu e-posta adresiyle zaten bir hesap var. Lütfen onunla giriş yap ya da ona yeni bir parola seç.

verify-unknown-title = Bu bağlantıyı tanımıyoruz
verify-unknown = Bağlantı yolda kesilmiş olabilir. Lütfen tamamını aç ya da yeni bir e-posta iste.
verify-ended-title = Bu e-postanın süresi doldu
verify-ended = Kod on dakika, bağlantı yarım saat geçerlidir. Lütfen yeni bir e-posta iste.
verify-used-title = Bu e-posta kullanıldı
verify-used = Bir e-posta bir kez geçerlidir. Kullanan sensen her şey tamam. Sen değilsen lütfen hemen yenisini iste.
verify-other-browser = Kod yalnızca istediğin tarayıcıda geçerlidir. Lütfen orada yaz, onun yerine e-postadaki bağlantıyı aç ya da burada yeni bir e-posta iste.
verify-dead = Çok fazla yanlış kod yazıldı, bu yüzden artık kod kabul edilmiyor. E-postadaki bağlantı hâlâ geçerli: lütfen onu aç.
verify-wrong-title = Bu geçerli değil
verify-wrong = Gönderdiğimiz kod bu değil. Lütfen en yeni e-postayla rakam rakam karşılaştır.

forgot-title = Parolanı mı unuttun?
forgot-lede = Hesabının e-posta adresini yaz. Ona, yeni bir parola seçmeni sağlayan bir e-posta göndeririz.
forgot-submit = E-postayı gönder
forgot-elsewhere = Başka bir hizmetle giriş yapıyorsan burada parolaya ihtiyacın yok. Hesabının e-posta adresi varsa yine de bir parola seçebilirsin.

forgot-nothing-came = Bir şey gelmedi mi? Yalnızca bu adresle bir hesap varsa yazarız. Lütfen istenmeyen posta klasörüne bak ve adresi kontrol et.
reset-title = Yeni bir parola seç
reset-lede = Bu adresle bir hesap varsa ona bir e-posta yolda. İçindeki kodu yaz ya da bağlantısını herhangi bir cihazda aç.
reset-link-lede = Bu, şu e-posta adresinin hesabı için.
reset-password-label = Yeni parolan
reset-submit = Kaydet ve giriş yap
reset-ends = Ardından hesabında, hangi cihazda olursa olsun, açık olan tüm oturumlar kapanır.
