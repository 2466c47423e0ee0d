//! Where an object lies on disk, and how a file comes there for good.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, ErrorKind},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use super::disk::found;

/// Where an object belongs.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) path: PathBuf,
    pub(super) bucket: PathBuf,
}

impl Place {
    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(&self.bucket)
    }

    /// Opens a file here that may be the first of its folder.
    pub(super) fn open(&self, options: &OpenOptions) -> io::Result<File> {
        match options.open(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                make_folder(self.folder())?;
                options.open(&self.path)
            }
            opened => opened,
        }
    }

    /// Moves a finished file here for good.
    pub(super) fn take(&self, from: &Path) -> io::Result<()> {
        let mut tries = 0;
        loop {
            match make_folder(self.folder()).and_then(|()| fs::rename(from, &self.path)) {
                // Whoever deletes the last object of a folder takes the folder away too, maybe just now.
                Err(error)
                    if tries < 8
                        && matches!(error.kind(), ErrorKind::NotFound | ErrorKind::AlreadyExists) =>
                {
                    tries += 1;
                }
                moved => {
                    moved?;
                    return self.sync();
                }
            }
        }
    }

    pub(super) fn clear(&self) -> io::Result<()> {
        if found(fs::remove_file(&self.path))?.is_none() {
            return Ok(());
        }
        // A folder named by a media id would tell when something was sent, long after it was forgotten.
        if let Some(folder) = self.path.parent()
            && folder.parent() != Some(&self.bucket)
        {
            let _ = fs::remove_dir(folder);
        }
        self.sync()
    }

    /// Makes the folders from here up to the bucket durable: whoever made them may not have got that far.
    pub(super) fn sync(&self) -> io::Result<()> {
        for folder in self.path.ancestors().skip(1) {
            // Gone: then a later delete emptied it, and there is no name left to keep.
            found(sync_folder(folder))?;
            if folder == self.bucket {
                break;
            }
        }
        Ok(())
    }
}

pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Without this a name can be lost with the power, although the bytes are on the disk.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}
