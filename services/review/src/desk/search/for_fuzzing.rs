//! What the fuzzers reach of the search.

use ground::fold::words::words;

use super::{ask::Question, document::Document};

/// Folds, cuts and asks by any text: no text may break it, and what is folded stays as it is.
pub(crate) fn search(text: &str) {
    for word in words(text) {
        // What stood between letters of scripts without spaces may have gone: then it is cut further, and never changed.
        let again: String = words(&word.whole)
            .iter()
            .map(|again| again.whole.as_str())
            .collect();
        assert_eq!(again, word.whole);
    }
    let mut document = Document::default();
    document.add(text);
    assert!(!document.tsvector().contains('\0'));
    let _ = Question::parse(text);
}
