//! The embedded `PostgreSQL` as it lives: started, restarted, killed, and left behind.

#[path = "postgres/support.rs"]
mod support;

use std::{
    fs,
    io::{BufRead, BufReader},
    os::unix::{
        fs::{MetadataExt, PermissionsExt},
        process::{CommandExt, ExitStatusExt},
    },
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use app::postgres::{attach, data_dir_beside};
use nix::{
    errno::Errno,
    sys::signal::{Signal, kill},
    unistd::{Pid, geteuid},
};
use sqlx::{ConnectOptions, PgConnection};

use crate::support::{
    Guard, LAUNCHER, Place, ask, block_on, eventually, mode, process, refusal, remember, remembered, start,
};

/// Tells the helper below which folder to hold.
const HELD_FOLDER: &str = "BEPART_TEST_HELD_FOLDER";
const HELD: &str = "the server runs as process ";

#[test]
fn a_fresh_server_is_safe_private_and_holds_our_database() {
    let place = Place::new();
    let server = place.start();
    let options = server.connect_options();
    let asked = |sql| ask(&options, sql).unwrap();

    for (setting, value) in [
        ("fsync", "on"),
        ("full_page_writes", "on"),
        ("synchronous_commit", "on"),
        ("data_checksums", "on"),
        ("listen_addresses", ""),
        ("password_encryption", "scram-sha-256"),
    ] {
        let found = block_on(async {
            let mut conn = options.connect().await.unwrap();
            sqlx::query_scalar::<_, String>("select current_setting($1)")
                .bind(setting)
                .fetch_one(&mut conn)
                .await
                .unwrap()
        });
        assert_eq!(found, value, "{setting}");
    }
    assert_eq!(asked("select current_database()::text"), "bepart");
    assert_eq!(
        asked("select pg_encoding_to_char(encoding)::text from pg_database where datname = 'bepart'"),
        "UTF8"
    );
    block_on(async {
        let mut conn = options.connect().await.unwrap();
        sqlx::raw_sql("create extension pg_trgm; create extension unaccent")
            .execute(&mut conn)
            .await
            .unwrap();
    });

    let data = place.data();
    for secret in ["pg-password", "postgres.log", "lock"] {
        assert_eq!(mode(&data.join(secret)), 0o600, "{secret}");
    }
    for private in ["pg", "run"] {
        assert_eq!(mode(&data.join(private)), 0o700, "{private}");
    }
    assert!(!data.join("run/password").exists());
    let facts = server.facts();
    assert!(facts.fresh && facts.restarts == 0 && !facts.version.is_empty());
    let user = fs::metadata(format!("/proc/{}", facts.pid)).unwrap().uid();
    assert_ne!(user, 0, "PostgreSQL runs as root");

    let wrong = options.clone().password("wrong");
    assert!(ask(&wrong, "select 'in'").is_err());
}

#[test]
fn a_second_start_keeps_the_data_and_cuts_open_connections_at_the_end() {
    let place = Place::new();
    let first = place.start();
    remember(&first.connect_options());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let open: PgConnection = runtime.block_on(first.connect_options().connect()).unwrap();
    let pid = first.facts().pid;
    let asked_to_stop = Instant::now();
    first.stop();
    assert!(
        asked_to_stop.elapsed() < Duration::from_secs(25),
        "the stop waited for the open connection"
    );
    assert_eq!(kill(process(pid), None), Err(Errno::ESRCH));
    drop(open);

    let second = place.start();
    assert!(!second.facts().fresh);
    assert_eq!(remembered(&second.connect_options()).unwrap(), "still here");
}

#[test]
fn what_a_failing_statement_holds_never_reaches_the_log() {
    let place = Place::new();
    let server = place.start();
    let sql = "select 'a-name-in-a-statement'::int::text";
    assert!(ask(&server.connect_options(), sql).is_err());
    server.stop();
    let log = fs::read_to_string(place.data().join("postgres.log")).unwrap();
    assert!(log.contains("ready to accept connections"), "{log}");
    assert!(!log.contains("a-name-in-a-statement"), "{log}");
}

#[test]
fn a_long_log_is_put_aside_at_the_next_start() {
    let place = Place::new();
    place.start().stop();
    let log = place.data().join("postgres.log");
    let file = fs::OpenOptions::new().write(true).open(&log).unwrap();
    file.set_len(10 * 1024 * 1024 + 1).unwrap();
    let server = place.start();
    assert!(fs::metadata(&log).unwrap().len() < 1024 * 1024);
    assert!(fs::metadata(place.data().join("postgres.log.old")).unwrap().len() > 10 * 1024 * 1024);
    server.stop();
}

#[test]
fn a_second_instance_is_refused_but_other_commands_can_attach() {
    let place = Place::new();
    assert!(attach(&place.data()).unwrap().is_none());
    let first = place.start();
    remember(&first.connect_options());
    let words = refusal(&place.data());
    assert!(words.contains("in use by another running bepart"), "{words}");

    let attached = attach(&place.data()).unwrap().expect("a server runs");
    assert_eq!(remembered(&attached).unwrap(), "still here");
    first.stop();
    assert!(attach(&place.data()).unwrap().is_none());
}

#[test]
fn a_killed_server_comes_back_by_itself_with_its_data() {
    let place = Place::new();
    let server = place.start();
    let options = server.connect_options();
    remember(&options);
    for restarts in 1..=2 {
        let pid = server.facts().pid;
        kill(process(pid), Signal::SIGKILL).unwrap();
        eventually("the server runs again", || server.facts().restarts == restarts);
        assert_ne!(server.facts().pid, pid);
        assert_eq!(remembered(&options).unwrap(), "still here");
    }
}

#[test]
fn a_start_waits_while_processes_of_a_killed_server_hold_its_memory() {
    let place = Place::new();
    let killed = place.start();
    let options = killed.connect_options();
    remember(&options);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let mut open: PgConnection = runtime.block_on(options.connect()).unwrap();
    let backend: i32 = runtime
        .block_on(sqlx::query_scalar("select pg_backend_pid()").fetch_one(&mut open))
        .unwrap();
    kill(Pid::from_raw(backend), Signal::SIGSTOP).unwrap();
    kill(process(killed.facts().pid), Signal::SIGKILL).unwrap();

    let log = place.data().join("postgres.log");
    let refusals = || {
        fs::read_to_string(&log)
            .unwrap()
            .matches("is still in use")
            .count()
    };
    eventually("the restart is refused", || refusals() > 0);
    assert_eq!(killed.facts().restarts, 0);
    killed.stop();

    let refused = refusals();
    let data = place.data();
    let next = std::thread::spawn(move || start(&data));
    // More often than a start that fails for good is repeated.
    eventually("the start is refused and repeated", || {
        next.is_finished() || refusals() > refused + 5
    });
    kill(Pid::from_raw(backend), Signal::SIGCONT).unwrap();
    let next = next.join().unwrap().unwrap();
    assert_eq!(remembered(&next.connect_options()).unwrap(), "still here");
}

/// Not a test of its own: the process that the next test kills.
#[test]
#[ignore = "the test below runs this in a process of its own"]
fn helper_that_holds_a_server_until_it_is_killed() {
    let Some(data) = std::env::var_os(HELD_FOLDER) else {
        return;
    };
    let server = start(Path::new(&data)).unwrap();
    remember(&server.connect_options());
    println!("{HELD}{}", server.facts().pid);
    loop {
        std::thread::park();
    }
}

#[test]
fn the_server_of_a_killed_parent_shuts_down_cleanly_and_the_next_start_works() {
    let place = Place::new();
    let mut parent = Guard(
        Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "helper_that_holds_a_server_until_it_is_killed",
                "--ignored",
                "--nocapture",
            ])
            .env(HELD_FOLDER, place.data())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut lines = BufReader::new(parent.0.stdout.take().unwrap()).lines();
    let told = lines.find_map(|line| Some(line.unwrap().split_once(HELD)?.1.to_owned()));
    let pid: u32 = told.expect("the helper's server runs").parse().unwrap();

    parent.0.kill().unwrap();
    assert_eq!(parent.0.wait().unwrap().signal(), Some(Signal::SIGKILL as i32));
    let killed = Instant::now();
    // The server removes the file as the last step of a clean end.
    eventually("the server is gone", || {
        !place.data().join("pg/postmaster.pid").exists()
    });
    assert!(killed.elapsed() < Duration::from_secs(30));

    let next = place.start();
    assert_ne!(next.facts().pid, pid);
    assert_eq!(remembered(&next.connect_options()).unwrap(), "still here");
}

