//! Threads, as other rooms begin and end them.

use chrono::{DateTime, Utc};
use ground::ids::{StoryId, ThreadId};
use sqlx::PgConnection;

use crate::thread::Article;

/// Begins a story's thread, or brings it up to date; one that had ended begins again.
pub(crate) async fn put_of_story(
    conn: &mut PgConnection,
    thread_id: ThreadId,
    story_id: StoryId,
    article: &Article<'_>,
) -> sqlx::Result<ThreadId> {
    sqlx::query_scalar!(
        r#"insert into threads (thread_id, story_id, title, language, path, begun_at)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (story_id) do update
           set title = excluded.title, language = excluded.language, path = excluded.path,
               begun_at = excluded.begun_at, ended_at = null
           returning thread_id as "thread_id: ThreadId""#,
        thread_id as _,
        story_id as _,
        article.title,
        article.language.code(),
        article.path,
        article.begun_at,
    )
    .fetch_one(conn)
    .await
}

/// Ends a story's thread: nothing of it is public any more.
pub(crate) async fn end_of_story(
    conn: &mut PgConnection,
    story_id: StoryId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update threads set ended_at = $2 where story_id = $1 and ended_at is null",
        story_id as _,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}
