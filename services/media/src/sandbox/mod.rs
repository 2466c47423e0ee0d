//! The sandbox of every process that touches a stranger's bytes.
//!
//! The parent (the worker) starts this same program as a child, in a process group and a private folder of its own.
//! Before it reads a byte of its input the child calls [`enter`], which gives up, layer by layer ([`Layer`]), everything
//! but what decoding needs. There are two profiles ([`Profile`]): this program decoding, and a foreign program such as
//! ffmpeg that the child becomes afterwards ([`tool`]). [`self_test`](crate::Decoder::self_test) starts children that
//! try to break out.

mod attempt;
mod bounds;
mod calls;
mod descriptors;
mod files;
mod group;
mod layer;
mod privileges;
mod prober;
mod self_test;
mod tool;

use std::{
    collections::BTreeSet,
    fs::File,
    io,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
};

use anyhow::Context;
use nix::sys::{prctl, signal::Signal, stat};
use serde::{Deserialize, Serialize};

pub use attempt::{Attempt, Leak};
pub(crate) use bounds::{Bounds, limit};
pub(crate) use group::{End, Group};
pub use layer::Layer;
pub(crate) use prober::{MODE as SELF_TEST_MODE, main as try_to_break_out};
pub(crate) use self_test::Trial;
pub use tool::{Input, Tool, ToolLimits};
pub(crate) use tool::{MODE as TOOL_MODE, STOPPED, become_program};

/// What the child will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Profile {
    /// This program, decoding: it reads its standard input and writes to its folder.
    Decode,
    /// A foreign program: it reads its libraries, too, and may have threads.
    Tool(PathBuf),
}

/// Layers to leave out, so that the self-test can be seen to miss them.
pub(crate) type Without = BTreeSet<Layer>;

/// What [`enter`] leaves in the child's hands.
pub(crate) struct Inside {
    status: Option<File>,
}

impl Inside {
    /// Bytes of address space in use.
    pub(crate) fn address_space(&self) -> anyhow::Result<u64> {
        let mut text = [0; 4096];
        let status = self
            .status
            .as_ref()
            .context("the system does not tell the child's size")?;
        let length = read_at_start(status, &mut text)?;
        std::str::from_utf8(text.get(..length).unwrap_or_default())?
            .lines()
            .find_map(|line| {
                line.strip_prefix("VmSize:")?
                    .trim()
                    .strip_suffix(" kB")?
                    .parse::<u64>()
                    .ok()
            })
            .map(|kib| kib * 1024)
            .context("the system does not tell the child's size")
    }
}

fn read_at_start(file: &File, buffer: &mut [u8]) -> io::Result<usize> {
    file.read_at(buffer, 0)
}

/// Shuts the calling process in. Its working directory is its private folder; it has one thread.
///
/// # Errors
/// When a layer that is required cannot be had: the process must end then. [`Layer::required`] tells which; the others
/// are left out where the system does not have them, and the self-test says so. The error names its [`Layer`].
pub(crate) fn enter(profile: &Profile, bounds: &Bounds, without: &Without) -> anyhow::Result<Inside> {
    let with = |layer| !without.contains(&layer);
    if with(Layer::Environment) {
        stat::umask(stat::Mode::from_bits_truncate(0o077));
    }
    if with(Layer::Descriptors) {
        descriptors::close_inherited().context(Layer::Descriptors)?;
    }
    // The last file of the outside: afterwards there is no way to it. It tells of this process alone.
    let status = match profile {
        Profile::Decode => Some(File::open("/proc/self/status").context("/proc is needed")?),
        Profile::Tool(_) => None,
    };
    // Landlock's rules name files: they are opened while there are names for them.
    let needed = files::needed(profile)?;
    if with(Layer::User) && nix::unistd::geteuid().is_root() {
        // Not required: where it fails, the capabilities are dropped all the same.
        let _still_root = privileges::leave_root();
    }
    if with(Layer::Ending) {
        // After the change of user, which clears it.
        prctl::set_pdeathsig(Signal::SIGKILL).context(Layer::Ending)?;
    }
    let apart = with(Layer::Namespaces) && privileges::unshare_namespaces().is_ok();
    if with(Layer::Root) && *profile == Profile::Decode {
        // Allowed to root and to whoever has a user namespace of its own.
        let _not_allowed = files::make_folder_the_root();
    }
    bounds::set(bounds, without, apart).context(Layer::Limits)?;
    if with(Layer::NoNewPrivileges) {
        prctl::set_no_new_privs().context(Layer::NoNewPrivileges)?;
    }
    if with(Layer::Capabilities) {
        privileges::drop_capabilities().context(Layer::Capabilities)?;
    }
    if with(Layer::Landlock) {
        files::restrict(needed, with(Layer::Scope)).context(Layer::Landlock)?;
    }
    if with(Layer::Seccomp) {
        calls::restrict(profile).context(Layer::Seccomp)?;
    }
    Ok(Inside { status })
}

/// The executable called `name` in the folders of `PATH`, without links.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| is_executable(file))
        .and_then(|file| file.canonicalize().ok())
}

fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}
