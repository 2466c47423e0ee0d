//! The parent's side of decoding: starts the child, waits within bounds, and believes little of what it says.

mod check;
mod film;
mod packing;
mod telling;
mod video;

use std::{
    collections::BTreeSet,
    fs::Permissions,
    os::unix::{fs::PermissionsExt, process::ExitStatusExt},
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    sync::Arc,
    time::Duration,
};

pub(crate) use video::Studio;

use anyhow::{Context, anyhow};
use ground::blobs::{PictureFormat, Rendition};
use nix::sys::signal::Signal;
use tempfile::TempDir;
use tokio::{
    process::Command,
    sync::{Semaphore, SemaphorePermit},
};

use self::check::{check_files, check_made, check_placeholder};
use crate::{
    child::{COMMAND, LIMITS_VARIABLE, Mode, TRY_AGAIN, Verdict},
    likeness::Sketch,
    picture::{Kind, Limits, Reason, sizes},
    sandbox::{End, Group, Layer, Leak, STOPPED, Tool, ToolLimits, Trial},
};

/// Turns files into renditions, a child process for each, with a common budget of memory. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Decoder {
    program: PathBuf,
    scratch: PathBuf,
    limits: Limits,
    budget: Arc<Semaphore>,
    budget_mib: u32,
}

/// A picture that came out well.
#[derive(Debug)]
pub struct Rendered {
    /// What the original is.
    pub kind: Kind,
    /// The file is whole, but its camera stopped early: what is missing at its end is grey.
    pub incomplete: bool,
    /// The original's width in pixels, upright.
    pub width: u32,
    /// The original's height in pixels, upright.
    pub height: u32,
    /// `ThumbHash` of the picture, at most 25 bytes.
    pub thumbhash: Vec<u8>,
    /// A WebP of at most 32 × 32 pixels, for a `data:` address.
    pub placeholder: Vec<u8>,
    /// What it is found again by; none of a flat picture.
    pub sketch: Option<Sketch>,
    /// The renditions, largest first, each width as WebP and as JPEG.
    pub files: Vec<RenderedFile>,
    /// The film of a picture that moves.
    pub film: Option<RenderedFile>,
    /// Where the files lie; they go with these.
    pub dirs: Vec<TempDir>,
}

/// One rendition, in a file.
#[derive(Debug, PartialEq, Eq)]
pub struct RenderedFile {
    /// The slot it fills: its nominal width, and its format.
    pub rendition: Rendition,
    /// Its real width in pixels: less than nominal if the original is narrower.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Where it lies.
    pub path: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
}

/// Why there are no renditions.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// The file's fault: a fact to store; it would be refused again.
    #[error("refused: {0}")]
    Refused(Reason),
    /// The machine's fault: try again later.
    #[error("the decoder did not run")]
    Infrastructure(#[source] anyhow::Error),
    /// Somebody else killed the child: an administrator, or the kernel when the whole machine ran out of memory. Once
    /// says nothing about the file; time and again does.
    #[error("the decoder was killed by {0:?}")]
    Killed(Option<Signal>),
}

impl From<Reason> for DecodeError {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason)
    }
}

impl From<anyhow::Error> for DecodeError {
    fn from(error: anyhow::Error) -> Self {
        Self::Infrastructure(error)
    }
}

/// What reading a header takes, in MiB.
const PROBE_MIB: u32 = 16;

/// How the C library hands out memory in a child: in pages of two mebibytes where the kernel has them
/// (glibc's manual, "Memory Related Tunables"). Of pages of four kibibytes, a photo touches ten times as many, which takes a
/// twentieth of its time.
const ALLOCATION: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");

/// The longest answer that a child may give, in bytes: eight renditions, a placeholder and a sketch take six thousand.
const ANSWER_BYTES: u64 = 16 * 1024;

impl Decoder {
    /// `program` is this program's own executable, `scratch` a folder for what the children write, and
    /// `budget_mib` what all children together may take, in MiB: one that needs more than is left waits, one that
    /// needs more than all runs alone.
    pub fn new(program: PathBuf, scratch: PathBuf, limits: Limits, budget_mib: u32) -> Self {
        let budget_mib = budget_mib.max(1);
        let permits = usize::try_from(budget_mib)
            .unwrap_or(Semaphore::MAX_PERMITS)
            .min(Semaphore::MAX_PERMITS);
        Self {
            program,
            scratch,
            limits,
            budget: Arc::new(Semaphore::new(permits)),
            budget_mib,
        }
    }

