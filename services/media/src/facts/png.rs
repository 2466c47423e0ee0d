//! Where a PNG keeps what it tells about itself: its chunks (W3C PNG, third edition, 11.3).

use std::io::{Read, Seek};

use super::{
    exif,
    list::{Facts, What},
    moment,
    text::decode,
    window::{Bytes, Window},
    xmp,
};

/// Most chunks that are looked at.
const MAX_CHUNKS: u32 = 4000;

/// Longest text of a chunk when it is unpacked, in bytes.
const MAX_UNPACKED: usize = 64 * 1024;

/// Longest chunk that is read, in bytes.
const MAX_CHUNK: usize = 1024 * 1024;

/// Reads the chunks and adds what they tell.
pub(super) fn read(file: &mut Window<impl Read + Seek>, facts: &mut Facts) {
    let mut at = 8;
    for _ in 0..MAX_CHUNKS {
        let Some(head) = file.array::<8>(at) else { return };
        let [a, b, c, d, name @ ..] = head;
        let length = u32::from_be_bytes([a, b, c, d]);
        let wanted = matches!(&name, b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt" | b"tIME");
        if let Ok(count) = usize::try_from(length)
            && wanted
            && count <= MAX_CHUNK
            && let Some(body) = file.at(at + 8, count)
        {
            chunk(name, &body, facts);
        }
        if name == *b"IEND" {
            return;
        }
        at += 12 + u64::from(length);
    }
}

fn chunk(name: [u8; 4], body: &[u8], facts: &mut Facts) {
    let mut body = Bytes(body);
    match &name {
        b"eXIf" => exif::read(body.0, facts),
        b"tIME" => facts.add_moment("png:tIME", time(&mut body), What::ChangedAt),
        b"tEXt" => {
            let keyword = body.until_zero();
            // Latin 1 by the book; many write UTF-8.
            text(keyword, body.0, facts);
        }
        b"zTXt" => {
            let keyword = body.until_zero();
            if body.u8() == Some(0) {
                text(keyword, &unpacked(body.0), facts);
            }
        }
        b"iTXt" => international(&mut body, facts),
        _ => {}
    }
}

fn time(body: &mut Bytes<'_>) -> Option<moment::Moment> {
    let year = body.u16()?;
    let [month, day, hour, minute, second] = body.array()?;
    moment::parse(&format!("{year:04}-{month}-{day}T{hour}:{minute}:{second}Z"))
}

fn international(body: &mut Bytes<'_>, facts: &mut Facts) {
    let keyword = body.until_zero();
    let (packed, method) = (body.u8(), body.u8());
    let (_language, _translated) = (body.until_zero(), body.until_zero());
    let unpacked = match (packed, method) {
        (Some(0), _) => body.0.to_vec(),
        (Some(1), Some(0)) => unpacked(body.0),
        _ => return,
    };
    if keyword == b"XML:com.adobe.xmp" {
        xmp::read(&unpacked, facts);
    } else {
        text(keyword, &unpacked, facts);
    }
}

/// What is packed by zlib, unless it is too long.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    match fdeflate::decompress_to_vec_bounded(bytes, MAX_UNPACKED) {
        Ok(unpacked) => unpacked,
        Err(fdeflate::BoundedDecompressionError::OutputTooLarge { partial_output }) => partial_output,
        Err(_) => Vec::new(),
    }
}

fn text(keyword: &[u8], value: &[u8], facts: &mut Facts) {
    let keyword = decode(keyword);
    let source = format!("png:{keyword}");
    let text = decode(value);
    match keyword.as_str() {
        "Software" => facts.add_text(&source, &text, What::Software),
        "Creation Time" => match moment::parse(&text) {
            Some(moment) => facts.add(&source, What::CapturedAt(moment)),
            None => facts.add_text(&source, &text, What::Other),
        },
        // As old programs write EXIF and XMP.
        "Raw profile type exif" | "Raw profile type APP1" => exif::read(&hexadecimal(value), facts),
        "Raw profile type xmp" => xmp::read(&hexadecimal(value), facts),
        _ => facts.add_text(&source, &text, What::Other),
    }
}

/// The bytes behind a name and a length, in hexadecimal.
fn hexadecimal(text: &[u8]) -> Vec<u8> {
    let mut words = text
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty());
    let (_name, _length) = (words.next(), words.next());
    data_encoding::HEXLOWER_PERMISSIVE
        .decode(&words.collect::<Vec<_>>().concat())
        .unwrap_or_default()
}
