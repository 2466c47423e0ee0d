//! What readers say: threads under stories and under pages of the newsroom's own site, who speaks there, what rules hold,
//! and the desk where the newsroom decides.

mod comment;
mod person;
mod store;
mod thread;

use std::sync::Arc;

use axum::Router;
use chrono::TimeDelta;
use ground::{
    clock::Clock,
    ids::Ids,
    live::Live,
    secret::ServerKey,
    web::{Limiter, Site, Work},
};
use sqlx::PgPool;

pub use comment::State as CommentState;
pub use thread::{Article, end_thread, open_thread};

/// What this room needs.
#[derive(Clone)]
pub struct State {
    /// The database.
    pub pool: PgPool,
    /// The time.
    pub clock: Clock,
    /// Where ids come from.
    pub ids: Ids,
    /// The newsroom.
    pub site: Arc<Site>,
    /// Word of changes.
    pub live: Live,
    /// Under which devices and voters are hashed.
    pub key: ServerKey,
    /// Comments posted from one address.
    pub posts: Limiter,
    /// When so many were posted within its window, who is not signed in shows that they mean it.
    pub posts_soft: usize,
    /// By this.
    pub work: Work,
    /// So long a decision of the desk can be undone.
    pub undo: TimeDelta,
}

/// Every route of this room.
pub fn router(state: State) -> Router {
    Router::new().with_state(state)
}
