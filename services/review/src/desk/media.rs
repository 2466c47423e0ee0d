//! Clean renditions for the desk. The original has a door of its own ([`super::original`]).

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    response::Response,
};
use ground::{
    Failure,
    blobs::{BlobKey, Rendition},
    ids::MediaId,
    viewer::Editor,
    web::object,
};

use super::{film, risk};

/// `GET /desk/media/{media_id}/{rendition}`, e.g. `…/640.webp`; of films their playlists, too ([`film`]).
pub(crate) async fn get(
    editor: Editor,
    State(state): State<crate::State>,
    Path((media_id, rendition)): Path<(String, String)>,
    method: Method,
    asked: HeaderMap,
) -> Result<Response, Failure> {
    let media_id: MediaId = media_id.parse().map_err(|_| Failure::NotFound)?;
    risk::may_see_medium(&state, &editor, media_id).await?;
    if let Some(film) = film::parse(&rendition) {
        let response = film::answer(&state, media_id, film, &method, &asked).await?;
        return Ok(never_a_page(response));
    }
    let rendition: Rendition = rendition.parse().map_err(|_| Failure::NotFound)?;
    let key = BlobKey::rendition(media_id, rendition);
    let etag = format!("\"{media_id}-{rendition}\"");
    let mut response = object(&state.blobs, &key, &etag, &method, &asked).await?;
    let headers = response.headers_mut();
    for (name, value) in [
        // From our own table, by what we wrote; nothing that came with the file has a say.
        (header::CONTENT_TYPE, rendition.format.content_type()),
        // A rendition never changes, and the night shift pages to and fro on a phone: its own browser may
        // keep a picture for ten minutes, unlike the pages, which are never kept. No cache in between may.
        (header::CACHE_CONTROL, "private, max-age=600"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    Ok(never_a_page(response))
}

/// Whatever is in it, nothing of it runs, and only pages of ours show it.
fn never_a_page(mut response: Response) -> Response {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}
