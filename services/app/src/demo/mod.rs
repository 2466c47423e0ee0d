//! `bepart demo`: a house that people live in. Everything comes through the front door, as people would send it; only the
//! clock on the wall is turned back first, so that stories, and what is said under them, have an age.

mod film;
mod headlines;
mod person;
mod samples;
mod street;
mod voices;

use std::{collections::HashMap, time::Duration};

use anyhow::Context;
use axum::Router;
use chrono::{DateTime, TimeDelta, Utc};
use ground::{clock::Clock, viewer::Role};

use crate::{
    house::House,
    routes::{self, Doors},
};
use person::Person;
use samples::{End, SAMPLES, Sample};

pub use headlines::with_headlines;

/// With these the demo's editor signs in.
pub const EDITOR: (&str, &str) = ("editor@demo.example", "a long river of words 7");
/// At the desk and under what she says.
const EDITOR_NAME: &str = "Shilan";

/// A session of the newsroom that is not used ends after half an hour; the demo's clock leaps.
const AT_THE_DESK: TimeDelta = TimeDelta::minutes(20);

/// The house on the days before today.
struct Past {
    router: Router,
    clock: Clock,
    today: DateTime<Utc>,
    editor: Person,
    /// When the editor was last known to be signed in.
    seen: Option<DateTime<Utc>>,
    /// Where the published stories are, by their language.
    stories: HashMap<&'static str, String>,
}

/// Fills an empty house; leaves one alone that is not.
///
/// # Errors
/// When a part of the program does not do what it does for people.
pub async fn furnish(house: &House) -> anyhow::Result<()> {
    if sqlx::query_scalar::<_, bool>("select exists (select from submissions)")
        .fetch_one(&house.pool)
        .await?
    {
        return Ok(());
    }
    let mut past = Past::of(house);
    past.invite_editor(house).await?;
    let mut sent = Vec::new();
    for sample in SAMPLES {
        past.turn_to(sample.minutes_ago);
        let film = if sample.has_film {
            film::shoot(house).await
        } else {
            None
        };
        let mut guest = past.somebody();
        sent.push((sample, guest.contribute(sample, film).await?));
    }
    wait_for_media(house).await?;
    for (sample, id) in &sent {
        past.decide(sample, id)
            .await
            .with_context(|| format!("sample {:?}", sample.title))?;
    }
    street::talk(&mut past, house).await
}

impl Past {
    fn of(house: &House) -> Self {
        let today = house.clock.now();
        let clock = Clock::fixed(today);
        let router = open(house, &clock);
        Self {
            editor: Person::new(router.clone()),
            router,
            clock,
            today,
            seen: None,
            stories: HashMap::new(),
        }
    }

    /// Begins once more with days that were lived through already: what was counted on them is forgotten.
    fn begin_again(&mut self, house: &House) {
        self.router = open(house, &self.clock);
        self.seen = None;
    }

    fn somebody(&self) -> Person {
        Person::new(self.router.clone())
    }

    /// Sets the clock to so many minutes before the demo was begun.
    fn turn_to(&self, minutes_ago: i64) {
        let then = self.today - TimeDelta::minutes(minutes_ago);
        self.clock.advance(then - self.clock.now());
    }

    async fn invite_editor(&mut self, house: &House) -> anyhow::Result<()> {
        self.turn_to(SAMPLES.first().map_or(0, |sample| sample.minutes_ago + 60));
        let mut conn = house.pool.acquire().await?;
        let link = accounts::invite(
            &mut conn,
            &house.ids,
            self.clock.now(),
            Some(EDITOR.0),
            Role::Admin,
        )
        .await?;
        drop(conn);
        let fields = [("email", EDITOR.0), ("name", EDITOR_NAME), ("password", EDITOR.1)];
        self.editor.post(&link, &fields).await?;
        self.seen = Some(self.clock.now());
        Ok(())
    }

    /// The editor, signed in at this time.
    async fn at_desk(&mut self) -> anyhow::Result<&mut Person> {
        let now = self.clock.now();
        if self.seen.is_none_or(|seen| (now - seen).abs() > AT_THE_DESK) {
            self.editor = self.somebody();
            let fields = [("email", EDITOR.0), ("password", EDITOR.1)];
            self.editor.post("/signin", &fields).await?;
        }
        self.seen = Some(now);
        Ok(&mut self.editor)
    }

    async fn decide(&mut self, sample: &Sample, id: &str) -> anyhow::Result<()> {
        self.turn_to(sample.minutes_ago - 25);
        let path = format!("/desk/submissions/{id}");
        let editor = self.at_desk().await?;
        let decision = format!("{path}/decision");
        match sample.end {
            End::Waiting => {}
            End::Declined => {
                let form = [
                    ("decision", "decline"),
                    ("reason", "already_covered"),
                    ("version", "1"),
                ];
                editor.post(&decision, &form).await?;
            }
            End::Accepted | End::Published => {
                editor
                    .post(&decision, &[("decision", "accept"), ("version", "1")])
                    .await?;
            }
        }
        if sample.end == End::Published {
            self.publish(sample, &format!("{path}/story"))
                .await
                .context("its story")?;
        }
        Ok(())
    }

    /// Makes a story of it, and puts it right where something was wrong.
    async fn publish(&mut self, sample: &Sample, door: &str) -> anyhow::Result<()> {
        for (later, correction) in [(0, ""), (90, sample.correction)] {
            self.turn_to(sample.minutes_ago - 25 - later);
            let editor = self.at_desk().await?;
            let page = editor.get(door).await?;
            let story = person::between(&page, "href=\"/stories/", "\"");
            let story = story.map(|story| format!("/stories/{story}"));
            if later == 0 || !correction.is_empty() {
                let form = story_form(sample, &page, correction);
                editor.post(door, &pairs(&form)).await?;
            }
            if let Some(story) = story {
                self.stories.insert(sample.language, story);
            }
        }
        Ok(())
    }
}

fn open(house: &House, clock: &Clock) -> Router {
    let doors = Doors {
        web: true,
        uploads: true,
    };
    routes::router(house.by(clock.clone()).rooms(), doors)
}

/// The form as an editor fills it in, on top of what the page shows.
fn story_form(sample: &Sample, page: &str, correction: &str) -> Vec<(String, String)> {
    let version = person::between(page, "name=\"version\" value=\"", "\"").unwrap_or("0");
    let fields = [
        ("version", version),
        ("title", sample.title),
        ("body", sample.body),
        ("language", sample.language),
        ("credit", "name"),
        ("place", sample.place),
        ("tags", sample.tags),
        ("checked_note", sample.checked),
        ("correction", correction),
        ("action", "publish"),
    ];
    let mut form: Vec<_> = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let pictures = page
        .split("id=\"use-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    for (number, id) in pictures.enumerate() {
        let caption = sample.captions.get(number).copied().unwrap_or_default();
        form.push(("use".to_owned(), id.to_owned()));
        form.push((format!("order-{id}"), (number + 1).to_string()));
        form.push((format!("caption-{id}"), caption.to_owned()));
        form.push((format!("alt-{id}"), caption.to_owned()));
    }
    form
}

fn pairs(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

/// Until the worker has judged every picture, and made of the film what browsers play.
async fn wait_for_media(house: &House) -> anyhow::Result<()> {
    while sqlx::query_scalar::<_, bool>(
        "select exists (select from jobs where kind like 'media.%' and parked_at is null and run_at <= now())",
    )
    .fetch_one(&house.pool)
    .await?
    {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(())
}
