//! The child of the self-test: shut in like any other, it tries to get out, and tells what succeeded.

use std::{
    ffi::OsString,
    fs::{File, OpenOptions},
    hint::black_box,
    io::{Read, Write},
    mem,
    net::{SocketAddr, TcpStream},
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::Context;
use nix::{
    ifaddrs::getifaddrs,
    net::if_::InterfaceFlags,
    sched::{CloneFlags, unshare},
    sys::{
        prctl, ptrace,
        resource::{RLIM_INFINITY, Resource, getrlimit, setrlimit},
        signal::{SigSet, Signal, kill},
        socket::{AddressFamily, SockFlag, SockType, socket},
    },
    unistd::{Pid, Uid, getppid, setresuid},
};
use serde::{Deserialize, Serialize};

use super::{Attempt, Bounds, Layer, Profile, Without, bounds::OPEN_FILES, enter};

/// The mode of this child.
pub(crate) const MODE: &str = "selftest";

/// What the child is asked to do. Only this mode understands `without`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Order {
    pub(super) profile: Profile,
    pub(super) bounds: Bounds,
    pub(super) without: Without,
    pub(super) act: Act,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Act {
    /// Try everything once.
    Break(Surroundings),
    /// Use the processor until the end.
    Spin,
    /// Say that it is shut in, then wait for more input, which never comes.
    Wait,
}

/// What there is to be reached outside.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Surroundings {
    /// Another job's file.
    pub(super) neighbour: PathBuf,
    /// The process of that job.
    pub(super) neighbour_id: i32,
    /// A name in the folder above that no file has.
    pub(super) above: String,
    /// A server that listens.
    pub(super) server: SocketAddr,
}

/// The link, in the child's folder, to the other job's file.
pub(super) const LINK: &str = "link";
/// The file that the child makes in its folder.
pub(super) const MADE: &str = "made";

/// What the child tells, in one line each.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Word {
    /// It could not be shut in.
    Missing(Layer),
    /// It is shut in and waits.
    Ready,
    /// These succeeded.
    Open(Vec<Attempt>),
    /// It is still this program.
    Same,
}

/// The child's whole life.
pub(crate) fn main(arguments: &[OsString]) -> anyhow::Result<()> {
    let [order] = arguments else {
        anyhow::bail!("the order is missing");
    };
    let order: Order = serde_json::from_slice(order.as_encoded_bytes()).context("the order")?;
    // Left open, at a number that the process does not come to by itself.
    let inherited = rustix::io::fcntl_dupfd_cloexec(File::open("/proc/self/exe")?, 20)?;
    let _inside = match enter(&order.profile, &order.bounds, &order.without) {
        Ok(inside) => inside,
        Err(error) => {
            let missing = error.downcast_ref::<Layer>().copied();
            return missing.map_or(Err(error), |layer| say(&Word::Missing(layer)));
        }
    };
    match &order.act {
        Act::Break(around) => break_out(&order.bounds, around, File::from(inherited)),
        Act::Spin => spin(),
        Act::Wait => {
            say(&Word::Ready)?;
            std::io::stdin().read_to_end(&mut Vec::new())?;
            Ok(())
        }
    }
}

fn break_out(bounds: &Bounds, around: &Surroundings, inherited: File) -> anyhow::Result<()> {
    std::io::stdin()
        .read_to_end(&mut Vec::new())
        .context("reading the input")?;
    let made = File::create(MADE).context("writing to its own folder")?;
    // What comes of it the parent sees: from a root folder upwards is the same folder.
    let _written = std::fs::write(Path::new("..").join(&around.above), "escaped");
    let mut tried = files(around, &made);
    tried.push((Attempt::ReadInherited, reads(&inherited)));
    mem::forget(inherited); // it was closed behind its back
    tried.extend(others(around));
    tried.extend(itself(bounds, &made));
    // What changes the process comes last, in this order: threads have no say about namespaces.
    tried.push((Attempt::ExceedLimits, raises_limits()));
    tried.push((Attempt::MakeNamespace, unshare(CloneFlags::CLONE_NEWUSER).is_ok()));
    tried.push((Attempt::StartThreads, starts_threads()));
    let open = tried
        .into_iter()
        .filter_map(|(attempt, succeeded)| succeeded.then_some(attempt));
    say(&Word::Open(open.collect()))?;
    // If this succeeds, the second word is never said.
    let _not_executed = Command::new("/bin/true").exec();
    say(&Word::Same)
}

/// What was tried, and whether it succeeded.
type Tried = Vec<(Attempt, bool)>;

fn files(around: &Surroundings, made: &File) -> Tried {
    let neighbour = &around.neighbour;
    let upwards: PathBuf = ["..".as_ref()]
        .into_iter()
        .chain(neighbour.parent().and_then(Path::file_name))
        .chain(neighbour.file_name())
        .collect();
    let id = std::process::id();
    vec![
        (Attempt::ReadSystemFile, can_read("/etc/passwd")),
        (
            Attempt::ReadProcesses,
            can_read("/proc/1/environ") || can_read("/proc/self/environ"),
        ),
        (Attempt::ReadNeighbour, can_read(neighbour)),
        (Attempt::ReadNeighbourUpwards, can_read(upwards)),
        (Attempt::ReadNeighbourByLink, can_read(LINK)),
        (Attempt::WriteByLink, can_write(LINK, false)),
        (
            Attempt::WriteElsewhere,
            can_write(format!("/tmp/bepart-selftest-{id}"), true),
        ),
        (Attempt::ListFolder, std::fs::read_dir(".").is_ok()),
        (
            Attempt::SeeNames,
            Path::new("/etc/passwd").symlink_metadata().is_ok(),
        ),
        (
            Attempt::ShareFile,
            made.metadata()
                .is_ok_and(|made| made.permissions().mode() & 0o077 != 0),
        ),
    ]
}

