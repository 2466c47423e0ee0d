//! The sandbox: what breaks out when a layer is missing, and what a foreign program cannot reach.

use std::{
    collections::BTreeSet,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use futures_util::future::join_all;
use media::{
    decoder::{DecodeError, Decoder},
    picture::{Limits, Reason},
    sandbox::{Attempt, Input, Layer, Leak, Tool, ToolLimits},
};

use crate::support::{decoder, is_empty};

fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

pub(crate) async fn nothing_breaks_out_of_the_whole_sandbox() {
    let (decoder, scratch) = decoder(Limits::default());
    assert_eq!(decoder.self_test().await, Ok(Vec::new()));
    assert!(is_empty(scratch.path()));
}

pub(crate) async fn each_layer_is_missed_when_it_is_taken_away() {
    let (decoder, scratch) = decoder(Limits::default());
    // A few at a time: each of them uses a processor for a second.
    for layers in Layer::ALL.chunks(3) {
        join_all(layers.iter().map(|layer| is_missed(&decoder, *layer))).await;
    }
    assert!(is_empty(scratch.path()));
}

async fn is_missed(decoder: &Decoder, layer: Layer) {
    let (away, missed) = match layer {
        Layer::User if !is_root() => return,
        // Landlock and seccomp each set no_new_privs by themselves, and the scopes are part of Landlock.
        Layer::NoNewPrivileges => {
            let all = vec![layer, Layer::Landlock, Layer::Scope, Layer::Seccomp];
            (all.clone(), all)
        }
        Layer::Landlock => (vec![layer], vec![layer, Layer::Scope]),
        // A namespace of one's own gives the right to a root folder of one's own and to a count of processes.
        Layer::Namespaces => (vec![layer], vec![layer, Layer::Root, Layer::Processes]),
        // The kernel does not count root's processes.
        Layer::User => (vec![layer], vec![layer, Layer::Processes]),
        layer => (vec![layer], vec![layer]),
    };
    let leaks = decoder.self_test_without(&away.into_iter().collect()).await;
    let named: BTreeSet<Layer> = leaks.iter().flat_map(Leak::layers).copied().collect();
    assert!(named.contains(&layer), "{layer} is not missed: {leaks:?}");
    assert!(
        named.is_subset(&missed.into_iter().collect()),
        "{layer}: {leaks:?}"
    );
    assert_eq!(
        leaks.iter().any(Leak::forbids_work),
        layer.required(),
        "{layer}: {leaks:?}"
    );
}

/// The attempts do find a way where there is one: otherwise a passed test would say nothing.
pub(crate) async fn without_any_layer_nearly_everything_is_open() {
    let (decoder, _scratch) = decoder(Limits::default());
    // Without an end a child that waits would wait for ever, and the test with it.
    let all: BTreeSet<Layer> = Layer::ALL.into_iter().collect();
    let leaks = decoder.self_test_without(&all).await;
    let open: BTreeSet<Attempt> = leaks
        .iter()
        .map(|leak| match leak {
            Leak::Open(attempt, _) => *attempt,
            other => panic!("{other}"),
        })
        .collect();
    for attempt in [
        Attempt::ReadSystemFile,
        Attempt::ReadProcesses,
        Attempt::ReadNeighbour,
        Attempt::ReadNeighbourUpwards,
        Attempt::ReadNeighbourByLink,
        Attempt::WriteByLink,
        Attempt::WriteUpwards,
        Attempt::WriteElsewhere,
        Attempt::ListFolder,
        Attempt::SeeNames,
        Attempt::ReadInherited,
        Attempt::SeeEnvironment,
        Attempt::ShareFile,
        Attempt::SocketLocal,
        Attempt::SocketInternet,
        Attempt::SocketKernel,
        Attempt::Connect,
        Attempt::SeeInterfaces,
        Attempt::StartProcess,
        Attempt::StartThreads,
        Attempt::Execute,
        Attempt::SignalNeighbour,
        Attempt::SignalWorker,
        Attempt::AllocateMuch,
        Attempt::WriteMuch,
        Attempt::ExceedLimits,
        Attempt::SpinProcessor,
        Attempt::WaitForEver,
        Attempt::OutliveWorker,
        Attempt::GainPrivileges,
        Attempt::MakeNamespace,
    ] {
        assert!(open.contains(&attempt), "not even without the sandbox: {attempt}");
    }
    if is_root() {
        for attempt in [
            Attempt::OwnAsRoot,
            Attempt::HoldCapability,
            Attempt::BecomeRoot,
            Attempt::TraceNeighbour,
            Attempt::TraceWorker,
        ] {
            assert!(open.contains(&attempt), "not even without the sandbox: {attempt}");
        }
    }
}

pub(crate) async fn only_the_self_test_can_be_asked_to_leave_a_layer_out() {
    for mode in ["probe", "render"] {
        let order = r#"{"without":["landlock","seccomp"]}"#;
        let asked = Command::new(std::env::current_exe().unwrap())
            .args(["decode", mode, order])
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(!asked.status.success(), "{mode}");
        assert!(asked.stdout.is_empty(), "{mode}");
    }
}

const PICTURE: &[&str] = &["-f", "lavfi", "-i", "testsrc=size=320x240:rate=10:duration=1"];

/// Makes a film with Debian's ffmpeg, outside of any sandbox.
fn film(file: &Path) {
    let made = Command::new("ffmpeg")
        .args(["-loglevel", "error", "-y"])
        .args(PICTURE)
        .args(["-pix_fmt", "yuv420p"])
        .arg(file)
        .status()
        .unwrap();
    assert!(made.success());
}

struct Bench {
    decoder: Decoder,
    scratch: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        let (decoder, scratch) = decoder_with_room();
        Self { decoder, scratch }
    }

    fn folder(&self) -> tempfile::TempDir {
        tempfile::tempdir_in(self.scratch.path()).unwrap()
    }

    async fn probe(&self, formats: &str, folder: &Path, name: &str) -> Result<String, DecodeError> {
        let options = ["-show_entries", "stream=codec_name", "-of", "csv=p=0"];
        let tool = Tool::ffprobe(formats, &options, Input::File(name)).unwrap();
        let answer = self
            .decoder
            .tool(&tool, folder, Stdio::null(), &ToolLimits::default())
            .await?;
        Ok(String::from_utf8(answer).unwrap().trim().to_owned())
    }
}

