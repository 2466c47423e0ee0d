//! Saying something: what comes in by the form under a story, and what becomes of it.

mod again;
mod crowd;
mod door;
mod form;
mod language;
mod name;
#[cfg(test)]
pub(crate) mod sample;
mod take;
#[cfg(test)]
mod tests;

use axum::{Router, routing::post};

pub(crate) use form::{BODY_MAX, address_of, body_of};
pub(crate) use language::language_of;
pub(crate) use name::guest_name;
pub(crate) use take::note_of;

/// `POST /comments`.
pub(crate) fn router() -> Router<crate::State> {
    Router::new().route("/comments", post(door::post))
}
