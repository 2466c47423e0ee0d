//! Pictures made on the spot.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

/// A JPEG photo of a colourful slope, different for each `seed`.
pub fn photo(width: u32, height: u32, seed: u8) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let part = |value: u32, of: u32| u8::try_from(value * 255 / of.max(1)).unwrap_or(255);
        Rgb([part(x, width), part(y, height), seed])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}