fn decoder_with_room() -> (Decoder, tempfile::TempDir) {
    crate::support::with_program(std::env::current_exe().unwrap(), Limits::default(), 1024)
}

fn is_broken<T>(result: &Result<T, DecodeError>) -> bool {
    matches!(result, Err(DecodeError::Refused(Reason::Broken)))
}

pub(crate) async fn ffmpeg_works_shut_in() {
    let bench = Bench::new();
    let folder = bench.folder();
    film(&folder.path().join("input.mp4"));
    let formats = "mov,mp4,m4a,3gp,3g2,mj2";
    let after = [
        "-an",
        "-c:v",
        "libx264",
        "-pix_fmt",
        "yuv420p",
        "-threads",
        "2",
        "file:out.mp4",
    ];
    let tool = Tool::ffmpeg(formats, &[], Input::File("input.mp4"), &after).unwrap();
    let made = bench
        .decoder
        .tool(&tool, folder.path(), Stdio::null(), &ToolLimits::default())
        .await;
    assert_eq!(made.unwrap(), b"");
    assert_eq!(
        bench.probe(formats, folder.path(), "out.mp4").await.unwrap(),
        "h264"
    );

    // From standard input, and to standard output.
    let gif = folder.path().join("input.gif");
    film(&gif);
    let tool = Tool::ffmpeg(
        "gif",
        &[],
        Input::Stdin,
        &["-f", "rawvideo", "-frames:v", "1", "pipe:1"],
    )
    .unwrap();
    let limits = ToolLimits {
        answer_bytes: 1024 * 1024,
        ..ToolLimits::default()
    };
    let input = std::fs::File::open(&gif).unwrap();
    let frame = bench
        .decoder
        .tool(&tool, folder.path(), input.into(), &limits)
        .await
        .unwrap();
    assert_eq!(frame.len(), 320 * 240 * 4);
}

