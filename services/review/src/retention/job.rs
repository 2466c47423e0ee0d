//! Forgetting by rule, in rounds: who sent something first, then the whole. A round that is cut short is gone on with by
//! the next one: each contribution is a transaction of its own, and is asked for again while it is locked.

use ground::{
    ids::SubmissionId,
    jobs::{self, ForgetStory, JobError, Retain, Runners},
    lang::Message,
    live,
};
use media::Originals;
use sqlx::PgConnection;

use super::clock::{Machine, Seen, Verdict, Why, judge};
use crate::{
    desk::search,
    event::EventKind,
    personal::Personal,
    store::{history, mine, retention as store, retention_clock as clock},
    submission::State,
};

/// Contributions that are asked for together.
const BATCH: i64 = 50;

/// What forgetting by rule needs.
#[derive(Clone, Debug)]
pub(super) struct Retention {
    /// They know database, store and time.
    originals: Originals,
    machine: Machine,
}

/// Adds what forgets by rule.
pub fn runners(runners: Runners, originals: Originals) -> Runners {
    let retention = Retention::new(originals);
    runners.on(move |_: Retain| {
        let retention = retention.clone();
        async move { retention.run().await }
    })
}

/// Why nothing is forgotten by rule now, if the clock is not to be trusted.
///
/// # Errors
/// When the database fails.
pub async fn stopped(conn: &mut PgConnection) -> sqlx::Result<Option<Message>> {
    let refused = clock::find_seen(conn).await?.and_then(|(_, refused)| refused);
    Ok(refused.map(|code| Why::from_code(&code).unwrap_or(Why::Apart).message()))
}

impl Retention {
    /// Of this house.
    pub(super) fn new(originals: Originals) -> Self {
        Self {
            originals,
            machine: Machine::System,
        }
    }

    #[cfg(test)]
    pub(super) fn on(self, machine: Machine) -> Self {
        Self { machine, ..self }
    }

    /// One round. Nothing is forgotten while the clock is not to be trusted.
    pub(super) async fn run(&self) -> Result<(), JobError> {
        if !self.may_forget().await? {
            return Ok(());
        }
        let identities = self.forget_identities().await?;
        let contributions = self.forget_contributions().await?;
        if identities + contributions > 0 {
            tracing::info!(
                identities.count = identities,
                submissions.count = contributions,
                "forgotten by rule"
            );
        }
        Ok(())
    }

    /// Looks at the clock, and remembers what it showed.
    async fn may_forget(&self) -> Result<bool, JobError> {
        let mut conn = self.originals.pool.acquire().await?;
        let last = clock::find_seen(&mut conn).await?;
        let (boot, uptime_seconds) = self.machine.told()?;
        let now = Seen {
            at: clock::now(&mut conn).await?,
            boot,
            uptime_seconds,
        };
        let last = last.as_ref().map(|(last, _)| last);
        match judge(last, &now, self.originals.clock.now()) {
            Verdict::Go => {
                clock::set_seen(&mut conn, &now).await?;
                Ok(true)
            }
            Verdict::Remember => {
                clock::set_seen(&mut conn, &now).await?;
                Ok(false)
            }
            Verdict::Refuse(why) => {
                clock::set_refused(&mut conn, &now, why.code()).await?;
                tracing::warn!(
                    reason = why.code(),
                    "nothing is forgotten by rule: the clock is not to be trusted"
                );
                Ok(false)
            }
        }
    }

    async fn forget_identities(&self) -> Result<usize, JobError> {
        let (mut done, mut left) = (0, Vec::new());
        loop {
            let due =
                store::list_identity_due(&mut *self.originals.pool.acquire().await?, &left, BATCH).await?;
            if due.is_empty() {
                return Ok(done);
            }
            for id in due {
                if self.forget_identity(id).await? {
                    done += 1;
                } else {
                    left.push(id);
                }
            }
        }
    }

    /// False: somebody was faster, or works at it.
    async fn forget_identity(&self, id: SubmissionId) -> anyhow::Result<bool> {
        let Originals { pool, ids, .. } = &self.originals;
        let now = self.originals.clock.now();
        let mut tx = ground::db::begin(pool).await?;
        let Some(due) = store::find_due_for_update(&mut tx, id).await? else {
            return Ok(false);
        };
        if !due.identity {
            return Ok(false);
        }
        store::forget_identity(&mut tx, id).await?;
        if due.has_identity {
            live::announce(&mut tx).await?;
            history::insert_event(&mut tx, ids, now, id, EventKind::IdentityForgotten, None).await?;
        }
        tx.commit().await?;
        Ok(true)
    }

    async fn forget_contributions(&self) -> Result<usize, JobError> {
        let (mut done, mut left) = (0, Vec::new());
        loop {
            let due =
                store::list_content_due(&mut *self.originals.pool.acquire().await?, &left, BATCH).await?;
            if due.is_empty() {
                return Ok(done);
            }
            for id in due {
                if self.forget_contribution(id).await? {
                    done += 1;
                } else {
                    left.push(id);
                }
            }
        }
    }

    /// False: somebody was faster, works at it, or the publishing room has something to forget first.
    async fn forget_contribution(&self, id: SubmissionId) -> anyhow::Result<bool> {
        let Originals { pool, ids, .. } = &self.originals;
        let now = self.originals.clock.now();
        let mut tx = ground::db::begin(pool).await?;
        let due = store::find_due_for_update(&mut tx, id).await?;
        let Some(due) = due.filter(|due| due.content) else {
            return Ok(false);
        };
        let personal = Personal::new(self.originals.clone());
        if due.state != State::Published && due.has_story {
            // A draft, or what was taken back. The next round finds the contribution without it.
            let job = ForgetStory { submission_id: id };
            jobs::enqueue_once(&mut tx, &job, &format!("forget story {id}")).await?;
            tx.commit().await?;
            return Ok(false);
        }
        let objects = if due.state == State::Published {
            let media = store::forget_rest(&mut tx, id).await?;
            let objects = personal.forget_media(&mut tx, &media).await?;
            search::index(&mut tx, id).await?;
            live::announce(&mut tx).await?;
            history::insert_event(&mut tx, ids, now, id, EventKind::RestForgotten, None).await?;
            objects
        } else {
            let media = mine::list_media(&mut tx, id).await?;
            mine::delete_submission(&mut tx, id).await?;
            let objects = personal.forget_media(&mut tx, &media).await?;
            live::announce(&mut tx).await?;
            history::note_erased(&mut tx, ids, now, id).await?;
            objects
        };
        tx.commit().await?;
        personal.delete(objects).await;
        Ok(true)
    }
}
