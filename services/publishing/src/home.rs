//! The newest stories, and the box that invites readers to contribute.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use chrono::DateTime;
use ground::{
    Failure,
    web::{Cx, Page},
};
use serde::Deserialize;

use crate::{
    picture::Picture,
    slug,
    store::public::{self, Headline, Place},
    story::fresh,
};

/// Stories on a page: a large one and rows of two or three.
const EACH: usize = 13;

/// Where in the list a page begins.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Span {
    /// Only stories older than this place.
    before: Option<String>,
    /// Only stories newer than this place.
    after: Option<String>,
}

/// A story in the list.
pub(crate) struct Card {
    pub(crate) headline: Headline,
    pub(crate) path: String,
    pub(crate) picture: Option<Picture>,
}

#[derive(Template)]
#[template(path = "publishing/home.html")]
pub(crate) struct HomePage {
    pub(crate) cx: Cx,
    pub(crate) cards: Vec<Card>,
    /// Whether it is the first page, with the invitation in full.
    pub(crate) first: bool,
    /// Addresses; empty where there is nothing.
    pub(crate) newer: String,
    pub(crate) older: String,
}

impl HomePage {
    /// The stories after the large one, which only the first page has.
    fn row(&self) -> impl Iterator<Item = &Card> {
        self.cards.iter().skip(usize::from(self.first))
    }
}

/// `GET /`
pub(crate) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    Query(span): Query<Span>,
) -> Result<Response, Failure> {
    let now = state.clock.now();
    let mut conn = state.pool.acquire().await?;
    let (headlines, newer, older) = match (span.before, span.after) {
        (None, None) => {
            let (headlines, more) = cut(public::list_older(&mut conn, None, limit(), now).await?);
            (headlines, false, more)
        }
        (Some(before), _) => {
            let place = parse_place(&before).ok_or(Failure::NotFound)?;
            let (headlines, more) = cut(public::list_older(&mut conn, Some(place), limit(), now).await?);
            (headlines, true, more)
        }
        (None, Some(after)) => {
            let place = parse_place(&after).ok_or(Failure::NotFound)?;
            let (mut headlines, more) = cut(public::list_newer(&mut conn, place, limit(), now).await?);
            headlines.reverse();
            (headlines, more, true)
        }
    };
    let newer = headlines
        .first()
        .filter(|_| newer)
        .map(|headline| format!("/?after={}", place_of(headline)));
    let older = headlines
        .last()
        .filter(|_| older)
        .map(|headline| format!("/?before={}", place_of(headline)));
    let ids: Vec<_> = headlines
        .iter()
        .filter_map(|headline| headline.media_id)
        .collect();
    let media = media::list(&mut conn, &ids).await?;
    let cards = headlines
        .into_iter()
        .map(|headline| {
            let medium = media
                .iter()
                .find(|medium| Some(medium.media_id) == headline.media_id);
            let alt = headline.alt.as_deref().unwrap_or_default();
            let name = headline.public_name.as_ref();
            let picture = medium
                .zip(name)
                .and_then(|(medium, name)| Picture::of(medium, name, "", alt))
                .filter(Picture::is_seen);
            Card {
                path: slug::path_of(&headline.slug),
                picture,
                headline,
            }
        })
        .collect();
    let page = HomePage {
        cx: cx.clone(),
        cards,
        first: newer.is_none(),
        newer: newer.unwrap_or_default(),
        older: older.unwrap_or_default(),
    };
    Ok(fresh(Page::new(&cx, page)))
}

/// One more than are shown, to know whether there are more.
fn limit() -> i64 {
    i64::try_from(EACH + 1).unwrap_or(i64::MAX)
}

/// What is shown, and whether there is more.
fn cut(mut headlines: Vec<Headline>) -> (Vec<Headline>, bool) {
    let more = headlines.len() > EACH;
    headlines.truncate(EACH);
    (headlines, more)
}

/// A story's place in the list as text: microseconds and id.
fn place_of(headline: &Headline) -> String {
    format!(
        "{}.{}",
        headline.published_at.timestamp_micros(),
        headline.story_id
    )
}

pub(crate) fn parse_place(text: &str) -> Option<Place> {
    let (micros, id) = text.split_once('.')?;
    Some((
        DateTime::from_timestamp_micros(micros.parse().ok()?)?,
        id.parse().ok()?,
    ))
}
