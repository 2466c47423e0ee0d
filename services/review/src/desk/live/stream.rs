//! Word of changes while the desk is open.

use std::{collections::VecDeque, convert::Infallible, sync::Arc, time::Duration};

use axum::{
    extract::{Query, State},
    http::{HeaderMap, header},
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::stream;
use ground::{
    Failure,
    ids::AccountId,
    viewer::{Again, Editor},
};
use serde::{Deserialize, Serialize};
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::Instant,
};

use super::{
    Ears,
    hub::Watching,
    look,
    news::{Look, Tick},
    parse_since,
};
use crate::store::desk::Cursor;

/// Proxies and phones close what is silent for longer.
const KEEP_ALIVE: Duration = Duration::from_secs(20);
/// Then the browser asks again, so that no connection is held for ever.
const LONGEST: Duration = Duration::from_mins(15);
/// Nobody is told anything for longer than this without being asked again who they are.
const SURE: Duration = Duration::from_secs(30);

/// What the address says.
#[derive(Debug, Deserialize)]
pub(crate) struct LiveQuery {
    /// The newest contribution when the page that listens was made; nothing when there was none.
    since: Option<String>,
    /// What the page heard last, for browsers that do not say it themselves (`Last-Event-ID`).
    last: Option<String>,
}

/// `GET /desk/live`: the counts at once, and then every change. It ends at once for whoever is removed, signed out or given
/// other rights, on whichever instance.
pub(crate) async fn get(
    watcher: Editor,
    again: Again,
    State(state): State<crate::State>,
    Query(query): Query<LiveQuery>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Failure> {
    let since = parse_since(query.since.as_deref())?;
    let last = headers.get("last-event-id").and_then(|last| last.to_str().ok());
    // Before the first look, so that no change falls between the two.
    let (ticks, missed) = state.hub.subscribe(last.or(query.last.as_deref()));
    let watching = state.hub.watch(watcher.account_id);
    let mut feed = Feed {
        ticks,
        ended: state.live.subscribe_ended(),
        ears: Ears {
            account_id: watcher.account_id,
            sees_at_risk: watcher.sees_at_risk,
        },
        state,
        again,
        since,
        until: Instant::now() + LONGEST,
        sure_until: Instant::now() + SURE,
        gap: false,
        waiting: VecDeque::new(),
        _watching: watching,
    };
    feed.begin(missed).await?;
    let line = Sse::new(stream::unfold(feed, Feed::next)).keep_alive(KeepAlive::new().interval(KEEP_ALIVE));
    // Not the `no-cache` that comes with it: what the desk says is kept nowhere.
    Ok(([(header::CACHE_CONTROL, "no-store")], line))
}

/// One open page. It is asked for the next event only when the last one has been sent, so a slow client
/// costs a place in memory and nothing else: what it missed is answered by one look.
struct Feed {
    ticks: Receiver<Arc<Tick>>,
    ended: Receiver<Option<AccountId>>,
    state: crate::State,
    ears: Ears,
    again: Again,
    since: Cursor,
    until: Instant,
    /// Until then it need not be asked again who watches.
    sure_until: Instant,
    /// Something was not told.
    gap: bool,
    waiting: VecDeque<Event>,
    /// Held, not read.
    _watching: Watching,
}

/// What came of waiting.
enum Heard {
    Tick(Arc<Tick>),
    /// Something was missed.
    Gap,
    /// Who watches may have gone.
    Doubt,
    Over,
}

impl Feed {
    async fn begin(&mut self, missed: Option<Vec<Arc<Tick>>>) -> anyhow::Result<()> {
        // Before the look: what comes between the two is told twice rather than not at all.
        let place = self.state.hub.last_place();
        let first = self.look(missed.is_none(), place).await?;
        // Not all at once, when an instance that many listened to is started anew.
        let spread = u64::from(self.ears.account_id.0.as_bytes()[15]) * 12;
        self.waiting
            .push_back(first.retry(Duration::from_millis(1000 + spread)));
        for tick in missed.unwrap_or_default() {
            self.waiting.push_back(self.event(&tick));
        }
        Ok(())
    }

    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some((Ok(event), self));
            }
            let heard = self.wait().await;
            match &heard {
                Heard::Over => return None,
                Heard::Gap => self.gap = true,
                Heard::Doubt => self.sure_until = Instant::now(),
                Heard::Tick(_) => {}
            }
            match self.told(heard).await {
                Ok(Some(event)) => self.waiting.extend(event),
                // No longer theirs to see, or not all of it.
                Ok(None) => return None,
                // The line stays: when the database is back, everyone is told to look anew.
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "the desk's news cannot be told");
                    self.gap = true;
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        }
    }

    /// What there is to tell, if anything. None: they may no longer hear it.
    async fn told(&mut self, heard: Heard) -> anyhow::Result<Option<Option<Event>>> {
        if self.sure_until <= Instant::now() {
            if !self.is_still_there().await? {
                return Ok(None);
            }
            self.sure_until = Instant::now() + SURE;
        }
        if self.gap {
            let place = self.state.hub.last_place();
            let event = self.look(true, place).await?;
            self.gap = false;
            return Ok(Some(Some(event)));
        }
        Ok(Some(match heard {
            Heard::Tick(tick) => Some(self.event(&tick)),
            Heard::Gap | Heard::Doubt | Heard::Over => None,
        }))
    }

    async fn is_still_there(&self) -> anyhow::Result<bool> {
        let viewer = self.again.viewer().await?;
        Ok(viewer.is_staff()
            && viewer
                .0
                .is_some_and(|person| person.sees_at_risk == self.ears.sees_at_risk))
    }

    async fn wait(&mut self) -> Heard {
        loop {
            tokio::select! {
                () = self.state.live.over() => return Heard::Over,
                () = tokio::time::sleep_until(self.until) => return Heard::Over,
                () = tokio::time::sleep_until(self.sure_until) => return Heard::Doubt,
                ended = self.ended.recv() => match ended {
                    Ok(Some(other)) if other != self.ears.account_id => {}
                    Ok(_) | Err(RecvError::Lagged(_)) => return Heard::Doubt,
                    Err(RecvError::Closed) => return Heard::Over,
                },
                heard = self.ticks.recv() => return match heard {
                    Ok(tick) => Heard::Tick(tick),
                    Err(RecvError::Lagged(_)) => Heard::Gap,
                    Err(RecvError::Closed) => Heard::Over,
                },
            }
        }
    }

    /// How everything stands. `anew`: more may have changed than is said here.
    async fn look(&self, anew: bool, place: String) -> anyhow::Result<Event> {
        let mut conn = self.state.pool.acquire().await?;
        let look = look(&mut conn, self.ears, self.since).await?;
        let words = serde_json::to_string(&First { look, anew })?;
        Ok(Event::default().id(place).data(words))
    }

    fn event(&self, tick: &Tick) -> Event {
        let words = tick.words(self.ears.account_id, self.ears.sees_at_risk);
        Event::default()
            .id(self.state.hub.place_of(tick.number))
            .data(words)
    }
}

#[derive(Serialize)]
struct First {
    #[serde(flatten)]
    look: Look,
    anew: bool,
}
