//! The one database and its one migrator.

use std::{io, time::Duration};

use sqlx::{
    ConnectOptions as _, PgPool, Postgres, Transaction,
    postgres::{PgConnectOptions, PgPoolOptions},
};

/// Every migration of every room, in one order.
pub static MIGRATOR: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// Opens the pool: lazily, so that a database which is slow to start delays pages, not the start.
pub fn pool(options: PgConnectOptions, connections: u32) -> PgPool {
    // Statements carry what people wrote; they never reach a log.
    let options = options.application_name("bepart").disable_statement_logging();
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(5))
        .connect_lazy_with(options)
}

/// Begins a transaction, to its end also when nobody waits for it any more: a reader who goes, a job whose lease is lost.
///
/// sqlx counts a transaction once PostgreSQL has answered. Of one that is given up before, it knows nothing: its
/// connection goes back to the pool inside it, and what somebody else then writes by that connection is neither seen nor
/// safe until a later transaction happens to commit it (sqlx-postgres 0.9, `PgTransactionManager::begin`).
///
/// # Errors
/// When the database fails.
pub async fn begin(pool: &PgPool) -> sqlx::Result<Transaction<'static, Postgres>> {
    let pool = pool.clone();
    #[expect(clippy::disallowed_methods, reason = "this is what is to be used instead")]
    let beginning = tokio::spawn(async move { pool.begin().await });
    beginning
        .await
        .map_err(|error| sqlx::Error::Io(io::Error::other(error)))?
}

#[cfg(test)]
mod tests {
    use std::{future::Future, pin::pin, task::Poll};

    use super::*;

    /// Polls so often, then gives up. Whether it ended before.
    async fn given_up_after(steps: usize, work: impl Future) -> bool {
        let mut work = pin!(work);
        let mut left = steps;
        std::future::poll_fn(|cx| {
            if left == 0 {
                return Poll::Ready(false);
            }
            left -= 1;
            work.as_mut().poll(cx).map(|_| true)
        })
        .await
    }

    #[sqlx::test(migrator = "MIGRATOR")]
    async fn a_beginning_that_is_given_up_leaves_no_transaction_open(pool: PgPool) {
        let options = pool.connect_options();
        let one = PgPoolOptions::new()
            .max_connections(1)
            .connect_with((*options).clone())
            .await
            .unwrap();
        for steps in 0..20 {
            let ended = given_up_after(steps, begin(&one)).await;
            let kind = format!("given up after {steps}");
            sqlx::query(
                "insert into jobs (kind, payload, max_attempts, lease_seconds) values ($1, '{}', 1, 1)",
            )
            .bind(&kind)
            .execute(&one)
            .await
            .unwrap();
            let seen: bool = sqlx::query_scalar("select exists (select 1 from jobs where kind = $1)")
                .bind(&kind)
                .fetch_one(&pool)
                .await
                .unwrap();
            assert!(seen, "{kind}");
            if ended {
                break;
            }
        }
    }
}
