## The page.
item-steps = Listede
item-previous = Önceki
item-next = Sonraki
item-place = { $place } / { $count }
item-jumps = Bu sayfanın bölümleri
item-jump-text = Metin
item-jump-recorded = Kontrol
item-jump-talk = Konuşma
item-tabs = Konuşma ve notlar
item-tab-sender = Gönderenle
item-tab-desk = Masa
item-tab-own = Yalnız ben
