//! A list of comments: thirty at a time.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    fold::fold,
    lang::{Lang, Message},
    msg,
    viewer::Editor,
    web::{Cx, Page},
};
use sqlx::PgConnection;

use super::{
    ADDRESS, Asking,
    asked::{Asked, Place, WORDS_MAX},
    claims,
    deed::Deed,
    item::{Item, state_code, state_words},
    keys,
    live::Line,
    queue::Queue,
    undo,
};
use crate::store::{
    desk_list::{self as store, Appeal, Counts, Filter, Row},
    desk_threads::{self, Set, Thread},
};

/// Comments on one page.
const PER_PAGE: usize = 30;
/// Where words are looked for, so many comments are read at once, and so many at most for one page.
const AT_ONCE: i64 = 300;
const REACH: usize = 3000;
/// Appeals on one page; there are few.
const APPEALS: i64 = 100;

/// A list as it is offered.
struct Tab {
    code: &'static str,
    words: Message,
    address: String,
    /// In the digits of the page; nothing where it is not counted.
    count: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "comments/desk/list.html")]
struct ListPage {
    cx: Cx,
    queue: Queue,
    tabs: Vec<Tab>,
    asked: Asked,
    /// Of which thread.
    thread: Option<Thread>,
    items: Vec<Item>,
    appeals: Vec<Appeal>,
    /// The address of this very page.
    here: String,
    start: String,
    after: String,
    /// Nothing was found so far back; there is more behind it.
    looked_back_to: Option<DateTime<Utc>>,
    live: Line,
    keys: keys::Sheet,
    undo: undo::Bar,
}

/// `GET /desk/comments`
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let asked = Asked::parse(&query.unwrap_or_default())?;
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let page = load(&asking, asked).await?;
    Ok(Page::new(&cx, page).into_response())
}

async fn load(asking: &Asking<'_>, asked: Asked) -> Result<ListPage, Failure> {
    let Asking { state, cx, editor } = *asking;
    let (now, queue) = (state.clock.now(), asked.queue());
    let mut tx = ground::db::begin(&state.pool).await?;
    store::plan_anew(&mut tx).await?;
    let counts = store::count(&mut tx).await?;
    let thread = match asked.thread {
        Some(id) => Some(desk_threads::find(&mut tx, id).await?.ok_or(Failure::NotFound)?),
        None => None,
    };
    let part = Part::load(&mut tx, &asked).await?;
    let appeals = match queue {
        Queue::Appeals => store::list_appeals(&mut tx, APPEALS).await?,
        _ => Vec::new(),
    };
    let here = asked.address_at(asked.after);
    let ids: Vec<_> = part.rows.iter().map(|row| row.comment_id).collect();
    let claims = claims::list(&mut tx, now, &ids).await?;
    let keys = keys::Sheet::load(&mut tx, cx, editor.account_id).await?;
    let undo = undo::Bar::load(&mut tx, asking, here.clone()).await?;
    // The page is written without holding a connection that others wait for.
    drop(tx);
    let item = |row| Item::of(row, &here, &claims, editor.account_id, now);
    Ok(ListPage {
        cx: cx.clone(),
        queue,
        tabs: tabs(cx, queue, &counts),
        thread,
        items: part.rows.into_iter().map(item).collect(),
        appeals,
        start: asked.address(),
        after: part
            .next
            .map(|next| asked.address_at(Some(next)))
            .unwrap_or_default(),
        looked_back_to: part.next.filter(|_| part.is_cut).map(|next| next.written_at),
        here,
        live: Line::of_list(cx, editor.account_id, &asked, now),
        asked,
        keys,
        undo,
    })
}

fn tabs(cx: &Cx, current: Queue, counts: &Counts) -> Vec<Tab> {
    let tab = |queue: Queue| {
        let count = counts.told(queue).unwrap_or_default();
        Tab {
            code: queue.code(),
            words: queue.words(),
            address: format!("{ADDRESS}?queue={}", queue.code()),
            count: cx.lang().digits(&count),
            current: queue == current,
        }
    };
    Queue::ALL.into_iter().map(tab).collect()
}

