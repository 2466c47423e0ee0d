//! Taking back what was public.

use chrono::{DateTime, Utc};
use ground::{
    blobs::PublicName,
    ids::{AccountId, MediaId, StoryId, SubmissionId},
    lang::Lang,
    secret,
};
use sqlx::PgConnection;

/// A picture whose public copies are to go.
#[derive(Clone, Debug)]
pub(crate) struct Exposed {
    pub(crate) media_id: MediaId,
    pub(crate) public_name: PublicName,
}

/// Marks the story of a contribution as gone; answers which it is. None when no story was made of it.
pub(crate) async fn set_withdrawn(
    conn: &mut PgConnection,
    submission_id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<StoryId>> {
    sqlx::query_scalar!(
        r#"update stories
           set withdrawn_at = coalesce(withdrawn_at, $2),
               -- What nobody has seen leaves no address that says "gone".
               slug = case when published_at <= $2 then slug end,
               published_by = case when published_at <= $2 then published_by end,
               published_at = case when published_at <= $2 then published_at end
           where submission_id = $1 returning story_id as "story_id: StoryId""#,
        submission_id as _,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// The pictures of a story that have public copies.
pub(crate) async fn list_exposed(conn: &mut PgConnection, story_id: StoryId) -> sqlx::Result<Vec<Exposed>> {
    sqlx::query_as!(
        Exposed,
        r#"select media_id as "media_id: MediaId", public_name as "public_name!: PublicName"
           from story_pictures where story_id = $1 and public_name is not null order by position"#,
        story_id as _,
    )
    .fetch_all(conn)
    .await
}

/// The public names of a medium: of live stories, and of those whose copies are just being made.
pub(crate) async fn list_names(conn: &mut PgConnection, media_id: MediaId) -> sqlx::Result<Vec<PublicName>> {
    sqlx::query_scalar!(
        r#"select public_name as "public_name!: PublicName" from story_pictures join stories using (story_id)
           where media_id = $1 and public_name is not null and withdrawn_at is null"#,
        media_id as _,
    )
    .fetch_all(conn)
    .await
}

/// Forgets the public names of a withdrawn story: their objects are gone.
pub(crate) async fn clear_names(conn: &mut PgConnection, story_id: StoryId) -> sqlx::Result<()> {
    sqlx::query!(
        "update story_pictures set public_name = null
         where story_id = $1 and exists (select 1 from stories
             where stories.story_id = story_pictures.story_id and withdrawn_at is not null)",
        story_id as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Of these names, those whose objects are wanted: a picture of a story that is public has them. Consent is not
/// asked here, since a contributor may give it back; the public does not see them in between.
pub(crate) async fn list_kept(
    conn: &mut PgConnection,
    names: &[PublicName],
) -> sqlx::Result<Vec<PublicName>> {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    sqlx::query_scalar!(
        r#"select public_name as "public_name!: PublicName"
           from story_pictures
           join stories using (story_id)
           join submissions using (submission_id)
           where public_name = any($1) and stories.withdrawn_at is null and submissions.state = 'published'"#,
        &names,
    )
    .fetch_all(conn)
    .await
}

/// A story made of what somebody sent with their account.
#[derive(Clone, Debug)]
pub(crate) struct OfAccount {
    pub(crate) story_id: StoryId,
    pub(crate) submission_id: SubmissionId,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) language: Lang,
    pub(crate) byline: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) slug: Option<String>,
    pub(crate) published_at: Option<DateTime<Utc>>,
    pub(crate) withdrawn_at: Option<DateTime<Utc>>,
}

/// Stories made of contributions of an account, drafts among them, oldest first.
pub(crate) async fn list_of_account(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Vec<OfAccount>> {
    sqlx::query_as!(
        OfAccount,
        r#"select story_id as "story_id: StoryId", submission_id as "submission_id: SubmissionId", stories.title,
                  stories.body, stories.language as "language: Lang", byline, stories.place, slug, published_at,
                  stories.withdrawn_at
           from stories join submissions using (submission_id)
           where account_id = $1 order by stories.created_at, story_id"#,
        account_id as _,
    )
    .fetch_all(conn)
    .await
}

/// Forgets a story whose objects are gone. If it ever was public, its address says so for good.
pub(crate) async fn forget(
    conn: &mut PgConnection,
    story: &OfAccount,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    if let Some(slug) = &story.slug {
        sqlx::query!(
            "insert into gone_stories (slug_hash, gone_at) values ($1, $2) on conflict do nothing",
            secret::token_hash(slug),
            now,
        )
        .execute(&mut *conn)
        .await?;
    }
    sqlx::query!("delete from stories where story_id = $1", story.story_id as _)
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets the story of a contribution, if there is one. If it ever was public, its address says so for good.
pub(crate) async fn forget_of(
    conn: &mut PgConnection,
    submission_id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let slug = sqlx::query_scalar!(
        "delete from stories where submission_id = $1 returning slug",
        submission_id as _
    )
    .fetch_optional(&mut *conn)
    .await?;
    if let Some(slug) = slug.flatten() {
        sqlx::query!(
            "insert into gone_stories (slug_hash, gone_at) values ($1, $2) on conflict do nothing",
            secret::token_hash(&slug),
            now,
        )
        .execute(conn)
        .await?;
    }
    Ok(())
}
