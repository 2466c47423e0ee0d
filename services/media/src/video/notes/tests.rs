//! Small rungs of every kind, and what is left of them.

use std::io::Cursor;

use super::super::boxes::tests::{boxed, track};
use super::*;

const PICTURE_UNIT: &[u8] = b"\x65picture";

/// An `avcC` of two sets of parameters, with `prefix` bytes for a length.
fn avcc(prefix: u8, behind: &[u8]) -> Vec<u8> {
    let head = [1, 66, 0xC0, 30, 0xFC | (prefix - 1), 0xE1, 0, 3];
    [&head, &b"\x67ab"[..], &[1, 0, 2], b"\x68c", behind].concat()
}

fn head(avcc: &[u8]) -> Vec<u8> {
    let entry = boxed(*b"avc1", &[&[0; ENTRY][..], &boxed(*b"avcC", avcc)].concat());
    let sound = track(2, *b"soun", &boxed(*b"mp4a", &[0; 28]));
    let moov = boxed(*b"moov", &[sound, track(1, *b"vide", &entry)].concat());
    [boxed(*b"ftyp", b"iso5"), moov].concat()
}

fn unit(prefix: u8, unit: &[u8]) -> Vec<u8> {
    let length = u32::try_from(unit.len()).unwrap().to_be_bytes();
    [&length[4 - usize::from(prefix)..], unit].concat()
}

/// A fragment of these samples, and of one sound of four bytes behind them.
fn fragment(samples: &[Vec<u8>]) -> Vec<u8> {
    let told = |film: u32| {
        let sizes: Vec<u8> = samples
            .iter()
            .flat_map(|sample| [0, u32::try_from(sample.len()).unwrap()])
            .flat_map(u32::to_be_bytes)
            .collect();
        let count = u32::try_from(samples.len()).unwrap();
        let rows = [words(&[0x301, count, film]), sizes].concat();
        let behind = film + u32::try_from(samples.concat().len()).unwrap();
        let tracks = [
            traf(&words(&[0x02_0000, 1]), &rows),
            traf(&words(&[0x02_0010, 2, 4]), &words(&[0x01, 1, behind])),
        ];
        boxed(*b"moof", &[boxed(*b"mfhd", &[0; 8]), tracks.concat()].concat())
    };
    let length = u32::try_from(told(0).len()).unwrap();
    let mdat = boxed(*b"mdat", &[samples.concat(), b"wave".to_vec()].concat());
    [told(length + 8), mdat].concat()
}

