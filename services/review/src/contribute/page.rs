//! `GET /contribute`: the form.

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    lang::{Lang, Message},
    msg, secret,
    web::{Cx, Page},
};
use uploads::{Fields, FormLimits};

use super::{
    crowd,
    files::{kept, megabytes},
    form::{BODY_MAX, FormState, SendsAs, TITLE_MAX},
};
use crate::submission::Consent;

/// The form, empty or with what was typed.
#[derive(Template)]
#[template(path = "review/contribute.html")]
struct ContributePage {
    cx: Cx,
    typed: FormState,
    limits: FormLimits,
    title_max: i64,
    body_max: usize,
    languages: Vec<(&'static str, String)>,
}

impl ContributePage {
    fn new(state: &crate::State, cx: &Cx, typed: FormState) -> Self {
        Self {
            cx: cx.clone(),
            typed,
            limits: state.acceptor.limits.clone(),
            title_max: i64::try_from(TITLE_MAX).unwrap_or_default(),
            body_max: BODY_MAX,
            languages: Lang::ALL
                .into_iter()
                .map(|lang| (lang.code(), lang.own_name().to_owned()))
                .collect(),
        }
    }

    /// By value, as the macro compares it.
    fn body_max(&self) -> usize {
        self.body_max
    }

    fn files_max(&self) -> i64 {
        i64::try_from(self.limits.files).unwrap_or_default()
    }

    fn file_megabytes(&self) -> i64 {
        megabytes(self.limits.file_bytes)
    }

    fn upload_bytes(&self) -> u64 {
        self.limits.upload_bytes
    }

    fn form_megabytes(&self) -> i64 {
        megabytes(self.limits.form_bytes)
    }

    /// As whom someone who is signed in may send, under which name.
    fn senders(&self, name: &str) -> Vec<(&'static str, String, String)> {
        let say = |words: Message| self.cx.say(&words);
        vec![
            (
                SendsAs::Account.code(),
                say(msg!("mine-as-account").s("name", name)),
                say(msg!("mine-as-account-more")),
            ),
            (
                SendsAs::Guest.code(),
                say(msg!("mine-as-guest")),
                say(msg!("mine-as-guest-more")),
            ),
        ]
    }

    fn sender(&self) -> &'static str {
        self.typed.sends_as.code()
    }

    /// What is said of the name: with an account there is one already.
    fn name_hint(&self) -> String {
        let words = match &self.typed.viewer.0 {
            Some(person) => msg!("mine-name-hint").s("name", &person.name),
            None => msg!("contribute-name-hint"),
        };
        self.cx.say(&words)
    }

    fn consents(&self) -> Vec<(&'static str, String, String)> {
        Consent::ALL
            .into_iter()
            .map(|consent| {
                (
                    consent.code(),
                    self.cx.say(&consent.message()),
                    self.cx.say(&explained(consent)),
                )
            })
            .collect()
    }

    fn consent(&self) -> &'static str {
        self.typed.consent.map_or("", Consent::code)
    }

    fn held(&self) -> Vec<(String, String, String)> {
        kept(&self.cx, &self.typed.held)
    }
}

/// What a consent means, in one sentence.
fn explained(consent: Consent) -> Message {
    match consent {
        Consent::Named => msg!("contribute-consent-named-more"),
        Consent::Anonymous => msg!("contribute-consent-anonymous-more"),
        Consent::AskFirst => msg!("contribute-consent-ask-first-more"),
        Consent::InformationOnly => msg!("contribute-consent-information-only-more"),
    }
}

/// `GET /contribute`
pub(super) async fn get(State(state): State<crate::State>, cx: Cx) -> Response {
    let (id, viewer) = (state.ids.mint(state.clock.now()), cx.viewer().clone());
    let sendings = state.sendings.taken() + 1;
    let puzzle = crowd::puzzle(&state, &viewer, sendings, id, &Fields::default());
    let form = FormState::new(id, secret::token(), cx.lang(), viewer);
    let form = FormState { puzzle, ..form };
    Page::new(&cx, ContributePage::new(&state, &cx, form)).into_response()
}

/// The form again, with what is wrong: 422.
pub(super) fn again(state: &crate::State, cx: &Cx, typed: FormState) -> Failure {
    Page::unprocessable(cx, ContributePage::new(state, cx, typed))
}

/// The same, when more bytes came than a form may have: 413.
pub(super) fn too_large(state: &crate::State, cx: &Cx, typed: FormState) -> Failure {
    let page = Page::new(cx, ContributePage::new(state, cx, typed));
    let response = page.with_status(StatusCode::PAYLOAD_TOO_LARGE).into_response();
    Failure::Page(Box::new(response))
}
