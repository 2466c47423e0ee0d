//! What the desk is searched by: texts of strangers, and questions of editors.

/// No text breaks the folding, what is folded stays as it is, and any text is a question.
pub fn search_words(bytes: &[u8]) {
    review::for_fuzzing::search(&String::from_utf8_lossy(bytes));
}
