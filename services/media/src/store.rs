//! All SQL of this room.

pub(crate) mod facts;
pub(crate) mod film;
pub(crate) mod forget;
pub(crate) mod likenesses;
pub(crate) mod sealed;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use ground::{
    blobs::{PictureFormat, Rendition},
    ids::{MediaId, UploadId},
    jobs::{self, DropIncoming, FindRepeats, IngestUpload, MakeLadder, ReadFacts},
};
use sqlx::PgConnection;

use crate::{
    likeness::{Frame, Sketch},
    medium::{MediaState, Medium, MediumKind, Original, RenditionFacts, Sheet},
    originals::Evidence,
    picture::{Kind, Reason},
    video::{Container, Rung},
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
                  medium_kind as "kind?: MediumKind", refused_reason, width, height, media.sha256, media.size,
                  placeholder, sealed_at as "sealed_at?", damaged_at, duration_ms, progress, live_ms, making as "making!", waveform,
                  sprite_tiles, sprite_columns, sprite_ms
           from media left join sealed_originals using (media_id) where media_id = any($1)"#,
        &ids,
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut ladders = film::list_rungs(&mut *conn, &ids).await?;
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
                kind: row.kind,
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
                duration_ms: row.duration_ms,
                progress: row.progress,
                live_ms: row.live_ms,
                making: row.making,
                waveform: row.waveform,
                sheet: row.sprite_tiles.zip(row.sprite_columns).zip(row.sprite_ms).map(
                    |((tiles, columns), every_ms)| Sheet {
                        tiles,
                        columns,
                        every_ms,
                    },
                ),
                ladder: ladders.remove(&row.media_id).unwrap_or_default(),
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

/// What became of a file.
pub(crate) struct Ready {
    pub(crate) shown: Shown,
    /// Of a picture, or of a film's poster; none of sound.
    pub(crate) picture: Option<Likeness>,
    pub(crate) renditions: Vec<RenditionFacts>,
}

/// What there is to see or hear.
pub(crate) enum Shown {
    Picture(Kind),
    /// A film or sound, by its first rung.
    Film {
        container: Container,
        duration_ms: i32,
        rung: Box<Rung>,
    },
}

/// What stands for a picture where it is not at hand.
pub(crate) struct Likeness {
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) thumbhash: Vec<u8>,
    pub(crate) placeholder: Vec<u8>,
    /// None of a flat picture.
    pub(crate) sketch: Option<Sketch>,
}

impl Ready {
    fn medium_kind(&self) -> MediumKind {
        match &self.shown {
            Shown::Picture(_) => MediumKind::Picture,
            Shown::Film { rung, .. } if rung.is_sound() => MediumKind::Sound,
            Shown::Film { .. } => MediumKind::Film,
        }
    }
}

/// Writes the verdict, once, and asks for the facts, and for more of a film; what was received is dropped after both. Gives
/// how many pieces of a film nobody needs any more; when another worker was faster, nothing is written, and it is none.
pub(crate) async fn conclude(
    conn: &mut PgConnection,
    (media_id, upload_id): (MediaId, UploadId),
    now: DateTime<Utc>,
    evidence: &Evidence,
    verdict: Result<Ready, Reason>,
) -> sqlx::Result<usize> {
    let (concluded, pieces) = match &verdict {
        Ok(ready) => (set_ready(&mut *conn, media_id, now, evidence, ready).await?, 0),
        Err(reason) => {
            let pieces = sqlx::query_scalar!(
                r#"with old as (select media_id, live_ms from media where media_id = $1 and state = 'processing' for update)
                   update media
                   set state = 'refused', finished_at = $2, sha256 = $3, size = $4, refused_reason = $5, progress = null,
                       live_ms = null
                   from old where media.media_id = old.media_id
                   returning coalesce(cardinality(old.live_ms), 0) as "pieces!""#,
                media_id as _,
                now,
                &evidence.sha256[..],
                evidence.size,
                reason.code(),
            )
            .fetch_optional(&mut *conn)
            .await?;
            if pieces.is_some() {
                // A packed film was shown before it was judged.
                sqlx::query!("delete from renditions where media_id = $1", media_id as _)
                    .execute(&mut *conn)
                    .await?;
            }
            (pieces.is_some(), pieces.unwrap_or_default())
        }
    };
    if !concluded {
        return Ok(0);
    }
    for facts in verdict.iter().flat_map(|ready| &ready.renditions) {
        insert_rendition(&mut *conn, media_id, facts).await?;
    }
    let sketch = verdict
        .as_ref()
        .ok()
        .and_then(|ready| ready.picture.as_ref()?.sketch.clone());
    if let Ok(Ready {
        shown: Shown::Film { rung, .. },
        ..
    }) = verdict
    {
        film::put_rung(&mut *conn, media_id, &rung).await?;
        jobs::enqueue(&mut *conn, &MakeLadder { media_id, upload_id }).await?;
    }
    if let Some(sketch) = sketch {
        likenesses::put(&mut *conn, media_id, &[Frame { at_ms: None, sketch }]).await?;
    }
    jobs::enqueue(&mut *conn, &ReadFacts { media_id, upload_id }).await?;
    jobs::enqueue(&mut *conn, &FindRepeats { media_id }).await?;
    ground::live::announce(conn).await?;
    Ok(usize::try_from(pieces).unwrap_or_default())
}

