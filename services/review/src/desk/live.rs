//! Word of changes while the desk is open, as server-sent events (HTML, 9.2).

use std::{collections::BTreeMap, convert::Infallible, time::Duration};

use axum::{
    extract::{Query, State},
    http::header,
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use chrono::DateTime;
use futures_util::stream;
use ground::{
    Failure,
    ids::{AccountId, SubmissionId},
    live::Live,
    viewer::{Again, Editor},
};
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::Instant,
};

use super::{list::counts_by_queue, parse_cursor};
use crate::store::desk::{self as store, Cursor};

/// Changes that come so close together are told as one.
const TOGETHER: Duration = Duration::from_millis(250);
/// Proxies and phones close what is silent for longer.
const KEEP_ALIVE: Duration = Duration::from_secs(20);
/// Then the browser asks again, so that no connection is held for ever.
const LONGEST: Duration = Duration::from_mins(15);

/// What the address says.
#[derive(Debug, Deserialize)]
pub(crate) struct LiveQuery {
    /// The newest contribution when the page that listens was made; nothing when there was none.
    since: Option<String>,
}

/// What one event says.
#[derive(Serialize)]
struct News {
    counts: BTreeMap<&'static str, i64>,
    newest: Option<SubmissionId>,
    /// How many came since the page that listens was made.
    fresh: i64,
}

/// `GET /desk/live`: the counts at once, and again whenever they change. It ends at once for whoever is removed or
/// signed out, on whichever instance.
pub(crate) async fn get(
    watcher: Editor,
    again: Again,
    State(state): State<crate::State>,
    Query(query): Query<LiveQuery>,
) -> Result<impl IntoResponse, Failure> {
    let since = match &query.since {
        Some(since) => parse_cursor(since)?,
        None => Cursor {
            sent_at: DateTime::UNIX_EPOCH,
            submission_id: SubmissionId(uuid::Uuid::nil()),
        },
    };
    let feed = Feed {
        // Before the first look, so that no change falls between the two.
        changes: state.live.subscribe(),
        ended: state.live.subscribe_ended(),
        live: state.live,
        watcher: watcher.account_id,
        again,
        pool: state.pool,
        since,
        until: Instant::now() + LONGEST,
        told: None,
        begun: false,
    };
    let line = Sse::new(stream::unfold(feed, Feed::next)).keep_alive(KeepAlive::new().interval(KEEP_ALIVE));
    // Not the `no-cache` that comes with it: what the desk says is kept nowhere.
    Ok(([(header::CACHE_CONTROL, "no-store")], line))
}

/// One open page. It is asked for the next event only when the last one has been sent, so a slow client
/// costs a place in memory and nothing else: what it missed is answered by one look.
struct Feed {
    changes: Receiver<()>,
    ended: Receiver<Option<AccountId>>,
    live: Live,
    watcher: AccountId,
    again: Again,
    pool: PgPool,
    since: Cursor,
    until: Instant,
    told: Option<String>,
    begun: bool,
}

impl Feed {
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        loop {
            if std::mem::replace(&mut self.begun, true) && !self.wait().await {
                return None;
            }
            match self.look().await {
                // No longer theirs to see.
                Ok(None) => return None,
                // A change that changed no number, such as a picture that became ready, is not told.
                Ok(news) if self.told == news => {}
                Ok(Some(news)) => {
                    self.told = Some(news.clone());
                    return Some((Ok(Event::default().data(news)), self));
                }
                // The line stays: when the database is back, everyone is told to look anew.
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "the desk's counts cannot be read");
                }
            }
        }
    }

    /// Waits for a change, or for word that the watcher may have gone. False when there will be none.
    async fn wait(&mut self) -> bool {
        loop {
            tokio::select! {
                () = self.live.over() => return false,
                () = tokio::time::sleep_until(self.until) => return false,
                ended = self.ended.recv() => match ended {
                    Ok(Some(other)) if other != self.watcher => {}
                    Ok(_) | Err(RecvError::Lagged(_)) => return true,
                    Err(RecvError::Closed) => return false,
                },
                heard = self.changes.recv() => match heard {
                    Ok(()) | Err(RecvError::Lagged(_)) => break,
                    Err(RecvError::Closed) => return false,
                },
            }
        }
        tokio::time::sleep(TOGETHER).await;
        // Whatever was said meanwhile is answered by the look that follows.
        self.changes = self.changes.resubscribe();
        true
    }

    /// None when the watcher may no longer look.
    async fn look(&self) -> anyhow::Result<Option<String>> {
        if !self.again.viewer().await?.is_staff() {
            return Ok(None);
        }
        let mut conn = self.pool.acquire().await?;
        let counts = store::count_by_state(&mut conn).await?;
        let newest = store::find_newest(&mut conn).await?;
        let fresh = store::count_newer(&mut conn, self.since).await?;
        let news = News {
            counts: counts_by_queue(&counts).collect(),
            newest: newest.map(|newest| newest.submission_id),
            fresh,
        };
        Ok(Some(serde_json::to_string(&news)?))
    }
}
