//! `bepart doctor --audit`: whether the chain of what the newsroom did is whole, and what was done to it.

use std::path::PathBuf;

use accounts::People;
use comments::CommentActs;
use ground::{
    audit::{self, Found, Head, Source, Verdict},
    secret,
};
use review::{Acts, Histories};

use crate::house::House;

/// Links that every `bepart doctor` looks at.
const NEWEST: i64 = 2000;

/// Whose events are chained.
const SOURCES: [&dyn Source; 4] = [&Histories, &Acts, &People, &CommentActs];

/// Walks the whole chain and prints what it finds, and the head to be written down elsewhere. `noted` is one that was
/// written down earlier. True when all is well.
///
/// # Errors
/// When the database does not answer.
#[expect(clippy::print_stdout, reason = "this is the program's answer to who asked")]
pub(crate) async fn walk(house: &House, noted: Option<&Head>) -> anyhow::Result<bool> {
    house.wait_for_database().await?;
    let kept = kept(house);
    let noted = noted.or(kept.as_ref());
    let verdict = audit::verify(&house.pool, &house.audit_key(), &SOURCES, None, noted).await?;
    let found = match verdict {
        Verdict::WrongKey => {
            println!("PROBLEM  audit chain: {}", wrong_key(house));
            return Ok(false);
        }
        Verdict::Walked(found) => found,
    };
    for broken in &found.broken {
        println!("PROBLEM  audit chain: {broken}");
    }
    if found.breaks > found.broken.len() {
        println!(
            "PROBLEM  audit chain: and {} more",
            found.breaks - found.broken.len()
        );
    }
    if let Some(first) = found.broken.first() {
        println!(
            "         {} links looked at. The first that is broken is {}: what is before it is as it was written.",
            found.links, first.seq
        );
        return Ok(false);
    }
    println!("ok       audit chain: {}", told(&found));
    if let Some(head) = &found.head {
        keep(house, head)?;
        println!(
            "         Its head, to be written down where whoever owns this machine cannot change it:\n         {head}"
        );
    }
    Ok(true)
}

/// What every `bepart doctor` asks: whether the newest links are as they were written, and the last head that was seen
/// is still there.
///
/// # Errors
/// In words.
pub(crate) async fn newest(house: &House) -> Result<String, String> {
    let failed = |error: sqlx::Error| format!("cannot be read: {error}. Has `bepart migrate` been run?");
    let kept = kept(house);
    let key = house.audit_key();
    let verdict = audit::verify(&house.pool, &key, &SOURCES, Some(NEWEST), kept.as_ref());
    match verdict.await.map_err(failed)? {
        Verdict::WrongKey => Err(wrong_key(house)),
        Verdict::Walked(found) => match found.broken.first() {
            Some(broken) => Err(format!("{broken}; `bepart doctor --audit` looks at all of them")),
            None => Ok(told(&found)),
        },
    }
}

fn told(found: &Found) -> String {
    let Some(head) = &found.head else {
        return "nothing was chained yet".to_owned();
    };
    let before = match (found.before, found.before_gone) {
        (0, 0) => String::new(),
        (before, 0) => format!("; {before} events from before it are as they were"),
        (before, gone) => format!(
            "; of the events from before it {before} are there, {gone} were forgotten since, so that they cannot be compared"
        ),
    };
    if found.links < head.seq {
        format!("the newest {} of {} links are whole", found.links, head.seq)
    } else {
        format!("{} links, whole{before}", found.links)
    }
}

fn wrong_key(house: &House) -> String {
    let key = match &house.config.secrets.server_key {
        Some(_) => "secrets.server_key".to_owned(),
        None => house.data.join("keys/server.key").display().to_string(),
    };
    format!(
        "no link fits the key that is derived from {key}: it is not the one that this chain was written with. \
         Restore it from a backup; links that were written under another key stay broken"
    )
}

/// The head that the last whole walk saw: beside the keys, not in the database.
fn file(house: &House) -> PathBuf {
    house.data.join("keys/audit.head")
}

fn kept(house: &House) -> Option<Head> {
    std::fs::read_to_string(file(house)).ok()?.parse().ok()
}

fn keep(house: &House, head: &Head) -> anyhow::Result<()> {
    secret::replace_private(&file(house), format!("{head}\n").as_bytes())
}
