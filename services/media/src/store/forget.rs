//! Forgetting media: for who takes back all that they ever sent.

use ground::{
    blobs::{BlobKey, PictureFormat, Rendition},
    ids::{MediaId, SealId, UploadId},
};
use sqlx::PgConnection;

/// What is left to do when media are forgotten.
#[derive(Debug, Default)]
pub struct Forgotten {
    /// Objects that no row names any more, to be deleted once the transaction is committed. What is not deleted then,
    /// the sweep finds.
    pub objects: Vec<BlobKey>,
    /// The uploads that they were made of, which nothing of ours names any more.
    pub upload_ids: Vec<UploadId>,
}

/// Forgets media, in the caller's transaction: what they look like, what they tell about themselves, which objects they
/// have. Work on them ends by itself: whoever does it finds no row to write to.
///
/// # Errors
/// When the database fails, or something still shows one of them.
pub async fn forget(conn: &mut PgConnection, media_ids: &[MediaId]) -> sqlx::Result<Forgotten> {
    let ids: Vec<_> = media_ids.iter().map(|id| id.0).collect();
    // In one order, so that two who forget the same do not wait for each other.
    let media = sqlx::query!(
        r#"select media_id as "media_id!: MediaId", upload_id as "upload_id!: UploadId", seal_id as "seal_id?: SealId",
                  coalesce(cardinality(live_ms), 0) as "pieces!"
           from media left join sealed_originals using (media_id)
           where media_id = any($1) order by media_id for update of media"#,
        &ids,
    )
    .fetch_all(&mut *conn)
    .await?;
    let renditions = sqlx::query!(
        r#"select media_id as "media_id: MediaId", slot, format as "format: PictureFormat"
           from renditions where media_id = any($1)"#,
        &ids,
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut forgotten = Forgotten::default();
    for row in &media {
        forgotten.upload_ids.push(row.upload_id);
        let objects = &mut forgotten.objects;
        objects.extend(row.seal_id.map(|seal_id| BlobKey::sealed(row.media_id, seal_id)));
        // As earlier versions kept it.
        objects.push(BlobKey::original(row.media_id));
        if row.pieces > 0 {
            // Number 0 tells how to decode them.
            let numbers = 0..=row.pieces.unsigned_abs();
            objects.extend(numbers.map(|number| BlobKey::piece(row.media_id, number)));
        }
    }
    forgotten.objects.extend(renditions.into_iter().map(|row| {
        let rendition = Rendition {
            width: u16::try_from(row.slot).unwrap_or_default(),
            format: row.format,
        };
        BlobKey::rendition(row.media_id, rendition)
    }));
    sqlx::query!("delete from media where media_id = any($1)", &ids)
        .execute(conn)
        .await?;
    Ok(forgotten)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use ground::ids::Ids;
    use sqlx::PgPool;

    use super::*;

    #[sqlx::test(migrator = "ground::db::MIGRATOR")]
    async fn every_object_of_a_medium_is_named_once_and_no_row_of_it_is_left(pool: PgPool) {
        let (ids, now) = (Ids::system(), DateTime::from_timestamp(1_800_000_000, 0).unwrap());
        let mut conn = pool.acquire().await.unwrap();
        let (forgotten, kept): (MediaId, MediaId) = (ids.mint(now), ids.mint(now));
        let mut uploads = Vec::new();
        for media_id in [forgotten, kept] {
            let upload_id: UploadId = ids.mint(now);
            uploads.push(upload_id);
            sqlx::query!(
                "insert into uploads (upload_id, secret_hash, client_name, created_at, expires_at)
                 values ($1, '', '', $2, $2)",
                upload_id.0,
                now,
            )
            .execute(&mut *conn)
            .await
            .unwrap();
            super::super::expect(&mut conn, media_id, upload_id, now)
                .await
                .unwrap();
            sqlx::query!(
                "insert into renditions (media_id, slot, format, width, height, size)
                 values ($1, 640, 'webp', 640, 480, 3), ($1, 1, 'sprite', 640, 480, 3)",
                media_id.0
            )
            .execute(&mut *conn)
            .await
            .unwrap();
            sqlx::query!(
                "insert into likenesses (media_id, frame, sketch, whole_key, inner_key)
                 values ($1, 0, decode(repeat('00', 576), 'hex'), 1, 1)",
                media_id.0
            )
            .execute(&mut *conn)
            .await
            .unwrap();
            sqlx::query!(
                "update media set live_ms = '{2000, 2000}' where media_id = $1",
                media_id.0
            )
            .execute(&mut *conn)
            .await
            .unwrap();
        }
        let told = forget(&mut conn, &[forgotten]).await.unwrap();
        assert_eq!(told.upload_ids, uploads[..1]);
        let mut paths: Vec<_> = told.objects.iter().map(|key| key.path().to_owned()).collect();
        paths.sort();
        assert_eq!(
            paths,
            [
                format!("media/{forgotten}/1-sprite"),
                format!("media/{forgotten}/640-webp"),
                format!("media/{forgotten}/live_0"),
                format!("media/{forgotten}/live_1"),
                format!("media/{forgotten}/live_2"),
                format!("originals/{forgotten}"),
            ]
        );
        let left = sqlx::query!(
            r#"select (select count(*) from media) as "media!", (select count(*) from renditions) as "renditions!",
                      (select count(*) from likenesses) as "likenesses!""#
        );
        let left = left.fetch_one(&mut *conn).await.unwrap();
        assert_eq!((left.media, left.renditions, left.likenesses), (1, 2, 1));
        let again = forget(&mut conn, &[forgotten]).await.unwrap();
        assert!(again.objects.is_empty() && again.upload_ids.is_empty());
    }
}
