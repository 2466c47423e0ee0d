# Piştrastkirin li maseyê: kî şandiye, çiqas hatiye piştrastkirin, kî dikare di xetereyê de be, nîşe.

## Di forma beşdariyê de.
vet-contribute-risk = Ji ber vê ez an kesekî din dikare bikeve xetereyê
vet-contribute-risk-hint = Hingê tenê çend kesên odeya nûçeyan ku li rewşên wisa dinêrin wê dibînin. Ne hewce ye tu bibêjî çima.

vet-back = Vegere beşdariyê
vet-too-long = Ji kerema xwe herî zêde { $most } tîpan binivîse.
vet-save = Tomar bike

## Kî şandiye.
vet-handle = Beşdar { $code }
vet-person-first = Cara pêşîn
vet-person-sent = Heta niha
vet-person-count = { $count ->
    [one] { $count } beşdarî
   *[other] { $count } beşdarî
}
vet-person-used = Ji { $decided } beşdariyan { $used } hatin bikaranîn
vet-person-others = Ji heman kesî
vet-person-all = Her tiştê ji vî kesî
vet-identity = Nasname
vet-identity-both = Nav û e-name hatine hiştin.
vet-identity-name = Nav hatiye hiştin.
vet-identity-email = E-name hatiye hiştin.
vet-identity-none = Tiştek nehatiye hiştin.
vet-identity-ask = Nîşan bide…
vet-identity-title = Kî şandiye
vet-identity-careful = Tenê heke pêwîst be
vet-identity-what = Nav û navnîşana e-nameyê wek ku hatine hiştin. Kesî ew piştrast nekirine. Ji niha û pê ve tu dizanî ew kî ye; yê ku ji pişta te dinêre jî.
vet-identity-instead = Ji bo pirsekê ji beşdar tu hewceyî yekê ji wan nîn î: ji rûpela beşdariyê jê re binivîse.
vet-identity-why = Ji bo çi pêwîst e?
vet-identity-why-hint = Çend gotin ji bo hevkarên te. Navî li vir nenivîse.
vet-identity-why-missing = Bibêje ji bo çi pêwîst e.
vet-identity-audit = Dê di dîrokê de were nivîsîn ku ew nîşanî te hat dan, kengî û ji bo çi.
vet-identity-show = Nav û e-nameyê nîşan bide
vet-identity-until = Nîşanî te tê dan heta
vet-identity-keep = Nede kesî û di nîşeyan de nenivîse. Heke paşê dîsa pêwîst be, dîsa bibêje çima.
vet-identity-nothing = Ne nav û ne jî e-name hatiye hiştin.

## Bawerî.
vet-trust = Bawerî
vet-trust-unknown = Nenas
vet-trust-known = Em wî nas dikin
vet-trust-trusted = Pêbawer
vet-trust-careful = Hişyar be
vet-trust-hint = Biryara odeya nûçeyan e. Bername qet wê nade.
vet-trust-save = Diyar bike
vet-trust-unproved = “{ $trust }” li ser beşdariyên berê yên ji vê navnîşanê hatibû gotin. Her kes dikare navnîşanekê binivîse: li vê ji nû ve binêre.

## Nîşeyên li ser kesekî.
vet-about-title = Nîşeyên hevkaran
vet-about-open = Bawerî û nîşeyên li ser vî kesî
vet-about-lede = Hemû mase dixwîne, li kêleka her tiştê ku ev kes dişîne.
vet-about-label = Nîşe li ser vî kesî
vet-about-hint = Bê nav û bê navnîşan, ji kerema xwe.
vet-about-add = Nîşeyê lê zêde bike
vet-note-missing = Pêşî tiştekî binivîse.

## Xetere.
vet-risk-mark = Di xetereyê de
vet-risk-set = Kesek dikare di xetereyê de be…
vet-risk-set-lede = Hingê tenê yên ku li rewşên wisa dinêrin wê dibînin: ji yên din re di tu lîste, lêgerîn û hejmarê de xuya nabe.
vet-risk-gone = Tu ne ji wan î, ji ber vê ew ji ber te winda dibe. Ji vir û pê ve ew lê dinêrin.
vet-risk-public = Nûçeyek jê hatiye weşandin. Nîşankirin wê venagire: nûçeyê vekişîne an ji sernivîserekî re bibêje.
vet-risk-set-yes = Biparêze
vet-risk-lift = Êdî ne di xetereyê de ye…
vet-risk-lift-lede = Her kesê li maseyê dê wê dîsa bibîne.
vet-risk-lift-yes = Nîşanî hemû maseyê bide
vet-risk-why = Çima?
vet-risk-why-hint = Çend gotin ji bo hevkarên te. Navê beşdar nenivîse.
vet-risk-why-missing = Bi çend gotinan bibêje çima.
vet-risk-kept = Spas, ew parastî ye
vet-risk-kept-lede = Ji niha û pê ve tenê yên ku li kesên di xetereyê de dinêrin wê dibînin. Ew dê lê binêrin; ji bo te tiştek nemaye.

