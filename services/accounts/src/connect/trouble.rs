//! What went wrong on the way, in kind words and with a way onward. Nothing that a service sent is shown.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    lang::Message,
    msg,
    web::{Cx, Page},
};

use super::{Connect, buttons::Buttons, provider::Provider, why::Why};

#[derive(Template)]
#[template(path = "accounts/connect_trouble.html")]
struct TroublePage {
    cx: Cx,
    title: Message,
    words: Message,
    /// To try again; none on the way to link, from where one's own services are the way on.
    connect: Option<Buttons>,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Too late, twice, or in another browser.
    Again,
    /// They changed their mind there.
    Cancelled,
    /// The service does not answer, or has trouble of its own.
    Down,
    /// What it said cannot be believed.
    Refused,
    /// The account may not sign in.
    Closed,
    /// Another account has this identity.
    Others,
    /// The account has another identity of this service.
    HasOne,
    /// Who wanted to link is no longer signed in.
    SignedOut,
}

/// Where it happened.
pub(super) struct Place<'a> {
    pub(super) connect: &'a Connect,
    pub(super) cx: &'a Cx,
    pub(super) provider: &'a Provider,
    /// On the way to link, not to sign in.
    pub(super) linking: bool,
    /// Where they wanted to go; a path of ours.
    pub(super) next: &'a str,
}

impl Place<'_> {
    /// The page that says it.
    pub(super) fn page(&self, trouble: Trouble) -> Response {
        let (status, title, words) = trouble.words(&self.provider.name);
        let page = TroublePage {
            cx: self.cx.clone(),
            title,
            words,
            connect: (!self.linking).then(|| self.connect.buttons(self.cx, self.next)),
        };
        Page::new(self.cx, page).with_status(status).into_response()
    }

    pub(super) fn failure(&self, trouble: Trouble) -> Failure {
        Failure::Page(Box::new(self.page(trouble)))
    }

    /// The same for what went wrong between us and the service; the log gets the reason.
    pub(super) fn failed(&self, why: Why) -> Failure {
        tracing::warn!(provider = self.provider.key, reason = %why, "nobody came in by another service");
        self.failure(match why {
            Why::Down => Trouble::Down,
            Why::Refused(_) => Trouble::Refused,
        })
    }
}

impl Trouble {
    fn words(self, name: &str) -> (StatusCode, Message, Message) {
        let name = |message: Message| message.s("service", name);
        match self {
            Self::Again => (
                StatusCode::BAD_REQUEST,
                msg!("connect-again-title"),
                msg!("connect-again"),
            ),
            Self::Cancelled => (
                StatusCode::OK,
                msg!("connect-cancelled-title"),
                name(msg!("connect-cancelled")),
            ),
            Self::Down => (
                StatusCode::SERVICE_UNAVAILABLE,
                name(msg!("connect-down-title")),
                name(msg!("connect-down")),
            ),
            Self::Refused => (
                StatusCode::BAD_REQUEST,
                msg!("connect-refused-title"),
                name(msg!("connect-refused")),
            ),
            Self::Closed => (
                StatusCode::FORBIDDEN,
                msg!("connect-closed-title"),
                msg!("connect-closed"),
            ),
            Self::Others => (
                StatusCode::CONFLICT,
                msg!("connect-others-title"),
                name(msg!("connect-others")),
            ),
            Self::HasOne => (
                StatusCode::CONFLICT,
                name(msg!("connect-has-one-title")),
                name(msg!("connect-has-one")),
            ),
            Self::SignedOut => (
                StatusCode::FORBIDDEN,
                msg!("connect-signed-out-title"),
                name(msg!("connect-signed-out")),
            ),
        }
    }
}
