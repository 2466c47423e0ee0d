//! A foreign program, such as ffmpeg, on a stranger's file.
//!
//! The parent starts `bepart decode tool`, which shuts itself in and only then becomes the program: there is no moment at
//! which the program runs outside.

use std::{
    ffi::OsString,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, ensure};
use serde::{Deserialize, Serialize};

use super::{Bounds, Group, Profile, Without, bounds::yield_to_others, enter, find_program};
use crate::{child::COMMAND, picture::MIB};

/// The mode of the child that becomes a foreign program.
pub(crate) const MODE: &str = "tool";

/// The status with which ffmpeg says that it was stopped by a signal. It gets one, when its processor time is up.
pub(crate) const STOPPED: i32 = 255;

/// What a foreign program may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToolLimits {
    /// Address space, in bytes.
    pub memory_bytes: u64,
    /// Processor time of all its threads, in seconds.
    pub cpu_seconds: u64,
    /// Time on the clock until it is killed, with all that came of it.
    pub wall: Duration,
    /// The largest file it may write, in bytes.
    pub file_bytes: u64,
    /// Threads it may have.
    pub threads: u32,
    /// The longest answer on its standard output, in bytes.
    pub answer_bytes: u64,
    /// What it takes of the decoders' common memory, in MiB. None: somebody else sees to it that there is one at a time.
    pub share_mib: Option<u32>,
    /// Whether everything else goes first (`nice(2)`).
    pub yielding: bool,
    /// Whether it keeps the memory that it lets go of: one that copies asks for as much again at once.
    pub keeping: bool,
}

/// Makes the C library keep memory (glibc's manual, "Memory Related Tunables"): of buffers that go back to the system,
/// each page is made zero anew, which takes a third of what copying a film does.
const KEEPING: (&str, &str) = (
    "GLIBC_TUNABLES",
    "glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=67108864",
);

impl Default for ToolLimits {
    fn default() -> Self {
        Self {
            memory_bytes: 1024 * MIB,
            cpu_seconds: 20,
            wall: Duration::from_secs(30),
            file_bytes: 256 * MIB,
            threads: 16,
            answer_bytes: 64 * 1024,
            share_mib: Some(1024),
            yielding: false,
            keeping: false,
        }
    }
}

/// Where a foreign program finds its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input<'a> {
    /// On standard input, from which it cannot seek.
    Stdin,
    /// In its folder, under this name.
    File(&'a str),
}

/// A call of a foreign program. It can be made only of the calls below, which cannot leave out what makes them safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tool {
    program: PathBuf,
    arguments: Vec<OsString>,
}

impl Tool {
    /// A call of ffmpeg: `before` are options of the input, `after` everything behind it. `formats` names the only
    /// demuxers that may look at the input, such as `gif` or `mov,matroska`: a playlist among them could name other
    /// files.
    ///
    /// # Errors
    /// When ffmpeg is not installed.
    pub fn ffmpeg(formats: &str, before: &[&str], input: Input<'_>, after: &[&str]) -> anyhow::Result<Self> {
        let mut arguments = vec!["-nostdin", "-y"];
        arguments.extend(before);
        Self::guarded("ffmpeg", formats, &arguments, input, after)
    }

    /// A call of ffprobe with these options, on the input.
    ///
    /// # Errors
    /// When ffprobe is not installed.
    pub fn ffprobe(formats: &str, options: &[&str], input: Input<'_>) -> anyhow::Result<Self> {
        Self::guarded("ffprobe", formats, options, input, &[])
    }

    /// No banner, no other protocol than the input's, no other format than these. The last of equal options counts and
    /// the first input takes them, so these stand directly before the only one.
    fn guarded(
        name: &str,
        formats: &str,
        before: &[&str],
        input: Input<'_>,
        after: &[&str],
    ) -> anyhow::Result<Self> {
        ensure!(
            !before.contains(&"-i") && !after.contains(&"-i"),
            "{name} gets one input"
        );
        let program = find_program(name).with_context(|| format!("{name} is not installed"))?;
        let (protocol, address) = match input {
            Input::Stdin => ("pipe", "pipe:0".to_owned()),
            // With its protocol, so that no name is taken for another one.
            Input::File(name) => ("file", format!("file:{name}")),
        };
        let guards = [
            "-hide_banner",
            "-loglevel",
            "error",
            "-protocol_whitelist",
            protocol,
            "-format_whitelist",
            formats,
            "-i",
            &address,
        ];
        let arguments = before
            .iter()
            .chain(&guards)
            .chain(after)
            .map(OsString::from)
            .collect();
        Ok(Self { program, arguments })
    }

    /// The command that starts `program`, our own, as the child which becomes this tool.
    pub(crate) fn command(
        &self,
        program: &Path,
        folder: &Path,
        input: Stdio,
        limits: &ToolLimits,
    ) -> anyhow::Result<tokio::process::Command> {
        let order = Order {
            program: self.program.clone(),
            bounds: Bounds {
                memory_bytes: limits.memory_bytes,
                cpu_seconds: limits.cpu_seconds,
                file_bytes: limits.file_bytes,
                processes: limits.threads.into(),
            },
            yielding: limits.yielding,
        };
        let mut command = Group::command(program, folder, input);
        command
            .args([COMMAND, MODE])
            // A heap for every thread would fill the address space with emptiness.
            .env("MALLOC_ARENA_MAX", "2")
            .arg(serde_json::to_string(&order).context("writing the order")?)
            .args(&self.arguments);
        if limits.keeping {
            command.envs([KEEPING]);
        }
        Ok(command)
    }
}

/// What the child is to become, and within which bounds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    program: PathBuf,
    bounds: Bounds,
    yielding: bool,
}

/// The child's side: shuts itself in and becomes the program. It returns only when that fails.
pub(crate) fn become_program(arguments: &[OsString]) -> anyhow::Error {
    match entered(arguments) {
        Ok(mut command) => anyhow::Error::from(command.exec()).context("becoming the program"),
        Err(error) => error,
    }
}

fn entered(arguments: &[OsString]) -> anyhow::Result<Command> {
    let (order, arguments) = arguments.split_first().context("no order")?;
    let order: Order = serde_json::from_slice(order.as_encoded_bytes()).context("the order")?;
    let mut command = Command::new(&order.program);
    command.args(arguments);
    if order.yielding {
        yield_to_others();
    }
    enter(&Profile::Tool(order.program), &order.bounds, &Without::new())?;
    Ok(command)
}

#[cfg(test)]
mod tests;
