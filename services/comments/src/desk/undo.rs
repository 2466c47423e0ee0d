//! Undoing what one did just now. Later, one decides anew.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::TimeDelta;
use ground::{
    Failure,
    ids::BatchId,
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{Asking, address_of, deed::Deed, next_of};
use crate::{
    event::Kind,
    store::{
        acts::{self, Act},
        events,
        presses::{self as store, Batch, Item, Subject},
    },
};

/// That something was undone is said for so long.
const SAID_FOR: TimeDelta = TimeDelta::seconds(10);

/// What can be undone just now, on every page of the desk that one is led to after deciding.
#[derive(Template)]
#[template(path = "comments/desk/undo_bar.html")]
pub(super) struct Bar {
    cx: Cx,
    /// The page that shows it: where undoing leads back to.
    here: String,
    shown: Option<Shown>,
}

enum Shown {
    Undoable {
        batch_id: BatchId,
        done: Message,
        /// Milliseconds.
        left: i64,
        /// The comment, where it is one, and not that of the page.
        address: Option<String>,
    },
    Undone(Message),
}

impl Bar {
    /// The last press of this editor, while it can be undone; that it was, for a while.
    pub(super) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        here: String,
    ) -> sqlx::Result<Self> {
        let (by, now) = (asking.editor.account_id, asking.state.clock.now());
        let undoable = store::find_undoable(&mut *conn, by, now).await?;
        let shown = match undoable {
            Some(undoable) => Deed::from_code(&undoable.deed).map(|deed| Shown::Undoable {
                batch_id: undoable.batch_id,
                done: deed.done(undoable.count),
                left: (undoable.settles_at - now).num_milliseconds(),
                address: undoable
                    .only
                    .map(address_of)
                    .filter(|address| !here.starts_with(address)),
            }),
            None => store::count_undone(conn, by, now - SAID_FOR)
                .await?
                .map(|count| Shown::Undone(msg!("decide-undone").n("count", count))),
        };
        Ok(Self {
            cx: asking.cx.clone(),
            here,
            shown,
        })
    }
}

/// As it comes.
#[derive(Debug, Deserialize)]
pub(crate) struct UndoForm {
    /// Where to go afterwards.
    #[serde(default)]
    next: String,
}

/// A comment that was not put back.
struct Left {
    name: String,
    opening: String,
    address: String,
}

/// What could not be undone.
#[derive(Template)]
#[template(path = "comments/desk/undo.html")]
struct UndoPage {
    cx: Cx,
    /// Its time is over.
    too_late: bool,
    /// So many were put back.
    undone: i64,
    left: Vec<Left>,
    next: String,
}

/// `POST /desk/comments/undo/{batch_id}`
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(batch_id): Path<String>,
    Form(form): Form<UndoForm>,
) -> Result<Response, Failure> {
    let batch_id: BatchId = batch_id.parse().map_err(|_| Failure::NotFound)?;
    let next = next_of(&form.next);
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    let Some(batch) = store::find_batch_for_update(&mut tx, batch_id).await? else {
        // It has settled, and is forgotten.
        return Err(too_late(&cx, Vec::new(), next));
    };
    if batch.account_id != editor.account_id {
        return Err(Failure::Conflict(msg!("decide-undo-not-yours")));
    }
    // Pressed twice: the second press is answered like the first.
    if batch.undone_at.is_some() {
        return Ok(see_other(&next));
    }
    let items = store::list_items(&mut tx, batch_id).await?;
    let ids: Vec<_> = items.iter().map(|item| item.comment_id).collect();
    let subjects = store::lock_subjects(&mut tx, &ids).await?;
    if batch.settles_at <= now {
        return Err(too_late(&cx, subjects, next));
    }
    let (undone, kept) = put_back(&mut tx, &asking, (batch_id, &batch), &items, subjects).await?;
    tx.commit().await?;
    tracing::info!(batch.id = %batch_id, comments.count = undone, "what was decided on comments was undone");
    if kept.is_empty() {
        return Ok(see_other(&next));
    }
    Err(conflict(UndoPage {
        cx: cx.clone(),
        too_late: false,
        undone,
        left: named(kept),
        next,
    }))
}

/// Puts back what is still as the press left it. Gives how many these were, and the others.
async fn put_back(
    conn: &mut PgConnection,
    asking: &Asking<'_>,
    (batch_id, batch): (BatchId, &Batch),
    items: &[Item],
    subjects: Vec<Subject>,
) -> sqlx::Result<(i64, Vec<Subject>)> {
    let (ids, now, by) = (
        &asking.state.ids,
        asking.state.clock.now(),
        asking.editor.account_id,
    );
    let (mut undone, mut kept) = (0_i64, Vec::new());
    for subject in subjects {
        let id = subject.comment_id;
        let item = items.iter().find(|item| item.comment_id == id);
        let Some(item) = item.filter(|item| item.version_after == subject.version) else {
            kept.push(subject);
            continue;
        };
        store::restore(&mut *conn, batch_id, batch.made_at, item).await?;
        events::insert_event(
            &mut *conn,
            ids,
            now,
            id,
            Some(by),
            (Kind::Undone, batch.deed.as_str()),
        )
        .await?;
        undone += 1;
    }
    store::set_undone(&mut *conn, batch_id, now).await?;
    if matches!(Deed::from_code(&batch.deed), Some(Deed::Remove | Deed::Spam)) {
        let detail = serde_json::json!({ "deed": batch.deed, "batch_id": batch_id });
        acts::insert(conn, ids, now, Act::Undone, by, detail).await?;
    }
    Ok((undone, kept))
}

fn too_late(cx: &Cx, subjects: Vec<Subject>, next: String) -> Failure {
    conflict(UndoPage {
        cx: cx.clone(),
        too_late: true,
        undone: 0,
        left: named(subjects),
        next,
    })
}

fn named(subjects: Vec<Subject>) -> Vec<Left> {
    let named = |subject: Subject| Left {
        address: address_of(subject.comment_id),
        name: subject.name,
        opening: subject.opening,
    };
    subjects.into_iter().map(named).collect()
}

fn conflict(page: UndoPage) -> Failure {
    let cx = page.cx.clone();
    let answer = Page::new(&cx, page).with_status(StatusCode::CONFLICT);
    Failure::Page(Box::new(answer.into_response()))
}
