//! Brings every kind of YCbCr to the one of JFIF: full range, the matrix of BT.601. Primaries and transfer function stay.

use super::{super::Reason, frame::Raster, meta::Cicp};

/// Numbers of matrices in ITU-T H.273, table 4.
const IDENTITY: u16 = 0;
const YCGCO: u16 = 8;

/// Three rows of a matrix.
type Matrix = [[f32; 3]; 3];

pub(super) fn normalise(raster: &mut Raster, cicp: Cicp) -> Result<(), Reason> {
    if !cicp.full_range {
        // With the identity, all three planes are colours, and reach as far as luma does.
        let chroma = if cicp.matrix == IDENTITY {
            luma_to_full
        } else {
            chroma_to_full
        };
        for (number, plane) in raster.planes.iter_mut().enumerate() {
            by_table(plane, if number == 0 { luma_to_full } else { chroma });
        }
    }
    if raster.planes.len() < 3 {
        return Ok(());
    }
    if cicp.matrix == IDENTITY {
        return from_green_blue_red(raster);
    }
    let to_rgb = match weights(cicp.matrix) {
        Some((red, blue)) => from_weights(red, blue),
        None if cicp.matrix == YCGCO => [[1.0, -1.0, 1.0], [1.0, 1.0, 0.0], [1.0, -1.0, -1.0]],
        None => return Ok(()),
    };
    change_matrix(raster, &product(&JFIF, &to_rgb))
}

/// The weights of red and blue in luma; nothing if they are those of BT.601, or not told.
fn weights(matrix: u16) -> Option<(f32, f32)> {
    match matrix {
        1 => Some((0.2126, 0.0722)),
        4 => Some((0.30, 0.11)),
        7 => Some((0.212, 0.087)),
        9 | 10 => Some((0.2627, 0.0593)),
        _ => None,
    }
}

/// From RGB to full-range YCbCr of BT.601 (T.871, clause 7).
const JFIF: Matrix = [
    [0.299, 0.587, 0.114],
    [-0.168_736, -0.331_264, 0.5],
    [0.5, -0.418_688, -0.081_312],
];

/// From YCbCr to RGB.
fn from_weights(red: f32, blue: f32) -> Matrix {
    let green = 1.0 - red - blue;
    let (to_red, to_blue) = (2.0 * (1.0 - red), 2.0 * (1.0 - blue));
    [
        [1.0, 0.0, to_red],
        [1.0, -to_blue * blue / green, -to_red * red / green],
        [1.0, to_blue, 0.0],
    ]
}

fn product(left: &Matrix, right: &Matrix) -> Matrix {
    left.map(|[a, b, c]| {
        let [first, second, third] = right;
        let mut row = [0.0; 3];
        for (sum, ((x, y), z)) in row.iter_mut().zip(first.iter().zip(second).zip(third)) {
            *sum = a * x + b * y + c * z;
        }
        row
    })
}

/// Grey is grey under either matrix, so luma never enters chroma: only luma needs chroma at its own place.
fn change_matrix(raster: &mut Raster, by: &Matrix) -> Result<(), Reason> {
    let [
        [_, luma_blue, luma_red],
        [_, blue_blue, blue_red],
        [_, red_blue, red_red],
    ] = by.map(|row| row.map(fixed));
    let (luma_wide, _) = raster.size(0);
    let (chroma_wide, _) = raster.size(1);
    let (across, down) = raster.shift;
    let [luma, blue, red] = raster.planes.as_mut_slice() else {
        return Err(Reason::Broken);
    };
    for (number, row) in luma.chunks_mut(luma_wide.max(1)).enumerate() {
        let chroma = (number >> down) * chroma_wide..;
        let (Some(blue), Some(red)) = (blue.get(chroma.clone()), red.get(chroma)) else {
            return Err(Reason::Broken);
        };
        for (samples, (&blue, &red)) in row.chunks_mut(1 << across).zip(blue.iter().zip(red)) {
            let more = luma_blue * centred(blue) + luma_red * centred(red);
            for sample in samples {
                *sample = rounded((i32::from(*sample) << FRACTION) + more);
            }
        }
    }
    for (blue, red) in blue.iter_mut().zip(red) {
        let (b, r) = (centred(*blue), centred(*red));
        *blue = rounded((128 << FRACTION) + blue_blue * b + blue_red * r);
        *red = rounded((128 << FRACTION) + red_blue * b + red_red * r);
    }
    Ok(())
}

