# التحقق في غرفة التحرير: من أرسل، وإلى أي حد تحققنا، ومن قد يكون في خطر، والملاحظات.

## في استمارة المساهمة.
vet-contribute-risk = قد أتعرض أنا أو شخص آخر للخطر بسبب هذا
vet-contribute-risk-hint = عندها لا يراه إلا القلائل في غرفة الأخبار الذين يتابعون مثل هذه الحالات. لا حاجة إلى ذكر السبب.

vet-back = العودة إلى المساهمة
vet-too-long = اكتب { $most } حرفًا على الأكثر.
vet-save = حفظ

## من أرسلها.
vet-handle = المساهم { $code }
vet-person-first = أول ظهور
vet-person-sent = حتى الآن
vet-person-count = { $count ->
    [zero] لا مساهمات
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { $count } مساهمات
    [many] { $count } مساهمة
   *[other] { $count } مساهمة
}
vet-person-used = استُخدم { $used } من { $decided }
vet-person-others = من الشخص نفسه أيضًا
vet-person-all = كل ما أرسله هذا الشخص
vet-identity = الهوية
vet-identity-both = تُرك اسم وبريد إلكتروني.
vet-identity-name = تُرك اسم.
vet-identity-email = تُرك بريد إلكتروني.
vet-identity-none = لم يُترك شيء.
vet-identity-ask = إظهار…
vet-identity-title = من أرسلها
vet-identity-careful = عند الضرورة فقط
vet-identity-what = الاسم والبريد كما تُركا، ولم يتحقق منهما أحد. بعد هذا ستعرف من هو، وكذلك من ينظر من خلفك.
vet-identity-instead = لست بحاجة إلى أي منهما لتسأل المساهم: اكتب إليه من صفحة المساهمة.
vet-identity-why = لماذا تحتاج إليها؟
vet-identity-why-hint = كلمات قليلة لزملائك. لا تكتب الاسم هنا.
vet-identity-why-missing = اكتب لماذا تحتاج إليها.
vet-identity-audit = سيُكتب في السجل أنها أُظهرت لك، ومتى، ولماذا.
vet-identity-show = إظهار الاسم والبريد
vet-identity-until = تظهر لك حتى
vet-identity-keep = لا تنقلها إلى أحد ولا تكتبها في الملاحظات. إن احتجت إليها لاحقًا فاكتب السبب من جديد.
vet-identity-nothing = لم يُترك اسم ولا بريد إلكتروني.

## الثقة.
vet-trust = الثقة
vet-trust-unknown = غير معروف
vet-trust-known = معروف لدينا
vet-trust-trusted = موثوق
vet-trust-careful = توخَّ الحذر
vet-trust-hint = حكم من غرفة الأخبار. البرنامج لا يصدره أبدًا.
vet-trust-save = تحديد
vet-trust-unproved = قيل «{ $trust }» عن مساهمات سابقة من هذا العنوان. بوسع أي شخص أن يكتب عنوانًا: انظر إلى هذه من جديد.

## ملاحظات عن شخص.
vet-about-title = ملاحظات الزملاء
vet-about-open = الثقة والملاحظات عن هذا الشخص
vet-about-lede = يقرؤها كل من في غرفة التحرير إلى جانب كل ما يرسله هذا الشخص.
vet-about-label = ملاحظة عن هذا الشخص
vet-about-hint = بلا أسماء ولا عناوين من فضلك.
vet-about-add = إضافة الملاحظة
vet-note-missing = اكتب شيئًا أولًا.

## الخطر.
vet-risk-mark = في خطر
vet-risk-set = قد يكون أحد في خطر…
vet-risk-set-lede = عندها لا يراها إلا من يتابعون مثل هذه الحالات: لا تظهر لغيرهم في أي قائمة أو بحث أو عدد.
vet-risk-gone = لست منهم، لذلك ستختفي من أمامك. هم يتولون الأمر من هنا.
vet-risk-public = القصة المبنية عليها منشورة. وضع العلامة لا يسحبها: اسحب القصة أو أخبر رئيس تحرير.
vet-risk-set-yes = احمِها
vet-risk-lift = لم تعد في خطر…
vet-risk-lift-lede = سيراها كل من في غرفة التحرير من جديد.
vet-risk-lift-yes = أظهرها لكل غرفة التحرير
vet-risk-why = لماذا؟
vet-risk-why-hint = كلمات قليلة لزملائك. لا تذكر اسم المساهم.
vet-risk-why-missing = اكتب السبب بكلمات قليلة.
vet-risk-kept = شكرًا، إنها في أمان
vet-risk-kept-lede = من الآن لا يراها إلا من يرعون من هم في خطر. سيتولون أمرها، ولا شيء آخر عليك.

