//! The editors' desk. To everyone else nothing of it exists.

mod actions;
mod checks;
mod claims;
mod decision;
mod door;
mod file;
mod film;
pub(crate) mod for_fuzzing;
mod keeping;
mod list;
mod live;
mod media;
mod notes;
mod original;
mod page;
mod recorded;
mod repeats;
mod sender;
mod steps;
mod submission;
mod talk;
#[cfg(test)]
mod tests;
mod timeline;
mod withdrawal;

use axum::{Router, middleware::from_extractor, routing::any};
use chrono::DateTime;
use ground::{Failure, ids::SubmissionId, viewer::Editor};

use crate::store::desk::Cursor;

/// Every page and door of the desk.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/desk", any(nothing).get(list::get))
        .route("/desk/live", any(nothing).get(live::get))
        .route("/desk/submissions/{submission_id}", any(nothing).get(submission::get))
        .route("/desk/submissions/{submission_id}/decision", any(nothing).post(decision::post))
        .route("/desk/submissions/{submission_id}/withdraw", any(nothing).post(withdrawal::post))
        .route(original::ROUTE, any(nothing).get(original::get).post(original::post))
        .route("/desk/media/{media_id}/{rendition}", any(nothing).get(media::get))
        // Before anything else is looked at: a wrong id or form must not tell an outsider that there is a door.
        .route_layer(from_extractor::<Editor>())
}

/// Every other method: 404 and not 405, whose `Allow` axum writes last of all, also for outsiders.
async fn nothing() -> Failure {
    Failure::NotFound
}

/// Where a contribution's page is.
fn address_of(id: SubmissionId) -> String {
    format!("/desk/submissions/{id}")
}

/// An id in an address; what cannot be one names nothing.
pub(crate) fn parse_id(text: &str) -> Result<SubmissionId, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// A place in the list, as text for addresses: microseconds, a dot, the id.
pub(crate) fn write_cursor(cursor: Cursor) -> String {
    format!("{}.{}", cursor.sent_at.timestamp_micros(), cursor.submission_id)
}

/// The place that [`write_cursor`] wrote.
pub(crate) fn parse_cursor(text: &str) -> Result<Cursor, Failure> {
    let parse = || {
        let (micros, id) = text.split_once('.')?;
        let sent_at = DateTime::from_timestamp_micros(micros.parse().ok()?)?;
        Some(Cursor {
            sent_at,
            submission_id: id.parse().ok()?,
        })
    };
    parse().ok_or(Failure::NotFound)
}
