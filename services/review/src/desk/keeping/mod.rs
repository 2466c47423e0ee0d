//! How long contributions are kept: on a contribution's page, with the hold of the law; the rules, for chiefs.

mod hold;
mod panel;
mod rules;
mod rules_form;

use axum::{Router, routing::any};

pub(crate) use panel::Panel;

use super::nothing;

/// Where the rules are.
const RULES: &str = "/desk/settings/retention";

/// The hold, and the rules.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route(
            "/desk/submissions/{submission_id}/hold",
            any(nothing).get(hold::get).post(hold::post),
        )
        .route(
            "/desk/settings/retention",
            any(nothing).get(rules::get).post(rules::post),
        )
        .route("/desk/settings/retention/clock", any(nothing).post(rules::clock))
}
