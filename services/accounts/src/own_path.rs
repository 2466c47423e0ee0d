//! Where to go after signing in: only ever a page of ours.

use ground::web::Site;

const MAX_BYTES: usize = 512;

/// The path itself when it leads to a page of ours, and nothing otherwise.
///
/// Browsers read `\` as `/` and drop tabs and line ends from addresses (WHATWG URL), so those are refused
/// before the address is resolved as a browser would.
pub(crate) fn own_path<'a>(site: &Site, path: &'a str) -> Option<&'a str> {
    let one_slash = path.starts_with('/') && !path.starts_with("//");
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if !one_slash || !plain || path.len() > MAX_BYTES {
        return None;
    }
    let resolved = site.base_url.join(path).ok()?;
    // A path like `/.//example.org` stays with us, but reads as another host to whoever resolves it again.
    let stays = resolved.origin() == site.base_url.origin() && !resolved.path().starts_with("//");
    stays.then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn our_own_pages_are_kept() {
        let site = testing::site();
        for path in [
            "/",
            "/desk",
            "/desk?queue=new&page=2",
            "/desk/0199#talk",
            "/stories/%DA%A9",
        ] {
            assert_eq!(own_path(&site, path), Some(path));
        }
    }

    #[test]
    fn nothing_else_is() {
        let site = testing::site();
        for path in [
            "",
            "desk",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\/evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/.//evil.example",
            "/..//evil.example",
            "/%2e%2e//evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            " /desk",
            "/desk\r\nSet-Cookie: a=b",
            "/\u{ff0f}evil.example",
        ] {
            assert_eq!(own_path(&site, path), None, "{path:?}");
        }
        assert_eq!(own_path(&site, &format!("/{}", "a".repeat(600))), None);
    }
}
