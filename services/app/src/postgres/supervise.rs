//! Keeps the server running: one thread starts it, waits, starts it again when it falls, and stops it
//! when told.

use std::{
    process::{Child, ExitStatus, Stdio},
    sync::{
        atomic::{AtomicU32, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender},
    },
    thread::park_timeout,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use sqlx::{ConnectOptions, Connection, postgres::PgConnectOptions};

use super::{binaries::Binaries, cluster, folder::Folder, launch::Launcher, pidfile, store};

/// How long starts that fail are repeated: the processes of a killed server need a while to notice.
const START_PATIENCE: Duration = Duration::from_mins(1);
/// How long a server may take to become ready once it runs: after a crash it first repeats what was not
/// written.
const RECOVERY_PATIENCE: Duration = Duration::from_mins(15);
/// Starts that fail for a reason that will not pass by itself.
const TRIES: u32 = 3;
const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How soon a fallen server is noticed.
const WATCH_EVERY: Duration = Duration::from_millis(200);
const POLL_EVERY: Duration = Duration::from_millis(20);
/// Stopping, ever less politely: a fast shutdown, an immediate one (recovery at the next start), the end.
const STOPPING: [(Signal, Duration); 3] = [
    (Signal::SIGINT, Duration::from_secs(30)),
    (Signal::SIGQUIT, Duration::from_secs(10)),
    (Signal::SIGKILL, Duration::from_secs(10)),
];

/// The order to end.
pub(super) struct Stop;

/// What the thread lets others see.
#[derive(Default)]
pub(super) struct State {
    pid: AtomicU32,
    restarts: AtomicU32,
}

impl State {
    pub(super) fn pid(&self) -> u32 {
        self.pid.load(Ordering::Relaxed)
    }

    pub(super) fn restarts(&self) -> u32 {
        self.restarts.load(Ordering::Relaxed)
    }
}

/// What it takes to start the server.
pub(super) struct Server {
    folder: Folder,
    launcher: Launcher,
    binaries: Binaries,
    options: PgConnectOptions,
}

enum Attempt {
    Ready(Child),
    StopAsked,
    Died { status: ExitStatus, log: String },
}

/// The thread's life: reports the first start, then returns only when told to stop or when that start
/// failed.
pub(super) fn run(server: &Server, state: &State, orders: &Receiver<Stop>, report: &Sender<Result<()>>) {
    let first = server.start(orders).and_then(|started| {
        let mut child = started.context("the start was given up")?;
        match server.make_database() {
            Ok(()) => Ok(child),
            Err(cause) => {
                stop(&mut child);
                Err(cause)
            }
        }
    });
    let mut child = match first {
        Ok(child) => child,
        Err(cause) => {
            // Nobody listens only when the starting thread is gone as well.
            let _ = report.send(Err(cause));
            return;
        }
    };
    state.pid.store(child.id(), Ordering::Relaxed);
    let _ = report.send(Ok(()));
    loop {
        if pause(orders, WATCH_EVERY).is_some() {
            stop(&mut child);
            state.pid.store(0, Ordering::Relaxed);
            return;
        }
        let fell = match child.try_wait() {
            Ok(None) => continue,
            Ok(Some(status)) => status.to_string(),
            Err(cause) => cause.to_string(),
        };
        state.pid.store(0, Ordering::Relaxed);
        tracing::error!(
            status = fell,
            "the embedded PostgreSQL ended by itself and is started again"
        );
        let Some(again) = server.start_until_it_runs(orders) else {
            return;
        };
        child = again;
        state.pid.store(child.id(), Ordering::Relaxed);
        state.restarts.fetch_add(1, Ordering::Relaxed);
        tracing::warn!(pid = child.id(), "the embedded PostgreSQL runs again");
    }
}

/// Waits, unless told to stop. Nobody left to tell it counts as told.
fn pause(orders: &Receiver<Stop>, time: Duration) -> Option<Stop> {
    match orders.recv_timeout(time) {
        Err(RecvTimeoutError::Timeout) => None,
        Ok(Stop) | Err(RecvTimeoutError::Disconnected) => Some(Stop),
    }
}

impl Server {
    pub(super) fn new(
        folder: Folder,
        launcher: Launcher,
        binaries: Binaries,
        options: PgConnectOptions,
    ) -> Self {
        Self {
            folder,
            launcher,
            binaries,
            options,
        }
    }

    /// Starts for as long as it takes: without its database the program is of no use anyway.
    fn start_until_it_runs(&self, orders: &Receiver<Stop>) -> Option<Child> {
        let mut wait = FIRST_PAUSE;
        loop {
            match self.start(orders) {
                Ok(started) => return started,
                Err(cause) => {
                    tracing::error!(
                        cause = format!("{cause:#}"),
                        "the embedded PostgreSQL does not start"
                    );
                }
            }
            if pause(orders, wait).is_some() {
                return None;
            }
            wait = (wait * 2).min(LONGEST_PAUSE);
        }
    }

    /// Starts the server and waits until it accepts connections. `None` when told to stop meanwhile.
    fn start(&self, orders: &Receiver<Stop>) -> Result<Option<Child>> {
        let deadline = Instant::now() + START_PATIENCE;
        let mut tries = 0;
        loop {
            match self.attempt(orders)? {
                Attempt::Ready(child) => return Ok(Some(child)),
                Attempt::StopAsked => return Ok(None),
                Attempt::Died { status, log } => {
                    tries += 1;
                    if Instant::now() > deadline || (tries >= TRIES && !passes_by_itself(&log)) {
                        return Err(self.did_not_start(status, &log));
                    }
                }
            }
            if pause(orders, FIRST_PAUSE).is_some() {
                return Ok(None);
            }
        }
    }

    fn did_not_start(&self, status: ExitStatus, log: &str) -> anyhow::Error {
        let is_reason = |line: &&str| line.contains("FATAL:") || line.contains("PANIC:");
        let said = log.lines().rfind(is_reason).or_else(|| log.lines().last());
        anyhow!(
            "PostgreSQL {} does not start in {} ({status}); the end of {} says why. {}",
            self.binaries.version,
            self.folder.cluster().display(),
            self.folder.log().display(),
            said.unwrap_or_default()
        )
    }

    fn attempt(&self, orders: &Receiver<Stop>) -> Result<Attempt> {
        self.stop_leftover();
        pidfile::remove_misleading(&self.folder)?;
        let cluster = self.folder.cluster();
        let (log, length) = self.folder.open_log()?;
        let mut child = self
            .launcher
            .command(&cluster, &self.binaries.server())
            .args(cluster::server_arguments(&self.folder))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .context("cannot start the launcher of PostgreSQL")?;
        let deadline = Instant::now() + RECOVERY_PATIENCE;
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(Attempt::Died {
                    status,
                    log: self.folder.log_since(length)?,
                });
            }
            // The launcher becomes the server, so their process is one and the same.
            let is_ready = |found: &pidfile::Server| found.pid == pid(&child) && found.is_ready();
            if pidfile::read(&cluster).as_ref().is_some_and(is_ready) {
                return Ok(Attempt::Ready(child));
            }
            if pause(orders, POLL_EVERY).is_some() {
                stop(&mut child);
                return Ok(Attempt::StopAsked);
            }
            if Instant::now() > deadline {
                stop(&mut child);
                bail!(
                    "PostgreSQL runs but does not become ready: see the end of {}",
                    self.folder.log().display()
                );
            }
        }
    }

    /// Stops a server that a killed parent has left behind.
    fn stop_leftover(&self) {
        let cluster = self.folder.cluster();
        let Some(left) = pidfile::read(&cluster).map(|found| found.pid) else {
            return;
        };
        if pidfile::serves(left, &cluster) {
            end(left, &STOPPING, || !pidfile::serves(left, &cluster));
        }
    }

    /// Makes our database unless it is there. Runs on the supervisor's thread, which no runtime owns.
    fn make_database(&self) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let mut conn = self.options.clone().database("postgres").connect().await.with_context(|| {
                format!(
                    "cannot connect to the embedded PostgreSQL: if {} was changed, restore it from a backup",
                    self.folder.password_file().display()
                )
            })?;
            if !store::has_database(&mut conn).await? {
                store::create_database(&mut conn)
                    .await
                    .context("cannot make the database")?;
            }
            conn.close().await?;
            Ok(())
        })
    }
}

