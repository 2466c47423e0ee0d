//! Pictures in the ISO base media file format: HEIC (HEVC inside) and AVIF (AV1 inside), ISO/IEC 23008-12.
//!
//! Our own reader finds the primary picture and its tiles ([`bmff`], [`meta`]) and judges every promise of size before
//! a codec sees a byte. Only the primary picture is looked at: no thumbnail, depth map, brightness map, second picture
//! or film, no EXIF and no XMP. How it is turned is told by `irot` and `imir` alone; the EXIF of such a file describes
//! the same turn once more.

mod av1;
mod bmff;
mod colours;
pub(super) mod for_fuzzing;
mod frame;
mod hevc;
mod hevc_sequence;
mod meta;
mod normalise;
mod plan;

#[cfg(test)]
mod tests;

use std::{
    fs::File,
    io::{BufReader, Read, Seek, SeekFrom},
};

use image::metadata::Orientation;

use self::{
    av1::Av1,
    bmff::Budget,
    frame::{Canvas, Frame, Raster, View, Window},
    hevc::Hevc,
    meta::{Cicp, Meta, Piece},
    plan::{Codec, Plan},
};
use super::{
    Limits, Reason, Stop,
    planes::{Plane, Planes},
};

/// What the header of such a file tells.
#[derive(Debug)]
pub(super) struct HeifHeader {
    /// As stored, before it is turned upright.
    pub(super) width: u32,
    /// As stored, before it is turned upright.
    pub(super) height: u32,
    pub(super) orientation: Orientation,
    pub(super) icc: Option<Vec<u8>>,
    /// The most memory that decoding takes, in bytes.
    pub(super) decoding_bytes: u64,
    /// What is handed out then, in bytes.
    pub(super) decoded_bytes: u64,
    window: Window,
    picture: Plan,
    alpha: Option<Plan>,
    idat: Vec<u8>,
}

/// Reads the header of `file`, which stands at its beginning, and refuses what is over the limits.
pub(super) fn probe(file: &File, limits: &Limits) -> Result<HeifHeader, Stop> {
    let mut budget = Budget::new();
    let body = budget.find(&mut BufReader::new(file), *b"meta")?;
    let meta = Meta::parse(&body, &mut budget)?;
    let mut picture = Plan::of(&meta, meta.primary, file, limits)?;
    let shown = plan::shown(&meta, &picture)?;
    limits.check_dimensions(shown.window.width, shown.window.height)?;
    let alpha = plan::alpha_of(&meta)
        .map(|id| Plan::of(&meta, id, file, limits))
        .transpose()?
        .filter(|alpha| (alpha.width, alpha.height) == (picture.width, picture.height));
    let decoded_bytes = picture.decoded_bytes(shown.window);
    let alpha_bytes = alpha
        .as_ref()
        .map_or(0, |alpha| alpha.decoded_bytes(shown.window));
    let codec_bytes = alpha.iter().chain([&picture]).map(Plan::codec_bytes).max();
    Ok(HeifHeader {
        width: shown.window.width,
        height: shown.window.height,
        orientation: shown.orientation,
        icc: picture
            .icc
            .take()
            .or_else(|| picture.cicp.and_then(colours::profile)),
        decoding_bytes: decoded_bytes + alpha_bytes + codec_bytes.unwrap_or_default(),
        decoded_bytes,
        window: shown.window,
        picture,
        alpha,
        idat: meta.idat,
    })
}

/// Decodes the primary picture of `file`, which stands at its beginning: as stored, with transparency laid on white.
pub(super) fn decode(file: &File, limits: &Limits) -> Result<Planes, Stop> {
    let header = &probe(file, limits)?;
    let (mut raster, in_bitstream) = decode_plan(file, header, &header.picture)?;
    normalise::normalise(&mut raster, header.picture.cicp.unwrap_or(in_bitstream))?;
    if let Some(plan) = &header.alpha {
        let (mut alpha, in_bitstream) = decode_plan(file, header, plan)?;
        alpha.planes.truncate(1);
        normalise::normalise(&mut alpha, plan.cicp.unwrap_or(in_bitstream))?;
        if let Some(alpha) = alpha.planes.first() {
            normalise::lay_on_white(&mut raster, alpha);
        }
    }
    planes(raster)
}

fn decode_plan(file: &File, header: &HeifHeader, plan: &Plan) -> Result<(Raster, Cicp), Stop> {
    let mut canvas = Canvas::new(header.window);
    let positions = (0..plan.rows).flat_map(|row| (0..plan.columns).map(move |column| (column, row)));
    let mut tiles = plan
        .tiles
        .iter()
        .zip(positions)
        .map(|(pieces, (column, row))| (pieces, column * plan.tile_width, row * plan.tile_height));
    match &plan.codec {
        Codec::Hevc(configuration) => {
            let mut decoder = Hevc::new(configuration)?;
            tiles.try_for_each(|(pieces, x, y)| {
                let item = read(file, &header.idat, pieces)?;
                decoder.decode(&item, |frame| canvas.add(whole(frame, plan)?, x, y))
            })?;
        }
        Codec::Av1(configuration) => {
            let mut decoder = Av1::new(configuration, plan.tile_width, plan.tile_height);
            tiles.try_for_each(|(pieces, x, y)| {
                let item = read(file, &header.idat, pieces)?;
                decoder.decode(item, |frame| canvas.add(whole(frame, plan)?, x, y))
            })?;
        }
    }
    Ok(canvas.finish()?)
}

/// A tile that is smaller than it was said to be would leave a gap.
fn whole<'a, 'b>(frame: &'a Frame<'b>, plan: &Plan) -> Result<&'a Frame<'b>, Reason> {
    let covers = |view: &View<'_>| view.width >= plan.tile_width && view.height >= plan.tile_height;
    if frame.planes.first().is_some_and(covers) {
        Ok(frame)
    } else {
        Err(Reason::Broken)
    }
}

/// The bytes of an item, wherever they lie.
fn read(mut file: &File, idat: &[u8], pieces: &[Piece]) -> Result<Vec<u8>, Stop> {
    let file_length = file.metadata()?.len();
    let mut item = Vec::new();
    for piece in pieces {
        let whole = if piece.in_meta {
            idat.len() as u64
        } else {
            file_length
        };
        let end = match piece.length {
            0 => whole,
            length => piece.offset.saturating_add(length),
        };
        if piece.offset > end || end > whole || item.len() as u64 + (end - piece.offset) > file_length {
            return Err(Reason::Broken.into());
        }
        if piece.in_meta {
            let index = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
            item.extend(idat.get(index(piece.offset)..index(end)).ok_or(Reason::Broken)?);
        } else {
            file.seek(SeekFrom::Start(piece.offset))?;
            file.take(end - piece.offset).read_to_end(&mut item)?;
        }
    }
    Ok(item)
}

/// The same samples, as the rest of the pipeline knows them.
fn planes(raster: Raster) -> Result<Planes, Stop> {
    let sizes: Vec<_> = (0..raster.planes.len())
        .map(|number| raster.size(number))
        .collect();
    let mut planes = raster
        .planes
        .into_iter()
        .zip(sizes)
        .map(|(samples, (width, height))| Plane {
            width,
            height,
            samples,
        });
    let luma = planes.next().ok_or(Reason::Broken)?;
    let chroma = match (planes.next(), planes.next()) {
        (Some(blue), Some(red)) => Some([blue, red]),
        _ => None,
    };
    Ok(Planes {
        width: raster.width,
        height: raster.height,
        luma,
        chroma,
        shift: raster.shift,
    })
}
