//! The audit chain as chiefs read it, and take it along. To editors it does not exist.

mod asked;
mod export;
mod kinds;
mod page;

use axum::{Router, routing::any};

use super::{door::chief, nothing};

/// Where it is.
const AUDIT: &str = "/desk/audit";

/// The page, and what is taken along.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route("/desk/audit", any(nothing).get(page::get))
        .route("/desk/audit/export", any(nothing).post(export::post))
}
