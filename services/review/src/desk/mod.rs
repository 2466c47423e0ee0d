//! The editors' desk. To everyone else nothing of it exists.

mod actions;
mod audit;
mod bulk;
pub(crate) mod care;
pub(crate) mod checks;
mod claims;
mod decision;
mod door;
mod file;
mod film;
pub(crate) mod for_fuzzing;
mod keeping;
mod live;
mod media;
mod notes;
mod one_field;
mod original;
mod page;
mod preferences;
pub(crate) mod queue;
mod recorded;
mod repeats;
mod risk;
pub(crate) mod search;
pub(crate) mod sender;
mod settings;
mod span;
mod steps;
mod submission;
mod talk;
#[cfg(test)]
mod tests;
mod timeline;
mod undo;
mod withdrawal;

use axum::{Router, middleware::from_extractor, routing::any};
use chrono::DateTime;
use ground::{Failure, ids::SubmissionId, viewer::Editor};

pub use live::Hub;

use crate::store::desk::Cursor;

/// Every page and door of the desk.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .merge(queue::routes())
        .merge(live::routes())
        .merge(claims::routes())
        .merge(preferences::routes())
        .merge(talk::routes())
        .route("/desk/submissions/{submission_id}", any(nothing).get(submission::get))
        .route("/desk/submissions/{submission_id}/decision", any(nothing).post(decision::post))
        .route("/desk/submissions/{submission_id}/withdraw", any(nothing).post(withdrawal::post))
        .route("/desk/undo/{batch_id}", any(nothing).post(undo::post))
        .route("/desk/bulk", any(nothing).post(bulk::post))
        .merge(settings::routes())
        .merge(care::routes())
        .merge(checks::routes())
        .merge(notes::routes())
        .merge(sender::routes())
        .merge(audit::routes())
        .merge(keeping::routes())
        .route("/desk/risk", any(nothing).get(risk::kept))
        .route("/desk/submissions/{submission_id}/risk", any(nothing).get(risk::get).post(risk::post))
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
