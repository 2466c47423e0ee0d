//! Where MP4, MOV and 3GP keep what they tell about themselves (ISO/IEC 14496-12, QuickTime File Format, 3GPP TS 26.244).

use std::io::{Read, Seek};

use super::{
    bmff::{Name, Place as At, boxes, next},
    heif,
    list::{Facts, What},
    moment,
    place::{Place, Point, parse_iso6709, plain_number},
    text::{clean, decode, decode_utf16},
    window::{Bytes, Window},
    xmp,
};

/// Longest box of metadata, in bytes.
const MAX_METADATA: usize = 4 * 1024 * 1024;

/// Longest box of GoPro's own metadata, in bytes.
const MAX_GOPRO: usize = 64 * 1024;

/// Most tracks that are looked at.
const MAX_TRACKS: usize = 32;

/// Most metadata keys.
const MAX_KEYS: u32 = 500;

/// The year from which QuickTime counts seconds, and from which programs do that do not know it.
const EPOCH: i32 = 1904;
const UNIX_EPOCH: i32 = 1970;

/// Seconds between the two: nobody filmed with a phone before.
const BETWEEN: u64 = 2_082_844_800;

/// The name of a box that holds XMP.
const XMP_BOX: [u8; 16] = *b"\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC";

/// Reads the boxes and adds what they tell.
pub(super) fn read(file: &mut Window<impl Read + Seek>, facts: &mut Facts) {
    let end = file.length();
    for at in boxes(file, 0, end) {
        match &at.name {
            b"meta" => heif::read(file, at, facts),
            b"moov" => movie(file, at, facts),
            b"uuid" => uuid(file, at, facts),
            _ => {}
        }
    }
}

fn uuid(file: &mut Window<impl Read + Seek>, at: At, facts: &mut Facts) {
    if file.array(at.start) == Some(XMP_BOX)
        && let Some(packet) = file.up_to(at.start + 16, xmp::MAX_XMP)
    {
        let length = usize::try_from(at.end - at.start - 16).unwrap_or(usize::MAX);
        xmp::read(packet.get(..length).unwrap_or(&packet), facts);
    }
}

fn movie(file: &mut Window<impl Read + Seek>, at: At, facts: &mut Facts) {
    let mut tags = Tags::default();
    let mut tracks = 0;
    for at in boxes(file, at.start, at.end) {
        match &at.name {
            b"mvhd" => times(file, at, facts),
            b"udta" => user_data(file, at, &mut tags, facts),
            b"meta" => metadata(file, at, &mut tags, facts),
            b"uuid" => uuid(file, at, facts),
            b"trak" if tracks < MAX_TRACKS => {
                tracks += 1;
                track(file, at, &mut tags, facts);
            }
            _ => {}
        }
    }
    tags.finish(facts);
}

fn times(file: &mut Window<impl Read + Seek>, at: At, facts: &mut Facts) {
    let Some(head) = file.up_to(at.start, 20) else {
        return;
    };
    let mut head = Bytes(&head);
    let long = head.u32().is_some_and(|version| version >> 24 == 1);
    let mut time = || {
        let seconds = head.uint(if long { 8 } else { 4 }).unwrap_or_default();
        let epoch = if seconds < BETWEEN { UNIX_EPOCH } else { EPOCH };
        moment::since(epoch, seconds)
    };
    let (created, changed) = (time(), time());
    facts.add_moment("quicktime:CreateDate", created, What::CapturedAt);
    facts.add_moment("quicktime:ModifyDate", changed, What::ChangedAt);
}

fn track(file: &mut Window<impl Read + Seek>, at: At, tags: &mut Tags, facts: &mut Facts) {
    for at in boxes(file, at.start, at.end) {
        match &at.name {
            b"udta" => user_data(file, at, tags, facts),
            b"meta" => metadata(file, at, tags, facts),
            b"mdia" => {
                for at in boxes(file, at.start, at.end) {
                    if at.name == *b"hdlr"
                        && let Some(body) = at.body(file, 1024)
                    {
                        handler(&body, facts);
                    }
                }
            }
            _ => {}
        }
    }
}

