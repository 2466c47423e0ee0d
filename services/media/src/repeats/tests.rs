//! Searching with a real database.

use ground::ids::{Ids, UploadId};
use sqlx::PgPool;

use super::*;
use crate::likeness::{
    Frame,
    samples::{Scene, frame, mirrored, quarter_turn},
};

/// A medium that came with these bytes and looks so.
async fn db_medium(conn: &mut PgConnection, sha256: u8, frames: &[Frame]) -> MediaId {
    let now = ground::clock::Clock::system().now();
    let (upload_id, media_id): (UploadId, MediaId) = (Ids::system().mint(now), Ids::system().mint(now));
    sqlx::query!(
        "insert into uploads (upload_id, secret_hash, client_name, size, blake3, created_at, finished_at,
                              expires_at, claimed_at)
         values ($1, '', 'a.jpg', 3, '', $2, $2, $2, $2)",
        upload_id as _,
        now,
    )
    .execute(&mut *conn)
    .await
    .unwrap();
    sqlx::query!(
        "insert into media (media_id, upload_id, created_at, sha256) values ($1, $2, $3, $4)",
        media_id as _,
        upload_id as _,
        now,
        &[sha256; 32][..],
    )
    .execute(&mut *conn)
    .await
    .unwrap();
    likenesses::put(conn, media_id, frames).await.unwrap();
    media_id
}

fn still(pixels: &[u8]) -> Vec<Frame> {
    let sketch = Sketch::of(pixels).unwrap();
    vec![Frame { at_ms: None, sketch }]
}

fn film(seeds: std::ops::Range<u32>) -> Vec<Frame> {
    let moment = |seed: u32| Frame {
        at_ms: Some(i32::try_from(seed).unwrap() * 1000),
        sketch: Sketch::of(&frame(seed)).unwrap(),
    };
    seeds.map(moment).collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_shows_the_same_is_found_and_nothing_else(pool: PgPool) {
    let mut conn = pool.acquire().await.unwrap();
    let scene = Scene::new(1);
    let whole = scene.part([0.0, 1.0], [0.0, 1.0]);
    let asked = db_medium(&mut conn, 0, &still(&whole)).await;
    for other in 2..60 {
        db_medium(&mut conn, u8::try_from(other).unwrap(), &still(&frame(other))).await;
    }
    assert_eq!(find(&mut conn, asked).await.unwrap(), []);
    let changed = [
        quarter_turn(&whole),
        mirrored(&whole),
        scene.part([0.08, 0.92], [0.08, 0.92]),
        scene.part([0.0, 1.0], [0.08, 1.0]),
        whole.iter().map(|pixel| pixel & 0xF0).collect(),
        whole.iter().map(|pixel| pixel.saturating_add(40)).collect(),
    ];
    let mut expected = Vec::new();
    for (sha256, pixels) in (100..).zip(&changed) {
        let repeat = db_medium(&mut conn, sha256, &still(pixels)).await;
        let back = find(&mut conn, repeat).await.unwrap();
        assert!(
            back.iter()
                .any(|found| found.media_id == asked && found.kind == RepeatKind::Near),
            "{sha256}: {back:?}"
        );
        expected.push(repeat);
    }
    let repeats = find(&mut conn, asked).await.unwrap();
    let mut found: Vec<MediaId> = repeats.iter().map(|repeat| repeat.media_id).collect();
    assert!(repeats.is_sorted_by(|one, other| one.score >= other.score));
    found.sort();
    assert_eq!(found, expected);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_same_bytes_come_first_and_once_also_where_nothing_can_be_seen(pool: PgPool) {
    let mut conn = pool.acquire().await.unwrap();
    let one = db_medium(&mut conn, 1, &still(&frame(1))).await;
    let near = db_medium(&mut conn, 2, &still(&mirrored(&frame(1)))).await;
    let exact = db_medium(&mut conn, 1, &still(&frame(1))).await;
    let kinds: Vec<_> = find(&mut conn, one)
        .await
        .unwrap()
        .into_iter()
        .map(|repeat| (repeat.media_id, repeat.kind))
        .collect();
    assert_eq!(kinds, [(exact, RepeatKind::Exact), (near, RepeatKind::Near)]);
    // Flat pictures have no sketch.
    let (black, again) = (
        db_medium(&mut conn, 3, &[]).await,
        db_medium(&mut conn, 3, &[]).await,
    );
    db_medium(&mut conn, 4, &[]).await;
    let repeats = find(&mut conn, black).await.unwrap();
    assert_eq!(repeats.len(), 1);
    assert_eq!((repeats[0].media_id, repeats[0].kind), (again, RepeatKind::Exact));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_moment_of_a_film_is_found_by_a_photo_and_a_film_by_another(pool: PgPool) {
    let mut conn = pool.acquire().await.unwrap();
    let one = db_medium(&mut conn, 1, &film(10..34)).await;
    let longer = db_medium(&mut conn, 2, &film(30..54)).await;
    let photo = db_medium(&mut conn, 3, &still(&quarter_turn(&frame(20)))).await;
    let repeats = find(&mut conn, photo).await.unwrap();
    assert_eq!(repeats.len(), 1);
    assert_eq!((repeats[0].media_id, repeats[0].at_ms), (one, Some(20_000)));
    let found: Vec<MediaId> = find(&mut conn, longer)
        .await
        .unwrap()
        .iter()
        .map(|repeat| repeat.media_id)
        .collect();
    assert_eq!(found, [one]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_gone_is_not_found(pool: PgPool) {
    let mut conn = pool.acquire().await.unwrap();
    let one = db_medium(&mut conn, 1, &still(&frame(1))).await;
    let exact = db_medium(&mut conn, 1, &still(&frame(1))).await;
    let near = db_medium(&mut conn, 2, &still(&mirrored(&frame(1)))).await;
    assert_eq!(find(&mut conn, one).await.unwrap().len(), 2);
    for gone in [exact, near] {
        sqlx::query!("delete from media where media_id = $1", gone as _)
            .execute(&mut *conn)
            .await
            .unwrap();
    }
    assert_eq!(find(&mut conn, one).await.unwrap(), []);
    let left = sqlx::query_scalar!(r#"select count(*) as "count!" from likenesses"#)
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    assert_eq!(left, 1);
    // Another look at it replaces what was kept.
    likenesses::put(&mut conn, one, &film(5..8)).await.unwrap();
    assert_eq!(likenesses::list_sketches(&mut conn, one).await.unwrap().len(), 3);
    assert_eq!(find(&mut conn, MediaId(uuid_of_nobody())).await.unwrap(), []);
}

fn uuid_of_nobody() -> sqlx::types::Uuid {
    sqlx::types::Uuid::from_u128(7)
}

/// A thousand people send the same picture: the search reads so many and no more.
#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_picture_that_everybody_sends_is_found_without_end(pool: PgPool) {
    let mut conn = pool.acquire().await.unwrap();
    let one = db_medium(&mut conn, 1, &still(&frame(1))).await;
    for _ in 0..130 {
        db_medium(&mut conn, 2, &still(&frame(1))).await;
    }
    let repeats = find(&mut conn, one).await.unwrap();
    assert!(repeats.len() >= 40 && repeats.len() <= NAMED, "{}", repeats.len());
    assert!(repeats.iter().all(|repeat| repeat.score > 0.99));
}
