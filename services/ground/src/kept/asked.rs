//! What of a request decides whether a kept page answers it, and in which form.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};

use crate::{viewer::Viewer, web::Cx};

/// The cookie by which a guest who said something is known again, with or without `__Host-`: what they wrote and nobody
/// else reads is on their pages.
pub const COMMENTER: &str = "commenter";

/// A request for a public page. Handlers take it as an extractor and hand it to [`super::Kept::answer`].
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Somebody is known: signed in, or a guest who said something.
    pub(super) own: bool,
    pub(super) brotli: bool,
    pub(super) zstd: bool,
    pub(super) held: Option<HeaderValue>,
}

impl Asked {
    /// Whether the page is for one person alone, and may show what others do not see.
    pub fn is_own(&self) -> bool {
        self.own
    }

    fn of(headers: &HeaderMap, viewer: &Viewer) -> Self {
        Self {
            own: viewer.0.is_some() || has_cookie(headers, COMMENTER),
            brotli: takes(headers, "br"),
            zstd: takes(headers, "zstd"),
            held: headers.get(header::IF_NONE_MATCH).cloned(),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let nobody = Viewer::default();
        let viewer = parts.extensions.get::<Viewer>().unwrap_or(&nobody);
        Ok(Self::of(&parts.headers, viewer))
    }
}

fn has_cookie(headers: &HeaderMap, wanted: &str) -> bool {
    headers
        .get_all(header::COOKIE)
        .iter()
        // What is not text hides nothing from us: rather a page too many is made.
        .any(|line| line.to_str().map_or(true, |line| line.split(';').any(|pair| is_named(pair, wanted))))
}

fn is_named(pair: &str, wanted: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().trim();
    name.strip_prefix("__Host-").unwrap_or(name) == wanted
}

/// Whether a coding is named in `Accept-Encoding` and not refused there (RFC 9110, 12.5.3).
fn takes(headers: &HeaderMap, coding: &str) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter();
    accepted
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .any(|choice| {
            let mut parts = choice.split(';').map(str::trim);
            let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
            let weight = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(Ok(1.0), str::parse::<f32>);
            named && weight.is_ok_and(|weight| weight > 0.0)
        })
}

/// A page's address: its path, and what of its query makes it another page. Whatever else strangers put there neither
/// makes another page nor gets into one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub(super) path: String,
    pub(super) query: String,
    pub(super) light: bool,
}

impl Address {
    /// The path that was asked for, without a query.
    pub fn of(cx: &Cx) -> Self {
        Self {
            path: cx.path().to_owned(),
            query: String::new(),
            light: false,
        }
    }

    /// With this in the query, where there is something. Always in the same order.
    #[must_use]
    pub fn with(mut self, name: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            let mut query = url::form_urlencoded::Serializer::new(self.query);
            self.query = query.append_pair(name, value).finish();
        }
        self
    }

    /// In the edition for those who save data.
    #[must_use]
    pub fn light(mut self, light: bool) -> Self {
        self.light = light;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    fn asked(pairs: &[(&'static str, &str)]) -> Asked {
        Asked::of(&headers(pairs), &Viewer::default())
    }

    #[test]
    fn a_guest_who_said_something_is_known_by_a_cookie_and_by_no_other() {
        assert!(asked(&[("cookie", "lang=ckb; commenter=abc")]).own);
        assert!(asked(&[("cookie", "__Host-commenter=abc")]).own);
        assert!(asked(&[("cookie", "a=b"), ("cookie", "commenter=")]).own);
        for other in [
            "lang=ckb; light=1",
            "xcommenter=1",
            "a=commenter",
            "commenters=1",
            "",
        ] {
            assert!(!asked(&[("cookie", other)]).own, "{other}");
        }
    }

    #[test]
    fn a_cookie_that_is_no_text_counts_as_one_of_somebody() {
        let mut headers = HeaderMap::new();
        headers.insert("cookie", HeaderValue::from_bytes(b"\xff; commenter=1").unwrap());
        assert!(Asked::of(&headers, &Viewer::default()).own);
    }

    #[test]
    fn a_coding_is_taken_where_it_is_named_and_not_refused() {
        let codings = |accept: &str| {
            let asked = asked(&[("accept-encoding", accept)]);
            (asked.brotli, asked.zstd)
        };
        assert_eq!(codings("gzip, deflate, br, zstd"), (true, true));
        assert_eq!(codings("BR;q=0.5"), (true, false));
        assert_eq!(codings("br;q=0, zstd; q=1.0"), (false, true));
        assert_eq!(codings("br;q=0.000"), (false, false));
        assert_eq!(codings("br;q=x"), (false, false));
        assert_eq!(codings("gzip, brx, *"), (false, false));
    }
}
