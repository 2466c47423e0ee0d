//! Comments coming in.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId, ThreadId},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::{
    comment::{DEPTH_MAX, State},
    person::Person,
    rules::Rule,
};

/// Where something is said.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) thread_id: ThreadId,
    pub(crate) title: String,
    pub(crate) language: Lang,
    pub(crate) path: String,
}

/// A thread that is there to be read.
pub(crate) async fn find_place(
    conn: &mut PgConnection,
    thread_id: ThreadId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Place>> {
    sqlx::query_as!(
        Place,
        r#"select thread_id as "thread_id: ThreadId", title, language as "language: Lang", path
           from threads where thread_id = $1 and ended_at is null and begun_at <= $2"#,
        thread_id as _,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// What is answered.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "ids are called the same everywhere")]
pub(crate) struct Parent {
    pub(crate) comment_id: CommentId,
    pub(crate) parent_id: Option<CommentId>,
    pub(crate) top_id: CommentId,
    pub(crate) depth: i16,
    /// What its author is called now.
    pub(crate) name: String,
    pub(crate) body: String,
}

/// A comment of this thread that everybody reads.
pub(crate) async fn find_parent(
    conn: &mut PgConnection,
    thread_id: ThreadId,
    comment_id: CommentId,
) -> sqlx::Result<Option<Parent>> {
    sqlx::query_as!(
        Parent,
        r#"select comment_id as "comment_id: CommentId", parent_id as "parent_id: CommentId",
                  top_id as "top_id: CommentId", depth,
                  coalesce((select display_name from accounts as a where a.account_id = c.account_id), name) as "name!",
                  body
           from comments as c where comment_id = $2 and thread_id = $1 and state = 'shown'"#,
        thread_id as _,
        comment_id as _,
    )
    .fetch_optional(conn)
    .await
}

/// A comment that came before, as far as it says whether it comes again.
#[derive(Clone, Debug)]
pub(crate) struct Posted {
    pub(crate) thread_id: ThreadId,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) device: Option<Vec<u8>>,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) state: State,
    /// This is its text, or was before it was changed.
    pub(crate) is_text: bool,
}

/// The comment of this id, compared with a text.
pub(crate) async fn find_posted(
    conn: &mut PgConnection,
    comment_id: CommentId,
    body: &str,
) -> sqlx::Result<Option<Posted>> {
    sqlx::query_as!(
        Posted,
        r#"select thread_id as "thread_id: ThreadId", account_id as "account_id: AccountId", device, name, email,
                  state as "state: State",
                  body = $2 or exists (select from comment_edits as e where e.comment_id = c.comment_id and e.body = $2)
                      as "is_text!"
           from comments as c where comment_id = $1"#,
        comment_id as _,
        body,
    )
    .fetch_optional(conn)
    .await
}

/// A comment to be stored.
#[derive(Clone, Debug)]
pub(crate) struct NewComment<'a> {
    pub(crate) comment_id: CommentId,
    pub(crate) thread_id: ThreadId,
    /// What it answers.
    pub(crate) parent: Option<&'a Parent>,
    /// Not [`Person::Nobody`]: whoever says something can be known again.
    pub(crate) person: &'a Person,
    pub(crate) name: &'a str,
    pub(crate) email: Option<&'a str>,
    pub(crate) wants_answers: bool,
    pub(crate) body: &'a str,
    pub(crate) language: Lang,
    pub(crate) state: State,
    /// Which rule of the machine decided, and what it found.
    pub(crate) rule: Option<(Rule, &'a str)>,
    pub(crate) written_at: DateTime<Utc>,
    /// None of theirs was shown before.
    pub(crate) is_first: bool,
}

/// Stores it. False: there is one of this id already, and nothing happened.
pub(crate) async fn insert(conn: &mut PgConnection, new: &NewComment<'_>) -> sqlx::Result<bool> {
    let (parent_id, top_id, depth) = match new.parent {
        None => (None, new.comment_id, 0),
        // What answers the deepest stands beside it.
        Some(parent) if parent.depth == DEPTH_MAX => (parent.parent_id, parent.top_id, DEPTH_MAX),
        Some(parent) => (Some(parent.comment_id), parent.top_id, parent.depth + 1),
    };
    let (account_id, device) = match new.person {
        Person::Account(account_id) => (Some(*account_id), None),
        Person::Device(device) => (None, Some(device.as_slice())),
        Person::Nobody => (None, None),
    };
    let done = sqlx::query!(
        "insert into comments (comment_id, thread_id, parent_id, top_id, depth, account_id, device, name, email,
                               wants_answers, body, language, state, rule, rule_found, written_at, shown_at, is_first)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         on conflict (comment_id) do nothing",
        new.comment_id as _,
        new.thread_id as _,
        parent_id as _,
        top_id as _,
        depth,
        account_id as _,
        device,
        new.name,
        new.email,
        new.wants_answers,
        new.body,
        new.language.code(),
        new.state as _,
        new.rule.map(|(rule, _)| rule.code()),
        new.rule.map(|(_, found)| found),
        new.written_at,
        (new.state == State::Shown).then_some(new.written_at),
        new.is_first,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What the people of the newsroom are called.
pub(crate) async fn list_staff_names(conn: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!("select display_name from accounts where role is not null and deleted_at is null")
        .fetch_all(conn)
        .await
}
