# The form by which readers send a story and photos. Explanations stand in the English file.

contribute-title = Hikâyeni gönder
contribute-lede = Gördüğünü ya da bildiğini { $site } ile paylaş. Yazı, fotoğraf ya da ikisi birden.

contribute-promise-title = Bize güvenle anlatabilirsin
contribute-promise-account = Hesaba ihtiyacın yok ve kim olduğunu söylemek zorunda değilsin.
contribute-promise-traces = İnternet adresini ya da hangi cihazı kullandığını saklamıyoruz.
contribute-promise-photos = Fotoğraflar nerede ve ne zaman çekildiklerini ele verir. Yayımladığımız her şeyden bunu siliyoruz. Özgün dosyalara yalnızca editörlerimiz bakabilir.
contribute-promise-withdraw = Bir makbuz kodu alırsın. Onunla hikâyene ne olduğunu görür ve onu istediğin zaman geri çekebilirsin.
contribute-care = Lütfen bir fotoğraf ya da hikâye için kendini ve başkalarını asla tehlikeye atma.

contribute-title-label = Konu ne?
contribute-title-hint = Tek satır, en fazla { $count } karakter.
contribute-body-label = Hikâyen
contribute-body-hint = Ne oldu, kimler vardı, nereden biliyorsun? Fotoğraflar her şeyi anlatıyorsa burayı boş bırakabilirsin.
contribute-files-label = Fotoğraflar
contribute-files-hint = En fazla { $count } fotoğraf (JPEG, PNG ya da WebP), her biri en fazla { $megabytes } MB, toplamda en fazla { $total } MB.
contribute-place-label = Neredeydi?
contribute-place-hint = Kendi sözlerinle: bir kent, bir sokak, bilinen bir yer.
contribute-happened-label = Ne zamandı?
contribute-happened-hint = Kendi sözlerinle: “dün öğlen”, “geçen kış”.
contribute-name-label = Adın
contribute-name-hint = Yalnızca adınla yayımlamamıza izin verirsen gerekir. Nasıl yazılmasını istiyorsan öyle yaz.
contribute-email-label = E-posta adresin
contribute-email-hint = Herkese açık gösterilmez. Yalnızca bu gönderi hakkında yazarız. Makbuz kodun onsuz da çalışır.
contribute-language-label = Sana hangi dilde yanıt verelim?
contribute-language-hint = Hikâyeni istediğin dilde yazabilirsin.

contribute-kept-legend = Bu dosyalar zaten burada. Yeniden seçmene gerek yok.
contribute-kept-remove = { $name } ({ $size }) gönderilmesin
contribute-kilobytes = { $count } kB
contribute-megabytes = { $count } MB

contribute-consent-legend = Yayımlayabilir miyiz?
contribute-consent-hint = Karar senin; makbuz kodunla sonradan geri çekebilirsin.
consent-named = Evet, adımla
contribute-consent-named-more = Hikâyeni ve fotoğraflarını yayımlayabiliriz; adın da yanında yer alır.
consent-anonymous = Evet, ama adım olmadan
contribute-consent-anonymous-more = Hikâyeni ve fotoğraflarını yayımlayabiliriz; kimin gönderdiğini haber merkezi dışında kimse öğrenmez.
consent-ask-first = Önce bana sorun
contribute-consent-ask-first-more = Sen evet demeden hiçbir şey yayımlamayız. Sorabilmemiz için bir e-posta adresi bırak ya da makbuz kodunla geri gel.
consent-information-only = Hayır, yalnızca bilginiz için
contribute-consent-information-only-more = Editörlerimiz okur, asla yayımlamaz.

contribute-terms-title = Koşullar (sürüm { $version })
contribute-terms-yours = Metni sen yazdın, fotoğrafları sen çektin ya da bunları paylaşma iznin var.
contribute-terms-rights = Gönderdiğin her şey senin olarak kalır.
contribute-terms-use = { $site }, sen geri çekene kadar onu yukarıda seçtiğin biçimde yayımlayabilir.
contribute-terms-edit = Kısaltabilir ve düzeltebiliriz. Gönderdiğinin aslı olduğu gibi saklanır.
contribute-terms-others = Doğru olmadığını bildiğin bir şeyi söyleme ve görülmesi kendisine zarar verebilecek insanları düşün.
contribute-terms-label = Koşulları kabul ediyorum

