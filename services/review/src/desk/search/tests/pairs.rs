//! Every way of typing a word finds every other: in both directions, for each pair.

use ground::fold::words::{MAX_LETTERS, words};

use super::super::{ask::Question, document::Document};

/// Two ways in which people type the same. Escapes stand where a letter cannot be seen.
const PAIRS: &[(&str, &str)] = &[
    // Sorani: letters of the Arabic layout for those of the Kurdish one.
    ("کوردی", "كوردي"),
    ("کوردستان", "كوردستان"),
    ("یەکەم", "يەكەم"),
    ("ئەوە", "ئه\u{200C}وه\u{200C}"),
    ("ئەوە", "ئهوه"),
    ("ھەولێر", "هەولێر"),
    ("ھەولێر", "هه\u{200C}ولير"),
    ("ھەڵەبجە", "هەلەبجە"),
    ("سلێمانی", "سليماني"),
    ("سلێمانی", "سلیمانى"),
    ("ڕووداو", "رووداو"),
    ("ڕۆژ", "روژ"),
    ("گوڵ", "گول"),
    ("هەواڵ", "هەوال"),
    ("شۆڕش", "شورش"),
    ("کۆبانێ", "كوبانى"),
    ("ئاو", "او"),
    ("ئاگر", "آگر"),
    ("ئازادی", "ازادى"),
    ("ئێران", "ايران"),
    ("ئۆتۆمبێل", "اوتومبيل"),
    ("کتێب\u{200C}خانە", "کتێبخانە"),
    ("کتێب\u{200C}خانە", "كتێبخانه"),
    ("کـــورد", "کورد"),
    ("کورد", "ﻛورد"),
    ("ساڵی ٢٠٢٦", "ساڵی 2026"),
    ("ساڵی ٢٠٢٦", "ساڵی ۲۰۲۶"),
    ("ژمارە ۱۲", "ژمارە 12"),
    // Arabic.
    ("أحمد", "احمد"),
    ("إسرائيل", "اسرائيل"),
    ("آذار", "اذار"),
    ("مستشفى", "مستشفي"),
    ("مستشفى", "مستشفی"),
    ("القامشلي", "القامشلى"),
    ("مدرسة", "مدرسه"),
    ("مسؤول", "مسوول"),
    ("سُورِيَّة", "سورية"),
    ("الشَّعْبُ", "الشعب"),
    ("فيـــضان", "فيضان"),
    ("ماء", "ما"),
    ("هدوء", "هدو"),
    ("ﷲ", "الله"),
    ("ﻻجئ", "لاجئ"),
    ("لاجئ", "لاجي"),
    ("قرآن", "قران"),
    ("ٱلكتاب", "الكتاب"),
    ("رحمٰن", "رحمن"),
    ("كتاب", "الكتاب"),
    ("الجسر", "والجسر"),
    ("الفيضان", "فيضان"),
    ("للمدينة", "المدينة"),
    ("١٢٣", "123"),
    // Kurmanji.
    ("şev", "sev"),
    ("Şêx", "sex"),
    ("çiya", "ciya"),
    ("rûdaw", "rudaw"),
    ("Rûdaw", "RUDAW"),
    ("jîn", "jin"),
    ("JÎN", "jîn"),
    ("êvar", "evar"),
    ("Qamişlo", "qamislo"),
    ("Kobanê", "KOBANE"),
    ("Kobanê", "Kobane\u{302}"),
    ("Dêrik", "derik"),
    ("şoreş", "s\u{327}ores\u{327}"),
    ("Amûdê", "amude"),
    // Turkish.
    ("Iğdır", "igdir"),
    ("IĞDIR", "ığdır"),
    ("İstanbul", "istanbul"),
    ("İSTANBUL", "Istanbul"),
    ("ISTANBUL", "ıstanbul"),
    ("Diyarbakır", "DIYARBAKIR"),
    ("Diyarbakır", "diyarbakir"),
    ("köprü", "kopru"),
    ("Muş", "MUS"),
    ("Ağrı", "agri"),
    ("çığ", "cig"),
    ("yağmur", "YAĞMUR"),
    ("Ankara\u{2019}da", "Ankarada"),
    ("Ankara'da", "Ankara"),
    ("Türkiye'nin", "turkiye"),
    ("kâğıt", "kagit"),
    // English, and what is in any text.
    ("Flood", "FLOOD"),
    ("naïve", "naive"),
    ("café", "cafe\u{301}"),
    ("don\u{2019}t", "don't"),
    ("don't", "dont"),
    ("al-Hasakah", "Al Hasakah"),
    ("ﬁre", "fire"),
    ("Ｆｉｒｅ １２", "fire 12"),
    ("co\u{AD}operation", "cooperation"),
    ("wa\u{200B}ter", "water"),
    ("wa\u{2060}ter", "water"),
    ("\u{202B}قامشلی\u{202C}", "قامشلي"),
    ("IMG_2031", "2031"),
    ("Straße", "STRASSE"),
];

