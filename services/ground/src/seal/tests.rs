use std::io::{self, Read, Seek, SeekFrom};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use uuid::Uuid;

use super::*;
use crate::ids::{MediaId, SealId};

const SEGMENT: usize = 64 << 10;
/// A segment with its tag.
const SEALED: usize = SEGMENT + 16;

/// Bytes that repeat nowhere near, so that a segment in the wrong place is seen.
fn clear(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    blake3::Hasher::new().finalize_xof().fill(&mut bytes);
    bytes
}

fn pieces(bytes: &[u8], each: usize) -> impl Stream<Item = io::Result<Bytes>> + Send + Unpin + 'static {
    let pieces: Vec<_> = bytes.chunks(each).map(Bytes::copy_from_slice).map(Ok).collect();
    stream::iter(pieces)
}

async fn sealed(key: &ObjectKey, clear: &[u8], each: usize) -> Vec<u8> {
    let pieces: Vec<Bytes> = seal(key, pieces(clear, each)).try_collect().await.unwrap();
    pieces.concat()
}

/// What came out, and how it ended.
async fn opened(key: &ObjectKey, sealed: &[u8]) -> (Vec<u8>, Result<(), OpenError>) {
    let mut clear = Vec::new();
    let mut opened = match open(key, pieces(sealed, 10_000)).await {
        Ok(opened) => opened,
        Err(error) => return (clear, Err(error)),
    };
    while let Some(piece) = opened.clear.next().await {
        match piece {
            Ok(piece) => clear.extend_from_slice(&piece),
            Err(error) => return (clear, Err(error)),
        }
    }
    (clear, Ok(()))
}

async fn assert_damaged(key: &ObjectKey, sealed: &[u8], whole: &[u8], what: &str) {
    let (clear, ended) = opened(key, sealed).await;
    assert!(matches!(ended, Err(OpenError::Damaged)), "{what}: {ended:?}");
    assert!(
        whole.starts_with(&clear),
        "{what}: a byte came out that was never sealed"
    );
    assert_eq!(clear.len() % SEGMENT, 0, "{what}: only whole segments come out");
}

