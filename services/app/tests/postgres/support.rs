//! What the tests of the embedded `PostgreSQL` stand on.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    process::Child,
    time::{Duration, Instant},
};

use app::postgres::Embedded;
use nix::unistd::Pid;
use sqlx::{ConnectOptions, Connection, postgres::PgConnectOptions};
use tempfile::TempDir;

pub(crate) const LAUNCHER: &str = env!("CARGO_BIN_EXE_bepart");

/// A folder that the server's user can reach, and the data folder to be made in it.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o711)).unwrap();
        Self(folder)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    /// The folder around the data folder.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The data folder, made before the server makes it.
    pub(crate) fn make_data(&self) -> PathBuf {
        fs::create_dir(self.data()).unwrap();
        fs::set_permissions(self.data(), fs::Permissions::from_mode(0o711)).unwrap();
        self.data()
    }

    pub(crate) fn start(&self) -> Embedded {
        start(&self.data()).unwrap()
    }
}

pub(crate) fn start(data: &Path) -> anyhow::Result<Embedded> {
    Embedded::start_with(data, Path::new(LAUNCHER))
}

pub(crate) fn refusal(data: &Path) -> String {
    match start(data) {
        Ok(_) => panic!("the start was not refused"),
        Err(cause) => format!("{cause:#}"),
    }
}

/// The first column of the first row, as text. Tables of tests are unknown to the compile-time macros.
pub(crate) fn ask(options: &PgConnectOptions, sql: &'static str) -> sqlx::Result<String> {
    block_on(async {
        let mut conn = options.connect().await?;
        let answer = sqlx::query_scalar(sql).fetch_one(&mut conn).await?;
        conn.close().await?;
        Ok(answer)
    })
}

pub(crate) fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(work)
}

/// Writes a row that must survive.
pub(crate) fn remember(options: &PgConnectOptions) {
    block_on(async {
        let mut conn = options.connect().await.unwrap();
        sqlx::raw_sql("create table kept (word text); insert into kept values ('still here')")
            .execute(&mut conn)
            .await
            .unwrap();
        conn.close().await.unwrap();
    });
}

pub(crate) fn remembered(options: &PgConnectOptions) -> sqlx::Result<String> {
    ask(options, "select word from kept")
}

/// Waits for something that must come true soon.
pub(crate) fn eventually(what: &str, mut is_true: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(90);
    while !is_true() {
        assert!(Instant::now() < deadline, "never came true: {what}");
        std::thread::park_timeout(Duration::from_millis(20));
    }
}

pub(crate) fn process(pid: u32) -> Pid {
    Pid::from_raw(pid.try_into().unwrap())
}

pub(crate) fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

/// Ends what a test has started, however the test ends.
pub(crate) struct Guard(pub(crate) Child);

impl Drop for Guard {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
