# What every page says. Explanations stand in the English file.

brand = كن جزءًا من { $site }
skip-to-main = انتقل إلى المحتوى الرئيسي
nav-main = القائمة الرئيسية
nav-stories = القصص
nav-contribute = أرسل قصتك
nav-receipt = إيصالك
nav-desk = مكتب التحرير
nav-me = حسابي
nav-sign-in = تسجيل الدخول
nav-language = اللغة
nav-foot = المزيد

foot-promise = لا نتتبعك، ولا نحمّل شيئًا من شركات أخرى، ولا نحفظ عنوانك على الإنترنت أبدًا.
foot-took = استغرقت هذه الصفحة { $seconds } ثانية

date-day = { "\u200F" }{ $day } { $month } { $year }
date-day-and-time = { "\u200F" }{ $date }، { $time }
month-1 = كانون الثاني
month-2 = شباط
month-3 = آذار
month-4 = نيسان
month-5 = أيار
month-6 = حزيران
month-7 = تموز
month-8 = آب
month-9 = أيلول
month-10 = تشرين الأول
month-11 = تشرين الثاني
month-12 = كانون الأول

form-problems = هناك ما يحتاج إلى انتباهك
form-error = خطأ:
form-optional = (اختياري)
form-characters-left = عدد الأحرف المتبقية: #
form-characters-over = عدد الأحرف الزائدة: #
form-sending = جارٍ الإرسال… يُرجى إبقاء هذه الصفحة مفتوحة.
form-sent-percent = أُرسل #٪
form-failed = انقطع الاتصال. كل ما كتبته ما زال هنا: يُرجى الضغط على الزر مرة أخرى.

file-remove = إزالة
file-size = # ميغابايت
file-too-many = الحد الأقصى لعدد الملفات هو #، ولم تُضَف الملفات الباقية.
file-too-large = حجمه أكبر من # ميغابايت ولذلك لم يُضَف:
file-chosen = عدد الملفات المختارة: #

code-copy = انسخ الرمز
code-copied = نُسخ الرمز
exit-leave = غادر هذه الصفحة بسرعة

pager-label = الصفحات
pager-newer = الأحدث
pager-older = الأقدم

error-title-not-found = لا يوجد شيء هنا
error-title-conflict = سبقك شخص آخر
error-title-gone = لم يعد هذا موجودًا
error-title-forbidden = لا يمكن فعل هذا من هنا
error-title-too-large = الحجم كبير جدًا
error-title-too-slow = كان الاتصال بطيئًا جدًا
error-title-too-many = محاولات كثيرة في وقت قصير
error-title-bad-request = لم نفهم هذا الطلب
error-title-internal = حدث خطأ من جانبنا

error-not-found = هذه الصفحة غير موجودة، أو غير متاحة لك. يُرجى التحقق من العنوان.
error-too-large = ما أرسلته أكبر مما يمكننا استلامه. لم نحفظ منه شيئًا.
error-too-many = جرت محاولات كثيرة في وقت قصير. يُرجى الانتظار قليلًا ثم المحاولة من جديد.
error-bad-request = لم نتمكن من فهم ما أُرسل. يُرجى العودة والمحاولة من جديد.
error-internal = ليس هذا خطأك. يُرجى المحاولة بعد قليل. وإذا تكرر الأمر فأخبرنا بالرقم أدناه.
error-unavailable = لا يمكننا الرد الآن، ولم يتغير شيء. يُرجى المحاولة بعد بضع ثوانٍ.
error-other-site = جاء هذا الطلب من موقع آخر، ولذلك لم ننفذه. يُرجى استخدام النموذج الموجود في صفحتنا.
error-incident = رقم الحادثة:
error-onward = إلى أين من هنا
error-onward-home = اقرأ أحدث القصص
error-onward-contribute = أرسل قصة أو صورًا أو فيديو
error-onward-receipt = اعرف ما حدث لمساهمتك

# How long ago something was.
age-now = الآن
age-minutes = { $minutes ->
    [zero] قبل أقل من دقيقة
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $minutes } دقائق
    [many] قبل { $minutes } دقيقة
   *[other] قبل { $minutes } دقيقة
}
age-hours = { $hours ->
    [zero] قبل أقل من ساعة
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $hours } ساعات
    [many] قبل { $hours } ساعة
   *[other] قبل { $hours } ساعة
}
age-days = { $days ->
    [zero] قبل أقل من يوم
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $days } أيام
    [many] قبل { $days } يومًا
   *[other] قبل { $days } يوم
}
