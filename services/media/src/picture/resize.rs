//! Makes samples fewer.

use anyhow::{Context, ensure};
use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

use super::{
    Stop,
    decode::{Channels, Pixels},
    planes::{HALF, Plane, Planes},
};

/// `planes` at `width` × `height`, 4:2:0, by a Lanczos filter of three lobes.
pub(super) fn resize(planes: &Planes, width: u32, height: u32) -> Result<Planes, Stop> {
    let sizes = Sizes::new(planes, width, height, [Edge::Last; 2]);
    let luma = sizes.luma(&planes.luma)?;
    let chroma = match &planes.chroma {
        Some([blue, red]) => Some([sizes.chroma(blue)?, sizes.chroma(red)?]),
        None => None,
    };
    Ok(sizes.planes(luma, chroma))
}

/// The same of planes that nobody needs any more: each goes as soon as it is resized, and stays if it fits already.
///
/// `edges`: where chroma is to reach beyond an odd number of columns and of rows. A side that is turned about
/// afterwards has its first edge last then.
pub(super) fn shrink(planes: Planes, width: u32, height: u32, edges: [Edge; 2]) -> Result<Planes, Stop> {
    let sizes = Sizes::new(&planes, width, height, edges);
    let same = (planes.width, planes.height) == (width, height);
    let luma = if same {
        planes.luma
    } else {
        sizes.luma(&planes.luma)?
    };
    let chroma = match planes.chroma {
        Some(chroma) if same && planes.shift == HALF && !sizes.moves_chroma() => Some(chroma),
        Some([blue, red]) => {
            let resized = sizes.chroma(&blue)?;
            drop(blue);
            Some([resized, sizes.chroma(&red)?])
        }
        None => None,
    };
    Ok(sizes.planes(luma, chroma))
}

/// One end of a row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    First,
    Last,
}

/// From which part of each plane, and to which size.
struct Sizes {
    width: u32,
    height: u32,
    luma: [Part; 2],
    /// What a sample covers beyond the picture's edge, it covers of the larger planes too, so that the grids stay aligned
    /// whatever is odd.
    chroma: [Part; 2],
}

/// Some of the samples of each row or column. It may begin before the first one and end after the last.
#[derive(Clone, Copy)]
struct Part {
    start: f64,
    length: f64,
}

impl Part {
    fn whole(samples: u32) -> Self {
        Self {
            start: 0.0,
            length: f64::from(samples),
        }
    }

    /// How many samples are missing before the first and after the last of `samples`.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few samples, and not below zero"
    )]
    fn missing(self, samples: usize, length: f64) -> (usize, usize) {
        let before = (-self.start).max(0.0).ceil() as usize;
        let after = (self.start + self.length - length).max(0.0).ceil() as usize;
        (before.min(samples), after.min(samples))
    }

    fn moved(self, by: usize) -> anyhow::Result<Self> {
        Ok(Self {
            start: self.start + f64::from(u32::try_from(by)?),
            ..self
        })
    }
}

impl Sizes {
    fn new(planes: &Planes, width: u32, height: u32, edges: [Edge; 2]) -> Self {
        let (across, down) = planes.shift;
        let part = |from: u32, shift: u8, to: u32, edge: Edge| {
            let all = f64::from(from) / f64::from(1_u32 << shift);
            let length = all * f64::from(to.div_ceil(2) * 2) / f64::from(to);
            let start = match edge {
                Edge::First => all - length,
                Edge::Last => 0.0,
            };
            Part { start, length }
        };
        Self {
            width,
            height,
            luma: [Part::whole(planes.width), Part::whole(planes.height)],
            chroma: [
                part(planes.width, across, width, edges[0]),
                part(planes.height, down, height, edges[1]),
            ],
        }
    }

    /// Whether chroma is to lie otherwise on luma than it does.
    fn moves_chroma(&self) -> bool {
        self.chroma.iter().any(|part| part.start < 0.0)
    }

    fn luma(&self, plane: &Plane) -> anyhow::Result<Plane> {
        convolve(plane, self.luma, self.width, self.height)
    }

