# What the desk's search says about what was typed.
search-cut = That was a lot: only the first words were searched for.
search-only-without = Say what to search for, too, and not only what to leave out.
search-unknown = No contribution has the word “{ $word }” or one like it.
search-instead = No contribution has the word “{ $word }”. Searched for words like it: { $near }
search-nearly = Besides “{ $word }”, searched for: { $near }
# Under a search: how more is asked for. The signs “ ” - ~ stay.
search-help = “two words” exactly so · -word leaves it out · ~word finds similar ones, too
