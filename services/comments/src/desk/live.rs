//! What keeps a page of this desk right while it is open: asked for every few seconds, in the words of the contributions'
//! line, so that one script reads both.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Query, RawQuery, State},
    http::HeaderMap,
    response::Response,
};
use chrono::{DateTime, TimeDelta, Utc};
use ground::{
    Failure,
    ids::{AccountId, CommentId},
    lang::Message,
    viewer::Editor,
    web::{Cx, polled},
};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::{
    asked::Asked,
    claims::{self, Claim},
    item::{state_code, state_words},
    list::filter_of,
    parse_id,
    queue::Queue,
};
use crate::{
    comment::State as Is,
    store::{
        desk_list,
        desk_live::{self as store, Standing},
    },
};

/// No page shows more comments at once.
const MOST: usize = 50;
/// What was written shortly before a page was made may have been committed shortly after.
const SLACK: TimeDelta = TimeDelta::seconds(5);

/// The part of a page that asks.
#[derive(Template)]
#[template(path = "comments/desk/live.html")]
pub(super) struct Line {
    cx: Cx,
    /// Who looks.
    me: String,
    /// Of a list: its address, and the queue's code.
    list: Option<(String, &'static str)>,
    /// Of a comment's page: which.
    item: String,
    /// What came later is new, in microseconds; empty where nobody counts it.
    since: String,
}

impl Line {
    /// For a list.
    pub(super) fn of_list(cx: &Cx, me: AccountId, asked: &Asked, now: DateTime<Utc>) -> Self {
        // Words are not looked for in what comes.
        let counts = asked.words.is_empty();
        Self {
            cx: cx.clone(),
            me: me.to_string(),
            list: Some((asked.address(), asked.queue().code())),
            item: String::new(),
            since: if counts {
                now.timestamp_micros().to_string()
            } else {
                String::new()
            },
        }
    }

    /// For the page of one comment.
    pub(super) fn of_item(cx: &Cx, me: AccountId, id: CommentId) -> Self {
        Self {
            cx: cx.clone(),
            me: me.to_string(),
            list: None,
            item: id.to_string(),
            since: String::new(),
        }
    }

    /// Where a comment can stand, in the words of the desk.
    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn states(&self) -> [(&'static str, Message); 5] {
        let states = [Is::Shown, Is::Held, Is::Removed, Is::Spam, Is::Deleted];
        states.map(|state| (state_code(state), state_words(state)))
    }

    /// Where it asks.
    fn address(&self) -> String {
        let query = self
            .list
            .as_ref()
            .and_then(|(address, _)| address.split_once('?'));
        format!(
            "/desk/comments/live.json?{}",
            query.map_or("", |(_, query)| query)
        )
    }
}

/// What the address says, besides the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LiveQuery {
    /// When the page was made, in microseconds.
    since: String,
    /// Which comments the page shows, separated by commas.
    ids: String,
}

/// As the line of contributions says it. Comments that are asked for and not there are gone.
#[derive(Debug, Serialize)]
struct News {
    /// By the queue's code, as far as they are counted.
    counts: BTreeMap<&'static str, String>,
    /// How many came to the list since.
    #[serde(skip_serializing_if = "Option::is_none")]
    fresh: Option<i64>,
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    id: CommentId,
    version: i32,
    /// As style knows it.
    state: &'static str,
    /// When it was written, in microseconds.
    sent: i64,
    /// Where it is now.
    queues: Vec<&'static str>,
    /// Who decided.
    by: Option<String>,
    by_id: Option<AccountId>,
    last: Option<String>,
    last_id: Option<AccountId>,
    claim: Option<Held>,
}

#[derive(Debug, Serialize)]
struct Held {
    by: String,
    by_id: AccountId,
    /// By the newsroom's clock.
    since: String,
    /// From whom it was taken over, and with which word.
    from: Option<AccountId>,
    note: Option<String>,
}

impl Item {
    fn of(standing: Standing, claims: &[Claim], state: &crate::State) -> Self {
        let claim = claims
            .iter()
            .find(|claim| claim.comment_id == standing.comment_id);
        let queues = Queue::ALL.into_iter().filter(|queue| standing.is_in(*queue));
        Self {
            id: standing.comment_id,
            version: standing.version,
            state: state_code(standing.state),
            sent: standing.written_at.timestamp_micros(),
            queues: queues.map(Queue::code).collect(),
            by: standing.decided_by_name.clone(),
            by_id: standing.decided_by,
            last: standing.decided_by_name,
            last_id: standing.decided_by,
            claim: claim.map(|claim| Held {
                by: claim.name.clone(),
                by_id: claim.account_id,
                since: claim
                    .claimed_at
                    .with_timezone(&state.site.time_zone)
                    .format("%H:%M")
                    .to_string(),
                from: claim.taken_from,
                note: claim.taken_note.clone(),
            }),
        }
    }
}

/// `GET /desk/comments/live.json`: how the comments of a page stand, how many wait in each list, and how many came to this
/// one. With an entity tag, so that nothing new costs few bytes.
pub(crate) async fn get(
    _editor: Editor,
    State(state): State<crate::State>,
    RawQuery(raw): RawQuery,
    Query(query): Query<LiveQuery>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let asked = Asked::parse(&raw.unwrap_or_default())?;
    let since = match &*query.since {
        "" => None,
        text => {
            let micros = text.parse().map_err(|_| Failure::NotFound)?;
            Some(DateTime::from_timestamp_micros(micros).ok_or(Failure::NotFound)? - SLACK)
        }
    };
    let ids = query.ids.split(',').filter(|id| !id.is_empty()).take(MOST);
    let ids: Vec<CommentId> = ids.map(parse_id).collect::<Result<_, _>>()?;
    let mut tx = ground::db::begin(&state.pool).await?;
    let news = news(&mut tx, &state, &asked, since, &ids).await?;
    drop(tx);
    polled(&headers, &news)
}

async fn news(
    conn: &mut PgConnection,
    state: &crate::State,
    asked: &Asked,
    since: Option<DateTime<Utc>>,
    ids: &[CommentId],
) -> Result<News, Failure> {
    desk_list::plan_anew(&mut *conn).await?;
    let counts = desk_list::count(&mut *conn).await?;
    let claims = claims::list(&mut *conn, state.clock.now(), ids).await?;
    let standings = store::list(&mut *conn, ids).await?;
    let fresh = match since {
        Some(since) => match filter_of(&mut *conn, asked).await? {
            Some(filter) => Some(store::count_since(conn, asked.queue(), &filter, since, ids).await?),
            None => Some(0),
        },
        None => None,
    };
    let told = |queue: Queue| Some((queue.code(), counts.told(queue)?));
    Ok(News {
        counts: Queue::ALL.into_iter().filter_map(told).collect(),
        fresh,
        items: standings
            .into_iter()
            .map(|standing| Item::of(standing, &claims, state))
            .collect(),
    })
}
