//! The newest comments as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1: everything that everybody reads, one by one.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    feed::{Head, as_html, clean, plain, rfc822, rfc3339},
    kept::{about, until},
    lang::Lang,
    msg,
    web::Site,
};
use serde_json::{Value, json};

use super::{TOPICS, languages, page::whole};
use crate::store::boxes::{self as store, Row};

/// So many comments are told of.
const MOST: usize = 50;
/// So long is what is told of each, in letters as people see them.
const LONG: usize = 1000;

/// A comment in a feed. Every text is clean.
struct Entry {
    id: String,
    /// Who said it under what.
    title: String,
    link: String,
    language: Lang,
    name: String,
    text: String,
    /// Of the article.
    article: String,
    article_link: String,
    shown_at: DateTime<Utc>,
}

impl Entry {
    fn of(site: &Site, row: &Row) -> Self {
        let title = msg!("says-feed-entry")
            .s("name", &row.name)
            .s("title", &row.title);
        Self {
            id: format!("urn:uuid:{}", row.comment_id),
            title: plain(&title.text(site.default_lang)),
            link: site.link(&format!("/comments/{}", row.comment_id)),
            language: row.language,
            name: clean(&row.name),
            text: clean(&super::group::opening(&row.body, LONG)),
            article: clean(&row.title),
            article_link: whole(site, &row.path),
            shown_at: row.shown_at,
        }
    }

    fn shown(&self) -> String {
        rfc3339(self.shown_at)
    }

    fn shown_rfc822(&self) -> String {
        rfc822(self.shown_at)
    }

    /// As HTML, for elements whose text is HTML again (RSS 2.0, `description`).
    fn text_html(&self) -> String {
        as_html(&self.text)
    }
}

/// A feed, and how long it holds.
struct Feed {
    head: Head,
    entries: Vec<Entry>,
    until: Option<DateTime<Utc>>,
}

#[derive(Template)]
#[template(path = "comments/says/feed_rss.xml")]
struct Rss<'a> {
    head: &'a Head,
    entries: &'a [Entry],
}

#[derive(Template)]
#[template(path = "comments/says/feed_atom.xml")]
struct Atom<'a> {
    head: &'a Head,
    entries: &'a [Entry],
}

/// `GET /feeds/comments.rss`
pub(super) async fn rss(State(state): State<crate::State>) -> Result<Response, Failure> {
    let feed = load(&state, "/feeds/comments.rss").await?;
    let body = Rss {
        head: &feed.head,
        entries: &feed.entries,
    }
    .render()?;
    Ok(answer(body, "application/rss+xml; charset=utf-8", &feed))
}

/// `GET /feeds/comments.atom`
pub(super) async fn atom(State(state): State<crate::State>) -> Result<Response, Failure> {
    let feed = load(&state, "/feeds/comments.atom").await?;
    let body = Atom {
        head: &feed.head,
        entries: &feed.entries,
    }
    .render()?;
    Ok(answer(body, "application/atom+xml; charset=utf-8", &feed))
}

/// `GET /feeds/comments.json`
pub(super) async fn json(State(state): State<crate::State>) -> Result<Response, Failure> {
    let feed = load(&state, "/feeds/comments.json").await?;
    let body = json_feed(&feed).to_string();
    Ok(answer(body, "application/feed+json", &feed))
}

fn answer(body: String, content_type: &'static str, feed: &Feed) -> Response {
    let answer = ([(header::CONTENT_TYPE, content_type)], body).into_response();
    until(about(answer, TOPICS), feed.until)
}

/// What every form of the feed tells.
async fn load(state: &crate::State, path: &str) -> Result<Feed, Failure> {
    let (site, now) = (&state.site, state.clock.now());
    let mut conn = state.pool.acquire().await?;
    let window = store::find_stream(&mut conn, now).await?;
    let rows = store::list(&mut conn, &window.newest, &languages(None), now).await?;
    drop(conn);
    let rows: HashMap<_, _> = rows.into_iter().map(|row| (row.comment_id.0, row)).collect();
    let newest = window.newest.iter().filter_map(|id| rows.get(id));
    let entries: Vec<_> = newest.take(MOST).map(|row| Entry::of(site, row)).collect();
    let lang = site.default_lang;
    let updated = entries.iter().map(|entry| entry.shown_at).max();
    let head = Head {
        title: plain(&msg!("says-feed-title").s("site", site.name(lang)).text(lang)),
        description: plain(&msg!("says-lede").text(lang)),
        author: clean(site.name(lang)),
        home: site.link("/what-you-say"),
        address: site.link(path),
        language: lang,
        updated_at: updated.unwrap_or(DateTime::UNIX_EPOCH),
    };
    Ok(Feed {
        head,
        entries,
        until: window.until,
    })
}

fn json_feed(feed: &Feed) -> Value {
    let Feed { head, entries, .. } = feed;
    let items = entries.iter().map(|entry| {
        json!({
            "id": entry.id,
            "url": entry.link,
            "title": entry.title,
            "content_text": entry.text,
            "language": entry.language.code(),
            "date_published": entry.shown(),
            "authors": [{ "name": entry.name }],
            "external_url": entry.article_link,
        })
    });
    head.json(&items.collect::<Vec<_>>())
}
