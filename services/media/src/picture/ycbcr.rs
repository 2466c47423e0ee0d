//! Between RGB and YCbCr (ITU-T T.871, clause 7), and between YCbCr's two ranges.

use super::{
    planes::{Plane, Planes},
    rgb_rows::RgbRows,
};

/// Parts of one in the numbers below.
const ONE: i32 = 1 << 16;

/// The middle of chroma, and a half for rounding.
const GREY: i32 = 128 * ONE + ONE / 2;

/// Never more than 255: the parts are one.
fn luma_of([red, green, blue]: [i32; 3]) -> u8 {
    ((19_595 * red + 38_470 * green + 7_471 * blue + ONE / 2) >> 16).to_le_bytes()[0]
}

/// Cb and Cr of the sum of 2^`shift` colours.
fn chroma_of([red, green, blue]: [i32; 3], shift: u8) -> [u8; 2] {
    [
        clamped((((-11_059 * red - 21_709 * green + 32_768 * blue) >> shift) + GREY) >> 16),
        clamped((((32_768 * red - 27_439 * green - 5_329 * blue) >> shift) + GREY) >> 16),
    ]
}

fn clamped(value: i32) -> u8 {
    value.clamp(0, 255).to_le_bytes()[0]
}

fn added(one: [i32; 3], other: [i32; 3]) -> [i32; 3] {
    [one[0] + other[0], one[1] + other[1], one[2] + other[2]]
}

/// A row of RGB, or two, as what they are in the planes: a row of luma for each, and one of Cb and of Cr for both.
struct Band<'a> {
    luma: [&'a mut [u8]; 2],
    chroma: [&'a mut [u8]; 2],
}

impl Band<'_> {
    /// From `upper` and `lower` rows of RGB; the lower one is not looked at where a picture of odd height ends.
    fn set_rgb(&mut self, upper: &[u8], lower: &[u8]) {
        let [upper_luma, lower_luma] = &mut self.luma;
        let [blues, reds] = &mut self.chroma;
        if lower_luma.is_empty() {
            // Twice the same row, which is written once.
            let mut spare = vec![0; upper_luma.len()];
            set_rows([upper, upper], [upper_luma, &mut spare], [blues, reds]);
        } else {
            set_rows([upper, lower], [upper_luma, lower_luma], [blues, reds]);
        }
    }

    /// Into `upper` and `lower` rows of RGB, each pixel with the chroma of its pair of columns and rows.
    fn write_rgb(&self, upper: &mut [u8], lower: &mut [u8]) {
        let [blues, reds] = &self.chroma;
        for (luma, rgb) in self.luma.iter().zip([upper, lower]) {
            let (luma_pairs, luma_last) = luma.as_chunks::<2>();
            let (pixel_pairs, pixel_last) = rgb.as_chunks_mut::<6>();
            let pairs = luma_pairs.iter().zip(pixel_pairs);
            for (([left, right], pixels), (&cb, &cr)) in pairs.zip(blues.iter().zip(reds.iter())) {
                let [[r, g, b], [r2, g2, b2]] = pixels_of([*left, *right], cb, cr);
                *pixels = [r, g, b, r2, g2, b2];
            }
            if let (&[luma], [r, g, b], Some(&cb), Some(&cr)) =
                (luma_last, pixel_last, blues.last(), reds.last())
            {
                let [pixel, _] = pixels_of([luma, luma], cb, cr);
                [*r, *g, *b] = pixel;
            }
        }
    }
}

