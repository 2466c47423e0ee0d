//! The bytes of a request, added to the upload that it holds.

use std::time::Duration;

use anyhow::Context;
use axum::{body::Body, response::Response};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::{StreamExt, TryStreamExt};
use ground::blobs::{BlobKey, Growing, Growth};
use tokio::time::{Instant, MissedTickBehavior};

use super::{
    State,
    checksum::Checksum,
    error::TusError,
    headers::{UPLOAD_EXPIRES, UPLOAD_OFFSET},
    http_date,
    lease::{LEASE, Lease, RENEW},
};
use crate::{
    paced::{Cut, Paced},
    store::resumable::{self, Advance, Whole},
    tree_hash::{Missing, TreeHash},
};

/// What comes in is made durable after so many bytes, or so long, also in the middle of a request.
const COMMIT_BYTES: u64 = 16 << 20;
const COMMIT_EVERY: Duration = Duration::from_secs(5);
/// A sender that is silent for so long while another request waits is taken for dead.
const SILENCE: Duration = Duration::from_secs(1);

/// Where an upload stands after a request.
pub(super) struct Standing {
    pub(super) offset: u64,
    /// Nobody claimed it by then: swept.
    pub(super) expires_at: DateTime<Utc>,
}

impl Standing {
    /// Adds what the protocol says of it to an answer.
    pub(super) fn tell(&self, mut response: Response) -> Result<Response, TusError> {
        let headers = response.headers_mut();
        headers.insert(UPLOAD_OFFSET, self.offset.into());
        headers.insert(UPLOAD_EXPIRES, http_date(self.expires_at)?);
        Ok(response)
    }
}

/// Receives a body to its end, in a task of its own: when the sender goes away, this request is dropped, and
/// what came until then must not be.
pub(super) async fn receive(
    state: &State,
    lease: Lease,
    length: Option<u64>,
    body: Body,
    checksum: Option<Checksum>,
) -> Result<Standing, TusError> {
    let state = state.clone();
    let received = tokio::spawn(async move {
        let mut intake = Intake::open(&state, lease, length);
        let outcome = intake.run(body, checksum).await;
        match outcome {
            Ok(standing) => Ok(standing),
            Err(error) => intake.give_up(error).await,
        }
    });
    received.await.context("a request's task failed")?
}

/// How the body ended.
enum End {
    Whole,
    Cut(Cut),
    /// Another request waits and this one's sender is silent, or the program stops.
    Stopped,
}

struct Intake<'a> {
    state: &'a State,
    lease: Lease,
    length: Option<u64>,
    growing: Option<Growing>,
    growth: Growth,
    hash: TreeHash,
    /// What the database says; and what is here.
    committed: u64,
    offset: u64,
    committed_at: Instant,
}

impl<'a> Intake<'a> {
    fn open(state: &'a State, lease: Lease, length: Option<u64>) -> Self {
        let upload = &lease.upload;
        let offset = upload.received.unsigned_abs();
        let growth = upload.growth.as_deref().cloned().unwrap_or_default();
        let growing = state
            .acceptor
            .blobs
            .grow(upload.upload_id, growth.clone(), offset, upload.lease_no);
        Self {
            state,
            length,
            growing: Some(growing),
            growth,
            hash: TreeHash::new(),
            committed: offset,
            offset,
            committed_at: Instant::now(),
            lease,
        }
    }

    async fn run(&mut self, body: Body, mut checksum: Option<Checksum>) -> Result<Standing, TusError> {
        self.resume_hash().await?;
        let end = self.take_in(body, checksum.as_mut()).await?;
        if let Some(checksum) = checksum {
            // Half a chunk has no sum: nothing of it can be kept.
            match end {
                End::Whole => checksum.verify()?,
                End::Cut(cut) => return Err(cut.into()),
                End::Stopped => return Err(TusError::Busy),
            }
        }
        match (self.length, end) {
            (_, End::Cut(Cut::TooLarge)) => Err(TusError::TooMuch),
            (Some(length), _) if self.offset == length => self.finish().await,
            (_, end) => {
                let standing = self.commit(false).await?;
                match end {
                    End::Whole => Ok(standing),
                    End::Cut(cut) => Err(cut.into()),
                    End::Stopped => Err(TusError::Busy),
                }
            }
        }
    }

