//! Workers: take what is due, keep the lease while it runs, report once.

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc, time::Duration};

use sqlx::{PgPool, postgres::PgListener};
use tokio::sync::Semaphore;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{Job, Queued, queue};

/// How a job ended, when not well. The runner decides; both are logged with their causes.
#[derive(Debug)]
pub enum JobError {
    /// A network, a disk, a database: try again later.
    Retry(anyhow::Error),
    /// No further attempt can help: park it.
    Fail(anyhow::Error),
    /// Something else goes first, or the program ends: begun again as if it had not been begun.
    Later,
}

impl<E: Into<anyhow::Error>> From<E> for JobError {
    /// By default a fault is taken for one that passes.
    fn from(error: E) -> Self {
        Self::Retry(error.into())
    }
}

type Work = Pin<Box<dyn Future<Output = Result<(), JobError>> + Send>>;
type Runner = Arc<dyn Fn(serde_json::Value) -> Work + Send + Sync>;

/// Who runs what. Each room adds its own.
#[derive(Clone, Default)]
pub struct Runners {
    by_kind: HashMap<&'static str, Runner>,
}

impl Runners {
    /// Runs jobs of type `J` by `run`.
    #[must_use]
    pub fn on<J, F, Fut>(mut self, run: F) -> Self
    where
        J: Job,
        F: Fn(J) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), JobError>> + Send + 'static,
    {
        let run = Arc::new(run);
        let runner: Runner = Arc::new(move |payload| {
            let run = Arc::clone(&run);
            Box::pin(async move {
                let job = serde_json::from_value(payload).map_err(|error| JobError::Fail(error.into()))?;
                run(job).await
            })
        });
        self.by_kind.insert(J::KIND, runner);
        self
    }

    /// These and those of `others`.
    #[must_use]
    pub fn with(mut self, others: Self) -> Self {
        self.by_kind.extend(others.by_kind);
        self
    }

    fn kinds(&self) -> Vec<String> {
        self.by_kind.keys().map(|kind| (*kind).to_owned()).collect()
    }

    /// Works until told to stop, at most `concurrency` jobs at a time, then waits for those under way.
    /// A lost database is waited for; it never ends the worker.
    pub async fn work(self, pool: PgPool, concurrency: usize, stop: CancellationToken) {
        let slots = Arc::new(Semaphore::new(concurrency));
        let tracker = TaskTracker::new();
        let mut listener = None;
        let mut reaped = tokio::time::Instant::now();
        while !stop.is_cancelled() {
            if listener.is_none() {
                listener = listen(&pool).await;
            }
            if reaped.elapsed() >= Duration::from_secs(1) {
                reaped = tokio::time::Instant::now();
                if let Ok(freed @ 1..) = queue::reap(&pool).await {
                    tracing::warn!(jobs.count = freed, "took jobs back from a silent worker");
                }
            }
            let taken = self.take(&pool, &slots, &tracker).await.unwrap_or_else(|error| {
                tracing::warn!(error = format!("{error:#}"), "the queue cannot be read");
                listener = None;
                0
            });
            if taken == 0 {
                // Jitter keeps several workers from asking in step.
                let nap = Duration::from_millis(800 + u64::from(crate::secret::random::<1>()[0]));
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = tokio::time::sleep(nap) => {}
                    heard = hear(&mut listener) => if !heard { listener = None },
                }
            }
        }
        tracker.close();
        tracker.wait().await;
    }

    async fn take(
        &self,
        pool: &PgPool,
        slots: &Arc<Semaphore>,
        tracker: &TaskTracker,
    ) -> sqlx::Result<usize> {
        let Ok(first) = Arc::clone(slots).acquire_owned().await else {
            return Ok(0);
        };
        drop(first);
        let free = i64::try_from(slots.available_permits().max(1)).unwrap_or(1);
        let jobs = queue::lease(pool, &self.kinds(), free).await?;
        let taken = jobs.len();
        for job in jobs {
            let permit = Arc::clone(slots).acquire_owned().await;
            let (this, pool) = (self.clone(), pool.clone());
            tracker.spawn(async move {
                this.run_one(&pool, &job).await;
                drop(permit);
            });
        }
        Ok(taken)
    }

    async fn run_one(&self, pool: &PgPool, job: &Queued) {
        let Some(runner) = self.by_kind.get(job.kind.as_str()) else {
            return;
        };
        let work = runner(job.payload.clone());
        let ended = tokio::select! {
            ended = guarded(work) => ended,
            () = lease_lost(pool, job) => {
                tracing::warn!(job.id = job.job_id, job.kind, "lost the lease; another worker has the job");
                return;
            }
        };
        let told = match ended {
            Ok(()) => queue::finish(pool, job).await.map(|_| ()),
            Err(JobError::Later) => queue::put_off(pool, job).await,
            Err(JobError::Retry(error)) => complain(pool, job, error, true).await,
            Err(JobError::Fail(error)) => complain(pool, job, error, false).await,
        };
        if let Err(error) = told {
            // The lease runs out by itself and the job runs again: that is what idempotent is for.
            tracing::warn!(
                job.id = job.job_id,
                error = format!("{error:#}"),
                "could not report a job"
            );
        }
    }

    /// Runs everything that is due now, and what follows from it, then returns. For tests and `bepart demo`.
    ///
    /// # Errors
    /// When the database fails, or when a job does.
    pub async fn run_pending(&self, pool: &PgPool) -> anyhow::Result<()> {
        loop {
            let jobs = queue::lease(pool, &self.kinds(), 1).await?;
            let Some(job) = jobs.first() else { return Ok(()) };
            let Some(runner) = self.by_kind.get(job.kind.as_str()) else {
                return Ok(());
            };
            match runner(job.payload.clone()).await {
                Ok(()) => {
                    queue::finish(pool, job).await?;
                }
                Err(JobError::Later) => queue::put_off(pool, job).await?,
                Err(JobError::Retry(error) | JobError::Fail(error)) => {
                    queue::give_back(pool, job, &error.to_string(), false).await?;
                    return Err(error.context(format!("job {}", job.kind)));
                }
            }
        }
    }

    /// How many jobs wait or run.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_open(pool: &PgPool) -> sqlx::Result<i64> {
        queue::count_open(pool).await
    }
}

