# Accounts: signing up and in. Explanations stand in the English file.

role-editor = Editör
role-chief = Yazı işleri müdürü
role-admin = Yönetici

account-email-label = E-posta adresin
account-email-missing = Lütfen e-posta adresini yaz.
account-email-bad = Bu, kullanabileceğimiz bir e-posta adresine benzemiyor. Adres ad@example.org gibi, düz Latin harfleriyle yazılır.
account-email-taken = Bu e-posta adresiyle zaten bir hesap var. Lütfen onunla giriş yap ya da başka bir adrese davet iste.
account-name-label = Adın
account-name-hint = Haber merkezindeki meslektaşların görür; okurlar görmez.
account-name-missing = Lütfen adını yaz.
account-name-too-long = { $most ->
    [one] Lütfen en fazla { $most } karakter kullan.
   *[other] Lütfen en fazla { $most } karakter kullan.
}
account-name-bad = Adında gösterilemeyen karakterler var. Lütfen yeniden yaz.

password-too-short = { $least ->
    [one] Lütfen en az { $least } karakter kullan. Art arda birkaç sözcük akılda kolay kalır.
   *[other] Lütfen en az { $least } karakter kullan. Art arda birkaç sözcük akılda kolay kalır.
}
password-too-long = { $most ->
    [one] Lütfen en fazla { $most } karakter kullan.
   *[other] Lütfen en fazla { $most } karakter kullan.
}
password-common = Bu parola, saldırganların ilk denediklerinden biri. Lütfen yalnızca senin aklına gelecek birkaç sözcüğü art arda yaz.
password-telling = Lütfen parolada e-posta adresini ve kurumun adını kullanma: saldırganlar bunları bilir.

signin-title = Giriş yap
signin-lede = Hesabı olan okurlar ve haber merkezinde çalışanlar için.
signin-password-label = Parolan
signin-password-missing = Lütfen parolanı yaz.
signin-submit = Giriş yap
signin-wrong = E-posta adresi ya da parola doğru değil. Lütfen ikisini de kontrol edip tekrar dene.
signin-no-account = Bize hikâye göndermek ya da ona ne olduğunu görmek için hesaba ihtiyacın yok. Haber merkezinde çalışanlar hesaplarını bir meslektaşlarının davetiyle alır.

invite-title = Haber merkezine hoş geldin
invite-lede = { $site } seni davet ediyor. Görevin: { $role }. Kim olduğunu yaz ve bir parola seç; ardından giriş yapmış olacaksın.
invite-email-fixed = Davet bu adres için. Onunla giriş yapacaksın.
invite-email-hint = Onunla giriş yapacaksın. Okurlara gösterilmez.
invite-password-label = Bir parola seç
invite-password-hint = En az 12 karakter. Art arda birkaç sözcük iyidir; rakam ve işaret gerekmez.
invite-submit = Başla

invite-used-title = Bu davet kullanıldı
invite-used = Bir davet bir kez geçerlidir. Kullanan sensen lütfen giriş yap. Sen değilsen seni davet edene hemen haber ver.
invite-expired-title = Bu davetin süresi doldu
invite-expired = Davet iki gün sonra ya da yerine yenisi geldiğinde biter. Lütfen daha yeni birini ara ya da seni davet edene sor.
invite-unknown-title = Bu daveti tanımıyoruz
invite-unknown = Bağlantı yolda kesilmiş olabilir. Lütfen tamamını yeniden aç ya da seni davet edenden yenisini iste.

me-role = Görevin
me-signout = Çıkış yap
me-signout-hint = Başkalarının da kullandığı bir bilgisayarda, ayrılırken lütfen çıkış yap.
