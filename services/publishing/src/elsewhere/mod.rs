//! Elsewhere: headlines of the newsroom's own feeds, beside what readers sent.
//!
//! The worker asks the feeds; pages show what it found last, however the next try goes. A feed's address is configured,
//! but what it answers is a stranger's: where it leads, how much it is and what it says are bounded.

mod fetch;
mod plain;
mod read;
mod tame;
#[cfg(test)]
mod tests;

use std::{sync::Arc, time::Duration};

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::join_all;
use ground::{
    jobs::{self, JobError, ReadElsewhere},
    lang::Lang,
    outbound::Outbound,
};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;
use url::Url;

use crate::{State, store::elsewhere as store};
use fetch::{Fetched, Trouble};
pub(crate) use read::Headline;

/// A feed is asked for so long, with all that it leads to.
const WITHIN: Duration = Duration::from_secs(10);
/// So long a feed may be, packed and unpacked.
const BYTES: usize = 2 << 20;
/// After one failure the time between two tries is doubled so often at most.
const DOUBLINGS: u32 = 6;
/// Nobody is asked less often than this.
const SELDOM: TimeDelta = TimeDelta::hours(12);

/// `[elsewhere]`: the newsroom's own feeds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElsewhereConfig {
    /// RSS, Atom or JSON Feed.
    pub feeds: Vec<FeedConfig>,
    /// How often each is asked, in minutes.
    pub every_minutes: u32,
}

impl Default for ElsewhereConfig {
    fn default() -> Self {
        Self {
            feeds: Vec::new(),
            every_minutes: 10,
        }
    }
}

/// A feed: its address, or that and the language of its headlines.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FeedConfig {
    /// In the language that it says itself.
    Address(Url),
    /// In this language, whatever it says.
    InLanguage {
        /// Where it is.
        url: Url,
        /// Of its headlines.
        language: Lang,
    },
}

/// Which feeds are read, and by what.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    feeds: Arc<[Feed]>,
    every: TimeDelta,
    within: Duration,
    outbound: Outbound,
}

#[derive(Clone, Debug)]
struct Feed {
    url: Url,
    language: Option<Lang>,
}

impl Elsewhere {
    /// As configured.
    ///
    /// # Errors
    /// When an address is none on the public web, with the key.
    pub fn new(config: &ElsewhereConfig) -> anyhow::Result<Self> {
        Self::asking(config, Outbound::new([]), WITHIN)
    }

    /// The same; feeds of these sites may be in the newsroom's own network, and without TLS.
    ///
    /// # Errors
    /// When another address is none on the public web, with the key.
    pub fn trusting(config: &ElsewhereConfig, sites: impl IntoIterator<Item = Url>) -> anyhow::Result<Self> {
        Self::asking(config, Outbound::new(sites), WITHIN)
    }

    /// The same, asked by `outbound`, each feed for so long.
    fn asking(config: &ElsewhereConfig, outbound: Outbound, within: Duration) -> anyhow::Result<Self> {
        let outbound = outbound.bounded(within, BYTES).or_plain();
        let feeds: Vec<_> = config.feeds.iter().map(Feed::of).collect();
        for Feed { url, .. } in &feeds {
            anyhow::ensure!(
                outbound.would_ask(url),
                "elsewhere.feeds: {url} is no address on the public web (http or https, a name, no password in it)"
            );
        }
        anyhow::ensure!(
            (1..=1440).contains(&config.every_minutes),
            "elsewhere.every_minutes: {} is not between 1 and 1440",
            config.every_minutes
        );
        Ok(Self {
            feeds: feeds.into(),
            every: TimeDelta::minutes(config.every_minutes.into()),
            within,
            outbound,
        })
    }

    fn addresses(&self) -> Vec<String> {
        self.feeds.iter().map(|feed| feed.url.to_string()).collect()
    }

    /// When a feed is asked again that failed so often in a row.
    fn next(&self, now: DateTime<Utc>, failures: u32) -> DateTime<Utc> {
        let times = 1_i32 << failures.min(DOUBLINGS);
        now + (self.every * times).min(SELDOM.max(self.every))
    }
}

impl Feed {
    fn of(config: &FeedConfig) -> Self {
        let (url, language) = match config {
            FeedConfig::Address(url) => (url, None),
            FeedConfig::InLanguage { url, language } => (url, Some(*language)),
        };
        Self {
            url: url.clone(),
            language,
        }
    }
}

/// Asks for the feeds to be read if one is due, or one is not wanted any more. At most one such job waits.
///
/// # Errors
/// When the database fails.
pub async fn ask_for_feeds(
    conn: &mut PgConnection,
    elsewhere: &Elsewhere,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    if store::is_due(&mut *conn, &elsewhere.addresses(), now).await? {
        jobs::enqueue_once(conn, &ReadElsewhere {}, "read elsewhere").await?;
    }
    Ok(())
}

