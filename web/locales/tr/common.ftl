# What every page says. Explanations stand in the English file.

brand = { $site } ile haberin parçası ol
skip-to-main = Ana içeriğe geç
nav-main = Ana menü
nav-stories = Hikâyeler
nav-contribute = Hikâyeni gönder
nav-receipt = Makbuzun
nav-desk = Haber masası
nav-me = Hesabım
nav-sign-in = Giriş yap
nav-language = Dil
nav-foot = Daha fazlası

foot-promise = Seni izlemiyoruz, başka şirketlerden hiçbir şey yüklenmiyor ve internet adresin asla saklanmıyor.
foot-took = Bu sayfa { $seconds } saniyede hazırlandı

date-day = { $day } { $month } { $year }
date-day-and-time = { $date }, { $time }
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık

form-problems = Bakman gereken birkaç şey var
form-error = Hata:
form-optional = (isteğe bağlı)
form-characters-left = # karakter kaldı
form-characters-over = # karakter fazla
form-sending = Gönderiliyor… lütfen bu sayfayı açık tut.
form-sent-percent = %# gönderildi
form-failed = Bağlantı koptu. Yazdığın her şey hâlâ burada: lütfen düğmeye tekrar bas.

file-remove = Kaldır
file-size = # MB
file-too-many = Yalnızca # dosya eklenebilir. Diğerleri alınmadı.
file-too-large = # MB sınırını aştığı için alınmadı:
file-chosen = # dosya seçildi

code-copy = Kodu kopyala
code-copied = Kopyalandı
exit-leave = Bu sayfadan hemen çık

pager-label = Sayfalar
pager-newer = Daha yeni
pager-older = Daha eski

error-title-not-found = Burada bir şey yok
error-title-conflict = Biri senden hızlı davrandı
error-title-gone = Bu artık yok
error-title-forbidden = Bu buradan yapılamaz
error-title-too-large = Bu çok büyük
error-title-too-slow = Bağlantı çok yavaştı
error-title-too-many = Kısa sürede çok fazla deneme
error-title-bad-request = Bunu anlayamadık
error-title-internal = Bizim tarafımızda bir sorun oluştu

error-not-found = Bu sayfa yok ya da sana açık değil. Lütfen adresi kontrol et.
error-too-large = Gönderdiğin şey alabileceğimizden büyük. Hiçbir kısmı saklanmadı.
error-too-many = Kısa sürede çok fazla deneme yapıldı. Lütfen biraz bekleyip tekrar dene.
error-bad-request = Gönderileni anlayamadık. Lütfen geri dönüp tekrar dene.
error-internal = Bu senin hatan değil. Lütfen birazdan tekrar dene. Yine olursa bize aşağıdaki numarayı bildir.
error-unavailable = Şu anda yanıt veremiyoruz ve hiçbir şey değişmedi. Lütfen birkaç saniye sonra tekrar dene.
error-other-site = Bu istek başka bir siteden geldiği için yerine getirmedik. Lütfen kendi sayfamızdaki formu kullan.
error-incident = Olay numarası:
error-onward = Buradan nereye
error-onward-home = En yeni hikâyeleri oku
error-onward-contribute = Hikâye, fotoğraf ya da video gönder
error-onward-receipt = Gönderdiğine ne olduğunu gör

# How long ago something was.
age-now = az önce
age-minutes = { $minutes ->
    [one] { $minutes } dakika önce
   *[other] { $minutes } dakika önce
}
age-hours = { $hours ->
    [one] { $hours } saat önce
   *[other] { $hours } saat önce
}
age-days = { $days ->
    [one] { $days } gün önce
   *[other] { $days } gün önce
}
