//! Response headers that every answer carries (`docs/SECURITY.md`, response headers).

use std::sync::{Arc, LazyLock};

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use super::{Site, context::Basics};

const FIXED: [(HeaderName, &str); 8] = [
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        "require-corp",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), browsing-topics=()",
    ),
    (header::CACHE_CONTROL, "no-store"),
];

/// What pages may do besides having scripts and styles.
const REST: &str = "img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self'; font-src 'self'; \
                    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
                    frame-ancestors 'none'; require-trusted-types-for 'script'";
/// For what is no page.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

/// The Content-Security-Policy of what many get from one making ([`crate::kept`]). A nonce that everybody can read would be
/// none, so scripts and styles are those of this origin: nothing inline, and of all that we answer only built files have a
/// type that runs.
pub(crate) fn shared_policy(is_page: bool) -> HeaderValue {
    static PAGE: LazyLock<HeaderValue> = LazyLock::new(|| {
        let policy = format!("default-src 'none'; script-src 'self'; style-src 'self'; {REST}");
        HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(NOTHING))
    });
    if is_page {
        PAGE.clone()
    } else {
        HeaderValue::from_static(NOTHING)
    }
}

/// Layer: sets what a handler has not set itself. Nothing is allowed by default; the page's own scripts and
/// styles carry this response's nonce, so what a stranger writes can never run.
pub async fn security_headers(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let nonce = response
        .extensions()
        .get::<Basics>()
        .map(|basics| basics.nonce.clone());
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if site.is_https() {
        headers
            .entry(header::STRICT_TRANSPORT_SECURITY)
            .or_insert(HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    let policy = nonce.map_or_else(
        || NOTHING.to_owned(),
        |nonce| {
            format!(
                "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'nonce-{nonce}'; {REST}"
            )
        },
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    response
}