    /// Brings the hash to where the upload stands.
    async fn resume_hash(&mut self) -> Result<(), TusError> {
        let state = self.lease.upload.hash_state.as_deref().unwrap_or_default();
        let (hash, missing) = TreeHash::resume(self.offset, state).context("a hash's state")?;
        self.hash = hash;
        if let Missing::From(start) = missing {
            let again = self.growing()?.read_back(start).await?;
            self.hash.update(&again);
        }
        Ok(())
    }

    async fn take_in(&mut self, body: Body, mut checksum: Option<&mut Checksum>) -> Result<End, TusError> {
        let limits = &self.state.acceptor.limits;
        let room = self
            .length
            .unwrap_or(limits.upload_bytes)
            .saturating_sub(self.offset);
        let mut body = Paced::of_file(body.into_data_stream(), limits, room);
        let (wanted, live) = (self.lease.wanted.clone(), self.state.live.clone());
        let mut over = std::pin::pin!(live.over());
        let mut renewal = tokio::time::interval(RENEW);
        renewal.set_missed_tick_behavior(MissedTickBehavior::Delay);
        renewal.tick().await;
        let mut heard = Instant::now();
        loop {
            tokio::select! {
                biased;
                next = body.next() => match next {
                    None => return Ok(End::Whole),
                    Some(Err(cut)) => return Ok(End::Cut(cut)),
                    Some(Ok(bytes)) => {
                        heard = Instant::now();
                        if let Some(checksum) = checksum.as_deref_mut() {
                            checksum.update(&bytes);
                        }
                        self.add(bytes).await?;
                        // What is not verified yet is not acknowledged.
                        if checksum.is_none() && self.is_due() {
                            self.commit(true).await?;
                        }
                    }
                },
                () = &mut over => return Ok(End::Stopped),
                () = silence(&wanted, heard) => return Ok(End::Stopped),
                _ = renewal.tick() => self.renew().await?,
            }
        }
    }

    async fn add(&mut self, bytes: Bytes) -> Result<(), TusError> {
        self.hash.update(&bytes);
        self.offset += bytes.len() as u64;
        Ok(self.growing()?.write(bytes).await?)
    }

    fn is_due(&self) -> bool {
        let fresh = self.offset - self.committed;
        // The end is near: then one commit serves both.
        let near = self
            .length
            .is_some_and(|length| length - self.offset < COMMIT_BYTES / 4);
        fresh >= COMMIT_BYTES && !near || self.committed_at.elapsed() >= COMMIT_EVERY
    }

    fn growing(&mut self) -> Result<&mut Growing, TusError> {
        let growing = self.growing.as_mut();
        growing
            .context("an upload was finished before its end")
            .map_err(Into::into)
    }

    async fn renew(&mut self) -> Result<(), TusError> {
        let mut conn = self.state.acceptor.pool.acquire().await?;
        let upload = &self.lease.upload;
        let wanted = resumable::renew_lease(&mut conn, upload.upload_id, upload.lease_no, LEASE).await?;
        self.heed(wanted)
    }

    /// Somebody waits; or it is not ours any more, and then nothing that we write counts.
    fn heed(&self, wanted: Option<bool>) -> Result<(), TusError> {
        match wanted {
            None => Err(TusError::Busy),
            Some(wanted) => {
                if wanted {
                    self.lease.wanted.cancel();
                }
                Ok(())
            }
        }
    }

