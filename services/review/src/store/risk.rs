//! What could endanger somebody.

use ground::ids::{AccountId, MediaId, SubmissionId};
use sqlx::PgConnection;

/// Says whether somebody may be in danger through a contribution. From here on `by` has it in hand; none: nobody, since who
/// said so may not see it any more.
pub(crate) async fn set_at_risk(
    conn: &mut PgConnection,
    id: SubmissionId,
    at_risk: bool,
    by: Option<AccountId>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set at_risk = $2, handled_by = $3, version = version + 1 where submission_id = $1",
        id.0,
        at_risk,
        by.map(|by| by.0),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether a medium came with what could endanger somebody.
pub(crate) async fn is_at_risk(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select from submission_files join submissions using (submission_id)
               where media_id = $1 and at_risk
           ) as "at_risk!""#,
        media_id.0,
    )
    .fetch_one(conn)
    .await
}
