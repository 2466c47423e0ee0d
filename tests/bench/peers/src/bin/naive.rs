//! The pipeline that one writes first with the `image` crate: decode, turn, make each size from the whole picture.
//!
//! `naive <input> <folder> <webp method> <width>x<height> …`. Lossy WebP comes from libwebp, which `image` does not
//! have. Colours are not managed, and no hash is made of the picture: both in its favour.

use std::{fs, path::Path};

use anyhow::Context;
use image::{DynamicImage, ImageDecoder, ImageReader, codecs::jpeg::JpegEncoder, imageops::FilterType};

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [input, folder, method, sizes @ ..] = args.as_slice() else {
        anyhow::bail!("naive <input> <folder> <webp method> <width>x<height> …");
    };
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;

    let mut decoder = ImageReader::open(input)?.with_guessed_format()?.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);

    let mut config = webp::WebPConfig::new().ok().context("libwebp")?;
    config.quality = 80.0;
    config.method = method.parse()?;
    for size in sizes {
        let (width, height) = size.split_once('x').context("a size")?;
        let small = picture
            .resize_exact(width.parse()?, height.parse()?, FilterType::Lanczos3)
            .into_rgb8();
        let jpeg = fs::File::create(folder.join(format!("{width}.jpeg")))?;
        JpegEncoder::new_with_quality(std::io::BufWriter::new(jpeg), 82).encode_image(&small)?;
        let webp = webp::Encoder::from_rgb(&small, small.width(), small.height())
            .encode_advanced(&config)
            .map_err(|error| anyhow::anyhow!("{error:?}"))?;
        fs::write(folder.join(format!("{width}.webp")), &*webp)?;
    }
    Ok(())
}
