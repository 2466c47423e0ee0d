# Masada doğrulama: kim gönderdi, ne kadar doğrulandı, kim tehlikede olabilir, notlar.

## Katkı formunda.
vet-contribute-risk = Bu yüzden ben ya da bir başkası tehlikeye girebilir
vet-contribute-risk-hint = O zaman bunu haber merkezinde yalnızca böyle durumlarla ilgilenen birkaç kişi görür. Nedenini söylemen gerekmez.

vet-back = Katkıya dön
vet-too-long = Lütfen en çok { $most } karakter yaz.
vet-save = Kaydet

## Kim gönderdi.
vet-handle = Gönderen { $code }
vet-person-first = İlk kez görüldü
vet-person-sent = Şimdiye dek
vet-person-count = { $count ->
    [one] { $count } katkı
   *[other] { $count } katkı
}
vet-person-used = { $decided } katkıdan { $used } tanesi kullanıldı
vet-person-others = Aynı kişiden
vet-person-all = Bu kişiden gelen her şey
vet-identity = Kimlik
vet-identity-both = Ad ve e-posta bırakıldı.
vet-identity-name = Ad bırakıldı.
vet-identity-email = E-posta bırakıldı.
vet-identity-none = Hiçbir şey bırakılmadı.
vet-identity-ask = Göster…
vet-identity-title = Kim gönderdi
vet-identity-careful = Yalnızca gerekliyse
vet-identity-what = Bırakıldığı haliyle ad ve e-posta adresi. Kimse doğrulamadı. Bundan sonra kim olduğunu bilirsin; omzunun üstünden bakan da bilir.
vet-identity-instead = Gönderene bir şey sormak için ikisine de gerek yok: katkı sayfasından yaz.
vet-identity-why = Ne için gerekli?
vet-identity-why-hint = Meslektaşların için birkaç söz. Adı buraya yazma.
vet-identity-why-missing = Ne için gerekli olduğunu yaz.
vet-identity-audit = Geçmişte sana gösterildiği, ne zaman ve ne için olduğu yazacak.
vet-identity-show = Ad ve e-postayı göster
vet-identity-until = Sana gösterilme süresi
vet-identity-keep = Kimseye verme, notlara yazma. Sonra yeniden bakacaksan nedenini yeniden yaz.
vet-identity-nothing = Ne ad ne de e-posta adresi bırakıldı.

## Güven.
vet-trust = Güven
vet-trust-unknown = Bilinmiyor
vet-trust-known = Tanıyoruz
vet-trust-trusted = Güvenilir
vet-trust-careful = Dikkatli ol
vet-trust-hint = Haber merkezinin kanısı. Program hiçbir zaman karar vermez.
vet-trust-save = Belirle
vet-trust-unproved = “{ $trust }” bu adresten daha önce gelen katkılar için söylendi. Herkes bir adres yazabilir: buna yeniden bak.

## Kişi hakkında notlar.
vet-about-title = Meslektaşların notları
vet-about-open = Bu kişi hakkında güven ve notlar
vet-about-lede = Bütün masa okur, bu kişinin gönderdiği her şeyin yanında.
vet-about-label = Bu kişi hakkında not
vet-about-hint = Lütfen ad ve adres yazma.
vet-about-add = Notu ekle
vet-note-missing = Önce bir şey yaz.

## Tehlike.
vet-risk-mark = Tehlikede
vet-risk-set = Biri tehlikede olabilir…
vet-risk-set-lede = O zaman bunu yalnızca böyle durumlarla ilgilenenler görür: başkalarına hiçbir listede, aramada, sayıda görünmez.
vet-risk-gone = Sen onlardan biri değilsin, bu yüzden senin için kaybolur. Buradan sonrasını onlar üstlenir.
vet-risk-public = Bundan yapılan bir haber yayında. İşaretlemek onu geri almaz: haberi geri çek ya da bir şefe söyle.
vet-risk-set-yes = Güvene al
vet-risk-lift = Artık tehlikede değil…
vet-risk-lift-lede = Masadaki herkes onu yeniden görecek.
vet-risk-lift-yes = Masadaki herkese göster
vet-risk-why = Neden?
vet-risk-why-hint = Meslektaşların için birkaç söz. Gönderenin adını yazma.
vet-risk-why-missing = Nedenini birkaç sözle yaz.
vet-risk-kept = Teşekkürler, güvende
vet-risk-kept-lede = Bundan sonra yalnızca tehlikedeki insanlarla ilgilenenler görür. Onlar ilgilenecek; senin yapacağın başka bir şey yok.

