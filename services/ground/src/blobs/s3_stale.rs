//! Multipart uploads that nobody will go on with.

use std::collections::HashSet;

use aws_sdk_s3::error::ProvideErrorMetadata;
use chrono::{DateTime, Utc};

use super::{
    BlobError, BlobKey, Bucket, ListedKey,
    s3::{S3Store, failure, time},
};
use crate::ids::UploadId;

/// A multipart upload that is neither completed nor aborted.
pub(super) struct Unfinished {
    pub(super) path: String,
    pub(super) upload: String,
    pub(super) since: DateTime<Utc>,
}

impl S3Store {
    pub(super) async fn abort_stale_parts(
        &self,
        older_than: DateTime<Utc>,
        growing: &HashSet<UploadId>,
    ) -> Result<u64, BlobError> {
        let mut aborted = 0;
        for bucket in [Bucket::Private, Bucket::Public] {
            let unfinished = match self.unfinished(bucket).await {
                // Then it is for the server's own settings to forget them: a lifecycle rule.
                Err(BlobError::S3 { code, status, .. }) if code == "NotImplemented" || status == 501 => {
                    continue;
                }
                unfinished => unfinished?,
            };
            let grows = |path: &str| match BlobKey::parse_listed(bucket, path) {
                Some(ListedKey::Incoming(upload)) => growing.contains(&upload),
                _ => false,
            };
            for stale in unfinished
                .into_iter()
                .filter(|unfinished| unfinished.since < older_than && !grows(&unfinished.path))
            {
                let abort = self
                    .client
                    .abort_multipart_upload()
                    .bucket(self.bucket(bucket))
                    .key(stale.path)
                    .upload_id(stale.upload);
                match abort.send().await {
                    Ok(_) => aborted += 1,
                    Err(error) if error.code() == Some("NoSuchUpload") => {}
                    Err(error) => return Err(failure("abort an upload", bucket, &error)),
                }
            }
        }
        Ok(aborted)
    }

    pub(super) async fn unfinished(&self, bucket: Bucket) -> Result<Vec<Unfinished>, BlobError> {
        let mut unfinished = Vec::new();
        let (mut after_key, mut after_upload) = (None, None);
        loop {
            let page = self
                .client
                .list_multipart_uploads()
                .bucket(self.bucket(bucket))
                .set_key_marker(after_key)
                .set_upload_id_marker(after_upload)
                .send()
                .await
                .map_err(|error| failure("list uploads", bucket, &error))?;
            unfinished.extend(page.uploads().iter().filter_map(|upload| {
                Some(Unfinished {
                    path: upload.key()?.to_owned(),
                    upload: upload.upload_id()?.to_owned(),
                    since: time(upload.initiated()),
                })
            }));
            if page.is_truncated() != Some(true) || page.next_key_marker().is_none() {
                return Ok(unfinished);
            }
            after_key = page.next_key_marker().map(str::to_owned);
            after_upload = page.next_upload_id_marker().map(str::to_owned);
        }
    }
}
