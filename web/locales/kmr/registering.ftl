# Registering, confirming an address, and a new password. Explanations stand in the English file.

register-title = Hesabekî çêke
register-lede = Bi hesabekî tu tiştên ku te şandine dîsa dibînî û bi navê xwe şîrove dikî. Sê qad, paşê kodek bi e-nameyê.
register-name-hint = Xwendevan wê li kêleka şîroveyên te dibînin. Ne hewce ye ku navê pasaporta te be.

register-name-office = Ev nav wisa xuya dike ku tu li ser navê nûçegihaniyê diaxivî. Ji kerema xwe navekî din hilbijêre.

register-name-staff = Ev nav dişibe navê kesekî nûçegihaniya me. Ji kerema xwe tiştekî lê zêde bike, an navekî din hilbijêre.
register-email-hint = Em kodekê ji wir re dişînin. Li vir kes wê nabîne.
register-submit = Hesêb çêke

register-have = Jixwe hesabê te heye?
register-not-needed = Ji bo ku tu çîrokekê ji me re bişînî an bibînî ka çi jê hat, hesab ne pêwîst e.

verify-title = Navnîşana xwe ya e-nameyê piştrast bike
verify-lede = Me e-nameyek ji te re şand. Koda ku tê de ye binivîse, an girêdana wê li ser her cîhazê veke.
verify-sent-to = Hat şandin ji bo
verify-code-label = Koda di e-nameyê de
verify-code-hint = Şeş hejmar. Deh deqeyan kar dike, di vê gerokê de.
verify-submit = Piştrast bike

verify-nothing-came = Tiştek nehat? Ji kerema xwe li peldanka e-nameyên nexwestî binêre û navnîşanê kontrol bike.
verify-again = E-nameyeke din bixwaze
verify-link-lede = Gaveke din maye: li bişkokê bixe. Hingê hesabê te çêdibe û tu dikevî.
verify-link-submit = Navnîşana min piştrast bike
verify-link-other = Heke te hesab nexwestibe, ji kerema xwe tenê vê rûpelê bigire.
verify-taken = Bi vê navnîşana e-nameyê jixwe hesabek heye. Ji kerema xwe pê têkeve, an şîfreyeke nû jê re hilbijêre.

verify-unknown-title = Em vê girêdanê nas nakin
verify-unknown = Dibe ku girêdan di rê de hatibe birîn. Ji kerema xwe tevahiya wê veke, an e-nameyeke din bixwaze.
verify-ended-title = Dema vê e-nameyê qediya
verify-ended = Kod deh deqeyan kar dike, girêdan nîv saetê. Ji kerema xwe e-nameyeke din bixwaze.
verify-used-title = Ev e-name hatiye bikaranîn
verify-used = E-name carekê kar dike. Heke te ew bi kar anîbe, her tişt temam e. Heke ne tu bî, ji kerema xwe di cih de yeke din bixwaze.
verify-other-browser = Kod tenê di geroka ku te jê xwestiye de kar dike. Ji kerema xwe li wir binivîse, an li şûna wê girêdana di e-nameyê de veke, an li vir e-nameyeke din bixwaze.
verify-dead = Gelek kodên şaş hatin nivîsandin, loma êdî kod nayê qebûlkirin. Girêdana di e-nameyê de hê kar dike: ji kerema xwe li şûna wê wê veke.
verify-wrong-title = Ev kar nake
verify-wrong = Ev ne koda ku me şandiye ye. Ji kerema xwe wê hejmar bi hejmar bi e-nameya herî nû re bide ber hev.

forgot-title = Te şîfreya xwe ji bîr kir?
forgot-lede = Navnîşana e-nameyê ya hesabê xwe ji me re bêje. Em e-nameyekê jê re dişînin ku tu pê şîfreyeke nû hildibijêrî.
forgot-submit = E-nameyê bişîne
forgot-elsewhere = Heke tu bi xizmeteke din dikevî, li vir şîfre ne pêwîst e. Dîsa jî tu dikarî yekê hilbijêrî, heke hesabê te navnîşaneke e-nameyê hebe.

forgot-nothing-came = Tiştek nehat? Em tenê hingê dinivîsin ku bi navnîşanê hesabek hebe. Ji kerema xwe li peldanka e-nameyên nexwestî binêre û navnîşanê kontrol bike.
reset-title = Şîfreyeke nû hilbijêre
reset-lede = Heke bi navnîşanê hesabek hebe, e-nameyek di rê de ye. Koda ku tê de ye binivîse, an girêdana wê li ser her cîhazê veke.
reset-link-lede = Ev ji bo hesabê bi vê navnîşana e-nameyê ye.
reset-password-label = Şîfreya te ya nû
reset-submit = Tomar bike û têkeve
reset-ends = Piştre her kesê ku li ser her cîhazê di hesabê te de ye, derdikeve.
