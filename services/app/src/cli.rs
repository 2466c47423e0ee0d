//! Commands. Exit codes: 0 well, 1 something failed, 2 the call or the configuration was not right,
//! 3 `doctor` or `keys` found a problem.

use std::{ffi::OsString, io::IsTerminal, path::PathBuf, process::ExitCode};

use anyhow::Context;
use clap::{Parser, Subcommand};
use ground::{audit::Head, viewer::Role};
use sqlx::postgres::PgConnectOptions;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

use crate::{
    audit,
    config::{Config, LogConfig, LogFormat},
    doctor::doctor,
    house::House,
    keys::{KeysCommand, keys},
    postgres::{self, Embedded},
    serve::{Part, ask_for_sweeps, serve},
};

/// Be Part: readers contribute to a newsroom.
#[derive(Parser)]
#[command(name = "bepart", version, about, arg_required_else_help = true)]
struct Cli {
    /// Configuration file [default: bepart.toml, when there is one]. `bepart.example.toml` describes every key.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves pages and uploads and does the work behind them, until Ctrl-C.
    Serve {
        /// Only these parts, for several processes or nodes [default: all].
        #[arg(long, value_enum, value_delimiter = ',')]
        only: Vec<Part>,
    },
    /// The same with sample stories and contributions in all languages, and mails as files.
    Demo,
    /// Brings the database up to date (`serve` does so by itself).
    Migrate,
    /// Checks database, buckets, mail, the decoders' sandbox and queue, and says what to do. Exits with 3 when something is wrong.
    Doctor {
        /// Gives jobs that failed for good another set of attempts.
        #[arg(long)]
        retry: bool,
        /// Walks the whole chain of what the newsroom did, and says what was changed, removed, put in or moved.
        #[arg(long, conflicts_with = "retry")]
        audit: bool,
        /// A head of the chain that an earlier `doctor --audit` printed and that was written down: it must still be there.
        #[arg(long, requires = "audit", value_name = "NUMBER:HASH")]
        head: Option<Head>,
    },
    /// The people of the newsroom.
    Editor {
        #[command(subcommand)]
        command: EditorCommand,
    },
    /// The keys that originals are sealed for.
    Keys {
        #[command(subcommand)]
        command: KeysCommand,
    },
    /// Deletes what nobody sent and what a killed process left behind, now instead of on schedule.
    Sweep,
    /// Runs a decoder on standard input. Started by the worker.
    #[command(hide = true, disable_help_flag = true)]
    Decode {
        /// probe, render, tool or selftest.
        mode: String,
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
    /// Becomes the embedded PostgreSQL. Started by `serve`.
    #[command(hide = true, disable_help_flag = true)]
    PostgresChild {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
}

#[derive(Subcommand)]
enum EditorCommand {
    /// Prints a one-time link, good for two days, that makes this person an editor.
    Invite {
        /// Their address. They sign in with it.
        #[arg(long)]
        email: String,
        /// editor, chief or admin.
        #[arg(long, default_value = "editor")]
        role: Role,
    },
}

/// The program.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Decode { mode, args } => return media::child::main(&mode, &args),
        Command::PostgresChild { args } => postgres::run_child(args).map(|()| ExitCode::SUCCESS),
        command => {
            crate::memory::give_back_large(); // decoders are short-lived, and told how by who starts them
            let config = match Config::load(cli.config.as_ref()) {
                Ok(config) => config,
                Err(error) => return say(&error, ExitCode::from(2)),
            };
            run(command, config)
        }
    };
    outcome.unwrap_or_else(|error| say(&error, ExitCode::FAILURE))
}

#[expect(
    clippy::print_stderr,
    reason = "this is the program's answer to who started it"
)]
fn say(error: &anyhow::Error, code: ExitCode) -> ExitCode {
    eprintln!("bepart: {error:#}");
    code
}

