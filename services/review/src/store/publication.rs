//! What the publishing room asks of a contribution and says about its story.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, Ids, MediaId, SubmissionId},
    live,
};
use sqlx::PgConnection;

use super::{desk, history, mine};
use crate::{
    event::EventKind,
    submission::{State, Submission},
};

/// The contribution that a story is to be made of; nobody else may change it until the caller's transaction
/// ends. Whether a story may go out on it, [`Submission::may_be_published`] and
/// [`crate::Consent::allows_publication`] say.
///
/// # Errors
/// When the database fails.
pub async fn find_for_publication(
    conn: &mut PgConnection,
    id: SubmissionId,
) -> sqlx::Result<Option<Submission>> {
    desk::find_submission_for_update(conn, id).await
}

/// The files of a contribution in the order in which they were sent: position, medium, and what the
/// sender's device called it, which is for editors only.
///
/// # Errors
/// When the database fails.
pub async fn files_of(
    conn: &mut PgConnection,
    id: SubmissionId,
) -> sqlx::Result<Vec<(i16, MediaId, String)>> {
    let rows = sqlx::query!(
        r#"select position, media_id as "media_id: MediaId", client_name
           from submission_files where submission_id = $1 order by position"#,
        id.0,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.position, row.media_id, row.client_name))
        .collect())
}

/// A story made of the contribution is public, at `story_path`, by the hand of `by`. The caller holds the
/// contribution by [`find_for_publication`] and has asked whether it may be published.
///
/// # Errors
/// When the database fails.
pub async fn mark_published(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
    by: AccountId,
    story_path: &str,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set state = $2, version = version + 1, story_path = $3 where submission_id = $1",
        id.0,
        State::Published as State,
        story_path,
    )
    .execute(&mut *conn)
    .await?;
    history::insert_event(conn, ids, now, id, EventKind::Published, Some(by)).await?;
    mine::tell_contributor(&mut *conn, id).await?;
    live::announce(conn).await
}

/// The public story was changed by `by`. It is written into the history; the contribution stays as it is.
///
/// # Errors
/// When the database fails.
pub async fn note_story_edited(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
    by: AccountId,
) -> sqlx::Result<()> {
    history::insert_event(conn, ids, now, id, EventKind::StoryEdited, Some(by)).await
}
