# What a reader with an account has sent.

## The list, and each contribution in it.
mine-title = My contributions
mine-lede = What you sent with this account, and what became of it.
mine-empty = Nothing here yet
mine-empty-more = What you send while you are signed in stands here, unless you send it as a guest.
# A link back to the list.
mine-back = All my contributions

## A receipt code gets into the account. The fields' own words are those of the receipt page.
mine-claim-title = Do you have a receipt code?
mine-claim-words = If you sent something as a guest, you can take it into your account by its code. From then on it is connected with your account. The code works as before.
# On the button.
mine-claim = Take it into my account

## The form by which one sends, for who is signed in.
mine-as-legend = Who sends it?
# $name is the name of the account.
mine-as-account = { $name }, with my account
mine-as-account-more = You find it again without a code. Our editors see that it comes from someone with an account.
mine-as-guest = A guest
mine-as-guest-more = Nothing connects it with your account. Only the receipt code leads back to it.
# Somebody signed in or out, on another page, while the form was open.
mine-as-changed = Someone has signed in or out since you opened this form. See who sends it now, then send it again.
# Follows the sentence before, when nobody is signed in any more.
mine-as-now-guest = As it is now, it is sent as a guest. With its receipt code you can take it into your account later.
# $name is the name of the account.
mine-name-hint = Needed only if we may publish with your name. If you send it with your account and leave this empty, we print “{ $name }”.
# Beside the receipt. A link to the list follows.
mine-sent-where = If you sent it with your account, you find it here, too:

## In the history that the editors see. The contributor did it; nobody is named.
mine-event-claimed = Taken into an account
mine-event-exported = Copy taken along

## What the editors see of who sent it. The two answers follow the first.
mine-desk-sender = Sent by
mine-desk-account = someone with an account
mine-desk-guest = a guest

## In the copy that people take along of all that they sent: why a file is missing.
mine-export-offline = This file can only be opened by a key that the newsroom keeps elsewhere. Ask the newsroom for it.
mine-export-gone = This file is damaged or gone.
