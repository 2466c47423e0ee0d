# What the desk's search says about what was typed.
search-cut = Pir bû: tenê li peyvên pêşî hat gerîn.
search-only-without = Tenê nebêje çi tune be; bêje li çi bê gerîn jî.
search-unknown = Peyva “{ $word }” an yeke nêzî wê di tu şandinê de tune.
search-instead = Peyva “{ $word }” di tu şandinê de tune. Li peyvên nêzî wê hat gerîn: { $near }
search-nearly = Ji bilî “{ $word }”, li van jî hat gerîn: { $near }
search-help = “du peyv” tam bi vî awayî · -peyv bêyî wê · ~peyv yên nêzî wê jî
