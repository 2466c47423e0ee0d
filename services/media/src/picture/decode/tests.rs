use super::{
    super::{Reason, probe, samples},
    *,
};
use crate::picture::decode_png::flatten;

fn decoded_whole(bytes: &[u8]) -> Result<Decoded, Stop> {
    let file = samples::file(bytes);
    let limits = Limits::default();
    let facts = probe(&file, &limits)?;
    decode(&file, &facts, &limits)
}

fn decoded(bytes: &[u8]) -> Result<Picture, Stop> {
    let decoded = decoded_whole(bytes)?;
    assert!(!decoded.incomplete);
    Ok(decoded.picture)
}

/// What came of it, as planes.
fn planes(bytes: &[u8]) -> Planes {
    match decoded(bytes).unwrap() {
        Picture::Planes(planes) => {
            assert!(planes.is_whole());
            planes
        }
        Picture::Studio(studio) => {
            assert!(studio.0.is_whole());
            studio.into_full()
        }
        Picture::Pixels(_) => panic!("pixels came of it"),
    }
}

/// What came of it, as pixels.
fn pixels(bytes: &[u8]) -> Pixels {
    match decoded(bytes).unwrap() {
        Picture::Pixels(pixels) => {
            assert!(pixels.is_whole());
            pixels
        }
        Picture::Planes(_) | Picture::Studio(_) => panic!("planes came of it"),
    }
}

#[track_caller]
fn assert_near(made: &[u8], expected: &[u8], tolerance: u8) {
    assert_eq!(made.len(), expected.len());
    let near = made
        .iter()
        .zip(expected)
        .all(|(a, b)| a.abs_diff(*b) <= tolerance);
    assert!(near, "{made:?} is not {expected:?}");
}

fn refused(bytes: &[u8]) -> Reason {
    match decoded(bytes) {
        Err(Stop::Refused(reason)) => reason,
        Err(Stop::Failed(error)) => panic!("{error}"),
        Ok(_) => panic!("a picture came of it"),
    }
}

#[test]
fn transparent_pixels_become_white_and_half_transparent_ones_lighter() {
    let mut rgba = [10, 20, 30, 0, 10, 20, 30, 255, 0, 100, 255, 51];
    assert_eq!(flatten(&mut rgba, Channels::Rgb), 9);
    assert_eq!(rgba[..9], [255, 255, 255, 10, 20, 30, 204, 224, 255]);
    let mut grey = [0, 0, 0, 255, 100, 51];
    assert_eq!(flatten(&mut grey, Channels::Grey), 3);
    assert_eq!(grey[..3], [255, 0, 224]);
}

#[test]
fn every_png_colour_type_and_depth_becomes_eight_bits() {
    let grey16 = samples::Png::new(
        png::ColorType::Grayscale,
        png::BitDepth::Sixteen,
        &[0x80, 0x12, 0, 0],
        2,
        1,
    );
    let grey = planes(&grey16.encode());
    assert_eq!((grey.chroma, &grey.luma.samples[..]), (None, &[0x80, 0][..]));

    let rgba16 = [0xFF, 0xFF, 0, 0, 0x40, 0, 0xFF, 0xFF, 1, 1, 2, 2, 3, 3, 0, 0];
    // One colour for each pair of columns and rows: chroma is not mixed.
    let rgba16 = [rgba16[..8].repeat(2), rgba16[8..].repeat(2)].concat().repeat(2);
    let rgba16 = samples::Png::new(png::ColorType::Rgba, png::BitDepth::Sixteen, &rgba16, 4, 2);
    let expected = [[255, 0, 64].repeat(2), [255; 6].to_vec()].concat().repeat(2);
    assert_near(&planes(&rgba16.encode()).into_rgb(), &expected, 2);

    let grey_alpha = samples::Png::new(
        png::ColorType::GrayscaleAlpha,
        png::BitDepth::Eight,
        &[0, 0, 0, 255, 100, 51],
        3,
        1,
    );
    assert_eq!(planes(&grey_alpha.encode()).luma.samples, [255, 0, 224]);

    let one_bit = samples::Png::new(
        png::ColorType::Grayscale,
        png::BitDepth::One,
        &[0b1010_0000],
        3,
        1,
    );
    assert_eq!(planes(&one_bit.encode()).luma.samples, [255, 0, 255]);

    let palette = samples::Png::new(png::ColorType::Indexed, png::BitDepth::Eight, &[1, 1, 0, 0], 4, 1)
        .palette(&[1, 2, 3, 200, 100, 50], &[0]);
    let expected = [[200, 100, 50].repeat(2), [255; 6].to_vec()].concat();
    assert_near(&planes(&palette.encode()).into_rgb(), &expected, 2);
}

#[test]
fn an_interlaced_png_looks_like_one_that_is_not() {
    // Interlaced, white and transparent black by turns: eight by eight pixels of each pass.
    let file = samples::interlaced_grey_png(&[7, 200, 99, 4, 5, 6, 8, 9, 250], 3, 3);
    let interlaced = pixels(&file);
    assert_eq!(interlaced.channels, Channels::Grey);
    assert_eq!(interlaced.samples, [7, 200, 99, 4, 5, 6, 8, 9, 250]);
    assert_eq!(refused(&file[..file.len() - 20]), Reason::Broken);
}