## Ne kadar doğrulandı.
vet-checks = Doğrulama
vet-summary = { $all } maddeden { $done } tanesi tamam
vet-summary-legal-open = { $all } maddeden { $done } tanesi tamam, hukuk açık
vet-asked = gerekli
vet-item = { $item ->
    [source] Kaynak biliniyor
    [original] Aslı görüldü
    [place] Yer
    [time] Zaman
    [content] Görüntüler metne uyuyor
    [repeats] Tekrarlara bakıldı
    [others] Başkalarına soruldu
   *[legal] Hukuk
}
vet-item-hint = { $item ->
    [source] Kim gönderdi, eline nasıl geçti?
    [original] İlk hali bu mu, yoksa kopya mı?
    [place] Yapılar, tabelalar, gölgeler, harita.
    [time] Hava, ışık, o sırada başka ne oldu?
    [content] Görüntüler metnin dediğini gösteriyor mu?
    [repeats] Başka nereden geldi, orada ne karar verildi?
    [others] Bilebilecek kişiler ne diyor?
   *[legal] Yayımlanabilir mi: haklar, görünen kişiler, süren davalar?
}
vet-level = { $level ->
    [open] Açık
    [seen] Bakıldı
    [verified] Doğrulandı
   *[legal] Onaylandı
}
vet-checked = { $item ->
    [source] Kaynak biliniyor
    [original] Aslı görüldü
    [place] Yer
    [time] Zaman
    [content] Görüntüler metne uyuyor
    [repeats] Tekrarlara bakıldı
    [others] Başkalarına soruldu
   *[legal] Hukuk
}: { $level ->
    [open] yeniden açık
    [seen] bakıldı
    [verified] doğrulandı
   *[legal] onaylandı
}
vet-how = Nasıl?
vet-legal-chief = Buna bir şef editör karar verir.
vet-missing = { $item ->
    [source] Henüz doğrulanmadı: kaynak.
    [original] Henüz doğrulanmadı: aslı.
    [place] Henüz doğrulanmadı: yer.
    [time] Henüz doğrulanmadı: zaman.
    [content] Henüz doğrulanmadı: görüntülerin metne uyduğu.
    [repeats] Tekrarlara henüz bakılmadı.
    [others] Bilebilecek başkalarına henüz sorulmadı.
   *[legal] Bir şef editör henüz onaylamadı.
}

## Kategori ve etiketler.
vet-sorting = Kategori ve etiketler
vet-sorting-open = Kategori ve etiketleri değiştir
vet-sorting-save = Kaydet
vet-category = Kategori
vet-category-none = Kategori yok
vet-category-gone = Bu kategori artık sunulmuyor.
vet-tags = Etiketler
vet-tags-hint = Virgülle ayrılmış kısa sözcükler, en çok 12.
vet-two-people = İki kişinin onayı gerekir
vet-two-people-hint = İkinci onay başka bir meslektaştan gelmelidir.

## Kategoriler sayfası.
vet-categories = Kategoriler
vet-categories-lede = Katkılar neye göre ayrılır ve yayından önce ne yapılmış olmalı.
vet-categories-none = Henüz kategori yok.
vet-category-new = Yeni kategori
vet-category-not-offered = Artık sunulmuyor.
vet-category-asks = { $count ->
    [one] { $count } doğrulama gerekli
   *[other] { $count } doğrulama gerekli
}
vet-category-code = Kısa kod
vet-category-code-hint = Adresler ve süzgeçler için; hiç değişmez. Küçük Latin harfleri, rakamlar ve alt çizgi; harfle başlar.
vet-category-code-bad = Yalnızca küçük Latin harfleri, rakamlar ve alt çizgi; harfle başlar. “new” kullanılamaz.
vet-category-code-taken = Bu kodla bir kategori zaten var.
vet-category-names = Ad
vet-category-names-hint = Olabildiğince çok dilde. Eksik olanda İngilizcesi ya da bir başkası gösterilir.
vet-category-name-missing = En az bir dilde ad ver.
vet-category-position = Listedeki yeri
vet-category-position-hint = 0 ile 999 arasında bir sayı; en küçüğü önce gelir.
vet-category-position-bad = 0 ile 999 arasında bir sayı ver.
vet-category-offered = Editörler seçebilir
vet-category-asked = Yayından önce gerekli
vet-category-asked-hint = Bunlar doğrulanmadan program bu kategoriden hiçbir şey yayımlamaz.

