# Hesabê kesê bi xwe û çi pê hat. Şirove di pelê îngilîzî de ne.

me-since = Ji { $date } ve li vir e
me-group-doing = Tu li vir çi dikî
me-group-self = Derbarê te de
me-group-doors = Têketin
me-group-data = Daneyên te
me-contributions = Tiştên ku te şandine
me-contributions-hint = Û çi ji wan hat
me-notices = Agahdarî
me-notices-hint = Em kengî û çawa ji te re dibêjin
me-profile = Nav û ziman
me-email = Navnîşana e-nameyê
me-email-none = Hê tune ye
me-password = Şîfre
me-connections = Xizmetên girêdayî
me-connections-hint = Bi hesabê xwe yê li cihekî din têkeve
me-second = Gava duyem
me-second-hint = Mifteyên têketinê û kodên sepana piştrastkirinê
me-sessions = Amûr
me-sessions-hint = Tu li ku têketî yî
me-history = Çi qewimî
me-history-hint = Têketin û guhertin
me-export = Her tiştî bi xwe re bibe
me-export-hint = Her tiştê ku em derbarê te de digirin, di pelekî de
me-delete = Hesabî jê bibe

me-leaving-title = Ev hesab dê bê jêbirin
me-leaving = Di { $when } de her tiştê vî hesabî ji bo her tim diçe. Heta hingê tu dikarî wî bihêlî. Heke te ev nexwestibe, hesabî bihêle û şîfreya xwe biguherîne.
me-leaving-call-off = Bila hesabê min bimîne
me-called-off = Hesabê te dimîne.

me-name-hint = Li cihê ku tu bi navê xwe dinivîsî, xwendevan wî dibînin. Ne hewce ye ku navê te yê rastîn be.
me-language-label = Zimanê e-nameyên me
me-language-hint = Em bi vî zimanî ji te re dinivîsin.
me-language-missing = Ji kerema xwe yek ji zimanan hilbijêre.
me-save = Tomar bike
me-saved = Hat tomarkirin.

me-password-lede = Bi şîfreya nû re tu li hemû amûrên xwe yên din derdikevî.
me-password-first = Heta niha tu bê şîfre dikevî. Bi şîfreyekê tu dikarî bi navnîşana xwe ya e-nameyê jî têkevî.
me-password-no-email = Şîfre bi navnîşaneke e-nameyê re kar dike, û te li vir hê navnîşan tune ye.
me-password-old = Şîfreya te ya heta niha
me-password-old-wrong = Ev ne şîfreya te ya heta niha ye. Ji kerema xwe dîsa biceribîne.
me-password-new = Şîfreya nû
me-password-submit = Şîfreya nû deyne
me-password-forgot = Ez êdî şîfreya xwe nizanim
me-password-changed = Şîfreya te ya nû hat danîn. Tu li hemû amûrên din derketî.
me-password-raced = Şîfreya te di heman gavê de li cihekî din hat guhertin. Niha tiştek nehat guhertin. Ji kerema xwe dîsa binêre.

me-email-add = Navnîşaneke e-nameyê lê zêde bike
me-email-now = Heta niha
me-email-lede = Em kodekê ji navnîşana kevn re û yekê ji ya nû re dişînin. Dema ku herdu hatin piştrastkirin, navnîşan diguhere.
me-email-lede-first = Em kodekê ji navnîşanê re dişînin. Dema ku hat piştrastkirin, tu dikarî pê têkevî.
me-email-new = Navnîşana nû ya e-nameyê
me-email-submit = Kodan bişîne
me-email-same = Ev jixwe navnîşana te ye.
me-email-confirm-title = Navnîşanê piştrast bike
me-email-confirm-lede = Du e-name di rê de ne, ji her navnîşanê re yek. Koda her yekê li vir binivîse, an girêdana di wê de veke.
me-email-confirm-lede-first = E-nameyek di rê de ye. Koda wê li vir binivîse, an girêdana di wê de veke.
me-email-code = Koda e-nameya ji bo { $email }
me-email-code-missing = Ji kerema xwe herî kêm yek ji kodan binivîse.
me-email-confirm-submit = Piştrast bike
me-email-again = Ji nû ve dest pê bike
me-email-none-open = Tu guhertin di rê de nîne, an dema wê qediya.
me-email-half = { $email } hat piştrastkirin.
me-email-link-title = Guhertina navnîşana e-nameyê
me-email-link-from = Hesabekî bi navnîşana { $email } dê navnîşaneke din bistîne. Tu razî yî?
me-email-link-to = Navnîşana hesabekî dê bibe { $email }. Tu razî yî?
me-email-link-not-you = Heke ne tu bî, ji vê rûpelê derkeve. Hingê tiştek naguhere.
me-email-confirmed = Hat piştrastkirin
me-email-other-waits = Niha divê navnîşana din jî bi e-nameya ku jê re hat şandin bê piştrastkirin.
me-email-changed = Navnîşana te ya e-nameyê hat guhertin.
me-email-taken = Bi navnîşana nû hesabekî din heye. Tiştek nehat guhertin. Tu dikarî pê têkevî wî hesabî, an navnîşaneke din hilbijêrî.
me-email-raced = Tiştek derbarê vê guhertinê de êdî cuda ye, dibe ku ji nû ve hatibe destpêkirin. Tiştek nehat guhertin. Ji kerema xwe ji nû ve dest pê bike.

