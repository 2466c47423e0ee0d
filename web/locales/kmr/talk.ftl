# The talk between the desk and whoever sent a contribution. Explanations stand in the English file.

talk-ask-which-street = Ev li kîjan kolanê bû?
talk-ask-when-exactly = Ev rast kengî bû: kîjan roj, saet çend?
talk-ask-moment-before = Tu dikarî ya ku hema berî vê hatiye kişandin ji me re bişînî?
talk-ask-who-filmed = Kê ev wêne an vîdyo kişand?
talk-ask-original-file = Tu dikarî dosyeya orîjînal ji me re bişînî, wek ku kamera an telefonê çêkiriye?
talk-ask-more-photos = Wêne an vîdyoyên te yên din ji vê hene?
talk-ask-may-show-face = Em dikarin rûyê ku tê dîtin nîşan bidin?
talk-ask-may-name = Em dikarin navê te li gel binivîsin?
talk-ask-consent-again = Em dikarin bi şandina te çi bikin? Ji kerema xwe careke din bêje me.
talk-ask-other = Pirseke din
talk-yes = Erê
talk-no = Na

talk-not-decided = Biryar li ser hatiye dayîn. Berî ku tu bipirsî, dîsa veke.
talk-not-withdrawn = Şîner vegerandiye. Em wî an wê aciz nakin.
talk-not-files = Li şandineke weşandî dosye nayên zêdekirin, loma nayên xwestin jî.
talk-nothing = Pêşî tiştekî binivîse an bersivekê hilbijêre.
talk-other-missing = Pirsa xwe binivîse.
talk-too-long = Ev nivîs dikare herî zêde { $most } tîp be.
talk-too-many-open = Di heman demê de herî zêde { $most } pirs dikarin li benda bersivê bin.
talk-due-missing = Hilbijêre ka bersiv heta kengî pêwîst e.
talk-due-past = Ev roj derbas bûye.
talk-due-far = Rojekê ji 90 rojên bê hilbijêre.
talk-undo-late = Êdî nayê vegerandin: şîner dikare bixwîne.
talk-closed-already = Ev pirs jixwe hatiye bersivandin an girtin.

talk-title = Axaftina bi şîner re
talk-empty = Hîn tiştek nehatiye pirsîn an gotin.
talk-answer-by = Bersiv tê xwestin heta
talk-overdue = Dereng maye
talk-answer-to = Bersiva vê:
talk-with-files = { $count ->
    [one] { $count } dosye hat zêdekirin.
   *[other] { $count } dosye hatin zêdekirin.
}
talk-stands-waiting = Li benda bersivê ye
talk-stands-answered = Hat bersivandin
talk-stands-dropped = Êdî ne pêwîst e
talk-stands-settling = Tê şandin
talk-seen = Şîner dît
talk-unread = Hîn nehatiye xwendin
talk-close = Êdî ne pêwîst e
talk-read = Wek xwendî nîşan bike
talk-undo-words = Piştî çend saniyeyan tê şandin.
talk-undo = Vegerîne
talk-ask-open = Bipirse an binivîse
talk-say-open = Binivîse
talk-questions = Tu dixwazî çi bizanî?
talk-questions-hint = Şîner pirsan bi { $language } dixwîne.
talk-other = Gotinên pirseke din
talk-due = Bersiv heta
talk-due-days = { $days ->
    [one] di { $days } rojê de
   *[other] di { $days } rojan de
}
talk-due-date = di rojeke diyarkirî de
talk-reply = Bersiva tomarkirî
talk-reply-choose = Yekê hilbijêre
talk-reply-insert = Têxê
talk-body = Peyama te
talk-body-hint = Şîner «nûçegihanî» dixwîne, qet navê te naxwîne. Bi zimanê wî an wê binivîse.
talk-preview = Pêşdîtin
talk-preview-title = Şîner dê vê bixwîne
talk-send = Bişîne
talk-done-sent = Hat şandin. Şîner tê agahdarkirin, bêyî ku naverok bê gotin.
talk-done-undone = Hat vegerandin. Şîner jê agahdar nabe.
talk-done-closed = Pirs hat girtin.

talk-replies-manage = Bersivên tomarkirî bi rê ve bibe
talk-replies-title = Bersivên tomarkirî
talk-replies-lede = Bersivên ku hemû edîtor dikarin bi kar bînin. Her yek ya zimanekî ye û gava şîner bi wî zimanî nivîsandibe tê pêşniyarkirin.
talk-replies-languages = Ziman
talk-replies-empty = Bi vî zimanî hîn tune ne.
talk-replies-new = Yeke nû
talk-replies-name = Sernav, ji bo hevkaran
talk-replies-body = Nivîs, ji bo şîneran
talk-replies-position = Cihê di lîsteyê de
talk-replies-save = Tomar bike
talk-replies-remove = Rake
talk-replies-saved = Hat tomarkirin.
talk-replies-removed = Hat rakirin.
talk-replies-title-missing = Sernavekî lê bike.
talk-replies-body-missing = Nivîsa wê binivîse.
talk-replies-conflict = Di vê navberê de hevkarekî guhertiye an rakiriye. Nivîsa te hê li vir e; heke tu dixwazî bimîne, dîsa tomar bike.

