//! What every arm promises.

use std::{collections::HashSet, io, ops::Range};

use bytes::Bytes;
use chrono::TimeDelta;
use futures_util::{Stream, StreamExt, TryStreamExt, stream};

pub(super) use super::growing::*;
use super::{fresh, until};
use crate::{
    blobs::{BlobError, BlobKey, Blobs, Bucket, Listed, ListedKey, PictureFormat, PublicName, Rendition},
    clock::Clock,
    ids::{MediaId, SealId, UploadId},
};

const SMALL: Rendition = Rendition {
    width: 64,
    format: PictureFormat::Webp,
};
const LARGE: Rendition = Rendition {
    width: 640,
    format: PictureFormat::Webp,
};
const PLAIN: &str = "application/octet-stream";
const MIB: usize = 1 << 20;

fn incoming() -> BlobKey {
    BlobKey::incoming(fresh::<UploadId>())
}

/// Bytes of which no stretch looks like another nearby.
pub(super) fn noise(len: usize) -> Bytes {
    let mut state = 0x9e37_79b9_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    std::iter::repeat_with(&mut next)
        .take(len)
        .collect::<Vec<u8>>()
        .into()
}

/// The same bytes as they come from a network: in pieces of an odd size.
fn pieces(bytes: &Bytes) -> impl Stream<Item = io::Result<Bytes>> + Send + Unpin + use<> {
    let pieces: Vec<_> = bytes
        .chunks(61_441)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    stream::iter(pieces)
}

async fn read(blobs: &Blobs, key: &BlobKey, range: Option<Range<u64>>) -> Option<(u64, Vec<u8>)> {
    let blob = blobs.get(key, range).await.unwrap()?;
    let chunks: Vec<Bytes> = blob.stream.try_collect().await.unwrap();
    Some((blob.size, chunks.concat()))
}

pub(super) async fn assert_holds(blobs: &Blobs, key: &BlobKey, bytes: &[u8]) {
    let (size, read) = read(blobs, key, None).await.expect("the object is there");
    assert_eq!(size, bytes.len() as u64);
    assert!(read == bytes, "{} bytes came back changed", bytes.len());
    assert_eq!(blobs.size(key).await.unwrap(), Some(size));
}

async fn clear(blobs: &Blobs, keys: &[&BlobKey]) {
    for key in keys {
        blobs.delete(key).await.unwrap();
    }
}

pub(super) async fn bytes_come_back_as_they_went_in(blobs: &Blobs) {
    for len in [0, 1, 256 << 10, 8 * MIB - 1, 8 * MIB, 8 * MIB + 1, 20 * MIB] {
        let (key, bytes) = (incoming(), noise(len));
        assert_eq!(blobs.put(&key, pieces(&bytes), PLAIN).await.unwrap(), len as u64);
        assert_holds(blobs, &key, &bytes).await;
        assert_eq!(blobs.unfinished(&key).await, 0);
        clear(blobs, &[&key]).await;
    }
}

pub(super) async fn a_file_comes_back_as_a_file(blobs: &Blobs) {
    let folder = tempfile::tempdir().unwrap();
    let (sent, back) = (folder.path().join("sent"), folder.path().join("back"));
    for len in [0, 1, 9 * MIB] {
        let (key, bytes) = (incoming(), noise(len));
        assert!(!blobs.copy_to_file(&key, &back).await.unwrap());
        assert!(!back.exists());
        std::fs::write(&sent, &bytes).unwrap();
        assert_eq!(blobs.put_file(&key, &sent, PLAIN).await.unwrap(), len as u64);
        assert_holds(blobs, &key, &bytes).await;
        assert!(blobs.copy_to_file(&key, &back).await.unwrap());
        assert!(std::fs::read(&back).unwrap() == bytes);
        assert_eq!(blobs.unfinished(&key).await, 0);
        std::fs::remove_file(&back).unwrap();
        clear(blobs, &[&key]).await;
    }
    // A link leads to what is not ours.
    std::fs::write(&sent, b"of somebody else").unwrap();
    std::os::unix::fs::symlink(&sent, &back).unwrap();
    if blobs.room().await.unwrap().is_some() {
        blobs.put_file(&incoming(), &back, PLAIN).await.unwrap_err();
    }
}

