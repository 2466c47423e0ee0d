//! `POST /uploads` (tus 1.0.0: creation, creation-with-upload, creation-defer-length, concatenation).

use anyhow::Context;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use ground::{blobs::BlobKey, web::Source};

use super::{
    PATH, State,
    checksum::Checksum,
    error::TusError,
    headers::{self, UPLOAD_CONCAT},
    join,
    lease::LEASE,
    receive::{self, Standing, expiry, signed},
};
use crate::{
    Token,
    paced::Paced,
    store::resumable::{self, NewResumable, Resumable, Whole},
};

/// What comes whole with its creation and is not larger is held in memory and put down at once.
const SMALL: u64 = 1 << 20;
/// In the column; and the beginning of the other kind.
pub(super) const PARTIAL: &str = "partial";
pub(super) const FINAL: &str = "final;";

/// `POST /uploads`: 201 with `Location` and the offset, or why not.
pub(super) async fn post(
    state: &State,
    source: Source,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, TusError> {
    let metadata = headers::metadata(headers)?;
    let checksum = Checksum::of(headers)?;
    let concat = headers::text(headers, &UPLOAD_CONCAT);
    let has_body = headers::has_body(headers);
    if has_body && !headers::is_chunk(headers) {
        return Err(TusError::WrongType);
    }
    let parts = match concat.map(|told| told.strip_prefix(FINAL).ok_or(told)) {
        Some(Ok(list)) => {
            let parts = join::parts(state, list).await?;
            if has_body || headers.contains_key(headers::UPLOAD_LENGTH) {
                return Err(TusError::ConcatWrong);
            }
            Some(parts)
        }
        Some(Err(PARTIAL)) | None => None,
        Some(Err(_)) => return Err(TusError::ConcatWrong),
    };
    let length = match &parts {
        Some(parts) => Some(parts.iter().map(|part| part.received.unsigned_abs()).sum()),
        None => headers::new_length(headers)?,
    };
    if let Some(length) = length {
        let limit = state.acceptor.limits.upload_bytes;
        if length > limit {
            return Err(TusError::TooLarge(limit));
        }
        if headers::announced(headers).is_some_and(|bytes| bytes > length) {
            return Err(TusError::TooMuch);
        }
    }
    state.check_room(length.unwrap_or_default()).await?;
    let counted = state
        .creations
        .take(source)
        .map_err(|refused| super::too_many(&refused))?;
    // The parts of a whole were weighed one by one; what does not say its length may become the longest.
    let bytes = match &parts {
        Some(_) => 0,
        None => length.unwrap_or(state.acceptor.limits.upload_bytes),
    };
    let weighed = match state.volume.take_weighing(source, mib(bytes)) {
        Ok(weighed) => weighed,
        Err(refused) => {
            counted.give_back();
            return Err(super::too_many(&refused));
        }
    };
    let token = Token::mint(state.acceptor.ids.mint(state.acceptor.clock.now()));
    let hash = token.hash();
    let new = NewResumable {
        upload_id: token.upload_id(),
        secret_hash: &hash,
        client_name: &metadata.client_name,
        length: length.map(signed).transpose()?,
        metadata: metadata.sent,
        concat,
        created_at: state.acceptor.clock.now(),
        expires_at: expiry(state)?,
        lease_seconds: (has_body || parts.is_some()).then_some(LEASE),
    };
    let created = match (parts, length) {
        (Some(parts), _) => join::join(state, &new, parts).await,
        (None, Some(0)) => whole(state, &new, Bytes::new()).await,
        (None, Some(length))
            if has_body && length <= SMALL && headers::announced(headers) == Some(length) =>
        {
            small(state, source, &new, body, checksum).await
        }
        (None, length) => begin(state, source, &new, length, has_body.then_some(body), checksum).await,
    };
    if created.is_err() {
        counted.give_back();
        weighed.give_back();
    }
    let standing = created?;
    let location = HeaderValue::try_from(format!("{PATH}/{token}")).context("an address of ours")?;
    let mut response = StatusCode::CREATED.into_response();
    response.headers_mut().insert(header::LOCATION, location);
    standing.tell(response)
}

/// Begun ones count whole: many small files are not nothing.
fn mib(bytes: u64) -> usize {
    usize::try_from(bytes.div_ceil(1 << 20)).unwrap_or(usize::MAX)
}

/// The whole file came in this request, and it is small: one object, one row, one trip each.
async fn small(
    state: &State,
    source: Source,
    new: &NewResumable<'_>,
    body: Body,
    checksum: Option<Checksum>,
) -> Result<Standing, TusError> {
    let _turn = state.at_once.take(source)?;
    let length = usize::try_from(new.length.unwrap_or_default()).unwrap_or(usize::MAX);
    let mut body = Paced::of_file(body.into_data_stream(), &state.acceptor.limits, SMALL);
    let mut bytes = BytesMut::with_capacity(length);
    while let Some(piece) = body.next().await {
        bytes.extend_from_slice(&piece?);
    }
    if bytes.len() != length {
        return Err(TusError::Broken);
    }
    if let Some(mut checksum) = checksum {
        checksum.update(&bytes);
        checksum.verify()?;
    }
    whole(state, new, bytes.freeze()).await
}

async fn whole(state: &State, new: &NewResumable<'_>, bytes: Bytes) -> Result<Standing, TusError> {
    let hash = blake3::hash(&bytes);
    let size = signed(bytes.len() as u64)?;
    let key = BlobKey::incoming(new.upload_id);
    // The object first: without its row it is an orphan that the sweep finds, and nobody was told anything.
    let kept = state
        .acceptor
        .blobs
        .put_new(&key, bytes, "application/octet-stream");
    kept.await?;
    let whole = Whole {
        size,
        blake3: hash.as_bytes(),
        finished_at: state.acceptor.clock.now(),
        expires_at: new.expires_at,
    };
    let mut conn = state.acceptor.pool.acquire().await?;
    resumable::insert_whole(&mut conn, new, &whole).await?;
    Ok(Standing {
        offset: size.unsigned_abs(),
        expires_at: new.expires_at,
    })
}

async fn begin(
    state: &State,
    source: Source,
    new: &NewResumable<'_>,
    length: Option<u64>,
    body: Option<Body>,
    checksum: Option<Checksum>,
) -> Result<Standing, TusError> {
    let turn = body.as_ref().map(|_| state.at_once.take(source)).transpose()?;
    let mut conn = state.acceptor.pool.acquire().await?;
    resumable::insert_resumable(&mut conn, new).await?;
    drop(conn);
    let standing = Standing {
        offset: 0,
        expires_at: new.expires_at,
    };
    let Some(body) = body else {
        return Ok(standing);
    };
    let lease = state.holders.hold(fresh(new));
    let received = receive::receive(state, lease, length, body, checksum).await;
    drop(turn);
    received
}

/// The row as it was just written.
pub(super) fn fresh(new: &NewResumable<'_>) -> Resumable {
    Resumable {
        upload_id: new.upload_id,
        length: new.length,
        received: 0,
        metadata: None,
        concat: None,
        growth: None,
        hash_state: None,
        lease_no: 1,
        expires_at: new.expires_at,
        is_finished: false,
        is_claimed: false,
        is_held: true,
    }
}
