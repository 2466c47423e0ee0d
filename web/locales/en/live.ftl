# Who has a contribution in hand, what happens at the desk while it is open, and the keys.

## Who has it in hand. A claim: it begins with the first thing somebody does, and ends three minutes after they are gone.
claim-title = In hand
claim-mine = You have it in hand.
claim-held = { $name } has had it in hand since { $when }.
claim-held-plain = { $name } has it in hand. Nothing was done.
# Script puts the name in place of "#1" and the time in place of "#2".
claim-held-now = #1 has had it in hand since #2.
claim-free = Nobody has it in hand. With the first thing you do it is in yours.
claim-take = Take it in hand
claim-release = Let it go
claim-over = Take it over
claim-over-note = A word to { $name }
claim-over-note-plain = A word to whoever has it now
claim-over-hint = They see it at once, and it stays in the history.
claim-over-missing = Say in a few words why you take it over.
# Script puts the name in place of "#1" and their words in place of "#2".
claim-taken-over = #1 took it over: “#2”
claim-event-over = Taken over
# What was said to whoever had it.
claim-event-over-word = “{ $note }”
claim-refused-title = A colleague has it in hand
claim-refused-nothing = Nothing was done. You can read it, and you can take it over.
claim-typed = What you typed, to copy
claim-back = Back to the contribution

## What happens while the desk is open. Script puts numbers and names in place of "#".
live-fresh = # new. Show
# On a card: who has the contribution in hand.
live-claim = # has it
live-claim-mine = You have it
# On a card that was decided on: "Declined · Bo".
live-by = #1 · #2
live-gone = It is no longer here.
# "#1" is a name, "#2" where it stands now.
live-changed = #1 changed it just now. It stands: #2.
live-changed-somebody = It changed just now. It stands: #2.
live-show = Show how it is now
live-typed = Copy what you typed first: the page is loaded anew.
live-lost = There is no connection. What you see may be old.

## The keys.
keys-title = Keys
keys-next = Next
keys-previous = Previous
keys-open = Open
keys-select = Choose
keys-accept = Accept
keys-decline = Decline
keys-spam = Spam
keys-take = Take up
keys-reopen = Reopen
keys-undo = Undo
keys-note = Write a note
keys-ask = Ask the contributor
keys-search = Search
keys-grid = Grid or list
keys-help = This sheet
keys-queues = The queues
keys-are-off = Keys are off.
keys-change = Change keys, or turn them off
keys-close = Close
# "#" is what was wanted.
keys-none-here = Not possible here: #
keys-explained = Keys are places on the keyboard, so they stay where they are whatever script it writes. While you write in a field they do nothing.
keys-on = Use keys
keys-no-key = No key
keys-press = Or press the key that you want.
keys-reset = As they were at first
keys-unknown = This key cannot be used.
keys-twice = { $key } is already the key for “{ $other }”. Choose another for one of the two.

## The page of preferences.
preferences-title = How you like the desk
preferences-save = Save
preferences-saved = Saved.
