//! What stands in the boxes beside stories.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use ground::{ids::StoryId, lang::Lang};
use sqlx::PgConnection;

/// One of the newest stories, as the box names it.
pub(crate) struct Latest {
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) language: Lang,
    pub(crate) place: Option<String>,
    pub(crate) published_at: DateTime<Utc>,
}

/// The newest live stories.
pub(crate) async fn list_latest(
    conn: &mut PgConnection,
    limit: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Latest>> {
    sqlx::query_as!(
        Latest,
        r#"select slug as "slug!", stories.title, stories.language as "language: Lang", stories.place,
                  published_at as "published_at!"
           from stories join submissions using (submission_id)
           where published_at is not null and stories.withdrawn_at is null
             and story_is_live(published_at, stories.withdrawn_at, submissions.state, consent, $2)
           order by published_at desc, story_id desc limit $1"#,
        limit,
        now,
    )
    .fetch_all(conn)
    .await
}

/// How many stories are public: a number that is kept, without those that can still be undone.
pub(crate) async fn count_published(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select published
                  - (select count(*) from stories where published_at > $1 and withdrawn_at is null) as "count!"
           from story_count"#,
        now,
    )
    .fetch_one(conn)
    .await
}

/// How much is said under each of these; those under which nothing is said are left out.
pub(crate) async fn count_said(
    conn: &mut PgConnection,
    stories: &[StoryId],
) -> sqlx::Result<HashMap<StoryId, i64>> {
    let ids: Vec<_> = stories.iter().map(|story_id| story_id.0).collect();
    let rows = sqlx::query!(
        r#"select story_id as "story_id!: StoryId", shown_count from threads
           where story_id = any($1) and shown_count > 0"#,
        &ids,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.story_id, row.shown_count.into()))
        .collect())
}