pub(crate) async fn ffmpeg_reads_no_file_but_its_own() {
    let bench = Bench::new();
    let (own, neighbour) = (bench.folder(), bench.folder());
    film(&neighbour.path().join("secret.ts"));
    let secret = neighbour.path().join("secret.ts");
    let playlist =
        |segment: &str| format!("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{segment}\n#EXT-X-ENDLIST\n");
    let list = own.path().join("list.m3u8");
    let formats = "hls,mpegts";

    // A playlist is no film: the list of formats that we give does not have it.
    std::fs::write(&list, playlist(secret.to_str().unwrap())).unwrap();
    assert!(is_broken(
        &bench.probe("mov,matroska", own.path(), "list.m3u8").await
    ));
    // Were it let through, the neighbour's file could not be opened,
    let upwards = format!(
        "../{}/secret.ts",
        neighbour.path().file_name().unwrap().to_str().unwrap()
    );
    for segment in [secret.to_str().unwrap(), &upwards] {
        std::fs::write(&list, playlist(segment)).unwrap();
        assert!(
            !matches!(bench.probe(formats, own.path(), "list.m3u8").await, Ok(found) if found.contains("mpeg"))
        );
    }
    // although the same list with a file of its own is read,
    std::fs::copy(&secret, own.path().join("own.ts")).unwrap();
    std::fs::write(&list, playlist("own.ts")).unwrap();
    let found = bench.probe(formats, own.path(), "list.m3u8").await.unwrap();
    assert!(found.contains("mpeg"), "{found}");
    // and without the sandbox the neighbour's is, too.
    std::fs::write(&list, playlist(secret.to_str().unwrap())).unwrap();
    let outside = Command::new("ffprobe")
        .args([
            "-loglevel",
            "error",
            "-show_entries",
            "stream=codec_name",
            "-of",
            "csv=p=0",
        ])
        .arg(&list)
        .output()
        .unwrap();
    assert!(String::from_utf8(outside.stdout).unwrap().contains("mpeg"));
}

pub(crate) async fn ffmpeg_calls_nobody() {
    let bench = Bench::new();
    let own = bench.folder();
    let server = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    server.set_nonblocking(true).unwrap();
    let address = format!("http://{}/film.ts", server.local_addr().unwrap());
    std::fs::write(
        own.path().join("list.m3u8"),
        format!("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{address}\n#EXT-X-ENDLIST\n"),
    )
    .unwrap();
    assert!(bench.probe("hls,mpegts", own.path(), "list.m3u8").await.is_err());
    // Even when told to, by us: there is no network.
    film(&own.path().join("film.mp4"));
    let after = ["-c", "copy", "-f", "mpegts", &address];
    let tool = Tool::ffmpeg("mov", &[], Input::File("film.mp4"), &after).unwrap();
    let told = bench
        .decoder
        .tool(&tool, own.path(), Stdio::null(), &ToolLimits::default())
        .await;
    assert!(is_broken(&told));
    assert!(server.accept().is_err(), "somebody called");
}

pub(crate) async fn a_call_of_ffmpeg_has_one_input_and_its_guards_come_last() {
    assert!(Tool::ffmpeg("mov", &["-i", "x"], Input::File("y"), &[]).is_err());
    assert!(Tool::ffmpeg("mov", &[], Input::File("y"), &["-i", "x"]).is_err());
    let bench = Bench::new();
    let own = bench.folder();
    film(&own.path().join("film.mp4"));
    let lax = ["-format_whitelist", "mov", "-f", "mov"];
    let tool = Tool::ffmpeg("gif", &lax, Input::File("film.mp4"), &["-f", "null", "-"]).unwrap();
    let read = bench
        .decoder
        .tool(&tool, own.path(), Stdio::null(), &ToolLimits::default())
        .await;
    assert!(is_broken(&read));
}

pub(crate) async fn a_foreign_program_ends_at_its_limits_and_its_room_is_free_again() {
    let bench = Bench::new();
    let own = bench.folder();
    film(&own.path().join("film.gif"));
    let looped = ["-stream_loop", "-1"];
    let endless = Tool::ffmpeg("gif", &looped, Input::File("film.gif"), &["-f", "null", "-"]).unwrap();
    let wall = ToolLimits {
        wall: Duration::from_millis(500),
        ..ToolLimits::default()
    };
    let cpu = ToolLimits {
        cpu_seconds: 1,
        ..ToolLimits::default()
    };
    for limits in [wall, cpu] {
        let ended = bench
            .decoder
            .tool(&endless, own.path(), Stdio::null(), &limits)
            .await;
        assert!(
            matches!(ended, Err(DecodeError::Refused(Reason::TooHeavy))),
            "{ended:?}"
        );
    }
    // All of the budget was theirs; it is free again.
    assert_eq!(bench.probe("gif", own.path(), "film.gif").await.unwrap(), "gif");
}
