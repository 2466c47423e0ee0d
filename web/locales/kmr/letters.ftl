# Mails to people with an account, or about to have one. Words of ours only. Explanations stand in the English file.

letter-digits = Koda te. Deh deqeyan kar dike, di geroka ku te jê xwestiye de:

letter-link = An vê girêdanê veke, li ser her cîhazê. Nîv saetê kar dike:
letter-ignore = Heke ne tu bî, ne hewce ye ku tu tiştekî bikî: bê kod an girêdan tiştek çênabe.
letter-foot = Ev e-name ji { $site } tê. Em qet bi e-nameyê an bi telefonê şîfreya te an kodekê naxwazin.

letter-register-subject = Navnîşana xwe ya e-nameyê ji bo { $site } piştrast bike
letter-register = Kesek, bi îhtîmaleke mezin tu, dixwaze bi vê navnîşana e-nameyê li { $site } hesabekî çêke.
letter-register-open = Navnîşana min piştrast bike

letter-known-subject = Jixwe hesabê te li { $site } heye
letter-known = Kesekî, bi îhtîmaleke mezin te, xwest bi vê navnîşana e-nameyê li { $site } hesabekî çêke. Jixwe yek heye, loma ya duyemîn nehat çêkirin.
letter-known-before = Pê têkeve. Heke şîfre êdî ne di bîra te de be, tu dikarî li wir yeke nû hilbijêrî:
letter-known-open = Têkeve

letter-reset-subject = Ji bo { $site } şîfreyeke nû hilbijêre
letter-reset = Kesek, bi îhtîmaleke mezin tu, dixwaze ji bo hesabê te yê li { $site } şîfreyeke nû hilbijêre.
letter-reset-open = Şîfreyeke nû hilbijêre

letter-password-subject = Şîfreya te ya li { $site } hat guhertin
letter-password = Şîfreya hesabê te niha hat guhertin. Heke ew tu bî, ne hewce ye ku tu tiştekî bikî.

letter-not-you = Heke ne tu bî, ji kerema xwe di cih de şîfreyeke nû hilbijêre. Hingê hemû kesên din derdikevin:
letter-not-you-open = Şîfreyeke nû hilbijêre

letter-change-from-subject = Hesabê te yê li { $site } dê navnîşaneke din a e-nameyê bistîne
letter-change-from = Kesek, bi îhtîmaleke mezin tu, dixwaze ku hesabê te navnîşaneke din a e-nameyê hebe. Divê pêşî yê ku vê navnîşanê dixwîne razî be.
letter-change-from-otherwise = Heke ne tu bî, razî nebe û şîfreyeke nû hilbijêre: kesek di hesabê te de ye.
letter-change-to-subject = Navnîşana xwe ya nû ya e-nameyê ji bo { $site } piştrast bike
letter-change-to = Kesek, bi îhtîmaleke mezin tu, dixwaze vê navnîşana e-nameyê ji bo hesabekî li { $site } bi kar bîne.
letter-change-open = Bi guhertinê razî me

letter-device-subject = Têketineke nû di hesabê te yê li { $site } de
letter-device = Kesek bi { $device } ket hesabê te. Me ew berê li wir nedîtibû. Heke ew tu bî, ne hewce ye ku tu tiştekî bikî.
letter-device-unknown = Kesek bi gerokeke ku em nas nakin ket hesabê te. Heke ew tu bî, ne hewce ye ku tu tiştekî bikî.

letter-deletion-subject = Hesabê te yê li { $site } dê bê jêbirin
letter-deletion = Te ji me xwest ku em te ji bîr bikin. Di { $date } de em hesabê te û her tiştê pê ve girêdayî bi tevahî jê dibin.
letter-deletion-before = Heta hingê tu dikarî fikra xwe biguherî: têkeve û betal bike.
letter-deletion-open = Têkeve û betal bike

letter-erased-subject = Hesabê te yê li { $site } hat jêbirin
letter-erased = Wek te xwest, hesabê te û her tiştê pê ve girêdayî hatin jêbirin. Ji bilî hejmarekê û demê tiştek nema. Bi vê e-nameyê em vê navnîşanê jî ji bîr dikin.

letter-factors-subject = Gava duyemîn a têketina te ya li { $site } hat nûkirin
letter-factors = Rêvebirekî kilîtên te, sepana piştrastkirinê û kodên vegerandinê rakirin, da ku tu yên nû ava bikî. Tu li her derê derketî. Heke te ev nexwestibe, ji kerema xwe di cih de ji nûçegihaniyê re bêje.
letter-factors-before = Di têketina te ya bê de tu gaveke duyemîn a nû ava dikî:
letter-factors-open = Têkeve

letter-became-subject = Ji te re li { $site } nûçeyek heye
letter-became = Tişta ku te ji me re şandibû gihîşt encamekê. Em wê bi e-nameyê nabêjin, ji ber ku dibe kesên din bixwînin.
letter-became-before = Dema tu têkevî, tu wê dibînî. Li wir tu dikarî bibêjî ku tu e-nameyên wiha naxwazî:
letter-became-open = Binêre ka çi ye
