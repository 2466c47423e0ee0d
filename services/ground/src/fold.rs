//! One form for all the ways in which a letter is typed.
//!
//! What is folded here is folded in contributions and in what is searched for alike, so that it makes no difference
//! who typed which: a search never misses for the sake of a keyboard. The price is that a few pairs of words become one
//! (Sorani *shêr* "lion" and *shîr* "milk"); an editor tells these apart, but cannot find what is not shown.
//!
//! - **Compatibility forms** (presentation forms of Arabic, ligatures, full width) are taken apart: NFKD, UAX 15.
//! - **Marks** go: vowel signs (harakat), hamza and madda above and below, accents of Latin (Kurmanji ê î û ş ç, Turkish
//!   ö ü ğ İ), points of Hebrew and Syriac. Marks of scripts in which they are letters (Devanagari, Thai) stay.
//! - **Arabic script**: one yeh of ي ی ى ې ێ ے, one kaf of ك ک ڪ, one heh of ه ە ھ ہ ة, one alef of ا أ إ آ ٱ, one waw of
//!   و ؤ ۆ ۇ ۈ ۋ, reh of ڕ, lam of ڵ. These are the letters that the Arabic and the Kurdish layout give for one
//!   another (W3C, *Arabic & Persian Layout Requirements*, "Encoding choices"; *Kurdish (Central) Orthography Notes*, r12a;
//!   Lucene's `SoraniNormalizer`, `ArabicNormalizer` and `PersianNormalizer` fold the same, each for its own language).
//!   The hamza that Sorani writes before a vowel at the beginning of a word is an alef there, as Arabic keyboards have it
//!   (ئاو, او; ئێران, ايران); elsewhere it is a yeh. A hamza by itself (ماء) goes.
//! - **What cannot be seen** goes: tatweel, joiners, marks of direction, soft hyphens. None of them parts a word.
//! - **Digits** of Arabic, Persian, Kurdish and Indic script become ASCII.
//! - **Case**: lower, by each letter. The i without a dot is an i, the capital with one, too: in Turkish, where they differ,
//!   as in Kurmanji and English typed with a Turkish keyboard (`SpecialCasing.txt`, tr and az; CLDR `tr` exemplars).

pub mod words;

use unicode_normalization::UnicodeNormalization;

/// Stays while words are cut, since it may part a word that others write in two.
pub const ZWNJ: char = '\u{200C}';

/// The yeh that carries a hamza, until it is known whether it begins a word.
const SEAT: char = 'ئ';

/// A text in its one form: still with its spaces, stops and zero width non-joiners.
pub fn fold(text: &str) -> String {
    settle_seats(&letters(text))
}

fn letters(text: &str) -> Vec<char> {
    let mut folded: Vec<char> = Vec::with_capacity(text.len());
    for c in text.nfkd() {
        if c == '\u{654}' && folded.last() == Some(&'ی') {
            // Canonical order may have put other marks before it; they are gone by now.
            folded.pop();
            folded.push(SEAT);
        } else if !is_dropped(c) {
            for lower in c.to_lowercase().filter(|c| !is_dropped(*c)) {
                push(&mut folded, lower);
            }
        }
    }
    folded
}

/// Whether it says nothing about which word it is.
fn is_dropped(c: char) -> bool {
    matches!(c,
        // Accents of Latin, Greek and Cyrillic.
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20F0}' | '\u{FE20}'..='\u{FE2F}'
        // Points of Hebrew, Arabic and Syriac.
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C2}' | '\u{5C4}'..='\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}'
        | '\u{6E7}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{711}' | '\u{730}'..='\u{74A}' | '\u{898}'..='\u{89F}'
        | '\u{8CA}'..='\u{8FF}'
        // Hamza by itself, tatweel, and letters that stand for apostrophes.
        | '\u{621}' | '\u{640}' | '\u{2B9}'..='\u{2BF}'
        // Not to be seen (Default_Ignorable_Code_Point), but for the non-joiner.
        | '\u{AD}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}' | '\u{200D}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Adds a lower letter, or what stands for it.
fn push(folded: &mut Vec<char>, c: char) {
    let one = match c {
        'ي' | 'ى' | 'ې' | 'ێ' | 'ۍ' | 'ے' | 'ۑ' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ە' | 'ھ' | 'ہ' | 'ة' | 'ۃ' => 'ه',
        'ٱ' => 'ا',
        'ۆ' | 'ۇ' | 'ۈ' | 'ۋ' | 'ۏ' => 'و',
        'ڕ' | 'ڒ' => 'ر',
        'ڵ' => 'ل',
        'ı' | 'ɨ' => 'i',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ø' => 'o',
        'ħ' => 'h',
        'ŧ' => 't',
        'ß' => return folded.extend(['s', 's']),
        'æ' => return folded.extend(['a', 'e']),
        'œ' => return folded.extend(['o', 'e']),
        'þ' => return folded.extend(['t', 'h']),
        _ => digit(c).unwrap_or(c),
    };
    folded.push(one);
}

/// The ASCII digit of the same value.
fn digit(c: char) -> Option<char> {
    // Where each script's ten digits begin (Unicode, Nd).
    const ZEROS: [char; 7] = ['٠', '۰', '߀', '०', '০', '๐', '༠'];
    let value = ZEROS.iter().find_map(|zero| {
        u32::from(c)
            .checked_sub(u32::from(*zero))
            .filter(|value| *value < 10)
    })?;
    char::from_digit(value, 10)
}

/// A carried hamza before a vowel at the beginning of a word is an alef; anywhere else it is a yeh.
fn settle_seats(folded: &[char]) -> String {
    let mut text = String::with_capacity(folded.len() * 2);
    let mut in_word = false;
    for (at, &c) in folded.iter().enumerate() {
        let next = folded.iter().skip(at + 1).copied().find(|c| *c != ZWNJ);
        let c = match (c, next) {
            (SEAT, Some('ا' | SEAT)) if !in_word => continue,
            (SEAT, Some('ه' | 'ی' | 'و')) if !in_word => 'ا',
            (SEAT, _) => 'ی',
            _ => c,
        };
        // A joiner neither begins a word nor ends one.
        in_word = if c == ZWNJ { in_word } else { c.is_alphanumeric() };
        text.push(c);
    }
    text
}
