//! Originals: sealed on their way into the store, and out of it only to who was written down before.

mod rewrap;
#[cfg(test)]
mod tests;

use std::{io, pin::Pin};

use anyhow::Context;
use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use ground::{
    blobs::{Blob, BlobError, BlobKey, Blobs},
    clock::Clock,
    ids::{Ids, MediaId, SealId},
    seal::{self, Envelope, Identity, Keyring, Keys, ObjectKey, UnwrapError},
};
use sha2::{Digest, Sha256};
use sqlx::PgPool;

pub use self::rewrap::Rewrapped;
use crate::store::sealed::{self as store, Recorded, Sealed};
pub use crate::store::sealed::{KeyUse, Tally};

/// What an object is called on the wire and in S3: nothing more than that it is bytes.
const CONTENT_TYPE: &str = "application/octet-stream";

/// Seals originals and opens them. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Originals {
    /// The database.
    pub pool: PgPool,
    /// Where the objects are.
    pub blobs: Blobs,
    /// The time.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: Ids,
    /// Whose they are.
    pub ring: Keyring,
}

/// What the bytes of an original are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// FIPS 180-4.
    pub sha256: [u8; 32],
    /// In bytes.
    pub size: i64,
}

/// An original on its way out.
pub struct Original {
    /// Of the clear bytes.
    pub size: u64,
    /// Of the clear bytes (FIPS 180-4).
    pub sha256: [u8; 32],
    /// The clear bytes. An error means that what came is not all; a wrong byte never comes.
    pub clear: Pin<Box<dyn Stream<Item = Result<Bytes, OpenError>> + Send>>,
}

impl std::fmt::Debug for Original {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Original({} bytes)", self.size)
    }
}

/// Why an original does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no sealed original of this medium (yet).
    #[error("the original is not sealed yet")]
    NotYet,
    /// It is sealed for the offline key alone.
    #[error("only the offline key opens this original")]
    OfflineOnly,
    /// It is sealed for a key of the newsroom that is not here.
    #[error("the key that opens this original is not here")]
    NoKey,
    /// It is not what was sealed, or it is gone. The row says so since then.
    #[error("the original is damaged or gone")]
    Damaged,
    /// The store or the database failed.
    #[error("the original could not be read")]
    Infrastructure(#[source] anyhow::Error),
}

impl From<anyhow::Error> for OpenError {
    fn from(error: anyhow::Error) -> Self {
        Self::Infrastructure(error)
    }
}

impl From<sqlx::Error> for OpenError {
    fn from(error: sqlx::Error) -> Self {
        Self::Infrastructure(error.into())
    }
}

impl From<BlobError> for OpenError {
    fn from(error: BlobError) -> Self {
        Self::Infrastructure(error.into())
    }
}

/// An object that no row names yet.
pub(crate) struct Unnamed {
    envelope: Envelope,
    keys: Keys,
}

impl Originals {
    /// Seals bytes as the original of a medium, the object first and the row second, and answers what they are. A
    /// medium that has its row already keeps it: then this attempt's object is left to the sweep. Memory: as
    /// [`Blobs::put`] and a segment, however long they are.
    ///
    /// # Errors
    /// When keys, store or database fail, or the keys were changed meanwhile: another attempt may do better.
    pub async fn seal<S>(&self, media_id: MediaId, clear: S) -> anyhow::Result<Evidence>
    where
        S: Stream<Item = io::Result<Bytes>> + Send + Unpin,
    {
        let unnamed = self.put(media_id, clear).await?;
        self.name(unnamed).await
    }

    /// Writes the object, under a name that nobody else writes.
    pub(crate) async fn put<S>(&self, media_id: MediaId, clear: S) -> anyhow::Result<Unnamed>
    where
        S: Stream<Item = io::Result<Bytes>> + Send + Unpin,
    {
        // Before anything is written: without keys there is no seal.
        let keys = self.ring.load()?;
        let (key, seal_id): (_, SealId) = (ObjectKey::mint(), self.ids.mint(self.clock.now()));
        let (mut hash, mut size) = (Sha256::new(), 0);
        let measured = clear.inspect_ok(|piece| {
            hash.update(piece);
            size += piece.len() as u64;
        });
        let sealed = seal::seal(&key, measured);
        self.blobs
            .put(&BlobKey::sealed(media_id, seal_id), sealed, CONTENT_TYPE)
            .await?;
        let envelope = Envelope {
            media_id,
            seal_id,
            size,
            sha256: hash.finalize().into(),
            key,
        };
        Ok(Unnamed { envelope, keys })
    }