async fn set_ready(
    conn: &mut PgConnection,
    media_id: MediaId,
    now: DateTime<Utc>,
    evidence: &Evidence,
    ready: &Ready,
) -> sqlx::Result<bool> {
    let (kind, container, duration_ms) = match &ready.shown {
        Shown::Picture(kind) => (Some(*kind), None, None),
        Shown::Film {
            container,
            duration_ms,
            ..
        } => (None, Some(*container), Some(*duration_ms)),
    };
    let picture = ready.picture.as_ref();
    let set = sqlx::query!(
        "update media
         set state = 'ready', finished_at = $2, sha256 = $3, size = $4, medium_kind = $5, kind = $6, container = $7,
             duration_ms = $8::integer, width = $9, height = $10, thumbhash = $11, placeholder = $12,
             making = $8::integer is not null, progress = null, unended_decodings = 0
         where media_id = $1 and state = 'processing'",
        media_id as _,
        now,
        &evidence.sha256[..],
        evidence.size,
        ready.medium_kind() as _,
        kind as _,
        container as _,
        duration_ms,
        picture.map(|picture| picture.width),
        picture.map(|picture| picture.height),
        picture.map(|picture| &picture.thumbhash[..]),
        picture.map(|picture| &picture.placeholder[..]),
    )
    .execute(conn)
    .await?;
    Ok(set.rows_affected() == 1)
}

/// Asks for the received bytes to be dropped, if nobody has need of them any more: whoever reads them last sees that.
pub(crate) async fn release(
    conn: &mut PgConnection,
    (media_id, upload_id): (MediaId, UploadId),
) -> sqlx::Result<()> {
    // One after the other, and each looks when it is alone. A row that points here shares the key of the medium: who
    // wrote one may come to this line while another is behind it.
    sqlx::query!(
        "select from media where media_id = $1 for no key update",
        media_id as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    let needed = sqlx::query_scalar!(
        r#"select exists (
               select from media left join fact_readings using (media_id)
               where media_id = $1 and (making or read_at is null)
           ) as "needed!""#,
        media_id as _,
    )
    .fetch_one(&mut *conn)
    .await?;
    if needed {
        return Ok(());
    }
    jobs::enqueue(conn, &DropIncoming { upload_id }).await
}

/// Writes a clean copy.
async fn insert_rendition(
    conn: &mut PgConnection,
    media_id: MediaId,
    facts: &RenditionFacts,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into renditions (media_id, slot, format, width, height, size) values ($1, $2, $3, $4, $5, $6)",
        media_id as _,
        i16::try_from(facts.rendition.width).unwrap_or_default(),
        facts.rendition.format.ext(),
        facts.width,
        facts.height,
        facts.size,
    )
    .execute(conn)
    .await?;
    Ok(())
}
