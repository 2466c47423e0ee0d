# The boxes beside stories, and ages. Explanations stand in the English file.

box-latest = Nû hatine weşandin
box-count = { $count ->
    [one] Heta niha { $count } çîroka xwendevanan
   *[other] Heta niha { $count } çîrokên xwendevanan
}
elsewhere-title = Li cihên din ên { $site }
box-aside = Tiştên din ên xwendinê

