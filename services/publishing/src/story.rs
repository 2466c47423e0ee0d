//! The public page of a story.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use ground::{
    Failure, msg,
    web::{Cx, Page},
};

use crate::{
    picture::Picture,
    slug,
    store::public::{self, PublicStory},
    text,
};

#[derive(Template)]
#[template(path = "publishing/story.html")]
pub(crate) struct StoryPage {
    pub(crate) cx: Cx,
    pub(crate) story: PublicStory,
    /// Absolute, for those who link to it.
    pub(crate) address: String,
    pub(crate) pictures: Vec<Picture>,
}

impl StoryPage {
    fn paragraphs(&self) -> Vec<Vec<&str>> {
        text::paragraphs(&self.story.body)
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
}

/// `GET /stories/{slug}`
pub(crate) async fn get(
    State(state): State<crate::State>,
    cx: Cx,
    Path(slug): Path<String>,
) -> Result<Response, Failure> {
    let mut conn = state.pool.acquire().await?;
    let Some(story) = public::find_public(&mut conn, &slug, state.clock.now()).await? else {
        return Err(if public::is_gone(&mut conn, &slug).await? {
            Failure::Gone(msg!("story-gone"))
        } else {
            Failure::NotFound
        });
    };
    if !story.live {
        return Err(Failure::Gone(msg!("story-gone")));
    }
    let published = public::list_published(&mut conn, story.story_id).await?;
    let ids: Vec<_> = published.iter().map(|picture| picture.media_id).collect();
    let media = media::list(&mut conn, &ids).await?;
    let pictures = published
        .iter()
        .filter_map(|picture| {
            let medium = media.iter().find(|medium| medium.media_id == picture.media_id)?;
            Picture::of(medium, &picture.public_name, &picture.caption, &picture.alt)
        })
        .collect();
    let address = state.site.link(&slug::path_of(&slug));
    Ok(fresh(Page::new(
        &cx,
        StoryPage {
            cx: cx.clone(),
            story,
            address,
            pictures,
        },
    )))
}

/// A public page may be kept by the reader's own browser (so that "back" is instant), and must be asked for
/// again each time: its frame speaks the reader's language and knows who is signed in, and a withdrawal takes
/// effect with the next look.
pub(crate) fn fresh(page: impl IntoResponse) -> Response {
    let mut response = page.into_response();
    response.headers_mut().insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    response
}