/// Where the segments begin: behind the head and the 16 bytes of nonce.
fn body_of(sealed: &[u8]) -> usize {
    let mac = sealed.windows(5).position(|bytes| bytes == b"\n--- ").unwrap() + 1;
    let head = mac + sealed[mac..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
    head + 16
}

#[tokio::test]
async fn what_was_sealed_comes_out_whatever_its_length_and_its_pieces() {
    let key = ObjectKey::mint();
    for length in [
        0,
        1,
        15,
        4096,
        SEGMENT - 1,
        SEGMENT,
        SEGMENT + 1,
        2 * SEGMENT,
        3 * SEGMENT + 17,
    ] {
        let clear = clear(length);
        for each in [1000, SEGMENT, 5 * SEGMENT] {
            let sealed = sealed(&key, &clear, each).await;
            let segments = length.div_ceil(SEGMENT).max(1);
            assert_eq!(
                sealed.len(),
                body_of(&sealed) + length + 16 * segments,
                "{length}"
            );
            let (out, ended) = opened(&key, &sealed).await;
            assert!(ended.is_ok(), "{length}: {ended:?}");
            assert!(out == clear, "{length} in pieces of {each}");
        }
    }
}

#[tokio::test]
async fn the_same_bytes_never_look_the_same_twice_and_nothing_of_them_shows() {
    let secret = b"GPSLatitude 36.19, serial 0xC0FFEE".repeat(4000);
    let key = ObjectKey::mint();
    let (one, other) = (
        sealed(&key, &secret, SEGMENT).await,
        sealed(&key, &secret, SEGMENT).await,
    );
    assert_ne!(one[body_of(&one)..], other[body_of(&other)..]);
    for sealed in [one, other] {
        assert!(
            !sealed
                .windows(11)
                .any(|bytes| bytes == b"GPSLatitude" || bytes == b"serial 0xC0")
        );
    }
}

#[tokio::test]
async fn one_flipped_byte_is_found_wherever_it_stands_and_nothing_behind_it_comes_out() {
    let (key, clear) = (ObjectKey::mint(), clear(3 * SEGMENT + 100));
    let sealed = sealed(&key, &clear, SEGMENT).await;
    let body = body_of(&sealed);
    // The head, byte by byte; then the nonce; then each segment: first, middle, its tag.
    let in_segments = (0..4).flat_map(|number| {
        let start = body + number * SEALED;
        let end = (start + SEALED).min(sealed.len());
        [start, start.midpoint(end), end - 17, end - 16, end - 1]
    });
    for place in (0..body).chain(in_segments) {
        for flip in [0x01, 0x80] {
            let mut sealed = sealed.clone();
            sealed[place] ^= flip;
            let (out, ended) = opened(&key, &sealed).await;
            assert!(
                matches!(ended, Err(OpenError::Damaged)),
                "byte {place}: {ended:?}"
            );
            let before = place.saturating_sub(body) / SEALED * SEGMENT;
            assert!(out == clear[..before], "byte {place}: {} came out", out.len());
        }
    }
}

#[tokio::test]
async fn an_object_that_was_cut_extended_or_put_together_anew_is_found_out() {
    for length in [0, 100, SEGMENT, 2 * SEGMENT, 3 * SEGMENT + 5] {
        let (key, clear) = (ObjectKey::mint(), clear(length));
        let whole = sealed(&key, &clear, SEGMENT).await;
        let body = body_of(&whole);
        for end in [
            0,
            10,
            body - 16,
            body,
            body + 5,
            body + SEALED,
            body + 2 * SEALED,
            whole.len() - 1,
        ] {
            if end < whole.len() {
                assert_damaged(&key, &whole[..end], &clear, &format!("{length} cut at {end}")).await;
            }
        }
        for more in [&b"x"[..], &[0; 16], &whole[body..], &vec![7; SEALED]] {
            let longer = [&whole, more].concat();
            let what = format!("{length} with {} more", more.len());
            assert_damaged(&key, &longer, &clear, &what).await;
        }
    }
    let (key, clear) = (ObjectKey::mint(), clear(4 * SEGMENT));
    let whole = sealed(&key, &clear, SEGMENT).await;
    let (head, body) = whole.split_at(body_of(&whole));
    let segment = |number: usize| &body[number * SEALED..(number + 1) * SEALED];
    for (order, what) in [
        (&[1, 0, 2, 3][..], "swapped"),
        (&[0, 1, 3, 2], "swapped at the end"),
        (&[0, 2, 3], "one left out"),
        (&[0, 1, 1, 2, 3], "one twice"),
        (&[3], "the last one only"),
        (&[0, 1, 2], "without the last one"),
    ] {
        let order: Vec<&[u8]> = [head]
            .into_iter()
            .chain(order.iter().map(|number| segment(*number)))
            .collect();
        assert_damaged(&key, &order.concat(), &clear, what).await;
    }
}

#[tokio::test]
async fn an_object_opens_with_its_own_key_only_and_its_parts_fit_no_other() {
    let (one, other) = (ObjectKey::mint(), ObjectKey::mint());
    let clear = clear(2 * SEGMENT);
    let of_one = sealed(&one, &clear, SEGMENT).await;
    assert_damaged(&other, &of_one, &clear, "another's key").await;
    // A second object under the very same key: its segments do not fit the first one's head.
    let again = sealed(&one, &clear, SEGMENT).await;
    let mixed = [&of_one[..body_of(&of_one)], &again[body_of(&again)..]].concat();
    assert_damaged(&one, &mixed, &clear, "another's body").await;
    let plain = b"\xff\xd8\xff\xe0 a picture that was never sealed".repeat(1000);
    assert_damaged(&one, &plain, &[], "no seal at all").await;
}

#[tokio::test]
async fn an_error_of_the_store_is_not_taken_for_damage_nor_for_an_end() {
    let (key, clear) = (ObjectKey::mint(), clear(3 * SEGMENT));
    let sealed = sealed(&key, &clear, SEGMENT).await;
    for at in [0, 50, body_of(&sealed) + SEALED + 5, sealed.len()] {
        for kind in [
            io::ErrorKind::UnexpectedEof,
            io::ErrorKind::InvalidData,
            io::ErrorKind::ConnectionReset,
        ] {
            let broken = pieces(&sealed[..at], 1000).chain(stream::iter([Err(kind.into())]));
            let ended = match open(&key, broken).await {
                Ok(opened) => opened.clear.try_collect::<Vec<_>>().await.map(|_| ()),
                Err(error) => Err(error),
            };
            assert!(
                matches!(&ended, Err(OpenError::Store(error)) if error.kind() == kind),
                "{kind} at {at}: {ended:?}"
            );
        }
    }
    // And what stops coming while it is sealed is no object.
    let halves =
        pieces(&clear[..SEGMENT + 9], 1000).chain(stream::iter([Err(io::ErrorKind::TimedOut.into())]));
    let sealed: Vec<io::Result<Bytes>> = seal(&key, halves).collect().await;
    let written: Vec<u8> = sealed.iter().flatten().flatten().copied().collect();
    assert_eq!(
        sealed.last().unwrap().as_ref().unwrap_err().kind(),
        io::ErrorKind::TimedOut
    );
    assert_damaged(&key, &written, &clear, "half an object").await;
}

#[tokio::test]
async fn a_part_can_be_read_without_the_rest() {
    /// Counts what is read of it.
    struct Counted(io::Cursor<Vec<u8>>, u64);
    impl Read for Counted {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            let read = self.0.read(buf)?;
            self.1 += read as u64;
            Ok(read)
        }
    }
    impl Seek for Counted {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }
    let (key, clear) = (ObjectKey::mint(), clear(50 * SEGMENT));
    let mut counted = Counted(io::Cursor::new(sealed(&key, &clear, SEGMENT).await), 0);
    let decryptor = age::Decryptor::new(&mut counted).unwrap();
    let mut reader = decryptor
        .decrypt(std::iter::once(&key.0.0 as &dyn age::Identity))
        .unwrap();
    let from = 41 * SEGMENT + 777;
    reader.seek(SeekFrom::Start(from as u64)).unwrap();
    let mut part = [0; 1000];
    reader.read_exact(&mut part).unwrap();
    assert_eq!(part, clear[from..from + 1000]);
    assert!(counted.1 < 3 * SEALED as u64, "{} bytes were read", counted.1);
}

