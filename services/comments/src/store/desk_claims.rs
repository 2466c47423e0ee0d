//! Who of the newsroom has a comment in hand. A claim is alive while its heart beats; the time is the caller's.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId};
use sqlx::PgConnection;

/// Somebody's hold on a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) comment_id: CommentId,
    pub(crate) account_id: AccountId,
    /// As colleagues know them.
    pub(crate) name: String,
}

/// Takes a comment in hand, or lets the heart of one's own claim beat. Whose heart last beat before `dead` no longer has
/// it. Of two at once the database lets one through. False: somebody else has it.
pub(crate) async fn take(
    conn: &mut PgConnection,
    id: CommentId,
    by: AccountId,
    now: DateTime<Utc>,
    dead: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let taken = sqlx::query!(
        "insert into comment_claims (comment_id, account_id, heartbeat_at) values ($1, $2, $3)
         on conflict (comment_id) do update
         set account_id = excluded.account_id,
             heartbeat_at = greatest(comment_claims.heartbeat_at, excluded.heartbeat_at)
         where comment_claims.account_id = excluded.account_id or comment_claims.heartbeat_at < $4",
        id.0,
        by.0,
        now,
        dead,
    )
    .execute(conn)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Takes a comment out of whoever's hands.
pub(crate) async fn set_holder(
    conn: &mut PgConnection,
    id: CommentId,
    by: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update comment_claims set account_id = $2, heartbeat_at = greatest(heartbeat_at, $3) where comment_id = $1",
        id.0,
        by.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends one's own claim.
pub(crate) async fn delete(conn: &mut PgConnection, id: CommentId, by: AccountId) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from comment_claims where comment_id = $1 and account_id = $2",
        id.0,
        by.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The living claims on any of these comments.
pub(crate) async fn list(
    conn: &mut PgConnection,
    ids: &[CommentId],
    dead: DateTime<Utc>,
) -> sqlx::Result<Vec<Claim>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Claim,
        r#"select comment_id as "comment_id: CommentId", account_id as "account_id: AccountId",
                  display_name as name
           from comment_claims join accounts using (account_id)
           where comment_id = any($1) and heartbeat_at >= $2"#,
        &ids,
        dead,
    )
    .fetch_all(conn)
    .await
}
