# Stories, comments, tags and boxes. Explanations stand in the English file.

home-title = Çîrokên xwendevanên me
home-more = Çîrokên din
home-earlier = Çîrokên kevintir
home-invite = Çîrok, wêne û vîdeyoyên xwe bi { $site } re, û belkî bi hemû cîhanê re, parve bike.
home-invite-button = Çîroka xwe bişîne
home-invite-promise = Hesab ne pêwîst e, û tu biryar didî ka navê te bê nîşandan an na.
home-empty = Hîn çîrok tune ne
home-empty-more = Çîroka pêşîn a li vir dikare ya te be.

story-by = { $name } nivîsî
story-by-reader = Xwendevanekî şand
story-credit = { $kind ->
    [film] Vîdyo: { $name }
    [sound] Deng: { $name }
   *[picture] Wêne: { $name }
}
story-credit-reader = { $kind ->
    [film] Vîdyo: xwendevanekî şand
    [sound] Deng: xwendevanekî şand
   *[picture] Wêne: xwendevanekî şand
}
story-how-title = Ev çawa gihîşt me
story-how = Xwendevanekî ev bi rêya Be Part şand. Edîtorên { $site } berî weşandinê lê nêrîn û kontrol kirin.
story-gone = Ev çîrok hat vegerandin û êdî ne li vir e. Wêneyên wê jî rabûn.

story-corrected = Di { $when } de hat rastkirin
story-correction-title = Rastkirin
story-tags = Etîket
story-checked-title = Me çi kontrol kir
story-related = Zêdetir li ser vê
story-print = Vê çîrokê çap bike
story-light-on = Daneyan teserûf bike: wêneyên biçûk nîşan bide
story-light-off = Wêneyan bi kalîteya tam nîşan bide

story-field-tags = Etîket
story-field-tags-hint = Li ser çi ye, bi bêhnokan ji hev cuda: lehî, Hewlêr, rizgarkirin
story-field-checked = Çi hat kontrolkirin
story-field-checked-hint = Xwendevan vê li bin çîrokê û bi zimanê wê dibînin: bi kê re hat axaftin, kîjan cih hat berawirdkirin, çi nayê zanîn.
story-field-correction = Rastkirin
story-field-correction-hint = Çi şaş bû û niha rast e. Xwendevan vê li bin çîrokê bi dema wê re dibînin. Ya herî nû di serî de.
story-tag-too-long = Etîketek herî zêde dikare { $max } tîp be.
story-tags-too-many = Çîrokek herî zêde dikare { $max } etîketan hilgire.
story-note-too-long = Ev herî zêde dikare { $max } tîp be.

compose-title = Çîrokekê amade bike
compose-back = Vegere şandinê
compose-saved = Reşnivîs hat tomarkirin. Hîn tiştek jê ne eşkere ye.
compose-stale-title = Kesek ji te zûtir bû
compose-stale = Hevkarekî piştî ku te vekir ev çîrok guhert. Tiştê ku te nivîsî hîn li vir e, lê nehatiye tomarkirin. Heke tu niha tomar bikî an biweşînî, ya te dikeve şûna ya wî.
compose-stale-look = Çîrokê wek ku niha ye bibîne
compose-is-public = Ev çîrok eşkere ye. Tiştê ku tu li vir diguherînî di cih de li wir jî diguhere.
compose-see-public = Rûpela eşkere bibîne
compose-field-title = Sernav
compose-field-body = Nivîs
compose-field-body-hint = Rêzeke vala paragrafeke nû dest pê dike.
compose-field-language = Zimanê nivîsê
compose-field-byline = Navê nivîskar
compose-field-byline-hint = Şîner dixwaze navê wî bê nivîsîn. Li vir li şûna nav peyvên din binivîse, an vala bihêle ku nav neyê nivîsîn.
compose-byline-unnamed = Şîner destûr neda ku navê wî bê gotin, lewma çîrok nikare nav hilgire.
compose-field-place = Cih
compose-pictures = Wêne
compose-pictures-none = Wêneyên ku bên bikaranîn tune ne.
compose-pictures-hint = Wêneyên çîrokê hilbijêre. Ya ku hejmara wê herî biçûk e pêşî tê.
compose-picture-use = Vî wêneyî bi kar bîne
compose-picture-order = Rêz
compose-picture-caption = Nivîsa bin wêneyî
compose-picture-alt = Danasîn
compose-picture-alt-hint = Wêne çi nîşan dide, ji bo yên ku nikarin bibînin.
compose-save = Reşnivîsê tomar bike
compose-publish = Biweşîne
compose-update = Tomar bike û rûpela eşkere nû bike
compose-sent = Tiştê ku xwendevan şand
compose-sent-hint = Tu di çîrokê de çi binivîsî jî, ev wek xwe dimîne.
compose-sent-consent = Destûr
compose-sent-place = Cih
compose-sent-happened = Kengî bû
compose-sent-when = Hat şandin
compose-title-missing = Sernavekî binivîse.
compose-title-too-long = Sernav herî zêde dikare { $max } tîp be.
compose-body-missing = Nivîsekê binivîse, an herî kêm wêneyekî hilbijêre.
compose-body-too-long = Nivîs herî zêde dikare { $max } tîp be.
compose-language-missing = Zimanê nivîsê hilbijêre.
compose-byline-too-long = Navê nivîskar herî zêde dikare { $max } tîp be.
compose-place-too-long = Cih herî zêde dikare { $max } tîp be.
compose-order-not-a-number = Rêza wêneyekî hejmareke tam e, wek 1 an 2.
compose-caption-too-long = Nivîsa bin wêneyî an danasîn herî zêde dikare { $max } tîp be.
