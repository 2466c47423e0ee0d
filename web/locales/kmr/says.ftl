# What readers say. Explanations stand in the English file.

says-title = Hûn çi dibêjin
says-lede = Tiştên ku xwendevanan herî dawî gotin, û li ku gotin.
says-newest = Şîroveyên herî nû
says-languages = Gotar bi kîjan zimanî
says-all-languages = Hemû ziman
says-empty = Hîn kesî li vir tiştek negotiye
says-empty-more = Di bin her çîrokê de cih ji bo ramana te heye.
says-count = { $count ->
    [one] { $count } şîrove
   *[other] { $count } şîrove
}
says-read = Bixwîne
says-staff = Nûçegihanî
says-pinned = Nûçegihanî hilbijartiye
says-promoted = Nûçegihanî pêşniyar dike
says-feeds = Bi xwendevana xwe bişopîne:
says-feed-title = Hûn çi dibêjin, { $site }
says-feed-entry = { $name } li ser { $title }

says-mail-subject = Li { $site } bersiv ji te re hat dayîn
says-mail-text = Kesekî bersiv da şîroveyeke te ya li { $site }. Em bi e-nameyê nabêjin ka çi dibêje; tu wê li vir dixwînî:
says-mail-stop = Ev ji te re tê ji ber ku te dema nivîsandina şîroveya xwe xwest. Bila ev e-name êdî neyên:
says-answered-before = Bersivê bixwîne:
says-answered-open = Here bersivê
says-answered-stop = Heke tu e-nameyên wiha naxwazî, di hesabê xwe de li beşa agahdariyan bibêje.
says-stop-title = Êdî e-name li ser bersivan neyên
says-stop-words = Hingê em navnîşana ku te bi şîroveyên xwe re hiştibû ji bîr dikin. Şîrove dimînin.
says-stop-press = Van e-nameyan rawestîne
says-stop-done = Em li ser bersivên şîroveyên te e-nameyan ji te re naşînin.

says-mine-title = Şîroveyên te
says-mine-hint = Tiştên ku te gotin, û çi bi wan hat
says-mine-lede = Tiştên ku te bi hesabê xwe gotine, yên nû pêşî. Tu dikarî her yekê jê bibî.
says-mine-empty = Te hîn tiştek negotiye
says-mine-empty-more = Tiştên ku tu têketî di bin çîrokekê de dinivîsî li vir in.
says-mine-shown = Her kes dixwîne
says-mine-waits = Li benda nûçegihaniyê ye
says-mine-removed = Nûçegihaniyê rakir
says-mine-deleted = Te jê bir
says-mine-likes = { $count ->
    [one] { $count } kes jê hez dike
   *[other] { $count } kes jê hez dikin
}
says-mine-answers = { $count ->
    [one] { $count } bersiv
   *[other] { $count } bersiv
}
says-mine-why = Çima:
says-mine-see = Li wir bibîne
says-mine-delete = Jê bibe

says-forget-link = Tiştên ku min wek mêvan gotin ji bîr bikin
says-forget-title = Vê amûrê ji bîr bikin
says-forget-words = Hemû tiştên ku ji vê amûrê wek mêvan hatin gotin, bi nav û navnîşanê re diçin; yên ku bersiv ji wan re hat dayîn tenê cihê vala dihêlin. Ecibandin û gilî êdî ne yên te ne.
says-forget-for-good = Kes nikare vê paşve bibe, em jî na.
says-forget-press = Hemûyê ji bîr bikin
says-forget-nobody = Em li ser vê amûrê tiştekî nizanin.
says-forget-account = Tiştên ku te bi hesabekî gotine li wir in:

says-notices-title = Agahdariyên qanûnî
says-notices-lede = Xwendevanên ku dibêjin şîroveyek li dijî qanûnê ye û li benda bersivê ne. Li cem şîroveyê biryarê bide, paşê li vir bersivê bide; navnîşan bi bersivê re tê jibîrkirin, herî dereng 30 roj piştî biryarê.
says-notices-empty = Tu agahdarî li benda bersivê nîne
says-notice-on = Li ser şîroveyeke li bin “{ $title }”
says-notice-decided = Biryar hat dayîn, bersiv na
says-notice-decide = Pêşî biryarê bide
says-notice-title = Agahdariyeke qanûnî
says-notice-says = Çi dibêjin
says-notice-comment = Şîrove
says-notice-answer = Bersiva agahdariyê bide
says-notice-begins = Bersiv wiha dest pê dike:
says-notice-words = Bersiva te
says-notice-words-hint = Bi e-nameyê diçe ji kesê ku agahdarî şandiye re. Bibêje te çima wisa biryar da, û heke ew wekî din dibîne dikare çi bike. Navnîşana wî ji te re ne pêwîst e.
says-notice-words-missing = Ji kerema xwe bersivekê binivîse.
says-notice-words-long = { $most ->
    [one] Ji kerema xwe herî zêde { $most } tîp bi kar bîne.
   *[other] Ji kerema xwe herî zêde { $most } tîpan bi kar bîne.
}
says-notice-send = Bersivê bişîne
says-notice-answered = Bersiva vê agahdariyê hat dayîn, û navnîşan hat jibîrkirin.
says-notice-forgotten = Navnîşan hat jibîrkirin: êdî bersiv ji kesî re nayê dayîn.
says-notice-undecided = Pêşî li ser şîroveyê biryarê bide. Dema biryar êdî nikare were paşvebirin, li vir bersivê bide.
says-notice-stays = Şîrove dimîne: nûçegihanî tê de binpêkirina qanûnê nabîne.
says-notice-gone = Şîrove êdî nayê nîşandan.
says-notice-taken-back = Nivîskarê wê şîrove paşve kişand; êdî tune.
says-notice-mail-subject = Bersiva me ji bo agahdariya te, { $site }
says-notice-mail = Te ji me re got ku şîroveyek li { $site } li dijî qanûnê ye.
says-notice-mail-words = Nûçegihanî dibêje:
says-notice-mail-foot = Bi vê e-nameyê em navnîşana te ji bîr dikin.
says-event-notice = Bersiva agahdariyeke qanûnî hat dayîn
says-audit-notice = Agahdariyeke qanûnî hat bersivandin
