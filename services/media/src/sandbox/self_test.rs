//! The parent's side of the self-test: starts the children that try to break out, and judges.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::TcpListener,
    os::unix::{fs::MetadataExt, process::ExitStatusExt},
    path::Path,
    process::Stdio,
    time::Duration,
};

use anyhow::{Context, anyhow, bail};
use nix::{sys::signal::kill, unistd::Pid};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};

use super::{
    Attempt, Bounds, End, Group, Layer, Leak, Profile, Without,
    prober::{Act, LINK, MADE, MODE, Order, Surroundings, Word},
};
use crate::{child::COMMAND, picture::MIB};

/// Small, so that the test is short.
const BOUNDS: Bounds = Bounds {
    memory_bytes: 512 * MIB,
    cpu_seconds: 1,
    file_bytes: MIB,
    processes: 1,
};

/// How long a child may wait for ever.
const PATIENCE: Duration = Duration::from_secs(1);

/// What breaking out, or using the processor for a second, may take: more than enough on a busy machine.
const LONG: Duration = Duration::from_mins(1);

const ANSWER_BYTES: u64 = 16 * 1024;

/// The test: where the children come from and where their folders are.
pub(crate) struct Trial<'a> {
    pub(crate) program: &'a Path,
    pub(crate) scratch: &'a Path,
    /// Left out on purpose, to see that it is missed.
    pub(crate) without: Without,
}

/// What succeeded that should not have.
type Found = BTreeMap<Attempt, Vec<Layer>>;

