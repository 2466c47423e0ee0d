//! The rules for comments, for chiefs: numbers, word list, and what either would have done in the last thirty days. To
//! editors these pages do not exist.

mod form;
mod page;
#[cfg(test)]
mod tests;
mod trial;
mod words;

use axum::{Router, middleware::from_extractor, routing::any};
use ground::{
    Failure,
    viewer::{Editor, Role},
};

use crate::desk::nothing;

/// Where they are set.
const RULES: &str = "/desk/comments/rules";

pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route(RULES, any(nothing).get(page::get).post(page::post))
        .route("/desk/comments/rules/words", any(nothing).get(page::get).post(words::post))
        // Before anything else is looked at: a wrong form must not tell an outsider that there is a door.
        .route_layer(from_extractor::<Editor>())
}

fn chief(editor: &Editor) -> Result<(), Failure> {
    if editor.role >= Role::Chief {
        Ok(())
    } else {
        Err(Failure::NotFound)
    }
}
