//! All that this room keeps of somebody: to be taken along, and to be forgotten.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId, ReportId};
use serde_json::Value;
use sqlx::PgConnection;

/// Who is meant.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Whose<'a> {
    /// Somebody with an account.
    Account(AccountId),
    /// Who is known by a device, as [`crate::person`] hashes it.
    Device(&'a [u8]),
}

impl<'a> Whose<'a> {
    fn parts(self) -> (Option<uuid::Uuid>, Option<&'a [u8]>) {
        match self {
            Self::Account(account_id) => (Some(account_id.0), None),
            Self::Device(device) => (None, Some(device)),
        }
    }
}

/// Their next comments after this one, in the order of ids.
pub(crate) async fn list_comments(
    conn: &mut PgConnection,
    whose: Whose<'_>,
    after: Option<CommentId>,
    limit: i64,
) -> sqlx::Result<Vec<CommentId>> {
    let (account_id, device) = whose.parts();
    sqlx::query_scalar!(
        r#"select comment_id as "comment_id: CommentId" from comments
           where (account_id = $1 or device = $2) and ($3::uuid is null or comment_id > $3)
           order by comment_id limit $4"#,
        account_id,
        device,
        after.map(|id| id.0),
        limit,
    )
    .fetch_all(conn)
    .await
}

/// Whether it is still theirs.
pub(crate) async fn is_theirs(
    conn: &mut PgConnection,
    whose: Whose<'_>,
    comment_id: CommentId,
) -> sqlx::Result<bool> {
    let (account_id, device) = whose.parts();
    sqlx::query_scalar!(
        r#"select exists (
               select from comments where comment_id = $3 and (account_id = $1 or device = $2)) as "is!""#,
        account_id,
        device,
        comment_id.0,
    )
    .fetch_one(conn)
    .await
}

/// Takes back what they like.
pub(crate) async fn delete_likes(conn: &mut PgConnection, voter: &[u8]) -> sqlx::Result<()> {
    sqlx::query!("delete from comment_likes where voter = $1", voter)
        .execute(conn)
        .await?;
    Ok(())
}

/// What they hold against comments stays for the newsroom, without a word or a trace of theirs.
pub(crate) async fn disown_reports(conn: &mut PgConnection, voter: &[u8]) -> sqlx::Result<()> {
    let theirs = sqlx::query_scalar!(
        r#"select report_id as "report_id: ReportId" from comment_reports where voter = $1 order by report_id"#,
        voter,
    )
    .fetch_all(&mut *conn)
    .await?;
    for report_id in theirs {
        let nobody = ground::secret::random::<32>();
        sqlx::query!(
            "update comment_reports set voter = $2, note = '', email = null, account_id = null where report_id = $1",
            report_id.0,
            nobody.as_slice(),
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// What they were banned for, with their account.
pub(crate) async fn delete_bans(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<()> {
    sqlx::query!("delete from comment_bans where account_id = $1", account_id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// What a device said to its bans. These hold on: to be forgotten is no way around them.
pub(crate) async fn clear_appeals(conn: &mut PgConnection, device: &[u8]) -> sqlx::Result<()> {
    sqlx::query!(
        "update comment_bans set appeal = null, appealed_at = null, answer = null, answered_at = null, answered_by = null
         where device = $1 and appealed_at is not null",
        device,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What somebody of the newsroom has in hand at the desk.
pub(crate) async fn delete_claims(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<()> {
    sqlx::query!("delete from comment_claims where account_id = $1", account_id.0)
        .execute(&mut *conn)
        .await?;
    sqlx::query!(
        "update comment_claims set taken_from = null, taken_note = null where taken_from = $1",
        account_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A comment as its author takes it along: what it said, also before, and what became of it.
pub(crate) async fn read_comment(
    conn: &mut PgConnection,
    comment_id: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Value>> {
    sqlx::query_scalar!(
        r#"select json_build_object(
                'under', t.title, 'at', path, 'name', name, 'text', c.body, 'language', c.language,
                'state', case c.state when 'spam' then 'held' else c.state::text end,
                'written_at', written_at, 'edited_at', edited_at, 'answers_to', parent_id,
                'likes', like_count, 'answers', reply_count,
                -- While the newsroom can undo it, nobody is told.
                'reason', case when c.state = 'removed' and coalesce(c.settles_at <= $2, true) then reason end,
                'before', (select coalesce(json_agg(json_build_object('until', replaced_at, 'text', comment_edits.body)
                                                    order by replaced_at), '[]')
                           from comment_edits where comment_edits.comment_id = c.comment_id)) as "told!"
           from comments as c join threads as t using (thread_id) where c.comment_id = $1"#,
        comment_id.0,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// What else is kept of somebody: comments that they like, what they reported, bans.
pub(crate) async fn read_rest(
    conn: &mut PgConnection,
    account_id: AccountId,
    voter: &[u8],
) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"select json_build_object(
                'likes', (select coalesce(json_agg(comment_id order by comment_id), '[]')
                          from comment_likes where voter = $2),
                'reports', (select coalesce(json_agg(json_build_object(
                                'comment', comment_id, 'reason', reason, 'note', note, 'email', email,
                                'at', reported_at, 'closed_at', closed_at) order by reported_at), '[]')
                            from comment_reports where voter = $2),
                'bans', (select coalesce(json_agg(json_build_object(
                             'reason', reason, 'made_at', made_at, 'until', until, 'ended_at', ended_at,
                             'appeal', appeal, 'answer', answer) order by made_at), '[]')
                         from comment_bans where account_id = $1)) as "told!""#,
        account_id.0,
        voter,
    )
    .fetch_one(conn)
    .await
}
