//! Looks at the first bytes of a file and asks the reader of its kind.

use std::io::{self, Read, Seek};

use super::{
    audio, bundle, jpeg,
    list::{Facts, What},
    matroska,
    nearest::nearest,
    png, quicktime, riff,
    window::Window,
};

/// Reads what a file tells about itself. A file of no kind that is known tells nothing.
///
/// # Errors
/// When the system cannot tell how long the file is.
pub fn read(file: impl Read + Seek) -> io::Result<Facts> {
    let mut file = Window::new(file)?;
    let mut facts = Facts::default();
    let head = file.up_to(0, 16).unwrap_or_default();
    match &head[..] {
        [0xFF, 0xD8, 0xFF, ..] => jpeg::read(&mut file, &mut facts),
        [0x89, b'P', b'N', b'G', ..] => png::read(&mut file, &mut facts),
        [b'R', b'I', b'F', b'F', ..] => riff::read(&mut file, &mut facts),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => matroska::read(&mut file, &mut facts),
        [b'P', b'K', 3, 4, ..] => bundle::read(&mut file, &mut facts),
        [b'I', b'D', b'3', ..] | [0xFF, 0xE0..=0xFF, ..] => audio::read_mp3(&mut file, &mut facts),
        [b'O', b'g', b'g', b'S', ..] => audio::read_ogg(&mut file, &mut facts),
        [b'f', b'L', b'a', b'C', ..] => audio::read_flac(&mut file, &mut facts),
        [_, _, _, _, name @ ..] if BOXES.iter().any(|known| name.starts_with(known)) => {
            quicktime::read(&mut file, &mut facts);
        }
        _ => {}
    }
    Ok(facts)
}

/// Adds the populated places nearest to where a file says that it was taken.
pub(crate) fn add_nearest(facts: &mut Facts) {
    let points: Vec<_> = facts.places().map(|place| place.point).collect();
    for point in points {
        if let Some(nearest) = nearest(point) {
            facts.add("geonames", What::NearestPlace(nearest));
        }
    }
}

/// With which boxes ISO base media and QuickTime files begin.
const BOXES: [&[u8]; 7] = [b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"];
