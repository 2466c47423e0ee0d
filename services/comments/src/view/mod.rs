//! A thread as it is read: under its article, on pages of its own, and one comment by its address.

mod articles;
mod asked;
mod block;
mod form;
mod load;
mod news;
mod page;
mod permalink;
mod said;
mod shown;
#[cfg(test)]
mod tests;

use axum::{
    Router,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
    routing::get,
};
use ground::{
    Failure,
    ids::{StoryId, ThreadId},
    kept::{Topic, about, until},
    msg,
    web::Cx,
};
use sqlx::PgConnection;

pub use asked::Order;
pub(crate) use asked::Place;
pub(crate) use form::WriteForm;

use crate::{
    cookies::Who,
    person::Person,
    store::view::{Thread, find_thread},
};
use asked::Part;

/// The pages of this area.
pub(crate) fn router() -> Router<crate::State> {
    Router::new()
        .route("/articles", get(articles::get).post(articles::post))
        .route("/comments/{comment_id}", get(permalink::get))
        .route("/threads/{thread_id}", get(page::get))
        .route("/threads/{thread_id}/news.json", get(news::get))
}

/// Whose thread is meant.
#[derive(Clone, Copy, Debug)]
pub enum Under {
    /// This one.
    Thread(ThreadId),
    /// The one under this story.
    Story(StoryId),
}

/// What readers say under an article, as HTML for its page; none where there is no thread (any more). It begins with an
/// element whose id is `comments`. `headers` are the request's: they tell what a guest's device said before. What is not
/// [`is_personal`] may be shown to anybody.
///
/// # Errors
/// The database's, the template's.
pub async fn thread_block(
    state: &crate::State,
    conn: &mut PgConnection,
    cx: &Cx,
    headers: &HeaderMap,
    under: Under,
    order: Order,
) -> Result<Option<String>, Failure> {
    let now = state.clock.now();
    let (thread_id, story_id) = match under {
        Under::Thread(thread_id) => (Some(thread_id), None),
        Under::Story(story_id) => (None, Some(story_id)),
    };
    let Some(thread) = find_thread(conn, thread_id, story_id, now)
        .await?
        .filter(|thread| thread.is_live)
    else {
        return Ok(None);
    };
    let part = Part { order, after: None };
    let looker = load::Looker {
        state,
        cx,
        who: &Who::of(state, cx.viewer(), headers),
        now,
    };
    // Who signs in comes back to a page of ours.
    let here = if thread.path.starts_with('/') {
        thread.path.clone()
    } else {
        format!("/threads/{}", thread.thread_id)
    };
    Ok(Some(block::of(conn, &looker, &thread, part, &here).await?))
}

/// Whether what is shown of comments is for who asks alone: they are signed in, or their device has said something.
pub fn is_personal(state: &crate::State, cx: &Cx, headers: &HeaderMap) -> bool {
    Who::of(state, cx.viewer(), headers).person != Person::Nobody
}

/// What is personal is kept nowhere; what is not, a browser asks for again each time, since any of it may be taken away.
fn fresh(who: &Who, mut response: Response) -> Response {
    let kept = match who.person {
        Person::Nobody => "private, no-cache",
        _ => "no-store",
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    response
}

/// A page about a thread, for as long as what it says of it holds.
fn about_thread(answer: Response, thread: &Thread) -> Response {
    // The story is named, too: a withdrawal takes its thread away before it ends it.
    let topics = [Topic::Thread(thread.thread_id)]
        .into_iter()
        .chain(thread.story_id.map(Topic::Story));
    let ends = thread.closes_at.filter(|_| !thread.is_closed);
    until(about(answer, topics), ends)
}

/// A thread that everybody reads.
///
/// # Errors
/// 404: there is none, or not yet. 410: there was.
async fn live(conn: &mut PgConnection, state: &crate::State, thread_id: ThreadId) -> Result<Thread, Failure> {
    let thread = find_thread(conn, Some(thread_id), None, state.clock.now()).await?;
    let thread = thread.ok_or(Failure::NotFound)?;
    if thread.is_live {
        Ok(thread)
    } else if thread.has_begun {
        Err(Failure::Gone(msg!("thread-gone")))
    } else {
        Err(Failure::NotFound)
    }
}