talk-reader-title = Axaftina te ya bi nûçegihaniyê re
talk-reader-asked = Pirseke nûçegihaniyê ji te re heye
talk-reader-due = Ji kerema xwe bersiv bide heta
talk-reader-said = Peyama te gihîşt nûçegihaniyê.
talk-reader-before = Ya ku heta niha hat gotin
talk-reader-newsroom = Nûçegihanî
talk-reader-you = Tu
talk-reader-write = Ji nûçegihaniyê re binivîse
talk-reader-body = Peyama te
talk-reader-send = Bişîne
talk-reader-more = Tiştekî din heye ku tu bêjî?
talk-reader-answer = Bersivên min bişîne
talk-answer-hint = Bersiva te
talk-answer-files-hint = An jî bi gotinan bêje me
talk-answer-more-hint = Heke tiştekî din hebe
talk-reader-to-files = Dosyeyan zêde bike
talk-reader-files-answer = Ev dosye bersiva çi ne
talk-reader-name-means = Heke tu bersiv bidî, destûra te jî pê re diguhere: bi navê te, an bêyî navê te.
talk-reader-ended = Piştî biryarê tu dikarî { $days } rojan hîn binivîsî.
talk-reader-too-late = Zêdetirî { $days } rojan derbas bûne, loma ev nehat şandin. Ji bo ku winda nebe, li vir e:
talk-ended = Nûçegihanî êdî li ser vê şandinê peyaman nagire. Tu her gav dikarî yeke nû bişînî.
talk-slowly = Di saeta dawî de te gelek caran nivîsandiye. Nivîsa te hê li vir e; ji kerema xwe hinekî paşê bişîne.
talk-waiting = Ya ku te nivîsandiye hê li vir e. Bi koda rast tê şandin:

talk-allowed = Hat tomarkirin. Ji niha û pê ve ev e:
talk-consent-terms = Mercên { $version }
talk-allow-open = Destûra xwe biguhere
talk-allow-legend = Em dikarin pê çi bikin?
talk-allow = Tomar bike
talk-allow-public = Hatiye weşandin. Heke bêyî nav be, navê te tavilê jê radibe. Bi hilbijartina dawî çîrok ji bo her tim radibe.
talk-allow-sure = Bila çîroka weşandî rabe?
talk-allow-means = Bi vê hilbijartinê ew tavilê ji rûpelên me radibe, nivîs û wêne, û nayê vegerandin. Ya ku te şandiye tenê ji bo agahdariyê li cem nûçegihaniyê dimîne.
talk-allow-yes = Erê, rakin
talk-consent-withdrawn = Te vegerandiye. Tiştek nemaye ku tu destûrê bidî.
talk-consent-public = Jixwe hatiye weşandin, loma em nikarin pêşî ji te bipirsin. Bersiveke din hilbijêre, an vegerîne.

talk-signed-out-title = Tu ji hesabê xwe derketî
talk-signed-out-words = Ya ku te nivîsandiye winda nebûye. Di rûpeleke nû de têkeve, vegere vê rûpelê û bişîne.
talk-signed-out-signin = Têkeve
talk-signed-out-send = Niha bişîne

talk-mail-asked-subject = Pirseke { $site } ji te re heye
talk-mail-asked-text =
    Nûçegihaniya { $site } li ser tiştekî ku te şandiye pirsekê dike.

    Bi koda meqbûzê ya ku ji te re hat nîşandan tu dikarî wê bixwînî û bersiv bidî:
talk-mail-said-subject = { $site } ji te re nivîsand
talk-mail-said-text =
    Nûçegihaniya { $site } li ser tiştekî ku te şandiye ji te re nivîsand.

    Bi koda meqbûzê ya ku ji te re hat nîşandan tu dikarî bixwînî:
talk-mail-reminder-subject = { $site } li benda bersiva te ye
talk-mail-reminder-text =
    Nûçegihaniya { $site } tiştek ji te pirsî û heta sibê hewceyî bersiva te ye.

    Bi koda meqbûzê ya ku ji te re hat nîşandan tu dikarî wê bixwînî û bersiv bidî:

talk-event-asked = Pirs hat şandin
talk-event-wrote = Peyam ji şîner re hat şandin
talk-event-unasked = Berî şandinê hat vegerandin
talk-event-question-closed = Bersiv êdî ne pêwîst e
talk-event-read = Peyam hat xwendin
talk-event-told = Şîner hat agahdarkirin
talk-event-reminded = Ji şîner re hat bibîranîn
talk-event-answered = Pirs hat bersivandin
talk-event-contributor-wrote = Peyam ji şîner
talk-event-consent-changed = Destûr hat guhertin
