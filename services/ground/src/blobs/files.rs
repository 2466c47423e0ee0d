//! Objects from and to files of ours: a film is large, and needs not pass through this program's memory.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{self, ErrorKind},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

use bytes::{Bytes, BytesMut};
use futures_util::{Stream, TryStreamExt, stream};
use nix::libc::O_NOFOLLOW;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{
    Arm, BlobError, BlobKey, Blobs,
    disk::{DiskStore, blocking, copy_bytes, failure, found},
};

/// Read from a file at once, in bytes.
const PIECE: usize = 256 << 10;

impl Blobs {
    /// Puts a finished file into the store, as durably as [`Blobs::put`] does, and answers its size in bytes. The file
    /// may be gone afterwards: on disk it is moved where that can be done.
    pub async fn put_file(
        &self,
        key: &BlobKey,
        file: &Path,
        content_type: &'static str,
    ) -> Result<u64, BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.take_file(key, file).await,
            Arm::S3(s3) => {
                let mut pieces = pieces_of(file).await.map_err(BlobError::Body)?;
                Box::pin(s3.put(key, &mut pieces, content_type)).await
            }
        }
    }

    /// Copies an object to a new file. `false` when there is no such object, and then no file either.
    pub async fn copy_to_file(&self, key: &BlobKey, file: &Path) -> Result<bool, BlobError> {
        match &self.0 {
            Arm::Disk(disk) => disk.copy_to_file(key, file).await,
            Arm::S3(_) => {
                let Some(mut blob) = self.get(key, None).await? else {
                    return Ok(false);
                };
                let mut file = tokio::fs::File::create(file).await.map_err(BlobError::Body)?;
                while let Some(piece) = blob.stream.try_next().await.map_err(BlobError::Body)? {
                    file.write_all(&piece).await.map_err(BlobError::Body)?;
                }
                file.flush().await.map_err(BlobError::Body)?;
                Ok(true)
            }
        }
    }
}

impl DiskStore {
    async fn take_file(&self, key: &BlobKey, file: &Path) -> Result<u64, BlobError> {
        let (place, tmp, path) = (self.place_of(key), self.tmp(), file.to_owned());
        let taken = blocking(move || {
            let file = OpenOptions::new()
                .read(true)
                .custom_flags(O_NOFOLLOW)
                .open(&path)?;
            file.set_permissions(Permissions::from_mode(0o600))?;
            file.sync_all()?;
            match place.take(&path) {
                Err(error) if error.kind() == ErrorKind::CrossesDevices => {
                    if !copy_bytes(&path, &place, &tmp)? {
                        return Err(ErrorKind::NotFound.into());
                    }
                }
                taken => taken?,
            }
            Ok(file.metadata()?.len())
        });
        taken
            .await
            .map_err(|source| failure("take a file", key.bucket(), source))
    }

    /// The kernel copies, and where the file system can it shares.
    async fn copy_to_file(&self, key: &BlobKey, file: &Path) -> Result<bool, BlobError> {
        let (source, file) = (self.place_of(key).path, file.to_owned());
        let copied = blocking(move || {
            let Some(mut source) = found(File::open(source))? else {
                return Ok(false);
            };
            let mut file = fs::File::create(file)?;
            io::copy(&mut source, &mut file)?;
            Ok(true)
        });
        copied
            .await
            .map_err(|source| failure("copy an object to a file", key.bucket(), source))
    }
}

/// A file, a piece at a time.
pub async fn pieces_of(
    file: &Path,
) -> io::Result<impl Stream<Item = io::Result<Bytes>> + Send + Unpin + use<>> {
    let file = tokio::fs::File::open(file).await?;
    Ok(Box::pin(stream::try_unfold(file, async |mut file| {
        let mut piece = BytesMut::with_capacity(PIECE);
        let read = file.read_buf(&mut piece).await?;
        Ok((read > 0).then(|| (piece.freeze(), file)))
    })))
}