fn envelope() -> Envelope {
    Envelope {
        media_id: MediaId(Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001)),
        seal_id: SealId(Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0002)),
        size: 3_000_000_000,
        sha256: [0xAB; 32],
        key: ObjectKey::mint(),
    }
}

#[test]
fn an_envelope_opens_for_each_of_those_it_was_closed_for_and_for_nobody_else() {
    let (newsroom, offline, stranger) = (Identity::generate(), Identity::generate(), Identity::generate());
    let envelope = envelope();
    let wrapped = envelope
        .wrap(&[newsroom.recipient(), offline.recipient()])
        .unwrap();
    for identity in [&newsroom, &offline] {
        let opened = Envelope::unwrap(&wrapped, &[stranger.clone(), identity.clone()]).unwrap();
        assert_eq!(opened, envelope);
    }
    assert_eq!(Envelope::unwrap(&wrapped, &[stranger]), Err(UnwrapError::NoKey));
    assert_eq!(Envelope::unwrap(&wrapped, &[]), Err(UnwrapError::NoKey));
    assert!(
        envelope.wrap(&[]).is_err(),
        "an envelope that nobody opens is none"
    );
    let secret = envelope.key.0.secret();
    assert!(!wrapped.contains(secrecy::ExposeSecret::expose_secret(&secret)));
}

#[test]
fn a_changed_envelope_does_not_open() {
    let identity = Identity::generate();
    let wrapped = envelope().wrap(&[identity.recipient()]).unwrap();
    for place in 0..wrapped.len() {
        let mut changed = wrapped.clone().into_bytes();
        changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
        let Ok(changed) = String::from_utf8(changed) else {
            continue;
        };
        let opened = Envelope::unwrap(&changed, std::slice::from_ref(&identity));
        assert!(opened.is_err(), "character {place} was changed");
    }
    for text in [
        "",
        "nonsense",
        &wrapped[..wrapped.len() / 2],
        &wrapped.replace('\n', ""),
    ] {
        assert_eq!(
            Envelope::unwrap(text, std::slice::from_ref(&identity)),
            Err(UnwrapError::Broken)
        );
    }
}

#[test]
fn an_open_envelope_is_an_identity_file_so_that_age_alone_opens_the_object() {
    let identity = Identity::generate();
    let envelope = envelope();
    let wrapped = envelope.wrap(&[identity.recipient()]).unwrap();
    let clear = age::decrypt(&identity.0, wrapped.as_bytes()).unwrap();
    let clear = String::from_utf8(clear).unwrap();
    assert!(clear.contains("\n# sha256 abab"), "{clear}");
    let file = age::IdentityFile::from_buffer(clear.as_bytes()).unwrap();
    assert_eq!(file.into_identities().unwrap().len(), 1);
    assert_eq!(Identity::parse_all(&clear).unwrap(), [envelope.key.0]);
}