#[test]
fn a_server_left_behind_is_stopped_and_started_as_our_own() {
    let place = Place::new();
    let first = place.start();
    let program = fs::read_link(format!("/proc/{}/exe", first.facts().pid)).unwrap();
    first.stop();
    let cluster = place.data().canonicalize().unwrap().join("pg");
    let owner = fs::metadata(&cluster).unwrap();
    let mut command = Command::new(program);
    command
        .arg("-D")
        .arg(&cluster)
        .args(["-c", "listen_addresses=", "-c", "cluster_name=left", "-k"])
        .arg(place.data().join("run"))
        .env_clear()
        .current_dir("/")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if geteuid().is_root() {
        command.uid(owner.uid()).gid(owner.gid());
    }
    let mut left = Guard(command.spawn().unwrap());
    let pid_file = cluster.join("postmaster.pid");
    eventually("the other server runs", || {
        fs::read_to_string(&pid_file).is_ok_and(|text| text.contains("ready"))
    });

    let ours = place.start();
    assert!(
        left.0.wait().unwrap().success(),
        "the server was not shut down cleanly"
    );
    assert_eq!(
        ask(&ours.connect_options(), "show cluster_name").unwrap(),
        "bepart"
    );
}

#[test]
fn a_cluster_that_was_only_half_made_is_thrown_away() {
    let place = Place::new();
    let half = place.make_data().join("pg.new");
    fs::create_dir(&half).unwrap();
    fs::write(half.join("PG_VERSION"), "15\n").unwrap();
    fs::write(half.join("half"), "").unwrap();
    let server = place.start();
    assert!(server.facts().fresh);
    assert!(!half.exists());
    assert!(!place.data().join("pg/half").exists());
}