pub(super) async fn bytes_in_memory_come_back_too(blobs: &Blobs) {
    for len in [0, 1, 9 * MIB] {
        let (key, bytes) = (incoming(), noise(len));
        assert_eq!(
            blobs.put_bytes(&key, bytes.clone(), PLAIN).await.unwrap(),
            len as u64
        );
        assert_holds(blobs, &key, &bytes).await;
        clear(blobs, &[&key]).await;
    }
}

pub(super) async fn a_range_gives_that_stretch_and_the_whole_size(blobs: &Blobs) {
    let (key, empty, bytes) = (incoming(), incoming(), noise(700_001));
    blobs.put(&key, pieces(&bytes), PLAIN).await.unwrap();
    blobs.put_bytes(&empty, Bytes::new(), PLAIN).await.unwrap();
    let len = 700_001;
    for (asked, given) in [
        (0..1, 0..1),
        (0..len, 0..len),
        (10..20, 10..20),
        (200_000..600_000, 200_000..600_000),
        (len - 1..len, len - 1..len),
        (len - 5..len + 5, len - 5..len),
        (7..u64::MAX, 7..len),
        (len..len + 1, 0..0),
        (len + 9..u64::MAX, 0..0),
        (5..5, 0..0),
    ] {
        let (size, read) = read(blobs, &key, Some(asked.clone())).await.unwrap();
        assert_eq!(size, len);
        let given = usize::try_from(given.start).unwrap()..usize::try_from(given.end).unwrap();
        assert!(read == bytes[given], "{asked:?}");
    }
    assert_eq!(read(blobs, &empty, Some(0..1)).await, Some((0, Vec::new())));
    clear(blobs, &[&key, &empty]).await;
}

pub(super) async fn what_is_missing_is_none(blobs: &Blobs) {
    let key = incoming();
    assert_eq!(read(blobs, &key, None).await, None);
    assert_eq!(read(blobs, &key, Some(0..10)).await, None);
    assert_eq!(read(blobs, &key, Some(5..5)).await, None);
    assert_eq!(blobs.size(&key).await.unwrap(), None);
    let deep = BlobKey::rendition(fresh::<MediaId>(), SMALL);
    assert_eq!(read(blobs, &deep, None).await, None);
}

/// The pieces, and then what a connection that was cut looks like.
fn broken(bytes: &Bytes) -> impl Stream<Item = io::Result<Bytes>> + Send + Unpin + use<> {
    pieces(bytes).chain(stream::iter([Err(io::Error::from(
        io::ErrorKind::ConnectionReset,
    ))]))
}

pub(super) async fn a_body_that_breaks_leaves_nothing(blobs: &Blobs) {
    for len in [0, 10, 300_000, 20 * MIB] {
        let key = incoming();
        let answer = blobs.put(&key, broken(&noise(len)), PLAIN).await;
        assert!(
            matches!(&answer, Err(BlobError::Body(error)) if error.kind() == io::ErrorKind::ConnectionReset),
            "{answer:?}"
        );
        assert_eq!(blobs.size(&key).await.unwrap(), None);
        assert_eq!(blobs.unfinished(&key).await, 0);
    }
}

/// Begins a put whose bytes never end, and waits until some of them are in the store.
async fn begin_endless(blobs: &Blobs, key: &BlobKey) -> tokio::task::JoinHandle<()> {
    let (store, to) = (blobs.clone(), key.clone());
    let put = tokio::spawn(async move {
        let body = pieces(&noise(17 * MIB)).chain(stream::pending());
        let answer = store.put(&to, body, PLAIN).await;
        panic!("an endless body ended: {answer:?}");
    });
    until("an unfinished put shows", async || {
        blobs.unfinished(key).await > 0
    })
    .await;
    put
}

pub(super) async fn a_dropped_put_leaves_nothing(blobs: &Blobs) {
    let key = incoming();
    let put = begin_endless(blobs, &key).await;
    put.abort();
    until("a dropped put is forgotten", async || {
        blobs.unfinished(&key).await == 0
    })
    .await;
    assert_eq!(blobs.size(&key).await.unwrap(), None);
}

pub(super) async fn a_broken_put_leaves_the_old_object(blobs: &Blobs) {
    let (key, old) = (incoming(), noise(1000));
    blobs.put(&key, pieces(&old), PLAIN).await.unwrap();
    blobs.put(&key, broken(&noise(9 * MIB)), PLAIN).await.unwrap_err();
    assert_holds(blobs, &key, &old).await;
    clear(blobs, &[&key]).await;
}