/// What a track is called: by its camera or by the program that wrote it.
fn handler(body: &[u8], facts: &mut Facts) {
    let mut body = Bytes(body);
    let (Some(_), Some(name)) = (body.take(24), body.0.first()) else {
        return;
    };
    // QuickTime counts letters first.
    if usize::from(*name) + 1 == body.0.len() {
        body.u8();
    }
    facts.add_text("quicktime:HandlerDescription", &decode(body.0), What::Other);
}

fn user_data(file: &mut Window<impl Read + Seek>, at: At, tags: &mut Tags, facts: &mut Facts) {
    for at in boxes(file, at.start, at.end) {
        match &at.name {
            b"meta" => metadata(file, at, tags, facts),
            b"XMP_" => {
                if let Some(packet) = at.body(file, xmp::MAX_XMP) {
                    xmp::read(&packet, facts);
                }
            }
            b"GPMF" => {
                if let Some(body) = at.body(file, MAX_GOPRO) {
                    gopro(&body, tags, facts);
                }
            }
            b"loci" => {
                let place = at.body(file, 4096).and_then(|body| location(&body));
                if let Some(place) = place {
                    facts.add("quicktime:loci", What::Place(place));
                }
            }
            _ => {
                if let Some(body) = at.body(file, 4096) {
                    plain_tag(at.name, &body, tags, facts);
                }
            }
        }
    }
}

/// GoPro's own metadata: a key, a letter for its kind, a size and a count before each value. Only which camera it was
/// is looked for.
fn gopro(body: &[u8], tags: &mut Tags, facts: &mut Facts) {
    for (mark, key) in [(b"MINFc", "GPMF.model"), (b"CASNc", "GPMF.serial")] {
        let value = memchr::memmem::find(body, mark).and_then(|at| {
            let mut rest = Bytes(body.get(at + mark.len()..)?);
            let length = usize::from(rest.u8()?) * usize::from(rest.u16()?);
            rest.take(length)
        });
        if let Some(value) = value {
            tags.tag(key, &decode(value), facts);
        }
    }
}

/// 3GPP's location box (TS 26.244, 8.10).
fn location(body: &[u8]) -> Option<Place> {
    let mut body = Bytes(body);
    let _version = body.u32()?;
    let _language = body.u16()?;
    if body.0.starts_with(&[0xFE, 0xFF]) {
        while body.u16()? != 0 {}
    } else {
        body.until_zero();
    }
    let _role = body.u8()?;
    let mut degrees = || body.i32().map(|number| f64::from(number) / 65_536.0);
    let (longitude, latitude, altitude) = (degrees()?, degrees()?, degrees()?);
    let place = Place::at(Point::new(latitude, longitude)?);
    Some(Place {
        altitude_m: Some(altitude),
        ..place
    })
}

/// A tag that holds its text itself: QuickTime's, 3GPP's and those of cameras.
fn plain_tag(name: Name, body: &[u8], tags: &mut Tags, facts: &mut Facts) {
    let mut rest = Bytes(body);
    let text = match name {
        [0xA9, ..] => {
            let (Some(length), Some(_language)) = (rest.u16(), rest.u16()) else {
                return;
            };
            decode(rest.take(usize::from(length)).unwrap_or(rest.0))
        }
        // "FIRM" and "LENS" are GoPro's, "mak " and "mod " of older phones.
        [b'F', b'I', b'R', b'M']
        | [b'L', b'E', b'N', b'S']
        | [b'm', b'a', b'k', b' ']
        | [b'm', b'o', b'd', b' '] => decode(body),
        [b't', b'i', b't', b'l']
        | [b'd', b's', b'c', b'p']
        | [b'c', b'p', b'r', b't']
        | [b'p', b'e', b'r', b'f']
        | [b'a', b'u', b't', b'h'] => {
            if rest.take(6).is_none() {
                return;
            }
            match rest.0 {
                [0xFE, 0xFF, ..] => decode_utf16(rest.0, false),
                utf8 => decode(utf8),
            }
        }
        _ => return,
    };
    tags.tag(&name_of(name), &text, facts);
}

fn name_of(name: Name) -> String {
    name.iter().map(|byte| char::from(*byte)).collect()
}

