//! Where places are that readers name in their own words: towns of Kurdistan and its neighbours, by the names that people
//! of the five languages give them. A claim that names none of them stands as it is; nobody else is asked.

use media::facts::Point;

use crate::desk::search::fold;

/// Degrees north, degrees east, names.
const PLACES: &[(f64, f64, &[&str])] = &[
    (
        36.191,
        44.009,
        &["Erbil", "Arbil", "Hewlêr", "Hawler", "هەولێر", "أربيل", "اربيل"],
    ),
    (
        35.561,
        45.431,
        &[
            "Sulaymaniyah",
            "Sulaimani",
            "Slemani",
            "Silêmanî",
            "Süleymaniye",
            "سلێمانی",
            "السليمانية",
        ],
    ),
    (36.867, 42.988, &["Duhok", "Dohuk", "Dihok", "دهۆک", "دهوك"]),
    (
        35.468,
        44.392,
        &["Kirkuk", "Kerkûk", "Kerkük", "کەرکووک", "كركوك"],
    ),
    (
        35.178,
        45.986,
        &["Halabja", "Helebce", "Halepçe", "هەڵەبجە", "حلبجة"],
    ),
    (37.144, 42.687, &["Zakho", "Zaxo", "زاخۆ", "زاخو"]),
    (36.745, 43.893, &["Akre", "Aqrah", "Akrê", "ئاکرێ", "عقرة"]),
    (
        37.091,
        43.487,
        &["Amedi", "Amadiya", "Amêdî", "ئامێدی", "العمادية"],
    ),
    (36.612, 44.525, &["Rawanduz", "Rewandiz", "ڕەواندز", "رواندوز"]),
    (36.655, 44.541, &["Soran", "سۆران", "سوران"]),
    (36.254, 44.883, &["Ranya", "Raniya", "Ranye", "ڕانیە", "رانية"]),
    (36.179, 45.127, &["Qaladiza", "Qeladizê", "قەڵادزێ", "قلعة دزة"]),
    (35.951, 44.964, &["Koya", "Koysinjaq", "Koye", "کۆیە", "كويسنجق"]),
    (35.536, 44.827, &["Chamchamal", "Çemçemal", "چەمچەماڵ", "جمجمال"]),
    (34.630, 45.322, &["Kalar", "Kelar", "کەلار", "كلار"]),
    (34.348, 45.391, &["Khanaqin", "Xaneqîn", "خانەقین", "خانقين"]),
    (36.337, 43.119, &["Mosul", "Mûsil", "Musul", "مووسڵ", "الموصل"]),
    (
        36.321,
        41.876,
        &["Sinjar", "Şingal", "Shingal", "Sincar", "شنگال", "سنجار"],
    ),
    (
        34.888,
        44.631,
        &["Tuz Khurmatu", "Xurmatû", "خورماتوو", "طوزخورماتو"],
    ),
    (33.315, 44.366, &["Baghdad", "Bexda", "Bağdat", "بەغدا", "بغداد"]),
    (30.508, 47.783, &["Basra", "Besra", "بەسرە", "البصرة"]),
    (31.996, 44.314, &["Najaf", "Necef", "نەجەف", "النجف"]),
    (32.616, 44.024, &["Karbala", "Kerbela", "کەربەلا", "كربلاء"]),
    (33.421, 43.307, &["Ramadi", "Remadî", "ڕەمادی", "الرمادي"]),
    (
        33.349,
        43.778,
        &["Fallujah", "Felûce", "Felluce", "فەلوجە", "الفلوجة"],
    ),
    (34.607, 43.678, &["Tikrit", "Tikrît", "تکریت", "تكريت"]),
    (
        37.052,
        41.222,
        &["Qamishli", "Qamişlo", "Kamışlı", "قامیشلۆ", "القامشلي"],
    ),
    (
        36.891,
        38.353,
        &["Kobani", "Kobanê", "Kobane", "کۆبانێ", "كوباني", "عين العرب"],
    ),
    (36.512, 36.869, &["Afrin", "Efrîn", "عەفرین", "عفرين"]),
    (
        36.502,
        40.748,
        &["Al-Hasakah", "Hasakah", "Hesekê", "Haseke", "حەسەکە", "الحسكة"],
    ),
    (
        36.850,
        40.071,
        &["Serekaniye", "Serêkaniyê", "Resulayn", "سەرێکانی", "رأس العين"],
    ),
    (
        37.068,
        42.124,
        &["Derik", "Dêrik", "Malikiya", "دێریک", "المالكية"],
    ),
    (35.952, 39.009, &["Raqqa", "Reqa", "Rakka", "ڕەقە", "الرقة"]),
    (36.202, 37.134, &["Aleppo", "Heleb", "Halep", "حەلەب", "حلب"]),
    (33.513, 36.292, &["Damascus", "Şam", "دیمەشق", "دمشق"]),
    (
        37.914,
        40.230,
        &[
            "Diyarbakir",
            "Amed",
            "Diyarbakır",
            "ئامەد",
            "دیاربەکر",
            "ديار بكر",
        ],
    ),
    (38.494, 43.380, &["Van", "Wan", "وان"]),
    (37.321, 40.724, &["Mardin", "Mêrdîn", "مێردین", "ماردين"]),
    (37.083, 41.221, &["Nusaybin", "Nisêbîn", "نسێبین", "نصيبين"]),
    (37.887, 41.132, &["Batman", "Êlih", "باتمان"]),
    (37.518, 42.454, &["Sirnak", "Şırnak", "Şirnex", "شرنەخ", "شرناق"]),
    (37.330, 42.187, &["Cizre", "Cizîr", "جزیرە", "جزرة"]),
    (37.574, 43.741, &["Hakkari", "Colemêrg", "جۆلەمێرگ", "هكاري"]),
    (
        37.159,
        38.797,
        &["Sanliurfa", "Urfa", "Şanlıurfa", "Riha", "ڕها", "أورفة"],
    ),
    (37.066, 37.383, &["Gaziantep", "Dîlok", "دیلۆک", "غازي عنتاب"]),
    (
        39.108,
        39.548,
        &["Tunceli", "Dersim", "Dêrsim", "دێرسیم", "ديرسم"],
    ),
    (38.884, 40.498, &["Bingol", "Bingöl", "Çewlîg", "چەولیگ"]),
    (39.926, 32.866, &["Ankara", "Enqere", "ئەنقەرە", "أنقرة"]),
    (
        41.008,
        28.978,
        &["Istanbul", "Stenbol", "İstanbul", "ئەستەنبوڵ", "إسطنبول"],
    ),
    (35.314, 46.998, &["Sanandaj", "Sine", "سنە", "سنندج"]),
    (36.763, 45.722, &["Mahabad", "Mehabad", "مەهاباد", "مهاباد"]),
    (34.314, 47.065, &["Kermanshah", "Kirmaşan", "کرماشان", "كرمانشاه"]),
    (37.555, 45.076, &["Urmia", "Ûrmiye", "Urmiye", "ورمێ", "أرومية"]),
    (35.523, 46.176, &["Marivan", "Merîwan", "مەریوان", "مريوان"]),
    (36.246, 46.266, &["Saqqez", "Seqiz", "سەقز", "سقز"]),
    (35.998, 45.885, &["Baneh", "Bane", "بانە", "بانه"]),
    (33.637, 46.423, &["Ilam", "Îlam", "ئیلام", "إيلام"]),
    (38.080, 46.292, &["Tabriz", "Tebrîz", "Tebriz", "تەورێز", "تبريز"]),
    (35.689, 51.389, &["Tehran", "Tahran", "تاران", "طهران"]),
];

