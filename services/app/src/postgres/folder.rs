//! The data folder: what lies where in it, who may use it, and who runs the server in it.

use std::{
    fmt,
    fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError},
    io::{ErrorKind, Read, Seek, SeekFrom},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use nix::unistd::{Uid, User, geteuid};

/// The data folder of a system service.
pub(super) const SYSTEM_FOLDER: &str = "/var/lib/bepart";
/// A Unix socket's path holds 107 bytes, and `/.s.PGSQL.5432` follows.
const LONGEST_RUN_PATH: usize = 90;
const LOG_LIMIT_BYTES: u64 = 10 * 1024 * 1024;
/// How much of the log's new part is read to find out why a start failed.
const LOG_TAIL_BYTES: u64 = 64 * 1024;
/// [`super::attach`] takes the lock for an instant, only to see that it is free: that must refuse nobody.
const LOCK_PATIENCE: Duration = Duration::from_secs(1);

/// The unprivileged user that runs the server when we are root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Owner {
    pub(super) uid: u32,
    pub(super) gid: u32,
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match User::from_uid(Uid::from_raw(self.uid)) {
            Ok(Some(user)) => f.write_str(&user.name),
            _ => write!(f, "with the id {}", self.uid),
        }
    }
}

/// A data folder that exists, by its path without links.
pub(super) struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder at `data`, made when it is missing.
    pub(super) fn make(data: &Path) -> Result<Self> {
        if !data.exists() {
            DirBuilder::new()
                .recursive(true)
                .mode(0o755)
                .create(data)
                .with_context(|| format!("cannot make the data folder {}", data.display()))?;
            // As root, another user runs the server and must pass through; nobody needs to list it.
            let mode = if geteuid().is_root() { 0o711 } else { 0o700 };
            fs::set_permissions(data, Permissions::from_mode(mode))?;
        }
        Self::at(data)
    }

    /// The folder at `data`, if it was ever used.
    pub(super) fn find(data: &Path) -> Result<Option<Self>> {
        if data.join("lock").exists() {
            Self::at(data).map(Some)
        } else {
            Ok(None)
        }
    }

    fn at(data: &Path) -> Result<Self> {
        let path = data
            .canonicalize()
            .with_context(|| format!("cannot open the data folder {}", data.display()))?;
        ensure!(
            path.to_str().is_some(),
            "the path of the data folder {} is not UTF-8: choose another folder",
            path.display()
        );
        let folder = Self { path };
        ensure!(
            folder.run().as_os_str().len() <= LONGEST_RUN_PATH,
            "the path of the data folder {} is too long, because a Unix socket in it may have 107 bytes in all: \
             choose a folder with a shorter path",
            folder.path.display()
        );
        Ok(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The cluster. It exists only when it is whole.
    pub(super) fn cluster(&self) -> PathBuf {
        self.path.join("pg")
    }

    /// A cluster that is being made.
    pub(super) fn unfinished_cluster(&self) -> PathBuf {
        self.path.join("pg.new")
    }

    /// Holds the socket.
    pub(super) fn run(&self) -> PathBuf {
        self.path.join("run")
    }

    pub(super) fn password_file(&self) -> PathBuf {
        self.path.join("pg-password")
    }

    pub(super) fn log(&self) -> PathBuf {
        self.path.join("postgres.log")
    }

    /// Takes the folder for this process. The kernel frees the lock whatever way the process ends.
    pub(super) fn lock(&self) -> Result<File> {
        let file = self.path.join("lock");
        let lock = OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(&file)
            .with_context(|| self.not_ours(&file))?;
        let deadline = Instant::now() + LOCK_PATIENCE;
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(lock),
                Err(TryLockError::WouldBlock) if Instant::now() < deadline => {
                    std::thread::park_timeout(Duration::from_millis(20));
                }
                Err(TryLockError::WouldBlock) => bail!(
                    "the data folder {} is in use by another running bepart: stop that one first, or choose \
                     another data folder",
                    self.path.display()
                ),
                Err(TryLockError::Error(cause)) => {
                    return Err(cause).with_context(|| {
                        format!(
                            "cannot lock {}: choose a data folder on a disk that knows file locks",
                            file.display()
                        )
                    });
                }
            }
        }
    }

    /// Whether another process has taken the folder.
    pub(super) fn is_locked(&self) -> Result<bool> {
        let file = self.path.join("lock");
        let lock = File::open(&file).with_context(|| self.not_ours(&file))?;
        match lock.try_lock_shared() {
            Ok(()) => Ok(false),
            Err(TryLockError::WouldBlock) => Ok(true),
            Err(TryLockError::Error(cause)) => {
                Err(cause).with_context(|| format!("cannot ask for the lock of {}", file.display()))
            }
        }
    }

    fn not_ours(&self, file: &Path) -> String {
        format!(
            "cannot open {}: run this as the user whom the data folder {} belongs to",
            file.display(),
            self.path.display()
        )
    }

    /// The version that made the cluster, if there is one.
    pub(super) fn cluster_major(&self) -> Result<Option<u32>> {
        let file = self.cluster().join("PG_VERSION");
        match fs::read_to_string(&file) {
            Ok(text) => text.trim().parse().map(Some).with_context(|| {
                format!(
                    "{} does not hold a version: restore the folder from a backup",
                    file.display()
                )
            }),
            Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(cause).with_context(|| self.not_ours(&file)),
        }
    }

    /// Makes the folder of the socket, open to the server's user alone.
    pub(super) fn make_run(&self, owner: Option<Owner>) -> Result<()> {
        private_folder(&self.run(), owner)
    }

    /// Puts a long log aside; one old log is kept.
    pub(super) fn rotate_log(&self) -> Result<()> {
        let log = self.log();
        if fs::metadata(&log).is_ok_and(|log| log.len() > LOG_LIMIT_BYTES) {
            fs::rename(&log, self.path.join("postgres.log.old"))
                .with_context(|| format!("cannot put {} aside", log.display()))?;
        }
        Ok(())
    }

    /// The log, to be written to, and how long it is by now.
    pub(super) fn open_log(&self) -> Result<(File, u64)> {
        let path = self.log();
        let log = OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(&path)
            .with_context(|| self.not_ours(&path))?;
        let length = log.metadata()?.len();
        Ok((log, length))
    }

    /// What the log has gained since it was `from` bytes long; of much, the end.
    pub(super) fn log_since(&self, from: u64) -> Result<String> {
        let mut log = File::open(self.log())?;
        let end = log.metadata()?.len();
        log.seek(SeekFrom::Start(from.max(end.saturating_sub(LOG_TAIL_BYTES))))?;
        let mut text = Vec::new();
        log.take(LOG_TAIL_BYTES).read_to_end(&mut text)?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

/// Makes `path`, if need be, a folder that only the server's user may enter.
pub(super) fn private_folder(path: &Path, owner: Option<Owner>) -> Result<()> {
    if !path.exists() {
        DirBuilder::new()
            .mode(0o700)
            .create(path)
            .with_context(|| format!("cannot make the folder {}", path.display()))?;
    }
    fs::set_permissions(path, Permissions::from_mode(0o700))
        .with_context(|| format!("cannot make {} private", path.display()))?;
    give(path, owner)
}

/// Gives `path` to the server's user.
pub(super) fn give(path: &Path, owner: Option<Owner>) -> Result<()> {
    let Some(owner) = owner else { return Ok(()) };
    std::os::unix::fs::chown(path, Some(owner.uid), Some(owner.gid)).with_context(|| {
        format!(
            "cannot give {} to the user {owner}: run this as that user, or choose another data folder",
            path.display()
        )
    })
}

/// Who runs the server: `None` is ourselves. `PostgreSQL` refuses to run as root, so root needs somebody;
/// an existing cluster is run by the user it belongs to.
pub(super) fn server_owner(folder: &Folder) -> Result<Option<Owner>> {
    let cluster = folder.cluster();
    let me = geteuid();
    let belongs_to = fs::metadata(&cluster).ok().map(|found| Owner {
        uid: found.uid(),
        gid: found.gid(),
    });
    if !me.is_root() {
        if let Some(other) = belongs_to.filter(|owner| owner.uid != me.as_raw()) {
            bail!(
                "{} belongs to the user {other}: run this as that user or as root",
                cluster.display()
            );
        }
        return Ok(None);
    }
    if belongs_to.is_some_and(|owner| owner.uid == 0) && folder.cluster_major()?.is_some() {
        bail!(
            "{0} belongs to root, and PostgreSQL refuses to run as root: give it to another user, for example \
             with chown -R postgres: {0}",
            cluster.display()
        );
    }
    owner_of_existing_or_new(&cluster).map(Some).context(
        "this program runs as root, PostgreSQL must not, and there is neither a user postgres nor a user nobody \
         to run it: run this as another user, or set DATABASE_URL",
    )
}

/// As root: the unprivileged user that runs, or would run, the server in `cluster`. `None` for anybody
/// else.
pub(super) fn owner_of_existing_or_new(cluster: &Path) -> Option<Owner> {
    if !geteuid().is_root() {
        return None;
    }
    fs::metadata(cluster)
        .ok()
        .map(|found| Owner {
            uid: found.uid(),
            gid: found.gid(),
        })
        .filter(|owner| owner.uid != 0)
        .or_else(|| {
            ["postgres", "nobody"]
                .into_iter()
                .filter_map(|name| User::from_name(name).ok().flatten())
                .map(|user| Owner {
                    uid: user.uid.as_raw(),
                    gid: user.gid.as_raw(),
                })
                .find(|owner| owner.uid != 0)
        })
}
