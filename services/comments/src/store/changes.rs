//! Comments changed and taken back by who wrote them.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId, ThreadId},
    lang::Lang,
};
use sqlx::PgConnection;

use super::notices;
use crate::{comment::State, rules::Rule};

/// A comment as its author finds it.
#[derive(Clone, Debug)]
pub(crate) struct Own {
    pub(crate) comment_id: CommentId,
    pub(crate) thread_id: ThreadId,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) device: Option<Vec<u8>>,
    pub(crate) name: String,
    pub(crate) body: String,
    pub(crate) state: State,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) version: i32,
    /// Of the thread.
    pub(crate) title: String,
    pub(crate) path: String,
}

/// A comment in a thread that is there to be read.
pub(crate) async fn find_own(
    conn: &mut PgConnection,
    comment_id: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Own>> {
    sqlx::query_as!(
        Own,
        r#"select comment_id as "comment_id: CommentId", thread_id as "thread_id: ThreadId",
                  account_id as "account_id: AccountId", device, name, body,
                  state as "state: State", written_at, version, t.title, t.path
           from comments as c join threads as t using (thread_id)
           where comment_id = $1 and ended_at is null and begun_at <= $2"#,
        comment_id as _,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// Nobody else changes it until the caller's transaction ends. Its version now; `None`: it is gone.
pub(crate) async fn lock(conn: &mut PgConnection, comment_id: CommentId) -> sqlx::Result<Option<i32>> {
    sqlx::query_scalar!(
        "select version from comments where comment_id = $1 for no key update",
        comment_id as _,
    )
    .fetch_optional(conn)
    .await
}

/// A text in place of the one before.
#[derive(Clone, Debug)]
pub(crate) struct Edit<'a> {
    pub(crate) comment_id: CommentId,
    pub(crate) body: &'a str,
    pub(crate) language: Lang,
    pub(crate) state: State,
    /// Which rule decides on it now, if one does.
    pub(crate) rule: Option<(Rule, &'a str)>,
    pub(crate) at: DateTime<Utc>,
}

/// Puts it there, and keeps what it replaces for the newsroom.
pub(crate) async fn set_body(conn: &mut PgConnection, edit: &Edit<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into comment_edits (comment_id, replaced_at, body)
         select comment_id, $2, body from comments where comment_id = $1",
        edit.comment_id as _,
        edit.at,
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "update comments
         set body = $2, language = $3, state = $4, rule = coalesce($5, rule), rule_found = case
                 when $5 is null then rule_found else $6 end, edited_at = $7, version = version + 1
         where comment_id = $1",
        edit.comment_id as _,
        edit.body,
        edit.language.code(),
        edit.state as _,
        edit.rule.map(|(rule, _)| rule.code()),
        edit.rule.map(|(_, found)| found),
        edit.at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes a comment back for its author. It goes, and with it whatever above it was kept only because something answered;
/// while something answers it, the row stays and holds nothing of them. True: the row stays. The caller's transaction has
/// touched nothing of it before, or has it by [`lock_whole`].
pub(crate) async fn take_back(
    conn: &mut PgConnection,
    comment_id: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    lock_whole(conn, comment_id).await?;
    notices::answer_taken_back(conn, comment_id, now).await?;
    let stays = empty(conn, comment_id, now).await?;
    if !stays {
        remove(conn, comment_id).await?;
    }
    Ok(stays)
}

/// From now on nothing new can answer it, and what answers it already is seen. Taken before anything else of it is: who
/// answers it holds a part of the row, and waits for the rest.
pub(crate) async fn lock_whole(conn: &mut PgConnection, comment_id: CommentId) -> sqlx::Result<()> {
    sqlx::query!(
        "select from comments where comment_id = $1 for update",
        comment_id as _,
    )
    .fetch_optional(conn)
    .await?;
    Ok(())
}

/// The same of a row that is kept only for what answers it, so that nobody is just answering it. False: it is none.
async fn lock_empty(conn: &mut PgConnection, comment_id: CommentId) -> sqlx::Result<bool> {
    let found = sqlx::query!(
        "select from comments where comment_id = $1 and state = 'deleted' for update",
        comment_id as _,
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

/// Empties it if something answers it, whatever became of the answer. What was reported of it is answered with that.
async fn empty(conn: &mut PgConnection, comment_id: CommentId, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update comments
         set state = 'deleted', body = '', name = '', email = null, wants_answers = false, account_id = null,
             device = null, rule = null, rule_found = null, reason = null, settles_at = null, pinned_at = null,
             promoted_at = null, version = version + 1
         where comment_id = $1 and exists (select from comments as a where a.parent_id = $1)",
        comment_id as _,
    )
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!("delete from comment_edits where comment_id = $1", comment_id as _)
        .execute(&mut *conn)
        .await?;
    sqlx::query!("delete from comment_likes where comment_id = $1", comment_id as _)
        .execute(&mut *conn)
        .await?;
    sqlx::query!(
        "update comment_reports set closed_at = $2 where comment_id = $1 and closed_at is null",
        comment_id as _,
        now,
    )
    .execute(conn)
    .await?;
    Ok(true)
}

/// Deletes the row, then those above it that are empty and not answered any more.
async fn remove(conn: &mut PgConnection, comment_id: CommentId) -> sqlx::Result<()> {
    let mut above = delete(conn, comment_id).await?;
    while let Some(id) = above {
        if !lock_empty(conn, id).await? {
            break;
        }
        above = delete(conn, id).await?;
    }
    Ok(())
}

/// Deletes a row that nothing answers; what it answered, if it is gone now.
async fn delete(conn: &mut PgConnection, comment_id: CommentId) -> sqlx::Result<Option<CommentId>> {
    let gone = sqlx::query_scalar!(
        r#"delete from comments
           where comment_id = $1 and not exists (select from comments as a where a.parent_id = $1)
           returning parent_id as "parent_id: CommentId""#,
        comment_id as _,
    )
    .fetch_optional(conn)
    .await?;
    Ok(gone.flatten())
}

/// Where a thread is read.
pub(crate) async fn find_path(
    conn: &mut PgConnection,
    thread_id: ThreadId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        "select path from threads where thread_id = $1 and ended_at is null and begun_at <= $2",
        thread_id as _,
        now,
    )
    .fetch_optional(conn)
    .await
}
