//! What the publishing room asks of a contribution and says about its story.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, BatchId, Ids, MediaId, SubmissionId},
    lang::Message,
    live, msg,
};
use sqlx::PgConnection;

use super::{decisions, desk, history};
use crate::{
    decisions::Press,
    deed::Deed,
    desk::checks,
    event::EventKind,
    submission::{State, Submission},
};

/// The contribution that a story is to be made of, if who asks may see it (`sees_at_risk`); nobody else may change it until the caller's transaction
/// ends. Whether a story may go out on it, [`Submission::may_be_published`] and [`why_not_public`] say.
///
/// # Errors
/// When the database fails.
pub async fn find_for_publication(
    conn: &mut PgConnection,
    id: SubmissionId,
    sees_at_risk: bool,
) -> sqlx::Result<Option<Submission>> {
    let found = desk::find_submission_for_update(conn, id).await?;
    Ok(found.filter(|submission| sees_at_risk || !submission.at_risk))
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

/// Why a contribution must not be published now, besides where it stands: its contributor's word, the newsroom's rules.
/// Empty: nothing stands in the way. Of a public story only what must hold for as long as it is public is asked.
///
/// # Errors
/// When the database fails.
pub async fn why_not_public(
    conn: &mut PgConnection,
    submission: &Submission,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Message>> {
    let mut why_not: Vec<_> = submission
        .consent
        .allows_publication()
        .err()
        .into_iter()
        .collect();
    if submission.at_risk {
        why_not.push(msg!("decide-blocks-at-risk"));
    }
    if submission.state == State::Accepted {
        if decisions::needs_two(&mut *conn, submission.category.as_deref()).await?
            && !decisions::is_seconded(&mut *conn, submission.submission_id).await?
        {
            why_not.push(msg!("decide-blocks-second"));
        }
        why_not.extend(checks::missing(&mut *conn, submission).await?);
        if submission.answer_due_at.is_some_and(|due| due > now) {
            why_not.push(msg!("decide-blocks-question"));
        }
    }
    Ok(why_not)
}

/// A story made of the contribution becomes public at `story_path` when the press settles. The caller holds the
/// contribution by [`find_for_publication`] and has asked whether it may be published.
///
/// # Errors
/// When the database fails.
pub async fn mark_published(
    conn: &mut PgConnection,
    press: &Press,
    id: SubmissionId,
    story_path: &str,
) -> sqlx::Result<()> {
    let batch_id: BatchId = press.ids.mint(press.now);
    press.open(&mut *conn, batch_id, Deed::Publish).await?;
    decisions::insert_item(&mut *conn, batch_id, id, State::Published, press.now).await?;
    sqlx::query!(
        "update submissions
         set state = $2, version = version + 1, story_path = $3, handled_by = $4, settles_at = $5
         where submission_id = $1",
        id.0,
        State::Published as State,
        story_path,
        press.by.0,
        press.settles_at(),
    )
    .execute(&mut *conn)
    .await?;
    let by = Some(press.by);
    history::insert_event(&mut *conn, &press.ids, press.now, id, EventKind::Published, by).await?;
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