    /// Writes the row.
    pub(crate) async fn name(&self, Unnamed { envelope, keys }: Unnamed) -> anyhow::Result<Evidence> {
        let sealed = Sealed {
            media_id: envelope.media_id,
            seal_id: envelope.seal_id,
            wrapped_key: keys.wrap(&envelope)?,
            key_id: None,
            size: i64::try_from(envelope.size)?,
            sha256: envelope.sha256.to_vec(),
            damaged_at: None,
        };
        let mut tx = ground::db::begin(&self.pool).await?;
        let recorded = store::insert(&mut tx, &keys, self.clock.now(), &sealed).await?;
        tx.commit().await?;
        match recorded {
            Recorded::Written | Recorded::Already => Ok(Evidence {
                sha256: envelope.sha256,
                size: sealed.size,
            }),
            Recorded::Retired => anyhow::bail!("the keys were changed meanwhile"),
        }
    }

    /// What is known of a medium's sealed original, if it has one and its object is there. A row without its
    /// object is forgotten: only who still has the bytes may ask.
    pub(crate) async fn find_stored(&self, media_id: MediaId) -> anyhow::Result<Option<Evidence>> {
        let mut conn = self.pool.acquire().await?;
        let Some(sealed) = store::find(&mut conn, media_id).await? else {
            return Ok(None);
        };
        let key = BlobKey::sealed(media_id, sealed.seal_id);
        if self.blobs.size(&key).await?.is_none() {
            tracing::warn!(media.id = %media_id, "a sealed original was gone before its verdict; it is sealed anew");
            store::delete(&mut conn, media_id, sealed.seal_id).await?;
            return Ok(None);
        }
        Ok(Some(Evidence {
            sha256: sealed.sha256.as_slice().try_into()?,
            size: sealed.size,
        }))
    }

    /// Seals what an earlier version kept plain, and deletes the plain object once the sealed one has its row.
    pub(crate) async fn adopt(&self, media_id: MediaId, expected: Option<&[u8]>) -> anyhow::Result<()> {
        let plain = BlobKey::original(media_id);
        if self.find_stored(media_id).await?.is_none() {
            let Some(blob) = self.blobs.get(&plain, None).await? else {
                return Ok(());
            };
            let unnamed = self.put(media_id, blob.stream).await?;
            anyhow::ensure!(
                expected.is_none_or(|hash| hash == unnamed.envelope.sha256),
                "the plain original of {media_id} is not what was received: look at it before it is sealed"
            );
            self.name(unnamed).await?;
        }
        self.blobs.delete(&plain).await?;
        Ok(())
    }

    /// Opens the original of a medium. Who calls this has written down who looks, and why.
    ///
    /// # Errors
    /// When it does not open, or its first bytes are not what was sealed; later ones fail in the stream.
    pub async fn open(&self, media_id: MediaId) -> Result<Original, OpenError> {
        let keys = self.ring.load()?;
        self.open_with(media_id, |sealed| keys.unwrap(&sealed.wrapped_key))
            .await
    }

    /// The same with private keys from elsewhere.
    ///
    /// # Errors
    /// See [`Originals::open`].
    pub async fn open_by(&self, media_id: MediaId, identities: &[Identity]) -> Result<Original, OpenError> {
        self.open_with(media_id, |sealed| {
            Envelope::unwrap(&sealed.wrapped_key, identities)
        })
        .await
    }

    async fn open_with(
        &self,
        media_id: MediaId,
        unwrap: impl FnOnce(&Sealed) -> Result<Envelope, UnwrapError>,
    ) -> Result<Original, OpenError> {
        let sealed = store::find(&mut *self.pool.acquire().await?, media_id).await?;
        let sealed = sealed.ok_or(OpenError::NotYet)?;
        let envelope = match unwrap(&sealed) {
            Ok(envelope) if is_of(&envelope, &sealed) => envelope,
            Err(UnwrapError::NoKey) if sealed.key_id.is_none() => return Err(OpenError::OfflineOnly),
            Err(UnwrapError::NoKey) => return Err(OpenError::NoKey),
            Ok(_) | Err(UnwrapError::Broken) => return Err(self.found_damaged(media_id).await),
        };
        let key = BlobKey::sealed(media_id, sealed.seal_id);
        let Some(blob) = self.blobs.get(&key, None).await? else {
            return Err(self.found_damaged(media_id).await);
        };
        let opened = match seal::open(&envelope.key, blob.stream).await {
            Ok(opened) => opened,
            Err(error) => return Err(self.blame(media_id, error).await),
        };
        let mut clear = opened.clear;
        // The first segment before the answer begins, while there are still words for what is wrong.
        let first = match clear.try_next().await {
            Ok(first) => first,
            Err(error) => return Err(self.blame(media_id, error).await),
        };
        let whole = stream::iter(first.map(Ok)).chain(clear);
        let reading = Reading {
            originals: self.clone(),
            sealed,
            left: envelope.size,
        };
        Ok(Original {
            size: envelope.size,
            sha256: envelope.sha256,
            clear: Box::pin(stream::try_unfold(
                (reading, whole),
                async |(mut reading, mut whole)| {
                    let piece = reading.follow(whole.try_next().await).await?;
                    Ok(piece.map(|piece| (piece, (reading, whole))))
                },
            )),
        })
    }

