//! A file that grows in the disk store.

use std::{
    fs::{File, OpenOptions},
    io,
    os::unix::fs::{FileExt, OpenOptionsExt},
    sync::Arc,
};

use bytes::Bytes;

use super::{
    BlobError, BlobKey, Bucket,
    disk::{DiskStore, blocking, failure},
    place::Place,
};
use crate::ids::UploadId;

/// Where a file grows, and where it belongs.
pub(super) struct DiskGrowing {
    growing: Place,
    place: Place,
    file: Option<Arc<File>>,
    began_at: u64,
    size: u64,
    created: bool,
}

impl DiskStore {
    pub(super) fn grow(&self, upload: UploadId, size: u64) -> DiskGrowing {
        DiskGrowing {
            growing: self.place_of(&BlobKey::growing(upload, 0, 0)),
            place: self.place_of(&BlobKey::incoming(upload)),
            file: None,
            began_at: size,
            size,
            created: false,
        }
    }
}

impl DiskGrowing {
    /// In the caller's thread: the bytes are still in the processor's cache, and a trip to another thread costs
    /// more than the write (measured: `docs/decisions/0007`).
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), BlobError> {
        self.open()
            .and_then(|file| file.write_all_at(bytes, self.size))
            .map_err(|source| failed("write an object", source))?;
        self.size += bytes.len() as u64;
        Ok(())
    }

    pub(super) async fn commit(&mut self) -> Result<(), BlobError> {
        let file = self.open().map_err(|source| failed("write an object", source))?;
        let named = std::mem::take(&mut self.created).then(|| self.growing.clone());
        let synced = blocking(move || {
            file.sync_data()?;
            named.map_or(Ok(()), |place| place.sync())
        });
        synced
            .await
            .map_err(|source| failed("make an object durable", source))
    }

    pub(super) async fn read_back(&mut self, from: u64) -> Result<Bytes, BlobError> {
        let file = self.open().map_err(|source| failed("read an object", source))?;
        let length = usize::try_from(self.began_at.saturating_sub(from)).unwrap_or(usize::MAX);
        let read = blocking(move || {
            let mut bytes = vec![0; length];
            file.read_exact_at(&mut bytes, from)?;
            Ok(bytes.into())
        });
        read.await.map_err(|source| failed("read an object", source))
    }

    pub(super) async fn finish(mut self) -> Result<(), BlobError> {
        let file = self.open().map_err(|source| failed("write an object", source))?;
        let finished = blocking(move || {
            // A request that broke off may have written further than was remembered.
            if file.metadata()?.len() > self.size {
                file.set_len(self.size)?;
            }
            file.sync_all()?;
            self.place.take(&self.growing.path)
        });
        finished
            .await
            .map_err(|source| failed("finish an object", source))
    }

    /// The file; new only when nothing of it is remembered.
    fn open(&mut self) -> io::Result<Arc<File>> {
        if let Some(file) = &self.file {
            return Ok(Arc::clone(file));
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true).mode(0o600);
        let file = if self.began_at == 0 {
            self.growing.open(options.create(true).truncate(true))
        } else {
            options.open(&self.growing.path)
        }?;
        self.created = self.began_at == 0;
        let file = Arc::new(file);
        self.file = Some(Arc::clone(&file));
        Ok(file)
    }
}

fn failed(doing: &'static str, source: io::Error) -> BlobError {
    failure(doing, Bucket::Private, source)
}
