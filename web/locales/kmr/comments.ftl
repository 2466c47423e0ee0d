comment-again-title = Şîroveya we
comment-answered = Hûn bersiva { $name } didin:
comment-body-missing = Ji kerema xwe tiştekî binivîsin.
comment-body-long = { $most ->
    [one] Şîroveyek herî zêde { $most } tîp e.
   *[other] Şîroveyek herî zêde { $most } tîp e.
}
comment-email-wrong = Ev ne navnîşana e-nameyê ye. Navnîşan wekî nav@example.org e.
comment-email-for-answers = Ji bo ku em karibin bersivan ji we re ragihînin, ji kerema xwe navnîşana e-nameya xwe binivîsin. Ew ji raya giştî re nayê nîşandan.
comment-parent-gone = Şîroveya ku hûn bersiva wê didin êdî tune ye. Hûn dikarin vê ji her kesî re bibêjin: carek din li “Bişîne” bixin.
comment-appeal = Bixwînin çima hûn nikarin şîrove binivîsin, û eger şaşî be ji me re bibêjin
comment-edit-title = Şîroveya xwe biguherînin
comment-edit-label = Şîroveya we
comment-edit-hint = { $minutes ->
    [one] Şîroveyek piştî şandinê { $minutes } deqeyê dikare were guhertin. Paşê li ser wê tê nivîsandin ku hatiye guhertin.
   *[other] Şîroveyek piştî şandinê { $minutes } deqeyan dikare were guhertin. Paşê li ser wê tê nivîsandin ku hatiye guhertin.
}
comment-edit-save = Tomar bike
comment-leave = Wekî xwe bihêle
comment-edit-late = { $minutes ->
    [one] Şîroveyek piştî şandinê { $minutes } deqeyê dikare were guhertin. Hûn hê jî dikarin wê jê bibin.
   *[other] Şîroveyek piştî şandinê { $minutes } deqeyan dikare were guhertin. Hûn hê jî dikarin wê jê bibin.
}
comment-edit-gone = Ev şîrove hatiye rakirin, lewma êdî nayê guhertin.
comment-changed-meanwhile = Di vê navberê de ev şîrove hat guhertin, dibe ku ji aliyê we ve li rûpeleke din. Tiştê ku we nivîsandiye hê li vir e: lê binêrin û dîsa tomar bikin.
comment-delete-title = Şîroveya we were jêbirin?
comment-delete-sure = Ew bi navê we re bi tevahî tê jêbirin. Eger kesekî bersiv dabe, bersivên wan dimînin û li cihê wê tê nivîsandin ku şîrove hatiye jêbirin.
comment-delete-yes = Jê bibe
comment-like-own = Ev şîroveya we bi xwe ye.
comment-report-title = Şîroveyekê ragihînin
comment-report-lede = Desteya nûçeyan li tiştê ku hûn radigihînin dinêre. Nivîskar hîn nabe kê ew ragihandiye.
comment-report-of = Şîroveya { $name }
comment-report-reason = Çi tê de ne rast e?
comment-reason-spam = Reklam, an jî her dem heman tişt
comment-reason-hate = Heqaret an nefret
comment-reason-threat = Gef, an banga tundiyê
comment-reason-private = Tiştên taybet ên kesekî dibêje
comment-reason-false = Ne rast e
comment-reason-other = Tiştekî din
comment-reason-legal = Li dijî qanûnê ye
comment-reason-legal-more = Ev agahdariyeke fermî ye. Ji kerema xwe sedemê binivîsin û ji bo bersiva me navnîşanekê bihêlin.
comment-reason-missing = Ji kerema xwe hilbijêrin ku çi di şîroveyê de ne rast e.
comment-report-note = Zêdetir li ser wê
comment-report-note-hint = Tenê ji bo agahdariya li dijî qanûnê pêwîst e: kîjan qanûn, û çawa.
comment-note-missing = Ji kerema xwe binivîsin ku li dijî kîjan qanûnê ye, û çawa.
comment-note-long = { $most ->
    [one] Ji kerema xwe herî zêde { $most } tîpê bi kar bînin.
   *[other] Ji kerema xwe herî zêde { $most } tîpan bi kar bînin.
}
comment-report-email = Navnîşana e-nameya we
comment-report-email-hint = Tenê ji bo agahdariya li dijî qanûnê; wekî din em wê nahêlin. Ew ji raya giştî re nayê nîşandan.
comment-report-email-missing = Ji kerema xwe navnîşanekê bihêlin, da ku em bersiva agahdariya we bidin.
comment-report-legal-title = Bi agahdariya li dijî qanûnê çi tê kirin
comment-report-legal-looks = Kesek ji desteya nûçeyan wê dixwîne; ne makîneyek biryarê dide.
comment-report-legal-decides = Ew biryarê didin ka şîrove dimîne an na. Nivîskar biryarê û sedemê hîn dibe, lê ne ku hûn kî ne.
comment-report-legal-answers = Bersiv ji navnîşana we re tê şandin. Bi bersivê re em navnîşanê jê dibin, herî dereng 30 roj piştî biryarê.
comment-report-send = Ragihandinê bişîne
comment-reported-title = Spas
comment-reported-words = Ragihandina we gihîşt desteya nûçeyan, û ew li şîroveyê dinêrin.
comment-reported-back = Vegere şîroveyan
