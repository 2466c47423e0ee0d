//! The whole way, from the file to the renditions in a folder.

use std::{fs::File, path::Path};

use anyhow::Context;
use ground::blobs::{PictureFormat, Rendition};
use image::{DynamicImage, RgbImage};
use serde::{Deserialize, Serialize};

use super::{
    Facts, Limits, Stop,
    colour::to_srgb,
    decode::{Channels, Pixels, decode},
    encode_jpeg, encode_webp,
    placeholder::placeholder,
    probe::upright,
    resize::resize,
    sizes::{Size, sizes},
};

/// One rendition, as it was written to a file of its own name.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Made {
    /// The [`Rendition`] as text: `640.webp`.
    pub(crate) name: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) bytes: u64,
}

/// All that was made of a picture besides the files.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// What is missing at the original's end is grey.
    pub(crate) incomplete: bool,
    pub(crate) renditions: Vec<Made>,
    pub(crate) thumbhash: Vec<u8>,
    pub(crate) placeholder: Vec<u8>,
}

/// Decodes `file`, which stands at its beginning and whose header is `facts`, and writes its renditions to `folder`.
pub(crate) fn render(file: &File, facts: &Facts, limits: &Limits, folder: &Path) -> Result<Outcome, Stop> {
    let (width, height) = facts.upright();
    let mut renditions = Vec::new();
    let mut current: Option<Pixels> = None;
    let mut incomplete = false;
    for size in sizes(width, height) {
        let pixels = match &current {
            None => {
                let decoded = decode(file, facts, limits)?;
                incomplete = decoded.incomplete;
                first_size(decoded.pixels, facts, size)?
            }
            Some(larger) => resize(larger, size.width, size.height)?,
        };
        for format in [PictureFormat::Webp, PictureFormat::Jpeg] {
            renditions.push(write(&pixels, size, format, folder)?);
        }
        current = Some(pixels);
    }
    let smallest = current.context("a picture has at least one size")?;
    let placeholder = placeholder(&smallest)?;
    Ok(Outcome {
        incomplete,
        renditions,
        thumbhash: placeholder.thumbhash,
        placeholder: placeholder.webp,
    })
}

/// The largest size: resized lying as it was stored, then in sRGB, then upright.
fn first_size(stored: Pixels, facts: &Facts, size: Size) -> Result<Pixels, Stop> {
    let (width, height) = upright(facts.orientation, size.width, size.height);
    let small = if (stored.width, stored.height) == (width, height) {
        stored
    } else {
        let small = resize(&stored, width, height)?;
        drop(stored);
        small
    };
    let rgb = to_srgb(small, facts.icc.as_deref());
    let rgb = RgbImage::from_raw(width, height, rgb).context("pixels were lost")?;
    let mut image = DynamicImage::ImageRgb8(rgb);
    image.apply_orientation(facts.orientation);
    Ok(Pixels {
        width: size.width,
        height: size.height,
        channels: Channels::Rgb,
        samples: image.into_rgb8().into_raw(),
    })
}

fn write(pixels: &Pixels, size: Size, format: PictureFormat, folder: &Path) -> Result<Made, Stop> {
    let Size { slot, width, height } = size;
    let encoded = match format {
        PictureFormat::Webp => encode_webp::encode(&pixels.samples, width, height, encode_webp::QUALITY)?,
        PictureFormat::Jpeg => encode_jpeg::encode(&pixels.samples, width, height)?,
    };
    let name = Rendition { width: slot, format }.to_string();
    std::fs::write(folder.join(&name), &encoded).context("writing a rendition")?;
    Ok(Made {
        name,
        width,
        height,
        bytes: encoded.len() as u64,
    })
}

#[cfg(test)]
mod tests {
    use moxcms::ColorProfile;

    use super::{
        super::{Reason, probe, samples},
        *,
    };

