//! Pictures that move.

use std::{os::unix::fs::PermissionsExt, path::Path, process::Command};

use media::{decoder::DecodeError, picture::Limits};

use crate::support::{decoder, is_empty, with_program};

/// An animated picture made by Debian's ffmpeg, outside of any sandbox.
fn animation(file: &Path, pattern: &str, options: &[&str]) {
    let made = Command::new("ffmpeg")
        .args(["-loglevel", "error", "-y", "-f", "lavfi", "-i", pattern])
        .args(options)
        .arg(file)
        .status()
        .unwrap();
    assert!(made.success());
}

/// What ffprobe says of a film.
fn probed(file: &Path, entries: &str) -> String {
    let output = Command::new("ffprobe")
        .args(["-v", "error", "-show_entries", entries, "-of", "csv=p=0"])
        .arg(file)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

pub(crate) async fn a_picture_that_moves_has_a_film_besides() {
    let (decoder, scratch) = decoder(Limits::default());
    let folder = tempfile::tempdir().unwrap();
    let pattern = "testsrc=size=800x601:rate=10:duration=2";
    for (name, options) in [
        ("moving.gif", &[][..]),
        ("moving.webp", &["-c:v", "libwebp_anim", "-loop", "0"]),
    ] {
        let sent = folder.path().join(name);
        animation(&sent, pattern, options);
        let rendered = decoder.render(&sent).await.unwrap();
        assert_eq!(rendered.files.len(), 6, "{name}: as many as a still one has");
        let film = rendered.film.as_ref().unwrap();
        assert_eq!(
            (film.rendition.to_string(), film.width, film.height),
            ("640.mp4".to_owned(), 640, 480),
            "{name}"
        );
        assert_eq!(film.path.metadata().unwrap().len(), film.bytes);
        assert_eq!(
            probed(&film.path, "stream=codec_name,width,height,nb_frames"),
            "h264,640,480,20",
            "{name}"
        );
        drop(rendered);
    }
    animation(&folder.path().join("still.gif"), pattern, &["-frames:v", "1"]);
    let still = decoder.render(&folder.path().join("still.gif")).await.unwrap();
    assert!(still.film.is_none());
    drop(still);
    assert!(is_empty(scratch.path()), "nothing is left behind");
}

pub(crate) async fn one_of_which_no_film_comes_stands_still() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("moving.gif");
    animation(&file, "testsrc=size=320x240:rate=10:duration=1", &[]);
    // The film alone takes longer than it may.
    let (program, _) = program_whose_films(folder.path(), "while :; do :; done");
    let limits = Limits {
        wall_seconds: 2,
        ..Limits::default()
    };
    let (decoder, scratch) = with_program(program, limits, 320);
    let rendered = decoder.render(&file).await.unwrap();
    assert_eq!(rendered.files.len(), 2);
    assert!(rendered.film.is_none());
    drop(rendered);
    assert!(is_empty(scratch.path()));
}

pub(crate) async fn a_camera_that_is_killed_is_nobodys_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("moving.gif");
    animation(&file, "testsrc=size=320x240:rate=10:duration=1", &[]);
    let (program, killed) = program_whose_films(folder.path(), "touch \"$KILLED\"; kill -9 $$");
    let (decoder, scratch) = with_program(program, Limits::default(), 320);
    let result = decoder.render(&file).await;
    assert!(killed.exists());
    assert!(matches!(result, Err(DecodeError::Killed(_))), "{result:?}");
    assert!(is_empty(scratch.path()));
}

/// A program that is this one, but for the frames of films, where it is a shell script that can leave a mark.
fn program_whose_films(folder: &Path, script: &str) -> (std::path::PathBuf, std::path::PathBuf) {
    let mark = folder.join("killed");
    let program = folder.join("child.sh");
    let this = std::env::current_exe().unwrap();
    let text = format!(
        "#!/bin/sh\nKILLED='{}'\nif [ \"$2\" = film ]; then {script}; fi\nexec '{}' \"$@\"\n",
        mark.display(),
        this.display()
    );
    std::fs::write(&program, text).unwrap();
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o700)).unwrap();
    (program, mark)
}