pub(super) async fn a_new_object_is_there_whole(blobs: &Blobs) {
    for bytes in [Bytes::new(), noise(50_000), noise(MIB)] {
        let key = incoming();
        let size = blobs.put_new(&key, bytes.clone(), PLAIN).await.unwrap();
        assert_eq!(size, bytes.len() as u64);
        assert_holds(blobs, &key, &bytes).await;
        clear(blobs, &[&key]).await;
    }
}

pub(super) async fn a_second_put_replaces_the_first(blobs: &Blobs) {
    let key = BlobKey::rendition(fresh::<MediaId>(), SMALL);
    for bytes in [noise(9 * MIB), noise(5), noise(300_000)] {
        blobs.put(&key, pieces(&bytes), "image/webp").await.unwrap();
        assert_holds(blobs, &key, &bytes).await;
    }
    clear(blobs, &[&key]).await;
}

pub(super) async fn two_puts_of_one_key_at_once_leave_one_whole_object(blobs: &Blobs) {
    let key = incoming();
    let (ones, twos) = (Bytes::from(vec![1; 9 * MIB]), Bytes::from(vec![2; 9 * MIB]));
    let (one, two) = tokio::join!(
        blobs.put(&key, pieces(&ones), PLAIN),
        blobs.put(&key, pieces(&twos), PLAIN)
    );
    // Garage ends the older of two that run when the younger is done: then its writer hears of it.
    assert!(one.is_ok() || two.is_ok(), "{one:?} {two:?}");
    let (_, left) = read(blobs, &key, None).await.unwrap();
    assert!(left == ones || left == twos, "a mixture of {} bytes", left.len());
    clear(blobs, &[&key]).await;
}

pub(super) async fn a_public_copy_outlives_its_private_source(blobs: &Blobs) {
    let bytes = noise(300_000);
    let private = BlobKey::rendition(fresh::<MediaId>(), SMALL);
    let public = BlobKey::public(PublicName::mint(), SMALL);
    blobs.put(&private, pieces(&bytes), "image/webp").await.unwrap();
    blobs.copy(&private, &public).await.unwrap();
    blobs.copy(&private, &public).await.unwrap();
    assert_eq!(blobs.unfinished(&public).await, 0);
    clear(blobs, &[&private]).await;
    assert_eq!(blobs.size(&private).await.unwrap(), None);
    assert_holds(blobs, &public, &bytes).await;
    clear(blobs, &[&public]).await;
}

pub(super) async fn what_is_missing_cannot_be_copied(blobs: &Blobs) {
    let (missing, target) = (incoming(), BlobKey::original(fresh::<MediaId>()));
    let answer = blobs.copy(&missing, &target).await;
    assert!(matches!(answer, Err(BlobError::NotFound)), "{answer:?}");
    assert_eq!(blobs.size(&target).await.unwrap(), None);
}

pub(super) async fn deleting_twice_is_no_error(blobs: &Blobs) {
    let key = BlobKey::rendition(fresh::<MediaId>(), SMALL);
    blobs.put_bytes(&key, noise(10), "image/webp").await.unwrap();
    blobs.delete(&key).await.unwrap();
    assert_eq!(blobs.size(&key).await.unwrap(), None);
    blobs.delete(&key).await.unwrap();
}

pub(super) async fn keys_that_begin_alike_are_kept_apart(blobs: &Blobs) {
    let id = fresh::<uuid::Uuid>();
    let keys = [
        BlobKey::rendition(MediaId(id), Rendition { width: 6, ..SMALL }),
        BlobKey::rendition(MediaId(id), SMALL),
        BlobKey::rendition(MediaId(id), LARGE),
        BlobKey::rendition(
            MediaId(id),
            Rendition {
                format: PictureFormat::Jpeg,
                ..SMALL
            },
        ),
        BlobKey::original(MediaId(id)),
        BlobKey::sealed(MediaId(id), SealId(id)),
        BlobKey::incoming(UploadId(id)),
    ];
    for (n, key) in keys.iter().enumerate() {
        blobs.put_bytes(key, noise(n + 1), PLAIN).await.unwrap();
    }
    // Each goes, and all that are left are as they were.
    for (gone, key) in keys.iter().enumerate() {
        blobs.delete(key).await.unwrap();
        assert_eq!(blobs.size(key).await.unwrap(), None);
        for (n, other) in keys.iter().enumerate().skip(gone + 1) {
            assert_holds(blobs, other, &noise(n + 1)).await;
        }
    }
}

