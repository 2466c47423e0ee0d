//! Pictures that are heavy because they are large, and pictures that are heavy on purpose.

use media::picture::{Limits, Reason};

use crate::support::{decoder, is_empty, jpeg, reason, write};

pub(crate) async fn the_largest_honest_pictures_fit_the_limits() {
    let (decoder, scratch) = decoder(Limits::default());
    let folder = tempfile::tempdir().unwrap();
    let pixels = stripes(8000 * 8000 * 3);
    let flat = [60, 120, 180, 90].repeat(8000 * 8000);
    let pictures = [
        ("JPEG", jpeg(&pixels, 8000, 8000, true), 8000, 8000),
        (
            "JPEG too narrow to be halved",
            jpeg(&pixels, 4000, 16_000, true),
            4000,
            16_000,
        ),
        ("PNG", png(png::ColorType::Rgba, &flat, 8000, 8000), 8000, 8000),
        ("WebP", webp(&flat, 8000, 8000), 8000, 8000),
    ];
    drop((pixels, flat));
    for (name, bytes, width, height) in pictures {
        let rendered = decoder.render(&write(folder.path(), &bytes)).await;
        let rendered = rendered.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!((rendered.width, rendered.height), (width, height), "{name}");
        assert_eq!(rendered.files.len(), 8, "{name}");
    }
    assert!(is_empty(scratch.path()));
}

/// A canvas of 16 × 16 is announced, and 268 million pixels follow in it.
pub(crate) async fn a_frame_larger_than_its_canvas_is_broken() {
    let (decoder, scratch) = decoder(Limits::default());
    let folder = tempfile::tempdir().unwrap();
    let honest = decoder
        .render(&write(
            folder.path(),
            &jpeg(&stripes(320 * 320 * 3), 320, 320, false),
        ))
        .await
        .unwrap();
    let mut lossy = std::fs::read(&honest.files[0].path).unwrap();
    drop(honest);
    assert_eq!(&lossy[12..16], b"VP8 ");
    lossy[26..30].copy_from_slice(&[0xFF, 0x3F, 0xFF, 0x3F]);
    let extended = [
        b"VP8X".as_slice(),
        &10_u32.to_le_bytes(),
        &[0, 0, 0, 0, 15, 0, 0, 15, 0, 0],
        &lossy[12..],
    ]
    .concat();
    let length = u32::try_from(extended.len() + 4).unwrap();
    let file = [b"RIFF".as_slice(), &length.to_le_bytes(), b"WEBP", &extended].concat();
    assert_eq!(
        reason(decoder.render(&write(folder.path(), &file)).await),
        Reason::Broken
    );
    assert!(is_empty(scratch.path()));
}

pub(crate) async fn a_picture_that_takes_too_long_is_too_heavy() {
    let (decoder, scratch) = decoder(Limits {
        cpu_seconds: 1,
        ..Limits::default()
    });
    let folder = tempfile::tempdir().unwrap();
    let file = jpeg(&stripes(2048 * 16_000 * 3), 2048, 16_000, true);
    assert_eq!(
        reason(decoder.render(&write(folder.path(), &file)).await),
        Reason::TooHeavy
    );
    assert!(is_empty(scratch.path()));
}

pub(crate) async fn too_many_bytes_and_none_are_refused_without_a_child() {
    let limits = Limits {
        max_bytes: 1000,
        ..Limits::default()
    };
    let (decoder, _scratch) = crate::support::with_program("/nowhere".into(), limits, 1);
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        reason(decoder.render(&write(folder.path(), &[0; 1001])).await),
        Reason::TooLarge
    );
    assert_eq!(
        reason(decoder.render(&write(folder.path(), &[])).await),
        Reason::Empty
    );
}

/// Samples that neither compress to nothing nor fill a file.
fn stripes(length: usize) -> Vec<u8> {
    let period: Vec<u8> = (0..30_011_u32)
        .map(|n| (n * n / 977).to_le_bytes()[0] & 0xF0)
        .collect();
    let mut samples = period.repeat(length.div_ceil(period.len()));
    samples.truncate(length);
    samples
}

fn png(colour: png::ColorType, samples: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header().unwrap().write_image_data(samples).unwrap();
    bytes
}

fn webp(samples: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    image_webp::WebPEncoder::new(&mut bytes)
        .encode(samples, width, height, image_webp::ColorType::Rgba8)
        .unwrap();
    bytes
}
