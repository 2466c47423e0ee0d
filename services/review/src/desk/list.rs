//! What came in, newest first.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::{Query, State},
    response::IntoResponse,
};
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure,
    ids::SubmissionId,
    lang::Message,
    msg,
    viewer::Editor,
    web::{Cx, Page},
};
use serde::Deserialize;
use sqlx::PgConnection;

use super::{
    address_of,
    file::{self, Picture, SentFile},
    parse_cursor, write_cursor,
};
use crate::{
    store::desk::{self as store, Cursor, OPENING, Row},
    submission::State as SubmissionState,
};

/// Rows on one page.
const PER_PAGE: usize = 30;

/// Which contributions are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Queue {
    /// Whatever still waits for the newsroom.
    Open,
    /// One state.
    In(SubmissionState),
}

impl Queue {
    /// In the order of the tabs.
    const ALL: [Self; 8] = [
        Self::Open,
        Self::In(SubmissionState::Received),
        Self::In(SubmissionState::InReview),
        Self::In(SubmissionState::Accepted),
        Self::In(SubmissionState::Published),
        Self::In(SubmissionState::Declined),
        Self::In(SubmissionState::Withdrawn),
        Self::In(SubmissionState::Spam),
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::In(state) => state.code(),
        }
    }

    fn words(self) -> Message {
        match self {
            Self::Open => msg!("desk-queue-open"),
            Self::In(state) => state.message(),
        }
    }

    fn states(&self) -> &[SubmissionState] {
        match self {
            Self::Open => &OPEN,
            Self::In(state) => std::slice::from_ref(state),
        }
    }

    fn address(self) -> String {
        match self {
            Self::Open => "/desk".to_owned(),
            Self::In(state) => format!("/desk?state={}", state.code()),
        }
    }

    fn address_at(self, side: &str, cursor: Cursor) -> String {
        format!("/desk?state={}&{side}={}", self.code(), write_cursor(cursor))
    }
}

/// Accepted ones belong to it: a story has still to be made of them.
const OPEN: [SubmissionState; 4] = [
    SubmissionState::Received,
    SubmissionState::InReview,
    SubmissionState::NeedsReply,
    SubmissionState::Accepted,
];

/// How many contributions each queue holds, by its code.
pub(super) fn counts_by_queue(
    counts: &[(SubmissionState, i64)],
) -> impl Iterator<Item = (&'static str, i64)> {
    Queue::ALL.into_iter().map(|queue| {
        let of_queue = counts.iter().filter(|(state, _)| queue.states().contains(state));
        (queue.code(), of_queue.map(|(_, count)| count).sum())
    })
}

