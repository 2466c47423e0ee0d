# The desk of the editors. Explanations stand in the English file.

state-received = Hat
state-in-review = Di bin çavan de
state-needs-reply = Bersiv tê xwestin
state-accepted = Hat qebûlkirin
state-published = Hat weşandin
state-declined = Nehat bikaranîn
state-withdrawn = Hat vegerandin
state-spam = Spam

decline-not-verified = Me nikarî têra weşandinê piştrast bikin.
decline-already-covered = Der barê vê de nûçeyeke me jixwe heye.
decline-not-for-us = Ji derveyî mijarên ku em niha dişopînin e.
decline-quality = Nivîs an wêne wek ku ne nayên bikaranîn.
decline-safety = Weşandina wê dikare kesekî bixe xeterê.
decline-rules = Li gor rêbazên nûçegihaniya me nîne.

change-stale = Ev şandin piştî ku te vekir guherî. Tiştek nehat kirin. Rewşa wê ya niha ev e.
change-withdrawn = Hat vegerandin. Êdî tiştek pê nayê kirin.
change-published = Çîroka wê eşkere ye. Çîrokê sererast bike, an şandinê vegerîne.
change-already = Biryar jixwe hatiye dayîn. Berî ku tu biryareke nû bidî, dîsa veke.
change-not-accepted = Tenê şandineke qebûlkirî dibe çîrok.

consent-blocks-ask-first = Şîner dixwaze pêşî jê bê pirsîn û hîn erê negotiye.
consent-blocks-information-only = Şîner tenê ji bo agahdariya we şandiye. Qet nayê weşandin.

desk-consent-named = Bi navê şîner dikare bê weşandin.
desk-consent-anonymous = Dikare bê weşandin, lê bêyî navê şîner.
desk-consent-ask-first = Tenê piştî ku şîner qebûl kir dikare bê weşandin.
desk-consent-information-only = Qet nikare bê weşandin.

desk-title = Maseya nûçeyan
desk-queues = Şandin li gor rewşê
desk-queue-open = Hemû yên vekirî
desk-fresh = # nû. Nîşan bide
desk-empty = Li vir tiştek tune
desk-empty-more = Şandinên nû di cih de xuya dibin.
desk-to-first = Vegere yên herî nû
desk-untitled = (bê sernav)
desk-no-name = Nav nehat dayîn
desk-files = { $count ->
    [one] { $count } dosye
   *[other] { $count } dosye
}
desk-files-refused = { $count ->
    [one] { $count } hat redkirin
   *[other] { $count } hatin redkirin
}
desk-age-now = niha
desk-age-minutes = { $minutes ->
    [one] berî { $minutes } deqeyê
   *[other] berî { $minutes } deqeyan
}
desk-age-hours = { $hours ->
    [one] berî { $hours } saetê
   *[other] berî { $hours } saetan
}
desk-age-days = { $days ->
    [one] berî { $days } rojê
   *[other] berî { $days } rojan
}

desk-back = Hemû şandin
desk-text = Tiştê ku hat şandin
desk-text-empty = Nivîs nehat şandin.
desk-facts = Der barê wê de
desk-sent-at = Hat
desk-name = Nav
desk-email = E-name
desk-none = Nehat dayîn
desk-place = Cih, li gor şîner
desk-happened-at = Dem, li gor şîner
desk-language = Zimanê bersivê
desk-declined-why = Sedem
desk-declined-note = Nota ji şîner re
desk-consent = Destûr
desk-consent-given = Bi mercên { $version } hat dayîn
desk-publication = Weşan
desk-publication-possible = Dikare jê çîrokek bê çêkirin û weşandin.
desk-publication-not = Niha nikare bê weşandin.
desk-story-make = Çîrokekê amade bike
desk-story-edit = Çîrokê veke
desk-story-public = Wek ku hatiye weşandin bixwîne

desk-pictures = Dosye
desk-no-files = Dosye nehatin şandin.
desk-picture-alt = Wêneyê { $number } yê şandinê; mezin vedibe
desk-file-waiting = Li benda kontrolê ye
desk-file-processing = Tê kontrolkirin
desk-file-ready = Amade
desk-file-refused = Hat redkirin
desk-film-alt = Vîdyoya { $number } ya şandinê
desk-sound-alt = Dengê { $number } yê şandinê
desk-waveform = Bilindahiya deng, ji serî heta dawiyê
desk-film-moments = Kêlî
desk-film-moment = Here #
desk-film-progress = Tê amadekirin; ya ku heye jixwe dikare were temaşekirin.
desk-film-percent = { $percent } %
desk-film-making = Dikare were temaşekirin. Guhertoyên ji bo torên lawaz hîn tên çêkirin.
desk-file-duration = Dirêjî
desk-file-name = Navê dosyeyê
desk-file-pixels = Firehî × bilindahî
desk-file-dimensions = { $width } × { $height }
desk-file-size = Mezinahî
desk-file-hash = SHA-256 ya resen
desk-size-kilobytes = { $kilobytes } kB
desk-size-megabytes = { $megabytes } MB

