//! `[comments]`

use serde::{Deserialize, Serialize};

/// How fast people may say something. What they may say, the newsroom's chiefs rule at the desk.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentsConfig {
    /// Comments per hour and source. Many readers of a mobile network share one.
    pub posts_each: usize,
    /// Comments per hour from all together.
    pub posts_all: usize,
    /// From so many an hour on, guests show that they mean it: work of their device, or a minute's wait.
    pub posts_soft: usize,
    /// Likes and reports per hour and source.
    pub acts_each: usize,
    /// The same, from all together.
    pub acts_all: usize,
}

impl Default for CommentsConfig {
    fn default() -> Self {
        Self {
            posts_each: 300,
            posts_all: 20_000,
            posts_soft: 60,
            acts_each: 1000,
            acts_all: 100_000,
        }
    }
}
