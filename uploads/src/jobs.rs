//! What this room does behind the pages: forgetting.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    blobs::{BlobKey, Bucket, ListedKey},
    ids::UploadId,
    jobs::{DropIncoming, JobError, Runners, SweepUploads},
};

use crate::{
    Acceptor,
    store::{self, resumable},
};

const BATCH: i64 = 500;

/// Adds what this room runs. Objects younger than `orphan_age` are left alone whatever the rows say.
pub fn runners(runners: Runners, acceptor: &Acceptor, orphan_age: TimeDelta) -> Runners {
    let (dropping, sweeping) = (acceptor.clone(), acceptor.clone());
    runners
        .on(move |job: DropIncoming| {
            let acceptor = dropping.clone();
            async move { drop_incoming(&acceptor, job.upload_id).await }
        })
        .on(move |SweepUploads {}| {
            let acceptor = sweeping.clone();
            async move { sweep(&acceptor, orphan_age).await }
        })
}

/// The bytes are safe elsewhere. The row stays: the medium that was made of them names it.
async fn drop_incoming(acceptor: &Acceptor, upload_id: UploadId) -> Result<(), JobError> {
    Ok(acceptor.blobs.delete(&BlobKey::incoming(upload_id)).await?)
}

async fn sweep(acceptor: &Acceptor, orphan_age: TimeDelta) -> Result<(), JobError> {
    let now = acceptor.clock.now();
    let old = now - orphan_age;
    let expired = sweep_expired(acceptor, now).await?;
    let orphans = sweep_orphans(acceptor, old).await?;
    let parts = sweep_growing(acceptor, old).await?;
    if expired + orphans > 0 || parts > 0 {
        tracing::info!(
            uploads.expired = expired,
            objects.orphans = orphans,
            objects.parts = parts,
            "swept what nobody sent"
        );
    }
    Ok(())
}

/// Rows first: an object whose row is gone is an orphan, and those are found below. A row whose object is gone
/// could still be claimed.
async fn sweep_expired(acceptor: &Acceptor, now: DateTime<Utc>) -> Result<usize, JobError> {
    let mut swept = 0;
    loop {
        let mut conn = acceptor.pool.acquire().await?;
        let expired = store::delete_expired(&mut conn, now, BATCH).await?;
        drop(conn);
        for gone in &expired {
            let growth = gone.growth.as_deref().cloned().unwrap_or_default();
            acceptor.blobs.stop_growing(gone.upload_id, &growth).await?;
            acceptor.blobs.delete(&BlobKey::incoming(gone.upload_id)).await?;
        }
        swept += expired.len();
        if i64::try_from(expired.len()).unwrap_or(i64::MAX) < BATCH {
            return Ok(swept);
        }
    }
}

/// What was put aside for uploads that are whole or gone; and parts that no upload knows of.
async fn sweep_growing(acceptor: &Acceptor, before: DateTime<Utc>) -> Result<u64, JobError> {
    let mut conn = acceptor.pool.acquire().await?;
    // Whoever begins later is younger than `before`.
    let growing: HashSet<UploadId> = resumable::list_growing(&mut conn).await?.into_iter().collect();
    drop(conn);
    let mut pages = acceptor.blobs.old_objects(Bucket::Private, "growing/", before);
    let mut swept = 0;
    while let Some(page) = pages.next().await? {
        for key in page {
            if let ListedKey::Growing(upload_id, ..) = key
                && !growing.contains(&upload_id)
            {
                acceptor.blobs.delete(&key.into()).await?;
                swept += 1;
            }
        }
    }
    Ok(swept + acceptor.blobs.abort_stale_parts(before, &growing).await?)
}

