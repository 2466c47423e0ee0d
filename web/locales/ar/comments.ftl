comment-again-title = تعليقك
comment-answered = أنت تردّ على { $name }:
comment-body-missing = من فضلك اكتب شيئًا.
comment-body-long = { $most ->
    [zero] للتعليق { $most } حرف على الأكثر.
    [one] للتعليق حرف واحد على الأكثر ({ $most }).
    [two] للتعليق حرفان على الأكثر ({ $most }).
    [few] للتعليق { $most } أحرف على الأكثر.
    [many] للتعليق { $most } حرفًا على الأكثر.
   *[other] للتعليق { $most } حرف على الأكثر.
}
comment-email-wrong = هذا ليس عنوان بريد إلكتروني. يُكتب العنوان هكذا: name@example.org
comment-email-for-answers = لكي نتمكّن من إعلامك بالردود، أدخل عنوان بريدك الإلكتروني من فضلك. لن يُعرض علنًا.
comment-parent-gone = التعليق الذي تردّ عليه لم يعد موجودًا. يمكنك أن تقول هذا للجميع: اضغط «إرسال» مرة أخرى.
comment-appeal = اقرأ لماذا لا يمكنك التعليق، وأخبرنا إن كان ذلك خطأ
comment-edit-title = تعديل تعليقك
comment-edit-label = تعليقك
comment-edit-hint = { $minutes ->
    [zero] يمكن تعديل التعليق خلال { $minutes } دقيقة من إرساله، ويُذكر بعدها أنه عُدّل.
    [one] يمكن تعديل التعليق خلال دقيقة واحدة ({ $minutes }) من إرساله، ويُذكر بعدها أنه عُدّل.
    [two] يمكن تعديل التعليق خلال دقيقتين ({ $minutes }) من إرساله، ويُذكر بعدها أنه عُدّل.
    [few] يمكن تعديل التعليق خلال { $minutes } دقائق من إرساله، ويُذكر بعدها أنه عُدّل.
    [many] يمكن تعديل التعليق خلال { $minutes } دقيقة من إرساله، ويُذكر بعدها أنه عُدّل.
   *[other] يمكن تعديل التعليق خلال { $minutes } دقيقة من إرساله، ويُذكر بعدها أنه عُدّل.
}
comment-edit-save = حفظ
comment-leave = أبقِه كما هو
comment-edit-late = { $minutes ->
    [zero] يمكن تعديل التعليق خلال { $minutes } دقيقة من إرساله. ما زال بإمكانك حذفه.
    [one] يمكن تعديل التعليق خلال دقيقة واحدة ({ $minutes }) من إرساله. ما زال بإمكانك حذفه.
    [two] يمكن تعديل التعليق خلال دقيقتين ({ $minutes }) من إرساله. ما زال بإمكانك حذفه.
    [few] يمكن تعديل التعليق خلال { $minutes } دقائق من إرساله. ما زال بإمكانك حذفه.
    [many] يمكن تعديل التعليق خلال { $minutes } دقيقة من إرساله. ما زال بإمكانك حذفه.
   *[other] يمكن تعديل التعليق خلال { $minutes } دقيقة من إرساله. ما زال بإمكانك حذفه.
}
comment-edit-gone = أُزيل هذا التعليق، فلم يعد تعديله ممكنًا.
comment-changed-meanwhile = عُدّل هذا التعليق في هذه الأثناء، ربما عدّلته أنت في صفحة أخرى. ما كتبته ما زال هنا: انظر إليه ثم احفظ مرة أخرى.
comment-delete-title = هل تريد حذف تعليقك؟
comment-delete-sure = سيُحذف نهائيًا مع اسمك. إن ردّ عليه أحد تبقى الردود، ويُكتب مكانه أن التعليق حُذف.
comment-delete-yes = حذف
comment-like-own = هذا التعليق تعليقك أنت.
comment-report-title = الإبلاغ عن تعليق
comment-report-lede = تنظر غرفة الأخبار فيما تبلّغ عنه. ولا يعرف صاحب التعليق من أبلغ عنه.
comment-report-of = تعليق من { $name }
comment-report-reason = ما المشكلة فيه؟
comment-reason-spam = إعلان، أو الشيء نفسه مرارًا
comment-reason-hate = إهانة أو كراهية
comment-reason-threat = تهديد، أو دعوة إلى العنف
comment-reason-private = يكشف أمورًا خاصة عن شخص ما
comment-reason-false = غير صحيح
comment-reason-other = شيء آخر
comment-reason-legal = مخالف للقانون
comment-reason-legal-more = هذا إشعار رسمي. اذكر السبب من فضلك، واترك عنوانًا لنردّ عليك.
comment-reason-missing = اختر من فضلك ما المشكلة في التعليق.
comment-report-note = مزيد من التفاصيل
comment-report-note-hint = مطلوب فقط عند الإشعار بمخالفة القانون: أي قانون، وكيف.
comment-note-missing = اذكر من فضلك أي قانون يخالف، وكيف.
comment-note-long = { $most ->
    [zero] استخدم { $most } حرف على الأكثر من فضلك.
    [one] استخدم حرفًا واحدًا ({ $most }) على الأكثر من فضلك.
    [two] استخدم حرفين ({ $most }) على الأكثر من فضلك.
    [few] استخدم { $most } أحرف على الأكثر من فضلك.
    [many] استخدم { $most } حرفًا على الأكثر من فضلك.
   *[other] استخدم { $most } حرف على الأكثر من فضلك.
}
comment-report-email = عنوان بريدك الإلكتروني
comment-report-email-hint = فقط للإشعار بمخالفة القانون؛ وفي غير ذلك لا نحتفظ به. لن يُعرض علنًا.
comment-report-email-missing = اترك عنوانًا من فضلك، لنتمكّن من الرد على إشعارك.
comment-report-legal-title = ماذا يحدث للإشعار بمخالفة القانون
comment-report-legal-looks = يقرأه شخص من غرفة الأخبار؛ ولا تبتّ فيه أي آلة.
comment-report-legal-decides = يقرّر إن كان التعليق يبقى. ويعرف صاحبه القرار وسببه، ولا يعرف من أنت.
comment-report-legal-answers = يصلك الرد على عنوانك، ومعه ننسى العنوان، وفي موعد أقصاه ٣٠ يومًا بعد القرار.
comment-report-send = إرسال البلاغ
comment-reported-title = شكرًا لك
comment-reported-words = وصل بلاغك إلى غرفة الأخبار، وستنظر في التعليق.
comment-reported-back = العودة إلى التعليقات
