//! Word of changes, across every instance of the program: `PostgreSQL`'s NOTIFY in, a broadcast out.

use std::time::Duration;

use sqlx::{PgConnection, PgPool, postgres::PgListener};
use tokio::sync::broadcast;
use tokio_util::sync::CancellationToken;

use crate::{
    ids::{AccountId, SubmissionId},
    kept::Kept,
};

/// What the database says of contributions, by triggers (`migrations/20261130000220_claims.sql` and the one that keeps
/// `desk_items`) and by [`announce`].
const DESK: &str = "desk";
/// Where the database says whose sessions ended (a trigger, `migrations/20261129000306_people.sql`).
const PEOPLE: &str = "people";
/// Where it says what changed of what the public sees (triggers, `migrations/20261201000100_comments.sql` and the next).
const PUBLIC: &str = "public";
/// A line on which nothing was said for so long is tried: who lost it without a word would keep pages for ever.
const SILENCE: Duration = Duration::from_secs(5);

/// Says, when the caller's transaction commits, that something about contributions changed.
pub async fn announce(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("select pg_notify('desk', '')").execute(conn).await?;
    Ok(())
}

/// One word of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Of this contribution.
    Changed(SubmissionId),
    /// Of how many there are.
    Counts,
    /// Of anything: what was said may have been lost, or what may be seen has changed.
    Anew,
}

impl Word {
    /// As it is said.
    fn parse(payload: &str) -> Self {
        if payload.is_empty() {
            return Self::Counts;
        }
        payload.parse().map_or(Self::Anew, Self::Changed)
    }
}

/// Hears [`announce`] of every instance, and whose sessions ended. Whoever missed some hears that, too, and looks anew.
#[derive(Clone)]
pub struct Live {
    changes: broadcast::Sender<Word>,
    ended: broadcast::Sender<Option<AccountId>>,
    kept: Kept,
    over: CancellationToken,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            changes: broadcast::Sender::new(1024),
            ended: broadcast::Sender::new(64),
            kept: Kept::default(),
            over: CancellationToken::new(),
        }
    }
}

impl Live {
    /// The same with these pages, which go when it hears that they changed.
    #[must_use]
    pub fn keeping(self, kept: Kept) -> Self {
        Self { kept, ..self }
    }

    /// Public pages as long as nothing changes.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Words of contributions, from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Word> {
        self.changes.subscribe()
    }

    /// Whose session ended or whose rights changed, from now on; `None`: anybody's, because word may have been lost.
    /// Who goes on answering somebody asks then whether they may ([`crate::viewer::Again`]).
    pub fn subscribe_ended(&self) -> broadcast::Receiver<Option<AccountId>> {
        self.ended.subscribe()
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
                () = stop.cancelled() => break,
                heard = self.relay(&pool) => heard,
            };
            if let Err(error) = heard {
                tracing::warn!(
                    error = format!("{error:#}"),
                    "the live line to the database is down"
                );
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }

    /// Until the connection is lost: what is said meanwhile nobody hears.
    async fn relay(&self, pool: &PgPool) -> sqlx::Result<()> {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.eager_reconnect(false);
        listener.listen_all([DESK, PEOPLE, PUBLIC]).await?;
        self.all_anew();
        let _hearing = Hearing::begin(&self.kept);
        loop {
            let Ok(heard) = tokio::time::timeout(SILENCE, listener.try_recv()).await else {
                let answer = sqlx::query("select 1").execute(&mut listener);
                let answer = tokio::time::timeout(SILENCE, answer).await;
                answer.map_err(|_| sqlx::Error::WorkerCrashed)??;
                continue;
            };
            // Nobody listening is no error.
            match heard? {
                Some(heard) if heard.channel() == PUBLIC => self.kept.change(heard.payload()),
                Some(heard) if heard.channel() == PEOPLE => {
                    let _ = self.ended.send(heard.payload().parse().ok());
                }
                Some(heard) => {
                    let _ = self.changes.send(Word::parse(heard.payload()));
                }
                None => return Ok(()),
            }
        }
    }

    fn all_anew(&self) {
        let _ = self.ended.send(None);
        let _ = self.changes.send(Word::Anew);
    }
}

/// As long as it is there, public pages may be kept.
struct Hearing<'a>(&'a Kept);

impl<'a> Hearing<'a> {
    fn begin(kept: &'a Kept) -> Self {
        kept.hear();
        Self(kept)
    }
}

impl Drop for Hearing<'_> {
    fn drop(&mut self) {
        self.0.deafen();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_names_a_contribution_or_the_counts_or_everything() {
        let id = SubmissionId(uuid::Uuid::from_u128(7));
        assert_eq!(Word::parse(&id.to_string()), Word::Changed(id));
        assert_eq!(Word::parse(""), Word::Counts);
        assert_eq!(Word::parse("anew"), Word::Anew);
        assert_eq!(Word::parse("what no version of ours says"), Word::Anew);
    }
}
