# How long contributions are kept, the hold of the law, and the audit chain. All but the lines "keeping-receipt-…" are
# for the newsroom alone.

## On a contribution's page.
keeping-title = How long it is kept
keeping-identity = Name and address
# Of a published contribution: what is public stays.
keeping-rest = All that is not public
keeping-all = Everything
keeping-gone = forgotten
# There never was a name or an address.
keeping-never = none were given
keeping-stays = kept for now
keeping-goes-now = goes with the next round
keeping-goes = { $days ->
    [one] goes in { $days } day
   *[other] goes in { $days } days
}
keeping-in-talk = While you wait for an answer, or one waits to be read, nothing goes.
keeping-rules-link = Rules
keeping-audit-link = In the audit chain
keeping-hold = Hold it
keeping-hold-lede = Nothing of it is forgotten by rule until a chief editor lifts the hold: for a court, a complaint, an inquiry. Its sender is told that it is kept, and not why.
keeping-hold-yes = Hold it
keeping-held = On hold: nothing of it is forgotten.
keeping-lift = Lift the hold
keeping-lift-lede = From now on it is forgotten by the rules again. Its days begin anew today.
keeping-lift-yes = Lift the hold
keeping-lift-chief = Only a chief editor lifts a hold.
keeping-why = Why
keeping-why-hint = For colleagues and the history. No names of people outside the newsroom.
keeping-why-missing = Please say why.

## In a contribution's history.
keeping-event-held = Put on hold
keeping-event-lifted = Hold lifted
keeping-event-identity = Name and address forgotten by rule
keeping-event-rest = What is not public forgotten by rule
# Which link of the audit chain an entry of the history is.
audit-link = in the audit chain: #{ $seq }

## The rules, for chief editors.
keeping-rules-title = How long contributions are kept
keeping-rules-lede = For each state: after how many days who sent it is forgotten, and after how many all of it. Days count from when a contribution came into its state.
keeping-rules-identity = Days until name and address go
keeping-rules-content = Days until everything goes
keeping-rules-hint = An empty field keeps. Of published contributions, what is public stays. What is on hold, and what waits for an answer, is never forgotten.
keeping-rules-preview = See what it would do
keeping-rules-save = Set these rules
keeping-days-wrong = Please write a number of days from 0 to { $most }, or nothing.
keeping-identity-first = Name and address cannot stay longer than the rest.
keeping-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
keeping-kept = kept
keeping-preview = What these rules would do
keeping-preview-same = Nothing changes: the rules are like this already.
keeping-preview-content = { $count ->
    [0] They would forget no contribution tomorrow.
    [one] They would forget { $count } contribution tomorrow.
   *[other] They would forget { $count } contributions tomorrow.
}
keeping-preview-identity = { $count ->
    [0] No name or address would go.
    [one] Name and address of { $count } would go.
   *[other] Names and addresses of { $count } would go.
}
keeping-preview-day = They begin a day after they are set. Until then they can be called off.
keeping-pending = Begins later
keeping-pending-days = name and address: { $identity }; everything: { $content }
keeping-pending-from = From
keeping-call-off = Call it off
keeping-stopped = Nothing is forgotten now
keeping-clock-apart = The clocks of the database and of this program differ by more than an hour.
keeping-clock-jumped = The clock jumped ahead by more than an hour. It goes on by itself once the clock is right.
keeping-clock-long = The server was off for more than a week, or its clock says so.
keeping-clock-right = The time is right
keeping-clock-sure = Compare the time with another clock first. What is forgotten too early cannot be brought back.
keeping-clock-yes = Yes, the time is right

## To who sent it, on the page of the receipt. Plain and short.
keeping-receipt-title = How long we keep it
keeping-receipt-held = We have to keep it for now.
keeping-receipt-identity-gone = We do not have your name or address any more.
keeping-receipt-identity = Your name and address: until { $day }.
keeping-receipt-identity-stays = Your name and address: for now.
keeping-receipt-rest-gone = We only have what is public.
keeping-receipt-rest = All that is not public: until { $day }.
keeping-receipt-all = Everything: until { $day }.
keeping-receipt-published = What is public stays until you withdraw it.
keeping-receipt-all-stays = Everything: for now.
keeping-receipt-talk = While we talk with you, nothing goes.

## The audit chain, for chief editors.
audit-title = Audit
audit-lede = Who of the newsroom did what, and when. Each entry is sealed to the one before it: none can be changed or taken out without being noticed.
audit-filter = Choose what to show
audit-person = Who, or whom
audit-kind = What
audit-from = From
audit-until = Until
audit-item = Contribution (its number in the address)
audit-show = Show
audit-all = Show all
audit-any = Anything
audit-anybody = Anybody
audit-empty = There is nothing like that.
audit-hash = Seal
audit-take = Take it along
audit-take-hint = With the seals, to be checked elsewhere. That you take it along is written down.
audit-take-csv = As CSV
audit-take-jsonl = As JSON lines
# Before a number and a long code.
audit-head = End of the chain:
audit-begun = The chain begins
audit-erased = Forgotten, with its history
audit-retention-changed = Rules of keeping set
audit-retention-kept = New rules of keeping called off
audit-clock-confirmed = Said that the time is right
audit-exported = Audit taken along
audit-reasons-changed = Reasons changed
audit-categories-changed = Categories changed
