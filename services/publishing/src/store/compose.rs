//! The editor's side: drafts and publication.

use chrono::{DateTime, Utc};
use ground::{
    blobs::PublicName,
    ids::{AccountId, MediaId, StoryId, SubmissionId},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::draft::{Draft, tags::Tag};

/// A story as it is stored.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_field_names,
    reason = "an id is called alike in every struct and column"
)]
pub(crate) struct Story {
    pub(crate) story_id: StoryId,
    pub(crate) version: i32,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) language: Lang,
    pub(crate) byline: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) tags: Vec<Tag>,
    pub(crate) checked_note: String,
    pub(crate) correction: String,
    pub(crate) slug: Option<String>,
    pub(crate) published_at: Option<DateTime<Utc>>,
    pub(crate) withdrawn_at: Option<DateTime<Utc>>,
}

/// A picture of a story, in the story's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) media_id: MediaId,
    pub(crate) caption: String,
    pub(crate) alt: String,
    /// Of its public copies; none before publication.
    pub(crate) public_name: Option<PublicName>,
}

/// The story made of a contribution, if there is one.
pub(crate) async fn find_story(
    conn: &mut PgConnection,
    submission_id: SubmissionId,
) -> sqlx::Result<Option<Story>> {
    let row = sqlx::query!(
        r#"select story_id as "story_id: StoryId", version, title, body, language as "language: Lang", byline,
                  place, checked_note, correction, slug, published_at, withdrawn_at,
                  array(select tag from story_tags where story_tags.story_id = stories.story_id
                        order by position) as "tags!",
                  array(select label from story_tags where story_tags.story_id = stories.story_id
                        order by position) as "labels!"
           from stories where submission_id = $1"#,
        submission_id as _,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| Story {
        story_id: row.story_id,
        version: row.version,
        title: row.title,
        body: row.body,
        language: row.language,
        byline: row.byline,
        place: row.place,
        tags: row
            .tags
            .into_iter()
            .zip(row.labels)
            .map(|(tag, label)| Tag { tag, label })
            .collect(),
        checked_note: row.checked_note,
        correction: row.correction,
        slug: row.slug,
        published_at: row.published_at,
        withdrawn_at: row.withdrawn_at,
    }))
}

/// The pictures of a story, in order.
pub(crate) async fn list_pictures(conn: &mut PgConnection, story_id: StoryId) -> sqlx::Result<Vec<Picture>> {
    sqlx::query_as!(
        Picture,
        r#"select media_id as "media_id: MediaId", caption, alt, public_name as "public_name: PublicName"
           from story_pictures where story_id = $1 order by position"#,
        story_id as _,
    )
    .fetch_all(conn)
    .await
}

/// The first version of a story.
pub(crate) async fn insert_story(
    conn: &mut PgConnection,
    story_id: StoryId,
    submission_id: SubmissionId,
    draft: &Draft,
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into stories
            (story_id, submission_id, title, body, language, byline, place, checked_note, correction, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        story_id as _,
        submission_id as _,
        draft.title,
        draft.body,
        draft.language.code(),
        draft.byline,
        draft.place,
        draft.checked_note,
        draft.correction,
        now,
        by as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The next version of a story. False when its writer has read another one, or it is gone.
pub(crate) async fn set_story(
    conn: &mut PgConnection,
    story_id: StoryId,
    version: i32,
    draft: &Draft,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update stories
         set version = version + 1, title = $3, body = $4, language = $5, byline = $6, place = $7,
             checked_note = $8, correction = $9,
             -- Since when it is put right as it is now.
             corrected_at = case when $9 = '' then null when $9 = correction then corrected_at else $10 end
         where story_id = $1 and version = $2 and withdrawn_at is null",
        story_id as _,
        version,
        draft.title,
        draft.body,
        draft.language.code(),
        draft.byline,
        draft.place,
        draft.checked_note,
        draft.correction,
        now,
    )
    .execute(conn)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Makes these the pictures of a story, in this order.
pub(crate) async fn set_pictures(
    conn: &mut PgConnection,
    story_id: StoryId,
    pictures: &[Picture],
) -> sqlx::Result<()> {
    sqlx::query!("delete from story_pictures where story_id = $1", story_id as _)
        .execute(&mut *conn)
        .await?;
    for (position, picture) in (0_i16..).zip(pictures) {
        sqlx::query!(
            "insert into story_pictures (story_id, position, media_id, caption, alt, public_name)
             values ($1, $2, $3, $4, $5, $6)",
            story_id as _,
            position,
            picture.media_id as _,
            picture.caption,
            picture.alt,
            picture.public_name.as_ref().map(PublicName::as_str),
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// Makes these the tags of a story, in this order; with the time of the story beside them.
pub(crate) async fn set_tags(conn: &mut PgConnection, story_id: StoryId, tags: &[Tag]) -> sqlx::Result<()> {
    sqlx::query!("delete from story_tags where story_id = $1", story_id as _)
        .execute(&mut *conn)
        .await?;
    for (position, tag) in (0_i16..).zip(tags) {
        sqlx::query!(
            "insert into story_tags (story_id, tag, label, position, published_at)
             select story_id, $2, $3, $4, case when withdrawn_at is null then published_at end
             from stories where story_id = $1",
            story_id as _,
            tag.tag,
            tag.label,
            position,
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// Gives a story its address, and the time from which on it is public.
pub(crate) async fn set_published(
    conn: &mut PgConnection,
    story_id: StoryId,
    slug: &str,
    (public_at, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<()> {
    sqlx::query!(
        "update stories set slug = $2, published_at = $3, published_by = $4 where story_id = $1",
        story_id as _,
        slug,
        public_at,
        by as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Makes a draft of a story again that nobody has seen.
pub(crate) async fn set_unpublished(conn: &mut PgConnection, story_id: StoryId) -> sqlx::Result<()> {
    sqlx::query!(
        "update stories
         set slug = null, published_at = null, published_by = null, version = version + 1
         where story_id = $1",
        story_id as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}
