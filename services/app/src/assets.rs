//! What `npm run build` made, embedded in the program.

use std::collections::HashMap;

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use ground::{
    Failure,
    web::{Asset, Assets},
};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
struct Dist;

#[derive(serde::Deserialize, Default)]
struct Manifest {
    names: HashMap<String, String>,
}

/// Reads the built files. Without them (before the first `npm run build`) pages have no style, and the log
/// says so.
///
/// # Errors
/// When the manifest cannot be read.
pub fn load() -> anyhow::Result<Assets> {
    let Some(manifest) = Dist::get("manifest.json") else {
        tracing::warn!("there are no built assets: run `npm ci && npm run build`, then build again");
        return Ok(Assets::default());
    };
    let manifest: Manifest = serde_json::from_slice(&manifest.data)?;
    let files = manifest
        .names
        .values()
        .filter_map(|name| {
            let plain = Dist::get(name)?.data.into_owned();
            let brotli = Dist::get(&format!("{name}.br")).map(|file| file.data.into_owned());
            Some((
                name.clone(),
                Asset {
                    content_type: content_type(name),
                    plain,
                    brotli,
                },
            ))
        })
        .collect();
    Ok(Assets::new(manifest.names, files))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// The route of the built files.
pub fn router(assets: Assets) -> Router {
    Router::new()
        .route("/assets/{name}", get(asset))
        .with_state(assets)
}

/// `GET /assets/{name}`: the name changes with the content, so it may be kept for ever.
async fn asset(
    State(assets): State<Assets>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let asset = assets.find(&name).ok_or(Failure::NotFound)?;
    let takes_brotli = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(',')
                .any(|coding| coding.trim() == "br" || coding.trim().starts_with("br;"))
        });
    let (body, coding) = match &asset.brotli {
        Some(brotli) if takes_brotli => (brotli, Some(HeaderValue::from_static("br"))),
        _ => (&asset.plain, None),
    };
    let mut response = Bytes::copy_from_slice(body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, coding);
    }
    Ok(response)
}