/// Gives a job back that failed, to be tried `again` or parked.
async fn complain(pool: &PgPool, job: &Queued, error: anyhow::Error, again: bool) -> sqlx::Result<()> {
    tracing::warn!(
        job.id = job.job_id,
        job.kind,
        job.attempts = job.attempts,
        error = format!("{error:#}"),
        "a job failed"
    );
    // The chain of causes is for the log; the row keeps the first line of ours.
    queue::give_back(pool, job, &error.to_string(), again).await
}

/// A panic in a runner is a failed attempt, not a dead worker.
async fn guarded(work: Work) -> Result<(), JobError> {
    use futures_util::FutureExt;
    std::panic::AssertUnwindSafe(work)
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(JobError::Retry(anyhow::anyhow!("the runner panicked"))))
}

/// Renews the lease for as long as it is polled; returns when the lease is lost.
async fn lease_lost(pool: &PgPool, job: &Queued) {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        if let Ok(false) = queue::renew(pool, job).await {
            return;
        }
    }
}

async fn listen(pool: &PgPool) -> Option<PgListener> {
    let mut listener = PgListener::connect_with(pool).await.ok()?;
    listener.listen("jobs").await.ok()?;
    Some(listener)
}

/// Waits for a word of the database. False when the connection broke.
async fn hear(listener: &mut Option<PgListener>) -> bool {
    match listener {
        Some(listener) => listener.recv().await.is_ok(),
        None => std::future::pending().await,
    }
}
