//! One comment by its address: what it answers, it, what answers it, and the form to answer it.

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::CommentId,
    msg,
    web::{Cx, Page},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{
    Place, WriteForm, about_thread, fresh, live,
    load::Looker,
    page::canonical,
    said,
    shown::{CommentPart, Look, Shown, Words, nest},
};
use crate::{
    comment::State as CommentState,
    cookies::Who,
    desk::reason_words,
    store::view::{self, Thread},
};

/// Answers on one page.
const EACH: usize = 100;

/// `?after=…&quote=1`
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    after: Option<String>,
    quote: Option<String>,
}

#[derive(Template)]
#[template(path = "comments/permalink.html")]
struct CommentPage {
    cx: Cx,
    words: Words,
    thread: Thread,
    canonical: String,
    /// Below the comment, what answers it.
    comment: Shown,
    above: Vec<Shown>,
    /// Why the newsroom removed it, for its author.
    reason: Option<String>,
    write: Option<WriteForm>,
    /// More answers; empty: there are none.
    next: String,
}

impl CommentPage {
    fn part<'a>(&'a self, shown: &'a Shown) -> CommentPart<'a> {
        CommentPart {
            cx: &self.cx,
            words: &self.words,
            shown,
            is_open: !self.thread.is_closed,
            back: self.cx.path(),
        }
    }

    /// Where the comment stands among the others.
    fn back(&self) -> String {
        if self.thread.path.starts_with('/') {
            format!("{}#comments", self.thread.path)
        } else {
            format!("/threads/{}", self.thread.thread_id)
        }
    }
}

/// `GET /comments/{comment_id}`, with `?after` and `?quote`.
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    who: Who,
    Path(comment_id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let comment_id: CommentId = comment_id.parse().map_err(|_| Failure::NotFound)?;
    let after = match asked.after.as_deref() {
        None => None,
        Some(text) => Some(Place::parse(text).ok_or(Failure::NotFound)?),
    };
    let mut conn = state.pool.acquire().await?;
    let found = view::find(&mut conn, comment_id)
        .await?
        .ok_or(Failure::NotFound)?;
    let thread = live(&mut conn, &state, found.thread_id).await?;
    let looker = Looker {
        state: &state,
        cx: &cx,
        who: &who,
        now: state.clock.now(),
    };
    let shown = looker.show(&mut conn, &thread, vec![found]).await?;
    let mut comment = shown.into_iter().next().ok_or(Failure::NotFound)?;
    may_be_seen(&comment)?;
    let next = answers(&mut conn, &looker, &thread, &mut comment, after).await?;
    let above = view::list_above(&mut conn, comment_id).await?;
    let above = looker.show(&mut conn, &thread, above).await?;
    let reason = if comment.is_own && comment.look == Look::Removed {
        let stored = view::find_reason(&mut conn, comment_id, looker.now).await?;
        stored.map(|stored| reason_words(&stored, cx.lang()))
    } else {
        None
    };
    let write = write(&mut conn, &looker, &thread, &comment, asked.quote.is_some()).await?;
    drop(conn);
    let page = CommentPage {
        cx: cx.clone(),
        words: Words::of(&cx),
        canonical: canonical(&state, &thread),
        thread: thread.clone(),
        comment,
        above,
        reason,
        write,
        next,
    };
    let answer = fresh(&who, Page::new(&cx, page).into_response());
    Ok(about_thread(answer, &thread))
}

/// What waits is seen by its author alone; what is gone, by its author and where others answered it.
fn may_be_seen(shown: &Shown) -> Result<(), Failure> {
    if shown.look.is_said() || shown.comment.reply_count > 0 || (shown.is_own && shown.look == Look::Removed)
    {
        return Ok(());
    }
    match shown.comment.state {
        CommentState::Removed | CommentState::Deleted => Err(Failure::Gone(msg!("thread-comment-gone"))),
        _ => Err(Failure::NotFound),
    }
}

/// Puts answers below a comment, and says where more of them are.
async fn answers(
    conn: &mut PgConnection,
    looker: &Looker<'_>,
    thread: &Thread,
    comment: &mut Shown,
    after: Option<Place>,
) -> Result<String, Failure> {
    let id = comment.comment.comment_id;
    let one_more = i64::try_from(EACH + 1).unwrap_or(i64::MAX);
    let is_top = comment.comment.depth == 0;
    let mut answers = if is_top {
        view::list_branch(conn, id, after, one_more).await?
    } else {
        view::list_below(conn, id, one_more).await?
    };
    let is_more = answers.len() > EACH;
    answers.truncate(EACH);
    let last = answers.last().map(Place::of).filter(|_| is_more);
    let answers = looker.show(conn, thread, answers).await?;
    nest(comment, answers);
    Ok(match last {
        Some(place) if is_top => format!("/comments/{id}?after={}#answers", place.code()),
        // Below an answer they stand level by level; in the order of time all are below the top.
        Some(_) => format!("/comments/{}#answers", comment.comment.top_id),
        None => String::new(),
    })
}

/// The form to answer it, where that may be.
async fn write(
    conn: &mut PgConnection,
    looker: &Looker<'_>,
    thread: &Thread,
    comment: &Shown,
    quotes: bool,
) -> Result<Option<WriteForm>, Failure> {
    if thread.is_closed || comment.look != Look::Said {
        return Ok(None);
    }
    let Looker { state, cx, who, .. } = looker;
    let form = WriteForm::of(conn, state, cx, &who.person, thread.thread_id, cx.path()).await?;
    Ok(Some(WriteForm {
        parent_id: Some(comment.comment.comment_id),
        answers: Some(comment.comment.name.clone()),
        body: if quotes {
            said::quoted(&comment.comment.body)
        } else {
            String::new()
        },
        ..form
    }))
}
