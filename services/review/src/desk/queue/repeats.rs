//! The job that finds with which contributions a file was received before, or again. It is asked for when the file's verdict
//! is written, and again when a film has its moments.

use ground::{
    clock::Clock,
    jobs::{FindRepeats, JobError, Runners},
};
use media::repeats::RepeatKind;
use sqlx::PgPool;

use crate::store::queue::repeats as store;

/// Adds the runner of this job.
pub(crate) fn runner(runners: Runners, pool: &PgPool, clock: &Clock) -> Runners {
    let (pool, clock) = (pool.clone(), clock.clone());
    runners.on(move |job: FindRepeats| {
        let (pool, clock) = (pool.clone(), clock.clone());
        async move { find(&pool, &clock, job).await }
    })
}

async fn find(pool: &PgPool, clock: &Clock, FindRepeats { media_id }: FindRepeats) -> Result<(), JobError> {
    let mut conn = pool.acquire().await?;
    let found = media::repeats::find(&mut conn, media_id).await?;
    drop(conn);
    if found.is_empty() {
        return Ok(());
    }
    let others: Vec<_> = found
        .iter()
        .map(|repeat| (repeat.media_id, repeat.kind == RepeatKind::Exact))
        .collect();
    let mut tx = ground::db::begin(pool).await?;
    let written = store::insert(&mut tx, media_id, &others, clock.now()).await?;
    tx.commit().await?;
    if written > 0 {
        tracing::info!(media.id = %media_id, submissions = written, "a file was received before");
    }
    Ok(())
}