## Çiqas hatiye piştrastkirin.
vet-checks = Piştrastkirin
vet-summary = { $done } ji { $all } temam in
vet-summary-legal-open = { $done } ji { $all } temam in, hiqûq vekirî ye
vet-asked = pêwîst
vet-item = { $item ->
    [source] Çavkanî tê zanîn
    [original] Resen hat dîtin
    [place] Cih
    [time] Dem
    [content] Wêne li nivîsê tên
    [repeats] Li dubareyan hat nêrîn
    [others] Ji yên din hat pirsîn
   *[legal] Hiqûq
}
vet-item-hint = { $item ->
    [source] Kî şandiye û çawa ketiye destê wî?
    [original] Ev ya yekem e, an kopî ye?
    [place] Avahî, tabelo, sî, nexşe.
    [time] Hewa, ronahî, wê demê çi din qewimî?
    [content] Wêne tiştê ku nivîs dibêje nîşan didin?
    [repeats] Ji ku derê din hatiye, û li wir çi biryar hat dan?
    [others] Yên ku dikarin bizanin çi dibêjin?
   *[legal] Dikare were weşandin: maf, kesên xuya, dozên vekirî?
}
vet-level = { $level ->
    [open] Vekirî
    [seen] Lê hat nêrîn
    [verified] Piştrast
   *[legal] Destûr heye
}
vet-checked = { $item ->
    [source] Çavkanî tê zanîn
    [original] Resen hat dîtin
    [place] Cih
    [time] Dem
    [content] Wêne li nivîsê tên
    [repeats] Li dubareyan hat nêrîn
    [others] Ji yên din hat pirsîn
   *[legal] Hiqûq
}: { $level ->
    [open] dîsa vekirî
    [seen] lê hat nêrîn
    [verified] piştrast
   *[legal] destûr heye
}
vet-how = Çawa?
vet-legal-chief = Vê yekê sernivîserek biryar dide.
vet-missing = { $item ->
    [source] Hêj nehatiye piştrastkirin: çavkanî.
    [original] Hêj nehatiye piştrastkirin: resen.
    [place] Hêj nehatiye piştrastkirin: cih.
    [time] Hêj nehatiye piştrastkirin: dem.
    [content] Hêj nehatiye piştrastkirin ku wêne li nivîsê tên.
    [repeats] Hêj li dubareyan nehatiye nêrîn.
    [others] Hêj ji yên ku dikarin bizanin nehatiye pirsîn.
   *[legal] Sernivîserekî hêj destûr nedaye.
}

## Beş û etîket.
vet-sorting = Beş û etîket
vet-sorting-open = Beş û etîketan biguherîne
vet-sorting-save = Tomar bike
vet-category = Beş
vet-category-none = Bê beş
vet-category-gone = Ev beş êdî nayê pêşkêşkirin.
vet-tags = Etîket
vet-tags-hint = Peyvên kurt bi bêhnokan, herî zêde 12.
vet-two-people = Divê du kes erê bibêjin
vet-two-people-hint = Divê ya duyem ji hevkarekî din were.

## Rûpela beşan.
vet-categories = Beş
vet-categories-lede = Beşdarî li gor çi tên cudakirin û berî weşandinê divê çi hatibe kirin.
vet-categories-none = Hêj beş tune.
vet-category-new = Beşa nû
vet-category-not-offered = Êdî nayê pêşkêşkirin.
vet-category-asks = { $count ->
    [one] { $count } piştrastkirin pêwîst e
   *[other] { $count } piştrastkirin pêwîst in
}
vet-category-code = Koda kurt
vet-category-code-hint = Ji bo navnîşan û parzûnan; qet naguhere. Tîpên latînî yên biçûk, hejmar û xêza binî; bi tîpekê dest pê dike.
vet-category-code-bad = Tenê tîpên latînî yên biçûk, hejmar û xêza binî; bi tîpekê dest pê dike. “new” girtî ye.
vet-category-code-taken = Beşek bi vê kodê heye.
vet-category-names = Nav
vet-category-names-hint = Bi çend zimanan ku tu dikarî. Yê kêm be, îngilîzî an yekî din tê nîşandan.
vet-category-name-missing = Bi kêmanî bi zimanekî navekî bidê.
vet-category-position = Cihê di lîsteyê de
vet-category-position-hint = Hejmarek ji 0 heta 999; ya herî biçûk pêşî tê.
vet-category-position-bad = Hejmarekê ji 0 heta 999 bide.
vet-category-offered = Edîtor dikarin hilbijêrin
vet-category-asked = Berî weşandinê pêwîst
vet-category-asked-hint = Bername tiştekî ji vê beşê naweşîne berî ku ev werin piştrastkirin.

