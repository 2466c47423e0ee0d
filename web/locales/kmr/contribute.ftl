# The form by which readers send a story and photos. Explanations stand in the English file.

contribute-title = Çîroka xwe bişîne
contribute-lede = Tiştê ku te dît an tu dizanî ji { $site } re bêje. Nivîs, wêne, an herdu.

contribute-promise-title = Tu dikarî bi ewlehî ji me re bêjî
contribute-promise-account = Hesab ne pêwîst e, û ne mecbûr î bêjî ka tu kî yî.
contribute-promise-traces = Em navnîşana te ya înternetê û cîhaza ku tu bi kar tînî tomar nakin.
contribute-promise-photos = Wêne dibêjin ka li ku û kengî hatine kişandin. Em vê ji her tiştê ku em diweşînin radikin. Tenê edîtorên me dikarin li yên resen binêrin.
contribute-promise-withdraw = Tu kodeke meqbûzê distînî. Bi wê tu dibînî ka çi ji çîroka te hat, û her gav dikarî wê vegerînî.
contribute-care = Ji kerema xwe ji bo wêneyekî an çîrokekê qet xwe û kesên din nexe xeterê.

contribute-title-label = Mijar çi ye?
contribute-title-hint = Yek rêz, herî zêde { $count } tîp.
contribute-body-label = Çîroka te
contribute-body-hint = Çi bû, kî li wir bû, tu ji ku dizanî? Heke wêne her tiştî dibêjin, tu dikarî vê vala bihêlî.
contribute-files-label = Wêne
contribute-files-hint = Heta { $count } wêneyan (JPEG, PNG an WebP), her yek herî zêde { $megabytes } MB, bi hev re herî zêde { $total } MB.
contribute-place-label = Li ku bû?
contribute-place-hint = Bi gotinên xwe: bajarek, kolanek, cihekî naskirî.
contribute-happened-label = Kengî bû?
contribute-happened-hint = Bi gotinên xwe: “duh nîvro”, “zivistana borî”.
contribute-name-label = Navê te
contribute-name-hint = Tenê pêwîst e heke em karibin bi navê te biweşînin. Wek ku divê bê çapkirin binivîse.
contribute-email-label = Navnîşana te ya e-nameyê
contribute-email-hint = Ew ê bi eşkereyî neyê nîşandan. Em tenê der barê vê şandinê de jê re dinivîsin. Koda te ya meqbûzê bêyî wê jî kar dike.
contribute-language-label = Em bi kîjan zimanî bersiva te bidin?
contribute-language-hint = Çîroka xwe bi kîjan zimanî dixwazî binivîse.

contribute-kept-legend = Ev dosye jixwe li vir in. Ne pêwîst e tu dîsa hilbijêrî.
contribute-kept-remove = { $name } ({ $size }) neşîne
contribute-kilobytes = { $count } kB
contribute-megabytes = { $count } MB

contribute-consent-legend = Em dikarin biweşînin?
contribute-consent-hint = Biryar ya te ye, û tu dikarî paşê bi koda meqbûzê vegerînî.
consent-named = Erê, bi navê min
contribute-consent-named-more = Em dikarin çîrok û wêneyên te biweşînin, û navê te li tenişta wan e.
consent-anonymous = Erê, lê bêyî navê min
contribute-consent-anonymous-more = Em dikarin çîrok û wêneyên te biweşînin, û ji derveyî nûçegihaniyê kes fêr nabe kê şandine.
consent-ask-first = Pêşî ji min bipirsin
contribute-consent-ask-first-more = Em bêyî erêya te tiştekî naweşînin. Ji bo ku em bipirsin, navnîşaneke e-nameyê bihêle, an bi koda meqbûzê vegere.
consent-information-only = Na, tenê ji bo agahdariya we ye
contribute-consent-information-only-more = Edîtorên me dixwînin û qet naweşînin.

contribute-terms-title = Merc (guherto { $version })
contribute-terms-yours = Te bi xwe nivîs nivîsî û wêne kişandin, an destûra te heye ku tu wan bidî.
contribute-terms-rights = Her tiştê ku tu dişînî yê te dimîne.
contribute-terms-use = { $site } dikare wê wek ku te li jor hilbijart biweşîne, heta ku tu vegerînî.
contribute-terms-edit = Em dikarin kurt bikin û rast bikin. Tiştê ku te şand wek xwe tê hilanîn.
contribute-terms-others = Tiştekî ku tu dizanî ne rast e nebêje, û li kesên ku dîtina wan dikare zirarê bide wan bifikire.
contribute-terms-label = Ez mercan qebûl dikim

