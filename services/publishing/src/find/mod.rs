//! Lists by which readers find stories: by tag, by place, by month, by words.

pub(crate) mod archive;
mod list;
mod place;
mod search;
mod tag;
#[cfg(test)]
mod tests;

use axum::{Router, routing::get};
use chrono::DateTime;
use ground::{Failure, kept::Address, web::Cx};
use serde::Deserialize;

use crate::{
    light::Light,
    store::{find::Side, public::Place},
};

/// Stories on a page of a list.
pub(crate) const EACH: usize = 12;

pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/tags/{tag}", get(tag::get))
        .route("/places/{place}", get(place::get))
        .route("/archive", get(archive::all))
        .route("/archive/{month}", get(archive::month))
        .route("/search", get(search::get))
}

/// Where in a list a page begins.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Span {
    /// Only stories older than this place.
    pub(crate) before: Option<String>,
    /// Only stories newer than this place.
    pub(crate) after: Option<String>,
}

impl Span {
    /// Of the page that was asked for.
    pub(crate) fn address(&self, cx: &Cx, light: Light) -> Address {
        Address::of(cx)
            .with("before", self.before.as_deref())
            .with("after", self.after.as_deref())
            .light(light.0)
    }

    /// On which side of a place that is. What is no place leads nowhere.
    pub(crate) fn side(&self) -> Result<Side, Failure> {
        let place = |text: &String| parse_place(text).ok_or(Failure::NotFound);
        match (&self.before, &self.after) {
            (Some(before), _) => Ok(Side::Older(Some(place(before)?))),
            (None, Some(after)) => Ok(Side::Newer(place(after)?)),
            (None, None) => Ok(Side::Older(None)),
        }
    }
}

/// A place in the list as text: microseconds and id.
pub(crate) fn place_of((at, story_id): Place) -> String {
    format!("{}.{story_id}", at.timestamp_micros())
}

/// The place that a text means.
pub(crate) fn parse_place(text: &str) -> Option<Place> {
    let (micros, id) = text.split_once('.')?;
    Some((
        DateTime::from_timestamp_micros(micros.parse().ok()?)?,
        id.parse().ok()?,
    ))
}

/// One more than are shown, to know whether there are more.
pub(crate) fn limit() -> i64 {
    i64::try_from(EACH + 1).unwrap_or(i64::MAX)
}

/// A page of a list: its places, newest first, and where the next pages begin.
pub(crate) struct Cut {
    pub(crate) places: Vec<Place>,
    pub(crate) newer: Option<Place>,
    pub(crate) older: Option<Place>,
}

impl Cut {
    /// Of what was found on a side, nearest first and one more than a page.
    pub(crate) fn of(side: Side, places: Vec<Place>) -> Self {
        Self::at_most(EACH, side, places)
    }

    /// The same of pages of another length.
    pub(crate) fn at_most(each: usize, side: Side, mut places: Vec<Place>) -> Self {
        let more = places.len() > each;
        places.truncate(each);
        let (newer, older) = match side {
            Side::Older(before) => (before.is_some(), more),
            Side::Newer(_) => {
                places.reverse();
                (more, true)
            }
        };
        Self {
            newer: places.first().copied().filter(|_| newer),
            older: places.last().copied().filter(|_| older),
            places,
        }
    }
}
