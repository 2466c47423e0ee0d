//! The arm that needs no server: one file per object.
//!
//! `<root>/private/…`, `<root>/public/…`, and `<root>/tmp/` for what is still being written. A file reaches
//! its place by one rename, after its bytes are on the disk; the folders on the way to it follow.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read, Seek, SeekFrom, Write},
    ops::Range,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures_util::stream;
use nix::sys::statvfs::statvfs;

use super::{
    Blob, BlobError, BlobKey, Bucket, Listed, Room,
    parts::{Body, Parts},
    place::{Place, make_folder, sync_folder},
    walk::Page,
};

/// What goes to or comes from the disk at once: one trip to a blocking thread for so many bytes.
const BATCH: usize = 256 << 10;

#[derive(Clone)]
pub(super) struct DiskStore {
    root: Arc<Path>,
}

impl DiskStore {
    pub(super) async fn open(root: PathBuf) -> Result<Self, BlobError> {
        blocking(move || {
            // Above the root others live too (the database's folder): only what is ours is closed to them.
            if let Some(above) = root.parent() {
                fs::create_dir_all(above)?;
            }
            for folder in ["private", "public", "tmp"] {
                make_folder(&root.join(folder))?;
            }
            sync_folder(&root)?;
            for above in root.ancestors().skip(1) {
                // They may be closed to us, and then they were there before.
                let _ = sync_folder(above);
            }
            Ok(Self { root: root.into() })
        })
        .await
        .map_err(|source| failure("open the folder", Bucket::Private, source))
    }

    pub(super) async fn put(&self, key: &BlobKey, body: Body<'_>) -> Result<u64, BlobError> {
        let failed = |source| failure("write an object", key.bucket(), source);
        let mut parts = Parts::new(body, BATCH);
        let mut writing: Option<Writing> = None;
        loop {
            let part = parts.next().await.map_err(BlobError::Body)?;
            let folder = self.tmp();
            // The file travels through the blocking thread and back: whoever holds it last, and be it the
            // thread itself because the request went away meanwhile, removes it.
            let written = blocking(move || {
                let mut writing = match writing {
                    Some(writing) => writing,
                    None => Writing::start(&folder)?,
                };
                writing.file.write_all(&part.bytes)?;
                if part.last {
                    writing.file.sync_all()?;
                }
                Ok(writing)
            })
            .await
            .map_err(failed)?;
            if part.last {
                let place = self.place_of(key);
                return blocking(move || {
                    let size = written.file.metadata()?.len();
                    place.take(&written.name.0).map(|()| size)
                })
                .await
                .map_err(failed);
            }
            writing = Some(written);
        }
    }

    pub(super) async fn get(
        &self,
        key: &BlobKey,
        range: Option<Range<u64>>,
    ) -> Result<Option<Blob>, BlobError> {
        let path = self.place_of(key).path;
        let opened = blocking(move || {
            let Some(mut file) = found(File::open(path))? else {
                return Ok(None);
            };
            let size = file.metadata()?.len();
            let range = range.unwrap_or(0..size);
            let (start, end) = (range.start.min(size), range.end.min(size));
            file.seek(SeekFrom::Start(start))?;
            // Most objects are pictures that fit one batch: then this is the only trip.
            Reading {
                file,
                left: end.saturating_sub(start),
            }
            .next()
            .map(|(first, rest)| Some((size, first, rest)))
        });
        let opened = opened
            .await
            .map_err(|source| failure("read an object", key.bucket(), source))?;
        Ok(opened.map(|(size, first, rest)| Blob {
            size,
            stream: Box::pin(stream::try_unfold((Some(first), rest), |(ready, rest)| async {
                let (chunk, rest) = match ready {
                    Some(chunk) => (chunk, rest),
                    None => blocking(|| rest.next()).await?,
                };
                Ok((!chunk.is_empty()).then_some((chunk, (None, rest))))
            })),
        }))
    }

    pub(super) async fn size(&self, key: &BlobKey) -> Result<Option<u64>, BlobError> {
        let path = self.place_of(key).path;
        let size = blocking(move || Ok(found(fs::metadata(path))?.map(|file| file.len()))).await;
        size.map_err(|source| failure("look for an object", key.bucket(), source))
    }

