# What a reader with an account has sent. Explanations stand in the English file.

mine-title = مساهماتي
mine-lede = ما أرسلته بهذا الحساب، وما آل إليه.
mine-empty = لا شيء هنا بعد
mine-empty-more = ما ترسله وأنت مسجّل الدخول يظهر هنا، إلا إذا أرسلته بصفة ضيف.
mine-back = كل مساهماتي

mine-claim-title = هل لديك رمز إيصال؟
mine-claim-words = إذا أرسلت شيئًا بصفة ضيف، فيمكنك ضمّه إلى حسابك برمزه. ومنذ ذلك الحين يصبح مرتبطًا بحسابك. ويبقى الرمز صالحًا كما كان.
mine-claim = ضمّها إلى حسابي

mine-as-legend = من المُرسِل؟
mine-as-account = { $name }، بحسابي
mine-as-account-more = تجدها من جديد من دون رمز. ويرى محررونا أنها من شخص لديه حساب.
mine-as-guest = ضيف
mine-as-guest-more = لا شيء يربطها بحسابك. ولا يقود إليها إلا رمز الإيصال.
mine-as-changed = سجّل أحدهم الدخول أو الخروج منذ أن فتحت هذا النموذج. انظر من المُرسِل الآن، ثم أرسله من جديد.
mine-as-now-guest = على حاله الآن يُرسَل بصفة ضيف. ويمكنك لاحقًا ضمّه إلى حسابك برمز الإيصال.
mine-name-hint = لا نحتاج إليه إلا إذا سمحت لنا بالنشر باسمك. وإذا أرسلتها بحسابك وتركت هذا الحقل فارغًا، نكتب «{ $name }».
mine-sent-where = إذا أرسلتها بحسابك فستجدها هنا أيضًا:

mine-event-claimed = ضُمّت إلى حساب
mine-event-exported = أُخذت نسخة منها

mine-desk-sender = المُرسِل
mine-desk-account = شخص لديه حساب
mine-desk-guest = ضيف

mine-export-offline = لا يفتح هذا الملف إلا مفتاح تحفظه غرفة الأخبار في مكان آخر. اطلبه من غرفة الأخبار.
mine-export-gone = هذا الملف تالف أو مفقود.