    /// The two parts of a sealed original as they lie: the envelope, and the object's bytes. Of use only to who has
    /// a key; together they open with `age` alone.
    ///
    /// # Errors
    /// When there is none.
    pub async fn sealed_parts(&self, media_id: MediaId) -> Result<(String, Blob), OpenError> {
        let sealed = store::find(&mut *self.pool.acquire().await?, media_id).await?;
        let sealed = sealed.ok_or(OpenError::NotYet)?;
        let blob = self
            .blobs
            .get(&BlobKey::sealed(media_id, sealed.seal_id), None)
            .await?;
        Ok((sealed.wrapped_key, blob.ok_or(OpenError::Damaged)?))
    }

    /// Opens the newest original that the newsroom's keys should open, as far as its first segment. `None` when
    /// there is none yet.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn check(&self) -> Result<Option<MediaId>, OpenError> {
        let newest = store::find_newest(&mut *self.pool.acquire().await?).await?;
        if let Some(media_id) = newest {
            self.open(media_id).await?;
        }
        Ok(newest)
    }

    /// Every key that originals were ever sealed for, and how the originals stand.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn list_keys(&self) -> sqlx::Result<(Vec<KeyUse>, Tally)> {
        let mut conn = self.pool.acquire().await?;
        Ok((store::list_keys(&mut conn).await?, store::tally(&mut conn).await?))
    }

    async fn blame(&self, media_id: MediaId, error: seal::OpenError) -> OpenError {
        match error {
            seal::OpenError::Damaged => self.found_damaged(media_id).await,
            seal::OpenError::Store(error) => OpenError::Infrastructure(error.into()),
        }
    }

    async fn found_damaged(&self, media_id: MediaId) -> OpenError {
        tracing::error!(media.id = %media_id, "an original is damaged or gone");
        match self.set_damaged(media_id, true).await {
            Ok(()) => OpenError::Damaged,
            Err(error) => error
                .context("an original is damaged, and that could not be written down")
                .into(),
        }
    }

    async fn set_damaged(&self, media_id: MediaId, damaged: bool) -> anyhow::Result<()> {
        let at = damaged.then(|| self.clock.now());
        let mut conn = self.pool.acquire().await.context("no connection")?;
        Ok(store::set_damaged(&mut conn, media_id, at).await?)
    }
}

/// Whether an envelope is that of this row. Who can write to the database could put another's there.
fn is_of(envelope: &Envelope, sealed: &Sealed) -> bool {
    envelope.media_id == sealed.media_id
        && envelope.seal_id == sealed.seal_id
        && i64::try_from(envelope.size) == Ok(sealed.size)
        && envelope.sha256[..] == sealed.sha256[..]
}

/// An original being read to its end.
struct Reading {
    originals: Originals,
    sealed: Sealed,
    left: u64,
}

impl Reading {
    /// Passes a piece on. What is found at the end, or instead of it, is written down.
    async fn follow(
        &mut self,
        piece: Result<Option<Bytes>, seal::OpenError>,
    ) -> Result<Option<Bytes>, OpenError> {
        let (originals, media_id) = (&self.originals, self.sealed.media_id);
        match piece {
            Ok(Some(piece)) => match self.left.checked_sub(piece.len() as u64) {
                Some(left) => {
                    self.left = left;
                    Ok(Some(piece))
                }
                None => Err(originals.found_damaged(media_id).await),
            },
            Ok(None) if self.left > 0 => Err(originals.found_damaged(media_id).await),
            Ok(None) => {
                if self.sealed.damaged_at.is_some() {
                    originals.set_damaged(media_id, false).await?;
                }
                Ok(None)
            }
            Err(error) => Err(originals.blame(media_id, error).await),
        }
    }
}
