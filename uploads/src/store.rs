//! All SQL of this room.

pub(crate) mod resumable;

use chrono::{DateTime, Utc};
use ground::{blobs::Growth, ids::UploadId};
use sqlx::{PgConnection, types::Json};
use uuid::Uuid;

/// An upload as those ask for it who hold its token.
pub(crate) struct Row {
    pub(crate) upload_id: UploadId,
    pub(crate) secret_hash: Vec<u8>,
    pub(crate) client_name: String,
    pub(crate) size: i64,
}

/// Bytes are about to come. The row is there before the first of them, so that none is ever without one.
pub(crate) async fn insert_upload(
    conn: &mut PgConnection,
    upload_id: UploadId,
    secret_hash: &[u8],
    client_name: &str,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into uploads (upload_id, secret_hash, client_name, created_at, expires_at)
         values ($1, $2, $3, $4, $5)",
        upload_id.0,
        secret_hash,
        client_name,
        created_at,
        expires_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// All bytes are durable. False when the row was swept meanwhile.
pub(crate) async fn set_finished(
    conn: &mut PgConnection,
    upload_id: UploadId,
    size: i64,
    blake3: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let updated = sqlx::query!(
        "update uploads set size = $2, blake3 = $3, finished_at = $4
         where upload_id = $1 and finished_at is null",
        upload_id.0,
        size,
        blake3,
        now,
    )
    .execute(conn)
    .await?;
    Ok(updated.rows_affected() == 1)
}

/// Forgets an upload that came to nothing.
pub(crate) async fn delete_unfinished(conn: &mut PgConnection, upload_id: UploadId) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from uploads where upload_id = $1 and finished_at is null",
        upload_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The uploads among `ids` that can still be claimed.
pub(crate) async fn list_claimable(
    conn: &mut PgConnection,
    ids: &[Uuid],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select upload_id as "upload_id: UploadId", secret_hash, client_name, size as "size!"
           from uploads
           where upload_id = any($1) and finished_at is not null and claimed_at is null and expires_at > $2
             and concat is distinct from 'partial'"#,
        ids,
        now,
    )
    .fetch_all(conn)
    .await
}

/// The same; nobody else may claim or sweep them until the caller's transaction ends.
pub(crate) async fn list_claimable_for_update(
    conn: &mut PgConnection,
    ids: &[Uuid],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select upload_id as "upload_id: UploadId", secret_hash, client_name, size as "size!"
           from uploads
           where upload_id = any($1) and finished_at is not null and claimed_at is null and expires_at > $2
             and concat is distinct from 'partial'
           order by upload_id
           for update"#,
        ids,
        now,
    )
    .fetch_all(conn)
    .await
}

pub(crate) async fn set_claimed(
    conn: &mut PgConnection,
    ids: &[Uuid],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update uploads set claimed_at = $2 where upload_id = any($1)",
        ids,
        now
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// An upload that was forgotten, and what of it is still in the store.
pub(crate) struct Expired {
    pub(crate) upload_id: UploadId,
    pub(crate) growth: Option<Json<Growth>>,
}

/// Forgets up to `limit` uploads that nobody claimed in time. One that is just being claimed, or that somebody
/// holds, is left alone.
pub(crate) async fn delete_expired(
    conn: &mut PgConnection,
    now: DateTime<Utc>,
    limit: i64,
) -> sqlx::Result<Vec<Expired>> {
    sqlx::query_as!(
        Expired,
        r#"delete from uploads
           where upload_id in (
               select upload_id from uploads
               where claimed_at is null and expires_at <= $1
                 and (leased_until is null or leased_until <= clock_timestamp())
               order by expires_at
               limit $2
               for update skip locked
           )
           returning upload_id as "upload_id: UploadId", growth as "growth: Json<Growth>""#,
        now,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// Forgets uploads, whatever was made of them; gives what they were joined of, where they were.
pub(crate) async fn delete_uploads(
    conn: &mut PgConnection,
    ids: &[Uuid],
) -> sqlx::Result<Vec<Option<String>>> {
    sqlx::query_scalar!(
        "delete from uploads where upload_id = any($1) returning concat",
        ids
    )
    .fetch_all(conn)
    .await
}

/// Forgets a part that was joined with others, for who can name its secret. False when there is none.
pub(crate) async fn delete_part(
    conn: &mut PgConnection,
    upload_id: UploadId,
    secret_hash: &[u8],
) -> sqlx::Result<bool> {
    let deleted = sqlx::query!(
        "delete from uploads where upload_id = $1 and secret_hash = $2 and concat = 'partial'",
        upload_id.0,
        secret_hash,
    )
    .execute(conn)
    .await?;
    Ok(deleted.rows_affected() == 1)
}

/// Those among `ids` that have a row.
pub(crate) async fn list_known(conn: &mut PgConnection, ids: &[Uuid]) -> sqlx::Result<Vec<UploadId>> {
    sqlx::query_scalar!(
        r#"select upload_id as "upload_id: UploadId" from uploads where upload_id = any($1)"#,
        ids,
    )
    .fetch_all(conn)
    .await
}
