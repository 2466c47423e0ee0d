//! Where the public gets the pictures of stories.

use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
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

/// How players name a playlist (RFC 8216, 4), and how long a network may keep one: a film gets more rungs, and may be
/// taken back.
const PLAYLIST_TYPE: &str = "application/vnd.apple.mpegurl";
const PLAYLIST_KEPT: &str = "public, max-age=30";

/// `GET /m/{name}.m3u8`, the rungs of a film that are public by now, or `GET /m/{name}-{rendition}.m3u8`, one of them.
async fn playlist(state: &crate::State, list: &str) -> Result<Response, Failure> {
    let rung = picture::parse_file(list);
    let name = match &rung {
        Some((name, _)) => name.clone(),
        None => list.parse().map_err(|_| Failure::NotFound)?,
    };
    let mut conn = state.pool.acquire().await?;
    let media_id = store::public::find_shown(&mut conn, &name, state.clock.now())
        .await?
        .ok_or(Failure::NotFound)?;
    let media = media::list(&mut conn, &[media_id]).await?;
    drop(conn);
    let mut ladder = media.into_iter().next().ok_or(Failure::NotFound)?.ladder;
    let text = if let Some((_, rendition)) = rung {
        let rung = ladder.0.iter().find(|rung| rung.rendition == rendition);
        rung.ok_or(Failure::NotFound)?
            .playlist(&format!("{name}-{rendition}"))
    } else {
        // Those made after it was published are copied by a job.
        let mut copied = Vec::with_capacity(ladder.0.len());
        for rung in ladder.0 {
            if state
                .blobs
                .size(&BlobKey::public(name.clone(), rung.rendition))
                .await?
                .is_some()
            {
                copied.push(rung);
            }
        }
        ladder = media::Ladder(copied);
        if ladder.0.is_empty() {
            return Err(Failure::NotFound);
        }
        ladder.playlist(|rendition| format!("{name}-{rendition}{}", picture::PLAYLIST))
    };
    let mut response = text.into_response();
    let out = response.headers_mut();
    for (name, value) in FIXED {
        out.insert(name, HeaderValue::from_static(value));
    }
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(PLAYLIST_TYPE));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(PLAYLIST_KEPT));
    Ok(response)
}

/// `GET /m/{file}`: one public copy of a picture or film. The row is asked before the object, so that a withdrawal is
/// in force before any object is deleted.
pub(crate) async fn get(
    State(state): State<crate::State>,
    Path(file): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if let Some(list) = file.strip_suffix(picture::PLAYLIST) {
        return playlist(&state, list).await;
    }
    let (name, rendition) = picture::parse_file(&file).ok_or(Failure::NotFound)?;
    if !store::public::is_shown(&mut *state.pool.acquire().await?, &name, state.clock.now()).await? {
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
