# قواعد التعليقات وقائمة الكلمات والحظر.

## أي قاعدة قرّرت.
rule-name-word = في قائمة الكلمات:
rule-name-links = روابط:
rule-name-flood = كثيرة في خمس دقائق:
rule-name-repeat = قيل حرفيًا في مكان آخر
rule-name-thread = كل شيء هنا ينتظر
rule-name-everything = كل شيء ينتظر
rule-name-first = جديد هنا
rule-name-reports = أبلغ عنه القرّاء

## لماذا لا يُقبل تعليق.
rule-refused-ban = لا يمكنك التعليق حاليًا.
rule-refused-closed = التعليقات هنا مغلقة.
rule-refused-slow = { $seconds ->
    [one] انتظر ثانية واحدة قبل تعليقك التالي من فضلك.
    [two] انتظر ثانيتين قبل تعليقك التالي من فضلك.
    [few] انتظر { $seconds } ثوانٍ قبل تعليقك التالي من فضلك.
   *[other] انتظر { $seconds } ثانية قبل تعليقك التالي من فضلك.
}
rule-refused-flood = { $minutes ->
    [one] هذا كثير دفعة واحدة. عد بعد دقيقة من فضلك.
    [two] هذا كثير دفعة واحدة. عد بعد دقيقتين من فضلك.
    [few] هذا كثير دفعة واحدة. عد بعد { $minutes } دقائق من فضلك.
   *[other] هذا كثير دفعة واحدة. عد بعد { $minutes } دقيقة من فضلك.
}
rule-refused-repeat = سبق أن قلت هذا نفسه هنا.

## صفحة القواعد.
rule-back = إلى التعليقات
rule-title = قواعد التعليقات
rule-lede = ما يحدث للتعليق قبل أن ينظر فيه أحد. يبقى كل قرار آلي ظاهرًا على المكتب مع القاعدة التي اتخذته.
rule-changed-by = آخر تغيير: { $name }
rule-faster = غيّر { $name } القواعد أو الكلمات في هذه الأثناء ({ $when }). حقولكم محفوظة: انظروا فيها مرة أخرى ثم احفظوا.
rule-changed = تغيّرت القواعد في هذه الأثناء. حقولكم محفوظة: انظروا فيها مرة أخرى ثم احفظوا.
rule-number-wrong = اكتبوا رقمًا من { $least } إلى { $most }.
rule-try = اعرضوا أثرها
rule-save = حفظ هذه القواعد
rule-who-waits = ما ينتظر غرفة الأخبار
rule-holds-all = كل شيء ينتظر أولًا
rule-holds-all-hint = لا يقرأ أحد تعليقًا قبل أن تُظهروه.
rule-holds-first = عدد التعليقات الأولى للجدد التي تنتظر
rule-holds-first-hint = يجب أن يُظهر هذا العدد من تعليقات الشخص قبل أن تظهر تعليقاته التالية فورًا. ٠: لا ينتظر أحد.
rule-links = الروابط المسموح بها
rule-links-hint = ينتظر التعليق الذي فيه روابط أكثر.
rule-reports = عدد البلاغات التي ينتظر بعدها التعليق
rule-reports-hint = إلى أن ينظر فيه أحد. ما قررت غرفة الأخبار إظهاره يبقى. ٠: أبدًا.
rule-pace = الوتيرة
rule-slow = ثوانٍ بين تعليقين لشخص واحد
rule-slow-hint = ٠: دون توقف. يمكن أن تكون لنقاش ما وتيرته الخاصة.
rule-flood = تعليقات شخص واحد في خمس دقائق
rule-flood-hint = ما زاد عليها ينتظر غرفة الأخبار، وضعفها لا يُقبل.
rule-times = الأوقات
rule-closes = أيام تُغلق بعدها التعليقات
rule-closes-hint = تُحسب منذ ظهور المقال. فارغ: تبقى مفتوحة.
rule-edit = دقائق يمكن للكاتب فيها تعديل تعليقه
rule-edit-hint = ٠: أبدًا. ما كتبه من قبل يبقى مقروءًا على المكتب.
rule-box = في «ماذا تقولون»
rule-box-delay = ثوانٍ قبل أن يظهر التعليق هناك
rule-box-delay-hint = وقت لنظرة ثانية.
rule-box-one = تعليق واحد فقط لكل شخص

## التجربة.
rule-trial-title = في آخر ٣٠ يومًا
rule-trial-looked = { $count ->
    [0] لم يعلّق أحد.
    [one] فُحص تعليق واحد.
    [two] فُحص تعليقان.
    [few] فُحصت { $count } تعليقات.
   *[other] فُحص { $count } تعليقًا.
}
rule-trial-newest = هذه أحدثها، وكان هناك أكثر.
rule-trial-now = بالقواعد الحالية
rule-trial-then = مع التغيير
rule-trial-shown = يظهر فورًا
rule-trial-held = ينتظر
rule-trial-spam = يُزال
rule-trial-refused = لا يُقبل
rule-trial-changed = { $count ->
    [0] لم يكن مصير أي تعليق ليتغير.
    [one] كان مصير تعليق واحد سيتغير.
    [two] كان مصير تعليقين سيتغير.
    [few] كان مصير { $count } تعليقات سيتغير.
   *[other] كان مصير { $count } تعليقًا سيتغير.
}
rule-trial-samples = أمثلة
rule-trial-word = { $count ->
    [0] ليست في أي تعليق
    [one] في تعليق واحد
    [two] في تعليقين
    [few] في { $count } تعليقات
   *[other] في { $count } تعليقًا
}

