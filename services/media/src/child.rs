//! The child process: decodes one stranger's file, with limits on memory, time and files, and ends.
//!
//! It is this same program, started by [`Decoder`](crate::decoder::Decoder) as `bepart decode probe`, `render`, `copy`, `film`,
//! `facts` or `credentials`. The file is its standard input, its working directory is a fresh private folder where the
//! renditions go, its environment holds the limits and how memory is handed out. It shuts itself in
//! ([`crate::sandbox`]) and answers with one line of JSON. As `bepart decode tool` it becomes a foreign program, shut in
//! before it is one.

use std::{
    ffi::OsString,
    fs::File,
    io::{BufWriter, Write},
    os::fd::AsFd,
    path::Path,
    process::ExitCode,
    str::FromStr,
};

use anyhow::{Context, ensure};
use nix::sys::resource::Resource;
use serde::{Deserialize, Serialize};

use crate::{
    credentials, facts,
    likeness::Sketch,
    picture::{Kind, Limits, MIB, Made, Reason, Stop, is_animated, probe, render, render_copy, write_y4m},
    sandbox::{self, Bounds, Inside, Profile, Without, limit},
};

/// The first argument that makes the program a child of this kind.
pub const COMMAND: &str = "decode";

/// The variable that holds the [`Limits`], as JSON.
pub(crate) const LIMITS_VARIABLE: &str = "BEPART_DECODE_LIMITS";

/// The exit status that says: not the file's fault, try again (`EX_TEMPFAIL` of `sysexits.h`).
pub(crate) const TRY_AGAIN: u8 = 75;

/// The exit status that says: no film comes of this file (`EX_DATAERR` of `sysexits.h`).
pub(crate) const NO_FILM: u8 = 65;

/// What the child is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Read the header and say what rendering will cost.
    Probe,
    /// Make the renditions.
    Render,
    /// Make one clean copy, for a picture that is ours to use and nobody's to look for.
    Copy,
    /// Write the frames of a picture that moves, as YUV4MPEG2, instead of an answer.
    Film,
    /// Say what the file tells about itself.
    Facts,
    /// Say what its Content Credentials are worth.
    Credentials,
}

impl Mode {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Probe => "probe",
            Self::Render => "render",
            Self::Copy => "copy",
            Self::Film => "film",
            Self::Facts => "facts",
            Self::Credentials => "credentials",
        }
    }
}

impl FromStr for Mode {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        [
            Self::Probe,
            Self::Render,
            Self::Copy,
            Self::Film,
            Self::Facts,
            Self::Credentials,
        ]
        .into_iter()
        .find(|mode| mode.name() == name)
        .context("there is no such mode")
    }
}

/// The child's answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Verdict {
    /// To a probe: rendering may begin once this much memory is free, in MiB.
    Possible { need_mib: u32 },
    /// The renditions lie in the folder. Width and height are the original's, upright.
    Ready {
        kind: Kind,
        incomplete: bool,
        width: u32,
        height: u32,
        renditions: Vec<Made>,
        thumbhash: Vec<u8>,
        placeholder: Vec<u8>,
        sketch: Option<Sketch>,
        /// There is more than one frame to see.
        animated: bool,
    },
    /// The copy lies in the folder. Width and height are the original's, upright.
    Copied { width: u32, height: u32, copy: Made },
    /// No picture.
    Refused { reason: Reason },
}

/// The whole life of the child; `mode` and `arguments` are what the program was given after [`COMMAND`].
///
/// Call it first thing in `main`, before there is a second thread or a runtime: the sandbox closes over the thread that
/// enters it, and the limits count their memory, too.
pub fn main(mode: &str, arguments: &[OsString]) -> ExitCode {
    let outcome = match mode {
        sandbox::TOOL_MODE => Err(sandbox::become_program(arguments)),
        sandbox::SELF_TEST_MODE => sandbox::try_to_break_out(arguments).map(|()| ExitCode::SUCCESS),
        mode => work(mode, arguments),
    };
    // Nobody reads a child's words: they may be a stranger's.
    outcome.unwrap_or(ExitCode::from(TRY_AGAIN))
}

