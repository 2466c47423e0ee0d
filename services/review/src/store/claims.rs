//! Who of the newsroom has a contribution in hand. A claim is alive while its heart beats; the time is the caller's.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, SubmissionId};
use sqlx::PgConnection;

/// Somebody's hold on a contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    pub(crate) submission_id: SubmissionId,
    pub(crate) account_id: AccountId,
    /// As colleagues know them.
    pub(crate) name: String,
    pub(crate) claimed_at: DateTime<Utc>,
}

/// Takes a contribution in hand, or lets the heart of one's own claim beat. Whose heart last beat before `dead` no
/// longer has it. Of two at once the database lets one through. False: somebody else has it.
pub(crate) async fn take(
    conn: &mut PgConnection,
    id: SubmissionId,
    by: AccountId,
    now: DateTime<Utc>,
    dead: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let taken = sqlx::query!(
        "insert into desk_claims (submission_id, account_id, claimed_at, heartbeat_at) values ($1, $2, $3, $3)
         on conflict (submission_id) do update
         set account_id = excluded.account_id,
             claimed_at = case when desk_claims.account_id = excluded.account_id and desk_claims.heartbeat_at >= $4
                               then desk_claims.claimed_at else excluded.claimed_at end,
             heartbeat_at = greatest(desk_claims.heartbeat_at, excluded.heartbeat_at),
             taken_from = case when desk_claims.account_id = excluded.account_id then desk_claims.taken_from end,
             taken_note = case when desk_claims.account_id = excluded.account_id then desk_claims.taken_note end
         where desk_claims.account_id = excluded.account_id or desk_claims.heartbeat_at < $4",
        id.0,
        by.0,
        now,
        dead,
    )
    .execute(conn)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Lets the heart of one's own living claim beat, and nothing else. False: there is none.
pub(crate) async fn beat(
    conn: &mut PgConnection,
    id: SubmissionId,
    by: AccountId,
    now: DateTime<Utc>,
    dead: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let beaten = sqlx::query!(
        "update desk_claims set heartbeat_at = greatest(heartbeat_at, $3)
         where submission_id = $1 and account_id = $2 and heartbeat_at >= $4",
        id.0,
        by.0,
        now,
        dead,
    )
    .execute(conn)
    .await?;
    Ok(beaten.rows_affected() == 1)
}

/// Takes a contribution out of somebody's hands, with a word to them.
pub(crate) async fn set_holder(
    conn: &mut PgConnection,
    id: SubmissionId,
    by: AccountId,
    note: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update desk_claims
         set taken_from = account_id, taken_note = $3, account_id = $2, claimed_at = $4,
             heartbeat_at = greatest(heartbeat_at, $4)
         where submission_id = $1 and account_id <> $2",
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
pub(crate) async fn delete(conn: &mut PgConnection, id: SubmissionId, by: AccountId) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from desk_claims where submission_id = $1 and account_id = $2",
        id.0,
        by.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends the claims whose heart last beat before `dead`.
pub(crate) async fn delete_dead(conn: &mut PgConnection, dead: DateTime<Utc>) -> sqlx::Result<u64> {
    let ended = sqlx::query!("delete from desk_claims where heartbeat_at < $1", dead)
        .execute(conn)
        .await?;
    Ok(ended.rows_affected())
}

/// The living claims on any of these contributions.
pub(crate) async fn list(
    conn: &mut PgConnection,
    ids: &[SubmissionId],
    dead: DateTime<Utc>,
) -> sqlx::Result<Vec<Claim>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Claim,
        r#"select submission_id as "submission_id: SubmissionId", account_id as "account_id: AccountId",
                  display_name as "name", claimed_at
           from desk_claims join accounts using (account_id)
           where submission_id = any($1) and heartbeat_at >= $2"#,
        &ids,
        dead,
    )
    .fetch_all(conn)
    .await
}
