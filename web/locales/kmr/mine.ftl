# What a reader with an account has sent. Explanations stand in the English file.

mine-title = Tiştên ku min şandine
mine-lede = Tiştên ku te bi vî hesabî şandine, û ya ku ji wan hatiye.
mine-empty = Hê tiştek li vir tune
mine-empty-more = Tiştê ku tu dişînî dema ku tu ketiyî hesabê xwe, li vir xuya dibe; ji bilî ya ku tu wek mêvan dişînî.
mine-back = Hemû tiştên ku min şandine

mine-claim-title = Kodeke te ya meqbûzê heye?
mine-claim-words = Heke te tiştek wek mêvan şandibe, tu dikarî bi koda wê têxî hesabê xwe. Ji hingê ve ew bi hesabê te ve girêdayî ye. Kod wek berê kar dike.
mine-claim = Têxe hesabê min

mine-as-legend = Kî dişîne?
mine-as-account = { $name }, bi hesabê min
mine-as-account-more = Tu bê kod dîsa dibînî. Edîtorên me dibînin ku ji kesekî xwedî hesab tê.
mine-as-guest = Mêvanek
mine-as-guest-more = Tiştek wê bi hesabê te ve girê nade. Tenê koda meqbûzê te digihîne wê.
mine-as-changed = Ji dema ku te ev form vekir, kesek ketiye hesabekî an jê derketiye. Binêre ka niha kî dişîne, paşê dîsa bişîne.
mine-as-now-guest = Wek niha, ew wek mêvan tê şandin. Paşê tu dikarî bi koda wê ya meqbûzê têxî hesabê xwe.
mine-name-hint = Tenê pêwîst e heke em karibin bi navê te biweşînin. Heke tu bi hesabê xwe bişînî û vê vala bihêlî, em “{ $name }” dinivîsin.
mine-sent-where = Heke te bi hesabê xwe şandibe, tu wê li vir jî dibînî:

mine-event-claimed = Ket hesabekî
mine-event-exported = Kopiyek jê hat birin

mine-desk-sender = Şîner
mine-desk-account = kesekî xwedî hesab
mine-desk-guest = mêvanek

mine-export-offline = Ev dosye tenê bi mifteyekê vedibe ku nûçegihanî li cihekî din diparêze. Ji nûçegihaniyê bixwaze.
mine-export-gone = Ev dosye xera bûye an winda bûye.
