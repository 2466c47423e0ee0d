//! Stories by their words.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    kept::{Address, Asked, Made, Topic},
    web::{Cx, Page},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{Cut, Span, limit, place_of};
use crate::{
    cards::{self, Card},
    light::Light,
    search::{MAX_TYPED, Question},
    store::{
        find::{self, Side},
        public::Place,
        told,
    },
};

/// So many of the newest stories are walked along: what is very frequent is found there …
const FIRST: i64 = 60;
/// … and along so many where there is any of it: what is frequent.
const WALK: i64 = 300;
/// So many finds of the index are read and put in order at once.
const AT_ONCE: i64 = 500;
/// So many of one month; nobody turns so many pages.
const OF_MONTH: i64 = 20_000;

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    q: String,
    before: Option<String>,
}

#[derive(Template)]
#[template(path = "publishing/search.html")]
pub(crate) struct SearchPage {
    pub(crate) cx: Cx,
    /// As it was typed.
    pub(crate) typed: String,
    pub(crate) cards: Vec<Card>,
    /// The newest finds, and the next: addresses; empty where there is nothing.
    pub(crate) newer: String,
    pub(crate) older: String,
}

/// `GET /search?q=`: stories that have all the words, newest first.
pub(crate) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
    light: Light,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let typed: String = wanted.q.trim().chars().take(MAX_TYPED).collect();
    let address = Address::of(&cx)
        .with("q", Some(typed.as_str()).filter(|typed| !typed.is_empty()))
        .with("before", wanted.before.as_deref())
        .light(light.0);
    let kept = state.live.kept().clone();
    let make = move |cx: Cx| async move { make(&state, cx, light, typed, wanted.before).await };
    kept.answer(&asked, cx, address, make).await
}

async fn make(
    state: &crate::State,
    cx: Cx,
    light: Light,
    typed: String,
    before: Option<String>,
) -> Result<Made, Failure> {
    let now = state.clock.now();
    let side = Span { before, after: None }.side()?;
    let before = match side {
        Side::Older(before) => before,
        Side::Newer(_) => None,
    };
    let mut conn = state.pool.acquire().await?;
    let found = match Question::parse(&typed) {
        Some(question) => find(&mut conn, &question, before, now).await?,
        None => Vec::new(),
    };
    let cut = Cut::of(side, found);
    let until = find::next_at(&mut conn, now).await?;
    let told = told::list(&mut conn, &cut.places, now).await?;
    let cards = cards::of_told(&mut conn, told, light).await?;
    let address = |before: Option<Place>| {
        let before = before.map(|place| format!("&before={}", place_of(place)));
        format!(
            "/search?q={}{}",
            crate::slug::encoded(&typed),
            before.unwrap_or_default()
        )
    };
    let page = SearchPage {
        cx: cx.clone(),
        cards,
        newer: before.map(|_| address(None)).unwrap_or_default(),
        older: cut.older.map(|place| address(Some(place))).unwrap_or_default(),
        typed,
    };
    Ok(Made::new(Page::new(&cx, page), [Topic::Stories]).until(until))
}

/// The newest finds before a place, one more than a page at most.
///
/// What is frequent is found by a walk along the newest stories, what is rare by the index of words. What is neither (a
/// thousand times last spring, and never since) is asked for month by month: so no question reads much more than it shows.
pub(crate) async fn find(
    conn: &mut PgConnection,
    question: &Question,
    before: Option<Place>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Place>> {
    let (wanted, limit) = (super::EACH + 1, limit());
    for walk in [FIRST, WALK] {
        let walked = find::walk(&mut *conn, question, before, (walk, limit), now).await?;
        if walked.len() >= wanted {
            return Ok(walked);
        }
        if walked.is_empty() {
            break;
        }
    }
    let (found, more) = find::search(&mut *conn, question, before, (AT_ONCE, limit), now).await?;
    if !more {
        return Ok(found);
    }
    let mut found = Vec::new();
    let last = before.map_or(now, |(at, _)| at);
    for month in find::list_months(&mut *conn, "UTC", now).await? {
        if month > last {
            continue;
        }
        let of_month = question.of_month(month);
        let (newest, _) = find::search(&mut *conn, &of_month, before, (OF_MONTH, limit), now).await?;
        found.extend(newest);
        if found.len() >= wanted {
            break;
        }
    }
    found.truncate(wanted);
    Ok(found)
}
