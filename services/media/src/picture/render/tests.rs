use moxcms::{ColorProfile, Layout, TransformOptions};
use turbojpeg::Subsamp;

use super::{
    super::{
        Reason,
        decode::{Channels, Pixels},
        probe, samples,
    },
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
        (31, 33),
        (320, 321),
        (641, 3),
        (2, 16_383),
        (16_383, 2),
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
fn every_sampling_of_a_jpeg_looks_the_same() {
    for sampling in [
        Subsamp::None,
        Subsamp::Sub2x1,
        Subsamp::Sub1x2,
        Subsamp::Sub2x2,
        Subsamp::Sub4x1,
        Subsamp::Sub1x4,
    ] {
        for (width, height) in [(402, 303), (399, 301), (4107, 33)] {
            for progressive in [false, true] {
                let rgb = samples::quarters(width, height);
                let file = samples::jpeg_sampled(&rgb, width, height, progressive, sampling);
                let file = samples::jpeg_with(&file, 0xE1, &samples::exif_segment(5));
                for picture in pictures(&rendered(&file).unwrap()) {
                    for (place, quarter) in [(1, 1), (3, 1), (1, 3), (3, 3)].into_iter().zip([0, 2, 1, 3]) {
                        assert_near(colour(&picture, place.0, place.1), samples::QUARTERS[quarter], 8);
                    }
                }
            }
        }
    }
}

#[test]
fn a_grey_picture_stays_grey() {
    let grey: Vec<u8> = samples::photo(65, 33)
        .chunks_exact(3)
        .map(|pixel| pixel[1])
        .collect();
    let rgb: Vec<u8> = grey.iter().flat_map(|&sample| [sample; 3]).collect();
    let jpeg = samples::jpeg_sampled(&rgb, 65, 33, false, Subsamp::Gray);
    let png = samples::Png::new(png::ColorType::Grayscale, png::BitDepth::Eight, &grey, 65, 33).encode();
    for file in [jpeg, png] {
        for (_, made) in pictures(&rendered(&file).unwrap()) {
            let (pixels, _) = made.as_chunks::<3>();
            assert!(
                pixels
                    .iter()
                    .all(|&[r, g, b]| r.abs_diff(g) <= 2 && b.abs_diff(g) <= 2)
            );
            let difference: u32 = made
                .iter()
                .zip(&rgb)
                .map(|(a, b)| u32::from(a.abs_diff(*b)))
                .sum();
            assert!(difference < 65 * 33 * 3 * 5, "{difference}");
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

/// Against the long way: every pixel of the full size as RGB, its colours converted, and only then made smaller.
#[test]
fn colours_differ_from_those_of_the_long_way_less_than_anybody_sees() {
    let (width, height) = (1280, 960);
    let rgb = samples::every_hue(width, height);
    for profile in [ColorProfile::new_display_p3(), ColorProfile::new_adobe_rgb()] {
        let icc = profile.encode().unwrap();
        let jpeg = samples::jpeg(&rgb, width, height, false);
        let jpeg = samples::jpeg_with(&jpeg, 0xE2, &samples::icc_piece(1, 1, &icc));
        let png = samples::Png::rgb(&rgb, width, height).icc(&icc).encode();
        for file in [jpeg, png] {
            let made = rendered(&file).unwrap();
            for ((made_width, made_height), made) in pictures(&made) {
                let to_srgb = profile
                    .create_transform_8bit(
                        Layout::Rgb,
                        &ColorProfile::new_srgb(),
                        Layout::Rgb,
                        TransformOptions::default(),
                    )
                    .unwrap();
                let mut samples = vec![0; rgb.len()];
                to_srgb.transform(&rgb, &mut samples).unwrap();
                let reference = Pixels {
                    width,
                    height,
                    channels: Channels::Rgb,
                    samples,
                };
                let reference = shrink_pixels(reference, made_width, made_height).unwrap().samples;
                let mean = mean_difference(&made, &reference);
                assert!(mean <= 2.0, "ΔE {mean} at {made_width}");
                let unconverted = Pixels {
                    width,
                    height,
                    channels: Channels::Rgb,
                    samples: rgb.clone(),
                };
                let unconverted = shrink_pixels(unconverted, made_width, made_height).unwrap();
                assert!(
                    mean_difference(&unconverted.samples, &reference) > 3.0,
                    "nothing to see"
                );
            }
        }
    }
}

/// The mean of the distances of sRGB colours in CIE 1976 L*a*b*.
fn mean_difference(one: &[u8], other: &[u8]) -> f64 {
    let linear = |sample: u8| {
        let value = f64::from(sample) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    let lab = |pixel: &[u8; 3]| {
        let [red, green, blue] = pixel.map(linear);
        let [x, y, z] = [
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
        ]
        .map(|t: f64| {
            if t > 0.008_856 {
                t.cbrt()
            } else {
                t * 7.787 + 16.0 / 116.0
            }
        });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    };
    let ((one, _), (other, _)) = (one.as_chunks::<3>(), other.as_chunks::<3>());
    assert_eq!(one.len(), other.len());
    let distances = one.iter().zip(other).map(|(one, other)| {
        let (one, other) = (lab(one), lab(other));
        let squares = one.iter().zip(other).map(|(a, b)| (a - b).powi(2));
        squares.sum::<f64>().sqrt()
    });
    let (sum, count) = distances.fold((0.0, 0.0), |(sum, count), distance| (sum + distance, count + 1.0));
    sum / count
}

#[test]
fn a_rendition_sent_again_looks_the_same() {
    for (width, height) in [(640, 481), (1281, 961), (99, 77)] {
        let file = samples::jpeg(&samples::photo(width, height), width, height, false);
        let first = rendered(&file).unwrap();
        for (made, (size, before)) in first.0.renditions.iter().zip(pictures(&first)).take(2) {
            let file = std::fs::read(first.1.path().join(&made.name)).unwrap();
            let again = pictures(&rendered(&file).unwrap());
            let same_format = usize::from(made.name.ends_with("jpeg"));
            let (size_again, after) = &again[same_format];
            assert_eq!(*size_again, size);
            let apart: u32 = before
                .iter()
                .zip(after)
                .map(|(a, b)| u32::from(a.abs_diff(*b)))
                .sum();
            let mean = f64::from(apart) / f64::from(width.min(2048) * height * 3);
            assert!(mean < 2.0, "{} of {width}: {mean}", made.name);
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
