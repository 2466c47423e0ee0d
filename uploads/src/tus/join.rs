//! Several uploads made one (tus 1.0.0, concatenation).

use axum::body::Body;
use futures_util::{StreamExt, TryStreamExt, stream};
use ground::blobs::BlobKey;

use super::{
    PATH, State,
    create::{FINAL, PARTIAL, fresh},
    error::TusError,
    receive::{self, Standing},
};
use crate::{
    Token,
    store::resumable::{self, NewResumable, Resumable},
};

/// At most so many parts: a client sends as many as it has connections.
const PARTS: usize = 64;

/// The uploads that a `final` names, each finished, partial, and told with its secret.
pub(super) async fn parts(state: &State, told: &str) -> Result<Vec<Resumable>, TusError> {
    let named: Vec<&str> = told.split(' ').collect();
    if named.len() > PARTS {
        return Err(TusError::ConcatWrong);
    }
    let mut parts = Vec::with_capacity(named.len());
    let now = state.acceptor.clock.now();
    let mut conn = state.acceptor.pool.acquire().await?;
    for name in named {
        let token = token_in(name).ok_or(TusError::ConcatWrong)?;
        let found = resumable::find_resumable(&mut conn, token.upload_id(), &token.hash(), now).await?;
        let part = found.ok_or(TusError::NotFound)?;
        if part.concat.as_deref() != Some(PARTIAL) {
            return Err(TusError::ConcatWrong);
        }
        if !part.is_finished {
            return Err(TusError::PartUnfinished);
        }
        parts.push(part);
    }
    Ok(parts)
}

/// An address of ours: `/uploads/{token}`, or the same behind a scheme and a host, as clients make it of our
/// `Location`. Whatever else is in it makes it none.
pub(super) fn token_in(name: &str) -> Option<Token> {
    let path = match name.split_once("://") {
        Some(("http" | "https", rest)) => rest.get(rest.find('/')?..)?,
        Some(_) => return None,
        None => name,
    };
    let token = path.strip_prefix(PATH)?.strip_prefix('/')?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    token.bytes().all(plain).then(|| token.parse().ok()).flatten()
}

/// The parts that an upload was joined of, as its column tells; none of what was not joined.
pub(crate) fn parts_named(concat: &str) -> impl Iterator<Item = Token> {
    let named = concat.strip_prefix(FINAL).unwrap_or_default();
    named.split(' ').filter_map(token_in)
}

/// Writes the parts one behind the other to a new upload: through the same intake as what comes by the network.
pub(super) async fn join(
    state: &State,
    new: &NewResumable<'_>,
    parts: Vec<Resumable>,
) -> Result<Standing, TusError> {
    let mut conn = state.acceptor.pool.acquire().await?;
    resumable::insert_resumable(&mut conn, new).await?;
    drop(conn);
    let blobs = state.acceptor.blobs.clone();
    let bytes = stream::iter(parts)
        .then(move |part| {
            let blobs = blobs.clone();
            async move {
                let found = blobs.get(&BlobKey::incoming(part.upload_id), None).await;
                let blob = found.map_err(std::io::Error::other)?;
                blob.map(|blob| blob.stream)
                    .ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound))
            }
        })
        .try_flatten();
    let length = new.length.map(i64::unsigned_abs);
    let lease = state.holders.hold(fresh(new));
    let joined = receive::receive(state, lease, length, Body::from_stream(bytes), None).await;
    // What breaks here is on our side.
    joined.map_err(|error| match error {
        TusError::Broken => TusError::Ours(anyhow::anyhow!("a part of an upload could not be read")),
        other => other,
    })
}
