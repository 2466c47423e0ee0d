//! Deciding: one press about one contribution or many, held back until it settles.

use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    ids::{AccountId, BatchId, Ids, SubmissionId},
    jobs::{self, SettleDecisions},
};
use serde_json::json;
use sqlx::PgConnection;

use crate::{
    deed::Deed,
    event::EventKind,
    store::{
        decisions::{self as store, Decided},
        history,
    },
    submission::{Decision, Next, State, Submission},
};

/// Who presses, when, and how long it can be undone.
#[derive(Clone, Debug)]
pub struct Press {
    /// Where ids come from.
    pub ids: Ids,
    /// The time.
    pub now: DateTime<Utc>,
    /// So long it can be undone.
    pub undo: TimeDelta,
    /// Whose press it is.
    pub by: AccountId,
}

impl Press {
    /// From then on it cannot be undone, and what follows from it begins.
    pub fn settles_at(&self) -> DateTime<Utc> {
        self.now + self.undo
    }

    /// Writes the press down, and has it settled when its time is over. False: it was written already.
    pub(crate) async fn open(
        &self,
        conn: &mut PgConnection,
        batch_id: BatchId,
        deed: Deed,
    ) -> sqlx::Result<bool> {
        let times = (self.now, self.settles_at());
        if !store::insert_batch(&mut *conn, batch_id, self.by, deed, times).await? {
            return Ok(false);
        }
        jobs::enqueue_at(conn, &SettleDecisions { batch_id }, self.settles_at()).await?;
        Ok(true)
    }

    /// Writes what a decision comes to, as part of an open batch. The caller holds the contribution and has asked the
    /// rules.
    pub(crate) async fn decide(
        &self,
        conn: &mut PgConnection,
        batch_id: BatchId,
        submission: &Submission,
        decision: &Decision,
        next: Next,
    ) -> sqlx::Result<EventKind> {
        let id = submission.submission_id;
        let kind = kind_of(submission, decision, next);
        store::insert_item(&mut *conn, batch_id, id, next.state(), self.now).await?;
        let ends = kind != EventKind::FirstYes && *decision != Decision::Reopen;
        let (reason, note) = match decision {
            Decision::Decline { reason, note } => (Some(reason.as_str()), note.as_deref()),
            _ => (None, None),
        };
        let decided = Decided {
            state: next.state(),
            at: ends.then_some(self.now),
            by: ends.then_some(self.by),
            reason,
            note,
            first_yes: (kind == EventKind::FirstYes).then_some((self.by, self.now)),
            seconded_by: submission.first_yes_by.filter(|_| kind == EventKind::Accepted),
            handled_by: self.by,
            settles_at: self.settles_at(),
        };
        store::set_decision(&mut *conn, id, &decided).await?;
        let detail = reason.map_or_else(|| json!({}), |reason| json!({ "reason": reason }));
        history::insert_decision(conn, &self.ids, self.now, id, (kind, Some(self.by)), detail).await?;
        Ok(kind)
    }

    /// Writes that one contribution stands as it did before a press.
    pub(crate) async fn restore(
        &self,
        conn: &mut PgConnection,
        (batch_id, deed): (BatchId, Deed),
        id: SubmissionId,
    ) -> sqlx::Result<()> {
        store::restore(&mut *conn, batch_id, id, deed, self.now).await?;
        let detail = json!({ "reason": deed.code(), "batch_id": batch_id });
        let undone = (EventKind::Undone, Some(self.by));
        history::insert_decision(conn, &self.ids, self.now, id, undone, detail).await
    }
}

/// What the history calls it.
fn kind_of(submission: &Submission, decision: &Decision, next: Next) -> EventKind {
    match decision {
        Decision::Accept if next == Next::FirstYes => EventKind::FirstYes,
        Decision::Accept => EventKind::Accepted,
        Decision::Decline { .. } => EventKind::Declined,
        Decision::Spam => EventKind::Spam,
        Decision::Confirm => EventKind::Confirmed,
        Decision::Reopen if submission.state == State::Received => EventKind::Opened,
        Decision::Reopen => EventKind::Reopened,
    }
}

impl Deed {
    /// What a decision is called when it is undone.
    pub(crate) fn of(submission: &Submission, decision: &Decision) -> Self {
        match decision {
            Decision::Accept => Self::Accept,
            Decision::Decline { .. } => Self::Decline,
            Decision::Spam => Self::Spam,
            Decision::Confirm => Self::Confirm,
            Decision::Reopen if submission.state == State::Received => Self::Take,
            Decision::Reopen => Self::Reopen,
        }
    }
}
