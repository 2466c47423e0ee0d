# Deciding at the desk: many at once, undoing, reasons, and the mail that says that there is news.

decide-same-person = Erêya yekem ya te ye. Divê hevkarek ya duyem bibêje.
decide-nothing-to-confirm = Bernameyê li vir tu biryar nedaye.
decide-two-first = Li vir divê du kes erê bibêjin. Ya te ya yekem e.
decide-two-second = Hevkarekî erêya yekem got. Ya te biryarê dide.
decide-unanswered = Pirsek ji şîner re hîn bê bersiv e.
decide-by-machine = Bernameyê got spam e, ji ber ku tiştekî dubare dike ku edîtorekî jê re spam gotibû. Piştrast bike an dîsa veke.
decide-blocks-at-risk = Dibe ku kesek pê bikeve xetereyê. Heke ewle be, pêşî wê nîşanê rake.
decide-blocks-second = Di vê kategoriyê de divê du kes erê bibêjin. Dîsa veke, bila hevkarek erêya duyem bibêje.
decide-blocks-question = Pirsek ji şîner re vekirî ye. Li bendê be, an pirsê bigire.

decide-first-yes = Erêya yekem
decide-second-yes = Erêya duyem
decide-confirm = Spamê piştrast bike
decide-tag = Etîketê lê zêde bike
decide-category = Kategorî
decide-internal = Not ji bo hevkaran
decide-internal-hint = Şîner qet naxwîne.
decide-preview = Pêşdîtin
decide-preview-title = Ya ku şîner dixwîne:
decide-preview-empty = Sedemekê hilbijêre da ku bibînî.
decide-words = { $words }
decide-rule-repeat-of-spam = Tiştekî dubare dike ku edîtorekî jê re spam gotiye.

decide-done-take = { $count ->
    [one] Hat girtin bin çavan.
   *[other] { $count } hatin girtin bin çavan.
}
decide-done-accept = { $count ->
    [one] Hat qebûlkirin.
   *[other] { $count } hatin qebûlkirin.
}
decide-done-decline = { $count ->
    [one] Nehat bikaranîn.
   *[other] { $count } nehatin bikaranîn.
}
decide-done-spam = { $count ->
    [one] Wek spam hat nîşankirin.
   *[other] { $count } wek spam hatin nîşankirin.
}
decide-done-reopen = { $count ->
    [one] Dîsa hat vekirin.
   *[other] { $count } dîsa hatin vekirin.
}
decide-done-confirm = { $count ->
    [one] Wek spam hat piştrastkirin.
   *[other] { $count } wek spam hatin piştrastkirin.
}
decide-done-publish = { $count ->
    [one] Di çend saniyeyan de tê weşandin.
   *[other] Di çend saniyeyan de { $count } tên weşandin.
}
decide-done-tag = { $count ->
    [one] Etîket lê hat zêdekirin.
   *[other] Etîket li { $count } hat zêdekirin.
}
decide-done-category = { $count ->
    [one] Kategorî hat danîn.
   *[other] Kategoriya { $count } hat danîn.
}
decide-done-first-yes = Erêya yekem hat gotin. Li benda ya hevkarekî ye.
decide-done-confirmed = Wek spam hat piştrastkirin.
decide-done-published = Hat weşandin. Di çend saniyeyan de xelk dibîne.
decide-all-of = Bi hev re li ser hinan biryar bide…
decide-all-of-person = Hemû yên vekirî yên vî şînerî:
decide-all-alike = Hemû yên vekirî yên dişibin hev:

decide-undo = Vegerîne
decide-undo-how = Tu dikarî çend saniyeyan vegerînî.
decide-look = Lê binêre
decide-back = Vegere
decide-undone = { $count ->
    [one] Hat vegerandin: wek berê ye.
   *[other] Hatin vegerandin: { $count } wek berê ne.
}
decide-undone-one = Hat vegerandin. Wek berê ye.
decide-undo-not-yours = Tenê yê ku biryar da dikare vegerîne. Tu dikarî dîsa vekî.
decide-undo-settled = Ketiye meriyetê.
decide-undo-changed = Piştî wê hat guhertin, wek xwe dimîne.
decide-undo-late = Ji bo vegerandinê dereng e
decide-undo-late-more = Encamên wê di rê de ne. Tu dikarî dîsa vekî: ev di dîrokê de tê nivîsandin.
decide-undo-partly = Ne hemû hatin vegerandin
decide-undo-partly-more = Ev wek xwe dimînin:
decide-reopen-all = Van hemûyan dîsa veke

decide-event-first-yes = Erêya yekem
decide-event-spam-by-rule = Bi rêzikekê wek spam hat nîşankirin
decide-event-confirmed = Wek spam hat piştrastkirin
decide-event-undone = Hat vegerandin

