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