contribute-next-title = Paşê çi dibe
contribute-next-receipt = Tu di cih de kodeke meqbûzê distînî. Wê biparêze.
contribute-next-check = Edîtorek tiştê ku te şand dixwîne û kontrol dike. Ev dikare çend rojan bikişîne.
contribute-next-decision = Em wek ku te destûr da diweşînin, an ji te re dibêjin çima em bi kar naynin.
contribute-next-look = Tu her gav dikarî binêrî ka rewş çawa ye.
contribute-send = Bişîne

contribute-title-missing = Bi rêzekê bêje ka mijar çi ye.
contribute-title-long = Rêza mijarê pir dirêj e. Herî zêde dikare { $count } tîp be.
contribute-body-missing = Tiştekî binivîse an wêneyekî hilbijêre.
contribute-body-long = Çîroka te pir dirêj e. Herî zêde dikare { $count } tîp be.
contribute-words-long = Ev pir dirêj e. Herî zêde dikare { $count } tîp be.
contribute-name-missing = Navê xwe binivîse, an hilbijêre ku bêyî nav bê weşandin.
contribute-name-long = Navê te pir dirêj e. Herî zêde dikare { $count } tîp be.
contribute-email-wrong = Ev naşibe navnîşaneke e-nameyê. Rast bike, an vala bihêle.
contribute-consent-missing = Hilbijêre ka em dikarin biweşînin an na.
contribute-terms-missing = Ji kerema xwe mercan qebûl bike.
contribute-file-large = { $name } pir mezin e. Dosyeyek herî zêde dikare { $megabytes } MB be. Dosyeyên din hatin hilanîn.
contribute-file-empty = { $name } vala ye. Dîsa hilbijêre, an bêyî wê bişîne.
contribute-files-many = Ev pir dosye ne. Bi carekê herî zêde { $count } têne şandin; hinekan derxe.
contribute-files-gone = Dosyeyeke ku te hilbijartibû êdî ne li vir e. Ji kerema xwe dîsa hilbijêre.

form-too-large = Tiştê ku te şand bi tevahî ji { $megabytes } MB mezintir e. Tiştek nehat hilanîn. Ji kerema xwe kêmtir dosye an dosyeyên biçûktir bişîne.
form-too-slow = Girêdana te pir hêdî bû û tiştek nehat hilanîn. Ji kerema xwe vegere û dîsa biceribîne, belkî bi kêmtir wêneyan.
form-broken = Berî ku her tişt bigihîje girêdan qut bû, û tiştek nehat hilanîn. Ji kerema xwe vegere û dîsa li bişkokê bixe.
form-malformed = Me nikarî tiştê ku hat şandin bixwînin, û tiştek nehat hilanîn. Ji kerema xwe forma li ser rûpela me bi kar bîne.

contribute-sent-title = Spas. Gihîşt me.
contribute-sent-lede = Her tiştê ku te şand gihîşt û li cem me parastî ye.
contribute-sent-code-title = Koda te ya meqbûzê
contribute-sent-code-keep = Niha li cihekî binivîse an wêneyê wê bikişîne. Em wê tenê carekê nîşan didin.
contribute-sent-code-use = Bi vê kodê tu dikarî bibînî ka çi ji çîroka te hat, û wê vegerînî.
contribute-sent-code-lost = Ji kesî re nebêje. Heke tu winda bikî em nikarin ji te re bibînin, ji ber ku em jî wê hilnagirin.
contribute-sent-again = Te ev berê şandibû. Şandina te ya pêşîn derbasdar e, û ev heman meqbûz e. Tiştên ku te ji hingê ve guhertin nehatin girtin.
contribute-sent-again-without-code = Ev berê hatiye şandin, û li cem me ye. Koda meqbûzê ya ku wê demê hat nîşandan derbasdar e.
contribute-sent-no-code = Koda meqbûzê tenê carekê, rast piştî şandinê, tê nîşandan. Heke te ya xwe parastibe, tu dikarî binêrî ka çi ji çîroka te hat.
contribute-sent-to-receipt = Bibîne ka rewş çawa ye
contribute-sent-more = Tiştekî din bişîne
contribute-sent-plain = Spas. Gihîşt me. Ev koda te ya meqbûzê ye, tenê carekê tê nîşandan:
