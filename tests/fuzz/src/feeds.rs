//! What other servers say of themselves: feeds.

/// Whatever a feed is, its headlines are short lines of text that lead to pages.
pub fn feed(bytes: &[u8]) {
    for (title, url, teaser) in publishing::for_fuzzing::feed(bytes) {
        assert!(url.starts_with("https://") || url.starts_with("http://"));
        assert!(!title.is_empty());
        for text in [title, teaser] {
            assert!(!text.chars().any(char::is_control), "{text:?}");
            assert!(text.chars().count() <= 200 * 8, "{}", text.len());
        }
    }
}
