//! Runs commands and says what they took. Its request is JSON on standard input, its answer JSON on standard output.
//!
//! Commands of one chain run one after the other and make one picture; chains are spread over workers. Time and
//! memory are those of the commands and of whatever they waited for (`getrusage(2)`, `RUSAGE_CHILDREN`): memory is the
//! largest single process. This program is small, so that it is never the largest.

use std::{
    collections::BTreeMap,
    fs::File,
    process::{Command, Stdio},
    sync::Mutex,
    thread,
    time::Instant,
};

use anyhow::{Context, ensure};
use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeValLike,
};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Request {
    workers: usize,
    chains: Vec<Vec<Step>>,
}

/// One command. With `env`, that is all of its environment; without `stdin`, it has none.
#[derive(Deserialize)]
struct Step {
    program: String,
    args: Vec<String>,
    cwd: Option<String>,
    stdin: Option<String>,
    env: Option<BTreeMap<String, String>>,
}

#[derive(Serialize)]
struct Answer {
    cpu_seconds: f64,
    wall_seconds: f64,
    peak_mib: f64,
    /// What the last command of the last chain wrote.
    said: String,
}

fn main() -> anyhow::Result<()> {
    let Request { workers, mut chains } = serde_json::from_reader(std::io::stdin()).context("the request")?;
    chains.reverse();
    let chains = Mutex::new(chains);
    let began = Instant::now();
    let said = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(|| work(&chains))).collect();
        let ends = workers.into_iter().map(|worker| worker.join().expect("a worker that does not panic"));
        ends.collect::<anyhow::Result<Vec<_>>>()
    })?;
    let wall_seconds = began.elapsed().as_secs_f64();
    let used = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let microseconds = used.user_time().num_microseconds() + used.system_time().num_microseconds();
    let answer = Answer {
        cpu_seconds: microseconds as f64 / 1e6,
        wall_seconds,
        peak_mib: used.max_rss() as f64 / 1024.0,
        said: said.into_iter().flatten().last().unwrap_or_default(),
    };
    println!("{}", serde_json::to_string(&answer)?);
    Ok(())
}

/// Runs chains until none is left.
fn work(chains: &Mutex<Vec<Vec<Step>>>) -> anyhow::Result<Option<String>> {
    let mut said = None;
    loop {
        let Some(chain) = chains.lock().expect("nobody panics with it").pop() else {
            return Ok(said);
        };
        for step in chain {
            said = Some(run(step)?);
        }
    }
}

fn run(step: Step) -> anyhow::Result<String> {
    let mut command = Command::new(&step.program);
    command.args(&step.args).stderr(Stdio::inherit());
    if let Some(env) = &step.env {
        command.env_clear().envs(env);
    }
    if let Some(cwd) = &step.cwd {
        std::fs::create_dir_all(cwd)?;
        command.current_dir(cwd);
    }
    command.stdin(match &step.stdin {
        Some(file) => File::open(file).with_context(|| file.clone())?.into(),
        None => Stdio::null(),
    });
    let output = command.output().with_context(|| step.program.clone())?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    ensure!(output.status.success(), "{} {:?}: {}, {said}", step.program, step.args, output.status);
    Ok(said)
}
