//! Walking the chain: whether every link is as it was written, and every event as its link says.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::{
    BEGUN, Content, Key, Room,
    store::{self, Head, Link},
};

/// Links that are looked at together.
const PAGE: i64 = 2000;
/// So many findings are told; the rest is counted.
const TOLD: usize = 20;

/// A room whose events are chained.
pub trait Source: Send + Sync {
    /// Which.
    fn room(&self) -> Room;

    /// These events as they are written now, of those that are there.
    fn contents<'a>(
        &'a self,
        conn: &'a mut PgConnection,
        events: &'a [Uuid],
    ) -> BoxFuture<'a, sqlx::Result<HashMap<Uuid, Content>>>;

    /// The events that have no link and should, though the chain began at `begun`.
    fn unlinked<'a>(
        &'a self,
        conn: &'a mut PgConnection,
        begun: DateTime<Utc>,
    ) -> BoxFuture<'a, sqlx::Result<Unlinked>>;
}

/// Events without a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unlinked {
    /// How many.
    pub events: i64,
    /// The newest of them.
    pub newest: Option<Uuid>,
    /// Of all of them together, where events from before the chain are among them.
    pub digest: Option<Vec<u8>>,
}

/// What was done to the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Break {
    /// Not as it was written.
    Changed,
    /// So many links that were here are gone.
    Removed(i64),
    /// It was never written by this program.
    Inserted,
    /// It was written as this number.
    Moved(i64),
    /// It does not follow the one before it.
    Spliced,
    /// The event that it tells of is not as it was written.
    EventChanged(Uuid),
    /// The event that it tells of is gone, and nothing says that it was forgotten.
    EventRemoved(Uuid),
    /// So many events of a room have no link; one of them.
    Unlinked(Room, i64, Option<Uuid>),
    /// What had happened before there was a chain is not as it was.
    BeforeChanged,
    /// The chain is shorter than it was, or another one: this was its head.
    NotTheHead(Head),
}

impl std::fmt::Display for Break {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Changed => f.write_str("was changed"),
            Self::Removed(1) => f.write_str("was removed"),
            Self::Removed(links) => write!(f, "was removed, {links} links in a row"),
            Self::Inserted => f.write_str("was put in by somebody else"),
            Self::Moved(from) => write!(f, "was moved here; it was written as {from}"),
            Self::Spliced => f.write_str("does not follow the one before it"),
            Self::EventChanged(event) => write!(f, "the event {event} that it tells of was changed"),
            Self::EventRemoved(event) => {
                write!(
                    f,
                    "the event {event} that it tells of was removed, and nothing says that it was forgotten"
                )
            }
            Self::Unlinked(room, events, example) => {
                write!(f, "events of {} without a link: {events}", room.code())?;
                match example {
                    Some(event) => write!(f, " (the newest: {event}): links were cut off, or events put in"),
                    None => Ok(()),
                }
            }
            Self::BeforeChanged => {
                f.write_str("what had happened before there was a chain is not as it was when it began")
            }
            Self::NotTheHead(head) => {
                write!(f, "the chain once ended in {head}, and has no such link any more")
            }
        }
    }
}

/// Where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The number of the link; of what is about no link, the number after the last.
    pub seq: i64,
    /// What was done.
    pub what: Break,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.what {
            // About no link.
            what @ (Break::Unlinked(..) | Break::BeforeChanged | Break::NotTheHead(_)) => write!(f, "{what}"),
            what => write!(f, "link {} {what}", self.seq),
        }
    }
}

/// What was seen.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// How many links were looked at.
    pub links: i64,
    /// The end of the chain.
    pub head: Option<Head>,
    /// Events from before the chain that are still there.
    pub before: i64,
    /// Of those, so many were forgotten since, and their digest cannot be compared any more.
    pub before_gone: i64,
    /// What is broken, in the order of the chain; the first [`TOLD`] of them.
    pub broken: Vec<Broken>,
    /// How much is broken in all.
    pub breaks: usize,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// No link fits this key: it is another server's, or there is nothing left of what this one wrote.
    WrongKey,
    /// The rest.
    Walked(Found),
}

impl Found {
    fn add(&mut self, seq: i64, what: Break) {
        self.breaks += 1;
        if self.broken.len() < TOLD {
            self.broken.push(Broken { seq, what });
        }
    }
}

/// Walks the whole chain, or its `newest` links only, as it is at one moment. A whole walk also looks for events without
/// a link. `noted` is a head that was written down earlier.
///
/// # Errors
/// When the database fails.
pub async fn verify(
    pool: &PgPool,
    key: &Key,
    sources: &[&dyn Source],
    newest: Option<i64>,
    noted: Option<&Head>,
) -> sqlx::Result<Verdict> {
    let mut tx = crate::db::begin(pool).await?;
    sqlx::query("set transaction isolation level repeatable read, read only")
        .execute(&mut *tx)
        .await?;
    let mut found = Found {
        head: store::find_head(&mut tx).await?,
        ..Found::default()
    };
    let end = found.head.as_ref().map_or(0, |head| head.seq);
    let mut at = newest.map_or(0, |newest| (end - newest).max(0));
    let mut hash = match at {
        0 => vec![0; 32],
        at => store::find_hash(&mut tx, at).await?.unwrap_or_default(),
    };
    let mut fitting = 0;
    loop {
        let page = store::list_after(&mut tx, at, PAGE).await?;
        let Some(last) = page.last() else { break };
        let after = (last.seq, last.hash.clone());
        fitting += look(&mut tx, key, sources, &page, (at, hash), &mut found).await?;
        if fitting == 0 {
            return Ok(Verdict::WrongKey);
        }
        found.links += i64::try_from(page.len()).unwrap_or_default();
        (at, hash) = after;
    }
    if newest.is_none() {
        look_outside(&mut tx, sources, end, &mut found).await?;
    }
    if let Some(noted) = noted
        && !holds(&mut tx, noted).await?
    {
        found.add(end + 1, Break::NotTheHead(noted.clone()));
    }
    Ok(Verdict::Walked(found))
}

