//! What a picture is and what it will cost, from its header alone.

use std::{
    fs::File,
    io::{BufReader, Read, Seek},
};

use image::metadata::Orientation;

use super::{
    Kind, Limits, MIB, Reason, Stop, gif, heif,
    jpeg_markers::{self, JpegHeader},
    limits::{METADATA_BYTES, PROFILE_BYTES},
    png_chunks, recognise,
    recognise::HEAD_BYTES,
    sizes,
    sizes::Size,
};

/// What the header tells.
#[derive(Debug)]
pub(crate) struct Facts {
    pub(crate) kind: Kind,
    /// As stored, before it is turned upright.
    pub(crate) width: u32,
    /// As stored, before it is turned upright.
    pub(crate) height: u32,
    pub(crate) orientation: Orientation,
    pub(crate) icc: Option<Vec<u8>>,
    /// The most memory that rendering will take, in bytes, on top of what the child has at its start.
    pub(crate) need_bytes: u64,
    pub(super) jpeg: JpegHeader,
}

impl Facts {
    /// Width and height as a person sees the picture.
    pub(crate) fn upright(&self) -> (u32, u32) {
        upright(self.orientation, self.width, self.height)
    }

    /// How far a JPEG may be scaled down while it is decoded (1, 2, 4 or 8) and still cover its largest rendition.
    pub(super) fn jpeg_divisor(&self) -> u32 {
        divisor(self.orientation, self.width, self.height)
    }
}

/// Reads the header of `file`, which stands at its beginning, and refuses what is over the limits.
pub(crate) fn probe(file: &File, limits: &Limits) -> Result<Facts, Stop> {
    let file_bytes = file.metadata()?.len();
    limits.check_length(file_bytes)?;
    let mut file = BufReader::new(file);
    let mut head = Vec::with_capacity(HEAD_BYTES);
    file.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    file.rewind()?;

    let kind = recognise(&head).ok_or(Reason::UnsupportedType)?;
    let facts = match kind {
        Kind::Jpeg => probe_jpeg(&mut file, file_bytes, limits)?,
        Kind::Png => probe_png(&mut file, limits)?,
        Kind::WebP => probe_webp(&mut file, file_bytes, limits)?,
        Kind::Gif => probe_gif(at_start(&mut file)?, limits)?,
        Kind::Heic | Kind::Avif => probe_heif(kind, at_start(&mut file)?, limits)?,
    };
    file.rewind()?;
    if facts.need_bytes > limits.memory_bytes {
        return Err(Reason::TooHeavy.into());
    }
    Ok(facts)
}

fn probe_jpeg(file: &mut BufReader<&File>, file_bytes: u64, limits: &Limits) -> Result<Facts, Stop> {
    let mut jpeg = jpeg_markers::read(file)?;
    let (width, height) = (jpeg.width, jpeg.height);
    limits.check_dimensions(width, height)?;
    let orientation = orientation_in(jpeg.exif.take());
    let divisor = divisor(orientation, width, height);
    // As many samples as coefficients, each way fewer by the divisor; one byte each instead of two.
    let planes = jpeg.coefficient_bytes / 2 / u64::from(divisor * divisor);
    let scaled = area(width.div_ceil(divisor), height.div_ceil(divisor));
    let decoded = match jpeg.components {
        4 => scaled * 4,
        _ if jpeg.interleaved => scaled * 3,
        _ => planes,
    };
    let coefficients = if jpeg.many_scans {
        jpeg.coefficient_bytes
    } else {
        0
    };
    let cost = Cost {
        // Chroma is there twice for a moment.
        decoding: file_bytes + coefficients + decoded + decoded * 2 / 3,
        decoded,
        decoded_size: (width.div_ceil(divisor), height.div_ceil(divisor)),
        interleaved: jpeg.interleaved,
    };
    Ok(Facts {
        kind: Kind::Jpeg,
        width,
        height,
        orientation,
        icc: jpeg.icc.take(),
        need_bytes: cost.need(orientation, width, height, limits.webp_effort),
        jpeg,
    })
}

fn probe_png(file: &mut BufReader<&File>, limits: &Limits) -> Result<Facts, Stop> {
    let png = png_chunks::read(file)?;
    let (width, height) = (png.width, png.height);
    limits.check_dimensions(width, height)?;
    let orientation = orientation_in(png.exif);
    let pixels = area(width, height);
    let cost = if png.interlaced {
        // RGBA of eight bits is the most that decoding asks for; it is made RGB in place.
        Cost {
            decoding: pixels * 4,
            decoded: pixels * 4,
            decoded_size: (width, height),
            interleaved: true,
        }
    } else {
        Cost::of_planes(width, height, 0)
    };
    Ok(Facts {
        kind: Kind::Png,
        width,
        height,
        orientation,
        icc: png.icc,
        need_bytes: cost.need(orientation, width, height, limits.webp_effort),
        jpeg: JpegHeader::default(),
    })
}

