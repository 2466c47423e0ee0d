//! An object of the store as the answer to a request, whole or in part: films are played from their middle.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::range::{self, Wanted};
use crate::{
    Failure,
    blobs::{BlobKey, Blobs},
};

/// Answers a GET or HEAD with the bytes of an object that never changes, by `Range`, `If-Range` and `If-None-Match`
/// (RFC 9110, 13 and 14). `etag` stands for the object, with its quotation marks. The type and the rules of caching
/// are the caller's.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such object.
pub async fn object(
    blobs: &Blobs,
    key: &BlobKey,
    etag: &str,
    method: &Method,
    headers: &HeaderMap,
) -> Result<Response, Failure> {
    let asked = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let mut response = if asked(header::IF_NONE_MATCH).is_some_and(|held| matches_any(held, etag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        // A range of another version would be a patchwork (RFC 9110, 13.1.5).
        let same = asked(header::IF_RANGE).is_none_or(|held| held == etag);
        let range = asked(header::RANGE).filter(|_| same && method == Method::GET);
        bytes(blobs, key, method, range).await?
    };
    let status = response.status();
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        let out = response.headers_mut();
        out.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        if let Ok(etag) = HeaderValue::from_str(etag) {
            out.insert(header::ETAG, etag);
        }
    }
    Ok(response)
}

async fn bytes(
    blobs: &Blobs,
    key: &BlobKey,
    method: &Method,
    range: Option<&str>,
) -> Result<Response, Failure> {
    if method == Method::HEAD || range.is_some() {
        let size = blobs.size(key).await?.ok_or(Failure::NotFound)?;
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
                let blob = blobs.get(key, Some(first..last + 1)).await?;
                let blob = blob.ok_or(Failure::NotFound)?;
                let headers = [
                    (header::CONTENT_LENGTH, (last - first + 1).to_string()),
                    (header::CONTENT_RANGE, format!("bytes {first}-{last}/{size}")),
                ];
                let body = Body::from_stream(blob.stream);
                return Ok((StatusCode::PARTIAL_CONTENT, headers, body).into_response());
            }
        }
    }
    let blob = blobs.get(key, None).await?.ok_or(Failure::NotFound)?;
    let headers = [(header::CONTENT_LENGTH, blob.size)];
    Ok((headers, Body::from_stream(blob.stream)).into_response())
}

/// Whether an `If-None-Match` names this tag (RFC 9110, 13.1.2: compared weakly).
fn matches_any(header: &str, etag: &str) -> bool {
    header
        .split(',')
        .map(str::trim)
        .any(|held| held == "*" || held.strip_prefix("W/").unwrap_or(held) == etag)
}
