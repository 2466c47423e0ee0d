//! The embedded database: a private `PostgreSQL` cluster in the data folder, run from the machine's own
//! `PostgreSQL` programs, as our child.
//!
//! A server left over by a killed parent is stopped and started anew rather than adopted: only our own
//! child dies with us, is restarted when it falls, and runs with this version's settings.

mod binaries;
mod cluster;
mod folder;
mod launch;
mod pidfile;
mod store;
mod supervise;

use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::{Arc, mpsc},
    thread::JoinHandle,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use sqlx::postgres::{PgConnectOptions, PgSslMode};

use self::{
    folder::Folder,
    launch::Launcher,
    supervise::{Server, State},
};

pub use self::launch::run_child;

/// Names the socket file; nothing listens on a network port.
const PORT: u16 = 5432;
const ROLE: &str = "app";
const DATABASE: &str = "bepart";
/// This program itself, even when its file has been replaced by a newer one meanwhile.
const OURSELVES: &str = "/proc/self/exe";
/// How long [`attach`] waits for a server that is just starting.
const ATTACH_PATIENCE: Duration = Duration::from_mins(1);

/// A running embedded `PostgreSQL`. It keeps the data folder's lock, and stops its server when dropped.
pub struct Embedded {
    supervisor: Option<JoinHandle<()>>,
    orders: mpsc::Sender<supervise::Stop>,
    state: Arc<State>,
    options: PgConnectOptions,
    version: String,
    fresh: bool,
    data: PathBuf,
    // Last: fields are dropped in order, and the folder is free only when nothing of ours uses it.
    _lock: File,
}

/// What is worth telling about the embedded server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The server's version, such as `15.18`.
    pub version: String,
    /// The server's process; another one after a restart, 0 while there is none.
    pub pid: u32,
    /// True when this start made the cluster.
    pub fresh: bool,
    /// How often the server died on its own and was started again.
    pub restarts: u32,
    /// The data folder, with every link resolved.
    pub data: PathBuf,
}

impl Embedded {
    /// Starts the private cluster under `data`, and makes it first when there is none.
    ///
    /// Blocks until connections are accepted. Call it before the tokio runtime.
    ///
    /// # Errors
    /// In words for the operator, naming the remedy: the folder is in use, no `PostgreSQL` programs, …
    pub fn start(data: &Path) -> Result<Self> {
        Self::start_with(data, Path::new(OURSELVES))
    }

    /// As [`Embedded::start`], with another program that answers to `postgres-child` by [`run_child`].
    ///
    /// # Errors
    /// As [`Embedded::start`].
    pub fn start_with(data: &Path, launcher: &Path) -> Result<Self> {
        let folder = Folder::make(data)?;
        let lock = folder.lock()?;
        let owner = folder::server_owner(&folder)?;
        let launcher = Launcher::new(launcher, owner);
        folder.make_run(owner)?;
        launcher.must_enter(&folder.run())?;

        let made_by = folder.cluster_major()?;
        let binaries = binaries::find(made_by)?;
        if made_by.is_none() {
            cluster::initialise(&folder, &launcher, &binaries)?;
        }
        let options = connect_options(&folder)?;
        folder.rotate_log()?;

        let state = Arc::new(State::default());
        let version = binaries.version.clone();
        let data = folder.path().to_path_buf();
        let (orders, inbox) = mpsc::channel();
        let (report, first_start) = mpsc::channel();
        let server = Server::new(folder, launcher, binaries, options.clone());
        // A thread of its own for the server's whole life: the signal that ends the server with its parent
        // follows the thread that started it, not the process.
        let supervisor = std::thread::Builder::new().name("postgres".into()).spawn({
            let state = Arc::clone(&state);
            move || supervise::run(&server, &state, &inbox, &report)
        })?;
        first_start
            .recv()
            .context("the thread that keeps PostgreSQL running ended")??;
        Ok(Self {
            supervisor: Some(supervisor),
            orders,
            state,
            options,
            version,
            fresh: made_by.is_none(),
            data,
            _lock: lock,
        })
    }

    /// How to connect: over the private socket, to our own database. They stay right across restarts.
    pub fn connect_options(&self) -> PgConnectOptions {
        self.options.clone()
    }

    /// What is worth telling about the server, as of now.
    pub fn facts(&self) -> Facts {
        Facts {
            version: self.version.clone(),
            pid: self.state.pid(),
            fresh: self.fresh,
            restarts: self.state.restarts(),
            data: self.data.clone(),
        }
    }

    /// Shuts the server down cleanly: open connections are cut, everything is written. Blocks until done.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        // Refused only when the thread has ended, and then there is no server left to stop.
        let _ = self.orders.send(supervise::Stop);
        if let Some(supervisor) = self.supervisor.take()
            && supervisor.join().is_err()
        {
            tracing::error!("the thread that keeps PostgreSQL running panicked");
        }
    }
}

/// How to connect to the server that another process of ours runs on `data`, for commands beside `serve`.
///
/// `None` when none runs: then the command may start it for as long as it lasts. Waits while the other
/// process is still starting it.
///
/// # Errors
/// When the folder may not be read, or the running server does not become ready within a minute.
pub fn attach(data: &Path) -> Result<Option<PgConnectOptions>> {
    let Some(folder) = Folder::find(data)? else {
        return Ok(None);
    };
    let deadline = Instant::now() + ATTACH_PATIENCE;
    while folder.is_locked()? {
        if pidfile::read(&folder.cluster()).is_some_and(|server| server.is_ready()) {
            return connect_options(&folder).map(Some);
        }
        if Instant::now() > deadline {
            bail!(
                "another process uses {}, but its PostgreSQL does not become ready: see {}",
                folder.path().display(),
                folder.log().display()
            );
        }
        std::thread::park_timeout(Duration::from_millis(50));
    }
    Ok(None)
}

/// Where the data is kept when the configuration does not say, and why it is not `./data`.
///
/// `./data`; but as root, when the unprivileged user that must run `PostgreSQL` cannot reach that folder,
/// `/var/lib/bepart`.
pub fn default_data_dir() -> (PathBuf, Option<String>) {
    data_dir_beside(Path::new(""), Path::new(OURSELVES))
}

/// As [`default_data_dir`], for `data` in the folder `base`, with another program that answers to
/// `postgres-child`.
pub fn data_dir_beside(base: &Path, launcher: &Path) -> (PathBuf, Option<String>) {
    let data = base.join("data");
    let Some(owner) = folder::owner_of_existing_or_new(&data.join("pg")) else {
        return (data, None);
    };
    let nearest = match (data.exists(), base.as_os_str().is_empty()) {
        (true, _) => data.as_path(),
        (false, true) => Path::new("."),
        (false, false) => base,
    };
    // When the question cannot even be asked, starting the server says what is wrong.
    if Launcher::new(launcher, Some(owner))
        .can_enter(nearest)
        .unwrap_or(true)
    {
        return (data, None);
    }
    let why = format!(
        "The user {owner}, who must run PostgreSQL because this program runs as root, cannot reach {}: \
         the data is kept in {} instead.",
        data.display(),
        folder::SYSTEM_FOLDER
    );
    (PathBuf::from(folder::SYSTEM_FOLDER), Some(why))
}

fn connect_options(folder: &Folder) -> Result<PgConnectOptions> {
    Ok(PgConnectOptions::new_without_pgpass()
        .socket(folder.run())
        .port(PORT)
        .username(ROLE)
        .password(&cluster::password(folder)?)
        .database(DATABASE)
        .ssl_mode(PgSslMode::Disable)
        .application_name("bepart"))
}
