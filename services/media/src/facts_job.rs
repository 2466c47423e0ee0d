//! The job that reads what a file tells about itself, once its verdict is written, and then lets go of the received
//! bytes.
//!
//! It is a job of its own so that no picture waits for it. The bytes are those that came: the sealed original may be one
//! that only the offline key opens.

use anyhow::anyhow;
use ground::{
    blobs::BlobKey,
    jobs::{JobError, ReadFacts, Runners},
};

use crate::{
    Workshop,
    decoder::DecodeError,
    picture::Reason,
    store::{
        facts::{self as store, Reading},
        release,
    },
};

/// Adds the runner of this job.
pub(crate) fn runner(runners: Runners, shop: &Workshop) -> Runners {
    let shop = shop.clone();
    runners.on(move |job: ReadFacts| {
        let shop = shop.clone();
        async move { shop.read_facts(job).await }
    })
}

impl Workshop {
    pub(crate) async fn read_facts(
        &self,
        ReadFacts { media_id, upload_id }: ReadFacts,
    ) -> Result<(), JobError> {
        let mut conn = self.pool.acquire().await?;
        let wanted = store::is_wanted(&mut conn, media_id).await?;
        drop(conn);
        if !wanted {
            let mut tx = ground::db::begin(&self.pool).await?;
            release(&mut tx, (media_id, upload_id)).await?;
            return Ok(tx.commit().await?);
        }
        let folder = tempfile::Builder::new()
            .prefix("facts-")
            .tempdir_in(&self.scratch)?;
        let local = folder.path().join("original");
        self.fetch(&BlobKey::incoming(upload_id), &local).await?;
        let reading = Reading {
            facts: outcome(self.decoder.facts(&local).await)?,
            credentials: outcome(self.decoder.credentials(&local).await)?,
        };
        let mut tx = ground::db::begin(&self.pool).await?;
        store::insert(&mut tx, media_id, self.clock.now(), &reading).await?;
        release(&mut tx, (media_id, upload_id)).await?;
        tx.commit().await?;
        let count = reading.facts.as_ref().map_or(0, |facts| facts.list().len());
        tracing::info!(media.id = %media_id, facts = count, "a file told about itself");
        Ok(())
    }
}

/// What the reader found, or why it was stopped. A reader that somebody else killed says nothing about the file: it is
/// tried again, up to the job's own limit.
fn outcome<T>(told: Result<T, DecodeError>) -> Result<Result<T, Reason>, JobError> {
    match told {
        Ok(told) => Ok(Ok(told)),
        Err(DecodeError::Refused(reason)) => Ok(Err(reason)),
        Err(DecodeError::Infrastructure(error)) => Err(JobError::Retry(error)),
        Err(killed @ DecodeError::Killed(_)) => Err(JobError::Retry(anyhow!(killed))),
    }
}
