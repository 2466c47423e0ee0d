# Comments as they are read. Explanations stand in the English file.

thread-title = { $count ->
    [0] التعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقًا
   *[other] { $count } تعليق
}
thread-page-title = التعليقات على { $title }
thread-comment-title = { $name } حول { $title }
thread-back = العودة إلى المقال
thread-back-all = كل التعليقات
thread-gone = لم يعد ما قيل هنا موجودًا، ومعه مقاله.
thread-comment-gone = لم يعد هذا التعليق موجودًا.
thread-empty = لم يقل أحد شيئًا بعد. كن أول من يعلّق.
thread-empty-closed = لم يقل أحد شيئًا هنا.
thread-no-more = لا توجد تعليقات أخرى.
thread-closed = التعليقات مغلقة هنا. ويبقى ما قيل متاحًا للقراءة.
thread-order = ترتيب التعليقات
thread-newest = الأحدث
thread-oldest = الأقدم
thread-liked = الأكثر إعجابًا
thread-first = العودة إلى البداية
thread-next = المزيد من التعليقات
thread-own = تعليقاتك
thread-news = تعليقات جديدة: #

thread-staff = غرفة الأخبار
thread-edited = عُدّل
thread-promoted = توصي به غرفة الأخبار
thread-waits = ينتظر هذا التعليق غرفة الأخبار. أنت وحدك تراه.
thread-waits-more = شكرًا لك. تقرأ غرفة الأخبار تعليقك قبل أن يراه الجميع، وحتى ذلك الحين تراه أنت وحدك هنا.
thread-held = ينتظر هذا التعليق غرفة الأخبار.
thread-deleted = حذف صاحب التعليق تعليقه.
thread-removed = أزالت غرفة الأخبار هذا التعليق.
thread-removed-own = أزالت غرفة الأخبار تعليقك.
thread-reply = ردّ
thread-quote = ردّ مع اقتباس
thread-like = أعجبني
thread-likes = الإعجابات
thread-more-acts = المزيد
thread-link = رابط هذا التعليق
thread-copied = نُسخ الرابط.
thread-report = إبلاغ
thread-edit = تعديل
thread-delete = حذف
thread-desk = عرضه في مكتب التحرير
thread-answers-more = المزيد من الردود
thread-loose = ردًا على هذا
thread-above = ردًا على
thread-this = التعليق والردود عليه
thread-mute = أخفِ هذا الشخص على هذا الجهاز
thread-muted = أخفيت هذا الشخص على هذا الجهاز.
thread-unmute = أظهره من جديد

thread-write = قل رأيك
thread-write-answer = ردّ
thread-cancel = إلغاء
thread-holds = تقرأ غرفة الأخبار كل تعليق هنا قبل أن يظهر.
thread-holds-first = تقرأ غرفة الأخبار تعليقك الأول قبل أن يظهر.
thread-slow = { $seconds ->
    [one] في هذا النقاش يمكن لكل شخص أن يكتب مرة كل ثانية.
    [two] في هذا النقاش يمكن لكل شخص أن يكتب مرة كل ثانيتين.
    [few] في هذا النقاش يمكن لكل شخص أن يكتب مرة كل { $seconds } ثوانٍ.
   *[other] في هذا النقاش يمكن لكل شخص أن يكتب مرة كل { $seconds } ثانية.
}
thread-form-body = تعليقك
thread-form-answers = تردّ على { $name }.
thread-form-as = تكتب باسم { $name }.
thread-form-guest = علّق كضيف
thread-form-guest-or = أو اكتب باسمك:
thread-form-sign-in = سجّل الدخول
thread-form-name = الاسم
thread-form-email = البريد الإلكتروني
thread-form-email-hint = لن يُعرض للعموم.
thread-form-wants = أخبروني بالبريد الإلكتروني عندما يردّ أحد
thread-form-send = أرسل التعليق

thread-article-heading = التعليقات على صفحة من موقعكم
thread-article-lede = لا توجد تعليقات على هذه الصفحة بعد. وعندما تبدأ يمكن للجميع قراءتها والكتابة فيها.
thread-article-url = عنوان الصفحة
thread-article-title = العنوان الرئيسي
thread-article-language = لغة الصفحة
thread-article-begin = ابدأ التعليقات
thread-article-url-bad = هذا ليس عنوان صفحة من موقعكم. مواقعكم مذكورة في الإعدادات (web.cors_origins). أما القصص فلها تعليقاتها من تلقاء نفسها.
thread-article-title-bad = يُرجى كتابة العنوان الرئيسي في ٢٠٠ حرف على الأكثر.
thread-article-language-bad = يُرجى اختيار اللغة.
