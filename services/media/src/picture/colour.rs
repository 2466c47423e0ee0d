//! Colours to sRGB, the only colour space our renditions have.

use std::sync::Arc;

use anyhow::{Context, ensure};
use moxcms::{ColorProfile, DataColorSpace, Layout, Transform8BitExecutor, TransformOptions};

use super::{
    Stop,
    decode::{Channels, Pixels},
    planes::{HALF, Plane, Planes},
    rgb_rows::RgbRows,
};

/// Makes the colours of `planes` those of sRGB, by the profile `icc` if it is one that fits.
///
/// A profile that cannot be read is as good as none: the samples are taken to be sRGB already, which is what
/// nearly every picture without a profile is. So is one that says sRGB in other words.
pub(super) fn to_srgb(planes: &mut Planes, icc: Option<&[u8]>) -> Result<(), Stop> {
    let Some(profile) = icc.and_then(|icc| ColorProfile::new_from_slice(icc).ok()) else {
        return Ok(());
    };
    if planes.chroma.is_some() {
        match transform(&profile, DataColorSpace::Rgb, Layout::Rgb) {
            Some(to_srgb) if changes_colours(&*to_srgb) => convert(planes, &*to_srgb)?,
            _ => {}
        }
    } else if let Some(table) = grey_table(&profile) {
        planes.luma.map(&table);
    }
    Ok(())
}

/// How a profile of `space` becomes sRGB; `None` if it is one of another space, or one that makes no sense.
fn transform(
    profile: &ColorProfile,
    space: DataColorSpace,
    layout: Layout,
) -> Option<Arc<Transform8BitExecutor>> {
    // The transfer function that a profile names by number may contradict the one it spells out; the latter counts.
    let options = TransformOptions {
        allow_use_cicp_transfer: false,
        ..TransformOptions::default()
    };
    let srgb = ColorProfile::new_srgb();
    (profile.color_space == space)
        .then(|| profile.create_transform_8bit(layout, &srgb, Layout::Rgb, options))?
        .ok()
}

/// What each grey becomes; of a profile for colours, too, which some scanners put into grey pictures.
fn grey_table(profile: &ColorProfile) -> Option<[u8; 256]> {
    let to_srgb = transform(profile, DataColorSpace::Gray, Layout::Gray);
    let (to_srgb, channels) = match to_srgb {
        Some(to_srgb) => (to_srgb, 1),
        None => (transform(profile, DataColorSpace::Rgb, Layout::Rgb)?, 3),
    };
    let greys: Vec<u8> = (0..=255).flat_map(|grey| vec![grey; channels]).collect();
    let mut rgb = vec![0; 256 * 3];
    to_srgb.transform(&greys, &mut rgb).ok()?;
    let luma = Planes::from_rgb(&rgb, 256, 1).ok()?.luma.samples;
    luma.try_into().ok()
}

/// Whether any of a few colours from the whole space comes out visibly different.
fn changes_colours(to_srgb: &Transform8BitExecutor) -> bool {
    const STEPS: [u8; 6] = [0, 51, 102, 153, 204, 255];
    let colours: Vec<u8> = STEPS
        .iter()
        .flat_map(|&red| STEPS.iter().map(move |&green| (red, green)))
        .flat_map(|(red, green)| STEPS.iter().flat_map(move |&blue| [red, green, blue]))
        .collect();
    let mut converted = vec![0; colours.len()];
    let differs = |(one, other): (&u8, &u8)| one.abs_diff(*other) > 2;
    to_srgb.transform(&colours, &mut converted).is_ok() && colours.iter().zip(&converted).any(differs)
}

/// Strip by strip, so that the picture is never there as RGB.
fn convert(planes: &mut Planes, to_srgb: &Transform8BitExecutor) -> anyhow::Result<()> {
    let mut rows = RgbRows::new()?;
    let (mut stored, mut converted) = (Vec::new(), Vec::new());
    for mut strip in planes.strips_mut() {
        stored.resize(strip.rgb_length(), 0);
        converted.resize(strip.rgb_length(), 0);
        strip.write_rgb(&mut stored);
        to_srgb
            .transform(&stored, &mut converted)
            .context("converting colours")?;
        strip.set_rgb(&mut rows, &converted)?;
    }
    Ok(())
}

/// Planes of interleaved `pixels`; inks become RGB, by the profile `icc` if it is one for inks.
pub(super) fn to_planes(pixels: Pixels, icc: Option<&[u8]>) -> Result<Planes, Stop> {
    Ok(planes_of(pixels, icc)?)
}

fn planes_of(pixels: Pixels, icc: Option<&[u8]>) -> anyhow::Result<Planes> {
    ensure!(pixels.is_whole(), "the pixels do not fill the picture");
    let (width, height) = (usize::try_from(pixels.width)?, usize::try_from(pixels.height)?);
    match pixels.channels {
        Channels::Grey => Ok(Planes {
            width: pixels.width,
            height: pixels.height,
            luma: Plane {
                width,
                height,
                samples: pixels.samples,
            },
            chroma: None,
            shift: HALF,
        }),
        Channels::Rgb => Planes::from_rgb(&pixels.samples, width, height),
        Channels::Cmyk | Channels::CmykInverted => {
            let inverted = pixels.channels == Channels::CmykInverted;
            let print = Inks::new(icc, inverted);
            let mut planes = Planes::blank(width, height, true)?;
            let (mut rows, mut rgb) = (RgbRows::new()?, Vec::new());
            let mut left = &pixels.samples[..];
            for mut strip in planes.strips_mut() {
                rgb.resize(strip.rgb_length(), 0);
                let (inks, rest) = left
                    .split_at_checked(rgb.len() / 3 * 4)
                    .context("rows are missing")?;
                left = rest;
                print.write_rgb(inks, &mut rgb)?;
                strip.set_rgb(&mut rows, &rgb)?;
            }
            Ok(planes)
        }
    }
}

/// How cyan, magenta, yellow and black on paper look.
struct Inks {
    inverted: bool,
    to_srgb: Option<Arc<Transform8BitExecutor>>,
}

impl Inks {
    /// `inverted`: 255 means no ink.
    fn new(icc: Option<&[u8]>, inverted: bool) -> Self {
        let profile = icc.and_then(|icc| ColorProfile::new_from_slice(icc).ok());
        let to_srgb = profile.and_then(|profile| transform(&profile, DataColorSpace::Cmyk, Layout::Rgba));
        Self { inverted, to_srgb }
    }

    fn write_rgb(&self, inks: &[u8], rgb: &mut [u8]) -> anyhow::Result<()> {
        let ink = |sample: u8| if self.inverted { 255 - sample } else { sample };
        if let Some(to_srgb) = &self.to_srgb {
            let inks: Vec<u8> = inks.iter().copied().map(ink).collect();
            return to_srgb.transform(&inks, rgb).context("converting inks");
        }
        // What is left of the paper's white under each ink and under the black.
        let ((inks, _), (pixels, _)) = (inks.as_chunks::<4>(), rgb.as_chunks_mut::<3>());
        for (&[cyan, magenta, yellow, black], pixel) in inks.iter().zip(pixels) {
            *pixel = [cyan, magenta, yellow].map(|colour| {
                let left = u32::from(255 - ink(colour)) * u32::from(255 - ink(black));
                u8::try_from((left + 127) / 255).unwrap_or(u8::MAX)
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
