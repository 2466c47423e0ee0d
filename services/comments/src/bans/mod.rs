//! Who may not comment for a while: made at the desk beside a comment, told to them in words, and answered once if they say
//! something to it.

mod appeal;
mod ban;
mod list;
mod make;
mod panel;
#[cfg(test)]
mod tests;

use std::str::FromStr;

use axum::{
    Router,
    middleware::from_extractor,
    routing::{any, get},
};
use ground::{Failure, viewer::Editor};

use crate::desk::nothing;

pub(crate) use ban::Ban;
pub(crate) use panel::panel;

/// Longest reason, appeal and answer, in characters.
const WORDS_MAX: usize = 2_000;
/// The desk's list of bans.
const LIST: &str = "/desk/comments/bans";
/// Where the banned read why, and are heard.
const APPEAL: &str = "/comments/appeal";

pub(crate) fn router() -> Router<crate::State> {
    let desk = Router::new()
        .route(LIST, any(nothing).get(list::get))
        .route("/desk/comments/bans/{ban_id}", any(nothing).get(list::get_one).post(list::post))
        .route("/desk/comments/{comment_id}/ban", any(nothing).get(make::get).post(make::post))
        // Before anything else is looked at: a wrong id or form must not tell an outsider that there is a door.
        .route_layer(from_extractor::<Editor>());
    Router::new()
        .route(APPEAL, get(appeal::get).post(appeal::post))
        .merge(desk)
}

/// An id in an address; what cannot be one names nothing.
fn parse<Id: FromStr>(text: &str) -> Result<Id, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}
