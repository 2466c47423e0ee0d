//! Low-data mode: pages with small pictures and nothing that loads by itself. A browser asks for it by `Save-Data`
//! (W3C, *Save Data API*); a reader by a switch, which a cookie keeps and which is stronger.

use axum::{
    Form, Router,
    extract::{FromRequestParts, State},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::Response,
    routing::post,
};
use ground::{Failure, web::see_other};
use serde::Deserialize;

/// The cookie with what was chosen.
const COOKIE: &str = "light";

pub(crate) fn router() -> Router<crate::State> {
    Router::new().route("/light", post(set))
}

/// Whether this reader saves data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Light(pub(crate) bool);

impl Light {
    fn of(headers: &HeaderMap) -> Self {
        let chosen = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == COOKIE)
            .map(|(_, value)| value == "1");
        let asked = headers
            .get("save-data")
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.trim().eq_ignore_ascii_case("on"));
        Self(chosen.unwrap_or(asked))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Light {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers))
    }
}

/// The switch.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Switch {
    want: String,
    /// The page it was on.
    next: String,
}

/// `POST /light`: keeps the choice on this device for a year, and leads back.
pub(crate) async fn set(
    State(state): State<crate::State>,
    Form(switch): Form<Switch>,
) -> Result<Response, Failure> {
    let want = if switch.want == "1" { "1" } else { "0" };
    let mut response = see_other(way_back(&switch.next));
    let secure = if state.site.is_https() { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={want}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(response)
}

/// Paths of ours only: what begins like another site's address, or could be read as one, leads home.
fn way_back(next: &str) -> &str {
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && next
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'\\' | b'"' | b'<' | b'>'));
    if ours { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn light(pairs: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        Light::of(&headers).0
    }

    #[test]
    fn a_browser_asks_for_it_and_a_choice_is_stronger() {
        assert!(!light(&[]));
        assert!(light(&[("save-data", "on")]));
        assert!(!light(&[("save-data", "off")]));
        assert!(light(&[("cookie", "lang=ckb; light=1")]));
        assert!(!light(&[("save-data", "on"), ("cookie", "light=0")]));
        assert!(!light(&[("cookie", "xlight=1")]));
    }

    #[test]
    fn the_switch_leads_back_to_pages_of_ours_only() {
        assert_eq!(way_back("/stories/%DA%95-1?a=b#c"), "/stories/%DA%95-1?a=b#c");
        for other in [
            "//evil.example",
            "https://evil.example",
            "/\\evil",
            "",
            "/a b",
            "/ڕ",
            "/\r\nx: y",
        ] {
            assert_eq!(way_back(other), "/", "{other}");
        }
    }
}
