//! An object that grows on an S3 server.

use std::{sync::Arc, time::Duration};

use bytes::{Bytes, BytesMut};
use futures_util::TryStreamExt;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinHandle,
    time::timeout,
};

use super::{
    BlobError, BlobKey,
    grow::{Growth, Tail},
    s3::{PART, S3Store},
    upload::Upload,
};
use crate::ids::UploadId;

/// So many parts of all uploads together are in memory, gathered or on their way: 32 MiB.
const PARTS_AT_ONCE: usize = 4;
/// So many bytes put aside are on their way at once: each has a connection, which costs as much as they do.
const TAILS_AT_ONCE: usize = 32;
/// What an upload gathers before it asks for one of the places for a part, when there are few uploads …
const SMALL: usize = 256 << 10;
/// … which becomes less the more there are, so that all together gather about this much.
const SMALL_OF_ALL: usize = 16 << 20;
/// How long it waits for a place before it puts aside what it has.
const PATIENCE: Duration = Duration::from_secs(1);
/// Bytes that were put aside and still kept in memory, to be sent again with their part without being read. A
/// fast sender's next part needs just these; many slow ones must not fill the memory while theirs grows.
const KEEP: usize = 128 << 10;
const TYPE: &str = "application/octet-stream";

/// All uploads that grow here now: what they share of memory and connections.
pub(super) struct Crowd {
    places: Arc<Semaphore>,
    tails: Semaphore,
}

impl Crowd {
    pub(super) fn new() -> Self {
        Self {
            places: Arc::new(Semaphore::new(PARTS_AT_ONCE)),
            tails: Semaphore::new(TAILS_AT_ONCE),
        }
    }

    /// What one of them may gather without a place. Each has a clone of the store, and so of this; the few
    /// other clones make it a little less.
    fn small(self: &Arc<Self>) -> usize {
        (SMALL_OF_ALL / Arc::strong_count(self)).clamp(SMALL / 4, SMALL)
    }
}

/// One request's hold of the object.
pub(super) struct S3Growing {
    store: S3Store,
    upload_id: UploadId,
    fence: i64,
    upload: Option<Upload>,
    sending: Option<JoinHandle<(Upload, Result<(), BlobError>)>>,
    /// Behind the last part, and durable; with the bytes where they are in memory anyway.
    tails: Vec<(Tail, Option<Bytes>)>,
    /// Behind all of these, in memory only; more than a little of it only with a place for a whole part.
    fresh: BytesMut,
    place: Option<OwnedSemaphorePermit>,
    /// Tails that became part of a part, or of the object.
    obsolete: Vec<Tail>,
    next_tail: u32,
    began_at: u64,
}

impl S3Store {
    pub(super) async fn stop_growing(&self, upload_id: UploadId, growth: &Growth) -> Result<(), BlobError> {
        if let Some(id) = &growth.upload {
            let key = BlobKey::incoming(upload_id);
            Upload::resume(self, &key, id.clone(), &growth.parts)
                .abort()
                .await;
        }
        for tail in &growth.tails {
            self.delete(&tail.key(upload_id)).await?;
        }
        Ok(())
    }
}

impl S3Growing {
    pub(super) fn new(store: S3Store, upload_id: UploadId, growth: Growth, size: u64, fence: i64) -> Self {
        let key = BlobKey::incoming(upload_id);
        let upload = growth
            .upload
            .map(|id| Upload::resume(&store, &key, id, &growth.parts));
        Self {
            place: None,
            store,
            upload_id,
            fence,
            upload,
            sending: None,
            tails: growth.tails.into_iter().map(|tail| (tail, None)).collect(),
            fresh: BytesMut::new(),
            obsolete: Vec::new(),
            next_tail: 0,
            began_at: size,
        }
    }

    pub(super) async fn write(&mut self, mut bytes: Bytes) -> Result<(), BlobError> {
        while !bytes.is_empty() {
            let mut room = PART.saturating_sub(self.put_aside() + self.fresh.len());
            let small = self.store.crowd.small().max(self.fresh.len());
            if self.place.is_none() {
                room = room.min(small - self.fresh.len());
            }
            self.fresh
                .extend_from_slice(&bytes.split_to(room.min(bytes.len())));
            if self.put_aside() + self.fresh.len() >= PART {
                let place = self.place().await?;
                let part = self.gather().await?;
                self.send(part, place).await?;
            } else if self.place.is_none() && self.fresh.len() >= small {
                // Whoever waits here holds no place, so those who have one are never in its way.
                match timeout(PATIENCE, Arc::clone(&self.store.crowd.places).acquire_owned()).await {
                    Ok(place) => self.place = place.ok(),
                    Err(_) => self.put_fresh_aside().await?,
                }
            }
        }
        Ok(())
    }

    pub(super) async fn commit(&mut self) -> Result<Growth, BlobError> {
        self.sent().await?;
        self.put_fresh_aside().await?;
        let (upload, parts) = self.upload.as_ref().map(Upload::memo).unzip();
        Ok(Growth {
            upload,
            parts: parts.unwrap_or_default(),
            tails: self.tails.iter().map(|(tail, _)| tail.clone()).collect(),
        })
    }