/// The one place of the table that these words name. Two different ones are none: nobody knows which is meant.
pub(super) fn find(words: &str) -> Option<Point> {
    let words = format!(" {} ", plain(words));
    let mut found = PLACES.iter().filter(|(_, _, names)| {
        names
            .iter()
            .any(|name| words.contains(&format!(" {} ", plain(name))))
    });
    let (latitude, longitude, _) = found.next()?;
    match found.next() {
        None => Point::new(*latitude, *longitude),
        Some(_) => None,
    }
}

/// Folded, and words with one space between them.
fn plain(words: &str) -> String {
    // Within a name it parts no word: some keyboards write it after every heh.
    let folded = fold(words).replace('\u{200c}', "");
    let parts = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_known_by_each_of_its_names_and_by_no_part_of_a_word() {
        for (words, known) in [
            ("Hewlêr", Some(36.191)),
            ("near the bridge, ERBIL", Some(36.191)),
            ("نزیک پردی هەولێر", Some(36.191)),
            ("نزیک پردی هه‌ولێر", Some(36.191)),
            ("مدينة أربيل", Some(36.191)),
            ("Diyarbakır, Sur", Some(37.914)),
            ("tuz  khurmatu", Some(34.888)),
            ("Vanessa’s house", None),
            ("from Erbil to Duhok", None),
            ("my village", None),
            ("", None),
        ] {
            let found = find(words).map(|point| point.latitude);
            assert_eq!(found, known, "{words}");
        }
    }

    #[test]
    fn no_name_belongs_to_two_places() {
        for (place, (_, _, names)) in PLACES.iter().enumerate() {
            for name in *names {
                let found = find(name).map(|point| (point.latitude, point.longitude));
                let (latitude, longitude, _) = PLACES[place];
                assert_eq!(found, Some((latitude, longitude)), "{name}");
            }
        }
    }
}
