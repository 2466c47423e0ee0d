//! `POST /me/contributions/claim`: a guest's contribution gets into the account of who holds its receipt.

use axum::{Form, extract::State, response::Response};
use ground::{
    Failure,
    ids::{AccountId, SubmissionId},
    live, msg,
    viewer::Viewer,
    web::{Cx, Source, see_other},
};
use serde::Deserialize;

use super::{LIST, address_of, list, signed_in};
use crate::{
    event::EventKind,
    receipt::try_code,
    store::{
        history,
        mine::{self as store, Owner},
        people,
    },
};

/// What is posted.
#[derive(Deserialize)]
pub(super) struct ClaimForm {
    #[serde(default)]
    code: String,
}

/// `POST /me/contributions/claim`: 303 to the contribution; 422 with the list for a code that is wrong, and with the
/// same words for one that leads to somebody else's.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    source: Source,
    viewer: Viewer,
    Form(form): Form<ClaimForm>,
) -> Result<Response, Failure> {
    let account_id = signed_in(viewer, LIST)?.account_id;
    let words = match try_code(&state, source, &form.code).await? {
        Ok(hit) => {
            if claim(&state, hit.submission_id, account_id).await? {
                hit.tried.give_back();
                return Ok(see_other(&address_of(hit.submission_id)));
            }
            // It stays counted as a wrong one: the limit tells no more than the words.
            msg!("receipt-code-wrong")
        }
        Err(words) => words,
    };
    Err(list::again(&state, &cx, account_id, form.code, words).await?)
}

/// Makes it theirs, once. False when it is somebody else's.
async fn claim(state: &crate::State, id: SubmissionId, account_id: AccountId) -> Result<bool, Failure> {
    let mut tx = ground::db::begin(&state.pool).await?;
    match store::find_owner_for_update(&mut tx, id).await? {
        Some(Owner::Nobody) => {}
        owner => return Ok(owner == Some(Owner::Account(account_id))),
    }
    let now = state.clock.now();
    store::set_owner(&mut tx, id, account_id).await?;
    people::move_to_account(&mut tx, id, account_id, now).await?;
    // Without who: the history is the desk's to read.
    history::insert_event(&mut tx, &state.ids, now, id, EventKind::Claimed, None).await?;
    live::announce(&mut tx).await?;
    tx.commit().await?;
    Ok(true)
}
