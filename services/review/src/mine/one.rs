//! One contribution of someone with an account: the page of its receipt, opened by the account instead of a code.

use std::collections::HashMap;

use axum::{
    Form,
    extract::{Path, Query, Request, State},
    response::Response,
};
use ground::{
    Failure,
    ids::SubmissionId,
    viewer::Viewer,
    web::{Cx, Source, see_other},
};
use serde::Deserialize;

use super::{address_of, signed_in};
use crate::{
    desk::parse_id,
    receipt::{self, Shown, Way},
    store::mine as store,
};

/// The contribution, if it is theirs. Another's is not found, as one that never was.
async fn theirs(state: &crate::State, viewer: Viewer, id: &str) -> Result<SubmissionId, Failure> {
    let id = parse_id(id)?;
    let person = signed_in(viewer, &address_of(id))?;
    let mut conn = state.pool.acquire().await?;
    if store::is_theirs(&mut conn, id, person.account_id).await? {
        Ok(id)
    } else {
        Err(Failure::NotFound)
    }
}

/// `GET /me/contributions/{submission_id}`
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    viewer: Viewer,
    Path(id): Path<String>,
    Query(query): Query<DoneQuery>,
) -> Result<Response, Failure> {
    let id = theirs(&state, viewer, &id).await?;
    let shown = receipt::shown_after(&query.done);
    receipt::page(&state, cx, id, Way::Account(id), shown).await
}

/// What was just done here.
#[derive(Deserialize)]
pub(super) struct DoneQuery {
    #[serde(default)]
    done: String,
}

/// `POST /me/contributions/{submission_id}`: does what the buttons of the page say ([`receipt::act`]). 403 with what was
/// typed where somebody is signed in no more.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    viewer: Viewer,
    Path(id): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    if viewer.0.is_none() && fields.get("action").is_some_and(|action| action == "say") {
        return Err(receipt::signed_out(&cx, address_of(parse_id(&id)?), &fields));
    }
    let id = theirs(&state, viewer, &id).await?;
    let acted = receipt::act(&state, id, &fields).await?;
    match acted.done {
        Some("") => Ok(see_other(&address_of(id))),
        Some(done) => Ok(see_other(&format!("{}?done={done}", address_of(id)))),
        None => receipt::page(&state, cx, id, Way::Account(id), acted.shown).await,
    }
}

/// `POST /me/contributions/{submission_id}/files`: as `POST /receipt/files`.
pub(super) async fn post_files(
    State(state): State<crate::State>,
    cx: Cx,
    source: Source,
    viewer: Viewer,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, Failure> {
    match theirs(&state, viewer, &id).await {
        Ok(id) => receipt::take_in(&state, &cx, source, request, Some(id)).await,
        Err(refused) => {
            uploads::linger(request);
            Err(refused)
        }
    }
}

/// Which contribution files were added to.
#[derive(Deserialize)]
pub(super) struct AddedQuery {
    #[serde(default)]
    of: String,
}

/// `GET /me/contributions/added`: the page after files were added.
pub(super) async fn added(
    State(state): State<crate::State>,
    cx: Cx,
    viewer: Viewer,
    Query(query): Query<AddedQuery>,
) -> Result<Response, Failure> {
    let id = theirs(&state, viewer, &query.of).await?;
    let shown = Shown {
        added: true,
        ..Shown::default()
    };
    receipt::page(&state, cx, id, Way::Account(id), shown).await
}
