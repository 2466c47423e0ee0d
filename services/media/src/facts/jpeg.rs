//! Where a JPEG keeps what it tells about itself: segments before its first scan (ITU-T T.81, annex B).

use std::{
    collections::BTreeMap,
    io::{Read, Seek},
};

use super::{
    exif, iptc,
    list::{Facts, What},
    text::decode,
    window::{Bytes, Window},
    xmp,
};

/// Most segments that are looked at.
const MAX_SEGMENTS: u32 = 2000;

/// What a continued XMP packet begins with (XMP part 3, 1.1.3.1).
const EXTENDED: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";

/// Reads the segments and adds what they tell.
pub(super) fn read(file: &mut Window<impl Read + Seek>, facts: &mut Facts) {
    let mut at = 2;
    let mut pieces = Pieces::default();
    for _ in 0..MAX_SEGMENTS {
        let Some((marker, body, next)) = segment(file, at) else {
            break;
        };
        match marker {
            0xE1 => app1(&body, &mut pieces, facts),
            0xED => pieces
                .photoshop
                .extend_from_slice(body.strip_prefix(b"Photoshop 3.0\0").unwrap_or_default()),
            0xEE if body.starts_with(b"Adobe") => facts.add("jpeg:APP14", What::Other("Adobe".to_owned())),
            0xFE => facts.add_text("jpeg:Comment", &decode(&body), What::Other),
            // Pixels come.
            0xDA => break,
            _ => {}
        }
        at = next;
    }
    iptc::read_resources(&pieces.photoshop, facts);
    for packet in pieces.extended.into_values() {
        xmp::read(&packet, facts);
    }
}

/// What may be in several segments. Together they are no longer than what the window lets through.
#[derive(Default)]
struct Pieces {
    photoshop: Vec<u8>,
    extended: BTreeMap<Vec<u8>, Vec<u8>>,
}

/// The segment at `at`: its marker, its body (of those that are kept) and where the next one is.
fn segment(file: &mut Window<impl Read + Seek>, at: u64) -> Option<(u8, Vec<u8>, u64)> {
    let [first, marker, high, low] = file.array(at)?;
    if first != 0xFF {
        return None;
    }
    match marker {
        // Filling, and markers without a segment.
        0xFF => return Some((0, Vec::new(), at + 1)),
        0x01 | 0xD0..=0xD8 => return Some((0, Vec::new(), at + 2)),
        0xD9 => return None,
        _ => {}
    }
    let length = usize::from(u16::from_be_bytes([high, low])).checked_sub(2)?;
    let next = at + 4 + u64::try_from(length).ok()?;
    let kept = matches!(marker, 0xE1 | 0xED | 0xEE | 0xFE);
    let body = if kept {
        file.up_to(at + 4, length)?
    } else {
        Vec::new()
    };
    Some((marker, body, next))
}

fn app1(body: &[u8], pieces: &mut Pieces, facts: &mut Facts) {
    if let Some(tiff) = body.strip_prefix(b"Exif\0\0") {
        exif::read(tiff, facts);
    } else if let Some(packet) = body.strip_prefix(b"http://ns.adobe.com/xap/1.0/\0") {
        xmp::read(packet, facts);
    } else if let Some(piece) = body.strip_prefix(EXTENDED) {
        // In most files the pieces stand in their order; one that does not fit to the others is left out.
        let mut piece = Bytes(piece);
        let (Some(name), Some(_), Some(offset)) = (piece.take(32), piece.u32(), piece.u32()) else {
            return;
        };
        let packet = pieces.extended.entry(name.to_vec()).or_default();
        if usize::try_from(offset).is_ok_and(|offset| offset == packet.len())
            && packet.len() + piece.0.len() <= xmp::MAX_XMP
        {
            packet.extend_from_slice(piece.0);
        }
    }
}
