//! Publishing: a story is a copy of a contribution's text and chosen pictures. Composing it, making it
//! public, the pages that the public sees, and taking it back.

mod age;
mod boxes;
mod cards;
mod compose;
mod copies;
mod draft;
mod elsewhere;
mod feeds;
mod find;
mod finding;
#[doc(hidden)]
pub mod for_fuzzing;
mod from_comment;
mod home;
mod jobs;
mod light;
mod personal;
mod picture;
mod picture_door;
mod publish;
mod search;
mod slug;
mod store;
mod story;
mod structured;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod text;
#[cfg(test)]
mod waiting;

use std::sync::Arc;

use axum::{Router, routing::get};
use chrono::TimeDelta;
use ground::{blobs::Blobs, clock::Clock, ids::Ids, live::Live, web::Site};
use sqlx::PgPool;

pub use boxes::{InviteConfig, KeptBoxes, Look};
pub use elsewhere::{Elsewhere, ElsewhereConfig, FeedConfig, FeedReport, ask_for_feeds, report_on_feeds};
pub use jobs::runners;
pub use personal::Stories;

/// What this room needs.
#[derive(Clone)]
pub struct State {
    /// The database.
    pub pool: PgPool,
    /// The time.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: Ids,
    /// Clean renditions, private and public.
    pub blobs: Blobs,
    /// The newsroom.
    pub site: Arc<Site>,
    /// Word of changes, for the desk.
    pub live: Live,
    /// What readers say under stories.
    pub comments: comments::State,
    /// So long a publication can be undone; until then its story is not public.
    pub undo: TimeDelta,
    /// The newsroom's own feeds.
    pub elsewhere: Elsewhere,
    /// The box that invites readers.
    pub invite: Arc<InviteConfig>,
    /// The boxes beside stories, as they were made last.
    pub boxes: KeptBoxes,
}

/// Every route of this room.
pub fn router(state: State) -> Router {
    Router::new()
        .route("/", get(home::get))
        .route("/stories/{slug}", get(story::get))
        .route("/m/{file}", get(picture_door::get))
        .merge(find::router())
        .merge(feeds::router())
        .merge(light::router())
        .merge(compose::router())
        .merge(from_comment::router())
        .with_state(state)
}
