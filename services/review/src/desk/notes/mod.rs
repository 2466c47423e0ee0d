//! On a contribution's page: what the desk says to itself, and what somebody keeps for themselves; and who is meant by it.

mod edit;
mod mention;
mod mentions;
mod panel;
mod write;

use axum::{Router, routing::any};
use chrono::TimeDelta;
use ground::{
    ids::NoteId,
    jobs::{self, TellMentioned},
    viewer::Editor,
};
use sqlx::PgConnection;

pub(crate) use panel::Panel;

use super::nothing;
use crate::store::notes as store;

/// Characters of a note.
const MOST: usize = 4000;
/// So long its author may write it anew.
const EDITABLE: TimeDelta = TimeDelta::minutes(5);

/// The doors of the panel, and the page of who is meant.
pub(crate) fn routes() -> Router<crate::State> {
    Router::new()
        .route(
            "/desk/submissions/{submission_id}/notes",
            any(nothing).post(write::post),
        )
        .route(
            "/desk/submissions/{submission_id}/notes/{note_id}",
            any(nothing).get(edit::get).post(edit::post),
        )
        .route(
            "/desk/submissions/{submission_id}/notes/{note_id}/delete",
            any(nothing).post(edit::delete),
        )
        .route(
            "/desk/mentions",
            any(nothing).get(mentions::get).post(mentions::post),
        )
        .route("/desk/mentions/{note_id}", any(nothing).post(mentions::open))
}

/// Tells those who are meant in a note, and wish so, by mail; once for each note.
async fn tell(conn: &mut PgConnection, note_id: NoteId) -> sqlx::Result<()> {
    for account_id in store::list_wishing(&mut *conn, note_id).await? {
        jobs::enqueue(&mut *conn, &TellMentioned { account_id, note_id }).await?;
    }
    Ok(())
}

/// How often somebody is meant and has not looked: for the desk's head.
pub(crate) async fn unseen(conn: &mut PgConnection, editor: &Editor) -> sqlx::Result<i64> {
    store::count_unseen(conn, editor.account_id, editor.sees_at_risk).await
}
