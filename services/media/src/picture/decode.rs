//! From the file to samples of eight bits, with transparency laid on white.

use std::{fs::File, io::BufReader};

use super::{
    Facts, Kind, Limits, Stop, decode_jpeg, decode_png, decode_webp, gif, heif, planes::Planes, ycbcr::Studio,
};

/// What the samples of a pixel mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channels {
    Grey,
    Rgb,
    /// Cyan, magenta, yellow and black, 255 meaning no ink.
    CmykInverted,
    /// Cyan, magenta, yellow and black, 255 meaning full ink.
    Cmyk,
}

impl Channels {
    pub(super) fn count(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Rgb => 3,
            Self::Cmyk | Self::CmykInverted => 4,
        }
    }
}

/// Rows without gaps: `samples.len() == width × height × channels.count()`.
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) channels: Channels,
    pub(super) samples: Vec<u8>,
}

impl Pixels {
    pub(super) fn is_whole(&self) -> bool {
        let count = u64::from(self.width) * u64::from(self.height) * self.channels.count() as u64;
        count > 0 && self.samples.len() as u64 == count
    }
}

/// As what a decoder hands out a picture.
pub(super) enum Picture {
    /// As it was stored.
    Planes(Planes),
    /// As it was stored, in the smaller range.
    Studio(Studio),
    /// As it had to be: inks, RGB that was stored as such, or rows that come in no order.
    Pixels(Pixels),
}

impl From<Planes> for Picture {
    fn from(planes: Planes) -> Self {
        Self::Planes(planes)
    }
}

impl From<Studio> for Picture {
    fn from(studio: Studio) -> Self {
        Self::Studio(studio)
    }
}

impl From<Pixels> for Picture {
    fn from(pixels: Pixels) -> Self {
        Self::Pixels(pixels)
    }
}

/// What came of a file.
pub(super) struct Decoded {
    pub(super) picture: Picture,
    /// The file is whole, but its camera stopped early: what is missing at its end is grey.
    pub(super) incomplete: bool,
}

/// Decodes `file`, which stands at its beginning and whose header is `facts`.
///
/// A JPEG comes out smaller than stored, where that is enough for the largest rendition.
pub(super) fn decode(file: &File, facts: &Facts, limits: &Limits) -> Result<Decoded, Stop> {
    let picture = match facts.kind {
        Kind::Jpeg => return decode_jpeg::decode(file, facts, limits),
        Kind::Png => decode_png::decode(BufReader::new(file), facts)?,
        Kind::WebP => decode_webp::decode(file, facts)?,
        Kind::Gif => gif::decode(file, limits)?.into(),
        Kind::Heic | Kind::Avif => heif::decode(file, limits)?.into(),
    };
    Ok(Decoded {
        picture,
        incomplete: false,
    })
}

/// A buffer that may be too large for the limit on memory, which then is the picture's fault.
pub(super) fn zeroed(length: usize) -> Result<Vec<u8>, Stop> {
    let mut buffer = Vec::new();
    buffer
        .try_reserve_exact(length)
        .map_err(|_| super::Reason::TooHeavy)?;
    buffer.resize(length, 0);
    Ok(buffer)
}

#[cfg(test)]
mod tests;
