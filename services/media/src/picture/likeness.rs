//! What stands for a picture where the picture itself is not at hand: until it has come, and when others are compared.

use anyhow::Context;
use image::GrayImage;
use image_hasher::{HashAlg, HasherConfig};

use super::{Stop, libwebp, planes::Planes, resize::resize, ycbcr::Studio};

/// The longest side that a `ThumbHash` is made of, in pixels.
const HASHED_SIDE: u32 = 100;

/// Of libwebp's scale of 100: it is a blur.
const QUALITY: u8 = 20;

/// All that is made of the smallest size.
pub(super) struct Likeness {
    /// Twenty-odd bytes that tell the picture's shape and colours.
    pub(super) thumbhash: Vec<u8>,
    /// A WebP of at most 32 × 32 pixels made of them.
    pub(super) placeholder: Vec<u8>,
    /// 64 bits of which pictures that look alike have most in common.
    pub(super) perceptual_hash: u64,
}

/// The likeness of `planes`, which are best small.
pub(super) fn likeness(planes: &Planes) -> Result<Likeness, Stop> {
    let thumbhash = thumbhash_of(planes)?;
    let placeholder = placeholder(&thumbhash)?;
    let perceptual_hash = perceptual_hash(planes)?;
    Ok(Likeness {
        thumbhash,
        placeholder,
        perceptual_hash,
    })
}

fn thumbhash_of(planes: &Planes) -> Result<Vec<u8>, Stop> {
    let longest = planes.width.max(planes.height).max(1);
    let side = |length: u32| {
        if longest <= HASHED_SIDE {
            length
        } else {
            (length * HASHED_SIDE / longest).max(1)
        }
    };
    let small = resize(planes, side(planes.width), side(planes.height))?;
    let (width, height) = (small.luma.width, small.luma.height);
    let rgb = small.into_rgb();
    let (pixels, _) = rgb.as_chunks::<3>();
    let rgba: Vec<u8> = pixels
        .iter()
        .flat_map(|&[red, green, blue]| [red, green, blue, 255])
        .collect();
    Ok(thumbhash::rgba_to_thumb_hash(width, height, &rgba))
}

fn placeholder(thumbhash: &[u8]) -> Result<Vec<u8>, Stop> {
    let (width, height, rgba) = thumbhash::thumb_hash_to_rgba(thumbhash)
        .ok()
        .context("an empty thumbhash")?;
    let (pixels, _) = rgba.as_chunks::<4>();
    let rgb: Vec<u8> = pixels
        .iter()
        .flat_map(|&[red, green, blue, _]| [red, green, blue])
        .collect();
    let planes = Planes::from_rgb(&rgb, width, height)?;
    libwebp::encode(&mut Studio::from_full(planes), QUALITY, libwebp::EFFORT)
}

/// The side of the square that is hashed, in pixels: the hasher makes it smaller still, but slowly.
const SQUARE: u32 = 64;

/// Which of the 64 slowest waves of brightness are stronger than most: "pHash".
fn perceptual_hash(planes: &Planes) -> Result<u64, Stop> {
    let square = resize(planes, SQUARE, SQUARE)?;
    let luma = GrayImage::from_raw(SQUARE, SQUARE, square.luma.samples)
        .context("the samples do not fill the plane")?;
    let hasher = HasherConfig::with_bytes_type::<[u8; 8]>()
        .hash_size(8, 8)
        .hash_alg(HashAlg::Median)
        .preproc_dct()
        .to_hasher();
    Ok(u64::from_be_bytes(hasher.hash_image(&luma).into_inner()))
}

#[cfg(test)]
mod tests {
    use super::{super::samples, *};

    fn made(width: u32, height: u32, rgb: &[u8]) -> Likeness {
        likeness(&Planes::from_rgb(rgb, width as usize, height as usize).unwrap()).unwrap()
    }

    #[test]
    fn a_placeholder_is_small_for_every_shape() {
        for (width, height) in [(1, 1), (320, 240), (100, 1), (1, 16_383), (2048, 1)] {
            let made = made(width, height, &samples::quarters(width, height));
            assert!(
                (5..=25).contains(&made.thumbhash.len()),
                "{}",
                made.thumbhash.len()
            );
            assert!(
                made.placeholder.starts_with(b"RIFF") && made.placeholder.len() <= 400,
                "{}",
                made.placeholder.len()
            );
            let (shown, _) = samples::decode_webp(&made.placeholder);
            assert!(shown.0 <= 32 && shown.1 <= 32);
        }
    }

    #[test]
    fn a_placeholder_has_the_colours_of_the_picture() {
        let (width, height) = (200, 100);
        let red = [200, 40, 40].repeat(width as usize * height as usize);
        let made = made(width, height, &red);
        let (_, rgb) = samples::decode_webp(&made.placeholder);
        let mean = |channel: usize| {
            rgb.iter()
                .skip(channel)
                .step_by(3)
                .map(|&s| f64::from(s))
                .sum::<f64>()
        };
        assert!(mean(0) > 3.0 * mean(1) && mean(0) > 3.0 * mean(2));
    }

    #[test]
    fn pictures_that_look_alike_have_most_of_the_hash_in_common_and_others_half() {
        let photo = samples::photo(320, 240);
        let hash = made(320, 240, &photo).perceptual_hash;
        let brighter: Vec<u8> = photo.iter().map(|sample| sample.saturating_add(12)).collect();
        let alike = made(320, 240, &brighter).perceptual_hash;
        let smaller = Planes::from_rgb(&photo, 320, 240).unwrap();
        let smaller = likeness(&resize(&smaller, 200, 150).unwrap())
            .unwrap()
            .perceptual_hash;
        let mut mirrored = Planes::from_rgb(&photo, 320, 240).unwrap();
        mirrored.luma.rows_mut().for_each(<[u8]>::reverse);
        let other = likeness(&mirrored).unwrap().perceptual_hash;
        assert!((hash ^ alike).count_ones() <= 6);
        assert!((hash ^ smaller).count_ones() <= 6);
        assert!((hash ^ other).count_ones() >= 16);
    }
}
