//! The public page of a story.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use ground::{
    Failure,
    kept::{Address, Asked, Made, Topic},
    msg,
    web::{Cx, Page},
};
use sqlx::PgConnection;

use crate::{
    boxes::{self, Boxes},
    cards::{self, Card, list_path},
    draft::tags::Tag,
    light::Light,
    picture::Picture,
    slug,
    store::{
        find,
        public::{self, PublicStory},
        told,
    },
    structured, text,
};

/// So many other stories are named under a story.
const RELATED: i64 = 4;

#[derive(Template)]
#[template(path = "publishing/story.html")]
pub(crate) struct StoryPage {
    pub(crate) cx: Cx,
    pub(crate) story: PublicStory,
    /// Absolute, for those who link to it.
    pub(crate) address: String,
    pub(crate) pictures: Vec<Picture>,
    pub(crate) tags: Vec<Tag>,
    pub(crate) related: Vec<Card>,
    pub(crate) light: Light,
    /// What readers say; empty where there is no thread.
    pub(crate) thread: String,
    pub(crate) boxes: Boxes,
    /// For search engines; safe within a `script` element.
    pub(crate) structured: String,
}

impl StoryPage {
    fn paragraphs(&self) -> Vec<Vec<&str>> {
        text::paragraphs(&self.story.body)
    }

    fn corrected(&self) -> Vec<Vec<&str>> {
        text::paragraphs(&self.story.correction)
    }

    fn checked(&self) -> Vec<Vec<&str>> {
        text::paragraphs(&self.story.checked_note)
    }

    /// For search engines and for previews of links.
    fn description(&self) -> String {
        text::teaser(&self.story.body, 160)
    }

    /// What stands for the story where it is shared.
    fn cover(&self) -> Option<&Picture> {
        self.pictures.iter().find(|picture| picture.is_seen())
    }

    /// An absolute address of a path of ours.
    fn link(&self, path: &str) -> String {
        self.cx.site().link(path)
    }

    /// Where other stories from its place are.
    fn place_path(&self) -> Option<String> {
        let key = self.story.place_folded.as_deref()?;
        Some(list_path("places", key))
    }

    #[expect(clippy::unused_self, reason = "templates call methods only")]
    fn tag_path(&self, tag: &Tag) -> String {
        list_path("tags", &tag.tag)
    }
}

/// `GET /stories/{slug}`
pub(crate) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    asked: Asked,
    light: Light,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Result<Response, Failure> {
    let address = Address::of(&cx).light(light.0);
    let kept = state.live.kept().clone();
    // Of the headers, only what a guest's device is known by is read; a page for who is known so is not kept.
    let make = move |cx: Cx| async move { make(&state, cx, light, &headers, &slug).await };
    kept.answer(&asked, cx, address, make).await
}

async fn make(
    state: &crate::State,
    cx: Cx,
    light: Light,
    headers: &HeaderMap,
    slug: &str,
) -> Result<Made, Failure> {
    let now = state.clock.now();
    let mut conn = state.pool.acquire().await?;
    let Some(story) = public::find_public(&mut conn, slug, now).await? else {
        return Err(if public::is_gone(&mut conn, slug).await? {
            Failure::Gone(msg!("story-gone"))
        } else {
            Failure::NotFound
        });
    };
    if !story.live {
        return Err(Failure::Gone(msg!("story-gone")));
    }
    let story_id = story.story_id;
    let pictures = pictures(&mut conn, &story, light).await?;
    let tags = told::list_tags(&mut conn, story_id).await?;
    let alike = find::list_related(&mut conn, story_id, RELATED, now).await?;
    let related = told::list(&mut conn, &alike, now).await?;
    let related = cards::of_told(&mut conn, related, light).await?;
    let thread_id = told::find_thread(&mut conn, story_id).await?;
    let under = comments::Under::Story(story_id);
    let order = comments::Order::default();
    let thread = comments::thread_block(&state.comments, &mut conn, &cx, headers, under, order).await?;
    let path = slug::path_of(slug);
    let boxes = boxes::boxes(state, &mut conn, &cx, Some(&path)).await?;
    drop(conn);
    let until = boxes.until();
    let address = state.site.link(&path);
    let page = StoryPage {
        cx: cx.clone(),
        structured: structured::of(&state.site, &story, &address, &pictures, &tags),
        story,
        address,
        pictures,
        tags,
        related,
        light,
        thread: thread.unwrap_or_default(),
        boxes,
    };
    let topics: Vec<_> = std::iter::once(Topic::Story(story_id))
        .chain(page.boxes.topics())
        .chain(thread_id.map(Topic::Thread))
        .collect();
    Ok(Made::new(Page::new(&cx, page), topics).until(until))
}

async fn pictures(conn: &mut PgConnection, story: &PublicStory, light: Light) -> sqlx::Result<Vec<Picture>> {
    let published = public::list_published(&mut *conn, story.story_id).await?;
    let ids: Vec<_> = published.iter().map(|picture| picture.media_id).collect();
    let media = media::list(conn, &ids).await?;
    let pictures = published.iter().filter_map(|picture| {
        let medium = media.iter().find(|medium| medium.media_id == picture.media_id)?;
        let name = &picture.public_name;
        Picture::in_edition(light, medium, name, &picture.caption, &picture.alt)
    });
    Ok(pictures.collect())
}

#[cfg(test)]
mod tests;
