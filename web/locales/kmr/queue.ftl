queue-queues = Rêz
queue-open = Hemû yên vekirî
queue-new = Nû
queue-mine = Yên min
queue-answer = Bersiv divê
queue-second = Çavê duyem divê
queue-ready = Amade
queue-published = Hatine weşandin
queue-not-used = Nehatine bikaranîn
queue-machine = Biryara bernameyê
queue-risk = Di xeterê de
queue-all = Hemû

queue-more-than = ji { $count } zêdetir

queue-empty = Li vir tiştek tune
queue-empty-new = Şandinên nû di cih de xuya dibin.
queue-empty-mine = Di destê te de tiştek tune. Tiştê ku tu pê re dixebitî tê vir.
queue-empty-answer = Kes li benda bersivê nîne, û tu bersiv li benda xwendinê nîne.
queue-empty-second = Tiştek li benda erêya kesekî duyem nîne.
queue-empty-ready = Tiştekî qebûlkirî li benda çîrokê nîne.
queue-empty-published = Hîn tiştek nehatiye weşandin.
queue-empty-not-used = Tiştek nehat redkirin, vegerandin an wek spam nîşankirin.
queue-empty-machine = Bernameyê tiştek biryar nedaye ku kesî lê nenêrîbe.
queue-empty-risk = Tiştek wek xetere ji bo kesekî nehatiye nîşankirin.
queue-empty-all = Hîn tiştek nehatiye şandin.
queue-empty-filtered = Tiştek li van hemûyan nayê
queue-empty-filtered-more = Fîlterekê rake, an li rêzeke din binêre.

queue-search = Di nivîs, cih, etîket û notan de bigere
queue-search-go = Bigere
queue-filters = Fîlter
queue-filter-go = Nîşan bide
queue-filter-clear = Hemû fîlteran rake
queue-filter-any = Her kîjan
queue-filter-q = Lêgerîn
queue-filter-state = Rewş
queue-filter-language = Ziman
queue-filter-consent = Destûr
queue-filter-kind = Cure
queue-filter-has = Heye
queue-filter-warn = Hişyarî
queue-filter-category = Kategorî
queue-filter-tag = Etîket
queue-filter-person = Şandiye
queue-filter-place = Cih
queue-filter-like = Wekhevî
queue-filter-since = Ji roja
queue-filter-until = Heta roja
queue-filter-older = Herî kêm li bendê ye
queue-filter-claimed = Li ser dixebite
queue-chips = Fîlterên danî
queue-chip-remove = Rake:
queue-unread = Ev nehat fêmkirin û hat derxistin:

queue-kind-photo = Wêne
queue-kind-film = Vîdyo
queue-kind-sound = Deng
queue-kind-text = Tenê nivîs
queue-has-gps = GPS
queue-has-c2pa = Content Credentials
queue-has-repeats = Berê hatiye dîtin
queue-has-files = Dosye
queue-has-refused = Dosyeyên redkirî
queue-like = heman wêne
queue-older-hours = { $hours ->
    [one] saetek
   *[other] { $hours } saet
}
queue-older-days = { $days ->
    [one] rojek
   *[other] { $days } roj
}
queue-claimed-me = Ez
queue-claimed-nobody = Kes
queue-claimed-other = Hevkarek
queue-claimed-somebody = kesek

queue-group = Komkirin
queue-group-none = Na
queue-group-person = Li gor şîner
queue-group-place = Li gor cih
queue-group-likeness = Li gor wekheviyê
queue-more-person = Hemû yên vî şînerî
queue-more-place = Hemû yên vî cihî
queue-more-likeness = Hemû yên ku heman tiştî nîşan didin
queue-order = Rêzkirin
queue-order-oldest = Yên kevn pêşî
queue-order-newest = Yên nû pêşî
queue-look-list = Wek lîste
queue-look-grid = Wek tor
queue-page-before = Rûpela berê
queue-page-after = Rûpela din
queue-to-first = Vegere serî

queue-pick = “{ $title }” hilbijêre
queue-files = { $count ->
    [one] { $count } dosye
   *[other] { $count } dosye
}
queue-files-refused = { $count ->
    [one] { $count } hat redkirin
   *[other] { $count } hatin redkirin
}

queue-claimed-mark = Li cem { $name }
queue-claimed-mark-me = Li cem te ye
queue-mark-risk = Di xeterê de
queue-mark-unread = Bersiv hat
queue-mark-due = Hat pirsîn, heta { $date }
queue-mark-overdue = Ji { $date } ve bersiv tune
queue-mark-second = Erêyek heye, ya duyem divê
queue-mark-machine = Biryara bernameyê

queue-views = Lîsteyên hilanî
queue-views-more = Lîsteya hilanî rêzekê bi fîlterên wê re di bin navekî de hiltîne, ji bo te an ji bo her kesî li maseyê.
queue-views-empty = Hîn lîsteyeke hilanî tune
queue-views-empty-more = Di rêzekê de fîlteran deyne; li bin lîsteyê tu dikarî wê hilînî.
queue-back = Bo maseya nûçeyan
queue-view-keep = Vê lîsteyê hilîne
queue-view-name = Navê lîsteyê
queue-view-shared = Ji bo her kesî li maseyê
queue-view-save = Hilîne
queue-view-change = Biguherîne an jê bibe
queue-view-delete = Vê lîsteyê jê bibe
queue-view-is-mine = Tenê ji bo te
queue-view-is-shared = Ya te ye, ji bo her kesî li maseyê
queue-view-of = { $name } parve kiriye
queue-view-name-missing = Navekî bide lîsteyê.
queue-view-name-long = Nav herî zêde dikare { $most } tîp be.
queue-view-name-taken = Lîsteyeke din bi vî navî heye.
queue-view-too-many = Tu dikarî herî zêde { $most } lîsteyan hilînî. Pêşî yekê jê bibe.
