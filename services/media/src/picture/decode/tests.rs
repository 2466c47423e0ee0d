use super::{
    super::{probe, samples},
    *,
};

fn decoded_whole(bytes: &[u8]) -> Result<Decoded, Stop> {
    let file = samples::file(bytes);
    let limits = Limits::default();
    let facts = probe(&file, &limits)?;
    decode(&file, &facts, &limits)
}

fn decoded(bytes: &[u8]) -> Result<Pixels, Stop> {
    let decoded = decoded_whole(bytes)?;
    assert!(!decoded.incomplete);
    Ok(decoded.pixels)
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
    let mut rgba = vec![10, 20, 30, 0, 10, 20, 30, 255, 0, 100, 255, 51];
    assert_eq!(flatten(&mut rgba, Channels::Rgb), Channels::Rgb);
    assert_eq!(rgba, [255, 255, 255, 10, 20, 30, 204, 224, 255]);
    let mut grey = vec![0, 0, 0, 255, 100, 51];
    assert_eq!(flatten(&mut grey, Channels::Grey), Channels::Grey);
    assert_eq!(grey, [255, 0, 224]);
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
    let pixels = decoded(&grey16.encode()).unwrap();
    assert_eq!(
        (pixels.channels, &pixels.samples[..]),
        (Channels::Grey, &[0x80, 0][..])
    );

    let rgba16 = [0xFF, 0xFF, 0, 0, 0x40, 0, 0xFF, 0xFF, 1, 1, 2, 2, 3, 3, 0, 0];
    let rgba16 = samples::Png::new(png::ColorType::Rgba, png::BitDepth::Sixteen, &rgba16, 2, 1);
    let pixels = decoded(&rgba16.encode()).unwrap();
    assert_eq!(
        (pixels.channels, &pixels.samples[..]),
        (Channels::Rgb, &[255, 0, 64, 255, 255, 255][..])
    );

    let one_bit = samples::Png::new(
        png::ColorType::Grayscale,
        png::BitDepth::One,
        &[0b1010_0000],
        3,
        1,
    );
    assert_eq!(decoded(&one_bit.encode()).unwrap().samples, [255, 0, 255]);

    let palette = samples::Png::new(png::ColorType::Indexed, png::BitDepth::Eight, &[1, 0], 2, 1)
        .palette(&[1, 2, 3, 200, 100, 50], &[0]);
    let pixels = decoded(&palette.encode()).unwrap();
    assert_eq!(
        (pixels.channels, &pixels.samples[..]),
        (Channels::Rgb, &[200, 100, 50, 255, 255, 255][..])
    );
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
    for _ in 0..=MAX_SCANS + 1 {
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
    let pixels = decoded(&file).unwrap();
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
