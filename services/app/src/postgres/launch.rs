//! How `PostgreSQL`'s programs are started: this program starts itself once more as a small launcher,
//! which gives up root, asks to be ended with its parent, and then becomes the program.
//!
//! The launcher is what other programs do between fork and exec, where only unsafe code may run.

use std::{
    ffi::{OsStr, OsString},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};
use nix::{
    sys::{prctl::set_pdeathsig, signal::Signal},
    unistd::{Gid, Pid, Uid, getppid, setgid, setgroups, setsid, setuid},
};

use super::folder::Owner;

/// The hidden subcommand that [`run_child`] serves.
const SUBCOMMAND: &str = "postgres-child";

/// Starts programs as the server's user.
pub(super) struct Launcher {
    program: PathBuf,
    owner: Option<Owner>,
}

impl Launcher {
    pub(super) fn new(program: &Path, owner: Option<Owner>) -> Self {
        Self {
            program: program.to_path_buf(),
            owner,
        }
    }

    pub(super) fn owner(&self) -> Option<Owner> {
        self.owner
    }

    /// `program` in the folder `dir`, to be ended when the **thread** that starts it ends.
    pub(super) fn command(&self, dir: &Path, program: &Path) -> Command {
        let mut command = self.enter(dir);
        command.arg("--").arg(program);
        command
    }

    /// Whether the server's user can enter `dir`, asked of the kernel by that user.
    pub(super) fn can_enter(&self, dir: &Path) -> Result<bool> {
        let status = self
            .enter(dir)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .with_context(|| format!("cannot start {}", self.program.display()))?;
        Ok(status.success())
    }

    /// As [`Launcher::can_enter`], a no being an error in words.
    pub(super) fn must_enter(&self, dir: &Path) -> Result<()> {
        let Some(owner) = self.owner else { return Ok(()) };
        ensure!(
            self.can_enter(dir)?,
            "{} cannot be reached by the user {owner}, who must run PostgreSQL because this program runs as root: \
             let others pass through the folders above it (chmod o+x), choose another data folder such as {}, or \
             run this as another user",
            dir.display(),
            super::folder::SYSTEM_FOLDER
        );
        Ok(())
    }

    fn enter(&self, dir: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.arg(SUBCOMMAND);
        if let Some(owner) = self.owner {
            command.args(["--uid", &owner.uid.to_string(), "--gid", &owner.gid.to_string()]);
        }
        command
            .args(["--parent", &std::process::id().to_string()])
            .arg("--dir")
            .arg(dir);
        command
    }
}

/// What a launcher is told: `[--uid U --gid G] --parent PID --dir DIR [-- PROGRAM ARGUMENT…]`.
#[derive(Debug, PartialEq, Eq)]
struct Order {
    uid: Option<u32>,
    gid: Option<u32>,
    parent: i32,
    dir: PathBuf,
    program: Vec<OsString>,
}

impl Order {
    fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Self> {
        let (mut uid, mut gid, mut parent, mut dir) = (None, None, None, None);
        let mut program = Vec::new();
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            let mut value = || {
                args.next()
                    .with_context(|| format!("{} needs a value", arg.display()))
            };
            match arg.to_str() {
                Some("--uid") => uid = Some(number(&value()?)?),
                Some("--gid") => gid = Some(number(&value()?)?),
                Some("--parent") => parent = Some(number(&value()?)?),
                Some("--dir") => dir = Some(value()?.into()),
                // A parser of command lines before us may have taken it away.
                Some("--") => {}
                _ => {
                    program.push(arg);
                    program.extend(args);
                    break;
                }
            }
        }
        ensure!(uid.is_some() == gid.is_some(), "a user and a group come together");
        Ok(Self {
            uid,
            gid,
            parent: parent.context("whose child am I?")?,
            dir: dir.context("in which folder?")?,
            program,
        })
    }
}

fn number<T: std::str::FromStr>(text: &OsStr) -> Result<T> {
    text.to_str()
        .and_then(|text| text.parse().ok())
        .with_context(|| format!("{} is not a number of the right kind", text.display()))
}

/// Serves the hidden subcommand `postgres-child`, given the arguments after that word: becomes the
/// program it is told. Returns `Ok` only when it was told none, which is the question whether the folder
/// can be entered.
///
/// # Errors
/// When the arguments are not ours, the user cannot be changed, the parent is gone, the folder cannot be
/// entered or the program not be started.
pub fn run_child(args: impl IntoIterator<Item = OsString>) -> Result<()> {
    let order = Order::parse(args)?;
    setsid().context("cannot leave the terminal, whose Ctrl-C is for our parent alone")?;
    if let (Some(uid), Some(gid)) = (order.uid, order.gid) {
        let gid = Gid::from_raw(gid);
        setgroups(&[gid]).context("cannot leave root's groups")?;
        setgid(gid).context("cannot change the group")?;
        setuid(Uid::from_raw(uid)).context("cannot change the user")?;
    }
    // After the change of user, which would forget it. It survives the exec below.
    set_pdeathsig(Signal::SIGINT).context("cannot ask to be ended with the parent")?;
    if getppid() != Pid::from_raw(order.parent) {
        bail!("the parent ended meanwhile");
    }
    std::env::set_current_dir(&order.dir).with_context(|| format!("cannot enter {}", order.dir.display()))?;
    let Some((program, arguments)) = order.program.split_first() else {
        return Ok(());
    };
    let failed = Command::new(program)
        .args(arguments)
        .env_clear()
        .envs([("PATH", "/usr/bin:/bin"), ("LC_ALL", "C.UTF-8"), ("TZ", "UTC")])
        .exec();
    Err(failed).with_context(|| format!("cannot start {}", program.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Order> {
        Order::parse(line.split(' ').map(OsString::from))
    }

    #[test]
    fn the_launcher_understands_what_it_is_told() {
        let owner = Some(Owner { uid: 101, gid: 104 });
        let launcher = Launcher::new(Path::new("/bepart"), owner);
        let mut command = launcher.command(Path::new("/data/pg"), Path::new("/bin/postgres"));
        command.args(["-D", "/data/pg", "--uid", "0"]);
        let told = command.get_args().skip(1).map(OsString::from);
        let program = ["/bin/postgres", "-D", "/data/pg", "--uid", "0"]
            .map(OsString::from)
            .to_vec();
        let parent = i32::try_from(std::process::id()).unwrap();
        let dir = PathBuf::from("/data/pg");
        let order = Order {
            uid: Some(101),
            gid: Some(104),
            parent,
            dir,
            program,
        };
        assert_eq!(Order::parse(told).unwrap(), order);
    }

    #[test]
    fn half_an_order_is_refused() {
        assert!(parse("--parent 1 --dir /data /bin/postgres").is_ok());
        for half in [
            "--uid 101 --parent 1 --dir /data /bin/postgres",
            "--dir /data /bin/postgres",
            "--parent 1 /bin/postgres",
            "--parent one --dir /data",
            "--dir /data --parent",
        ] {
            assert!(parse(half).is_err(), "{half}");
        }
    }
}
