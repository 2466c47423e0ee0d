//! What may be hard to look at, and how much of it somebody saw today.

use chrono::NaiveDate;
use ground::ids::{AccountId, SubmissionId};
use sqlx::PgConnection;

/// Writes what has to be said before a contribution is opened.
pub(crate) async fn set_warnings(
    conn: &mut PgConnection,
    id: SubmissionId,
    warnings: &[&str],
    by: AccountId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set warnings = $2::text[], version = version + 1, handled_by = $3 where submission_id = $1",
        id.0,
        warnings as &[&str],
        by.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes down that somebody opened a contribution on this day; of the days before nothing is kept.
pub(crate) async fn note_seen(
    conn: &mut PgConnection,
    account_id: AccountId,
    day: NaiveDate,
    id: SubmissionId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "with gone as (delete from desk_seen where account_id = $1 and day < $2)
         insert into desk_seen (account_id, day, submission_id) values ($1, $2, $3) on conflict do nothing",
        account_id.0,
        day,
        id.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// How many somebody opened on this day.
pub(crate) async fn count_seen(
    conn: &mut PgConnection,
    account_id: AccountId,
    day: NaiveDate,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from desk_seen where account_id = $1 and day = $2"#,
        account_id.0,
        day,
    )
    .fetch_one(conn)
    .await
}
