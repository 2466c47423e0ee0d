//! Pictures for the tests, made here and now.

use std::{
    fs::File,
    io::{Seek, Write},
};

use turbojpeg::{Colorspace, Compressor, Image, PixelFormat, Subsamp};

/// A file at its beginning that holds `bytes`.
pub(crate) fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    file
}

/// The colours of [`quarters`]: top left, top right, bottom left, bottom right.
pub(crate) const QUARTERS: [[u8; 3]; 4] = [[200, 30, 30], [30, 180, 30], [30, 30, 200], [220, 220, 220]];

/// RGB: four quarters of four colours, so that every way of turning it looks different.
pub(crate) fn quarters(width: u32, height: u32) -> Vec<u8> {
    let quarter =
        |x: u32, y: u32| usize::from(x >= width.div_ceil(2)) + 2 * usize::from(y >= height.div_ceil(2));
    (0..height)
        .flat_map(|y| (0..width).flat_map(move |x| QUARTERS[quarter(x, y)]))
        .collect()
}

/// RGB with soft slopes of every hue, light and dark.
pub(crate) fn every_hue(width: u32, height: u32) -> Vec<u8> {
    // From 0 to 200 and back again, `times` over the picture.
    let wave = |at: u32, of: u32, times: u32| (at * times * 200 / of % 400).abs_diff(200);
    let pixel = |x: u32, y: u32| {
        let colour = [
            wave(x, width, 2),
            wave(y, height, 3),
            wave(x + y, width + height, 5),
        ];
        colour.map(|sample| (20 + sample).to_le_bytes()[0])
    };
    (0..height)
        .flat_map(|y| (0..width).flat_map(move |x| pixel(x, y)))
        .collect()
}

/// RGB that does not compress: a cut file lacks pixels.
pub(crate) fn noise(width: u32, height: u32) -> Vec<u8> {
    let mut state = 1_u32;
    (0..width * height * 3)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .collect()
}

/// RGB with soft and hard edges, colours and a little grain, different at every place: nearly a photo.
pub(crate) fn photo(width: u32, height: u32) -> Vec<u8> {
    let grain = noise(width, height);
    // From 0 to 1000 and back again, `times` over the picture.
    let wave = |at: u32, of: u32, times: u32| (at * times * 1000 / of % 2000).abs_diff(1000);
    let pixel = |x: u32, y: u32| {
        let slope = y * 1000 / height;
        let shade = wave(x + y, width + height, 7) / 20;
        let (right, down) = ((x * 1000 / width).abs_diff(300), slope.abs_diff(400));
        if slope > 600 + wave(x, width, 3) / 5 {
            [60 + shade, 100 + wave(x, width, 1) / 20, 40]
        } else if right * right + down * down < 40_000 {
            [200, 140 + shade, 60]
        } else {
            [90 + shade, 200 - slope / 10, 230 - slope / 10 - shade]
        }
    };
    let colours = (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(x, y)));
    colours
        .zip(grain)
        .map(|(colour, grain)| (colour + u32::from(grain) / 32).to_le_bytes()[0])
        .collect()
}

pub(crate) fn jpeg(rgb: &[u8], width: u32, height: u32, progressive: bool) -> Vec<u8> {
    jpeg_sampled(rgb, width, height, progressive, Subsamp::Sub2x2)
}

pub(crate) fn jpeg_sampled(
    rgb: &[u8],
    width: u32,
    height: u32,
    progressive: bool,
    sampling: Subsamp,
) -> Vec<u8> {
    let mut compressor = Compressor::new().unwrap();
    compressor.set_quality(95).unwrap();
    compressor.set_subsamp(sampling).unwrap();
    compressor.set_progressive(progressive).unwrap();
    let (width, height) = (width as usize, height as usize);
    let image = Image {
        pixels: rgb,
        width,
        pitch: width * 3,
        height,
        format: PixelFormat::RGB,
    };
    compressor.compress_to_vec(image).unwrap()
}

pub(crate) fn cmyk_jpeg(cmyk: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut compressor = Compressor::new().unwrap();
    compressor.set_colorspace(Colorspace::CMYK).unwrap();
    let (width, height) = (width as usize, height as usize);
    let image = Image {
        pixels: cmyk,
        width,
        pitch: width * 4,
        height,
        format: PixelFormat::CMYK,
    };
    compressor.compress_to_vec(image).unwrap()
}

