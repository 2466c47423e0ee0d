# The talk between the desk and whoever sent a contribution. Explanations stand in the English file.

talk-ask-which-street = في أي شارع كان هذا؟
talk-ask-when-exactly = متى كان هذا بالضبط: في أي يوم وفي أي ساعة؟
talk-ask-moment-before = هل يمكنك إرسال ما صُوّر قبل ذلك مباشرة؟
talk-ask-who-filmed = من صوّر هذا؟
talk-ask-original-file = هل يمكنك إرسال الملف الأصلي كما أنتجته الكاميرا أو الهاتف؟
talk-ask-more-photos = هل لديك صور أو مقاطع أخرى لهذا؟
talk-ask-may-show-face = هل نستطيع إظهار الوجه الذي يُرى؟
talk-ask-may-name = هل نستطيع ذكر اسمك معها؟
talk-ask-consent-again = ماذا تسمح لنا أن نفعل بمساهمتك؟ نرجو أن تخبرنا مرة أخرى.
talk-ask-other = سؤال آخر
talk-yes = نعم
talk-no = لا

talk-not-decided = اتُّخذ فيها قرار. أعد فتحها قبل أن تسأل شيئًا.
talk-not-withdrawn = سحبها المساهم، فلا نزعجه.
talk-not-files = لا يمكن إضافة ملفات إلى مساهمة منشورة، لذلك لا يمكن طلبها.
talk-nothing = اكتب شيئًا أو اختر إجابة أولًا.
talk-other-missing = اكتب سؤالك.
talk-too-long = يجب ألا يزيد هذا النص على { $most } حرف.
talk-too-many-open = لا يمكن أن ينتظر الجواب أكثر من { $most } سؤالًا في آن واحد.
talk-due-missing = اختر متى تحتاج إلى الجواب.
talk-due-past = انقضى هذا اليوم.
talk-due-far = اختر يومًا خلال الأيام التسعين القادمة.
talk-undo-late = لم يعد ممكنًا سحبه: يستطيع المساهم قراءته.
talk-closed-already = أُجيب عن هذا السؤال أو أُغلق من قبل.

talk-title = الحديث مع المُرسِل
talk-empty = لم يُسأل شيء ولم يُقل شيء بعد.
talk-answer-by = الجواب مطلوب حتى
talk-overdue = متأخر
talk-answer-to = جوابًا عن:
talk-with-files = { $count ->
    [zero] لم يُضف أي ملف.
    [one] أُضيف ملف واحد.
    [two] أُضيف ملفان.
    [few] أُضيفت { $count } ملفات.
    [many] أُضيف { $count } ملفًا.
   *[other] أُضيف { $count } ملف.
}
talk-stands-waiting = بانتظار الجواب
talk-stands-answered = أُجيب عنه
talk-stands-dropped = لم يعد مطلوبًا
talk-stands-settling = قيد الإرسال
talk-seen = رآه المُرسِل
talk-unread = لم يُقرأ بعد
talk-close = لم يعد مطلوبًا
talk-read = وضع علامة مقروء
talk-undo-words = يُرسل بعد ثوانٍ.
talk-undo = تراجع
talk-ask-open = اسأل أو اكتب
talk-say-open = اكتب
talk-questions = ماذا تريد أن تعرف؟
talk-questions-hint = يقرأ المُرسِل الأسئلة بهذه اللغة: { $language }.
talk-other = نص السؤال الآخر
talk-due = الجواب حتى
talk-due-days = { $days ->
    [zero] اليوم
    [one] خلال يوم
    [two] خلال يومين
    [few] خلال { $days } أيام
    [many] خلال { $days } يومًا
   *[other] خلال { $days } يوم
}
talk-due-date = في يوم تختاره
talk-reply = رد محفوظ
talk-reply-choose = اختر ردًا
talk-reply-insert = أدرج
talk-body = رسالتك
talk-body-hint = يقرأ المُرسِل «غرفة الأخبار»، ولا يقرأ اسمك أبدًا. اكتب بلغته.
talk-preview = معاينة
talk-preview-title = هذا ما سيقرؤه المُرسِل
talk-send = إرسال
talk-done-sent = أُرسلت. يُبلَّغ المُرسِل من دون كلمة عن مضمونها.
talk-done-undone = سُحبت. لا يعلم المُرسِل عنها شيئًا.
talk-done-closed = أُغلق السؤال.

talk-replies-manage = إدارة الردود المحفوظة
talk-replies-title = الردود المحفوظة
talk-replies-lede = ردود يستطيع كل المحررين استخدامها. لكل رد لغة، ويُعرض حين يكتب المُرسِل بها.
talk-replies-languages = اللغات
talk-replies-empty = لا ردود بهذه اللغة بعد.
talk-replies-new = رد جديد
talk-replies-name = العنوان، للزملاء
talk-replies-body = النص، للمُرسِلين
talk-replies-position = موضعه في القائمة
talk-replies-save = حفظ
talk-replies-remove = إزالة
talk-replies-saved = حُفظ.
talk-replies-removed = أُزيل.
talk-replies-title-missing = اكتب له عنوانًا.
talk-replies-body-missing = اكتب نصه.
talk-replies-conflict = غيّره زميل أو أزاله في هذه الأثناء. نصك ما زال هنا؛ احفظه من جديد إن أردت الإبقاء عليه.

