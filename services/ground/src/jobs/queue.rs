//! The queue's only SQL.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::Job;

/// A job as a worker holds it.
#[derive(Debug)]
pub struct Queued {
    pub(super) job_id: i64,
    pub(super) kind: String,
    pub(super) payload: serde_json::Value,
    pub(super) attempts: i32,
    pub(super) lease: Uuid,
}

/// A job that failed for good, kept for a person to look at.
#[derive(Debug)]
pub struct Parked {
    /// Which, for `bepart doctor --retry`.
    pub job_id: i64,
    /// What it was to do.
    pub kind: String,
    /// How often it was tried.
    pub attempts: i32,
    /// Our own words about why; never a stranger's.
    pub last_error: Option<String>,
    /// Since when.
    pub parked_at: DateTime<Utc>,
}

/// Asks for work to be done once the caller's transaction commits.
pub async fn enqueue<J: Job>(conn: &mut PgConnection, job: &J) -> sqlx::Result<()> {
    insert(conn, job, None, None).await
}

/// The same, but not before `at`. Clocks of machines differ: a runner that must not be early asks again.
pub async fn enqueue_at<J: Job>(conn: &mut PgConnection, job: &J, at: DateTime<Utc>) -> sqlx::Result<()> {
    insert(conn, job, None, Some(at)).await
}

/// The same, unless a job with this key waits already (for schedules: `kind:minute`).
pub async fn enqueue_once<J: Job>(conn: &mut PgConnection, job: &J, key: &str) -> sqlx::Result<()> {
    insert(conn, job, Some(key), None).await
}

async fn insert<J: Job>(
    conn: &mut PgConnection,
    job: &J,
    key: Option<&str>,
    at: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    let payload = serde_json::to_value(job).map_err(|error| sqlx::Error::Encode(error.into()))?;
    sqlx::query!(
        "insert into jobs (kind, payload, max_attempts, lease_seconds, dedup_key, run_at)
         values ($1, $2, $3, $4, $5, coalesce($6, now()))
         on conflict (dedup_key) do nothing",
        J::KIND,
        payload,
        J::MAX_ATTEMPTS,
        J::LEASE_SECONDS,
        key,
        at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes up to `limit` jobs that are due.
pub(super) async fn lease(pool: &PgPool, kinds: &[String], limit: i64) -> sqlx::Result<Vec<Queued>> {
    sqlx::query_as!(
        Queued,
        r#"
        with due as (
            select job_id
            from jobs
            where parked_at is null and leased_until is null and run_at <= now() and kind = any($1)
            order by run_at, job_id
            limit $2
            for update skip locked
        )
        update jobs
        set lease = gen_random_uuid(),
            leased_until = now() + make_interval(secs => jobs.lease_seconds),
            attempts = attempts + 1
        from due
        where jobs.job_id = due.job_id
        returning jobs.job_id, jobs.kind, jobs.payload, jobs.attempts, jobs.lease as "lease!"
        "#,
        kinds,
        limit,
    )
    .fetch_all(pool)
    .await
}

/// Keeps the lease. False when it was lost.
pub(super) async fn renew(pool: &PgPool, job: &Queued) -> sqlx::Result<bool> {
    let kept = sqlx::query!(
        "update jobs set leased_until = now() + make_interval(secs => lease_seconds)
         where job_id = $1 and lease = $2",
        job.job_id,
        job.lease,
    )
    .execute(pool)
    .await?;
    Ok(kept.rows_affected() == 1)
}

/// Done. False when the lease was lost: someone else has the job now.
pub(super) async fn finish(pool: &PgPool, job: &Queued) -> sqlx::Result<bool> {
    let gone = sqlx::query!(
        "delete from jobs where job_id = $1 and lease = $2",
        job.job_id,
        job.lease
    )
    .execute(pool)
    .await?;
    Ok(gone.rows_affected() == 1)
}

/// Gives the job back: to be tried later (with exponential back-off and jitter, at most an hour), or parked
/// when it must not or may not be tried again.
pub(super) async fn give_back(pool: &PgPool, job: &Queued, error: &str, again: bool) -> sqlx::Result<()> {
    sqlx::query!(
        "update jobs
         set lease = null, leased_until = null, last_error = $3,
             parked_at = case when not $4 or attempts >= max_attempts then now() end,
             run_at = now() + make_interval(secs => least(3600, power(2, least(attempts, 12)) * (0.5 + random())))
         where job_id = $1 and lease = $2",
        job.job_id,
        job.lease,
        error,
        again,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Gives the job back as if it had not been taken; others that are due go first.
pub(super) async fn put_off(pool: &PgPool, job: &Queued) -> sqlx::Result<()> {
    sqlx::query!(
        "update jobs set lease = null, leased_until = null, attempts = attempts - 1, run_at = now()
         where job_id = $1 and lease = $2",
        job.job_id,
        job.lease,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Whether a job of this kind could run and does not.
pub async fn is_due<J: Job>(conn: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from jobs where kind = $1 and parked_at is null and leased_until is null
                          and run_at <= now()) as "due!""#,
        J::KIND,
    )
    .fetch_one(conn)
    .await
}

/// Frees the jobs of workers that fell silent.
pub(super) async fn reap(pool: &PgPool) -> sqlx::Result<u64> {
    let freed = sqlx::query!(
        "update jobs
         set lease = null, leased_until = null, run_at = now(), last_error = 'the worker fell silent',
             parked_at = case when attempts >= max_attempts then now() end
         where job_id in (select job_id from jobs where leased_until < now() for update skip locked)"
    )
    .execute(pool)
    .await?;
    Ok(freed.rows_affected())
}

/// What failed for good, newest first.
pub async fn list_parked(conn: &mut PgConnection) -> sqlx::Result<Vec<Parked>> {
    sqlx::query_as!(
        Parked,
        r#"select job_id, kind, attempts, last_error, parked_at as "parked_at!"
           from jobs where parked_at is not null order by parked_at desc limit 100"#
    )
    .fetch_all(conn)
    .await
}

/// Gives every parked job a new set of attempts.
pub async fn retry_parked(conn: &mut PgConnection) -> sqlx::Result<u64> {
    let freed = sqlx::query!(
        "update jobs set parked_at = null, attempts = 0, run_at = now() where parked_at is not null"
    )
    .execute(conn)
    .await?;
    Ok(freed.rows_affected())
}

/// Age of the oldest job that could run and does not, in seconds: the one figure that says whether the
/// workers keep up. None when nothing waits.
pub async fn oldest_due_seconds(conn: &mut PgConnection) -> sqlx::Result<Option<f64>> {
    sqlx::query_scalar!(
        r#"select extract(epoch from now() - min(run_at))::float8
           from jobs where parked_at is null and leased_until is null and run_at <= now()"#
    )
    .fetch_one(conn)
    .await
}

/// How many jobs wait or run (parked ones do not count).
pub(super) async fn count_open(pool: &PgPool) -> sqlx::Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from jobs where parked_at is null"#)
        .fetch_one(pool)
        .await
}
