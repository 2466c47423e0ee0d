# What the desk's search says about what was typed.
search-cut = Çok uzundu: yalnızca ilk sözcükler arandı.
search-only-without = Yalnızca neyin olmayacağını değil, ne aranacağını da yazın.
search-unknown = “{ $word }” sözcüğü ya da benzeri hiçbir gönderide yok.
search-instead = “{ $word }” sözcüğü hiçbir gönderide yok. Benzerleri arandı: { $near }
search-nearly = “{ $word }” dışında şunlar da arandı: { $near }
search-help = “iki sözcük” aynen böyle · -sözcük dışarıda kalır · ~sözcük benzerleriyle
