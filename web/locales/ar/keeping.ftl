# مدة حفظ المساهمات، والحفظ القانوني، وسلسلة التدقيق.

## في صفحة المساهمة.
keeping-title = مدة الحفظ
keeping-identity = الاسم والعنوان
keeping-rest = كل ما ليس منشورًا
keeping-all = كل شيء
keeping-gone = حُذف
keeping-never = لم يُذكر شيء
keeping-stays = محفوظ حاليًا
keeping-goes-now = يُحذف في الجولة القادمة
keeping-goes = { $days ->
    [one] يُحذف بعد يوم
    [two] يُحذف بعد يومين
    [few] يُحذف بعد { $days } أيام
   *[other] يُحذف بعد { $days } يومًا
}
keeping-in-talk = ما دمتم تنتظرون جوابًا، أو كان جوابٌ لم يُقرأ، فلا يُحذف شيء.
keeping-rules-link = القواعد
keeping-audit-link = في سلسلة التدقيق
keeping-hold = تجميد الحذف
keeping-hold-lede = لا يُحذف منها شيء بموجب القواعد حتى يرفع رئيس التحرير التجميد: لمحكمة أو شكوى أو تحقيق. يُقال للمرسل إنها محفوظة، ولا يُقال السبب.
keeping-hold-yes = تجميد الحذف
keeping-held = الحذف مجمّد: لا يُحذف منها شيء.
keeping-lift = رفع التجميد
keeping-lift-lede = تُحذف من الآن بموجب القواعد من جديد، وتبدأ أيامها اليوم من أولها.
keeping-lift-yes = رفع التجميد
keeping-lift-chief = رفع التجميد لرئيس التحرير وحده.
keeping-why = السبب
keeping-why-hint = للزملاء وللسجل. لا تذكروا أسماء من خارج غرفة الأخبار.
keeping-why-missing = اذكروا السبب من فضلكم.

## في سجل المساهمة.
keeping-event-held = جُمّد الحذف
keeping-event-lifted = رُفع التجميد
keeping-event-identity = حُذف الاسم والعنوان بموجب القواعد
keeping-event-rest = حُذف ما ليس منشورًا بموجب القواعد
audit-link = في سلسلة التدقيق: ‎#{ $seq }

## القواعد، لرؤساء التحرير.
keeping-rules-title = كم تُحفظ المساهمات
keeping-rules-lede = لكل حالة: بعد كم يوم تُحذف هوية المرسل، وبعد كم يوم تُحذف كلها. تُحسب الأيام منذ دخلت المساهمة حالتها.
keeping-rules-identity = أيام حتى حذف الاسم والعنوان
keeping-rules-content = أيام حتى حذف كل شيء
keeping-rules-hint = الحقل الفارغ يعني الحفظ. ما نُشر من المساهمات يبقى منشورًا. وما جُمّد حذفه وما ينتظر جوابًا لا يُحذف أبدًا.
keeping-rules-preview = اعرضوا أثرها
keeping-rules-save = اعتماد هذه القواعد
keeping-days-wrong = اكتبوا عدد أيام من ٠ إلى { $most }، أو اتركوا الحقل فارغًا.
keeping-identity-first = لا يبقى الاسم والعنوان أطول من سائر المساهمة.
keeping-days = { $days ->
    [0] فورًا
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
   *[other] { $days } يومًا
}
keeping-kept = محفوظ
keeping-preview = أثر هذه القواعد
keeping-preview-same = لا يتغير شيء: القواعد هكذا أصلًا.
keeping-preview-content = { $count ->
    [0] لن تُحذف غدًا أي مساهمة.
    [one] ستُحذف غدًا مساهمة واحدة.
    [two] ستُحذف غدًا مساهمتان.
    [few] ستُحذف غدًا { $count } مساهمات.
   *[other] ستُحذف غدًا { $count } مساهمة.
}
keeping-preview-identity = { $count ->
    [0] لن يُحذف أي اسم أو عنوان.
    [one] سيُحذف اسم مساهمة واحدة وعنوانها.
    [two] ستُحذف أسماء مساهمتين وعناوينهما.
    [few] ستُحذف أسماء { $count } مساهمات وعناوينها.
   *[other] ستُحذف أسماء { $count } مساهمة وعناوينها.
}
keeping-preview-day = تسري بعد يوم من اعتمادها، ويمكن إلغاؤها حتى ذلك الحين.
keeping-pending = يسري لاحقًا
keeping-pending-days = الاسم والعنوان: { $identity }؛ كل شيء: { $content }
keeping-pending-from = منذ
keeping-call-off = إلغاء
keeping-stopped = لا يُحذف شيء الآن
keeping-clock-apart = ساعتا قاعدة البيانات وهذا البرنامج تختلفان أكثر من ساعة.
keeping-clock-jumped = قفزت الساعة إلى الأمام أكثر من ساعة. يستمر الحذف من تلقاء نفسه حين تصح الساعة.
keeping-clock-long = كان الخادم متوقفًا أكثر من أسبوع، أو هكذا تقول ساعته.
keeping-clock-right = الوقت صحيح
keeping-clock-sure = قارنوا الوقت بساعة أخرى أولًا. ما يُحذف قبل أوانه لا يعود.
keeping-clock-yes = نعم، الوقت صحيح

## للمرسل، في صفحة الإيصال.
keeping-receipt-title = كم نحفظها
keeping-receipt-held = علينا أن نحفظها حاليًا.
keeping-receipt-identity-gone = لم يعد لدينا اسمك وعنوانك.
keeping-receipt-identity = اسمك وعنوانك: حتى { $day }.
keeping-receipt-identity-stays = اسمك وعنوانك: حاليًا.
keeping-receipt-rest-gone = ليس لدينا إلا ما هو منشور.
keeping-receipt-rest = كل ما ليس منشورًا: حتى { $day }.
keeping-receipt-all = كل شيء: حتى { $day }.
keeping-receipt-published = يبقى المنشور حتى تسحبه.
keeping-receipt-all-stays = كل شيء: حاليًا.
keeping-receipt-talk = ما دمنا نتحدث معك فلا يُحذف شيء.

## سلسلة التدقيق، لرؤساء التحرير.
audit-title = التدقيق
audit-lede = من فعل ماذا في غرفة الأخبار، ومتى. كل قيد مختوم بالذي قبله: لا يُغيَّر ولا يُنزع منها شيء دون أن يُلاحظ.
audit-filter = اختيار ما يُعرض
audit-person = مَن، أو بمَن
audit-kind = ماذا
audit-from = من
audit-until = إلى
audit-item = المساهمة (رقمها في العنوان)
audit-show = عرض
audit-all = عرض الكل
audit-any = أي شيء
audit-anybody = أي شخص
audit-empty = لا يوجد شيء كهذا.
audit-hash = الختم
audit-take = أخذ نسخة
audit-take-hint = مع الأختام، لتُفحص في مكان آخر. ويُكتب أنكم أخذتموها.
audit-take-csv = بصيغة CSV
audit-take-jsonl = أسطر JSON
audit-head = نهاية السلسلة:
audit-begun = بداية السلسلة
audit-erased = حُذفت مع سجلها
audit-retention-changed = وُضعت قواعد الحفظ
audit-retention-kept = أُلغيت قواعد حفظ جديدة
audit-clock-confirmed = أكّد أن الوقت صحيح
audit-exported = أُخذت نسخة من التدقيق
audit-reasons-changed = غُيّرت الأسباب
audit-categories-changed = غُيّرت الفئات
