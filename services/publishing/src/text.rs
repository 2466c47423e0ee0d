//! Plain text: as it comes from a form, and as a page shows it.

use unicode_segmentation::UnicodeSegmentation;

/// A text of several lines as a form sent it, without what no text needs: control characters (the database
/// takes no NUL), and white space around it. Line ends become one character (HTML sends CR LF).
pub(crate) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    kept.trim().to_owned()
}

/// A text of one line as a form sent it.
pub(crate) fn line(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Nothing, when nothing was written.
pub(crate) fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// The paragraphs of a plain text, each with its lines. Blank lines part paragraphs.
pub(crate) fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let mut paragraphs = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            if !open.is_empty() {
                paragraphs.push(std::mem::take(&mut open));
            }
        } else {
            open.push(line.trim());
        }
    }
    if !open.is_empty() {
        paragraphs.push(open);
    }
    paragraphs
}

/// The beginning of a text on one line, for those who only show a link to it.
pub(crate) fn teaser(text: &str, graphemes: usize) -> String {
    let flat = line(text);
    let Some((end, _)) = flat.grapheme_indices(true).nth(graphemes) else {
        return flat;
    };
    let cut = flat.get(..end).unwrap_or_default();
    // Not in the middle of a word, where there are words.
    let cut = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_and_single_line_ends_stay() {
        let text = lines("One\r\ntwo\r\n\r\n \r\nThree\r\n");
        assert_eq!(paragraphs(&text), [vec!["One", "two"], vec!["Three"]]);
        assert!(paragraphs("\n\n").is_empty());
    }

    #[test]
    fn what_no_text_needs_never_reaches_the_database() {
        assert_eq!(lines("a\0b\u{7}\tc\rd"), "ab\tc\nd");
        assert_eq!(line(" a\r\n b\0 c "), "a b c");
        assert_eq!(some(line(" \0 ")), None);
    }

    #[test]
    fn a_teaser_ends_between_words() {
        assert_eq!(teaser("short", 10), "short");
        assert_eq!(teaser("one two\nthree four", 11), "one two…");
        assert_eq!(teaser(&"ێ".repeat(20), 5), format!("{}…", "ێ".repeat(5)));
    }
}