desk-original-open = Dosyeya resen…
desk-original-damaged = Dosyeya resen a hilanî hatiye guhertin an jî nemaye. Ji berpirsê serverê re bêje: dibe ku di kopiyeke yedek de hebe.
desk-original-title = Resena dosyeya { $number }
desk-repeats = Bi van re jî hatiye
desk-repeat-exact = heman dosye
desk-repeat-near = dişibe
desk-original-careful = Bi baldarî
desk-original-what = Ev dosye ye, tam wek ku hatiye şandin. Kesî ew paqij nekiriye: dibe ku zirarê bide komputera ku wê vedike, û dibe ku bêje kê, li ku û kengî çêkiriye.
desk-original-advice = Tenê li ser komputereke ji bo vê yekê veke û nede kesî din. Navê wê bi .bin diqede, da ku tu bername wê bi şaşî veneke.
desk-original-sealed-at = Mohrkirî ji
desk-original-why = Tu wê ji bo çi dixwazî?
desk-original-why-hint = Çend gotin ji bo hevkarên te. Navê şîner nenivîse.
desk-original-why-missing = Bêje tu dosyeya resen ji bo çi dixwazî.
desk-original-why-too-long = Herî zêde { $most } tîp.
desk-original-audit = Di dîrokê de dê were nivîsandin ku te ew vekir, kengî û ji bo çi.
desk-original-take = Dosyeya resen daxe
desk-original-back = Vegere şandinê
desk-original-not-yet = Dosyeya resen hîn ne amade ye. Piştî çend deqeyan dîsa biceribîne.
desk-original-offline-only = Tenê mifteya redaksiyonê ya li derveyî serverê vê dosyeya resen vedike. Ji kesê ku mifte li ba wî ye bipirse.
desk-original-no-key = Mifteya ku vê dosyeya resen vedike ne li ser vê serverê ye. Ji berpirsê wê re bêje.
desk-original-look = Dosyeya { $number }: { $why }
desk-original-file = Dosyeya { $number }

desk-decide = Biryar bide
desk-take = Bigire bin çavan
desk-accept = Qebûl bike
desk-decline = Bi kar neyne
desk-spam = Spam
desk-reopen = Dîsa veke
desk-reason = Em çima bi kar naynin?
desk-reason-hint = Şîner van gotinan dixwîne.
desk-reason-missing = Hilbijêre ka em çima bi kar naynin.
desk-note = Gotinên din ji şîner re
desk-note-hint = Wek ku tu dinivîsî, bi meqbûzê re têne nîşandan.
desk-note-too-long = Not herî zêde dikare { $most } tîp be.
desk-decline-send = Bi vê sedemê bi kar neyne
desk-spam-sure = Spam êdî di nav yên vekirî de nayê nîşandan. Tu dikarî dîsa vekî.
desk-spam-yes = Erê, spam e
desk-withdraw = Ji bo şîner vegerîne
desk-withdraw-sure = Heke şîner ji te xwestibe ku tu vegerînî: çîrok û wêneyên wê bi temamî ji rûpelên eşkere têne rakirin. Ev nayê paşvexistin.
desk-withdraw-confirm = Şîner ev xwest
desk-withdraw-unconfirmed = Piştrast bike ku şîner ev xwest.
desk-withdraw-yes = Vegerîne

desk-done-opened = Niha di bin çavan de ye.
desk-done-accepted = Hat qebûlkirin. Tu dikarî jê çîrokekê amade bikî.
desk-done-declined = Nehat bikaranîn. Şîner dikare sedemê bi meqbûzê bixwîne.
desk-done-spam = Wek spam hat nîşankirin.
desk-done-reopened = Dîsa vekirî ye.
desk-done-withdrawn = Hat vegerandin. Çîroka eşkere tê rakirin.

desk-conflict-colleague = { $name } ji te zûtir bû: “{ $what }”, { $when }. Ya te nehat kirin.
desk-conflict-you = Te li vir jixwe tiştek kir: “{ $what }”, { $when }. Tiştekî din nehat kirin.
desk-conflict-contributor = Şîner ji te zûtir bû: “{ $what }”, { $when }. Ya te nehat kirin.
desk-conflict-now = Rewş niha wiha ye:
desk-conflict-note = Nota te nehat şandin. Ji bo ku winda nebe, ev e:

desk-history = Dîrok
desk-event-sent = Hat şandin
desk-event-files-added = Dosye hatin zêdekirin
desk-event-acknowledged = Wergirtin bi e-nameyê hat ragihandin
desk-event-opened = Hat girtin bin çavan
desk-event-accepted = Hat qebûlkirin
desk-event-declined = Nehat bikaranîn
desk-event-spam = Wek spam hat hesibandin
desk-event-reopened = Dîsa hat vekirin
desk-event-published = Hat weşandin
desk-event-story-edited = Çîrok hat sererastkirin
desk-event-withdrawn = Hat vegerandin
desk-event-original-opened = Dosyeya resen hat vekirin
desk-event-original-damaged = Hat dîtin ku dosyeya resen guheriye an nemaye
desk-event-other = Tiştekî din bû
desk-by-contributor = Şîner
desk-by-program = Ev bername
