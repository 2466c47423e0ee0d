//! Originals with a real database and a disk store.

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use ground::{
    ids::UploadId,
    jobs::{self, Runners, SweepMedia},
    seal::Source,
};

use super::*;
use crate::{Decoder, Limits, Workshop, store::list};

struct Room {
    originals: Originals,
    folder: tempfile::TempDir,
}

impl Room {
    async fn open(pool: PgPool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = Source::File(folder.path().join("keys/sealing.key"));
        Self::with(pool, folder, Keyring::open(file, None, false).unwrap()).await
    }

    async fn with(pool: PgPool, folder: tempfile::TempDir, ring: Keyring) -> Self {
        let blobs = Blobs::disk(folder.path().join("blobs")).await.unwrap();
        let originals = Originals {
            pool,
            blobs,
            clock: Clock::fixed(Clock::system().now()),
            ids: Ids::system(),
            ring,
        };
        Self { originals, folder }
    }

    /// The same room with other keys.
    fn by(&self, ring: Keyring) -> Originals {
        Originals {
            ring,
            ..self.originals.clone()
        }
    }

    /// A medium that a worker is at, or one that an earlier version has judged.
    async fn db_medium(&self, judged: Option<&[u8]>) -> MediaId {
        let now = self.originals.clock.now();
        let (upload_id, media_id): (UploadId, MediaId) =
            (self.originals.ids.mint(now), self.originals.ids.mint(now));
        sqlx::query!(
            "insert into uploads (upload_id, secret_hash, client_name, size, blake3, created_at, finished_at,
                                  expires_at, claimed_at)
             values ($1, '', 'a.jpg', 3, '', $2, $2, $2, $2)",
            upload_id as _,
            now,
        )
        .execute(&self.originals.pool)
        .await
        .unwrap();
        sqlx::query!(
            "insert into media (media_id, upload_id, state, refused_reason, created_at, sha256)
             values ($1, $2, case when $4::bytea is null then 'processing' else 'refused' end::media_state,
                     case when $4::bytea is not null then 'broken' end, $3, $4)",
            media_id as _,
            upload_id as _,
            now,
            judged,
        )
        .execute(&self.originals.pool)
        .await
        .unwrap();
        media_id
    }

    async fn sealed(&self, bytes: &[u8]) -> MediaId {
        let media_id = self.db_medium(None).await;
        self.originals.seal(media_id, pieces(bytes)).await.unwrap();
        media_id
    }

    async fn row(&self, media_id: MediaId) -> Sealed {
        let mut conn = self.originals.pool.acquire().await.unwrap();
        store::find(&mut conn, media_id).await.unwrap().unwrap()
    }

    /// The file of a sealed original.
    async fn file_of(&self, media_id: MediaId) -> PathBuf {
        let seal_id = self.row(media_id).await.seal_id;
        let key = BlobKey::sealed(media_id, seal_id);
        self.folder.path().join("blobs/private").join(key.path())
    }

    fn files(&self) -> Vec<PathBuf> {
        let folder = self.folder.path().join("blobs/private/originals");
        let Ok(entries) = fs::read_dir(folder) else {
            return Vec::new();
        };
        entries.map(|entry| entry.unwrap().path()).collect()
    }

    /// What a schedule does, when everything that lies there is old.
    async fn sweep(&self) {
        let shop = Workshop {
            pool: self.originals.pool.clone(),
            blobs: self.originals.blobs.clone(),
            clock: self.originals.clock.clone(),
            originals: self.originals.clone(),
            decoder: Decoder::new(
                PathBuf::new(),
                self.folder.path().to_owned(),
                Limits::default(),
                1,
            ),
            scratch: self.folder.path().to_owned(),
            film_limits: crate::FilmLimits::default(),
            stop: tokio_util::sync::CancellationToken::new(),
            orphan_age: chrono::TimeDelta::hours(-1),
        };
        let pool = &self.originals.pool;
        jobs::enqueue(&mut pool.acquire().await.unwrap(), &SweepMedia {})
            .await
            .unwrap();
        crate::runners(Runners::default(), &shop)
            .run_pending(pool)
            .await
            .unwrap();
    }
}

fn pieces(bytes: &[u8]) -> impl Stream<Item = io::Result<Bytes>> + Send + Unpin + use<> {
    let pieces: Vec<_> = bytes.chunks(10_000).map(Bytes::copy_from_slice).map(Ok).collect();
    stream::iter(pieces)
}

