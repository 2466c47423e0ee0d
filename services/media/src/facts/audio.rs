//! Where sound keeps what it tells about itself: ID3 in MP3, comments in Ogg and FLAC.

use std::io::{Read, Seek};

use super::{
    list::{Facts, What},
    moment,
    place::parse_iso6709,
    text::{decode, decode_utf16},
    window::{Bytes, Window},
};

/// Longest block of tags, in bytes; pictures of covers may be in it.
pub(super) const MAX_TAGS: usize = 4 * 1024 * 1024;

/// Most fields of one file.
const MAX_FIELDS: u32 = 500;

/// How much of an Ogg file its comments are looked for in, in bytes.
const OGG_HEAD: usize = 128 * 1024;

/// Reads an MP3's tag, at its beginning or (the old one) at its end.
pub(super) fn read_mp3(file: &mut Window<impl Read + Seek>, facts: &mut Facts) {
    if let Some(head) = file.array::<10>(0)
        && head.starts_with(b"ID3")
    {
        let [.., a, b, c, d] = head;
        let length = usize::try_from(synchsafe([a, b, c, d])).unwrap_or(usize::MAX);
        if let Some(tag) = file.up_to(0, length.saturating_add(10).min(MAX_TAGS)) {
            read_id3(&tag, facts);
        }
    }
    if let Some(tag) = file
        .length()
        .checked_sub(128)
        .and_then(|at| file.array::<128>(at))
        && let Some(fields) = tag.strip_prefix(b"TAG")
    {
        let mut rest = Bytes(fields);
        for (name, length) in [
            ("Title", 30),
            ("Artist", 30),
            ("Album", 30),
            ("Year", 4),
            ("Comment", 30),
        ] {
            let text = decode(rest.take(length).unwrap_or_default());
            facts.add_text(&format!("id3v1:{name}"), &text, What::Other);
        }
    }
}

/// Seven bits of each byte count.
fn synchsafe(bytes: [u8; 4]) -> u32 {
    bytes
        .iter()
        .fold(0, |sum, byte| sum << 7 | u32::from(byte & 0x7F))
}

/// Reads an ID3v2 tag (versions 2.3 and 2.4) and adds what it tells.
pub(super) fn read_id3(tag: &[u8], facts: &mut Facts) {
    let mut rest = Bytes(tag);
    let Some([b'I', b'D', b'3', version @ 3..=4, _, flags, ..]) = rest.array::<10>() else {
        return;
    };
    // Torn apart so that nothing looks like sound, or with a longer head: nobody's recorder does that.
    if flags & 0b1100_0000 != 0 {
        return;
    }
    for _ in 0..MAX_FIELDS {
        let Some([a, b, c, d, length @ .., _, _]) = rest.array::<10>() else {
            return;
        };
        let length = match version {
            4 => synchsafe(length),
            _ => u32::from_be_bytes(length),
        };
        let name = [a, b, c, d];
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let Some(body) = rest.take(length) else { return };
        if !name.iter().all(u8::is_ascii_alphanumeric) {
            return;
        }
        frame(name, body, facts);
    }
}

fn frame(name: [u8; 4], body: &[u8], facts: &mut Facts) {
    let source = format!("id3:{}", decode(&name));
    let [encoding, text @ ..] = body else { return };
    match &name {
        b"TXXX" => {
            let (key, text) = described(*encoding, text);
            tag(&format!("id3:{key}"), &key, &text, facts);
        }
        b"COMM" | b"USLT" => {
            let (_, text) = described(*encoding, text.get(3..).unwrap_or_default());
            facts.add_text(&source, &text, What::Other);
        }
        [b'T', ..] => tag(&source, &decode(&name), &decode_as(*encoding, text), facts),
        _ => {}
    }
}

fn decode_as(encoding: u8, text: &[u8]) -> String {
    match encoding {
        1 | 2 => decode_utf16(text, false),
        _ => decode(text),
    }
}

