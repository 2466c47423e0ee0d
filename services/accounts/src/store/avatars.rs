//! Which picture is whose, in the database. The pictures themselves are the media room's.

use ground::ids::{AccountId, MediaId};
use sqlx::PgConnection;

pub(crate) async fn find_avatar(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Option<MediaId>> {
    let found = sqlx::query_scalar!(
        r#"select avatar_media_id as "media_id: MediaId" from accounts where account_id = $1"#,
        account_id.0,
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.flatten())
}

/// The same; nobody else changes it until the transaction ends.
pub(crate) async fn find_avatar_for_update(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Option<MediaId>> {
    let found = sqlx::query_scalar!(
        r#"select avatar_media_id as "media_id: MediaId" from accounts where account_id = $1 for no key update"#,
        account_id.0,
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.flatten())
}

pub(crate) async fn set_avatar(
    conn: &mut PgConnection,
    account_id: AccountId,
    media_id: Option<MediaId>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update accounts set avatar_media_id = $2 where account_id = $1 and deleted_at is null",
        account_id.0,
        media_id.map(|id| id.0),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether somebody has this picture now.
pub(crate) async fn is_avatar(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from accounts where avatar_media_id = $1 and deleted_at is null) as "is_avatar!""#,
        media_id.0,
    )
    .fetch_one(conn)
    .await
}
