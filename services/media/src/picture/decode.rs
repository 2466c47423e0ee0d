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
mod tests {
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
}