async fn sweep_orphans(acceptor: &Acceptor, before: DateTime<Utc>) -> Result<usize, JobError> {
    let mut pages = acceptor.blobs.old_objects(Bucket::Private, "incoming/", before);
    let mut swept = 0;
    while let Some(page) = pages.next().await? {
        let old: Vec<UploadId> = page
            .into_iter()
            .filter_map(|key| match key {
                ListedKey::Incoming(upload_id) => Some(upload_id),
                _ => None,
            })
            .collect();
        let ids: Vec<_> = old.iter().map(|id| id.0).collect();
        let mut conn = acceptor.pool.acquire().await?;
        let known = store::list_known(&mut conn, &ids).await?;
        drop(conn);
        for upload_id in old.into_iter().filter(|id| !known.contains(id)) {
            acceptor.blobs.delete(&BlobKey::incoming(upload_id)).await?;
            swept += 1;
        }
    }
    Ok(swept)
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use ground::{ids::Ids, jobs};
    use sqlx::PgPool;

    use super::*;
    use crate::{
        FormLimits, claim, receive_form,
        testing::{Form, acceptor, incoming, rows},
    };

    async fn run<J: jobs::Job>(acceptor: &Acceptor, job: J) {
        jobs::enqueue(&mut acceptor.pool.acquire().await.unwrap(), &job)
            .await
            .unwrap();
        runners(Runners::default(), acceptor, TimeDelta::hours(24))
            .run_pending(&acceptor.pool)
            .await
            .unwrap();
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn what_nobody_sent_is_forgotten_after_a_day_and_what_was_sent_stays(pool: PgPool) {
        let (acceptor, _folder) = acceptor(&pool, FormLimits::default()).await;
        let sent = receive_form(&acceptor, Form::default().file("a.jpg", b"a").request())
            .await
            .unwrap();
        let _left = receive_form(&acceptor, Form::default().file("b.jpg", b"b").request())
            .await
            .unwrap();
        let mut conn = pool.acquire().await.unwrap();
        claim(&mut conn, &[sent.files[0].token.clone()], acceptor.clock.now())
            .await
            .unwrap();

        acceptor.clock.advance(TimeDelta::hours(23));
        run(&acceptor, SweepUploads {}).await;
        assert_eq!(
            (rows(&acceptor).await, incoming(&acceptor).await.len()),
            ((2, 2), 2)
        );
        acceptor.clock.advance(TimeDelta::hours(2));
        run(&acceptor, SweepUploads {}).await;
        assert_eq!(rows(&acceptor).await, (1, 1));
        let kept = incoming(&acceptor).await;
        assert_eq!(kept.len(), 1);
        assert_eq!(
            kept[0].path,
            BlobKey::incoming(sent.files[0].token.upload_id()).path()
        );
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn an_object_without_a_row_goes_once_it_is_old(pool: PgPool) {
        let (acceptor, _folder) = acceptor(&pool, FormLimits::default()).await;
        let orphan = BlobKey::incoming(Ids::system().mint(acceptor.clock.now()));
        acceptor
            .blobs
            .put_bytes(&orphan, Bytes::from_static(b"x"), "application/octet-stream")
            .await
            .unwrap();
        run(&acceptor, SweepUploads {}).await;
        assert_eq!(incoming(&acceptor).await.len(), 1);
        acceptor.clock.advance(TimeDelta::hours(25));
        run(&acceptor, SweepUploads {}).await;
        assert!(incoming(&acceptor).await.is_empty());
    }

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn bytes_that_are_safe_elsewhere_are_dropped_and_their_row_stays(pool: PgPool) {
        let (acceptor, _folder) = acceptor(&pool, FormLimits::default()).await;
        let sent = receive_form(&acceptor, Form::default().file("a.jpg", b"a").request())
            .await
            .unwrap();
        let upload_id = sent.files[0].token.upload_id();
        for _ in 0..2 {
            run(&acceptor, DropIncoming { upload_id }).await;
            assert_eq!(
                (rows(&acceptor).await, incoming(&acceptor).await.len()),
                ((1, 1), 0)
            );
        }
    }
}
