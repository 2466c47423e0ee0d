//! `bepart doctor`: what works, what does not, and what to do about it.

use std::{collections::BTreeSet, os::unix::fs::MetadataExt};

use ground::{jobs, lang::Lang};
use media::sandbox::{Layer, Leak};

use crate::{audit, house::House};

/// Checks every part and prints a line for each. True when all is well.
///
/// # Errors
/// Only when the answer cannot be printed.
#[expect(clippy::print_stdout, reason = "this is the program's answer to who asked")]
pub async fn doctor(house: &House, retry: bool) -> anyhow::Result<bool> {
    let mut well = true;
    let mut line = |name: &str, result: Result<String, String>| match result {
        Ok(words) => println!("ok       {name}: {words}"),
        Err(words) => {
            well = false;
            println!("PROBLEM  {name}: {words}");
        }
    };
    line("database", database(house).await);
    line(
        "object storage",
        house
            .blobs
            .check()
            .await
            .map(|()| "both buckets take, give back and delete objects".to_owned())
            .map_err(|error| {
                format!("{error:#}. Check [storage]: endpoint, region, keys, and that both buckets exist")
            }),
    );
    line(
        "mail",
        house
            .mail
            .check()
            .await
            .map(|()| match &house.config.mail.smtp_url {
                Some(_) => "the server answers".to_owned(),
                None => format!(
                    "no server is set: mails become files in {}",
                    house.data.join("mail").display()
                ),
            })
            .map_err(|error| format!("{error:#}. Check [mail] smtp_url")),
    );
    line("originals", originals(house).await);
    line("decoders", decoders(house).await);
    line("films", films(house).await);
    line("audit chain", audit::newest(house).await);
    line("elsewhere", elsewhere(house).await);
    line("forgetting", forgetting(house).await);
    line("queue", queue(house, retry).await);
    Ok(well)
}

async fn database(house: &House) -> Result<String, String> {
    let facts: Result<(String, String, String), sqlx::Error> = sqlx::query_as(
        "select current_setting('server_version'), current_setting('fsync'), current_setting('synchronous_commit')",
    )
    .fetch_one(&house.pool)
    .await;
    let remedy = "check DATABASE_URL, or unset it to use the embedded one";
    let (version, fsync, commit) = facts.map_err(|error| format!("does not answer: {error}; {remedy}"))?;
    let major: u32 = version
        .split(['.', ' '])
        .next()
        .and_then(|part| part.parse().ok())
        .unwrap_or_default();
    if major < 15 {
        return Err(format!("PostgreSQL {version} is too old: 15 or newer is needed"));
    }
    if fsync != "on" || commit == "off" {
        return Err(format!(
            "fsync is {fsync} and synchronous_commit is {commit}: what readers were told we have could be lost; turn both on"
        ));
    }
    Ok(format!("PostgreSQL {version}, fsync {fsync}"))
}

/// Whether the newsroom's key is there, is nobody else's, and opens what it has to.
async fn originals(house: &House) -> Result<String, String> {
    let ring = &house.originals.ring;
    if let Some(file) = ring.file().filter(|file| file.exists()) {
        let mode = std::fs::metadata(file)
            .map_err(|error| format!("{}: {error}", file.display()))?
            .mode();
        if mode & 0o077 != 0 {
            return Err(format!("others can read {0}: chmod 600 {0}", file.display()));
        }
    }
    let failed = |error: sqlx::Error| format!("cannot be read: {error}. Has `bepart migrate` been run?");
    let (keys, tally) = house.originals.list_keys().await.map_err(failed)?;
    let here: Vec<_> = ring
        .load()
        .map_err(|error| format!("{error:#}"))?
        .opening()
        .collect();
    for key in keys.iter().filter(|key| !key.offline && key.originals > 0) {
        if !here.iter().any(|id| id.as_str() == key.key_id) {
            return Err(format!(
                "{} originals are sealed for the key {}, which is not here: restore its key file from a backup",
                key.originals, key.key_id
            ));
        }
    }
    if tally.damaged > 0 {
        return Err(format!(
            "{} of {} originals were found changed or gone. Restore their objects from a backup; the desk says \
             which, and whoever opens one that is whole again takes it off the list",
            tally.damaged, tally.sealed
        ));
    }
    let opened = house.originals.check().await;
    let opened =
        opened.map_err(|error| format!("the newest one does not open: {:#}", anyhow::Error::from(error)))?;
    let opened = if opened.is_some() {
        ", the newest one opens"
    } else {
        ""
    };
    let plain = match tally.plain {
        0 => String::new(),
        more => format!("; {more} of an earlier version are sealed by the next sweeps"),
    };
    Ok(format!("{} are sealed{opened}{plain}", tally.sealed))
}

