//! The part of a story's address that people can read.

use std::fmt::Write;

use ground::{ids::StoryId, lang::Lang};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// As many letters as a reader perceives; the rest of a title is in the page.
const MAX_GRAPHEMES: usize = 60;
/// However many marks someone stacked on each letter.
const MAX_CHARS: usize = 120;

/// The slug of a story: the letters and digits of its title, of any script, in lower case, and a short suffix
/// of the story's id that keeps two stories of one title apart.
pub(crate) fn slug(title: &str, lang: Lang, story_id: StoryId) -> String {
    let words = readable(title, lang);
    let id = story_id.0.simple().to_string();
    // The last bits of a version 7 UUID are random, the first ones are a time.
    let suffix = id.get(id.len().saturating_sub(8)..).unwrap_or(&id);
    if words.is_empty() {
        suffix.to_owned()
    } else {
        format!("{words}-{suffix}")
    }
}

/// The address of a story's page, percent-encoded.
pub(crate) fn path_of(slug: &str) -> String {
    format!("/stories/{}", encoded(slug))
}

/// A text as one segment of a path, percent-encoded (RFC 3986, 2.1).
pub(crate) fn encoded(text: &str) -> String {
    let mut segment = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            segment.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(segment, "%{byte:02X}");
        }
    }
    segment
}

fn readable(title: &str, lang: Lang) -> String {
    let title: String = match lang {
        // Turkish has two letters where others have one (Unicode SpecialCasing).
        Lang::Tr => title
            .chars()
            .map(|c| match c {
                'I' => 'ı',
                'İ' => 'i',
                c => c,
            })
            .collect(),
        Lang::En | Lang::Ckb | Lang::Kmr | Lang::Ar => title.to_owned(),
    };
    let mut words = String::new();
    for c in title.nfkc().flat_map(char::to_lowercase).nfc() {
        if is_silent(c) {
            continue;
        }
        if c.is_alphanumeric() {
            words.push(c);
        } else if !words.is_empty() && !words.ends_with('-') {
            words.push('-');
        }
    }
    let short: String = words.graphemes(true).take(MAX_GRAPHEMES).collect();
    let short: String = short.chars().take(MAX_CHARS).collect();
    short.trim_matches('-').to_owned()
}

/// Marks that belong to no letter's identity in an address: they neither stay nor part two words.
fn is_silent(c: char) -> bool {
    matches!(c,
        // Combining marks that have no precomposed letter, Arabic vowel signs, tatweel.
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}'
        // Joiners and signs of direction, soft hyphen, byte order mark, apostrophes.
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}' | '\u{feff}'
        | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, lang: Lang) -> String {
        slug(title, lang, StoryId(uuid::Uuid::from_u128(0xabcd)))
    }

    #[test]
    fn a_slug_keeps_the_letters_of_every_script_and_nothing_else() {
        for (title, lang, expected) in [
            (
                "The river, after the flood!",
                Lang::En,
                "the-river-after-the-flood-0000abcd",
            ),
            ("ڕووبار دوای لافاو", Lang::Ckb, "ڕووبار-دوای-لافاو-0000abcd"),
            ("Çemê Dîcle", Lang::Kmr, "çemê-dîcle-0000abcd"),
            ("IŞIK ve İz", Lang::Tr, "ışık-ve-iz-0000abcd"),
            ("مَدرسـة", Lang::Ar, "مدرسة-0000abcd"),
            ("  ../../etc/passwd?x=<b>", Lang::En, "etc-passwd-x-b-0000abcd"),
            ("!!!", Lang::En, "0000abcd"),
            ("can't\u{200c}stop", Lang::En, "cantstop-0000abcd"),
        ] {
            assert_eq!(of(title, lang), expected, "{title}");
        }
    }

    #[test]
    fn a_long_title_is_cut_between_letters_as_people_see_them() {
        let cut = of(&"ێ".repeat(500), Lang::Ckb);
        assert_eq!(cut, format!("{}-0000abcd", "ێ".repeat(60)));
        let stacked = of(&"a\u{0ccd}\u{0cbf}".repeat(400), Lang::En);
        assert!(stacked.chars().count() <= MAX_CHARS + 9, "{stacked}");
    }

    #[test]
    fn an_address_holds_only_what_a_location_header_may_hold() {
        let path = path_of(&of("ڕووبار دوای", Lang::Ckb));
        assert!(path.is_ascii(), "{path}");
        assert!(path.starts_with("/stories/%DA%95"), "{path}");
    }
}