    /// A second name for the same file: objects never change, so nothing needs to be copied.
    pub(super) async fn copy(&self, from: &BlobKey, to: &BlobKey) -> Result<(), BlobError> {
        let (source, place, folder) = (self.place_of(from).path, self.place_of(to), self.tmp());
        let copied = blocking(move || {
            let name = TmpName::fresh(&folder);
            match fs::hard_link(&source, &name.0) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
                // File systems without hard links exist, and those with a limit to their number.
                Err(_) => return copy_bytes(&source, &place, &folder),
            }
            place.take(&name.0).map(|()| true)
        });
        match copied.await {
            Ok(true) => Ok(()),
            Ok(false) => Err(BlobError::NotFound),
            Err(source) => Err(failure("copy an object", to.bucket(), source)),
        }
    }

    pub(super) async fn delete(&self, key: &BlobKey) -> Result<(), BlobError> {
        let place = self.place_of(key);
        let deleted = blocking(move || place.clear());
        deleted
            .await
            .map_err(|source| failure("delete an object", key.bucket(), source))
    }

    pub(super) async fn list(
        &self,
        bucket: Bucket,
        prefix: &'static str,
        after: Option<String>,
        limit: usize,
    ) -> Result<Vec<Listed>, BlobError> {
        let folder = self.root.join(bucket.name());
        let listed = blocking(move || {
            let mut page = Page {
                prefix,
                after,
                limit,
                listed: Vec::new(),
            };
            page.walk(&folder, "")?;
            Ok(page.listed)
        });
        listed
            .await
            .map_err(|source| failure("list objects", bucket, source))
    }

    pub(super) async fn abort_stale_parts(&self, older_than: DateTime<Utc>) -> Result<u64, BlobError> {
        let folder = self.tmp();
        let removed = blocking(move || {
            let mut removed = 0;
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                // The time of the last write, so a long upload that still moves is young.
                let Some(file) = found(entry.metadata())? else {
                    continue;
                };
                if DateTime::<Utc>::from(file.modified()?) < older_than {
                    removed += u64::from(found(fs::remove_file(entry.path()))?.is_some());
                }
            }
            Ok(removed)
        });
        removed
            .await
            .map_err(|source| failure("remove what was left half written", Bucket::Private, source))
    }

    pub(super) async fn room(&self) -> Result<Room, BlobError> {
        let root = Arc::clone(&self.root);
        let measured = blocking(move || {
            let stat = statvfs(&*root)?;
            let bytes = |blocks: u64| blocks.saturating_mul(stat.fragment_size());
            Ok(Room {
                free: bytes(stat.blocks_available()),
                total: bytes(stat.blocks()),
            })
        });
        measured
            .await
            .map_err(|source| failure("measure the room", Bucket::Private, source))
    }

    pub(super) fn tmp(&self) -> PathBuf {
        self.root.join("tmp")
    }

    pub(super) fn place_of(&self, key: &BlobKey) -> Place {
        let bucket = self.root.join(key.bucket().name());
        Place {
            path: bucket.join(key.path()),
            bucket,
        }
    }
}

pub(super) fn failure(doing: &'static str, bucket: Bucket, source: io::Error) -> BlobError {
    BlobError::Disk {
        doing,
        bucket,
        source,
    }
}

pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await?
}

pub(super) fn found<T>(answer: io::Result<T>) -> io::Result<Option<T>> {
    match answer {
        Ok(there) => Ok(Some(there)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A name in `tmp/` that is nobody else's, also no other process's. Gone when dropped.
struct TmpName(PathBuf);

impl TmpName {
    fn fresh(folder: &Path) -> Self {
        Self(folder.join(crate::secret::token()))
    }
}

impl Drop for TmpName {
    fn drop(&mut self) {
        // After the rename there is nothing left by that name. What cannot be removed now is swept later.
        let _ = fs::remove_file(&self.0);
    }
}

/// A file that is not an object yet.
struct Writing {
    file: File,
    name: TmpName,
}

impl Writing {
    fn start(folder: &Path) -> io::Result<Self> {
        let name = TmpName::fresh(folder);
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&name.0)?;
        Ok(Self { file, name })
    }
}

pub(super) fn copy_bytes(source: &Path, place: &Place, tmp: &Path) -> io::Result<bool> {
    let Some(mut source) = found(File::open(source))? else {
        return Ok(false);
    };
    let mut writing = Writing::start(tmp)?;
    io::copy(&mut source, &mut writing.file)?;
    writing.file.sync_all()?;
    place.take(&writing.name.0).map(|()| true)
}

/// An object that is read batch by batch.
struct Reading {
    file: File,
    left: u64,
}

impl Reading {
    /// The next batch; empty at the end.
    fn next(mut self) -> io::Result<(Bytes, Self)> {
        let batch = usize::try_from(self.left).map_or(BATCH, |left| left.min(BATCH));
        let mut bytes = Vec::with_capacity(batch);
        (&mut self.file).take(batch as u64).read_to_end(&mut bytes)?;
        if bytes.len() < batch {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        self.left -= batch as u64;
        Ok((bytes.into(), self))
    }
}

#[cfg(test)]
impl DiskStore {
    /// Where `tests.rs` looks for what should not be there.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_files_cannot_have_two_names_their_bytes_are_copied() {
        let folder = tempfile::tempdir().unwrap();
        let (source, tmp, bucket) = (
            folder.path().join("source"),
            folder.path().join("tmp"),
            folder.path().join("public"),
        );
        make_folder(&tmp).unwrap();
        let place = Place {
            path: bucket.join("public/copy"),
            bucket,
        };
        assert!(!copy_bytes(&source, &place, &tmp).unwrap());
        assert!(!place.path.exists());
        fs::write(&source, b"evidence").unwrap();
        assert!(copy_bytes(&source, &place, &tmp).unwrap());
        fs::write(&source, b"changed!").unwrap();
        assert_eq!(fs::read(&place.path).unwrap(), b"evidence");
        assert_eq!(fs::read_dir(&tmp).unwrap().count(), 0);
    }
}
