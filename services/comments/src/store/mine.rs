//! What somebody with an account said, for themselves.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::comment::State;

/// A comment of one's own, in the list.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) comment_id: CommentId,
    /// How it begins.
    pub(crate) body: String,
    pub(crate) language: Lang,
    pub(crate) state: State,
    pub(crate) written_at: DateTime<Utc>,
    /// Why the newsroom removed it, once that cannot be undone.
    pub(crate) reason: Option<String>,
    pub(crate) like_count: i64,
    pub(crate) reply_count: i64,
    /// Of the article.
    pub(crate) title: String,
    pub(crate) path: String,
    /// The article is there to be read.
    pub(crate) is_live: bool,
}

/// The newest, older than this place.
pub(crate) async fn list_older(
    conn: &mut PgConnection,
    account_id: AccountId,
    before: Option<(DateTime<Utc>, CommentId)>,
    limit: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select comment_id as "comment_id: CommentId", left(c.body, 2000) as "body!", c.language as "language: Lang",
                  c.state as "state: State", written_at,
                  case when c.state = 'removed' and coalesce(c.settles_at <= $5, true) then reason end as reason,
                  like_count::bigint as "like_count!", reply_count::bigint as "reply_count!", t.title, path,
                  begun_at <= $5 and ended_at is null and (t.story_id is null or coalesce(story_is_live(
                      stories.published_at, stories.withdrawn_at, submissions.state, consent, $5), false)) as "is_live!"
           from comments as c
           join threads as t using (thread_id)
           left join stories on stories.story_id = t.story_id
           left join submissions using (submission_id)
           where c.account_id = $1 and (written_at, comment_id) <
                 (coalesce($2, 'infinity'::timestamptz), coalesce($3, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
           order by written_at desc, comment_id desc limit $4"#,
        account_id.0,
        before.map(|(at, _)| at),
        before.map(|(_, id)| id.0),
        limit,
        now,
    )
    .fetch_all(conn)
    .await
}