    /// Makes what came durable, and only then says so.
    async fn commit(&mut self, hold: bool) -> Result<Standing, TusError> {
        if self.offset > self.committed {
            self.growth = self.growing()?.commit().await?;
        }
        let expires_at = self.expiry()?;
        let upload = &self.lease.upload;
        let step = Advance {
            upload_id: upload.upload_id,
            lease_no: upload.lease_no,
            from: signed(self.committed)?,
            to: signed(self.offset)?,
            length: self.length.map(signed).transpose()?,
            growth: &self.growth,
            hash_state: &self.hash.state(),
            expires_at,
            lease_seconds: hold.then_some(LEASE),
        };
        let mut conn = self.state.acceptor.pool.acquire().await?;
        let wanted = resumable::advance(&mut conn, &step).await?;
        drop(conn);
        self.heed(wanted)?;
        (self.committed, self.committed_at) = (self.offset, Instant::now());
        self.growing()?.tidy().await;
        Ok(Standing {
            offset: self.offset,
            expires_at,
        })
    }

    /// All bytes are here: they become one object, and then a fact.
    async fn finish(&mut self) -> Result<Standing, TusError> {
        if let Some(growing) = self.growing.take() {
            growing.finish().await?;
        }
        self.set_whole(self.hash.finalize(), self.offset).await
    }

    async fn set_whole(&self, hash: blake3::Hash, size: u64) -> Result<Standing, TusError> {
        let expires_at = self.expiry()?;
        let upload = &self.lease.upload;
        let whole = Whole {
            size: signed(size)?,
            blake3: hash.as_bytes(),
            finished_at: self.state.acceptor.clock.now(),
            expires_at,
        };
        let mut conn = self.state.acceptor.pool.acquire().await?;
        if resumable::set_whole(&mut conn, upload.upload_id, upload.lease_no, &whole).await? {
            Ok(Standing {
                offset: size,
                expires_at,
            })
        } else {
            Err(TusError::Busy)
        }
    }

    /// Lets go, so that the next try need not wait. Unless it turns out that all was done: a program that was
    /// killed between the object and the fact left the object.
    async fn give_up(&mut self, error: TusError) -> Result<Standing, TusError> {
        if matches!(error, TusError::Ours(_))
            && let Some(length) = self.length
            && let Ok(Some(hash)) = self.hash_of_whole(length).await
        {
            return self.set_whole(hash, length).await;
        }
        let upload = &self.lease.upload;
        if let Ok(mut conn) = self.state.acceptor.pool.acquire().await {
            // If not, the lease ends by itself.
            let _ = resumable::release_lease(&mut conn, upload.upload_id, upload.lease_no).await;
        }
        Err(error)
    }

    /// The hash of the object, if it is there and as long as it should be.
    async fn hash_of_whole(&self, length: u64) -> anyhow::Result<Option<blake3::Hash>> {
        let key = BlobKey::incoming(self.lease.upload.upload_id);
        let Some(mut blob) = self.state.acceptor.blobs.get(&key, None).await? else {
            return Ok(None);
        };
        if blob.size != length {
            return Ok(None);
        }
        let mut hasher = blake3::Hasher::new();
        while let Some(bytes) = blob.stream.try_next().await? {
            hasher.update(&bytes);
        }
        Ok(Some(hasher.finalize()))
    }

    fn expiry(&self) -> Result<DateTime<Utc>, TusError> {
        expiry(self.state)
    }
}

/// When an upload that got a byte just now is forgotten, unless it is claimed.
pub(super) fn expiry(state: &State) -> Result<DateTime<Utc>, TusError> {
    let keep = TimeDelta::from_std(state.limits.upload_expiry).context("an expiry beyond all times")?;
    Ok(state.acceptor.clock.now() + keep)
}

/// Ends when somebody waits and the sender has been silent.
async fn silence(wanted: &tokio_util::sync::CancellationToken, heard: Instant) {
    wanted.cancelled().await;
    tokio::time::sleep_until(heard + SILENCE).await;
}

impl From<Cut> for TusError {
    fn from(cut: Cut) -> Self {
        match cut {
            Cut::TooSlow => Self::TooSlow,
            Cut::TooLarge => Self::TooMuch,
            Cut::LongHead | Cut::Broken => Self::Broken,
        }
    }
}

pub(super) fn signed(bytes: u64) -> Result<i64, TusError> {
    Ok(i64::try_from(bytes).context("more bytes than can be counted")?)
}
