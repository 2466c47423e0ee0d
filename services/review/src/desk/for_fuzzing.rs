//! See `crate::for_fuzzing`.

/// A place in the list, written again.
pub fn desk_cursor(text: &str) -> Option<String> {
    super::parse_cursor(text).ok().map(super::write_cursor)
}

/// Words of a text, a document of it and a question by it.
pub fn search(text: &str) {
    super::search::for_fuzzing::search(text);
}

/// What an editor typed into a field of several lines.
pub fn note(typed: &str) -> String {
    super::decision::clean(typed)
}
