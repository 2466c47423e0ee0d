//! Originals in the object store: which object it is, and whose key opens its envelope.

use chrono::{DateTime, Utc};
use ground::{
    ids::{MediaId, SealId},
    seal::{Keys, Recipient},
};
use sqlx::PgConnection;

/// A sealed original, as its row has it.
#[derive(Clone, Debug)]
pub(crate) struct Sealed {
    pub(crate) media_id: MediaId,
    pub(crate) seal_id: SealId,
    pub(crate) wrapped_key: String,
    pub(crate) key_id: Option<String>,
    pub(crate) size: i64,
    pub(crate) sha256: Vec<u8>,
    pub(crate) damaged_at: Option<DateTime<Utc>>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Recorded {
    /// It is there.
    Written,
    /// Another attempt was faster: its row stands.
    Already,
    /// A key that it is sealed for was retired meanwhile.
    Retired,
}

/// Writes down keys that something is sealed for. Keys that were there stay as they were.
async fn note_keys(conn: &mut PgConnection, keys: &Keys, now: DateTime<Utc>) -> sqlx::Result<()> {
    let current = keys.current();
    let all = current.iter().map(|key| (key, false));
    for (key, offline) in all.chain(keys.offline().map(|key| (key, true))) {
        let key_id = key.id();
        sqlx::query!(
            "insert into sealing_keys (key_id, recipient, offline, first_used_at) values ($1, $2, $3, $4)
             on conflict do nothing",
            key_id.as_str(),
            key.to_string(),
            offline,
            now,
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

fn ids(keys: &Keys) -> (Option<String>, Option<String>) {
    let id = |key: &Recipient| key.id().as_str().to_owned();
    (keys.current().as_ref().map(id), keys.offline().map(id))
}

/// Says where an original is, which was sealed for `keys` just now.
pub(crate) async fn insert(
    conn: &mut PgConnection,
    keys: &Keys,
    now: DateTime<Utc>,
    sealed: &Sealed,
) -> sqlx::Result<Recorded> {
    note_keys(&mut *conn, keys, now).await?;
    let (key_id, offline_key_id) = ids(keys);
    // Held until the caller commits: a rotation that retires them waits, and then sees this row.
    let standing = sqlx::query_scalar!(
        r#"select key_id from sealing_keys
           where key_id in ($1, $2) and retired_at is null order by key_id for share"#,
        key_id,
        offline_key_id,
    )
    .fetch_all(&mut *conn)
    .await?;
    if standing.len() != keys.recipients().len() {
        return Ok(Recorded::Retired);
    }
    let inserted = sqlx::query!(
        "insert into sealed_originals (media_id, seal_id, wrapped_key, key_id, offline_key_id, size, sha256, sealed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (media_id) do nothing",
        sealed.media_id as _,
        sealed.seal_id as _,
        sealed.wrapped_key,
        key_id,
        offline_key_id,
        sealed.size,
        sealed.sha256,
        now,
    )
    .execute(conn)
    .await?;
    Ok(if inserted.rows_affected() == 1 {
        Recorded::Written
    } else {
        Recorded::Already
    })
}

/// The sealed original of a medium.
pub(crate) async fn find(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<Option<Sealed>> {
    sqlx::query_as!(
        Sealed,
        r#"select media_id as "media_id: MediaId", seal_id as "seal_id: SealId", wrapped_key, key_id, size, sha256,
                  damaged_at
           from sealed_originals where media_id = $1"#,
        media_id as _,
    )
    .fetch_optional(conn)
    .await
}

/// The one that was sealed last.
pub(crate) async fn find_newest(conn: &mut PgConnection) -> sqlx::Result<Option<MediaId>> {
    sqlx::query_scalar!(
        r#"select media_id as "media_id: MediaId" from sealed_originals
           where key_id is not null order by sealed_at desc limit 1"#
    )
    .fetch_optional(conn)
    .await
}

/// Forgets where an original is: its object is gone, and what it was made of is still there to seal anew.
pub(crate) async fn delete(conn: &mut PgConnection, media_id: MediaId, seal_id: SealId) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from sealed_originals where media_id = $1 and seal_id = $2",
        media_id as _,
        seal_id as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A medium that has a row.
pub(crate) struct Standing {
    pub(crate) media_id: MediaId,
    /// Which object is its original.
    pub(crate) seal_id: Option<SealId>,
    /// Pieces of it are watched, or are just being made.
    pub(crate) in_pieces: bool,
    /// Nothing of it is shown.
    pub(crate) is_refused: bool,
}

/// Of these media, those that have a row.
pub(crate) async fn list_standing(
    conn: &mut PgConnection,
    media_ids: &[MediaId],
) -> sqlx::Result<Vec<Standing>> {
    let ids: Vec<_> = media_ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Standing,
        r#"select media_id as "media_id!: MediaId", seal_id as "seal_id?: SealId",
                  state = 'processing' or live_ms is not null as "in_pieces!",
                  state = 'refused' as "is_refused!"
           from media left join sealed_originals using (media_id) where media_id = any($1)"#,
        &ids,
    )
    .fetch_all(conn)
    .await
}

/// Remembers that an original was found damaged, or (`None`) whole again. The first finding stands.
pub(crate) async fn set_damaged(
    conn: &mut PgConnection,
    media_id: MediaId,
    at: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update sealed_originals set damaged_at = case when $2::timestamptz is null then null
                                                       else coalesce(damaged_at, $2) end
         where media_id = $1",
        media_id as _,
        at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// From now on originals are sealed for `keys` and for no other.
pub(crate) async fn retire_all_but(
    conn: &mut PgConnection,
    keys: &Keys,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    note_keys(&mut *conn, keys, now).await?;
    let (key_id, offline_key_id) = ids(keys);
    sqlx::query!(
        "update sealing_keys
         set retired_at = case when coalesce(key_id in ($1, $2), false) then null else coalesce(retired_at, $3) end",
        key_id,
        offline_key_id,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Up to `limit` originals behind `after` whose envelopes are not for just these keys, in order of their ids.
pub(crate) async fn list_for_others(
    conn: &mut PgConnection,
    keys: &Keys,
    after: Option<MediaId>,
    limit: i64,
) -> sqlx::Result<Vec<Sealed>> {
    let (key_id, offline_key_id) = ids(keys);
    sqlx::query_as!(
        Sealed,
        r#"select media_id as "media_id: MediaId", seal_id as "seal_id: SealId", wrapped_key, key_id, size, sha256,
                  damaged_at
           from sealed_originals
           where (key_id is distinct from $1 or offline_key_id is distinct from $2)
               and ($3::uuid is null or media_id > $3)
           order by media_id limit $4"#,
        key_id,
        offline_key_id,
        after.map(|id| id.0),
        limit,
    )
    .fetch_all(conn)
    .await
}

/// Puts a new envelope in place of `old`. False when that is not what stands there any more.
pub(crate) async fn set_envelope(
    conn: &mut PgConnection,
    keys: &Keys,
    old: &Sealed,
    wrapped_key: &str,
) -> sqlx::Result<bool> {
    let (key_id, offline_key_id) = ids(keys);
    let set = sqlx::query!(
        "update sealed_originals set wrapped_key = $4, key_id = $5, offline_key_id = $6
         where media_id = $1 and seal_id = $2 and wrapped_key = $3",
        old.media_id as _,
        old.seal_id as _,
        old.wrapped_key,
        wrapped_key,
        key_id,
        offline_key_id,
    )
    .execute(conn)
    .await?;
    Ok(set.rows_affected() == 1)
}

/// A key that originals are sealed for, and how many.
#[derive(Clone, Debug)]
pub struct KeyUse {
    /// What it is called.
    pub key_id: String,
    /// Its public part.
    pub recipient: String,
    /// Its private part is kept elsewhere.
    pub offline: bool,
    /// Nothing new is sealed for it since then.
    pub retired_at: Option<DateTime<Utc>>,
    /// Originals that it opens.
    pub originals: i64,
}

/// Every key that was ever used, the newest first.
pub(crate) async fn list_keys(conn: &mut PgConnection) -> sqlx::Result<Vec<KeyUse>> {
    sqlx::query_as!(
        KeyUse,
        r#"select key_id, recipient, offline, retired_at,
                  (select count(*) from sealed_originals as own where own.key_id = sealing_keys.key_id)
                  + (select count(*) from sealed_originals as other where other.offline_key_id = sealing_keys.key_id)
                  as "originals!"
           from sealing_keys order by first_used_at desc, key_id"#
    )
    .fetch_all(conn)
    .await
}

/// How the originals stand.
#[derive(Clone, Copy, Debug)]
pub struct Tally {
    /// Sealed.
    pub sealed: i64,
    /// Of those: found changed or gone.
    pub damaged: i64,
    /// Judged by an earlier version, and not sealed yet.
    pub plain: i64,
}

/// Counts them.
pub(crate) async fn tally(conn: &mut PgConnection) -> sqlx::Result<Tally> {
    sqlx::query_as!(
        Tally,
        r#"select (select count(*) from sealed_originals) as "sealed!",
                  (select count(*) from sealed_originals where damaged_at is not null) as "damaged!",
                  (select count(*) from media left join sealed_originals using (media_id)
                   where state in ('ready', 'refused') and seal_id is null) as "plain!""#
    )
    .fetch_one(conn)
    .await
}

/// Keeps every other process from changing keys until the connection is closed. False when one is at it.
pub(crate) async fn try_lock_keys(conn: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select pg_try_advisory_lock(hashtext('sealing keys')) as "locked!""#)
        .fetch_one(conn)
        .await
}

/// Gives up the lock at once, where a closed connection would give it up when PostgreSQL notices.
pub(crate) async fn unlock_keys(mut conn: PgConnection) -> sqlx::Result<()> {
    sqlx::query_scalar!(r#"select pg_advisory_unlock(hashtext('sealing keys')) as "unlocked!""#)
        .fetch_one(&mut conn)
        .await?;
    sqlx::Connection::close(conn).await
}