    fn chroma(&self, plane: &Plane) -> anyhow::Result<Plane> {
        let (width, height) = (self.width.div_ceil(2), self.height.div_ceil(2));
        let [across, down] = self.chroma;
        let (left, right) = across.missing(plane.width, f64::from(u32::try_from(plane.width)?));
        let (above, below) = down.missing(plane.height, f64::from(u32::try_from(plane.height)?));
        if [left, right, above, below] == [0; 4] {
            return convolve(plane, self.chroma, width, height);
        }
        let wider = plane.repeating_edges([left, right], [above, below]);
        convolve(&wider, [across.moved(left)?, down.moved(above)?], width, height)
    }

    fn planes(self, luma: Plane, chroma: Option<[Plane; 2]>) -> Planes {
        Planes {
            width: self.width,
            height: self.height,
            luma,
            chroma,
            shift: HALF,
        }
    }
}

/// A part of `plane` at `width` × `height`.
///
/// First the rows are made fewer: that is quicker than the other way, which then has fewer rows to go.
fn convolve(plane: &Plane, [across, down]: [Part; 2], width: u32, height: u32) -> anyhow::Result<Plane> {
    let (columns, rows) = (u32::try_from(plane.width)?, u32::try_from(plane.height)?);
    let stays = |samples: u32, part: Part, to: u32| {
        samples == to && part.start <= 0.0 && part.length >= f64::from(samples)
    };
    if stays(columns, across, width) || stays(rows, down, height) {
        return pass(plane, [across, down], width, height);
    }
    let fewer = pass(plane, [Part::whole(columns), down], columns, height)?;
    pass(&fewer, [across, Part::whole(height)], width, height)
}

fn pass(plane: &Plane, [across, down]: [Part; 2], width: u32, height: u32) -> anyhow::Result<Plane> {
    let (stored_width, stored_height) = (u32::try_from(plane.width)?, u32::try_from(plane.height)?);
    let mut target = Plane::zeroed(usize::try_from(width)?, usize::try_from(height)?);
    let source = ImageRef::new(stored_width, stored_height, &plane.samples, PixelType::U8)?;
    let mut resized = Image::from_slice_u8(width, height, &mut target.samples, PixelType::U8)?;
    // By a hair, a part may end after the last sample.
    let (left, top) = (across.start.max(0.0), down.start.max(0.0));
    let part_width = across.length.min(f64::from(stored_width) - left);
    let part_height = down.length.min(f64::from(stored_height) - top);
    let options = lanczos().crop(left, top, part_width, part_height);
    Resizer::new()
        .resize(&source, &mut resized, &options)
        .context("resizing")?;
    Ok(target)
}

fn lanczos() -> ResizeOptions {
    ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .use_alpha(false) // the fourth of four samples is ink
}

/// Interleaved `pixels` at `width` × `height`; themselves if that is their size.
pub(super) fn shrink_pixels(pixels: Pixels, width: u32, height: u32) -> Result<Pixels, Stop> {
    if (width, height) == (pixels.width, pixels.height) {
        return Ok(pixels);
    }
    let resized = convolve_pixels(&pixels, width, height).context("resizing")?;
    Ok(Pixels {
        width,
        height,
        channels: pixels.channels,
        samples: resized,
    })
}

fn convolve_pixels(pixels: &Pixels, width: u32, height: u32) -> anyhow::Result<Vec<u8>> {
    let kind = match pixels.channels {
        Channels::Grey => PixelType::U8,
        Channels::Rgb => PixelType::U8x3,
        Channels::Cmyk | Channels::CmykInverted => PixelType::U8x4,
    };
    ensure!(pixels.is_whole(), "the pixels do not fill the picture");
    let source = ImageRef::new(pixels.width, pixels.height, &pixels.samples, kind)?;
    let mut target = Image::new(width, height, kind);
    Resizer::new().resize(&source, &mut target, &lanczos())?;
    Ok(target.into_vec())
}

#[cfg(test)]
mod tests;
