//! Whether a contributor was told that there is something to read, in the database.

use chrono::{DateTime, Utc};
use ground::ids::SendingId;
use sqlx::PgConnection;

/// The contributor was told that there is something to read. False when they were before.
pub(crate) async fn note_told(
    conn: &mut PgConnection,
    id: SendingId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let noted = sqlx::query!(
        "update talk_sendings set told_at = $2 where sending_id = $1 and told_at is null",
        id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(noted.rows_affected() == 1)
}

/// They were told once more. False when they were before.
pub(crate) async fn note_reminded(
    conn: &mut PgConnection,
    id: SendingId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let noted = sqlx::query!(
        "update talk_sendings set reminded_at = $2 where sending_id = $1 and reminded_at is null",
        id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(noted.rows_affected() == 1)
}

/// Whether something that was asked by this form still waits for an answer.
pub(crate) async fn is_open(conn: &mut PgConnection, id: SendingId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select from talk_messages
               where sending_id = $1 and question is not null and closed_at is null
           ) as "open!""#,
        id.0,
    )
    .fetch_one(conn)
    .await
}
