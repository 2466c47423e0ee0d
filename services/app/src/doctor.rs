//! `bepart doctor`: what works, what does not, and what to do about it.

use ground::jobs;

use crate::house::House;

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
