//! What chiefs set for the desk's decisions. To editors these pages do not exist.

mod reason;
mod reasons;

use axum::{Router, routing::any};
use ground::{
    Failure,
    viewer::{Editor, Role},
};

use super::nothing;

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

/// Whoever rules over how the desk works; to everyone else it does not exist.
fn chief(editor: &Editor) -> Result<(), Failure> {
    if editor.role >= Role::Chief {
        Ok(())
    } else {
        Err(Failure::NotFound)
    }
}
