# Çawa xwediyên hesaban têne agahdarkirin; wêneya wan; û ya ku mêvan dikin dema gelek kes bi hev re dişînin.

## Agahdarî
notices-title = Agahdarî
notices-lede = Dema em li ser tiştekî ku te şandiye biryarê didin, em dikarin te agahdar bikin. Em qet nabêjin behsa çi ye: wê tu di hesabê xwe de dixwînî.
notices-saved = Hilbijartina te hat tomarkirin.
notices-legend = Min agahdar bikin
notices-mail = bi e-nameyê
notices-mail-hint = Ji navnîşana hesabê te re. E-name tenê dibêje ku tiştekî nû heye.
notices-mail-none = Navnîşaneke e-nameyê ya pejirandî ya hesabê te tune, ji ber vê yekê heta tu yekê zêde nekî e-name nayê şandin.
notices-push = li ser amûrên min
notices-push-hint = { $count ->
    [0] Te hê li ser tu amûrê destûr nedaye.
    [one] Li ser { $count } amûrê destûr heye. Tenê nîşan dide ku tiştekî nû heye, ne tiştekî din.
   *[other] Li ser { $count } amûran destûr heye. Tenê nîşan didin ku tiştekî nû heye, ne tiştekî din.
}
notices-save = Tomar bike
notices-push-title = Ji bo te tiştekî nû heye
notices-here = Ev amûr
notices-here-on = Ev amûr tê agahdarkirin.
notices-here-off = Ev amûr nayê agahdarkirin.
notices-here-denied = Geroka te destûrê nade. Tu dikarî wê di mîhengên wê yên ji bo vê malperê de biguherînî.
notices-here-failed = Bi ser neket. Ji kerema xwe paşê dîsa biceribîne.
notices-here-allow = Li ser vê amûrê destûrê bide
notices-here-forget = Li ser vê amûrê rawestîne
notices-forget = Li ser hemû amûran rawestîne
notices-forget-hint = Ji bo amûreke ku te winda kiriye an daye yekî din. Dîsa destûrdan tenê klîkekê li ser wê dixwaze.
notices-push-unknown = Geroka te navê xizmeteke da ku em jê re tiştekî naşînin.

## Wêne
avatar-title = Wêneya te
avatar-lede = Li kêleka navê te ye. Ne pêwîst e ku wêneyeke te hebe.
avatar-yours = Wêneya te wek ku yên din dibînin
avatar-coming = Wêneya te gihîşt. Tê amadekirin; çend saniyeyan digire.
avatar-look = Dîsa binêre
avatar-label = Wêne
avatar-hint = Wêneyek heta { $megabytes } MB. Cih, dem û amûra di dosyeyê de têne jêbirin.
avatar-choose = Vê wêneyê bi kar bîne
avatar-remove = Wêneya min rake
avatar-missing = Pêşî wêneyekê hilbijêre.
avatar-one = Tenê wêneyekê hilbijêre.
avatar-film = Ev vîdyo an deng e. Wêneyekê hilbijêre.
avatar-too-large = Ev wêne pir mezin e. Dikare heta { $megabytes } MB be.

## Dema gelek kes bi hev re dişînin
work-wait = Di vê gavê de gelek kes dişînin. Tiştek winda nebûye: ji kerema xwe piştî deqeyekê dîsa li «Bişîne» bixe.
work-hint = Di vê gavê de gelek kes dişînin. Heke ji vebûna vê rûpelê kêmtir ji deqeyekê derbas bûbe, em ji te dixwazin carek din li «Bişîne» bixî.
work-working = Di vê gavê de gelek kes dişînin. Amûra te nîşan dide ku ew me bi şandinan nafetisîne. Tu nivîsandina xwe bidomîne; tenê çend kêlî digire.
work-holding = Kêliyek; paşê ew bi xwe tê şandin.
work-done = Amûra te qedand: tu dikarî bişînî.
