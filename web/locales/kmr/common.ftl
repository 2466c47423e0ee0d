# What every page says. Explanations stand in the English file.

brand = Bibe beşek ji { $site }
skip-to-main = Biçe naveroka sereke
nav-main = Sereke
nav-stories = Çîrok
nav-contribute = Çîroka xwe bişîne
nav-receipt = Meqbûza te
nav-desk = Maseya nûçeyan
nav-me = Hesabê min
nav-sign-in = Têkeve
nav-language = Ziman
nav-foot = Zêdetir

foot-promise = Em te naşopînin, tiştek ji şirketên din nayê barkirin, û navnîşana te ya înternetê qet nayê tomarkirin.
foot-took = Ev rûpel di { $seconds } çirkeyan de hat amadekirin

date-day = { $day } { $month } { $year }
date-day-and-time = { $date }, { $time }
month-1 = Çile
month-2 = Sibat
month-3 = Adar
month-4 = Nîsan
month-5 = Gulan
month-6 = Hezîran
month-7 = Tîrmeh
month-8 = Tebax
month-9 = Îlon
month-10 = Cotmeh
month-11 = Mijdar
month-12 = Kanûn

form-problems = Divê tu li hin tiştan binêrî
form-error = Şaşî:
form-optional = (ne mecbûrî ye)
form-characters-left = # tîp man
form-characters-over = # tîp zêde ne
form-sending = Tê şandin… ji kerema xwe vê rûpelê vekirî bihêle.
form-sent-percent = %# hat şandin
form-failed = Girêdan qut bû. Her tiştê ku te nivîsî hîn li vir e: ji kerema xwe dîsa li bişkokê bixe.

file-remove = Rake
file-size = # MB
file-too-many = Tenê cihê # dosyeyan heye. Yên din nehatin girtin.
file-too-large = Ji # MB mezintir e, lewma nehat girtin:
file-chosen = # dosye hatin hilbijartin

code-copy = Kodê kopî bike
code-copied = Hat kopîkirin
exit-leave = Zû ji vê rûpelê derkeve

pager-label = Rûpel
pager-newer = Nûtir
pager-older = Kevintir

error-title-not-found = Li vir tiştek tune
error-title-conflict = Kesek ji te zûtir bû
error-title-gone = Ev êdî tune ye
error-title-forbidden = Ev ji vir nabe
error-title-too-large = Ev pir mezin e
error-title-too-slow = Girêdan pir hêdî bû
error-title-too-many = Di demeke kurt de pir hewldan
error-title-bad-request = Me ev fêm nekir
error-title-internal = Li aliyê me tiştek şaş çû

error-not-found = Ev rûpel tune ye, an jî ji te re ne vekirî ye. Ji kerema xwe navnîşanê kontrol bike.
error-too-large = Tiştê ku te şand ji ya ku em dikarin bistînin mezintir e. Tiştek jê nehat hilanîn.
error-too-many = Di demeke kurt de pir hewldan çêbûn. Ji kerema xwe hinekî bisekine û dîsa biceribîne.
error-bad-request = Me tiştê ku hat şandin fêm nekir. Ji kerema xwe vegere û dîsa biceribîne.
error-internal = Sûcê te nîne. Ji kerema xwe piştî demeke kurt dîsa biceribîne. Heke dîsa çêbibe, hejmara jêr ji me re bibêje.
error-unavailable = Em niha nikarin bersivê bidin, û tiştek nehat guhertin. Ji kerema xwe piştî çend çirkeyan dîsa biceribîne.
error-other-site = Ev daxwaz ji malpereke din hat, lewma me pêk neanî. Ji kerema xwe forma li ser rûpela me bi kar bîne.
error-incident = Hejmara bûyerê:
error-onward = Ji vir bo ku derê
error-onward-home = Çîrokên herî nû bixwîne
error-onward-contribute = Çîrok, wêne an vîdeyo bişîne
error-onward-receipt = Bibîne ka çi bi şandina te hat

# How long ago something was.
age-now = niha
age-minutes = { $minutes ->
    [one] berî { $minutes } deqeyê
   *[other] berî { $minutes } deqeyan
}
age-hours = { $hours ->
    [one] berî { $hours } saetê
   *[other] berî { $hours } saetan
}
age-days = { $days ->
    [one] berî { $days } rojê
   *[other] berî { $days } rojan
}