#[test]
fn an_animated_png_is_its_first_picture_only_if_that_fills_it() {
    let frame = |width: u32| {
        let mut png = samples::Png::rgb(&samples::quarters(8, 8), 8, 8).encode();
        let mut animation = Vec::new();
        animation.extend(samples::png_chunk(*b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]));
        let mut control = [0; 26];
        control[4..8].copy_from_slice(&width.to_be_bytes());
        control[8..12].copy_from_slice(&8_u32.to_be_bytes());
        animation.extend(samples::png_chunk(*b"fcTL", &control));
        png.splice(33..33, animation); // behind the signature and IHDR
        png
    };
    assert!(decoded(&frame(8)).is_ok());
    assert_eq!(refused(&frame(4)), Reason::Broken);
}

#[test]
fn a_jpeg_comes_as_the_planes_that_are_in_it() {
    for (width, height) in [(64, 48), (63, 47), (1, 1), (1, 5), (5, 1), (17, 4)] {
        let rgb = samples::photo(width, height);
        let made = planes(&samples::jpeg(&rgb, width, height, false));
        assert_eq!((made.width, made.height, made.shift), (width, height, (1, 1)));
        let expected = Planes::from_rgb(&rgb, width as usize, height as usize).unwrap();
        let difference: u32 = made
            .luma
            .samples
            .iter()
            .zip(&expected.luma.samples)
            .map(|(one, other)| u32::from(one.abs_diff(*other)))
            .sum();
        assert!(
            difference <= 3 * width * height,
            "{width} × {height}: {difference}"
        );
    }
}

#[test]
fn a_jpeg_of_red_green_and_blue_comes_as_pixels() {
    let rgb = [200, 30, 90].repeat(33 * 17);
    let made = pixels(&samples::rgb_jpeg(&rgb, 33, 17));
    assert_eq!(made.channels, Channels::Rgb);
    assert_near(&made.samples, &rgb, 3);
}

#[test]
fn a_lossy_webp_and_a_lossless_one_come_as_planes() {
    let rgb = samples::quarters(40, 24);
    let expected = Planes::from_rgb(&rgb, 40, 24).unwrap();
    let lossy = {
        let planes = expected.clone();
        let mut studio = super::super::ycbcr::Studio::from_full(planes);
        super::super::libwebp::encode(&mut studio, 95, 4).unwrap()
    };
    for file in [lossy, samples::webp(&rgb, 40, 24, 1, None)] {
        let made = planes(&file);
        assert_near(&made.luma.samples, &expected.luma.samples, 8);
    }
}

#[test]
fn the_first_picture_of_an_animated_webp_is_taken() {
    let still = samples::webp(&samples::quarters(16, 16), 16, 16, 1, None);
    let made = pixels(&samples::animated_webp(&still, 16, 16));
    assert_near(&made.samples[..3], &samples::QUARTERS[0], 2);
}

#[test]
fn a_cut_picture_is_refused_and_refused_again() {
    for file in samples::in_every_format(&samples::noise(300, 200), 300, 200, 1) {
        assert!(decoded(&file).is_ok());
        let cut = &file[..file.len() / 2];
        assert_eq!(refused(cut), Reason::Broken);
        assert_eq!(refused(cut), Reason::Broken);
    }
}

#[test]
fn a_jpeg_whose_camera_stopped_early_is_taken_and_called_incomplete() {
    let mut file = samples::jpeg(&samples::noise(300, 200), 300, 200, false);
    file.truncate(file.len() / 2);
    file.extend([0, 0xFF, 0xD9]);
    assert!(decoded_whole(&file).unwrap().incomplete);
}

#[test]
fn stray_bytes_before_the_end_of_a_jpeg_do_no_harm() {
    let picture = samples::quarters(64, 64);
    let mut file = samples::jpeg(&picture, 64, 64, false);
    let end = file.len() - 2;
    file.splice(end..end, [0x11; 9]);
    assert!(decoded(&file).is_ok());
}

#[test]
fn a_jpeg_with_endless_scans_is_too_heavy() {
    let file = samples::jpeg(&samples::quarters(64, 64), 64, 64, true);
    let scan = file.windows(2).position(|pair| pair == [0xFF, 0xDA]).unwrap();
    let next = scan
        + 2
        + file[scan + 2..]
            .windows(2)
            .position(|pair| pair[0] == 0xFF && pair[1] != 0)
            .unwrap();
    let first_scan = file[scan..next].to_vec();
    let mut endless = file[..scan].to_vec();
    for _ in 0..=super::super::decode_jpeg::MAX_SCANS + 1 {
        endless.extend(&first_scan);
    }
    endless.extend(&file[next..]);
    assert_eq!(refused(&endless), Reason::TooHeavy);
}

#[test]
fn inks_are_told_apart_by_whether_adobe_wrote_them() {
    let ink = [0, 255, 255, 0].repeat(16 * 16);
    let file = samples::cmyk_jpeg(&ink, 16, 16);
    let adobe = file.windows(5).any(|name| name == b"Adobe");
    let pixels = pixels(&file);
    assert_eq!(
        pixels.channels,
        if adobe {
            Channels::CmykInverted
        } else {
            Channels::Cmyk
        }
    );
    assert_eq!(pixels.samples.len(), 16 * 16 * 4);
}
