//! Files that kill what looks into them, and work that ends anywhere, with a real database and a disk store.

mod facts;

use std::{fs, os::unix::fs::PermissionsExt, path::Path, pin::pin, task::Poll};

use ground::{
    blobs::Rendition,
    ids::{Ids, UploadId},
    seal::{Keyring, Source},
};

use super::*;
use crate::{
    Limits, MediaState,
    child::Verdict,
    picture::{self, samples},
    video::Rung,
};

/// A room whose decoder is a shell script.
struct Room {
    shop: Workshop,
    folder: tempfile::TempDir,
    ids: Ids,
}

impl Room {
    async fn open(pool: PgPool, script: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let scratch = folder.path().join("scratch");
        fs::create_dir(&scratch).unwrap();
        let clock = Clock::fixed(Clock::system().now());
        let (blobs, ids) = (
            Blobs::disk(folder.path().join("blobs")).await.unwrap(),
            Ids::system(),
        );
        let key = Source::File(folder.path().join("keys/sealing.key"));
        let program = folder.path().join("decoder");
        let shop = Workshop {
            originals: Originals {
                pool: pool.clone(),
                blobs: blobs.clone(),
                clock: clock.clone(),
                ids: ids.clone(),
                ring: Keyring::open(key, None, false).unwrap(),
            },
            decoder: Decoder::new(program, scratch.clone(), Limits::default(), 320),
            pool,
            blobs,
            clock,
            scratch,
            film_limits: crate::FilmLimits::default(),
            stop: tokio_util::sync::CancellationToken::new(),
            orphan_age: chrono::TimeDelta::hours(1),
        };
        let room = Self { shop, folder, ids };
        room.decoder_does(script);
        room
    }

    fn decoder_does(&self, script: &str) {
        let (written, program) = (self.folder.path().join("new"), self.folder.path().join("decoder"));
        fs::write(&written, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&written, fs::Permissions::from_mode(0o700)).unwrap();
        fs::rename(written, program).unwrap();
    }

    /// A file that came, for which nobody has worked yet.
    async fn db_came(&self) -> IngestUpload {
        let now = self.shop.clock.now();
        let (upload_id, media_id): (UploadId, MediaId) = (self.ids.mint(now), self.ids.mint(now));
        let key = BlobKey::incoming(upload_id);
        let bytes = Bytes::from_static(b"not looked at");
        self.shop
            .blobs
            .put_bytes(&key, bytes, "image/jpeg")
            .await
            .unwrap();
        sqlx::query!(
            "insert into uploads (upload_id, secret_hash, client_name, size, blake3, created_at, finished_at,
                                  expires_at, claimed_at)
             values ($1, '', 'a.jpg', 3, '', $2, $2, $2, $2)",
            upload_id as _,
            now,
        )
        .execute(&self.shop.pool)
        .await
        .unwrap();
        let mut conn = self.shop.pool.acquire().await.unwrap();
        store::expect(&mut conn, media_id, upload_id, now).await.unwrap();
        IngestUpload { media_id, upload_id }
    }

    async fn judged(&self, media_id: MediaId) -> (MediaState, Option<Reason>) {
        let mut conn = self.shop.pool.acquire().await.unwrap();
        let media = store::list(&mut conn, &[media_id]).await.unwrap();
        (media[0].state, media[0].refused)
    }
}

