//! `bepart demo`: a house that people live in. Everything comes through the front door, as people would send it.

mod person;
mod samples;

use std::time::Duration;

use anyhow::Context;
use axum::Router;
use ground::{jobs::Runners, viewer::Role};

use crate::house::House;
use person::Person;
use samples::{End, SAMPLES, Sample};

/// With these the demo's editor signs in.
pub const EDITOR: (&str, &str) = ("editor@demo.example", "a long river of words 7");

/// Fills an empty house; leaves one alone that is not.
///
/// # Errors
/// When a part of the program does not do what it does for people.
pub async fn furnish(house: &House, router: Router) -> anyhow::Result<()> {
    if sqlx::query_scalar::<_, bool>("select exists (select from submissions)")
        .fetch_one(&house.pool)
        .await?
    {
        return Ok(());
    }
    let mut editor = Person::new(router.clone());
    let mut conn = house.pool.acquire().await?;
    let link = accounts::invite(
        &mut conn,
        &house.ids,
        house.clock.now(),
        Some(EDITOR.0),
        Role::Admin,
    )
    .await?;
    drop(conn);
    editor
        .sign_in(
            &link,
            &[("email", EDITOR.0), ("name", "Shilan"), ("password", EDITOR.1)],
        )
        .await?;
    for sample in SAMPLES {
        let guest = Person::new(router.clone());
        guest.contribute(sample).await?;
    }
    while Runners::count_open(&house.pool).await? > 0 {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    for sample in SAMPLES {
        decide(&editor, sample)
            .await
            .with_context(|| format!("sample {:?}", sample.title))?;
    }
    Ok(())
}

async fn decide(editor: &Person, sample: &Sample) -> anyhow::Result<()> {
    let desk = editor.get("/desk").await?;
    // The list shows each title as the text of its link.
    let at = desk.find(sample.title).context("it is on the desk")?;
    let before = desk.get(..at).unwrap_or_default();
    let path = before
        .rfind("/desk/submissions/")
        .and_then(|start| before.get(start..))
        .context("it has a link")?;
    let path = path.split(['"', '?', '#']).next().unwrap_or(path).to_owned();
    match sample.end {
        End::Waiting => {}
        End::Declined => {
            let form = [
                ("decision", "decline"),
                ("reason", "already_covered"),
                ("version", "1"),
            ];
            editor.post(&format!("{path}/decision"), &form).await?;
        }
        End::Accepted | End::Published => {
            editor
                .post(
                    &format!("{path}/decision"),
                    &[("decision", "accept"), ("version", "1")],
                )
                .await?;
        }
    }
    if sample.end == End::Published {
        publish(editor, &path, sample).await?;
    }
    Ok(())
}

async fn publish(editor: &Person, path: &str, sample: &Sample) -> anyhow::Result<()> {
    let compose = editor.get(&format!("{path}/story")).await?;
    let pictures: Vec<&str> = compose
        .split("id=\"use-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let captions: Vec<String> = pictures.iter().map(|id| format!("caption-{id}")).collect();
    let alts: Vec<String> = pictures.iter().map(|id| format!("alt-{id}")).collect();
    let mut form = vec![
        ("version", "0"),
        ("title", sample.title),
        ("body", sample.body),
        ("language", sample.language),
        ("byline", sample.name),
        ("place", sample.place),
        ("action", "publish"),
    ];
    for ((id, caption), alt) in pictures.iter().zip(&captions).zip(&alts) {
        form.extend([
            ("use", *id),
            (caption.as_str(), sample.caption),
            (alt.as_str(), sample.caption),
        ]);
    }
    editor.post(&format!("{path}/story"), &form).await?;
    Ok(())
}
