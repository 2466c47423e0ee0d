//! Doors to the readers of headers for `tests/fuzz`, which is another crate. Always compiled, so that the program that
//! is fuzzed is the program that runs.

use std::{fs::File, io::Cursor};

use super::{Limits, Reason, Stop, gif, jpeg_markers, markers, png_chunks, probe};

pub use super::animation::for_fuzzing::*;
pub use super::heif::for_fuzzing::*;

/// What every header tells.
#[derive(Debug, PartialEq, Eq)]
pub struct Header {
    /// As stored, in pixels.
    pub width: u32,
    /// As stored, in pixels.
    pub height: u32,
    /// An EXIF block.
    pub exif: Option<Vec<u8>>,
    /// A colour profile.
    pub icc: Option<Vec<u8>>,
    /// What the kind of file tells besides: of a JPEG its components and its bytes of coefficients, of a PNG whether
    /// it is interlaced.
    pub besides: [u64; 2],
}

/// What a whole header tells, and what the picture will cost.
#[derive(Debug, PartialEq, Eq)]
pub struct Promise {
    /// What it is.
    pub kind: super::Kind,
    /// Upright, in pixels.
    pub upright: (u32, u32),
    /// As stored, in pixels.
    pub stored: (u32, u32),
    /// Bytes of the colour profile.
    pub icc_bytes: usize,
    /// Bytes that rendering takes.
    pub need_bytes: u64,
    /// Whether it moves; an error if that cannot be told.
    pub moves: Result<bool, Reason>,
}

/// The file's fault. Bytes alone can never be the machine's.
pub(super) fn refused<T>(read: Result<T, Stop>) -> Result<T, Reason> {
    read.map_err(|stop| match stop {
        Stop::Refused(reason) => reason,
        Stop::Failed(error) => panic!("taken for a fault of ours: {error:#}"),
    })
}

/// A JPEG's markers.
pub fn jpeg(bytes: &[u8]) -> Result<Header, Reason> {
    let header = refused(jpeg_markers::read(&mut Cursor::new(bytes)))?;
    Ok(Header {
        width: header.width,
        height: header.height,
        exif: header.exif,
        icc: header.icc,
        besides: [header.components as u64, header.coefficient_bytes],
    })
}

/// A PNG's chunks; the first eight bytes are passed over.
pub fn png(bytes: &[u8]) -> Result<Header, Reason> {
    let header = refused(png_chunks::read(&mut Cursor::new(bytes)))?;
    Ok(Header {
        width: header.width,
        height: header.height,
        exif: header.exif,
        icc: header.icc,
        besides: [u64::from(header.interlaced), 0],
    })
}

/// What a GIF's blocks tell.
#[derive(Debug, PartialEq, Eq)]
pub struct Gif {
    /// In pixels.
    pub size: (u32, u32),
    /// How long its frames stand, in milliseconds.
    pub delays: Vec<u32>,
    /// Bytes that decoding takes.
    pub decoding_bytes: u64,
}

/// A GIF's blocks.
pub fn gif(file: &File, limits: &Limits) -> Result<Gif, Reason> {
    let header = refused(gif::probe(file, limits))?;
    Ok(Gif {
        size: (header.width, header.height),
        delays: header.delays,
        decoding_bytes: header.decoding_bytes,
    })
}

/// The first frame of a GIF: its size, and its bytes.
pub fn gif_frame(file: &File, limits: &Limits) -> Result<((u32, u32), usize), Reason> {
    let pixels = refused(gif::decode(file, limits))?;
    Ok(((pixels.width, pixels.height), pixels.samples.len()))
}

/// Any picture's header.
pub fn promise(file: &File, limits: &Limits) -> Result<Promise, Reason> {
    let facts = refused(probe(file, limits))?;
    Ok(Promise {
        kind: facts.kind,
        upright: facts.upright(),
        stored: (facts.width, facts.height),
        icc_bytes: facts.icc.as_ref().map_or(0, Vec::len),
        need_bytes: facts.need_bytes,
        moves: refused(super::is_animated(file, facts.kind, limits)),
    })
}

/// Whether bytes spell what another program would run.
pub fn spells_a_word(bytes: &[u8]) -> bool {
    markers::spells_a_word(bytes)
}