    fn rendered(bytes: &[u8]) -> Result<(Outcome, tempfile::TempDir), Stop> {
        let (file, limits) = (samples::file(bytes), Limits::default());
        let facts = probe(&file, &limits)?;
        let folder = tempfile::tempdir().unwrap();
        Ok((render(&file, &facts, &limits, folder.path())?, folder))
    }

    /// Size and pixels of every rendition, decoded again.
    fn pictures(made: &(Outcome, tempfile::TempDir)) -> Vec<((u32, u32), Vec<u8>)> {
        let (outcome, folder) = made;
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            outcome.renditions.len()
        );
        outcome
            .renditions
            .iter()
            .map(|made| {
                let bytes = std::fs::read(folder.path().join(&made.name)).unwrap();
                assert_eq!(bytes.len() as u64, made.bytes);
                let webp = bytes.starts_with(b"RIFF");
                let picture = if webp {
                    samples::decode_webp(&bytes)
                } else {
                    samples::decode_jpeg(&bytes)
                };
                assert_eq!(picture.0, (made.width, made.height));
                picture
            })
            .collect()
    }

    /// The colour at a place given in quarters of the picture: (1, 1) is the middle of the upper left quarter.
    fn colour(((width, height), rgb): &((u32, u32), Vec<u8>), x: u32, y: u32) -> [u8; 3] {
        let pixel = ((height * y / 4) * width + width * x / 4) as usize * 3;
        rgb[pixel..pixel + 3].try_into().unwrap()
    }

    #[track_caller]
    fn assert_near(made: [u8; 3], expected: [u8; 3], tolerance: u8) {
        let near = made.iter().zip(expected).all(|(a, b)| a.abs_diff(b) <= tolerance);
        assert!(near, "{made:?} is not {expected:?}");
    }

    #[test]
    fn all_eight_orientations_of_every_format_come_out_upright() {
        // What a viewer shows of the quarters for each EXIF orientation: which stored quarter goes where.
        let shown: [[usize; 4]; 8] = [
            [0, 1, 2, 3],
            [1, 0, 3, 2],
            [3, 2, 1, 0],
            [2, 3, 0, 1],
            [0, 2, 1, 3],
            [2, 0, 3, 1],
            [3, 1, 2, 0],
            [1, 3, 0, 2],
        ];
        for (orientation, quarters) in (1..=8).zip(shown) {
            for file in samples::in_every_format(&samples::quarters(96, 64), 96, 64, orientation) {
                for picture in pictures(&rendered(&file).unwrap()) {
                    assert_eq!(picture.0, if orientation >= 5 { (64, 96) } else { (96, 64) });
                    for (place, quarter) in [(1, 1), (3, 1), (1, 3), (3, 3)].into_iter().zip(quarters) {
                        assert_near(colour(&picture, place.0, place.1), samples::QUARTERS[quarter], 12);
                    }
                }
            }
        }
    }

    #[test]
    fn odd_and_extreme_sizes_come_out() {
        for (width, height) in [
            (1, 1),
            (1, 7),
            (7, 1),
            (3, 2731),
            (2731, 3),
            (2049, 5),
            (1, 16_384),
            (16_384, 1),
        ] {
            for orientation in [1, 6] {
                for file in
                    samples::in_every_format(&samples::quarters(width, height), width, height, orientation)
                {
                    let made = rendered(&file).unwrap();
                    let upright_width = if orientation == 6 { height } else { width };
                    assert_eq!(pictures(&made)[0].0.0, upright_width.min(2048));
                }
            }
        }
    }

    #[test]
    fn a_large_jpeg_is_decoded_smaller_and_looks_the_same() {
        let file = samples::jpeg(&samples::quarters(4800, 3200), 4800, 3200, false);
        let made = pictures(&rendered(&file).unwrap());
        let widths: Vec<u32> = made.iter().map(|picture| picture.0.0).collect();
        assert_eq!(widths, [2048, 2048, 1280, 1280, 640, 640, 320, 320]);
        for picture in made {
            for (place, quarter) in [(1, 1), (3, 1), (1, 3), (3, 3)]
                .into_iter()
                .zip(samples::QUARTERS)
            {
                assert_near(colour(&picture, place.0, place.1), quarter, 6);
            }
        }
    }

    #[test]
    fn a_picture_in_display_p3_keeps_its_colours() {
        let p3 = ColorProfile::new_display_p3().encode().unwrap();
        let stored = [200, 100, 50].repeat(64 * 64);
        let jpeg = samples::jpeg_with(
            &samples::jpeg(&stored, 64, 64, false),
            0xE2,
            &samples::icc_piece(1, 1, &p3),
        );
        let png = samples::Png::rgb(&stored, 64, 64).icc(&p3).encode();
        let webp = samples::webp(&stored, 64, 64, 1, Some(p3));
        for file in [jpeg, png, webp] {
            for picture in pictures(&rendered(&file).unwrap()) {
                assert_near(colour(&picture, 1, 1), [215, 93, 31], 5);
            }
        }
    }

    #[test]
    fn what_is_transparent_becomes_white() {
        let rgba = [200, 0, 0, 0].repeat(32 * 32);
        let png = samples::Png::new(png::ColorType::Rgba, png::BitDepth::Eight, &rgba, 32, 32).encode();
        let webp = samples::webp(&rgba, 32, 32, 1, None);
        for file in [png, webp] {
            for picture in pictures(&rendered(&file).unwrap()) {
                assert_near(colour(&picture, 2, 2), [255; 3], 2);
            }
        }
    }

    #[test]
    fn pure_ink_comes_out_in_its_colour() {
        let file = samples::cmyk_jpeg(&[255, 0, 255, 255].repeat(32 * 32), 32, 32);
        let adobe = file.windows(5).any(|name| name == b"Adobe");
        let expected = if adobe { [255, 0, 255] } else { [0, 0, 0] };
        for picture in pictures(&rendered(&file).unwrap()) {
            assert_near(colour(&picture, 2, 2), expected, 6);
        }
    }

    #[test]
    fn nothing_but_pixels_passes() {
        let icc = ColorProfile::new_srgb().encode().unwrap();
        let rgb = samples::quarters(400, 300);
        let mut file = samples::in_every_format(&rgb, 400, 300, 3)[0].clone();
        file = samples::jpeg_with(&file, 0xE2, &samples::icc_piece(1, 1, &icc));
        file = samples::jpeg_with(&file, 0xFE, b"secret comment");
        file.extend(b"ftypmp42 secret film");
        let (outcome, folder) = rendered(&file).unwrap();
        for made in &outcome.renditions {
            let bytes = std::fs::read(folder.path().join(&made.name)).unwrap();
            for word in [&b"Exif"[..], b"secret", b"ICC", b"acsp", b"EXIF", b"ftyp"] {
                assert!(
                    !bytes.windows(word.len()).any(|window| window == word),
                    "{word:?} in {}",
                    made.name
                );
            }
        }
    }

    #[test]
    fn the_same_file_gives_the_same_bytes_again() {
        let file = samples::jpeg(&samples::noise(700, 500), 700, 500, true);
        let read = |(outcome, folder): (Outcome, tempfile::TempDir)| -> Vec<Vec<u8>> {
            let read = |made: &Made| std::fs::read(folder.path().join(&made.name)).unwrap();
            outcome
                .renditions
                .iter()
                .map(read)
                .chain([outcome.thumbhash.clone()])
                .collect()
        };
        assert_eq!(read(rendered(&file).unwrap()), read(rendered(&file).unwrap()));
    }

    #[test]
    fn a_picture_under_a_picture_name_that_is_none_is_refused_without_a_file() {
        let mut file = samples::jpeg(&samples::quarters(8, 8), 8, 8, false);
        file.truncate(100);
        assert!(matches!(rendered(&file), Err(Stop::Refused(Reason::Broken))));
    }
}
