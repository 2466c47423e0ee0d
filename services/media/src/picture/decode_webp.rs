//! WebP: stills by libwebp, straight to planes; the first picture of an animation by the `image-webp` crate.

use std::{
    fs::File,
    io::{BufReader, Read, Seek},
};

use super::{
    Facts, MIB, Reason, Stop,
    decode::{Channels, Picture, Pixels, zeroed},
    decode_png::flatten,
    libwebp::{self, Undecoded},
};

/// Decodes the WebP in `file`, which stands at its beginning and whose header is `facts`.
pub(super) fn decode(mut file: &File, facts: &Facts) -> Result<Picture, Stop> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    match libwebp::decode(&bytes, facts.width, facts.height) {
        Ok(studio) => Ok(studio.into()),
        Err(Undecoded::Animation) => {
            drop(bytes);
            file.rewind()?;
            Ok(first_frame(BufReader::new(file), facts)?.into())
        }
        Err(Undecoded::Broken) => Err(Reason::Broken.into()),
        Err(Undecoded::TooHeavy) => Err(Reason::TooHeavy.into()),
        Err(Undecoded::Failed(error)) => Err(error.into()),
    }
}

fn first_frame(file: BufReader<&File>, facts: &Facts) -> Result<Pixels, Stop> {
    let mut decoder = image_webp::WebPDecoder::new(file).map_err(webp_stop)?;
    decoder.set_memory_limit(usize::try_from(MIB).unwrap_or(usize::MAX));
    if decoder.dimensions() != (facts.width, facts.height) {
        return Err(Reason::Broken.into());
    }
    let mut samples = zeroed(decoder.output_buffer_size().ok_or(Reason::TooHeavy)?)?;
    decoder.read_image(&mut samples).map_err(webp_stop)?;
    if decoder.has_alpha() {
        let count = flatten(&mut samples, Channels::Rgb);
        samples.truncate(count);
    }
    Ok(Pixels {
        width: facts.width,
        height: facts.height,
        channels: Channels::Rgb,
        samples,
    })
}

pub(super) fn webp_stop(error: image_webp::DecodingError) -> Stop {
    match error {
        image_webp::DecodingError::IoError(error) => error.into(),
        image_webp::DecodingError::MemoryLimitExceeded | image_webp::DecodingError::ImageTooLarge => {
            Reason::TooHeavy.into()
        }
        _ => Reason::Broken.into(),
    }
}