/// Metadata with keys, or iTunes' own.
fn metadata(file: &mut Window<impl Read + Seek>, at: At, tags: &mut Tags, facts: &mut Facts) {
    let Some(body) = at.body(file, MAX_METADATA) else {
        return;
    };
    // QuickTime's has no version.
    let versioned = body.get(4..8) != Some(b"hdlr");
    let mut rest = Bytes(&body);
    if versioned {
        rest.u32();
    }
    let mut keys = Vec::new();
    while let Some((name, body)) = next(&mut rest) {
        match &name {
            b"keys" => keys = read_keys(body).unwrap_or_default(),
            b"ilst" => items(body, &keys, tags, facts),
            _ => {}
        }
    }
}

fn read_keys(mut body: Bytes<'_>) -> Option<Vec<String>> {
    let _version = body.u32()?;
    let count = body.u32()?;
    let mut keys = Vec::new();
    for _ in 0..count.min(MAX_KEYS) {
        let Some((_, key)) = next(&mut body) else { break };
        keys.push(decode(key.0));
    }
    Some(keys)
}

fn items(mut body: Bytes<'_>, keys: &[String], tags: &mut Tags, facts: &mut Facts) {
    for _ in 0..MAX_KEYS {
        let Some((name, mut item)) = next(&mut body) else {
            return;
        };
        let index = usize::try_from(u32::from_be_bytes(name)).unwrap_or_default();
        let key = match index.checked_sub(1).and_then(|index| keys.get(index)) {
            Some(key) => key.clone(),
            None => name_of(name),
        };
        while let Some((part, value)) = next(&mut item) {
            if part == *b"data"
                && let Some(text) = value_of(value)
            {
                tags.tag(&key, &text, facts);
            }
        }
    }
}

fn value_of(mut value: Bytes<'_>) -> Option<String> {
    let (kind, _locale) = (value.u32()?, value.u32()?);
    Some(match (kind, value.0) {
        (1, text) => decode(text),
        (2, text) => decode_utf16(text, false),
        (21, bytes) if bytes.len() <= 4 => {
            let unused = 32 - 8 * u32::try_from(bytes.len()).ok()?;
            let bits = bytes.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
            (bits.checked_shl(unused)?.cast_signed() >> unused).to_string()
        }
        (22, bytes) => {
            let size = u8::try_from(bytes.len()).ok()?;
            value.uint(size)?.to_string()
        }
        (23, _) => f32::from_bits(value.u32()?).to_string(),
        (24, _) => f64::from_bits(value.u64()?).to_string(),
        _ => return None,
    })
}

/// What several tags tell together.
#[derive(Default)]
struct Tags {
    make: Option<String>,
    model: Option<String>,
    source: Option<String>,
    places: Vec<(String, Place)>,
    accuracy_m: Option<f64>,
}

impl Tags {
    fn tag(&mut self, key: &str, text: &str, facts: &mut Facts) {
        let source = format!("quicktime:{key}");
        let last = key.rsplit('.').next().unwrap_or(key);
        match (key, last) {
            ("©xyz", _) | (_, "ISO6709") => match parse_iso6709(text) {
                Some(place) => self.places.push((source, place)),
                None => facts.add_text(&source, text, What::Other),
            },
            (_, "horizontal") => {
                self.accuracy_m = plain_number(text);
                facts.add_text(&source, text, What::Other);
            }
            ("©mak" | "mak ", _) | (_, "make" | "manufacturer") => {
                self.make = self.make.take().or(clean(text));
            }
            ("©mod" | "mod ", _) | (_, "model") => {
                self.model = self.model.take().or(clean(text));
                self.source.get_or_insert(source);
            }
            ("©swr" | "©too" | "FIRM", _) | (_, "software") => {
                facts.add_text(&source, text, What::Software);
            }
            ("©day", _) | (_, "creationdate") => match moment::parse(text) {
                Some(moment) => facts.add(&source, What::CapturedAt(moment)),
                None => facts.add_text(&source, text, What::Other),
            },
            _ => facts.add_text(&source, text, What::Other),
        }
    }

    fn finish(self, facts: &mut Facts) {
        let source = self.source.as_deref().unwrap_or("quicktime:make");
        facts.add_device(source, self.make.as_deref(), self.model.as_deref());
        for (source, place) in self.places {
            // Apple's key for the one belongs to Apple's key for the other.
            let accuracy_m = self.accuracy_m.filter(|_| source.ends_with("ISO6709"));
            let place = Place { accuracy_m, ..place };
            facts.add(&source, What::Place(place));
        }
    }
}