/// Two rows of RGB as two rows of luma and one of Cb and of Cr.
fn set_rows(rgb: [&[u8]; 2], luma: [&mut [u8]; 2], chroma: [&mut [u8]; 2]) {
    let [(above, above_last), (below, below_last)] = rgb.map(<[u8]>::as_chunks::<6>);
    let [upper, lower] = luma;
    let ((upper, upper_last), (lower, lower_last)) = (upper.as_chunks_mut::<2>(), lower.as_chunks_mut::<2>());
    let [blues, reds] = chroma;
    if let (&[r, g, b], &[r2, g2, b2], [one], [other], Some(cb), Some(cr)) = (
        above_last,
        below_last,
        upper_last,
        lower_last,
        blues.last_mut(),
        reds.last_mut(),
    ) {
        let (above, below) = ([r, g, b].map(i32::from), [r2, g2, b2].map(i32::from));
        (*one, *other) = (luma_of(above), luma_of(below));
        [*cb, *cr] = chroma_of(added(above, below), 1);
    }
    let pixels = above.iter().zip(below);
    let samples = upper.iter_mut().zip(lower).zip(blues.iter_mut().zip(reds));
    for ((above, below), ((upper, lower), (cb, cr))) in pixels.zip(samples) {
        let (above, below) = (above.map(i32::from), below.map(i32::from));
        let [r, g, b, r2, g2, b2] = above;
        let [r3, g3, b3, r4, g4, b4] = below;
        *upper = [luma_of([r, g, b]), luma_of([r2, g2, b2])];
        *lower = [luma_of([r3, g3, b3]), luma_of([r4, g4, b4])];
        [*cb, *cr] = chroma_of([r + r2 + r3 + r4, g + g2 + g3 + g4, b + b2 + b3 + b4], 2);
    }
}

/// Two pixels that share their chroma.
fn pixels_of(luma: [u8; 2], cb: u8, cr: u8) -> [[u8; 3]; 2] {
    let (cb, cr) = (i32::from(cb) - 128, i32::from(cr) - 128);
    let red = (91_881 * cr + ONE / 2) >> 16;
    let green = (-22_554 * cb - 46_802 * cr + ONE / 2) >> 16;
    let blue = (116_130 * cb + ONE / 2) >> 16;
    luma.map(|luma| [red, green, blue].map(|colour| clamped(i32::from(luma) + colour)))
}

/// Rows of a picture in colour, as many as are converted at once.
pub(super) struct Strip<'a> {
    width: usize,
    luma: &'a mut [u8],
    chroma: [&'a mut [u8]; 2],
}

/// Of a strip: enough for the converter to work and few enough for the processor's cache. Even.
const STRIP_ROWS: usize = 64;

impl Strip<'_> {
    /// How many samples its rows have as RGB.
    pub(super) fn rgb_length(&self) -> usize {
        self.luma.len() * 3
    }

    /// From rows of RGB, without gaps.
    pub(super) fn set_rgb(&mut self, rows: &mut RgbRows, rgb: &[u8]) -> anyhow::Result<()> {
        let width = self.width;
        if width.is_multiple_of(2) && (self.luma.len() / width).is_multiple_of(2) {
            let [blue, red] = &mut self.chroma;
            return rows.convert(rgb, width, self.luma, [blue, red]);
        }
        for (mut band, rgb) in self.bands().zip(rgb.chunks(6 * width)) {
            let (upper, lower) = rgb.split_at_checked(3 * width).unwrap_or((rgb, &[]));
            band.set_rgb(upper, lower);
        }
        Ok(())
    }

    /// Into rows of RGB, without gaps.
    pub(super) fn write_rgb(&mut self, rgb: &mut [u8]) {
        let row = 3 * self.width;
        for (band, rgb) in self.bands().zip(rgb.chunks_mut(2 * row)) {
            let at = row.min(rgb.len());
            let (upper, lower) = rgb.split_at_mut(at);
            band.write_rgb(upper, lower);
        }
    }

    fn bands(&mut self) -> impl Iterator<Item = Band<'_>> {
        let (width, [blue, red]) = (self.width, &mut self.chroma);
        let chroma_width = width.div_ceil(2);
        let chroma = blue
            .chunks_exact_mut(chroma_width)
            .zip(red.chunks_exact_mut(chroma_width));
        self.luma
            .chunks_mut(2 * width)
            .zip(chroma)
            .map(move |(luma, (blue, red))| {
                let at = width.min(luma.len());
                let (upper, lower) = luma.split_at_mut(at);
                Band {
                    luma: [upper, lower],
                    chroma: [blue, red],
                }
            })
    }
}

