# Rêbazên şîroveyan, lîsteya peyvan û qedexe.

## Kîjan rêbazê biryar da.
rule-name-word = Di lîsteya peyvan de:
rule-name-links = Girêdan:
rule-name-flood = Gelek di pênc xulekan de:
rule-name-repeat = Peyv bi peyv li cihekî din hatiye gotin
rule-name-thread = Li vir her tişt disekine
rule-name-everything = Her tişt disekine
rule-name-first = Li vir nû ye
rule-name-reports = Xwendevanan gilî kiriye

## Çima şîroveyek nayê wergirtin.
rule-refused-ban = Niha tu nikarî şîrove bikî.
rule-refused-closed = Şîrove li vir girtî ne.
rule-refused-slow = { $seconds ->
    [one] Ji kerema xwe berî şîroveya din { $seconds } çirkeyê bisekine.
   *[other] Ji kerema xwe berî şîroveya din { $seconds } çirkeyan bisekine.
}
rule-refused-flood = { $minutes ->
    [one] Ev bi carekê re zêde bû. Ji kerema xwe piştî { $minutes } xulekê vegere.
   *[other] Ev bi carekê re zêde bû. Ji kerema xwe piştî { $minutes } xulekan vegere.
}
rule-refused-repeat = Te berê li vir tam ev gotiye.

## Rûpela rêbazan.
rule-back = Ber bi şîroveyan
rule-title = Rêbazên şîroveyan
rule-lede = Berî ku kes lê binêre çi tê serê şîroveyê. Her biryara makîneyê li maseyê xuya dimîne, bi rêbaza ku ew daye.
rule-changed-by = Herî dawî { $name } guherand
rule-faster = Di vê navberê de { $name } rêbaz an peyv guherandin ({ $when }). Qadên te mane: careke din lê binêre, paşê tomar bike.
rule-changed = Di vê navberê de rêbaz hatin guherandin. Qadên te mane: careke din lê binêre, paşê tomar bike.
rule-number-wrong = Ji kerema xwe hejmarekê ji { $least } heta { $most } binivîse.
rule-try = Bibîne ka dê çi bikira
rule-save = Van rêbazan tomar bike
rule-who-waits = Çi li benda nûçegihaniyê dimîne
rule-holds-all = Pêşî her tişt disekine
rule-holds-all-hint = Heta ku tu nîşan nedî, kes şîroveyê naxwîne.
rule-holds-first = Şîroveyên pêşîn ên kesên nû yên ku disekinin
rule-holds-first-hint = Divê ewqas şîroveyên kesekî hatibin nîşandan da ku yên din yekser derkevin. 0: kes nasekine.
rule-links = Girêdanên ku derbas dibin
rule-links-hint = Şîroveya bi bêtir girêdanan disekine.
rule-reports = Gilîyên ku piştî wan şîrove disekine
rule-reports-hint = Heta ku kesek lê binêre. Tiştê ku nûçegihaniyê biryar daye nîşan bide dimîne. 0: qet.
rule-pace = Lez
rule-slow = Çirke di navbera du şîroveyên kesekî de
rule-slow-hint = 0: bê navber. Guftûgoyek dikare leza xwe hebe.
rule-flood = Şîroveyên kesekî di pênc xulekan de
rule-flood-hint = Yên ji vê zêdetir li benda nûçegihaniyê dimînin; du qat nayên wergirtin.
rule-times = Dem
rule-closes = Rojên ku piştî wan şîrove tên girtin
rule-closes-hint = Ji weşana gotarê ve tê jimartin. Vala: vekirî dimînin.
rule-edit = Xulekên ku nivîskar dikare şîroveyê biguherîne
rule-edit-hint = 0: qet. Tiştê ku berê nivîsandî li maseyê tê xwendin.
rule-box = Di «Hûn çi dibêjin» de
rule-box-delay = Çirke heta ku şîrove li wir derkeve
rule-box-delay-hint = Dem ji bo nêrîneke duyem.
rule-box-one = Ji her kesî tenê şîroveyek

## Ceribandin.
rule-trial-title = Di 30 rojên dawî de
rule-trial-looked = { $count ->
    [0] Kesî şîrove nekir.
    [one] Li { $count } şîroveyê hat nihêrtin.
   *[other] Li { $count } şîroveyan hat nihêrtin.
}
rule-trial-newest = Ev yên herî nû ne; bêtir hebûn.
rule-trial-now = Li gorî rêbazên niha
rule-trial-then = Bi guherînê
rule-trial-shown = Yekser tê nîşandan
rule-trial-held = Disekine
rule-trial-spam = Tê rakirin
rule-trial-refused = Nayê wergirtin
rule-trial-changed = { $count ->
    [0] Encama tu şîroveyê nediguherî.
    [one] Encama { $count } şîroveyê diguherî.
   *[other] Encama { $count } şîroveyan diguherî.
}
rule-trial-samples = Mînak
rule-trial-word = { $count ->
    [0] di tu şîroveyê de tune
    [one] di { $count } şîroveyê de
   *[other] di { $count } şîroveyan de
}

