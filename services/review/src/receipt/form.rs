//! `GET` and `POST /receipt`: the code goes in, the state of the contribution comes out.

use std::collections::HashMap;

use askama::Template;
use axum::{
    Form,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::SubmissionId,
    lang::Message,
    msg,
    web::{Cx, Page, Problems, Source, Taken},
};

use super::{
    Code, Way,
    act::{Waiting, act},
    status,
};
use crate::{
    store::{intake, withdrawal},
    submission::ChangeError,
};

/// Where the code is asked for.
#[derive(Template)]
#[template(path = "review/receipt.html")]
struct ReceiptPage {
    cx: Cx,
    /// As typed.
    code: String,
    problems: Problems,
    /// What was typed to the newsroom, and goes with the code.
    waiting: Waiting,
}

impl ReceiptPage {
    /// With what is wrong with the code.
    fn wrong(cx: &Cx, code: String, words: Message, waiting: Waiting) -> Self {
        let mut problems = Problems::default();
        problems.add("code", words);
        Self {
            cx: cx.clone(),
            code,
            problems,
            waiting,
        }
    }
}

/// `GET /receipt`
pub(super) async fn get(cx: Cx) -> Response {
    Page::new(
        &cx,
        ReceiptPage {
            cx: cx.clone(),
            code: String::new(),
            problems: Problems::default(),
            waiting: Waiting::default(),
        },
    )
    .into_response()
}

/// `POST /receipt`: shows what became of the contribution, and does what its buttons say ([`act`]). Where the code is not
/// right, what was typed to the newsroom is kept.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    source: Source,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let typed = fields.get("code").cloned().unwrap_or_default();
    let waiting = Waiting::of(&fields);
    let (code, submission_id) = match look_up(&state, source, &typed).await {
        Ok(Found::Yes(code, submission_id)) => (code, submission_id),
        Ok(Found::No(words)) => return Err(wrong(&cx, typed, words, waiting)),
        Err(Failure::TooMany(seconds)) if !waiting.fields.is_empty() => {
            return Err(too_many(&cx, typed, seconds, waiting));
        }
        Err(failure) => return Err(failure),
    };
    let acted = act(&state, submission_id, &fields).await?;
    status::page(&state, cx, submission_id, Way::Receipt(code), acted.shown).await
}

/// The form again, with what is wrong with the code: 422.
pub(super) fn again(cx: &Cx, code: String, words: Message) -> Failure {
    wrong(cx, code, words, Waiting::default())
}

fn wrong(cx: &Cx, code: String, words: Message, waiting: Waiting) -> Failure {
    Page::unprocessable(cx, ReceiptPage::wrong(cx, code, words, waiting))
}

/// 429, and what was typed to the newsroom.
fn too_many(cx: &Cx, code: String, seconds: u32, waiting: Waiting) -> Failure {
    let page = ReceiptPage::wrong(cx, code, msg!("error-too-many"), waiting);
    let page = Page::new(cx, page).with_status(StatusCode::TOO_MANY_REQUESTS);
    let mut response = page.into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    Failure::Page(Box::new(response))
}

/// What was found by a code.
pub(super) enum Found {
    Yes(Code, SubmissionId),
    No(Message),
}

/// What a code leads to, if it is right.
pub(super) async fn look_up(state: &crate::State, source: Source, typed: &str) -> Result<Found, Failure> {
    Ok(match try_code(state, source, typed).await? {
        Ok(hit) => {
            hit.tried.give_back();
            Found::Yes(hit.code, hit.submission_id)
        }
        Err(words) => Found::No(words),
    })
}

/// A code that is right.
pub(crate) struct Hit<'a> {
    pub(crate) code: Code,
    pub(crate) submission_id: SubmissionId,
    /// Counts as a wrong one until it is given back.
    pub(crate) tried: Taken<'a>,
}

/// Every attempt takes the same way and the same time, whatever was typed.
pub(crate) async fn try_code<'a>(
    state: &'a crate::State,
    source: Source,
    typed: &str,
) -> Result<Result<Hit<'a>, Message>, Failure> {
    if typed.trim().is_empty() {
        return Ok(Err(msg!("receipt-code-missing")));
    }
    let tried = state.wrong_codes.take(source)?;
    let turn = state.receipts.turn().await?;
    let code = Code::parse(typed).unwrap_or_else(Code::never);
    let hash = turn.hash(&code).await?;
    let mut conn = state.pool.acquire().await?;
    Ok(match intake::find_by_receipt(&mut conn, &hash).await? {
        Some(submission_id) => Ok(Hit {
            code,
            submission_id,
            tried,
        }),
        None => Err(msg!("receipt-code-wrong")),
    })
}

/// Takes a contribution back, once.
pub(super) async fn withdraw(state: &crate::State, id: SubmissionId) -> Result<(), Failure> {
    let mut tx = ground::db::begin(&state.pool).await?;
    match withdrawal::withdraw(&mut tx, &state.ids, state.clock.now(), id, None).await {
        // Pressed twice: it is as it should be.
        Ok(()) | Err(withdrawal::WithdrawError::Change(ChangeError::Withdrawn)) => {}
        Err(error) => return Err(error.into()),
    }
    tx.commit().await?;
    Ok(())
}
