//! The map of the site for search engines (sitemaps.org 0.9): an index, a part for each month, and the part of the last two
//! days, which news engines read (Google News sitemaps, 0.9).

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use ground::{
    Failure,
    feed::{clean, rfc3339},
    kept::{Asked, Made, Topic},
    lang::Lang,
    web::Cx,
};

use super::{answer, kept, rendered};
use crate::{
    find::archive,
    slug,
    store::{
        find::{self, Side},
        sitemap as store,
    },
};

const XML: &str = "application/xml; charset=utf-8";
/// So many addresses one part may have (sitemaps.org).
const MOST: i64 = 50_000;
/// So many news engines take, of so many hours.
const NEWS: i64 = 1_000;
const NEWS_HOURS: i64 = 48;

#[derive(Template)]
#[template(path = "publishing/sitemap_index.xml")]
struct Index {
    parts: Vec<String>,
}

/// An address with what is said of it.
struct Entry {
    link: String,
    /// Of a story.
    news: Option<News>,
    changed: String,
}

struct News {
    title: String,
    language: Lang,
    published: String,
}

#[derive(Template)]
#[template(path = "publishing/sitemap.xml")]
struct Map {
    /// Of the newsroom.
    name: String,
    entries: Vec<Entry>,
}

/// `GET /sitemap.xml`: where the parts are.
pub(super) async fn index(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
) -> Result<Response, Failure> {
    kept(state, cx, asked, |state| async move { make_index(&state).await }).await
}

async fn make_index(state: &crate::State) -> Result<Made, Failure> {
    let zone = state.site.time_zone;
    let mut conn = state.pool.acquire().await?;
    let months = find::list_months(&mut conn, zone.name(), state.clock.now()).await?;
    drop(conn);
    let months = months.into_iter().map(|month| {
        let local = month.with_timezone(&zone);
        format!("/sitemaps/{:04}-{:02}.xml", local.year(), local.month())
    });
    let parts = std::iter::once("/sitemaps/news.xml".to_owned())
        .chain(months)
        .map(|path| state.site.link(&path))
        .collect();
    Ok(Made::new(rendered(&Index { parts }, XML)?, [Topic::Stories]))
}

/// `GET /sitemaps/news.xml`, `GET /sitemaps/{yyyy-mm}.xml`.
pub(super) async fn part(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
    Path(file): Path<String>,
) -> Result<Response, Failure> {
    kept(
        state,
        cx,
        asked,
        |state| async move { make_part(&state, &file).await },
    )
    .await
}

async fn make_part(state: &crate::State, file: &str) -> Result<Made, Failure> {
    let now = state.clock.now();
    let name = file.strip_suffix(".xml").ok_or(Failure::NotFound)?;
    let (span, most) = if name == "news" {
        let since = now - TimeDelta::hours(NEWS_HOURS);
        ((since, now + TimeDelta::seconds(1)), NEWS)
    } else {
        let first = archive::parse_month(name).ok_or(Failure::NotFound)?;
        let span = archive::between(&state.site.time_zone, first).ok_or(Failure::NotFound)?;
        (span, MOST)
    };
    let mut conn = state.pool.acquire().await?;
    let places = find::list_between(&mut conn, span, Side::Older(None), most, now).await?;
    let lines = store::list(&mut conn, &places).await?;
    let until = find::next_at(&mut conn, now).await?;
    drop(conn);
    let entries = lines
        .into_iter()
        .map(|line| Entry {
            link: state.site.link(&slug::path_of(&line.slug)),
            changed: rfc3339(changed(&line)),
            news: (name == "news").then(|| News {
                title: clean(&line.title),
                language: line.language,
                published: rfc3339(line.published_at),
            }),
        })
        .collect();
    let map = Map {
        name: clean(state.site.name(state.site.default_lang)),
        entries,
    };
    Ok(Made::new(rendered(&map, XML)?, [Topic::Stories]).until(until))
}

fn changed(line: &store::Line) -> DateTime<Utc> {
    line.corrected_at.unwrap_or(line.published_at)
}

/// `GET /robots.txt` (RFC 9309).
pub(super) async fn robots(State(state): State<crate::State>) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /search\n\nSitemap: {}\n",
        state.site.link("/sitemap.xml")
    );
    answer(text, "text/plain; charset=utf-8")
}