fn probe_webp(file: &mut BufReader<&File>, file_bytes: u64, limits: &Limits) -> Result<Facts, Stop> {
    let mut webp = image_webp::WebPDecoder::new(file).map_err(super::decode_webp::webp_stop)?;
    let (width, height) = webp.dimensions();
    limits.check_dimensions(width, height)?;
    webp.set_memory_limit(METADATA_BYTES);
    let orientation = orientation_in(webp.exif_metadata().ok().flatten());
    webp.set_memory_limit(PROFILE_BYTES);
    let icc = webp.icc_profile().ok().flatten();
    let pixels = area(width, height);
    let cost = if webp.is_animated() {
        // The decoder keeps the picture twice, as RGBA or as YCbCr with alpha and as what it hands out, and a canvas.
        Cost {
            decoding: pixels * 12,
            decoded: pixels * 4,
            decoded_size: (width, height),
            interleaved: true,
        }
    } else {
        // Besides the planes: alpha, alpha before it is unfiltered, and what is lossless as words of four bytes.
        let besides = match (webp.is_lossy(), webp.has_alpha()) {
            (true, false) => 0,
            (true, true) => pixels * 6,
            (false, _) => pixels * 5,
        };
        Cost::of_planes(width, height, file_bytes + besides)
    };
    Ok(Facts {
        kind: Kind::WebP,
        width,
        height,
        orientation,
        icc,
        need_bytes: cost.need(orientation, width, height, limits.webp_effort),
        jpeg: JpegHeader::default(),
    })
}

/// The file itself, at its beginning: its other readers have buffers of their own.
fn at_start<'a>(file: &mut BufReader<&'a File>) -> Result<&'a File, Stop> {
    file.rewind()?;
    Ok(file.get_ref())
}

fn probe_gif(file: &File, limits: &Limits) -> Result<Facts, Stop> {
    let gif = gif::probe(file, limits)?;
    let (width, height) = (gif.width, gif.height);
    let orientation = Orientation::NoTransforms;
    let cost = Cost {
        decoding: gif.decoding_bytes,
        decoded: area(width, height) * 3,
        decoded_size: (width, height),
        interleaved: true,
    };
    Ok(Facts {
        kind: Kind::Gif,
        width,
        height,
        orientation,
        icc: None,
        need_bytes: cost.need(orientation, width, height, limits.webp_effort),
        jpeg: JpegHeader::default(),
    })
}

fn probe_heif(kind: Kind, file: &File, limits: &Limits) -> Result<Facts, Stop> {
    let heif = heif::probe(file, limits)?;
    let (width, height) = (heif.width, heif.height);
    let cost = Cost {
        decoding: heif.decoding_bytes,
        decoded: heif.decoded_bytes,
        decoded_size: (width, height),
        interleaved: false,
    };
    Ok(Facts {
        kind,
        width,
        height,
        orientation: heif.orientation,
        icc: heif.icc,
        need_bytes: cost.need(heif.orientation, width, height, limits.webp_effort),
        jpeg: JpegHeader::default(),
    })
}

/// What decoding takes, in bytes, and what comes of it.
struct Cost {
    /// While it is under way.
    decoding: u64,
    /// When it is done.
    decoded: u64,
    /// Width and height of what is decoded: a JPEG may be smaller then.
    decoded_size: (u32, u32),
    /// It becomes pixels, not planes.
    interleaved: bool,
}

impl Cost {
    /// Of planes of 4:2:0 as large as the picture.
    fn of_planes(width: u32, height: u32, besides: u64) -> Self {
        let decoded = area(width, height) + 2 * area(width.div_ceil(2), height.div_ceil(2));
        Self {
            decoding: decoded + besides,
            decoded,
            decoded_size: (width, height),
            interleaved: false,
        }
    }

    /// The most that is held at once, in bytes: while decoding, while making the first size, or while encoding it.
    fn need(&self, orientation: Orientation, width: u32, height: u32, webp_effort: u8) -> u64 {
        let (upright_width, upright_height) = upright(orientation, width, height);
        let sizes = sizes(upright_width, upright_height);
        let first = sizes
            .first()
            .map_or(0, |size: &Size| area(size.width, size.height));
        let lying = sizes
            .first()
            .map_or((0, 0), |size| upright(orientation, size.width, size.height));
        // Planes are made lower first, pixels narrower: between the two ways lies a buffer.
        let resizing = if self.interleaved {
            4 * (area(lying.0, self.decoded_size.1) + first)
        } else {
            area(self.decoded_size.0, lying.1) + 2 * first
        };
        let resizing = self.decoded + resizing;
        BASE_BYTES
            + self
                .decoding
                .max(resizing)
                .max(encoding_bytes(webp_effort) * first)
    }
}