/// What narrows a list; nothing, where nothing can be found.
pub(super) async fn filter_of(conn: &mut PgConnection, asked: &Asked) -> Result<Option<Filter>, Failure> {
    let mut filter = Filter {
        thread: asked.thread,
        language: asked.language.map(Lang::code),
        ..Filter::default()
    };
    if let Some(of) = asked.person {
        let person = store::find_person(conn, of).await?.ok_or(Failure::NotFound)?;
        // Who is forgotten has written nothing else that is known.
        if person == (None, None) {
            return Ok(None);
        }
        (filter.account, filter.device) = person;
    }
    Ok(Some(filter))
}

/// A page of a list.
struct Part {
    rows: Vec<Row>,
    /// Where the next page begins; none: there is none.
    next: Option<Place>,
    /// Not all was looked at that could have been found for this page.
    is_cut: bool,
}

impl Part {
    async fn load(conn: &mut PgConnection, asked: &Asked) -> Result<Self, Failure> {
        let nothing = Self {
            rows: Vec::new(),
            next: None,
            is_cut: false,
        };
        if asked.queue() == Queue::Appeals {
            return Ok(nothing);
        }
        match filter_of(&mut *conn, asked).await? {
            Some(filter) => Ok(Self::walk(conn, asked, &filter).await?),
            None => Ok(nothing),
        }
    }

    /// Walks along the queue until a page is full. Words are folded here and not in the database, so what has none of them
    /// is read, too; there is an end to that.
    async fn walk(conn: &mut PgConnection, asked: &Asked, filter: &Filter) -> sqlx::Result<Self> {
        let words = fold(&asked.words);
        // One more than is shown tells whether there is more.
        let limit = if words.is_empty() {
            i64::try_from(PER_PAGE + 1).unwrap_or(i64::MAX)
        } else {
            AT_ONCE
        };
        let (mut rows, mut read, mut at) = (Vec::new(), 0, asked.after);
        loop {
            let found = store::list(&mut *conn, asked.queue(), filter, at, limit).await?;
            let count = found.len();
            read += count;
            for row in found {
                if rows.len() == PER_PAGE {
                    return Ok(Self {
                        rows,
                        next: at,
                        is_cut: false,
                    });
                }
                at = Some(Place {
                    written_at: row.written_at,
                    comment_id: row.comment_id,
                });
                if words.is_empty() || fold(&row.body).contains(&words) || fold(&row.name).contains(&words) {
                    rows.push(row);
                }
            }
            if i64::try_from(count).is_ok_and(|count| count < limit) {
                return Ok(Self {
                    rows,
                    next: None,
                    is_cut: false,
                });
            }
            if read >= REACH {
                return Ok(Self {
                    rows,
                    next: at,
                    is_cut: true,
                });
            }
        }
    }
}

impl ListPage {
    /// Where more is asked for, or less.
    fn languages(&self) -> Vec<(&'static str, &'static str, bool)> {
        let chosen = self.asked.language;
        Lang::ALL
            .into_iter()
            .map(|lang| (lang.code(), lang.own_name(), chosen == Some(lang)))
            .collect()
    }

    /// The same list without anything that narrows it.
    fn cleared(&self) -> String {
        format!("{ADDRESS}?queue={}", self.queue.code())
    }

    fn title(&self) -> Message {
        match (&self.thread, self.asked.person) {
            (Some(_), _) => msg!("cdesk-of-thread"),
            (None, Some(_)) => msg!("cdesk-of-person"),
            (None, None) => self.queue.words(),
        }
    }

    /// What can be done to many here.
    fn deeds(&self) -> Vec<(Deed, &'static str)> {
        let deeds = match self.queue {
            Queue::Reported => [Deed::Leave, Deed::Remove, Deed::Spam, Deed::Show].as_slice(),
            Queue::Appeals => &[],
            _ => &[Deed::Show, Deed::Remove, Deed::Spam],
        };
        let look = |place: usize| if place == 0 { "small" } else { "small quiet" };
        deeds
            .iter()
            .enumerate()
            .map(|(place, deed)| (*deed, look(place)))
            .collect()
    }

    /// What can be set for the thread that is listed.
    fn sets(&self) -> Vec<Set> {
        let Some(thread) = &self.thread else {
            return Vec::new();
        };
        Set::ALL.into_iter().filter(|set| !thread.is(*set)).collect()
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn words_max(&self) -> usize {
        WORDS_MAX
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn badge(&self, item: &Item) -> (&'static str, Message) {
        (state_code(item.row.state), state_words(item.row.state))
    }
}
