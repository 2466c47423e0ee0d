//! A queue, or what of it is asked for: thirty contributions at a time.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use ground::{
    Failure,
    ids::SubmissionId,
    lang::Message,
    viewer::Editor,
    web::{Cx, Page as WebPage, see_other},
};
use sqlx::PgConnection;

use super::{
    Asked, Order, Page, Queue,
    asked::View,
    chips::{Chip, Names, chips},
    form::FilterForm,
    item::{Around, Item, together},
    selection,
    views::{self, Tab},
};
use crate::{
    desk::{bulk, care, claims, door::Asking, file, live, notes, undo},
    store::{
        desk::Cursor,
        queue::{
            counts,
            rows::{self, Row},
            select::Selection,
        },
    },
};

/// Rows, or groups, on one page.
const PER_PAGE: usize = 30;
/// So many more of a group are shown below its first.
const TOGETHER: usize = 3;
/// Beyond so many that a filter leaves nobody counts with us.
const COUNTED: i64 = 1000;

/// A queue as it is offered.
struct QueueTab {
    code: &'static str,
    words: Message,
    address: String,
    /// In the digits of the page.
    count: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "review/desk/list.html")]
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
struct ListPage {
    cx: Cx,
    queue: Queue,
    tabs: Vec<QueueTab>,
    views: Vec<Tab>,
    /// How often who looks is meant in notes and has not looked; nothing: never.
    mentions: Option<String>,
    form: FilterForm,
    chips: Vec<Chip>,
    unread: Vec<String>,
    said: Vec<Message>,
    items: Vec<Item>,
    sees_at_risk: bool,
    /// How many are asked for, in the digits of the page.
    total: String,
    /// There are more than `total`.
    more: bool,
    /// The address of the list without its place, and what comes after `?` in it.
    start: String,
    query: String,
    /// Everything that is filtered away again.
    cleared: String,
    is_filtered: bool,
    is_grid: bool,
    oldest_first: bool,
    /// The same list in the other look.
    other_look: String,
    before: String,
    after: String,
    line: live::Line,
    bulk: bulk::Bar,
    undo: undo::Bar,
}

/// `GET /desk`: thirty contributions of a queue.
pub(crate) async fn get(
    editor: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let query = query.unwrap_or_default();
    let asked = Asked::parse(&query)?;
    if !asked.is_for(&editor) {
        return Err(Failure::NotFound);
    }
    // A form sends its empty fields, too; an address to keep or to share has none.
    if asked.page.is_none() && asked.unread.is_empty() && has_empty(&query) {
        return Ok(see_other(&asked.address()).into_response());
    }
    let asking = Asking {
        state: &state,
        cx: &cx,
        editor: &editor,
    };
    let page = load(&asking, &asked).await?;
    Ok(WebPage::new(&cx, page).into_response())
}

fn has_empty(query: &str) -> bool {
    query.split('&').any(|pair| pair.ends_with('='))
}

async fn load(asking: &Asking<'_>, asked: &Asked) -> Result<ListPage, Failure> {
    let Asking { state, cx, editor } = *asking;
    let mut conn = ground::db::begin(&state.pool).await?;
    let newest = counts::find_newest(&mut conn, editor.sees_at_risk).await?;
    let line = live::Line::of_list(&mut conn, asking, asked.queue().code(), asked.address(), newest).await?;
    let counted = count_queues(&mut conn, editor).await?;
    let here = asked
        .page
        .map_or_else(|| asked.address(), |page| asked.address_at(page));
    let undo = undo::Bar::load(&mut conn, asking, here.clone()).await?;
    let selection = selection(&mut conn, state, editor, asked).await?;
    let part = Part::load(&mut conn, &selection, asked).await?;
    let total = if !asked.is_filtered() {
        counted.get(asked.queue().code()).copied().unwrap_or_default()
    } else if let Some(all) = part.whole(asked) {
        all
    } else if part.at_least > COUNTED {
        part.at_least
    } else {
        selection.count(&mut conn, None, COUNTED).await?
    };
    let names = Names::load(&mut conn, cx.lang()).await?;
    let items = rows_of(&mut conn, asking, (asked, &names), &selection, &part).await?;
    let views = views::tabs(&mut conn, asking, asked).await?;
    let mentions = notes::unseen(&mut conn, editor).await?;
    // The page is written without holding a connection that others wait for.
    conn.commit().await?;

    let digits = |number: i64| cx.lang().digits(&number.to_string());
    let tabs = Queue::of(editor).map(|queue| QueueTab {
        code: queue.code(),
        words: queue.words(),
        address: format!("/desk?queue={}", queue.code()),
        count: digits(counted.get(queue.code()).copied().unwrap_or_default()),
        current: queue == asked.queue(),
    });
    let before = part.found.first().filter(|_| part.has_before);
    let after = part.found.last().filter(|_| part.has_after);
    let plain = Asked {
        queue: Some(asked.queue()),
        view: asked.view,
        order: asked.order,
        group: asked.group,
        ..Asked::default()
    };
    let other = if asked.is_grid() { View::List } else { View::Grid };
    let bounded = asked.is_filtered();
    Ok(ListPage {
        cx: cx.clone(),
        queue: asked.queue(),
        tabs: tabs.collect(),
        views,
        mentions: (mentions > 0).then(|| digits(mentions)),
        form: FilterForm::of(cx, asked, &names),
        chips: chips(cx, asked, &names),
        unread: asked.unread.clone(),
        said: selection.said,
        items,
        sees_at_risk: editor.sees_at_risk,
        total: digits(if bounded { total.min(COUNTED) } else { total }),
        more: bounded && total > COUNTED,
        start: asked.address(),
        query: asked.query(),
        cleared: plain.address(),
        is_filtered: asked.is_filtered(),
        is_grid: asked.is_grid(),
        oldest_first: asked.order() == Order::Oldest,
        other_look: Asked {
            view: Some(other),
            ..asked.clone()
        }
        .address(),
        before: before
            .map(|at| asked.address_at(Page::Before(*at)))
            .unwrap_or_default(),
        after: after
            .map(|at| asked.address_at(Page::After(*at)))
            .unwrap_or_default(),
        line,
        bulk: bulk::Bar::new(cx, here, asked.queue().waits(), asked.queue() == Queue::Machine),
        undo,
    })
}

