//! The parent's hold on a child: bounds in time and in words, and an end for it and all that came of it.

use std::{
    io,
    path::Path,
    process::{ExitStatus, Stdio},
    time::Duration,
};

use anyhow::Context;
use nix::{
    sys::signal::{Signal, killpg},
    unistd::Pid,
};
use tokio::{
    io::AsyncReadExt,
    process::{Child, Command},
    time::timeout,
};

/// How a child ended.
#[derive(Debug)]
pub(crate) enum End {
    /// By itself, or by a limit, having said this.
    Ended(ExitStatus, Vec<u8>),
    /// It was killed when its time was up.
    OutOfTime,
}

/// A child at the head of its own process group, which ends with it.
pub(crate) struct Group(Child);

impl Group {
    /// Starts `program` in `folder`, with nothing but `input` and a pipe for its answer. More may be set on the
    /// returned command before it is [run](Self::run).
    pub(crate) fn command(program: &Path, folder: &Path, input: Stdio) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .current_dir(folder)
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::null()) // a decoder's words may be a stranger's
            .process_group(0)
            .kill_on_drop(true);
        command
    }

    /// Starts the child; it is killed when this is dropped.
    pub(crate) fn start(mut command: Command) -> anyhow::Result<Self> {
        command.spawn().map(Self).context("starting the child")
    }

    /// Waits for `patience`, and for at most `answer_bytes` of what it says. Ends the whole group otherwise.
    pub(crate) async fn run(command: Command, patience: Duration, answer_bytes: u64) -> anyhow::Result<End> {
        let mut group = Self::start(command)?;
        if let Ok(ended) = timeout(patience, group.answer(answer_bytes)).await {
            let (status, answer) = ended.context("waiting for the child")?;
            return Ok(End::Ended(status, answer));
        }
        group.end().await?;
        Ok(End::OutOfTime)
    }

    pub(super) fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    async fn answer(&mut self, most: u64) -> io::Result<(ExitStatus, Vec<u8>)> {
        let mut answer = Vec::new();
        if let Some(stdout) = self.0.stdout.take() {
            stdout.take(most).read_to_end(&mut answer).await?;
        }
        Ok((self.0.wait().await?, answer))
    }

    /// Kills the group and waits until its head is gone.
    pub(super) async fn end(&mut self) -> anyhow::Result<ExitStatus> {
        self.kill();
        self.0.wait().await.context("waiting for the killed child")
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
