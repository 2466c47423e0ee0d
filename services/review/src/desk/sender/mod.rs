//! On a contribution's page: who sent it, without saying who. A name and an address are shown by [`identity`] alone.

mod handle;
mod identity;
mod notes;
mod panel;
mod trust;

use axum::{Router, routing::any};

pub(crate) use handle::handle;
pub(crate) use panel::Panel;
pub(crate) use trust::Trust;

use super::nothing;

/// The doors of the panel.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route(
            "/desk/submissions/{submission_id}/identity",
            any(nothing).get(identity::get).post(identity::post),
        )
        .route(
            "/desk/submissions/{submission_id}/sender/trust",
            any(nothing).post(trust::post),
        )
        .route(
            "/desk/submissions/{submission_id}/sender/notes",
            any(nothing).post(notes::post),
        )
}
