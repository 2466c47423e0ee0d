//! What someone of the newsroom likes, in sections: each is read and written by itself.

use ground::ids::AccountId;
use sqlx::PgConnection;

/// One section, if anything is kept of it.
pub(crate) async fn find(
    conn: &mut PgConnection,
    of: AccountId,
    section: &str,
) -> sqlx::Result<Option<serde_json::Value>> {
    let found = sqlx::query_scalar!(
        "select preferences -> $2 from desk_preferences where account_id = $1",
        of.0,
        section,
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.flatten())
}

/// Keeps one section, and leaves the others as they are.
pub(crate) async fn set(
    conn: &mut PgConnection,
    of: AccountId,
    section: &str,
    value: &serde_json::Value,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into desk_preferences (account_id, preferences) values ($1, jsonb_build_object($2::text, $3::jsonb))
         on conflict (account_id) do update set preferences = desk_preferences.preferences || excluded.preferences",
        of.0,
        section,
        value,
    )
    .execute(conn)
    .await?;
    Ok(())
}