/// Whether the chain still has this link, its head of an earlier time.
///
/// # Errors
/// When the database fails.
pub async fn holds(conn: &mut PgConnection, noted: &Head) -> sqlx::Result<bool> {
    Ok(store::find_hash(conn, noted.seq).await?.as_ref() == Some(&noted.hash))
}

/// Looks at a page of links; gives how many fit the key.
async fn look(
    conn: &mut PgConnection,
    key: &Key,
    sources: &[&dyn Source],
    page: &[Link],
    (mut before, mut before_hash): (i64, Vec<u8>),
    found: &mut Found,
) -> sqlx::Result<usize> {
    let written = written(conn, sources, page).await?;
    let gone: Vec<Uuid> = page
        .iter()
        .filter(|link| !written.contains_key(&link.event_id))
        .filter_map(|link| link.submission_id.or(link.about_id))
        .collect();
    let erased: HashSet<Uuid> = store::list_erased(conn, &gone).await?.into_iter().collect();
    let mut fitting = 0;
    for link in page {
        if link.seq != before + 1 {
            found.add(before + 1, Break::Removed(link.seq - before - 1));
            before_hash.clone_from(&link.previous_hash);
        }
        let fits = link.computed(key, link.seq) == link.hash.as_slice();
        let event = written.get(&link.event_id);
        if fits {
            fitting += 1;
            if link.previous_hash != before_hash {
                found.add(link.seq, Break::Spliced);
            } else if let Some(what) = event_break(link, event, &erased, key) {
                found.add(link.seq, what);
            }
        } else if let Some(from) = moved_from(conn, key, link).await? {
            found.add(link.seq, Break::Moved(from));
        } else if event.is_none() && link.room != Room::Chain.code() && !is_erased(link, &erased) {
            found.add(link.seq, Break::Inserted);
        } else {
            found.add(link.seq, Break::Changed);
        }
        (before, before_hash) = (link.seq, link.hash.clone());
    }
    Ok(fitting)
}

/// The events of these links as they are written now.
async fn written(
    conn: &mut PgConnection,
    sources: &[&dyn Source],
    page: &[Link],
) -> sqlx::Result<HashMap<Uuid, Content>> {
    let mut written = HashMap::new();
    for source in sources {
        let events: Vec<Uuid> = page
            .iter()
            .filter(|link| link.room == source.room().code())
            .map(|link| link.event_id)
            .collect();
        if !events.is_empty() {
            written.extend(source.contents(conn, &events).await?);
        }
    }
    if page.iter().any(|link| link.kind == BEGUN) {
        let begun = store::find_begun(conn).await?.content();
        let links = page.iter().filter(|link| link.kind == BEGUN);
        written.extend(links.map(|link| (link.event_id, begun.clone())));
    }
    Ok(written)
}

fn event_break(link: &Link, event: Option<&Content>, erased: &HashSet<Uuid>, key: &Key) -> Option<Break> {
    match event {
        Some(content) if content.hash(key) == link.content_hash.as_slice() => None,
        Some(_) if link.kind == BEGUN => Some(Break::BeforeChanged),
        Some(_) => Some(Break::EventChanged(link.event_id)),
        // What was forgotten has no event but this link.
        None if link.room == Room::Chain.code() || is_erased(link, erased) => None,
        None => Some(Break::EventRemoved(link.event_id)),
    }
}

fn is_erased(link: &Link, erased: &HashSet<Uuid>) -> bool {
    let subjects = [link.submission_id, link.about_id];
    subjects.iter().flatten().any(|id| erased.contains(id))
}

/// As which number a link was written, that does not fit the one it has.
async fn moved_from(conn: &mut PgConnection, key: &Key, link: &Link) -> sqlx::Result<Option<i64>> {
    let before = if link.previous_hash.iter().all(|byte| *byte == 0) {
        Some(0)
    } else {
        store::find_seq_of_hash(conn, &link.previous_hash).await?
    };
    // Its own neighbour may have moved, too: then the numbers near to it are tried.
    let near = (link.seq - 3)..=(link.seq + 3);
    let tried = before.map(|before| before + 1).into_iter().chain(near);
    Ok(tried
        .filter(|seq| *seq != link.seq)
        .find(|seq| link.computed(key, *seq) == link.hash.as_slice()))
}

/// Events that have no link.
async fn look_outside(
    conn: &mut PgConnection,
    sources: &[&dyn Source],
    end: i64,
    found: &mut Found,
) -> sqlx::Result<()> {
    let begun = store::find_begun(conn).await?;
    for source in sources {
        let unlinked = source.unlinked(conn, begun.at).await?;
        let Some(digest) = unlinked.digest else {
            if unlinked.events > 0 {
                found.add(
                    end + 1,
                    Break::Unlinked(source.room(), unlinked.events, unlinked.newest),
                );
            }
            continue;
        };
        found.before = unlinked.events.min(begun.events);
        found.before_gone = begun.events - found.before;
        if unlinked.events > begun.events {
            let more = unlinked.events - begun.events;
            found.add(end + 1, Break::Unlinked(source.room(), more, unlinked.newest));
        } else if found.before_gone > 0 && store::count_erased(conn).await? == 0
            || found.before_gone == 0 && digest != begun.digest
        {
            found.add(end + 1, Break::BeforeChanged);
        }
    }
    Ok(())
}
