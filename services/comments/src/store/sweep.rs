//! What is over goes.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

/// Forgets addresses that guests left before then.
pub(crate) async fn forget_addresses(conn: &mut PgConnection, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "update comments set email = null, wants_answers = false where email is not null and written_at <= $1",
        before,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// Forgets addresses of notices that were decided before then and never answered.
pub(crate) async fn forget_notice_addresses(
    conn: &mut PgConnection,
    before: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "update comment_reports set email = null where email is not null and closed_at <= $1",
        before,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// Forgets answers that could not be sent since then.
pub(crate) async fn delete_letters(conn: &mut PgConnection, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "delete from comment_notice_letters where created_at <= $1",
        before
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// Who gave no sign of life since then has nothing in hand.
pub(crate) async fn delete_claims(conn: &mut PgConnection, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!("delete from comment_claims where heartbeat_at <= $1", before)
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}

/// Forgets bans that were over before then, unless somebody waits for an answer.
pub(crate) async fn delete_bans(conn: &mut PgConnection, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "delete from comment_bans
         where (ended_at <= $1 or until <= $1) and (appealed_at is null or answered_at is not null)",
        before,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}
