# The desk of comments. Explanations stand in the English file.

cdesk-title = Şîrove
cdesk-queues = Lîsteyên şîroveyan
cdesk-queue-reported = Hatine gilîkirin
cdesk-queue-held = Li bendê ne
cdesk-queue-new = Kesên nû
cdesk-queue-latest = Yên dawî
cdesk-queue-machine = Biryara bernameyê
cdesk-queue-appeals = Îtiraz
cdesk-rules = Rêgez
cdesk-bans = Qedexe
cdesk-contributions = Beşdarî

cdesk-empty-reported = Tu gilî li benda bersivê nîne.
cdesk-empty-held = Tu şîrove li benda nîşandanê nîne.
cdesk-empty-new = Ji dîtina dawî ve kesî cara yekem şîrove nenivîsandiye.
cdesk-empty-latest = Hîn kesî şîrove nenivîsandiye.
cdesk-empty-machine = Bernameyê biryareke ku kes lê nenihêrîbe nedaye.
cdesk-empty-appeals = Tu kesê qedexekirî li benda bersivê nîne.

cdesk-search = Di nivîs û navan de bigere
cdesk-looked-to = Heta { $when } hat gerîn. Şîroveyên kevintir di rûpela din de ne.
cdesk-of-thread = Şîroveyên di bin nivîsekê de
cdesk-of-person = Şîroveyên kesekî

cdesk-by-account = bi hesab
cdesk-by-guest = mêvan
cdesk-in = Di bin de:
cdesk-answer-in = Bersiv, di bin de:
cdesk-under = Di bin de:
cdesk-edited = Hat guhertin
cdesk-empty-text = Bê nivîs
cdesk-likes = { $count ->
    [one] 1 ecibandin
   *[other] { $count } ecibandin
}
cdesk-answers = { $count ->
    [one] 1 bersiv
   *[other] { $count } bersiv
}
cdesk-reports = { $count ->
    [one] 1 gilî li bendê ye
   *[other] { $count } gilî li bendê ne
}
cdesk-first = Şîroveya pêşîn
cdesk-promoted = Tê pêşniyarkirin
cdesk-pinned = Daleqandî
cdesk-state-shown = Tê nîşandan
cdesk-state-held = Li bendê ye
cdesk-state-removed = Hat rakirin
cdesk-state-spam = Spam
cdesk-state-deleted = Nivîskarê wê paşve kişand
cdesk-somebody = Kesek
cdesk-banned-for = Ji ber vê hat qedexekirin:
cdesk-the-comment = Şîrove

cdesk-decide = Çi were kirin
cdesk-show = Nîşan bide
cdesk-remove = Rake
cdesk-spam = Spam
cdesk-leave = Bila bimîne
cdesk-pin = Daleqîne
cdesk-unpin = Daxîne
cdesk-promote = Pêşniyar bike
cdesk-unpromote = Êdî pêşniyar neke
cdesk-asks-show = { $count ->
    [one] 1 şîrove were nîşandan?
   *[other] { $count } şîrove werin nîşandan?
}
cdesk-asks-remove = { $count ->
    [one] 1 şîrove were rakirin?
   *[other] { $count } şîrove werin rakirin?
}
cdesk-asks-spam = { $count ->
    [one] Gelo 1 şîrove spam e?
   *[other] Gelo { $count } şîrove spam in?
}
cdesk-asks-leave = { $count ->
    [one] Bila 1 şîrove wek xwe bimîne?
   *[other] Bila { $count } şîrove wek xwe bimînin?
}
cdesk-asks-mark = { $count ->
    [one] 1 şîrove were nîşankirin?
   *[other] { $count } şîrove werin nîşankirin?
}
cdesk-done-show = { $count ->
    [one] Hat nîşandan.
   *[other] { $count } hatin nîşandan.
}
cdesk-done-remove = { $count ->
    [one] Hat rakirin.
   *[other] { $count } hatin rakirin.
}
cdesk-done-spam = { $count ->
    [one] Wek spam hat nîşankirin.
   *[other] { $count } wek spam hatin nîşankirin.
}
cdesk-done-leave = { $count ->
    [one] Wek xwe ma.
   *[other] { $count } wek xwe man.
}
cdesk-done-mark = { $count ->
    [one] Hat kirin.
   *[other] { $count } hatin nîşankirin.
}

cdesk-already = Jixwe wisa ye.
cdesk-changed = Ji dema te xwend ve guheriye. Lê binêre ka niha çawa ye.
cdesk-not-deleted = Nivîskarê wê paşve kişand.
cdesk-not-reported = Tu gilî li bendê nîne.
cdesk-not-shown = Tenê tiştê ku her kes dixwîne dikare were nîşankirin.
cdesk-undo-late = Bandora xwe kiriye. Tu dikarî ji nû ve biryarê bidî.

cdesk-reason-insult = Heqaretê li kesekî dike.
cdesk-reason-hate = Li dijî mirovan nefretê belav dike.
cdesk-reason-threat = Gefê li kesekî dixwe.
cdesk-reason-private = Tiştên taybet ên kesekî eşkere dike.
cdesk-reason-false = Tiştekî dibêje ku tê zanîn ne rast e.
cdesk-reason-off-topic = Ne li ser vê nivîsê ye.
cdesk-reason-advert = Reklam e.
cdesk-reason-law = Li dijî qanûnê ye.
cdesk-reason-own = Sedemeke din, bi gotinên me
cdesk-reason-hint = Yê ku nivîsandiye sedemê dixwîne.
cdesk-reason-missing = Sedemekê hilbijêre.
cdesk-words = Bi gotinên me
cdesk-words-hint = Tenê bi «sedemeke din».
cdesk-words-missing = Sedemê bi çend gotinan binivîse.
cdesk-remove-yes = Rake

