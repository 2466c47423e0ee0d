use std::process::{Command, Stdio};

use ::gif::DisposalMethod;

use super::{
    super::{
        gif::tests::{frame, gif},
        samples,
    },
    *,
};

/// A GIF whose picture is red, then blue, and so on, for so many hundredths of a second each.
fn blinking(width: u16, height: u16, delays: &[u16]) -> Vec<u8> {
    let frames: Vec<_> = delays
        .iter()
        .enumerate()
        .map(|(number, &delay)| {
            let indices = vec![u8::try_from(number % 2).unwrap(); usize::from(width) * usize::from(height)];
            let mut frame = frame((0, 0, width, height), &indices, DisposalMethod::Keep);
            frame.delay = delay;
            frame
        })
        .collect();
    gif(width, height, &frames)
}

fn film(kind: Kind, bytes: &[u8]) -> Vec<u8> {
    let mut film = Vec::new();
    write_y4m(&samples::file(bytes), kind, &Limits::default(), &mut film).unwrap();
    film
}

/// The first line of a film, and the first brightness of every frame.
fn frames(film: &[u8]) -> (String, Vec<u8>) {
    let end = film.iter().position(|&byte| byte == b'\n').unwrap();
    let head = String::from_utf8(film[..end].to_vec()).unwrap();
    let number = |letter: char| -> usize {
        let word = head
            .split(' ')
            .find_map(|word| word.strip_prefix(letter))
            .unwrap();
        word.parse().unwrap()
    };
    let length = b"FRAME\n".len() + number('W') * number('H') * 3 / 2;
    let frames = film[end + 1..].chunks_exact(length);
    assert!(frames.remainder().is_empty());
    (head, frames.map(|frame| frame[6]).collect())
}

/// What red and blue are in television's luma.
const RED: u8 = 53;
const BLUE: u8 = 28;

#[test]
fn a_film_has_the_rate_of_its_frames_and_their_colours() {
    let (head, shown) = frames(&film(Kind::Gif, &blinking(64, 48, &[10, 10, 20, 10])));
    assert_eq!(
        head,
        "YUV4MPEG2 W64 H48 F1000:100 Ip A1:1 C420jpeg XCOLORRANGE=LIMITED"
    );
    assert_eq!(shown, [RED, BLUE, RED, RED, BLUE]);
}

#[test]
fn frames_that_are_not_to_be_seen_stand_for_a_tenth_of_a_second() {
    let (head, shown) = frames(&film(Kind::Gif, &blinking(8, 8, &[0, 1, 0])));
    assert!(head.contains(" F1000:100 "), "{head}");
    assert_eq!(shown, [RED, BLUE, RED]);
}

#[test]
fn what_is_faster_than_a_film_can_be_keeps_its_length() {
    let (head, shown) = frames(&film(Kind::Gif, &blinking(8, 8, &[2; 100])));
    assert!(head.contains(" F1000:40 "), "{head}");
    assert_eq!(shown.len(), 50);
}

#[test]
fn no_film_is_longer_than_fifteen_seconds() {
    let (head, shown) = frames(&film(Kind::Gif, &blinking(8, 8, &[300; 10])));
    assert!(head.contains(" F1000:200 "), "{head}");
    assert_eq!(shown.len(), 75);
}

#[test]
fn a_film_ends_where_its_frames_break() {
    let whole = blinking(64, 64, &[10; 8]);
    let (_, shown) = frames(&film(Kind::Gif, &whole[..whole.len() * 2 / 3]));
    assert!((2..8).contains(&shown.len()), "{}", shown.len());
}

#[test]
fn sizes_are_even_and_fit() {
    assert_eq!(size((640, 480)), (640, 480));
    assert_eq!(size((641, 480)), (640, 478));
    assert_eq!(size((1, 1)), (2, 2));
    assert_eq!(size((33, 17)), (32, 16));
    assert_eq!(size((16_384, 1)), (640, 2));
    assert_eq!(size((100, 16_384)), (6, 1280));
    assert_eq!(size((1200, 2400)), (640, 1280));
}

#[test]
fn one_frame_is_no_animation() {
    let animated = |bytes: &[u8], kind| is_animated(&samples::file(bytes), kind, &Limits::default()).unwrap();
    assert!(!animated(&blinking(8, 8, &[10]), Kind::Gif));
    assert!(animated(&blinking(8, 8, &[10, 10]), Kind::Gif));
    assert!(animated(&webp(8, 8, &[100, 100]), Kind::WebP));
    assert!(!animated(&webp(8, 8, &[100]), Kind::WebP));
}

