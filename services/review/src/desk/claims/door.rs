//! The doors of claims. Pages without script use the same ones as the script; it only asks for no page in return.

use axum::{
    Form, Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::any,
};
use ground::{
    Failure, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;

use super::{dead_before, held, refused, store, take};
use crate::{
    desk::{address_of, decision::clean, door, nothing, parse_id},
    store::history,
};

/// The longest word to whoever is relieved, in characters.
pub(super) const NOTE_MAX: usize = 300;

/// The doors of a contribution's claim.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route("/desk/submissions/{submission_id}/claim", any(nothing).post(post))
        .route(
            "/desk/submissions/{submission_id}/claim/release",
            any(nothing).post(release),
        )
        .route(
            "/desk/submissions/{submission_id}/claim/take-over",
            any(nothing).post(take_over),
        )
}

/// As it comes, from a button or from a script.
#[derive(Debug, Deserialize)]
pub(crate) struct ClaimForm {
    /// `yes`: no page is wanted in return.
    #[serde(default)]
    quiet: String,
}

impl ClaimForm {
    fn done(&self, address: &str) -> Response {
        if self.quiet == "yes" {
            return StatusCode::NO_CONTENT.into_response();
        }
        see_other(address)
    }
}

/// `POST /desk/submissions/{submission_id}/claim`: taken in hand; the heartbeat of whoever has it already. 409 when it
/// is a colleague's.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ClaimForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let done = form.done(&address_of(id));
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    // A heartbeat waits for nobody, and keeps nobody waiting.
    door::find(&mut tx, &editor, id).await?;
    if !store::beat(&mut tx, id, editor.account_id, now, dead_before(now)).await? {
        door::find_for_update(&mut tx, &editor, id).await?;
        take(&mut tx, &state.clock, &editor, id)
            .await
            .map_err(|error| error.keeping(&cx, &[]))?;
    }
    tx.commit().await?;
    Ok(done)
}

/// `POST /desk/submissions/{submission_id}/claim/release`: let go. Whoever has nothing in hand lets go of nothing.
pub(crate) async fn release(
    editor: Editor,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<ClaimForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let mut tx = ground::db::begin(&state.pool).await?;
    door::find(&mut tx, &editor, id).await?;
    store::delete(&mut tx, id, editor.account_id).await?;
    tx.commit().await?;
    Ok(form.done(&address_of(id)))
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct TakeOverForm {
    /// To whoever has it now.
    #[serde(default)]
    note: String,
}

/// `POST /desk/submissions/{submission_id}/claim/take-over`: out of a colleague's hands, with a word to them, which stays
/// in the history. What nobody holds any more is simply taken.
pub(crate) async fn take_over(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<TakeOverForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    door::find_for_update(&mut tx, &editor, id).await?;
    if let Some(claim) = held(&mut tx, &state.clock, &editor, id).await? {
        let note = clean(&form.note);
        let mut problems = Problems::default();
        if note.is_empty() {
            problems.add("note", msg!("claim-over-missing"));
        } else if note.chars().count() > NOTE_MAX {
            let most = i64::try_from(NOTE_MAX).unwrap_or(i64::MAX);
            problems.add("note", msg!("desk-note-too-long").n("most", most));
        }
        if !problems.is_empty() {
            return Err(refused::unprocessable(&cx, &claim, form.note, problems));
        }
        store::set_holder(&mut tx, id, editor.account_id, &note, now).await?;
        let over = history::Over {
            from: claim.account_id,
            note: &note,
        };
        history::insert_take_over(&mut tx, &state.ids, now, id, editor.account_id, over).await?;
    } else {
        take(&mut tx, &state.clock, &editor, id)
            .await
            .map_err(|error| error.keeping(&cx, &[&form.note]))?;
    }
    tx.commit().await?;
    tracing::info!(submission.id = %id, "a contribution was taken over");
    Ok(see_other(&address_of(id)))
}