/// A JPEG whose components are red, green and blue.
pub(crate) fn rgb_jpeg(rgb: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut compressor = Compressor::new().unwrap();
    compressor.set_quality(95).unwrap();
    compressor.set_colorspace(Colorspace::RGB).unwrap();
    compressor.set_subsamp(Subsamp::None).unwrap();
    let (width, height) = (width as usize, height as usize);
    let image = Image {
        pixels: rgb,
        width,
        pitch: width * 3,
        height,
        format: PixelFormat::RGB,
    };
    compressor.compress_to_vec(image).unwrap()
}

/// `jpeg` with one more segment, right behind its start.
pub(crate) fn jpeg_with(jpeg: &[u8], marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, payload, &jpeg[2..]].concat()
}

/// An EXIF block that says nothing but the orientation.
pub(crate) fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif
}

pub(crate) fn exif_segment(orientation: u8) -> Vec<u8> {
    [b"Exif\0\0".as_slice(), &exif(orientation)].concat()
}

pub(crate) fn icc_piece(number: u8, total: u8, piece: &[u8]) -> Vec<u8> {
    [b"ICC_PROFILE\0".as_slice(), &[number, total], piece].concat()
}

/// A profile for inks of which each takes its colour away, black all: two steps each, Lab between (ICC.1:2022, 10.11).
pub(crate) fn ink_profile() -> Vec<u8> {
    let mut table = b"mft1\0\0\0\0\x04\x03\x02\0".to_vec();
    for number in [1, 0, 0, 0, 1, 0, 0, 0, 1_u32] {
        table.extend((number << 16).to_be_bytes());
    }
    for _ in 0..4 {
        table.extend(0..=255_u8);
    }
    for inks in 0..16_u8 {
        // Full cyan makes a dark green, as no real ink would: a profile that is not followed shows.
        let lab = match inks {
            0 => [255, 128, 128],
            0b1000 => [128, 90, 160],
            _ => [0, 128, 128],
        };
        table.extend(lab);
    }
    for _ in 0..3 {
        table.extend(0..=255_u8);
    }
    let white = b"XYZ \0\0\0\0\0\0\xf6\xd6\0\x01\0\0\0\0\xd3\x2d";
    let mut profile = vec![0; 128];
    profile[8..24].copy_from_slice(b"\x02\x40\0\0prtrCMYKLab ");
    profile[36..40].copy_from_slice(b"acsp");
    profile[68..80].copy_from_slice(&white[8..]);
    profile.extend(2_u32.to_be_bytes());
    let first = 128 + 4 + 2 * 12;
    for (name, at, length) in [
        (b"A2B0", first, table.len()),
        (b"wtpt", first + table.len(), white.len()),
    ] {
        profile.extend(name);
        profile.extend(u32::try_from(at).unwrap().to_be_bytes());
        profile.extend(u32::try_from(length).unwrap().to_be_bytes());
    }
    profile.extend(table);
    profile.extend(white);
    let length = u32::try_from(profile.len()).unwrap();
    profile[..4].copy_from_slice(&length.to_be_bytes());
    profile
}

/// A PNG in the making.
pub(crate) struct Png<'a> {
    info: png::Info<'a>,
    samples: &'a [u8],
}

impl<'a> Png<'a> {
    pub(crate) fn new(
        colour: png::ColorType,
        depth: png::BitDepth,
        samples: &'a [u8],
        width: u32,
        height: u32,
    ) -> Self {
        let mut info = png::Info::with_size(width, height);
        info.color_type = colour;
        info.bit_depth = depth;
        Self { info, samples }
    }

    pub(crate) fn rgb(samples: &'a [u8], width: u32, height: u32) -> Self {
        Self::new(png::ColorType::Rgb, png::BitDepth::Eight, samples, width, height)
    }

    pub(crate) fn palette(mut self, colours: &'a [u8], alphas: &'a [u8]) -> Self {
        self.info.palette = Some(colours.into());
        self.info.trns = Some(alphas.into());
        self
    }

    pub(crate) fn icc(mut self, profile: &'a [u8]) -> Self {
        self.info.icc_profile = Some(profile.into());
        self
    }

    pub(crate) fn exif(mut self, exif: &'a [u8]) -> Self {
        self.info.exif_metadata = Some(exif.into());
        self
    }

    pub(crate) fn encode(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = png::Encoder::with_info(&mut bytes, self.info)
            .unwrap()
            .write_header()
            .unwrap();
        writer.write_image_data(self.samples).unwrap();
        writer.finish().unwrap();
        bytes
    }
}

