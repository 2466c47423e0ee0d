//! Which keys somebody of the newsroom uses. They are kept by the desk of contributions; here they are only read.

use ground::ids::AccountId;
use sqlx::PgConnection;

/// As kept, if anything is.
pub(crate) async fn find(conn: &mut PgConnection, of: AccountId) -> sqlx::Result<Option<serde_json::Value>> {
    let found = sqlx::query_scalar!(
        "select preferences -> 'keys' from desk_preferences where account_id = $1",
        of.0,
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.flatten())
}