impl Planes {
    /// A picture in colour of 4:2:0 from top to bottom; nothing of one that is grey.
    pub(super) fn strips_mut(&mut self) -> impl Iterator<Item = Strip<'_>> {
        let width = self.luma.width;
        let luma = self.luma.samples.chunks_mut(STRIP_ROWS * width);
        let chroma_length = STRIP_ROWS / 2 * width.div_ceil(2);
        self.chroma
            .as_mut()
            .map(|[blue, red]| {
                let blue = blue.samples.chunks_mut(chroma_length);
                luma.zip(blue.zip(red.samples.chunks_mut(chroma_length)))
            })
            .into_iter()
            .flatten()
            .map(move |(luma, (blue, red))| Strip {
                width,
                luma,
                chroma: [blue, red],
            })
    }

    /// Rows of RGB, without gaps.
    pub(super) fn into_rgb(mut self) -> Vec<u8> {
        if self.chroma.is_none() {
            return self.luma.samples.iter().flat_map(|&grey| [grey; 3]).collect();
        }
        let mut rgb = vec![0; self.luma.samples.len() * 3];
        let strip_length = STRIP_ROWS * self.luma.width * 3;
        for (mut strip, rgb) in self.strips_mut().zip(rgb.chunks_mut(strip_length)) {
            strip.write_rgb(rgb);
        }
        rgb
    }

    /// Of rows of RGB, without gaps.
    pub(super) fn from_rgb(rgb: &[u8], width: usize, height: usize) -> anyhow::Result<Self> {
        let mut planes = Self::blank(width, height, true)?;
        let mut rows = RgbRows::new()?;
        for (mut strip, rgb) in planes.strips_mut().zip(rgb.chunks(STRIP_ROWS * width * 3)) {
            strip.set_rgb(&mut rows, rgb)?;
        }
        Ok(planes)
    }
}

/// The range that television left to video and WebP: luma from 16 to 235, chroma from 16 to 240.
pub(super) struct Studio(pub(super) Planes);

impl Studio {
    /// The same picture, its samples rounded to the 220 or 225 levels there are.
    pub(super) fn from_full(mut planes: Planes) -> Self {
        for sample in &mut planes.luma.samples {
            *sample = 16 + over_255(u16::from(*sample) * 219);
        }
        for sample in planes
            .chroma
            .iter_mut()
            .flatten()
            .flat_map(|plane| &mut plane.samples)
        {
            *sample = over_255(u16::from(*sample) * 224 + 128 * (255 - 224));
        }
        Self(planes)
    }

    /// The same picture, blacker than black made black.
    pub(super) fn into_full(self) -> Planes {
        let Self(mut planes) = self;
        planes.luma.map(&table(|luma| (luma - 16) * 76_309 + ONE / 2));
        let chroma_table = table(|chroma| (chroma - 128) * 74_606 + GREY);
        for plane in planes.chroma.iter_mut().flatten() {
            plane.map(&chroma_table);
        }
        planes
    }

    /// Lays the picture on white: `alpha` is as large as the luma, 255 meaning that nothing shines through.
    pub(super) fn lay_on_white(&mut self, alpha: &Plane) {
        let Self(planes) = self;
        for (sample, &alpha) in planes.luma.samples.iter_mut().zip(&alpha.samples) {
            *sample = mixed(*sample, 235, i32::from(alpha), 255);
        }
        for plane in planes.chroma.iter_mut().flatten() {
            for (row, alphas) in plane.rows_mut().zip(alpha.samples.chunks(2 * alpha.width)) {
                let (upper, lower) = alphas.split_at(alpha.width);
                let below = if lower.is_empty() { upper } else { lower };
                let pairs = upper.chunks(2).zip(below.chunks(2));
                for (sample, (above, below)) in row.iter_mut().zip(pairs) {
                    let (mut sum, mut most) = (0, 0);
                    for &alpha in above.iter().chain(below) {
                        sum += i32::from(alpha);
                        most += 255;
                    }
                    *sample = mixed(*sample, 128, sum, most);
                }
            }
        }
    }
}

/// `part` of `whole` of a sample, the rest of what lies below.
fn mixed(sample: u8, below: i32, part: i32, whole: i32) -> u8 {
    clamped((i32::from(sample) * part + below * (whole - part) + whole / 2) / whole.max(1))
}

/// What each sample becomes, told in parts of [`ONE`].
fn table(parts: impl Fn(i32) -> i32) -> [u8; 256] {
    std::array::from_fn(|sample| clamped(i32::try_from(sample).map_or(0, &parts) >> 16))
}

/// `dividend ÷ 255`, rounded, of at most 65 280.
fn over_255(dividend: u16) -> u8 {
    let dividend = dividend + 127;
    ((dividend + 1 + (dividend >> 8)) >> 8).to_le_bytes()[0]
}

#[cfg(test)]
mod tests;
