//! Objects that grow over many requests: what a resumable upload needs of a store.
//!
//! On disk the bytes go to their place in one file, which is renamed when it is whole: nothing is copied. On S3
//! they are gathered to equal parts of one multipart upload; what is less than a part is put aside as an object
//! of its own, so that no acknowledged byte lives in memory only. Whoever holds the [`Growth`] of the last
//! commit can go on, on whatever node.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::{Arm, BlobError, BlobKey, Blobs, grow_disk::DiskGrowing, grow_s3::S3Growing};
use crate::ids::UploadId;

/// What has to be remembered of an object between the requests that make it grow. Opaque: it goes into the
/// database beside the number of bytes that it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Growth {
    /// The server's id of the multipart upload, once there was a whole part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) upload: Option<String>,
    /// The `ETag`s of the parts, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) parts: Vec<String>,
    /// What came behind the last part, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) tails: Vec<Tail>,
}

/// An object with some of the bytes behind the last part. Never written twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tail {
    pub(super) fence: i64,
    pub(super) number: u32,
    pub(super) size: u64,
}

impl Tail {
    pub(super) fn key(&self, upload: UploadId) -> BlobKey {
        BlobKey::growing(upload, self.fence, self.number)
    }
}

/// One request's hold of an object that grows. Dropped, it leaves what was committed last.
pub struct Growing(Hold);

enum Hold {
    Disk(DiskGrowing),
    S3(Box<S3Growing>),
}

impl Blobs {
    /// Goes on with the object `incoming/<upload>` behind its first `size` bytes.
    ///
    /// `fence` is a number that no two holders of this object share and that grows from one to the next: what
    /// an earlier one writes late cannot hurt a later one.
    pub fn grow(&self, upload: UploadId, growth: Growth, size: u64, fence: i64) -> Growing {
        Growing(match &self.0 {
            Arm::Disk(disk) => Hold::Disk(disk.grow(upload, size)),
            Arm::S3(s3) => Hold::S3(Box::new(S3Growing::new(s3.clone(), upload, growth, size, fence))),
        })
    }

    /// Forgets an object that did not become whole, and whatever was put aside for it.
    pub async fn stop_growing(&self, upload: UploadId, growth: &Growth) -> Result<(), BlobError> {
        match &self.0 {
            Arm::Disk(_) => self.delete(&BlobKey::growing(upload, 0, 0)).await,
            Arm::S3(s3) => Box::pin(s3.stop_growing(upload, growth)).await,
        }
    }
}

impl Growing {
    /// Adds bytes. They may still be in memory afterwards; a part that is full is on its way.
    pub async fn write(&mut self, bytes: Bytes) -> Result<(), BlobError> {
        match &mut self.0 {
            Hold::Disk(disk) => disk.write(&bytes),
            Hold::S3(s3) => Box::pin(s3.write(bytes)).await,
        }
    }

    /// Makes all that was written durable, and says what to remember.
    pub async fn commit(&mut self) -> Result<Growth, BlobError> {
        match &mut self.0 {
            Hold::Disk(disk) => disk.commit().await.map(|()| Growth::default()),
            Hold::S3(s3) => Box::pin(s3.commit()).await,
        }
    }

    /// After what [`Growing::commit`] said was remembered: lets go of what is not needed any more.
    pub async fn tidy(&mut self) {
        if let Hold::S3(s3) = &mut self.0 {
            Box::pin(s3.tidy()).await;
        }
    }

    /// Reads the bytes from `from` to where the object stood when this hold began. Only the last 64 KiB are
    /// sure to be there to be read.
    pub async fn read_back(&mut self, from: u64) -> Result<Bytes, BlobError> {
        match &mut self.0 {
            Hold::Disk(disk) => disk.read_back(from).await,
            Hold::S3(s3) => Box::pin(s3.read_back(from)).await,
        }
    }

    /// Makes all that was written one object, durable under its key.
    pub async fn finish(self) -> Result<(), BlobError> {
        match self.0 {
            Hold::Disk(disk) => disk.finish().await,
            Hold::S3(s3) => Box::pin(s3.finish()).await,
        }
    }
}
