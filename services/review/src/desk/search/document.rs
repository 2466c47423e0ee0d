//! What the database keeps of a contribution to find it by: its words as a `tsvector`, written by us and not by one of
//! PostgreSQL's parsers, which know neither Kurdish nor that a tatweel is no letter.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use ground::fold::words::words;

use super::near;

/// So many words of a contribution are found again; a position of a `tsvector` ends soon after (16383).
const MAX_WORDS: u16 = 16_000;

/// So many places of one word are kept (as PostgreSQL does).
const MAX_PLACES: usize = 255;

/// So much of each field is read, in bytes.
const MAX_FIELD: usize = 256 * 1024;

/// The words of a contribution, being gathered field by field.
#[derive(Debug, Default)]
pub(super) struct Document {
    places: BTreeMap<String, Vec<u16>>,
    /// Of two words beside each other; what a phrase is looked up by.
    pairs: BTreeSet<String>,
    last: u16,
}

impl Document {
    /// Adds a text. No phrase reaches from one text into the next.
    pub(super) fn add(&mut self, text: &str) {
        let read = text
            .get(..text.floor_char_boundary(MAX_FIELD))
            .unwrap_or_default();
        let mut before: Option<String> = None;
        self.last = self.last.saturating_add(1);
        for word in words(read) {
            if self.last >= MAX_WORDS {
                return;
            }
            self.last += 1;
            if let Some(before) = before {
                self.pairs.insert(pair(&before, &word.whole));
            }
            before = Some(word.whole.clone());
            for form in word.parts.into_iter().chain([word.whole]) {
                let places = self.places.entry(form).or_default();
                if places.len() < MAX_PLACES && places.last() != Some(&self.last) {
                    places.push(self.last);
                }
            }
        }
    }

    /// As PostgreSQL reads a `tsvector`. Words are letters and digits only, so none needs more than its quotes.
    pub(super) fn tsvector(&self) -> String {
        let mut text = String::new();
        for (word, places) in &self.places {
            let places: Vec<String> = places.iter().map(ToString::to_string).collect();
            // Writing to a string does not fail.
            let _ = write!(text, "'{word}':{} ", places.join(","));
        }
        for pair in &self.pairs {
            let _ = write!(text, "'{pair}' ");
        }
        text
    }

    /// The words that the desk knows by themselves: mistyped ones are put right by them, and they are found by how they begin.
    pub(super) fn learned(&self) -> impl Iterator<Item = &str> {
        self.places
            .keys()
            .map(String::as_str)
            .filter(|word| near::is_kept(word))
    }
}

/// What stands for two words beside each other: eighteen bits of them, and no word itself. Two frequent words are together in
/// many contributions and beside each other in few: these are found without looking into each.
pub(super) fn pair(first: &str, second: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let number = near::number(&format!("{first} {second}")).cast_unsigned();
    let number = number ^ (number >> 18);
    let digit = |at: u32| {
        let six = usize::try_from((number >> at) & 63).unwrap_or_default();
        DIGITS.get(six).map_or('-', |digit| char::from(*digit))
    };
    ['#', digit(12), digit(6), digit(0)].into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_places_and_its_parts_share_them() {
        let mut document = Document::default();
        document.add("Ankara'da sel");
        document.add("sel");
        let text = document.tsvector();
        for part in ["'ankara':2 ", "'ankarada':2 ", "'da':2 ", "'sel':3,5 "] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert_eq!(text.matches('#').count(), 1, "one pair, and none across texts");
    }

    #[test]
    fn a_long_text_ends_where_positions_do() {
        let mut document = Document::default();
        document.add(&"a b ".repeat(20_000));
        assert!(document.tsvector().len() < 10_000);
        assert_eq!(document.last, MAX_WORDS);
    }
}
