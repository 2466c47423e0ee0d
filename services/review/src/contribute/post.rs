//! `POST /contribute`: the form comes in.

use anyhow::Context;
use axum::{
    extract::{Request, State},
    response::Response,
};
use ground::{
    Failure,
    ids::SubmissionId,
    lang::Lang,
    msg,
    secret::{self, same},
    web::{Cx, Source},
};
use uploads::{Fields, FormError, ReceivedForm};

use super::{
    crowd,
    files::{Files, look_at_files},
    form::{FormState, NewSubmission},
    page, sent,
    take::{Taken, take},
};
use crate::store::intake;

/// `POST /contribute`: 303 to `/contribute/sent` with the receipt, 422 with the form and what is wrong with it.
///
/// The same form sent twice, also at once, is one contribution with one receipt.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    source: Source,
    request: Request,
) -> Result<Response, Failure> {
    let sending = match state.sendings.take(source) {
        Ok(sending) => sending,
        Err(refused) => {
            uploads::linger(request);
            return Err(refused);
        }
    };
    let taken = receive(&state, &cx, source, request).await;
    // What came before, and mistakes, cost nothing.
    if !matches!(taken, Ok((_, New::Yes))) {
        sending.give_back();
    }
    taken.map(|(answer, _)| answer)
}

/// Whether a contribution came of the form.
enum New {
    Yes,
    No,
}

async fn receive(
    state: &crate::State,
    cx: &Cx,
    source: Source,
    request: Request,
) -> Result<(Response, New), Failure> {
    let received = match Box::pin(uploads::receive_form(&state.acceptor, request)).await {
        Ok(received) => received,
        Err(FormError::TooLarge {
            limit_bytes,
            received,
        }) => {
            return Err(too_large(state, cx, &received, limit_bytes).await?);
        }
        Err(error) => return Err(error.into()),
    };
    let form = identify(state, cx, &received.fields)?;
    // Asked before the form is judged: its files may be claimed already, by itself.
    if let Some(answer) = sent_before(state, &form).await? {
        return Ok((answer, New::No));
    }
    let files = look_at_files(state, &received).await?;
    let mut filled = form.clone().filled(&received.fields, &files);
    let pass = crowd::look(state, source, &received.fields, &filled);
    filled.is_unsolved = pass.is_none();
    let new = NewSubmission::parse(filled, &files, &state.acceptor.limits)
        .map_err(|again| page::again(state, cx, *again))?;
    match take(state, &new).await? {
        Taken::New(code) => {
            if let Some(pass) = pass {
                pass.spend();
            }
            let answer = sent::answer(&state.site, form.language, Some(&code), false);
            Ok((answer, New::Yes))
        }
        Taken::Before => {
            let answer = sent_before(state, &form).await?;
            Ok((answer.context("a submission is there and is not")?, New::No))
        }
        Taken::FileGone => {
            let files = Files {
                gone: true,
                ..look_at_files(state, &received).await?
            };
            let mut filled = form.filled(&received.fields, &files);
            filled.problems.add("files", msg!("contribute-files-gone"));
            Err(page::again(state, cx, filled))
        }
    }
}

/// The form again, with what was typed before the bytes that were too many: 413.
async fn too_large(
    state: &crate::State,
    cx: &Cx,
    received: &ReceivedForm,
    limit_bytes: u64,
) -> Result<Failure, Failure> {
    let form = identify(state, cx, &received.fields)?;
    let files = look_at_files(state, received).await?;
    let mut filled = form.filled(&received.fields, &files);
    filled.problems.add("files", uploads::too_large(limit_bytes));
    Ok(page::too_large(state, cx, filled))
}

/// Which contribution this is, and by the key of which form. Who uses no form of ours gets both now.
fn identify(state: &crate::State, cx: &Cx, fields: &Fields) -> Result<FormState, Failure> {
    let submission_id = match fields.first("submission_id").trim() {
        "" => state.ids.mint(state.clock.now()),
        told => match told.parse::<SubmissionId>() {
            Ok(id) if !id.0.is_nil() && !id.0.is_max() => id,
            _ => return Err(Failure::BadRequest(msg!("form-malformed"))),
        },
    };
    let form_key = match fields.first("form_key") {
        // A key that is short could be guessed by who knows the id, and the receipt be asked for with it.
        told if (32..=100).contains(&told.len()) => told.to_owned(),
        _ => secret::token(),
    };
    let language = Lang::from_code(fields.first("language")).unwrap_or(cx.lang());
    let viewer = cx.viewer().clone();
    // Itself among them.
    let sendings = state.sendings.taken();
    let puzzle = crowd::puzzle(state, &viewer, sendings, submission_id, fields);
    let form = FormState::new(submission_id, form_key, language, viewer);
    Ok(FormState { puzzle, ..form })
}

/// The answer to a form whose contribution is here already. Only the form that it came with is shown the
/// receipt again.
async fn sent_before(state: &crate::State, form: &FormState) -> Result<Option<Response>, Failure> {
    let mut conn = state.pool.acquire().await?;
    let Some(stored) = intake::find_form_key_hash(&mut conn, form.submission_id).await? else {
        return Ok(None);
    };
    let ours = same(
        &stored,
        &state.receipts.form_key_hash(form.submission_id, &form.form_key),
    );
    let code = ours.then(|| state.receipts.code_of(form.submission_id, &form.form_key));
    Ok(Some(sent::answer(
        &state.site,
        form.language,
        code.as_ref(),
        true,
    )))
}
