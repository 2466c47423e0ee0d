//! How many links a text has, as people write them: with `https://`, with `www.`, or as a bare name of a site.
//!
//! A bare name counts when a path follows it or when it ends in a name that links are sold under; "end.Start", without its
//! space, is no link.

/// Endings under which bare names are taken for links.
const ENDINGS: [&str; 26] = [
    "app", "biz", "cc", "click", "club", "cn", "co", "com", "icu", "info", "io", "link", "live", "me", "net",
    "online", "org", "ru", "shop", "site", "store", "to", "top", "tv", "vip", "xyz",
];

/// How many links there are.
pub(crate) fn count(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || "<>\"'()[]{}|،؛,;".contains(c))
        .map(of_token)
        .sum()
}

/// Of what stands between two spaces: links may be glued together.
fn of_token(token: &str) -> usize {
    let token = token.to_lowercase();
    let schemes = token.matches("://").count();
    if schemes > 0 {
        return schemes;
    }
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
    usize::from(bare.starts_with("www.") || is_site(bare))
}

fn is_site(token: &str) -> bool {
    let (host, path) = token.split_once(['/', '?']).unwrap_or((token, ""));
    let Some((name, ending)) = host.rsplit_once('.') else {
        return false;
    };
    let named = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-._".contains(c));
    let ends = ending.len() >= 2 && ending.bytes().all(|byte| byte.is_ascii_lowercase());
    named && ends && (!path.is_empty() || ENDINGS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_counted_as_people_write_them() {
        for (text, links) in [
            ("", 0),
            ("Good morning. We came late.", 0),
            ("I forgot the space.And again", 0),
            ("e.g. 3.5 of 10, name@example.com", 0),
            ("see https://news.example/a and HTTP://NEWS.EXAMPLE", 2),
            ("https://a.example/https://b.example/", 2),
            ("www.news.example", 1),
            ("(cheap-pills.com)", 1),
            ("bit.ly/x2y", 1),
            ("بخوێنەوە،https://news.example/ئاو", 1),
        ] {
            assert_eq!(count(text), links, "{text}");
        }
    }
}
