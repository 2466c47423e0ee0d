//! Getting a feed over HTTP: where it leads, how long, how much.

use std::{io::Read, time::Duration};

use axum::http::{HeaderMap, HeaderValue, Request, StatusCode, header};
use flate2::read::MultiGzDecoder;
use ground::outbound::{Outbound, OutboundError};
use url::Url;

use super::{BYTES, Marks};

/// A feed may have moved so often.
const HOPS: usize = 3;
/// The longest mark that is kept for the next time.
const MARK_MAX: usize = 300;
/// By what we are known.
const AGENT: HeaderValue = HeaderValue::from_static("be-part");
const ACCEPTED: HeaderValue = HeaderValue::from_static(
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.8, */*;q=0.5",
);

/// Why a feed says nothing, in words for whoever runs the program. None of it is the other server's.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Trouble {
    #[error("its address, or one that it leads to, is not on the public web")]
    Refused,
    #[error("it leads on more than three times, or nowhere")]
    Astray,
    #[error("its server cannot be reached, or does not speak HTTP")]
    Unreachable,
    #[error("it takes longer than ten seconds")]
    TooSlow,
    #[error("it is longer than 2 MiB")]
    TooLong,
    #[error("its server answers with status {0}")]
    Status(u16),
    #[error("it is packed in a way that was not asked for, or damaged")]
    Packed,
    #[error("it is no feed that can be read: RSS, Atom or JSON Feed")]
    Unread,
    #[error("it is written in a way that would keep a reader busy for long")]
    Wild,
    #[error("it has no headline that leads to a page")]
    Empty,
}

impl From<OutboundError> for Trouble {
    fn from(error: OutboundError) -> Self {
        match error {
            OutboundError::Refused => Self::Refused,
            OutboundError::Unreachable(_) | OutboundError::Garbled(_) => Self::Unreachable,
            OutboundError::TooSlow => Self::TooSlow,
            OutboundError::TooLong => Self::TooLong,
        }
    }
}

/// What a server answered.
#[derive(Debug)]
pub(super) enum Fetched {
    /// What it said the last time.
    Same,
    /// Something else, found at this address in the end.
    Anew { body: Vec<u8>, at: Url, marks: Marks },
}

/// Gets a feed, unless it is still what these marks stand for (entity tag, last change).
pub(super) async fn fetch(
    outbound: &Outbound,
    within: Duration,
    feed: &Url,
    known: (Option<&str>, Option<&str>),
) -> Result<Fetched, Trouble> {
    // One limit for all that it leads to.
    tokio::time::timeout(within, follow(outbound, feed, known))
        .await
        .unwrap_or(Err(Trouble::TooSlow))
}

async fn follow(
    outbound: &Outbound,
    feed: &Url,
    known: (Option<&str>, Option<&str>),
) -> Result<Fetched, Trouble> {
    let mut at = feed.clone();
    for _ in 0..=HOPS {
        let answer = outbound.send(request(&at, known)?).await?;
        let (parts, body) = answer.into_parts();
        match parts.status {
            StatusCode::OK => {
                let body = unpacked(&parts.headers, body)?;
                let marks = marks(&parts.headers);
                return Ok(Fetched::Anew { body, at, marks });
            }
            StatusCode::NOT_MODIFIED if known != (None, None) => return Ok(Fetched::Same),
            StatusCode::MOVED_PERMANENTLY
            | StatusCode::FOUND
            | StatusCode::SEE_OTHER
            | StatusCode::TEMPORARY_REDIRECT
            | StatusCode::PERMANENT_REDIRECT => at = onward(&at, &parts.headers)?,
            other => return Err(Trouble::Status(other.as_u16())),
        }
    }
    Err(Trouble::Astray)
}

/// Where it is now. The next request judges that address like the first; what came by TLS goes on by TLS.
fn onward(at: &Url, headers: &HeaderMap) -> Result<Url, Trouble> {
    let place = headers
        .get(header::LOCATION)
        .and_then(|value| value.to_str().ok());
    let next = place
        .and_then(|place| at.join(place).ok())
        .ok_or(Trouble::Astray)?;
    if at.scheme() == "https" && next.scheme() != "https" {
        return Err(Trouble::Refused);
    }
    Ok(next)
}

fn request(
    at: &Url,
    (etag, last_modified): (Option<&str>, Option<&str>),
) -> Result<Request<Vec<u8>>, Trouble> {
    let mut request = Request::get(at.as_str())
        .header(header::USER_AGENT, AGENT)
        .header(header::ACCEPT, ACCEPTED)
        .header(header::ACCEPT_ENCODING, "gzip");
    for (name, mark) in [
        (header::IF_NONE_MATCH, etag),
        (header::IF_MODIFIED_SINCE, last_modified),
    ] {
        if let Some(mark) = mark {
            request = request.header(name, mark);
        }
    }
    request.body(Vec::new()).map_err(|_| Trouble::Refused)
}

fn marks(headers: &HeaderMap) -> Marks {
    let kept = |name| {
        let text = headers.get(name)?.to_str().ok()?;
        (!text.is_empty() && text.len() <= MARK_MAX).then(|| text.to_owned())
    };
    Marks {
        etag: kept(header::ETAG),
        last_modified: kept(header::LAST_MODIFIED),
    }
}

/// The body as it was before it was packed, no longer than an unpacked one may be.
fn unpacked(headers: &HeaderMap, body: Vec<u8>) -> Result<Vec<u8>, Trouble> {
    let mut codings = headers.get_all(header::CONTENT_ENCODING).iter();
    match (codings.next().map(HeaderValue::as_bytes), codings.next()) {
        (None, None) => Ok(body),
        (Some(one), None) if one.eq_ignore_ascii_case(b"identity") => Ok(body),
        (Some(one), None) if one.eq_ignore_ascii_case(b"gzip") || one.eq_ignore_ascii_case(b"x-gzip") => {
            let mut whole = Vec::new();
            let most = u64::try_from(BYTES).unwrap_or(u64::MAX) + 1;
            MultiGzDecoder::new(body.as_slice())
                .take(most)
                .read_to_end(&mut whole)
                .map_err(|_| Trouble::Packed)?;
            if whole.len() > BYTES {
                return Err(Trouble::TooLong);
            }
            Ok(whole)
        }
        _ => Err(Trouble::Packed),
    }
}
