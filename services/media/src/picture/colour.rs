//! Colours to sRGB, the only colour space our renditions have.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::decode::{Channels, Pixels};

/// `pixels` as sRGB, three samples a pixel, by the profile `icc` if it is one that fits.
///
/// A profile that cannot be read is as good as none: the samples are taken to be sRGB already, which is what
/// nearly every picture without a profile is. Inks are converted without a profile: press profiles are half a
/// megabyte and a reader's photo does not come as CMYK.
pub(super) fn to_srgb(pixels: Pixels, icc: Option<&[u8]>) -> Vec<u8> {
    let profile = icc.and_then(|icc| ColorProfile::new_from_slice(icc).ok());
    let grey_profile = profile
        .as_ref()
        .filter(|profile| profile.color_space == DataColorSpace::Gray);
    let rgb_profile = profile
        .as_ref()
        .filter(|profile| profile.color_space == DataColorSpace::Rgb);
    match pixels.channels {
        Channels::Grey => {
            match grey_profile.and_then(|profile| convert(profile, Layout::Gray, &pixels.samples)) {
                Some(converted) => converted,
                None => by_rgb_profile(grey_to_rgb(&pixels.samples), rgb_profile),
            }
        }
        Channels::Rgb => by_rgb_profile(pixels.samples, rgb_profile),
        Channels::Cmyk => inks_to_rgb(&pixels.samples, |ink| 255 - ink),
        Channels::CmykInverted => inks_to_rgb(&pixels.samples, |paper| paper),
    }
}

fn by_rgb_profile(samples: Vec<u8>, profile: Option<&ColorProfile>) -> Vec<u8> {
    profile
        .and_then(|profile| convert(profile, Layout::Rgb, &samples))
        .unwrap_or(samples)
}

fn convert(profile: &ColorProfile, layout: Layout, samples: &[u8]) -> Option<Vec<u8>> {
    // The transfer function that a profile names by number may contradict the one it spells out; the latter counts.
    let options = TransformOptions {
        allow_use_cicp_transfer: false,
        ..TransformOptions::default()
    };
    let srgb = ColorProfile::new_srgb();
    let transform = profile
        .create_transform_8bit(layout, &srgb, Layout::Rgb, options)
        .ok()?;
    let pixels = samples.len() / layout.channels();
    let mut converted = vec![0; pixels * 3];
    transform.transform(samples, &mut converted).ok()?;
    Some(converted)
}

fn grey_to_rgb(samples: &[u8]) -> Vec<u8> {
    samples.iter().flat_map(|&grey| [grey; 3]).collect()
}

/// What is left of the paper's white under each ink and under the black; `paper` tells it of a sample.
fn inks_to_rgb(samples: &[u8], paper: impl Fn(u8) -> u8) -> Vec<u8> {
    let (pixels, _) = samples.as_chunks::<4>();
    pixels
        .iter()
        .flat_map(|&[cyan, magenta, yellow, black]| {
            [cyan, magenta, yellow].map(|ink| {
                let left = u32::from(paper(ink)) * u32::from(paper(black));
                u8::try_from((left + 127) / 255).unwrap_or(u8::MAX)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn srgb_of(channels: Channels, samples: &[u8], profile: Option<&ColorProfile>) -> Vec<u8> {
        let width = u32::try_from(samples.len() / channels.count()).unwrap();
        let icc = profile.map(|profile| profile.encode().unwrap());
        to_srgb(
            Pixels {
                width,
                height: 1,
                channels,
                samples: samples.to_vec(),
            },
            icc.as_deref(),
        )
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
    fn without_a_profile_samples_stay_as_they_are() {
        assert_eq!(
            srgb_of(Channels::Rgb, &[1, 2, 3, 250, 128, 7], None),
            [1, 2, 3, 250, 128, 7]
        );
        assert_eq!(srgb_of(Channels::Grey, &[1, 200], None), [1, 1, 1, 200, 200, 200]);
    }

    #[test]
    fn a_profile_that_is_none_changes_nothing() {
        let samples = vec![1, 2, 3, 250, 128, 7];
        let pixels = Pixels {
            width: 2,
            height: 1,
            channels: Channels::Rgb,
            samples: samples.clone(),
        };
        assert_eq!(to_srgb(pixels, Some(&[0xAB; 700])), samples);
    }

    #[test]
    fn display_p3_and_adobe_rgb_become_the_same_colours_in_srgb() {
        // Colours inside all three spaces; expected values by the matrices of the CSS Color 4 specification.
        let p3 = ColorProfile::new_display_p3();
        assert_near(
            &srgb_of(Channels::Rgb, &[200, 100, 50], Some(&p3)),
            &[215, 93, 31],
        );
        assert_near(
            &srgb_of(Channels::Rgb, &[128, 128, 128], Some(&p3)),
            &[128, 128, 128],
        );
        let adobe = ColorProfile::new_adobe_rgb();
        assert_near(
            &srgb_of(Channels::Rgb, &[180, 120, 90], Some(&adobe)),
            &[199, 121, 88],
        );
    }

    #[test]
    fn a_grey_picture_follows_its_grey_profile() {
        // Linear light: half the light is 188 in sRGB.
        let linear = ColorProfile::new_gray_with_gamma(1.0);
        assert_near(
            &srgb_of(Channels::Grey, &[0, 128, 255], Some(&linear)),
            &[0, 0, 0, 188, 188, 188, 255, 255, 255],
        );
    }

    #[test]
    fn inks_darken_the_paper() {
        assert_eq!(
            srgb_of(Channels::CmykInverted, &[255, 0, 255, 255], None),
            [255, 0, 255]
        );
        assert_eq!(srgb_of(Channels::Cmyk, &[0, 255, 0, 0], None), [255, 0, 255]);
        assert_eq!(srgb_of(Channels::Cmyk, &[10, 20, 30, 255], None), [0, 0, 0]);
    }
}
