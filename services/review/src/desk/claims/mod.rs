//! Who has a contribution in hand. Taken with the first thing that somebody does to it, kept by a heartbeat, gone three
//! minutes after the last one. It keeps two from doing the same at once, and nobody from reading.

mod door;
mod panel;
mod refused;

use chrono::{DateTime, TimeDelta, Utc};
use ground::{Failure, clock::Clock, ids::SubmissionId, lang::Message, msg, viewer::Editor, web::Cx};
use sqlx::PgConnection;

pub(crate) use door::routes;
pub(crate) use panel::Panel;

use crate::store::claims as store;
pub(crate) use crate::store::claims::Claim;

/// How long a claim outlives its last heartbeat.
const ALIVE: TimeDelta = TimeDelta::minutes(3);

/// Whose heart last beat before this has nothing in hand.
pub(super) fn dead_before(now: DateTime<Utc>) -> DateTime<Utc> {
    now - ALIVE
}

/// Why a contribution could not be taken in hand.
#[derive(Debug)]
pub(crate) enum TakeError {
    /// A colleague has it.
    Held(Claim),
    /// The database failed.
    Sql(sqlx::Error),
}

impl TakeError {
    /// The 409 page: who has it and since when, what was typed (each text of the form, to be copied), and the form by
    /// which it can be taken over.
    pub(crate) fn keeping(self, cx: &Cx, typed: &[&str]) -> Failure {
        match self {
            Self::Held(claim) => refused::page(cx, &claim, typed),
            Self::Sql(error) => error.into(),
        }
    }
}

impl From<sqlx::Error> for TakeError {
    fn from(error: sqlx::Error) -> Self {
        Self::Sql(error)
    }
}

/// Without the page and its take-over form; [`TakeError::keeping`] is kinder.
impl From<TakeError> for Failure {
    fn from(error: TakeError) -> Self {
        match error {
            TakeError::Held(claim) => Self::Conflict(msg!("claim-held-plain").s("name", claim.name)),
            TakeError::Sql(error) => error.into(),
        }
    }
}

impl Claim {
    /// Who has it, and since when.
    pub(crate) fn words(&self, cx: &Cx) -> Message {
        msg!("claim-held")
            .s("name", self.name.as_str())
            .s("when", cx.datetime(&self.claimed_at))
    }
}

/// Takes a contribution in hand for this editor, or says who has it. Every door of the desk that writes calls it, after
/// [`super::door::find_for_update`]: whoever waited for the row sees what whoever was faster did.
pub(crate) async fn take(
    conn: &mut PgConnection,
    clock: &Clock,
    editor: &Editor,
    id: SubmissionId,
) -> Result<(), TakeError> {
    let now = clock.now();
    loop {
        if store::take(conn, id, editor.account_id, now, dead_before(now)).await? {
            return Ok(());
        }
        // Gone since: another try takes it.
        if let Some(claim) = held(conn, clock, editor, id).await? {
            return Err(TakeError::Held(claim));
        }
    }
}

/// A colleague's living claim on a contribution.
pub(crate) async fn held(
    conn: &mut PgConnection,
    clock: &Clock,
    editor: &Editor,
    id: SubmissionId,
) -> sqlx::Result<Option<Claim>> {
    let claims = list(conn, clock, &[id]).await?;
    Ok(claims
        .into_iter()
        .find(|claim| claim.account_id != editor.account_id))
}

/// The living claims on any of these contributions, one's own among them.
pub(crate) async fn list(
    conn: &mut PgConnection,
    clock: &Clock,
    ids: &[SubmissionId],
) -> sqlx::Result<Vec<Claim>> {
    store::list(conn, ids, dead_before(clock.now())).await
}
