//! What an editor types into the field of the search, read as terms.
//!
//! `flood bridge` both; `"flood at the bridge"` exactly these words in this order; `-bridge` not that; `~kamishlo` also words
//! that are nearly that.

use ground::fold::words::{Word, words};

/// So many characters of a question are read.
const MAX_TYPED: usize = 400;

/// So many of its terms are heard.
const MAX_TERMS: usize = 12;

/// So many words of one phrase are.
const MAX_PHRASE: usize = 12;

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) how: How,
    /// In order; one at least.
    pub(super) words: Vec<Word>,
}

/// In which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// The word, its forms and what begins with it.
    Plain,
    /// These words and no others, beside each other.
    Exactly,
    /// None of that.
    Without,
    /// What is nearly that, too.
    Nearly,
}

/// A question, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Question {
    pub(super) terms: Vec<Term>,
    /// There was more than is heard.
    pub(super) cut: bool,
}

impl Question {
    /// Reads it. Every text is a question, if only an empty one.
    pub(super) fn parse(typed: &str) -> Self {
        let mut question = Self::default();
        let end = typed
            .char_indices()
            .nth(MAX_TYPED)
            .map_or(typed.len(), |(at, _)| at);
        question.cut = end < typed.len();
        let mut rest = typed.get(..end).unwrap_or_default();
        while let Some((sign, quoted, text, after)) = next(rest) {
            rest = after;
            let mut found = words(text);
            if found.is_empty() {
                continue;
            }
            if quoted || sign == Some(How::Without) {
                question.cut |= found.len() > MAX_PHRASE;
                found.truncate(MAX_PHRASE);
                let how = sign.filter(|how| *how == How::Without).unwrap_or(How::Exactly);
                question.add(how, found);
            } else {
                for word in found {
                    question.add(sign.unwrap_or(How::Plain), vec![word]);
                }
            }
        }
        question
    }

    fn add(&mut self, how: How, words: Vec<Word>) {
        let term = Term { how, words };
        if self.terms.contains(&term) {
            return;
        }
        if self.terms.len() < MAX_TERMS {
            self.terms.push(term);
        } else {
            self.cut = true;
        }
    }
}

/// The next term: its sign, whether it is quoted, its text, and what follows.
fn next(rest: &str) -> Option<(Option<How>, bool, &str, &str)> {
    let rest = rest.trim_start();
    let sign = match rest.chars().next()? {
        '-' | '−' | '–' => Some(How::Without),
        '~' => Some(How::Nearly),
        _ => None,
    };
    let text = match (sign, rest.chars().next()) {
        (Some(_), Some(first)) => rest.get(first.len_utf8()..).unwrap_or_default(),
        _ => rest,
    };
    if let Some(inner) = text.strip_prefix(is_quote) {
        // A phrase that is not closed goes on to the end.
        let (phrase, after) = inner.split_once(is_quote).unwrap_or((inner, ""));
        return Some((sign, true, phrase, after));
    }
    let end = text
        .find(|c: char| c.is_whitespace() || is_quote(c))
        .unwrap_or(text.len());
    let (word, after) = text.split_at_checked(end).unwrap_or((text, ""));
    Some((sign, false, word, after))
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Vec<(How, String)> {
        let terms = Question::parse(typed).terms;
        let read = terms.into_iter().map(|term| {
            let words: Vec<String> = term.words.into_iter().map(|word| word.whole).collect();
            (term.how, words.join(" "))
        });
        read.collect()
    }

    #[test]
    fn a_question_is_read_as_it_was_meant() {
        let own = |how, text: &str| (how, text.to_owned());
        for (typed, terms) in [
            ("", vec![]),
            ("  - ~ \" ", vec![]),
            (
                "Flood bridge",
                vec![own(How::Plain, "flood"), own(How::Plain, "bridge")],
            ),
            ("flood flood", vec![own(How::Plain, "flood")]),
            (
                "\"the River rose\" -“old town” −spam",
                vec![
                    own(How::Exactly, "the river rose"),
                    own(How::Without, "old town"),
                    own(How::Without, "spam"),
                ],
            ),
            (
                "«پردی کۆن», ~قامشلی",
                vec![own(How::Exactly, "پردی کون"), own(How::Nearly, "قامشلی")],
            ),
            (
                "al-Hasakah",
                vec![own(How::Plain, "al"), own(How::Plain, "hasakah")],
            ),
            ("\"not closed", vec![own(How::Exactly, "not closed")]),
            ("a\"b c\"", vec![own(How::Plain, "a"), own(How::Exactly, "b c")]),
        ] {
            assert_eq!(read(typed), terms, "{typed}");
        }
    }

    #[test]
    fn more_than_is_heard_is_said() {
        let many = (0..20).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
        let question = Question::parse(&many);
        assert_eq!((question.terms.len(), question.cut), (MAX_TERMS, true));
        assert!(Question::parse(&"x".repeat(401)).cut);
        assert!(!Question::parse("x").cut);
    }

    #[test]
    fn arabic_words_are_found_with_and_without_their_article() {
        let word = |text: &str| words(text).pop().unwrap();
        assert!(word("جسر").forms().contains(&word("الجسر").whole));
        assert!(word("الجسر").forms().contains(&word("جسر").whole));
        assert!(word("والجسر").forms().contains(&word("للجسر").whole));
        assert_eq!(word("bridge").forms(), ["bridge"]);
        assert_eq!(word("ال").forms(), ["ال"]);
    }
}
