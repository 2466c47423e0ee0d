//! Uploads that come in pieces: who holds one, how far it is, and that it is whole.

use chrono::{DateTime, Utc};
use ground::{blobs::Growth, ids::UploadId};
use sqlx::{PgConnection, types::Json};

/// An upload as the tus door sees it.
#[derive(Clone, Debug)]
pub(crate) struct Resumable {
    pub(crate) upload_id: UploadId,
    pub(crate) length: Option<i64>,
    pub(crate) received: i64,
    pub(crate) metadata: Option<String>,
    pub(crate) concat: Option<String>,
    pub(crate) growth: Option<Json<Growth>>,
    pub(crate) hash_state: Option<Vec<u8>>,
    pub(crate) lease_no: i64,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) is_finished: bool,
    pub(crate) is_claimed: bool,
    pub(crate) is_held: bool,
}

/// An upload that is about to begin.
pub(crate) struct NewResumable<'a> {
    pub(crate) upload_id: UploadId,
    pub(crate) secret_hash: &'a [u8],
    pub(crate) client_name: &'a str,
    pub(crate) length: Option<i64>,
    pub(crate) metadata: Option<&'a str>,
    pub(crate) concat: Option<&'a str>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
    /// Held by who creates it, for so many seconds.
    pub(crate) lease_seconds: Option<f64>,
}

/// Where an upload stands after a request, or in the middle of one.
pub(crate) struct Advance<'a> {
    pub(crate) upload_id: UploadId,
    pub(crate) lease_no: i64,
    pub(crate) from: i64,
    pub(crate) to: i64,
    pub(crate) length: Option<i64>,
    pub(crate) growth: &'a Growth,
    pub(crate) hash_state: &'a [u8],
    pub(crate) expires_at: DateTime<Utc>,
    /// Nothing: the holder lets go.
    pub(crate) lease_seconds: Option<f64>,
}

/// An upload all of whose bytes are durable.
pub(crate) struct Whole<'a> {
    pub(crate) size: i64,
    pub(crate) blake3: &'a [u8],
    pub(crate) finished_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
}

