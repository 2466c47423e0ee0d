# Beşdarî çiqas tên parastin, girtina ji bo qanûnê û zincîra çavdêriyê.

## Li rûpela beşdariyê.
keeping-title = Çiqas tê parastin
keeping-identity = Nav û navnîşan
keeping-rest = Her tiştê ku ne giştî ye
keeping-all = Her tişt
keeping-gone = hatiye jibîrkirin
keeping-never = nehatine dayîn
keeping-stays = niha tê parastin
keeping-goes-now = bi gera bê re diçe
keeping-goes = { $days ->
    [one] piştî { $days } rojê diçe
   *[other] piştî { $days } rojan diçe
}
keeping-in-talk = Heta ku hûn li benda bersivê ne, an bersivek nexwendî heye, tiştek naçe.
keeping-rules-link = Rêbaz
keeping-audit-link = Di zincîra çavdêriyê de
keeping-hold = Bigire
keeping-hold-lede = Heta ku sernivîskarek girtinê ranake, tiştek jê bi rêbazan nayê jibîrkirin: ji bo dadgeh, gilî an lêpirsînê. Ji şandiyar re tê gotin ku tê parastin, ne sedem.
keeping-hold-yes = Bigire
keeping-held = Girtî: tiştek jê nayê jibîrkirin.
keeping-lift = Girtinê rake
keeping-lift-lede = Ji niha ve dîsa li gorî rêbazan tê jibîrkirin. Rojên wê îro ji nû ve dest pê dikin.
keeping-lift-yes = Girtinê rake
keeping-lift-chief = Tenê sernivîskar girtinê radike.
keeping-why = Çima
keeping-why-hint = Ji bo hevkaran û dîrokê. Navê kesên ji derveyî nûçegihaniyê nenivîsin.
keeping-why-missing = Ji kerema xwe bêjin çima.

## Di dîroka beşdariyê de.
keeping-event-held = Hate girtin
keeping-event-lifted = Girtin hate rakirin
keeping-event-identity = Nav û navnîşan bi rêbazê hatin jibîrkirin
keeping-event-rest = Yên ne giştî bi rêbazê hatin jibîrkirin
audit-link = di zincîra çavdêriyê de: #{ $seq }

## Rêbaz, ji bo sernivîskaran.
keeping-rules-title = Beşdarî çiqas tên parastin
keeping-rules-lede = Ji bo her rewşê: piştî çend rojan kî şandiye tê jibîrkirin, û piştî çendan hemû. Roj ji wê demê tên jimartin ku beşdarî ketiye wê rewşê.
keeping-rules-identity = Roj heta çûna nav û navnîşanê
keeping-rules-content = Roj heta çûna her tiştî
keeping-rules-hint = Qada vala diparêze. Ji yên weşandî tiştê giştî dimîne. Ya girtî û ya li benda bersivê qet nayê jibîrkirin.
keeping-rules-preview = Bibîne ka dê çi bike
keeping-rules-save = Van rêbazan dayne
keeping-days-wrong = Ji kerema xwe hejmareke rojan ji 0 heta { $most } binivîsin, an vala bihêlin.
keeping-identity-first = Nav û navnîşan ji yên mayî dirêjtir namînin.
keeping-days = { $days ->
    [one] { $days } roj
   *[other] { $days } roj
}
keeping-kept = tê parastin
keeping-preview = Ev rêbaz dê çi bikin
keeping-preview-same = Tiştek naguhere: rêbaz jixwe wisa ne.
keeping-preview-content = { $count ->
    [0] Sibê tu beşdarî nayê jibîrkirin.
    [one] Sibê { $count } beşdarî dê bê jibîrkirin.
   *[other] Sibê { $count } beşdarî dê bên jibîrkirin.
}
keeping-preview-identity = { $count ->
    [0] Tu nav û navnîşan naçin.
    [one] Nav û navnîşana { $count } beşdariyê dê biçin.
   *[other] Nav û navnîşanên { $count } beşdariyan dê biçin.
}
keeping-preview-day = Rojek piştî danînê dest pê dikin. Heta wê demê dikarin bên betalkirin.
keeping-pending = Paşê dest pê dike
keeping-pending-days = nav û navnîşan: { $identity }; her tişt: { $content }
keeping-pending-from = Ji
keeping-call-off = Betal bike
keeping-stopped = Niha tiştek nayê jibîrkirin
keeping-clock-apart = Saetên danegehê û yên vê bernameyê ji saetekê zêdetir ji hev cuda ne.
keeping-clock-jumped = Saet ji saetekê zêdetir ber bi pêş ve çû. Gava saet rast be, bi xwe didome.
keeping-clock-long = Pêşkêşkar ji hefteyekê zêdetir girtî bû, an saeta wê wisa dibêje.
keeping-clock-right = Saet rast e
keeping-clock-sure = Pêşî saetê bi saeteke din bidin ber hev. Ya ku zû bê jibîrkirin venagere.
keeping-clock-yes = Erê, saet rast e

## Ji şandiyar re, li rûpela wergirtinê.
keeping-receipt-title = Em çiqas diparêzin
keeping-receipt-held = Divê em niha wê biparêzin.
keeping-receipt-identity-gone = Nav û navnîşana te êdî li cem me nîn e.
keeping-receipt-identity = Nav û navnîşana te: heta { $day }.
keeping-receipt-identity-stays = Nav û navnîşana te: niha.
keeping-receipt-rest-gone = Li cem me tenê tiştê giştî heye.
keeping-receipt-rest = Her tiştê ne giştî: heta { $day }.
keeping-receipt-all = Her tişt: heta { $day }.
keeping-receipt-published = Tiştê giştî dimîne heta tu wê vekişînî.
keeping-receipt-all-stays = Her tişt: niha.
keeping-receipt-talk = Heta ku em bi te re diaxivin, tiştek naçe.

## Zincîra çavdêriyê, ji bo sernivîskaran.
audit-title = Çavdêrî
audit-lede = Kê ji nûçegihaniyê, kengî, çi kir. Her tomar bi ya berî xwe ve mohrkirî ye: tu yek bêyî ku bê dîtin nayê guhertin an derxistin.
audit-filter = Hilbijêre ka çi bê nîşandan
audit-person = Kî, an kê
audit-kind = Çi
audit-from = Ji
audit-until = Heta
audit-item = Beşdarî (hejmara wê di navnîşanê de)
audit-show = Nîşan bide
audit-all = Hemûyan nîşan bide
audit-any = Her tişt
audit-anybody = Her kes
audit-empty = Tiştekî wisa nîn e.
audit-hash = Mohr
audit-take = Bi xwe re bibe
audit-take-hint = Bi mohran, da ku li cihekî din bê kontrolkirin. Birina we jî tê nivîsîn.
audit-take-csv = Wek CSV
audit-take-jsonl = Wek rêzên JSON
audit-head = Dawiya zincîrê:
audit-begun = Zincîr dest pê dike
audit-erased = Bi dîroka xwe re hate jibîrkirin
audit-retention-changed = Rêbazên parastinê hatin danîn
audit-retention-kept = Rêbazên nû yên parastinê hatin betalkirin
audit-clock-confirmed = Got ku saet rast e
audit-exported = Çavdêrî hate birin
audit-reasons-changed = Sedem hatin guhertin
audit-categories-changed = Beş hatin guhertin