## Lîsteya peyvan.
rule-words = Lîsteya peyvan
rule-words-lede = Peyv bi her nivîsînê tê dîtin: bi nîşan û bê nîşan, bi tîpên dirêjkirî, ji klavyeya erebî an kurdî, bi xal an valahî di navbera tîpan de.
rule-words-label = Peyvên nû
rule-words-hint = Li her rêzê yek; çend peyv di rêzekê de wek hevok tên dîtin. Stêrk şûna her dawî an destpêkê digire: kurd*
rule-deed = Ew çi dikin
rule-deed-hold = Şîrove bisekine
rule-deed-hold-more = Nûçegihanî biryar dide.
rule-deed-spam = Şîroveyê rake
rule-deed-spam-more = Kes naxwîne û ji nivîskarê wê re nayê gotin. Nûçegihanî wê di «Makîne» de dibîne.
rule-words-try = Bibîne ka li ku ne
rule-words-add = Van peyvan zêde bike
rule-words-none = Hê peyv tune ne
rule-word-remove = { $word } rake
rule-words-missing = Ji kerema xwe herî kêm peyvekê binivîse.
rule-word-too-short = Ji bo lêgerînê pir kurt e: { $word }
rule-word-too-long = Peyvek herî zêde { $most } tîp e.
rule-words-too-many = Lîste herî zêde { $most } peyv e.

## Qedexe, li maseyê.
rule-bans = Qedexe
rule-bans-none = Kes ne qedexe ye
rule-bans-now = Niha qedexe ne
rule-appeals = Îtiraz
rule-ban = Qedexe
rule-ban-title = Nivîskar qedexe bike
rule-ban-back = Ber bi şîroveyê
rule-ban-lede = { $name } di vê demê de nikare şîrove bike, sedema te dixwîne û dikare carekê bersivê bide. Tiştê ku heye dimîne.
rule-ban-before = Jixwe qedexe ye
rule-ban-replaces = Qedexeyeke nû dikeve şûna wê.
rule-ban-span = Ji bo çiqasî
rule-ban-day = Rojek
rule-ban-week = Hefteyek
rule-ban-month = 30 roj
rule-ban-good = Her û her
rule-ban-until = Heta
rule-ban-ended = Qediya
rule-ban-over = Qediyaye
rule-ban-reason = Sedem
rule-ban-reason-hint = Nivîskar vê dixwîne. Bi zimanê wî/wê binivîse.
rule-ban-yes = Qedexe bike
rule-ban-unknown = Tiştek nemaye ku ev mêvan pê bê nasîn. Nikare bê qedexekirin.
rule-ban-staff = Ev kesekî nûçegihaniyê ye. Pê re biaxive.
rule-ban-cannot = Ev nivîskar nikare bê qedexekirin: ji nûçegihaniyê ye, an mêvanek e ku nayê nasîn.
rule-ban-faster = Di vê navberê de hevkarekî ev qedexe guherand. Tiştê ku te nivîsand maye.
rule-ban-span-missing = Ji kerema xwe demê hilbijêre.
rule-ban-reason-missing = Ji kerema xwe sedemekê binivîse.
rule-words-too-long = Herî zêde { $most } tîp.
rule-ban-who = Kî
rule-ban-nameless = Mêvanek
rule-ban-guest = mêvan, bi cîhaza xwe
rule-ban-how-long = Çiqas
rule-ban-by = Ji aliyê
rule-ban-for = Ji bo
rule-ban-says = Çi dibêje
rule-ban-waits = Îtiraz kiriye.
rule-ban-end = Bila dîsa şîrove bike
rule-ban-keep = Qedexe bila bimîne
rule-ban-answered = Di vê navberê de hevkarekî bersiv da an qedand.
rule-answer = Bersiva te
rule-answer-hint = Tu kîjanê hilbijêrî jî, ew dixwîne.
rule-answer-missing = Ji kerema xwe bersivekê binivîse.

## Tiştê ku kesê nikare şîrove bike dixwîne.
rule-appeal-title = Niha tu nikarî şîrove bikî
rule-appeal-over = Tu dîsa dikarî şîrove bikî
rule-appeal-until = Heta
rule-appeal-good = Nûçegihaniyê dawî danenaye.
rule-appeal-reason = Sedema nûçegihaniyê
rule-appeal-for = Şîroveya te
rule-appeal-label = Bersiva te
rule-appeal-hint = Heke tu difikirî ku ev şaşî ye, bêje çima. Tu dikarî carekê bikî; kesekî nûçegihaniyê dixwîne.
rule-appeal-send = Bişîne
rule-appeal-said = Tiştê ku te got
rule-appeal-waits = Nûçegihaniyê hê bersiv nedaye.
rule-appeal-missing = Ji kerema xwe tiştekî binivîse.
rule-appeal-once = Te berê tiştek li ser vê got, an qediyaye.
