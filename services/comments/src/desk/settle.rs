//! What follows from a press once it cannot be undone any more.

use std::time::Duration;

use chrono::TimeDelta;
use ground::{
    clock::Clock,
    ids::BatchId,
    jobs::{self, JobError, Runners, SettleComments, TellOfAnswer},
};
use sqlx::PgPool;

use crate::store::presses as store;

/// Adds what settles presses.
pub(crate) fn runners(runners: Runners, pool: PgPool, clock: Clock) -> Runners {
    runners.on(move |job: SettleComments| {
        let (pool, clock) = (pool.clone(), clock.clone());
        async move { settle(&pool, &clock, job.batch_id).await }
    })
}

/// Has those told who are answered by what is read since this press, and forgets how everything was before it. One
/// transaction: a worker that dies before its end has told nobody, and one that dies after it has nothing left to do.
async fn settle(pool: &PgPool, clock: &Clock, batch_id: BatchId) -> Result<(), JobError> {
    let mut tx = ground::db::begin(pool).await?;
    // Whoever undoes it just now is waited for, and whoever comes later is told that it is too late.
    let Some(batch) = store::find_batch_for_update(&mut tx, batch_id).await? else {
        return Ok(());
    };
    let early = batch.settles_at - clock.now();
    if early > TimeDelta::zero() {
        drop(tx);
        // The database's clock runs before ours.
        tokio::time::sleep(early.to_std().unwrap_or_default().min(Duration::from_secs(1))).await;
        return Err(JobError::Later);
    }
    for comment_id in store::list_first_shown(&mut tx, batch_id).await? {
        jobs::enqueue(&mut tx, &TellOfAnswer { comment_id }).await?;
    }
    store::delete_batch(&mut tx, batch_id).await?;
    Ok(tx.commit().await?)
}
