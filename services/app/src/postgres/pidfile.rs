//! What the server's `postmaster.pid` says, and whether that process is what it says.

use std::{
    ffi::OsStr,
    fs,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

use anyhow::Result;
use nix::{errno::Errno, sys::signal::kill, unistd::Pid};

use super::{PORT, cluster::remove_if_there, folder::Folder};

/// The server that runs, or ran, a cluster.
pub(super) struct Server {
    pub(super) pid: Pid,
    status: String,
}

impl Server {
    /// Whether it accepts connections.
    pub(super) fn is_ready(&self) -> bool {
        self.status == "ready"
    }
}

/// Reads `postmaster.pid`. `None` when there is none, or it is only half written.
pub(super) fn read(cluster: &Path) -> Option<Server> {
    let text = fs::read_to_string(file(cluster)).ok()?;
    let mut lines = text.lines();
    let pid = pid(lines.next()?)?;
    // The eighth line, which comes last.
    let status = lines.nth(6).unwrap_or_default().trim().to_owned();
    Some(Server { pid, status })
}

fn file(cluster: &Path) -> PathBuf {
    cluster.join("postmaster.pid")
}

/// Negative there means a server without connections; to `kill` it would mean a group, and 1 or less
/// everybody.
fn pid(line: &str) -> Option<Pid> {
    let pid = line.trim().parse::<i32>().ok()?.checked_abs()?;
    (pid > 1).then(|| Pid::from_raw(pid))
}

/// Whether `pid` is a `PostgreSQL` server on `cluster`, and not some other process that got its number.
///
/// By its folder, or, where a container forbids even root to see that, by its arguments.
pub(super) fn serves(pid: Pid, cluster: &Path) -> bool {
    let process = PathBuf::from(format!("/proc/{pid}"));
    let Ok(line) = fs::read(process.join("cmdline")) else {
        return false;
    };
    let arguments: Vec<&OsStr> = line.split(|byte| *byte == 0).map(OsStr::from_bytes).collect();
    let is_server = arguments
        .first()
        .and_then(|program| Path::new(program).file_name())
        .is_some_and(|name| name == "postgres" || name == "postmaster");
    let told = || {
        arguments
            .windows(2)
            .any(|pair| pair == [OsStr::new("-D"), cluster.as_os_str()])
    };
    is_server && (fs::read_link(process.join("cwd")).is_ok_and(|folder| folder == cluster) || told())
}

/// Removes lock files whose process lives but is not the server: `PostgreSQL`, which goes by the number
/// alone, would refuse to start for ever. Files of dead processes are left to `PostgreSQL`, which reads
/// in them what else may still be alive.
///
/// The data folder's lock must be ours, so that nobody else can be starting a server.
pub(super) fn remove_misleading(folder: &Folder) -> Result<()> {
    let cluster = folder.cluster();
    let socket_lock = folder.run().join(format!(".s.PGSQL.{PORT}.lock"));
    for file in [file(&cluster), socket_lock] {
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        let Some(pid) = text.lines().next().and_then(pid) else {
            continue;
        };
        let is_alive = kill(pid, None) != Err(Errno::ESRCH);
        if is_alive && !serves(pid, &cluster) {
            remove_if_there(fs::remove_file(&file), &file)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_tells_process_and_state() {
        let cluster = tempfile::tempdir().unwrap();
        assert!(read(cluster.path()).is_none());
        let lines = "4711\n/data/pg\n1760000000\n5432\n/data/run\n\n  5432 1\nready   \n";
        fs::write(file(cluster.path()), lines).unwrap();
        let server = read(cluster.path()).unwrap();
        assert_eq!((server.pid, server.is_ready()), (Pid::from_raw(4711), true));
        fs::write(file(cluster.path()), "4711\n/data/pg\n").unwrap();
        assert!(!read(cluster.path()).unwrap().is_ready());
    }

    #[test]
    fn a_number_that_would_mean_more_than_one_process_is_not_believed() {
        assert_eq!(pid("-4711"), Some(Pid::from_raw(4711)));
        for line in ["0", "1", "-1", "", "-2147483648", "x"] {
            assert_eq!(pid(line), None, "{line}");
        }
    }

    #[test]
    fn a_process_that_is_not_postgresql_serves_nothing() {
        let here = std::env::current_dir().unwrap();
        assert!(!serves(Pid::this(), &here));
    }
}
