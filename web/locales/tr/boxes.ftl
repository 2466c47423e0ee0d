# The boxes beside stories, and ages. Explanations stand in the English file.

box-latest = Yeni yayımlananlar
box-count = { $count ->
    [one] Şimdiye kadar okurlardan { $count } hikâye
   *[other] Şimdiye kadar okurlardan { $count } hikâye
}
elsewhere-title = { $site } sitesinden
box-aside = Okunacak başka şeyler

