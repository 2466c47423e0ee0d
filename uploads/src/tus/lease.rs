//! One request at a time writes an upload; the next takes over from one whose sender is gone.
//!
//! A phone that loses its network comes back by another connection long before this side learns that the first
//! one is dead. So a request that finds the upload held asks the holder to let go: the holder does as soon as
//! its sender has been silent for a second. Whoever is still heard is waited for. A holder that died with its
//! process is outlived: its lease ends by itself.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use ground::ids::UploadId;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::{State, error::TusError};
use crate::{
    Token,
    store::resumable::{self, Resumable},
};

/// How long a lease lasts that nobody renews, in seconds.
pub(super) const LEASE: f64 = 8.0;
/// How often a holder renews it, and learns whether somebody waits on another node.
pub(super) const RENEW: Duration = Duration::from_secs(2);
/// How long a request waits for another to let go: longer than a lease.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long one that only asks for the offset waits.
const LOOK_PATIENCE: Duration = Duration::from_secs(2);

/// The uploads that this process writes at the moment, and how to ask for each.
#[derive(Clone, Default)]
pub(super) struct Holders(Arc<Mutex<HashMap<UploadId, (i64, CancellationToken)>>>);

/// An upload that is ours to write.
pub(super) struct Lease {
    pub(super) upload: Resumable,
    /// Somebody waits.
    pub(super) wanted: CancellationToken,
    of: Holders,
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut held = self.of.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ours = held
            .get(&self.upload.upload_id)
            .is_some_and(|(lease_no, _)| *lease_no == self.upload.lease_no);
        if ours {
            held.remove(&self.upload.upload_id);
        }
    }
}

impl Holders {
    pub(super) fn hold(&self, upload: Resumable) -> Lease {
        let wanted = CancellationToken::new();
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.insert(upload.upload_id, (upload.lease_no, wanted.clone()));
        drop(held);
        Lease {
            upload,
            wanted,
            of: self.clone(),
        }
    }

    /// Asks the holder here, if there is one.
    fn ask(&self, upload_id: UploadId) -> bool {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let holder = all.get(&upload_id);
        holder.inspect(|(_, wanted)| wanted.cancel()).is_some()
    }
}

/// What a request gets that wants to write.
pub(super) enum Taken {
    Ours(Lease),
    /// All bytes are here; there is nothing to write.
    Whole(Resumable),
}

/// Takes hold of an upload, over from another request if need be.
pub(super) async fn take(state: &State, token: &Token) -> Result<Taken, TusError> {
    let (hash, now) = (token.hash(), state.acceptor.clock.now());
    let mut wait = Wait::new(state, token, PATIENCE);
    loop {
        let mut conn = state.acceptor.pool.acquire().await?;
        let lease = resumable::take_lease(&mut conn, token.upload_id(), &hash, now, LEASE).await?;
        if let Some(upload) = lease {
            return Ok(Taken::Ours(state.holders.hold(upload)));
        }
        let found = resumable::find_resumable(&mut conn, token.upload_id(), &hash, now).await?;
        drop(conn);
        let upload = found.ok_or(TusError::NotFound)?;
        if upload.is_finished {
            return Ok(Taken::Whole(upload));
        }
        if upload.is_held && !wait.a_moment().await? {
            return Err(TusError::Busy);
        }
    }
}

/// The upload as it stands when the request that writes it, if its sender is gone, has put down what it got.
pub(super) async fn look(state: &State, token: &Token) -> Result<Resumable, TusError> {
    let (hash, now) = (token.hash(), state.acceptor.clock.now());
    let mut wait = Wait::new(state, token, LOOK_PATIENCE);
    loop {
        let mut conn = state.acceptor.pool.acquire().await?;
        let found = resumable::find_resumable(&mut conn, token.upload_id(), &hash, now).await?;
        drop(conn);
        let upload = found.ok_or(TusError::NotFound)?;
        if !upload.is_held || !wait.a_moment().await? {
            return Ok(upload);
        }
    }
}

/// Waiting for a holder.
struct Wait<'a> {
    state: &'a State,
    upload_id: UploadId,
    until: Instant,
    pause: Duration,
    told: bool,
}

impl<'a> Wait<'a> {
    fn new(state: &'a State, token: &Token, patience: Duration) -> Self {
        Self {
            state,
            upload_id: token.upload_id(),
            until: Instant::now() + patience,
            pause: Duration::from_millis(10),
            told: false,
        }
    }

    /// Asks the holder to let go and waits a moment. False when that has gone on for too long.
    async fn a_moment(&mut self) -> Result<bool, TusError> {
        if Instant::now() >= self.until {
            return Ok(false);
        }
        if !self.state.holders.ask(self.upload_id) && !self.told {
            let mut conn = self.state.acceptor.pool.acquire().await?;
            resumable::set_lease_wanted(&mut conn, self.upload_id).await?;
            self.told = true;
        }
        tokio::time::sleep(self.pause).await;
        self.pause = (self.pause * 2).min(Duration::from_millis(250));
        Ok(true)
    }
}
