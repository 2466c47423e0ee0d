//! Where somebody is meant.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::NoteId,
    viewer::Editor,
    web::{Cx, Page, see_other},
};
use serde::Deserialize;

use super::panel::address_of_note;
use crate::{
    desk::door,
    store::notes::{self as store, Mention},
};

/// Where they are.
const MENTIONS: &str = "/desk/mentions";
/// So many are shown: what was not looked at, and the latest of the rest.
const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "review/desk/mentions.html")]
struct MentionsPage {
    cx: Cx,
    mentions: Vec<Mention>,
    /// They wish a mail, too.
    mail: bool,
}

impl MentionsPage {
    fn any_unseen(&self) -> bool {
        self.mentions.iter().any(|mention| !mention.seen)
    }
}

/// `GET /desk/mentions`
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let (me, sees) = (editor.account_id, editor.sees_at_risk);
    let mentions = store::list_mentions(&mut conn, me, sees, SHOWN).await?;
    let mail = store::wishes_mail(&mut conn, me).await?;
    drop(conn);
    let page = MentionsPage {
        cx: cx.clone(),
        mentions,
        mail,
    };
    Ok(Page::new(&cx, page).into_response())
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct MentionsForm {
    /// `mail`, of the form that says whether one is wished; else all are seen.
    #[serde(default)]
    about: String,
    #[serde(default)]
    mail: String,
}

/// `POST /desk/mentions`: all of them are seen, but for what may not be seen at the moment; or a mail is wished, or not.
pub(crate) async fn post(
    editor: Editor,
    State(state): State<crate::State>,
    Form(form): Form<MentionsForm>,
) -> Result<Response, Failure> {
    let (me, now) = (editor.account_id, state.clock.now());
    let mut tx = ground::db::begin(&state.pool).await?;
    if form.about == "mail" {
        store::set_wishes_mail(&mut tx, me, !form.mail.is_empty()).await?;
    } else {
        store::set_all_seen(&mut tx, me, editor.sees_at_risk, now).await?;
    }
    tx.commit().await?;
    Ok(see_other(MENTIONS))
}

/// `POST /desk/mentions/{note_id}`: this one is seen; 303 to the note.
pub(crate) async fn open(
    editor: Editor,
    State(state): State<crate::State>,
    Path(note_id): Path<String>,
) -> Result<Response, Failure> {
    let note_id: NoteId = note_id.parse().map_err(|_| Failure::NotFound)?;
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let id = store::find_mention(&mut tx, editor.account_id, note_id).await?;
    let submission = door::find(&mut tx, &editor, id.ok_or(Failure::NotFound)?).await?;
    store::set_seen(&mut tx, editor.account_id, note_id, now).await?;
    tx.commit().await?;
    // Nobody is meant in what is for oneself.
    Ok(see_other(&address_of_note(
        submission.submission_id,
        note_id,
        false,
    )))
}