pub(crate) async fn insert_resumable(conn: &mut PgConnection, new: &NewResumable<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into uploads (upload_id, secret_hash, client_name, length, metadata, concat, created_at,
             expires_at, lease_no, leased_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1, clock_timestamp() + make_interval(secs => $9))",
        new.upload_id.0,
        new.secret_hash,
        new.client_name,
        new.length,
        new.metadata,
        new.concat,
        new.created_at,
        new.expires_at,
        new.lease_seconds,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// An upload that came whole in the request that made it.
pub(crate) async fn insert_whole(
    conn: &mut PgConnection,
    new: &NewResumable<'_>,
    whole: &Whole<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into uploads (upload_id, secret_hash, client_name, length, metadata, concat, created_at,
             expires_at, received, size, blake3, finished_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $4, $4, $9, $10)",
        new.upload_id.0,
        new.secret_hash,
        new.client_name,
        whole.size,
        new.metadata,
        new.concat,
        new.created_at,
        whole.expires_at,
        whole.blake3,
        whole.finished_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The upload, for who can name its secret while it has not expired.
pub(crate) async fn find_resumable(
    conn: &mut PgConnection,
    upload_id: UploadId,
    secret_hash: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Resumable>> {
    sqlx::query_as!(
        Resumable,
        r#"select upload_id as "upload_id: UploadId", coalesce(length, size) as length,
             coalesce(size, received) as "received!", metadata, concat, growth as "growth: Json<Growth>",
             hash_state, lease_no, expires_at, finished_at is not null as "is_finished!",
             claimed_at is not null as "is_claimed!",
             coalesce(leased_until > clock_timestamp(), false) as "is_held!"
           from uploads
           where upload_id = $1 and secret_hash = $2 and (expires_at > $3 or claimed_at is not null)"#,
        upload_id.0,
        secret_hash,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// Takes hold of an upload that can still grow and that nobody else holds.
pub(crate) async fn take_lease(
    conn: &mut PgConnection,
    upload_id: UploadId,
    secret_hash: &[u8],
    now: DateTime<Utc>,
    seconds: f64,
) -> sqlx::Result<Option<Resumable>> {
    sqlx::query_as!(
        Resumable,
        r#"update uploads
           set lease_no = lease_no + 1, lease_wanted = false,
               leased_until = clock_timestamp() + make_interval(secs => $4)
           where upload_id = $1 and secret_hash = $2 and expires_at > $3 and finished_at is null
             and (leased_until is null or leased_until <= clock_timestamp())
           returning upload_id as "upload_id: UploadId", length, received, metadata, concat,
             growth as "growth: Json<Growth>", hash_state, lease_no, expires_at, false as "is_finished!",
             false as "is_claimed!", true as "is_held!""#,
        upload_id.0,
        secret_hash,
        now,
        seconds,
    )
    .fetch_optional(conn)
    .await
}

/// Tells the holder, on whatever node, that somebody waits.
pub(crate) async fn set_lease_wanted(conn: &mut PgConnection, upload_id: UploadId) -> sqlx::Result<()> {
    sqlx::query!(
        "update uploads set lease_wanted = true where upload_id = $1 and not lease_wanted",
        upload_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Holds on. Says whether somebody waits; nothing when it is not ours any more.
pub(crate) async fn renew_lease(
    conn: &mut PgConnection,
    upload_id: UploadId,
    lease_no: i64,
    seconds: f64,
) -> sqlx::Result<Option<bool>> {
    sqlx::query_scalar!(
        "update uploads set leased_until = clock_timestamp() + make_interval(secs => $3)
         where upload_id = $1 and lease_no = $2 and finished_at is null
         returning lease_wanted",
        upload_id.0,
        lease_no,
        seconds,
    )
    .fetch_optional(conn)
    .await
}

pub(crate) async fn release_lease(
    conn: &mut PgConnection,
    upload_id: UploadId,
    lease_no: i64,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update uploads set leased_until = null where upload_id = $1 and lease_no = $2",
        upload_id.0,
        lease_no
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// After a start on a database that only this program uses: who held an upload is gone.
pub(crate) async fn release_all_leases(conn: &mut PgConnection) -> sqlx::Result<u64> {
    let released = sqlx::query!("update uploads set leased_until = null where leased_until is not null")
        .execute(conn)
        .await?;
    Ok(released.rows_affected())
}

/// Moves the offset, if it is where we left it and the upload is still ours. Says whether somebody waits.
pub(crate) async fn advance(conn: &mut PgConnection, step: &Advance<'_>) -> sqlx::Result<Option<bool>> {
    sqlx::query_scalar!(
        "update uploads
         set received = $4, length = $5, growth = $6, hash_state = $7, expires_at = $8,
             leased_until = clock_timestamp() + make_interval(secs => $9)
         where upload_id = $1 and lease_no = $2 and received = $3 and finished_at is null
         returning lease_wanted",
        step.upload_id.0,
        step.lease_no,
        step.from,
        step.to,
        step.length,
        Json(step.growth) as _,
        step.hash_state,
        step.expires_at,
        step.lease_seconds,
    )
    .fetch_optional(conn)
    .await
}

/// All bytes are one object. False when the upload is not ours any more.
pub(crate) async fn set_whole(
    conn: &mut PgConnection,
    upload_id: UploadId,
    lease_no: i64,
    whole: &Whole<'_>,
) -> sqlx::Result<bool> {
    let updated = sqlx::query!(
        "update uploads
         set received = $3, length = $3, size = $3, blake3 = $4, finished_at = $5, expires_at = $6,
             growth = null, hash_state = null, leased_until = null
         where upload_id = $1 and lease_no = $2 and finished_at is null",
        upload_id.0,
        lease_no,
        whole.size,
        whole.blake3,
        whole.finished_at,
        whole.expires_at,
    )
    .execute(conn)
    .await?;
    Ok(updated.rows_affected() == 1)
}

/// Forgets an upload that is not part of anything. False when it was claimed meanwhile.
pub(crate) async fn delete_unclaimed(conn: &mut PgConnection, upload_id: UploadId) -> sqlx::Result<bool> {
    let deleted = sqlx::query!(
        "delete from uploads where upload_id = $1 and claimed_at is null",
        upload_id.0
    )
    .execute(conn)
    .await?;
    Ok(deleted.rows_affected() == 1)
}

/// Uploads whose bytes may still grow.
pub(crate) async fn list_growing(conn: &mut PgConnection) -> sqlx::Result<Vec<UploadId>> {
    sqlx::query_scalar!(r#"select upload_id as "upload_id: UploadId" from uploads where finished_at is null"#)
        .fetch_all(conn)
        .await
}