contribute-next-title = Bundan sonra ne olacak
contribute-next-receipt = Hemen bir makbuz kodu alırsın. Onu sakla.
contribute-next-check = Bir editör gönderdiğini okuyup inceler. Bu birkaç gün sürebilir.
contribute-next-decision = İzin verdiğin biçimde yayımlarız ya da neden kullanmadığımızı söyleriz.
contribute-next-look = Ne durumda olduğuna istediğin zaman bakabilirsin.
contribute-send = Gönder

contribute-title-missing = Konuyu tek satırda yaz.
contribute-title-long = Konu satırı çok uzun. En fazla { $count } karakter olabilir.
contribute-body-missing = Bir şey yaz ya da bir fotoğraf seç.
contribute-body-long = Hikâyen çok uzun. En fazla { $count } karakter olabilir.
contribute-words-long = Bu çok uzun. En fazla { $count } karakter olabilir.
contribute-name-missing = Adını yaz ya da adsız yayımlanmasını seç.
contribute-name-long = Adın çok uzun. En fazla { $count } karakter olabilir.
contribute-email-wrong = Bu bir e-posta adresine benzemiyor. Düzelt ya da boş bırak.
contribute-consent-missing = Yayımlayıp yayımlayamayacağımızı seç.
contribute-terms-missing = Lütfen koşulları kabul et.
contribute-file-large = { $name } çok büyük. Bir dosya en fazla { $megabytes } MB olabilir. Diğer dosyalar saklandı.
contribute-file-empty = { $name } boş. Yeniden seç ya da onsuz gönder.
contribute-files-many = Bu kadar dosya çok. Bir seferde en fazla { $count } dosya gönderilebilir; birkaçını çıkar.
contribute-files-gone = Seçtiğin bir dosya artık burada değil. Lütfen yeniden seç.

form-too-large = Gönderdiklerin toplamda { $megabytes } MB sınırını aşıyor. Hiçbir şey saklanmadı. Lütfen daha az ya da daha küçük dosya gönder.
form-too-slow = Bağlantın çok yavaştı ve hiçbir şey saklanmadı. Lütfen geri dönüp, belki daha az fotoğrafla, tekrar dene.
form-broken = Her şey ulaşmadan bağlantı koptu ve hiçbir şey saklanmadı. Lütfen geri dönüp düğmeye tekrar bas.
form-malformed = Gönderileni okuyamadık ve hiçbir şey saklanmadı. Lütfen sayfamızdaki formu kullan.

contribute-sent-title = Teşekkürler. Bize ulaştı.
contribute-sent-lede = Gönderdiğin her şey ulaştı ve bizde güvende.
contribute-sent-code-title = Makbuz kodun
contribute-sent-code-keep = Şimdi bir yere yaz ya da fotoğrafını çek. Onu yalnızca bir kez gösteriyoruz.
contribute-sent-code-use = Bu kodla hikâyene ne olduğunu görebilir ve onu geri çekebilirsin.
contribute-sent-code-lost = Kimseyle paylaşma. Kaybedersen senin için bulamayız, çünkü biz de saklamıyoruz.
contribute-sent-again = Bunu daha önce göndermiştin. İlk gönderimin geçerli ve bu aynı makbuz. O zamandan beri değiştirdiklerin alınmadı.
contribute-sent-again-without-code = Bu daha önce gönderildi ve bizde. Geçerli olan, o zaman gösterilen makbuz kodudur.
contribute-sent-no-code = Makbuz kodu yalnızca bir kez, gönderdikten hemen sonra gösterilir. Sakladıysan hikâyene ne olduğuna bakabilirsin.
contribute-sent-to-receipt = Ne durumda olduğunu gör
contribute-sent-more = Başka bir şey gönder
contribute-sent-plain = Teşekkürler. Bize ulaştı. Yalnızca bir kez gösterilen makbuz kodun:
