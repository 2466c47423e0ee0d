# The boxes beside stories, and ages. Explanations stand in the English file.

box-latest = Yeni yayımlananlar
box-count = { $count ->
    [one] Şimdiye kadar okurlardan { $count } hikâye
   *[other] Şimdiye kadar okurlardan { $count } hikâye
}
elsewhere-title = { $site } sitesinden
box-aside = Okunacak başka şeyler

box-age-now = az önce
box-age-minutes = { $minutes ->
    [one] { $minutes } dakika önce
   *[other] { $minutes } dakika önce
}
box-age-hours = { $hours ->
    [one] { $hours } saat önce
   *[other] { $hours } saat önce
}
box-age-days = { $days ->
    [one] { $days } gün önce
   *[other] { $days } gün önce
}
