//! Who is told that somebody answered them.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId},
    lang::Lang,
};
use sqlx::PgConnection;

/// Whom an answer answers, as far as they are there to be told.
#[derive(Debug)]
pub(crate) struct Answered {
    /// What is answered.
    pub(crate) comment_id: CommentId,
    /// They have an account.
    pub(crate) account_id: Option<AccountId>,
    /// A guest who wants to be told left it.
    pub(crate) email: Option<String>,
    /// Of what they said.
    pub(crate) language: Lang,
}

/// Whom this answer answers, if everybody reads both, they are not its author, and they were not told of it.
pub(crate) async fn find_answered(
    conn: &mut PgConnection,
    answer: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Answered>> {
    sqlx::query_as!(
        Answered,
        r#"select said.comment_id as "comment_id: CommentId", said.account_id as "account_id: AccountId",
                  case when said.wants_answers then said.email end as email, said.language as "language: Lang"
           from comments as answer
           join comments as said on said.comment_id = answer.parent_id
           join threads on threads.thread_id = said.thread_id
           where answer.comment_id = $1 and answer.state = 'shown' and said.state = 'shown' and answer.told_at is null
             and ended_at is null and begun_at <= $2
             and (said.account_id is null or answer.account_id is distinct from said.account_id)
             and (said.device is null or answer.device is distinct from said.device)"#,
        answer as _,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// They are told of this answer. False: they were before; of two at once the second waits, and sees it.
pub(crate) async fn set_told(
    conn: &mut PgConnection,
    answer: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update comments set told_at = $2 where comment_id = $1 and told_at is null",
        answer as _,
        now,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether whoever wrote this comment is told of answers by mail.
pub(crate) async fn wants_answers(conn: &mut PgConnection, comment_id: CommentId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select from comments where comment_id = $1 and wants_answers and email is not null) as "wants!""#,
        comment_id as _,
    )
    .fetch_one(conn)
    .await
}

/// Writes no more to whoever wrote this comment, about any of theirs, and forgets the address.
pub(crate) async fn stop(conn: &mut PgConnection, comment_id: CommentId) -> sqlx::Result<()> {
    sqlx::query!(
        "update comments set email = null, wants_answers = false
         where lower(email) = (select lower(email) from comments where comment_id = $1)",
        comment_id as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}
