//! One comment, with all that the newsroom may know of it.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId, ReportId, ThreadId};
use sqlx::PgConnection;

use crate::comment::State;

/// A comment, as its page at the desk shows it.
#[derive(Clone, Debug)]
pub(crate) struct Whole {
    pub(crate) comment_id: CommentId,
    pub(crate) thread_id: ThreadId,
    pub(crate) parent_id: Option<CommentId>,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) device: Option<Vec<u8>>,
    pub(crate) name: String,
    pub(crate) has_email: bool,
    pub(crate) body: String,
    pub(crate) language: String,
    pub(crate) state: State,
    pub(crate) rule: Option<String>,
    pub(crate) rule_found: Option<String>,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) edited_at: Option<DateTime<Utc>>,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) decided_by: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) pinned_at: Option<DateTime<Utc>>,
    pub(crate) promoted_at: Option<DateTime<Utc>>,
    pub(crate) like_count: i64,
    pub(crate) reply_count: i64,
    pub(crate) report_count: i64,
    pub(crate) version: i32,
}

/// A comment.
pub(crate) async fn find(conn: &mut PgConnection, id: CommentId) -> sqlx::Result<Option<Whole>> {
    sqlx::query_as!(
        Whole,
        r#"select comment_id as "comment_id: CommentId", thread_id as "thread_id: ThreadId",
                  parent_id as "parent_id: CommentId", c.account_id as "account_id: AccountId", device,
                  coalesce(author.display_name, c.name) as "name!", c.email is not null as "has_email!", body,
                  c.language, state as "state: State", rule, rule_found, written_at, edited_at, decided_at,
                  editor.display_name as "decided_by?", reason, pinned_at, promoted_at,
                  like_count::bigint as "like_count!", reply_count::bigint as "reply_count!",
                  report_count::bigint as "report_count!", version
           from comments as c
           left join accounts as author on author.account_id = c.account_id
           left join accounts as editor on editor.account_id = c.decided_by
           where comment_id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await
}

/// What a comment replaced.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) replaced_at: DateTime<Utc>,
    pub(crate) body: String,
}

/// What a comment said before, the newest first.
pub(crate) async fn list_edits(conn: &mut PgConnection, id: CommentId) -> sqlx::Result<Vec<Edit>> {
    sqlx::query_as!(
        Edit,
        "select replaced_at, body from comment_edits where comment_id = $1 order by replaced_at desc limit 50",
        id.0,
    )
    .fetch_all(conn)
    .await
}

/// What somebody holds against a comment.
#[derive(Debug)]
#[expect(clippy::struct_field_names, reason = "ids are called the same everywhere")]
pub(crate) struct Report {
    pub(crate) report_id: ReportId,
    pub(crate) reason: String,
    pub(crate) note: String,
    pub(crate) has_email: bool,
    pub(crate) reported_at: DateTime<Utc>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
}

/// What is held against a comment: what waits first, then the newest.
pub(crate) async fn list_reports(conn: &mut PgConnection, id: CommentId) -> sqlx::Result<Vec<Report>> {
    sqlx::query_as!(
        Report,
        r#"select report_id as "report_id: ReportId", reason, note, email is not null as "has_email!", reported_at,
                  closed_at
           from comment_reports where comment_id = $1
           order by closed_at is not null, reported_at desc, report_id limit 100"#,
        id.0,
    )
    .fetch_all(conn)
    .await
}

/// Something that was done to a comment.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) at: DateTime<Utc>,
    /// Of the newsroom; none: its author, or the machine.
    pub(crate) who: Option<String>,
    /// As stored; [`crate::event::Kind::from_code`] knows it.
    pub(crate) kind: String,
    pub(crate) note: String,
}

/// What was done to a comment, the first first.
pub(crate) async fn list_events(conn: &mut PgConnection, id: CommentId) -> sqlx::Result<Vec<Event>> {
    sqlx::query_as!(
        Event,
        r#"select at, display_name as "who?", kind, note
           from (select * from comment_events where comment_id = $1 order by at desc, number desc limit 200) as event
           left join accounts using (account_id) order by at, number"#,
        id.0,
    )
    .fetch_all(conn)
    .await
}

/// What somebody has said so far, as far as it is counted.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) first_at: Option<DateTime<Utc>>,
    pub(crate) all: i64,
    pub(crate) shown: i64,
    pub(crate) removed: i64,
    pub(crate) spam: i64,
    pub(crate) held: i64,
}

/// Of somebody with an account, or of a device: their newest 500.
pub(crate) async fn find_record(
    conn: &mut PgConnection,
    account: Option<AccountId>,
    device: Option<&[u8]>,
) -> sqlx::Result<Record> {
    sqlx::query_as!(
        Record,
        r#"select min(written_at) as first_at, count(*) as "all!", count(*) filter (where state = 'shown') as "shown!",
                  count(*) filter (where state = 'removed') as "removed!",
                  count(*) filter (where state = 'spam') as "spam!", count(*) filter (where state = 'held') as "held!"
           from ((select written_at, state from comments where account_id = $1 order by written_at desc limit 500)
                 union all
                 (select written_at, state from comments where device = $2 order by written_at desc limit 500)) as theirs"#,
        account.map(|id| id.0),
        device,
    )
    .fetch_one(conn)
    .await
}

/// Another comment of the same person.
#[derive(Debug)]
pub(crate) struct Other {
    pub(crate) comment_id: CommentId,
    pub(crate) opening: String,
    pub(crate) state: State,
    pub(crate) written_at: DateTime<Utc>,
}

/// The newest others of the same person.
pub(crate) async fn list_others(
    conn: &mut PgConnection,
    id: CommentId,
    account: Option<AccountId>,
    device: Option<&[u8]>,
    limit: i64,
) -> sqlx::Result<Vec<Other>> {
    sqlx::query_as!(
        Other,
        r#"select comment_id as "comment_id!: CommentId", left(body, 120) as "opening!", state as "state!: State",
                  written_at as "written_at!"
           from ((select comment_id, body, state, written_at from comments where account_id = $1
                  order by written_at desc, comment_id desc limit $4)
                 union all
                 (select comment_id, body, state, written_at from comments where device = $2
                  order by written_at desc limit $4)) as theirs
           where comment_id <> $3 order by written_at desc, comment_id desc limit $4"#,
        account.map(|id| id.0),
        device,
        id.0,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// An address that belongs to a comment.
#[derive(Debug)]
pub(crate) struct Address {
    pub(crate) email: String,
    /// Why whoever left it reported the comment; none: its author's.
    pub(crate) reported: Option<String>,
}

/// The addresses that were left with a comment, or with what is held against it.
pub(crate) async fn list_addresses(conn: &mut PgConnection, id: CommentId) -> sqlx::Result<Vec<Address>> {
    sqlx::query_as!(
        Address,
        r#"select email as "email!", null as reported from comments where comment_id = $1 and email is not null
           union all
           (select email, reason from comment_reports where comment_id = $1 and email is not null
            order by reported_at limit 100)"#,
        id.0,
    )
    .fetch_all(conn)
    .await
}
