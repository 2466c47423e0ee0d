//! A small object under a name that is new: one file, one trip, one commit of the file system's journal.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    os::unix::fs::OpenOptionsExt,
};

use bytes::Bytes;

use super::{
    BlobError, BlobKey,
    disk::{DiskStore, blocking, failure},
};

impl DiskStore {
    /// Written in its place, not beside it and moved: the journal commits the name with the file's `fsync`,
    /// where a rename would need a second commit. The folder's own `fsync` then finds nothing left to do, and
    /// is there for file systems that work otherwise.
    pub(super) async fn put_new(&self, key: &BlobKey, bytes: Bytes) -> Result<u64, BlobError> {
        let place = self.place_of(key);
        let written = blocking(move || {
            let mut file = place.open(OpenOptions::new().write(true).create_new(true).mode(0o600))?;
            if let Err(error) = file.write_all(&bytes).and_then(|()| file.sync_all()) {
                // What cannot be removed now is an orphan, and swept as one.
                let _ = fs::remove_file(&place.path);
                return Err(error);
            }
            place.sync().map(|()| bytes.len() as u64)
        });
        written
            .await
            .map_err(|source| failure("write an object", key.bucket(), source))
    }
}
