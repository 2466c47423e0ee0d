//! Who likes what.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId};
use sqlx::PgConnection;

/// A comment that may be liked or reported.
#[derive(Clone, Debug)]
pub(crate) struct Readable {
    pub(crate) account_id: Option<AccountId>,
    pub(crate) device: Option<Vec<u8>>,
    /// What its author is called now.
    pub(crate) name: String,
    pub(crate) body: String,
    /// Of the thread.
    pub(crate) title: String,
    pub(crate) path: String,
}

/// A comment that everybody reads.
pub(crate) async fn find_readable(
    conn: &mut PgConnection,
    comment_id: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Readable>> {
    sqlx::query_as!(
        Readable,
        r#"select account_id as "account_id: AccountId", device,
                  coalesce((select display_name from accounts as a where a.account_id = c.account_id), name) as "name!",
                  body, title, path
           from comments as c join threads as t using (thread_id)
           where comment_id = $1 and state = 'shown' and ended_at is null and begun_at <= $2"#,
        comment_id as _,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// Somebody likes it, or not any more; twice is once.
pub(crate) async fn set_like(
    conn: &mut PgConnection,
    comment_id: CommentId,
    voter: &[u8],
    likes: bool,
) -> sqlx::Result<()> {
    if likes {
        sqlx::query!(
            "insert into comment_likes (comment_id, voter) values ($1, $2) on conflict do nothing",
            comment_id as _,
            voter,
        )
        .execute(conn)
        .await?;
    } else {
        sqlx::query!(
            "delete from comment_likes where comment_id = $1 and voter = $2",
            comment_id as _,
            voter,
        )
        .execute(conn)
        .await?;
    }
    Ok(())
}
