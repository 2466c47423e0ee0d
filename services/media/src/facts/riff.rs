//! Where WebP and WAV keep what they tell about themselves: chunks of RIFF.

use std::io::{Read, Seek};

use super::{
    audio, exif,
    list::{Facts, What},
    moment,
    text::decode,
    window::{Bytes, Window},
    xmp,
};

/// Most chunks that are looked at.
const MAX_CHUNKS: u32 = 1000;

/// Reads the chunks and adds what they tell.
pub(super) fn read(file: &mut Window<impl Read + Seek>, facts: &mut Facts) {
    let mut at = 12;
    for _ in 0..MAX_CHUNKS {
        let Some(head) = file.array::<8>(at) else { return };
        let [name @ .., a, b, c, d] = head;
        let length = u32::from_le_bytes([a, b, c, d]);
        let most = match &name {
            b"EXIF" => exif::MAX_EXIF,
            b"XMP " | b"_PMX" => xmp::MAX_XMP,
            b"LIST" | b"bext" | b"id3 " | b"ID3 " => audio::MAX_TAGS,
            _ => 0,
        };
        let count = usize::try_from(length).unwrap_or(usize::MAX);
        if (1..=most).contains(&count)
            && let Some(body) = file.up_to(at + 8, count)
        {
            match &name {
                b"EXIF" => exif::read(&body, facts),
                b"XMP " | b"_PMX" => xmp::read(&body, facts),
                b"LIST" => info(&body, facts),
                b"bext" => broadcast(&body, facts),
                _ => audio::read_id3(&body, facts),
            }
        }
        at += 8 + u64::from(length) + u64::from(length % 2);
    }
}

fn info(list: &[u8], facts: &mut Facts) {
    let Some(list) = list.strip_prefix(b"INFO") else {
        return;
    };
    let mut rest = Bytes(list);
    while let Some([name @ .., a, b, c, d]) = rest.array::<8>() {
        let length = usize::try_from(u32::from_le_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let Some(body) = rest.take(length) else { return };
        if length % 2 == 1 {
            rest.u8();
        }
        let text = decode(body);
        let source = format!("riff:{}", decode(&name));
        match &name {
            b"ICRD" => match moment::parse(&text) {
                Some(moment) => facts.add(&source, What::CapturedAt(moment)),
                None => facts.add_text(&source, &text, What::Other),
            },
            b"ISFT" => facts.add_text(&source, &text, What::Software),
            _ => facts.add_text(&source, &text, What::Other),
        }
    }
}

/// The Broadcast Wave Format's own chunk (EBU Tech 3285).
fn broadcast(chunk: &[u8], facts: &mut Facts) {
    let mut rest = Bytes(chunk);
    for (name, length) in [
        ("Description", 256),
        ("Originator", 32),
        ("OriginatorReference", 32),
    ] {
        let Some(text) = rest.take(length) else { return };
        facts.add_text(&format!("bext:{name}"), &decode(text), What::Other);
    }
    let (Some(date), Some(clock)) = (rest.take(10), rest.take(8)) else {
        return;
    };
    let moment = moment::parse(&format!(
        "{}T{}",
        decode(date).replace(':', "-"),
        decode(clock).replace('-', ":")
    ));
    facts.add_moment("bext:OriginationDate", moment, What::CapturedAt);
}
