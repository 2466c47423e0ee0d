//! `GET /me/comments`: what somebody with an account said, the newest first, what became of it, and the way to take it back.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::CommentId,
    lang::Message,
    msg,
    viewer::Viewer,
    web::{Cx, Page, see_other},
};
use serde::Deserialize;

use crate::{
    comment::State as CommentState,
    desk::reason_words,
    says::opening,
    store::mine::{self as store, Row},
};

/// Where it is.
const LIST: &str = "/me/comments";
/// Comments on one page.
const EACH: usize = 30;
/// So much of each is shown, in letters as people see them.
const OPENING: usize = 400;

/// The page of one's own comments.
pub(crate) fn router() -> Router<crate::State> {
    Router::new().route(LIST, get(list))
}

/// `?before=…`
#[derive(Debug, Default, Deserialize)]
struct Asked {
    before: Option<String>,
}

/// A comment in the list.
struct Item {
    row: Row,
    opening: String,
    words: Message,
    /// By which the badge is coloured.
    look: &'static str,
    reason: Option<String>,
}

#[derive(Template)]
#[template(path = "comments/mine.html")]
struct MinePage {
    cx: Cx,
    items: Vec<Item>,
    older: String,
    is_first: bool,
}

/// `GET /me/comments`
async fn list(
    State(state): State<crate::State>,
    cx: Cx,
    viewer: Viewer,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let Some(person) = viewer.0 else {
        return Ok(see_other(&format!("/signin?next={LIST}")));
    };
    let before = match asked.before.as_deref() {
        None | Some("") => None,
        Some(text) => Some(parse(text).ok_or(Failure::NotFound)?),
    };
    let limit = i64::try_from(EACH + 1).unwrap_or(i64::MAX);
    let mut conn = state.pool.acquire().await?;
    let mut rows = store::list_older(&mut conn, person.account_id, before, limit, state.clock.now()).await?;
    drop(conn);
    let is_more = rows.len() > EACH;
    rows.truncate(EACH);
    let last = rows.last().filter(|_| is_more);
    let page = MinePage {
        older: last.map_or_else(String::new, |row| {
            let micros = row.written_at.timestamp_micros();
            format!("{LIST}?before={micros}.{}", row.comment_id)
        }),
        items: rows.into_iter().map(|row| item(&cx, row)).collect(),
        is_first: before.is_none(),
        cx: cx.clone(),
    };
    let mut answer = Page::new(&cx, page).into_response();
    let never = HeaderValue::from_static("no-store");
    answer.headers_mut().insert(header::CACHE_CONTROL, never);
    Ok(answer)
}

fn parse(text: &str) -> Option<(DateTime<Utc>, CommentId)> {
    let (micros, id) = text.split_once('.')?;
    let at = DateTime::from_timestamp_micros(micros.parse().ok()?)?;
    Some((at, id.parse().ok()?))
}

fn item(cx: &Cx, row: Row) -> Item {
    let (words, look) = match row.state {
        CommentState::Shown => (msg!("says-mine-shown"), "published"),
        // Whom the machine took for a nuisance may be none: nobody is called so.
        CommentState::Held | CommentState::Spam => (msg!("says-mine-waits"), "received"),
        CommentState::Removed => (msg!("says-mine-removed"), "declined"),
        CommentState::Deleted => (msg!("says-mine-deleted"), "withdrawn"),
    };
    Item {
        opening: opening(&row.body, OPENING),
        reason: row
            .reason
            .as_deref()
            .map(|stored| reason_words(stored, cx.lang())),
        words,
        look,
        row,
    }
}
