//! What the desk chooses from: queues, filters that combine, lists that are kept at hand, and the way from one
//! contribution of a list to the next.

mod asked;
mod chips;
mod form;
mod item;
mod list;
mod neighbours;
mod queues;
mod repeats;
mod views;

use axum::{Router, routing::any};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use ground::{ids::SubmissionId, viewer::Editor};
use sqlx::PgConnection;
use url::form_urlencoded;

pub(crate) use asked::{Asked, Claimed, Group, Order, Page};
pub(crate) use neighbours::{Neighbours, neighbours};
pub(crate) use queues::Queue;
pub(crate) use repeats::runner;

use super::{claims, nothing, search};
use crate::store::queue::select::Selection;
use asked::{Has, Older};

/// The list and the lists kept at hand.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route("/desk", any(nothing).get(list::get))
        .route("/desk/views", any(nothing).get(views::get).post(views::post))
        .route("/desk/views/{view_id}", any(nothing).post(views::change))
        .route("/desk/views/{view_id}/delete", any(nothing).post(views::delete))
}

/// Where a contribution's page is that knows of which list it is one.
pub(crate) fn item_address(id: SubmissionId, query: &str) -> String {
    let address = super::address_of(id);
    if query.is_empty() {
        return address;
    }
    let from = form_urlencoded::Serializer::new(String::new())
        .append_pair("from", query)
        .finish();
    format!("{address}?{from}")
}

/// What a list is asked for, as the database has to know it: who asks, what day it is, what words mean.
pub(crate) async fn selection(
    conn: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
    asked: &Asked,
) -> sqlx::Result<Selection> {
    let now = state.clock.now();
    let zone = state.site.time_zone;
    let condition = match &asked.words {
        Some(words) => search::query(conn, words, editor.sees_at_risk).await?,
        None => search::Condition::default(),
    };
    let aged = asked.older.and_then(|older| now.checked_sub_signed(span(older)));
    let until = asked.until.and_then(|day| day.checked_add_days(Days::new(1)));
    let until = until.map(|day| begin(day, zone));
    let (all, any) = attributes(asked, editor.sees_at_risk);
    Ok(Selection {
        queue: asked.queue(),
        order: asked.order(),
        editor: editor.account_id,
        sees_at_risk: editor.sees_at_risk,
        all,
        any,
        person: asked.person,
        place: asked.place.clone(),
        like: asked.like,
        since: asked.since.map(|day| begin(day, zone)),
        until: [aged, until].into_iter().flatten().min(),
        claimed: asked.claimed,
        alive: claims::dead_before(now),
        words: condition.tsquery,
        nothing: condition.nothing,
        said: condition.said,
        group: None,
    })
}

/// What a contribution must have, and lists of which it must have one.
fn attributes(asked: &Asked, sees_at_risk: bool) -> (Vec<String>, Vec<Vec<String>>) {
    let mut all = Vec::new();
    let mut any = Vec::new();
    let mut alternatives = |kind: &str, codes: Vec<&str>| {
        let codes: Vec<String> = codes.into_iter().map(|code| format!("{kind}:{code}")).collect();
        match codes.len() {
            0 => {}
            1 => all.extend(codes),
            _ => any.push(codes),
        }
    };
    alternatives("state", asked.states.iter().map(|one| one.code()).collect());
    alternatives("lang", asked.langs.iter().map(|one| one.code()).collect());
    alternatives("consent", asked.consents.iter().map(|one| one.code()).collect());
    alternatives("kind", asked.kinds.iter().map(|one| one.code()).collect());
    alternatives("warn", asked.warnings.iter().map(String::as_str).collect());
    alternatives("category", asked.categories.iter().map(String::as_str).collect());
    all.extend(asked.tags.iter().map(|tag| format!("tag:{tag}")));
    for has in &asked.has {
        match has {
            // That something at risk shows the same is known to those who may see it.
            Has::Repeats if sees_at_risk => {
                any.push(vec!["has:repeats".to_owned(), "risk:repeats".to_owned()]);
            }
            has => all.push(format!("has:{}", has.code())),
        }
    }
    (all, any)
}

fn span(older: Older) -> TimeDelta {
    match older {
        Older::Hour => TimeDelta::hours(1),
        Older::Shift => TimeDelta::hours(6),
        Older::Day => TimeDelta::days(1),
        Older::Days => TimeDelta::days(3),
        Older::Week => TimeDelta::days(7),
        Older::Month => TimeDelta::days(30),
    }
}

/// When a day begins in the newsroom's time zone; where clocks leave midnight out, an hour later.
fn begin(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    let at = |time| zone.from_local_datetime(&time).earliest();
    let begun = at(midnight).or_else(|| at(midnight + TimeDelta::hours(1)));
    begun.map_or_else(|| midnight.and_utc(), |begun| begun.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_when_the_newsrooms_clock_says_so() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let at = |day, zone| begin(day, zone).to_rfc3339();
        assert_eq!(
            at(day("2026-11-30"), Tz::Asia__Baghdad),
            "2026-11-29T21:00:00+00:00"
        );
        assert_eq!(at(day("2026-11-30"), Tz::UTC), "2026-11-30T00:00:00+00:00");
        // Beirut's clocks went from 23:59 to 01:00.
        assert_eq!(
            at(day("2022-03-27"), Tz::Asia__Beirut),
            "2022-03-26T22:00:00+00:00"
        );
    }

    #[test]
    fn filters_of_one_kind_are_alternatives_and_what_it_has_is_all_asked_for() {
        let asked =
            Asked::parse("language=ckb&language=ar&kind=photo&has=gps&has=repeats&tag=flood&tag=bridge")
                .unwrap();
        let (all, any) = attributes(&asked, false);
        assert_eq!(
            all,
            ["kind:photo", "tag:flood", "tag:bridge", "has:gps", "has:repeats"]
        );
        assert_eq!(any, [["lang:ckb", "lang:ar"]]);
        let (all, any) = attributes(&asked, true);
        assert_eq!(all, ["kind:photo", "tag:flood", "tag:bridge", "has:gps"]);
        assert_eq!(any, [["lang:ckb", "lang:ar"], ["has:repeats", "risk:repeats"]]);
    }

    #[test]
    fn the_way_to_a_contribution_carries_its_list() {
        let id = SubmissionId(uuid::Uuid::nil());
        assert_eq!(item_address(id, ""), format!("/desk/submissions/{id}"));
        assert_eq!(
            item_address(id, "queue=new&tag=a%26b"),
            format!("/desk/submissions/{id}?from=queue%3Dnew%26tag%3Da%2526b")
        );
    }
}
