## The page.
item-steps = في القائمة
item-previous = السابق
item-next = التالي
item-place = { $place } من { $count }
item-jumps = أقسام هذه الصفحة
item-jump-text = النص
item-jump-recorded = التحقق
item-jump-talk = المحادثة
item-tabs = المحادثة والملاحظات
item-tab-sender = مع المُرسِل
item-tab-desk = مكتب التحرير
item-tab-own = أنا فقط
