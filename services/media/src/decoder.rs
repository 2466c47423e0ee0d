//! The parent's side of decoding: starts the child, waits within bounds, and believes little of what it says.

use std::{
    io,
    os::unix::process::ExitStatusExt,
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, anyhow};
use ground::blobs::{PictureFormat, Rendition};
use nix::{
    sys::signal::{Signal, killpg},
    unistd::Pid,
};
use tempfile::TempDir;
use tokio::{
    io::AsyncReadExt,
    process::{Child, Command},
    sync::Semaphore,
    time::timeout,
};

use crate::{
    child::{COMMAND, LIMITS_VARIABLE, Mode, TRY_AGAIN, Verdict},
    picture::{Kind, Limits, Made, Reason, sizes},
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
    /// The renditions, largest first, each width as WebP and as JPEG.
    pub files: Vec<RenderedFile>,
    /// Where the files lie; they go with it.
    pub dir: TempDir,
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

/// The longest answer that a child may give, in bytes: eight renditions and a placeholder take three thousand.
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
        let length = tokio::fs::metadata(input)
            .await
            .context("the file to decode")?
            .len();
        self.limits.check_length(length)?;
        let dir = tempfile::Builder::new()
            .prefix("decode-")
            .tempdir_in(&self.scratch)
            .context("a folder for the child")?;
        let need_mib = match self.run(Mode::Probe, PROBE_MIB, input, dir.path()).await? {
            Verdict::Possible { need_mib } => need_mib,
            Verdict::Refused { reason } => return Err(reason.into()),
            Verdict::Ready { .. } => return Err(Reason::Broken.into()),
        };
        match self.run(Mode::Render, need_mib, input, dir.path()).await? {
            Verdict::Ready {
                kind,
                incomplete,
                width,
                height,
                renditions,
                thumbhash,
                placeholder,
            } => {
                self.limits.check_dimensions(width, height)?;
                let files = check_files(&renditions, (width, height), dir.path())?;
                check_placeholder(&thumbhash, &placeholder)?;
                Ok(Rendered {
                    kind,
                    incomplete,
                    width,
                    height,
                    thumbhash,
                    placeholder,
                    files,
                    dir,
                })
            }
            Verdict::Refused { reason } => Err(reason.into()),
            Verdict::Possible { .. } => Err(Reason::Broken.into()),
        }
    }

    /// Runs one child, once its share of memory is free.
    async fn run(&self, mode: Mode, need_mib: u32, input: &Path, dir: &Path) -> Result<Verdict, DecodeError> {
        let share = need_mib.clamp(1, self.budget_mib);
        let _share = self
            .budget
            .acquire_many(share)
            .await
            .context("the budget was closed")?;
        let input = tokio::fs::File::open(input)
            .await
            .context("the file to decode")?
            .into_std()
            .await;
        let limits = serde_json::to_string(&self.limits).context("writing the limits")?;
        let child = Command::new(&self.program)
            .args([COMMAND, mode.name()])
            .env_clear()
            .env(LIMITS_VARIABLE, limits)
            .current_dir(dir)
            .stdin(Stdio::from(input))
            .stdout(Stdio::piped())
            .stderr(Stdio::null()) // a decoder's words may be a stranger's
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .context("starting the child")?;
        let mut group = Group(child);
        let patience = Duration::from_secs(self.limits.wall_seconds);
        let Ok(ended) = timeout(patience, group.answer()).await else {
            group.kill();
            group.0.wait().await.context("waiting for the killed child")?;
            return Err(Reason::TooHeavy.into());
        };
        let (status, answer) = ended.context("waiting for the child")?;
        judge(status, &answer)
    }
}

/// A child at the head of its own process group, which ends with it.
struct Group(Child);

impl Group {
    async fn answer(&mut self) -> io::Result<(ExitStatus, Vec<u8>)> {
        let mut answer = Vec::new();
        if let Some(stdout) = self.0.stdout.take() {
            stdout.take(ANSWER_BYTES).read_to_end(&mut answer).await?;
        }
        Ok((self.0.wait().await?, answer))
    }

