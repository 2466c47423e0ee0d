# What the desk's search says about what was typed.
search-cut = النص طويل: جرى البحث عن كلماته الأولى فقط.
search-only-without = اذكر ما تبحث عنه أيضًا، لا ما تستبعده فقط.
search-unknown = لا توجد كلمة «{ $word }» ولا ما يشبهها في أي مساهمة.
search-instead = لا توجد كلمة «{ $word }» في أي مساهمة. جرى البحث عن كلمات تشبهها: { $near }
search-nearly = إضافة إلى «{ $word }» جرى البحث عن: { $near }
search-help = «كلمتان» كما هما تمامًا · -كلمة لاستبعادها · ~كلمة مع ما يشبهها