/// Whether a question of plain words would find a text, by the same rule as the database's.
fn finds(question: &str, text: &str) -> bool {
    let mut document = Document::default();
    document.add(text);
    let document = document.tsvector();
    let has = |word: &str| document.contains(&format!("'{word}"));
    let terms = Question::parse(question).terms;
    !terms.is_empty()
        && terms.iter().flat_map(|term| &term.words).all(|word| {
            let parts = !word.parts.is_empty() && word.parts.iter().all(|part| has(&format!("{part}'")));
            parts || word.forms().iter().any(|form| has(&format!("{form}'")))
        })
}

#[test]
fn every_way_of_typing_a_word_finds_the_other() {
    assert!(PAIRS.len() >= 60);
    let missed: Vec<_> = PAIRS
        .iter()
        .flat_map(|(a, b)| [(a, b), (b, a)])
        // What is a part of a longer word is found by it, not the other way round.
        .filter(|(typed, text)| !finds(typed, text) && !is_longer(typed, text))
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// The typed word has a part more than the text.
fn is_longer(typed: &str, text: &str) -> bool {
    let (typed, text) = (words(typed), words(text));
    typed.iter().any(|word| word.parts.contains(&text[0].whole)) && text.len() == 1
}

#[test]
fn what_is_another_word_stays_another() {
    for (a, b) in [
        ("کورد", "گورد"),
        ("پیر", "بیر"),
        ("چای", "جای"),
        ("water", "waiter"),
        ("سوريا", "سوری"),
    ] {
        assert!(!finds(a, b), "{a} {b}");
    }
}

#[test]
fn nothing_that_cannot_be_seen_parts_a_word() {
    for unseen in [
        "\u{640}", "\u{200C}", "\u{200D}", "\u{200B}", "\u{AD}", "\u{64E}", "\u{651}", "\u{2060}",
        "\u{202E}", "\u{FEFF}",
    ] {
        let text = format!("قام{unseen}شلو");
        assert_eq!(words(&text)[0].whole, "قامشلو", "{unseen:?}");
        assert_eq!(words(&text).len(), 1, "{unseen:?}");
    }
    let latin = words("wa\u{301}\u{34F}ter");
    assert_eq!((latin.len(), latin[0].whole.as_str()), (1, "water"));
}

#[test]
fn a_word_is_of_bounded_length() {
    let long = "ش".repeat(10_000);
    assert_eq!(words(&long)[0].whole.chars().count(), MAX_LETTERS);
    assert!(finds(&long, &long));
}

/// A text of anything: letters of our languages, marks, what cannot be seen, and whatever else there is.
fn any_text(seed: u64) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut random = move |below: u32| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u32::try_from(state >> 40).unwrap() % below
    };
    let ranges = [
        (0x20, 0x7F),
        (0xA0, 0x24F),
        (0x2B0, 0x36F),
        (0x590, 0x77F),
        (0x600, 0x6FF),
        (0x600, 0x6FF),
        (0x640, 0x660),
        (0x8A0, 0x97F),
        (0xE00, 0xE7F),
        (0x1100, 0x11FF),
        (0x1E00, 0x1FFF),
        (0x2000, 0x206F),
        (0x2070, 0x218F),
        (0x3040, 0x30FF),
        (0xAC00, 0xACFF),
        (0xFB00, 0xFEFF),
        (0xFF00, 0xFFEF),
        (0x1_0000, 0x1_FFFF),
    ];
    let letters = random(24);
    (0..letters)
        .filter_map(|_| {
            let (from, to) = ranges[random(u32::try_from(ranges.len()).unwrap()) as usize];
            char::from_u32(from + random(to - from))
        })
        .collect()
}

#[test]
fn what_is_folded_stays_as_it_is() {
    for seed in 0..100_000 {
        let text = any_text(seed);
        super::super::for_fuzzing::search(&text);
        for word in words(&text) {
            assert!(
                word.whole
                    .chars()
                    .all(|c| c != '\'' && c != '\\' && !c.is_whitespace() && c != '\0'),
                "{text:?}"
            );
            assert_eq!(word.whole, word.whole.to_lowercase(), "{text:?}");
        }
    }
}