me-sessions-lede = Tu li van deran têketî yî. Li amûra ku tu nas nakî derkeve, paşê şîfreya xwe biguherîne.
me-device-unknown = Amûra nenas
me-session-here = Ev amûr
me-session-used = Bikaranîna dawî: { $when }
me-session-since = Têketin: { $when }
me-session-end = Derkeve
me-session-ended = Tu li wê amûrê derketî.
me-sessions-end-all = Li hemû amûrên din derkeve
me-sessions-ended = Tu li hemû amûrên din derketî.
me-signout-everywhere = Li her derê derkeve, li vir jî
me-method-password = Bi şîfreyê
me-method-provider = Bi xizmeteke din
me-method-passkey = Bi mifteya têketinê
me-method-invitation = Bi vexwendinê
me-method-mail-code = Bi e-nameyeke me

me-history-lede = Heke li vir tiştek hebe ku tu pê nizanî, li wê amûrê derkeve û şîfreya xwe biguherîne.
me-history-by = Ji aliyê { $name } ve
me-history-cut = Ev yên herî nû ne. Hemû di pel de ne:

me-export-lede = Tu pelekî (ZIP) bi her tiştê ku em derbarê te de digirin distînî:
me-export-account = hesabê te: nav, navnîşan, xizmetên girêdayî, amûr û mîheng
me-export-history = çi bi hesabê te hat
me-export-sent = tiştên ku te şandine, bi wêne û fîlmên wan wek ku te şandine, û çi ji wan hat
me-export-left-out = Tenê tiştên ku deriyekî vedikin li derve dimînin: şîfreya te û kod; jixwe em ji wan tiştekî ku bê xwendin nagirin.
me-export-care = Dibe ku pel mezin be. Kî wî bi dest bixe dikare wî veke: li cihekî ku tenê tu digihîjî bihêle.
me-export-submit = Her tiştî daxe
me-export-readme = Di vê arşîvê de her tiştê ku em derbarê te de digirin heye. account.json hesabê te ye, tablo bi tablo; tiştên ku deriyekî vedikin li derve hatine hiştin û di bin "left_out" de navên wan hene. history.json ew e ku bi hesabê te hat. Di peldankan de tiştên ku te şandine û çi ji wan hat hene.

me-delete-lede = { $days ->
    [0] Hesabê te hema ku tu bixwazî tê jêbirin.
    [one] { $days } roja te heye ku tu li ser bifikirî. Paşê her tişt diçe, û kes nikare wî vegerîne.
   *[other] { $days } rojên te hene ku tu li ser bifikirî. Paşê her tişt diçe, û kes nikare wî vegerîne.
}
me-delete-goes = Çi diçe
me-delete-goes-account = Hesabê te: nav, navnîşan, şîfre, xizmetên girêdayî, amûr û dîrok.
me-delete-goes-sent = Tiştên ku te bi vî hesabî şandine, bi hemû wêne û fîlmên wan.
me-delete-goes-public = Yên ku me ji wan weşandine: êdî li vir nayên xwendin. Em nikarin tiştên ku kesên din kopî kirine vegerînin.
me-delete-stays = Çi dimîne
me-delete-stays-id = Hejmareke ku ji kesî re tiştekî nabêje, û dema ku hesab hat vekirin û jêbirin.
me-delete-stays-staff = Tiştên ku te wek yekî nûçegihaniyê biryar dane û weşandine bê navê te dimînin.
me-delete-export-first = Pêşî her tiştî bi xwe re bibe
me-delete-submit = Hesabê min jê bibe
me-delete-sure = Di { $when } de her tişt diçe. Heta hingê tu dikarî têkevî û hesabî bihêlî. Tu niha li hemû amûrên xwe yên din derdikevî.
me-delete-yes = Erê, jê bibe
me-delete-last-admin = Tu tenê rêvebir î. Ji kerema xwe pêşî kesekî din bike rêvebir: wekî din êdî kes nikare mirovan bigire hundir.

event-registered = Hesab hat vekirin
event-signed-in = Têketin
event-sign-in-failed = Kesekî ceriband ku têkeve û nekarî
event-signed-out = Li amûrekê derketin
event-signed-out-everywhere = Li hemû amûrên din derketin
event-password-changed = Şîfre hat guhertin
event-password-reset = Bi e-nameyekê şîfreya nû hat danîn
event-email-changed = Navnîşana e-nameyê hat guhertin
event-name-changed = Nav hat guhertin
event-linked = Xizmetek hat girêdan
event-unlinked = Girêdana xizmetekê hat birîn
event-passkey-added = Mifteyeke têketinê hat zêdekirin
event-passkey-removed = Mifteyeke têketinê hat rakirin
event-passkey-copied = Mifteyeke têketinê hat redkirin, ji ber ku dibe ku kopiya wê li cem kesekî hebe
event-app-added = Sepana piştrastkirinê hat zêdekirin
event-app-removed = Sepana piştrastkirinê hat rakirin
event-codes-made = Kodên nû yên rizgarkirinê hatin çêkirin
event-code-used = Kodeke rizgarkirinê hat bikaranîn
event-exported = Her tişt wek pel hat birin
event-deletion-asked = Jêbirina hesabî hat xwestin
event-deletion-called-off = Dev ji jêbirinê hat berdan
event-invited = Kesek hat vexwendin
event-invitation-ended = Vexwendinek hat vekişandin
event-role-changed = Erk hat guhertin
event-removed = Destûra têketinê hat rakirin
event-restored = Destûra têketinê hat vegerandin
event-factors-reset = Gava duyem hat nûkirin