async fn list_all(blobs: &Blobs, bucket: Bucket, prefix: &'static str, limit: usize) -> Vec<Listed> {
    let mut all: Vec<Listed> = Vec::new();
    loop {
        let after = all.last().map(|last| last.path.clone());
        let page = blobs.list(bucket, prefix, after, limit).await.unwrap();
        let full = page.len() == limit;
        assert!(page.len() <= limit);
        all.extend(page);
        if !full {
            return all;
        }
    }
}

pub(super) async fn lists_come_in_sorted_pages_with_sizes(blobs: &Blobs) {
    let began = Clock::system().now();
    let mut expected: Vec<(String, u64)> = Vec::new();
    let mut keys = Vec::new();
    for n in 0..4_usize {
        let media = fresh::<MediaId>();
        for key in [BlobKey::rendition(media, SMALL), BlobKey::rendition(media, LARGE)] {
            blobs.put_bytes(&key, noise(n * 100), "image/webp").await.unwrap();
            expected.push((key.path().to_owned(), n as u64 * 100));
            keys.push(key);
        }
        let other = BlobKey::original(media);
        blobs.put_bytes(&other, noise(1), PLAIN).await.unwrap();
        keys.push(other);
    }
    expected.sort();
    for limit in [3, 1000] {
        let all = list_all(blobs, Bucket::Private, "media/", limit).await;
        assert!(
            all.is_sorted_by(|a, b| a.path < b.path),
            "sorted, and nothing twice"
        );
        assert!(all.iter().all(|listed| listed.path.starts_with("media/")));
        let ours: Vec<_> = all
            .into_iter()
            .filter(|listed| expected.iter().any(|(path, _)| *path == listed.path))
            .inspect(|listed| {
                // Servers keep whole seconds, by their own clock.
                let age = listed.modified_at - began;
                assert!(
                    age > TimeDelta::seconds(-60) && age < TimeDelta::minutes(10),
                    "{age}"
                );
            })
            .map(|listed| (listed.path, listed.size))
            .collect();
        assert_eq!(ours, expected);
    }
    let everything = list_all(blobs, Bucket::Private, "", 5).await;
    assert!(
        keys.iter()
            .all(|key| everything.iter().any(|listed| listed.path == key.path()))
    );
    assert!(everything.is_sorted_by(|a, b| a.path < b.path));
    assert!(
        blobs
            .list(Bucket::Private, "media/", None, 0)
            .await
            .unwrap()
            .is_empty()
    );
    for key in &keys {
        blobs.delete(key).await.unwrap();
    }
}

pub(super) async fn whatever_is_listed_can_be_deleted(blobs: &Blobs) {
    let named = [
        ListedKey::Incoming(fresh()),
        ListedKey::Original(fresh()),
        ListedKey::Sealed(fresh(), fresh()),
        ListedKey::Rendition(fresh(), LARGE),
        ListedKey::Public(PublicName::mint(), SMALL),
    ];
    for named in named {
        let key = BlobKey::from(named.clone());
        blobs.put_bytes(&key, noise(3), PLAIN).await.unwrap();
        let listed = list_all(blobs, key.bucket(), "", 1000).await;
        let found: Vec<_> = listed
            .iter()
            .filter_map(|listed| BlobKey::parse_listed(key.bucket(), &listed.path))
            .filter(|found| *found == named)
            .collect();
        let [found] = found.try_into().expect("listed once");
        blobs.delete(&found.into()).await.unwrap();
        assert_eq!(blobs.size(&key).await.unwrap(), None);
    }
}

pub(super) async fn the_sweep_spares_what_still_comes(blobs: &Blobs) {
    let (whole, coming) = (incoming(), incoming());
    blobs.put_bytes(&whole, noise(10), PLAIN).await.unwrap();
    let put = begin_endless(blobs, &coming).await;
    let hours_ago = Clock::system().now() - TimeDelta::hours(6);
    blobs.abort_stale_parts(hours_ago, &HashSet::new()).await.unwrap();
    assert_eq!(blobs.unfinished(&coming).await, 1);
    assert_holds(blobs, &whole, &noise(10)).await;
    put.abort();
    until("the put is forgotten", async || {
        blobs.unfinished(&coming).await == 0
    })
    .await;
    clear(blobs, &[&whole]).await;
}

pub(super) async fn the_check_leaves_nothing(blobs: &Blobs) {
    blobs.check().await.unwrap();
    for bucket in [Bucket::Private, Bucket::Public] {
        assert_eq!(list_all(blobs, bucket, "probe/", 1000).await, []);
    }
}
