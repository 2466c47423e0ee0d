//! Strangers' text, made fit to be kept and shown.

/// Most letters of one text.
pub(super) const MAX_LETTERS: usize = 1000;

/// The text without control characters and without those that turn the direction of what stands around it, of at most
/// [`MAX_LETTERS`]. `None` if nothing is left.
pub(crate) fn clean(text: &str) -> Option<String> {
    let mut cleaned = String::new();
    let letters = text.chars().filter(|letter| !is_hidden(*letter));
    for letter in letters.take(MAX_LETTERS) {
        let letter = if letter.is_control() || letter.is_whitespace() {
            ' '
        } else {
            letter
        };
        if letter != ' ' || !cleaned.ends_with(' ') {
            cleaned.push(letter);
        }
    }
    let trimmed = cleaned.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// Embeddings, overrides and isolates (Unicode Annex 9), and what is no letter at all. Joiners stay: Kurdish and Persian
/// are written with them.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{0}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFC}')
}

/// Text of which nobody says how it is written: UTF-8 if it can be that, else Latin 1; up to its first zero.
pub(super) fn decode(bytes: &[u8]) -> String {
    let end = memchr::memchr(0, bytes).unwrap_or(bytes.len());
    let bytes = bytes.get(..end.min(4 * MAX_LETTERS)).unwrap_or_default();
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // A letter that was cut by the limit above.
        Err(error) if error.error_len().is_none() && bytes.len() == 4 * MAX_LETTERS => {
            String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()).into_owned()
        }
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// UTF-16 in the order of bytes that its mark says, else in the one given, up to its first zero.
pub(super) fn decode_utf16(bytes: &[u8], little: bool) -> String {
    let (bytes, little) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, true),
        [0xFE, 0xFF, rest @ ..] => (rest, false),
        _ => (bytes, little),
    };
    let units = bytes.as_chunks().0.iter().map(|pair| {
        if little {
            u16::from_le_bytes(*pair)
        } else {
            u16::from_be_bytes(*pair)
        }
    });
    char::decode_utf16(units.take_while(|unit| *unit != 0).take(2 * MAX_LETTERS))
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
