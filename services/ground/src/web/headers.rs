//! Response headers that every answer carries (`docs/SECURITY.md`, response headers).

use std::sync::Arc;

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
        || "default-src 'none'; frame-ancestors 'none'".to_owned(),
        |nonce| {
            format!(
                "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'nonce-{nonce}'; \
                 img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self'; font-src 'self'; connect-src 'self'; \
                 manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
                 frame-ancestors 'none'; require-trusted-types-for 'script'"
            )
        },
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    response
}
