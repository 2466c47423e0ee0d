//! The whole way, from the file to the renditions in a folder.

use std::{fs::File, path::Path};

use anyhow::Context;
use ground::blobs::{PictureFormat, Rendition};
use serde::{Deserialize, Serialize};

use crate::likeness::Sketch;

use super::{
    Facts, Limits, Stop,
    colour::{to_planes, to_srgb},
    decode::{Picture, decode},
    encode_jpeg, libwebp,
    likeness::{Likeness, likeness},
    markers::encode_innocent,
    planes::Planes,
    probe::upright,
    resize::{resize, shrink, shrink_pixels},
    sizes::{Size, sizes},
    turn::{turn, turned_last},
    ycbcr::Studio,
};

/// One rendition, as it was written to a file of its own name.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Made {
    /// The [`Rendition`] as text: `640.webp`.
    pub(crate) name: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) bytes: u64,
}

/// All that was made of a picture besides the files.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// What is missing at the original's end is grey.
    pub(crate) incomplete: bool,
    pub(crate) renditions: Vec<Made>,
    pub(crate) thumbhash: Vec<u8>,
    pub(crate) placeholder: Vec<u8>,
    /// What the picture is found again by; none of a flat one.
    pub(crate) sketch: Option<Sketch>,
}

/// Decodes `file`, which stands at its beginning and whose header is `facts`, and writes its renditions to `folder`.
pub(crate) fn render(file: &File, facts: &Facts, limits: &Limits, folder: &Path) -> Result<Outcome, Stop> {
    let (width, height) = facts.upright();
    let sizes = sizes(width, height);
    let largest = sizes.first().copied().context("a picture has a size")?;
    let decoded = decode(file, facts, limits)?;
    let mut planes = first_size(decoded.picture, facts, largest)?;
    let mut renditions = Vec::new();
    let mut smaller = sizes.get(1..).unwrap_or_default().iter();
    let mut size = largest;
    let likeness = loop {
        let jpeg = write_jpeg(&mut planes, size, folder)?;
        let next = match smaller.next() {
            Some(next) => Ok((*next, resize(&planes, next.width, next.height)?)),
            None => Err(likeness(&planes)?),
        };
        // These planes have been made all that needs them as they are; from here on they need not be kept.
        let mut studio = Studio::from_full(planes);
        let webp = encode_innocent(libwebp::QUALITY, |quality| {
            libwebp::encode(&mut studio, quality, limits.webp_effort)
        })?;
        drop(studio);
        renditions.extend([write(&webp, size, PictureFormat::Webp, folder)?, jpeg]);
        (size, planes) = match next {
            Ok(next) => next,
            Err(likeness) => break likeness,
        };
    };
    let Likeness {
        thumbhash,
        placeholder,
        sketch,
    } = likeness;
    Ok(Outcome {
        incomplete: decoded.incomplete,
        renditions,
        thumbhash,
        placeholder,
        sketch,
    })
}

/// Decodes `file` as [`render`] does, and writes its largest size alone, as JPEG.
pub(crate) fn render_copy(file: &File, facts: &Facts, limits: &Limits, folder: &Path) -> Result<Made, Stop> {
    let (width, height) = facts.upright();
    let largest = sizes(width, height)
        .into_iter()
        .next()
        .context("a picture has a size")?;
    let mut planes = first_size(decode(file, facts, limits)?.picture, facts, largest)?;
    write_jpeg(&mut planes, largest, folder)
}

/// The largest size: resized lying as it was stored, then upright, then in sRGB.
fn first_size(picture: Picture, facts: &Facts, size: Size) -> Result<Planes, Stop> {
    let (width, height) = upright(facts.orientation, size.width, size.height);
    let edges = turned_last(facts.orientation);
    let planes = match picture {
        Picture::Planes(planes) => shrink(planes, width, height, edges)?,
        Picture::Studio(Studio(planes)) => Studio(shrink(planes, width, height, edges)?).into_full(),
        Picture::Pixels(pixels) => to_planes(shrink_pixels(pixels, width, height)?, facts.icc.as_deref())?,
    };
    let mut planes = turn(planes, facts.orientation);
    to_srgb(&mut planes, facts.icc.as_deref())?;
    Ok(planes)
}

fn write_jpeg(planes: &mut Planes, size: Size, folder: &Path) -> Result<Made, Stop> {
    let jpeg = encode_innocent(encode_jpeg::QUALITY, |quality| {
        encode_jpeg::encode(planes, quality)
    })?;
    write(&jpeg, size, PictureFormat::Jpeg, folder)
}

fn write(encoded: &[u8], size: Size, format: PictureFormat, folder: &Path) -> Result<Made, Stop> {
    let Size { slot, width, height } = size;
    let name = Rendition { width: slot, format }.to_string();
    std::fs::write(folder.join(&name), encoded).context("writing a rendition")?;
    Ok(Made {
        name,
        width,
        height,
        bytes: encoded.len() as u64,
    })
}

#[cfg(test)]
mod tests;
