mod file;

use moxcms::{ColorProfile, Layout, TransformOptions};

use self::file::{Coded, Heif, boxed};
use super::{super::samples, *};

fn probed(bytes: &[u8]) -> Result<HeifHeader, Stop> {
    probe(&samples::file(bytes), &Limits::default())
}

fn decoded(bytes: &[u8]) -> Result<Planes, Stop> {
    decode(&samples::file(bytes), &Limits::default())
}

#[track_caller]
fn refused<T>(result: Result<T, Stop>) -> Reason {
    match result {
        Err(Stop::Refused(reason)) => reason,
        Err(Stop::Failed(error)) => panic!("{error}"),
        Ok(_) => panic!("it was not refused"),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is cast lies between 0 and 255"
)]
/// The colour of one pixel, by the equations of JFIF (T.871, clause 7).
fn colour(planes: &Planes, x: usize, y: usize) -> [u8; 3] {
    let luma = f32::from(planes.luma.samples[y * planes.luma.width + x]);
    let (across, down) = planes.shift;
    let [blue, red] = planes
        .chroma
        .as_ref()
        .unwrap()
        .each_ref()
        .map(|plane| f32::from(plane.samples[(y >> down) * plane.width + (x >> across)]) - 128.0);
    [
        luma + 1.402 * red,
        luma - 0.344_136 * blue - 0.714_136 * red,
        luma + 1.772 * blue,
    ]
    .map(|colour| colour.round().clamp(0.0, 255.0) as u8)
}

#[track_caller]
fn assert_near(made: [u8; 3], expected: [u8; 3]) {
    let near = made
        .iter()
        .zip(expected)
        .all(|(made, expected)| made.abs_diff(expected) <= 6);
    assert!(near, "{made:?} is not {expected:?}");
}

/// Looks into the middle of each quarter of a picture of 64 × 48 pixels whose corner lies at (`x`, `y`).
#[track_caller]
fn assert_quarters(planes: &Planes, x: usize, y: usize) {
    for (quarter, expected) in samples::QUARTERS.into_iter().enumerate() {
        let (column, row) = (quarter % 2, quarter / 2);
        assert_near(colour(planes, x + 16 + 32 * column, y + 12 + 24 * row), expected);
    }
}

#[test]
fn every_codec_depth_range_and_matrix_gives_the_same_colours() {
    for coded in [Coded::hevc(), Coded::hevc_of_television(), Coded::av1()] {
        let planes = decoded(&Heif::of(coded).encode()).unwrap();
        assert_eq!((planes.width, planes.height, planes.shift), (64, 48, (1, 1)));
        assert_quarters(&planes, 0, 0);
    }
}

#[test]
fn what_the_file_says_of_its_colours_counts_for_more_than_what_the_bitstream_says() {
    // Limited range, though the bitstream is of full range.
    let nclx = [b"nclx".as_slice(), &[0, 1, 0, 13, 0, 6, 0]].concat();
    let planes = decoded(&Heif::of(Coded::hevc()).with(b"colr", &nclx).encode()).unwrap();
    assert_near(colour(&planes, 48, 36), [238, 238, 238]); // (220 − 16) × 255 ÷ 219
}

#[test]
fn tiles_are_put_together_and_cut_at_the_edge() {
    for coded in [Coded::hevc(), Coded::av1()] {
        let mut heif = Heif::of(coded);
        heif.grid = Some((3, 2, 129, 95));
        let planes = decoded(&heif.encode()).unwrap();
        assert_eq!((planes.width, planes.height), (129, 95));
        for (x, y) in [(0, 0), (64, 0), (0, 48), (64, 48)] {
            assert_quarters(&planes, x, y);
        }
        assert_near(colour(&planes, 128, 5), samples::QUARTERS[0]);
    }
}

