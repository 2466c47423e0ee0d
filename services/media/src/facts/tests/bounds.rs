//! What hostile files get.

use super::{
    super::{Facts, What, exif, for_fuzzing, xmp},
    read::{boxed, told},
};

/// A block of EXIF with one directory of these entries: tag, kind, count, value.
fn block(entries: &[(u16, u16, u32, u32)]) -> Vec<u8> {
    let mut block = b"II*\0\x08\0\0\0".to_vec();
    block.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
    for (tag, kind, count, value) in entries {
        block.extend(tag.to_le_bytes());
        block.extend(kind.to_le_bytes());
        block.extend(count.to_le_bytes());
        block.extend(value.to_le_bytes());
    }
    block.extend([0; 4]);
    block
}

#[test]
fn a_directory_that_points_to_itself_is_read_once() {
    let (facts, sound) =
        for_fuzzing::exif(&block(&[(0x8769, 4, 1, 8), (0x8825, 4, 1, 8), (0x0100, 4, 1, 7)]));
    assert!(sound);
    assert!(facts.list().len() < 10, "{facts:?}");
}

#[test]
fn values_beyond_the_end_and_of_impossible_counts_tell_nothing() {
    for entry in [
        (0x010F, 2, u32::MAX, 8),
        (0x010F, 5, u32::MAX, 8),
        (0x010F, 2, 100, 8),
        (0x010F, 2, 100, u32::MAX),
        (0x010F, 99, 1, 8),
    ] {
        let (facts, _) = for_fuzzing::exif(&block(&[entry]));
        assert_eq!(facts, Facts::default(), "{entry:?}");
    }
}

#[test]
fn facts_are_no_more_than_so_many_and_no_longer_than_so_long() {
    let long = "x".repeat(5000);
    let mut properties = String::new();
    for index in 0..2000 {
        properties += &[
            "<a:b",
            &index.to_string(),
            ">",
            &long,
            "</a:b",
            &index.to_string(),
            ">",
        ]
        .concat();
    }
    let mut facts = Facts::default();
    xmp::read(
        format!("<rdf:Description>{properties}</rdf:Description>").as_bytes(),
        &mut facts,
    );
    assert!(facts.cut && facts.is_sound());
    assert!(
        (100..=400).contains(&facts.list().len()),
        "{}",
        facts.list().len()
    );
    let bytes = serde_json::to_vec(&facts).unwrap();
    assert!(bytes.len() < 400_000, "{}", bytes.len());
}

#[test]
fn xml_that_is_deep_or_wide_or_no_xml_ends() {
    for packet in [
        "<a>".repeat(300_000),
        "<a b='".repeat(1000),
        "&lol;".repeat(100_000),
        "<a>&#x0;&#xD800;&#99999999;</a>".to_owned(),
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a:x>&b;</a:x>".to_owned(),
    ] {
        let (facts, sound) = for_fuzzing::xmp(packet.as_bytes());
        assert!(sound && facts.list().len() < 20, "{:?}", facts.list().first());
    }
}

#[test]
fn a_file_of_nothing_but_boxes_ends() {
    let boxes = boxed(b"free", &[]).repeat(200_000);
    let film = [boxed(b"ftyp", b"isom\0\0\0\0"), boxed(b"moov", &boxes)].concat();
    assert_eq!(told(&film), Facts::default());
    let tracks = boxed(b"trak", &boxed(b"mdia", &boxed(b"hdlr", &[65; 40]))).repeat(50_000);
    let film = [boxed(b"ftyp", b"isom\0\0\0\0"), boxed(b"moov", &tracks)].concat();
    assert_eq!(told(&film).list().len(), 1);
}

#[test]
fn every_beginning_and_every_broken_byte_of_a_file_ends() {
    let mut keys = vec![0, 0, 0, 0, 0, 0, 0, 1];
    keys.extend(boxed(b"mdta", b"com.apple.quicktime.make"));
    let data = boxed(b"data", b"\0\0\0\x01\0\0\0\0Apple");
    let meta = [
        boxed(b"hdlr", &[0; 24]),
        boxed(b"keys", &keys),
        boxed(b"ilst", &boxed(&[0, 0, 0, 1], &data)),
    ]
    .concat();
    let film = [
        boxed(b"ftyp", b"qt  \0\0\0\0"),
        boxed(b"moov", &boxed(b"meta", &meta)),
    ]
    .concat();
    assert_eq!(told(&film).list().len(), 1);
    for at in 0..film.len() {
        let _ended = told(&film[..at]);
        for value in [0, 1, 0x7F, 0xFF] {
            let mut broken = film.clone();
            broken[at] = value;
            assert!(told(&broken).is_sound());
        }
    }
}

#[test]
fn what_a_child_says_is_not_believed() {
    let said = |json: &str| serde_json::from_str::<Facts>(json).is_ok_and(|mut facts| facts.is_sound());
    let one = |source: &str, text: &str| {
        format!(r#"{{"cut": false, "list": [{{"source": "{source}", "kind": "other", "value": "{text}"}}]}}"#)
    };
    assert!(said(&one("exif:Artist", "Ada")));
    assert!(!said(&one("exif:Artist", r"a\u0000b")));
    assert!(!said(&one("exif:Artist", r"a\u202Eb")));
    assert!(!said(&one(r"exif:\n", "Ada")));
    assert!(!said(&one(&"x".repeat(200), "Ada")));
    assert!(!said(&one("exif:Artist", &"x".repeat(2000))));
    let place = r#"{"cut": false, "list": [{"source": "x", "kind": "place", "value":
        {"latitude": 91.0, "longitude": 0.0, "altitude_m": null, "accuracy_m": null, "direction_degrees": null}}]}"#;
    assert!(!said(place));
    assert!(said(&place.replace("91.0", "36.19")));
}

#[test]
fn what_was_kept_comes_back_the_same() {
    let mut facts = Facts::default();
    exif::read(&block(&[(0x0112, 3, 1, 6)]), &mut facts);
    facts.add_device("exif:Model", Some("Apple"), Some("iPhone"));
    facts.add_text("exif:Software", "17.4", What::Software);
    let json = serde_json::to_string(&facts).unwrap();
    assert_eq!(serde_json::from_str::<Facts>(&json).unwrap(), facts);
}
