//! Turns planes upright.

use image::metadata::Orientation;

use super::{
    planes::{Plane, Planes},
    resize::Edge,
};

/// `planes` as they are to be seen, stored as `orientation` says.
///
/// Chroma whose first sample covers beyond an odd side that is turned about lies right then (see [`turned_last`]);
/// other chroma comes to lie off by one column or row of luma.
pub(super) fn turn(planes: Planes, orientation: Orientation) -> Planes {
    if orientation == Orientation::NoTransforms {
        return planes;
    }
    let Planes {
        width,
        height,
        luma,
        chroma,
        shift,
    } = planes;
    let swapped = super::probe::swaps_sides(orientation);
    Planes {
        width: if swapped { height } else { width },
        height: if swapped { width } else { height },
        luma: turn_plane(luma, orientation),
        chroma: chroma.map(|planes| planes.map(|plane| turn_plane(plane, orientation))),
        shift: if swapped { (shift.1, shift.0) } else { shift },
    }
}

/// Which edges, of rows and of columns, are the last ones once `orientation` is undone: what goes beyond an odd number of
/// samples has to do it there.
pub(super) fn turned_last(orientation: Orientation) -> [Edge; 2] {
    match orientation {
        Orientation::NoTransforms | Orientation::Rotate90FlipH => [Edge::Last, Edge::Last],
        Orientation::FlipHorizontal | Orientation::Rotate270 => [Edge::First, Edge::Last],
        Orientation::FlipVertical | Orientation::Rotate90 => [Edge::Last, Edge::First],
        Orientation::Rotate180 | Orientation::Rotate270FlipH => [Edge::First, Edge::First],
    }
}

fn turn_plane(mut plane: Plane, orientation: Orientation) -> Plane {
    match orientation {
        Orientation::NoTransforms => plane,
        Orientation::FlipHorizontal => {
            plane.rows_mut().for_each(<[u8]>::reverse);
            plane
        }
        Orientation::FlipVertical => {
            plane.samples.reverse();
            plane.rows_mut().for_each(<[u8]>::reverse);
            plane
        }
        Orientation::Rotate180 => {
            plane.samples.reverse();
            plane
        }
        Orientation::Rotate90FlipH => transpose(&plane, false, false),
        Orientation::Rotate90 => transpose(&plane, false, true),
        Orientation::Rotate270 => transpose(&plane, true, false),
        Orientation::Rotate270FlipH => transpose(&plane, true, true),
    }
}

/// Rows and columns of a square that is turned at once: as many bytes as a word has.
const WORD: usize = 8;

/// Rows and columns of a tile: as wide as a line of the processor's cache, which so is used whole before it goes.
const TILE: usize = 64;

/// Columns become rows: the last column first if `columns_back`, read from the last row upwards if `rows_back`.
fn transpose(plane: &Plane, columns_back: bool, rows_back: bool) -> Plane {
    let mut turned = Plane::zeroed(plane.height, plane.width);
    for top in (0..turned.height).step_by(TILE) {
        for left in (0..turned.width).step_by(TILE) {
            for y in (top..turned.height.min(top + TILE)).step_by(WORD) {
                for x in (left..turned.width.min(left + TILE)).step_by(WORD) {
                    square(plane, &mut turned, (x, y), columns_back, rows_back);
                }
            }
        }
    }
    turned
}

/// Fills the square of `turned` whose upper left corner is at `x`, `y`, or what of it lies inside.
fn square(plane: &Plane, turned: &mut Plane, (x, y): (usize, usize), columns_back: bool, rows_back: bool) {
    let columns = WORD.min(plane.width - y);
    let first = if columns_back {
        plane.width - y - columns
    } else {
        y
    };
    let mut words = [0; WORD];
    for (word, row) in words.iter_mut().zip(x..plane.height) {
        let row = if rows_back { plane.height - 1 - row } else { row };
        let start = row * plane.width + first;
        let mut bytes = [0; WORD];
        if let (Some(from), Some(to)) = (
            plane.samples.get(start..start + columns),
            bytes.get_mut(..columns),
        ) {
            to.copy_from_slice(from);
            if columns_back {
                to.reverse();
            }
        }
        *word = u64::from_le_bytes(bytes);
    }
    let rows = WORD.min(plane.height - x);
    for (word, row) in transposed(words).into_iter().zip(y..turned.height) {
        let start = row * turned.width + x;
        if let (Some(to), Some(from)) = (
            turned.samples.get_mut(start..start + rows),
            word.to_le_bytes().get(..rows),
        ) {
            to.copy_from_slice(from);
        }
    }
}

