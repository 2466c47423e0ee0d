//! What a story is found by: its words in their one form (`ground::fold`), as a `tsvector` that we write ourselves, since
//! none of PostgreSQL's parsers knows Kurdish. And what is searched for, as a question to that.
//!
//! The words of a byline carry another weight (D) than all others (A): whoever takes their name back is not found by it from
//! that moment on, because a question of the public asks for A alone where the name is not shown.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use chrono::{DateTime, Datelike, Utc};
use ground::fold::words::{Word, words};

/// So much of a text is read, in bytes.
const MAX_TEXT: usize = 256 * 1024;
/// So many characters of a question are read.
pub(crate) const MAX_TYPED: usize = 200;
/// So many of its words are heard.
const MAX_WORDS: usize = 8;

/// The one form of a tag or place, by which its page is found: words with one space between them.
pub(crate) fn key(label: &str) -> String {
    let words: Vec<_> = words(label).into_iter().map(|word| word.whole).collect();
    words.join(" ")
}

/// What a story says, as far as it can be searched for.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) place: Option<String>,
    pub(crate) byline: Option<String>,
    /// Labels.
    pub(crate) tags: Vec<String>,
    /// Captions and descriptions of its pictures.
    pub(crate) pictures: Vec<String>,
    pub(crate) published_at: DateTime<Utc>,
}

impl Texts {
    /// As PostgreSQL reads a `tsvector`. Words are letters and digits only, so none needs more than its quotes.
    pub(crate) fn document(&self) -> String {
        let mut found = BTreeMap::<String, char>::new();
        for word in self.byline.iter().flat_map(|byline| forms(byline)) {
            found.insert(word, 'D');
        }
        let said = [&self.title, &self.body].into_iter().chain(&self.place);
        for text in said.chain(&self.tags).chain(&self.pictures) {
            for word in forms(text) {
                found.insert(word, 'A');
            }
        }
        let mut document = month(self.published_at);
        for (word, weight) in found {
            // Writing to a text cannot fail.
            let _ = write!(document, " '{word}':1{weight}");
        }
        document
    }
}

/// What stands in the document of every story of a month (UTC), and is no word: rare words of long ago are found by it.
pub(crate) fn month(at: DateTime<Utc>) -> String {
    format!("'@{}-{}':1A", at.year(), at.month())
}

/// Words, and what they are made of.
fn forms(text: &str) -> BTreeSet<String> {
    let read = text.get(..text.floor_char_boundary(MAX_TEXT)).unwrap_or_default();
    let parts = |word: Word| word.parts.into_iter().chain([word.whole]);
    words(read).into_iter().flat_map(parts).collect()
}

/// What is searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    /// In PostgreSQL's language, bylines among it.
    pub(crate) all: String,
    /// The same without bylines.
    pub(crate) unnamed: String,
}

impl Question {
    /// Reads what was typed: every word, its Arabic forms, and what begins with it. None: there is no word in it.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let typed: String = typed.chars().take(MAX_TYPED).collect();
        let mut heard = Vec::new();
        for word in words(&typed) {
            if heard.len() < MAX_WORDS && !heard.contains(&word) {
                heard.push(word);
            }
        }
        if heard.is_empty() {
            return None;
        }
        let ask = |weight: &str| {
            let terms: Vec<_> = heard.iter().map(|word| term(word, weight)).collect();
            terms.join(" & ")
        };
        Some(Self {
            all: ask(""),
            unnamed: ask("A"),
        })
    }

    /// The same among the stories of a month.
    pub(crate) fn of_month(&self, at: DateTime<Utc>) -> Self {
        let mark = format!("'@{}-{}'", at.year(), at.month());
        Self {
            all: format!("{mark} & {}", self.all),
            unnamed: format!("{mark} & {}", self.unnamed),
        }
    }
}

/// A word in PostgreSQL's language.
fn term(word: &Word, weight: &str) -> String {
    let colon = if weight.is_empty() { "" } else { ":" };
    let mut any = Vec::new();
    for form in word.forms() {
        // Endings follow a word of some length; what begins with a short one is something else.
        let is_long = form == word.whole && form.chars().nth(3).is_some();
        any.push(if is_long {
            format!("'{form}':*{weight}")
        } else {
            format!("'{form}'{colon}{weight}")
        });
    }
    if !word.parts.is_empty() {
        let parts: Vec<_> = word
            .parts
            .iter()
            .map(|part| format!("'{part}'{colon}{weight}"))
            .collect();
        any.push(format!("({})", parts.join(" & ")));
    }
    format!("({})", any.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Texts {
        Texts {
            title: "The river".to_owned(),
            body: "It rose.".to_owned(),
            place: Some("Hewlêr".to_owned()),
            byline: Some("Ada Rose".to_owned()),
            tags: vec!["Flood".to_owned()],
            pictures: vec!["The bridge".to_owned()],
            published_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn every_word_is_in_the_document_and_a_name_is_told_apart() {
        let document = texts().document();
        for part in [
            "'@1970-1':1A",
            "'river':1A",
            "'hewler':1A",
            "'flood':1A",
            "'bridge':1A",
            "'ada':1D",
            // The name is a word of the text, too: it is found by that.
            "'rose':1A",
        ] {
            assert!(document.contains(part), "{part} in {document}");
        }
    }

    #[test]
    fn a_tag_has_one_form_however_it_is_typed() {
        for (one, other) in [
            ("New  York!", "new york"),
            ("كوردستان", "کوردستان"),
            ("کورد\u{640}ستان", "کوردستان"),
            ("Şırnak", "sirnak"),
        ] {
            assert_eq!(key(one), key(other), "{one}");
        }
        assert_eq!(key(" ، !"), "");
    }

    #[test]
    fn a_question_is_read_whatever_is_typed() {
        assert_eq!(Question::parse(" ?! "), None);
        let river = Question::parse("river in").unwrap();
        assert_eq!(river.all, "('river':*) & ('in')");
        assert_eq!(river.unnamed, "('river':*A) & ('in':A)");
        assert_eq!(Question::parse("in in").unwrap().all, "('in')");
        let hostile = Question::parse("a' | '*':B \\ !(\"<->").unwrap().all;
        assert!(!hostile.contains('\\') && !hostile.contains('!'), "{hostile}");
        let long = "word ".repeat(500);
        assert_eq!(Question::parse(&long).unwrap().all, "('word':*)");
    }
}
