//! The headers of pictures.

use std::io::Cursor;

use media::{
    Limits,
    picture::{Kind, for_fuzzing as door, recognise},
};

use crate::input::{first, with_file};

/// Bytes of an EXIF block or of an unpacked profile, and of a profile that lies unpacked in the file.
const METADATA: usize = 64 * 1024;
const PROFILE: usize = 1024 * 1024;

/// Small enough that a frame is decoded quickly.
fn small() -> Limits {
    Limits {
        max_pixels: 1 << 16,
        max_side: 1 << 12,
        ..Limits::default()
    }
}

/// What a half tells, the whole tells, too: nothing behind the pixels has a say.
fn half_tells_the_same<T: PartialEq + std::fmt::Debug, E>(
    bytes: &[u8],
    read: impl Fn(&[u8]) -> Result<T, E>,
) {
    if let Ok(early) = read(&bytes[..bytes.len() / 2]) {
        assert_eq!(Some(early), read(bytes).ok());
    }
}

/// A JPEG's markers; libjpeg-turbo reads the same size.
pub fn jpeg_header(bytes: &[u8]) {
    half_tells_the_same(bytes, door::jpeg);
    let Ok(header) = door::jpeg(bytes) else { return };
    let [components, coefficients] = header.besides;
    assert!((1..=4).contains(&components));
    assert!(coefficients <= 4 * 2 * 64 * 15 * 15 * (8192 * 8192));
    assert!(header.exif.is_none_or(|exif| exif.len() < METADATA));
    assert!(header.icc.is_none_or(|icc| (1..=PROFILE).contains(&icc.len())));
    if let Ok(theirs) = turbojpeg::read_header(bytes) {
        assert_eq!(
            (theirs.width, theirs.height),
            (header.width as usize, header.height as usize)
        );
    }
}

/// A PNG's chunks; the `png` crate reads the same.
pub fn png_header(bytes: &[u8]) {
    half_tells_the_same(bytes, door::png);
    let Ok(header) = door::png(bytes) else { return };
    assert!(header.exif.is_none_or(|exif| exif.len() <= METADATA));
    assert!(header.icc.is_none_or(|icc| (1..=METADATA).contains(&icc.len())));
    let mut theirs = png::Decoder::new(Cursor::new(bytes));
    theirs.ignore_checksums(true);
    if let Ok(theirs) = theirs.read_header_info() {
        let ours = (header.width, header.height, header.besides[0] == 1);
        assert_eq!((theirs.width, theirs.height, theirs.interlaced), ours);
    }
}

/// A GIF's blocks and its first frame.
pub fn gif_header(bytes: &[u8]) {
    let limits = small();
    let read = |bytes: &[u8]| with_file(bytes, |file| door::gif(file, &limits));
    let Ok(header) = read(bytes) else { return };
    let ((width, height), delays) = (header.size, &header.delays);
    assert!(u64::from(width) * u64::from(height) <= limits.max_pixels);
    assert!(delays.len() <= 500);
    assert!(delays.iter().all(|delay| *delay <= 655_350));
    assert!(header.decoding_bytes <= 4 * limits.max_pixels);
    if let Ok(early) = read(&bytes[..bytes.len() / 2]) {
        assert_eq!(early.size, (width, height));
        assert_eq!(early.delays, delays[..early.delays.len()]);
    }
    if let Ok((size, length)) = with_file(bytes, |file| door::gif_frame(file, &limits)) {
        assert_eq!(size, (width, height));
        assert_eq!(length as u64, 3 * u64::from(width) * u64::from(height));
    }
}

/// When which frame of a WebP is seen, and the film that is made of it.
pub fn webp_delays(bytes: &[u8]) {
    let Ok(delays) = door::delays(bytes) else { return };
    assert!(delays.len() <= 500 && delays.iter().all(|delay| *delay < 1 << 24));
    let (step, shown) = door::film(&delays);
    assert!((40..=200).contains(&step));
    let frames: u64 = shown.iter().sum();
    assert!(frames * u64::from(step) <= 15_000 + u64::from(step));
}

