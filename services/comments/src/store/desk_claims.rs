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
    pub(crate) claimed_at: DateTime<Utc>,
    /// From whom it was taken over, and with which word to them.
    pub(crate) taken_from: Option<AccountId>,
    pub(crate) taken_note: Option<String>,
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
        "insert into comment_claims (comment_id, account_id, claimed_at, heartbeat_at) values ($1, $2, $3, $3)
         on conflict (comment_id) do update
         set account_id = excluded.account_id,
             claimed_at = case when comment_claims.account_id = excluded.account_id
                               then comment_claims.claimed_at else excluded.claimed_at end,
             taken_from = case when comment_claims.account_id = excluded.account_id then comment_claims.taken_from end,
             taken_note = case when comment_claims.account_id = excluded.account_id then comment_claims.taken_note end,
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

/// Takes a comment out of whoever's hands, with a word to them.
pub(crate) async fn set_holder(
    conn: &mut PgConnection,
    id: CommentId,
    by: AccountId,
    note: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update comment_claims
         set taken_from = account_id, taken_note = $3, account_id = $2, claimed_at = $4,
             heartbeat_at = greatest(heartbeat_at, $4)
         where comment_id = $1 and account_id <> $2",
        id.0,
        by.0,
        note,
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
                  display_name as name, claimed_at, taken_from as "taken_from: AccountId", taken_note
           from comment_claims join accounts using (account_id)
           where comment_id = any($1) and heartbeat_at >= $2"#,
        &ids,
        dead,
    )
    .fetch_all(conn)
    .await
}