fn work(mode: &str, arguments: &[OsString]) -> anyhow::Result<ExitCode> {
    let mode: Mode = mode.parse()?;
    ensure!(arguments.is_empty(), "a decoder takes no orders");
    let limits = match std::env::var(LIMITS_VARIABLE) {
        Ok(json) => serde_json::from_str(&json).context("reading the limits")?,
        Err(_) => Limits::default(),
    };
    let bounds = Bounds {
        memory_bytes: limits.memory_bytes,
        cpu_seconds: limits.cpu_seconds,
        file_bytes: FILE_BYTES,
        processes: 1,
    };
    let inside = sandbox::enter(&Profile::Decode, &bounds, &Without::new())?;
    let input = File::from(std::io::stdin().as_fd().try_clone_to_owned()?);
    if matches!(mode, Mode::Facts | Mode::Credentials) {
        return tell(mode, &input, &limits, &inside);
    }
    match decode(mode, &input, &limits, &inside) {
        Ok(Some(verdict)) => say(&verdict)?,
        Ok(None) => {}
        Err(Stop::Refused(_)) if mode == Mode::Film => return Ok(ExitCode::from(NO_FILM)),
        Err(Stop::Refused(reason)) => say(&Verdict::Refused { reason })?,
        Err(Stop::Failed(error)) => return Err(error),
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what a file is besides pixels and sound: any file, also one that is refused.
fn tell(mode: Mode, input: &File, limits: &Limits, inside: &Inside) -> anyhow::Result<ExitCode> {
    let need_bytes = reading_bytes(mode, input.metadata()?.len());
    hold_to(need_bytes, limits, inside)?;
    if mode == Mode::Credentials {
        say(&credentials::read(input)?)?;
    } else {
        let mut facts = facts::read(input)?;
        facts::add_nearest(&mut facts);
        say(&facts)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Memory that reading takes, in bytes: for facts a bounded look at the file and the list of places; for Content
/// Credentials the file, which their crate keeps some times over, up to a length that no photo has.
pub(crate) fn reading_bytes(mode: Mode, length: u64) -> u64 {
    match mode {
        Mode::Credentials => 64 * MIB + 3 * length.min(64 * MIB),
        _ => 128 * MIB,
    }
}

fn decode(mode: Mode, input: &File, limits: &Limits, inside: &Inside) -> Result<Option<Verdict>, Stop> {
    let facts = probe(input, limits)?;
    if mode == Mode::Probe {
        let need_mib = u32::try_from(facts.need_bytes.div_ceil(MIB)).unwrap_or(u32::MAX);
        return Ok(Some(Verdict::Possible { need_mib }));
    }
    hold_to(facts.need_bytes, limits, inside)?;
    if mode == Mode::Film {
        let frames = BufWriter::with_capacity(FRAMES_AT_ONCE, std::io::stdout().lock());
        write_y4m(input, facts.kind, limits, frames)?;
        return Ok(None);
    }
    let (width, height) = facts.upright();
    if mode == Mode::Copy {
        let copy = render_copy(input, &facts, limits, Path::new("."))?;
        return Ok(Some(Verdict::Copied { width, height, copy }));
    }
    let outcome = render(input, &facts, limits, Path::new("."))?;
    Ok(Some(Verdict::Ready {
        kind: facts.kind,
        incomplete: outcome.incomplete,
        width,
        height,
        renditions: outcome.renditions,
        thumbhash: outcome.thumbhash,
        placeholder: outcome.placeholder,
        sketch: outcome.sketch,
        animated: is_animated(input, facts.kind, limits)?,
    }))
}

/// Handed to ffmpeg at once, in bytes.
const FRAMES_AT_ONCE: usize = 64 * 1024;

/// The largest file the child may write, in bytes.
const FILE_BYTES: u64 = 256 * MIB;

/// Lowers the limit on memory to what will be needed, and some more for the allocator.
///
/// The parent has set that much aside. A file whose pixels turn out larger than its header said ends here.
fn hold_to(need_bytes: u64, limits: &Limits, inside: &Inside) -> anyhow::Result<()> {
    let allowed = inside.address_space()? + need_bytes + need_bytes / 4 + 32 * MIB;
    let allowed = allowed.min(limits.memory_bytes);
    limit(Resource::RLIMIT_AS, allowed, allowed).context("lowering the limit on memory")
}

fn say(answer: &impl Serialize) -> anyhow::Result<()> {
    let mut line = serde_json::to_vec(answer)?;
    line.push(b'\n');
    std::io::stdout().lock().write_all(&line)?;
    Ok(())
}
