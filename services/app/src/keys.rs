//! `bepart keys`: whose keys open the originals, changing them, and opening one by hand.

use std::{
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use anyhow::Context;
use clap::Subcommand;
use futures_util::{Stream, TryStreamExt};
use ground::{ids::MediaId, seal::Identity};
use media::originals::Rewrapped;
use secrecy::zeroize::Zeroizing;
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

use crate::house::House;

/// What can be done with keys.
#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Shows which keys open how many originals. Private keys are never shown.
    Show,
    /// Makes a new key and writes the envelope of every original anew for it. No object is touched. When it was
    /// interrupted, run it again: it goes on where it stood.
    ///
    /// Backups of the database made before open only with the key file of their time: keep that one with them, and
    /// back up the new one.
    Rotate,
    /// Writes envelopes anew that are not for just the configured keys: after `sealing.offline_recipient` or
    /// `sealing.key` were changed. No object is touched.
    Rewrap,
    /// Takes one original out of its seal, into a file. The history of its contribution will say so.
    Unseal {
        /// Which: the id in the address of its page at the desk.
        #[arg(long)]
        media: MediaId,
        /// The file to write. It must not be there yet.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// What for, for the history.
        #[arg(long, default_value = "bepart keys unseal")]
        why: String,
        /// Opens it with the private keys in this file instead of the server's.
        #[arg(long, value_name = "FILE", conflicts_with = "sealed")]
        identity: Option<PathBuf>,
        /// Opens nothing: writes FILE.age and FILE.key.age, to be opened where the offline key is, with
        /// `age -d -i offline.key FILE.key.age > FILE.key; age -d -i FILE.key FILE.age > FILE`
        #[arg(long)]
        sealed: bool,
    },
}

/// Does it. False when something is left that needs a person.
///
/// # Errors
/// In words for whoever runs the program.
#[expect(clippy::print_stdout, reason = "this is the program's answer to who asked")]
pub async fn keys(house: &House, command: KeysCommand) -> anyhow::Result<bool> {
    house.wait_for_database().await?;
    match command {
        KeysCommand::Show => show(house).await,
        KeysCommand::Rotate => {
            let rewrapped = house.originals.rotate().await?;
            report(rewrapped);
            if let Some(file) = house.originals.ring.file() {
                println!(
                    "Back up {} now. Backups made before today need the key file of their time.",
                    file.display()
                );
                if house.originals.ring.load()?.is_rotating() {
                    println!("The old key stays in it: there are originals that only it might open.");
                }
            }
            Ok(rewrapped.broken == 0)
        }
        KeysCommand::Rewrap => {
            let rewrapped = house.originals.rewrap().await?;
            report(rewrapped);
            Ok(rewrapped.broken == 0)
        }
        KeysCommand::Unseal {
            media,
            out,
            why,
            identity,
            sealed,
        } => {
            if sealed {
                export(house, media, &out).await?;
            } else {
                unseal(house, media, &out, &why, identity.as_deref()).await?;
            }
            Ok(true)
        }
    }
}

#[expect(clippy::print_stdout, reason = "this is the program's answer to who asked")]
fn report(Rewrapped { done, closed, broken }: Rewrapped) {
    println!("{done} envelopes were written anew; no object was touched");
    if closed > 0 {
        println!("{closed} stay as they are: only keys that are not here open them");
    }
    if broken > 0 {
        println!("PROBLEM: {broken} envelopes are not what was written; restore these rows from a backup");
    }
}

#[expect(clippy::print_stdout, reason = "this is the program's answer to who asked")]
async fn show(house: &House) -> anyhow::Result<bool> {
    let keys = house.originals.ring.load()?;
    match house.originals.ring.file() {
        Some(file) if file.exists() => println!("The private keys are in {}", file.display()),
        Some(_) => println!("No private key is here"),
        None => println!("The private keys are given by sealing.key"),
    }
    for recipient in keys.recipients() {
        println!("Originals are sealed for {} ({})", recipient.id(), recipient);
    }
    let here: Vec<_> = keys.opening().collect();
    let (used, tally) = house.originals.list_keys().await?;
    for key in used {
        let here = here.iter().any(|id| id.as_str() == key.key_id);
        println!(
            "  {}  {:>8} originals  {}{}",
            key.key_id,
            key.originals,
            match (here, key.offline) {
                (true, _) => "its private part is here",
                (false, true) => "offline",
                (false, false) => "NOT HERE",
            },
            if key.retired_at.is_some() { ", retired" } else { "" },
        );
    }
    println!(
        "{} originals are sealed, {} of them damaged; {} are still to be sealed",
        tally.sealed, tally.damaged, tally.plain
    );
    Ok(tally.damaged == 0)
}

async fn unseal(
    house: &House,
    media_id: MediaId,
    out: &Path,
    why: &str,
    identity: Option<&Path>,
) -> anyhow::Result<()> {
    let opened = match identity {
        Some(file) => {
            let text = std::fs::read_to_string(file)
                .map(Zeroizing::new)
                .with_context(|| format!("cannot read {}", file.display()))?;
            let identities = Identity::parse_all(&text).with_context(|| file.display().to_string())?;
            house.originals.open_by(media_id, &identities).await
        }
        None => house.originals.open(media_id).await,
    };
    let original = opened.with_context(|| format!("cannot open the original of {media_id}"))?;
    let mut tx = ground::db::begin(&house.pool).await?;
    let now = house.clock.now();
    review::note_look_by_operator(&mut tx, &house.ids, now, media_id, why).await?;
    tx.commit().await?;
    let mut hash = Sha256::new();
    let clear = original
        .clear
        .inspect_ok(|piece| hash.update(piece))
        .map_err(anyhow::Error::from);
    let written = write(out, clear).await;
    let whole = written.and_then(|()| {
        let same = hash.finalize()[..] == original.sha256[..];
        anyhow::ensure!(same, "the original is not what was received");
        Ok(())
    });
    if whole.is_err() {
        // Half an original may be taken for a whole one.
        let _ = std::fs::remove_file(out);
    }
    whole
}

async fn export(house: &House, media_id: MediaId, out: &Path) -> anyhow::Result<()> {
    let (envelope, object) = house
        .originals
        .sealed_parts(media_id)
        .await
        .with_context(|| format!("there is no sealed original of {media_id}"))?;
    let beside = |ending: &str| {
        let mut name = out.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let envelope = futures_util::stream::iter([anyhow::Ok(envelope.into_bytes().into())]);
    write(&beside(".key.age"), envelope).await?;
    write(&beside(".age"), object.stream.map_err(anyhow::Error::from)).await
}

/// Writes a new file that nobody else may read.
async fn write(
    file: &Path,
    bytes: impl Stream<Item = anyhow::Result<axum::body::Bytes>>,
) -> anyhow::Result<()> {
    let fresh = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .with_context(|| format!("cannot write {}", file.display()))?;
    let mut fresh = tokio::fs::File::from_std(fresh);
    let mut bytes = std::pin::pin!(bytes);
    while let Some(piece) = bytes.try_next().await? {
        fresh.write_all(&piece).await?;
    }
    fresh.sync_all().await?;
    Ok(())
}
