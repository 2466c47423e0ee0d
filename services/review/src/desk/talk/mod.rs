//! The talk with the sender, as the desk has it: on a contribution's page, and the answers that stand ready.

mod act;
mod form;
mod panel;
mod replies;
mod send;

use axum::{Router, routing::any};
use ground::ids::SubmissionId;

pub(crate) use panel::{Kept, Panel};

use super::{address_of, nothing};

/// The most questions of a contribution that wait for an answer at once.
const OPEN_MAX: usize = 12;
/// Where the answers that stand ready are kept.
const REPLIES: &str = "/desk/settings/replies";

/// The doors of the panel, and the page of replies.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route(
            "/desk/submissions/{submission_id}/talk",
            any(nothing).post(send::post),
        )
        .route(
            "/desk/submissions/{submission_id}/talk/undo",
            any(nothing).post(act::undo),
        )
        .route(
            "/desk/submissions/{submission_id}/talk/close",
            any(nothing).post(act::close),
        )
        .route(
            "/desk/submissions/{submission_id}/talk/read",
            any(nothing).post(act::read),
        )
        .route(REPLIES, any(nothing).get(replies::get).post(replies::post))
}

/// Where the doors of a contribution's talk are.
fn doors_of(id: SubmissionId) -> String {
    format!("{}/talk", address_of(id))
}

/// The contribution's page after something was done, at the talk.
fn after(id: SubmissionId, done: &str) -> String {
    format!("{}?done={done}#talk", address_of(id))
}
