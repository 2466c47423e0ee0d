//! All SQL of this room.

pub(crate) mod facts;
pub(crate) mod sealed;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use ground::{
    blobs::{PictureFormat, Rendition},
    ids::{MediaId, UploadId},
    jobs::{self, IngestUpload, ReadFacts},
};
use sqlx::PgConnection;

use crate::{
    medium::{MediaState, Medium, Original, RenditionFacts},
    originals::Evidence,
    picture::{Kind, Reason},
};

/// Says that a medium will be made of an upload, and asks for it, in the caller's transaction.
pub async fn expect(
    conn: &mut PgConnection,
    media_id: MediaId,
    upload_id: UploadId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into media (media_id, upload_id, created_at) values ($1, $2, $3)",
        media_id as _,
        upload_id as _,
        now,
    )
    .execute(&mut *conn)
    .await?;
    jobs::enqueue(conn, &IngestUpload { media_id, upload_id }).await
}

/// The media of these ids, in the order in which they were asked for. Unknown ones are left out.
pub async fn list(conn: &mut PgConnection, media_ids: &[MediaId]) -> sqlx::Result<Vec<Medium>> {
    let ids: Vec<_> = media_ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"select media_id as "media_id!: MediaId", upload_id as "upload_id!: UploadId", state as "state!: MediaState",
                  refused_reason, width, height, media.sha256, media.size, placeholder, sealed_at as "sealed_at?",
                  damaged_at
           from media left join sealed_originals using (media_id) where media_id = any($1)"#,
        &ids,
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut renditions: HashMap<MediaId, Vec<RenditionFacts>> = HashMap::new();
    let rendition_rows = sqlx::query!(
        r#"select media_id as "media_id: MediaId", slot, format as "format: PictureFormat", width, height, size
           from renditions where media_id = any($1) order by media_id, slot"#,
        &ids,
    )
    .fetch_all(&mut *conn)
    .await?;
    for row in rendition_rows {
        let rendition = Rendition {
            width: u16::try_from(row.slot).unwrap_or_default(),
            format: row.format,
        };
        let facts = RenditionFacts {
            rendition,
            width: row.width,
            height: row.height,
            size: row.size,
        };
        renditions.entry(row.media_id).or_default().push(facts);
    }
    let mut media: HashMap<MediaId, Medium> = rows
        .into_iter()
        .map(|row| {
            let medium = Medium {
                media_id: row.media_id,
                upload_id: row.upload_id,
                state: row.state,
                refused: row.refused_reason.as_deref().map(Reason::from_code),
                width: row.width,
                height: row.height,
                sha256: row.sha256,
                size: row.size,
                placeholder: row.placeholder,
                original: row.sealed_at.map(|sealed_at| Original {
                    sealed_at,
                    damaged_at: row.damaged_at,
                }),
                renditions: renditions.remove(&row.media_id).unwrap_or_default(),
            };
            (row.media_id, medium)
        })
        .collect();
    Ok(media_ids.iter().filter_map(|id| media.remove(id)).collect())
}

/// Takes a medium up for work. False when it is done already (a job that runs twice) or gone.
pub(crate) async fn begin(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<bool> {
    let begun = sqlx::query!(
        "update media set state = 'processing' where media_id = $1 and state in ('waiting', 'processing')",
        media_id as _,
    )
    .execute(conn)
    .await?;
    Ok(begun.rows_affected() == 1)
}

/// Says that decoding begins, and how many times it did without an end that was the file's or nobody's fault: at
/// least once now.
pub(crate) async fn begin_decoding(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<i16> {
    sqlx::query_scalar!(
        "update media set unended_decodings = least(unended_decodings + 1, 100) where media_id = $1
         returning unended_decodings",
        media_id as _,
    )
    .fetch_one(conn)
    .await
}

/// The decoder could not work, which says nothing about the file.
pub(crate) async fn forget_decodings(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<()> {
    sqlx::query!(
        "update media set unended_decodings = 0 where media_id = $1",
        media_id as _
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What became of a picture.
pub(crate) struct Ready {
    pub(crate) kind: Kind,
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) thumbhash: Vec<u8>,
    pub(crate) placeholder: Vec<u8>,
    pub(crate) likeness: [u8; 8],
    pub(crate) renditions: Vec<RenditionFacts>,
}

/// Writes the verdict, once, and asks for the facts, after which the incoming bytes are dropped. False when another worker was
/// faster: then nothing is written.
pub(crate) async fn conclude(
    conn: &mut PgConnection,
    (media_id, upload_id): (MediaId, UploadId),
    now: DateTime<Utc>,
    evidence: &Evidence,
    verdict: Result<Ready, Reason>,
) -> sqlx::Result<bool> {
    let concluded = match &verdict {
        Ok(ready) => sqlx::query!(
            "update media
             set state = 'ready', finished_at = $2, sha256 = $3, size = $4, kind = $5, width = $6, height = $7,
                 thumbhash = $8, placeholder = $9, likeness = $10
             where media_id = $1 and state = 'processing'",
            media_id as _,
            now,
            &evidence.sha256[..],
            evidence.size,
            ready.kind as _,
            ready.width,
            ready.height,
            ready.thumbhash,
            ready.placeholder,
            &ready.likeness[..],
        )
        .execute(&mut *conn)
        .await?,
        Err(reason) => sqlx::query!(
            "update media
             set state = 'refused', finished_at = $2, sha256 = $3, size = $4, refused_reason = $5
             where media_id = $1 and state = 'processing'",
            media_id as _,
            now,
            &evidence.sha256[..],
            evidence.size,
            reason.code(),
        )
        .execute(&mut *conn)
        .await?,
    };
    if concluded.rows_affected() == 0 {
        return Ok(false);
    }
    for facts in verdict.iter().flat_map(|ready| &ready.renditions) {
        sqlx::query!(
            "insert into renditions (media_id, slot, format, width, height, size) values ($1, $2, $3, $4, $5, $6)",
            media_id as _,
            i16::try_from(facts.rendition.width).unwrap_or_default(),
            facts.rendition.format.ext(),
            facts.width,
            facts.height,
            facts.size,
        )
        .execute(&mut *conn)
        .await?;
    }
    jobs::enqueue(&mut *conn, &ReadFacts { media_id, upload_id }).await?;
    ground::live::announce(conn).await?;
    Ok(true)
}
