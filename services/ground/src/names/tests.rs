//! Names of people, and what only looks like one.

use std::collections::HashMap;

use super::*;
use crate::web::Assets;

fn site() -> Site {
    Site {
        name: "Example News".to_owned(),
        names: HashMap::new(),
        base_url: "https://news.example".parse().unwrap(),
        default_lang: Lang::En,
        time_zone: chrono_tz::UTC,
        terms_version: "1".to_owned(),
        assets: Assets::default(),
        allies: Vec::new(),
    }
}

/// Eight of each language, as people write them, with the letters that only that language has.
const PEOPLE: [&str; 40] = [
    // Sorani
    "شێرکۆ بێکەس",
    "ئازاد\u{200c}ەکان",
    "هەڵۆ ڕەحمان",
    "ژیان عەلی",
    "چیا ڤیان",
    "نەسرین گوڵ",
    "محەمەد ئەمین",
    "ڕۆژگار",
    // Kurmanji
    "Şêrko Bêkes",
    "Rojîn Çelik",
    "Hêvî",
    "Gulîstan Perwer",
    "Ûsiv Beg",
    "Xecê",
    "Mehmed Uzun",
    "Berîvan Ş.",
    // Arabic
    "عائشة",
    "محمد عبد الله",
    "مُحَمَّد",
    "فاطمة الزهراء",
    "يوسف إدريس",
    "نجيب محفوظ",
    "هدى ق.",
    "أبو العلاء",
    // Turkish
    "Işıl Yılmaz",
    "İbrahim Gökçe",
    "Çağrı Öztürk",
    "Ümit Şahin",
    "Gülşah",
    "Ece",
    "Hüseyin Aydın",
    "Tuğba K.",
    // English, and others who read us
    "Ada",
    "Siobhán O’Connor",
    "J. R. R.",
    "Mary-Jane",
    "Nguyễn Thị",
    "Anna-Lena Müller",
    "Иван",
    "李明",
];

#[test]
fn forty_people_of_five_languages_are_called_as_they_are() {
    let site = site();
    for person in PEOPLE {
        let kept = name(&format!(" {person} ")).unwrap_or_else(|words| panic!("{person}: {}", words.id));
        assert_eq!(kept, person.nfc().collect::<String>());
        assert!(
            !speaks_for_newsroom(&kept, &site),
            "{person} is taken for the newsroom"
        );
    }
    let looks: Vec<_> = PEOPLE.iter().map(|person| looks(person)).collect();
    for (place, one) in looks.iter().enumerate() {
        for (other, person) in looks.iter().zip(PEOPLE).skip(place + 1) {
            assert!(
                !one.iter().any(|look| other.contains(look)),
                "{person} is taken for {}",
                PEOPLE[place]
            );
        }
    }
}

#[test]
fn a_name_is_composed_and_its_spaces_are_single() {
    assert_eq!(name("S\u{327}ilan").unwrap(), "\u{15e}ilan");
    assert_eq!(name("  Ada \u{a0}  Lovelace ").unwrap(), "Ada Lovelace");
    assert!(name(&"n".repeat(40)).is_ok());
    assert!(name("Ng\u{75}yê\u{303}n").is_ok());
}

#[test]
fn what_hides_turns_or_piles_up_is_refused() {
    for (bad, words) in [
        ("  ", "account-name-missing"),
        ("…", "account-name-missing"),
        ("👑", "account-name-missing"),
        ("Ada\u{202e}roti", "account-name-bad"),
        ("Ada\u{2066}x\u{2069}", "account-name-bad"),
        ("Ada\u{200f}", "account-name-bad"),
        ("Ada\u{61c}x", "account-name-bad"),
        ("Ada\nLovelace", "account-name-bad"),
        ("Ada\0", "account-name-bad"),
        ("A\u{200b}da", "account-name-bad"),
        ("A\u{200d}da", "account-name-bad"),
        ("A\u{feff}da", "account-name-bad"),
        ("A\u{ad}da", "account-name-bad"),
        ("A\u{2060}da", "account-name-bad"),
        ("Ada \u{200c}B", "account-name-bad"),
        ("\u{200c}Ada", "account-name-bad"),
        ("Ada\u{200c}\u{200c}B", "account-name-bad"),
        ("A\u{fe0f}da", "account-name-bad"),
        ("Ada\u{e0041}", "account-name-bad"),
        ("Ada\u{e000}", "account-name-bad"),
        ("Ada\u{fffd}", "account-name-bad"),
        ("\u{3164}", "account-name-bad"),
        ("Ada\u{2800}", "account-name-bad"),
        ("Z\u{35c}\u{35d}\u{35e}algo", "account-name-bad"),
    ] {
        assert_eq!(name(bad).unwrap_err().id, words, "{bad:?}");
    }
    assert_eq!(name(&"n".repeat(41)).unwrap_err().id, "account-name-too-long");
    let piled = format!("a{}", "\u{301}".repeat(400));
    assert_eq!(name(&piled).unwrap_err().id, "account-name-too-long");
}

#[test]
fn nobody_speaks_for_the_newsroom() {
    let site = site();
    for bad in [
        "admin",
        "Admin",
        "ADMIN",
        "аdmin", // Cyrillic а
        "аdmіn", // and і
        "ADMİN",
        "admın",
        "adm1n",
        "AdmIn",
        "Аdmin ✓",
        "a d m i n",
        "A.d.m.i.n",
        "ａｄｍｉｎ",
        "𝐚𝐝𝐦𝐢𝐧",
        "ádmin",
        "Ada (Editor)",
        "The Editor",
        "Mοderator", // Greek ο
        "Example News",
        "Example News Team",
        "ExampIe News",
        "Exаmple Nеws",
        "Yönetici",
        "Yonetici",
        "Editör Ece",
        "Rêvebir",
        "Sernivîskar",
        "سەرنووسەر",
        "سـەرنووسەر",
        "بەڕێوەبەری سیستەم",
        "محرر",
        "المُحرّر",
        "رئيس التحرير",
        "رئيس  التحرير!",
    ] {
        assert!(speaks_for_newsroom(bad, &site), "{bad}");
    }
}
