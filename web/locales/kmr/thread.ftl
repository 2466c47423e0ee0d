# Comments as they are read. Explanations stand in the English file.

thread-title = { $count ->
    [0] Şîrove
    [one] { $count } şîrove
   *[other] { $count } şîrove
}
thread-page-title = Şîroveyên li ser { $title }
thread-comment-title = { $name } li ser { $title }
thread-back = Vegere nivîsê
thread-back-all = Hemû şîrove
thread-gone = Tiştên ku li vir hatin gotin êdî tune ne, wek nivîsa xwe.
thread-comment-gone = Ev şîrove êdî tune ye.
thread-empty = Hîn kesî tiştek negotiye. Tu yê pêşîn be.
thread-empty-closed = Li vir kesî tiştek negotiye.
thread-no-more = Şîroveyên din tune ne.
thread-closed = Şîrove li vir girtî ne. Tiştên hatine gotin dimînin û tên xwendin.
thread-order = Rêza şîroveyan
thread-newest = Yên herî nû
thread-oldest = Yên herî kevn
thread-liked = Yên herî ecibandî
thread-first = Vegere yên pêşîn
thread-next = Şîroveyên din
thread-own = Yên te
thread-news = Şîroveyên nû: #

thread-staff = Nûçegihanî
thread-edited = hat guhertin
thread-promoted = Nûçegihanî pêşniyar dike
thread-waits = Ev li benda nûçegihaniyê ye. Tenê tu wê dibînî.
thread-waits-more = Spas. Nûçegihanî şîroveya te berî her kesî dixwîne; heta wê demê tenê tu wê li vir dibînî.
thread-held = Ev şîrove li benda nûçegihaniyê ye.
thread-deleted = Nivîskarê vê şîroveyê ew jê bir.
thread-removed = Nûçegihaniyê ev şîrove rakir.
thread-removed-own = Nûçegihaniyê şîroveya te rakir.
thread-reply = Bersivê bide
thread-quote = Bi jêgirtinê bersivê bide
thread-like = Diecibînim
thread-likes = Ecibandin
thread-more-acts = Zêdetir
thread-link = Girêdana vê şîroveyê
thread-copied = Girêdan hat kopîkirin.
thread-report = Gilî bike
thread-edit = Biguherîne
thread-delete = Jê bibe
thread-desk = Li maseya nûçeyan bibîne
thread-answers-more = Bersivên din
thread-loose = Bersiva vê ye
thread-above = Bersiva vê
thread-this = Şîrove û bersivên wê
thread-mute = Vî kesî li ser vê amûrê veşêre
thread-muted = Te ev kes li ser vê amûrê veşart.
thread-unmute = Dîsa nîşan bide

thread-write = Tiştekî bibêje
thread-write-answer = Bersiv
thread-cancel = Dev jê berde
thread-holds = Li vir nûçegihanî her şîroveyê dixwîne berî ku xuya bibe.
thread-holds-first = Nûçegihanî şîroveya te ya pêşîn dixwîne berî ku xuya bibe.
thread-slow = { $seconds ->
    [one] Di vê axaftinê de her kes dikare di çirkeyekê de carekê binivîse.
   *[other] Di vê axaftinê de her kes dikare di { $seconds } çirkeyan de carekê binivîse.
}
thread-form-body = Şîroveya te
thread-form-answers = Tu bersiva { $name } didî.
thread-form-as = Tu bi navê { $name } dinivîsî.
thread-form-guest = Wek mêvan şîrove bike
thread-form-guest-or = An jî bi navê xwe binivîse:
thread-form-sign-in = têkeve
thread-form-name = Nav
thread-form-email = E-name
thread-form-email-hint = Bi giştî nayê nîşandan.
thread-form-wants = Dema kesek bersivê bide, bi e-nameyê ji min re bibêje
thread-form-send = Şîroveyê bişîne

thread-article-heading = Şîrove ji bo rûpeleke malpera we
thread-article-lede = Hîn ji bo vê rûpelê şîrove tune ne. Dema dest pê bikin, her kes dikare wan bixwîne û binivîse.
thread-article-url = Navnîşana rûpelê
thread-article-title = Sernav
thread-article-language = Zimanê rûpelê
thread-article-begin = Dest bi şîroveyan bike
thread-article-url-bad = Ev ne navnîşana rûpeleke malpera we ye. Malperên we di mîhengan de ne (web.cors_origins). Çîrok bi xwe şîroveyên xwe hene.
thread-article-title-bad = Ji kerema xwe sernavê binivîse, herî zêde 200 tîp.
thread-article-language-bad = Ji kerema xwe zimên hilbijêre.
