//! Where Matroska and WebM keep what they tell about themselves (RFC 9559, RFC 8794).

use std::io::{Read, Seek};

use super::{
    list::{Facts, What},
    moment::{self, Moment},
    place::parse_iso6709,
    text::{clean, decode},
    window::{Bytes, Window},
};

/// Most elements that are looked at in one file.
const MAX_ELEMENTS: u32 = 10_000;

/// Longest element that is read, in bytes: all tags of a file are one.
const MAX_ELEMENT: usize = 1024 * 1024;

/// The year from which Matroska counts nanoseconds.
const EPOCH: i32 = 2001;

/// The length of what was still being written when it was begun.
const UNKNOWN: u64 = u64::MAX;

/// Names of elements.
const SEGMENT: u64 = 0x1853_8067;
const INFO: u64 = 0x1549_A966;
const TAGS: u64 = 0x1254_C367;
const CLUSTER: u64 = 0x1F43_B675;
const DATE: u64 = 0x4461;
const TITLE: u64 = 0x7BA9;
const MUXING_APP: u64 = 0x4D80;
const WRITING_APP: u64 = 0x5741;
const TAG: u64 = 0x7373;
const SIMPLE_TAG: u64 = 0x67C8;
const TAG_NAME: u64 = 0x45A3;
const TAG_STRING: u64 = 0x4487;

/// Reads the elements and adds what they tell.
pub(super) fn read(file: &mut Window<impl Read + Seek>, facts: &mut Facts) {
    let mut at = 0;
    for _ in 0..MAX_ELEMENTS {
        let Some((name, length, start)) = element_at(file, at) else {
            return;
        };
        // Of a length that was not known when it was begun: its parts follow.
        let known =
            length.filter(|length| start.checked_add(*length).is_some_and(|end| end <= file.length()));
        if name == SEGMENT {
            at = start;
            continue;
        }
        if let (INFO | TAGS, Some(length)) = (name, known)
            && let Ok(count) = usize::try_from(length)
            && count <= MAX_ELEMENT
            && let Some(body) = file.at(start, count)
        {
            if name == INFO {
                information(Bytes(&body), facts);
            } else {
                tags(Bytes(&body), facts);
            }
        }
        at = match known {
            Some(length) => start + length,
            // A live recording: what is behind its pictures cannot be found without reading them all.
            None if name == CLUSTER => return,
            None => start,
        };
    }
}

/// The name, the length and the start of the element at `at`.
fn element_at(file: &mut Window<impl Read + Seek>, at: u64) -> Option<(u64, Option<u64>, u64)> {
    let head = file.up_to(at, 12)?;
    let mut rest = Bytes(&head);
    let name = name(&mut rest)?;
    let length = length(&mut rest).map(|length| (length != UNKNOWN).then_some(length))?;
    Some((name, length, at + u64::try_from(head.len() - rest.0.len()).ok()?))
}

/// A number of one to eight bytes, of which the first says how many they are; with its mark.
fn marked(rest: &mut Bytes<'_>, most: u32) -> Option<(u64, u32)> {
    let count = rest.0.first()?.leading_zeros() + 1;
    (count <= most).then_some(())?;
    Some((rest.uint(u8::try_from(count).ok()?)?, count))
}

fn name(rest: &mut Bytes<'_>) -> Option<u64> {
    marked(rest, 4).map(|(name, _)| name)
}

/// A length, or that it is [`UNKNOWN`].
fn length(rest: &mut Bytes<'_>) -> Option<u64> {
    let (marked, count) = marked(rest, 8)?;
    let ones = (1_u64 << (7 * count)) - 1;
    let length = marked & ones;
    Some(if length == ones { UNKNOWN } else { length })
}

/// The next element within bytes that are here already.
fn next<'a>(rest: &mut Bytes<'a>) -> Option<(u64, Bytes<'a>)> {
    let name = name(rest)?;
    let length = length(rest)?;
    Some((name, Bytes(rest.take(usize::try_from(length).ok()?)?)))
}

fn information(mut rest: Bytes<'_>, facts: &mut Facts) {
    while let Some((name, body)) = next(&mut rest) {
        match name {
            DATE => facts.add_moment("matroska:DateUTC", date(body), What::CapturedAt),
            TITLE => facts.add_text("matroska:Title", &decode(body.0), What::Other),
            MUXING_APP => facts.add_text("matroska:MuxingApp", &decode(body.0), What::Software),
            WRITING_APP => facts.add_text("matroska:WritingApp", &decode(body.0), What::Software),
            _ => {}
        }
    }
}

fn date(mut body: Bytes<'_>) -> Option<Moment> {
    let nanoseconds = body.u64()?.cast_signed();
    moment::since(EPOCH, u64::try_from(nanoseconds / 1_000_000_000).ok()?)
}

fn tags(mut rest: Bytes<'_>, facts: &mut Facts) {
    let (mut make, mut model) = (None, None);
    while let Some((name, mut tag)) = next(&mut rest) {
        if name != TAG {
            continue;
        }
        while let Some((name, simple)) = next(&mut tag) {
            if name == SIMPLE_TAG
                && let Some((key, text)) = simple_tag(simple)
            {
                add_tag(&key, &text, (&mut make, &mut model), facts);
            }
        }
    }
    facts.add_device("matroska:MODEL", make.as_deref(), model.as_deref());
}

fn simple_tag(mut rest: Bytes<'_>) -> Option<(String, String)> {
    let (mut key, mut text) = (None, None);
    while let Some((name, body)) = next(&mut rest) {
        match name {
            TAG_NAME => key = clean(&decode(body.0)),
            TAG_STRING => text = clean(&decode(body.0)),
            _ => {}
        }
    }
    key.zip(text)
}

fn add_tag(
    key: &str,
    text: &str,
    (make, model): (&mut Option<String>, &mut Option<String>),
    facts: &mut Facts,
) {
    let source = format!("matroska:{key}");
    let time = || moment::parse(text);
    match key.to_ascii_uppercase().as_str() {
        "MAKE" | "MANUFACTURER" | "COM.ANDROID.MANUFACTURER" => *make = Some(text.to_owned()),
        "MODEL" | "COM.ANDROID.MODEL" => *model = Some(text.to_owned()),
        "ENCODER" | "WRITING_APP" | "SOFTWARE" => facts.add_text(&source, text, What::Software),
        "LOCATION" | "COM.APPLE.QUICKTIME.LOCATION.ISO6709" if parse_iso6709(text).is_some() => {
            facts.add_place(&source, parse_iso6709(text));
        }
        "CREATION_TIME" | "DATE_RECORDED" | "DATE_DIGITIZED" | "CREATIONDATE" if time().is_some() => {
            facts.add_moment(&source, time(), What::CapturedAt);
        }
        _ => facts.add_text(&source, text, What::Other),
    }
}
