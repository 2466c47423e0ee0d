//! What films and sounds have besides: progress, rungs, and what they are leafed through by.

use std::collections::HashMap;

use ground::{
    blobs::{PictureFormat, Rendition},
    ids::{MediaId, UploadId},
    jobs::{self, CopyMore, FindRepeats},
};
use sqlx::PgConnection;

use crate::{
    likeness::Frame,
    medium::RenditionFacts,
    video::{Ladder, Rung, Segment, SpriteSheet},
};

/// What a film is leafed through by.
#[derive(Default)]
pub(crate) struct Leafing {
    pub(crate) sheet: Option<(SpriteSheet, RenditionFacts)>,
    pub(crate) waveform: Option<Vec<u8>>,
    /// It is known again by these.
    pub(crate) frames: Vec<Frame>,
}

/// Says that their sender took these back: work on them stops within moments.
///
/// # Errors
/// When the database fails.
pub async fn stop_work(conn: &mut PgConnection, media_ids: &[MediaId]) -> sqlx::Result<()> {
    let ids: Vec<_> = media_ids.iter().map(|id| id.0).collect();
    sqlx::query!(
        "update media set unwanted = true
         where media_id = any($1) and (state in ('waiting', 'processing') or making)",
        &ids
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether its sender took it back, or it is gone.
pub(crate) async fn is_unwanted(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<bool> {
    let unwanted = sqlx::query_scalar!("select unwanted from media where media_id = $1", media_id as _)
        .fetch_optional(conn)
        .await?;
    Ok(unwanted.unwrap_or(true))
}

/// Says how far the first rung is, and which pieces of it can be watched.
pub(crate) async fn set_progress(
    conn: &mut PgConnection,
    media_id: MediaId,
    percent: i16,
    pieces_ms: &[i32],
) -> sqlx::Result<()> {
    sqlx::query!(
        "update media set progress = $2, live_ms = nullif($3::integer[], '{}')
         where media_id = $1 and state = 'processing'",
        media_id as _,
        percent,
        pieces_ms,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether more is to be made of it: a job that runs twice finds nothing to do.
pub(crate) async fn is_making(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from media where media_id = $1 and state = 'ready' and making) as "making!""#,
        media_id as _
    )
    .fetch_one(conn)
    .await
}

/// Writes what it is leafed through by.
pub(crate) async fn set_leafing(
    conn: &mut PgConnection,
    media_id: MediaId,
    leafing: &Leafing,
) -> sqlx::Result<()> {
    let sheet = leafing.sheet.as_ref();
    let number = |number: u16| i16::try_from(number).unwrap_or(i16::MAX);
    let written = sqlx::query!(
        "update media set waveform = $2, sprite_tiles = $3, sprite_columns = $4, sprite_ms = $5
         where media_id = $1 and making",
        media_id as _,
        leafing.waveform.as_deref(),
        sheet.map(|(sheet, _)| number(sheet.tiles)),
        sheet.map(|(sheet, _)| number(sheet.columns)),
        sheet.map(|(sheet, _)| i32::try_from(sheet.every_ms).unwrap_or(i32::MAX)),
    )
    .execute(&mut *conn)
    .await?;
    if written.rows_affected() == 0 {
        return Ok(());
    }
    if let Some((_, facts)) = sheet {
        // It may have been made before, by a run that was stopped.
        delete_rendition(&mut *conn, media_id, facts.rendition).await?;
        super::insert_rendition(&mut *conn, media_id, facts).await?;
    }
    // A film that is flat at every key frame keeps the sketch of its poster.
    if !leafing.frames.is_empty() {
        super::likenesses::put(&mut *conn, media_id, &leafing.frames).await?;
        // Its moments are found in others, and others' in it, only from now on.
        jobs::enqueue(&mut *conn, &FindRepeats { media_id }).await?;
    }
    ground::live::announce(conn).await
}

/// Lets the desk watch a film that is packed, before all of it is judged.
pub(crate) async fn show_rung(conn: &mut PgConnection, media_id: MediaId, rung: &Rung) -> sqlx::Result<()> {
    let shown = sqlx::query!(
        "select from media where media_id = $1 and state = 'processing' for no key update",
        media_id as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    if shown.is_none() {
        return Ok(());
    }
    put_rung(&mut *conn, media_id, rung).await?;
    ground::live::announce(conn).await
}

/// Writes a rung, in the place of what an attempt that was stopped has left of it.
pub(crate) async fn put_rung(conn: &mut PgConnection, media_id: MediaId, rung: &Rung) -> sqlx::Result<()> {
    delete_rendition(&mut *conn, media_id, rung.rendition).await?;
    let bytes: u64 = rung.segments.iter().map(|segment| segment.bytes).sum();
    let facts = RenditionFacts {
        rendition: rung.rendition,
        width: rung.width,
        height: rung.height,
        size: i64::try_from(rung.head_bytes + bytes).unwrap_or(i64::MAX),
    };
    super::insert_rendition(&mut *conn, media_id, &facts).await?;
    let milliseconds: Vec<i32> = rung
        .segments
        .iter()
        .map(|segment| i32::try_from(segment.milliseconds).unwrap_or(i32::MAX))
        .collect();
    let bytes: Vec<i64> = rung
        .segments
        .iter()
        .map(|segment| i64::try_from(segment.bytes).unwrap_or(i64::MAX))
        .collect();
    sqlx::query!(
        "insert into film_rungs (media_id, slot, format, codecs, head_bytes, segment_ms, segment_bytes)
         values ($1, $2, $3, $4, $5, $6, $7)",
        media_id as _,
        i16::try_from(rung.rendition.width).unwrap_or_default(),
        rung.rendition.format.ext(),
        rung.codecs,
        i64::try_from(rung.head_bytes).unwrap_or(i64::MAX),
        &milliseconds,
        &bytes,
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn delete_rendition(
    conn: &mut PgConnection,
    media_id: MediaId,
    rendition: Rendition,
) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from renditions where media_id = $1 and slot = $2 and format = $3",
        media_id as _,
        i16::try_from(rendition.width).unwrap_or_default(),
        rendition.format.ext(),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends the work on a film, once: writes its other rungs, and lets go of what was received. Gives how many pieces are to
/// be deleted.
pub(crate) async fn finish(
    conn: &mut PgConnection,
    (media_id, upload_id): (MediaId, UploadId),
    rungs: &[Rung],
) -> sqlx::Result<usize> {
    let pieces = sqlx::query_scalar!(
        r#"with old as (select media_id, live_ms from media where media_id = $1 and making for update)
           update media set making = false, live_ms = null, progress = null, unended_decodings = 0
           from old where media.media_id = old.media_id
           returning coalesce(cardinality(old.live_ms), 0) as "pieces!""#,
        media_id as _,
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(pieces) = pieces else { return Ok(0) };
    for rung in rungs {
        put_rung(&mut *conn, media_id, rung).await?;
    }
    super::release(&mut *conn, (media_id, upload_id)).await?;
    if !rungs.is_empty() {
        jobs::enqueue(&mut *conn, &CopyMore { media_id }).await?;
    }
    ground::live::announce(conn).await?;
    Ok(usize::try_from(pieces).unwrap_or_default())
}

/// The rungs of these media.
pub(super) async fn list_rungs(
    conn: &mut PgConnection,
    ids: &[uuid::Uuid],
) -> sqlx::Result<HashMap<MediaId, Ladder>> {
    let rows = sqlx::query!(
        r#"select media_id as "media_id: MediaId", slot, format as "format: PictureFormat", width, height, codecs,
                  head_bytes, segment_ms, segment_bytes
           from film_rungs join renditions using (media_id, slot, format)
           where media_id = any($1) order by media_id, slot"#,
        ids,
    )
    .fetch_all(conn)
    .await?;
    let mut ladders: HashMap<MediaId, Ladder> = HashMap::new();
    for row in rows {
        let segments = row
            .segment_ms
            .iter()
            .zip(&row.segment_bytes)
            .map(|(&milliseconds, &bytes)| Segment {
                milliseconds: milliseconds.unsigned_abs(),
                bytes: bytes.unsigned_abs(),
            });
        let rung = Rung {
            rendition: Rendition {
                width: u16::try_from(row.slot).unwrap_or_default(),
                format: row.format,
            },
            width: row.width,
            height: row.height,
            codecs: row.codecs,
            head_bytes: row.head_bytes.unsigned_abs(),
            segments: segments.collect(),
        };
        ladders.entry(row.media_id).or_default().0.push(rung);
    }
    Ok(ladders)
}
