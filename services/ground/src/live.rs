//! Word of changes, across every instance of the program: PostgreSQL's NOTIFY in, a broadcast out.

use std::time::Duration;

use sqlx::{PgConnection, PgPool, postgres::PgListener};
use tokio::sync::broadcast;
use tokio_util::sync::CancellationToken;

/// Says, when the caller's transaction commits, that something about contributions changed.
pub async fn announce(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("select pg_notify('desk', '')").execute(conn).await?;
    Ok(())
}

/// Hears [`announce`] of every instance. Whoever missed some hears that, too, and looks anew.
#[derive(Clone)]
pub struct Live {
    changes: broadcast::Sender<()>,
    over: CancellationToken,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            changes: broadcast::Sender::new(16),
            over: CancellationToken::new(),
        }
    }
}

impl Live {
    /// From now on.
    pub fn subscribe(&self) -> broadcast::Receiver<()> {
        self.changes.subscribe()
    }

    /// Waits until nothing more will be heard, because the program stops. Answers that would go on for ever
    /// end then, so that a browser left open does not hold the program up.
    pub async fn over(&self) {
        self.over.cancelled().await;
    }

    /// Listens until told to stop; a lost database is waited for, and then everyone looks anew.
    pub async fn listen(self, pool: PgPool, stop: CancellationToken) {
        let _over = self.over.clone().drop_guard();
        while !stop.is_cancelled() {
            let heard = tokio::select! {
                () = stop.cancelled() => return,
                heard = self.relay(&pool) => heard,
            };
            if let Err(error) = heard {
                tracing::warn!(error = format!("{error:#}"), "the desk's live line is down");
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    async fn relay(&self, pool: &PgPool) -> sqlx::Result<()> {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen("desk").await?;
        loop {
            // Nobody listening is no error.
            let _ = self.changes.send(());
            listener.recv().await?;
        }
    }
}
