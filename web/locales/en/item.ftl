# The page of one contribution at the desk, its player, what was claimed and recorded, and care for who looks.

## The page.
item-steps = In the list
item-previous = Previous
item-next = Next
item-place = { $place } of { $count }
item-jumps = Parts of this page
item-jump-text = Text
item-jump-recorded = Check
item-jump-talk = Talk
item-tabs = Talk and notes
item-tab-sender = With the sender
item-tab-desk = The desk
item-tab-own = Only me