decide-mail-subject = Nûçeyek ji { $site }
decide-mail-text =
    Der barê tiştê ku te ji { $site } re şand de nûçeyek heye.

    Bi koda meqbûzê ku ji te re hat nîşandan, tu dikarî li vir bixwînî:

decide-bulk-title = Bi yên hilbijartî re
decide-bulk-all = Hemû yên vê rûpelê
decide-bulk-chosen = # hilbijartî
decide-bulk-none-chosen = Hinan hilbijêre da ku bi hev re biryarê bidî.
decide-bulk-none = Tiştek nehat hilbijartin.
decide-bulk-too-many = Bi carekê herî zêde { $most } hilbijêre.
decide-bulk-accept = { $count ->
    [one] 1 şandin bê qebûlkirin?
   *[other] { $count } şandin bên qebûlkirin?
}
decide-bulk-decline = { $count ->
    [one] 1 şandin neyê bikaranîn?
   *[other] { $count } şandin neyên bikaranîn?
}
decide-bulk-spam = { $count ->
    [one] 1 şandin wek spam bê nîşankirin?
   *[other] { $count } şandin wek spam bên nîşankirin?
}
decide-bulk-confirm = { $count ->
    [one] 1 wek spam bê piştrastkirin?
   *[other] { $count } wek spam bên piştrastkirin?
}
decide-bulk-reopen = { $count ->
    [one] 1 şandin dîsa bê vekirin?
   *[other] { $count } şandin dîsa bên vekirin?
}
decide-bulk-take = { $count ->
    [one] 1 şandin bê girtin bin çavan?
   *[other] { $count } şandin bên girtin bin çavan?
}
decide-bulk-tag = { $count ->
    [one] Etîket li 1 şandinê bê zêdekirin?
   *[other] Etîket li { $count } şandinan bê zêdekirin?
}
decide-bulk-category = { $count ->
    [one] Kategoriya 1 şandinê bê danîn?
   *[other] Kategoriya { $count } şandinan bê danîn?
}
decide-bulk-left-out = { $count ->
    [one] 1 li derve ma
   *[other] { $count } li derve man
}
decide-bulk-missing = { $count ->
    [one] 1 din ne li wir e.
   *[other] { $count } yên din ne li wir in.
}
decide-bulk-which = { $count ->
    [one] Kîjan e
   *[other] Ev { $count } kîjan in
}
decide-bulk-yes = Erê, bike
decide-bulk-no = Na, vegere
decide-bulk-refused = Tiştek nehat kirin: êdî li ser tu yekê bi vî awayî biryar nayê dayîn.
decide-bulk-changed = Piştî ku te hilbijart hat guhertin.
decide-bulk-at-risk = Dibe ku kesekî bixe xetereyê: bi tenê li ser biryarê bide.
decide-bulk-taken = Jixwe di bin çavan de ye.
decide-bulk-open = Jixwe vekirî ye.
decide-bulk-has-tag = Jixwe ev etîket heye.
decide-bulk-tags-full = Ew qas etîketên wê hene ku dikarin hebin.
decide-bulk-in-category = Jixwe di vê kategoriyê de ye.
decide-bulk-no-category = Bê kategorî
decide-bulk-note-hint = Her yek ji wan van gotinan bi meqbûzê re dixwîne.
decide-bulk-tag-label = Etîket
decide-bulk-tag-missing = Etîketekê binivîse.
decide-bulk-category-label = Kîjan kategorî?
decide-bulk-category-missing = Kategoriyekê hilbijêre.

decide-reasons = Sedemên nebikaranînê
decide-reasons-lede = Edîtor dema bi kar nayînin yek ji van hildibijêrin. Şîner gotinên wê dixwîne.
decide-reasons-missing = Hîn gotin tune ne bi:
decide-reasons-retired = Êdî nayên pêşkêşkirin
decide-reasons-retired-more = Li cihê ku hatine dayîn hîn tên xwendin.
decide-reason = Gotinên sedemekê
decide-reason-new = Sedema nû
decide-reason-lede = Nerm û rastgo be û kesî sûcdar neke: kesek vê dixwîne ku ji bo şandinê xebitiye.
decide-reason-save = Tomar bike
decide-reason-look = Bibîne niha çi li wir heye
decide-reason-up = Bilind bike: { $words }
decide-reason-down = Nizm bike: { $words }
decide-reason-retire = Êdî pêşkêş neke
decide-reason-offer = Dîsa pêşkêş bike
decide-reason-empty = Gotinan bi { $language } binivîse.
decide-reason-too-long = Herî zêde { $most } tîp.
decide-reason-faster = { $name } ev gotin guhertin, { $when }. Ya te nivîsî hîn li vir e; heke tomar bikî dikeve şûna ya wî.
decide-reason-changed = Di vê navberê de ev gotin hatin guhertin. Ya te nivîsî hîn li vir e.

decide-story-waits = Hat weşandin. Di { $when } de ji xelkê re vedibe; heta wê demê tu dikarî vegerînî.
