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

pub(crate) fn jpeg(rgb: &[u8], width: u32, height: u32, progressive: bool) -> Vec<u8> {
    let mut compressor = Compressor::new().unwrap();
    compressor.set_quality(95).unwrap();
    compressor.set_subsamp(Subsamp::Sub2x2).unwrap();
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
