//! Films that are packed by ffmpeg, which is called without a sandbox here: that one has tests of its own.

use std::{fs, os::unix::fs::PermissionsExt, process::Command};

use super::super::Decoder;
use super::*;
use crate::{
    picture::Limits,
    video::{Container, FilmLimits},
};

const SECRET: &str = "51.5007N0.1246W";

/// A film with words between its pictures, encoded by these arguments.
fn film(name: &str, arguments: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let notes = format!("h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+{SECRET}");
    let made = Command::new("ffmpeg")
        .args(["-loglevel", "error", "-f", "lavfi", "-i"])
        .args(["testsrc2=size=320x180:rate=25:duration=5", "-f", "lavfi", "-i"])
        .args(["sine=frequency=330:duration=5", "-c:v", "libx264", "-g", "25"])
        .args(["-preset", "ultrafast", "-c:a", "aac", "-bsf:v", &notes])
        .args(arguments)
        .arg(folder.path().join(name))
        .status()
        .unwrap();
    assert!(made.success());
    let film = fs::read(folder.path().join(name)).unwrap();
    assert!(count(&film, SECRET) > 2 && count(&film, "x264") > 0);
    film
}

fn count(bytes: &[u8], words: &str) -> usize {
    memchr::memmem::find_iter(bytes, words).count()
}

/// What a player sees of a film, and what it complains of.
fn played(film: &Path) -> (Vec<u8>, Vec<u8>) {
    let said = Command::new("ffmpeg")
        .args(["-loglevel", "error", "-i"])
        .arg(film)
        .args(["-map", "0:v", "-fps_mode", "passthrough"])
        .args(["-f", "streamhash", "-"])
        .output()
        .unwrap();
    assert!(said.status.success());
    (said.stdout, said.stderr)
}

/// How a film is taken up.
struct Taken {
    rung: Vec<u8>,
    /// It is seen as it was, and nobody complains.
    is_same: bool,
    is_quick: bool,
    calls: Vec<String>,
}

impl Taken {
    fn calls_of(&self, program: &str) -> usize {
        self.calls.iter().filter(|call| *call == program).count()
    }
}

async fn take_up(container: Container, film: &[u8]) -> Taken {
    take_up_told(container, film, "").await
}

/// `told`: what sed makes of the answer of ffprobe.
async fn take_up_told(container: Container, film: &[u8], told: &str) -> Taken {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("decoder");
    let script = format!(
        "#!/bin/sh\ncall=ffmpeg; case $3 in *ffprobe*) call=ffprobe ;; esac\nshift 3\n\
         case $* in *filter_units*) echo filter >> \"$0.calls\" ;; esac\necho $call >> \"$0.calls\"\n\
         if [ $call = ffprobe ]; then ffprobe \"$@\" | sed '{told}'; else exec ffmpeg \"$@\"; fi\n"
    );
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
    let (scratch, limits) = (folder.path().join("scratch"), FilmLimits::default());
    fs::create_dir(&scratch).unwrap();
    let decoder = Decoder::new(program, scratch.clone(), Limits::default(), 320);
    let studio = decoder.studio(container, &limits).unwrap();
    fs::write(studio.original(), film).unwrap();
    let (studio, _, plan) = studio.pack_if_quick().await.unwrap();
    let is_quick = plan.is_quick();
    let taken = Taken {
        rung: fs::read(studio.rung()).unwrap_or_default(),
        is_same: is_quick && played(&studio.rung()) == (played(&studio.original()).0, Vec::new()),
        is_quick,
        calls: fs::read_to_string(folder.path().join("decoder.calls"))
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect(),
    };
    if is_quick {
        let written = studio.written().unwrap();
        let listed = written.head_bytes + written.segments.iter().map(|segment| segment.bytes).sum::<u64>();
        assert_eq!(usize::try_from(listed).unwrap(), taken.rung.len());
    }
    drop(studio);
    assert_eq!(
        fs::read_dir(scratch).unwrap().count(),
        0,
        "nothing is left behind"
    );
    taken
}

#[tokio::test]
async fn a_film_is_packed_by_one_call_and_keeps_nothing_that_was_written_in_it() {
    let taken = take_up(Container::Mp4, &film("film.mp4", &[])).await;
    assert!(taken.is_quick && taken.is_same);
    assert_eq!((taken.calls_of("ffprobe"), taken.calls_of("ffmpeg")), (1, 1));
    assert_eq!(
        taken.calls_of("filter"),
        0,
        "its units were overwritten where they were"
    );
    for words in [SECRET, "x264"] {
        assert_eq!(count(&taken.rung, words), 0, "{words}");
    }
}

#[tokio::test]
async fn one_that_is_not_known_beforehand_is_packed_when_it_is() {
    let taken = take_up(Container::Matroska, &film("film.mkv", &[])).await;
    assert!(taken.is_quick && taken.is_same);
    assert_eq!(taken.calls, ["ffprobe", "ffmpeg"]);
    assert_eq!(count(&taken.rung, SECRET), 0);
}

#[tokio::test]
async fn what_was_begun_for_nothing_counts_for_nothing() {
    // H.264 and AAC, but no browser plays colours so fine.
    let film = film("film.mp4", &["-pix_fmt", "yuv444p"]);
    let taken = take_up(Container::Mp4, &film).await;
    assert!(!taken.is_quick);
    assert_eq!(taken.calls_of("ffprobe"), 1);
}

#[tokio::test]
async fn one_that_was_begun_otherwise_than_it_is_to_be_is_begun_anew() {
    let film = film("film.mp4", &["-map", "0", "-map", "1", "-map", "1"]);
    // The first of its two sounds cannot be heard.
    let told = r#"0,/"channels": 1/s//"channels": 0/"#;
    let taken = take_up_told(Container::Mp4, &film, told).await;
    assert!(taken.is_quick && taken.is_same);
    assert!(taken.calls.ends_with(&["ffmpeg".to_owned()]), "{:?}", taken.calls);
    assert_eq!((taken.calls_of("ffprobe"), taken.calls_of("filter")), (1, 0));
    assert_eq!(count(&taken.rung, SECRET), 0);
}

#[tokio::test]
async fn one_whose_units_are_not_whole_is_taken_apart() {
    let mut film = film("film.mp4", &[]);
    // In the third second, what tells the length of the words: a type and a size of one byte each come between.
    let words = memchr::memmem::find_iter(&film, SECRET).nth(2).unwrap();
    let length = words - 16 - 3 - 4;
    assert_eq!(film[length..length + 3], [0, 0, 0]);
    film[length] = 0x7F;
    let taken = take_up(Container::Mp4, &film).await;
    assert!(taken.is_quick && taken.is_same);
    assert_eq!((taken.calls_of("ffmpeg"), taken.calls_of("filter")), (2, 1));
    assert_eq!(count(&taken.rung, SECRET), 0);
}
