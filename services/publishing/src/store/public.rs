//! The public's side.

use chrono::{DateTime, Utc};
use ground::{
    blobs::PublicName,
    ids::{MediaId, StoryId},
    lang::Lang,
    secret,
};
use sqlx::PgConnection;

/// A story as the public may see it.
#[derive(Clone, Debug)]
pub(crate) struct PublicStory {
    pub(crate) story_id: StoryId,
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) language: Lang,
    /// Only while the contributor wants to be named.
    pub(crate) byline: Option<String>,
    pub(crate) place: Option<String>,
    /// By which the page of its place is found.
    pub(crate) place_folded: Option<String>,
    pub(crate) published_at: DateTime<Utc>,
    /// What the newsroom checked; empty: nothing is said.
    pub(crate) checked_note: String,
    pub(crate) corrected_at: Option<DateTime<Utc>>,
    /// What was put right since.
    pub(crate) correction: String,
    /// False once it is gone.
    pub(crate) live: bool,
}

/// A story in a list.
#[derive(Clone, Debug)]
pub(crate) struct Headline {
    pub(crate) story_id: StoryId,
    pub(crate) slug: String,
    pub(crate) title: String,
    pub(crate) language: Lang,
    /// Only while the contributor wants to be named.
    pub(crate) byline: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) published_at: DateTime<Utc>,
    /// Its first picture.
    pub(crate) media_id: Option<MediaId>,
    pub(crate) public_name: Option<PublicName>,
    pub(crate) alt: Option<String>,
}

/// A picture of a published story.
#[derive(Clone, Debug)]
pub(crate) struct Published {
    pub(crate) media_id: MediaId,
    pub(crate) public_name: PublicName,
    pub(crate) caption: String,
    pub(crate) alt: String,
}

/// A place in the list of stories, between two of them: `2026-11-22T18:00:00.000001Z` of which story.
pub(crate) type Place = (DateTime<Utc>, StoryId);

/// A story that is or once was public. Drafts are not found.
pub(crate) async fn find_public(
    conn: &mut PgConnection,
    slug: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<PublicStory>> {
    sqlx::query_as!(
        PublicStory,
        r#"select story_id as "story_id: StoryId", stories.title, stories.body,
                  stories.language as "language: Lang",
                  case when consent = 'named' then byline end as byline,
                  stories.place, place_folded, published_at as "published_at!", checked_note, corrected_at, correction,
                  story_is_live(published_at, stories.withdrawn_at, submissions.state, consent, $2) as "live!"
           from stories join submissions using (submission_id)
           -- Nobody has seen what is not public yet, nor what was undone before it was.
           where slug = $1 and published_at <= $2 and submissions.state in ('published', 'withdrawn')"#,
        slug,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// Whether a story that once was public had this slug, and everything else of it is forgotten.
pub(crate) async fn is_gone(conn: &mut PgConnection, slug: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from gone_stories where slug_hash = $1) as "gone!""#,
        secret::token_hash(slug),
    )
    .fetch_one(conn)
    .await
}

/// The public pictures of a story, in order.
pub(crate) async fn list_published(
    conn: &mut PgConnection,
    story_id: StoryId,
) -> sqlx::Result<Vec<Published>> {
    sqlx::query_as!(
        Published,
        r#"select media_id as "media_id: MediaId", public_name as "public_name!: PublicName", caption, alt
           from story_pictures where story_id = $1 and public_name is not null order by position"#,
        story_id as _,
    )
    .fetch_all(conn)
    .await
}

/// Which medium of a live story has this name.
pub(crate) async fn find_shown(
    conn: &mut PgConnection,
    name: &PublicName,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<MediaId>> {
    sqlx::query_scalar!(
        r#"select media_id as "media_id: MediaId" from story_pictures
           join stories using (story_id)
           join submissions using (submission_id)
           where public_name = $1
             and story_is_live(published_at, stories.withdrawn_at, submissions.state, consent, $2)"#,
        name.as_str(),
        now,
    )
    .fetch_optional(conn)
    .await
}

/// Whether a name is that of a picture of a live story.
pub(crate) async fn is_shown(
    conn: &mut PgConnection,
    name: &PublicName,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select 1 from story_pictures
               join stories using (story_id)
               join submissions using (submission_id)
               where public_name = $1
                 and story_is_live(published_at, stories.withdrawn_at, submissions.state, consent, $2)
           ) as "shown!""#,
        name.as_str(),
        now,
    )
    .fetch_one(conn)
    .await
}
