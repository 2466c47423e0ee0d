//! The audit chain: what the newsroom did, each link bound to the one before it under a key that is not in the database.
//!
//! Rooms write their events into tables of their own, and in the same transaction [`append`] a link for each. A link
//! holds ids and times, and a keyed hash of the event as it was written; so it outlives the event, which goes with what
//! it tells of, and gives nothing away. [`verify`] walks the chain and says where it was broken.
//!
//! **Order.** Links are numbered under an advisory lock that is held until the transaction ends. It is the last lock that a
//! transaction waits for: it locks all the rows that it will write, and then appends. Whoever waits here holds rows that
//! nobody who is past this point still wants, so nobody waits in a circle. (Writing rows that are locked already, and new
//! ones, is fine afterwards: a press about many contributions locks them all first, and then writes and links one by one.)

mod content;
mod store;
#[cfg(test)]
mod tests;
mod verify;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

pub use content::Content;
pub use store::{Filter, Head, Link, find_head, has_links_about, list, seqs_of};
pub use verify::{Break, Broken, Found, Source, Unlinked, Verdict, holds, verify};

use crate::{
    ids::{AccountId, Ids, SubmissionId},
    secret::ServerKey,
};

/// What is derived from the server's key for this, and how links are written: another encoding gets another name.
const PURPOSE: &str = "bepart 2026-11-30 audit chain, links of version 1";

/// Under which links and contents are hashed.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

impl Key {
    /// Of this server.
    pub fn of(server: &ServerKey) -> Self {
        Self(server.derive(PURPOSE, b""))
    }

    /// Of these bytes, which only this server can make.
    pub(crate) fn hash(&self, bytes: &[u8]) -> [u8; 32] {
        *blake3::keyed_hash(&self.0, bytes).as_bytes()
    }
}

/// Whose event a link is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Room {
    /// The chain itself: that it began, that something was forgotten.
    Chain,
    /// A contribution's history.
    Review,
    /// What was done at the desk that is about no single contribution.
    Desk,
    /// The people of the newsroom.
    Accounts,
    /// What was done to comments.
    Comments,
}

impl Room {
    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Chain => "chain",
            Self::Review => "review",
            Self::Desk => "desk",
            Self::Accounts => "accounts",
            Self::Comments => "comments",
        }
    }
}

/// The first link: what was there before.
pub const BEGUN: &str = "begun";
/// A contribution, or an account, was forgotten, and its events with it.
pub const ERASED: &str = "erased";

/// An event that gets a link.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Whose.
    pub room: Room,
    /// Which.
    pub event_id: Uuid,
    /// The contribution, where it is about one.
    pub submission_id: Option<SubmissionId>,
    /// Whose account, where it is about a person of the newsroom.
    pub about_id: Option<AccountId>,
    /// Who did it; none: the contributor or the program.
    pub account_id: Option<AccountId>,
    /// What.
    pub kind: &'a str,
    /// As it was written.
    pub at: DateTime<Utc>,
    /// The event as it was written.
    pub content: Content,
}

impl Entry<'_> {
    /// That something is forgotten at `now`, and its events with it.
    pub fn erased(
        ids: &Ids,
        now: DateTime<Utc>,
        submission_id: Option<SubmissionId>,
        about_id: Option<AccountId>,
    ) -> Self {
        Self {
            room: Room::Chain,
            event_id: ids.mint::<crate::ids::EventId>(now).0,
            submission_id,
            about_id,
            account_id: None,
            kind: ERASED,
            at: now,
            content: Content::default(),
        }
    }
}

/// Links these events to the chain, in their order, in the caller's transaction, which now holds its last lock. Gives
/// the number of the last link.
///
/// # Errors
/// When the database fails, or this program was given no key.
pub async fn append(conn: &mut PgConnection, ids: &Ids, entries: &[Entry<'_>]) -> sqlx::Result<i64> {
    let key = ids
        .audit_key()
        .ok_or_else(|| sqlx::Error::Protocol("there is no key for the audit chain".to_owned()))?;
    store::lock(conn).await?;
    let mut head = match store::find_head(conn).await? {
        Some(head) => head,
        None => begin(conn, ids, key).await?,
    };
    let mut links = Vec::with_capacity(entries.len());
    for entry in entries {
        let link = Link::after(&head, entry, key);
        head = Head {
            seq: link.seq,
            hash: link.hash.clone(),
        };
        links.push(link);
    }
    store::insert(conn, &links).await?;
    Ok(head.seq)
}

/// Writes the first link, which vouches for what had happened before.
async fn begin(conn: &mut PgConnection, ids: &Ids, key: &Key) -> sqlx::Result<Head> {
    let begun = store::find_begun(conn).await?;
    let entry = Entry {
        room: Room::Chain,
        event_id: ids.mint::<crate::ids::EventId>(begun.at).0,
        submission_id: None,
        about_id: None,
        account_id: None,
        kind: BEGUN,
        at: begun.at,
        content: begun.content(),
    };
    let before = Head {
        seq: 0,
        hash: vec![0; 32],
    };
    let link = Link::after(&before, &entry, key);
    store::insert(conn, std::slice::from_ref(&link)).await?;
    Ok(Head {
        seq: link.seq,
        hash: link.hash,
    })
}

impl Link {
    fn after(head: &Head, entry: &Entry<'_>, key: &Key) -> Self {
        let mut link = Self {
            seq: head.seq + 1,
            room: entry.room.code().to_owned(),
            event_id: entry.event_id,
            submission_id: entry.submission_id.map(|id| id.0),
            about_id: entry.about_id.map(|id| id.0),
            account_id: entry.account_id.map(|id| id.0),
            kind: entry.kind.to_owned(),
            at: entry.at,
            content_hash: entry.content.hash(key).to_vec(),
            previous_hash: head.hash.clone(),
            hash: Vec::new(),
        };
        link.hash = link.computed(key, link.seq).to_vec();
        link
    }

    /// The hash that it has to have as number `seq`. The encoding: every field in this order, each with its length before
    /// it (a byte count, 8 bytes, little end first; a field that is not there has the length 2⁶⁴ − 1); numbers have 8
    /// bytes, little end first; times are microseconds since 1970; ids are their 16 bytes.
    fn computed(&self, key: &Key, seq: i64) -> [u8; 32] {
        Content::default()
            .bytes(&self.previous_hash)
            .number(seq)
            .text(&self.room)
            .id(Some(self.event_id))
            .id(self.submission_id)
            .id(self.about_id)
            .id(self.account_id)
            .text(&self.kind)
            .time(self.at)
            .bytes(&self.content_hash)
            .hash(key)
    }
}