## إلى أي حد تحققنا.
vet-checks = التحقق
vet-summary = تم { $done } من { $all }
vet-summary-legal-open = تم { $done } من { $all }، والقانوني مفتوح
vet-asked = مطلوب
vet-item = { $item ->
    [source] المصدر معروف
    [original] رأينا الأصل
    [place] المكان
    [time] الزمان
    [content] الصور توافق النص
    [repeats] راجعنا التكرار
    [others] سألنا آخرين
   *[legal] القانوني
}
vet-item-hint = { $item ->
    [source] من أرسلها، وكيف وصلت إليه؟
    [original] هل هي أول ما ظهر أم نسخة؟
    [place] مبانٍ ولافتات وظلال وخريطة.
    [time] الطقس والضوء وما جرى حينها.
    [content] هل تُظهر الصور ما يقوله النص؟
    [repeats] من أين جاءت أيضًا، وماذا تقرر هناك؟
    [others] ماذا يقول من قد يعرف؟
   *[legal] هل يجوز نشرها: الحقوق، الأشخاص الظاهرون، القضايا الجارية؟
}
vet-level = { $level ->
    [open] مفتوح
    [seen] نُظر فيه
    [verified] تم التحقق
   *[legal] مُجاز
}
vet-checked = { $item ->
    [source] المصدر معروف
    [original] رأينا الأصل
    [place] المكان
    [time] الزمان
    [content] الصور توافق النص
    [repeats] راجعنا التكرار
    [others] سألنا آخرين
   *[legal] القانوني
}: { $level ->
    [open] مفتوح من جديد
    [seen] نُظر فيه
    [verified] تم التحقق
   *[legal] مُجاز
}
vet-how = كيف؟
vet-legal-chief = يقرر هذا رئيس تحرير.
vet-missing = { $item ->
    [source] لم يتم التحقق بعد: المصدر.
    [original] لم يتم التحقق بعد: الأصل.
    [place] لم يتم التحقق بعد: المكان.
    [time] لم يتم التحقق بعد: الزمان.
    [content] لم يتم التحقق بعد من أن الصور توافق النص.
    [repeats] لم تُراجع التكرارات بعد.
    [others] لم يُسأل آخرون قد يعرفون.
   *[legal] لم يُجزها رئيس تحرير بعد.
}

## الفئة والوسوم.
vet-sorting = الفئة والوسوم
vet-sorting-open = تغيير الفئة والوسوم
vet-sorting-save = حفظ
vet-category = الفئة
vet-category-none = بلا فئة
vet-category-gone = لم تعد هذه الفئة متاحة.
vet-tags = الوسوم
vet-tags-hint = كلمات قصيرة بينها فواصل، 12 على الأكثر.
vet-two-people = يلزم موافقة شخصين
vet-two-people-hint = يجب أن تأتي الموافقة الثانية من زميل آخر.

## صفحة الفئات.
vet-categories = الفئات
vet-categories-lede = ما تُصنَّف المساهمات بحسبه، وما يجب إنجازه قبل نشر أي منها.
vet-categories-none = لا فئات بعد.
vet-category-new = فئة جديدة
vet-category-not-offered = لم تعد متاحة.
vet-category-asks = { $count ->
    [zero] لا تحقق مطلوب
    [one] تحقق واحد مطلوب
    [two] تحققان مطلوبان
    [few] { $count } تحققات مطلوبة
    [many] { $count } تحققًا مطلوبًا
   *[other] { $count } تحقق مطلوب
}
vet-category-code = رمز قصير
vet-category-code-hint = للعناوين والمرشحات، ولا يتغير أبدًا. حروف لاتينية صغيرة وأرقام وشرطة سفلية، ويبدأ بحرف.
vet-category-code-bad = حروف لاتينية صغيرة وأرقام وشرطة سفلية فقط، ويبدأ بحرف. «new» محجوز.
vet-category-code-taken = توجد فئة بهذا الرمز.
vet-category-names = الاسم
vet-category-names-hint = بأكبر عدد من اللغات. حيث ينقص اسم تظهر الإنجليزية أو لغة أخرى.
vet-category-name-missing = أعطها اسمًا بلغة واحدة على الأقل.
vet-category-position = المكان في القائمة
vet-category-position-hint = رقم من 0 إلى 999؛ الأصغر أولًا.
vet-category-position-bad = أعطِ رقمًا من 0 إلى 999.
vet-category-offered = يمكن للمحررين اختيارها
vet-category-asked = مطلوب قبل النشر
vet-category-asked-hint = لا ينشر البرنامج شيئًا من هذه الفئة قبل التحقق من هذه.

