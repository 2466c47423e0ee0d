//! Where bytes rest: two buckets in one closed type with two arms, local disk and S3.
//!
//! Both arms are held to one list of tests (`tests.rs`), so that a newsroom which starts on one machine
//! meets nothing new when it moves to S3. What keeps them alike: keys are made by us and never by a client
//! ([`BlobKey`]), objects are written whole or not at all, whatever is known about an object is in the
//! database, and a bucket is never listed while somebody waits for a page.

mod disk;
mod disk_new;
mod error;
mod files;
mod grow;
mod grow_disk;
mod grow_s3;
mod key;
mod name;
mod old;
mod parts;
mod place;
mod s3;
mod s3_stale;
mod settings;
#[cfg(test)]
mod tests;
mod upload;
mod walk;

use std::{collections::HashSet, fmt, io, ops::Range, path::PathBuf, pin::Pin};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures_util::{Stream, TryStreamExt, stream};

use self::{disk::DiskStore, parts::Body, s3::S3Store};
pub use self::{
    error::BlobError,
    files::pieces_of,
    grow::{Growing, Growth},
    key::{BlobKey, Bucket, ListedKey},
    name::{PictureFormat, PublicName, Rendition, UnknownName},
    old::OldObjects,
    settings::S3Settings,
};
use crate::ids::UploadId;

/// Both buckets; cheap to clone.
#[derive(Clone)]
pub struct Blobs(Arm);

#[derive(Clone)]
enum Arm {
    Disk(DiskStore),
    S3(S3Store),
}

/// An object on its way out.
pub struct Blob {
    /// Bytes of the whole object, whatever range was asked for.
    pub size: u64,
    /// The bytes asked for. An error in the middle means that what came is not all.
    pub stream: Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>,
}

/// What a sweep sees of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The key, without its bucket; see [`BlobKey::parse_listed`].
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// When it came to its place, or later; never earlier, so a sweep that spares the young spares it.
    pub modified_at: DateTime<Utc>,
}

/// The file system below the disk store, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// What we may still fill.
    pub free: u64,
    /// All of it.
    pub total: u64,
}

impl fmt::Debug for Blobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Arm::Disk(_) => "Blobs(disk)",
            Arm::S3(_) => "Blobs(s3)",
        })
    }
}

impl Blobs {
    /// Objects in files below `root`, which is made when it is not there.
    pub async fn disk(root: PathBuf) -> Result<Self, BlobError> {
        DiskStore::open(root).await.map(|store| Self(Arm::Disk(store)))
    }

    /// Objects on an S3 server. Says only whether the settings can be right; [`Blobs::check`] asks the server,
    /// because a server that is away for a minute must not keep the newsroom from starting.
    #[expect(clippy::unused_async, reason = "both arms open alike; the disk has to wait")]
    pub async fn s3(settings: S3Settings) -> Result<Self, BlobError> {
        S3Store::open(&settings).map(|store| Self(Arm::S3(store)))
    }

    /// Writes a stream of unknown length and answers its size in bytes.
    ///
    /// Nothing is under the key, or the old object stays, until the stream has ended well and all of it is
    /// durable. An error or a dropped future leaves nothing behind. Memory: two parts of 8 MiB at most.
    pub async fn put<S>(
        &self,
        key: &BlobKey,
        mut body: S,
        content_type: &'static str,
    ) -> Result<u64, BlobError>
    where
        S: Stream<Item = io::Result<Bytes>> + Send + Unpin,
    {
        let body: Body<'_> = &mut body;
        match &self.0 {
            Arm::Disk(disk) => disk.put(key, body).await,
            Arm::S3(s3) => Box::pin(s3.put(key, body, content_type)).await,
        }
    }