#[test]
fn lock_files_that_name_a_strangers_process_do_not_keep_the_server_down() {
    let place = Place::new();
    let first = place.start();
    remember(&first.connect_options());
    first.stop();
    let cluster = place.data().canonicalize().unwrap().join("pg");
    let owner = fs::metadata(&cluster).unwrap();
    // PostgreSQL goes by the number only when the process has its own user.
    let mut command = Command::new("sleep");
    command.arg("600");
    if geteuid().is_root() {
        command.uid(owner.uid()).gid(owner.gid());
    }
    let stranger = Guard(command.spawn().unwrap());
    let lines = format!("{}\n{}\n1760000000\n5432\n", stranger.0.id(), cluster.display());
    for file in [
        cluster.join("postmaster.pid"),
        place.data().join("run/.s.PGSQL.5432.lock"),
    ] {
        fs::write(&file, &lines).unwrap();
    }
    let second = place.start();
    assert_eq!(remembered(&second.connect_options()).unwrap(), "still here");
    assert_eq!(
        kill(process(stranger.0.id()), None),
        Ok(()),
        "the stranger was harmed"
    );
}

#[test]
fn a_cluster_of_a_version_that_is_gone_is_refused_with_the_remedy() {
    let place = Place::new();
    let cluster = place.make_data().join("pg");
    fs::create_dir(&cluster).unwrap();
    fs::write(cluster.join("PG_VERSION"), "9\n").unwrap();
    if geteuid().is_root() {
        std::os::unix::fs::chown(&cluster, Some(65534), Some(65534)).unwrap();
    }
    let words = refusal(&place.data());
    assert!(words.contains("postgresql-9"), "{words}");
}

#[test]
fn a_folder_of_something_else_is_never_overwritten() {
    let place = Place::new();
    let cluster = place.make_data().join("pg");
    fs::create_dir(&cluster).unwrap();
    fs::write(cluster.join("precious"), "mine").unwrap();
    let words = refusal(&place.data());
    assert!(words.contains("is not a PostgreSQL cluster"), "{words}");
    assert_eq!(fs::read_to_string(cluster.join("precious")).unwrap(), "mine");
}

#[test]
fn a_path_too_long_for_a_socket_is_refused_in_words() {
    let place = Place::new();
    let words = refusal(&place.path().join("x".repeat(100)));
    assert!(words.contains("shorter path"), "{words}");
}

#[test]
fn a_folder_that_the_servers_user_cannot_reach_is_avoided_and_refused() {
    let place = Place::new();
    assert_eq!(
        data_dir_beside(place.path(), Path::new(LAUNCHER)),
        (place.data(), None)
    );
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o700)).unwrap();
    let (data, why) = data_dir_beside(place.path(), Path::new(LAUNCHER));
    if geteuid().is_root() {
        assert_eq!(data, Path::new("/var/lib/bepart"));
        assert!(why.is_some_and(|why| why.contains("/var/lib/bepart instead")));
        let words = refusal(&place.data());
        assert!(words.contains("cannot be reached by the user"), "{words}");
    } else {
        assert_eq!((data, why), (place.data(), None));
    }
}
