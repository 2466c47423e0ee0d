//! The guards of a call alone, without the walls around it: what a call asks for must be harmless even where a wall is
//! missing. With defaults, ffmpeg follows a playlist into another reader's file (CVE-2016-1897, CVE-2017-9993).

use std::{fs, net::TcpListener, process::Command, time::Duration};

use super::*;

/// Runs a call as it is, not shut in, without the option `left_out`; gives what it said on its standard output.
fn run(tool: &Tool, folder: &Path, left_out: Option<&str>) -> String {
    let mut arguments = tool.arguments.clone();
    if let Some(at) = arguments
        .iter()
        .position(|word| Some(word.to_str().unwrap()) == left_out)
    {
        arguments.drain(at..at + 2);
    }
    let output = Command::new(&tool.program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn playlist(address: &str) -> String {
    format!("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{address}\n#EXT-X-ENDLIST\n")
}

const STREAMS: [&str; 4] = ["-show_entries", "stream=codec_name", "-of", "csv=p=0"];

#[test]
fn a_playlist_that_calls_itself_a_film_does_not_lead_to_another_readers_file() {
    let (own, neighbour) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let secret = neighbour.path().join("secret.ts");
    let made = Command::new("ffmpeg")
        .args(
            "-loglevel error -f lavfi -i testsrc2=size=64x64:duration=1 -c:v mpeg2video -f mpegts".split(' '),
        )
        .arg(&secret)
        .status()
        .unwrap();
    assert!(made.success());
    fs::write(own.path().join("evil.mp4"), playlist(secret.to_str().unwrap())).unwrap();
    let tool = Tool::ffprobe("mov", &STREAMS, Input::File("evil.mp4")).unwrap();
    assert_eq!(run(&tool, own.path(), None).trim(), "");
    assert!(
        run(&tool, own.path(), Some("-format_whitelist")).contains("mpeg2video"),
        "without the list of formats the other file is read: this test can fail"
    );
}

#[test]
fn a_playlist_that_is_let_through_does_not_call_anybody() {
    let own = tempfile::tempdir().unwrap();
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    server.set_nonblocking(true).unwrap();
    let address = format!("http://{}/a.ts", server.local_addr().unwrap());
    fs::write(own.path().join("evil.m3u8"), playlist(&address)).unwrap();
    // As if a playlist were on the list of formats.
    let tool = Tool::ffprobe("hls,mpegts", &STREAMS, Input::File("evil.m3u8")).unwrap();
    run(&tool, own.path(), None);
    assert!(server.accept().is_err(), "somebody called");
    let mut open = tool.clone();
    let at = open
        .arguments
        .iter()
        .position(|word| word == "-protocol_whitelist")
        .unwrap();
    open.arguments[at + 1] = "file,http,tcp".into();
    server.set_nonblocking(false).unwrap();
    let (say, called) = std::sync::mpsc::channel();
    std::thread::spawn(move || say.send(server.accept().is_ok()));
    run(&open, own.path(), None);
    assert_eq!(
        called.recv_timeout(Duration::from_secs(5)),
        Ok(true),
        "with other protocols it calls: this test can fail"
    );
}
