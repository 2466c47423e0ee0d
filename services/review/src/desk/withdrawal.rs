//! Taking a contribution back for its contributor, who asked for it by another way.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;

use super::{
    address_of,
    door::{self, Asking},
    page::{SubmissionPage, Typed},
    parse_id,
};
use crate::{event::EventKind, store::withdrawal::withdraw};

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct WithdrawalForm {
    version: i32,
    /// Ticked: the contributor wishes it.
    #[serde(default)]
    confirmed: String,
}

/// `POST /desk/submissions/{submission_id}/withdraw`
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<WithdrawalForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    if let Err(error) = submission
        .unchanged_since(form.version)
        .and_then(|()| submission.may_be_withdrawn())
    {
        let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
        return Err(page.conflict(error, &editor, Typed::default()));
    }
    if form.confirmed != "yes" {
        let mut problems = Problems::default();
        problems.add("confirmed", msg!("desk-withdraw-unconfirmed"));
        let page = SubmissionPage::load(&mut tx, &asking, submission).await?;
        return Err(page.unprocessable(problems, Typed::default()));
    }
    withdraw(
        &mut tx,
        &state.ids,
        state.clock.now(),
        id,
        Some(editor.account_id),
    )
    .await?;
    tx.commit().await?;
    tracing::info!(submission.id = %id, "a contribution was withdrawn at the desk");
    Ok(see_other(&format!(
        "{}?done={}",
        address_of(id),
        EventKind::Withdrawn.code()
    )))
}