    /// Makes the renditions of the picture in the file `input`.
    ///
    /// # Errors
    /// [`DecodeError::Refused`] is about the file and final; [`DecodeError::Infrastructure`] is not.
    pub async fn render(&self, input: &Path) -> Result<Rendered, DecodeError> {
        let dir = private_folder(&self.scratch)?;
        let need_mib = self.probe(input, dir.path()).await?;
        match self.run(Mode::Render, need_mib, input, dir.path()).await? {
            Verdict::Ready {
                kind,
                incomplete,
                width,
                height,
                renditions,
                thumbhash,
                placeholder,
                sketch,
                animated,
            } => {
                self.limits.check_dimensions(width, height)?;
                let files = check_files(&renditions, (width, height), dir.path())?;
                check_placeholder(&thumbhash, &placeholder)?;
                let mut dirs = vec![dir];
                let mut film = None;
                if animated && let Some((file, dir)) = self.film(input, need_mib, (width, height)).await? {
                    film = Some(file);
                    dirs.push(dir);
                }
                Ok(Rendered {
                    kind,
                    incomplete,
                    width,
                    height,
                    thumbhash,
                    placeholder,
                    sketch,
                    files,
                    film,
                    dirs,
                })
            }
            Verdict::Refused { reason } => Err(reason.into()),
            Verdict::Possible { .. } | Verdict::Copied { .. } => Err(Reason::Broken.into()),
        }
    }

    /// Makes one JPEG of the picture in the file `input`, as large as its largest rendition would be. It goes with the
    /// folder.
    ///
    /// # Errors
    /// See [`Decoder::render`].
    pub(crate) async fn copy(&self, input: &Path) -> Result<(RenderedFile, TempDir), DecodeError> {
        let dir = private_folder(&self.scratch)?;
        let need_mib = self.probe(input, dir.path()).await?;
        match self.run(Mode::Copy, need_mib, input, dir.path()).await? {
            Verdict::Copied { width, height, copy } => {
                self.limits.check_dimensions(width, height)?;
                let size = sizes(width, height).into_iter().next().ok_or(Reason::Broken)?;
                Ok((check_made(&copy, (size, PictureFormat::Jpeg), dir.path())?, dir))
            }
            Verdict::Refused { reason } => Err(reason.into()),
            Verdict::Possible { .. } | Verdict::Ready { .. } => Err(Reason::Broken.into()),
        }
    }

    /// How much memory the picture in the file `input` will take to decode, in MiB.
    async fn probe(&self, input: &Path, dir: &Path) -> Result<u32, DecodeError> {
        let length = tokio::fs::metadata(input)
            .await
            .context("the file to decode")?
            .len();
        self.limits.check_length(length)?;
        match self.run(Mode::Probe, PROBE_MIB, input, dir).await? {
            Verdict::Possible { need_mib } => Ok(need_mib),
            Verdict::Refused { reason } => Err(reason.into()),
            Verdict::Ready { .. } | Verdict::Copied { .. } => Err(Reason::Broken.into()),
        }
    }

    /// Runs a foreign program on a stranger's file, once its share of memory is free. It may read `input`, and read
    /// and write the files in `folder`, which is made for it alone. Gives what it wrote to its standard output.
    ///
    /// # Errors
    /// [`DecodeError::Refused`] is about the file: the program gave up, or took more than `limits` allow.
    pub async fn tool(
        &self,
        tool: &Tool,
        folder: &Path,
        input: Stdio,
        limits: &ToolLimits,
    ) -> Result<Vec<u8>, DecodeError> {
        let _share = match limits.share_mib {
            Some(need_mib) => Some(self.share(need_mib).await?),
            None => None,
        };
        let command = tool.command(&self.program, folder, input, limits)?;
        let (status, answer) = match Group::run(command, limits.wall, limits.answer_bytes).await? {
            End::OutOfTime => return Err(Reason::TooHeavy.into()),
            End::Ended(status, answer) => (blame(status)?, answer),
        };
        match status.code() {
            Some(0) => Ok(answer),
            Some(STOPPED) => Err(Reason::TooHeavy.into()),
            _ => Err(Reason::Broken.into()),
        }
    }

