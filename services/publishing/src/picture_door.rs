//! Where the public gets the pictures of stories.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use ground::{Failure, blobs::BlobKey, web::object};

use crate::{picture, store};

/// What every answer with a picture says. A name is random and never used again, so what is under
/// it never changes. Pictures may be shown by the newsroom's own site; nothing in them may ever run.
const FIXED: [(HeaderName, &str); 4] = [
    (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
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
    let mut response = object(&state.blobs, &key, &etag, &method, &headers).await?;
    let status = response.status();
    let out = response.headers_mut();
    if status.is_success() {
        let content_type = HeaderValue::from_static(rendition.format.content_type());
        out.insert(header::CONTENT_TYPE, content_type);
    }
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        for (name, value) in FIXED {
            out.insert(name, HeaderValue::from_static(value));
        }
    }
    Ok(response)
}
