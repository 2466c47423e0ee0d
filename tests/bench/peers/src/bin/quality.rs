//! SSIMULACRA2 of pictures against a reference: `quality <width> <height> <reference> <candidate> …`, one score a line.
//!
//! Files hold sRGB samples, three bytes a pixel, and nothing else: who decodes them is decided elsewhere.

use anyhow::{Context, ensure};
use ssimulacra2::{ColorPrimaries, Rgb, TransferCharacteristic, compute_frame_ssimulacra2};

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [width, height, reference, candidates @ ..] = args.as_slice() else {
        anyhow::bail!("quality <width> <height> <reference> <candidate> …");
    };
    let (width, height) = (width.parse()?, height.parse()?);
    let reference = picture(reference, width, height)?;
    for candidate in candidates {
        let score = compute_frame_ssimulacra2(reference.clone(), picture(candidate, width, height)?)?;
        println!("{score:.4}");
    }
    Ok(())
}

fn picture(file: &str, width: usize, height: usize) -> anyhow::Result<Rgb> {
    let bytes = std::fs::read(file).with_context(|| file.to_owned())?;
    ensure!(bytes.len() == width * height * 3, "{file} is not of {width} x {height} pixels");
    let (pixels, _) = bytes.as_chunks::<3>();
    let pixels = pixels.iter().map(|rgb| rgb.map(|sample| f32::from(sample) / 255.0)).collect();
    Ok(Rgb::new(pixels, width, height, TransferCharacteristic::SRGB, ColorPrimaries::BT709)?)
}