    fn kill(&self) {
        // The number is the child's for as long as nobody has waited for it.
        if let Some(id) = self.0.id().and_then(|id| i32::try_from(id).ok()) {
            let _gone_already = killpg(Pid::from_raw(id), Signal::SIGKILL);
        }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What the child's end means.
fn judge(status: ExitStatus, answer: &[u8]) -> Result<Verdict, DecodeError> {
    use Signal::{SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP, SIGXCPU, SIGXFSZ};
    match (status.code(), status.signal().map(Signal::try_from)) {
        // A child that was taken over may say anything.
        (Some(0), _) => Ok(serde_json::from_slice(answer).map_err(|_| Reason::Broken)?),
        (Some(PANICKED), _) | (None, Some(Ok(SIGSEGV | SIGBUS | SIGILL | SIGFPE | SIGTRAP))) => {
            Err(Reason::Broken.into())
        }
        // SIGABRT: an allocation was over the limit on memory.
        (None, Some(Ok(SIGXCPU | SIGXFSZ | SIGABRT))) => Err(Reason::TooHeavy.into()),
        (Some(code), _) if code == i32::from(TRY_AGAIN) => {
            Err(anyhow!("the child could not do its work").into())
        }
        (Some(code), _) => Err(anyhow!("the child ended with status {code}").into()),
        // Somebody else stopped it: an administrator, or the kernel when the whole machine ran out of memory.
        (None, signal) => Err(anyhow!("the child was stopped: {signal:?}").into()),
    }
}

/// The status with which Rust ends a program that panicked.
const PANICKED: i32 = 101;

/// The files must be those that follow from the picture's size, no more and no less, and be what they are called.
fn check_files(
    made: &[Made],
    (width, height): (u32, u32),
    dir: &Path,
) -> Result<Vec<RenderedFile>, DecodeError> {
    let expected: Vec<(Rendition, u32, u32)> = sizes(width, height)
        .into_iter()
        .flat_map(|size| {
            [PictureFormat::Webp, PictureFormat::Jpeg].map(|format| {
                (
                    Rendition {
                        width: size.slot,
                        format,
                    },
                    size.width,
                    size.height,
                )
            })
        })
        .collect();
    if made.len() != expected.len() {
        return Err(Reason::Broken.into());
    }
    made.iter()
        .zip(expected)
        .map(|(made, (rendition, width, height))| {
            if (made.name.parse(), made.width, made.height) != (Ok(rendition), width, height) {
                return Err(Reason::Broken.into());
            }
            let path = dir.join(rendition.to_string());
            check_file(&path, rendition.format, made.bytes)?;
            Ok(RenderedFile {
                rendition,
                width,
                height,
                path,
                bytes: made.bytes,
            })
        })
        .collect()
}

fn check_file(path: &Path, format: PictureFormat, bytes: u64) -> Result<(), DecodeError> {
    let metadata = path.symlink_metadata().map_err(|_| Reason::Broken)?;
    if !metadata.is_file() || metadata.len() != bytes {
        return Err(Reason::Broken.into());
    }
    let mut head = [0; 12];
    let file = std::fs::File::open(path).context("a rendition")?;
    let read = io::Read::read(&mut io::Read::take(file, 12), &mut head).context("a rendition")?;
    let kind = crate::picture::recognise(head.get(..read).unwrap_or_default());
    let expected = match format {
        PictureFormat::Webp => Kind::WebP,
        PictureFormat::Jpeg => Kind::Jpeg,
    };
    if kind == Some(expected) {
        Ok(())
    } else {
        Err(Reason::Broken.into())
    }
}

fn check_placeholder(thumbhash: &[u8], placeholder: &[u8]) -> Result<(), Reason> {
    let small = (5..=25).contains(&thumbhash.len()) && placeholder.len() <= 1024;
    if small && crate::picture::recognise(placeholder) == Some(Kind::WebP) {
        Ok(())
    } else {
        Err(Reason::Broken)
    }
}
