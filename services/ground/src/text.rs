//! What people type, made fit to keep: one form of each letter (NFC, UAX 15), nothing that is not text.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// A text of several lines. Control characters other than line ends and tabs are not text.
pub fn prose(typed: &str) -> String {
    let lines = typed
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    // First of all: what stood between a letter and its accent must not keep them apart.
    let text: String = lines
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .nfc()
        .collect();
    text.trim_end().trim_start_matches('\n').to_owned()
}

/// A text of one line.
pub fn line(typed: &str) -> String {
    let spaced = typed.replace(|c: char| c.is_control() || c.is_whitespace(), " ");
    let text: String = spaced.nfc().collect();
    text.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A person's name. What cannot be seen could make it look like another's: marks of direction and widthless
/// characters go, and of a tower of accents two stay. Joiners stay behind a letter: Sorani and Persian words
/// are written with them.
pub fn name(typed: &str) -> String {
    let (mut kept, mut marks, mut behind_letter) = (String::new(), 0, false);
    for c in line(typed).chars() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        let fit = match c {
            '\u{200C}' | '\u{200D}' => behind_letter,
            _ => marks <= 2 && !is_unseen(c),
        };
        if fit {
            kept.push(c);
            behind_letter = c.is_alphabetic() || is_combining_mark(c);
        }
    }
    line(&kept).trim_end_matches(['\u{200C}', '\u{200D}']).to_owned()
}

/// Marks of direction, soft hyphens, fillers and tags: present, and not to be seen.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a text is longer than `limit` characters as people count them (grapheme clusters, UAX 29), or made
/// of so many parts each that it only looks short.
pub fn is_longer(text: &str, limit: usize) -> bool {
    text.chars().nth(limit * 8).is_some() || text.graphemes(true).nth(limit).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_keeps_its_lines_and_loses_what_is_no_text() {
        assert_eq!(
            prose("\r\n\r\n  a\r\nb\rc\u{2029}d\te\0\u{1b}[31m\r\n \r\n"),
            "  a\nb\nc\nd\te[31m"
        );
        // Decomposed as some phones send it, and composed.
        assert_eq!(prose("e\u{301} ك\u{654}"), "é ك\u{654}");
        assert_eq!(prose("می\u{200C}خواهم"), "می\u{200C}خواهم");
        assert_eq!(prose(" \n \t"), "");
    }

    #[test]
    fn one_line_is_one_line() {
        assert_eq!(
            line("  Flood \r\n in\tthe\u{a0}\u{2028}old\0town "),
            "Flood in the old town"
        );
        assert_eq!(line("a@b.org\r\nBcc: c@d.org"), "a@b.org Bcc: c@d.org");
    }

    #[test]
    fn names_of_people_pass_as_they_are() {
        for told in [
            "هێمن",
            "Zîlan Şêxo",
            "José Ñandú",
            "محمّد",
            "می\u{200C}نا",
            "O’Brien-Smith",
            "ئاسۆ ع. کەریم",
            "李小龍",
        ] {
            assert_eq!(name(told), told.nfc().collect::<String>());
        }
    }

    #[test]
    fn a_name_cannot_look_like_another() {
        assert_eq!(name("Ed\u{202E}rotide"), "Edrotide");
        assert_eq!(name("\u{200B}A\u{200F}d\u{2060}a\u{200D}"), "Ada");
        assert_eq!(name("\u{200D}\u{200C}"), "");
        assert_eq!(name(&format!("a{}", "\u{30d}".repeat(50))), "a\u{30d}\u{30d}");
    }

    #[test]
    fn length_is_what_people_count() {
        let family = "👨\u{200D}👩\u{200D}👧";
        assert!(!is_longer(&family.repeat(40), 40));
        assert!(is_longer(&"ک".repeat(41), 40));
        assert!(is_longer(&format!("a{}", "\u{30d}".repeat(400)), 40));
        assert!(!is_longer("", 0));
    }
}