fn again(job: &IngestUpload) -> IngestUpload {
    IngestUpload { ..*job }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_that_kills_every_decoder_is_refused_after_three(pool: PgPool) {
    let room = Room::open(pool, "echo >> $0.began; kill -KILL $$").await;
    let job = room.db_came().await;
    for _ in 1..=3 {
        assert!(matches!(
            room.shop.ingest(again(&job)).await,
            Err(JobError::Retry(_))
        ));
        assert_eq!(room.judged(job.media_id).await, (MediaState::Processing, None));
    }
    room.shop.ingest(again(&job)).await.unwrap();
    assert_eq!(
        room.judged(job.media_id).await,
        (MediaState::Refused, Some(Reason::TooHeavy))
    );
    let began = fs::read_to_string(room.folder.path().join("decoder.began")).unwrap();
    assert_eq!(began.lines().count(), 3, "the fourth time nobody looked into it");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_machine_that_cannot_decode_is_never_the_files_fault(pool: PgPool) {
    let room = Room::open(pool, "exit 75").await;
    let job = room.db_came().await;
    for _ in 1..=5 {
        assert!(matches!(
            room.shop.ingest(again(&job)).await,
            Err(JobError::Retry(_))
        ));
        assert_eq!(room.judged(job.media_id).await, (MediaState::Processing, None));
    }
    room.decoder_does(r#"echo '{"verdict":"refused","reason":"broken"}'"#);
    room.shop.ingest(again(&job)).await.unwrap();
    assert_eq!(
        room.judged(job.media_id).await,
        (MediaState::Refused, Some(Reason::Broken))
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_could_be_watched_of_a_film_goes_when_it_is_refused(pool: PgPool) {
    let mut room = Room::open(pool, r#"echo '{"verdict":"refused","reason":"broken"}'"#).await;
    let job = room.db_came().await;
    let mut conn = room.shop.pool.acquire().await.unwrap();
    assert!(store::begin(&mut conn, job.media_id).await.unwrap());
    let rendition: Rendition = "480.m4s".parse().unwrap();
    let rung = Rung {
        rendition,
        width: 640,
        height: 480,
        codecs: String::new(),
        head_bytes: 1,
        segments: vec![crate::video::Segment {
            milliseconds: 2000,
            bytes: 2,
        }],
    };
    // An attempt that was stopped, and the next one.
    for _ in 0..2 {
        let key = BlobKey::rendition(job.media_id, rendition);
        room.shop
            .blobs
            .put_bytes(&key, Bytes::from_static(b"..."), rendition.format.content_type())
            .await
            .unwrap();
        store::film::show_rung(&mut conn, job.media_id, &rung)
            .await
            .unwrap();
        let media = store::list(&mut conn, &[job.media_id]).await.unwrap();
        assert!(media[0].is_played() && !media[0].is_ready());
        assert_eq!(room.renditions(job.media_id).await, 1);
    }
    room.shop.ingest(again(&job)).await.unwrap();
    assert_eq!(
        room.judged(job.media_id).await,
        (MediaState::Refused, Some(Reason::Broken))
    );
    assert_eq!(room.renditions(job.media_id).await, 0);
    // Who comes late shows nothing.
    store::film::show_rung(&mut conn, job.media_id, &rung)
        .await
        .unwrap();
    assert_eq!(room.renditions(job.media_id).await, 0);
    room.shop.orphan_age = chrono::TimeDelta::hours(-1);
    room.shop.sweep().await.unwrap();
    assert!(room.objects("media/").await.is_empty());
}

/// Prepares what a decoder makes of a small picture, and the script of one that says so.
fn decoder_of_one_picture(folder: &Path) -> String {
    let jpeg = samples::jpeg(&samples::photo(400, 300), 400, 300, false);
    let (limits, file) = (Limits::default(), samples::file(&jpeg));
    let facts = picture::probe(&file, &limits).unwrap();
    let made = picture::render(&file, &facts, &limits, folder).unwrap();
    let ready = Verdict::Ready {
        kind: facts.kind,
        incomplete: false,
        width: 400,
        height: 300,
        renditions: made.renditions,
        thumbhash: made.thumbhash,
        placeholder: made.placeholder,
        sketch: made.sketch,
        animated: false,
    };
    for (mode, verdict) in [("probe", Verdict::Possible { need_mib: 1 }), ("render", ready)] {
        let answer = serde_json::to_vec(&verdict).unwrap();
        fs::write(folder.join(mode), answer).unwrap();
    }
    let folder = folder.display();
    format!("/bin/cp {folder}/*.webp {folder}/*.jpeg . && exec /bin/cat {folder}/$2")
}

/// Goes on with `work` for so many steps and drops it where it waits then, as if the program were killed there.
async fn end_after<T>(steps: usize, work: impl Future<Output = T>) -> Option<T> {
    let (mut work, mut left) = (pin!(work), steps);
    std::future::poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        work.as_mut().poll(context).map(Some)
    })
    .await
}

impl Room {
    /// How many renditions there are of a medium, each with its object.
    async fn renditions(&self, media_id: MediaId) -> usize {
        let mut conn = self.shop.pool.acquire().await.unwrap();
        let media = store::list(&mut conn, &[media_id]).await.unwrap();
        for facts in &media[0].renditions {
            let key = BlobKey::rendition(media_id, facts.rendition);
            let size = self.shop.blobs.size(&key).await.unwrap();
            assert_eq!(size, u64::try_from(facts.size).ok(), "{key}");
        }
        media[0].renditions.len()
    }

    async fn sketches(&self, media_id: MediaId) -> usize {
        let mut conn = self.shop.pool.acquire().await.unwrap();
        let sketches = store::likenesses::list_sketches(&mut conn, media_id).await;
        sketches.unwrap().len()
    }

    /// Names of all objects below `prefix`.
    async fn objects(&self, prefix: &'static str) -> Vec<String> {
        let later = self.shop.clock.now() + chrono::TimeDelta::days(1);
        let mut pages = self.shop.blobs.old_objects(Bucket::Private, prefix, later);
        let mut names = Vec::new();
        while let Some(page) = pages.next().await.unwrap() {
            names.extend(
                page.into_iter()
                    .map(|named| BlobKey::from(named).path().to_owned()),
            );
        }
        names
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn wherever_work_is_ended_there_are_all_renditions_or_none_and_the_next_run_makes_them(pool: PgPool) {
    let prepared = tempfile::tempdir().unwrap();
    let mut room = Room::open(pool, &decoder_of_one_picture(prepared.path())).await;
    let (mut pictures, mut ended_in_the_middle) = (0, 0);
    for steps in 0.. {
        let job = room.db_came().await;
        pictures += 1;
        let whole = end_after(steps, Box::pin(room.shop.ingest(again(&job)))).await;
        let (state, refused) = room.judged(job.media_id).await;
        let expected = if state == MediaState::Ready { 4 } else { 0 };
        assert_eq!(
            (room.renditions(job.media_id).await, refused),
            (expected, None),
            "{steps}"
        );
        assert_eq!(room.sketches(job.media_id).await, expected / 4, "{steps}");
        if state != MediaState::Ready {
            let incoming = BlobKey::incoming(job.upload_id);
            assert!(
                room.shop.blobs.size(&incoming).await.unwrap().is_some(),
                "{steps}"
            );
            ended_in_the_middle += 1;
        }
        room.shop.ingest(again(&job)).await.unwrap();
        assert_eq!(
            room.judged(job.media_id).await,
            (MediaState::Ready, None),
            "{steps}"
        );
        assert_eq!(room.renditions(job.media_id).await, 4, "{steps}");
        assert_eq!(room.sketches(job.media_id).await, 1, "{steps}");
        if let Some(outcome) = whole {
            outcome.unwrap();
            break;
        }
    }
    assert!(ended_in_the_middle > 10, "{ended_in_the_middle}");
    // What was dropped half way is swept; every picture keeps its original and its renditions.
    assert!(
        room.objects("originals/").await.len() > pictures,
        "some originals were sealed twice"
    );
    room.shop.orphan_age = chrono::TimeDelta::hours(-1);
    room.shop.sweep().await.unwrap();
    assert_eq!(room.objects("originals/").await.len(), pictures);
    assert_eq!(room.objects("media/").await.len(), 4 * pictures);
    assert_eq!(fs::read_dir(&room.shop.scratch).unwrap().count(), 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_picture_that_came_before_there_were_sketches_gets_one_of_its_clean_copy(pool: PgPool) {
    let prepared = tempfile::tempdir().unwrap();
    let room = Room::open(pool, &decoder_of_one_picture(prepared.path())).await;
    let job = room.db_came().await;
    // Nothing has come of it yet: nothing to be done.
    room.shop.sketch(job.media_id).await.unwrap();
    assert_eq!(room.sketches(job.media_id).await, 0);
    room.shop.ingest(again(&job)).await.unwrap();
    let mut conn = room.shop.pool.acquire().await.unwrap();
    let made = store::likenesses::list_sketches(&mut conn, job.media_id)
        .await
        .unwrap();
    store::likenesses::put(&mut conn, job.media_id, &[])
        .await
        .unwrap();
    for _ in 0..2 {
        room.shop.sketch(job.media_id).await.unwrap();
        let again = store::likenesses::list_sketches(&mut conn, job.media_id)
            .await
            .unwrap();
        assert_eq!(again, made);
    }
    assert_eq!(fs::read_dir(&room.shop.scratch).unwrap().count(), 0);
}
