//! Limits on what the process may take, kept by the kernel (`setrlimit(2)`).

use nix::sys::resource::{Resource, getrlimit, rlim_t, setrlimit};
use serde::{Deserialize, Serialize};

use super::{Layer, Without};

/// How much a child may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bounds {
    /// Address space, in bytes.
    pub(crate) memory_bytes: u64,
    /// Processor time of all its threads, in seconds.
    pub(crate) cpu_seconds: u64,
    /// The largest file it may write, in bytes.
    pub(crate) file_bytes: u64,
    /// Processes and threads, itself counted.
    pub(crate) processes: u64,
}

/// Most files it may have open.
pub(super) const OPEN_FILES: u64 = 32;

/// Sets the limits. `apart`: it has a user namespace of its own.
pub(super) fn set(bounds: &Bounds, without: &Without, apart: bool) -> nix::Result<()> {
    if !without.contains(&Layer::Limits) {
        // A core dump would hold the picture.
        limit(Resource::RLIMIT_CORE, 0, 0)?;
        limit(Resource::RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES)?;
        limit(Resource::RLIMIT_FSIZE, bounds.file_bytes, bounds.file_bytes)?;
        limit(Resource::RLIMIT_AS, bounds.memory_bytes, bounds.memory_bytes)?;
        // At the soft limit comes SIGXCPU, which tells the parent why; at the hard one SIGKILL, which does not.
        limit(Resource::RLIMIT_CPU, bounds.cpu_seconds, bounds.cpu_seconds + 2)?;
    }
    // The kernel counts a user's processes in each user namespace; outside one, the server's threads would count.
    // Nobody's threads matter to a process that may have no second one.
    if !without.contains(&Layer::Processes) && (apart || bounds.processes == 1) {
        limit(Resource::RLIMIT_NPROC, bounds.processes, bounds.processes)?;
    }
    Ok(())
}

/// Lets everything else on the machine go first.
#[expect(unsafe_code, reason = "no crate that is here already wraps it")]
pub(super) fn yield_to_others() {
    // SAFETY: it changes a number of this process, of no memory.
    unsafe {
        libc::setpriority(libc::PRIO_PROCESS, 0, 10);
    }
}

/// Sets a limit, or leaves the stricter one that whoever runs the server has set.
pub(crate) fn limit(resource: Resource, soft: rlim_t, hard: rlim_t) -> nix::Result<()> {
    let (_, most) = getrlimit(resource)?;
    setrlimit(resource, soft.min(most), hard.min(most))
}