fn traf(head: &[u8], run: &[u8]) -> Vec<u8> {
    boxed(*b"traf", &[boxed(*b"tfhd", head), boxed(*b"trun", run)].concat())
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// What is left of a rung, if it is laid out as it should be.
fn cleaned(mut rung: Vec<u8>) -> Option<Vec<u8>> {
    let length = rung.len();
    let is_clean = blank_notes(&mut Cursor::new(&mut rung)).unwrap();
    assert_eq!(rung.len(), length, "nothing moves");
    is_clean.then_some(rung)
}

/// What is left of a unit that comes before a picture.
fn left_of(note: &[u8], prefix: u8) -> Option<Vec<u8>> {
    let sample = [unit(prefix, note), unit(prefix, PICTURE_UNIT)].concat();
    let rung = [
        head(&avcc(prefix, b"")),
        boxed(*b"sidx", &[0; 44]),
        fragment(&[sample]),
    ]
    .concat();
    let at = rung.len() - b"wave".len() - PICTURE_UNIT.len() - usize::from(prefix) - note.len();
    let left = cleaned(rung.clone())?;
    assert_eq!(left[..at], rung[..at]);
    assert_eq!(left[at + note.len()..], rung[at + note.len()..]);
    Some(left[at..at + note.len()].to_vec())
}

/// Reads a supplemental unit as a player does (ITU-T H.264, 7.3.2.3.1), and gives the lengths of its messages.
fn messages(unit: &[u8]) -> Vec<usize> {
    let (Some((6, mut rest)), true) = (unit.split_first(), unit.ends_with(&[STOP])) else {
        panic!("{unit:02x?}");
    };
    let mut lengths = Vec::new();
    while rest != [STOP] {
        let (head, behind) = rest.split_at(2);
        assert!(head[0] == NOTHING && head[1] < 255, "{head:?}");
        let (message, behind) = behind.split_at(head[1].into());
        assert!(message.iter().all(|byte| *byte == NOTHINGS));
        lengths.push(message.len());
        rest = behind;
    }
    lengths
}

#[test]
fn a_supplemental_unit_of_any_length_says_nothing() {
    for length in 4..1100 {
        let note = [&[SUPPLEMENTAL][..], &vec![b's'; length - 1]].concat();
        let left = left_of(&note, 4).unwrap();
        let told: usize = messages(&left).iter().map(|message| message + 2).sum();
        assert_eq!(told + 2, length);
        assert!(
            !left.windows(2).any(|pair| pair == [0, 0]),
            "{length}: nothing is escaped"
        );
    }
}

#[test]
fn short_ones_and_those_of_nobody_are_filled() {
    for (note, left) in [
        (&b"\x06"[..], &[12][..]),
        (b"\x06s", &[12, STOP]),
        (b"\x06\x05s", &[12, NOTHINGS, STOP]),
        (b"\x06\x01\x00\x80", &[6, NOTHING, 0, STOP]),
        (b"\x0csecret", &[12, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, STOP]),
        (b"\x7es", &[30, STOP]),
        (b"\x00s", &[0, STOP]),
    ] {
        for prefix in [1, 2, 4] {
            assert_eq!(left_of(note, prefix).unwrap(), left, "{note:?}");
        }
    }
}

#[test]
fn pictures_and_parameters_stay() {
    for kind in (1..=5).chain(7..=11).chain(13..=15).chain(19..=21) {
        let note = [kind | 0x60, b'p', b'q'];
        assert_eq!(left_of(&note, 4).unwrap(), note);
    }
}

#[test]
fn what_is_not_laid_out_as_it_should_be_is_not_clean() {
    let sound = unit(4, PICTURE_UNIT);
    let whole = |head: Vec<u8>, samples: &[Vec<u8>]| cleaned([head, fragment(samples)].concat());
    let usual = || head(&avcc(4, b""));
    assert!(whole(usual(), std::slice::from_ref(&sound)).is_some());
    for (why, sample) in [
        ("no picture", unit(4, b"\x06\x05secret")),
        ("no unit", vec![]),
        ("an empty unit", [unit(4, b""), unit(4, PICTURE_UNIT)].concat()),
        ("a byte too many", [unit(4, PICTURE_UNIT), vec![0]].concat()),
        ("a unit that is longer", b"\0\0\0\x09\x65picture".to_vec()),
        (
            "a start code in place of a length",
            [&b"\0\0\0\x01"[..], PICTURE_UNIT].concat(),
        ),
        ("a first bit", [unit(4, b"\x86s"), unit(4, PICTURE_UNIT)].concat()),
    ] {
        assert_eq!(whole(usual(), &[sound.clone(), sample]), None, "{why}");
    }
    let fragment = fragment(std::slice::from_ref(&sound));
    for (why, rung) in [
        ("no head", fragment.clone()),
        ("two heads", [usual(), usual()].concat()),
        (
            "samples of nobody",
            [usual(), boxed(*b"mdat", b"secret")].concat(),
        ),
        ("another box", [usual(), boxed(*b"uuid", b"secret")].concat()),
        ("a word behind", [usual(), fragment.clone(), vec![b's']].concat()),
        (
            "nothing told of samples",
            [usual(), boxed(*b"moof", b""), boxed(*b"mdat", b"secret")].concat(),
        ),
    ] {
        assert_eq!(cleaned(rung), None, "{why}");
    }
}

#[test]
fn samples_lie_where_they_are_said_to_and_nowhere_else() {
    let head = head(&avcc(4, b""));
    let (start, sample) = (head.len(), unit(4, PICTURE_UNIT));
    let size = u32::try_from(sample.len()).unwrap();
    let rung = |track: &[u8], run: &[u8]| {
        let moof = boxed(*b"moof", &traf(track, run));
        cleaned([head.clone(), moof, boxed(*b"mdat", &sample)].concat()).is_some()
    };
    // The file's beginning is what the offset counts from, and one size is told for all.
    let base = words(&[0x11, 1, 0, 0, size]);
    let at = |offset: usize| u32::try_from(start + offset).unwrap();
    let told = 8 + 8 + 8 + base.len() + 8 + 12;
    assert!(rung(&base, &words(&[0x01, 1, at(told + 8)])));
    for run in [
        words(&[0x01, 2, at(told + 8)]),
        words(&[0x01, u32::MAX, at(told + 8)]),
        words(&[0x01, 0, at(told + 8)]),
        words(&[0x01, 1, at(told + 7)]),
        words(&[0x01, 1, at(told + 9)]),
        words(&[0x01, 1, u32::MAX]),
        words(&[0x00, 1, at(told + 8)]),
        words(&[0x201, 1, at(told + 8)]),
        vec![],
    ] {
        assert!(!rung(&base, &run), "{run:?}");
    }
    let none = words(&[0x02_0000, 1]);
    assert!(!rung(&none, &words(&[0x01, 1, 60])), "no size at all");
}

#[test]
fn parameters_are_held_to_parameters() {
    let film = |avcc: Vec<u8>| {
        let mut moov = head(&avcc)[20..].to_vec();
        film_of(&mut moov).map(|film| {
            let at = moov.len() - avcc.len();
            (film.track, film.prefix, moov[at..].to_vec())
        })
    };
    let (track, prefix, left) = film(avcc(4, b"secret")).unwrap();
    assert_eq!((track, prefix), (1, 4));
    assert_eq!(left, avcc(4, &[0; 6]));
    assert_eq!(film(avcc(1, b"")).unwrap().1, 1);
    let mut high = avcc(2, b"\xfd\xf8\xf8\x01\0\x02\x6dxsecret");
    high[1] = 100;
    let (_, prefix, left) = film(high.clone()).unwrap();
    assert_eq!(prefix, 2);
    assert_eq!(left, [&high[..high.len() - 6], &[0; 6]].concat());
    let mut supplemental = avcc(4, b"");
    supplemental[8] = SUPPLEMENTAL;
    assert_eq!(film(supplemental), None);
    assert_eq!(film(avcc(3, b"")), None);
    for cut in 0..avcc(4, b"").len() {
        assert_eq!(film(avcc(4, b"")[..cut].to_vec()), None, "{cut}");
    }
}

#[test]
fn a_rung_cut_or_changed_anywhere_is_none_or_clean() {
    let secret = [unit(4, b"\x06\x05\x0asecret"), unit(4, PICTURE_UNIT)].concat();
    let fragment = fragment(&[secret.clone(), secret]);
    let whole = [head(&avcc(4, b"")), fragment.clone(), fragment.clone()].concat();
    let tells = |bytes: &[u8]| bytes.windows(6).any(|window| window == b"secret");
    assert!(tells(&whole) && !tells(&cleaned(whole.clone()).unwrap()));
    // Whole fragments are a whole rung.
    let ends = [whole.len() - 2 * fragment.len(), whole.len() - fragment.len()];
    for cut in 0..whole.len() {
        assert_eq!(
            cleaned(whole[..cut].to_vec()).is_some(),
            ends.contains(&cut),
            "{cut}"
        );
    }
    for at in 0..whole.len() {
        for byte in [0, 1, 6, 0x7F, 0x80, 0xFF] {
            let mut changed = whole.clone();
            changed[at] = byte;
            let once = cleaned(changed);
            assert_eq!(once.clone().and_then(cleaned), once, "{at}: {byte}");
        }
    }
}
