//! What the search does behind the pages: files that told where they were made, words that had to wait, and whatever came
//! before there was a search.

use ground::{
    ids::SubmissionId,
    jobs::{IndexBacklog, IndexSubmission, JobError, LearnWords, Runners, enqueue},
};
use sqlx::PgPool;

use super::{gather, index, index_all, learn};
use crate::store::{desk, search as store};

/// So many contributions are indexed in one transaction; nobody else writes to these until it ends.
const AT_ONCE: i64 = 100;

/// So many transactions has one job of the backlog.
const ROUNDS: usize = 10;

/// Adds what the search runs.
pub(crate) fn runners(runners: Runners, pool: &PgPool) -> Runners {
    let (one, words, backlog) = (pool.clone(), pool.clone(), pool.clone());
    runners
        .on(move |job: IndexSubmission| {
            let pool = one.clone();
            async move { Ok(index_one(&pool, job.submission_id).await?) }
        })
        .on(move |job: LearnWords| {
            let pool = words.clone();
            async move { Ok(learn_of(&pool, job.submission_id).await?) }
        })
        .on(move |job: IndexBacklog| {
            let pool = backlog.clone();
            async move { index_backlog(&pool, job.after).await }
        })
}

async fn index_one(pool: &PgPool, id: SubmissionId) -> sqlx::Result<()> {
    let mut tx = ground::db::begin(pool).await?;
    if desk::find_submission_for_update(&mut tx, id).await?.is_some() {
        index(&mut tx, id).await?;
    }
    tx.commit().await
}

/// Learns the words of a contribution whose own transaction did not wait for that.
async fn learn_of(pool: &PgPool, id: SubmissionId) -> sqlx::Result<()> {
    let mut tx = ground::db::begin(pool).await?;
    store::wait_to_learn(&mut tx).await?;
    // If it is gone, so are the words that were its alone.
    store::settle_words(&mut tx, &[id]).await?;
    let found = gather(&mut tx, &[id]).await?;
    learn(&mut tx, &found).await?;
    tx.commit().await
}

/// Indexes what follows `after`, then asks for the rest: stopped anywhere, it goes on from there.
async fn index_backlog(pool: &PgPool, mut after: Option<SubmissionId>) -> Result<(), JobError> {
    for _ in 0..ROUNDS {
        let mut tx = ground::db::begin(pool).await?;
        let ids = store::list_from_for_update(&mut tx, after, AT_ONCE).await?;
        index_all(&mut tx, &ids).await?;
        tx.commit().await?;
        let Some(last) = ids.last() else {
            return Ok(());
        };
        after = Some(*last);
    }
    let mut conn = pool.acquire().await?;
    Ok(enqueue(&mut conn, &IndexBacklog { after }).await?)
}
