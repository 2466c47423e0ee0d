//! Stories by month.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, TimeZone, Utc};
use ground::{
    Failure,
    kept::{Address, Asked, Made, Topic},
    web::{Cx, Page},
};

use super::{
    Cut, Span, limit,
    list::{self, Named},
};
use crate::{cards::month_name, light::Light, store::find};

/// A year with its months, newest first.
pub(crate) struct Year {
    /// In the digits of the page.
    pub(crate) name: String,
    /// Path and name of each.
    pub(crate) months: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "publishing/archive.html")]
pub(crate) struct ArchivePage {
    pub(crate) cx: Cx,
    pub(crate) years: Vec<Year>,
}

/// `GET /archive`: the months in which there are stories.
pub(crate) async fn all(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
) -> Result<Response, Failure> {
    let address = Address::of(&cx);
    let kept = state.live.kept().clone();
    kept.answer(&asked, cx, address, move |cx: Cx| async move {
        make_all(&state, &cx).await
    })
    .await
}

async fn make_all(state: &crate::State, cx: &Cx) -> Result<Made, Failure> {
    let (zone, now) = (state.site.time_zone, state.clock.now());
    let mut conn = state.pool.acquire().await?;
    let months = find::list_months(&mut conn, zone.name(), now).await?;
    let until = find::next_at(&mut conn, now).await?;
    let mut years: Vec<Year> = Vec::new();
    for month in months {
        let local = month.with_timezone(&zone);
        let name = cx.lang().digits(&local.year().to_string());
        let entry = (
            format!("/archive/{}", local.format("%Y-%m")),
            month_name(cx, local.year(), local.month()),
        );
        match years.last_mut().filter(|year| year.name == name) {
            Some(year) => year.months.push(entry),
            None => years.push(Year {
                name,
                months: vec![entry],
            }),
        }
    }
    let page = ArchivePage {
        cx: cx.clone(),
        years,
    };
    Ok(Made::new(Page::new(cx, page), [Topic::Stories]).until(until))
}

/// `GET /archive/{yyyy-mm}`: the stories of a month.
pub(crate) async fn month(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
    light: Light,
    Path(month): Path<String>,
    Query(span): Query<Span>,
) -> Result<Response, Failure> {
    let address = span.address(&cx, light);
    let kept = state.live.kept().clone();
    let make = move |cx: Cx| async move { make_month(&state, &cx, light, &month, &span).await };
    kept.answer(&asked, cx, address, make).await
}

async fn make_month(
    state: &crate::State,
    cx: &Cx,
    light: Light,
    month: &str,
    span: &Span,
) -> Result<Made, Failure> {
    let first = parse_month(month).ok_or(Failure::NotFound)?;
    let within = between(&state.site.time_zone, first).ok_or(Failure::NotFound)?;
    let side = span.side()?;
    let mut conn = state.pool.acquire().await?;
    let found = find::list_between(&mut conn, within, side, limit(), state.clock.now()).await?;
    let cut = Cut::of(side, found);
    if cut.places.is_empty() {
        return Err(Failure::NotFound);
    }
    let named = Named {
        title: month_name(cx, first.year(), first.month()),
        path: format!("/archive/{}", first.format("%Y-%m")),
    };
    list::page(&mut conn, state, cx, light, named, cut).await
}

/// The first day of a month that is written as `2026-11` and not otherwise.
pub(crate) fn parse_month(text: &str) -> Option<NaiveDate> {
    let (year, month) = text.split_once('-')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)
}

/// From when to when a month lasts in the newsroom's time zone.
pub(crate) fn between<Z: TimeZone>(zone: &Z, first: NaiveDate) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let begin = |day: NaiveDate| {
        // Where clocks are put forward at midnight, a day begins an hour later.
        (0..4).find_map(|hours| {
            let at = day.and_time(chrono::NaiveTime::MIN) + TimeDelta::hours(hours);
            zone.from_local_datetime(&at)
                .earliest()
                .map(|at| at.with_timezone(&Utc))
        })
    };
    let next = first.checked_add_months(chrono::Months::new(1))?;
    Some((begin(first)?, begin(next)?))
}
