//! A thread on pages of its own: every order, page by page, without script.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::ThreadId,
    web::{Cx, Page},
};

use super::{about_thread, asked, block, fresh, live, load::Looker};
use crate::{cookies::Who, store::view::Thread};

#[derive(Template)]
#[template(path = "comments/thread.html")]
struct ThreadPage {
    cx: Cx,
    thread: Thread,
    /// Where the article is, absolute.
    canonical: String,
    block: String,
}

/// `GET /threads/{thread_id}`, with `?order` and `?after`.
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    who: Who,
    Path(thread_id): Path<String>,
    Query(query): Query<asked::Query>,
) -> Result<Response, Failure> {
    let thread_id: ThreadId = thread_id.parse().map_err(|_| Failure::NotFound)?;
    let part = query.part().ok_or(Failure::NotFound)?;
    let mut conn = state.pool.acquire().await?;
    let thread = live(&mut conn, &state, thread_id).await?;
    let looker = Looker {
        state: &state,
        cx: &cx,
        who: &who,
        now: state.clock.now(),
    };
    let block = block::of(&mut conn, &looker, &thread, part, cx.path()).await?;
    drop(conn);
    let page = ThreadPage {
        cx: cx.clone(),
        canonical: canonical(&state, &thread),
        thread: thread.clone(),
        block,
    };
    let answer = fresh(&who, Page::new(&cx, page).into_response());
    Ok(about_thread(answer, &thread))
}

/// The absolute address of a thread's article.
pub(super) fn canonical(state: &crate::State, thread: &Thread) -> String {
    if thread.path.starts_with('/') {
        state.site.link(&thread.path)
    } else {
        thread.path.clone()
    }
}
