# Yorum kuralları, kelime listesi ve yasaklar.

## Hangi kural karar verdi.
rule-name-word = Kelime listesinde:
rule-name-links = Bağlantı:
rule-name-flood = Beş dakikada çok:
rule-name-repeat = Başka yerde kelimesi kelimesine söylenmiş
rule-name-thread = Burada her şey bekler
rule-name-everything = Her şey bekler
rule-name-first = Burada yeni
rule-name-reports = Okurlar bildirdi

## Bir yorum neden alınmıyor.
rule-refused-ban = Şu anda yorum yapamazsın.
rule-refused-closed = Burada yorumlar kapandı.
rule-refused-slow = Lütfen sonraki yorumundan önce { $seconds } saniye bekle.
rule-refused-flood = Bir seferde çok oldu. Lütfen { $minutes } dakika sonra gel.
rule-refused-repeat = Burada tam olarak bunu zaten söyledin.

## Kurallar sayfası.
rule-back = Yorumlara
rule-title = Yorum kuralları
rule-lede = Kimse bakmadan önce bir yoruma ne olduğu. Makinenin her kararı, onu veren kuralla birlikte masada görünür kalır.
rule-changed-by = Son değiştiren: { $name }
rule-faster = { $name } bu arada kuralları ya da kelimeleri değiştirdi ({ $when }). Alanlarınız duruyor: bir daha bakın, sonra kaydedin.
rule-changed = Kurallar bu arada değişti. Alanlarınız duruyor: bir daha bakın, sonra kaydedin.
rule-number-wrong = Lütfen { $least } ile { $most } arasında bir sayı yazın.
rule-try = Ne yapacağını gör
rule-save = Bu kuralları kaydet
rule-who-waits = Haber merkezini bekleyenler
rule-holds-all = Önce her şey bekler
rule-holds-all-hint = Siz göstermeden kimse bir yorumu okumaz.
rule-holds-first = Yenilerin bekleyen ilk yorumları
rule-holds-first-hint = Bir kişinin bu kadar yorumu gösterildikten sonra yenileri hemen görünür. 0: kimse beklemez.
rule-links = Geçebilen bağlantılar
rule-links-hint = Daha çok bağlantısı olan yorum bekler.
rule-reports = Yorumun beklemesine yol açan bildirimler
rule-reports-hint = Biri bakana dek. Haber merkezinin göstermeye karar verdiği kalır. 0: hiçbir zaman.
rule-pace = Hız
rule-slow = Bir kişinin iki yorumu arasındaki saniye
rule-slow-hint = 0: ara yok. Bir tartışmanın kendi hızı olabilir.
rule-flood = Bir kişinin beş dakikadaki yorumları
rule-flood-hint = Fazlası haber merkezini bekler; iki katı alınmaz.
rule-times = Süreler
rule-closes = Yorumların kapanacağı gün sayısı
rule-closes-hint = Yazının yayımlandığı andan sayılır. Boş: açık kalırlar.
rule-edit = Yazarın yorumunu değiştirebileceği dakika
rule-edit-hint = 0: hiçbir zaman. Önceden yazdığı masada okunabilir kalır.
rule-box = «Siz Ne Diyorsunuz» kutusunda
rule-box-delay = Yorumun orada görünmesine kadar geçen saniye
rule-box-delay-hint = İkinci bir bakış için zaman.
rule-box-one = Kişi başına tek yorum

## Deneme.
rule-trial-title = Son 30 günde
rule-trial-looked = { $count ->
    [0] Kimse yorum yapmadı.
   *[other] { $count } yoruma bakıldı.
}
rule-trial-newest = Bunlar en yenileri; daha fazlası vardı.
rule-trial-now = Şimdiki kurallarla
rule-trial-then = Değişiklikle
rule-trial-shown = Hemen görünür
rule-trial-held = Bekler
rule-trial-spam = Kaldırılır
rule-trial-refused = Alınmaz
rule-trial-changed = { $count ->
    [0] Hiçbir yorumun sonu değişmezdi.
   *[other] { $count } yorumun sonu değişirdi.
}
rule-trial-samples = Örnekler
rule-trial-word = { $count ->
    [0] hiçbir yorumda yok
   *[other] { $count } yorumda
}

