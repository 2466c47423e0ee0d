//! Where the public gets the pictures of stories.

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use ground::{Failure, blobs::BlobKey};

use crate::{
    picture,
    range::{self, Wanted},
    store,
};

/// What every answer with a picture says. A name is random and never used again, so what is under
/// it never changes. Pictures may be shown by the newsroom's own site; nothing in them may ever run.
const FIXED: [(HeaderName, &str); 5] = [
    (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    (header::ACCEPT_RANGES, "bytes"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "cross-origin",
    ),
];

/// `GET /m/{file}`: one public copy of a picture. The row is asked before the object, so that a withdrawal is
/// in force before any object is deleted.
pub(crate) async fn get(
    State(state): State<crate::State>,
    Path(file): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let (name, rendition) = picture::parse_file(&file).ok_or(Failure::NotFound)?;
    if !store::public::is_shown(&mut *state.pool.acquire().await?, &name).await? {
        return Err(Failure::NotFound);
    }
    let key = BlobKey::public(name, rendition);
    let etag = format!("\"{file}\"");
    let asked = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let mut response = if asked(header::IF_NONE_MATCH).is_some_and(|held| matches_any(held, &etag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        // A range of another version would be a patchwork (RFC 9110, 13.1.5).
        let same = asked(header::IF_RANGE).is_none_or(|held| held == etag);
        let range = asked(header::RANGE).filter(|_| same && method == Method::GET);
        bytes(&state, &key, &method, range).await?
    };
    let status = response.status();
    let out = response.headers_mut();
    if status.is_success() {
        out.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(rendition.format.content_type()),
        );
    }
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        for (name, value) in FIXED {
            out.insert(name, HeaderValue::from_static(value));
        }
        if let Ok(etag) = HeaderValue::from_str(&etag) {
            out.insert(header::ETAG, etag);
        }
    }
    Ok(response)
}

async fn bytes(
    state: &crate::State,
    key: &BlobKey,
    method: &Method,
    range: Option<&str>,
) -> Result<Response, Failure> {
    if method == Method::HEAD || range.is_some() {
        let size = state.blobs.size(key).await?.ok_or(Failure::NotFound)?;
        match range::wanted(range, size) {
            Wanted::All if method == Method::HEAD => {
                return Ok(([(header::CONTENT_LENGTH, size)], Body::empty()).into_response());
            }
            Wanted::All => {}
            Wanted::Nothing => {
                let whole = [(header::CONTENT_RANGE, format!("bytes */{size}"))];
                return Ok((StatusCode::RANGE_NOT_SATISFIABLE, whole).into_response());
            }
            Wanted::Part(part) => {
                let (first, last) = part.into_inner();
                let blob = state
                    .blobs
                    .get(key, Some(first..last + 1))
                    .await?
                    .ok_or(Failure::NotFound)?;
                let headers = [
                    (header::CONTENT_LENGTH, (last - first + 1).to_string()),
                    (header::CONTENT_RANGE, format!("bytes {first}-{last}/{size}")),
                ];
                return Ok((
                    StatusCode::PARTIAL_CONTENT,
                    headers,
                    Body::from_stream(blob.stream),
                )
                    .into_response());
            }
        }
    }
    let blob = state.blobs.get(key, None).await?.ok_or(Failure::NotFound)?;
    Ok((
        [(header::CONTENT_LENGTH, blob.size)],
        Body::from_stream(blob.stream),
    )
        .into_response())
}

/// Whether an `If-None-Match` names this tag (RFC 9110, 13.1.2: compared weakly).
fn matches_any(header: &str, etag: &str) -> bool {
    header
        .split(',')
        .map(str::trim)
        .any(|held| held == "*" || held.strip_prefix("W/").unwrap_or(held) == etag)
}
