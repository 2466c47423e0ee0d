//! The home page: the newest stories, and the boxes beside them. What is older is behind it, page by page.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use ground::{
    Failure,
    kept::{Asked, Made, Topic},
    web::{Cx, Page},
};
use sqlx::PgConnection;

use crate::{
    boxes::{self, Boxes},
    cards::{self, Card},
    find::{Cut, Span, place_of},
    light::Light,
    store::{
        boxes as counts,
        find::{self, Side},
        public::Place,
        told,
    },
};

/// Stories on a page: a large one and rows of two or three.
const EACH: usize = 13;

#[derive(Template)]
#[template(path = "publishing/home.html")]
pub(crate) struct HomePage {
    pub(crate) cx: Cx,
    pub(crate) cards: Vec<Card>,
    /// On the first page.
    pub(crate) boxes: Option<Boxes>,
    /// Addresses; empty where there is nothing.
    pub(crate) newer: String,
    pub(crate) older: String,
    pub(crate) light: Light,
}

/// `GET /`
pub(crate) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
    light: Light,
    Query(span): Query<Span>,
) -> Result<Response, Failure> {
    let address = span.address(&cx, light);
    let kept = state.live.kept().clone();
    let make = move |cx: Cx| async move { make(&state, cx, light, &span).await };
    kept.answer(&asked, cx, address, make).await
}

async fn make(state: &crate::State, cx: Cx, light: Light, span: &Span) -> Result<Made, Failure> {
    let (side, now) = (span.side()?, state.clock.now());
    let mut conn = state.pool.acquire().await?;
    let limit = i64::try_from(EACH + 1).unwrap_or(i64::MAX);
    let places = find::list_all(&mut conn, side, limit, now).await?;
    let Cut { places, newer, older } = Cut::at_most(EACH, side, places);
    let is_first = newer.is_none() && !matches!(side, Side::Older(Some(_)));
    let cards = cards(state, &mut conn, &places, light, is_first).await?;
    let boxes = if is_first {
        Some(boxes::boxes(state, &mut conn, &cx, None).await?)
    } else {
        None
    };
    let next = find::next_at(&mut conn, now).await?;
    drop(conn);
    let until = boxes.as_ref().and_then(Boxes::until);
    let address = |name: &str, place: Option<Place>| {
        let place = place.map(|place| format!("/?{name}={}", place_of(place)));
        place.unwrap_or_default()
    };
    let page = HomePage {
        cx: cx.clone(),
        cards,
        boxes,
        newer: address("after", newer),
        older: address("before", older),
        light,
    };
    let topics = [Topic::Stories, Topic::Threads, Topic::Elsewhere];
    Ok(Made::new(Page::new(&cx, page), topics).until(until).until(next))
}

/// Stories with their pictures and how much is said under each; the large one also with how it begins.
async fn cards(
    state: &crate::State,
    conn: &mut PgConnection,
    places: &[Place],
    light: Light,
    with_lead: bool,
) -> sqlx::Result<Vec<Card>> {
    let told = told::list(&mut *conn, places, state.clock.now()).await?;
    let mut cards = cards::of_told(&mut *conn, told, light).await?;
    let ids: Vec<_> = places.iter().map(|(_, story_id)| *story_id).collect();
    let said = counts::count_said(conn, &ids).await?;
    for (place, card) in cards.iter_mut().enumerate() {
        card.said = said.get(&card.headline.story_id).copied().unwrap_or_default();
        if !with_lead || place > 0 {
            card.teaser.clear();
        }
    }
    Ok(cards)
}

#[cfg(test)]
mod tests;
