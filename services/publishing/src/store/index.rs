//! What public stories are found by.

use ground::{ids::StoryId, lang::Lang};
use sqlx::PgConnection;

use crate::search::Texts;

/// What has to be known of a public story to make it findable.
pub(crate) struct Indexed {
    pub(crate) texts: Texts,
    pub(crate) language: Lang,
    pub(crate) slug: String,
}

/// The texts of a story that is public, or will be in a moment.
pub(crate) async fn find_public(conn: &mut PgConnection, story_id: StoryId) -> sqlx::Result<Option<Indexed>> {
    let row = sqlx::query!(
        r#"select title, body, place, byline, language as "language: Lang", slug as "slug!",
                  published_at as "published_at!",
                  array(select label from story_tags where story_tags.story_id = stories.story_id) as "tags!",
                  array(select caption || ' ' || alt from story_pictures
                        where story_pictures.story_id = stories.story_id) as "pictures!"
           from stories where story_id = $1 and published_at is not null and withdrawn_at is null"#,
        story_id as _,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Indexed {
        texts: Texts {
            title: row.title,
            body: row.body,
            place: row.place,
            byline: row.byline,
            tags: row.tags,
            pictures: row.pictures,
            published_at: row.published_at,
        },
        language: row.language,
        slug: row.slug,
    }))
}

/// Writes what a story is found by. What is the same already is not written again: each writing is one to an index with
/// all its words.
pub(crate) async fn set_document(
    conn: &mut PgConnection,
    story_id: StoryId,
    document: &str,
    place: Option<&str>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update stories set document = $2::text::tsvector, place_folded = $3
         where story_id = $1
           and (document is distinct from $2::text::tsvector or place_folded is distinct from $3)",
        story_id as _,
        document,
        place,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The public stories after one, in the order of their ids; nobody else writes to them meanwhile.
pub(crate) async fn list_from_for_update(
    conn: &mut PgConnection,
    after: Option<StoryId>,
    limit: i64,
) -> sqlx::Result<Vec<StoryId>> {
    sqlx::query_scalar!(
        r#"select story_id as "story_id: StoryId" from stories
           where story_id > coalesce($1, '00000000-0000-0000-0000-000000000000'::uuid)
             and published_at is not null and withdrawn_at is null
           order by story_id limit $2 for update"#,
        after.map(|id| id.0),
        limit,
    )
    .fetch_all(conn)
    .await
}