## قائمة الكلمات.
rule-words = قائمة الكلمات
rule-words-lede = تُعرف الكلمة بأي كتابة: بالتشكيل أو دونه، وبحروف ممدودة، ومن لوحة مفاتيح عربية أو كردية، وبنقاط أو مسافات بين حروفها.
rule-words-label = كلمات جديدة
rule-words-hint = واحدة في كل سطر؛ وعدة كلمات في سطر تُعرف عبارةً. النجمة تقوم مقام أي نهاية أو بداية: كرد*
rule-deed = ماذا تفعل
rule-deed-hold = ينتظر التعليق
rule-deed-hold-more = تقرر غرفة الأخبار.
rule-deed-spam = يُزال التعليق
rule-deed-spam-more = لا يقرؤه أحد ولا يُبلَّغ كاتبه. تجده غرفة الأخبار تحت «الآلة».
rule-words-try = اعرضوا أين ترد
rule-words-add = إضافة هذه الكلمات
rule-words-none = لا كلمات بعد
rule-word-remove = إزالة { $word }
rule-words-missing = اكتبوا كلمة واحدة على الأقل.
rule-word-too-short = أقصر من أن يُبحث عنها: { $word }
rule-word-too-long = الحد الأقصى لأحرف الكلمة { $most }.
rule-words-too-many = الحد الأقصى لكلمات القائمة { $most }.

## الحظر، على المكتب.
rule-bans = الحظر
rule-bans-none = لا أحد محظور
rule-bans-now = محظورون الآن
rule-appeals = الاعتراضات
rule-ban = حظر
rule-ban-title = حظر الكاتب
rule-ban-back = إلى التعليق
rule-ban-lede = لا يستطيع { $name } التعليق ما دام الحظر، ويقرأ السبب الذي تذكرونه، ويمكنه الرد مرة واحدة. ما هو موجود يبقى.
rule-ban-before = محظور من قبل
rule-ban-replaces = يحل محله حظر جديد.
rule-ban-span = المدة
rule-ban-day = يوم واحد
rule-ban-week = أسبوع واحد
rule-ban-month = ٣٠ يومًا
rule-ban-good = نهائيًا
rule-ban-until = حتى
rule-ban-ended = انتهى
rule-ban-over = منتهٍ
rule-ban-reason = السبب
rule-ban-reason-hint = يقرؤه كاتب التعليق. اكتبوا بلغته.
rule-ban-yes = حظر
rule-ban-unknown = لم يبق ما يُعرف به هذا الضيف من جديد، فلا يمكن حظره.
rule-ban-staff = هذا شخص من غرفة الأخبار. تحدثوا معه.
rule-ban-cannot = لا يمكن حظر هذا الكاتب: هو من غرفة الأخبار، أو ضيف لا يمكن التعرف عليه من جديد.
rule-ban-faster = غيّر أحد الزملاء هذا الحظر في هذه الأثناء. ما كتبتموه محفوظ.
rule-ban-span-missing = اختاروا المدة من فضلكم.
rule-ban-reason-missing = اذكروا السبب من فضلكم.
rule-words-too-long = الحد الأقصى { $most } حرفًا.
rule-ban-who = من
rule-ban-nameless = ضيف
rule-ban-guest = ضيف، بحسب جهازه
rule-ban-how-long = المدة
rule-ban-by = بقرار من
rule-ban-for = بسبب
rule-ban-says = ما يقوله
rule-ban-waits = قدّم اعتراضًا.
rule-ban-end = السماح بالتعليق من جديد
rule-ban-keep = إبقاء الحظر
rule-ban-answered = أجاب أحد الزملاء عن هذا أو أنهاه في هذه الأثناء.
rule-answer = جوابكم
rule-answer-hint = يقرؤه أيًّا كان اختياركم.
rule-answer-missing = اكتبوا جوابًا من فضلكم.

## ما يقرؤه من لا يستطيع التعليق.
rule-appeal-title = لا يمكنك التعليق حاليًا
rule-appeal-over = يمكنك التعليق من جديد
rule-appeal-until = حتى
rule-appeal-good = لم تحدد غرفة الأخبار نهاية.
rule-appeal-reason = سبب غرفة الأخبار
rule-appeal-for = تعليقك
rule-appeal-label = ردّك عليه
rule-appeal-hint = إن كنت ترى أن هذا خطأ فقل لماذا. يمكنك ذلك مرة واحدة، ويقرؤه شخص من غرفة الأخبار.
rule-appeal-send = إرسال
rule-appeal-said = ما قلته
rule-appeal-waits = لم تجب غرفة الأخبار بعد.
rule-appeal-missing = اكتب شيئًا من فضلك.
rule-appeal-once = سبق أن قلت شيئًا عن هذا، أو أنه انتهى.