/// Tables, small buffers and the smaller sizes.
const BASE_BYTES: u64 = 16 * MIB;

/// For each pixel: its planes, their next smaller copy, and what an encoder makes of them before it has counted how often
/// each symbol occurs. From this effort on libwebp counts as well, and noise has very many symbols.
fn encoding_bytes(webp_effort: u8) -> u64 {
    if webp_effort < 3 { 8 } else { 18 }
}

fn area(width: u32, height: u32) -> u64 {
    u64::from(width) * u64::from(height)
}

/// Whether width and height change places when the picture is turned upright.
pub(super) fn swaps_sides(orientation: Orientation) -> bool {
    match orientation {
        Orientation::NoTransforms
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical
        | Orientation::Rotate180 => false,
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => true,
    }
}

/// Width and height after turning; turning back is the same exchange.
pub(super) fn upright(orientation: Orientation, width: u32, height: u32) -> (u32, u32) {
    if swaps_sides(orientation) {
        (height, width)
    } else {
        (width, height)
    }
}

fn divisor(orientation: Orientation, width: u32, height: u32) -> u32 {
    let (upright_width, upright_height) = upright(orientation, width, height);
    let Some(largest) = sizes(upright_width, upright_height).first().copied() else {
        return 1;
    };
    let covers = |divisor: u32| {
        upright_width.div_ceil(divisor) >= largest.width && upright_height.div_ceil(divisor) >= largest.height
    };
    [8, 4, 2]
        .into_iter()
        .find(|&divisor| covers(divisor))
        .unwrap_or(1)
}

/// Some programs put the JPEG segment's name before the EXIF of a PNG or WebP.
fn orientation_in(exif: Option<Vec<u8>>) -> Orientation {
    exif.and_then(|exif| {
        Orientation::from_exif_chunk(exif.strip_prefix(b"Exif\0\0".as_slice()).unwrap_or(&exif))
    })
    .unwrap_or(Orientation::NoTransforms)
}

#[cfg(test)]
mod tests {
    use super::{super::samples, *};

    fn probed(bytes: &[u8]) -> Result<Facts, Stop> {
        probe(&samples::file(bytes), &Limits::default())
    }

    #[test]
    fn the_orientation_of_every_format_is_read() {
        for stored in 1..=8 {
            let expected = Orientation::from_exif(stored).unwrap();
            for file in samples::in_every_format(&samples::quarters(6, 4), 6, 4, stored) {
                let facts = probed(&file).unwrap();
                assert_eq!(facts.orientation, expected, "{:?} {stored}", facts.kind);
                assert_eq!((facts.width, facts.height), (6, 4));
                assert_eq!(facts.upright(), if stored >= 5 { (4, 6) } else { (6, 4) });
            }
        }
    }

    #[test]
    fn a_header_that_promises_too_much_is_refused_before_any_pixel() {
        let mut file = samples::Png::rgb(&samples::quarters(4, 4), 4, 4).encode();
        file[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]); // 65 536 × 65 536
        assert!(matches!(probed(&file), Err(Stop::Refused(Reason::TooManyPixels))));
    }

    #[test]
    fn a_jpeg_is_scaled_only_as_far_as_its_largest_rendition_stays_covered() {
        let upright = Orientation::NoTransforms;
        assert_eq!(divisor(upright, 2048, 1365), 1);
        assert_eq!(divisor(upright, 4095, 2730), 2);
        assert_eq!(divisor(upright, 4094, 2730), 1);
        assert_eq!(divisor(upright, 8192, 5461), 4);
        assert_eq!(divisor(upright, 16_384, 3900), 8);
        assert_eq!(divisor(upright, 500, 16_000), 1);
        assert_eq!(divisor(Orientation::Rotate90, 4032, 3024), 1);
        assert_eq!(divisor(Orientation::Rotate90, 8064, 6048), 2);
    }

    #[test]
    fn a_progressive_jpeg_costs_more_than_a_plain_one() {
        let picture = samples::quarters(640, 480);
        let plain = probed(&samples::jpeg(&picture, 640, 480, false)).unwrap();
        let progressive = probed(&samples::jpeg(&picture, 640, 480, true)).unwrap();
        assert!(progressive.jpeg.many_scans && !plain.jpeg.many_scans);
        let coefficients = 640 * 480 * 3 / 2 * 2;
        assert_eq!(progressive.jpeg.coefficient_bytes, coefficients);
        assert!(plain.need_bytes < 32 * MIB);
    }

    #[test]
    fn what_would_take_more_memory_than_allowed_is_refused_at_once() {
        let file = samples::Png::rgb(&samples::quarters(400, 400), 400, 400).encode();
        let limits = Limits {
            memory_bytes: 16 * MIB,
            ..Limits::default()
        };
        assert!(matches!(
            probe(&samples::file(&file), &limits),
            Err(Stop::Refused(Reason::TooHeavy))
        ));
    }
}