## Katkı hakkında notlar.
vet-note-title = Not
vet-notes-desk = Masa için notlar
vet-notes-desk-hint = Masadaki herkes okur. Gönderen okumaz.
vet-notes-own = Benim notlarım
vet-notes-own-hint = Bunları yalnızca sen okursun.
vet-note-label = Not yaz
vet-note-add = Ekle
vet-note-edited = düzenlendi
vet-note-deleted = Silindi
vet-note-change = Düzenle
vet-note-edit = Notu düzenle
vet-note-edit-hint = Yazdıktan sonra beş dakika düzenleyebilirsin.
vet-note-too-late = Beş dakika doldu. Sözlerin hâlâ burada: yeni bir nota kopyala.
vet-note-delete = Sil
vet-note-delete-sure = Sözler bir daha geri gelmez.
vet-note-delete-yes = Evet, sil
vet-mentioned = Kime:
vet-mention-pick = Bir meslektaşı çağır
vet-mention-hint = Notun içine @ ve adı da yazabilirsin.
vet-mention-may-not = { $name } bu katkıyı göremez ve nottan hiç haberi olmaz.
vet-mentions = Adının geçtiği notlar
vet-mentions-none = Henüz kimse seni anmadı.
vet-mentions-all-seen = Hepsini gördüm
vet-mention-new = Yeni
vet-mention-open = Aç

## Geçmiş.
vet-event-risk-set = Tehlikede olarak işaretlendi
vet-event-risk-lifted = Artık tehlikede değil
vet-event-identity = Kimlik gösterildi
vet-event-trust = Güven belirlendi
vet-event-checked = Doğrulama
vet-event-sorted = Kategori ya da etiketler değişti
vet-event-why = Neden: { $why }
vet-done-risk-set = Tehlikede olarak işaretlendi. Yalnızca böyle durumlarla ilgilenenler görür.
vet-done-risk-lifted = Artık tehlikede olarak işaretli değil.
vet-done-sorted = Kategori ve etiketler kaydedildi.

## Haber yazma.
vet-credit = İmza
vet-credit-name = Gönderenin verdiği ad
vet-credit-name-more = Haber yayımlanırken eklenir. Burada görmezsin.
vet-credit-other = Başka sözler ya da adsız

## Haber merkezindeki kişiler.
vet-people-risk = Tehlikedeki insanlar
vet-people-risk-always = Şef editörler ve yöneticiler, birini tehlikeye atabilecek katkıları her zaman görür.
vet-people-risk-yes = Birini tehlikeye atabilecek katkıları görür.
vet-people-risk-no = Birini tehlikeye atabilecek katkıları görmez.
vet-people-risk-grant = Görmesine izin ver
vet-people-risk-take = Artık gösterme
vet-people-risk-hint = Hemen geçerli olur, açık sayfalarda da.
vet-account-risk-granted = Birini tehlikeye atabilecek katkıları görebilir
vet-account-risk-taken = Birini tehlikeye atabilecek katkıları artık göremez


vet-letter-subject = Bir meslektaşın { $site } masasında seni andı
vet-letter = Masadaki bir notta. Başkaları okuyabileceği için postada nerede olduğunu söylemiyoruz.
vet-letter-before = Giriş yapınca görürsün. Böyle postaları istemediğini de orada söyleyebilirsin:
vet-letter-open = Notu oku
vet-mention-mail = Biri beni anınca e-postayla da bildir
vet-mention-mail-save = Kaydet