#[test]
fn a_picture_is_turned_by_its_own_properties_in_their_order() {
    use Orientation::{
        FlipHorizontal, FlipVertical, NoTransforms, Rotate90, Rotate90FlipH, Rotate180, Rotate270,
        Rotate270FlipH,
    };
    let turned = |properties: &[(&[u8; 4], u8)]| {
        let heif = Heif::of(Coded::hevc());
        let heif = properties
            .iter()
            .fold(heif, |heif, (name, value)| heif.with(name, &[*value]));
        probed(&heif.encode()).unwrap().orientation
    };
    assert_eq!(turned(&[]), NoTransforms);
    // Quarter turns against the clock.
    assert_eq!(turned(&[(b"irot", 1)]), Rotate270);
    assert_eq!(turned(&[(b"irot", 2)]), Rotate180);
    assert_eq!(turned(&[(b"irot", 3)]), Rotate90);
    // Top for bottom, and left for right.
    assert_eq!(turned(&[(b"imir", 0)]), FlipVertical);
    assert_eq!(turned(&[(b"imir", 1)]), FlipHorizontal);
    assert_eq!(turned(&[(b"irot", 3), (b"imir", 1)]), Rotate90FlipH);
    assert_eq!(turned(&[(b"imir", 1), (b"irot", 1)]), Rotate90FlipH);
    assert_eq!(turned(&[(b"irot", 1), (b"imir", 1)]), Rotate270FlipH);
    assert_eq!(turned(&[(b"irot", 1), (b"imir", 0)]), Rotate90FlipH);
    assert_eq!(turned(&[(b"imir", 0), (b"imir", 1)]), Rotate180);
}

#[test]
fn only_the_clean_aperture_is_shown() {
    let fraction = |value: i32, below: i32| [value.to_be_bytes(), below.to_be_bytes()].concat();
    let clap = [fraction(30, 1), fraction(23, 1), fraction(17, 1), fraction(25, 2)].concat();
    let bytes = Heif::of(Coded::hevc()).with(b"clap", &clap).encode();
    let header = probed(&bytes).unwrap();
    assert_eq!((header.width, header.height), (30, 23));
    let planes = decoded(&bytes).unwrap();
    assert_eq!((planes.width, planes.height), (30, 23));
    for (x, y) in [(4, 4), (29, 4), (4, 22), (29, 22)] {
        assert_near(colour(&planes, x, y), samples::QUARTERS[3]);
    }
    let outside = [fraction(30, 1), fraction(23, 1), fraction(20, 1), fraction(0, 1)].concat();
    let file = Heif::of(Coded::hevc()).with(b"clap", &outside).encode();
    assert_eq!(refused(probed(&file)), Reason::Broken);
}

#[test]
fn what_shines_through_becomes_white() {
    let mut heif = Heif::of(Coded::hevc());
    let opaque = decoded(&heif.encode()).unwrap();
    heif.alpha = true;
    let laid = decoded(&heif.encode()).unwrap();
    for at in [16 + 12 * 64, 48 + 12 * 64, 16 + 36 * 64, 48 + 36 * 64] {
        // The picture is its own transparency.
        let sample = u32::from(opaque.luma.samples[at]);
        let mixed = (sample * sample + 255 * (255 - sample) + 127) / 255;
        assert_eq!(u32::from(laid.luma.samples[at]), mixed);
    }
}

#[test]
fn promises_of_too_much_are_refused_before_any_pixel() {
    let mut heif = Heif::of(Coded::hevc());
    heif.size = (16_385, 48);
    assert_eq!(refused(probed(&heif.encode())), Reason::TooManyPixels);
    heif.size = (8001, 8000);
    assert_eq!(refused(probed(&heif.encode())), Reason::TooManyPixels);
    heif.size = (64, 48);
    heif.grid = Some((255, 4, 255 * 64, 4 * 48));
    assert_eq!(refused(probed(&heif.encode())), Reason::TooHeavy);
    heif.grid = Some((2, 2, u32::MAX, 96));
    assert_eq!(refused(probed(&heif.encode())), Reason::TooManyPixels);
    heif.grid = Some((2, 2, 129, 96));
    assert_eq!(refused(probed(&heif.encode())), Reason::Broken);
    heif.grid = None;
    heif.idle_items = 199;
    assert!(probed(&heif.encode()).is_ok());
    heif.idle_items = 200;
    assert_eq!(refused(probed(&heif.encode())), Reason::TooHeavy);
}

#[test]
fn endless_boxes_are_too_heavy() {
    let file = Heif::of(Coded::hevc()).encode();
    let many = |count: usize| [boxed(b"free", &[]).repeat(count), file.clone()].concat();
    assert!(probed(&[boxed(b"free", &[]).repeat(9_000), file.clone()].concat()).is_ok());
    assert_eq!(refused(probed(&many(10_001))), Reason::TooHeavy);
    let huge = [
        boxed(b"ftyp", b"heic\0\0\0\0"),
        vec![0x7F, 0xFF, 0xFF, 0xFF],
        b"meta".to_vec(),
    ]
    .concat();
    assert_eq!(refused(probed(&huge)), Reason::TooHeavy);
}