    /// Makes what is only in memory durable, and gives up its place there.
    async fn put_fresh_aside(&mut self) -> Result<(), BlobError> {
        if !self.fresh.is_empty() {
            let bytes = std::mem::take(&mut self.fresh).freeze();
            let tail = Tail {
                fence: self.fence,
                number: self.next_tail,
                size: bytes.len() as u64,
            };
            self.next_tail += 1;
            let _turn = self
                .store
                .crowd
                .tails
                .acquire()
                .await
                .map_err(|_| BlobError::NotFound)?;
            self.store
                .put_bytes(&tail.key(self.upload_id), bytes.clone(), TYPE)
                .await?;
            let kept: usize = self
                .tails
                .iter()
                .filter_map(|(_, bytes)| Some(bytes.as_ref()?.len()))
                .sum();
            let keep = kept + bytes.len() <= KEEP && self.store.crowd.small() == SMALL;
            self.tails.push((tail, keep.then_some(bytes)));
        }
        self.place = None;
        Ok(())
    }

    /// A place in memory for a whole part.
    async fn place(&mut self) -> Result<OwnedSemaphorePermit, BlobError> {
        match self.place.take() {
            Some(place) => Ok(place),
            None => Arc::clone(&self.store.crowd.places)
                .acquire_owned()
                .await
                .map_err(|_| BlobError::NotFound),
        }
    }

    pub(super) async fn tidy(&mut self) {
        for tail in self.obsolete.drain(..) {
            if let Err(error) = self.store.delete(&tail.key(self.upload_id)).await {
                tracing::warn!(%error, "bytes put aside stay until the sweep");
            }
        }
    }

    pub(super) async fn read_back(&mut self, from: u64) -> Result<Bytes, BlobError> {
        let mut read = BytesMut::new();
        let mut end = self.began_at;
        let mut pieces = Vec::new();
        for index in (0..self.tails.len()).rev() {
            if end <= from {
                break;
            }
            let bytes = self.load(index).await?;
            let start = end.saturating_sub(bytes.len() as u64);
            let skip = usize::try_from(from.saturating_sub(start)).unwrap_or(usize::MAX);
            pieces.push(bytes.slice(skip.min(bytes.len())..));
            end = start;
        }
        if end > from {
            // Parts cannot be read before the object is whole; nobody needs to.
            return Err(BlobError::NotFound);
        }
        for piece in pieces.iter().rev() {
            read.extend_from_slice(piece);
        }
        Ok(read.freeze())
    }

    pub(super) async fn finish(mut self) -> Result<(), BlobError> {
        self.sent().await?;
        let _place = self.place().await?;
        let last = self.gather().await?;
        match self.upload.take() {
            None => {
                let key = BlobKey::incoming(self.upload_id);
                self.store.put_bytes(&key, last, TYPE).await?;
            }
            Some(mut upload) => {
                if !last.is_empty() {
                    upload.send(last).await?;
                }
                upload.complete().await?;
            }
        }
        self.tidy().await;
        Ok(())
    }

    /// Bytes behind the last part that are durable.
    fn put_aside(&self) -> usize {
        let size: u64 = self.tails.iter().map(|(tail, _)| tail.size).sum();
        usize::try_from(size).unwrap_or(usize::MAX)
    }

    async fn load(&mut self, index: usize) -> Result<Bytes, BlobError> {
        let Some((tail, held)) = self.tails.get_mut(index) else {
            return Err(BlobError::NotFound);
        };
        if let Some(bytes) = held {
            return Ok(bytes.clone());
        }
        let blob = self.store.get(&tail.key(self.upload_id), None).await?;
        let chunks: Vec<Bytes> = match blob {
            Some(blob) => blob.stream.try_collect().await.map_err(BlobError::Body)?,
            None => return Err(BlobError::NotFound),
        };
        let bytes: Bytes = chunks.concat().into();
        if bytes.len() as u64 != tail.size {
            return Err(BlobError::NotFound);
        }
        *held = Some(bytes.clone());
        Ok(bytes)
    }

    /// All bytes behind the last part, in one piece.
    async fn gather(&mut self) -> Result<Bytes, BlobError> {
        let mut part = BytesMut::with_capacity(self.put_aside() + self.fresh.len());
        for index in 0..self.tails.len() {
            part.extend_from_slice(&self.load(index).await?);
        }
        self.obsolete.extend(self.tails.drain(..).map(|(tail, _)| tail));
        if part.is_empty() {
            return Ok(std::mem::take(&mut self.fresh).freeze());
        }
        part.extend_from_slice(&std::mem::take(&mut self.fresh));
        Ok(part.freeze())
    }

    /// Puts a part on its way; the next one is gathered meanwhile.
    async fn send(&mut self, part: Bytes, place: OwnedSemaphorePermit) -> Result<(), BlobError> {
        self.sent().await?;
        let mut upload = match self.upload.take() {
            Some(upload) => upload,
            None => Upload::begin_growing(&self.store, &BlobKey::incoming(self.upload_id), TYPE).await?,
        };
        self.sending = Some(tokio::spawn(async move {
            let outcome = upload.send(part).await;
            drop(place);
            (upload, outcome)
        }));
        Ok(())
    }

    /// Waits for the part that is on its way.
    async fn sent(&mut self) -> Result<(), BlobError> {
        if let Some(sending) = self.sending.take() {
            let (upload, outcome) = sending.await.map_err(|error| BlobError::Body(error.into()))?;
            self.upload = Some(upload);
            outcome?;
        }
        Ok(())
    }
}
