//! A comment as something is made of it.

use ground::ids::{AccountId, CommentId};
use sqlx::PgConnection;

use crate::comment::State;

/// What is needed of it.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) body: String,
    pub(crate) language: String,
    pub(crate) state: State,
    /// Of its article.
    pub(crate) title: String,
    /// What was made of it, as its history says.
    pub(crate) made: Option<String>,
}

/// A comment. Nobody else may change it until the caller's transaction ends.
pub(crate) async fn find_for_update(conn: &mut PgConnection, id: CommentId) -> sqlx::Result<Option<Row>> {
    sqlx::query!(
        "select from comments where comment_id = $1 for no key update",
        id.0
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query_as!(
        Row,
        r#"select coalesce(display_name, c.name) as "name!", c.account_id as "account_id: AccountId", body, c.language,
                  state as "state: State", title,
                  (select note from comment_events as event
                   where event.comment_id = c.comment_id and kind = 'contributed' order by at desc limit 1) as made
           from comments as c join threads using (thread_id)
           left join accounts on accounts.account_id = c.account_id
           where c.comment_id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await
}