fn ring(file: &std::path::Path) -> anyhow::Result<Keyring> {
    Keyring::open(Source::File(file.to_owned()), None, false)
}

#[test]
fn the_newsrooms_key_is_made_once_and_rotated_without_a_moment_in_which_old_envelopes_are_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("keys/sealing.key");
    let ring = ring(&file).unwrap();
    let first = ring.load().unwrap();
    assert_eq!(
        super::tests::ring(&file).unwrap().load().unwrap().current(),
        first.current()
    );
    let old = first.wrap(&envelope()).unwrap();
    assert!(!first.is_rotating());

    ring.begin_rotation().unwrap();
    let both = ring.load().unwrap();
    assert!(both.is_rotating() && both.current() != first.current());
    assert!(both.unwrap(&old).is_ok());
    let new = both.wrap(&envelope()).unwrap();
    assert_eq!(first.unwrap(&new), Err(UnwrapError::NoKey));
    // Killed here and asked again: the same rotation goes on.
    ring.begin_rotation().unwrap();
    assert_eq!(ring.load().unwrap().current(), both.current());

    ring.end_rotation().unwrap();
    let last = ring.load().unwrap();
    assert!(!last.is_rotating() && last.current() == both.current());
    assert!(last.unwrap(&new).is_ok());
    assert_eq!(last.unwrap(&old), Err(UnwrapError::NoKey));
    ring.end_rotation().unwrap();
    assert_eq!(
        ring.load().unwrap().current(),
        both.current(),
        "the last key never goes"
    );
}

#[test]
fn with_an_offline_key_every_envelope_is_for_it_too_and_alone_the_server_cannot_open_any() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sealing.key");
    let offline = Identity::generate();
    let with = |only| Keyring::open(Source::File(file.clone()), Some(offline.recipient()), only);
    let only = with(true).unwrap().load().unwrap();
    assert!(!file.exists() && only.current().is_none());
    let wrapped = only.wrap(&envelope()).unwrap();
    assert_eq!(only.unwrap(&wrapped), Err(UnwrapError::NoKey));
    assert!(Envelope::unwrap(&wrapped, std::slice::from_ref(&offline)).is_ok());

    let both = with(false).unwrap().load().unwrap();
    let wrapped = both.wrap(&envelope()).unwrap();
    assert!(both.unwrap(&wrapped).is_ok());
    assert!(Envelope::unwrap(&wrapped, std::slice::from_ref(&offline)).is_ok());
    // What was sealed before the change still opens while the server's key is there.
    assert!(with(true).unwrap().load().unwrap().unwrap(&wrapped).is_ok());
    assert!(
        Keyring::open(Source::File(file.clone()), None, true).is_err(),
        "nobody could open it"
    );
    assert!(with(true).unwrap().begin_rotation().is_err());
}

#[test]
fn keys_by_configuration_are_parted_by_white_space_and_what_is_none_is_refused_unrepeated() {
    let (new, old) = (Identity::generate(), Identity::generate());
    let secret = |identity: &Identity| secrecy::ExposeSecret::expose_secret(&identity.secret()).to_owned();
    let text = format!(" {}\n{} ", secret(&new), secret(&old));
    let ring = Keyring::open(Source::Text(text.into()), None, false).unwrap();
    let keys = ring.load().unwrap();
    assert_eq!(keys.current(), Some(new.recipient()));
    assert!(keys.is_rotating());
    assert!(ring.begin_rotation().is_err() && ring.file().is_none());
    for wrong in ["", "# only a remark", "AGE-SECRET-KEY-1NONSENSE", "age1qqqq"] {
        let error = Keyring::open(Source::Text(wrong.into()), None, false).unwrap_err();
        let words = format!("{error:#} {error:?}");
        assert!(
            words.contains("sealing.key") && !words.contains("NONSENSE"),
            "{words}"
        );
    }
    assert!("AGE-SECRET-KEY-1X".parse::<Recipient>().is_err());
    let shown = format!("{new:?} {ring:?} {keys:?}");
    assert!(!shown.contains("AGE-SECRET-KEY-1"), "{shown}");
    assert_eq!(new.recipient().id().as_str().len(), 16);
    assert_ne!(new.recipient().id(), old.recipient().id());
}
