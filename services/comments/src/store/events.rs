//! What was done to comments.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId, EventId, Ids};
use sqlx::PgConnection;

use crate::event::Kind;

/// Adds what was done; without an account, by its author or by the machine.
pub(crate) async fn insert_event(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    comment_id: CommentId,
    by: Option<AccountId>,
    (kind, note): (Kind, &str),
) -> sqlx::Result<()> {
    let event_id: EventId = ids.mint(now);
    sqlx::query!(
        "insert into comment_events (event_id, comment_id, at, account_id, kind, note)
         values ($1, $2, $3, $4, $5, $6)",
        event_id as _,
        comment_id as _,
        now,
        by as _,
        kind.code(),
        note,
    )
    .execute(conn)
    .await?;
    Ok(())
}