## Nîşeyên li ser beşdariyekê.
vet-note-title = Nîşe
vet-notes-desk = Nîşe ji bo maseyê
vet-notes-desk-hint = Her kesê li maseyê dixwîne. Beşdar naxwîne.
vet-notes-own = Nîşe ji bo min
vet-notes-own-hint = Tenê tu van dixwînî.
vet-note-label = Nîşeyekê binivîse
vet-note-add = Lê zêde bike
vet-note-edited = hat guhertin
vet-note-deleted = Jêbirî
vet-note-change = Biguherîne
vet-note-edit = Nîşeyê biguherîne
vet-note-edit-hint = Tu dikarî pênc deqeyan piştî nivîsandinê wê biguherînî.
vet-note-too-late = Pênc deqe derbas bûn. Gotinên te hêj li vir in: wan di nîşeyeke nû de binivîse.
vet-note-delete = Jê bibe
vet-note-delete-sure = Gotin ji bo her tim diçin.
vet-note-delete-yes = Erê, jê bibe
vet-mentioned = Ji bo:
vet-mention-pick = Gazî hevkarekî bike
vet-mention-hint = Tu dikarî di nîşeyê de @ û navî jî binivîsî.
vet-mention-may-not = { $name } nikare vê beşdariyê bibîne û dê ji nîşeyê qet agahdar nebe.
vet-mentions = Cihê navê te
vet-mentions-none = Hêj kesî gazî te nekiriye.
vet-mentions-all-seen = Min hemû dîtin
vet-mention-new = Nû
vet-mention-open = Veke

## Dîrok.
vet-event-risk-set = Wek di xetereyê de hat nîşankirin
vet-event-risk-lifted = Êdî ne di xetereyê de ye
vet-event-identity = Nasname hat nîşandan
vet-event-trust = Bawerî hat diyarkirin
vet-event-checked = Piştrastkirin
vet-event-sorted = Beş an etîket hatin guhertin
vet-event-why = Sedem: { $why }
vet-done-risk-set = Wek di xetereyê de hat nîşankirin. Tenê yên ku li rewşên wisa dinêrin wê dibînin.
vet-done-risk-lifted = Êdî wek di xetereyê de ne nîşankirî ye.
vet-done-sorted = Beş û etîket hatin tomarkirin.

## Nivîsandina nûçeyê.
vet-credit = Îmze
vet-credit-name = Navê ku beşdar daye
vet-credit-name-more = Dema weşandinê tê danîn. Tu li vir nabînî.
vet-credit-other = Gotinên din, an bê nav

## Kesên odeya nûçeyan.
vet-people-risk = Kesên di xetereyê de
vet-people-risk-always = Sernivîser û rêvebir her tim beşdariyên ku dikarin kesekî bixin xetereyê dibînin.
vet-people-risk-yes = Beşdariyên ku dikarin kesekî bixin xetereyê dibîne.
vet-people-risk-no = Beşdariyên ku dikarin kesekî bixin xetereyê nabîne.
vet-people-risk-grant = Bila bibîne
vet-people-risk-take = Êdî nîşan nede
vet-people-risk-hint = Tavilê derbas dibe, di rûpelên vekirî de jî.
vet-account-risk-granted = Dikare beşdariyên ku kesekî dixin xetereyê bibîne
vet-account-risk-taken = Êdî nikare beşdariyên ku kesekî dixin xetereyê bibîne


vet-letter-subject = Hevkarekî li { $site } navê te nivîsand
vet-letter = Di nîşeyekê de li maseyê. Em bi e-nameyê nabêjin li ku, ji ber ku yên din dikarin bixwînin.
vet-letter-before = Dema tu têketî tu dibînî. Tu dikarî li wir bibêjî ku tu e-nameyên wisa naxwazî:
vet-letter-open = Nîşeyê bixwîne
vet-mention-mail = Dema kesek navê min dinivîse bi e-nameyê jî agahdar bike
vet-mention-mail-save = Tomar bike
