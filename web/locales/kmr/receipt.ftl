# Where a contributor comes back with a receipt code. Explanations stand in the English file.

receipt-title = Çi ji çîroka te hat
receipt-lede = Koda meqbûzê ya ku piştî şandinê ji te re hat nîşandan binivîse.
receipt-code-label = Koda meqbûzê
receipt-code-hint = Pênc kom, her yek ji çar tîp û hejmaran. Tîpên biçûk, valahî û xêzikên kêm ne girîng in.
receipt-show = Nîşan bide
receipt-lost = Em nikarin kodeke windabûyî ji te re bibînin, ji ber ku em wê hilnagirin. Tu her gav dikarî çîroka xwe dîsa bişînî.
receipt-code-missing = Koda xwe ya meqbûzê binivîse.
receipt-code-wrong = Em kodeke wiha nas nakin. Ji kerema xwe tîp bi tîp bi ya ku te parastiye bide ber hev.

receipt-status-kicker = Çi jê hat:
receipt-steps-title = Rewş çawa ye
receipt-step-received = Gihîşt me
receipt-step-waiting = Li benda edîtorekî ye
receipt-step-checking = Edîtorek kontrol dike
receipt-step-checked = Edîtorekî kontrol kir
receipt-step-question = Pirseke me ji te re heye
receipt-step-accepted = Em dixwazin bi kar bînin û amade dikin
receipt-step-published = Hat weşandin
receipt-step-not-used = Em bi kar naynin
receipt-step-withdrawn = Te vegerand
receipt-step-decision-ahead = Em biryar didin ka em dikarin bi kar bînin
receipt-step-published-ahead = Tê weşandin
receipt-read-story = Çîroka weşandî bixwîne

receipt-reason-title = Çima em bi kar naynin
receipt-not-used-unsaid = Niha li gor tiştên ku em diweşînin nîne.
receipt-reason-thanks = Dîsa jî spas ku te ji me re got.

receipt-files-title = Dosyeyên te
receipt-file = Dosye { $number }
receipt-file-waiting = Tê amadekirin
receipt-file-ready = Bi ewlehî li vir e
receipt-file-refused = Nehat bikaranîn
receipt-file-original = orîjînala dosyeya { $number }
receipt-files-add-title = Tiştekî te yê din heye?
receipt-files-add-words = Heta ku me biryar nedabe, tu dikarî wêne an vîdyoyan zêde bikî.
receipt-files-add-label = Wêne an vîdyoyên din
receipt-files-add = Wan zêde bike
receipt-files-added = Dosyeyên te gihîştin. Ew niha beşek ji beşdariya te ne.
receipt-files-closed = Êdî tiştek li vê beşdariyê nayê zêdekirin, loma dosyeyên te nehatin wergirtin. Ew hê li ser cîhaza te ne û tu dikarî wan wek beşdariyeke nû bişînî.
receipt-files-missing = Herî kêm dosyeyekê hilbijêre.

receipt-consent-title = Te çi destûr da

receipt-change-title = Te fikra xwe guhert?
receipt-change-words = Çi jê hatibe jî, tu dikarî şandina xwe vegerînî.
receipt-withdraw = Vegerîne
receipt-withdraw-sure = Bi rastî tu dixwazî vegerînî?
receipt-withdraw-means = Em wê naweşînin. Heke hatibe weşandin, nivîs û wêne ji rûpelên me winda dibin. Ev nayê paşvexistin.
receipt-withdraw-yes = Erê, vegerîne
receipt-withdraw-no = Na, wek xwe bihêle
receipt-withdrawn-means = Şandina te nayê weşandin. Heke hatibû weşandin, ji rûpelên me rabûye an radibe.
receipt-look-again = Dîsa binêre

mail-received-subject = { $site } peyama te wergirt
mail-received-text =
    Spas. Tiştê ku te ji { $site } re şand bi ewlehî gihîşt.

    Edîtorek dê lê binêre. Ev dikare çend rojan bikişîne. Bi koda meqbûzê ya ku ji te re hat nîşandan tu her gav dikarî bibînî ka rewş çawa ye:
