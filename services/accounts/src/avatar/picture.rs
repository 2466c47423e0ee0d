//! The picture itself, for everybody who reads beside it.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    response::Response,
};
use ground::{
    Failure,
    blobs::{BlobKey, PictureFormat, Rendition},
    ids::MediaId,
    web::object,
};
use media::{Medium, MediumKind};

use crate::store;

/// As wide as it is shown on any screen, in pixels.
const WIDTH: i32 = 320;

/// `GET /avatars/{media_id}`: of a picture that an account has now.
pub(super) async fn get(
    State(room): State<crate::State>,
    Path(media_id): Path<String>,
    method: Method,
    asked: HeaderMap,
) -> Result<Response, Failure> {
    let media_id: MediaId = media_id.parse().map_err(|_| Failure::NotFound)?;
    let medium = {
        let mut conn = room.pool.acquire().await?;
        if !store::is_avatar(&mut conn, media_id).await? {
            return Err(Failure::NotFound);
        }
        media::list(&mut conn, &[media_id]).await?.pop()
    };
    let rendition = medium.as_ref().and_then(rendition_of).ok_or(Failure::NotFound)?;
    let key = BlobKey::rendition(media_id, rendition);
    let etag = format!("\"{media_id}-{rendition}\"");
    let mut response = object(&room.acceptor.blobs, &key, &etag, &method, &asked).await?;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, rendition.format.content_type()),
        // What is behind this address never changes, so a browser may keep it for a day. A cache that many share may
        // not: a face that its owner took away should not be found there.
        (header::CACHE_CONTROL, "private, max-age=86400"),
        // Whatever is in it, nothing of it runs, and only pages of ours show it.
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

/// Which of its clean copies is shown; none of what is not there yet, or is no picture.
pub(super) fn rendition_of(medium: &Medium) -> Option<Rendition> {
    if !medium.is_ready() || medium.kind != Some(MediumKind::Picture) {
        return None;
    }
    let copies = [PictureFormat::Webp, PictureFormat::Jpeg].map(|format| medium.at_least(format, WIDTH));
    copies.into_iter().flatten().next().map(|facts| facts.rendition)
}
