use super::{super::samples, *};

fn icc(profile: &ColorProfile) -> Vec<u8> {
    profile.encode().unwrap()
}

/// What becomes of a picture of one colour.
fn srgb_of(rgb: [u8; 3], icc: Option<&[u8]>) -> Vec<u8> {
    let mut planes = Planes::from_rgb(&rgb.repeat(5 * 3), 5, 3).unwrap();
    to_srgb(&mut planes, icc).unwrap();
    let rgb = planes.into_rgb();
    assert!(rgb.chunks_exact(3).all(|pixel| pixel == &rgb[..3]));
    rgb[..3].to_vec()
}

fn inks(inks: [u8; 4], channels: Channels, icc: Option<&[u8]>) -> Vec<u8> {
    let pixels = Pixels {
        width: 3,
        height: 3,
        channels,
        samples: inks.repeat(9),
    };
    let rgb = to_planes(pixels, icc).unwrap().into_rgb();
    assert!(rgb.chunks_exact(3).all(|pixel| pixel == &rgb[..3]));
    rgb[..3].to_vec()
}

#[track_caller]
fn assert_near(made: &[u8], expected: &[u8]) {
    assert_eq!(made.len(), expected.len());
    assert!(
        made.iter().zip(expected).all(|(a, b)| a.abs_diff(*b) <= 2),
        "{made:?} is not {expected:?}"
    );
}

#[test]
fn without_a_profile_and_with_one_that_is_none_samples_stay_as_they_are() {
    let before = Planes::from_rgb(&samples::photo(31, 17), 31, 17).unwrap();
    for icc in [None, Some(&[0xAB; 700][..])] {
        let mut after = before.clone();
        to_srgb(&mut after, icc).unwrap();
        assert_eq!(before, after);
    }
}

#[test]
fn a_profile_that_is_srgb_in_other_words_changes_nothing() {
    let mut other = ColorProfile::new_srgb();
    other.cicp = None;
    other.description = None;
    let before = Planes::from_rgb(&samples::photo(31, 17), 31, 17).unwrap();
    let mut after = before.clone();
    to_srgb(&mut after, Some(&icc(&other))).unwrap();
    assert_eq!(before, after);
}

#[test]
fn display_p3_and_adobe_rgb_become_the_same_colours_in_srgb() {
    // Colours inside all three spaces; expected values by the matrices of the CSS Color 4 specification.
    let p3 = icc(&ColorProfile::new_display_p3());
    assert_near(&srgb_of([200, 100, 50], Some(&p3)), &[215, 93, 31]);
    assert_near(&srgb_of([128, 128, 128], Some(&p3)), &[128, 128, 128]);
    let adobe = icc(&ColorProfile::new_adobe_rgb());
    assert_near(&srgb_of([180, 120, 90], Some(&adobe)), &[199, 121, 88]);
}

#[test]
fn a_profile_for_other_channels_is_not_followed() {
    let before = [200, 100, 50];
    let unprofiled = srgb_of(before, None);
    let grey = icc(&ColorProfile::new_gray_with_gamma(1.0));
    assert_eq!(srgb_of(before, Some(&grey)), unprofiled);
    assert_eq!(srgb_of(before, Some(&samples::ink_profile())), unprofiled);
}

#[test]
fn a_grey_picture_follows_its_grey_profile_and_one_for_colours() {
    let grey = |profile: &ColorProfile| {
        let mut planes = Planes::blank(3, 1, false).unwrap();
        planes.luma.samples = vec![0, 128, 255];
        to_srgb(&mut planes, Some(&icc(profile))).unwrap();
        assert!(planes.chroma.is_none());
        planes.luma.samples
    };
    // Linear light: half the light is 188 in sRGB.
    assert_near(&grey(&ColorProfile::new_gray_with_gamma(1.0)), &[0, 188, 255]);
    assert_near(&grey(&ColorProfile::new_srgb()), &[0, 128, 255]);
    let mut linear = ColorProfile::new_srgb();
    linear.cicp = None;
    linear.red_trc = Some(moxcms::curve_from_gamma(1.0));
    linear.green_trc = Some(moxcms::curve_from_gamma(1.0));
    linear.blue_trc = Some(moxcms::curve_from_gamma(1.0));
    assert_near(&grey(&linear), &[0, 188, 255]);
}

#[test]
fn inks_darken_the_paper() {
    assert_near(
        &inks([255, 0, 255, 255], Channels::CmykInverted, None),
        &[255, 0, 255],
    );
    assert_near(&inks([0, 255, 0, 0], Channels::Cmyk, None), &[255, 0, 255]);
    assert_near(&inks([10, 20, 30, 255], Channels::Cmyk, None), &[0, 0, 0]);
}

#[test]
fn inks_follow_their_profile() {
    let profile = samples::ink_profile();
    // Lab (50, −38, 32) is this green in sRGB.
    let green = [54, 135, 61];
    let cyan = inks([255, 0, 0, 0], Channels::Cmyk, Some(&profile));
    assert!(
        cyan.iter()
            .zip(green)
            .all(|(made, expected)| made.abs_diff(expected) <= 3),
        "{cyan:?}"
    );
    assert_eq!(
        inks([0, 255, 255, 255], Channels::CmykInverted, Some(&profile)),
        cyan
    );
    let paper = inks([0; 4], Channels::Cmyk, Some(&profile));
    assert!(paper.iter().all(|&sample| sample >= 250), "{paper:?}");
    let black = inks([0, 0, 0, 255], Channels::Cmyk, Some(&profile));
    assert!(black.iter().all(|&sample| sample <= 5), "{black:?}");
}