/// How many stand in each queue, by its code.
async fn count_queues(conn: &mut PgConnection, editor: &Editor) -> sqlx::Result<HashMap<String, i64>> {
    let counted = counts::count_by_queue(&mut *conn, editor.sees_at_risk).await?;
    let mine = counts::count_mine(conn, editor.account_id, editor.sees_at_risk).await?;
    let mine = (Queue::Mine.code().to_owned(), mine);
    Ok(counted.into_iter().chain(std::iter::once(mine)).collect())
}

/// A page of the list, in its order, and whether there is more on either side.
struct Part {
    found: Vec<Cursor>,
    has_before: bool,
    has_after: bool,
    /// So many there are at least, in the whole list.
    at_least: i64,
}

impl Part {
    async fn load(conn: &mut PgConnection, selection: &Selection, asked: &Asked) -> sqlx::Result<Self> {
        let grouped = Selection {
            group: asked.group,
            ..selection.clone()
        };
        // One more than is shown tells whether there is more.
        let limit = i64::try_from(PER_PAGE + 1).unwrap_or(i64::MAX);
        let mut page = asked.page;
        if matches!(page, Some(Page::Before(_))) {
            let listed = grouped.list(&mut *conn, page, limit).await?;
            let mut found = listed.places;
            if found.len() > PER_PAGE {
                found.truncate(PER_PAGE);
                found.reverse();
                return Ok(Self {
                    found,
                    has_before: true,
                    has_after: true,
                    at_least: listed.at_least,
                });
            }
            // Nothing lies before: the whole first page, rather than a part of it.
            page = None;
        }
        let listed = grouped.list(conn, page, limit).await?;
        let mut found = listed.places;
        let has_after = found.len() > PER_PAGE;
        found.truncate(PER_PAGE);
        Ok(Self {
            found,
            has_before: page.is_some(),
            has_after,
            at_least: listed.at_least,
        })
    }

    /// How many there are, where all of them are on this page.
    fn whole(&self, asked: &Asked) -> Option<i64> {
        let whole = asked.group.is_none() && !self.has_before && !self.has_after;
        whole.then(|| i64::try_from(self.found.len()).unwrap_or_default())
    }
}

/// What the rows of a page show, each with what belongs to it below.
async fn rows_of(
    conn: &mut PgConnection,
    asking: &Asking<'_>,
    (asked, names): (&Asked, &Names),
    selection: &Selection,
    part: &Part,
) -> sqlx::Result<Vec<Item>> {
    let Asking { state, editor, .. } = *asking;
    let heads: Vec<SubmissionId> = part.found.iter().map(|at| at.submission_id).collect();
    let members = match asked.group {
        Some(group) => {
            let limit = i64::try_from(TOGETHER + 1).unwrap_or(i64::MAX);
            selection.list_together(&mut *conn, group, &heads, limit).await?
        }
        None => Vec::new(),
    };
    let below = members.iter().map(|(_, at)| at.submission_id);
    let ids: Vec<SubmissionId> = heads.iter().copied().chain(below).collect();
    let files = file::list(&mut *conn, &ids).await?;
    let claims = claims::list(&mut *conn, &state.clock, &ids).await?;
    let veil = care::veil_of(&mut *conn, editor.account_id).await?;
    // Which list it is also where its address does not say so.
    let queue = Some(asked.queue());
    let query = Asked {
        queue,
        ..asked.clone()
    }
    .query();
    let around = Around {
        query: &query,
        names,
        files: &files,
        claims: &claims,
        me: editor.account_id,
        veil,
        now: state.clock.now(),
    };
    let mut rows: HashMap<SubmissionId, Row> = rows::list(conn, &ids)
        .await?
        .into_iter()
        .map(|row| (row.submission_id, row))
        .collect();
    let mut item = |id: SubmissionId| Some(Item::of(rows.remove(&id)?, &around));
    let heads: Vec<Item> = heads.into_iter().filter_map(&mut item).collect();
    let members: Vec<(SubmissionId, Item)> = members
        .into_iter()
        .filter_map(|(head, at)| Some((head, item(at.submission_id)?)))
        .collect();
    Ok(match asked.group {
        Some(group) => together(asked, group, heads, members, TOGETHER),
        None => heads,
    })
}
