//! What who shows a code or link is told when it opens nothing.

use axum::{http::StatusCode, response::IntoResponse};
use ground::{
    Failure,
    lang::Message,
    msg,
    web::{Cx, Page},
};

/// Why it opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// No link of ours.
    Unknown,
    /// It is past its time.
    Ended,
    /// It was used, or another one in its place.
    Used,
    /// Asked for in another browser, or so long ago that the browser forgot.
    OtherBrowser,
    /// Too many wrong ones were typed.
    Dead,
    /// Not these digits.
    Wrong,
}

impl Refused {
    /// In words.
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Unknown => msg!("verify-unknown"),
            Self::Ended => msg!("verify-ended"),
            Self::Used => msg!("verify-used"),
            Self::OtherBrowser => msg!("verify-other-browser"),
            Self::Dead => msg!("verify-dead"),
            Self::Wrong => msg!("verify-wrong"),
        }
    }

    /// A page of its own that says so, for who came by a link. `again`: where one asks for another.
    pub(crate) fn page(self, cx: &Cx, again: &'static str) -> Failure {
        let (status, title) = match self {
            Self::Unknown => (StatusCode::NOT_FOUND, msg!("verify-unknown-title")),
            Self::Used => (StatusCode::GONE, msg!("verify-used-title")),
            Self::Ended => (StatusCode::GONE, msg!("verify-ended-title")),
            Self::OtherBrowser | Self::Dead | Self::Wrong => {
                (StatusCode::UNPROCESSABLE_ENTITY, msg!("verify-wrong-title"))
            }
        };
        let page = RefusedPage {
            cx: cx.clone(),
            title,
            words: self.words(),
            again,
        };
        Failure::Page(Box::new(Page::new(cx, page).with_status(status).into_response()))
    }
}

#[derive(askama::Template)]
#[template(path = "accounts/mail_code_refused.html")]
struct RefusedPage {
    cx: Cx,
    title: Message,
    words: Message,
    again: &'static str,
}
