//! What You Say: what readers said last, under which article, with the article's age and the number of comments there.
//!
//! What the newsroom pinned comes first. A comment appears after the delay that the rules set, a person once (if the rules
//! say so), and an article that the newsroom muted not at all.

mod feeds;
mod group;
mod page;
#[cfg(test)]
mod tests;

use axum::{Router, middleware::from_fn_with_state, routing::get};
use chrono::{DateTime, Utc};
use ground::{
    kept::{Keeping, Topic, keep},
    lang::Lang,
};
use sqlx::PgConnection;

pub(crate) use group::opening;
pub use group::{Group, Said};

use crate::store::boxes as store;

/// What pages and feeds with What You Say are about. A withdrawal is told of its story first.
pub const TOPICS: [Topic; 2] = [Topic::Threads, Topic::Stories];

/// What is said, and how long that holds.
#[derive(Clone, Debug, Default)]
pub struct WhatYouSay {
    /// Articles, those with what is pinned first, then with what is newest.
    pub groups: Vec<Group>,
    /// Something more appears by itself then, at the latest.
    pub until: Option<DateTime<Utc>>,
}

/// The pages and feeds of this area.
pub(crate) fn router(state: &crate::State) -> Router<crate::State> {
    let keeping = Keeping {
        kept: state.live.kept().clone(),
        query: &["in"],
    };
    Router::new()
        .route("/what-you-say", get(page::get))
        .route("/what-you-say.json", get(page::json))
        .route("/feeds/comments.rss", get(feeds::rss))
        .route("/feeds/comments.atom", get(feeds::atom))
        .route("/feeds/comments.json", get(feeds::json))
        .layer(from_fn_with_state(keeping, keep))
}

/// What readers said last, `most` comments at most, by article; of articles in one language, or in any. Two questions to the
/// database, which read as much of it however much there is. A template shows it by `comments/says/list.html`, which wants
/// `cx` and `groups`; a kept page is about [`TOPICS`].
///
/// # Errors
/// The database's.
pub async fn what_you_say(
    conn: &mut PgConnection,
    now: DateTime<Utc>,
    language: Option<Lang>,
    most: usize,
) -> sqlx::Result<WhatYouSay> {
    let languages = languages(language);
    let window = store::find_window(&mut *conn, &languages, now).await?;
    let ids: Vec<_> = window.pins.iter().chain(&window.newest).copied().collect();
    let rows = store::list(conn, &ids, &languages, now).await?;
    Ok(WhatYouSay {
        groups: group::of(rows, &window, most, now),
        until: window.until,
    })
}

/// As they are stored.
fn languages(one: Option<Lang>) -> Vec<String> {
    let wanted = |lang: &Lang| one.is_none_or(|one| one == *lang);
    let codes = Lang::ALL.into_iter().filter(wanted);
    codes.map(|lang| lang.code().to_owned()).collect()
}
