//! What a codec hands out, and how many tiles become one picture.

use super::{
    super::{Reason, Stop},
    meta::Cicp,
};

/// One decoded picture, still the codec's own.
pub(super) struct Frame<'a> {
    /// Luma, and then both chroma planes unless it is grey.
    pub(super) planes: Vec<View<'a>>,
    /// By how many bits chroma is narrower and lower.
    pub(super) shift: (u8, u8),
    /// Bits of a sample; more than eight take two bytes, the lower one first.
    pub(super) depth: u32,
    /// What the bitstream says of its colours.
    pub(super) colours: Cicp,
}

/// One plane of a [`Frame`].
pub(super) struct View<'a> {
    pub(super) samples: &'a [u8],
    /// Bytes from one row to the next.
    pub(super) stride: usize,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The part of the stored picture that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Planes of eight bits, without gaps between their rows.
pub(super) struct Raster {
    pub(super) width: u32,
    pub(super) height: u32,
    /// By how many bits chroma is narrower and lower.
    pub(super) shift: (u8, u8),
    /// Luma, and then both chroma planes unless it is grey.
    pub(super) planes: Vec<Vec<u8>>,
}

impl Raster {
    fn empty(window: Window, shift: (u8, u8), count: usize) -> Result<Self, Stop> {
        let mut raster = Self {
            width: window.width,
            height: window.height,
            shift,
            planes: Vec::new(),
        };
        for number in 0..count {
            let (width, height) = raster.size(number);
            let mut plane = Vec::new();
            // One row more, which those who work on planes of an odd height may want.
            plane
                .try_reserve_exact(width * (height + 1))
                .map_err(|_| Reason::TooHeavy)?;
            plane.resize(width * height, 0);
            raster.planes.push(plane);
        }
        Ok(raster)
    }

    /// Width and height of a plane.
    pub(super) fn size(&self, number: usize) -> (usize, usize) {
        let (across, down) = self.shift_of(number);
        let (width, height) = (self.width.div_ceil(1 << across), self.height.div_ceil(1 << down));
        (width as usize, height as usize)
    }

    fn shift_of(&self, number: usize) -> (u8, u8) {
        if number == 0 { (0, 0) } else { self.shift }
    }
}

/// A picture to which tiles are added.
pub(super) struct Canvas {
    window: Window,
    raster: Option<(Raster, Cicp)>,
}

impl Canvas {
    pub(super) fn new(window: Window) -> Self {
        Self { window, raster: None }
    }

    /// Copies the shown part of `frame`, whose top left corner lies at (`x`, `y`), at eight bits a sample.
    pub(super) fn add(&mut self, frame: &Frame<'_>, x: u32, y: u32) -> Result<(), Stop> {
        let (raster, _) = if let Some(begun) = &mut self.raster {
            begun
        } else {
            let raster = Raster::empty(self.window, frame.shift, frame.planes.len())?;
            self.raster.insert((raster, frame.colours))
        };
        if (raster.shift, raster.planes.len()) != (frame.shift, frame.planes.len()) {
            return Err(Reason::Broken.into());
        }
        for (number, view) in frame.planes.iter().enumerate() {
            let (across, down) = raster.shift_of(number);
            let from_window =
                |at: u32, edge: u32, shift: u8| i64::from(at >> shift) - i64::from(edge >> shift);
            let at = (
                from_window(x, self.window.left, across),
                from_window(y, self.window.top, down),
            );
            let (width, _) = raster.size(number);
            if let Some(plane) = raster.planes.get_mut(number) {
                copy(view, frame.depth, plane, width, at)?;
            }
        }
        Ok(())
    }

    /// The picture, if there was a tile, and what its bitstream says of its colours.
    pub(super) fn finish(self) -> Result<(Raster, Cicp), Reason> {
        self.raster.ok_or(Reason::Broken)
    }
}

/// Copies what of `view` lies inside of `plane`, whose rows are `wide`, if its corner lies `at` there.
fn copy(view: &View<'_>, depth: u32, plane: &mut [u8], wide: usize, at: (i64, i64)) -> Result<(), Reason> {
    let (skipped_left, x) = place(at.0)?;
    let (skipped_rows, y) = place(at.1)?;
    let sample_bytes = if depth > 8 { 2 } else { 1 };
    let width = (view.width as usize)
        .saturating_sub(skipped_left)
        .min(wide.saturating_sub(x));
    let rows = (view.height as usize).saturating_sub(skipped_rows);
    if width == 0 {
        return Ok(());
    }
    let stored = view
        .samples
        .chunks(view.stride.max(1))
        .skip(skipped_rows)
        .take(rows);
    for (from, to) in stored.zip(plane.chunks_mut(wide.max(1)).skip(y)) {
        let from = from
            .get(skipped_left * sample_bytes..)
            .and_then(|from| from.get(..width * sample_bytes))
            .ok_or(Reason::Broken)?;
        let to = to
            .get_mut(x..)
            .and_then(|to| to.get_mut(..width))
            .ok_or(Reason::Broken)?;
        if depth <= 8 {
            to.copy_from_slice(from);
        } else {
            let (from, _) = from.as_chunks::<2>();
            for (&from, to) in from.iter().zip(to) {
                let rounded = (u32::from(u16::from_le_bytes(from)) + (1 << (depth - 9))) >> (depth - 8);
                *to = u8::try_from(rounded).unwrap_or(u8::MAX);
            }
        }
    }
    Ok(())
}

/// What is skipped before the edge, and where the rest begins.
fn place(at: i64) -> Result<(usize, usize), Reason> {
    let distance = usize::try_from(at.unsigned_abs()).map_err(|_| Reason::Broken)?;
    Ok(if at < 0 { (distance, 0) } else { (0, distance) })
}
