//! A picture made as small as it can be and still be told from others.

use serde::{Deserialize, Serialize};

/// Cells along each side of a sketch.
pub const SIDE: usize = 24;

/// All cells of a sketch.
pub(super) const CELLS: usize = SIDE * SIDE;

/// Pixels of the frame along each side of a cell.
const CELL: usize = 4;

/// Pixels along each side of the frame that a sketch is made of.
pub const FRAME_SIDE: usize = SIDE * CELL;

/// How far a picture's cells must spread, of 255 levels: a wall, a night, a black frame is like thousands of others.
const FLAT: f32 = 3.0;

/// How far the cells of every sketch spread.
const SPREAD: f32 = 40.0;

/// What stands for the middle in every sketch.
const MIDDLE: f32 = 128.0;

/// One value a cell.
pub(super) type Cells = [f32; CELLS];

/// The brightness of a picture in 24 × 24 cells, whatever its shape: the mean and the spread are the same for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct Sketch(Box<[u8; CELLS]>);

/// Bytes that are no sketch: their number is wrong.
#[derive(Debug, thiserror::Error)]
#[error("a sketch has {CELLS} bytes")]
pub struct NoSketch;

impl Sketch {
    /// Of a grey picture of [`FRAME_SIDE`] × [`FRAME_SIDE`] pixels, row by row. None of a flat one, nor of another size.
    pub fn of(frame: &[u8]) -> Option<Self> {
        if frame.len() != FRAME_SIDE * FRAME_SIDE {
            return None;
        }
        let mut cells = Vec::with_capacity(CELLS);
        for rows in frame.chunks_exact(CELL * FRAME_SIDE) {
            let mut sums = [0_u16; SIDE];
            for row in rows.chunks_exact(FRAME_SIDE) {
                for (sum, pixels) in sums.iter_mut().zip(row.as_chunks::<CELL>().0) {
                    *sum += pixels.iter().map(|&pixel| u16::from(pixel)).sum::<u16>();
                }
            }
            cells.extend(sums.map(|sum| f32::from(sum) / (CELL * CELL) as f32));
        }
        even(&mut cells).then(|| Self::rounded(&cells)).flatten()
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a byte"
    )]
    fn rounded(cells: &[f32]) -> Option<Self> {
        let byte = |cell: &f32| (cell * SPREAD + MIDDLE).round().clamp(0.0, 255.0) as u8;
        let bytes: Vec<u8> = cells.iter().map(byte).collect();
        bytes.try_into().ok()
    }

    /// As it is kept.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The cells around zero.
    pub(super) fn cells(&self) -> Cells {
        self.0.map(|byte| f32::from(byte) - MIDDLE)
    }
}

impl TryFrom<&[u8]> for Sketch {
    type Error = NoSketch;

    fn try_from(bytes: &[u8]) -> Result<Self, NoSketch> {
        bytes
            .try_into()
            .map(|cells| Self(Box::new(cells)))
            .map_err(|_| NoSketch)
    }
}

impl TryFrom<Vec<u8>> for Sketch {
    type Error = NoSketch;

    fn try_from(bytes: Vec<u8>) -> Result<Self, NoSketch> {
        bytes.as_slice().try_into()
    }
}

impl From<Sketch> for Vec<u8> {
    fn from(sketch: Sketch) -> Self {
        sketch.0.to_vec()
    }
}

/// Gives all pictures one mean and one spread. False of a flat one.
///
/// Half of each value is its rank among the others: a curve over the tones, and highlights that were brightened away,
/// leave ranks as they were. The other half is the brightness itself: ranks alone make much of a cloudless sky.
fn even(cells: &mut [f32]) -> bool {
    if !standardise(cells, FLAT) {
        return false;
    }
    let mut sorted = cells.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut ranks: Vec<f32> = cells
        .iter()
        .map(|cell| {
            let below = sorted.partition_point(|other| other < cell);
            let not_above = sorted.partition_point(|other| other <= cell);
            (below + not_above) as f32
        })
        .collect();
    standardise(&mut ranks, 0.0);
    for (cell, rank) in cells.iter_mut().zip(ranks) {
        *cell += rank;
    }
    standardise(cells, 0.0)
}

/// A mean of zero and a spread of one. False, and nothing done, if the spread is less than `least`.
fn standardise(values: &mut [f32], least: f32) -> bool {
    let count = values.len() as f32;
    let mean = values.iter().sum::<f32>() / count;
    let spread = (values.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / count).sqrt();
    if spread <= least {
        return false;
    }
    for value in values {
        *value = (*value - mean) / spread;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{super::samples::frame, *};

    fn spread(frame: &[u8]) -> Option<(f32, f32)> {
        let cells = Sketch::of(frame)?.cells();
        let mean = cells.iter().sum::<f32>() / CELLS as f32;
        let square = cells.iter().map(|cell| (cell - mean).powi(2)).sum::<f32>() / CELLS as f32;
        Some((mean, square.sqrt()))
    }

    #[test]
    fn dark_and_bright_pictures_have_one_mean_and_one_spread() {
        let picture = frame(1);
        let changed: [fn(u8) -> u8; 4] = [|p| p, |p| p / 4, |p| p / 2 + 120, |p| 255 - p];
        for change in changed {
            let (mean, spread) = spread(&picture.iter().map(|&p| change(p)).collect::<Vec<_>>()).unwrap();
            assert!(
                mean.abs() < 1.5 && (spread - SPREAD).abs() < 1.5,
                "{mean} {spread}"
            );
        }
    }

    #[test]
    fn brightened_highlights_change_little() {
        let picture = frame(2);
        let brighter: Vec<u8> = picture.iter().map(|&p| p.saturating_add(p / 2)).collect();
        assert!(brighter.iter().map(|p| usize::from(*p == 255)).sum::<usize>() > 100);
        let (one, other) = (Sketch::of(&picture).unwrap(), Sketch::of(&brighter).unwrap());
        let apart = one
            .as_bytes()
            .iter()
            .zip(other.as_bytes())
            .map(|(a, b)| u32::from(a.abs_diff(*b)))
            .sum::<u32>();
        assert!(apart < 10 * 576, "{apart}");
    }

    #[test]
    fn what_is_flat_or_of_another_size_has_none() {
        let grey = vec![90; FRAME_SIDE * FRAME_SIDE];
        assert_eq!(Sketch::of(&grey), None);
        let grain: Vec<u8> = (0..grey.len())
            .map(|i| 90 + u8::try_from(i % 3).unwrap())
            .collect();
        assert_eq!(Sketch::of(&grain), None);
        for length in [0, 1, grey.len() - 1, grey.len() + 1] {
            assert_eq!(Sketch::of(&vec![7; length]), None, "{length}");
        }
    }

    #[test]
    fn bytes_of_another_number_are_no_sketch() {
        let sketch = Sketch::of(&frame(3)).unwrap();
        assert_eq!(Sketch::try_from(sketch.as_bytes()).unwrap(), sketch);
        let json = serde_json::to_string(&sketch).unwrap();
        assert_eq!(serde_json::from_str::<Sketch>(&json).unwrap(), sketch);
        for bytes in [&[][..], &[0; 575], &[0; 577]] {
            assert!(Sketch::try_from(bytes).is_err());
        }
    }
}
