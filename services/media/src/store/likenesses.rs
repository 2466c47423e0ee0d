//! Sketches of pictures and films, and who shares a key or all bytes with whom.

use ground::ids::MediaId;
use sqlx::PgConnection;

use crate::likeness::{Frame, Keys};

/// So many pictures are looked at for each key, and for each part: a key that more have tells little.
const PER_KEY: i64 = 40;

/// So many pictures are looked at for one sketch.
const CANDIDATES: i64 = 4000;

/// So many files of the same bytes are named, the newest.
const COPIES: i64 = 100;

/// Keeps what a medium looks like, instead of what was kept of it before.
pub(crate) async fn put(conn: &mut PgConnection, media_id: MediaId, frames: &[Frame]) -> sqlx::Result<()> {
    sqlx::query!("delete from likenesses where media_id = $1", media_id as _)
        .execute(&mut *conn)
        .await?;
    for (number, frame) in (0_i16..).zip(frames) {
        let Keys { whole, inner } = Keys::of(&frame.sketch);
        sqlx::query!(
            "insert into likenesses (media_id, frame, at_ms, sketch, whole_key, inner_key) values ($1, $2, $3, $4, $5, $6)",
            media_id as _,
            number,
            frame.at_ms,
            frame.sketch.as_bytes(),
            whole,
            inner,
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// The sketches that are kept of a medium, in the order of time.
pub(crate) async fn list_sketches(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<Vec<Vec<u8>>> {
    sqlx::query_scalar!(
        "select sketch from likenesses where media_id = $1 order by frame",
        media_id as _
    )
    .fetch_all(conn)
    .await
}

/// A sketch that shares a key.
pub(crate) struct Candidate {
    pub(crate) media_id: MediaId,
    pub(crate) frame: i16,
    pub(crate) at_ms: Option<i32>,
    pub(crate) sketch: Vec<u8>,
    pub(crate) key: i32,
    /// Of its inner part, not of the whole.
    pub(crate) inner: bool,
}

/// Sketches of other media that have one of these keys; of too many, those with the first of the keys. One that shares
/// several comes several times.
///
/// One step into an index for each key and part, as it is written: the planner has nothing to choose.
pub(crate) async fn list_candidates(
    conn: &mut PgConnection,
    not_of: MediaId,
    keys: &[i32],
) -> sqlx::Result<Vec<Candidate>> {
    sqlx::query_as!(
        Candidate,
        r#"select found.media_id as "media_id!: MediaId", found.frame as "frame!", found.at_ms as "at_ms?",
                  found.sketch as "sketch!", asked.key as "key!", found.inner_part as "inner!"
           from unnest($2::integer[]) as asked (key)
           cross join lateral (
               (select media_id, frame, at_ms, sketch, false as inner_part
                from likenesses where whole_key = asked.key and media_id <> $1 limit $3)
               union all
               (select media_id, frame, at_ms, sketch, true
                from likenesses where inner_key = asked.key and media_id <> $1 limit $3)
           ) as found
           limit $4"#,
        not_of as _,
        keys,
        PER_KEY,
        CANDIDATES,
    )
    .fetch_all(conn)
    .await
}

/// Other media of exactly the same bytes, newest first.
pub(crate) async fn list_copies(conn: &mut PgConnection, of: MediaId) -> sqlx::Result<Vec<MediaId>> {
    sqlx::query_scalar!(
        r#"select copy.media_id as "media_id: MediaId"
           from media as asked join media as copy on copy.sha256 = asked.sha256 and copy.media_id <> asked.media_id
           where asked.media_id = $1
           order by copy.created_at desc, copy.media_id desc
           limit $2"#,
        of as _,
        COPIES,
    )
    .fetch_all(conn)
    .await
}
