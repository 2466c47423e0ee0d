# Signing in by another service, and linking it.

connect-using = Veya şununla bağlanın
connect-tells = Bu hizmet burada oturum açtığınızı bilecek. Oradaki kimliğinizi, adınızı ve bildirdiği e-posta adresini saklarız, başka bir şey saklamayız.
connect-with = { $service } ile devam et

connect-leave-title = { $service } hizmetine gidiyorsunuz
connect-leave-go = { $service } hizmetine devam et

connect-again-title = Lütfen yeniden başlayın
connect-again = Gidiş dönüş en çok on dakika sürebilir, bir kez işe yarar ve yalnızca başladığı tarayıcıda geçerlidir. Hiçbir şey değişmedi.
connect-cancelled-title = Devam etmediniz
connect-cancelled = { $service } hizmetinde durdunuz. Hiçbir şey değişmedi.
connect-down-title = { $service } yanıt vermiyor
connect-down = { $service } hizmetine şu anda ulaşılamıyor. Lütfen biraz sonra yeniden deneyin veya başka bir yolla oturum açın. Hiçbir şey değişmedi.
connect-refused-title = Bu olmadı
connect-refused = { $service } hizmetinin bize söylediği doğrulanamadı, bu yüzden kimsenin oturumu açılmadı. Lütfen yeniden deneyin. Yine olursa başka bir yolla oturum açın ve bize bildirin. Hiçbir şey değişmedi.
connect-closed-title = Oturum açamazsınız
connect-closed = Bu hesapla artık oturum açılamaz. Bunun bir yanlışlık olduğunu düşünüyorsanız lütfen haber merkezine yazın.
connect-others-title = Başka bir hesaba bağlı
connect-others = { $service } hizmetindeki hesabınız buradaki başka bir hesaba bağlı. Onunla oturum açın, oradan kaldırın, sonra buraya bağlayın. Hiçbir şey değişmedi.
connect-has-one-title = { $service } zaten bağlı
connect-has-one = Buradaki hesabınız { $service } hizmetindeki başka bir hesaba bağlı. Önce onu kaldırın. Hiçbir şey değişmedi.
connect-signed-out-title = Lütfen önce oturum açın
connect-signed-out = { $service } hizmetini bağlamak isteyen kişinin oturumu artık açık değil. Hiçbir şey değişmedi.
connect-to-signin = Oturum açmaya git
connect-to-connections = Bağlı hizmetlerinize git

connect-name-title = Size ne diyelim?
connect-name-lede = { $service } sizi tanıyor; bize burada görünebilecek bir ad gerekiyor. Sonra oturumunuz açılır.
connect-name-hint = Yorum yaptığınız yerde okurlar bunu görür. Her yazı sistemi olur.
connect-name-submit = Başla

connect-connections-title = Bağlı hizmetler
connect-connections-lede = Bunlarla buradaki hesabınıza girebilirsiniz.
connect-connections-none = Hesabınıza bağlı bir hizmet yok.
connect-email = Oradaki e-posta adresi
connect-email-unverified = (hizmet doğrulamadı)
connect-linked-at = Bağlandı
connect-used-at = Son kullanım
connect-remove = Kaldır
connect-remove-sure = Bundan sonra burada { $service } ile oturum açamazsınız. Hesabınız kalır.
connect-remove-yes = { $service } bağlantısını kaldır
connect-last-way = { $service } hesabınıza girmenin tek yolu. Önce bir parola, geçiş anahtarı veya başka bir hizmet ekleyin; sonra kaldırabilirsiniz.
connect-link-title = Bir hizmet bağlayın
connect-link = { $service } hizmetini bağla
connect-to-me = Hesabınıza git
