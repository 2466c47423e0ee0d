//! Stories as lists and feeds tell of them.

use chrono::{DateTime, Utc};
use ground::{
    blobs::PublicName,
    ids::{MediaId, StoryId, ThreadId},
    lang::Lang,
};
use sqlx::PgConnection;

use super::public::{Headline, Place};
use crate::draft::tags::Tag;

/// A story in a list, with how it begins.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) headline: Headline,
    pub(crate) beginning: String,
    pub(crate) corrected_at: Option<DateTime<Utc>>,
    /// Labels.
    pub(crate) tags: Vec<String>,
}

/// Those of these stories that are live, in the order of the places.
pub(crate) async fn list(
    conn: &mut PgConnection,
    places: &[Place],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Told>> {
    let ids: Vec<_> = places.iter().map(|(_, story_id)| story_id.0).collect();
    let rows = sqlx::query!(
        r#"select story_id as "story_id!: StoryId", slug as "slug!", stories.title,
                  stories.language as "language: Lang",
                  case when consent = 'named' then byline end as byline,
                  stories.place, published_at as "published_at!", corrected_at,
                  left(stories.body, 600) as "beginning!",
                  array(select label from story_tags where story_tags.story_id = stories.story_id
                        order by position) as "tags!",
                  first.media_id as "media_id?: MediaId", first.public_name as "public_name?: PublicName",
                  first.alt as "alt?"
           from unnest($1::uuid[]) with ordinality as wanted (story_id, number)
           join stories using (story_id)
           join submissions using (submission_id)
           left join lateral (
               select media_id, public_name, alt from story_pictures
               where story_pictures.story_id = stories.story_id and public_name is not null
               order by position limit 1
           ) as first on true
           where story_is_live(published_at, stories.withdrawn_at, submissions.state, consent, $2)
           order by wanted.number"#,
        &ids,
        now,
    )
    .fetch_all(conn)
    .await?;
    let told = rows.into_iter().map(|row| Told {
        headline: Headline {
            story_id: row.story_id,
            slug: row.slug,
            title: row.title,
            language: row.language,
            byline: row.byline,
            place: row.place,
            published_at: row.published_at,
            media_id: row.media_id,
            public_name: row.public_name,
            alt: row.alt,
        },
        beginning: row.beginning,
        corrected_at: row.corrected_at,
        tags: row.tags,
    });
    Ok(told.collect())
}

/// The tags of a story, in the newsroom's order.
pub(crate) async fn list_tags(conn: &mut PgConnection, story_id: StoryId) -> sqlx::Result<Vec<Tag>> {
    sqlx::query_as!(
        Tag,
        "select tag, label from story_tags where story_id = $1 order by position",
        story_id as _,
    )
    .fetch_all(conn)
    .await
}

/// How the newsroom writes a tag: as in the newest story that has it.
pub(crate) async fn find_label(
    conn: &mut PgConnection,
    tag: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        "select label from story_tags where tag = $1 and published_at <= $2
         order by published_at desc, story_id desc limit 1",
        tag,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// The thread under a story, if it has one.
pub(crate) async fn find_thread(
    conn: &mut PgConnection,
    story_id: StoryId,
) -> sqlx::Result<Option<ThreadId>> {
    sqlx::query_scalar!(
        r#"select thread_id as "thread_id: ThreadId" from threads where story_id = $1"#,
        story_id as _,
    )
    .fetch_optional(conn)
    .await
}
