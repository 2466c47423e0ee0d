//! Answers that the newsroom keeps ready, in the database.

use ground::{ids::ReplyId, lang::Lang};
use sqlx::PgConnection;

/// An answer that stands ready.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "as the column is called")]
pub(crate) struct Reply {
    pub(crate) reply_id: ReplyId,
    pub(crate) language: Lang,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) position: i32,
    pub(crate) version: i32,
}

/// Those of a language, in the order in which they are offered.
pub(crate) async fn list(conn: &mut PgConnection, language: Lang) -> sqlx::Result<Vec<Reply>> {
    sqlx::query_as!(
        Reply,
        r#"select reply_id as "reply_id: ReplyId", language as "language: Lang", title, body, position, version
           from saved_replies where language = $1 order by position, reply_id"#,
        language.code(),
    )
    .fetch_all(conn)
    .await
}

pub(crate) async fn find(conn: &mut PgConnection, id: ReplyId) -> sqlx::Result<Option<Reply>> {
    sqlx::query_as!(
        Reply,
        r#"select reply_id as "reply_id: ReplyId", language as "language: Lang", title, body, position, version
           from saved_replies where reply_id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await
}

/// Keeps a new one. Its form sent twice keeps it once.
pub(crate) async fn insert(conn: &mut PgConnection, reply: &Reply) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into saved_replies (reply_id, language, title, body, position) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
        reply.reply_id.0,
        reply.language.code(),
        reply.title,
        reply.body,
        reply.position,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Changes it. False when somebody changed or removed it since it was read.
pub(crate) async fn update(conn: &mut PgConnection, reply: &Reply) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update saved_replies set title = $3, body = $4, position = $5, version = version + 1
         where reply_id = $1 and version = $2",
        reply.reply_id.0,
        reply.version,
        reply.title,
        reply.body,
        reply.position,
    )
    .execute(conn)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Removes it. False when somebody changed it since it was read; one that is gone is removed.
pub(crate) async fn delete(conn: &mut PgConnection, id: ReplyId, version: i32) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"with gone as (delete from saved_replies where reply_id = $1 and version = $2 returning 1)
           select (select count(*) from gone) = 1
               or not exists (select from saved_replies where reply_id = $1) as "gone!""#,
        id.0,
        version,
    )
    .fetch_one(conn)
    .await
}
