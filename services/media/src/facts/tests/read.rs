//! Files made by hand, of each kind.

use std::io::Cursor;

use super::super::{Facts, What, read};

pub(super) fn told(bytes: &[u8]) -> Facts {
    read(Cursor::new(bytes)).unwrap()
}

/// All facts as lines.
fn lines(bytes: &[u8]) -> Vec<String> {
    let mut lines: Vec<String> = told(bytes)
        .list()
        .iter()
        .map(|fact| {
            let what = match &fact.what {
                What::CapturedAt(moment) => {
                    format!("captured {} {:?}", moment.local, moment.offset_minutes)
                }
                What::ChangedAt(moment) => format!("changed {}", moment.local),
                What::Place(place) => format!("at {:.4} {:.4}", place.point.latitude, place.point.longitude),
                What::Device(device) => format!("device {}", device.name()),
                What::Software(text) => format!("software {text}"),
                What::Bundle(text) => format!("bundle {text}"),
                What::DigitalSource(text) => format!("source {text}"),
                What::Edit(edit) => format!("edit {:?} {:?}", edit.action, edit.software),
                What::Other(text) => text.clone(),
                What::NearestPlace(place) => place.name.clone(),
            };
            format!("{} = {what}", fact.source)
        })
        .collect();
    lines.sort();
    lines
}

/// A box of ISO base media.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "names in quotes are references")]
pub(super) fn boxed(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len() + 8).unwrap().to_be_bytes();
    [&length[..], name, body].concat()
}

fn data(text: &str) -> Vec<u8> {
    boxed(b"data", &[&[0, 0, 0, 1, 0, 0, 0, 0], text.as_bytes()].concat())
}

#[test]
fn keys_of_a_phones_film_are_time_place_and_device() {
    let pairs = [
        (
            "com.apple.quicktime.location.ISO6709",
            "+36.1911+044.0092+420.000/",
        ),
        ("com.apple.quicktime.creationdate", "2024-05-01T15:00:00+0300"),
        ("com.apple.quicktime.make", "Apple"),
        ("com.apple.quicktime.model", "iPhone 14 Pro"),
        ("com.apple.quicktime.software", "17.4"),
    ];
    let (mut keys, mut items) = (vec![0, 0, 0, 0, 0, 0, 0, 5], Vec::new());
    for (index, (key, value)) in (1_u32..).zip(pairs) {
        keys.extend(boxed(b"mdta", key.as_bytes()));
        items.extend(boxed(&index.to_be_bytes(), &data(value)));
    }
    let meta = [
        boxed(b"hdlr", &[0; 24]),
        boxed(b"keys", &keys),
        boxed(b"ilst", &items),
    ]
    .concat();
    let mut header = vec![0, 0, 0, 0];
    header.extend(3_797_409_600_u32.to_be_bytes());
    header.extend([0; 4]);
    header.extend([0; 8]);
    let movie = [boxed(b"mvhd", &header), boxed(b"meta", &meta)].concat();
    let film = [boxed(b"ftyp", b"qt  \0\0\0\0"), boxed(b"moov", &movie)].concat();
    assert_eq!(
        lines(&film),
        [
            "quicktime:CreateDate = captured 2024-05-01 12:00:00 Some(0)",
            "quicktime:com.apple.quicktime.creationdate = captured 2024-05-01 15:00:00 Some(180)",
            "quicktime:com.apple.quicktime.location.ISO6709 = at 36.1911 44.0092",
            "quicktime:com.apple.quicktime.model = device Apple iPhone 14 Pro",
            "quicktime:com.apple.quicktime.software = software 17.4",
        ]
    );
}

