//! Writing a note.

use axum::{
    Form,
    extract::{Path, State},
    response::Response,
};
use ground::{
    Failure,
    ids::{AccountId, NoteId},
    live, msg,
    viewer::Editor,
    web::{Cx, Problems, see_other},
};

use super::{
    MOST, mention,
    panel::{address_of_note, address_of_tab},
    tell,
};
use crate::{
    desk::{
        address_of, door,
        one_field::{OneField, written},
        parse_id, search,
    },
    store::notes::{self as store, New},
};

/// `POST /desk/submissions/{submission_id}/notes`: 303 to the note. It changes nothing of the contribution, so it asks for no
/// version; the same form twice is one note.
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Failure> {
    let id = parse_id(&id)?;
    let field = |name: &str| {
        let found = pairs.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let submission = door::find_for_update(&mut tx, &editor, id).await?;
    let note_id: NoteId = field("note_id").parse().unwrap_or_else(|_| state.ids.mint(now));
    let only_me = field("for") == "me";
    let picked: Vec<AccountId> = pairs
        .iter()
        .filter(|(key, _)| key == "mention")
        .filter_map(|(_, value)| value.parse().ok())
        .collect();
    let again = |problem| {
        let mut hidden = vec![
            ("note_id", note_id.to_string()),
            ("for", if only_me { "me" } else { "desk" }.to_owned()),
        ];
        hidden.extend(picked.iter().map(|id| ("mention", id.to_string())));
        let page = OneField {
            cx: cx.clone(),
            title: msg!("vet-note-title"),
            lede: Vec::new(),
            action: format!("{}/notes", address_of(id)),
            back: address_of_tab(id, only_me),
            hidden,
            name: "body",
            label: msg!("vet-note-label"),
            hint: None,
            value: String::new(),
            most: MOST,
            submit: msg!("vet-note-add"),
            problems: Problems::default(),
        };
        page.unprocessable(problem, field("body"))
    };
    let body = written(&field("body"), MOST, msg!("vet-note-missing")).map_err(&again)?;
    // What is for oneself calls nobody.
    let mentioned = if only_me {
        Vec::new()
    } else {
        let colleagues = store::list_colleagues(&mut tx, editor.account_id).await?;
        mention::meant(&body, &picked, &colleagues, submission.at_risk).map_err(&again)?
    };
    let new = New {
        note_id,
        submission_id: id,
        by: editor.account_id,
        only_me,
        body: &body,
        mentioned: &mentioned,
        now,
    };
    if store::insert(&mut tx, &new).await? && !only_me {
        tell(&mut tx, note_id).await?;
        search::index(&mut tx, id).await?;
        live::announce(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(see_other(&address_of_note(id, note_id, only_me)))
}