cdesk-comment-of = Şîroveya { $name }
cdesk-back = Vegere lîsteyê
cdesk-to-comment = Vegere şîroveyê
cdesk-answers-this = Ev bersiva vê ye
cdesk-text = Çi dibêje
cdesk-in-place = Li cihê ku xwîner dibînin lê binêre
cdesk-machine-decided = Bernameyê biryar da:
cdesk-told-author = Nivîskarê wê dixwîne
cdesk-decided-by = Biryar da
cdesk-report-closed = hat bersivandin
cdesk-report-email = navnîşanek hişt
cdesk-edits = Berê çi digot
cdesk-until = Heta
cdesk-no-history = Hîn tiştek pê nehatiye kirin.
cdesk-by-machine = Bername
cdesk-by-reader = Xwînerek
cdesk-contribution = Bike beşdarî
cdesk-contribution-more = Beşdariyek bi van gotinan tê ser maseyê. Berî ku tiştek were weşandin, ji nivîskarê wê tê pirsîn.
cdesk-contribution-note = Ji şîroveyekê li ser «{ $title }»: { $address }
cdesk-contribution-yes = Beşdariyekê jê çêke

cdesk-person-comments = Şîrove
cdesk-person-all = { $count ->
    [one] 1 şîrove
   *[other] { $count } şîrove
}
cdesk-person-many = { $count } yên dawî, û zêdetir
cdesk-person-shown = Ji % { $percent } yên ku li ser wan biryar hat dayîn tên nîşandan
cdesk-person-since = Şîroveya pêşîn
cdesk-person-others = Şîroveyên wan ên din
cdesk-person-forgotten = Kî bû, hatiye jibîrkirin.

cdesk-email-ask = Navnîşanan nîşan bide…
cdesk-email-title = Navnîşanên e-nameyê
cdesk-email-what = Soz ji van kesan re hat dayîn ku navnîşana wan nayê nîşandan. Tenê heke divê tu ji wan re binivîsî lê binêre.
cdesk-email-why-hint = Çend gotin ji bo hevkarên te. Navnîşanê li vir nenivîse.
cdesk-email-show = Navnîşanan nîşan bide
cdesk-email-keep = Nede kesî û di nîşeyan de nenivîse. Ev rûpel wan carekê nîşan dide.
cdesk-email-nothing = Tu navnîşan nehatiye hiştin.
cdesk-email-author = Yê ku nivîsandiye
cdesk-email-reporter = Yê ku gilî kiriye:

cdesk-thread-count = { $count ->
    [one] 1 şîrove tê nîşandan
   *[other] { $count } şîrove tên nîşandan
}
cdesk-thread-ended = Nivîs êdî tune ye
cdesk-thread-closed = Girtî
cdesk-thread-holds = Her tişt pêşî li bendê ye
cdesk-thread-slowed = Hatiye hêdîkirin
cdesk-thread-muted = Ne di «Hûn çi dibêjin» de ye
cdesk-thread-close = Şîroveyan bigire
cdesk-thread-open = Şîroveyan veke
cdesk-thread-hold = Bila her tişt pêşî li bendê be
cdesk-thread-flow = Dîsa yekser nîşan bide
cdesk-thread-slow = Hêdî bike: di navbera du şîroveyên kesekî de du deqe
cdesk-thread-quick = Vegerîne leza asayî
cdesk-thread-mute = Ji «Hûn çi dibêjin» dûr bixe
cdesk-thread-hear = Vegerîne «Hûn çi dibêjin»

cdesk-event-held = Bi rêgezekê hat ragirtin
cdesk-event-machine-spam = Bi rêgezekê wek spam hat nîşankirin
cdesk-event-held-by-reports = Ji ber giliyan hat ragirtin
cdesk-event-edited = Hat guhertin
cdesk-event-deleted = Hat paşvekişandin
cdesk-event-reported = Hat gilîkirin
cdesk-event-shown = Hat nîşandan
cdesk-event-removed = Hat rakirin
cdesk-event-spam = Wek spam hat nîşankirin
cdesk-event-left = Gilî hatin bersivandin, wek xwe ma
cdesk-event-pinned = Hat daleqandin
cdesk-event-unpinned = Hat daxistin
cdesk-event-promoted = Hat pêşniyarkirin
cdesk-event-unpromoted = Êdî nayê pêşniyarkirin
cdesk-event-undone = Hat paşvegerandin
cdesk-event-email = Navnîşan hatin nîşandan
cdesk-event-banned = Nivîskarê wê hat qedexekirin
cdesk-event-contributed = Beşdariyek jê hat çêkirin

cdesk-audit-removed = Şîrove hatin rakirin
cdesk-audit-undone = Rakirina şîroveyan hat paşvegerandin
cdesk-audit-email = Navnîşanên şîroveyekê hatin nîşandan
cdesk-audit-thread = Rêzeşîroveyek hat sazkirin
cdesk-audit-banned = Kesek nikare şîrove binivîse
cdesk-audit-ban-ended = Kesek dîsa dikare şîrove binivîse
cdesk-audit-appeal = Îtiraza li dijî qedexeyekê hat bersivandin
cdesk-audit-rules = Rêgezên şîroveyan hatin guhertin
