# Where a contributor comes back with a receipt code. Explanations stand in the English file.

receipt-title = Hikâyene ne oldu
receipt-lede = Gönderdikten sonra sana gösterilen makbuz kodunu yaz.
receipt-code-label = Makbuz kodu
receipt-code-hint = Dörder harf ve rakamdan oluşan beş grup. Küçük harf, boşluk ve eksik tire önemli değil.
receipt-show = Göster
receipt-lost = Kaybolan bir kodu senin için bulamayız, çünkü saklamıyoruz. Hikâyeni her zaman yeniden gönderebilirsin.
receipt-code-missing = Makbuz kodunu yaz.
receipt-code-wrong = Böyle bir kod bilmiyoruz. Lütfen sakladığınla harf harf karşılaştır.

receipt-status-kicker = Buna ne oldu:
receipt-steps-title = Ne durumda
receipt-step-received = Bize ulaştı
receipt-step-waiting = Bir editörü bekliyor
receipt-step-checking = Bir editör inceliyor
receipt-step-checked = Bir editör inceledi
receipt-step-question = Sana bir sorumuz var
receipt-step-accepted = Kullanmak istiyoruz, hazırlıyoruz
receipt-step-published = Yayımlandı
receipt-step-not-used = Kullanmıyoruz
receipt-step-withdrawn = Geri çektin
receipt-step-decision-ahead = Kullanıp kullanamayacağımıza karar veririz
receipt-step-published-ahead = Yayımlanır
receipt-read-story = Yayımlanan hikâyeyi oku

receipt-reason-title = Neden kullanmıyoruz
receipt-not-used-unsaid = Şu anda yayımladıklarımıza uymuyor.
receipt-reason-thanks = Yine de bize anlattığın için teşekkür ederiz.

receipt-files-title = Dosyaların
receipt-file = Dosya { $number }
receipt-file-waiting = Hazırlanıyor
receipt-file-ready = Güvenle burada
receipt-file-refused = Kullanılamadı
receipt-file-original = { $number }. dosyanın aslı
receipt-files-add-title = Ekleyeceğin bir şey mi var?
receipt-files-add-words = Karar vermediğimiz sürece fotoğraf ya da video ekleyebilirsin.
receipt-files-add-label = Başka fotoğraf ya da videolar
receipt-files-add = Ekle
receipt-files-added = Dosyaların ulaştı. Artık katkının bir parçası.
receipt-files-closed = Bu katkıya artık bir şey eklenemez, bu yüzden dosyaların alınmadı. Hâlâ cihazındalar; onları yeni bir katkı olarak gönderebilirsin.
receipt-files-missing = En az bir dosya seç.

receipt-consent-title = Neye izin verdin

receipt-change-title = Fikrin mi değişti?
receipt-change-words = Ne olmuş olursa olsun gönderini geri çekebilirsin.
receipt-withdraw = Geri çek
receipt-withdraw-sure = Gerçekten geri çekmek istiyor musun?
receipt-withdraw-means = Yayımlamayız. Yayımlandıysa metni ve fotoğraflarıyla sayfalarımızdan kalkar. Bu geri alınamaz.
receipt-withdraw-yes = Evet, geri çek
receipt-withdraw-no = Hayır, olduğu gibi kalsın
receipt-withdrawn-means = Gönderin yayımlanmayacak. Yayımlandıysa sayfalarımızdan kalktı ya da kalkmak üzere.
receipt-look-again = Yeniden bak

mail-received-subject = { $site } mesajını aldı
mail-received-text =
    Teşekkürler. { $site } için gönderdiğin güvenle ulaştı.

    Bir editör ona bakacak. Bu birkaç gün sürebilir. Sana gösterilen makbuz koduyla ne durumda olduğunu her zaman görebilirsin:
