# Where a contributor comes back with a receipt code, and the mail that says that something came in.
# Explanations stand in the English file.

receipt-title = ما حدث لقصتك
receipt-lede = اكتب رمز الإيصال الذي ظهر لك بعد الإرسال.
receipt-code-label = رمز الإيصال
receipt-code-hint = خمس مجموعات، في كل منها أربعة أحرف وأرقام. لا تهم الأحرف الصغيرة ولا المسافات ولا غياب الشرطات.
receipt-show = عرض
receipt-lost = لا نستطيع استعادة رمز مفقود، لأننا لا نحفظه. ويمكنك دائمًا إرسال قصتك من جديد.
receipt-code-missing = اكتب رمز إيصالك.
receipt-code-wrong = لا نعرف رمزًا كهذا. يُرجى مقارنته حرفًا حرفًا بما احتفظت به.

receipt-status-kicker = ما حدث لهذه المساهمة
receipt-steps-title = إلى أين وصلت
receipt-step-received = وصلتنا
receipt-step-waiting = تنتظر أحد المحررين
receipt-step-checking = أحد المحررين يتحقق منها
receipt-step-checked = تحقق منها أحد المحررين
receipt-step-question = لدينا سؤال لك
receipt-step-accepted = نريد استخدامها ونعمل على إعدادها
receipt-step-published = نُشرت
receipt-step-not-used = لن نستخدمها
receipt-step-withdrawn = سحبتها بنفسك
receipt-step-decision-ahead = نقرر هل يمكننا استخدامها
receipt-step-published-ahead = تُنشر
receipt-read-story = اقرأ القصة المنشورة

receipt-reason-title = لماذا لن نستخدمها
receipt-not-used-unsaid = لا تلائم ما ننشره في الوقت الحالي.
receipt-reason-thanks = ومع ذلك نشكرك لأنك أخبرتنا.

receipt-files-title = ملفاتك
receipt-file = الملف { $number }
receipt-file-waiting = قيد الإعداد
receipt-file-ready = محفوظ لدينا بأمان
receipt-file-refused = تعذّر استخدامه
receipt-file-original = أصل الملف { $number }
receipt-files-add-title = هل لديك ما تضيفه؟
receipt-files-add-words = يمكنك إضافة صور أو مقاطع فيديو ما دمنا لم نقرر بعد.
receipt-files-add-label = المزيد من الصور أو مقاطع الفيديو
receipt-files-add = إضافتها
receipt-files-added = وصلت ملفاتك، وهي الآن جزء من مشاركتك.
receipt-files-closed = لم يعد ممكنًا إضافة شيء إلى هذه المشاركة، لذلك لم تُؤخذ ملفاتك. ما زالت على جهازك، ويمكنك إرسالها في مشاركة جديدة.
receipt-files-missing = اختر ملفًا واحدًا على الأقل.

receipt-consent-title = ما سمحت به

receipt-change-title = هل غيّرت رأيك؟
receipt-change-words = يمكنك سحب مساهمتك مهما حدث لها.
receipt-withdraw = اسحبها
receipt-withdraw-sure = هل تريد حقًا سحبها؟
receipt-withdraw-means = لن ننشرها. وإذا كانت منشورة فستختفي من صفحاتنا، نصًا وصورًا. لا يمكن التراجع عن ذلك.
receipt-withdraw-yes = نعم، اسحبها
receipt-withdraw-no = لا، اتركها كما هي
receipt-withdrawn-means = لن تُنشر مساهمتك. وإذا كانت قد نُشرت فقد أُزيلت من صفحاتنا أو ستُزال قريبًا.
receipt-look-again = تحقق من جديد

mail-received-subject = وصلت رسالتك إلى { $site }
mail-received-text =
    شكرًا لك. وصل ما أرسلته إلى { $site } بسلام.

    سيطّلع عليه أحد المحررين. قد يستغرق ذلك بضعة أيام. برمز الإيصال الذي ظهر لك يمكنك أن تعرف في أي وقت إلى أين وصل:
