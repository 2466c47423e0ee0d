//! `GET` and `POST /comments/{comment_id}/delete`.

use askama::Template;
use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::{CommentId, ThreadId},
    web::{Cx, Page, see_other},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::own;
use crate::{
    comment::State as CommentState,
    cookies::Who,
    event::Kind,
    store::{
        changes::{self, Own},
        events,
    },
};

/// The form, as it comes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DeleteForm {
    /// Where it was said: there it leads also when the comment is gone already.
    thread_id: String,
}

#[derive(Template)]
#[template(path = "comments/delete.html")]
struct DeletePage {
    cx: Cx,
    own: Own,
}

/// `GET /comments/{comment_id}/delete`: asks once more.
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    who: Who,
    Path(comment_id): Path<CommentId>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let own = own(&mut conn, &state, &who, comment_id).await?;
    let page = DeletePage { cx: cx.clone(), own };
    Ok(Page::new(&cx, page).into_response())
}

/// `POST /comments/{comment_id}/delete`: 303 to the thread. Also the second time.
pub(super) async fn post(
    State(state): State<crate::State>,
    who: Who,
    Path(comment_id): Path<CommentId>,
    Form(form): Form<DeleteForm>,
) -> Result<Response, Failure> {
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    if !is_gone_or_own(&mut tx, &who, comment_id, now).await? {
        return Err(Failure::NotFound);
    }
    changes::lock_whole(&mut tx, comment_id).await?;
    let found = changes::find_own(&mut tx, comment_id, now).await?;
    let found = found.filter(|own| own.state != CommentState::Deleted);
    let Some(own) = found else {
        // It is gone; to whom it never belonged, that says nothing that its thread does not.
        let thread_id: ThreadId = form.thread_id.parse().map_err(|_| Failure::NotFound)?;
        let path = changes::find_path(&mut tx, thread_id, now).await?;
        return Ok(see_other(&to_thread(&path.ok_or(Failure::NotFound)?)));
    };
    if changes::take_back(&mut tx, comment_id, now).await? {
        let deleted = (Kind::Deleted, "");
        events::insert_event(&mut tx, &state.ids, now, comment_id, None, deleted).await?;
    }
    tx.commit().await?;
    Ok(see_other(&to_thread(&own.path)))
}

/// Whether it is theirs to delete, or nobody's any more.
async fn is_gone_or_own(
    conn: &mut PgConnection,
    who: &Who,
    comment_id: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let found = changes::find_own(conn, comment_id, now).await?;
    let found = found.filter(|own| own.state != CommentState::Deleted);
    Ok(found.is_none_or(|own| who.owns(own.account_id, own.device.as_deref())))
}

fn to_thread(path: &str) -> String {
    format!("{path}#comments")
}