impl Trial<'_> {
    /// Runs everything under both profiles. Empty when all is well.
    pub(crate) async fn run(&self) -> Vec<Leak> {
        // A foreign program that cannot be executed here is as good as any: it is not going to be.
        let tool = Profile::Tool("/dev/null".into());
        let (decode, tool, spun) = tokio::join!(
            self.test_profile(Profile::Decode),
            self.test_profile(tool),
            self.spin(Profile::Decode)
        );
        let mut found = Found::new();
        let mut leaks = BTreeSet::new();
        for outcome in [decode, tool, spun] {
            match outcome {
                Ok(outcome) => found.extend(outcome),
                Err(error) => {
                    leaks.insert(match error.downcast_ref() {
                        Some(layer) => Leak::Missing(*layer),
                        None => Leak::Unusable(format!("{error:#}")),
                    });
                }
            }
        }
        leaks.extend(
            found
                .into_iter()
                .map(|(attempt, layers)| Leak::Open(attempt, layers)),
        );
        leaks.into_iter().collect()
    }

    async fn test_profile(&self, profile: Profile) -> anyhow::Result<Found> {
        let server = TcpListener::bind(("127.0.0.1", 0)).context("a server to connect to")?;
        let folder = self.folder()?;
        let neighbour = folder.path().join("secret");
        std::fs::write(&neighbour, "another reader's")?;
        let mut waiting = Group::start(self.command(
            &profile,
            &Without::new(),
            folder.path(),
            Stdio::piped(),
            Act::Wait,
        )?)?;
        self.wait_until_ready(&mut waiting).await?;
        let began = tokio::time::Instant::now();
        let neighbour_id = waiting.child().id().context("the waiting child is gone")?;
        let surroundings = Surroundings {
            neighbour,
            neighbour_id: i32::try_from(neighbour_id)?,
            above: String::new(),
            server: server.local_addr()?,
        };
        let whole = Without::new();
        // What the other layers hold when the strongest one has a hole.
        let holed = Without::from([Layer::Seccomp]);
        let (first, second) = tokio::join!(
            self.break_out(&profile, &whole, surroundings.clone()),
            self.break_out(&profile, &holed, surroundings),
        );
        let mut found = first?;
        found.extend(second?);
        tokio::time::sleep_until(began + PATIENCE).await;
        if !self.without.contains(&Layer::Ending) {
            waiting.end().await?;
        }
        if kill(Pid::from_raw(i32::try_from(neighbour_id)?), None).is_ok() {
            found.insert(
                Attempt::WaitForEver,
                Attempt::WaitForEver.denied_by(&profile).to_vec(),
            );
        }
        Ok(found)
    }

    /// One child that tries everything but what the layers `left_out` alone forbid.
    async fn break_out(
        &self,
        profile: &Profile,
        left_out: &Without,
        mut around: Surroundings,
    ) -> anyhow::Result<Found> {
        let folder = self.folder()?;
        around.above = folder
            .path()
            .file_name()
            .and_then(|name| name.to_str())
            .map(|name| format!("{name}-above"))
            .context("the folder's name")?;
        let above = folder.path().with_file_name(&around.above);
        std::os::unix::fs::symlink(&around.neighbour, folder.path().join(LINK))?;
        std::fs::write(folder.path().join("input"), "input")?;
        let input = std::fs::File::open(folder.path().join("input"))?;
        let command = self.command(profile, left_out, folder.path(), input.into(), Act::Break(around))?;
        let End::Ended(status, answer) = Group::run(command, LONG, ANSWER_BYTES).await? else {
            bail!("the child that breaks out did not end");
        };
        let words: Vec<Word> = serde_json::Deserializer::from_slice(&answer)
            .into_iter()
            .collect::<Result<_, _>>()
            .context("the child that breaks out does not speak clearly")?;
        let mut words = words.into_iter();
        let mut open = match words.next() {
            Some(Word::Open(open)) => open,
            Some(Word::Missing(layer)) => return Err(missing(layer)),
            _ => bail!("the child that breaks out ended early: {status}"),
        };
        if !matches!(words.next(), Some(Word::Same)) {
            open.push(Attempt::Execute);
        }
        let made = folder
            .path()
            .join(MADE)
            .symlink_metadata()
            .context("what the child made")?;
        if std::fs::remove_file(above).is_ok() {
            open.push(Attempt::WriteUpwards);
        }
        if made.uid() == 0 {
            open.push(Attempt::OwnAsRoot);
        }
        Ok(open
            .into_iter()
            .filter_map(|attempt| {
                let guilty = guilty(attempt, profile, left_out);
                (!guilty.is_empty()).then_some((attempt, guilty))
            })
            .collect())
    }

    async fn spin(&self, profile: Profile) -> anyhow::Result<Found> {
        let folder = self.folder()?;
        let command = self.command(&profile, &Without::new(), folder.path(), Stdio::null(), Act::Spin)?;
        // A processor second may take long on a busy machine; without the limit it takes for ever.
        let patience = if self.without.contains(&Layer::Limits) {
            PATIENCE * 3
        } else {
            LONG
        };
        match Group::run(command, patience, ANSWER_BYTES).await? {
            End::Ended(status, _) if status.signal().is_some() => Ok(Found::new()),
            End::Ended(status, answer) => match serde_json::from_slice(&answer) {
                Ok(Word::Missing(layer)) => Err(missing(layer)),
                _ => bail!("the child that uses the processor ended early: {status}"),
            },
            End::OutOfTime => {
                let attempt = Attempt::SpinProcessor;
                Ok(Found::from([(attempt, attempt.denied_by(&profile).to_vec())]))
            }
        }
    }

    async fn wait_until_ready(&self, waiting: &mut Group) -> anyhow::Result<()> {
        let answer = waiting.child().stdout.take().context("no answer")?;
        let mut line = String::new();
        tokio::time::timeout(LONG, BufReader::new(answer).read_line(&mut line))
            .await
            .context("the child that waits is not ready")??;
        match serde_json::from_str(&line).context("the child that waits ended")? {
            Word::Ready => Ok(()),
            Word::Missing(layer) => Err(missing(layer)),
            word => bail!("the child that waits says {word:?}"),
        }
    }

    fn folder(&self) -> anyhow::Result<TempDir> {
        crate::decoder::private_folder(self.scratch)
    }

    fn command(
        &self,
        profile: &Profile,
        left_out: &Without,
        folder: &Path,
        input: Stdio,
        act: Act,
    ) -> anyhow::Result<tokio::process::Command> {
        let processes = match profile {
            Profile::Decode => 1,
            Profile::Tool(_) => 16,
        };
        let order = Order {
            profile: profile.clone(),
            bounds: Bounds { processes, ..BOUNDS },
            without: self.without.union(left_out).copied().collect(),
            act,
        };
        let mut command = Group::command(self.program, folder, input);
        command.args([COMMAND, MODE]).arg(serde_json::to_string(&order)?);
        if self.without.contains(&Layer::Environment) {
            command.envs(std::env::vars_os());
        }
        Ok(command)
    }
}

/// The error that names its layer.
fn missing(layer: Layer) -> anyhow::Error {
    anyhow!("it cannot be had").context(layer)
}

/// The layers that should have forbidden it; none when only those left out do.
fn guilty(attempt: Attempt, profile: &Profile, left_out: &Without) -> Vec<Layer> {
    let denied_by = attempt.denied_by(profile);
    // Where the worker is not root, it has no other user to become.
    let absent = |layer: &Layer| *layer == Layer::User && !nix::unistd::geteuid().is_root();
    let layers: Vec<Layer> = denied_by.iter().copied().filter(|layer| !absent(layer)).collect();
    let expected = layers.iter().all(|layer| left_out.contains(layer));
    if expected {
        return Vec::new();
    }
    layers
        .into_iter()
        .filter(|layer| !left_out.contains(layer))
        .collect()
}
