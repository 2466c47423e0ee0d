//! What colleagues tell each other of somebody who sends.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure,
    ids::NoteId,
    msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};
use serde::Deserialize;

use super::handle;
use crate::{
    desk::{
        address_of, door,
        one_field::{OneField, written},
        parse_id,
    },
    store::people::{self, NewNote},
    submission::Submission,
};

/// Characters.
pub(crate) const MOST: usize = 1000;

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct NoteForm {
    #[serde(default)]
    note_id: String,
    #[serde(default)]
    about: String,
}

/// `POST /desk/submissions/{submission_id}/sender/notes`: 303 to the panel; the same form twice is one note.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(form): Form<NoteForm>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let note_id: NoteId = form.note_id.parse().unwrap_or_else(|_| state.ids.mint(now));
    let body = match written(&form.about, MOST, msg!("vet-note-missing")) {
        Ok(body) => body,
        Err(problem) => return Err(page(&cx, &submission, note_id).unprocessable(problem, form.about)),
    };
    let new = NewNote {
        note_id,
        person_id: submission.person_id,
        submission_id: id,
        by: editor.account_id,
        body: &body,
        now,
    };
    people::insert_note(&mut tx, new).await?;
    tx.commit().await?;
    Ok(see_other(&format!("{}#sender", address_of(id))))
}

fn page(cx: &Cx, submission: &Submission, note_id: NoteId) -> OneField {
    let back = address_of(submission.submission_id);
    OneField {
        cx: cx.clone(),
        title: handle(submission.person_id),
        lede: vec![msg!("vet-about-lede")],
        action: format!("{back}/sender/notes"),
        back,
        hidden: vec![("note_id", note_id.to_string())],
        name: "about",
        label: msg!("vet-about-label"),
        hint: Some(msg!("vet-about-hint")),
        value: String::new(),
        most: MOST,
        submit: msg!("vet-about-add"),
        problems: Problems::default(),
    }
}
