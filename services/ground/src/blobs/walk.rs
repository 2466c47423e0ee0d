//! Lists the files of a bucket on disk as S3 lists its objects.

use std::{fs, io, os::unix::fs::MetadataExt, path::Path};

use chrono::{DateTime, Utc};

use super::{Listed, disk::found};

/// One page of a list, as it fills.
pub(super) struct Page {
    pub(super) prefix: &'static str,
    pub(super) after: Option<String>,
    pub(super) limit: usize,
    pub(super) listed: Vec<Listed>,
}

impl Page {
    /// Walks in the order of the keys' bytes: a folder stands where its name with `/` stands.
    pub(super) fn walk(&mut self, folder: &Path, at: &str) -> io::Result<()> {
        let Some(entries) = found(fs::read_dir(folder))? else {
            return Ok(());
        };
        let mut paths = Vec::new();
        for entry in entries {
            let entry = entry?;
            let slash = if entry.file_type()?.is_dir() { "/" } else { "" };
            // What is not UTF-8 was not written by us.
            if let Some(name) = entry.file_name().to_str() {
                paths.push((format!("{at}{name}{slash}"), entry.path()));
            }
        }
        paths.sort_unstable();
        for (path, place) in paths {
            if self.listed.len() >= self.limit {
                return Ok(());
            }
            if path.ends_with('/') {
                let behind = self
                    .after
                    .as_ref()
                    .is_none_or(|after| path > *after || after.starts_with(&path));
                if behind && (path.starts_with(self.prefix) || self.prefix.starts_with(&path)) {
                    self.walk(&place, &path)?;
                }
            } else if path.starts_with(self.prefix)
                && self.after.as_ref().is_none_or(|after| path > *after)
                && let Some(file) = found(fs::metadata(place))?
            {
                // The time of the last change to the name, not to the bytes: a copy is a second name for
                // bytes that may be old, and a sweep must see that it is new.
                let nanos = u32::try_from(file.ctime_nsec()).unwrap_or_default();
                let modified_at =
                    DateTime::from_timestamp(file.ctime(), nanos).unwrap_or(DateTime::<Utc>::MAX_UTC);
                self.listed.push(Listed {
                    path,
                    size: file.len(),
                    modified_at,
                });
            }
        }
        Ok(())
    }
}
