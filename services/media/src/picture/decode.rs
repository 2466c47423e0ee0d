//! From the file to pixels of eight bits, with transparency laid on white.

use std::{
    cell::Cell,
    fs::File,
    io::{BufReader, Read},
};

use turbojpeg::{Colorspace, Decompressor, Image, PixelFormat, ScalingFactor};

use super::{Facts, Kind, Limits, MIB, Reason, Stop};

/// What the samples of a pixel mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channels {
    Grey,
    Rgb,
    /// Cyan, magenta, yellow and black, 255 meaning no ink.
    CmykInverted,
    /// Cyan, magenta, yellow and black, 255 meaning full ink.
    Cmyk,
}

impl Channels {
    pub(super) fn count(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Rgb => 3,
            Self::Cmyk | Self::CmykInverted => 4,
        }
    }
}

/// Rows without gaps: `samples.len() == width × height × channels.count()`.
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) channels: Channels,
    pub(super) samples: Vec<u8>,
}

/// What came of a file.
pub(super) struct Decoded {
    pub(super) pixels: Pixels,
    /// The file is whole, but its camera stopped early: what is missing at its end is grey.
    pub(super) incomplete: bool,
}

/// Decodes `file`, which stands at its beginning and whose header is `facts`.
///
/// A JPEG comes out smaller than stored, where that is enough for the largest rendition.
pub(super) fn decode(mut file: &File, facts: &Facts, limits: &Limits) -> Result<Decoded, Stop> {
    let pixels = match facts.kind {
        Kind::Jpeg => {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            return decode_jpeg(&bytes, facts, limits);
        }
        Kind::Png => decode_png(BufReader::new(file), facts)?,
        Kind::WebP => decode_webp(BufReader::new(file), facts)?,
    };
    Ok(Decoded {
        pixels,
        incomplete: false,
    })
}

/// More scans than any program writes: each makes the decoder walk over the whole picture once more.
const MAX_SCANS: u32 = 200;

fn decode_jpeg(bytes: &[u8], facts: &Facts, limits: &Limits) -> Result<Decoded, Stop> {
    let mut decoder = Decompressor::new().map_err(|error| jpeg_stop(&error))?;
    decoder
        .set_scan_limit(MAX_SCANS)
        .map_err(|error| jpeg_stop(&error))?;
    let header = decoder.read_header(bytes).map_err(|error| jpeg_stop(&error))?;
    let stored = (header.width.try_into().ok(), header.height.try_into().ok());
    if stored != (Some(facts.width), Some(facts.height)) {
        return Err(Reason::Broken.into());
    }
    limits.check_dimensions(facts.width, facts.height)?;

    let scale = match facts.jpeg_divisor() {
        2 => ScalingFactor::ONE_HALF,
        4 => ScalingFactor::ONE_QUARTER,
        8 => ScalingFactor::ONE_EIGHTH,
        _ => ScalingFactor::ONE,
    };
    let scale = if header.is_lossless {
        ScalingFactor::ONE
    } else {
        scale
    };
    decoder
        .set_scaling_factor(scale)
        .map_err(|error| jpeg_stop(&error))?;
    let scaled = header.scaled(scale);
    let (channels, format) = match header.colorspace {
        Colorspace::Gray => (Channels::Grey, PixelFormat::GRAY),
        Colorspace::RGB | Colorspace::YCbCr => (Channels::Rgb, PixelFormat::RGB),
        // Adobe's programs write ink inverted, and say that it was them (T.872, 6.5.3).
        Colorspace::CMYK | Colorspace::YCCK if facts.jpeg.adobe => {
            (Channels::CmykInverted, PixelFormat::CMYK)
        }
        Colorspace::CMYK | Colorspace::YCCK => (Channels::Cmyk, PixelFormat::CMYK),
    };
    let pitch = scaled.width * channels.count();
    let mut samples = zeroed(pitch * scaled.height)?;
    let image = Image {
        pixels: &mut samples[..],
        width: scaled.width,
        pitch,
        height: scaled.height,
        format,
    };
    let incomplete = match decoder.decompress(bytes, image) {
        Ok(()) => false,
        Err(error) => match complaint(&error) {
            Complaint::Careless => false,
            Complaint::EndedEarly => true,
            Complaint::Grave => return Err(jpeg_stop(&error)),
        },
    };
    let pixels = Pixels {
        width: u32::try_from(scaled.width).map_err(|_| Reason::Broken)?,
        height: u32::try_from(scaled.height).map_err(|_| Reason::Broken)?,
        channels,
        samples,
    };
    Ok(Decoded { pixels, incomplete })
}

/// libjpeg's warnings arrive as errors, with the pixels decoded all the same.
enum Complaint {
    /// Nothing is missing: stray bytes before the end marker, or a scan header that a plain JPEG fills in otherwise.
    Careless,
    /// The end marker came before the last pixel. A file without an end marker is not among these.
    EndedEarly,
    /// Pixels are wrong, or there are none.
    Grave,
}

