//! Whether more was said since: for pages that stay open. One row answers it.

use axum::{
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use ground::{Failure, ids::ThreadId};
use serde::{Deserialize, Serialize};

use super::live;
use crate::store::view::Thread;

#[derive(Debug, Deserialize)]
pub(super) struct NewsQuery {
    #[serde(default)]
    since: String,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct News {
    /// Comments that everybody reads.
    count: i32,
    /// So many of them are new.
    new: i32,
}

/// How things stand: the number of comments, and when the newest was written.
pub(super) fn since(thread: &Thread) -> String {
    let last = thread.last_shown_at.map_or(0, |at| at.timestamp_micros());
    format!("{}.{last}", thread.shown_count)
}

/// How many are new since then. As many may have gone as came: then it is at least one.
fn new(thread: &Thread, since: &str) -> Option<i32> {
    let (count, last) = since.split_once('.')?;
    let (count, last): (i32, i64) = (count.parse().ok()?, last.parse().ok()?);
    let is_later = thread
        .last_shown_at
        .is_some_and(|at| at.timestamp_micros() > last);
    let more = thread.shown_count.saturating_sub(count);
    Some(more.max(i32::from(is_later)))
}

/// `GET /threads/{thread_id}/news.json?since=…`
pub(super) async fn get(
    State(state): State<crate::State>,
    Path(thread_id): Path<String>,
    Query(query): Query<NewsQuery>,
) -> Result<Response, Failure> {
    let thread_id: ThreadId = thread_id.parse().map_err(|_| Failure::NotFound)?;
    let mut conn = state.pool.acquire().await?;
    let thread = live(&mut conn, &state, thread_id).await?;
    drop(conn);
    let news = News {
        count: thread.shown_count,
        new: new(&thread, &query.since).ok_or(Failure::NotFound)?,
    };
    let body = serde_json::to_string(&news).map_err(anyhow::Error::from)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, body).into_response())
}
