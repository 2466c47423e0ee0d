//! Starts the program and looks at it from outside.

use std::{
    io::{BufRead, BufReader},
    net::IpAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
    time::{Duration, Instant},
};

use nix::{sys::signal, unistd::Pid};
use sqlx::{Connection, PgConnection};

use crate::people::Person;

/// The program, running on a data folder of its own.
pub struct House {
    process: Option<Child>,
    folder: tempfile::TempDir,
    env: Vec<(String, String)>,
    base: String,
    first_editor: Option<String>,
    database: Option<String>,
}

impl House {
    /// Starts the program on a database of its own: one made on the server of `DATABASE_URL` when that is
    /// set (as `make test` does), the embedded one otherwise.
    pub async fn start(env: &[(&str, &str)]) -> Self {
        let database = match std::env::var("DATABASE_URL") {
            Ok(server) => Some(db_create(&server).await),
            Err(_) => None,
        };
        Self::start_on(env, database)
    }

    /// Starts the program on the embedded database and the disk store, whatever the environment says.
    pub fn start_embedded(env: &[(&str, &str)]) -> Self {
        Self::start_on(env, None)
    }

    /// Takes the test's own environment for outside services away from an embedded house.
    fn settle(&self, command: &mut Command) {
        command
            .current_dir(self.folder.path())
            .env_remove("DATABASE_URL")
            .env("BEPART_DATA", self.data())
            // What follows from a decision follows at once, but where undoing is what is tested.
            .env("BEPART__DESK__UNDO_SECONDS", "0")
            .envs(self.env.iter().map(|(name, value)| (name, value)));
        match &self.database {
            Some(database) => command.env("DATABASE_URL", database),
            None => command.env_remove("BEPART__STORAGE__ENDPOINT"),
        };
    }

    fn start_on(env: &[(&str, &str)], database: Option<String>) -> Self {
        let folder = tempfile::Builder::new().prefix("bepart-").tempdir().unwrap();
        // The embedded database runs as another user when the tests run as root.
        std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let env = env
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let mut house = Self {
            process: None,
            folder,
            env,
            base: String::new(),
            first_editor: None,
            database,
        };
        house.up();
        house
    }

