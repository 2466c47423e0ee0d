//! Writing one's own note anew while it is fresh, and deleting it. Of others' notes nothing of this exists.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::{NoteId, SubmissionId},
    live, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{
    EDITABLE, MOST, mention,
    panel::{address_of_note, address_of_tab},
    tell,
};
use crate::{
    desk::{
        address_of, door,
        one_field::{OneField, written},
        parse_id, search,
    },
    store::notes::{self as store, Own},
    submission::Submission,
};

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct EditForm {
    #[serde(default)]
    body: String,
}

/// A note of one's own, and its contribution.
async fn find(
    conn: &mut PgConnection,
    editor: &Editor,
    (id, note_id): &(String, String),
) -> Result<(Submission, NoteId, Own), Failure> {
    let submission = door::find_for_update(&mut *conn, editor, parse_id(id)?).await?;
    let note_id: NoteId = note_id.parse().map_err(|_| Failure::NotFound)?;
    let own = store::find_own_for_update(conn, submission.submission_id, note_id, editor.account_id).await?;
    Ok((submission, note_id, own.ok_or(Failure::NotFound)?))
}

/// What a note for oneself says is nobody else's; it stays open to its author.
pub(super) fn is_editable(only_me: bool, written_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    only_me || now - written_at < EDITABLE
}

fn page(cx: &Cx, id: SubmissionId, note_id: NoteId, own: &Own) -> OneField {
    OneField {
        cx: cx.clone(),
        title: msg!("vet-note-edit"),
        lede: Vec::new(),
        back: address_of_tab(id, own.only_me),
        action: format!("{}/notes/{note_id}", address_of(id)),
        hidden: Vec::new(),
        name: "body",
        label: msg!("vet-note-label"),
        hint: (!own.only_me).then(|| msg!("vet-note-edit-hint")),
        value: own.body.clone(),
        most: MOST,
        submit: msg!("vet-save"),
        problems: Problems::default(),
    }
}

/// `GET /desk/submissions/{submission_id}/notes/{note_id}`
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(ids): Path<(String, String)>,
) -> Result<Response, Failure> {
    // Nothing is written; the transaction ends without a commit.
    let mut tx = ground::db::begin(&state.pool).await?;
    let (submission, note_id, own) = find(&mut tx, &editor, &ids).await?;
    drop(tx);
    Ok(page(&cx, submission.submission_id, note_id, &own).shown())
}

/// `POST /desk/submissions/{submission_id}/notes/{note_id}`
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(ids): Path<(String, String)>,
    Form(form): Form<EditForm>,
) -> Result<Response, Failure> {
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let (submission, note_id, own) = find(&mut tx, &editor, &ids).await?;
    let id = submission.submission_id;
    let page = page(&cx, id, note_id, &own);
    if !is_editable(own.only_me, own.written_at, now) {
        return Err(page.conflict(msg!("vet-note-too-late"), form.body));
    }
    let body = match written(&form.body, MOST, msg!("vet-note-missing")) {
        Ok(body) => body,
        Err(problem) => return Err(page.unprocessable(problem, form.body)),
    };
    if !own.only_me {
        let colleagues = store::list_colleagues(&mut tx, editor.account_id).await?;
        match mention::meant(&body, &[], &colleagues, submission.at_risk) {
            Ok(mentioned) => {
                store::add_mentions(&mut tx, note_id, &mentioned).await?;
                tell(&mut tx, note_id).await?;
            }
            Err(problem) => return Err(page.unprocessable(problem, form.body)),
        }
    }
    if body != own.body {
        store::set_body(&mut tx, note_id, &body, now).await?;
        told(&mut tx, id, own.only_me).await?;
    }
    tx.commit().await?;
    Ok(see_other(&address_of_note(id, note_id, own.only_me)))
}

/// `POST /desk/submissions/{submission_id}/notes/{note_id}/delete`
pub(crate) async fn delete(
    editor: Editor,
    State(state): State<crate::State>,
    Path(ids): Path<(String, String)>,
) -> Result<Response, Failure> {
    let mut tx = ground::db::begin(&state.pool).await?;
    let (submission, note_id, own) = find(&mut tx, &editor, &ids).await?;
    let id = submission.submission_id;
    store::delete(&mut tx, note_id).await?;
    told(&mut tx, id, own.only_me).await?;
    tx.commit().await?;
    Ok(see_other(&address_of_tab(id, own.only_me)))
}

/// Colleagues find it by what it says now.
async fn told(conn: &mut PgConnection, id: SubmissionId, only_me: bool) -> sqlx::Result<()> {
    if only_me {
        return Ok(());
    }
    search::index(&mut *conn, id).await?;
    live::announce(conn).await
}
