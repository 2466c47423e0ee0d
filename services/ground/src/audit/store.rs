//! The chain in the database.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use super::{Content, ERASED};
use crate::ids::{AccountId, SubmissionId};

/// A link as it is stored.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its number.
    pub seq: i64,
    /// A code of [`super::Room`].
    pub room: String,
    /// The event.
    pub event_id: Uuid,
    /// The contribution.
    pub submission_id: Option<Uuid>,
    /// Whose account.
    pub about_id: Option<Uuid>,
    /// Who did it.
    pub account_id: Option<Uuid>,
    /// What.
    pub kind: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Of the event as it was written.
    pub content_hash: Vec<u8>,
    /// Of the link before.
    pub previous_hash: Vec<u8>,
    /// Of this one.
    pub hash: Vec<u8>,
}

/// The end of the chain: with it written down elsewhere, nobody shortens the chain unseen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of its last link.
    pub seq: i64,
    /// And its hash.
    pub hash: Vec<u8>,
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.seq, data_encoding::HEXLOWER.encode(&self.hash))
    }
}

impl std::str::FromStr for Head {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let (seq, hash) = text.trim().split_once(':')?;
            let hash = data_encoding::HEXLOWER_PERMISSIVE.decode(hash.as_bytes()).ok()?;
            (hash.len() == 32).then_some(Self {
                seq: seq.parse().ok()?,
                hash,
            })
        };
        parse().ok_or("a head is a number, a colon and 64 hexadecimal digits")
    }
}

/// What had happened before there was a chain.
pub(super) struct Begun {
    pub(super) events: i64,
    pub(super) digest: Vec<u8>,
    pub(super) at: DateTime<Utc>,
}

impl Begun {
    pub(super) fn content(&self) -> Content {
        Content::default()
            .number(self.events)
            .bytes(&self.digest)
            .time(self.at)
    }
}

/// Nobody else appends until this transaction ends. Two statements follow each other: the next one sees what whoever
/// held the lock before has committed.
pub(super) async fn lock(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended('bepart audit chain', 0))")
        .execute(conn)
        .await?;
    Ok(())
}

/// The last link; none where nothing was chained yet.
///
/// # Errors
/// When the database fails.
pub async fn find_head(conn: &mut PgConnection) -> sqlx::Result<Option<Head>> {
    sqlx::query_as!(
        Head,
        "select seq, hash from audit_links order by seq desc limit 1"
    )
    .fetch_optional(conn)
    .await
}

pub(super) async fn find_hash(conn: &mut PgConnection, seq: i64) -> sqlx::Result<Option<Vec<u8>>> {
    sqlx::query_scalar!("select hash from audit_links where seq = $1", seq)
        .fetch_optional(conn)
        .await
}

pub(super) async fn find_begun(conn: &mut PgConnection) -> sqlx::Result<Begun> {
    sqlx::query_as!(Begun, "select events, digest, at from audit_begun")
        .fetch_one(conn)
        .await
}

