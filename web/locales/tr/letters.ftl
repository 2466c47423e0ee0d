# Mails to people with an account, or about to have one. Words of ours only. Explanations stand in the English file.

letter-digits = Kodun. On dakika boyunca, istediğin tarayıcıda geçerli:

letter-link = Ya da bu bağlantıyı herhangi bir cihazda aç. Yarım saat geçerli:
letter-ignore = Sen değilsen bir şey yapmana gerek yok: kod ya da bağlantı olmadan bir şey olmaz.
letter-foot = Bu e-posta { $site } tarafından gönderildi. Parolanı ya da bir kodu e-postayla veya telefonla asla istemeyiz.

letter-register-subject = { $site } için e-posta adresini doğrula
letter-register = Biri, büyük olasılıkla sen, bu e-posta adresiyle { $site } üzerinde hesap açmak istiyor.
letter-register-open = Adresimi doğrula

letter-known-subject = { $site } üzerinde zaten hesabın var
letter-known = Biri, büyük olasılıkla sen, bu e-posta adresiyle { $site } üzerinde hesap açmak istedi. Zaten bir hesap var, bu yüzden ikincisi açılmadı.
letter-known-before = Onunla giriş yap. Parolanı artık hatırlamıyorsan orada yeni bir parola seçebilirsin:
letter-known-open = Giriş yap

letter-reset-subject = { $site } için yeni bir parola seç
letter-reset = Biri, büyük olasılıkla sen, { $site } hesabın için yeni bir parola seçmek istiyor.
letter-reset-open = Yeni bir parola seç

letter-password-subject = { $site } parolan değiştirildi
letter-password = Hesabının parolası az önce değiştirildi. Sen değiştirdiysen bir şey yapmana gerek yok.

letter-not-you = Sen değilsen lütfen hemen yeni bir parola seç. O zaman diğer herkesin oturumu kapanır:
letter-not-you-open = Yeni bir parola seç

letter-change-from-subject = { $site } hesabının e-posta adresi değişecek
letter-change-from = Biri, büyük olasılıkla sen, hesabının e-posta adresini değiştirmek istiyor. Önce bu adresi okuyan kişinin onaylaması gerekir.
letter-change-from-otherwise = Sen değilsen onaylama ve yeni bir parola seç: biri hesabına girmiş.
letter-change-to-subject = { $site } için yeni e-posta adresini doğrula
letter-change-to = Biri, büyük olasılıkla sen, bu e-posta adresini bir { $site } hesabı için kullanmak istiyor.
letter-change-open = Değişikliği onayla

letter-device-subject = { $site } hesabına yeni bir giriş
letter-device = Biri { $device } ile hesabına giriş yaptı. Bunu daha önce orada görmemiştik. Sensen bir şey yapmana gerek yok.
letter-device-unknown = Biri tanımadığımız bir tarayıcıyla hesabına giriş yaptı. Sensen bir şey yapmana gerek yok.

letter-deletion-subject = { $site } hesabın silinecek
letter-deletion = Bizden seni unutmamızı istedin. { $date } tarihinde hesabını ve ona ait olanları kalıcı olarak sileriz.
letter-deletion-before = O zamana kadar fikrini değiştirebilirsin: giriş yap ve iptal et.
letter-deletion-open = Giriş yap ve iptal et

letter-erased-subject = { $site } hesabın silindi
letter-erased = İstediğin gibi hesabın ve ona ait olanlar silindi. Bir numara ve zaman dışında bir şey kalmadı. Bu e-postayla bu adresi de unutuyoruz.

letter-factors-subject = { $site } girişinin ikinci adımı sıfırlandı
letter-factors = Bir yönetici, yenilerini kurabilmen için geçiş anahtarlarını, doğrulama uygulamanı ve kurtarma kodlarını kaldırdı. Her yerde oturumun kapatıldı. Bunu sen istemediysen lütfen haber merkezine hemen bildir.
letter-factors-before = Bir sonraki girişinde yeni bir ikinci adım kurarsın:
letter-factors-open = Giriş yap

letter-became-subject = { $site } üzerinde senin için bir haber var
letter-became = Bize gönderdiğinle ilgili bir gelişme var. Başkaları okuyabileceği için bunu e-postayla söylemiyoruz.
letter-became-before = Giriş yapınca görürsün. Böyle e-postalar istemediğini de orada belirtebilirsin:
letter-became-open = Ne olduğunu gör
