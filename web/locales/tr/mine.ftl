# What a reader with an account has sent. Explanations stand in the English file.

mine-title = Gönderdiklerim
mine-lede = Bu hesapla gönderdiklerin ve onlara ne olduğu.
mine-empty = Burada henüz bir şey yok
mine-empty-more = Giriş yapmışken gönderdiklerin burada durur; misafir olarak gönderdiklerin hariç.
mine-back = Gönderdiklerimin hepsi

mine-claim-title = Bir makbuz kodun var mı?
mine-claim-words = Misafir olarak bir şey gönderdiysen, onu koduyla hesabına alabilirsin. O andan sonra hesabına bağlıdır. Kod eskisi gibi çalışır.
mine-claim = Hesabıma al

mine-as-legend = Kim gönderiyor?
mine-as-account = { $name }, hesabımla
mine-as-account-more = Onu kod olmadan yeniden bulursun. Editörlerimiz, hesabı olan birinden geldiğini görür.
mine-as-guest = Bir misafir
mine-as-guest-more = Hiçbir şey onu hesabına bağlamaz. Ona yalnızca makbuz kodu götürür.
mine-as-changed = Bu formu açtığından beri biri giriş ya da çıkış yaptı. Şimdi kimin gönderdiğine bak, sonra yeniden gönder.
mine-as-now-guest = Şu anki hâliyle misafir olarak gönderilir. Daha sonra makbuz koduyla hesabına alabilirsin.
mine-name-hint = Yalnızca adınla yayımlamamıza izin verirsen gerekir. Hesabınla gönderip burayı boş bırakırsan “{ $name }” yazarız.
mine-sent-where = Hesabınla gönderdiysen onu burada da bulursun:

mine-event-claimed = Bir hesaba alındı
mine-event-exported = Bir kopyası alındı

mine-desk-sender = Gönderen
mine-desk-account = hesabı olan biri
mine-desk-guest = bir misafir

mine-export-offline = Bu dosyayı yalnızca haber merkezinin başka yerde sakladığı bir anahtar açar. Haber merkezinden iste.
mine-export-gone = Bu dosya bozulmuş ya da kaybolmuş.
