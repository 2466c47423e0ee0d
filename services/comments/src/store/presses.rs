//! Presses at the desk: what each found and made, so that it can be undone, and what follows from it once it cannot.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, BatchId, CommentId};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::{
    comment::State,
    desk::{Deed, Standing},
};

/// A comment as a press finds it.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    pub(crate) comment_id: CommentId,
    pub(crate) name: String,
    /// How it begins.
    pub(crate) opening: String,
    pub(crate) state: State,
    pub(crate) version: i32,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    pub(crate) report_count: i32,
    pub(crate) pinned_at: Option<DateTime<Utc>>,
    pub(crate) promoted_at: Option<DateTime<Utc>>,
}

impl Subject {
    /// What the rules look at.
    pub(crate) fn standing(&self) -> Standing {
        Standing {
            state: self.state,
            is_looked_at: self.decided_at.is_some(),
            is_reported: self.report_count > 0,
            is_pinned: self.pinned_at.is_some(),
            is_promoted: self.promoted_at.is_some(),
        }
    }
}

/// These comments, as far as they are there, in the order in which presses change them.
pub(crate) async fn list_subjects(conn: &mut PgConnection, ids: &[CommentId]) -> sqlx::Result<Vec<Subject>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Subject,
        r#"select comment_id as "comment_id: CommentId", name,
                  left(body, 120) as "opening!", state as "state: State", version, decided_at, report_count,
                  pinned_at, promoted_at
           from comments where comment_id = any($1) order by thread_id, comment_id"#,
        &ids,
    )
    .fetch_all(conn)
    .await
}

/// The same, and nobody else may change them until the caller's transaction ends. What they answer is locked, too, since
/// answers are counted there; all in one order, so that whoever locks several never waits for who waits for them.
/// Rows that name a comment (claims, events, answers) may still be written.
pub(crate) async fn lock_subjects(conn: &mut PgConnection, ids: &[CommentId]) -> sqlx::Result<Vec<Subject>> {
    let plain: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query!(
        "select from comments
         where comment_id = any($1) or comment_id in (select parent_id from comments where comment_id = any($1))
         order by comment_id for no key update",
        &plain,
    )
    .execute(&mut *conn)
    .await?;
    list_subjects(conn, ids).await
}

/// Writes a press down. False when it is there already; one that is being written is waited for.
pub(crate) async fn insert_batch(
    conn: &mut PgConnection,
    batch_id: BatchId,
    by: AccountId,
    deed: Deed,
    (now, settles_at): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into comment_batches (batch_id, account_id, deed, made_at, settles_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
        batch_id.0,
        by.0,
        deed.code(),
        now,
        settles_at,
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Closes the reports of a comment. Gives which.
pub(crate) async fn close_reports(
    conn: &mut PgConnection,
    id: CommentId,
    by: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "update comment_reports set closed_at = $2, closed_by = $3
         where comment_id = $1 and closed_at is null returning report_id",
        id.0,
        now,
        by.0,
    )
    .fetch_all(conn)
    .await
}

/// Keeps how a comment stands before a press changes it, and which reports the press closed.
pub(crate) async fn insert_item(
    conn: &mut PgConnection,
    batch_id: BatchId,
    id: CommentId,
    reports: &[Uuid],
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into comment_batch_items (batch_id, comment_id, state, rule, decided_at, decided_by, reason, pinned_at,
                                          promoted_at, reports, version_after)
         select $1, comment_id, state, rule, decided_at, decided_by, reason, pinned_at, promoted_at, $3, version + 1
         from comments where comment_id = $2",
        batch_id.0,
        id.0,
        reports,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What a press writes into a comment.
#[derive(Debug)]
pub(crate) struct Decided<'a> {
    /// None: as it was.
    pub(crate) state: Option<State>,
    /// Somebody has looked at it.
    pub(crate) is_look: bool,
    pub(crate) reason: Option<&'a str>,
    pub(crate) pinned_at: Option<DateTime<Utc>>,
    pub(crate) promoted_at: Option<DateTime<Utc>>,
    pub(crate) by: AccountId,
    pub(crate) now: DateTime<Utc>,
    pub(crate) settles_at: DateTime<Utc>,
}

/// Writes it.
pub(crate) async fn set_decided(
    conn: &mut PgConnection,
    id: CommentId,
    decided: &Decided<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update comments
         set state = coalesce($2, state), version = version + 1,
             decided_at = case when $3 then $4 else decided_at end,
             decided_by = case when $3 then $5 else decided_by end,
             reason = case when $2 is null then reason else $6 end,
             shown_at = case when $2 = 'shown' then coalesce(shown_at, $4) else shown_at end,
             pinned_at = $7, promoted_at = $8, settles_at = $9
         where comment_id = $1",
        id.0,
        decided.state as Option<State>,
        decided.is_look,
        decided.now,
        decided.by.0,
        decided.reason,
        decided.pinned_at,
        decided.promoted_at,
        decided.settles_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// One press.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) account_id: AccountId,
    /// As stored; [`Deed::from_code`] knows it.
    pub(crate) deed: String,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) settles_at: DateTime<Utc>,
    pub(crate) undone_at: Option<DateTime<Utc>>,
}

