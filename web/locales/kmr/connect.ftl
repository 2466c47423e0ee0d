# Signing in by another service, and linking it.

connect-using = An bi van ve girêde
connect-tells = Ev xizmet dê bizane ku te li vir têketin kir. Em diparêzin ku tu li wir kî yî, navê te û navnîşana e-peyamê ya ku ew dibêje, û tiştekî din na.
connect-with = Bi { $service } bidomîne

connect-leave-title = Tu diçî { $service }
connect-leave-go = Here { $service }

connect-again-title = Ji kerema xwe ji nû ve dest pê bike
connect-again = Çûn û hatin dikare deh deqeyan bidome, carekê kar dike, û tenê di geroka ku lê dest pê kiriye de. Tiştek nehat guhertin.
connect-cancelled-title = Te nedomand
connect-cancelled = Tu li { $service } rawestiyayî. Tiştek nehat guhertin.
connect-down-title = { $service } bersivê nade
connect-down = Niha mirov nikare bigihîje { $service }. Ji kerema xwe piştî demekê dîsa biceribîne, an bi rêyeke din têkeve. Tiştek nehat guhertin.
connect-refused-title = Ev bi ser neket
connect-refused = Tiştê ku { $service } ji me re got nehat piştrastkirin, loma kes têneket. Ji kerema xwe dîsa biceribîne. Heke dîsa çêbe, bi rêyeke din têkeve û ji me re bêje. Tiştek nehat guhertin.
connect-closed-title = Tu nikarî têkevî
connect-closed = Bi vê hesabê êdî têketin nabe. Heke tu dibêjî ku ev şaşî ye, ji kerema xwe ji nûçegihanan re binivîse.
connect-others-title = Ew bi hesabeke din ve girêdayî ye
connect-others = Hesaba te ya li { $service } ya hesabeke din a vir e. Bi wê têkeve, li wir rake, paşê li vir girêde. Tiştek nehat guhertin.
connect-has-one-title = { $service } jixwe girêdayî ye
connect-has-one = Hesaba te ya vir bi hesabeke din a { $service } ve girêdayî ye. Pêşî wê rake. Tiştek nehat guhertin.
connect-signed-out-title = Ji kerema xwe pêşî têkeve
connect-signed-out = Kesê ku xwest { $service } girêde êdî têketî nîne. Tiştek nehat guhertin.
connect-to-signin = Here têketinê
connect-to-connections = Here xizmetên xwe yên girêdayî

connect-name-title = Em ji te re çi bibêjin?
connect-name-lede = { $service } te nas dike; navek ji me re divê ku li vir were nivîsandin. Paşê tu têketî yî.
connect-name-hint = Xwîner wê li cihê ku tu şîrove dikî dibînin. Her alfabe baş e.
connect-name-submit = Dest pê bike

connect-connections-title = Xizmetên girêdayî
connect-connections-lede = Bi van tu dikarî têkevî hesaba xwe ya vir.
connect-connections-none = Tu xizmet bi hesaba te ve ne girêdayî ye.
connect-email = Navnîşana e-peyamê ya li wir
connect-email-unverified = (xizmetê piştrast nekiriye)
connect-linked-at = Hat girêdan
connect-used-at = Cara dawî hat bikaranîn
connect-remove = Rake
connect-remove-sure = Piştî vê tu êdî nikarî li vir bi { $service } têkevî. Hesaba te dimîne.
connect-remove-yes = { $service } rake
connect-last-way = { $service } tenê rêya têketina hesaba te ye. Pêşî şîfreyek, passkeyek an xizmeteke din lê zêde bike; paşê tu dikarî wê rakî.
connect-link-title = Xizmetekê girêde
connect-link = { $service } girêde
connect-to-me = Here hesaba xwe
