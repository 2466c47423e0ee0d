//! Notices that a comment is against the law: the newsroom decides at the comment's page, and answers here, in its own words
//! and without seeing the address, which the mail takes along and forgets.

mod door;
mod mail;
mod outcome;
#[cfg(test)]
mod tests;

use axum::{Router, middleware::from_extractor, routing::any};
use ground::viewer::Editor;

use crate::desk::nothing;

pub(crate) use mail::runners;
pub(crate) use outcome::Outcome;

/// Where those that wait are.
const LIST: &str = "/desk/comments/notices";

/// The desk's list of notices, and each of them.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route(LIST, any(nothing).get(door::list))
        .route(
            "/desk/comments/notices/{report_id}",
            any(nothing).get(door::get).post(door::post),
        )
        // Before anything else is looked at: a wrong id or form must not tell an outsider that there is a door.
        .route_layer(from_extractor::<Editor>())
}
