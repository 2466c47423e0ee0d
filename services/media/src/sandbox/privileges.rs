//! Who the process is, which namespaces it is in, and what it is allowed by who it is.

use std::{fs::File, path::Path};

use nix::{
    sched::{CloneFlags, unshare},
    unistd::{Gid, Uid, chown, fchown, setgroups, setresgid, setresuid},
};
use rustix::thread::{
    CapabilitySet, CapabilitySets, clear_ambient_capability_set, remove_capability_from_bounding_set,
    set_capabilities,
};

/// The user and group `nobody`, the same number on every system: the overflow id of the kernel.
const NOBODY: u32 = 65_534;

/// Becomes a user that owns nothing but the private folder and what the parent has laid into it.
pub(super) fn leave_root() -> anyhow::Result<()> {
    let (user, group) = (Uid::from_raw(NOBODY), Gid::from_raw(NOBODY));
    for entry in std::fs::read_dir(".")? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            chown(&Path::new(".").join(entry.file_name()), Some(user), Some(group))?;
        }
    }
    fchown(File::open(".")?, Some(user), Some(group))?;
    setgroups(&[])?;
    setresgid(group, group, group)?;
    setresuid(user, user, user)?;
    Ok(())
}

/// Leaves the network, the message queues and shared memory, the host's name and the control groups of everybody else,
/// as the owner of a new user namespace in which it has no name.
///
/// No process namespace: it would hold only children, and there are none. No mount namespace: a root of its own needs
/// none.
pub(super) fn unshare_namespaces() -> nix::Result<()> {
    unshare(
        CloneFlags::CLONE_NEWUSER
            | CloneFlags::CLONE_NEWNET
            | CloneFlags::CLONE_NEWIPC
            | CloneFlags::CLONE_NEWUTS
            | CloneFlags::CLONE_NEWCGROUP,
    )
}

/// Gives up every capability, and every way to get one back by executing a file.
pub(super) fn drop_capabilities() -> rustix::io::Result<()> {
    for capability in CapabilitySet::all().iter() {
        // Only who may set capabilities may empty the bounding set; for others it is without effect anyway, since
        // they set no_new_privs. A capability that the kernel does not know it cannot drop.
        if remove_capability_from_bounding_set(capability).is_err() {
            break;
        }
    }
    clear_ambient_capability_set()?;
    let none = CapabilitySet::empty();
    set_capabilities(
        None,
        CapabilitySets {
            effective: none,
            permitted: none,
            inheritable: none,
        },
    )
}
