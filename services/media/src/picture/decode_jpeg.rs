//! JPEG, by libjpeg-turbo: to planes as they are stored, at a half, a quarter or an eighth where that is enough.

use std::{fs::File, io::Read};

use turbojpeg::{
    Colorspace, DecompressHeader, Decompressor, Image, PixelFormat, ScalingFactor, Subsamp, YuvImage,
};

use super::{
    Facts, Limits, Reason, Stop,
    decode::{Channels, Decoded, Picture, Pixels, zeroed},
    planes::{Plane, Planes},
};

/// More scans than any program writes: each makes the decoder walk over the whole picture once more.
pub(super) const MAX_SCANS: u32 = 200;

/// Decodes the JPEG in `file`, which stands at its beginning and whose header is `facts`.
pub(super) fn decode(mut file: &File, facts: &Facts, limits: &Limits) -> Result<Decoded, Stop> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let mut decoder = Decompressor::new().map_err(|error| stop(&error))?;
    decoder.set_scan_limit(MAX_SCANS).map_err(|error| stop(&error))?;
    let header = decoder.read_header(&bytes).map_err(|error| stop(&error))?;
    let stored = (header.width.try_into().ok(), header.height.try_into().ok());
    if stored != (Some(facts.width), Some(facts.height)) {
        return Err(Reason::Broken.into());
    }
    limits.check_dimensions(facts.width, facts.height)?;

    let scale = match facts.jpeg_divisor() {
        _ if header.is_lossless => ScalingFactor::ONE,
        2 => ScalingFactor::ONE_HALF,
        4 => ScalingFactor::ONE_QUARTER,
        8 => ScalingFactor::ONE_EIGHTH,
        _ => ScalingFactor::ONE,
    };
    decoder.set_scaling_factor(scale).map_err(|error| stop(&error))?;
    let scaled = header.scaled(scale);
    let planar = matches!(header.colorspace, Colorspace::YCbCr | Colorspace::Gray)
        && header.subsamp != Subsamp::Unknown
        && !header.is_lossless;
    if planar {
        to_planes(decoder, &bytes, scaled)
    } else {
        to_pixels(decoder, &bytes, scaled, facts)
    }
}

fn to_planes(mut decoder: Decompressor, bytes: &[u8], header: DecompressHeader) -> Result<Decoded, Stop> {
    let DecompressHeader {
        width,
        height,
        subsamp,
        ..
    } = header;
    let length = turbojpeg::yuv_pixels_len(width, 1, height, subsamp).map_err(|error| stop(&error))?;
    let mut layout = YuvImage {
        pixels: vec![0; length],
        width,
        align: 1,
        height,
        subsamp,
    };
    let incomplete = take(decoder.decompress_to_yuv(bytes, layout.as_deref_mut()))?;
    drop(decoder);
    let picture = planes(layout).ok_or(Reason::Broken)?.into();
    Ok(Decoded { picture, incomplete })
}

/// The planes in `TurboJPEG`'s one buffer, which lie behind each other, luma filled up to whole samples of chroma.
fn planes(stored: YuvImage<Vec<u8>>) -> Option<Planes> {
    let (luma_width, luma_height) = stored.y_size();
    let (chroma_width, chroma_height) = stored.uv_size();
    let (across, down) = stored.subsamp.size();
    let (width, height, coloured) = (stored.width, stored.height, stored.subsamp != Subsamp::Gray);
    let mut samples = stored.pixels;
    let behind_luma = samples.get(luma_width * luma_height..)?;
    let chroma = if coloured {
        let (blue, red) = behind_luma.split_at_checked(chroma_width * chroma_height)?;
        Some([blue, red].map(|samples| Plane {
            width: chroma_width,
            height: chroma_height,
            samples: samples.to_vec(),
        }))
    } else {
        None
    };
    if luma_width != width {
        for row in 1..height {
            samples.copy_within(row * luma_width..row * luma_width + width, row * width);
        }
    }
    samples.truncate(width * height);
    samples.shrink_to(width * (height + 1));
    let planes = Planes {
        width: u32::try_from(width).ok()?,
        height: u32::try_from(height).ok()?,
        luma: Plane {
            width,
            height,
            samples,
        },
        chroma,
        shift: (power(across)?, power(down)?),
    };
    planes.is_whole().then_some(planes)
}

/// Of which power of two this is.
fn power(number: usize) -> Option<u8> {
    u8::try_from(number.checked_ilog2()?).ok()
}

/// Colours that are not YCbCr, and samplings that `TurboJPEG` has no name for.
fn to_pixels(
    mut decoder: Decompressor,
    bytes: &[u8],
    header: DecompressHeader,
    facts: &Facts,
) -> Result<Decoded, Stop> {
    let (channels, format) = match header.colorspace {
        Colorspace::Gray => (Channels::Grey, PixelFormat::GRAY),
        Colorspace::RGB | Colorspace::YCbCr => (Channels::Rgb, PixelFormat::RGB),
        // Adobe's programs write ink inverted, and say that it was them (T.872, 6.5.3).
        Colorspace::CMYK | Colorspace::YCCK if facts.jpeg.adobe => {
            (Channels::CmykInverted, PixelFormat::CMYK)
        }
        Colorspace::CMYK | Colorspace::YCCK => (Channels::Cmyk, PixelFormat::CMYK),
    };
    let pitch = header.width * channels.count();
    let mut samples = zeroed(pitch * header.height)?;
    let image = Image {
        pixels: &mut samples[..],
        width: header.width,
        pitch,
        height: header.height,
        format,
    };
    let incomplete = take(decoder.decompress(bytes, image))?;
    let pixels = Pixels {
        width: u32::try_from(header.width).map_err(|_| Reason::Broken)?,
        height: u32::try_from(header.height).map_err(|_| Reason::Broken)?,
        channels,
        samples,
    };
    let picture = Picture::Pixels(pixels);
    Ok(Decoded { picture, incomplete })
}

/// Whether what was decoded is incomplete, if it may be taken at all.
fn take(outcome: turbojpeg::Result<()>) -> Result<bool, Stop> {
    match outcome {
        Ok(()) => Ok(false),
        Err(error) => match complaint(&error) {
            Complaint::Careless => Ok(false),
            Complaint::EndedEarly => Ok(true),
            Complaint::Grave => Err(stop(&error)),
        },
    }
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

fn stop(error: &turbojpeg::Error) -> Stop {
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
