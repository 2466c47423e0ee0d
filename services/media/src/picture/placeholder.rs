//! What a page shows until the picture has come.

use anyhow::Context;

use super::{
    Stop,
    decode::{Channels, Pixels},
    encode_webp,
    resize::resize,
};

/// The longest side that a `ThumbHash` is made of, in pixels.
const HASHED_SIDE: u32 = 100;

/// Of libwebp's scale of 100: it is a blur.
const QUALITY: f32 = 20.0;

/// Twenty-odd bytes that tell the picture's shape and colours, and a WebP of at most 32 × 32 pixels made of them.
pub(super) struct Placeholder {
    pub(super) thumbhash: Vec<u8>,
    pub(super) webp: Vec<u8>,
}

/// The placeholder of sRGB `pixels`.
pub(super) fn placeholder(pixels: &Pixels) -> Result<Placeholder, Stop> {
    let longest = pixels.width.max(pixels.height).max(1);
    let side = |length: u32| {
        if longest <= HASHED_SIDE {
            length
        } else {
            (length * HASHED_SIDE / longest).max(1)
        }
    };
    let small = resize(pixels, side(pixels.width), side(pixels.height))?;
    debug_assert_eq!(small.channels, Channels::Rgb);
    let (pixels, _) = small.samples.as_chunks::<3>();
    let rgba: Vec<u8> = pixels
        .iter()
        .flat_map(|&[red, green, blue]| [red, green, blue, 255])
        .collect();
    let (width, height) = (small.width as usize, small.height as usize);
    let thumbhash = thumbhash::rgba_to_thumb_hash(width, height, &rgba);

    let (width, height, rgba) = thumbhash::thumb_hash_to_rgba(&thumbhash)
        .ok()
        .context("an empty thumbhash")?;
    let (pixels, _) = rgba.as_chunks::<4>();
    let rgb: Vec<u8> = pixels
        .iter()
        .flat_map(|&[red, green, blue, _]| [red, green, blue])
        .collect();
    let webp = encode_webp::encode(&rgb, side_of(width)?, side_of(height)?, QUALITY)?;
    Ok(Placeholder { thumbhash, webp })
}

fn side_of(length: usize) -> anyhow::Result<u32> {
    Ok(u32::try_from(length)?)
}

#[cfg(test)]
mod tests {
    use super::{super::samples, *};

    fn made(width: u32, height: u32, samples: Vec<u8>) -> Placeholder {
        let channels = Channels::Rgb;
        placeholder(&Pixels {
            width,
            height,
            channels,
            samples,
        })
        .unwrap()
    }

    #[test]
    fn a_placeholder_is_small_for_every_shape() {
        for (width, height) in [(1, 1), (320, 240), (100, 1), (1, 16_383), (2048, 1)] {
            let made = made(width, height, samples::quarters(width, height));
            assert!(
                (5..=25).contains(&made.thumbhash.len()),
                "{}",
                made.thumbhash.len()
            );
            assert!(
                made.webp.starts_with(b"RIFF") && made.webp.len() <= 400,
                "{}",
                made.webp.len()
            );
            let (shown, _) = samples::decode_webp(&made.webp);
            assert!(shown.0 <= 32 && shown.1 <= 32);
        }
    }

    #[test]
    fn a_placeholder_has_the_colours_of_the_picture() {
        let (width, height) = (200, 100);
        let red = [200, 40, 40].repeat(width as usize * height as usize);
        let made = made(width, height, red);
        let (_, rgb) = samples::decode_webp(&made.webp);
        let mean = |channel: usize| {
            rgb.iter()
                .skip(channel)
                .step_by(3)
                .map(|&s| f64::from(s))
                .sum::<f64>()
        };
        assert!(mean(0) > 3.0 * mean(1) && mean(0) > 3.0 * mean(2));
    }
}
