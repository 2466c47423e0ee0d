//! What becomes of what a file tells about itself, with readers that are shell scripts.

use ground::jobs::{Job, ReadFacts};

use super::*;
use crate::{
    credentials::Verdict as Credited,
    facts::What,
    store::facts::{Reading, Told, insert, list},
};

/// A reader of one fact and of valid Content Credentials; `%` is the device's name.
const READER: &str = r#"case $2 in
    facts) echo '{"cut": false, "list": [
        {"source": "exif:Model", "kind": "device", "value": {"make": "Maker", "model": "%"}},
        {"source": "exif:DateTimeOriginal", "kind": "captured_at",
         "value": {"local": "2024-05-01T15:00:00", "offset_minutes": null, "precision": "second"}}]}' ;;
    credentials) echo '{"verdict": "valid", "reasons": [], "ingredient_reasons": [], "signer": {"name": "Ada",
        "issuer": "News", "signed_at": null}, "made_with": [], "actions": [], "digital_sources": [], "remote": null}' ;;
    *) echo '{"verdict": "refused", "reason": "broken"}' ;;
esac"#;

fn reader(device: &str) -> String {
    READER.replace('%', device)
}

fn reading(IngestUpload { media_id, upload_id }: &IngestUpload) -> ReadFacts {
    ReadFacts {
        media_id: *media_id,
        upload_id: *upload_id,
    }
}

impl Room {
    async fn told(&self, media_id: MediaId) -> Option<Told> {
        let mut conn = self.shop.pool.acquire().await.unwrap();
        list(&mut conn, media_id).await.unwrap()
    }

    /// How many jobs of a kind wait.
    async fn db_waiting<J: Job>(&self) -> i64 {
        sqlx::query_scalar!(
            r#"select count(*) as "count!" from jobs where kind = $1"#,
            J::KIND
        )
        .fetch_one(&self.shop.pool)
        .await
        .unwrap()
    }

    /// Until a session waits for what another one holds.
    async fn db_until_one_waits(&self) {
        while !sqlx::query_scalar!(
            r#"select exists (
                   select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()
               ) as "waits!""#
        )
        .fetch_one(&self.shop.pool)
        .await
        .unwrap()
        {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }

    async fn has_incoming(&self, job: &IngestUpload) -> bool {
        let key = BlobKey::incoming(job.upload_id);
        self.shop.blobs.size(&key).await.unwrap().is_some()
    }
}

fn devices(told: &Told) -> Vec<String> {
    let facts = told.facts.as_ref().unwrap();
    let named = facts.list().iter().filter_map(|fact| match &fact.what {
        What::Device(device) => Some(device.name()),
        _ => None,
    });
    named.collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_verdict_asks_for_the_facts_and_they_let_go_of_the_bytes(pool: PgPool) {
    let room = Room::open(pool, &reader("One")).await;
    let job = room.db_came().await;
    room.shop.ingest(again(&job)).await.unwrap();
    assert_eq!(
        (
            room.db_waiting::<ReadFacts>().await,
            room.db_waiting::<jobs::DropIncoming>().await
        ),
        (1, 0)
    );
    assert!(room.has_incoming(&job).await);
    assert_eq!(room.told(job.media_id).await, None);
    room.shop.read_facts(reading(&job)).await.unwrap();
    assert_eq!(room.db_waiting::<jobs::DropIncoming>().await, 1);
    assert_eq!(fs::read_dir(&room.shop.scratch).unwrap().count(), 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_a_file_tells_is_written_once(pool: PgPool) {
    let room = Room::open(pool, &reader("One")).await;
    let job = room.db_came().await;
    room.shop.read_facts(reading(&job)).await.unwrap();
    let told = room.told(job.media_id).await.unwrap();
    assert_eq!(devices(&told), ["Maker One"]);
    let facts = told.facts.as_ref().unwrap();
    assert_eq!(facts.captured_at().next().unwrap().offset_minutes, None);
    let credentials = told.credentials.as_ref().unwrap();
    assert_eq!(credentials.verdict, Credited::Valid);
    assert_eq!(credentials.signer.as_ref().unwrap().name.as_deref(), Some("Ada"));
    room.decoder_does(&reader("Another"));
    room.shop.read_facts(reading(&job)).await.unwrap();
    assert_eq!(room.told(job.media_id).await, Some(told));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_readers_at_once_write_one_story(pool: PgPool) {
    let room = Room::open(pool, &reader("One")).await;
    let job = room.db_came().await;
    let both = tokio::join!(
        room.shop.read_facts(reading(&job)),
        room.shop.read_facts(reading(&job))
    );
    both.0.unwrap();
    both.1.unwrap();
    assert_eq!(devices(&room.told(job.media_id).await.unwrap()), ["Maker One"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_reader_behind_another_waits_for_its_end(pool: PgPool) {
    let room = Room::open(pool, &reader("One")).await;
    let job = room.db_came().await;
    let reading = Reading {
        facts: Err(Reason::Broken),
        credentials: Err(Reason::Broken),
    };
    let mut first = ground::db::begin(&room.shop.pool).await.unwrap();
    let now = room.shop.clock.now();
    insert(&mut first, job.media_id, now, &reading).await.unwrap();
    let second = tokio::spawn({
        let (shop, job) = (room.shop.clone(), self::reading(&job));
        async move { shop.read_facts(job).await }
    });
    room.db_until_one_waits().await;
    store::release(&mut first, (job.media_id, job.upload_id))
        .await
        .unwrap();
    first.commit().await.unwrap();
    second.await.unwrap().unwrap();
    let told = room.told(job.media_id).await.unwrap();
    assert_eq!(told.facts, Err(Reason::Broken));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_that_stops_its_reader_has_a_reason_instead(pool: PgPool) {
    let room = Room::open(pool, "[ $2 = facts ] && exit 101; kill -ABRT $$").await;
    let job = room.db_came().await;
    room.shop.read_facts(reading(&job)).await.unwrap();
    let told = room.told(job.media_id).await.unwrap();
    assert_eq!(
        (told.facts, told.credentials),
        (Err(Reason::Broken), Err(Reason::TooHeavy))
    );
    assert_eq!(room.db_waiting::<jobs::DropIncoming>().await, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_machine_that_cannot_read_tries_again(pool: PgPool) {
    let room = Room::open(pool, "exit 75").await;
    let job = room.db_came().await;
    assert!(matches!(
        room.shop.read_facts(reading(&job)).await,
        Err(JobError::Retry(_))
    ));
    assert_eq!(room.told(job.media_id).await, None);
    assert_eq!(room.db_waiting::<jobs::DropIncoming>().await, 0);
    assert!(room.has_incoming(&job).await);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn facts_go_with_their_medium(pool: PgPool) {
    let room = Room::open(pool, &reader("One")).await;
    let job = room.db_came().await;
    room.shop.read_facts(reading(&job)).await.unwrap();
    sqlx::query!("delete from media where media_id = $1", job.media_id as _)
        .execute(&room.shop.pool)
        .await
        .unwrap();
    assert_eq!(room.told(job.media_id).await, None);
    let left = sqlx::query_scalar!(r#"select count(*) as "count!" from media_facts"#)
        .fetch_one(&room.shop.pool)
        .await
        .unwrap();
    assert_eq!(left, 0);
    // Nobody is left whose facts they are; the bytes go all the same.
    room.shop.read_facts(reading(&job)).await.unwrap();
    assert_eq!(room.db_waiting::<jobs::DropIncoming>().await, 2);
}