pub(super) async fn insert(conn: &mut PgConnection, links: &[Link]) -> sqlx::Result<()> {
    let seqs: Vec<i64> = links.iter().map(|link| link.seq).collect();
    let rooms: Vec<String> = links.iter().map(|link| link.room.clone()).collect();
    let events: Vec<Uuid> = links.iter().map(|link| link.event_id).collect();
    let submissions: Vec<Option<Uuid>> = links.iter().map(|link| link.submission_id).collect();
    let abouts: Vec<Option<Uuid>> = links.iter().map(|link| link.about_id).collect();
    let accounts: Vec<Option<Uuid>> = links.iter().map(|link| link.account_id).collect();
    let kinds: Vec<String> = links.iter().map(|link| link.kind.clone()).collect();
    let ats: Vec<DateTime<Utc>> = links.iter().map(|link| link.at).collect();
    let contents: Vec<Vec<u8>> = links.iter().map(|link| link.content_hash.clone()).collect();
    let before: Vec<Vec<u8>> = links.iter().map(|link| link.previous_hash.clone()).collect();
    let hashes: Vec<Vec<u8>> = links.iter().map(|link| link.hash.clone()).collect();
    sqlx::query!(
        "insert into audit_links (seq, room, event_id, submission_id, about_id, account_id, kind, at, content_hash,
                                  previous_hash, hash)
         select * from unnest($1::bigint[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[],
                              $8::timestamptz[], $9::bytea[], $10::bytea[], $11::bytea[])",
        &seqs,
        &rooms,
        &events,
        &submissions as &[Option<Uuid>],
        &abouts as &[Option<Uuid>],
        &accounts as &[Option<Uuid>],
        &kinds,
        &ats,
        &contents,
        &before,
        &hashes,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The links after `seq`, in their order.
pub(super) async fn list_after(conn: &mut PgConnection, seq: i64, limit: i64) -> sqlx::Result<Vec<Link>> {
    sqlx::query_as!(
        Link,
        "select seq, room, event_id, submission_id, about_id, account_id, kind, at, content_hash, previous_hash, hash
         from audit_links where seq > $1 order by seq limit $2",
        seq,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// The number of a link by its hash. It looks through all of them: for a chain that is broken.
pub(super) async fn find_seq_of_hash(conn: &mut PgConnection, hash: &[u8]) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar!("select seq from audit_links where hash = $1 limit 1", hash)
        .fetch_optional(conn)
        .await
}

/// Of these contributions and accounts, those that the chain says were forgotten.
pub(super) async fn list_erased(conn: &mut PgConnection, subjects: &[Uuid]) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        r#"select coalesce(submission_id, about_id) as "id!" from audit_links
           where kind = $2 and (submission_id = any($1) or about_id = any($1))"#,
        subjects,
        ERASED,
    )
    .fetch_all(conn)
    .await
}

pub(super) async fn count_erased(conn: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from audit_links where kind = $1"#,
        ERASED
    )
    .fetch_one(conn)
    .await
}

/// Whether there are links about this person: then that they are forgotten is one, too.
///
/// # Errors
/// When the database fails.
pub async fn has_links_about(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from audit_links where about_id = $1) as "known!""#,
        account_id.0,
    )
    .fetch_one(conn)
    .await
}

/// Which links are asked for. What is none is not asked.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Who did it, or whom it is about.
    pub person: Option<AccountId>,
    /// What.
    pub kind: Option<String>,
    /// About which contribution.
    pub submission_id: Option<SubmissionId>,
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub until: Option<DateTime<Utc>>,
    /// Also of contributions that could endanger somebody.
    pub at_risk: bool,
}

/// Links, newest first, before number `before` (or from the newest on).
///
/// # Errors
/// When the database fails.
pub async fn list(
    conn: &mut PgConnection,
    filter: &Filter,
    before: Option<i64>,
    limit: i64,
) -> sqlx::Result<Vec<Link>> {
    sqlx::query_as!(
        Link,
        "select seq, room, event_id, submission_id, about_id, account_id, kind, at, content_hash, previous_hash, hash
         from audit_links
         where seq < coalesce($1, 9223372036854775807)
             and ($2::uuid is null or account_id = $2 or about_id = $2)
             and ($3::text is null or kind = $3)
             and ($4::uuid is null or submission_id = $4)
             and ($5::timestamptz is null or at >= $5)
             and ($6::timestamptz is null or at < $6)
             and ($7 or submission_id is null or not exists (
                 select from submissions where submissions.submission_id = audit_links.submission_id and at_risk))
         order by seq desc
         limit $8",
        before,
        filter.person.map(|id| id.0),
        filter.kind.as_deref(),
        filter.submission_id.map(|id| id.0),
        filter.from,
        filter.until,
        filter.at_risk,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// The numbers of the links of these events, of those that have one.
///
/// # Errors
/// When the database fails.
pub async fn seqs_of(conn: &mut PgConnection, events: &[Uuid]) -> sqlx::Result<Vec<(Uuid, i64)>> {
    let rows = sqlx::query!(
        "select event_id, seq from audit_links where event_id = any($1)",
        events
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.event_id, row.seq)).collect())
}