#[test]
fn a_3gp_has_its_place_in_a_box_of_its_own() {
    let mut location = vec![0, 0, 0, 0, 0x15, 0xC7];
    location.extend(b"Erbil\0\0");
    for degrees in [44.0092_f64, 36.1911, 420.0] {
        #[expect(clippy::cast_possible_truncation, reason = "degrees are few")]
        location.extend(((degrees * 65_536.0) as i32).to_be_bytes());
    }
    location.extend(b"earth\0\0");
    let movie = boxed(b"udta", &boxed(b"loci", &location));
    let film = [boxed(b"ftyp", b"3gp4\0\0\0\0"), boxed(b"moov", &movie)].concat();
    assert_eq!(lines(&film), ["quicktime:loci = at 36.1911 44.0092"]);
}

/// An element of Matroska whose length takes eight bytes.
fn element(name: u32, body: &[u8]) -> Vec<u8> {
    let name = name.to_be_bytes();
    let start = name.iter().position(|byte| *byte != 0).unwrap();
    let length = (body.len() as u64 | 1 << 56).to_be_bytes();
    [&name[start..], &length, body].concat()
}

#[test]
fn matroska_tells_its_time_and_its_programs() {
    let nanoseconds = 736_344_000_u64 * 1_000_000_000;
    let information = [
        element(0x4461, &nanoseconds.to_be_bytes()),
        element(0x4D80, b"Lavf60"),
        element(0x5741, b"OBS 30"),
    ]
    .concat();
    let simple =
        |key: &[u8], text: &[u8]| element(0x67C8, &[element(0x45A3, key), element(0x4487, text)].concat());
    let tag = [
        simple(b"LOCATION", b"+35.5613+045.4306/"),
        simple(b"COMMENT", b"hello"),
    ]
    .concat();
    let segment = [
        element(0x1549_A966, &information),
        element(0x1F43_B675, &[0; 50]),
        element(0x1254_C367, &element(0x7373, &tag)),
    ]
    .concat();
    let expected = [
        "matroska:COMMENT = hello",
        "matroska:DateUTC = captured 2024-05-02 12:00:00 Some(0)",
        "matroska:LOCATION = at 35.5613 45.4306",
        "matroska:MuxingApp = software Lavf60",
        "matroska:WritingApp = software OBS 30",
    ];
    let head = element(0x1A45_DFA3, &[]);
    assert_eq!(
        lines(&[head.clone(), element(0x1853_8067, &segment)].concat()),
        expected
    );
    // A length that was not known when it was begun.
    let unknown = [
        &head[..],
        b"\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF",
        &segment,
    ]
    .concat();
    assert_eq!(lines(&unknown), expected);
}

#[test]
fn sound_tells_its_programs_and_times() {
    let frame = |name: &[u8; 4], text: &[u8]| {
        let length = u32::try_from(text.len()).unwrap().to_be_bytes();
        [&name[..], &length, &[0, 0], text].concat()
    };
    let frames = [
        frame(b"TDRC", b"\x032024-05-01T12:00:00"),
        frame(b"TSSE", b"\x01\xFF\xFEL\0A\0M\0E\0"),
        frame(b"TXXX", b"\x03location\0+36.1911+044.0092/"),
    ]
    .concat();
    let length = u8::try_from(frames.len()).unwrap();
    let song = [b"ID3\x04\0\0\0\0\0", &[length][..], &frames].concat();
    assert_eq!(
        lines(&song),
        [
            "id3:TDRC = captured 2024-05-01 12:00:00 None",
            "id3:TSSE = software LAME",
            "id3:location = at 36.1911 44.0092",
        ]
    );
    let comment = |text: &str| {
        [
            &u32::try_from(text.len()).unwrap().to_le_bytes()[..],
            text.as_bytes(),
        ]
        .concat()
    };
    let comments = [comment("Lavf60"), vec![1, 0, 0, 0], comment("DATE=2024-05-01")].concat();
    let packet = [b"OpusTags", &comments[..]].concat();
    let page = [
        &b"OggS"[..],
        &[0; 22],
        &[1, u8::try_from(packet.len()).unwrap()],
        &packet,
    ]
    .concat();
    assert_eq!(
        lines(&page),
        [
            "vorbis:DATE = captured 2024-05-01 00:00:00 None",
            "vorbis:vendor = software Lavf60",
        ]
    );
    let chunk = |name: &[u8; 4], body: &[u8]| {
        [&name[..], &u32::try_from(body.len()).unwrap().to_le_bytes(), body].concat()
    };
    let list = [
        &b"INFO"[..],
        &chunk(b"ISFT", b"Recorder 2"),
        &chunk(b"ICRD", b"2024-05-01"),
    ]
    .concat();
    let wave = [&b"RIFF\0\0\0\0WAVE"[..], &chunk(b"LIST", &list)].concat();
    assert_eq!(
        lines(&wave),
        [
            "riff:ICRD = captured 2024-05-01 00:00:00 None",
            "riff:ISFT = software Recorder 2",
        ]
    );
}