/// A press. Nobody else may undo or settle it until the caller's transaction ends.
pub(crate) async fn find_batch_for_update(
    conn: &mut PgConnection,
    batch_id: BatchId,
) -> sqlx::Result<Option<Batch>> {
    sqlx::query_as!(
        Batch,
        r#"select account_id as "account_id: AccountId", deed, made_at, settles_at, undone_at
           from comment_batches where batch_id = $1 for update"#,
        batch_id.0,
    )
    .fetch_optional(conn)
    .await
}

/// What a press made of one comment.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) comment_id: CommentId,
    pub(crate) version_after: i32,
    pub(crate) reports: Vec<Uuid>,
}

/// What a press was about.
pub(crate) async fn list_items(conn: &mut PgConnection, batch_id: BatchId) -> sqlx::Result<Vec<Item>> {
    sqlx::query_as!(
        Item,
        r#"select comment_id as "comment_id: CommentId", version_after, reports
           from comment_batch_items where batch_id = $1 order by comment_id"#,
        batch_id.0,
    )
    .fetch_all(conn)
    .await
}

/// Puts a comment back as a press found it, and opens again the reports that it closed.
pub(crate) async fn restore(
    conn: &mut PgConnection,
    batch_id: BatchId,
    made_at: DateTime<Utc>,
    item: &Item,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update comments
         set state = item.state, rule = item.rule, decided_at = item.decided_at, decided_by = item.decided_by,
             reason = item.reason, pinned_at = item.pinned_at, promoted_at = item.promoted_at, settles_at = null,
             shown_at = case when shown_at = $3 and item.state <> 'shown' then null else shown_at end,
             version = version + 1
         from comment_batch_items as item
         where item.batch_id = $1 and item.comment_id = $2 and comments.comment_id = $2",
        batch_id.0,
        item.comment_id.0,
        made_at,
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "update comment_reports set closed_at = null, closed_by = null where report_id = any($1)",
        &item.reports,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes that a press was undone.
pub(crate) async fn set_undone(
    conn: &mut PgConnection,
    batch_id: BatchId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update comment_batches set undone_at = $2 where batch_id = $1",
        batch_id.0,
        now
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A press that can still be undone.
#[derive(Debug)]
pub(crate) struct Undoable {
    pub(crate) batch_id: BatchId,
    pub(crate) deed: String,
    pub(crate) settles_at: DateTime<Utc>,
    pub(crate) count: i64,
    /// It, where it is only one.
    pub(crate) only: Option<CommentId>,
}

/// Someone's last press, while it can be undone.
pub(crate) async fn find_undoable(
    conn: &mut PgConnection,
    by: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Undoable>> {
    sqlx::query_as!(
        Undoable,
        r#"select batch_id as "batch_id: BatchId", deed, settles_at, count as "count!", single as "only: CommentId"
           from (
               select batch_id, deed, settles_at from comment_batches
               where account_id = $1 and undone_at is null order by made_at desc, batch_id desc limit 1
           ) as batch
           cross join lateral (
               select count(*) as count, case when count(*) = 1 then min(comment_id::text)::uuid end as single
               from comment_batch_items as item where item.batch_id = batch.batch_id
           ) as items
           where settles_at > $2 and count > 0"#,
        by.0,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// How many comments someone's last press was about, if they undid it since `since`.
pub(crate) async fn count_undone(
    conn: &mut PgConnection,
    by: AccountId,
    since: DateTime<Utc>,
) -> sqlx::Result<Option<i64>> {
    sqlx::query_scalar!(
        r#"select (select count(*) from comment_batch_items as item where item.batch_id = last.batch_id) as "count!"
           from (select batch_id, undone_at from comment_batches
                 where account_id = $1 order by made_at desc, batch_id desc limit 1) as last
           where undone_at >= $2"#,
        by.0,
        since,
    )
    .fetch_optional(conn)
    .await
}

/// The comments of a press that everybody has read since it, and nobody before.
pub(crate) async fn list_first_shown(
    conn: &mut PgConnection,
    batch_id: BatchId,
) -> sqlx::Result<Vec<CommentId>> {
    sqlx::query_scalar!(
        r#"select comment_id as "comment_id: CommentId"
           from comment_batches join comment_batch_items as item using (batch_id) join comments using (comment_id)
           where batch_id = $1 and undone_at is null and item.state <> 'shown' and comments.state = 'shown'
             and shown_at = made_at
           order by comment_id"#,
        batch_id.0,
    )
    .fetch_all(conn)
    .await
}

/// Forgets a press that cannot be undone any more.
pub(crate) async fn delete_batch(conn: &mut PgConnection, batch_id: BatchId) -> sqlx::Result<()> {
    sqlx::query!("delete from comment_batches where batch_id = $1", batch_id.0)
        .execute(conn)
        .await?;
    Ok(())
}