    /// [`Blobs::put`] for what is in memory anyway.
    pub async fn put_bytes(
        &self,
        key: &BlobKey,
        bytes: Bytes,
        content_type: &'static str,
    ) -> Result<u64, BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.put(key, &mut stream::iter([Ok(bytes)])).await,
            Arm::S3(s3) => Box::pin(s3.put_bytes(key, bytes, content_type)).await,
        }
    }

    /// [`Blobs::put_bytes`] under a key that nothing has named yet: cheaper on disk. A process that is killed
    /// midway may leave a part of the object there, which nothing must name until this has answered.
    pub async fn put_new(
        &self,
        key: &BlobKey,
        bytes: Bytes,
        content_type: &'static str,
    ) -> Result<u64, BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.put_new(key, bytes).await,
            Arm::S3(s3) => Box::pin(s3.put_bytes(key, bytes, content_type)).await,
        }
    }

    /// Reads an object, or the bytes `range` of it; `None` when it is not there.
    ///
    /// A range that reaches past the end gives what there is, down to nothing at all.
    pub async fn get(&self, key: &BlobKey, range: Option<Range<u64>>) -> Result<Option<Blob>, BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.get(key, range).await,
            Arm::S3(s3) => Box::pin(s3.get(key, range)).await,
        }
    }

    /// The size of an object in bytes; `None` when it is not there.
    pub async fn size(&self, key: &BlobKey) -> Result<Option<u64>, BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.size(key).await,
            Arm::S3(s3) => Box::pin(s3.size(key)).await,
        }
    }

    /// Copies an object inside the store, also from bucket to bucket. [`BlobError::NotFound`] when there is
    /// nothing to copy. On S3 up to 5 GB: the server's limit for one call.
    pub async fn copy(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.copy(from, to).await,
            Arm::S3(s3) => Box::pin(s3.copy(from, to)).await,
        }
    }

    /// Deletes an object; what is gone already is no error.
    pub async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.delete(key).await,
            Arm::S3(s3) => Box::pin(s3.delete(key)).await,
        }
    }

    /// Up to `limit` objects whose path begins with `prefix` and comes behind `after`, in order of their
    /// paths' bytes. Fewer than `limit` means that these were the last. For sweeps only.
    pub async fn list(
        &self,
        bucket: Bucket,
        prefix: &'static str,
        after: Option<String>,
        limit: usize,
    ) -> Result<Vec<Listed>, BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.list(bucket, prefix, after, limit).await,
            Arm::S3(s3) => Box::pin(s3.list(bucket, prefix, after, limit)).await,
        }
    }

    /// Removes what killed processes left half done before `older_than`, and answers how much that was. What
    /// is `growing` is left alone. Puts that still run lose their bytes if nothing of theirs arrived since
    /// then: leave them hours.
    pub async fn abort_stale_parts(
        &self,
        older_than: DateTime<Utc>,
        growing: &HashSet<UploadId>,
    ) -> Result<u64, BlobError> {
        let mut removed = match &self.0 {
            Arm::Disk(disk) => disk.abort_stale_parts(older_than).await?,
            Arm::S3(s3) => Box::pin(s3.abort_stale_parts(older_than, growing)).await?,
        };
        for bucket in [Bucket::Private, Bucket::Public] {
            for probe in self.list(bucket, key::PROBES, None, 1000).await? {
                if probe.modified_at < older_than
                    && let Some(key) = BlobKey::parse_probe(bucket, &probe.path)
                {
                    self.delete(&key).await?;
                    removed += 1;
                }
            }
        }
        Ok(removed)
    }

    /// How much room there is for more; `None` where only the server knows.
    pub async fn room(&self) -> Result<Option<Room>, BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.room().await.map(Some),
            Arm::S3(_) => Ok(None),
        }
    }

    /// Writes, reads back and deletes a small object in each bucket: `doctor` asks this.
    pub async fn check(&self) -> Result<(), BlobError> {
        for bucket in [Bucket::Private, Bucket::Public] {
            let key = BlobKey::probe(bucket);
            let written = Bytes::from(crate::secret::token());
            self.put_bytes(&key, written.clone(), "text/plain").await?;
            let read: Vec<Bytes> = match self.get(&key, None).await? {
                Some(blob) => blob.stream.try_collect().await.map_err(BlobError::Body)?,
                None => Vec::new(),
            };
            self.delete(&key).await?;
            if read.concat() != written || self.size(&key).await?.is_some() {
                return Err(BlobError::Forgetful { bucket });
            }
        }
        Ok(())
    }
}