/// A description and what follows its end.
fn described(encoding: u8, text: &[u8]) -> (String, String) {
    if matches!(encoding, 1 | 2) {
        let pairs = text.as_chunks::<2>().0;
        let end = pairs
            .iter()
            .position(|pair| *pair == [0, 0])
            .unwrap_or(pairs.len());
        let (key, value) = text.split_at_checked(2 * end).unwrap_or((text, &[]));
        let value = value.get(2..).unwrap_or_default();
        (decode_utf16(key, true), decode_utf16(value, true))
    } else {
        let mut rest = Bytes(text);
        let key = decode(rest.until_zero());
        (key, decode(rest.0))
    }
}

/// Reads the comments in the head of an Ogg file (Vorbis I, chapter 5; RFC 7845, 5.2).
pub(super) fn read_ogg(file: &mut Window<impl Read + Seek>, facts: &mut Facts) {
    let Some(head) = file.up_to(0, OGG_HEAD) else {
        return;
    };
    let packets = unpaged(&head);
    for mark in [&b"\x03vorbis"[..], b"OpusTags", b"\x81theora"] {
        if let Some(at) = memchr::memmem::find(&packets, mark)
            && let Some(comments) = packets.get(at + mark.len()..)
        {
            vorbis_comments(comments, facts);
        }
    }
}

/// What is in the pages, without their heads.
fn unpaged(bytes: &[u8]) -> Vec<u8> {
    let mut rest = Bytes(bytes);
    let mut packets = Vec::new();
    while let Some([b'O', b'g', b'g', b'S', .., segments]) = rest.array::<27>() {
        let Some(lengths) = rest.take(usize::from(segments)) else {
            break;
        };
        let length = lengths.iter().map(|length| usize::from(*length)).sum::<usize>();
        let Some(page) = rest.take(length) else {
            packets.extend_from_slice(rest.0);
            break;
        };
        packets.extend_from_slice(page);
    }
    packets
}

/// Reads a FLAC's comments.
pub(super) fn read_flac(file: &mut Window<impl Read + Seek>, facts: &mut Facts) {
    let mut at = 4;
    for _ in 0..MAX_FIELDS {
        let Some([kind, a, b, c]) = file.array(at) else {
            return;
        };
        let length = u32::from_be_bytes([0, a, b, c]);
        let count = usize::try_from(length).unwrap_or(usize::MAX);
        if kind & 0x7F == 4
            && count <= MAX_TAGS
            && let Some(comments) = file.at(at + 4, count)
        {
            vorbis_comments(&comments, facts);
        }
        if kind & 0x80 != 0 {
            return;
        }
        at += 4 + u64::from(length);
    }
}

fn vorbis_comments(comments: &[u8], facts: &mut Facts) {
    let mut rest = Bytes(comments);
    let mut next = || {
        let length = rest.array().map(u32::from_le_bytes)?;
        rest.take(usize::try_from(length).ok()?).map(decode)
    };
    let Some(vendor) = next() else { return };
    facts.add_text("vorbis:vendor", &vendor, What::Software);
    let Some(_count) = rest.array::<4>() else { return };
    let mut next = || {
        let length = rest.array().map(u32::from_le_bytes)?;
        rest.take(usize::try_from(length).ok()?).map(decode)
    };
    for _ in 0..MAX_FIELDS {
        let Some(comment) = next() else { return };
        if let Some((key, text)) = comment.split_once('=') {
            tag(&format!("vorbis:{key}"), key, text, facts);
        }
    }
}

fn tag(source: &str, key: &str, text: &str, facts: &mut Facts) {
    let time = moment::parse(text);
    match key.to_ascii_uppercase().as_str() {
        "TDRC" | "TDEN" | "DATE" | "CREATION_TIME" if time.is_some() => {
            facts.add_moment(source, time, What::CapturedAt);
        }
        "TSSE" | "TENC" | "ENCODER" | "SOFTWARE" => facts.add_text(source, text, What::Software),
        "LOCATION" if parse_iso6709(text).is_some() => facts.add_place(source, parse_iso6709(text)),
        _ => facts.add_text(source, text, What::Other),
    }
}
