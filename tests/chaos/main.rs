//! The program is killed at random moments while people send. Nothing that anyone was told we have is lost.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use futures_util::{StreamExt, stream};
use ground::blobs::{BlobKey, Blobs, Bucket};
use ground::ids::{MediaId, SealId, SubmissionId};
use ground::seal::{self, Keyring, Source};
use reqwest::StatusCode;
use sha2::{Digest, Sha256};
use sqlx::PgConnection;
use tests::{Contribution, House, Receipt, photo, text_of};
use tokio::sync::Mutex;

const CONTRIBUTIONS: u8 = 50;
/// Photos of 640 × 480 and 481 × 643 have two widths in two formats each.
const RENDITIONS: i64 = 4;

/// Without `BEPART_CHAOS_SEED` each run kills at other moments; the seed is printed, so a bad run can be
/// looked at again.
fn seed() -> u64 {
    let given = std::env::var("BEPART_CHAOS_SEED")
        .ok()
        .and_then(|text| text.parse().ok());
    given.unwrap_or_else(|| u64::from_le_bytes(ground::secret::random()))
}

/// Marsaglia's xorshift64: enough to choose moments with.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// Sends until the answer is a receipt: what a person does whose connection broke, with the same form.
async fn persist(house: &Mutex<House>, contribution: &Contribution) -> Receipt {
    loop {
        let person = house.lock().await.anyone();
        if let Ok(answer) = person.send(contribution).await
            && answer.status() == StatusCode::SEE_OTHER
            && let Ok(page) = person.try_read("/contribute/sent").await
            && let Some(code) = text_of(&page, ".code-box .code")
        {
            return Receipt(code);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let seed = seed();
    println!("BEPART_CHAOS_SEED={seed}");
    let house = House::start_embedded(&[
        ("BEPART__LIMITS__SENDINGS_EACH", "100000"),
        ("BEPART__SWEEP__ORPHAN_MINUTES", "0"),
    ]);
    let house = Arc::new(Mutex::new(house));

    let contributions: Vec<(Contribution, Vec<Vec<u8>>)> = (0..CONTRIBUTIONS)
        .map(|number| {
            let photos = [photo(640, 480, number), photo(481, 643, number.wrapping_add(100))];
            let form = Contribution::new(&format!("Contribution {number}"))
                .with(
                    "submission_id",
                    &ground::ids::Ids::system()
                        .mint::<SubmissionId>(ground::clock::Clock::system().now())
                        .to_string(),
                )
                .with("form_key", &ground::secret::token());
            (
                photos
                    .iter()
                    .fold(form, |form, bytes| form.file("photo.jpg", bytes.clone())),
                photos.to_vec(),
            )
        })
        .collect();

    let killer = tokio::spawn({
        let house = Arc::clone(&house);
        async move {
            let (mut state, mut kills) = (seed.max(1), 0_u32);
            loop {
                tokio::time::sleep(Duration::from_millis(300 + next(&mut state) % 2500)).await;
                let mut house = house.lock().await;
                house.kill();
                kills += 1;
                tokio::task::block_in_place(|| house.up());
                println!("killed {kills} times");
            }
        }
    });
    let receipts: Vec<Receipt> = stream::iter(&contributions)
        .map(|(contribution, _)| persist(&house, contribution))
        .buffered(6)
        .collect()
        .await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    killer.abort();
    let _ = killer.await;

    let mut house = Arc::into_inner(house).unwrap().into_inner();
    house.kill();
    house.up();
    // What the killed ones held is taken up when their leases run out.
    house.db_wait_for_jobs().await;
    db_expire_unclaimed(&mut house.db_connect().await).await;
    house.run(&["sweep"]);
    house.db_wait_for_jobs().await;

    let mut conn = house.db_connect().await;
    let key = Source::File(house.data().join("keys/sealing.key"));
    let keys = Keyring::open(key, None, false).unwrap().load().unwrap();
    for ((contribution, photos), receipt) in contributions.iter().zip(&receipts) {
        let title = contribution.field("title");
        let page = house.anyone().look_up(receipt).await;
        assert!(page.contains(title), "{title} is behind its receipt");
        let files = db_files(&mut conn, title).await;
        assert_eq!(files.len(), photos.len(), "{title}");
        let blobs = Blobs::disk(house.data().join("objects")).await.unwrap();
        for ((media_id, state, renditions), bytes) in files.iter().zip(photos) {
            assert_eq!(state, "ready", "{title}");
            assert_eq!(*renditions, RENDITIONS, "{title}");
            let (seal_id, wrapped_key) = db_sealed(&mut conn, *media_id).await;
            let stored = blobs
                .get(&BlobKey::sealed(*media_id, seal_id), None)
                .await
                .unwrap()
                .expect("the original is there");
            let envelope = keys.unwrap(&wrapped_key).unwrap();
            let mut opened = seal::open(&envelope.key, stored.stream).await.unwrap();
            let mut hash = Sha256::new();
            while let Some(piece) = opened.clear.next().await {
                hash.update(piece.unwrap());
            }
            assert_eq!(hash.finalize(), Sha256::digest(bytes), "{title}: every byte");
        }
    }
    let orphans = db_orphans(&mut conn, &house).await;
    assert!(orphans.is_empty(), "{orphans:?}");
}

/// A day passes for the files of forms that were cut off.
async fn db_expire_unclaimed(conn: &mut PgConnection) {
    sqlx::query("update uploads set expires_at = created_at where claimed_at is null")
        .execute(conn)
        .await
        .unwrap();
}

async fn db_files(conn: &mut PgConnection, title: &str) -> Vec<(MediaId, String, i64)> {
    sqlx::query_as(
        "select f.media_id, m.state::text, (select count(*) from renditions r where r.media_id = m.media_id)
         from submissions s join submission_files f using (submission_id) join media m using (media_id)
         where s.title = $1 order by f.position",
    )
    .bind(title)
    .fetch_all(conn)
    .await
    .unwrap()
}

async fn db_sealed(conn: &mut PgConnection, media_id: MediaId) -> (SealId, String) {
    sqlx::query_as("select seal_id, wrapped_key from sealed_originals where media_id = $1")
        .bind(media_id)
        .fetch_one(conn)
        .await
        .unwrap()
}

/// Objects that no row names, and rows whose object is missing.
async fn db_orphans(conn: &mut PgConnection, house: &House) -> Vec<String> {
    let blobs = Blobs::disk(house.data().join("objects")).await.unwrap();
    let mut stored = BTreeMap::new();
    for prefix in ["incoming/", "originals/", "media/"] {
        for listed in blobs.list(Bucket::Private, prefix, None, 100_000).await.unwrap() {
            stored.insert(listed.path, listed.size);
        }
    }
    let wanted: Vec<(String,)> = sqlx::query_as(
        "select 'originals/' || media_id || '_' || coalesce(seal_id::text, 'unsealed')
         from media left join sealed_originals using (media_id)
         union all select 'media/' || media_id || '/' || slot || '-' || format
         from renditions",
    )
    .fetch_all(conn)
    .await
    .unwrap();
    let mut wrong = Vec::new();
    for (path,) in wanted {
        if stored.remove(&path).is_none() {
            wrong.push(format!("missing {path}"));
        }
    }
    wrong.extend(stored.into_keys().map(|path| format!("orphan {path}")));
    wrong
}
