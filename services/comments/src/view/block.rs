//! The part of a page in which people talk: the form, the comments, and how to read on.

use std::collections::HashSet;

use askama::Template;
use ground::{Failure, web::Cx};
use sqlx::PgConnection;

use super::{
    Order, Place, WriteForm,
    asked::{self, Part},
    load::{Looker, ids_of},
    news,
    shown::{CommentPart, Shown, Words},
};
use crate::{
    person::Person,
    store::view::{Thread, list_tops},
};

/// Comments at the top on one page.
pub(super) const EACH: usize = 20;

#[derive(Template)]
#[template(path = "comments/block.html")]
struct Block<'a> {
    cx: &'a Cx,
    words: Words,
    thread: &'a Thread,
    part: Part,
    /// None: nobody says more.
    write: Option<WriteForm>,
    /// Who looks wrote them, and nobody else sees them here.
    own: Vec<Shown>,
    tops: Vec<Shown>,
    /// Addresses, empty where there is nothing.
    next: String,
    /// The beginning, where this is not it.
    first: String,
    /// This page.
    back: String,
    /// From where on something is new.
    since: String,
    /// Who looks has said nothing here, or anywhere.
    is_stranger: bool,
}

impl Block<'_> {
    fn comment<'b>(&'b self, shown: &'b Shown) -> CommentPart<'b> {
        CommentPart {
            cx: self.cx,
            words: &self.words,
            shown,
            is_open: !self.thread.is_closed,
            back: &self.back,
        }
    }

    /// The first comment of who looks would wait.
    fn holds_first(&self) -> bool {
        self.is_stranger && self.thread.holds_first > 0
    }

    fn count(&self) -> i64 {
        i64::from(self.thread.shown_count)
    }

    /// Seconds between two comments, where this thread has a number of its own; 0: none.
    fn slow(&self) -> i64 {
        i64::from(self.thread.slow_seconds.unwrap_or_default())
    }

    /// The orders: words, address, whether it is this one.
    fn orders(&self) -> Vec<(String, String, bool)> {
        let words = |order| match order {
            Order::Newest => self.cx.t("thread-newest"),
            Order::Oldest => self.cx.t("thread-oldest"),
            Order::Liked => self.cx.t("thread-liked"),
        };
        let address = |order| asked::address(self.thread.thread_id, order, None);
        Order::ALL
            .into_iter()
            .map(|order| (words(order), address(order), order == self.part.order))
            .collect()
    }
}

/// The block of a thread; `here` is the path that it stands on.
pub(super) async fn of(
    conn: &mut PgConnection,
    looker: &Looker<'_>,
    thread: &Thread,
    part: Part,
    here: &str,
) -> Result<String, Failure> {
    let limit = i64::try_from(EACH + 1).unwrap_or(i64::MAX);
    let mut tops = list_tops(conn, thread.thread_id, part.order, part.after, limit).await?;
    let is_more = tops.len() > EACH;
    tops.truncate(EACH);
    let last = tops.last().map(Place::of).filter(|_| is_more);
    let tops = looker.with_answers(conn, thread, tops).await?;
    let mut seen = HashSet::new();
    ids_of(&tops, &mut seen);
    let own = match part.after {
        None => looker.own(conn, thread, &seen).await?,
        Some(_) => Vec::new(),
    };
    let address = |after| asked::address(thread.thread_id, part.order, after);
    let block = Block {
        cx: looker.cx,
        words: Words::of(looker.cx),
        write: write(conn, looker, thread, here).await?,
        own,
        tops,
        next: last.map(|place| address(Some(place))).unwrap_or_default(),
        first: part.after.map(|_| address(None)).unwrap_or_default(),
        back: match part.after {
            None if part.order == Order::default() => here.to_owned(),
            after => address(after),
        },
        since: news::since(thread),
        is_stranger: looker.who.person == Person::Nobody,
        thread,
        part,
    };
    Ok(block.render()?)
}

/// The form, where more may be said.
async fn write(
    conn: &mut PgConnection,
    looker: &Looker<'_>,
    thread: &Thread,
    here: &str,
) -> Result<Option<WriteForm>, Failure> {
    if thread.is_closed {
        return Ok(None);
    }
    let Looker { state, cx, who, .. } = looker;
    let form = WriteForm::of(conn, state, cx, &who.person, thread.thread_id, here).await?;
    Ok(Some(form))
}
