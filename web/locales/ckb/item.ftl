## The page.
item-steps = لە لیستەکەدا
item-previous = پێشوو
item-next = دواتر
item-place = { $place } لە { $count }
item-jumps = بەشەکانی ئەم پەڕەیە
item-jump-text = دەق
item-jump-recorded = پشکنین
item-jump-talk = گفتوگۆ
item-tabs = گفتوگۆ و تێبینی
item-tab-sender = لەگەڵ نێرەر
item-tab-desk = دەستەی دەسک
item-tab-own = تەنها خۆم