## ملاحظات على مساهمة.
vet-note-title = ملاحظة
vet-notes-desk = ملاحظات لغرفة التحرير
vet-notes-desk-hint = يقرؤها كل من في غرفة التحرير. المساهم لا يقرؤها.
vet-notes-own = ملاحظات لي
vet-notes-own-hint = أنت وحدك تقرؤها.
vet-note-label = اكتب ملاحظة
vet-note-add = إضافة
vet-note-edited = عُدِّلت
vet-note-deleted = حُذفت
vet-note-change = تعديل
vet-note-edit = تعديل الملاحظة
vet-note-edit-hint = يمكنك تعديلها خلال خمس دقائق من كتابتها.
vet-note-too-late = انقضت الدقائق الخمس. كلماتك ما زالت هنا: انسخها إلى ملاحظة جديدة.
vet-note-delete = حذف
vet-note-delete-sure = تذهب الكلمات بلا رجعة.
vet-note-delete-yes = نعم، احذف
vet-mentioned = إلى:
vet-mention-pick = نادِ زميلًا
vet-mention-hint = يمكنك أيضًا كتابة @ والاسم في الملاحظة.
vet-mention-may-not = لا يحق لـ { $name } رؤية هذه المساهمة ولن يعلم بالملاحظة.
vet-mentions = الإشارات إليك
vet-mentions-none = لم يُشر إليك أحد بعد.
vet-mentions-all-seen = رأيت الكل
vet-mention-new = جديدة
vet-mention-open = فتح

## السجل.
vet-event-risk-set = وُضعت علامة الخطر
vet-event-risk-lifted = لم تعد في خطر
vet-event-identity = أُظهرت الهوية
vet-event-trust = حُددت الثقة
vet-event-checked = تحقق
vet-event-sorted = تغيرت الفئة أو الوسوم
vet-event-why = السبب: { $why }
vet-done-risk-set = وُضعت عليها علامة الخطر. لا يراها إلا من يتابعون مثل هذه الحالات.
vet-done-risk-lifted = أزيلت عنها علامة الخطر.
vet-done-sorted = حُفظت الفئة والوسوم.

## كتابة القصة.
vet-credit = النسبة
vet-credit-name = الاسم الذي أعطاه المساهم
vet-credit-name-more = يُوضع عند نشر القصة. لا تراه هنا.
vet-credit-other = كلمات أخرى، أو بلا اسم

## أهل غرفة الأخبار.
vet-people-risk = من هم في خطر
vet-people-risk-always = يرى رؤساء التحرير والمديرون دائمًا المساهمات التي قد تعرّض أحدًا للخطر.
vet-people-risk-yes = يرى المساهمات التي قد تعرّض أحدًا للخطر.
vet-people-risk-no = لا يرى المساهمات التي قد تعرّض أحدًا للخطر.
vet-people-risk-grant = السماح برؤيتها
vet-people-risk-take = إيقاف رؤيتها
vet-people-risk-hint = يسري فورًا، وفي الصفحات المفتوحة أيضًا.
vet-account-risk-granted = يحق له رؤية المساهمات التي قد تعرّض أحدًا للخطر
vet-account-risk-taken = لم يعد يحق له رؤية المساهمات التي قد تعرّض أحدًا للخطر


vet-letter-subject = أشار إليك زميل في { $site }
vet-letter = في ملاحظة في غرفة التحرير. لا نذكر أين بالبريد، لأن غيرك قد يقرؤه.
vet-letter-before = تراها عند تسجيل الدخول. وهناك يمكنك أن تقول إنك لا تريد رسائل كهذه:
vet-letter-open = اقرأ الملاحظة
vet-mention-mail = أخبرني بالبريد أيضًا عندما يُشار إليّ
vet-mention-mail-save = حفظ
