//! The newsroom's word list: thousands of words looked for in one walk over a text (Aho–Corasick), never by regular
//! expressions.
//!
//! Text and words are folded alike (`ground::fold`), and a word is found as a word: "ass" is not in "class". A star stands
//! for any ending or beginning (`kurd*`), which languages that add to their words need. What Arabic writes together with a
//! word (article, "and", "by") is looked for without being asked.
//!
//! Who does not want to be found writes otherwise, so a text is looked at in several ways: as it is cut into words; with
//! everything taken out that stands within a word (`ba.dword`, a zero width non-joiner); with single letters drawn together
//! (`b a d`); with what only looks like a letter read as that letter (`b@d`, `bаd`); and each of these with letters that
//! are repeated (`baaaad`) once and twice.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use ground::fold::{ZWNJ, fold, words};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::disguise::undisguised;

/// Shortest word that the list takes, in letters; with a star, one more.
const LETTERS_MIN: usize = 2;
/// So many single letters in a row are drawn together.
const SPELLED_MIN: usize = 3;
/// Between two ways to look at a text: in no word.
const APART: char = '\n';

/// What a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// The comment waits for the newsroom.
    Hold,
    /// The comment is taken away.
    Spam,
}

impl Deed {
    /// As it is stored.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Spam => "spam",
        }
    }

    /// The deed of a code of ours.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Hold, Self::Spam]
            .into_iter()
            .find(|deed| deed.code() == code)
    }
}

/// A word of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "as the column is called")]
pub(crate) struct Word {
    /// Its one form ([`key`]).
    pub(crate) word: String,
    /// As it was entered.
    pub(crate) label: String,
    pub(crate) deed: Deed,
}

/// The list, ready to look with.
#[derive(Debug, Default)]
pub(crate) struct List {
    words: Vec<Word>,
    machine: Option<AhoCorasick>,
    /// For each pattern of the machine, which word it is of.
    owners: Vec<usize>,
}

impl List {
    /// Made of these words. A list too large for the machine finds nothing and says so.
    pub(crate) fn new(words: Vec<Word>) -> anyhow::Result<Self> {
        let (mut patterns, mut owners) = (Vec::new(), Vec::new());
        for (owner, word) in words.iter().enumerate() {
            for pattern in patterns_of(&word.word) {
                patterns.push(pattern);
                owners.push(owner);
            }
        }
        let machine = if patterns.is_empty() {
            None
        } else {
            let kind = Some(AhoCorasickKind::ContiguousNFA);
            Some(AhoCorasick::builder().kind(kind).build(&patterns)?)
        };
        Ok(Self {
            words,
            machine,
            owners,
        })
    }

    /// The words of the list that are in these texts: each once, in the order of the list.
    pub(crate) fn find(&self, texts: &[&str]) -> Vec<&Word> {
        let Some(machine) = &self.machine else {
            return Vec::new();
        };
        let mut found: Vec<usize> = Vec::new();
        for text in texts {
            let ways = ways(text);
            let owners = machine
                .find_overlapping_iter(&ways)
                .filter_map(|hit| self.owners.get(hit.pattern().as_usize()));
            found.extend(owners);
        }
        found.sort_unstable();
        found.dedup();
        found
            .into_iter()
            .filter_map(|owner| self.words.get(owner))
            .collect()
    }
}

/// A word of the list in its one form: its words with one space between them, and its stars. None when too little of it is
/// left to look for.
pub(crate) fn key(label: &str) -> Option<String> {
    let label = label.trim();
    let plain = plain_of(label);
    let stars = usize::from(label.starts_with('*')) + usize::from(label.ends_with('*'));
    let letters = plain.chars().filter(|c| *c != ' ').count();
    if letters < LETTERS_MIN + usize::from(stars > 0) {
        return None;
    }
    let before = if label.starts_with('*') { "*" } else { "" };
    let after = if label.ends_with('*') { "*" } else { "" };
    Some(format!("{before}{plain}{after}"))
}

/// The words of a text in their one form, with one space between them.
pub(crate) fn plain_of(text: &str) -> String {
    cut(&fold(text)).join(" ")
}

/// What the machine looks for: a space is where a word begins or ends.
fn patterns_of(key: &str) -> Vec<String> {
    let plain = key.trim_matches('*');
    let before = if key.starts_with('*') { "" } else { " " };
    let after = if key.ends_with('*') { "" } else { " " };
    let mut forms = vec![plain.to_owned()];
    // Of a word with an open beginning everything is found anyway; of more words than one, nothing is written together.
    if before == " " && !plain.contains(' ') {
        forms.extend(words::words(plain).iter().flat_map(words::Word::forms));
    }
    forms.sort_unstable();
    forms.dedup();
    forms
        .into_iter()
        .map(|form| format!("{before}{form}{after}"))
        .collect()
}

