//! Where a contributor comes back with a receipt code: what became of it, and taking it back.

mod act;
mod code;
mod files;
mod form;
mod say;
mod status;
mod steps;
mod talk;
#[cfg(test)]
mod tests;
mod way;

use axum::{Router, routing::get};

pub(crate) use act::{act, shown_after, signed_out};
pub(crate) use code::Code;
pub use code::Receipts;
pub(crate) use files::take_in;
pub(crate) use form::try_code;
pub(crate) use status::{Shown, page};
pub(crate) use steps::step_words;
pub(crate) use way::Way;

/// The pages of the receipt.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/receipt", get(form::get).post(form::post))
        // The address bar may say so after a form with mistakes.
        .route("/receipt/files", get(form::get).post(files::post))
        .route("/receipt/added", get(files::get))
}
