# Yükleme kapısının yanıtları.
upload-error-request = Bu yükleme anlaşılamadı. Lütfen sayfayı yeniden açıp dosyayı bir daha seç.
upload-error-damaged = Dosyanın bir parçası yolda bozuldu. Yeniden gönderilecek.
upload-error-offset = Sunucudaki miktar cihazının sandığından farklı. Oradan devam edecek.
upload-error-not-found = Bu yükleme artık burada değil. Lütfen dosyayı yeniden seç.
upload-error-too-large = Bu dosya çok büyük. Bir dosya en çok { $megabytes } MB olabilir.
upload-error-busy = Önceki bir bağlantı hâlâ bu dosyayı gönderiyor. Birazdan devam edecek.
upload-error-too-many = Şu anda ağından çok fazla dosya yolda. Kısa süre sonra devam edecek.
upload-error-too-slow = Bağlantın çok yavaştı ya da koptu. Gelenler saklandı; oradan devam edecek.
upload-error-no-room = Şu anda yeni dosyalar için yerimiz yok. Metnini onlarsız gönderebilirsin.
upload-total-too-large = Dosyaların toplamı çok büyük: bir katkıya en çok { $megabytes } MB sığar. Lütfen bazılarını çıkar.