/// Runner: reads what is due, all at once, and writes each result by itself.
pub(crate) async fn read_due(state: State) -> Result<(), JobError> {
    let elsewhere = &state.elsewhere;
    let addresses = elsewhere.addresses();
    let mut conn = state.pool.acquire().await?;
    store::delete_others(&mut conn, &addresses).await?;
    let due = store::list_due(&mut conn, &addresses, state.clock.now()).await?;
    drop(conn);
    let reading = due.iter().filter_map(|due| {
        let feed = elsewhere.feeds.iter().find(|feed| feed.url.as_str() == due.url)?;
        Some(read_one(&state, feed, due))
    });
    for read in join_all(reading).await {
        read?;
    }
    Ok(())
}

async fn read_one(state: &State, feed: &Feed, due: &store::Due) -> sqlx::Result<()> {
    let elsewhere = &state.elsewhere;
    let asked = (due.etag.as_deref(), due.last_modified.as_deref());
    let told = ask(elsewhere, feed, asked, state.clock.now()).await;
    let now = state.clock.now();
    let mut tx = ground::db::begin(&state.pool).await?;
    match told {
        Ok(told) => {
            if let Some((headlines, marks)) = told {
                store::replace(&mut tx, &due.url, &headlines, &marks).await?;
            }
            store::note_read(&mut tx, &due.url, now, elsewhere.next(now, 0)).await?;
        }
        Err(trouble) => {
            let failures = due.failures.saturating_add(1);
            // Neither where it is nor what it says is for the log.
            tracing::warn!(%trouble, failures, "a feed of the newsroom cannot be read; the box keeps what it has");
            let at = elsewhere.next(now, failures.unsigned_abs());
            store::note_trouble(&mut tx, &due.url, &trouble.to_string(), failures, at).await?;
        }
    }
    tx.commit().await
}

/// What a server wants to hear the next time, so that it need not send again what we have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) etag: Option<String>,
    pub(crate) last_modified: Option<String>,
}

/// What a feed says now; nothing, where it says what it said.
async fn ask(
    elsewhere: &Elsewhere,
    feed: &Feed,
    known: (Option<&str>, Option<&str>),
    now: DateTime<Utc>,
) -> Result<Option<(Vec<Headline>, Marks)>, Trouble> {
    let fetched = fetch::fetch(&elsewhere.outbound, elsewhere.within, &feed.url, known);
    match fetched.await? {
        Fetched::Same => Ok(None),
        Fetched::Anew { body, at, marks } => {
            let language = feed.language;
            // A feed of 2 MiB takes a while; nobody else waits for it.
            let read = tokio::task::spawn_blocking(move || read::read(&body, &at, language, now));
            let headlines = read.await.map_err(|_| Trouble::Unread)??;
            Ok(Some((headlines, marks)))
        }
    }
}

/// What a feed says that is found somewhere, for the fuzzer.
pub(crate) fn headlines(bytes: &[u8]) -> Vec<(String, String, String)> {
    let Ok(at) = Url::parse("https://www.news.org/feed") else {
        return Vec::new();
    };
    let told = read::read(bytes, &at, None, DateTime::UNIX_EPOCH).unwrap_or_default();
    let parts = told
        .into_iter()
        .map(|headline| (headline.title, headline.url, headline.teaser));
    parts.collect()
}

/// How a feed goes, for `bepart doctor`.
pub struct FeedReport {
    /// Where it is.
    pub url: Url,
    /// When it was last read; `None`: never.
    pub read_at: Option<DateTime<Utc>>,
    /// Headlines that the box may show.
    pub headlines: i64,
    /// What is wrong with it now, in words.
    pub trouble: Option<String>,
}

/// Asks every feed now, without keeping what it says.
///
/// # Errors
/// When the database fails.
pub async fn report_on_feeds(state: &State) -> anyhow::Result<Vec<FeedReport>> {
    let elsewhere = &state.elsewhere;
    let now = state.clock.now();
    let asking = elsewhere
        .feeds
        .iter()
        .map(|feed| ask(elsewhere, feed, (None, None), now));
    let told = join_all(asking).await;
    let mut conn = state.pool.acquire().await?;
    let mut reports = Vec::new();
    for (feed, told) in elsewhere.feeds.iter().zip(told) {
        let known = store::find_known(&mut conn, feed.url.as_str())
            .await
            .context("the feeds' rows cannot be read")?;
        reports.push(FeedReport {
            url: feed.url.clone(),
            read_at: known.read_at,
            headlines: known.headlines,
            trouble: told.err().map(|trouble| trouble.to_string()),
        });
    }
    Ok(reports)
}