fn complaint(error: &turbojpeg::Error) -> Complaint {
    let turbojpeg::Error::TurboJpegError(words) = error else {
        return Complaint::Grave;
    };
    if words.ends_with("extraneous bytes before marker 0xd9")
        || words.starts_with("Invalid SOS parameters for sequential JPEG")
    {
        Complaint::Careless
    } else if words == "Corrupt JPEG data: premature end of data segment" {
        Complaint::EndedEarly
    } else {
        Complaint::Grave
    }
}

fn jpeg_stop(error: &turbojpeg::Error) -> Stop {
    let heavy = match error {
        turbojpeg::Error::TurboJpegError(words) => {
            words.starts_with("Insufficient memory")
                || words.contains("emory allocation failure")
                || words.starts_with("Progressive JPEG image has more than")
        }
        _ => false,
    };
    Stop::Refused(if heavy { Reason::TooHeavy } else { Reason::Broken })
}

/// What the `png` crate may allocate besides the pixels: rows and ancillary chunks. Text and profiles are skipped.
const PNG_BUFFERS: usize = 8 * 1024 * 1024;

fn decode_png(file: BufReader<&File>, facts: &Facts) -> Result<Pixels, Stop> {
    let mut decoder = png::Decoder::new_with_limits(file, png::Limits { bytes: PNG_BUFFERS });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(png_stop)?;
    if reader.info().size() != (facts.width, facts.height) {
        return Err(Reason::Broken.into());
    }
    let mut samples = zeroed(reader.output_buffer_size().ok_or(Reason::TooHeavy)?)?;
    let frame = reader.next_frame(&mut samples).map_err(png_stop)?;
    if (frame.width, frame.height) != (facts.width, facts.height) || frame.bit_depth != png::BitDepth::Eight {
        return Err(Reason::Broken.into());
    }
    let channels = match frame.color_type {
        png::ColorType::Grayscale => Channels::Grey,
        png::ColorType::GrayscaleAlpha => flatten(&mut samples, Channels::Grey),
        png::ColorType::Rgb => Channels::Rgb,
        png::ColorType::Rgba => flatten(&mut samples, Channels::Rgb),
        png::ColorType::Indexed => return Err(Reason::Broken.into()),
    };
    Ok(Pixels {
        width: facts.width,
        height: facts.height,
        channels,
        samples,
    })
}

fn png_stop(error: png::DecodingError) -> Stop {
    match error {
        png::DecodingError::IoError(error) => error.into(),
        png::DecodingError::LimitsExceeded => Reason::TooHeavy.into(),
        png::DecodingError::Format(_) | png::DecodingError::Parameter(_) => Reason::Broken.into(),
    }
}

fn decode_webp(file: BufReader<&File>, facts: &Facts) -> Result<Pixels, Stop> {
    let mut decoder = image_webp::WebPDecoder::new(file).map_err(webp_stop)?;
    decoder.set_memory_limit(usize::try_from(MIB).unwrap_or(usize::MAX));
    if decoder.dimensions() != (facts.width, facts.height) {
        return Err(Reason::Broken.into());
    }
    let mut samples = zeroed(decoder.output_buffer_size().ok_or(Reason::TooHeavy)?)?;
    decoder.read_image(&mut samples).map_err(webp_stop)?;
    let channels = if decoder.has_alpha() {
        flatten(&mut samples, Channels::Rgb)
    } else {
        Channels::Rgb
    };
    Ok(Pixels {
        width: facts.width,
        height: facts.height,
        channels,
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

/// A buffer that may be too large for the limit on memory, which then is the picture's fault.
fn zeroed(length: usize) -> Result<Vec<u8>, Stop> {
    let mut buffer = Vec::new();
    buffer.try_reserve_exact(length).map_err(|_| Reason::TooHeavy)?;
    buffer.resize(length, 0);
    Ok(buffer)
}

/// Lays `opaque` samples, each followed by its alpha, on white: in place, because there may be 256 MB of them.
fn flatten(samples: &mut Vec<u8>, opaque: Channels) -> Channels {
    let colours = opaque.count();
    let cells = Cell::from_mut(&mut samples[..]).as_slice_of_cells();
    let pixels = cells.chunks_exact(colours + 1);
    let count = pixels.len();
    for (from, to) in pixels.zip(cells.chunks_exact(colours)) {
        let Some((alpha, from)) = from.split_last() else {
            continue;
        };
        let alpha = u32::from(alpha.get());
        for (from, to) in from.iter().zip(to) {
            let mixed = u32::from(from.get()) * alpha + 255 * (255 - alpha);
            to.set(u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX));
        }
    }
    samples.truncate(count * colours);
    opaque
}

#[cfg(test)]
mod tests;
