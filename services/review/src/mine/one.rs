//! One contribution of someone with an account: the page of its receipt, opened by the account instead of a code.

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
) -> Result<Response, Failure> {
    let id = theirs(&state, viewer, &id).await?;
    receipt::page(&state, cx, id, Way::Account(id), Shown::default()).await
}

/// What is posted.
#[derive(Deserialize)]
pub(super) struct ActionForm {
    #[serde(default)]
    action: String,
}

/// `POST /me/contributions/{submission_id}`: `action=withdraw` asks whether to take it back,
/// `action=withdraw_confirmed` does.
pub(super) async fn post(
    State(state): State<crate::State>,
    cx: Cx,
    viewer: Viewer,
    Path(id): Path<String>,
    Form(form): Form<ActionForm>,
) -> Result<Response, Failure> {
    let id = theirs(&state, viewer, &id).await?;
    if form.action == "withdraw" {
        let shown = Shown {
            asks: true,
            ..Shown::default()
        };
        return receipt::page(&state, cx, id, Way::Account(id), shown).await;
    }
    if form.action == "withdraw_confirmed" {
        receipt::withdraw(&state, id).await?;
    }
    Ok(see_other(&address_of(id)))
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
