# The boxes beside stories, and ages. Explanations stand in the English file.

box-latest = نُشر حديثًا
box-count = { $count ->
    [zero] لا قصص من القرّاء بعد
    [one] قصة واحدة من القرّاء حتى الآن
    [two] قصتان من القرّاء حتى الآن
    [few] { $count } قصص من القرّاء حتى الآن
   *[other] { $count } قصة من القرّاء حتى الآن
}
elsewhere-title = في مكان آخر على { $site }
box-aside = مزيد من القراءة

box-age-now = الآن
box-age-minutes = { $minutes ->
    [zero] قبل أقل من دقيقة
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $minutes } دقائق
   *[other] قبل { $minutes } دقيقة
}
box-age-hours = { $hours ->
    [zero] قبل أقل من ساعة
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $hours } ساعات
   *[other] قبل { $hours } ساعة
}
box-age-days = { $days ->
    [zero] قبل أقل من يوم
    [one] قبل يوم
    [two] قبل يومين
    [few] قبل { $days } أيام
    [many] قبل { $days } يومًا
   *[other] قبل { $days } يوم
}