/// As it came out, and how it ended.
async fn read(opened: Result<Original, OpenError>) -> (Vec<u8>, Result<(), OpenError>) {
    let mut clear = Vec::new();
    let mut original = match opened {
        Ok(original) => original,
        Err(error) => return (clear, Err(error)),
    };
    while let Some(piece) = original.clear.next().await {
        match piece {
            Ok(piece) => clear.extend_from_slice(&piece),
            Err(error) => return (clear, Err(error)),
        }
    }
    assert_eq!(clear.len() as u64, original.size);
    assert_eq!(Sha256::digest(&clear)[..], original.sha256);
    (clear, Ok(()))
}

fn photo() -> Vec<u8> {
    let mut photo = b"\xff\xd8\xff\xe1\x00\x20Exif\0\0 GPSLatitude 36.1911 SerialNumber C0FFEE-77 ".to_vec();
    photo.extend(
        (0..200_000_u32)
            .flat_map(|n| (n.wrapping_mul(2_654_435_761)).to_be_bytes())
            .take(200_000),
    );
    photo.extend(b"SerialNumber C0FFEE-77\xff\xd9");
    photo
}

fn flip(file: &Path, place: usize) {
    let mut bytes = fs::read(file).unwrap();
    bytes[place] ^= 0x10;
    fs::write(file, bytes).unwrap();
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_rests_in_the_store_shows_nothing_of_the_file_and_opens_to_every_byte(pool: PgPool) {
    let room = Room::open(pool).await;
    for bytes in [photo(), Vec::new(), vec![7; 128 << 10]] {
        let media_id = room.db_medium(None).await;
        let evidence = room.originals.seal(media_id, pieces(&bytes)).await.unwrap();
        assert_eq!(evidence.sha256, <[u8; 32]>::from(Sha256::digest(&bytes)));
        assert_eq!(evidence.size, i64::try_from(bytes.len()).unwrap());
        let (clear, ended) = read(room.originals.open(media_id).await).await;
        assert!(ended.is_ok() && clear == bytes);
        assert_eq!(
            room.originals.find_stored(media_id).await.unwrap(),
            Some(evidence)
        );
    }
    let files = room.files();
    assert_eq!(files.len(), 3);
    for file in files {
        let stored = fs::read(file).unwrap();
        assert!(stored.starts_with(b"age-encryption.org/v1\n"));
        for secret in [
            &b"Exif\0\0"[..],
            b"GPSLatitude",
            b"C0FFEE-77",
            b"\x07\x07\x07\x07\x07\x07",
        ] {
            assert!(!stored.windows(secret.len()).any(|bytes| bytes == secret));
        }
    }
    let unknown = room.db_medium(None).await;
    assert!(matches!(
        room.originals.open(unknown).await,
        Err(OpenError::NotYet)
    ));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_worker_killed_between_object_and_row_leaves_what_the_sweep_takes_and_the_next_one_counts(
    pool: PgPool,
) {
    let room = Room::open(pool).await;
    let media_id = room.db_medium(None).await;
    drop(
        room.originals
            .put(media_id, pieces(b"first attempt"))
            .await
            .unwrap(),
    );
    assert_eq!(room.originals.find_stored(media_id).await.unwrap(), None);
    room.originals
        .seal(media_id, pieces(b"first attempt"))
        .await
        .unwrap();
    assert_eq!(room.files().len(), 2);
    room.sweep().await;
    assert_eq!(room.files(), [room.file_of(media_id).await]);
    assert_eq!(
        read(room.originals.open(media_id).await).await.0,
        b"first attempt"
    );
    // Cut off in the middle of the object: nothing is there at all.
    let broken = pieces(&photo()).chain(stream::iter([Err(io::ErrorKind::ConnectionReset.into())]));
    let other = room.db_medium(None).await;
    assert!(room.originals.seal(other, broken).await.is_err());
    assert_eq!(room.files().len(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_attempts_at_once_leave_one_row_and_the_object_that_it_names(pool: PgPool) {
    let room = Room::open(pool).await;
    let media_id = room.db_medium(None).await;
    let photo = photo();
    let attempt = || room.originals.seal(media_id, pieces(&photo));
    let (one, other) = tokio::join!(attempt(), attempt());
    assert_eq!(one.unwrap(), other.unwrap());
    room.sweep().await;
    assert_eq!(room.files().len(), 1);
    assert!(read(room.originals.open(media_id).await).await.0 == photo);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_row_whose_object_was_lost_before_the_verdict_is_forgotten_so_that_it_is_sealed_anew(pool: PgPool) {
    let room = Room::open(pool).await;
    let media_id = room.sealed(b"here and gone").await;
    fs::remove_file(room.file_of(media_id).await).unwrap();
    assert_eq!(room.originals.find_stored(media_id).await.unwrap(), None);
    room.originals
        .seal(media_id, pieces(b"here and gone"))
        .await
        .unwrap();
    assert_eq!(
        read(room.originals.open(media_id).await).await.0,
        b"here and gone"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_flipped_byte_lets_nothing_wrong_out_and_is_known_until_the_object_is_whole_again(pool: PgPool) {
    let room = Room::open(pool).await;
    let photo = photo();
    let media_id = room.sealed(&photo).await;
    let file = room.file_of(media_id).await;
    let whole = fs::read(&file).unwrap();
    let damaged_at = async || room.row(media_id).await.damaged_at;
    for (place, before) in [
        (30, 0),
        (1000, 0),
        (100_000, 64 << 10),
        (whole.len() - 1, 192 << 10),
    ] {
        flip(&file, place);
        let (clear, ended) = read(room.originals.open(media_id).await).await;
        assert!(
            matches!(ended, Err(OpenError::Damaged)),
            "byte {place}: {ended:?}"
        );
        assert!(clear == photo[..before], "byte {place}: {} came out", clear.len());
        assert_eq!(damaged_at().await, Some(room.originals.clock.now()));
        let mut conn = room.originals.pool.acquire().await.unwrap();
        let shown = list(&mut conn, &[media_id]).await.unwrap();
        assert!(shown[0].original.unwrap().damaged_at.is_some());
        // Someone brings it back from a backup.
        fs::write(&file, &whole).unwrap();
        assert!(read(room.originals.open(media_id).await).await.0 == photo);
        assert_eq!(damaged_at().await, None);
    }
    for stored in [
        &whole[..whole.len() - 1],
        &whole[..70_000],
        &[&whole[..], b"more"].concat(),
        b"",
    ] {
        fs::write(&file, stored).unwrap();
        let (_, ended) = read(room.originals.open(media_id).await).await;
        assert!(matches!(ended, Err(OpenError::Damaged)), "{} bytes", stored.len());
    }
    fs::remove_file(&file).unwrap();
    assert!(matches!(
        room.originals.open(media_id).await,
        Err(OpenError::Damaged)
    ));
    assert!(matches!(room.originals.check().await, Err(OpenError::Damaged)));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn objects_and_envelopes_of_two_files_cannot_change_places(pool: PgPool) {
    let room = Room::open(pool).await;
    let (one, other) = (room.sealed(b"the first").await, room.sealed(b"the second").await);
    let (file, theirs) = (room.file_of(one).await, room.file_of(other).await);
    let (bytes, other_bytes) = (fs::read(&file).unwrap(), fs::read(&theirs).unwrap());
    fs::write(&file, &other_bytes).unwrap();
    assert!(matches!(room.originals.open(one).await, Err(OpenError::Damaged)));
    // Not even when the envelope goes along, or the whole row with it.
    let envelope = room.row(other).await.wrapped_key;
    sqlx::query!(
        "update sealed_originals set wrapped_key = $2 where media_id = $1",
        one as _,
        envelope
    )
    .execute(&room.originals.pool)
    .await
    .unwrap();
    assert!(matches!(room.originals.open(one).await, Err(OpenError::Damaged)));
    fs::write(&file, &bytes).unwrap();
    assert!(matches!(room.originals.open(one).await, Err(OpenError::Damaged)));
    assert_eq!(read(room.originals.open(other).await).await.0, b"the second");
}

/// What would tell that an object was written: its bytes, its time, its file.
fn traces(room: &Room) -> BTreeMap<PathBuf, (Vec<u8>, i64, i64, u64)> {
    let trace = |file: PathBuf| {
        let facts = fs::metadata(&file).unwrap();
        let bytes = fs::read(&file).unwrap();
        (file, (bytes, facts.mtime(), facts.mtime_nsec(), facts.ino()))
    };
    room.files().into_iter().map(trace).collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_rotation_of_the_key_on_a_thousand_originals_touches_no_object_and_survives_being_killed(
    pool: PgPool,
) {
    let room = Room::open(pool).await;
    let originals = &room.originals;
    let media: Vec<MediaId> = stream::iter(0..1000_u32)
        .map(async |n| room.sealed(&n.to_be_bytes()).await)
        .buffered(16)
        .collect()
        .await;
    let before = traces(&room);
    assert_eq!(before.len(), 1000);
    let old = originals.ring.load().unwrap();
    let key_file = fs::read(originals.ring.file().unwrap()).unwrap();

    // Killed after the new key was made and the first batch was written.
    originals.ring.begin_rotation().unwrap();
    let keys = originals.ring.load().unwrap();
    store::retire_all_but(
        &mut originals.pool.acquire().await.unwrap(),
        &keys,
        originals.clock.now(),
    )
    .await
    .unwrap();
    // What the killed process was about to commit is not there; what it had committed is.
    let rows = {
        let mut conn = originals.pool.acquire().await.unwrap();
        store::list_for_others(&mut conn, &keys, None, 150).await.unwrap()
    };
    for row in &rows {
        let wrapped = keys.wrap(&keys.unwrap(&row.wrapped_key).unwrap()).unwrap();
        let mut conn = originals.pool.acquire().await.unwrap();
        assert!(
            store::set_envelope(&mut conn, &keys, row, &wrapped)
                .await
                .unwrap()
        );
    }
    // Meanwhile every original opens: half of them by the new key, half by the old one.
    for (n, media_id) in (0_u32..).zip(&media).step_by(97) {
        assert_eq!(read(originals.open(*media_id).await).await.0, n.to_be_bytes());
    }

    let rewrapped = originals.rotate().await.unwrap();
    assert_eq!((rewrapped.done, rewrapped.closed, rewrapped.broken), (850, 0, 0));
    assert!(traces(&room) == before, "no object was written, moved or touched");
    let new = originals.ring.load().unwrap();
    assert!(!new.is_rotating() && new.current() == keys.current() && new.current() != old.current());
    for (n, media_id) in (0_u32..).zip(&media).step_by(31) {
        let row = room.row(*media_id).await;
        assert!(
            old.unwrap(&row.wrapped_key).is_err(),
            "the old key opens nothing any more"
        );
        assert_eq!(read(originals.open(*media_id).await).await.0, n.to_be_bytes());
    }
    let (keys, tally) = originals.list_keys().await.unwrap();
    assert_eq!(tally.sealed, 1000);
    let counts: Vec<_> = keys
        .iter()
        .map(|key| (key.retired_at.is_some(), key.originals))
        .collect();
    assert!(
        counts.contains(&(true, 0)) && counts.contains(&(false, 1000)),
        "{counts:?}"
    );

    // A second one follows, with the key file that it left.
    assert_eq!(originals.rotate().await.unwrap().done, 1000);
    assert!(traces(&room) == before);
    // And who has the first key file only, from a backup, opens none.
    fs::write(originals.ring.file().unwrap(), key_file).unwrap();
    assert!(matches!(originals.open(media[0]).await, Err(OpenError::NoKey)));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_sealed_for_a_key_that_was_rotated_out_meanwhile_gets_no_row(pool: PgPool) {
    let room = Room::open(pool).await;
    room.sealed(b"an old one").await;
    let media_id = room.db_medium(None).await;
    let unnamed = room
        .originals
        .put(media_id, pieces(b"just coming in"))
        .await
        .unwrap();
    room.originals.rotate().await.unwrap();
    assert!(room.originals.name(unnamed).await.is_err());
    assert!(matches!(
        room.originals.open(media_id).await,
        Err(OpenError::NotYet)
    ));
    room.originals
        .seal(media_id, pieces(b"just coming in"))
        .await
        .unwrap();
    assert_eq!(
        read(room.originals.open(media_id).await).await.0,
        b"just coming in"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_processes_do_not_change_keys_at_once(pool: PgPool) {
    let room = Room::open(pool).await;
    let mut other = room.originals.pool.acquire().await.unwrap().detach();
    assert!(store::try_lock_keys(&mut other).await.unwrap());
    let file = fs::read(room.originals.ring.file().unwrap()).unwrap();
    assert!(room.originals.rotate().await.is_err() && room.originals.rewrap().await.is_err());
    assert_eq!(fs::read(room.originals.ring.file().unwrap()).unwrap(), file);
    // A process that ends without a word: its lock is gone as soon as PostgreSQL sees that.
    drop(other);
    assert!(room.originals.rotate().await.is_ok());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_offline_key_opens_what_the_server_lost_the_key_of_and_alone_keeps_the_server_out(pool: PgPool) {
    let room = Room::open(pool).await;
    let early = room.sealed(b"before there was an offline key").await;
    let offline = Identity::generate();
    let file = || Source::File(room.originals.ring.file().unwrap().to_owned());
    let both = room.by(Keyring::open(file(), Some(offline.recipient()), false).unwrap());
    assert_eq!(both.rewrap().await.unwrap().done, 1);
    assert_eq!(both.rewrap().await.unwrap().done, 0, "what is right stays");
    assert!(read(both.open(early).await).await.1.is_ok());
    let opened = both.open_by(early, std::slice::from_ref(&offline)).await;
    assert_eq!(read(opened).await.0, b"before there was an offline key");

    let only = room.by(Keyring::open(file(), Some(offline.recipient()), true).unwrap());
    let media_id = room.db_medium(None).await;
    only.seal(media_id, pieces(b"for the archive")).await.unwrap();
    assert!(matches!(only.open(media_id).await, Err(OpenError::OfflineOnly)));
    assert_eq!(only.rewrap().await.unwrap().done, 1);
    assert!(matches!(only.open(early).await, Err(OpenError::OfflineOnly)));
    for media_id in [early, media_id] {
        assert!(
            read(only.open_by(media_id, std::slice::from_ref(&offline)).await)
                .await
                .1
                .is_ok()
        );
    }
    // Going back needs the offline key: the server does not help itself.
    assert_eq!(both.rewrap().await.unwrap().closed, 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_lost_key_file_is_said_in_its_own_words(pool: PgPool) {
    let room = Room::open(pool).await;
    let media_id = room.sealed(b"locked away").await;
    let other = Source::File(room.folder.path().join("another.key"));
    let stranger = room.by(Keyring::open(other, None, false).unwrap());
    assert!(matches!(stranger.open(media_id).await, Err(OpenError::NoKey)));
    assert_eq!(
        room.row(media_id).await.damaged_at,
        None,
        "a missing key is no damage"
    );
    fs::remove_file(room.originals.ring.file().unwrap()).unwrap();
    assert!(room.originals.open(media_id).await.is_err());
    let fresh = room.db_medium(None).await;
    assert!(
        room.originals.seal(fresh, pieces(b"x")).await.is_err(),
        "no key, no seal"
    );
    assert_eq!(room.files().len(), 1, "and nothing is written");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn originals_of_an_earlier_version_are_sealed_by_the_sweep_and_their_plain_bytes_go(pool: PgPool) {
    let room = Room::open(pool).await;
    let photo = photo();
    let plain = async |media_id| {
        let bytes = Bytes::from(photo.clone());
        room.originals
            .blobs
            .put_bytes(&BlobKey::original(media_id), bytes, "image/jpeg")
            .await
            .unwrap();
    };
    let hash = Sha256::digest(&photo);
    let media_id = room.db_medium(Some(&hash)).await;
    plain(media_id).await;
    // One that was sealed already when the worker was killed, and one that no row names.
    let half = room.sealed(&photo).await;
    plain(half).await;
    plain(room.originals.ids.mint(room.originals.clock.now())).await;
    assert_eq!(room.originals.list_keys().await.unwrap().1.plain, 1);
    room.sweep().await;
    let stored = [room.file_of(media_id).await, room.file_of(half).await];
    let files = room.files();
    assert!(
        files.len() == 2 && stored.iter().all(|file| files.contains(file)),
        "{files:?}"
    );
    assert!(read(room.originals.open(media_id).await).await.0 == photo);
    assert_eq!(room.originals.list_keys().await.unwrap().1.plain, 0);

    // What is not what was received is not sealed as if it were.
    let changed = room.db_medium(Some(&[0; 32])).await;
    plain(changed).await;
    assert!(room.originals.adopt(changed, Some(&[0; 32])).await.is_err());
    assert!(matches!(
        room.originals.open(changed).await,
        Err(OpenError::NotYet)
    ));
    assert!(
        room.originals
            .blobs
            .size(&BlobKey::original(changed))
            .await
            .unwrap()
            .is_some()
    );
}