fn others(around: &Surroundings) -> Tried {
    let (neighbour, worker) = (Pid::from_raw(around.neighbour_id), getppid());
    // Seizing does not stop the process, and ends with this one; no signal at all needs the same permission as any.
    let can_trace = |process| ptrace::seize(process, ptrace::Options::empty()).is_ok();
    let can_signal = |process| kill(process, None).is_ok();
    vec![
        (Attempt::SocketLocal, can_make_socket(AddressFamily::Unix)),
        (Attempt::SocketInternet, can_make_socket(AddressFamily::Inet)),
        (Attempt::SocketKernel, can_make_socket(AddressFamily::Netlink)),
        (
            Attempt::Connect,
            TcpStream::connect_timeout(&around.server, Duration::from_millis(500)).is_ok(),
        ),
        (Attempt::SeeInterfaces, sees_interfaces()),
        (Attempt::StartProcess, starts_processes()),
        (Attempt::TraceNeighbour, can_trace(neighbour)),
        (Attempt::TraceWorker, can_trace(worker)),
        (Attempt::SignalNeighbour, can_signal(neighbour)),
        (Attempt::SignalWorker, can_signal(worker)),
    ]
}

fn itself(bounds: &Bounds, made: &File) -> Tried {
    vec![
        (Attempt::SeeEnvironment, std::env::vars_os().next().is_some()),
        (Attempt::AllocateMuch, allocates_much()),
        (Attempt::WriteMuch, writes_much(made, bounds.file_bytes)),
        (Attempt::ExceedLimits, exceeds_limits(bounds)),
        (
            Attempt::OutliveWorker,
            prctl::get_pdeathsig() != Ok(Some(Signal::SIGKILL)),
        ),
        (Attempt::HoldCapability, holds_capabilities()),
        (Attempt::GainPrivileges, prctl::get_no_new_privs() != Ok(true)),
        (Attempt::BecomeRoot, becomes_root()),
    ]
}

fn reads(mut file: &File) -> bool {
    file.read(&mut [0; 16]).is_ok_and(|length| length > 0)
}

fn can_read(path: impl AsRef<Path>) -> bool {
    File::open(path).is_ok_and(|file| reads(&file))
}

fn can_write(path: impl AsRef<Path>, new: bool) -> bool {
    let path = path.as_ref();
    let written = OpenOptions::new()
        .append(true)
        .create_new(new)
        .open(path)
        .and_then(|mut file| file.write_all(b"escaped"))
        .is_ok();
    if written && new {
        let _left_behind = std::fs::remove_file(path);
    }
    written
}

fn can_make_socket(family: AddressFamily) -> bool {
    let kind = if family == AddressFamily::Netlink {
        SockType::Raw
    } else {
        SockType::Datagram
    };
    socket(family, kind, SockFlag::SOCK_CLOEXEC, None).is_ok()
}

/// In a network namespace of its own there is one interface, and it is down.
fn sees_interfaces() -> bool {
    getifaddrs().is_ok_and(|mut all| all.any(|interface| interface.flags.contains(InterfaceFlags::IFF_UP)))
}

/// Whether a process could be made for a program, even if that program could not be executed in it.
fn starts_processes() -> bool {
    match Command::new("/bin/true").spawn() {
        Ok(mut child) => {
            let _status = child.wait();
            true
        }
        Err(error) => matches!(
            error.raw_os_error(),
            Some(libc::ENOENT | libc::EACCES | libc::EPERM)
        ),
    }
}

fn starts_threads() -> bool {
    (0..100).all(|_| {
        std::thread::Builder::new()
            .stack_size(64 * 1024)
            .spawn(std::thread::park)
            .is_ok()
    })
}

fn allocates_much() -> bool {
    let mut much: Vec<u8> = Vec::new();
    let allocated = much.try_reserve_exact(2 << 30).is_ok();
    black_box(&much);
    allocated
}

fn writes_much(file: &File, most: u64) -> bool {
    let mut signals = SigSet::empty();
    signals.add(Signal::SIGXFSZ); // held back, so that the process lives to tell
    signals.thread_block().is_ok() && file.set_len(most + 1).is_ok()
}

fn exceeds_limits(bounds: &Bounds) -> bool {
    [
        (Resource::RLIMIT_CORE, 0),
        (Resource::RLIMIT_NOFILE, OPEN_FILES),
        (Resource::RLIMIT_FSIZE, bounds.file_bytes),
        (Resource::RLIMIT_AS, bounds.memory_bytes),
        (Resource::RLIMIT_CPU, bounds.cpu_seconds + 2),
    ]
    .into_iter()
    .any(|(resource, most)| getrlimit(resource).is_ok_and(|(_, hard)| hard > most))
}

fn raises_limits() -> bool {
    setrlimit(Resource::RLIMIT_AS, RLIM_INFINITY, RLIM_INFINITY).is_ok()
}

fn holds_capabilities() -> bool {
    rustix::thread::capabilities(None)
        .is_ok_and(|held| !(held.effective | held.permitted | held.inheritable).is_empty())
}

fn becomes_root() -> bool {
    let root = Uid::from_raw(0);
    setresuid(root, root, root).is_ok()
}

fn spin() -> ! {
    let mut turns = 0_u64;
    loop {
        turns = black_box(turns.wrapping_add(1));
    }
}

fn say(word: &Word) -> anyhow::Result<()> {
    let mut line = serde_json::to_vec(word)?;
    line.push(b'\n');
    let mut answer = std::io::stdout().lock();
    answer.write_all(&line)?;
    answer.flush()?;
    Ok(())
}
