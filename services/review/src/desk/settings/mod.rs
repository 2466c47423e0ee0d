//! What chiefs set for the desk's decisions. To editors these pages do not exist.

mod reason;
mod reasons;

use axum::{Router, routing::any};

use super::{door::chief, nothing};

/// The list of reasons, and each of them.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route(
            "/desk/settings/reasons",
            any(nothing).get(reasons::get).post(reasons::post),
        )
        .route(
            "/desk/settings/reasons/{reason}",
            any(nothing).get(reason::get).post(reason::post),
        )
}

/// Where the list is.
const REASONS: &str = "/desk/settings/reasons";
