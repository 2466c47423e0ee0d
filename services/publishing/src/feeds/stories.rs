//! The newest stories as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.

use askama::Template;
use axum::{extract::State, response::Response};
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure,
    feed::{Head, as_html, clean, plain, rfc822, rfc3339},
    kept::{Asked, Made, Topic},
    lang::Lang,
    msg,
    web::{Cx, Site},
};
use serde_json::{Value, json};

use super::{answer, kept, rendered};
use crate::{
    slug,
    store::{
        find::{self, Side},
        told::{self, Told},
    },
    text,
};

/// So many stories are told of.
const STORIES: i64 = 30;
/// So long is what is told of each, in letters as people see them.
const TEASER: usize = 280;

/// A story in a feed. Every text is clean.
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) link: String,
    pub(super) language: Lang,
    pub(super) byline: Option<String>,
    pub(super) summary: String,
    pub(super) tags: Vec<String>,
    pub(super) published_at: DateTime<Utc>,
    pub(super) updated_at: DateTime<Utc>,
}

impl Entry {
    fn of(site: &Site, told: Told) -> Self {
        let Told {
            headline,
            beginning,
            corrected_at,
            tags,
        } = told;
        Self {
            id: format!("urn:uuid:{}", headline.story_id),
            title: clean(&headline.title),
            link: site.link(&slug::path_of(&headline.slug)),
            language: headline.language,
            byline: headline.byline.as_deref().map(clean),
            summary: clean(&text::teaser(&beginning, TEASER)),
            tags: tags.iter().map(|tag| clean(tag)).collect(),
            published_at: headline.published_at,
            updated_at: corrected_at.unwrap_or(headline.published_at),
        }
    }

    fn published(&self) -> String {
        rfc3339(self.published_at)
    }

    fn updated(&self) -> String {
        rfc3339(self.updated_at)
    }

    fn published_rfc822(&self) -> String {
        rfc822(self.published_at)
    }

    fn summary_html(&self) -> String {
        as_html(&self.summary)
    }
}

#[derive(Template)]
#[template(path = "publishing/feed_rss.xml")]
struct Rss {
    head: Head,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "publishing/feed_atom.xml")]
struct Atom {
    head: Head,
    entries: Vec<Entry>,
}

/// `GET /feeds/stories.rss`
pub(super) async fn rss(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
) -> Result<Response, Failure> {
    kept(state, cx, asked, |state| async move {
        let (head, entries, until) = load(&state, "/feeds/stories.rss").await?;
        let feed = rendered(&Rss { head, entries }, "application/rss+xml; charset=utf-8")?;
        Ok(Made::new(feed, [Topic::Stories]).until(until))
    })
    .await
}

/// `GET /feeds/stories.atom`
pub(super) async fn atom(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
) -> Result<Response, Failure> {
    kept(state, cx, asked, |state| async move {
        let (head, entries, until) = load(&state, "/feeds/stories.atom").await?;
        let feed = rendered(&Atom { head, entries }, "application/atom+xml; charset=utf-8")?;
        Ok(Made::new(feed, [Topic::Stories]).until(until))
    })
    .await
}

/// `GET /feeds/stories.json`
pub(super) async fn json(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
) -> Result<Response, Failure> {
    kept(state, cx, asked, |state| async move {
        let (head, entries, until) = load(&state, "/feeds/stories.json").await?;
        let feed = answer(json_feed(&head, &entries).to_string(), "application/feed+json");
        Ok(Made::new(feed, [Topic::Stories]).until(until))
    })
    .await
}

/// What every form of the feed tells.
async fn load(
    state: &crate::State,
    path: &str,
) -> Result<(Head, Vec<Entry>, Option<DateTime<Utc>>), Failure> {
    let site = &state.site;
    let now = state.clock.now();
    let mut conn = state.pool.acquire().await?;
    let all = (DateTime::UNIX_EPOCH, now + TimeDelta::seconds(1));
    let places = find::list_between(&mut conn, all, Side::Older(None), STORIES, now).await?;
    let told = told::list(&mut conn, &places, now).await?;
    let until = find::next_at(&mut conn, now).await?;
    let entries: Vec<Entry> = told.into_iter().map(|told| Entry::of(site, told)).collect();
    let lang = site.default_lang;
    let newest = entries.iter().map(|entry| entry.updated_at).max();
    let head = Head {
        title: plain(&msg!("brand").s("site", site.name(lang)).text(lang)),
        description: plain(&msg!("home-invite").s("site", site.name(lang)).text(lang)),
        author: clean(site.name(lang)),
        home: site.link("/"),
        address: site.link(path),
        language: lang,
        updated_at: newest.unwrap_or(DateTime::UNIX_EPOCH),
    };
    Ok((head, entries, until))
}

fn json_feed(head: &Head, entries: &[Entry]) -> Value {
    let items: Vec<_> = entries
        .iter()
        .map(|entry| {
            let authors = entry.byline.as_ref().map(|name| json!([{ "name": name }]));
            let mut item = json!({
                "id": entry.id,
                "url": entry.link,
                "title": entry.title,
                "content_text": entry.summary,
                "language": entry.language.code(),
                "date_published": entry.published(),
                "date_modified": entry.updated(),
                "tags": entry.tags,
            });
            if let (Some(item), Some(authors)) = (item.as_object_mut(), authors) {
                item.insert("authors".to_owned(), authors);
            }
            item
        })
        .collect();
    head.json(&items)
}
