//! What stands for a picture where the picture itself is not at hand: until it has come, and when others are compared.

use anyhow::Context;

use crate::likeness::{FRAME_SIDE, Sketch};

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
    /// What it is found again by; none of a flat picture.
    pub(super) sketch: Option<Sketch>,
}

/// The likeness of `planes`, which are best small.
pub(super) fn likeness(planes: &Planes) -> Result<Likeness, Stop> {
    let thumbhash = thumbhash_of(planes)?;
    let placeholder = placeholder(&thumbhash)?;
    let sketch = sketch(planes)?;
    Ok(Likeness {
        thumbhash,
        placeholder,
        sketch,
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

fn sketch(planes: &Planes) -> Result<Option<Sketch>, Stop> {
    let side = u32::try_from(FRAME_SIDE).context("the side of a frame")?;
    Ok(Sketch::of(&resize(planes, side, side)?.luma.samples))
}

#[cfg(test)]
mod tests {
    use super::{super::samples, *};
    use crate::likeness::{ALIKE, Question};

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
    fn a_smaller_or_brighter_picture_has_nearly_the_same_sketch_and_a_flat_one_none() {
        let photo = samples::photo(320, 240);
        let sketch = made(320, 240, &photo).sketch.unwrap();
        let brighter: Vec<u8> = photo.iter().map(|sample| sample.saturating_add(12)).collect();
        let smaller = resize(&Planes::from_rgb(&photo, 320, 240).unwrap(), 200, 150).unwrap();
        for other in [made(320, 240, &brighter), likeness(&smaller).unwrap()] {
            let alike = Question::new(&other.sketch.unwrap()).score_of(&sketch);
            assert!(alike > 0.95, "{alike}");
        }
        let other = made(320, 240, &samples::quarters(320, 240)).sketch.unwrap();
        assert!(Question::new(&other).score_of(&sketch) < ALIKE);
        assert_eq!(made(40, 40, &[90; 40 * 40 * 3]).sketch, None);
    }
}
