//! Taking a contribution back: by the contributor from the receipt, or by the desk for them.

use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::{AccountId, Ids, SubmissionId},
    jobs::{self, WithdrawStory},
    live,
};
use sqlx::PgConnection;

use super::{desk, history};
use crate::{
    event::EventKind,
    submission::{ChangeError, State},
};

/// Why a contribution was not taken back.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WithdrawError {
    /// There is no such contribution.
    #[error("there is no such submission")]
    NotFound,
    /// It cannot be.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] sqlx::Error),
}

impl From<WithdrawError> for Failure {
    fn from(error: WithdrawError) -> Self {
        match error {
            WithdrawError::NotFound => Self::NotFound,
            WithdrawError::Change(error) => error.into(),
            WithdrawError::Db(error) => error.into(),
        }
    }
}

/// Takes a contribution back at `now`: for good, whatever its state. `by` is who of the newsroom did it for
/// the contributor. A public story of it goes with it, by the job that is enqueued here.
pub(crate) async fn withdraw(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
    by: Option<AccountId>,
) -> Result<(), WithdrawError> {
    let submission = desk::find_submission_for_update(conn, id)
        .await?
        .ok_or(WithdrawError::NotFound)?;
    submission.may_be_withdrawn()?;
    sqlx::query!(
        "update submissions set state = $2, version = version + 1, withdrawn_at = $3 where submission_id = $1",
        id.0,
        State::Withdrawn as State,
        now,
    )
    .execute(&mut *conn)
    .await?;
    let files = desk::list_files(&mut *conn, &[id]).await?;
    let media: Vec<_> = files.iter().map(|file| file.media_id).collect();
    media::stop_work(&mut *conn, &media).await?;
    jobs::enqueue(&mut *conn, &WithdrawStory { submission_id: id }).await?;
    live::announce(&mut *conn).await?;
    // Last, as the audit chain is.
    history::insert_event(conn, ids, now, id, EventKind::Withdrawn, by).await?;
    Ok(())
}
