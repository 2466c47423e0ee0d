//! The child process: decodes one stranger's file, with limits on memory, time and files, and ends.
//!
//! It is this same program, started by [`Decoder`](crate::decoder::Decoder) as `bepart decode probe` or
//! `bepart decode render`. The file is its standard input, its working directory is a fresh private folder where the
//! renditions go, its environment holds the limits and nothing else. It answers with one line of JSON.

use std::{fs::File, io::Write, os::fd::AsFd, path::Path, process::ExitCode, str::FromStr};

use anyhow::Context;
use nix::sys::{
    prctl,
    resource::{Resource, getrlimit, rlim_t, setrlimit},
    signal::Signal,
};
use serde::{Deserialize, Serialize};

use crate::picture::{Facts, Kind, Limits, MIB, Made, Reason, Stop, probe, render};

/// The first argument that makes the program a child of this kind.
pub const COMMAND: &str = "decode";

/// The variable that holds the [`Limits`], as JSON.
pub(crate) const LIMITS_VARIABLE: &str = "BEPART_DECODE_LIMITS";

/// The exit status that says: not the file's fault, try again (`EX_TEMPFAIL` of `sysexits.h`).
pub(crate) const TRY_AGAIN: u8 = 75;

/// What the child is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Read the header and say what rendering will cost.
    Probe,
    /// Make the renditions.
    Render,
}

impl Mode {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Probe => "probe",
            Self::Render => "render",
        }
    }
}

impl FromStr for Mode {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        [Self::Probe, Self::Render]
            .into_iter()
            .find(|mode| mode.name() == name)
            .context("the mode is neither \"probe\" nor \"render\"")
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
    },
    /// No picture.
    Refused { reason: Reason },
}

/// The whole life of the child; `mode` is `probe` or `render`.
///
/// Call it first thing in `main`, before there is a second thread or a runtime: the limits count their memory, too.
pub fn main(mode: &str) -> ExitCode {
    match answer(mode).and_then(|verdict| say(&verdict)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(TRY_AGAIN), // nobody reads a child's words: they may be a stranger's
    }
}

fn answer(mode: &str) -> anyhow::Result<Verdict> {
    let mode: Mode = mode.parse()?;
    let limits = match std::env::var(LIMITS_VARIABLE) {
        Ok(json) => serde_json::from_str(&json).context("reading the limits")?,
        Err(_) => Limits::default(),
    };
    confine(&limits).context("setting the limits")?;
    let input = File::from(std::io::stdin().as_fd().try_clone_to_owned()?);
    match decode(mode, &input, &limits) {
        Ok(verdict) => Ok(verdict),
        Err(Stop::Refused(reason)) => Ok(Verdict::Refused { reason }),
        Err(Stop::Failed(error)) => Err(error),
    }
}

fn decode(mode: Mode, input: &File, limits: &Limits) -> Result<Verdict, Stop> {
    let facts = probe(input, limits)?;
    if mode == Mode::Probe {
        let need_mib = u32::try_from(facts.need_bytes.div_ceil(MIB)).unwrap_or(u32::MAX);
        return Ok(Verdict::Possible { need_mib });
    }
    hold_to_need(&facts, limits)?;
    let (width, height) = facts.upright();
    let outcome = render(input, &facts, limits, Path::new("."))?;
    Ok(Verdict::Ready {
        kind: facts.kind,
        incomplete: outcome.incomplete,
        width,
        height,
        renditions: outcome.renditions,
        thumbhash: outcome.thumbhash,
        placeholder: outcome.placeholder,
    })
}

/// The largest file the child may write, in bytes.
const FILE_BYTES: u64 = 256 * MIB;

/// Sets the child's own limits, before it has read a byte of the file.
///
/// The number of processes is not among them: the kernel counts those per user, so a limit here would count the
/// server's own threads. Core dumps are off: they would hold the picture.
fn confine(limits: &Limits) -> nix::Result<()> {
    prctl::set_pdeathsig(Signal::SIGKILL)?;
    prctl::set_no_new_privs()?;
    limit(Resource::RLIMIT_CORE, 0, 0)?;
    limit(Resource::RLIMIT_NOFILE, 32, 32)?;
    limit(Resource::RLIMIT_FSIZE, FILE_BYTES, FILE_BYTES)?;
    limit(Resource::RLIMIT_AS, limits.memory_bytes, limits.memory_bytes)?;
    // At the soft limit comes SIGXCPU, which tells the parent why; at the hard one SIGKILL, which does not.
    limit(Resource::RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 2)
}

/// Lowers the limit on memory to what the header said would be needed, and some more for the allocator.
///
/// The parent has set that much aside. A file whose pixels turn out larger than its header said ends here.
fn hold_to_need(facts: &Facts, limits: &Limits) -> Result<(), Stop> {
    let status = std::fs::read_to_string("/proc/self/status").context("reading the child's own size")?;
    let now_kib: u64 = status
        .lines()
        .find_map(|line| {
            line.strip_prefix("VmSize:")?
                .trim()
                .strip_suffix(" kB")?
                .parse()
                .ok()
        })
        .context("the system does not tell the child's size")?;
    let allowed = now_kib * 1024 + facts.need_bytes + facts.need_bytes / 4 + 32 * MIB;
    let allowed = allowed.min(limits.memory_bytes);
    limit(Resource::RLIMIT_AS, allowed, allowed).context("lowering the limit on memory")?;
    Ok(())
}

/// Sets a limit, or leaves the stricter one that whoever runs the server has set.
fn limit(resource: Resource, soft: rlim_t, hard: rlim_t) -> nix::Result<()> {
    let (_, most) = getrlimit(resource)?;
    setrlimit(resource, soft.min(most), hard.min(most))
}

fn say(verdict: &Verdict) -> anyhow::Result<()> {
    let mut line = serde_json::to_vec(verdict)?;
    line.push(b'\n');
    std::io::stdout().lock().write_all(&line)?;
    Ok(())
}
