# What the desk's search says about what was typed.
search-cut = زۆر بوو: تەنیا وشەکانی سەرەتا گەڕانیان بۆ کرا.
search-only-without = تەنیا مەڵێ چی نەبێت؛ بڵێ بۆ چیش بگەڕێین.
search-unknown = هیچ بەشدارییەک وشەی «{ $word }» یان وشەیەکی نزیک لەوی تێدا نییە.
search-instead = هیچ بەشدارییەک وشەی «{ $word }»ی تێدا نییە. گەڕان بۆ وشەی نزیک کرا: { $near }
search-nearly = جگە لە «{ $word }»، گەڕان بۆ ئەمانەش کرا: { $near }
search-help = «دوو وشە» ڕێک بەو جۆرە · -وشە بێ ئەو وشەیە · ~وشە نزیکەکانیشی