#[test]
fn what_holds_no_picture_of_a_codec_we_know_is_not_one() {
    let mut heif = Heif::of(Coded::hevc());
    heif.handler = *b"vide";
    assert_eq!(refused(probed(&heif.encode())), Reason::UnsupportedType);
    let film = [boxed(b"ftyp", b"avis\0\0\0\0"), boxed(b"moov", &[0; 100])].concat();
    assert_eq!(refused(probed(&film)), Reason::Broken);
    let mut jpeg = Heif::of(Coded::hevc()).encode();
    let kind = jpeg.windows(4).position(|name| name == b"hvc1").unwrap();
    jpeg[kind..kind + 4].copy_from_slice(b"jpeg");
    assert_eq!(refused(probed(&jpeg)), Reason::UnsupportedType);
}

#[test]
fn a_cut_or_changed_file_is_a_picture_or_is_refused_and_the_same_again() {
    let verdict = |bytes: &[u8]| match decoded(bytes) {
        Ok(planes) => Ok(planes),
        Err(Stop::Refused(reason)) => Err(reason),
        Err(Stop::Failed(error)) => panic!("{error}"),
    };
    let mut tiled = Heif::of(Coded::hevc());
    tiled.grid = Some((2, 1, 128, 48));
    for file in [tiled.encode(), Heif::of(Coded::av1()).encode()] {
        for sixteenth in 0..16 {
            let cut = &file[..file.len() * sixteenth / 16];
            assert_eq!(verdict(cut).unwrap_err(), Reason::Broken, "{sixteenth}");
        }
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 1 << (at % 8);
            assert_eq!(verdict(&changed), verdict(&changed), "byte {at}");
        }
    }
}

/// What a colour of a picture with these numbers is in sRGB.
fn srgb(primaries: u8, transfer: u8, colour: [u8; 3]) -> [u8; 3] {
    let nclx = [b"nclx".as_slice(), &[0, primaries, 0, transfer, 0, 6, 0x80]].concat();
    let header = probed(&Heif::of(Coded::hevc()).with(b"colr", &nclx).encode()).unwrap();
    let Some(icc) = header.icc else { return colour };
    let options = TransformOptions {
        allow_use_cicp_transfer: false,
        ..TransformOptions::default()
    };
    let mut converted = [0; 3];
    ColorProfile::new_from_slice(&icc)
        .unwrap()
        .create_transform_8bit(Layout::Rgb, &ColorProfile::new_srgb(), Layout::Rgb, options)
        .unwrap()
        .transform(&colour, &mut converted)
        .unwrap();
    converted
}

#[test]
fn colours_told_by_numbers_keep_their_looks() {
    assert_eq!(srgb(1, 13, [1, 2, 3]), [1, 2, 3]);
    assert_eq!(srgb(2, 2, [1, 2, 3]), [1, 2, 3]);
    // The expected value is by the matrices of the CSS Color 4 specification.
    assert_near(srgb(12, 13, [200, 100, 50]), [215, 93, 31]);
    assert_eq!(srgb(9, 16, [0, 0, 0]), [0, 0, 0]);
    // Paper-white of a bright screen is bright, and its brightest is white.
    for (transfer, paper) in [(16, 148), (18, 191)] {
        let [grey, ..] = srgb(9, transfer, [paper; 3]);
        assert!((175..=205).contains(&grey), "{grey}");
        assert_near(
            srgb(9, transfer, [if transfer == 16 { 192 } else { 255 }; 3]),
            [255; 3],
        );
    }
}

#[test]
fn an_icc_profile_counts_for_more_than_numbers() {
    let nclx = [b"nclx".as_slice(), &[0, 12, 0, 13, 0, 6, 0x80]].concat();
    let file = Heif::of(Coded::hevc())
        .with(b"colr", b"profmine")
        .with(b"colr", &nclx);
    assert_eq!(probed(&file.encode()).unwrap().icc.as_deref(), Some(&b"mine"[..]));
}
