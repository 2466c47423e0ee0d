//! JPEG renditions, by libjpeg-turbo.

use anyhow::ensure;
use turbojpeg::{Compressor, Subsamp, YuvImage, YuvPlanesImage};

use super::{
    Reason, Stop,
    planes::{HALF, Plane, Planes},
};

/// Of libjpeg's scale: where SSIMULACRA2 says "high quality" for photos.
pub(super) const QUALITY: u8 = 82;

/// The longest side that libjpeg writes, in pixels.
const MAX_SIDE: u32 = 65_500;

/// A baseline JPEG of planes of 4:2:0, or of luma alone, with Huffman tables made for it and no metadata.
///
/// The planes come back unchanged.
pub(super) fn encode(planes: &mut Planes, quality: u8) -> Result<Vec<u8>, Stop> {
    ensure_encodable(planes)?;
    // libjpeg-turbo takes every picture that fits its format; what it may lack is memory.
    compress(planes, quality).map_err(|_| Reason::TooHeavy.into())
}

fn ensure_encodable(planes: &Planes) -> anyhow::Result<()> {
    ensure!(
        planes.is_whole() && planes.shift == HALF && planes.width.max(planes.height) <= MAX_SIDE,
        "no planes for a JPEG"
    );
    Ok(())
}

fn compress(planes: &mut Planes, quality: u8) -> turbojpeg::Result<Vec<u8>> {
    let mut compressor = Compressor::new()?;
    compressor.set_quality(quality.into())?;
    compressor.set_optimize(true)?;
    let Planes { luma, chroma, .. } = planes;
    let (width, height) = (luma.width, luma.height);
    let Some([blue, red]) = chroma else {
        return compressor.compress_yuv_to_vec(YuvImage {
            pixels: &luma.samples[..],
            width,
            align: 1,
            height,
            subsamp: Subsamp::Gray,
        });
    };
    let padded = Padded::new(luma);
    let image = YuvPlanesImage {
        y_plane: &padded.luma.samples[..],
        u_plane: &blue.samples[..],
        v_plane: &red.samples[..],
        width,
        height,
        y_stride: padded.luma.width,
        u_stride: blue.width,
        v_stride: red.width,
        subsamp: Subsamp::Sub2x2,
    };
    compressor.compress_yuv_planes_to_vec(&image)
}

/// Luma with an even number of columns and rows, which `TurboJPEG` reads whatever the picture's size: the last ones
/// twice, so that the blocks at the edges hold nothing foreign.
struct Padded<'a> {
    luma: &'a mut Plane,
    /// Rows and columns as they were.
    size: (usize, usize),
}

impl<'a> Padded<'a> {
    fn new(luma: &'a mut Plane) -> Self {
        let size = (luma.width, luma.height);
        if luma.width % 2 == 1 {
            let widen = |row: &[u8]| [row, row.last_chunk::<1>().map_or(&[], |last| last)].concat();
            luma.samples = luma.rows().flat_map(widen).collect();
            luma.width += 1;
        }
        if luma.height % 2 == 1 {
            let last_row = luma.samples.len() - luma.width;
            luma.samples.extend_from_within(last_row..);
            luma.height += 1;
        }
        Self { luma, size }
    }
}

impl Drop for Padded<'_> {
    fn drop(&mut self) {
        let (width, height) = self.size;
        if self.luma.width != width {
            let narrow = |row: &[u8]| row.get(..width).unwrap_or_default().to_vec();
            self.luma.samples = self.luma.rows().flat_map(narrow).collect();
        }
        self.luma.samples.truncate(width * height);
        (self.luma.width, self.luma.height) = (width, height);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::samples, *};

    fn planes(width: u32, height: u32) -> Planes {
        let (columns, rows) = (width as usize, height as usize);
        Planes::from_rgb(&samples::noise(width, height), columns, rows).unwrap()
    }

    #[test]
    fn the_samples_must_fill_the_planes_and_the_planes_the_picture() {
        assert!(encode(&mut planes(2, 2), QUALITY).is_ok());
        let mut short = planes(2, 2);
        short.luma.samples.pop();
        assert!(encode(&mut short, QUALITY).is_err());
        let mut long = planes(2, 2);
        long.luma.samples.push(0);
        assert!(encode(&mut long, QUALITY).is_err());
        let mut wider = planes(2, 2);
        wider.width = 4;
        assert!(encode(&mut wider, QUALITY).is_err());
        let mut full_chroma = planes(2, 2);
        full_chroma.shift = (0, 0);
        assert!(encode(&mut full_chroma, QUALITY).is_err());
        assert!(encode(&mut Planes::blank(0, 2, true).unwrap(), QUALITY).is_err());
    }

    #[test]
    fn the_planes_come_back_as_they_were() {
        for (width, height) in [(1, 1), (2, 1), (1, 2), (17, 33), (16, 15), (15, 16)] {
            let before = planes(width, height);
            let mut after = before.clone();
            let jpeg = encode(&mut after, QUALITY).unwrap();
            assert_eq!(before, after);
            assert_eq!(samples::decode_jpeg(&jpeg).0, (width, height));
        }
    }

    #[test]
    fn no_foreign_colour_comes_in_at_an_odd_edge() {
        for (width, height) in [(17, 33), (33, 17), (1, 9), (9, 1)] {
            let mut planes = planes(width, height);
            planes.luma.samples.fill(200);
            for row in planes.luma.rows_mut() {
                row[0] = 0; // what would be read beyond the row before
            }
            if width == 1 {
                planes.luma.samples.fill(200);
            }
            for plane in planes.chroma.iter_mut().flatten() {
                plane.samples.fill(128);
            }
            let (_, rgb) = samples::decode_jpeg(&encode(&mut planes, 100).unwrap());
            let row = width as usize * 3;
            for row in rgb.chunks_exact(row) {
                assert!(row[row.len() - 1].abs_diff(200) <= 2, "{width} × {height}");
            }
        }
    }

    #[test]
    fn a_grey_picture_makes_a_grey_jpeg() {
        let mut grey = Planes::blank(15, 9, false).unwrap();
        grey.luma.samples.fill(77);
        let jpeg = encode(&mut grey, QUALITY).unwrap();
        let header = turbojpeg::read_header(&jpeg).unwrap();
        assert_eq!(header.colorspace, turbojpeg::Colorspace::Gray);
        let (_, rgb) = samples::decode_jpeg(&jpeg);
        assert!(rgb.iter().all(|sample| sample.abs_diff(77) <= 1));
    }
}
