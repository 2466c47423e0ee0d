//! `GET` and `POST /receipt`: the code goes in, the state of the contribution comes out.

use askama::Template;
use axum::{
    Form,
    extract::State,
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
    status::{self, Shown},
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
}

/// What is posted: the code, and what to do with the contribution.
#[derive(serde::Deserialize)]
pub(super) struct ReceiptForm {
    #[serde(default)]
    code: String,
    #[serde(default)]
    action: String,
}

/// `GET /receipt`
pub(super) async fn get(cx: Cx) -> Response {
    Page::new(
        &cx,
        ReceiptPage {
            cx: cx.clone(),
            code: String::new(),
            problems: Problems::default(),
        },
    )
    .into_response()
}

/// `POST /receipt`: shows what became of the contribution. `action=withdraw` asks whether to take it back,
/// `action=withdraw_confirmed` does.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    source: Source,
    Form(form): Form<ReceiptForm>,
) -> Result<Response, Failure> {
    let (code, submission_id) = match look_up(&state, source, &form.code).await? {
        Found::Yes(code, submission_id) => (code, submission_id),
        Found::No(words) => return Err(again(&cx, form.code, words)),
    };
    if form.action == "withdraw_confirmed" {
        withdraw(&state, submission_id).await?;
    }
    let shown = Shown {
        asks: form.action == "withdraw",
        ..Shown::default()
    };
    status::page(&state, cx, submission_id, Way::Receipt(code), shown).await
}

/// The form again, with what is wrong with the code: 422.
pub(super) fn again(cx: &Cx, code: String, words: Message) -> Failure {
    let mut problems = Problems::default();
    problems.add("code", words);
    Page::unprocessable(
        cx,
        ReceiptPage {
            cx: cx.clone(),
            code,
            problems,
        },
    )
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
pub(crate) async fn withdraw(state: &crate::State, id: SubmissionId) -> Result<(), Failure> {
    let mut tx = ground::db::begin(&state.pool).await?;
    match withdrawal::withdraw(&mut tx, &state.ids, state.clock.now(), id, None).await {
        // Pressed twice: it is as it should be.
        Ok(()) | Err(withdrawal::WithdrawError::Change(ChangeError::Withdrawn)) => {}
        Err(error) => return Err(error.into()),
    }
    tx.commit().await?;
    Ok(())
}