## Kelime listesi.
rule-words = Kelime listesi
rule-words-lede = Bir kelime her yazımıyla bulunur: aksanlı ya da aksansız, harekeli, uzatılmış harflerle, Arapça ya da Kürtçe klavyeden, harflerinin arasında nokta ya da boşlukla.
rule-words-label = Yeni kelimeler
rule-words-hint = Her satıra bir tane; bir satırdaki birkaç kelime öbek olarak aranır. Yıldız her türlü sonun ya da başın yerini tutar: kurd*
rule-deed = Ne yaparlar
rule-deed-hold = Yorum bekler
rule-deed-hold-more = Haber merkezi karar verir.
rule-deed-spam = Yorum kaldırılır
rule-deed-spam-more = Kimse okumaz, yazarına da söylenmez. Haber merkezi «Makine» altında bulur.
rule-words-try = Nerede geçtiklerini gör
rule-words-add = Bu kelimeleri ekle
rule-words-none = Henüz kelime yok
rule-word-remove = { $word } kelimesini kaldır
rule-words-missing = Lütfen en az bir kelime yazın.
rule-word-too-short = Aranamayacak kadar kısa: { $word }
rule-word-too-long = Bir kelime en çok { $most } karakterdir.
rule-words-too-many = Liste en çok { $most } kelimedir.

## Yasaklar, masada.
rule-bans = Yasaklar
rule-bans-none = Kimse yasaklı değil
rule-bans-now = Şu an yasaklı
rule-appeals = İtirazlar
rule-ban = Yasak
rule-ban-title = Yazarını yasakla
rule-ban-back = Yoruma
rule-ban-lede = { $name } yasak sürdükçe yorum yapamaz, gerekçenizi okur ve bir kez yanıt verebilir. Var olan kalır.
rule-ban-before = Zaten yasaklı
rule-ban-replaces = Yeni bir yasak onun yerini alır.
rule-ban-span = Ne kadar süre
rule-ban-day = Bir gün
rule-ban-week = Bir hafta
rule-ban-month = 30 gün
rule-ban-good = Süresiz
rule-ban-until = Bitiş:
rule-ban-ended = Sona erdi:
rule-ban-over = Bitti
rule-ban-reason = Gerekçe
rule-ban-reason-hint = Yazarı bunu okur. Onun dilinde yazın.
rule-ban-yes = Yasakla
rule-ban-unknown = Bu konuğu yeniden tanıtacak bir şey kalmadı. Yasaklanamaz.
rule-ban-staff = Bu kişi haber merkezinden. Onunla konuşun.
rule-ban-cannot = Bu yazar yasaklanamaz: haber merkezinden ya da yeniden tanınamayan bir konuk.
rule-ban-faster = Bir arkadaşınız bu yasağı bu arada değiştirdi. Yazdıklarınız duruyor.
rule-ban-span-missing = Lütfen süreyi seçin.
rule-ban-reason-missing = Lütfen bir gerekçe yazın.
rule-words-too-long = En çok { $most } karakter.
rule-ban-who = Kim
rule-ban-nameless = Bir konuk
rule-ban-guest = konuk, cihazından
rule-ban-how-long = Süre
rule-ban-by = Kararı veren
rule-ban-for = Nedeni olan yorum
rule-ban-says = Ne diyor
rule-ban-waits = İtiraz etti.
rule-ban-end = Yeniden yorum yapsın
rule-ban-keep = Yasak kalsın
rule-ban-answered = Bir arkadaşınız bu arada yanıtladı ya da sona erdirdi.
rule-answer = Yanıtınız
rule-answer-hint = Hangisini seçerseniz seçin, bunu okur.
rule-answer-missing = Lütfen bir yanıt yazın.

## Yorum yapamayan kişinin okuduğu.
rule-appeal-title = Şu anda yorum yapamazsın
rule-appeal-over = Yeniden yorum yapabilirsin
rule-appeal-until = Bitiş:
rule-appeal-good = Haber merkezi bir bitiş belirlemedi.
rule-appeal-reason = Haber merkezinin gerekçesi
rule-appeal-for = Yorumun
rule-appeal-label = Buna yanıtın
rule-appeal-hint = Bunun bir hata olduğunu düşünüyorsan nedenini söyle. Bunu bir kez yapabilirsin; haber merkezinden biri okur.
rule-appeal-send = Gönder
rule-appeal-said = Söylediğin
rule-appeal-waits = Haber merkezi henüz yanıtlamadı.
rule-appeal-missing = Lütfen bir şey yaz.
rule-appeal-once = Buna zaten bir şey söyledin ya da bitti.
