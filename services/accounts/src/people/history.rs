//! Who did what to whom: what is written down of the people of the newsroom, for admins.

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
    msg,
    viewer::{Admin, Role},
    web::{Cx, Page},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{PEOPLE, address_of};
use crate::{
    events::EventKind,
    invite::role_words,
    store::{self, EventCursor, StaffEvent},
};

/// Entries on one page.
const PER_PAGE: usize = 50;

/// What the address says.
#[derive(Default, Deserialize)]
pub(crate) struct HistoryQuery {
    before: Option<String>,
}

/// An entry as it is shown.
pub(super) struct Line {
    pub(super) at: DateTime<Utc>,
    pub(super) what: Message,
    /// Who did it.
    pub(super) who: String,
    /// To whom; empty when to themselves.
    pub(super) whom: String,
    pub(super) whom_address: String,
    /// A word more, where it is a role.
    pub(super) role: Option<Message>,
    /// A word more, as it is.
    pub(super) detail: String,
    pub(super) device: String,
}

/// A part of the history.
pub(super) struct Part {
    pub(super) lines: Vec<Line>,
    is_first: bool,
    last: Option<EventCursor>,
}

impl Part {
    /// Where the history begins; empty on that page.
    pub(super) fn newest(&self, address: &str) -> String {
        if self.is_first {
            String::new()
        } else {
            address.to_owned()
        }
    }

    /// Where it goes on; empty at its end.
    pub(super) fn older(&self, address: &str) -> String {
        let last = self.last.map(write_cursor);
        last.map(|last| format!("{address}?before={last}"))
            .unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "accounts/people_history.html")]
struct HistoryPage {
    cx: Cx,
    events: Vec<Line>,
    newest: String,
    older: String,
}

/// `GET /desk/people/history`
pub(crate) async fn get(
    _: Admin,
    State(room): State<crate::State>,
    Query(query): Query<HistoryQuery>,
    cx: Cx,
) -> Result<Response, Failure> {
    let mut conn = room.pool.acquire().await?;
    let part = load(&mut conn, None, &query).await?;
    drop(conn);
    let address = format!("{PEOPLE}/history");
    let page = HistoryPage {
        cx: cx.clone(),
        newest: part.newest(&address),
        older: part.older(&address),
        events: part.lines,
    };
    Ok(Page::new(&cx, page).into_response())
}

/// Fifty entries, of all or of one person.
pub(super) async fn load(
    conn: &mut PgConnection,
    only: Option<AccountId>,
    query: &HistoryQuery,
) -> Result<Part, Failure> {
    let before = query.before.as_deref().map(parse_cursor).transpose()?;
    // One more than is shown tells whether there is more.
    let most = i64::try_from(PER_PAGE + 1).unwrap_or(i64::MAX);
    let mut rows = store::list_staff_events(conn, only, before, most).await?;
    let has_older = rows.len() > PER_PAGE;
    rows.truncate(PER_PAGE);
    let last = rows.last().filter(|_| has_older).map(|row| EventCursor {
        at: row.at,
        event_id: row.event_id,
    });
    Ok(Part {
        lines: rows.into_iter().map(line).collect(),
        is_first: before.is_none(),
        last,
    })
}

fn line(row: StaffEvent) -> Line {
    let kind = EventKind::from_name(&row.kind);
    let (who, whom) = match row.actor {
        Some(actor) => (actor, row.whom),
        // Nobody knows who typed the wrong password.
        None if kind == Some(EventKind::SignInFailed) => (String::new(), row.whom),
        None => (row.whom, String::new()),
    };
    Line {
        at: row.at,
        what: kind.map_or(msg!("people-event-unknown"), EventKind::words),
        who,
        whom,
        whom_address: address_of(row.whom_id),
        role: row.detail.parse::<Role>().ok().map(role_words),
        detail: row.detail,
        device: row.device,
    }
}

/// A place in the history, as text for addresses: microseconds, a dot, the id.
fn write_cursor(cursor: EventCursor) -> String {
    format!("{}.{}", cursor.at.timestamp_micros(), cursor.event_id)
}

/// The place that [`write_cursor`] wrote.
fn parse_cursor(text: &str) -> Result<EventCursor, Failure> {
    let parse = || {
        let (micros, id) = text.split_once('.')?;
        Some(EventCursor {
            at: DateTime::from_timestamp_micros(micros.parse().ok()?)?,
            event_id: id.parse().ok()?,
        })
    };
    parse().ok_or(Failure::NotFound)
}
