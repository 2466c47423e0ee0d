//! The boxes of ISO base media files and of QuickTime (ISO/IEC 14496-12, clause 4.2), never past their end.
//!
//! Nothing here calls itself: a box is opened only where its parent is known to hold it.

use std::io::{Read, Seek};

use super::window::{Bytes, Window};

/// Most boxes that are looked at within one.
const MAX_BOXES: usize = 4000;

/// The name of a box.
pub(super) type Name = [u8; 4];

/// Where the body of a box is in its file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) name: Name,
    pub(super) start: u64,
    pub(super) end: u64,
}

impl Place {
    /// Its body, if it is no longer than `most` bytes.
    pub(super) fn body(&self, file: &mut Window<impl Read + Seek>, most: usize) -> Option<Vec<u8>> {
        let length = usize::try_from(self.end - self.start).ok()?;
        (length <= most).then(|| file.at(self.start, length))?
    }
}

/// The boxes from `start` up to `end`, as far as they go.
pub(super) fn boxes(file: &mut Window<impl Read + Seek>, start: u64, end: u64) -> Vec<Place> {
    let mut found = Vec::new();
    let mut at = start;
    while found.len() < MAX_BOXES && at < end {
        let Some(place) = box_at(file, at, end) else { break };
        at = place.end;
        found.push(place);
    }
    found
}

fn box_at(file: &mut Window<impl Read + Seek>, at: u64, end: u64) -> Option<Place> {
    let [a, b, c, d, name @ ..] = file.array::<8>(at)?;
    let (head, length) = match u32::from_be_bytes([a, b, c, d]) {
        0 => (8, end - at),
        1 => (16, u64::from_be_bytes(file.array(at + 8)?)),
        length => (8, u64::from(length)),
    };
    let whole = length >= head && at.checked_add(length)? <= end;
    // What was cut off still tells what it begins with.
    let stop = if whole { at + length } else { end };
    (length >= head && at + head <= stop).then_some(Place {
        name,
        start: at + head,
        end: stop,
    })
}

/// The next box within bytes that are here already, and its body.
pub(super) fn next<'a>(within: &mut Bytes<'a>) -> Option<(Name, Bytes<'a>)> {
    let length = usize::try_from(within.u32()?).ok()?;
    let name = within.array()?;
    let body = match length {
        0 => within.0.len(),
        1 => usize::try_from(within.u64()?).ok()?.checked_sub(16)?,
        length => length.checked_sub(8)?,
    };
    Some((name, Bytes(within.take(body)?)))
}
