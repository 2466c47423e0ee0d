use gif::{Encoder, Frame as Stored};

use super::{super::samples, *};

const RED: [u8; 3] = [200, 0, 0];
const BLUE: [u8; 3] = [0, 0, 200];
const WHITE: [u8; 3] = [255; 3];

/// A GIF of frames whose pixels are 0 for red, 1 for blue and 2 for nothing.
pub(in super::super) fn gif(width: u16, height: u16, frames: &[Stored<'_>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let palette = [RED, BLUE, [1; 3], [2; 3]].concat();
    let mut encoder = Encoder::new(&mut bytes, width, height, &palette).unwrap();
    for frame in frames {
        encoder.write_frame(frame).unwrap();
    }
    drop(encoder);
    bytes
}

pub(in super::super) fn frame(
    area: (u16, u16, u16, u16),
    indices: &[u8],
    dispose: DisposalMethod,
) -> Stored<'static> {
    let (left, top, width, height) = area;
    Stored {
        left,
        top,
        dispose,
        transparent: Some(2),
        ..Stored::from_indexed_pixels(width, height, indices.to_vec(), Some(2))
    }
}

fn first(bytes: &[u8]) -> Result<Pixels, Stop> {
    decode(&samples::file(bytes), &Limits::default())
}

fn all(bytes: &[u8]) -> Vec<Vec<[u8; 3]>> {
    let (file, limits) = (samples::file(bytes), Limits::default());
    let header = probe(&file, &limits).unwrap();
    let file = samples::file(bytes);
    let mut frames = Frames::new(&file, &header, &limits).unwrap();
    let mut seen = Vec::new();
    while frames.advance().unwrap() {
        seen.push(frames.canvas.as_chunks::<3>().0.to_vec());
    }
    seen
}

#[track_caller]
fn refused<T>(result: Result<T, Stop>) -> Reason {
    match result {
        Err(Stop::Refused(reason)) => reason,
        Err(Stop::Failed(error)) => panic!("{error}"),
        Ok(_) => panic!("it was not refused"),
    }
}

#[test]
fn the_first_frame_lies_on_white() {
    let file = gif(3, 2, &[frame((1, 0, 2, 2), &[0, 1, 2, 0], DisposalMethod::Keep)]);
    let pixels = first(&file).unwrap();
    assert_eq!(
        (pixels.width, pixels.height, pixels.channels),
        (3, 2, Channels::Rgb)
    );
    assert_eq!(pixels.samples, [WHITE, RED, BLUE, WHITE, WHITE, RED].concat());
}

#[test]
fn a_frame_is_kept_or_cleared_or_taken_back() {
    let whole = frame((0, 0, 2, 1), &[0, 0], DisposalMethod::Keep);
    let next = |dispose| frame((1, 0, 1, 1), &[1], dispose);
    let last = frame((0, 0, 1, 1), &[2], DisposalMethod::Keep);
    for (dispose, right) in [
        (DisposalMethod::Keep, BLUE),
        (DisposalMethod::Any, BLUE),
        (DisposalMethod::Background, WHITE),
        (DisposalMethod::Previous, RED),
    ] {
        let seen = all(&gif(2, 1, &[whole.clone(), next(dispose), last.clone()]));
        assert_eq!(
            seen,
            [vec![RED, RED], vec![RED, BLUE], vec![RED, right]],
            "{dispose:?}"
        );
    }
}

#[test]
fn an_interlaced_frame_is_put_in_order() {
    // Rows as they are stored: every eighth, every eighth from the fourth, every fourth, every second.
    let mut interlaced = frame((0, 0, 1, 8), &[0, 0, 0, 0, 1, 1, 1, 1], DisposalMethod::Keep);
    interlaced.interlaced = true;
    let seen = all(&gif(1, 8, &[interlaced]));
    assert_eq!(seen, [vec![RED, BLUE, RED, BLUE, RED, BLUE, RED, BLUE]]);
}

#[test]
fn what_lies_beyond_the_screen_is_not_seen_and_no_screen_is_one_of_the_frames_size() {
    let wide = frame((1, 0, 2, 2), &[0, 1, 0, 1], DisposalMethod::Background);
    assert_eq!(all(&gif(2, 1, std::slice::from_ref(&wide))), [vec![WHITE, RED]]);
    let pixels = first(&gif(0, 0, &[wide])).unwrap();
    assert_eq!((pixels.width, pixels.height), (2, 2));
}

#[test]
fn promises_of_too_much_are_refused_before_any_pixel() {
    let one = frame((0, 0, 1, 1), &[0], DisposalMethod::Keep);
    assert_eq!(
        refused(first(&gif(65_535, 65_535, std::slice::from_ref(&one)))),
        Reason::TooManyPixels
    );
    assert_eq!(
        refused(first(&gif(20_000, 1, std::slice::from_ref(&one)))),
        Reason::TooManyPixels
    );
    let mut huge = gif(4, 4, &[one]);
    let image = huge.iter().rposition(|&byte| byte == 0x2C).unwrap();
    huge[image + 5..image + 9].fill(0xFF);
    assert_eq!(refused(first(&huge)), Reason::TooManyPixels);
}

#[test]
fn endless_frames_are_not_counted_to_their_end() {
    let mut one = frame((0, 0, 1, 1), &[0], DisposalMethod::Keep);
    one.delay = 7;
    let header = probe(&samples::file(&gif(1, 1, &vec![one; 600])), &Limits::default()).unwrap();
    assert_eq!(header.delays, [70; MAX_FRAMES]);
}

#[test]
fn a_gif_cut_in_its_first_frame_is_refused_and_one_cut_later_is_a_picture() {
    let noise: Vec<u8> = (0..64 * 64_u32)
        .map(|at| u8::try_from((at * at / 7) % 3).unwrap())
        .collect();
    let frames = vec![frame((0, 0, 64, 64), &noise, DisposalMethod::Keep); 2];
    let one = gif(64, 64, &frames[..1]);
    let two = gif(64, 64, &frames);
    assert!(first(&two[..two.len() - 200]).is_ok());
    for sixteenth in 0..15 {
        let cut = &one[..one.len() * sixteenth / 16];
        assert_eq!(refused(first(cut)), Reason::Broken, "{sixteenth}");
    }
    for at in 0..two.len() {
        let mut changed = two.clone();
        changed[at] ^= 0x41;
        if let Err(Stop::Failed(error)) = first(&changed) {
            panic!("byte {at}: {error}");
        }
    }
}
