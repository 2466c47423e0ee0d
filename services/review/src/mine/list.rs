//! `GET /me/contributions`: what someone has sent, newest first, and the form that takes a receipt in.

use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::AccountId,
    lang::Message,
    viewer::Viewer,
    web::{Cx, Page, Problems},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{LIST, address_of, signed_in};
use crate::{
    desk::{parse_cursor, write_cursor},
    receipt::step_words,
    store::{
        desk::Cursor,
        mine::{self as store, Row},
    },
    submission::State as SubmissionState,
};

/// Rows on one page.
pub(super) const PER_PAGE: usize = 20;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ListQuery {
    before: Option<String>,
    after: Option<String>,
}

/// A contribution in the list.
struct Item {
    row: Row,
    address: String,
    words: Message,
    /// By which the badge is coloured. Whom we took for a nuisance may be a source: nobody is called so.
    code: &'static str,
}

#[derive(Template)]
#[template(path = "review/mine.html")]
struct MinePage {
    cx: Cx,
    items: Vec<Item>,
    newer: String,
    older: String,
    /// A receipt code, as typed.
    code: String,
    problems: Problems,
}

/// `GET /me/contributions`
pub(super) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    viewer: Viewer,
    Query(query): Query<ListQuery>,
) -> Result<Response, Failure> {
    let person = signed_in(viewer, LIST)?;
    let page = load(&state, &cx, person.account_id, &query).await?;
    Ok(Page::new(&cx, page).into_response())
}

/// The list with what is wrong with a receipt code: 422.
pub(super) async fn again(
    state: &crate::State,
    cx: &Cx,
    account_id: AccountId,
    code: String,
    words: Message,
) -> Result<Failure, Failure> {
    let mut page = load(state, cx, account_id, &ListQuery::default()).await?;
    page.code = code;
    page.problems.add("code", words);
    Ok(Page::unprocessable(cx, page))
}

async fn load(
    state: &crate::State,
    cx: &Cx,
    account_id: AccountId,
    query: &ListQuery,
) -> Result<MinePage, Failure> {
    let before = query.before.as_deref().map(parse_cursor).transpose()?;
    let after = query.after.as_deref().map(parse_cursor).transpose()?;
    let mut conn = state.pool.acquire().await?;
    let part = Part::load(&mut conn, account_id, before, after, state.clock.now()).await?;
    drop(conn);
    let address_at = |side: &str, row: Option<&Row>| {
        row.map(|row| {
            let cursor = write_cursor(Cursor {
                sent_at: row.sent_at,
                submission_id: row.submission_id,
            });
            format!("{LIST}?{side}={cursor}")
        })
        .unwrap_or_default()
    };
    Ok(MinePage {
        cx: cx.clone(),
        newer: address_at("after", part.rows.first().filter(|_| part.has_newer)),
        older: address_at("before", part.rows.last().filter(|_| part.has_older)),
        items: part.rows.into_iter().map(item).collect(),
        code: String::new(),
        problems: Problems::default(),
    })
}

fn item(row: Row) -> Item {
    Item {
        address: address_of(row.submission_id),
        words: step_words(row.state),
        code: match row.state {
            SubmissionState::Spam => SubmissionState::Declined.code(),
            state => state.code(),
        },
        row,
    }
}

/// A page of the list, newest first, and whether there is more on either side.
struct Part {
    rows: Vec<Row>,
    has_newer: bool,
    has_older: bool,
}

impl Part {
    async fn load(
        conn: &mut PgConnection,
        account_id: AccountId,
        before: Option<Cursor>,
        after: Option<Cursor>,
        now: DateTime<Utc>,
    ) -> sqlx::Result<Self> {
        // One more than is shown tells whether there is more.
        let limit = i64::try_from(PER_PAGE + 1).unwrap_or(i64::MAX);
        if let Some(after) = after {
            let mut rows = store::list_newer(&mut *conn, account_id, after, limit, now).await?;
            if rows.len() > PER_PAGE {
                rows.truncate(PER_PAGE);
                rows.reverse();
                return Ok(Self {
                    rows,
                    has_newer: true,
                    has_older: true,
                });
            }
            // Nothing lies above: the whole first page, rather than a part of it.
        }
        let before = before.filter(|_| after.is_none());
        let mut rows = store::list_older(conn, account_id, before, limit, now).await?;
        let has_older = rows.len() > PER_PAGE;
        rows.truncate(PER_PAGE);
        Ok(Self {
            rows,
            has_newer: before.is_some(),
            has_older,
        })
    }
}
