//! What follows from a story being public: it can be found, and people can talk under it. Kept in the transaction that
//! writes the story.

use ground::{
    ids::{Ids, StoryId},
    jobs::{self, IndexStories, JobError},
};
use sqlx::PgConnection;

use crate::{
    State, slug,
    store::index::{self, Indexed},
};

/// So many stories are indexed in one transaction; nobody else writes to these until it ends.
const AT_ONCE: i64 = 50;
/// So many transactions has one job of the backlog.
const ROUNDS: usize = 20;

/// Brings up to date what a public story is found by, and its thread.
pub(crate) async fn keep(conn: &mut PgConnection, ids: &Ids, story_id: StoryId) -> sqlx::Result<()> {
    let Some(Indexed {
        texts,
        language,
        slug,
    }) = index::find_public(&mut *conn, story_id).await?
    else {
        return Ok(());
    };
    let place = texts.place.as_deref().map(crate::search::key);
    let place = place.filter(|place| !place.is_empty());
    index::set_document(&mut *conn, story_id, &texts.document(), place.as_deref()).await?;
    let article = comments::Article {
        title: &texts.title,
        language,
        path: &slug::path_of(&slug),
        begun_at: texts.published_at,
    };
    comments::open_thread(conn, ids, story_id, &article).await?;
    Ok(())
}

/// Does so for what was published before, from a story on, then asks for the rest: stopped anywhere, it goes on there.
pub(crate) async fn index_backlog(state: State, job: IndexStories) -> Result<(), JobError> {
    let mut after = job.after;
    for _ in 0..ROUNDS {
        let mut tx = ground::db::begin(&state.pool).await?;
        let stories = index::list_from_for_update(&mut tx, after, AT_ONCE).await?;
        for story_id in &stories {
            keep(&mut tx, &state.ids, *story_id).await?;
        }
        tx.commit().await?;
        let Some(last) = stories.last() else {
            return Ok(());
        };
        after = Some(*last);
    }
    let mut conn = state.pool.acquire().await?;
    Ok(jobs::enqueue(&mut conn, &IndexStories { after }).await?)
}