/// The square of eight by eight bytes with rows and columns exchanged: first in quarters, then in quarters of those.
fn transposed(mut words: [u64; WORD]) -> [u64; WORD] {
    for (distance, mask) in [
        (4, 0x0000_0000_FFFF_FFFF),
        (2, 0x0000_FFFF_0000_FFFF),
        (1, 0x00FF_00FF_00FF_00FF),
    ] {
        for group in words.chunks_exact_mut(2 * distance) {
            let (upper, lower) = group.split_at_mut(distance);
            for (one, other) in upper.iter_mut().zip(lower) {
                let exchanged = ((*one >> (8 * distance)) ^ *other) & mask;
                *other ^= exchanged;
                *one ^= exchanged << (8 * distance);
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{super::resize::shrink, *};

    /// Where the sample at `x`, `y` of the turned plane lies in the stored one (EXIF 2.32, 4.6.5).
    fn origin(orientation: u8, (width, height): (usize, usize), x: usize, y: usize) -> (usize, usize) {
        match orientation {
            1 => (x, y),
            2 => (width - 1 - x, y),
            3 => (width - 1 - x, height - 1 - y),
            4 => (x, height - 1 - y),
            5 => (y, x),
            6 => (y, height - 1 - x),
            7 => (width - 1 - y, height - 1 - x),
            _ => (width - 1 - y, x),
        }
    }

    #[test]
    fn every_sample_comes_to_where_its_orientation_says() {
        for (width, height) in [
            (1, 1),
            (1, 9),
            (9, 1),
            (8, 8),
            (16, 24),
            (131, 67),
            (64, 65),
            (200, 3),
        ] {
            let mut plane = Plane::zeroed(width, height);
            for (number, sample) in plane.samples.iter_mut().enumerate() {
                *sample = (number * 7 % 251).to_le_bytes()[0];
            }
            for orientation in 1..=8 {
                let turned = turn_plane(plane.clone(), Orientation::from_exif(orientation).unwrap());
                let sides = if orientation >= 5 {
                    (height, width)
                } else {
                    (width, height)
                };
                assert_eq!((turned.width, turned.height), sides);
                for y in 0..turned.height {
                    for x in 0..turned.width {
                        let (from_x, from_y) = origin(orientation, (width, height), x, y);
                        assert_eq!(
                            turned.samples[y * turned.width + x],
                            plane.samples[from_y * width + from_x],
                            "{width} × {height}, orientation {orientation}, at {x}, {y}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn sides_and_sampling_change_places_with_the_planes() {
        let planes = Planes {
            width: 9,
            height: 4,
            luma: Plane::zeroed(9, 4),
            chroma: Some([Plane::zeroed(5, 4), Plane::zeroed(5, 4)]),
            shift: (1, 0),
        };
        let turned = turn(planes, Orientation::Rotate90);
        assert!(turned.is_whole());
        assert_eq!((turned.width, turned.height, turned.shift), (4, 9, (0, 1)));
    }

    #[test]
    fn chroma_of_odd_sides_lies_the_same_whether_a_picture_is_turned_before_or_after_it_is_shrunk() {
        let mut planes = Planes::blank(80, 60, true).unwrap();
        for plane in planes.chroma.iter_mut().flatten() {
            for (at, sample) in plane.samples.iter_mut().enumerate() {
                *sample = (3 * (at % 40) + 4 * (at / 40)).to_le_bytes()[0];
            }
        }
        for orientation in (1..=8).map(|code| Orientation::from_exif(code).unwrap()) {
            let after = shrink(planes.clone(), 31, 21, turned_last(orientation)).unwrap();
            let after = turn(after, orientation);
            let before = turn(planes.clone(), orientation);
            let before = shrink(before, after.width, after.height, [Edge::Last; 2]).unwrap();
            let pairs = before.chroma.iter().flatten().zip(after.chroma.iter().flatten());
            for (before, after) in pairs.flat_map(|(one, other)| one.samples.iter().zip(&other.samples)) {
                assert!(before.abs_diff(*after) <= 1, "{orientation:?}: {before}, {after}");
            }
        }
    }
}
