//! Notices that a comment is against the law, and the answers to them. An address is where it was left until the answer
//! takes it along; both are forgotten with the mail.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId, ReportId},
    jobs::{self, AnswerNotice},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::{comment::State, notices::Outcome, report::Reason};

/// Most notices on one page of the desk.
pub(crate) const PAGE: i64 = 50;

/// A notice, with the comment that it is about; never its address.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    pub(crate) report_id: ReportId,
    pub(crate) comment_id: CommentId,
    pub(crate) note: String,
    pub(crate) reported_at: DateTime<Utc>,
    /// Somebody decided.
    pub(crate) closed_at: Option<DateTime<Utc>>,
    pub(crate) answered_at: Option<DateTime<Utc>>,
    pub(crate) answered_by: Option<String>,
    /// There is an address to answer at.
    pub(crate) has_email: bool,
    pub(crate) name: String,
    pub(crate) body: String,
    pub(crate) language: Lang,
    pub(crate) state: State,
    /// Until then the decision can be undone.
    pub(crate) settles_at: Option<DateTime<Utc>>,
    /// Of the article.
    pub(crate) title: String,
}

/// What waits for an answer, the oldest first.
pub(crate) async fn list_waiting(conn: &mut PgConnection) -> sqlx::Result<Vec<Notice>> {
    let ids = sqlx::query_scalar!(
        "select report_id from comment_reports where email is not null and reason = $1
         order by reported_at, report_id limit $2",
        Reason::Legal.code(),
        PAGE,
    )
    .fetch_all(&mut *conn)
    .await?;
    list_these(conn, &ids).await
}

/// One of them; what is no such notice is none.
pub(crate) async fn find(conn: &mut PgConnection, id: ReportId) -> sqlx::Result<Option<Notice>> {
    Ok(list_these(conn, &[id.0]).await?.pop())
}

/// The same, and nobody else changes it until the caller's transaction ends. The comment is locked first, as by who takes it
/// back.
pub(crate) async fn find_for_update(conn: &mut PgConnection, id: ReportId) -> sqlx::Result<Option<Notice>> {
    sqlx::query!(
        "select from comments where comment_id = (select comment_id from comment_reports where report_id = $1)
         for no key update",
        id.0,
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "select from comment_reports where report_id = $1 for update",
        id.0
    )
    .execute(&mut *conn)
    .await?;
    find(conn, id).await
}

async fn list_these(conn: &mut PgConnection, ids: &[uuid::Uuid]) -> sqlx::Result<Vec<Notice>> {
    sqlx::query_as!(
        Notice,
        r#"select report_id as "report_id: ReportId", r.comment_id as "comment_id: CommentId", note, reported_at,
                  r.closed_at, answered_at, editor.display_name as "answered_by?", r.email is not null as "has_email!",
                  coalesce(author.display_name, c.name) as "name!", body, c.language as "language: Lang",
                  c.state as "state: State", c.settles_at, t.title
           from comment_reports as r
           join comments as c on c.comment_id = r.comment_id
           join threads as t using (thread_id)
           left join accounts as author on author.account_id = c.account_id
           left join accounts as editor on editor.account_id = r.answered_by
           where report_id = any($1) and r.reason = $2 order by reported_at, report_id"#,
        ids,
        Reason::Legal.code(),
    )
    .fetch_all(conn)
    .await
}

/// Puts the newsroom's answer on its way, once. False: there is no address to answer at any more.
pub(crate) async fn answer(
    conn: &mut PgConnection,
    id: ReportId,
    (outcome, words): (Outcome, &str),
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into comment_notice_letters (report_id, email, language, outcome, words, created_at)
         select report_id, comment_reports.email, language, $2, $3, $4
         from comment_reports join comments using (comment_id)
         where report_id = $1 and comment_reports.email is not null
         on conflict do nothing",
        id.0,
        outcome.code(),
        words,
        now,
    )
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query!(
        "update comment_reports set email = null, answered_at = $2, answered_by = $3 where report_id = $1",
        id.0,
        now,
        by.0,
    )
    .execute(&mut *conn)
    .await?;
    jobs::enqueue(conn, &AnswerNotice { report_id: id }).await?;
    Ok(true)
}

/// An author takes a comment back: whoever waits for an answer about it hears that, since there is nothing left to decide.
/// The caller holds the comment.
pub(crate) async fn answer_taken_back(
    conn: &mut PgConnection,
    comment_id: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let told = sqlx::query_scalar!(
        r#"insert into comment_notice_letters (report_id, email, language, outcome, words, created_at)
           select report_id, comment_reports.email, language, $2, '', $3
           from comment_reports join comments using (comment_id)
           where comment_id = $1 and comment_reports.email is not null
           on conflict do nothing
           returning report_id as "report_id: ReportId""#,
        comment_id.0,
        Outcome::TakenBack.code(),
        now,
    )
    .fetch_all(&mut *conn)
    .await?;
    if told.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "update comment_reports set email = null, answered_at = $2 where comment_id = $1 and email is not null",
        comment_id.0,
        now,
    )
    .execute(&mut *conn)
    .await?;
    for report_id in told {
        jobs::enqueue(&mut *conn, &AnswerNotice { report_id }).await?;
    }
    Ok(())
}

/// An answer on its way.
#[derive(Debug)]
pub(crate) struct NoticeLetter {
    pub(crate) email: String,
    pub(crate) language: Lang,
    /// As stored; [`Outcome::from_code`] knows it.
    pub(crate) outcome: String,
    pub(crate) words: String,
}

/// It, until it is sent.
pub(crate) async fn find_letter(conn: &mut PgConnection, id: ReportId) -> sqlx::Result<Option<NoticeLetter>> {
    sqlx::query_as!(
        NoticeLetter,
        r#"select email, language as "language: Lang", outcome, words from comment_notice_letters where report_id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await
}

/// It was sent.
pub(crate) async fn delete_letter(conn: &mut PgConnection, id: ReportId) -> sqlx::Result<()> {
    sqlx::query!("delete from comment_notice_letters where report_id = $1", id.0)
        .execute(conn)
        .await?;
    Ok(())
}
