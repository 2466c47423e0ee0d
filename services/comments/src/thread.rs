//! Where people talk, and how other rooms begin and end it.

use chrono::{DateTime, Utc};
use ground::{
    ids::{Ids, StoryId, ThreadId},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::store::threads;

/// What a thread is under.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Its headline.
    pub title: &'a str,
    /// Of the text.
    pub language: Lang,
    /// A path of ours, or the whole address of a page of the newsroom's own site.
    pub path: &'a str,
    /// When it appeared.
    pub begun_at: DateTime<Utc>,
}

/// Begins the thread of a story, in the transaction that makes it public; once more, it brings title and path up to date.
///
/// # Errors
/// The database's.
pub async fn open_thread(
    conn: &mut PgConnection,
    ids: &Ids,
    story_id: StoryId,
    article: &Article<'_>,
) -> sqlx::Result<ThreadId> {
    threads::put_of_story(conn, ids.mint(article.begun_at), story_id, article).await
}

/// Ends the thread of a story that is gone.
///
/// # Errors
/// The database's.
pub async fn end_thread(conn: &mut PgConnection, story_id: StoryId, now: DateTime<Utc>) -> sqlx::Result<()> {
    threads::end_of_story(conn, story_id, now).await
}
