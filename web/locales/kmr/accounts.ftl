# Accounts: signing up and in. Explanations stand in the English file.

role-editor = Edîtor
role-chief = Sernivîskar
role-admin = Rêvebir

account-email-label = Navnîşana te ya e-nameyê
account-email-missing = Ji kerema xwe navnîşana xwe ya e-nameyê binivîse.
account-email-bad = Ev naşibe navnîşaneke e-nameyê ku em dikarin bi kar bînin. Wek nav@example.org, bi tîpên latînî yên sade tê nivîsîn.
account-email-taken = Bi vê navnîşanê hesabek heye. Ji kerema xwe pê têkeve, an ji bo navnîşaneke din vexwendinê bixwaze.
account-name-label = Navê te
account-name-hint = Hevkarên te yên nûçegihaniyê dibînin; xwendevan nabînin.
account-name-missing = Ji kerema xwe navê xwe binivîse.
account-name-too-long = { $most ->
    [one] Ji kerema xwe herî zêde { $most } tîpê bi kar bîne.
   *[other] Ji kerema xwe herî zêde { $most } tîpan bi kar bîne.
}
account-name-bad = Di navê te de tîpên ku nayên nîşandan hene. Ji kerema xwe dîsa binivîse.

password-too-short = { $least ->
    [one] Ji kerema xwe herî kêm { $least } tîpê bi kar bîne. Çend peyvên li pey hev bi hêsanî têne bîranîn.
   *[other] Ji kerema xwe herî kêm { $least } tîpan bi kar bîne. Çend peyvên li pey hev bi hêsanî têne bîranîn.
}
password-too-long = { $most ->
    [one] Ji kerema xwe herî zêde { $most } tîpê bi kar bîne.
   *[other] Ji kerema xwe herî zêde { $most } tîpan bi kar bîne.
}
password-common = Ev şîfre yek ji yên pêşîn e ku êrîşkar diceribînin. Ji kerema xwe çend peyvên li pey hev hilbijêre ku tenê tu dikarî bifikirî.
password-telling = Ji kerema xwe navnîşana xwe ya e-nameyê û navê nûçegihaniyê nexe şîfreyê: êrîşkar wan dizanin.

signin-title = Têkeve
signin-lede = Ji bo xwendevanên bi hesab û ji bo kesên nûçegihaniyê.
signin-password-label = Şîfreya te
signin-password-missing = Ji kerema xwe şîfreya xwe binivîse.
signin-submit = Têkeve
signin-wrong = Navnîşana e-nameyê an şîfre ne rast e. Ji kerema xwe herduyan kontrol bike û dîsa biceribîne.
signin-no-account = Ji bo ku tu çîrokekê bişînî an bibînî ka çi jê hat, hesab ne pêwîst e. Kesên nûçegihaniyê hesabê xwe bi vexwendina hevkarekî distînin.

invite-title = Bi xêr hatî nûçegihaniyê
invite-lede = { $site } te vedixwîne. Erkê te: { $role }. Bêje ka tu kî yî û şîfreyekê hilbijêre; paşê tu têketî yî.
invite-email-fixed = Vexwendin ji bo vê navnîşanê ye. Tu pê dikevî.
invite-email-hint = Tu pê dikevî. Ji xwendevanan re nayê nîşandan.
invite-password-label = Şîfreyekê hilbijêre
invite-password-hint = Herî kêm 12 tîp. Çend peyvên li pey hev baş in; hejmar û nîşan ne pêwîst in.
invite-submit = Dest pê bike

invite-used-title = Ev vexwendin hatiye bikaranîn
invite-used = Vexwendin carekê kar dike. Heke te ew bi kar anîbe, ji kerema xwe têkeve. Heke ne tu bî, di cih de ji kesê ku tu vexwendî re bêje.
invite-expired-title = Dema vê vexwendinê qediya
invite-expired = Vexwendin piştî du rojan, an jî dema ku yeke nûtir tê, diqede. Ji kerema xwe li yeke nûtir bigere, an ji kesê ku tu vexwendî bipirse.
invite-unknown-title = Em vê vexwendinê nas nakin
invite-unknown = Dibe ku girêdan di rê de hatibe birîn. Ji kerema xwe tevahiya wê dîsa veke, an ji kesê ku tu vexwendî yeke nû bixwaze.

me-role = Erkê te
me-signout = Derkeve
me-signout-hint = Li ser kompîtureke ku kesên din jî bi kar tînin, dema diçî ji kerema xwe derkeve.
