# The second factor. Explanations stand in the English file.

second-title = Têketina bi du gavan
second-lede = Bi gaveke duyem, şîfreya te bi tena serê xwe tiştekî venake. Sepaneke rastkirinê, mifteyeke derbasbûnê an herduyan hilbijêre.
second-lede-staff = Kesên nûçegihaniyê her tim bi gaveke duyem dikevin. Du ji yekê ewletir in: heke yek winda bibe, ya din hê kar dike.
second-to-me = Vegere hesabê min
second-back = Vegere
second-last = Ev tekane gava te ya duyem e, û divê kesên nûçegihaniyê yekê hebe. Ji kerema xwe pêşî yeke din lê zêde bike; paşê tu dikarî vê rakî.

second-app = Sepana rastkirinê
second-app-why = Sepanek li ser telefona te her 30 saniyeyan kodeke nû nîşan dide. Bê torê jî kar dike. Her sepana wisa dibe.
second-app-start = Sepanekê saz bike
second-app-since = Ji vê rojê ve tê bikaranîn:
second-app-replace = Derbasî sepaneke din an telefoneke din bibe
second-app-remove = Sepanê rake
second-app-remove-sure = Êdî kodên wê li vir tiştekî venakin.
second-app-go-on = Sepanek li benda koda xwe ya yekem e: bidomîne
second-app-step-get = Sepana xwe ya rastkirinê veke. Heke tune be, yekê ji firoşgeha telefona xwe daxe.
second-app-step-scan = Di sepanê de hesabekê lê zêde bike û vî wêneyî bixwîne.
second-app-step-code = Şeş reqemên ku sepan niha nîşan dide binivîse.
second-app-qr = Wêne ji bo kameraya sepana te ya rastkirinê
second-app-open = Sepan li ser vê telefonê ye: veke
second-app-type = An jî vê mifteyê di sepanê de binivîse:
second-app-copy = Mifteyê kopî bike
second-app-confirm = Kontrol bike û biqedîne

second-ask-title = Gava duyem
second-ask-lede = Gava te ya yekem rast bû. Ji kerema xwe nîşan bide ku ew tu yî.
second-ask-passkey-only = Te mifteyeke derbasbûnê wek gava duyem hilbijartiye. Ji bo wê gerokeke bi skrîptê pêwîst e.
second-code-label = Koda sepanê
second-code-hint = Şeş reqem ji sepana te ya rastkirinê.
second-code-send = Bidomîne
second-code-missing = Ji kerema xwe kodê binivîse.
second-code-wrong = Ev kod ne rast e, an jî berê hatiye bikaranîn. Sepan her 30 saniyeyan yeke nû nîşan dide.
second-recovery-ask = Kodeke rizgarkirinê bi kar bîne
second-recovery-label = Koda rizgarkirinê
second-recovery-hint = Yek ji deh kodên ku te dema sazkirina gava duyem parastin. Her yek carekê kar dike.
second-lost = Her tişt winda bû? Kesên nûçegihaniyê ji rêvebirekî dixwazin ku gava duyem ji nû ve saz bike.
second-ended-title = Ji kerema xwe dîsa têkeve
second-ended = Gava duyem di nav deh xulekan de neqediya, an jî di paceyeke din de qediya.
second-set-up-title = Gaveke duyem lê zêde bike
second-set-up-lede = Ji bo ewlehiya kesên ku bi me bawer dikin, kesên nûçegihaniyê bi gaveke duyem dikevin. Sazkirina wê xulekekê dikişîne. Yekê hilbijêre; tu dikarî ya din paşê lê zêde bikî.

second-codes-title = Kodên rizgarkirinê
second-codes-lede = Heke telefon an mifteya te winda bibe, yek ji van kodan cihê gava duyem digire. Her yek carekê kar dike.
second-codes-once = Tu wan tenê niha dibînî. Çap bike an binivîse, û li cihekî ku şîfreya te lê nîn e biparêze.
second-codes-copy = Kodan kopî bike
second-codes-print = Çap bike
second-codes-kept = Min ew parastin: bidomîne
second-codes-left = { $count ->
    [0] Kod nemane. Ji kerema xwe yên nû çêke.
    [one] { $count } kod maye.
   *[other] { $count } kod mane.
}
second-codes-remake = Kodên nû çêke
second-codes-remake-sure = Êdî kodên kevn kar nakin.

passkey-title = Mifteyên derbasbûnê
passkey-why = Tu bê şîfre, bi şopa tilî, rû an PIN-a amûra xwe dikevî. Mifteya derbasbûnê nakeve destê malpereke sexte.
passkey-use = Mifteyeke derbasbûnê bi kar bîne
passkey-make = Mifteyeke derbasbûnê lê zêde bike
passkey-unnamed = Mifteya derbasbûnê
passkey-added = Lê zêde bû:
passkey-used = Bikaranîna dawî:
passkey-rename = Navî biguherîne
passkey-name-label = Nav
passkey-name-hint = Wek mînak, amûra ku lê ye.
passkey-name-save = Tomar bike
passkey-name-too-long = { $most ->
    [one] Ji kerema xwe herî zêde { $most } tîpê bi kar bîne.
   *[other] Ji kerema xwe herî zêde { $most } tîpan bi kar bîne.
}
passkey-name-bad = Di navî de tîpên ku nayên nîşandan hene. Ji kerema xwe dîsa binivîse.
passkey-remove = Rake
passkey-remove-sure = Êdî ew li vir tiştekî venake. Ji kerema xwe li ser amûra xwe jî jê bibe.
passkey-not-here = Mifteyên derbasbûnê li vir ne gengaz in: navnîşaneke bi nav û girêdaneke ewle ji wan re pêwîst in.
passkey-without-script = Ji bo mifteyên derbasbûnê skrîpt pêwîst e; di vê gerokê de girtî ye.
passkey-too-many = Hejmara mifteyên te gihîşt radeya ku em diparêzin. Ji kerema xwe yeke ku tu bi kar naynî rake.
passkey-failed-title = Ev mifteya derbasbûnê kar nekir
passkey-other-way = Bi rêyeke din têkeve
passkey-waiting = Li benda amûra te ne…
passkey-cancelled = Ti mifte nehat nîşandan. Ji kerema xwe dîsa biceribîne.
passkey-known = Li ser vê amûrê ji bo vir jixwe mifteyeke te heye.
passkey-failed = Nebû. Ji kerema xwe rûpelê nû bike û dîsa biceribîne.
passkey-late = Ji pênc xulekan zêdetir kişand, an jî du caran hat şandin. Ji kerema xwe dîsa biceribîne.
passkey-wrong = Ev mifteya derbasbûnê li vir tiştekî venake. Ji kerema xwe yeke din an rêyeke din biceribîne.

again-title = Hê jî tu yî?
again-lede = Tiştê ku tê hestiyar e. Ji kerema xwe careke din nîşan bide ku ew tu yî; ev pênc xulekan derbasdar e.
again-password-label = Şîfreya te
again-password-missing = Ji kerema xwe şîfreya xwe binivîse.
again-password-wrong = Şîfre ne rast e. Ji kerema xwe dîsa biceribîne.
again-go-on = Bidomîne
again-service = Bi { $service } dîsa têkeve
again-otherwise = An jî derkeve û dîsa têkeve.
