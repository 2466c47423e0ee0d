//! The three boxes beside stories: "Be Part of Your …", What You Say, Elsewhere.

mod invite;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use comments::WhatYouSay;
use ground::{
    Failure,
    kept::{Parts, Topic},
    lang::Lang,
    web::Cx,
};
use sqlx::PgConnection;

pub use invite::{InviteConfig, Look};

use crate::{
    State, age,
    elsewhere::Headline,
    slug,
    store::{boxes as store, elsewhere, find},
};

/// Comments in What You Say.
const SAID: usize = 5;
/// Headlines in Elsewhere.
const HEADLINES: i64 = 6;

/// The boxes as pages in each language share them.
#[derive(Clone, Default)]
pub struct KeptBoxes(Parts<Boxes>);

/// What stands in the boxes of a page.
#[derive(Clone)]
pub(crate) struct Boxes {
    pub(crate) invite: Invite,
    pub(crate) said: Vec<comments::Group>,
    pub(crate) headlines: Vec<Line>,
    /// What of it changes by word of the database …
    topics: Vec<Topic>,
    /// … and when by itself.
    until: Option<DateTime<Utc>>,
}

/// "Be Part of Your …"
#[derive(Clone)]
pub(crate) struct Invite {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) button: String,
    pub(crate) look: Look,
    /// One more than is shown, where one may have to be left out.
    pub(crate) latest: Vec<Line>,
    most: usize,
    /// Stories that are public; zero where that is not said.
    pub(crate) count: i64,
}

/// A link with its age, and a word more.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) title: String,
    /// A path of ours, or the whole address of a page elsewhere.
    pub(crate) address: String,
    /// Of the title, where it is known.
    pub(crate) language: Option<Lang>,
    pub(crate) at: Option<DateTime<Utc>>,
    /// Empty without a time.
    pub(crate) age: String,
    /// The place of a story, or what a headline is about; may be empty.
    pub(crate) more: String,
}

impl Boxes {
    /// What a page with them beside a story changes with. A comment that is taken away is gone from it at once; one that
    /// is new waits until the page is made anew, so that not every word said anywhere unmakes every page.
    pub(crate) fn topics(&self) -> impl Iterator<Item = Topic> + '_ {
        self.topics.iter().copied()
    }

    /// Until when its ages are right, and nothing more appears by itself.
    pub(crate) fn until(&self) -> Option<DateTime<Utc>> {
        self.until
    }
}

/// The boxes of a page in this language; beside a story, that story is not among the latest.
pub(crate) async fn boxes(
    state: &State,
    conn: &mut PgConnection,
    cx: &Cx,
    beside: Option<&str>,
) -> Result<Boxes, Failure> {
    let make = async {
        let boxes = make(state, conn, cx).await?;
        let until = boxes.until;
        Ok((boxes, until))
    };
    let topics = [Topic::Stories, Topic::Threads, Topic::Elsewhere];
    let kept = state.live.kept();
    let mut boxes = Boxes::clone(&*kept.part(&state.boxes.0, cx.lang(), &topics, make).await?);
    let Invite { latest, most, .. } = &mut boxes.invite;
    latest.retain(|line| beside != Some(&line.address));
    latest.truncate(*most);
    Ok(boxes)
}

async fn make(state: &State, conn: &mut PgConnection, cx: &Cx) -> Result<Boxes, Failure> {
    let now = state.clock.now();
    let invite = invite(state, &mut *conn, cx, now).await?;
    let said = said(&mut *conn, cx.lang(), now).await?;
    let headlines = elsewhere::list_newest(&mut *conn, cx.lang(), HEADLINES).await?;
    let next = find::next_at(conn, now).await?;
    let headlines: Vec<_> = headlines
        .into_iter()
        .map(|headline| Line::elsewhere(cx, headline, now))
        .collect();
    let lines = invite.latest.iter().chain(&headlines).filter_map(|line| line.at);
    let groups = said.groups.iter();
    let told = groups.flat_map(|group| {
        let comments = group.comments.iter().map(|said| said.shown_at);
        comments.chain([group.begun_at])
    });
    let until = lines
        .chain(told)
        .filter_map(|at| age::changes_at(at, now))
        .chain(said.until)
        .chain(next)
        .min();
    let threads = said.groups.iter().map(|group| Topic::Thread(group.thread_id));
    Ok(Boxes {
        topics: threads.chain([Topic::Stories, Topic::Elsewhere]).collect(),
        invite,
        said: said.groups,
        headlines,
        until,
    })
}

async fn invite(state: &State, conn: &mut PgConnection, cx: &Cx, now: DateTime<Utc>) -> sqlx::Result<Invite> {
    let config = &state.invite;
    let latest = match config.latest {
        0 => Vec::new(),
        most => store::list_latest(&mut *conn, i64::from(most) + 1, now).await?,
    };
    Ok(Invite {
        title: config.title(cx),
        text: config.text(cx),
        button: config.button(cx),
        look: config.look,
        latest: latest
            .into_iter()
            .map(|story| Line::story(cx, story, now))
            .collect(),
        most: usize::from(config.latest),
        count: if config.counter {
            store::count_published(conn, now).await?
        } else {
            0
        },
    })
}

/// What readers say under articles in the page's language; under all, where there is nothing in it.
async fn said(conn: &mut PgConnection, lang: Lang, now: DateTime<Utc>) -> sqlx::Result<WhatYouSay> {
    let said = comments::what_you_say(&mut *conn, now, Some(lang), SAID).await?;
    if !said.groups.is_empty() {
        return Ok(said);
    }
    let all = comments::what_you_say(conn, now, None, SAID).await?;
    // What appears in the page's own language takes its place.
    let until = [all.until, said.until].into_iter().flatten().min();
    Ok(WhatYouSay { until, ..all })
}

impl Line {
    fn story(cx: &Cx, story: store::Latest, now: DateTime<Utc>) -> Self {
        Self {
            address: slug::path_of(&story.slug),
            title: story.title,
            language: Some(story.language),
            at: Some(story.published_at),
            age: age::words(cx, story.published_at, now),
            more: story.place.unwrap_or_default(),
        }
    }

    fn elsewhere(cx: &Cx, headline: Headline, now: DateTime<Utc>) -> Self {
        Self {
            title: headline.title,
            address: headline.url,
            language: headline.language,
            at: headline.published_at,
            age: headline
                .published_at
                .map(|at| age::words(cx, at, now))
                .unwrap_or_default(),
            more: headline.teaser,
        }
    }
}