/// What the address says.
#[derive(Debug, Deserialize)]
pub(crate) struct ListQuery {
    state: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

struct Tab {
    code: &'static str,
    words: Message,
    address: String,
    /// In the digits of the page.
    count: String,
    current: bool,
}

struct Item {
    row: Row,
    address: String,
    thumbnail: Option<Picture>,
    opening: String,
    files: i64,
    refused: i64,
    age: Message,
    /// Waits longer than it should: `old`, then `late`.
    ageing: &'static str,
}

#[derive(Template)]
#[template(path = "review/desk_list.html")]
struct ListPage {
    cx: Cx,
    tabs: Vec<Tab>,
    items: Vec<Item>,
    newer: String,
    older: String,
    /// Where this queue begins.
    start: String,
    newest: String,
    live: String,
}

/// `GET /desk`: thirty contributions of a queue.
pub(crate) async fn get(
    _: Editor,
    cx: Cx,
    State(state): State<crate::State>,
    Query(query): Query<ListQuery>,
) -> Result<impl IntoResponse, Failure> {
    let queue = match query.state.as_deref() {
        None => Queue::Open,
        Some(code) => Queue::ALL
            .into_iter()
            .find(|queue| queue.code() == code)
            .ok_or(Failure::NotFound)?,
    };
    let before = query.before.as_deref().map(parse_cursor).transpose()?;
    let after = query.after.as_deref().map(parse_cursor).transpose()?;
    let mut conn = state.pool.acquire().await?;
    let counts = store::count_by_state(&mut conn).await?;
    let newest = store::find_newest(&mut conn).await?;
    let part = Part::load(&mut conn, queue, before, after).await?;
    let ids: Vec<SubmissionId> = part.rows.iter().map(|row| row.submission_id).collect();
    let files = file::list(&mut conn, &ids).await?;
    // The page is written without holding a connection that others wait for.
    drop(conn);

    let counts: HashMap<_, _> = counts_by_queue(&counts).collect();
    let tabs = Queue::ALL.map(|tab| Tab {
        code: tab.code(),
        words: tab.words(),
        address: tab.address(),
        count: cx
            .lang()
            .digits(&counts.get(tab.code()).copied().unwrap_or_default().to_string()),
        current: tab == queue,
    });
    let cursor = |row: &Row| Cursor {
        sent_at: row.sent_at,
        submission_id: row.submission_id,
    };
    let newer = part.rows.first().filter(|_| part.has_newer);
    let older = part.rows.last().filter(|_| part.has_older);
    let (newer, older) = (
        newer
            .map(|row| queue.address_at("after", cursor(row)))
            .unwrap_or_default(),
        older
            .map(|row| queue.address_at("before", cursor(row)))
            .unwrap_or_default(),
    );
    let now = state.clock.now();
    let page = ListPage {
        cx: cx.clone(),
        tabs: tabs.into(),
        items: part.rows.into_iter().map(|row| item(row, &files, now)).collect(),
        newer,
        older,
        start: queue.address(),
        newest: newest
            .map(|newest| newest.submission_id.to_string())
            .unwrap_or_default(),
        live: newest.map_or_else(
            || "/desk/live".to_owned(),
            |newest| format!("/desk/live?since={}", write_cursor(newest)),
        ),
    };
    Ok(Page::new(&cx, page))
}

/// A page of a queue, newest first, and whether there is more on either side.
struct Part {
    rows: Vec<Row>,
    has_newer: bool,
    has_older: bool,
}

impl Part {
    async fn load(
        conn: &mut PgConnection,
        queue: Queue,
        before: Option<Cursor>,
        after: Option<Cursor>,
    ) -> sqlx::Result<Self> {
        // One more than is shown tells whether there is more.
        let limit = i64::try_from(PER_PAGE + 1).unwrap_or(i64::MAX);
        if let Some(after) = after {
            let mut rows = store::list_newer(&mut *conn, queue.states(), after, limit).await?;
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
        let mut rows = store::list_older(conn, queue.states(), before, limit).await?;
        let has_older = rows.len() > PER_PAGE;
        rows.truncate(PER_PAGE);
        Ok(Self {
            rows,
            has_newer: before.is_some(),
            has_older,
        })
    }
}

fn item(row: Row, files: &[SentFile], now: DateTime<Utc>) -> Item {
    let files = || {
        files
            .iter()
            .filter(|file| file.submission_id == row.submission_id)
    };
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let waiting = now - row.sent_at;
    Item {
        address: address_of(row.submission_id),
        thumbnail: files().find_map(|file| file.thumbnail(320)),
        opening: first_words(&row.opening),
        files: count(files().count()),
        refused: count(files().filter(|file| file.is_refused()).count()),
        age: age(waiting),
        ageing: match row.state {
            SubmissionState::Received | SubmissionState::InReview if waiting >= TimeDelta::days(3) => "late",
            SubmissionState::Received | SubmissionState::InReview if waiting >= TimeDelta::days(1) => "old",
            _ => "",
        },
        row,
    }
}

/// The beginning of a text, cut between words when it goes on.
fn first_words(opening: &str) -> String {
    let whole = opening.chars().count() < usize::try_from(OPENING).unwrap_or_default();
    let line = opening.split_whitespace().collect::<Vec<_>>().join(" ");
    if whole {
        return line;
    }
    let cut = line.rsplit_once(' ').map_or(line.as_str(), |(kept, _)| kept);
    format!("{cut}…")
}

/// How long ago, in words.
fn age(age: TimeDelta) -> Message {
    if age < TimeDelta::minutes(1) {
        msg!("desk-age-now")
    } else if age < TimeDelta::hours(1) {
        msg!("desk-age-minutes").n("minutes", age.num_minutes())
    } else if age < TimeDelta::days(1) {
        msg!("desk-age-hours").n("hours", age.num_hours())
    } else {
        msg!("desk-age-days").n("days", age.num_days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ground::lang::Lang;

    #[test]
    fn a_long_text_is_cut_between_words_and_a_short_one_is_whole() {
        assert_eq!(first_words("one\r\n two"), "one two");
        let long: String = "word ".repeat(60).chars().take(240).collect();
        let cut = first_words(&long);
        assert!(cut.ends_with("word…"), "{cut}");
        let unbroken = "x".repeat(240);
        assert_eq!(first_words(&unbroken), format!("{unbroken}…"));
    }

    #[test]
    fn an_age_is_said_in_the_unit_that_fits() {
        for (age_of, words) in [
            (TimeDelta::seconds(-5), "just now"),
            (TimeDelta::seconds(61), "1 minute ago"),
            (TimeDelta::minutes(119), "1 hour ago"),
            (TimeDelta::hours(49), "2 days ago"),
        ] {
            let plain: String = age(age_of)
                .text(Lang::En)
                .chars()
                .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
                .collect();
            assert_eq!(plain, words);
        }
    }
}
