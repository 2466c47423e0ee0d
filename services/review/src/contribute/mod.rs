//! The reader's way in: the form, what it accepts, and the receipt at its end.

mod form;
mod page;
mod post;
mod sent;
mod take;
#[cfg(test)]
mod tests;
mod text;

use axum::{Router, routing::get};

/// The pages of the form.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/contribute", get(page::get).post(post::post))
        .route("/contribute/sent", get(sent::get))
}
