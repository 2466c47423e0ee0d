//! The page for whoever comes to what a colleague has in hand.

use askama::Template;
use axum::{http::StatusCode, response::IntoResponse};
use ground::{
    Failure,
    lang::Message,
    web::{Cx, Page, Problems},
};

use super::{Claim, door::NOTE_MAX};
use crate::desk::address_of;

/// Who has it, what was typed, and how it can be taken over.
#[derive(Template)]
#[template(path = "review/desk/claim_refused.html")]
pub(super) struct RefusedPage {
    cx: Cx,
    address: String,
    holder: String,
    words: Message,
    /// Each text of the form that was sent.
    typed: Vec<String>,
    /// The word to whoever has it.
    note: String,
    problems: Problems,
}

impl RefusedPage {
    fn new(cx: &Cx, claim: &Claim) -> Self {
        Self {
            cx: cx.clone(),
            address: address_of(claim.submission_id),
            holder: claim.name.clone(),
            words: claim.words(cx),
            typed: Vec::new(),
            note: String::new(),
            problems: Problems::default(),
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn note_max(&self) -> usize {
        NOTE_MAX
    }
}

/// 409: nothing was done, and nothing that was typed is lost.
pub(super) fn page(cx: &Cx, claim: &Claim, typed: &[&str]) -> Failure {
    let typed = typed
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty());
    let page = RefusedPage {
        typed: typed.map(str::to_owned).collect(),
        ..RefusedPage::new(cx, claim)
    };
    let answer = Page::new(cx, page).with_status(StatusCode::CONFLICT);
    Failure::Page(Box::new(answer.into_response()))
}

/// 422: what is wrong with the word to whoever has it.
pub(super) fn unprocessable(cx: &Cx, claim: &Claim, note: String, problems: Problems) -> Failure {
    let page = RefusedPage {
        note,
        problems,
        ..RefusedPage::new(cx, claim)
    };
    Page::unprocessable(cx, page)
}
