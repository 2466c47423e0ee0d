//! What a sweep looks at: objects old enough that whoever wrote them has had time to name them.

use chrono::{DateTime, Utc};

use super::{BlobError, BlobKey, Blobs, Bucket, ListedKey};

/// Objects looked at together: as many as S3 lists at once.
const PAGE: usize = 1000;

/// Objects that came to their place before a time, page by page.
pub struct OldObjects<'a> {
    blobs: &'a Blobs,
    bucket: Bucket,
    prefix: &'static str,
    before: DateTime<Utc>,
    after: Option<String>,
    over: bool,
}

impl Blobs {
    /// The objects below `prefix` that are older than `before`.
    pub fn old_objects(&self, bucket: Bucket, prefix: &'static str, before: DateTime<Utc>) -> OldObjects<'_> {
        OldObjects {
            blobs: self,
            bucket,
            prefix,
            before,
            after: None,
            over: false,
        }
    }
}

impl OldObjects<'_> {
    /// The next page of those that one of our constructors names; `None` behind the last. A page may be empty
    /// although there are more.
    pub async fn next(&mut self) -> Result<Option<Vec<ListedKey>>, BlobError> {
        if self.over {
            return Ok(None);
        }
        let listed = self.blobs.list(self.bucket, self.prefix, self.after.take(), PAGE);
        let listed = listed.await?;
        self.over = listed.len() < PAGE;
        self.after = listed.last().map(|object| object.path.clone());
        let old = listed.iter().filter(|object| object.modified_at < self.before);
        Ok(Some(
            old.filter_map(|object| BlobKey::parse_listed(self.bucket, &object.path))
                .collect(),
        ))
    }
}