/// A WebP of half transparent frames, the first red and the second blue, and so on.
fn webp(width: u32, height: u32, delays: &[u32]) -> Vec<u8> {
    let three = |value: u32| value.to_le_bytes()[..3].to_vec();
    let mut chunks = chunk(
        b"VP8X",
        &[&[0b1_0010, 0, 0, 0][..], &three(width - 1), &three(height - 1)].concat(),
    );
    chunks.extend(chunk(b"ANIM", &[0; 6]));
    for (number, &delay) in delays.iter().enumerate() {
        let colour = if number % 2 == 0 {
            [255, 0, 0, 128]
        } else {
            [0, 0, 255, 128]
        };
        let mut still = Vec::new();
        image_webp::WebPEncoder::new(&mut still)
            .encode(
                &colour.repeat((width * height) as usize),
                width,
                height,
                image_webp::ColorType::Rgba8,
            )
            .unwrap();
        let head = [
            three(0),
            three(0),
            three(width - 1),
            three(height - 1),
            three(delay),
            vec![2],
        ]
        .concat();
        chunks.extend(chunk(b"ANMF", &[&head[..], &still[12..]].concat()));
    }
    [
        &b"RIFF"[..],
        &u32::try_from(chunks.len() + 4).unwrap().to_le_bytes(),
        b"WEBP",
        &chunks,
    ]
    .concat()
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "a name is written as a string of bytes"
)]
fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut chunk = [&name[..], &u32::try_from(body.len()).unwrap().to_le_bytes(), body].concat();
    chunk.resize(chunk.len().next_multiple_of(2), 0);
    chunk
}

#[test]
fn a_webp_moves_too_and_what_shines_through_is_white() {
    let (head, shown) = frames(&film(Kind::WebP, &webp(16, 8, &[80, 160])));
    assert!(head.starts_with("YUV4MPEG2 W16 H8 F1000:80 "), "{head}");
    // Half of red and half of white, and half of blue and half of white.
    assert_eq!(shown.len(), 3);
    let near = shown
        .iter()
        .zip([149_u8, 134, 134])
        .all(|(shown, expected)| shown.abs_diff(expected) <= 1);
    assert!(near, "{shown:?}");
}

#[test]
fn ffmpeg_makes_a_short_silent_film_of_it_that_tells_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    for (number, (kind, bytes, size, seconds)) in [
        (Kind::Gif, blinking(333, 121, &[10; 12]), "332,120", 1.2),
        (Kind::Gif, blinking(1, 1, &[50; 4]), "2,2", 2.0),
        (Kind::WebP, webp(700, 400, &[70; 6]), "640,364", 0.42),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("{number}.mp4");
        let mut ffmpeg = Command::new("ffmpeg")
            .args([
                "-nostdin",
                "-loglevel",
                "error",
                "-f",
                "yuv4mpegpipe",
                "-i",
                "pipe:0",
            ])
            .args(film_arguments(&name))
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let film = ffmpeg.stdin.take().unwrap();
        write_y4m(&samples::file(&bytes), kind, &Limits::default(), film).unwrap();
        assert!(ffmpeg.wait().unwrap().success());

        let probed = |entries: &str| {
            let output = Command::new("ffprobe")
                .args(["-v", "error", "-show_entries", entries, "-of", "csv=p=0", &name])
                .current_dir(&folder)
                .output()
                .unwrap();
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        };
        assert_eq!(
            probed("stream=codec_name,profile,width,height,pix_fmt,color_range,color_space"),
            format!("h264,High,{size},yuv420p,tv,bt709")
        );
        let length: f64 = probed("format=duration").parse().unwrap();
        assert!((length - seconds).abs() <= 0.1, "{length} is not {seconds}");
        assert_eq!(
            probed("format_tags=creation_time:stream_tags=creation_time,encoder").trim(),
            ""
        );
        let made = std::fs::read(folder.path().join(&name)).unwrap();
        for word in [&b"x264"[..], b"Lavf", b"Lavc", b"libx"] {
            assert!(!made.windows(word.len()).any(|window| window == word), "{word:?}");
        }
        let place = |name: &[u8]| made.windows(4).position(|window| window == name);
        assert!(
            place(b"moov") < place(b"mdat"),
            "it cannot start before it is whole"
        );
    }
}