/// Whether anything breaks out of the decoders' sandbox.
async fn decoders(house: &House) -> Result<String, String> {
    let decoder = house.decoder().map_err(|error| format!("{error:#}"))?;
    match decoder.self_test().await {
        Ok(weak) if weak.is_empty() => Ok("shut in: nothing that tried to break out succeeded".to_owned()),
        Ok(weak) => Ok(format!(
            "shut in, though not by every layer there could be:{}",
            listed(&weak)
        )),
        Err(leaks) => Err(format!(
            "not safely shut in, so the worker does not start:{}",
            listed(&leaks)
        )),
    }
}

/// Whether pictures that move become films.
async fn films(house: &House) -> Result<String, String> {
    let decoder = house.decoder().map_err(|error| format!("{error:#}"))?;
    match decoder.check_films().await {
        Ok(()) => Ok("ffmpeg makes them, shut in".to_owned()),
        Err(error) => Err(format!(
            "{error:#}: pictures that move are shown standing still. Debian: apt-get install ffmpeg"
        )),
    }
}

/// What was found, and what to do about each missing layer.
fn listed(leaks: &[Leak]) -> String {
    let layers: BTreeSet<Layer> = leaks.iter().flat_map(Leak::layers).copied().collect();
    let remedies: BTreeSet<&str> = layers.into_iter().map(Layer::remedy).collect();
    let found = leaks.iter().map(Leak::to_string);
    let remedies = remedies.into_iter().map(|remedy| format!("to do: {remedy}"));
    let mut listed = String::new();
    for words in found.chain(remedies) {
        listed.push_str("\n           ");
        listed.push_str(&words);
    }
    listed
}

/// Whether the newsroom's own feeds can be read.
async fn elsewhere(house: &House) -> Result<String, String> {
    let reports = publishing::report_on_feeds(&house.publishing()).await;
    let reports = reports.map_err(|error| format!("{error:#}. Has `bepart migrate` been run?"))?;
    if reports.is_empty() {
        return Ok("no feed is set: the box with headlines of your own site is not shown".to_owned());
    }
    let lines = reports.iter().map(|report| {
        let never = || "never".to_owned();
        let read = report
            .read_at
            .map_or_else(never, |at| at.format("%Y-%m-%d %H:%M UTC").to_string());
        format!(
            "\n           {}: {}; last read {read}, {} headlines are kept",
            report.url,
            report.trouble.as_deref().unwrap_or("answers"),
            report.headlines,
        )
    });
    let lines: String = lines.collect();
    if reports.iter().any(|report| report.trouble.is_some()) {
        return Err(format!(
            "not every feed can be read. What was read last stays. Check [elsewhere] feeds:{lines}"
        ));
    }
    Ok(format!("every feed answers:{lines}"))
}

/// Whether what is past its time is forgotten.
async fn forgetting(house: &House) -> Result<String, String> {
    let failed = |error: sqlx::Error| format!("cannot be read: {error}. Has `bepart migrate` been run?");
    let mut conn = house.pool.acquire().await.map_err(failed)?;
    match review::retention_stopped(&mut conn).await.map_err(failed)? {
        None => Ok("by rule, as the newsroom has set it".to_owned()),
        Some(why) => Err(format!(
            "nothing is forgotten by rule: {}. Set the clocks right, or say at /desk/settings/retention that they are",
            why.text(Lang::En).trim_end_matches('.')
        )),
    }
}

async fn queue(house: &House, retry: bool) -> Result<String, String> {
    let failed = |error: sqlx::Error| format!("cannot be read: {error}. Has `bepart migrate` been run?");
    let mut conn = house.pool.acquire().await.map_err(failed)?;
    if retry {
        let count = jobs::retry_parked(&mut conn).await.map_err(failed)?;
        return Ok(format!("{count} parked jobs will be tried again"));
    }
    let parked = jobs::list_parked(&mut conn).await.map_err(failed)?;
    if !parked.is_empty() {
        let lines: Vec<String> = parked
            .iter()
            .map(|job| {
                format!(
                    "\n           job {} ({}), {} attempts, parked {}: {}",
                    job.job_id,
                    job.kind,
                    job.attempts,
                    job.parked_at.format("%Y-%m-%d %H:%M UTC"),
                    job.last_error.as_deref().unwrap_or("no reason was kept"),
                )
            })
            .collect();
        return Err(format!(
            "{} jobs failed for good; `bepart doctor --retry` tries them again{}",
            parked.len(),
            lines.concat()
        ));
    }
    match jobs::oldest_due_seconds(&mut conn).await.map_err(failed)? {
        Some(age) if age > 60.0 => Err(format!(
            "the oldest job has waited {age:.0} s: is a worker running (`bepart serve`)?"
        )),
        Some(age) => Ok(format!("the oldest job has waited {age:.0} s")),
        None => Ok("nothing waits".to_owned()),
    }
}
