//! What either side types, made fit to keep.

use crate::contribute::{is_longer, prose};

/// The longest text, in characters as people count them.
pub(crate) const BODY_MAX: usize = 4000;

/// A text is longer than [`BODY_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLong;

/// A text of several lines in one form of each letter, without what no keyboard types.
pub(crate) fn clean(typed: &str) -> Result<String, TooLong> {
    let text = prose(typed).trim().to_owned();
    if is_longer(&text, BODY_MAX) {
        return Err(TooLong);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_lines_and_letters_and_has_an_end() {
        assert_eq!(clean(" a\r\nb\0\u{7}\rc \n").unwrap(), "a\nb\nc");
        assert_eq!(clean("ناوی\u{200c}تۆ").unwrap(), "ناوی\u{200c}تۆ");
        assert_eq!(clean(" \n\t").unwrap(), "");
        assert!(clean(&"پ".repeat(BODY_MAX)).is_ok());
        assert_eq!(clean(&"پ".repeat(BODY_MAX + 1)), Err(TooLong));
        assert_eq!(
            clean(&format!("a{}", "\u{301}".repeat(BODY_MAX * 9))),
            Err(TooLong)
        );
    }
}
