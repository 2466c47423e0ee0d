//! One S3 multipart upload, from its beginning to exactly one of two ends.

use aws_sdk_s3::types::{CompletedMultipartUpload, CompletedPart};
use bytes::Bytes;

use super::{
    BlobError, BlobKey,
    s3::{S3Store, bad_answer, cache_control, failure},
};

/// Parts on the server that are not an object yet. Dropped before its end, it is aborted.
pub(super) struct Upload {
    store: S3Store,
    key: BlobKey,
    id: String,
    parts: Vec<CompletedPart>,
    open: bool,
}

impl Upload {
    pub(super) async fn begin(
        store: &S3Store,
        key: &BlobKey,
        content_type: &'static str,
    ) -> Result<Self, BlobError> {
        let (store, key) = (store.clone(), key.clone());
        // A task of its own: if our caller goes away now, the server's answer, and in it the id without
        // which nothing can be aborted, still reaches someone who drops it.
        let begun = tokio::spawn(async move {
            let answer = store
                .client
                .create_multipart_upload()
                .bucket(store.bucket(key.bucket()))
                .key(key.path())
                .content_type(content_type)
                .set_cache_control(cache_control(&key))
                .send()
                .await
                .map_err(|error| failure("begin an upload", key.bucket(), &error))?;
            let id = answer
                .upload_id
                .ok_or_else(|| bad_answer("begin an upload", key.bucket()))?;
            Ok(Self {
                store,
                key,
                id,
                parts: Vec::new(),
                open: true,
            })
        });
        begun.await.map_err(|error| BlobError::Body(error.into()))?
    }

    /// The same for an object that grows: only whoever remembers it may abort it.
    pub(super) async fn begin_growing(
        store: &S3Store,
        key: &BlobKey,
        content_type: &'static str,
    ) -> Result<Self, BlobError> {
        let mut upload = Self::begin(store, key, content_type).await?;
        upload.open = false;
        Ok(upload)
    }

    /// Goes on with what [`Upload::memo`] told.
    pub(super) fn resume(store: &S3Store, key: &BlobKey, id: String, etags: &[String]) -> Self {
        let parts = (1..)
            .zip(etags)
            .map(|(number, etag)| CompletedPart::builder().part_number(number).e_tag(etag).build());
        Self {
            store: store.clone(),
            key: key.clone(),
            id,
            parts: parts.collect(),
            open: false,
        }
    }

    /// The server's id, and the `ETag`s of the parts that it has.
    pub(super) fn memo(&self) -> (String, Vec<String>) {
        let etags = self
            .parts
            .iter()
            .map(|part| part.e_tag().unwrap_or_default().to_owned());
        (self.id.clone(), etags.collect())
    }

    /// Sends the next part.
    pub(super) async fn send(&mut self, bytes: Bytes) -> Result<(), BlobError> {
        let number = i32::try_from(self.parts.len())
            .unwrap_or(i32::MAX)
            .saturating_add(1);
        let sent = self
            .store
            .client
            .upload_part()
            .bucket(self.store.bucket(self.key.bucket()))
            .key(self.key.path())
            .upload_id(&self.id)
            .part_number(number)
            .body(bytes.into())
            .send()
            .await
            .map_err(|error| failure("write a part", self.key.bucket(), &error))?;
        let part = CompletedPart::builder()
            .part_number(number)
            .set_e_tag(sent.e_tag)
            .build();
        self.parts.push(part);
        Ok(())
    }

    /// Makes the parts an object.
    pub(super) async fn complete(mut self) -> Result<(), BlobError> {
        let parts = CompletedMultipartUpload::builder()
            .set_parts(Some(std::mem::take(&mut self.parts)))
            .build();
        self.store
            .client
            .complete_multipart_upload()
            .bucket(self.store.bucket(self.key.bucket()))
            .key(self.key.path())
            .upload_id(&self.id)
            .multipart_upload(parts)
            .send()
            .await
            .map_err(|error| failure("finish an upload", self.key.bucket(), &error))?;
        self.open = false;
        Ok(())
    }

    /// Forgets the parts, as far as the server can be reached.
    pub(super) async fn abort(mut self) {
        self.open = false;
        abort(self.store.clone(), self.key.clone(), std::mem::take(&mut self.id)).await;
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        if self.open
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            runtime.spawn(abort(
                self.store.clone(),
                self.key.clone(),
                std::mem::take(&mut self.id),
            ));
        }
    }
}

async fn abort(store: S3Store, key: BlobKey, id: String) {
    let abort = store
        .client
        .abort_multipart_upload()
        .bucket(store.bucket(key.bucket()))
        .key(key.path())
        .upload_id(id)
        .send();
    if let Err(error) = abort.await {
        let error = failure("abort an upload", key.bucket(), &error);
        tracing::warn!(%error, "parts of an unfinished upload stay until the sweep");
    }
}