fn run(command: Command, config: Config) -> anyhow::Result<ExitCode> {
    start_log(&config.log)?;
    let mut config = config;
    if matches!(command, Command::Demo) {
        // The demo never sends mail to anyone, and never touches another house's files.
        config.mail.smtp_url = None;
        // Its editor signs in with the password that it prints.
        config.staff.second_factor = false;
        config.data.get_or_insert_with(|| PathBuf::from("data/demo"));
    }
    // One provider of cryptography for everything that speaks TLS. A second call finds it installed.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let data = data_folder(&config)?;
    let database = Database::open(
        &config,
        &data,
        matches!(command, Command::Serve { .. } | Command::Demo),
    )?;
    let runtime = tokio::runtime::Runtime::new()?;
    let outcome = runtime.block_on(async {
        let house = House::open(config, data, database.options()?).await?;
        perform(command, house).await
    });
    // Jobs and pages are done; what still blocks a thread is not waited for.
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    database.close();
    outcome
}

#[expect(clippy::print_stdout, reason = "this is the program's answer to who asked")]
async fn perform(command: Command, house: House) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve { only } => serve(house, &only, false).await?,
        Command::Demo => serve(house, &[], true).await?,
        Command::Migrate => {
            house.wait_for_database().await?;
            println!("the database is up to date");
        }
        Command::Doctor { retry, audit, head } => {
            let well = if audit {
                audit::walk(&house, head.as_ref()).await?
            } else {
                doctor(&house, retry).await?
            };
            return Ok(if well {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(3)
            });
        }
        Command::Editor {
            command: EditorCommand::Invite { email, role },
        } => {
            anyhow::ensure!(
                ground::mail::Mail::is_address(&email),
                "{email:?} is not an e-mail address"
            );
            house.wait_for_database().await?;
            let mut conn = house.pool.acquire().await?;
            let path = accounts::invite(&mut conn, &house.ids, house.clock.now(), Some(&email), role).await?;
            println!("{}", house.site.link(&path));
        }
        Command::Keys { command } => {
            return Ok(if keys(&house, command).await? {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(3)
            });
        }
        Command::Sweep => {
            house.wait_for_database().await?;
            ask_for_sweeps(&house).await?;
            let (usual, heavy) = house.runners(CancellationToken::new()).await?;
            usual.with(heavy).run_pending(&house.pool).await?;
            println!("swept");
        }
        Command::Decode { .. } | Command::PostgresChild { .. } => {
            anyhow::bail!("this command is only for the program itself");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn start_log(config: &LogConfig) -> anyhow::Result<()> {
    // Whatever is asked for: below this, that library logs what authenticators answer.
    let filter = EnvFilter::try_new(&config.filter)
        .context("log.filter is not right")?
        .add_directive("webauthn_rs_core=info".parse()?);
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    match config.format {
        LogFormat::Text => builder
            .with_target(false)
            .with_ansi(std::io::stderr().is_terminal())
            .init(),
        LogFormat::Json => builder.json().init(),
    }
    // A panic's payload may quote what a stranger sent: its place is enough to find it.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a thread panicked");
    }));
    Ok(())
}

/// Where files are kept; made when it is not there.
fn data_folder(config: &Config) -> anyhow::Result<PathBuf> {
    let folder = if let Some(folder) = &config.data {
        folder.clone()
    } else {
        let (folder, why) = postgres::default_data_dir();
        if let Some(why) = why {
            tracing::info!("{why}");
        }
        folder
    };
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the data folder {}", folder.display()))?;
    folder
        .canonicalize()
        .with_context(|| format!("cannot open the data folder {}", folder.display()))
}

/// The database of a command: one elsewhere, the running embedded one, or one started for this command.
enum Database {
    Elsewhere(String),
    Running(PgConnectOptions),
    Ours(Embedded),
}

impl Database {
    fn open(config: &Config, data: &std::path::Path, exclusive: bool) -> anyhow::Result<Self> {
        if let Some(url) = &config.database.url {
            return Ok(Self::Elsewhere(url.clone()));
        }
        if !exclusive && let Some(running) = postgres::attach(data)? {
            return Ok(Self::Running(running));
        }
        // Before the runtime, on the main thread's watch: the server must end when the program does.
        Embedded::start(data).map(Self::Ours)
    }

    fn options(&self) -> anyhow::Result<PgConnectOptions> {
        match self {
            // The URL may hold a password: it is not repeated.
            Self::Elsewhere(url) => url.parse().ok().context("DATABASE_URL is not a PostgreSQL URL"),
            Self::Running(options) => Ok(options.clone()),
            Self::Ours(embedded) => Ok(embedded.connect_options()),
        }
    }

    fn close(self) {
        if let Self::Ours(embedded) = self {
            embedded.stop();
        }
    }
}
