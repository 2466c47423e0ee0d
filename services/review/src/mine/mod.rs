//! What someone with an account has sent: the list, each contribution as its receipt shows it, and the way by which a
//! receipt gets into an account. Nothing gets there by itself.

mod claim;
mod list;
mod one;
#[cfg(test)]
mod tests;

use axum::{
    Router,
    routing::{get, post},
};
use ground::{
    Failure,
    ids::SubmissionId,
    viewer::{SignedIn, Viewer},
    web::see_other,
};

/// Where the list is.
const LIST: &str = "/me/contributions";

/// The pages of what somebody sent.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route(LIST, get(list::get))
        // The address bar may say so after a form with mistakes.
        .route("/me/contributions/claim", post(claim::post).get(list::get))
        .route("/me/contributions/added", get(one::added))
        .route("/me/contributions/{submission_id}", get(one::get).post(one::post))
        .route(
            "/me/contributions/{submission_id}/files",
            get(one::get).post(one::post_files),
        )
}

/// Where a contribution's page is.
pub(crate) fn address_of(id: SubmissionId) -> String {
    format!("{LIST}/{id}")
}

/// The page after files were added. It has a path of its own, by which the script knows that they arrived.
pub(crate) fn added_address(id: SubmissionId) -> String {
    format!("{LIST}/added?of={id}")
}

/// Who is signed in; everybody else is asked to, and comes back to `here`, a path without a query.
fn signed_in(viewer: Viewer, here: &str) -> Result<SignedIn, Failure> {
    viewer.0.ok_or_else(|| {
        let answer = see_other(&format!("/signin?next={here}"));
        Failure::Page(Box::new(answer))
    })
}
