//! Makes pixels fewer.

use anyhow::Context;
use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};

use super::{
    Stop,
    decode::{Channels, Pixels},
};

/// `pixels` at `width` × `height`, by a Lanczos filter of three lobes; the same pixels if that is their size.
pub(super) fn resize(pixels: &Pixels, width: u32, height: u32) -> Result<Pixels, Stop> {
    let samples = if (width, height) == (pixels.width, pixels.height) {
        pixels.samples.clone()
    } else {
        convolve(pixels, width, height).context("resizing")?
    };
    Ok(Pixels {
        width,
        height,
        channels: pixels.channels,
        samples,
    })
}

fn convolve(pixels: &Pixels, width: u32, height: u32) -> anyhow::Result<Vec<u8>> {
    let kind = match pixels.channels {
        Channels::Grey => PixelType::U8,
        Channels::Rgb => PixelType::U8x3,
        Channels::Cmyk | Channels::CmykInverted => PixelType::U8x4,
    };
    let source = ImageRef::new(pixels.width, pixels.height, &pixels.samples, kind)?;
    let mut target = Image::new(width, height, kind);
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .use_alpha(false); // the fourth of four samples is ink
    Resizer::new().resize(&source, &mut target, &options)?;
    Ok(target.into_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_colour_stays_that_colour_at_every_odd_size() {
        for channels in [Channels::Grey, Channels::Rgb, Channels::Cmyk] {
            let colour = &[17, 130, 240, 90][..channels.count()];
            for (from, to) in [
                ((3, 2731), (3, 1)),
                ((16_384, 1), (2048, 1)),
                ((1, 16_384), (1, 16_383)),
                ((7, 5), (1, 1)),
            ] {
                let samples = colour.repeat(from.0 as usize * from.1 as usize);
                let pixels = Pixels {
                    width: from.0,
                    height: from.1,
                    channels,
                    samples,
                };
                let made = resize(&pixels, to.0, to.1).unwrap();
                assert_eq!((made.width, made.height), to);
                assert_eq!(made.samples, colour.repeat(to.0 as usize * to.1 as usize));
            }
        }
    }
}