/// The text in all the ways in which it is looked at, one after the other.
fn ways(text: &str) -> String {
    let folded = fold(text);
    let mut plain = vec![cut(&folded), cut(&glued(&folded)), spelled(&folded)];
    plain.extend(undisguised(&folded).iter().map(|read| cut(read)));
    plain.dedup();
    let mut all = String::with_capacity(folded.len() * 4);
    for way in plain {
        let way = way.join(" ");
        for most in [usize::MAX, 2, 1] {
            let squeezed = squeezed(&way, most);
            if most == usize::MAX || squeezed != way {
                all.push(' ');
                all.push_str(&squeezed);
                all.push(' ');
                all.push(APART);
            }
        }
    }
    all
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Cut wherever something else than a letter stands.
fn cut(folded: &str) -> Vec<String> {
    folded
        .split(|c| !is_letter(c))
        .map(|word| word.chars().skip_while(|c| is_combining_mark(*c)).nfc().collect())
        .filter(|word: &String| !word.is_empty())
        .collect()
}

/// Without what stands within words: only spaces part them.
fn glued(folded: &str) -> String {
    folded
        .chars()
        .filter(|c| is_letter(*c) || (c.is_whitespace() && *c != ZWNJ))
        .collect()
}

/// Single letters in a row drawn together; more than one space ends a row. The first or the last of a row may be a word of
/// its own ("a s c a m"): it is drawn together without them, too.
fn spelled(folded: &str) -> Vec<String> {
    let mut drawn: Vec<String> = Vec::new();
    let mut row: Vec<&str> = Vec::new();
    let end = |row: &mut Vec<&str>, drawn: &mut Vec<String>| {
        if row.len() >= SPELLED_MIN {
            for (first, last) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                let part = row.get(first..row.len() - last).unwrap_or_default();
                drawn.push(part.concat().nfc().collect());
            }
        } else {
            drawn.extend(row.iter().map(|letter| (*letter).to_owned()));
        }
        row.clear();
    };
    let mut spaces = 0;
    for part in folded.split_inclusive(|c| !is_letter(c)) {
        let word = part.trim_end_matches(|c| !is_letter(c));
        if spaces > 1 {
            end(&mut row, &mut drawn);
        }
        if word.chars().filter(|c| !is_combining_mark(*c)).count() == 1 {
            row.push(word);
        } else if !word.is_empty() {
            end(&mut row, &mut drawn);
            drawn.push(word.nfc().collect());
        }
        let parted = part.ends_with(char::is_whitespace);
        spaces = if word.is_empty() { spaces } else { 0 } + usize::from(parted);
    }
    end(&mut row, &mut drawn);
    drawn
}

/// Letters that stand three times or more in a row, `most` times only.
fn squeezed(way: &str, most: usize) -> String {
    let mut out = String::with_capacity(way.len());
    let letters: Vec<char> = way.chars().collect();
    for run in letters.chunk_by(|a, b| a == b) {
        let keep = if run.len() > 2 {
            run.len().min(most)
        } else {
            run.len()
        };
        out.extend(run.iter().take(keep));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(labels: &[&str]) -> List {
        let word = |label: &&str| Word {
            word: key(label).unwrap(),
            label: (*label).to_owned(),
            deed: Deed::Hold,
        };
        List::new(labels.iter().map(word).collect()).unwrap()
    }

    fn found(list: &List, text: &str) -> Vec<String> {
        list.find(&[text]).iter().map(|word| word.label.clone()).collect()
    }

    #[test]
    fn a_word_is_found_as_a_word_however_it_is_typed() {
        let list = list(&["Scam", "کتێب", "kurdî*", "free money", "سيارة", "bit.ly", "*pill"]);
        for (text, labels) in [
            ("", vec![]),
            ("scampi are no scamps", vec![]),
            ("What a SCAM!", vec!["Scam"]),
            ("Ｓｃａｍ s\u{301}cam", vec!["Scam"]),
            ("kitêb, كتيب", vec!["کتێب"]),
            ("کتـــێب", vec!["کتێب"]),
            ("کت\u{200C}ێب", vec!["کتێب"]),
            ("کتێب\u{200C}خانە", vec!["کتێب"]),
            ("Kurdistan, KURDIYAN", vec!["kurdî*"]),
            ("free\n  Money.", vec!["free money"]),
            ("freemoney", vec![]),
            ("والسيارة", vec!["سيارة"]),
            ("http://bit.ly/x", vec!["bit.ly"]),
            ("superpill", vec!["*pill"]),
            ("scam scam scam", vec!["Scam"]),
        ] {
            assert_eq!(found(&list, text), labels, "{text}");
        }
    }

    #[test]
    fn who_does_not_want_to_be_found_is_found() {
        let list = list(&["badword", "قتل", "good"]);
        for (text, label) in [
            ("b a d w o r d", "badword"),
            ("b.a.d.w.o.r.d", "badword"),
            ("such a  b a d w o r d  here", "badword"),
            ("what a b a d w o r d", "badword"),
            ("b a d w o r d و", "badword"),
            ("ba*dw_or-d", "badword"),
            ("b\u{200B}a\u{2060}d\u{AD}word", "badword"),
            ("baaaadworrrrd", "badword"),
            ("ق ت ل", "قتل"),
            ("ق\u{640}\u{640}ت\u{200C}ل", "قتل"),
            ("قَتَلَ", "قتل"),
            ("goooood", "good"),
            ("bádwörd", "badword"),
            ("b@dw0rd!", "badword"),
            ("bаdwоrd", "badword"),
        ] {
            assert_eq!(found(&list, text), [label], "{text}");
        }
        for text in ["a b c", "god", "bad word", "ی و ا", "x y b a d"] {
            assert!(found(&list, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_has_too_little_to_look_for_is_no_word_of_the_list() {
        for label in ["", "a", "*", "a*", "ab*", "…", "ـ", "\u{200D}"] {
            assert_eq!(key(label), None, "{label}");
        }
        assert_eq!(key(" Ab "), Some("ab".to_owned()));
        assert_eq!(key("Abc*"), Some("abc*".to_owned()));
        assert_eq!(key("كُردي"), Some("کردی".to_owned()));
    }

    #[test]
    fn an_empty_list_finds_nothing_and_long_texts_are_no_trouble() {
        assert!(List::new(Vec::new()).unwrap().find(&["scam"]).is_empty());
        let list = list(&["scam"]);
        let long = "a ".repeat(50_000) + "scam";
        assert_eq!(list.find(&[&long]).len(), 1);
    }
}
