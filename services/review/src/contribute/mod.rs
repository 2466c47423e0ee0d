//! The reader's way in: the form, what it accepts, and the receipt at its end.

mod crowd;
mod files;
pub(crate) mod for_fuzzing;
mod form;
mod page;
mod post;
mod sent;
mod take;
#[cfg(test)]
mod tests;

use axum::{Router, routing::get};
use ground::text;

pub(crate) use files::{Already, Files, kept, look_at_files, megabytes};
pub(crate) use sent::{COOKIE, MAX_AGE, set_cookie};
pub(crate) use take::{Attached, attach};
pub(crate) use text::{is_longer, line, prose};

/// The pages of the form.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/contribute", get(page::get).post(post::post))
        .route("/contribute/sent", get(sent::get))
}
