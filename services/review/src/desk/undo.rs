//! Undoing what one did just now. Later, what was decided is reopened, which is a decision of its own.

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
    jobs::{self, RetractStory},
    lang::Message,
    live, msg,
    viewer::Editor,
    web::{Cx, Page, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{
    actions::Facts,
    address_of, claims,
    door::{self, Asking},
    search,
};
use crate::{
    deed::Deed,
    store::decisions::{self as store, Item},
    submission::{Decision, State as SubmissionState, Submission},
};

/// That something was undone is said for so long.
const SAID_FOR: TimeDelta = TimeDelta::seconds(10);

/// What can be undone just now, on every page of the desk that one is led to after deciding.
#[derive(Template)]
#[template(path = "review/desk/undo_bar.html")]
pub(crate) struct Bar {
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
        /// The contribution, where it is one, and not that of the page.
        address: Option<String>,
    },
    Undone(Message),
}

impl Bar {
    /// The last press of this editor, while it can be undone; that it was, for a while.
    pub(crate) async fn load(
        conn: &mut PgConnection,
        asking: &Asking<'_>,
        here: String,
    ) -> sqlx::Result<Self> {
        let (by, now) = (asking.editor.account_id, asking.state.clock.now());
        let undoable = store::find_undoable(&mut *conn, by, now).await?;
        let shown = match undoable {
            Some(undoable) => Deed::from_code(&undoable.deed).map(|deed| Shown::Undoable {
                batch_id: undoable.batch_id,
                done: if deed == Deed::Accept && undoable.first_yes {
                    msg!("decide-done-first-yes")
                } else {
                    deed.done(undoable.count)
                },
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

/// A contribution that was not put back.
struct Left {
    title: String,
    address: String,
    why: Message,
    /// What a form that reopens it has to know; none where it cannot be reopened.
    version: Option<i32>,
}

/// What could not be undone, and the other way.
#[derive(Template)]
#[template(path = "review/desk/undo.html")]
struct UndoPage {
    cx: Cx,
    /// Its time is over.
    too_late: bool,
    /// So many were put back.
    undone: i64,
    left: Vec<Left>,
    next: String,
}

impl UndoPage {
    /// Those that can be reopened, where they are several.
    fn reopened_together(&self) -> Vec<&str> {
        let open = self.left.iter().filter(|left| left.version.is_some());
        let ids = open.filter_map(|left| left.address.rsplit('/').next());
        let ids: Vec<_> = ids.collect();
        if ids.len() > 1 { ids } else { Vec::new() }
    }
}

/// `POST /desk/undo/{batch_id}`
pub(crate) async fn post(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Path(batch_id): Path<String>,
    Form(form): Form<UndoForm>,
) -> Result<Response, Failure> {
    let batch_id: BatchId = batch_id.parse().map_err(|_| Failure::NotFound)?;
    let next = next_of(&form.next);
    let mut tx = ground::db::begin(&state.pool).await?;
    let batch = store::find_batch_for_update(&mut tx, batch_id)
        .await?
        .ok_or(Failure::NotFound)?;
    if batch.account_id != editor.account_id {
        return Err(Failure::Conflict(msg!("decide-undo-not-yours")));
    }
    let deed = Deed::from_code(&batch.deed).ok_or(Failure::NotFound)?;
    let items = store::list_items(&mut tx, batch_id).await?;
    let ids: Vec<_> = items
        .iter()
        .filter(|item| item.undone_at.is_none())
        .map(|item| item.submission_id)
        .collect();
    // Pressed twice: the second press is answered like the first.
    if ids.is_empty() {
        return Ok(see_other(&next));
    }
    let now = state.clock.now();
    let submissions = store::lock_submissions(&mut tx, &ids).await?;
    let seen = submissions
        .iter()
        .filter(|submission| door::sees(&editor, submission));
    if batch.settled_at.is_some() || batch.settles_at <= now {
        let left = seen
            .map(|submission| left(submission, &editor, msg!("decide-undo-settled")))
            .collect();
        let page = UndoPage {
            cx: cx.clone(),
            too_late: true,
            undone: 0,
            left,
            next,
        };
        return Ok(conflict(&cx, page));
    }
    let press = state.press(&editor);
    let (mut undone, mut kept) = (0_i64, Vec::new());
    for submission in seen {
        let id = submission.submission_id;
        let item = items.iter().find(|item| item.submission_id == id);
        if !item.is_some_and(|item| stands(item, deed, submission)) {
            kept.push(left(submission, &editor, msg!("decide-undo-changed")));
            continue;
        }
        press.restore(&mut tx, (batch_id, deed), id).await?;
        undone += 1;
        if deed == Deed::Publish {
            jobs::enqueue(&mut tx, &RetractStory { submission_id: id }).await?;
        } else if deed.is_label() {
            search::index(&mut tx, id).await?;
        }
        // Whoever undoes goes on with it; that a colleague took it meanwhile does not keep a mistake alive.
        if let Err(error @ claims::TakeError::Sql(_)) = claims::take(&mut tx, &state.clock, &editor, id).await
        {
            return Err(error.into());
        }
    }
    live::announce(&mut tx).await?;
    tx.commit().await?;
    tracing::info!(batch.id = %batch_id, submissions.count = undone, "what was decided was undone");
    if kept.is_empty() {
        return Ok(see_other(&next));
    }
    let page = UndoPage {
        cx: cx.clone(),
        too_late: false,
        undone,
        left: kept,
        next,
    };
    Ok(conflict(&cx, page))
}

/// Whether a contribution is still as this press left it.
fn stands(item: &Item, deed: Deed, submission: &Submission) -> bool {
    let same = item.last && submission.state == item.state_after;
    // What it is sorted by is put back as a whole: whoever changed a word of it since would lose theirs.
    same && (!deed.is_label() || submission.version == item.version_after)
}

fn left(submission: &Submission, editor: &Editor, why: Message) -> Left {
    let facts = Facts {
        submission,
        by: editor.account_id,
        two_people: false,
        held: None,
    };
    let title = submission.title.trim();
    Left {
        title: title.to_owned(),
        address: address_of(submission.submission_id),
        why,
        version: facts
            .judge(&Decision::Reopen)
            .is_ok()
            .then_some(submission.version)
            .filter(|_| submission.state != SubmissionState::Received),
    }
}

fn conflict(cx: &Cx, page: UndoPage) -> Response {
    Page::new(cx, page)
        .with_status(StatusCode::CONFLICT)
        .into_response()
}

/// A page of the desk to go to: nowhere else is anybody led.
pub(super) fn next_of(typed: &str) -> String {
    let desk = typed == "/desk" || typed.starts_with("/desk?") || typed.starts_with("/desk/");
    if desk && typed.len() <= 2000 && typed.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') {
        typed.to_owned()
    } else {
        "/desk".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_out_of_the_desk() {
        for inside in ["/desk", "/desk?queue=new&tag=a%20b", "/desk/submissions/1"] {
            assert_eq!(next_of(inside), inside);
        }
        for outside in [
            "",
            "//evil.example",
            "https://evil.example/desk",
            "/desktop",
            "/desk?a=\r\nb",
            "/desk/\\x",
        ] {
            assert_eq!(next_of(outside), "/desk", "{outside}");
        }
    }
}
