//! Sketches of pictures that came before there were any.

use anyhow::Context;
use ground::{
    blobs::{BlobKey, PictureFormat},
    ids::MediaId,
    jobs::{self, FindRepeats, JobError},
};

use super::Workshop;
use crate::{decoder::DecodeError, likeness::Frame, store};

impl Workshop {
    /// Makes the sketch of a picture of its smallest clean copy, by the same child that makes it of new ones.
    pub(super) async fn sketch(&self, media_id: MediaId) -> Result<(), JobError> {
        let media = store::list(&mut *self.pool.acquire().await?, &[media_id]).await?;
        let smallest = media
            .first()
            .and_then(|medium| medium.at_least(PictureFormat::Jpeg, 0));
        let Some(smallest) = smallest else {
            return Ok(());
        };
        let folder = tempfile::Builder::new()
            .prefix("copy-")
            .tempdir_in(&self.scratch)?;
        let local = folder.path().join("copy");
        self.fetch(&BlobKey::rendition(media_id, smallest.rendition), &local)
            .await?;
        let rendered = match self.decoder.render(&local).await {
            Ok(rendered) => rendered,
            Err(error @ DecodeError::Refused(_)) => return Err(JobError::Fail(error.into())),
            Err(error) => return Err(JobError::Retry(error.into())),
        };
        let frame = rendered.sketch.map(|sketch| Frame { at_ms: None, sketch });
        let mut tx = ground::db::begin(&self.pool).await.context("a transaction")?;
        store::likenesses::put(&mut tx, media_id, frame.as_slice()).await?;
        jobs::enqueue(&mut tx, &FindRepeats { media_id }).await?;
        tx.commit().await?;
        Ok(())
    }
}
