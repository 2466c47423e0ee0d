//! Playlists of films for the desk, of what is finished and of what is being made.

use axum::{
    http::{HeaderMap, HeaderValue, Method, header},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    blobs::{BlobKey, PictureFormat, Rendition},
    ids::MediaId,
    web::object,
};

/// How players name a playlist (RFC 8216, 4).
const PLAYLIST: &str = "application/vnd.apple.mpegurl";

/// The list of a film's rungs, beside them.
pub(crate) const FILM: &str = "film.m3u8";

/// The list of what is made of it so far.
pub(crate) const LIVE: &str = "live.m3u8";

/// What an address of a film means, beside its renditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Film,
    Live,
    Rung(Rendition),
    Piece(u32),
}

/// Which file of a film is meant by `…/film.m3u8`, `…/480.m4s.m3u8`, `…/live.m3u8` or `…/live_3.m4s`.
pub(super) fn parse(file: &str) -> Option<Asked> {
    match file {
        FILM => return Some(Asked::Film),
        LIVE => return Some(Asked::Live),
        _ => {}
    }
    if let Some(rendition) = file.strip_suffix(".m3u8") {
        return Some(Asked::Rung(rendition.parse().ok()?));
    }
    let number = file.strip_prefix("live_")?.strip_suffix(".m4s")?;
    let parsed: u32 = number.parse().ok()?;
    (parsed.to_string() == number).then_some(Asked::Piece(parsed))
}

/// Answers what was asked for.
pub(super) async fn answer(
    state: &crate::State,
    media_id: MediaId,
    asked: Asked,
    method: &Method,
    headers: &HeaderMap,
) -> Result<Response, Failure> {
    if let Asked::Piece(number) = asked {
        let key = BlobKey::piece(media_id, number);
        let etag = format!("\"{media_id}-live-{number}\"");
        let mut response = object(&state.blobs, &key, &etag, method, headers).await?;
        let content_type = HeaderValue::from_static(PictureFormat::M4s.content_type());
        response.headers_mut().insert(header::CONTENT_TYPE, content_type);
        return Ok(no_store(response));
    }
    let media = media::list(&mut *state.pool.acquire().await?, &[media_id]).await?;
    let medium = media.first().ok_or(Failure::NotFound)?;
    let playlist = match asked {
        Asked::Film if !medium.ladder.0.is_empty() => {
            Some(medium.ladder.playlist(|rendition| format!("{rendition}.m3u8")))
        }
        Asked::Live => medium.live_playlist(|number| format!("live_{number}.m4s")),
        Asked::Rung(rendition) => medium
            .ladder
            .0
            .iter()
            .find(|rung| rung.rendition == rendition)
            .map(|rung| rung.playlist(&rendition.to_string())),
        Asked::Film | Asked::Piece(_) => None,
    };
    let playlist = playlist.ok_or(Failure::NotFound)?;
    Ok(no_store(
        ([(header::CONTENT_TYPE, PLAYLIST)], playlist).into_response(),
    ))
}

/// A list changes while the film is made, and pieces go when it is finished.
fn no_store(mut response: Response) -> Response {
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_a_film_has_one_name() {
        let rung = Rendition {
            width: 480,
            format: PictureFormat::M4s,
        };
        assert_eq!(parse("film.m3u8"), Some(Asked::Film));
        assert_eq!(parse("live.m3u8"), Some(Asked::Live));
        assert_eq!(parse("480.m4s.m3u8"), Some(Asked::Rung(rung)));
        assert_eq!(parse("live_12.m4s"), Some(Asked::Piece(12)));
        for other in [
            "",
            "480.m4s",
            ".m3u8",
            "480.m3u8",
            "live_.m4s",
            "live_01.m4s",
            "live_+1.m4s",
            "../film.m3u8",
        ] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
