//! Where HEIC and AVIF keep what they tell about themselves: items (ISO/IEC 23008-12, annex A).

use std::io::{Read, Seek};

use super::{
    bmff::{Place, next},
    exif,
    list::Facts,
    window::{Bytes, Window},
    xmp,
};

/// Longest `meta` box, in bytes.
const MAX_META: usize = 4 * 1024 * 1024;

/// Most items that are looked at.
const MAX_ITEMS: usize = 2000;

/// Most items that are read: a file has one of a kind.
const MAX_READ: usize = 8;

/// What an item holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Exif,
    Xmp,
}

/// Reads the items that a `meta` box names and adds what they tell.
pub(super) fn read(file: &mut Window<impl Read + Seek>, meta: Place, facts: &mut Facts) {
    let Some(body) = meta.body(file, MAX_META) else {
        return;
    };
    let mut rest = Bytes(&body);
    rest.u32();
    let (mut items, mut locations, mut data) = (Vec::new(), None, &[][..]);
    while let Some((name, body)) = next(&mut rest) {
        match &name {
            b"iinf" => items = named_items(body),
            b"iloc" => locations = Some(body),
            b"idat" => data = body.0,
            _ => {}
        }
    }
    let Some(locations) = locations else { return };
    for (item, holds) in items.into_iter().take(MAX_READ) {
        let most = match holds {
            Holds::Exif => exif::MAX_EXIF,
            Holds::Xmp => xmp::MAX_XMP,
        };
        let Some(bytes) = item_bytes(file, locations, item, data, most) else {
            continue;
        };
        match holds {
            Holds::Exif => {
                let mut bytes = Bytes(&bytes);
                let skipped = bytes.u32().and_then(|skipped| usize::try_from(skipped).ok());
                if skipped.and_then(|skipped| bytes.take(skipped)).is_some() {
                    exif::read(bytes.0, facts);
                }
            }
            Holds::Xmp => xmp::read(&bytes, facts),
        }
    }
}

fn named_items(mut body: Bytes<'_>) -> Vec<(u32, Holds)> {
    let mut found = Vec::new();
    let Some([version, ..]) = body.array::<4>() else {
        return found;
    };
    body.take(if version == 0 { 2 } else { 4 });
    for _ in 0..MAX_ITEMS {
        let Some((_, entry)) = next(&mut body) else { break };
        found.extend(named_item(entry));
    }
    found
}

fn named_item(mut entry: Bytes<'_>) -> Option<(u32, Holds)> {
    let [version, ..] = entry.array::<4>()?;
    let item = match version {
        2 => u32::from(entry.u16()?),
        3 => entry.u32()?,
        _ => return None,
    };
    let _protection = entry.u16()?;
    match entry.array::<4>()? {
        [b'E', b'x', b'i', b'f'] => Some((item, Holds::Exif)),
        [b'm', b'i', b'm', b'e'] => {
            let _name = entry.until_zero();
            (entry.until_zero() == b"application/rdf+xml").then_some((item, Holds::Xmp))
        }
        _ => None,
    }
}

/// The bytes of one item, of all its extents.
fn item_bytes(
    file: &mut Window<impl Read + Seek>,
    mut locations: Bytes<'_>,
    wanted: u32,
    data: &[u8],
    most: usize,
) -> Option<Vec<u8>> {
    let [version, ..] = locations.array::<4>()?;
    let [sizes, more_sizes] = locations.array()?;
    let (offset_size, length_size) = (sizes >> 4, sizes & 15);
    let (base_size, index_size) = (more_sizes >> 4, if version == 0 { 0 } else { more_sizes & 15 });
    let id = |rest: &mut Bytes<'_>| match version {
        0 | 1 => rest.u16().map(u32::from),
        _ => rest.u32(),
    };
    let count = id(&mut locations)?;
    for _ in 0..usize::try_from(count).ok()?.min(MAX_ITEMS) {
        let item = id(&mut locations)?;
        let method = if version == 0 { 0 } else { locations.u16()? & 15 };
        let _file = locations.u16()?;
        let base = locations.uint(base_size)?;
        let extents = locations.u16()?;
        let mut bytes = Vec::new();
        for _ in 0..extents {
            let _index = locations.uint(index_size)?;
            let offset = base.checked_add(locations.uint(offset_size)?)?;
            let length = usize::try_from(locations.uint(length_size)?).ok()?;
            if item != wanted {
                continue;
            }
            if bytes.len().checked_add(length)? > most {
                return None;
            }
            match method {
                0 => bytes.extend(file.up_to(offset, length)?),
                1 => {
                    let start = usize::try_from(offset).ok()?;
                    bytes.extend_from_slice(data.get(start..start.checked_add(length)?)?);
                }
                _ => return None,
            }
        }
        if item == wanted {
            return Some(bytes);
        }
    }
    None
}