/// One chunk of a PNG (ISO/IEC 15948, 5.3).
pub(crate) fn png_chunk(kind: [u8; 4], payload: &[u8]) -> Vec<u8> {
    let checked = [&kind[..], payload].concat();
    let mut checksum = u32::MAX;
    for byte in &checked {
        checksum ^= u32::from(*byte);
        for _ in 0..8 {
            checksum = (checksum >> 1) ^ (0xEDB8_8320 * (checksum & 1));
        }
    }
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    [&length[..], &checked, &(!checksum).to_be_bytes()].concat()
}

/// A grey PNG whose rows come in seven passes (ISO/IEC 15948, 8.2), which the `png` crate does not write.
pub(crate) fn interlaced_grey_png(samples: &[u8], width: usize, height: usize) -> Vec<u8> {
    let mut passes = Vec::new();
    for (left, top, across, down) in [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ] {
        for y in (top..height).step_by(down).filter(|_| left < width) {
            passes.push(0);
            passes.extend((left..width).step_by(across).map(|x| samples[y * width + x]));
        }
    }
    let side = |length: usize| u32::try_from(length).unwrap().to_be_bytes();
    let header = [&side(width)[..], &side(height), &[8, 0, 0, 0, 1]].concat();
    [
        &b"\x89PNG\r\n\x1a\n"[..],
        &png_chunk(*b"IHDR", &header),
        &png_chunk(*b"IDAT", &fdeflate::compress_to_vec(&passes)),
        &png_chunk(*b"IEND", &[]),
    ]
    .concat()
}

/// An animation of nothing but the picture of `still`, a lossless WebP (RFC 9649, 2.7).
pub(crate) fn animated_webp(still: &[u8], width: u32, height: u32) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], payload: &[u8]| {
        let length = u32::try_from(payload.len()).unwrap().to_le_bytes();
        let padding = vec![0; payload.len() % 2];
        [&kind[..], &length, payload, &padding].concat()
    };
    let less_one = |length: u32| (length - 1).to_le_bytes()[..3].to_vec();
    let size = [less_one(width), less_one(height)].concat();
    let start = still.windows(4).position(|name| name == b"VP8L").unwrap();
    let length = u32::from_le_bytes(still[start + 4..start + 8].try_into().unwrap()) as usize;
    let picture = &still[start..start + 8 + length.next_multiple_of(2)];
    let frame = [&[0; 6][..], &size, &[100, 0, 0, 0], picture].concat();
    let content = [
        &b"WEBP"[..],
        &chunk(b"VP8X", &[&[2, 0, 0, 0][..], &size].concat()),
        &chunk(b"ANIM", &[0; 6]),
        &chunk(b"ANMF", &frame),
    ]
    .concat();
    chunk(b"RIFF", &content)
}

/// A lossless WebP.
pub(crate) fn webp(
    samples: &[u8],
    width: u32,
    height: u32,
    orientation: u8,
    icc: Option<Vec<u8>>,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image_webp::WebPEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif(orientation));
    if let Some(icc) = icc {
        encoder.set_icc_profile(icc);
    }
    let alpha = samples.len() == width as usize * height as usize * 4;
    let colour = if alpha {
        image_webp::ColorType::Rgba8
    } else {
        image_webp::ColorType::Rgb8
    };
    encoder.encode(samples, width, height, colour).unwrap();
    bytes
}

/// The same RGB picture as JPEG, PNG and WebP, each with the orientation in its EXIF.
pub(crate) fn in_every_format(rgb: &[u8], width: u32, height: u32, orientation: u8) -> [Vec<u8>; 3] {
    [
        jpeg_with(&jpeg(rgb, width, height, false), 0xE1, &exif_segment(orientation)),
        Png::rgb(rgb, width, height).exif(&exif(orientation)).encode(),
        webp(rgb, width, height, orientation, None),
    ]
}

/// Size and RGB of a WebP without transparency.
pub(crate) fn decode_webp(bytes: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(bytes)).unwrap();
    let mut rgb = vec![0; decoder.output_buffer_size().unwrap()];
    decoder.read_image(&mut rgb).unwrap();
    (decoder.dimensions(), rgb)
}

/// Size and RGB of a JPEG.
pub(crate) fn decode_jpeg(bytes: &[u8]) -> ((u32, u32), Vec<u8>) {
    let image = turbojpeg::decompress(bytes, PixelFormat::RGB).unwrap();
    (
        (
            u32::try_from(image.width).unwrap(),
            u32::try_from(image.height).unwrap(),
        ),
        image.pixels,
    )
}
