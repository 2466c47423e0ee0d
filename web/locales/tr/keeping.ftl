# Katkıların ne kadar saklandığı, hukuki saklama ve denetim zinciri.

## Katkının sayfasında.
keeping-title = Ne kadar saklanır
keeping-identity = Ad ve adres
keeping-rest = Yayımlanmamış her şey
keeping-all = Her şey
keeping-gone = silindi
keeping-never = verilmemiş
keeping-stays = şimdilik saklanıyor
keeping-goes-now = sıradaki silmede gidiyor
keeping-goes = { $days } gün sonra siliniyor
keeping-in-talk = Yanıt beklerken ya da okunmamış bir yanıt varken hiçbir şey silinmez.
keeping-rules-link = Kurallar
keeping-audit-link = Denetim zincirinde
keeping-hold = Saklamaya al
keeping-hold-lede = Bir yayın şefi kaldırana dek hiçbir parçası kuralla silinmez: mahkeme, şikâyet ya da soruşturma için. Gönderene saklandığı söylenir, nedeni söylenmez.
keeping-hold-yes = Saklamaya al
keeping-held = Saklamada: hiçbir parçası silinmez.
keeping-lift = Saklamayı kaldır
keeping-lift-lede = Artık yeniden kurallara göre silinir. Günleri bugün baştan başlar.
keeping-lift-yes = Saklamayı kaldır
keeping-lift-chief = Saklamayı yalnızca yayın şefi kaldırır.
keeping-why = Neden
keeping-why-hint = Arkadaşlarınız ve geçmiş için. Haber merkezi dışından kimsenin adını yazmayın.
keeping-why-missing = Lütfen nedenini yazın.

## Katkının geçmişinde.
keeping-event-held = Saklamaya alındı
keeping-event-lifted = Saklama kaldırıldı
keeping-event-identity = Ad ve adres kuralla silindi
keeping-event-rest = Yayımlanmamış olanlar kuralla silindi
audit-link = denetim zincirinde: #{ $seq }

## Kurallar, yayın şefleri için.
keeping-rules-title = Katkılar ne kadar saklanır
keeping-rules-lede = Her durum için: gönderenin kimliği kaç gün sonra, tamamı kaç gün sonra silinir. Günler, katkının o duruma geldiği andan sayılır.
keeping-rules-identity = Ad ve adresin silinmesine kalan gün
keeping-rules-content = Her şeyin silinmesine kalan gün
keeping-rules-hint = Boş alan saklar. Yayımlanmış katkılarda yayımda olan kalır. Saklamada olan ve yanıt bekleyen hiç silinmez.
keeping-rules-preview = Ne yapacağını gör
keeping-rules-save = Bu kuralları koy
keeping-days-wrong = Lütfen 0 ile { $most } arasında bir gün sayısı yazın ya da boş bırakın.
keeping-identity-first = Ad ve adres, geri kalandan uzun saklanamaz.
keeping-days = { $days } gün
keeping-kept = saklanır
keeping-preview = Bu kurallar ne yapardı
keeping-preview-same = Hiçbir şey değişmiyor: kurallar zaten böyle.
keeping-preview-content = { $count ->
    [0] Yarın hiçbir katkıyı silmezdi.
   *[other] Yarın { $count } katkıyı silerdi.
}
keeping-preview-identity = { $count ->
    [0] Hiçbir ad ya da adres silinmezdi.
   *[other] { $count } katkının adı ve adresi silinirdi.
}
keeping-preview-day = Konduktan bir gün sonra başlar. O zamana dek vazgeçilebilir.
keeping-pending = Sonra başlayacak
keeping-pending-days = ad ve adres: { $identity }; her şey: { $content }
keeping-pending-from = Başlangıç
keeping-call-off = Vazgeç
keeping-stopped = Şu anda hiçbir şey silinmiyor
keeping-clock-apart = Veritabanının ve bu programın saatleri arasında bir saatten fazla fark var.
keeping-clock-jumped = Saat bir saatten fazla ileri atladı. Saat düzelince kendiliğinden sürer.
keeping-clock-long = Sunucu bir haftadan uzun kapalıydı ya da saati öyle gösteriyor.
keeping-clock-right = Saat doğru
keeping-clock-sure = Önce saati başka bir saatle karşılaştırın. Erken silinen geri getirilemez.
keeping-clock-yes = Evet, saat doğru

## Gönderene, alındı sayfasında.
keeping-receipt-title = Ne kadar saklıyoruz
keeping-receipt-held = Şimdilik saklamak zorundayız.
keeping-receipt-identity-gone = Adın ve adresin artık bizde yok.
keeping-receipt-identity = Adın ve adresin: { $day } gününe dek.
keeping-receipt-identity-stays = Adın ve adresin: şimdilik.
keeping-receipt-rest-gone = Bizde yalnızca yayımda olan var.
keeping-receipt-rest = Yayımlanmamış her şey: { $day } gününe dek.
keeping-receipt-all = Her şey: { $day } gününe dek.
keeping-receipt-published = Yayımda olan, sen geri alana dek kalır.
keeping-receipt-all-stays = Her şey: şimdilik.
keeping-receipt-talk = Seninle konuşurken hiçbir şey silinmez.

## Denetim zinciri, yayın şefleri için.
audit-title = Denetim
audit-lede = Haber merkezinde kim, ne zaman, ne yaptı. Her kayıt bir öncekine mühürlüdür: hiçbiri fark edilmeden değiştirilemez ve çıkarılamaz.
audit-filter = Neyin gösterileceğini seçin
audit-person = Kim ya da kime
audit-kind = Ne
audit-from = Başlangıç
audit-until = Bitiş
audit-item = Katkı (adresteki numarası)
audit-show = Göster
audit-all = Tümünü göster
audit-any = Her şey
audit-anybody = Herkes
audit-empty = Böyle bir şey yok.
audit-hash = Mühür
audit-take = Yanınıza alın
audit-take-hint = Başka yerde denetlenebilsin diye mühürleriyle. Aldığınız da yazılır.
audit-take-csv = CSV olarak
audit-take-jsonl = JSON satırları olarak
audit-head = Zincirin sonu:
audit-begun = Zincir başlıyor
audit-erased = Geçmişiyle birlikte silindi
audit-retention-changed = Saklama kuralları kondu
audit-retention-kept = Yeni saklama kurallarından vazgeçildi
audit-clock-confirmed = Saatin doğru olduğunu söyledi
audit-exported = Denetim kayıtları alındı
audit-reasons-changed = Nedenler değiştirildi
audit-categories-changed = Kategoriler değiştirildi