#[test]
fn xmp_tells_what_was_done_to_a_picture() {
    let packet = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreatorTool="Photoshop &amp; more"
        xmp:CreateDate="2024-05-01T12:00:00+03:00" exif:GPSLatitude="36,11.466N" exif:GPSLongitude="44,0.552E">
        <xapMM:History><rdf:Seq><rdf:li stEvt:action="saved" stEvt:softwareAgent="Photoshop" stEvt:when="2024-05-02"/>
        <rdf:li rdf:parseType="Resource"><stEvt:action>cropped</stEvt:action></rdf:li></rdf:Seq></xapMM:History>
        <dc:title><rdf:Alt><rdf:li xml:lang="ku">Navê &lt;min&gt;</rdf:li></rdf:Alt></dc:title>
        <Iptc4xmpExt:DigitalSourceType>http://example.org/x/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>
        </rdf:Description></rdf:RDF></x:xmpmeta>"#;
    let body = [b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat();
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    let jpeg = [&b"\xFF\xD8\xFF\xE1"[..], &length, &body, b"\xFF\xDA"].concat();
    assert_eq!(
        lines(&jpeg),
        [
            "xmp:CreateDate = captured 2024-05-01 12:00:00 Some(180)",
            "xmp:CreatorTool = software Photoshop & more",
            "xmp:Iptc4xmpExt:DigitalSourceType = source trainedAlgorithmicMedia",
            "xmp:dc:title = Navê <min>",
            "xmp:exif:GPSLatitude = at 36.1911 44.0092",
            "xmp:xmpMM:History = edit Some(\"cropped\") None",
            "xmp:xmpMM:History = edit Some(\"saved\") Some(\"Photoshop\")",
        ]
    );
}

/// A zip with files of these names, empty.
fn zip(names: &[&str]) -> Vec<u8> {
    let mut directory = Vec::new();
    for name in names {
        let length = u16::try_from(name.len()).unwrap().to_le_bytes();
        directory.extend([&b"PK\x01\x02"[..], &[0; 24], &length, &[0; 16], name.as_bytes()].concat());
    }
    let start = 30_u32;
    let length = u32::try_from(directory.len()).unwrap();
    [
        &b"PK\x03\x04"[..],
        &[0; 26],
        &directory,
        b"PK\x05\x06",
        &[0; 8],
        &length.to_le_bytes(),
        &start.to_le_bytes(),
        &[0; 2],
    ]
    .concat()
}

#[test]
fn a_bundle_of_proofmode_is_known_by_its_names() {
    let bundle = zip(&[
        "a.jpg",
        "a.jpg.asc",
        "0f.proof.csv",
        "0f.proof.csv.asc",
        "pubkey.asc",
    ]);
    assert_eq!(lines(&bundle), ["zip:directory = bundle proofmode"]);
    assert_eq!(lines(&zip(&["0f.proof.json", "0f.proof.json.asc"])).len(), 1);
    for other in [
        &["a.jpg", "a.jpg.asc"][..],
        &["0f.proof.csv", "other.proof.csv.asc"],
        &[],
    ] {
        assert!(lines(&zip(other)).is_empty(), "{other:?}");
    }
}
