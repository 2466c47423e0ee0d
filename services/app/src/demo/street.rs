//! What people of the demo say under stories, and what the newsroom does about it.

use std::{collections::HashMap, time::Duration};

use anyhow::{Context, ensure};

use super::{
    EDITOR, EDITOR_NAME, Past,
    person::{Person, between},
    voices::{Fate, READERS, VOICES, Voice, Who},
};
use crate::house::House;

/// So long the worker may take to send a mail.
const PATIENCE: u32 = 300;

/// Who has a browser of their own, and what was said so far.
struct Street {
    people: HashMap<&'static str, Person>,
    /// Ids of comments by the names that [`VOICES`] give them.
    said: HashMap<&'static str, String>,
}

/// Has everybody say what they have to say, the oldest first.
pub(super) async fn talk(past: &mut Past, house: &House) -> anyhow::Result<()> {
    let mut street = Street {
        people: HashMap::new(),
        said: HashMap::new(),
    };
    for (name, email) in READERS {
        // The worker's clock is right, and sends no code that is old.
        past.turn_to(0);
        let mut reader = past.somebody();
        register(&mut reader, house, name, email).await?;
        street.people.insert(name, reader);
    }
    past.begin_again(house);
    for voice in VOICES {
        say(past, &mut street, voice)
            .await
            .with_context(|| format!("comment {:?}", voice.key))?;
    }
    Ok(())
}

/// An account, with the code of the mail that the demo catches.
async fn register(reader: &mut Person, house: &House, name: &str, email: &str) -> anyhow::Result<()> {
    let fields = [("email", email), ("name", name), ("password", EDITOR.1)];
    reader.post("/register", &fields).await?;
    for _ in 0..PATIENCE {
        if let Some(code) = code_for(house, email).await? {
            reader.post("/verify", &[("code", code.as_str())]).await?;
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    anyhow::bail!("no mail came to {email}")
}

/// The line of six digits in the mail to an address.
async fn code_for(house: &House, email: &str) -> anyhow::Result<Option<String>> {
    let mut folder = tokio::fs::read_dir(house.data.join("mail")).await?;
    while let Some(file) = folder.next_entry().await? {
        let mail = tokio::fs::read(file.path()).await?;
        let mail = String::from_utf8_lossy(&mail);
        let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
        if mail.contains(&format!("To: {email}"))
            && let Some(code) = mail.lines().map(str::trim).find(is_code)
        {
            return Ok(Some(code.to_owned()));
        }
    }
    Ok(None)
}

async fn say(past: &mut Past, street: &mut Street, voice: &'static Voice) -> anyhow::Result<()> {
    past.turn_to(voice.minutes_ago);
    let story = past
        .stories
        .get(voice.story)
        .context("its story is public")?
        .clone();
    let parent = voice
        .answers
        .map(|key| street.said.get(key).context("it answers something"));
    let parent = parent.transpose()?.cloned().unwrap_or_default();
    let name = match voice.by {
        Who::Guest(name) | Who::Reader(name) => name,
        Who::Newsroom => EDITOR_NAME,
    };
    let speaker = match voice.by {
        Who::Newsroom => past.at_desk().await?,
        _ => street.people.entry(name).or_insert_with(|| past.somebody()),
    };
    let page = speaker.get(&story).await?;
    let thread = between(&page, "name=\"thread_id\" value=\"", "\"").context("people can talk there")?;
    let fields = [
        ("thread_id", thread),
        ("parent_id", parent.as_str()),
        ("name", name),
        ("body", voice.body),
    ];
    let led = speaker.post("/comments", &fields).await?;
    let (id, waits) = if let Some(id) = led.strip_prefix("/comments/") {
        (id.to_owned(), true)
    } else {
        let (_, id) = led.split_once("#comment-").context("it leads to the comment")?;
        (id.to_owned(), false)
    };
    if waits && voice.fate != Fate::Waits {
        past.turn_to(voice.minutes_ago - 2);
        decide(past, &id, &[("deed", "show")]).await?;
    }
    for number in 0..voice.likes {
        let mut passer_by = past.somebody();
        passer_by
            .post(&format!("/comments/{id}/like"), &[("want", "1")])
            .await
            .with_context(|| format!("like {number}"))?;
    }
    befall(past, &id, voice.fate).await?;
    street.said.insert(voice.key, id);
    Ok(())
}

/// What happens to it once everybody reads it.
async fn befall(past: &mut Past, id: &str, fate: Fate) -> anyhow::Result<()> {
    match fate {
        Fate::Stays | Fate::Waits => {}
        Fate::Promoted => decide(past, id, &[("deed", "promote")]).await?,
        Fate::Removed(reason) => decide(past, id, &[("deed", "remove"), ("reason", reason)]).await?,
        Fate::Reported(reports) => {
            for (reason, note) in reports {
                let mut passer_by = past.somebody();
                let fields = [("reason", *reason), ("note", *note)];
                let thanks = passer_by.post(&format!("/comments/{id}/report"), &fields).await?;
                ensure!(thanks.ends_with("/reported"), "it leads to {thanks}");
            }
        }
    }
    Ok(())
}

/// The newsroom's decision, by the version that the editor has before her.
async fn decide(past: &mut Past, id: &str, wish: &[(&str, &str)]) -> anyhow::Result<()> {
    let editor = past.at_desk().await?;
    let path = format!("/desk/comments/{id}");
    let page = editor.get(&path).await?;
    let version = between(&page, "name=\"version\" value=\"", "\"").context("it can be decided on")?;
    let mut fields = vec![("version", version)];
    fields.extend_from_slice(wish);
    editor.post(&format!("{path}/decision"), &fields).await?;
    Ok(())
}