/// Whether what made the server refuse ends without us: processes of a killed server that still hold its
/// memory.
fn passes_by_itself(log: &str) -> bool {
    log.contains("is still in use") || log.contains("lock file")
}

fn pid(child: &Child) -> Pid {
    // A process number fits by its kernel type, which std only widens.
    Pid::from_raw(child.id().cast_signed())
}

fn stop(child: &mut Child) {
    // An error means that somebody else has collected it: it is gone all the same.
    end(pid(child), &STOPPING, || !matches!(child.try_wait(), Ok(None)));
}

/// Ends a server, first politely, and waits until `is_gone`.
fn end(server: Pid, stopping: &[(Signal, Duration)], mut is_gone: impl FnMut() -> bool) {
    for &(signal, patience) in stopping {
        if is_gone() {
            return;
        }
        if signal != Signal::SIGINT {
            tracing::warn!(%signal, "the embedded PostgreSQL does not stop");
        }
        // Refused only when it is gone.
        let _ = kill(server, signal);
        let deadline = Instant::now() + patience;
        while Instant::now() < deadline {
            if is_gone() {
                return;
            }
            park_timeout(POLL_EVERY);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{BufRead, BufReader},
        os::unix::process::ExitStatusExt,
        process::Command,
    };

    use super::*;

    #[test]
    fn only_what_ends_by_itself_is_waited_for() {
        let memory = "FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use";
        assert!(passes_by_itself(memory));
        assert!(passes_by_itself(
            "FATAL:  lock file \"postmaster.pid\" already exists"
        ));
        assert!(!passes_by_itself(
            "FATAL:  could not open directory \"pg_notify\": No such file or directory"
        ));
    }

    #[test]
    fn a_server_that_ignores_politeness_is_ended_all_the_same() {
        let script = "trap '' INT; echo deaf; while :; do read -r line; done";
        let mut child = Command::new("sh")
            .args(["-c", script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        let stopping = [
            (Signal::SIGINT, Duration::from_millis(100)),
            (Signal::SIGKILL, Duration::from_secs(10)),
        ];
        let mut status = None;
        end(pid(&child), &stopping, || {
            status = child.try_wait().unwrap();
            status.is_some()
        });
        assert_eq!(
            status.and_then(|status| status.signal()),
            Some(Signal::SIGKILL as i32)
        );
    }
}
