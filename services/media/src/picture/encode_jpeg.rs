//! JPEG renditions, by libjpeg-turbo.

use anyhow::ensure;
use turbojpeg::{Compressor, Image, PixelFormat, Subsamp};

use super::{Reason, Stop};

/// Of libjpeg's scale: where SSIMULACRA2 says "high quality" for photos.
const QUALITY: i32 = 82;

/// The longest side that libjpeg writes, in pixels.
const MAX_SIDE: usize = 65_500;

/// A baseline JPEG of `width × height` sRGB pixels, 4:2:0, with Huffman tables made for it and no metadata.
pub(super) fn encode(rgb: &[u8], width: u32, height: u32) -> Result<Vec<u8>, Stop> {
    let image = image(rgb, width, height)?;
    // libjpeg-turbo takes every picture that fits its format; what it may lack is memory.
    compress(image).map_err(|_| Reason::TooHeavy.into())
}

fn image(rgb: &[u8], width: u32, height: u32) -> anyhow::Result<Image<&[u8]>> {
    let (width, height) = (usize::try_from(width)?, usize::try_from(height)?);
    ensure!(
        (1..=MAX_SIDE).contains(&width) && (1..=MAX_SIDE).contains(&height),
        "no size for a JPEG"
    );
    ensure!(
        rgb.len() == width * height * 3,
        "the pixels do not fill the picture"
    );
    Ok(Image {
        pixels: rgb,
        width,
        pitch: width * 3,
        height,
        format: PixelFormat::RGB,
    })
}

fn compress(image: Image<&[u8]>) -> turbojpeg::Result<Vec<u8>> {
    let mut compressor = Compressor::new()?;
    compressor.set_quality(QUALITY)?;
    compressor.set_subsamp(Subsamp::Sub2x2)?;
    compressor.set_optimize(true)?;
    compressor.compress_to_vec(image)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pixels_must_fill_the_picture() {
        assert!(encode(&[0; 11], 2, 2).is_err());
        assert!(encode(&[0; 12], 2, 2).is_ok());
        assert!(encode(&[0; 13], 2, 2).is_err());
        assert!(encode(&[], 0, 2).is_err());
    }
}