fn from_green_blue_red(raster: &mut Raster) -> Result<(), Reason> {
    if raster.shift != (0, 0) {
        return Err(Reason::Broken);
    }
    let [of_luma, of_blue, of_red] = JFIF.map(|row| row.map(fixed));
    let [first, second, third] = raster.planes.as_mut_slice() else {
        return Err(Reason::Broken);
    };
    for ((first, second), third) in first.iter_mut().zip(second).zip(third) {
        let rgb = [*third, *first, *second].map(i32::from);
        let sum = |weights: [i32; 3]| -> i32 {
            weights
                .iter()
                .zip(rgb)
                .map(|(weight, colour)| weight * colour)
                .sum()
        };
        *first = rounded(sum(of_luma));
        *second = rounded((128 << FRACTION) + sum(of_blue));
        *third = rounded((128 << FRACTION) + sum(of_red));
    }
    Ok(())
}

/// Bits behind the point.
const FRACTION: u32 = 16;

#[expect(
    clippy::cast_possible_truncation,
    reason = "the weights of a matrix are below 2"
)]
fn fixed(weight: f32) -> i32 {
    (weight * 65_536.0).round() as i32
}

fn centred(chroma: u8) -> i32 {
    i32::from(chroma) - 128
}

fn rounded(value: i32) -> u8 {
    let whole = (value + (1 << (FRACTION - 1))) >> FRACTION;
    u8::try_from(whole.clamp(0, 255)).unwrap_or(u8::MAX)
}

/// From 16 to 235, to 0 to 255.
fn luma_to_full(sample: u8) -> u8 {
    scaled(i32::from(sample) - 16, 219, 0)
}

/// From 16 to 240, to 0 to 255, with 128 in the middle.
fn chroma_to_full(sample: u8) -> u8 {
    scaled(i32::from(sample) - 128, 224, 128)
}

fn scaled(distance: i32, range: i32, zero: i32) -> u8 {
    let scaled = (distance * 510 + range * distance.signum()) / (2 * range) + zero;
    u8::try_from(scaled.clamp(0, 255)).unwrap_or(u8::MAX)
}

fn by_table(plane: &mut [u8], to: impl Fn(u8) -> u8) {
    let mut table = [0; 256];
    for (from, entry) in (0..=u8::MAX).zip(&mut table) {
        *entry = to(from);
    }
    for sample in plane {
        if let Some(entry) = table.get(usize::from(*sample)) {
            *sample = *entry;
        }
    }
}

/// Lays the picture on white; `alpha` is as large as it, 255 where nothing shines through.
pub(super) fn lay_on_white(raster: &mut Raster, alpha: &[u8]) {
    let (across, down) = raster.shift;
    let (alpha_wide, _) = raster.size(0);
    for number in 0..raster.planes.len() {
        let (wide, _) = raster.size(number);
        let (across, down, white) = if number == 0 {
            (0, 0, 255)
        } else {
            (across, down, 128)
        };
        let Some(plane) = raster.planes.get_mut(number) else {
            return;
        };
        for (y, row) in plane.chunks_mut(wide.max(1)).enumerate() {
            for (x, sample) in row.iter_mut().enumerate() {
                let corner = (y << down) * alpha_wide + (x << across);
                let opaque = u32::from(alpha.get(corner).copied().unwrap_or(u8::MAX));
                let mixed = u32::from(*sample) * opaque + white * (255 - opaque);
                *sample = u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX);
            }
        }
    }
}
