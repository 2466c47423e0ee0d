//! Care for who looks: what a contribution shows is said before it is opened, and how it is shown is their own choice.

mod cover;
mod door;
mod panel;
mod preference;
mod sight;
mod today;
mod warning;

use axum::{Router, routing::any};

pub(crate) use cover::{Cover, Veil, cover, veil_of};
pub(crate) use panel::Panel;
pub(crate) use preference::Preference;
pub(crate) use sight::Sight;
pub(crate) use today::{count_today, note_opened};
pub(crate) use warning::{Warning, Warnings};

use super::nothing;

/// The doors of the panel.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route(
            "/desk/submissions/{submission_id}/warnings",
            any(nothing).post(door::post),
        )
        .route("/desk/preferences/care", any(nothing).post(preference::post))
}
