//! What a contributor does on the page of what they sent, whichever way they came to it.

use std::collections::HashMap;

use askama::Template;
use axum::{http::StatusCode, response::IntoResponse};
use ground::{
    Failure,
    ids::SubmissionId,
    msg,
    web::{Cx, Page},
};

use super::{
    form::withdraw,
    say::{self, Changed, Outcome},
    status::Shown,
    talk::{Saying, Typed},
};
use crate::submission::Consent;

/// What came of it.
pub(crate) struct Acted {
    /// The page that says so.
    pub(crate) shown: Shown,
    /// It is done, and where there is an address for it, the page is asked for anew: by this word of what was done.
    pub(crate) done: Option<&'static str>,
}

impl From<Shown> for Acted {
    fn from(shown: Shown) -> Self {
        Self { shown, done: None }
    }
}

/// Does what the button says: `withdraw` asks whether to take it back, `withdraw_confirmed` does; `say` answers and writes;
/// `allow` changes the consent, `allow_confirmed` also where a public story goes by it. Anything else looks.
pub(crate) async fn act(
    state: &crate::State,
    id: SubmissionId,
    fields: &HashMap<String, String>,
) -> Result<Acted, Failure> {
    let action = fields.get("action").map(String::as_str).unwrap_or_default();
    Ok(match action {
        "withdraw" => Shown {
            asks: true,
            ..Shown::default()
        }
        .into(),
        "withdraw_confirmed" => {
            withdraw(state, id).await?;
            looked()
        }
        "say" => said(say::say(state, id, &Typed::of(fields)).await?, fields),
        "allow" | "allow_confirmed" => {
            let to = fields.get("consent").and_then(|code| Consent::from_code(code));
            allowed(state, id, to, action == "allow_confirmed").await?
        }
        _ => looked(),
    })
}

/// The page as it is.
fn looked() -> Acted {
    Acted {
        shown: Shown::default(),
        done: Some(""),
    }
}

fn said(outcome: Outcome, fields: &HashMap<String, String>) -> Acted {
    match outcome {
        Outcome::Done | Outcome::Before => Acted {
            shown: shown_after("said"),
            done: Some("said"),
        },
        Outcome::Refused(status, problems) => Shown {
            status,
            problems,
            saying: Saying {
                typed: Typed::of(fields),
                said: false,
            },
            ..Shown::default()
        }
        .into(),
    }
}

async fn allowed(
    state: &crate::State,
    id: SubmissionId,
    to: Option<Consent>,
    confirmed: bool,
) -> Result<Acted, Failure> {
    let refused = |status, words| {
        let mut shown = Shown {
            status,
            ..Shown::default()
        };
        shown.problems.add("consent", words);
        shown.into()
    };
    let Some(to) = to else {
        return Ok(refused(
            StatusCode::UNPROCESSABLE_ENTITY,
            msg!("contribute-consent-missing"),
        ));
    };
    Ok(match say::allow(state, id, to, confirmed).await? {
        Changed::Done => Acted {
            shown: shown_after("allowed"),
            done: Some("allowed"),
        },
        Changed::Nothing => looked(),
        Changed::Ask => Shown {
            asks_consent: Some(to),
            ..Shown::default()
        }
        .into(),
        Changed::Refused(words) => refused(StatusCode::CONFLICT, words),
    })
}

/// The page after something was done.
pub(crate) fn shown_after(done: &str) -> Shown {
    Shown {
        allowed: done == "allowed",
        saying: Saying {
            said: done == "said",
            ..Saying::default()
        },
        ..Shown::default()
    }
}

/// What was typed to the newsroom, where it cannot be sent yet: fields to send again, and words to read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waiting {
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) words: Vec<String>,
}

impl Waiting {
    /// Of a form; nothing where nothing was to be said.
    pub(crate) fn of(fields: &HashMap<String, String>) -> Self {
        if fields.get("action").map(String::as_str) != Some("say") {
            return Self::default();
        }
        let mut kept: Vec<_> = fields
            .iter()
            .filter(|(name, _)| name.as_str() != "code")
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        kept.sort();
        Self {
            fields: kept,
            words: Typed::of(fields).words(),
        }
    }
}

/// Where somebody writes in their account and is signed in no more.
#[derive(Template)]
#[template(path = "review/talk_signed_out.html")]
struct SignedOutPage {
    cx: Cx,
    /// Where the form goes once more.
    address: String,
    waiting: Waiting,
}

/// 403 with what was typed: signed in again in another window, it is sent by one press.
pub(crate) fn signed_out(cx: &Cx, address: String, fields: &HashMap<String, String>) -> Failure {
    let page = SignedOutPage {
        cx: cx.clone(),
        address,
        waiting: Waiting::of(fields),
    };
    Failure::Page(Box::new(
        Page::new(cx, page)
            .with_status(StatusCode::FORBIDDEN)
            .into_response(),
    ))
}
