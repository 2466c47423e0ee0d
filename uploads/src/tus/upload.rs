//! `HEAD`, `PATCH` and `DELETE /uploads/{token}`.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
};
use ground::{blobs::BlobKey, web::Source};

use super::{
    State,
    checksum::Checksum,
    create::PARTIAL,
    error::TusError,
    headers::{
        self, UPLOAD_CONCAT, UPLOAD_DEFER_LENGTH, UPLOAD_EXPIRES, UPLOAD_LENGTH, UPLOAD_METADATA,
        UPLOAD_OFFSET,
    },
    http_date,
    lease::{self, Taken},
    receive::{self, Standing},
};
use crate::{
    Token,
    store::resumable::{self, Resumable},
};

/// `HEAD /uploads/{token}`: how far it is.
pub(super) async fn head(state: &State, token: &Token) -> Result<Response, TusError> {
    let upload = lease::look(state, token).await?;
    let mut response = StatusCode::OK.into_response();
    let answer = response.headers_mut();
    answer.insert(UPLOAD_OFFSET, upload.received.into());
    match upload.length {
        Some(length) => answer.insert(UPLOAD_LENGTH, length.into()),
        None => answer.insert(UPLOAD_DEFER_LENGTH, HeaderValue::from_static("1")),
    };
    let told = [(UPLOAD_METADATA, upload.metadata), (UPLOAD_CONCAT, upload.concat)];
    for (name, value) in told {
        if let Some(value) = value.and_then(|value| HeaderValue::try_from(value).ok()) {
            answer.insert(name, value);
        }
    }
    if !upload.is_claimed {
        answer.insert(UPLOAD_EXPIRES, http_date(upload.expires_at)?);
    }
    Ok(response)
}

/// `PATCH /uploads/{token}`: 204 with the new offset. The order of what is checked is the protocol's.
pub(super) async fn patch(
    state: &State,
    source: Source,
    token: &Token,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, TusError> {
    if !headers::is_chunk(headers) {
        return Err(TusError::WrongType);
    }
    let offset = headers::offset(headers)?;
    let checksum = Checksum::of(headers)?;
    let told = headers::length(headers)?;
    let _turn = state.at_once.take(source)?;
    let lease = match lease::take(state, token).await? {
        Taken::Ours(lease) => lease,
        Taken::Whole(upload) => {
            check(&upload, offset)?;
            if headers::has_body(headers) {
                return Err(TusError::TooMuch);
            }
            let standing = Standing {
                offset,
                expires_at: upload.expires_at,
            };
            return standing.tell(StatusCode::NO_CONTENT.into_response());
        }
    };
    let length = match judge(state, &lease.upload, offset, told, headers) {
        Ok(length) => length,
        Err(error) => {
            let mut conn = state.acceptor.pool.acquire().await?;
            resumable::release_lease(&mut conn, lease.upload.upload_id, lease.upload.lease_no).await?;
            return Err(error);
        }
    };
    let standing = receive::receive(state, lease, length, body, checksum).await?;
    standing.tell(StatusCode::NO_CONTENT.into_response())
}

fn check(upload: &Resumable, offset: u64) -> Result<(), TusError> {
    if upload.concat.as_deref().is_some_and(|concat| concat != PARTIAL) {
        return Err(TusError::IsFinal);
    }
    if upload.received.unsigned_abs() != offset {
        return Err(TusError::OffsetMismatch);
    }
    Ok(())
}

/// Whether the request fits the upload as it stands; and the length that it then has.
fn judge(
    state: &State,
    upload: &Resumable,
    offset: u64,
    told: Option<u64>,
    headers: &HeaderMap,
) -> Result<Option<u64>, TusError> {
    check(upload, offset)?;
    let known = upload.length.map(i64::unsigned_abs);
    let length = match (known, told) {
        (Some(known), Some(told)) if known != told => return Err(TusError::LengthFixed),
        (None, Some(told)) if told < offset => return Err(TusError::LengthWrong),
        (known, told) => known.or(told),
    };
    let limit = state.acceptor.limits.upload_bytes;
    if length.is_some_and(|length| length > limit) {
        return Err(TusError::TooLarge(limit));
    }
    let room = length.unwrap_or(limit) - offset;
    if headers::announced(headers).is_some_and(|bytes| bytes > room) {
        return Err(TusError::TooMuch);
    }
    Ok(length)
}

/// `DELETE /uploads/{token}`: 204, and nothing of it is left. What became part of a contribution stays: that is
/// taken back by its receipt.
pub(super) async fn delete(state: &State, token: &Token) -> Result<Response, TusError> {
    let lease = lease::take(state, token).await?;
    let upload = match &lease {
        Taken::Ours(lease) => &lease.upload,
        Taken::Whole(upload) => upload,
    };
    let blobs = &state.acceptor.blobs;
    let growth = upload.growth.as_deref().cloned().unwrap_or_default();
    let mut conn = state.acceptor.pool.acquire().await?;
    // The row first: bytes without one are orphans that the sweep finds.
    if !resumable::delete_unclaimed(&mut conn, upload.upload_id).await? {
        return Err(TusError::NotFound);
    }
    drop(conn);
    blobs.stop_growing(upload.upload_id, &growth).await?;
    blobs.delete(&BlobKey::incoming(upload.upload_id)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
