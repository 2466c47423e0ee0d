//! The one address under which a page of the newsroom's own site is talked about, however it was linked to.

use ground::web::Site;
use url::Url;

/// Longer addresses are no article's.
const MAX: usize = 2000;
/// What links of letters and of other networks carry, and what changes nothing of the page.
const OF_LINKS: [&str; 10] = [
    "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "yclid", "ref_src", "_ga",
];

/// A page of the newsroom's own site, by its one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageUrl(Url);

impl PageUrl {
    /// Of an address as it came. None: it is no page of ours, nor of the newsroom's other sites (`web.cors_origins`).
    pub(crate) fn parse(text: &str, site: &Site) -> Option<Self> {
        if text.len() > MAX {
            return None;
        }
        let mut url = Url::parse(text.trim()).ok()?;
        let origin = url.origin();
        if !origin.is_tuple() || !url.username().is_empty() || url.password().is_some() {
            return None;
        }
        if origin != site.base_url.origin() && !site.is_ally(&origin.ascii_serialization()) {
            return None;
        }
        url.set_fragment(None);
        let kept: Vec<(String, String)> = url
            .query_pairs()
            .filter(|(name, _)| !name.starts_with("utm_") && !OF_LINKS.contains(&name.as_ref()))
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        if kept.is_empty() {
            url.set_query(None);
        } else {
            url.query_pairs_mut().clear().extend_pairs(kept);
        }
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(if path.is_empty() { "/" } else { &path });
        Some(Self(url))
    }

    /// As it is kept.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The path, if it is a page of this program.
    pub(crate) fn own_path(&self, site: &Site) -> Option<&str> {
        (self.0.origin() == site.base_url.origin()).then(|| self.0.path())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use ground::{lang::Lang, web::Assets};

    use super::*;

    fn site() -> Site {
        Site {
            name: "News".to_owned(),
            names: HashMap::new(),
            base_url: "https://part.news.example".parse().unwrap(),
            default_lang: Lang::En,
            time_zone: chrono_tz::UTC,
            terms_version: "1".to_owned(),
            assets: Assets::default(),
            allies: vec!["https://news.example".to_owned()],
        }
    }

    fn of(text: &str) -> Option<String> {
        PageUrl::parse(text, &site()).map(|url| url.as_str().to_owned())
    }

    #[test]
    fn however_an_article_is_linked_to_its_address_is_one() {
        let one = Some("https://news.example/a/flood?page=2".to_owned());
        for text in [
            "https://news.example/a/flood?page=2",
            " https://NEWS.example:443/a/flood/?page=2#comments",
            "https://news.example/a/flood?utm_source=mail&page=2&fbclid=x",
        ] {
            assert_eq!(of(text), one, "{text}");
        }
        assert_eq!(
            of("https://news.example").as_deref(),
            Some("https://news.example/")
        );
        assert_eq!(
            of("https://news.example/?utm_medium=x").as_deref(),
            Some("https://news.example/")
        );
    }

    #[test]
    fn pages_of_others_are_nothing_to_us() {
        for text in [
            "",
            "flood",
            "//news.example/a",
            "http://news.example/a",
            "https://news.example.evil.example/a",
            "https://news.example:8443/a",
            "https://editor:secret@news.example/a",
            "https://news.example@evil.example/a",
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
        assert_eq!(of(&format!("https://news.example/{}", "a".repeat(MAX))), None);
    }

    #[test]
    fn a_page_of_this_program_has_a_path() {
        let site = site();
        let path = |text| {
            PageUrl::parse(text, &site)
                .unwrap()
                .own_path(&site)
                .map(str::to_owned)
        };
        assert_eq!(
            path("https://part.news.example/stories/flood").as_deref(),
            Some("/stories/flood")
        );
        assert_eq!(path("https://news.example/stories/flood"), None);
    }
}
