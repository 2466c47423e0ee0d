//! What readers hold against comments.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId, ReportId};
use sqlx::PgConnection;

use crate::{report::Reason, rules::Rule};

/// A report to be stored.
#[derive(Clone, Debug)]
pub(crate) struct NewReport<'a> {
    pub(crate) report_id: ReportId,
    pub(crate) comment_id: CommentId,
    pub(crate) reason: Reason,
    pub(crate) note: &'a str,
    /// Only with a notice that it is against the law.
    pub(crate) email: Option<&'a str>,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) voter: &'a [u8],
    pub(crate) at: DateTime<Utc>,
}

/// Stores it; one of each person. False: theirs is here already, and stays as it is.
pub(crate) async fn insert_report(conn: &mut PgConnection, new: &NewReport<'_>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into comment_reports (report_id, comment_id, reason, note, email, account_id, voter, reported_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (comment_id, voter) do nothing",
        new.report_id as _,
        new.comment_id as _,
        new.reason.code(),
        new.note,
        new.email,
        new.account_id as _,
        new.voter,
        new.at,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Has a comment wait that so many have reported, unless the newsroom has looked at it as it is. Their number, if it waits
/// from now on.
pub(crate) async fn hold_if_many(
    conn: &mut PgConnection,
    comment_id: CommentId,
    most: i32,
) -> sqlx::Result<Option<i32>> {
    sqlx::query_scalar!(
        "update comments
         set state = 'held', rule = $3, rule_found = report_count::text, version = version + 1
         where comment_id = $1 and state = 'shown' and $2 > 0 and report_count >= $2 and promoted_at is null
           and (decided_at is null or edited_at > decided_at)
         returning report_count",
        comment_id as _,
        most,
        Rule::Reports.code(),
    )
    .fetch_optional(conn)
    .await
}

/// Whether they have reported it.
pub(crate) async fn has_reported(
    conn: &mut PgConnection,
    comment_id: CommentId,
    voter: &[u8],
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from comment_reports where comment_id = $1 and voter = $2) as "is!""#,
        comment_id as _,
        voter,
    )
    .fetch_one(conn)
    .await
}

/// Where a comment was said that they have reported.
pub(crate) async fn find_reported_path(
    conn: &mut PgConnection,
    comment_id: CommentId,
    voter: &[u8],
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        "select path from comment_reports join comments using (comment_id) join threads using (thread_id)
         where comment_id = $1 and voter = $2",
        comment_id as _,
        voter,
    )
    .fetch_optional(conn)
    .await
}
