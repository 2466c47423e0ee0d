//! A text, cut into the words by which it is found.
//!
//! Where a word ends is said by Unicode (UAX 29, word boundaries), after [`super::fold`] has taken away what cannot be
//! seen: neither tatweel nor a joiner nor a mark parts a word, or whoever wants not to be found would only have to
//! type one. What parts *some* people's words does not part others': a zero width non-joiner (کتێب‌خانە), an apostrophe
//! (Ankara’da), an underscore. Such a word is found whole, and by its parts.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use super::{ZWNJ, fold};

/// Longest word in letters; of a longer one this beginning counts.
pub const MAX_LETTERS: usize = 40;

/// A word in its one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// All of it, as one.
    pub whole: String,
    /// What it is made of, where that is more than one; single letters are left out.
    pub parts: Vec<String>,
}

/// The Arabic article and what is written together with it or with the word: and, in, to, so, as.
const BEFORE_NAMES: [&str; 5] = ["ال", "وال", "بال", "فال", "کال"];

impl Word {
    /// The same word with and without what Arabic writes together with it. Itself comes first.
    #[must_use]
    pub fn forms(&self) -> Vec<String> {
        let mut forms = vec![self.whole.clone()];
        let letters = self.whole.chars().count();
        let arabic = |c: char| ('\u{600}'..='\u{6FF}').contains(&c) && c.is_alphabetic();
        if letters < 3 || !self.whole.chars().all(arabic) {
            return forms;
        }
        let bare = BEFORE_NAMES
            .iter()
            .filter_map(|before| self.whole.strip_prefix(before))
            .chain(self.whole.strip_prefix("لل"))
            .find(|bare| bare.chars().nth(2).is_some());
        let stem = bare.unwrap_or(&self.whole);
        let mut add = |form: String| {
            if form.chars().count() <= MAX_LETTERS && !forms.contains(&form) {
                forms.push(form);
            }
        };
        add(stem.to_owned());
        for before in BEFORE_NAMES.iter().chain(&["لل", "و"]) {
            add(format!("{before}{stem}"));
        }
        forms
    }
}

/// The words of a text, in its order.
pub fn words(text: &str) -> Vec<Word> {
    // A form that stands for several words comes apart when folded, so it is folded first and cut then.
    let folded = fold(text);
    folded.unicode_words().filter_map(word).collect()
}

fn word(segment: &str) -> Option<Word> {
    let whole = cut(segment.chars().filter(|c| is_letter(*c)));
    if whole.is_empty() {
        return None;
    }
    let mut parts: Vec<String> = segment
        .split(|c| !is_letter(c) && c != ZWNJ)
        .flat_map(joined)
        .map(|part| cut(part.chars()))
        .filter(|part| part.chars().nth(1).is_some())
        .collect();
    parts.dedup();
    if parts.first() == Some(&whole) {
        parts.clear();
    }
    Some(Word { whole, parts })
}

/// What non-joiners part. After a heh it parts nothing: with it an Arabic keyboard types the Kurdish vowel (ه + ZWNJ).
fn joined(run: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in run.chars() {
        match (c, parts.last_mut()) {
            (ZWNJ, Some(last)) if last.ends_with('ه') => {}
            (ZWNJ, _) => parts.push(String::new()),
            (_, Some(last)) => last.push(c),
            (_, None) => {}
        }
    }
    parts
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || (is_combining_mark(c) && c != ZWNJ)
}

/// No mark begins a word: it belonged to what is gone. What stood between two marks may have gone, too: they are put in order.
fn cut(letters: impl Iterator<Item = char>) -> String {
    letters
        .skip_while(|c| is_combining_mark(*c))
        .nfc()
        .take(MAX_LETTERS)
        .collect()
}
