## The page.
item-steps = Di lîsteyê de
item-previous = Ya berê
item-next = Ya din
item-place = { $place } ji { $count }
item-jumps = Beşên vê rûpelê
item-jump-text = Nivîs
item-jump-recorded = Kontrol
item-jump-talk = Axaftin
item-tabs = Axaftin û not
item-tab-sender = Bi şander re
item-tab-desk = Mase
item-tab-own = Tenê ez
