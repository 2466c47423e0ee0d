//! What readers say: threads under stories and under pages of the newsroom's own site, who speaks there, what rules hold,
//! and the desk where the newsroom decides.

mod answers;
mod bans;
mod change;
mod comment;
mod contribution;
mod cookies;
mod desk;
mod event;
mod forget;
mod like;
mod mine;
mod notices;
mod page_url;
mod person;
mod personal;
mod post;
mod report;
mod rules;
mod says;
mod settings;
mod store;
mod sweep;
#[cfg(test)]
mod testing;
mod thread;
mod view;

use std::sync::Arc;

use axum::{Router, middleware::from_fn_with_state};
use chrono::TimeDelta;
use ground::{
    clock::Clock,
    ids::Ids,
    jobs::Runners,
    kept::{Keeping, keep},
    live::Live,
    mail::Mail,
    secret::ServerKey,
    web::{Limiter, Site, Work},
};
use sqlx::PgPool;

pub use comment::State as CommentState;
pub use contribution::{Quoted, note_contribution, quote};
pub use personal::Personal;
pub use rules::KeptWords;
pub use says::{Group, Said, TOPICS as SAYS_TOPICS, WhatYouSay, what_you_say};
pub use store::acts::CommentActs;
pub use thread::{Article, end_thread, open_thread};
pub use view::{Order, Under, is_personal, thread_block};

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
    /// Likes and reports from one address.
    pub acts: Limiter,
    /// By this.
    pub work: Work,
    /// So long a decision of the desk can be undone.
    pub undo: TimeDelta,
    /// The newsroom's word list, ready to look with; `KeptWords::default()`.
    pub words: KeptWords,
}

/// Adds who does this room's jobs.
pub fn runners(runners: Runners, state: &State, mail: &Mail) -> Runners {
    let runners = desk::runners(runners, state.pool.clone(), state.clock.clone());
    let runners = answers::runners(runners, state, mail.clone());
    let runners = notices::runners(runners, state, mail.clone());
    sweep::runners(runners, state)
}

/// Pages that everybody reads alike are kept.
fn keeping(state: &State) -> Keeping {
    Keeping {
        kept: state.live.kept().clone(),
        query: &["order", "after", "quote", "since", "url"],
    }
}

/// Every route of this room.
pub fn router(state: State) -> Router {
    Router::new()
        .merge(post::router())
        .merge(change::router())
        .merge(like::router())
        .merge(report::router())
        .merge(view::router().layer(from_fn_with_state(keeping(&state), keep)))
        .merge(says::router(&state))
        .merge(mine::router())
        .merge(answers::router())
        .merge(forget::router())
        .merge(notices::router())
        .merge(settings::router())
        .merge(bans::router())
        .merge(desk::router())
        .with_state(state)
}