    /// Starts children that try to break out of the sandbox. What they could do though it is only forbidden by layers
    /// that not every system has comes back as `Ok`: other layers still forbid it to decoders, and an administrator
    /// should know.
    ///
    /// # Errors
    /// Nothing may be decoded here: all that was found.
    pub async fn self_test(&self) -> Result<Vec<Leak>, Vec<Leak>> {
        let leaks = self.self_test_without(&BTreeSet::new()).await;
        if leaks.iter().any(Leak::forbids_work) {
            Err(leaks)
        } else {
            Ok(leaks)
        }
    }

    /// What the self-test would find if these layers were missing. No decoder is ever started so.
    pub async fn self_test_without(&self, layers: &BTreeSet<Layer>) -> Vec<Leak> {
        let trial = Trial {
            program: &self.program,
            scratch: &self.scratch,
            without: layers.clone(),
        };
        trial.run().await
    }

    /// Waits until so much of the common memory is free.
    async fn share(&self, need_mib: u32) -> anyhow::Result<SemaphorePermit<'_>> {
        self.budget
            .acquire_many(need_mib.clamp(1, self.budget_mib))
            .await
            .context("the budget was closed")
    }

    /// Runs one child, once its share of memory is free.
    async fn run(&self, mode: Mode, need_mib: u32, input: &Path, dir: &Path) -> Result<Verdict, DecodeError> {
        let _share = self.share(need_mib).await?;
        let command = self.command(mode, input, dir).await?;
        let patience = Duration::from_secs(self.limits.wall_seconds);
        match Group::run(command, patience, ANSWER_BYTES).await? {
            End::OutOfTime => Err(Reason::TooHeavy.into()),
            End::Ended(status, answer) => judge(status, &answer),
        }
    }

    /// The command that starts one child.
    async fn command(&self, mode: Mode, input: &Path, dir: &Path) -> anyhow::Result<Command> {
        let input = tokio::fs::File::open(input).await.context("the file to decode")?;
        let limits = serde_json::to_string(&self.limits).context("writing the limits")?;
        let mut command = Group::command(&self.program, dir, input.into_std().await.into());
        command
            .args([COMMAND, mode.name()])
            .env(LIMITS_VARIABLE, limits)
            .envs([ALLOCATION]);
        Ok(command)
    }
}

/// A new folder for one child. It is removed with all that is in it.
pub(crate) fn private_folder(scratch: &Path) -> anyhow::Result<TempDir> {
    tempfile::Builder::new()
        .prefix("decode-")
        .permissions(Permissions::from_mode(0o700))
        .tempdir_in(scratch)
        .context("a folder for the child")
}

/// What the child's end means.
fn judge(status: ExitStatus, answer: &[u8]) -> Result<Verdict, DecodeError> {
    match blame(status)?.code() {
        // A child that was taken over may say anything.
        Some(0) => Ok(serde_json::from_slice(answer).map_err(|_| Reason::Broken)?),
        Some(PANICKED) => Err(Reason::Broken.into()),
        code => Err(anyhow!("the child ended with status {code:?}").into()),
    }
}

/// Whose fault an end is that nobody chose. One with a status of its own passes: what it means, its program knows.
fn blame(status: ExitStatus) -> Result<ExitStatus, DecodeError> {
    use Signal::{SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP, SIGXCPU, SIGXFSZ};
    match (status.code(), status.signal().map(Signal::try_from)) {
        (None, Some(Ok(SIGSEGV | SIGBUS | SIGILL | SIGFPE | SIGTRAP))) => Err(Reason::Broken.into()),
        // SIGABRT: an allocation was over the limit on memory.
        (None, Some(Ok(SIGXCPU | SIGXFSZ | SIGABRT))) => Err(Reason::TooHeavy.into()),
        (Some(code), _) if code == i32::from(TRY_AGAIN) => {
            Err(anyhow!("the child could not do its work").into())
        }
        (Some(_), _) => Ok(status),
        (None, signal) => Err(DecodeError::Killed(signal.and_then(Result::ok))),
    }
}

/// The status with which Rust ends a program that panicked.
const PANICKED: i32 = 101;
