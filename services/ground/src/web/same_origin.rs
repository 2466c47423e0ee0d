//! Requests that change something are refused when they come from another site, so forms need no secret of
//! their own and a plain `curl -F`, which names no site, works.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use url::Url;

use super::Site;
use crate::{Failure, msg};

/// Layer: 403 for a POST (or PUT, PATCH, DELETE) that another site's page made.
///
/// Browsers say where a request comes from in `Sec-Fetch-Site` (Fetch Metadata, W3C), older ones in
/// `Origin` (RFC 6454). A request with neither was not made by a browser's page.
pub async fn same_origin(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let invited = is_invited(&site, &request) || is_answer(request.method(), request.uri().path());
    if safe || is_ours(request.headers(), &site.base_url) || invited {
        return next.run(request).await;
    }
    Failure::Forbidden(msg!("error-other-site")).into_response()
}

/// The newsroom's other sites may use one door, and no other.
fn is_invited(site: &Site, request: &Request) -> bool {
    let path = request.uri().path();
    let origin = request.headers().get(header::ORIGIN);
    (path == "/uploads" || path.starts_with("/uploads/"))
        && origin
            .and_then(|origin| origin.to_str().ok())
            .is_some_and(|origin| site.is_ally(origin))
}

/// A sign-in service that answers by a form (OAuth 2.0 Form Post Response Mode: Apple) has the browser post it from there.
/// The door takes nothing but an answer to a question of this browser, which a cookie of its own and the answer's `state`
/// prove; a session is not looked at.
fn is_answer(method: &Method, path: &str) -> bool {
    let service = path
        .strip_prefix("/connect/")
        .and_then(|rest| rest.strip_suffix("/callback"));
    method == Method::POST && service.is_some_and(|service| !service.is_empty() && !service.contains('/'))
}

pub(super) fn is_ours(headers: &HeaderMap, base: &Url) -> bool {
    let text = |name| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or("(not text)"))
    };
    let site_says = text("sec-fetch-site".parse().unwrap_or(header::ORIGIN));
    if let Some(site) = site_says {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN) else {
        return true;
    };
    let Ok(origin) = Url::parse(origin) else {
        return false;
    };
    // The address that the browser itself asked: behind a proxy it may differ from the configured one.
    let asked = text(header::HOST).and_then(|host| Url::parse(&format!("{}://{host}", origin.scheme())).ok());
    origin.origin() == base.origin() || asked.is_some_and(|asked| asked.origin() == origin.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(headers: &[(&'static str, &str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        is_ours(&map, &Url::parse("https://news.example").unwrap())
    }

    #[test]
    fn only_our_own_pages_and_programs_without_a_page_may_change_things() {
        assert!(verdict(&[]));
        assert!(verdict(&[("sec-fetch-site", "same-origin")]));
        assert!(verdict(&[("sec-fetch-site", "none")]));
        assert!(verdict(&[("origin", "https://news.example")]));
        assert!(verdict(&[
            ("origin", "http://127.0.0.1:8080"),
            ("host", "127.0.0.1:8080")
        ]));
        assert!(!verdict(&[("sec-fetch-site", "cross-site")]));
        assert!(!verdict(&[("sec-fetch-site", "same-site")]));
        assert!(!verdict(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://news.example")
        ]));
        assert!(!verdict(&[("origin", "null")]));
        assert!(!verdict(&[
            ("origin", "https://evil.example"),
            ("host", "news.example")
        ]));
        assert!(!verdict(&[("origin", "https://news.example.evil.example")]));
    }

    #[test]
    fn an_answer_of_a_sign_in_service_may_come_from_its_site_and_by_no_other_door() {
        assert!(is_answer(&Method::POST, "/connect/apple/callback"));
        assert!(!is_answer(&Method::PUT, "/connect/apple/callback"));
        for path in [
            "/connect/apple",
            "/connect/callback",
            "/connect//callback",
            "/connect/apple/callback/",
            "/connect/a/b/callback",
            "/me/connect/apple/callback",
            "/connect/apple/callback/callback",
            "/me/connections/apple/remove",
        ] {
            assert!(!is_answer(&Method::POST, path), "{path}");
        }
    }
}
