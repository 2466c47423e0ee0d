//! What was said lately, for the dry run of changed rules.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId, ThreadId};
use sqlx::PgConnection;
use uuid::Uuid;

/// A comment as it was said.
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub(crate) struct Spoken {
    pub(crate) comment_id: CommentId,
    pub(crate) thread_id: ThreadId,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) device: Option<Vec<u8>>,
    pub(crate) name: String,
    pub(crate) body: String,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) is_first: bool,
    pub(crate) is_shown: bool,
    pub(crate) is_staff: bool,
    pub(crate) begun_at: DateTime<Utc>,
    pub(crate) thread_holds: bool,
    pub(crate) thread_slow: Option<i32>,
}

/// Where a walk begins that sees the newest `most` comments written after `since`, and whether these are all.
pub(crate) async fn find_begin(
    conn: &mut PgConnection,
    since: DateTime<Utc>,
    most: i64,
) -> sqlx::Result<(DateTime<Utc>, bool)> {
    let at = sqlx::query_scalar!(
        "select written_at from comments where written_at > $1 order by written_at desc, comment_id desc
         offset $2 limit 1",
        since,
        most,
    )
    .fetch_optional(conn)
    .await?;
    Ok(at.map_or((since, true), |at| (at, false)))
}

/// The next of them, in the order in which they were said. What its author took back has no words any more.
pub(crate) async fn list(
    conn: &mut PgConnection,
    (after, after_id): (DateTime<Utc>, Uuid),
    limit: i64,
) -> sqlx::Result<Vec<Spoken>> {
    sqlx::query_as!(
        Spoken,
        r#"select comment_id as "comment_id: CommentId", thread_id as "thread_id: ThreadId",
                  comments.account_id as "account_id: AccountId", device, name, body, written_at, is_first,
                  state = 'shown' as "is_shown!", coalesce(role is not null, false) as "is_staff!",
                  begun_at, holds as thread_holds, slow_seconds as thread_slow
           from comments join threads using (thread_id)
                left join accounts on accounts.account_id = comments.account_id
           where (written_at, comment_id) > ($1, $2) and state <> 'deleted'
           order by written_at, comment_id limit $3"#,
        after,
        after_id,
        limit,
    )
    .fetch_all(conn)
    .await
}
