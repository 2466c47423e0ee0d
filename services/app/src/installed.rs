//! What a phone needs to keep the form at hand: the web app manifest with its share target, and the service
//! worker that opens the form without a network.

use axum::{
    Router,
    body::Bytes,
    extract::{Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use ground::{
    Failure,
    web::{Assets, Cx, see_other},
};

/// Its routes.
pub(crate) fn router(assets: Assets) -> Router {
    Router::new()
        .route("/sw.js", get(worker))
        .route("/manifest.webmanifest", get(manifest))
        .route("/contribute/share", post(share))
        .with_state(assets)
}

/// `GET /sw.js`: at the root, because a service worker rules what lies below its own address. Its name does not
/// change, so browsers ask for it anew. Its policy is its own: it may fetch from us and do nothing else.
async fn worker(State(assets): State<Assets>) -> Result<Response, Failure> {
    let script = assets.find("sw.js").ok_or(Failure::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, script.content_type),
        (header::CACHE_CONTROL, "no-cache"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; connect-src 'self'",
        ),
    ];
    Ok((headers, Bytes::copy_from_slice(&script.plain)).into_response())
}

/// `GET /manifest.webmanifest` (Web Application Manifest, W3C; Web Share Target).
async fn manifest(cx: Cx) -> Response {
    let icon = |name: &str, size: &str, purpose: &str| serde_json::json!({ "src": cx.asset(name), "sizes": size, "type": "image/png", "purpose": purpose });
    let manifest = serde_json::json!({
        "id": "/contribute",
        // Without the marks that isolate a name in running text: a home screen shows them.
        "name": cx.m("brand").s("site", cx.site_name()).to_string().replace(['\u{2068}', '\u{2069}'], ""),
        "short_name": cx.site_name(),
        "lang": cx.lang().code(),
        "dir": cx.lang().dir(),
        "start_url": "/contribute",
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0b4a56",
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-maskable-512.png", "512x512", "maskable"),
        ],
        "share_target": {
            "action": "/contribute/share",
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "title": "title",
                "text": "text",
                "url": "url",
                "files": [{ "name": "files", "accept": ["image/*", "video/*"] }],
            },
        },
    });
    let mut response = manifest.to_string().into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/manifest+json"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    response
}

/// `POST /contribute/share`: the phone's share sheet. The service worker answers this; where there is none (its
/// owner had this device forget everything), the form opens, and what was shared has to be chosen in it.
async fn share(request: Request) -> Response {
    uploads::linger(request);
    see_other("/contribute")
}