talk-reader-title = حديثك مع غرفة الأخبار
talk-reader-asked = لدى غرفة الأخبار سؤال لك
talk-reader-due = نرجو الجواب حتى
talk-reader-said = وصلت رسالتك إلى غرفة الأخبار.
talk-reader-before = ما قيل حتى الآن
talk-reader-newsroom = غرفة الأخبار
talk-reader-you = أنت
talk-reader-write = اكتب إلى غرفة الأخبار
talk-reader-body = رسالتك
talk-reader-send = إرسال
talk-reader-more = هل لديك شيء آخر؟
talk-reader-answer = أرسل إجاباتي
talk-answer-hint = جوابك
talk-answer-files-hint = أو أخبرنا بالكلمات
talk-answer-more-hint = إن كان لديك ما تضيفه
talk-reader-to-files = أضف ملفات
talk-reader-files-answer = عمّ تجيب هذه الملفات
talk-reader-name-means = إن أجبت تغيّر معه ما سمحت به: مع ذكر اسمك أو من دونه.
talk-reader-ended = ما زال بإمكانك الكتابة خلال { $days } يومًا بعد القرار.
talk-reader-too-late = مضى أكثر من { $days } يومًا، لذلك لم يُرسل هذا. إليك نصه كي لا يضيع:
talk-ended = لم تعد غرفة الأخبار تستقبل رسائل عن هذه المساهمة. ويمكنك دائمًا إرسال مساهمة جديدة.
talk-slowly = كتبت كثيرًا في الساعة الأخيرة. نصك ما زال هنا؛ نرجو إرساله بعد قليل.
talk-waiting = ما كتبته ما زال هنا، ويُرسل مع الرمز الصحيح:

talk-allowed = حُفظ. من الآن يسري هذا:
talk-consent-terms = الشروط، النسخة { $version }
talk-allow-open = غيّر ما تسمح به
talk-allow-legend = ماذا نستطيع أن نفعل بها؟
talk-allow = حفظ
talk-allow-public = إنها منشورة. إن اخترت عدم ذكر اسمك اختفى منها فورًا. وبالاختيار الأخير تختفي القصة نهائيًا.
talk-allow-sure = هل تريد أن تختفي القصة المنشورة؟
talk-allow-means = بهذا الاختيار تُزال فورًا من صفحاتنا، نصًا وصورًا، ولا يمكن إعادتها. ويبقى ما أرسلته لدى غرفة الأخبار للعلم فقط.
talk-allow-yes = نعم، أزيلوها
talk-consent-withdrawn = لقد سحبتها. لم يبق ما تسمح به.
talk-consent-public = إنها منشورة، فلا نستطيع أن نسألك أولًا. اختر إجابة أخرى، أو اسحبها.

talk-signed-out-title = خرجت من حسابك
talk-signed-out-words = لم يضع شيء مما كتبته. سجّل الدخول في صفحة جديدة، ثم عد إلى هذه وأرسله.
talk-signed-out-signin = تسجيل الدخول
talk-signed-out-send = أرسله الآن

talk-mail-asked-subject = لدى { $site } سؤال لك
talk-mail-asked-text =
    لدى غرفة أخبار { $site } سؤال عن شيء أرسلته.

    يمكنك قراءته والجواب عنه برمز الإيصال الذي ظهر لك:
talk-mail-said-subject = كتبت إليك { $site }
talk-mail-said-text =
    كتبت إليك غرفة أخبار { $site } عن شيء أرسلته.

    يمكنك قراءة ذلك برمز الإيصال الذي ظهر لك:
talk-mail-reminder-subject = تنتظر { $site } جوابك
talk-mail-reminder-text =
    سألتك غرفة أخبار { $site } عن شيء، وتحتاج إلى جوابك حتى الغد.

    يمكنك قراءته والجواب عنه برمز الإيصال الذي ظهر لك:

talk-event-asked = أُرسل سؤال
talk-event-wrote = أُرسلت رسالة إلى المساهم
talk-event-unasked = سُحب قبل إرساله
talk-event-question-closed = لم يعد الجواب مطلوبًا
talk-event-read = قُرئت الرسالة
talk-event-told = أُبلغ المساهم
talk-event-reminded = ذُكّر المساهم
talk-event-answered = أُجيب عن السؤال
talk-event-contributor-wrote = رسالة من المساهم
talk-event-consent-changed = تغيّرت الموافقة
