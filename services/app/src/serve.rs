//! `bepart serve`: web, worker and schedule in one process, or some of them.

use std::time::Duration;

use anyhow::Context;
use ground::jobs::{self, Retain, SweepAccounts, SweepComments, SweepMedia, SweepPublic, SweepUploads};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    demo,
    house::House,
    listener::{self, Listening},
    routes::{self, Doors},
};

/// A part of the program that may run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// Pages and forms.
    Web,
    /// The resumable upload door.
    Uploads,
    /// Jobs and their schedule.
    Worker,
}

/// Serves until SIGINT or SIGTERM, then finishes what is under way. `furnished`: with the demo's samples.
///
/// # Errors
/// When a part cannot be started.
pub async fn serve(house: House, parts: &[Part], furnished: bool) -> anyhow::Result<()> {
    house.wait_for_database().await?;
    let house = if furnished {
        demo::with_headlines(house).await?
    } else {
        house
    };
    let stop = CancellationToken::new();
    stop_on_signals(&stop)?;
    let tracker = TaskTracker::new();
    let wants = |part| parts.is_empty() || parts.contains(&part);
    let mut worker = None;
    if wants(Part::Worker) {
        // What a killed worker was working on; the job itself starts anew.
        if let Err(error) = std::fs::remove_dir_all(house.scratch())
            && error.kind() != std::io::ErrorKind::NotFound
        {
            return Err(error).context("cannot empty the scratch folder");
        }
        worker = Some(tracker.spawn(work(house.clone(), stop.clone())));
        tracker.spawn(schedule(house.clone(), stop.clone()));
        tracker.spawn(watch_feeds(house.clone(), stop.clone()));
    }
    if wants(Part::Web) || wants(Part::Uploads) {
        let addr = house.config.addr;
        let listener = TcpListener::bind(addr)
            .await
            .with_context(|| format!("cannot listen on {addr}: is it in use? BEPART_ADDR chooses another"))?;
        let bound = listener.local_addr()?;
        tracker.spawn(house.live.clone().listen(house.pool.clone(), stop.clone()));
        let rooms = house.rooms();
        tracker.spawn(rooms.review.hub.clone().run(stop.clone()));
        if house.config.database.url.is_none() {
            rooms.uploads.release_all().await?;
        }
        let doors = Doors {
            web: wants(Part::Web),
            uploads: wants(Part::Uploads),
        };
        let router = routes::router(rooms, doors);
        let listening = Listening {
            router,
            sources: ground::web::Sources::default(),
            trusted_proxies: house.config.web.trusted_proxies.clone().into(),
            connections: house.config.web.connections,
        };
        if furnished {
            tracker.spawn(demo(house.clone()));
        }
        greet(&house, bound).await?;
        listener::serve(listener, listening, stop.clone()).await;
    }
    stop.cancelled().await;
    tracker.close();
    tracker.wait().await;
    house.pool.close().await;
    match worker {
        Some(worker) => worker.await.context("the worker broke down")?,
        None => Ok(()),
    }
}

/// Does the jobs. Pages are served while the sandbox is tested; if it is not safe, everything stops.
async fn work(house: House, stop: CancellationToken) -> anyhow::Result<()> {
    match house.runners(stop.clone()).await {
        Ok((usual, heavy)) => {
            let usual = usual.work(house.pool.clone(), house.config.media.workers, stop.clone());
            // No photo waits behind a film, and no film behind half of another.
            let heavy = heavy.work(house.pool.clone(), 1, stop);
            tokio::join!(usual, heavy);
            Ok(())
        }
        Err(error) => {
            stop.cancel();
            Err(error)
        }
    }
}

/// Tells the person at the terminal where to go. The link is a secret, so it is printed, never logged.
#[expect(
    clippy::print_stdout,
    reason = "this is the program's answer to who started it"
)]
async fn greet(house: &House, bound: std::net::SocketAddr) -> anyhow::Result<()> {
    let mut conn = house.pool.acquire().await?;
    let first = accounts::first_editor_link(&mut conn, &house.ids, house.clock.now()).await?;
    println!("Be Part is at http://{bound}");
    if let Some(path) = first {
        let link = match &house.config.site.base_url {
            Some(_) => house.site.link(&path),
            None => format!("http://{bound}{path}"),
        };
        println!("No editor yet. This link makes the first one, once, within two days: {link}");
    }
    Ok(())
}

#[expect(
    clippy::print_stdout,
    reason = "this is the program's answer to who started it"
)]
async fn demo(house: House) {
    match demo::furnish(&house).await {
        Ok(()) => println!(
            "The demo's editor signs in with {} and the password: {}",
            demo::EDITOR.0,
            demo::EDITOR.1
        ),
        Err(error) => tracing::error!(error = format!("{error:#}"), "the demo could not be furnished"),
    }
}

fn stop_on_signals(stop: &CancellationToken) -> anyhow::Result<()> {
    for kind in [SignalKind::interrupt(), SignalKind::terminate()] {
        let (mut signals, stop) = (signal(kind)?, stop.clone());
        tokio::spawn(async move {
            signals.recv().await;
            stop.cancel();
        });
    }
    Ok(())
}

/// Asks for the sweeps, again and again. However many instances run, each sweep waits at most once.
async fn schedule(house: House, stop: CancellationToken) {
    let mut every = tokio::time::interval(Duration::from_secs(house.config.sweep.every_minutes.max(1) * 60));
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = every.tick() => {}
        }
        if let Err(error) = ask_for_sweeps(&house).await {
            tracing::warn!(error = format!("{error:#}"), "could not ask for the sweeps");
        }
    }
}

/// Asks each minute for the feeds that are due. However many instances run, they are read once.
async fn watch_feeds(house: House, stop: CancellationToken) {
    let mut every = tokio::time::interval(Duration::from_mins(1));
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = every.tick() => {}
        }
        if let Err(error) = ask_for_feeds(&house).await {
            tracing::warn!(error = format!("{error:#}"), "could not ask for the feeds");
        }
    }
}

async fn ask_for_feeds(house: &House) -> sqlx::Result<()> {
    let (elsewhere, now) = (house.publishing().elsewhere, house.clock.now());
    publishing::ask_for_feeds(&mut *house.pool.acquire().await?, &elsewhere, now).await
}

/// Enqueues every sweep.
///
/// # Errors
/// When the database fails.
pub async fn ask_for_sweeps(house: &House) -> anyhow::Result<()> {
    let mut conn = house.pool.acquire().await?;
    jobs::enqueue_once(&mut conn, &SweepUploads {}, "sweep uploads").await?;
    jobs::enqueue_once(&mut conn, &SweepMedia {}, "sweep media").await?;
    jobs::enqueue_once(&mut conn, &SweepPublic {}, "sweep public").await?;
    jobs::enqueue_once(&mut conn, &SweepAccounts {}, "sweep accounts").await?;
    jobs::enqueue_once(&mut conn, &SweepComments {}, "sweep comments").await?;
    jobs::enqueue_once(&mut conn, &Retain {}, "retain").await?;
    Ok(())
}
