//! What readers hold against a comment, so that the newsroom looks.

mod door;
mod reason;
#[cfg(test)]
mod tests;

use axum::{Router, routing::get};

pub(crate) use reason::Reason;

/// `/comments/{comment_id}/report` and what is said after it.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/comments/{comment_id}/report", get(door::get).post(door::post))
        .route("/comments/{comment_id}/reported", get(door::thanks))
}