    /// Starts the program again, on the same folder and database, after [`House::kill`] or [`House::stop`].
    pub fn up(&mut self) {
        assert!(self.process.is_none(), "it is running");
        let mut command = Command::new(program());
        self.settle(&mut command);
        command
            .arg("serve")
            .env("BEPART_ADDR", "127.0.0.1:0")
            // Signing in has tests of its own (tests/accounts).
            .env("BEPART__STAFF__SECOND_FACTOR", "false")
            .env("BEPART__LIMITS__SENDINGS_SOFT", "1000000")
            .env(
                "BEPART__LOG__FILTER",
                std::env::var("BEPART_TEST_LOG").unwrap_or("warn".to_owned()),
            )
            .stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let (told, lines) = mpsc::channel();
        let output = process.stdout.take().unwrap();
        // Reads for as long as the program speaks, so that it never waits for a full pipe.
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if told.send(line).is_err() {
                    break;
                }
            }
        });
        self.process = Some(process);
        let patience = Instant::now() + Duration::from_mins(2);
        self.base.clear();
        loop {
            let left = patience.saturating_duration_since(Instant::now());
            let wait = if self.base.is_empty() {
                left
            } else {
                Duration::from_millis(300)
            };
            match lines.recv_timeout(wait) {
                Ok(line) => {
                    if let Some(base) = line.strip_prefix("Be Part is at ") {
                        base.clone_into(&mut self.base);
                    } else if let Some(at) = line.find("http://").filter(|_| line.contains("/invite/")) {
                        self.first_editor = Some(line[at..].to_owned());
                        return;
                    }
                }
                Err(_) if !self.base.is_empty() => return,
                Err(error) => panic!("the program did not start: {error}"),
            }
        }
    }

    /// Kills the program as a power cut would: no goodbye.
    pub fn kill(&mut self) {
        let mut process = self.process.take().expect("it is running");
        process.kill().unwrap();
        process.wait().unwrap();
    }

    /// Stops the program as its operator would, and waits for its end.
    pub fn stop(&mut self) {
        let mut process = self.process.take().expect("it is running");
        signal::kill(pid(&process), signal::SIGTERM).unwrap();
        let status = process.wait().unwrap();
        assert!(status.success(), "{status}");
    }

    /// Runs another command of the program on the same house and returns what it printed.
    pub fn run(&self, args: &[&str]) -> String {
        let (code, text) = self.run_for(args);
        assert_eq!(code, Some(0), "{args:?}\n{text}");
        text
    }

    /// The same, however it ends: with its exit code.
    pub fn run_for(&self, args: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(program());
        self.settle(&mut command);
        command.args(args);
        let output = command.output().unwrap();
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
        )
    }

    /// Where it answers.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The folder of its files.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Process id of the program.
    pub fn pid(&self) -> i32 {
        pid(self.process.as_ref().expect("it is running")).as_raw()
    }

    /// Someone who is not signed in.
    pub fn anyone(&self) -> Person {
        Person::new(self.base.clone())
    }

    /// The same from another address of this machine (127.0.0.0/8): limits are counted by source.
    pub fn anyone_at(&self, address: IpAddr) -> Person {
        Person::at(self.base.clone(), Some(address))
    }

    /// The first editor, made by the link that the program printed.
    pub async fn editor(&self) -> Person {
        let editor = self.anyone();
        editor
            .accept_invitation(
                self.first_editor.as_ref().expect("a link was printed"),
                "editor@news.example",
            )
            .await;
        editor
    }

    /// A further editor, invited from the command line.
    pub async fn another_editor(&self, email: &str) -> Person {
        self.staff(email, "editor").await
    }

    /// Someone of the newsroom, invited from the command line.
    pub async fn staff(&self, email: &str, role: &str) -> Person {
        let link = self.run(&["editor", "invite", "--email", email, "--role", role]);
        let person = self.anyone();
        let path = link
            .trim()
            .find("/invite/")
            .map(|at| &link.trim()[at..])
            .expect("a link was printed");
        person.accept_invitation(&self.url(path), email).await;
        person
    }

    /// A reader with an account.
    pub async fn reader(&self, name: &str, email: &str) -> Person {
        let reader = self.anyone();
        reader.register(name, email, &self.data().join("mail")).await;
        reader
    }

    /// A connection to its database, around the front door: for assertions only.
    pub async fn db_connect(&self) -> PgConnection {
        if let Some(url) = &self.database {
            return PgConnection::connect(url).await.unwrap();
        }
        let options = app::postgres::attach(&self.data())
            .unwrap()
            .expect("the database runs");
        PgConnection::connect_with(&options).await.unwrap()
    }

    /// Waits until no job is open; panics when one failed for good.
    pub async fn db_wait_for_jobs(&self) {
        let mut conn = self.db_connect().await;
        let patience = Instant::now() + Duration::from_mins(5);
        loop {
            let (open, parked): (i64, i64) = sqlx::query_as(
                "select count(*) filter (where parked_at is null), count(*) filter (where parked_at is not null) from jobs",
            )
            .fetch_one(&mut conn)
            .await
            .unwrap();
            assert_eq!(parked, 0, "jobs failed for good");
            if open == 0 {
                return;
            }
            assert!(Instant::now() < patience, "{open} jobs are still open");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Resident memory of the program and everything it started, in MiB: the sum of proportional shares.
    pub fn memory_mib(&self) -> u64 {
        let mut family = vec![self.pid()];
        let mut next = 0;
        while next < family.len() {
            let tasks = format!("/proc/{}/task", family[next]);
            for task in std::fs::read_dir(tasks).into_iter().flatten().flatten() {
                let children = std::fs::read_to_string(task.path().join("children")).unwrap_or_default();
                family.extend(
                    children
                        .split_whitespace()
                        .filter_map(|pid| pid.parse::<i32>().ok()),
                );
            }
            next += 1;
        }
        family.into_iter().map(pss_kib).sum::<u64>() / 1024
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = signal::kill(pid(&process), signal::SIGTERM);
            let _ = process.wait();
        }
    }
}

fn pss_kib(pid: i32) -> u64 {
    let rollup = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok())
        .unwrap_or_default()
}

fn pid(process: &Child) -> Pid {
    Pid::from_raw(process.id().try_into().unwrap())
}

/// The program beside this test: `target/debug/bepart`.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap();
    let program = folder.join("bepart");
    assert!(
        program.is_file(),
        "build the program first: cargo build --bin bepart"
    );
    program
}

/// Makes an empty database on the server and returns its URL.
async fn db_create(server: &str) -> String {
    let mut conn = PgConnection::connect(server).await.unwrap();
    let name = format!(
        "bepart_{}",
        uuid::Builder::from_random_bytes(ground::secret::random())
            .into_uuid()
            .simple()
    );
    sqlx::query(sqlx::AssertSqlSafe(format!("create database {name}")))
        .execute(&mut conn)
        .await
        .unwrap();
    let mut url = url::Url::parse(server).unwrap();
    url.set_path(&name);
    url.to_string()
}