/// The header of a HEIC or AVIF file.
pub fn heif_header(bytes: &[u8]) {
    let limits = Limits::default();
    let Ok(header) = with_file(bytes, |file| door::heif(file, &limits)) else {
        return;
    };
    let (width, height) = header.size;
    let pixels = u64::from(width) * u64::from(height);
    assert!(pixels > 0 && pixels <= limits.max_pixels);
    let [left, top, whole_width, whole_height] = header.within.map(u64::from);
    assert!(left + u64::from(width) <= whole_width && top + u64::from(height) <= whole_height);
    assert!(whole_width * whole_height <= limits.max_pixels);
    let [columns, rows, tile_width, tile_height] = header.grid.map(u64::from);
    assert!(whole_width <= columns * tile_width && whole_height <= rows * tile_height);
    assert_eq!(columns * rows, header.tiles as u64);
    assert!(header.tiles <= 800);
    let (decoding, decoded) = header.bytes;
    assert!(decoded >= pixels && decoded <= 3 * pixels && decoding > decoded);
    assert!(header.icc_bytes <= PROFILE);
}

/// The body of a `meta` box.
pub fn heif_meta(bytes: &[u8]) {
    let Ok((primary, _)) = door::meta(bytes) else {
        return;
    };
    // A box that means nothing, at the end.
    if let Ok((same, _)) = door::meta(&[bytes, b"\0\0\0\x08free"].concat()) {
        assert_eq!(same, primary);
    }
}

/// The bodies of `hvcC` and `av1C` boxes.
pub fn codec_configuration(bytes: &[u8]) {
    let ([codec], body) = first::<1>(bytes);
    if codec & 1 == 0 {
        if let Ok([_, _, chroma, depth]) = door::hevc_configuration(body) {
            assert!(chroma <= 3 && (8..=16).contains(&depth));
        }
    } else if let Ok((depth, shift)) = door::av1_configuration(body) {
        assert!(matches!(depth, 8 | 10 | 12));
        assert!(shift.is_none_or(|(across, down)| across <= 1 && down <= 1));
    }
}

/// Any picture's header, as the child reads it before anything else.
pub fn picture_header(bytes: &[u8]) {
    let kind = recognise(bytes);
    if let Some(early) = recognise(&bytes[..bytes.len() / 2]) {
        assert_eq!(Some(early), kind, "more bytes make another kind of it");
    }
    let limits = Limits::default();
    let Ok(promise) = with_file(bytes, |file| door::promise(file, &limits)) else {
        return;
    };
    assert_eq!(kind, Some(promise.kind));
    let (width, height) = promise.stored;
    assert!(width > 0 && height > 0 && width.max(height) <= limits.max_side);
    assert!(u64::from(width) * u64::from(height) <= limits.max_pixels);
    assert!(promise.upright == (width, height) || promise.upright == (height, width));
    assert!(promise.icc_bytes <= PROFILE && promise.need_bytes <= limits.memory_bytes);
    if promise.moves == Ok(true) {
        assert!(matches!(promise.kind, Kind::Gif | Kind::WebP));
    }
}

/// What keeps a rendition from being something else besides a picture, against a search that is slow and simple.
pub fn picture_words(bytes: &[u8]) {
    const WORDS: [&str; 12] = [
        "<script",
        "<?php",
        "<?=$",
        "<svg",
        "<html",
        "<!doctype",
        "<iframe",
        "%!ps",
        "%pdf-",
        "#extm3u",
        "pk\x03\x04",
        "javascript:",
    ];
    let lower = bytes.to_ascii_lowercase();
    let spelt = WORDS
        .iter()
        .any(|word| lower.windows(word.len()).any(|here| here == word.as_bytes()));
    assert_eq!(door::spells_a_word(bytes), spelt);
}
