//! A comment, as it stands.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId, ThreadId},
    lang::Lang,
};

/// What became of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "comment_state", rename_all = "lowercase")]
pub enum State {
    /// Everybody reads it.
    Shown,
    /// It waits for the newsroom.
    Held,
    /// The newsroom took it away, and says why.
    Removed,
    /// Taken away without a word.
    Spam,
    /// Its author took it back.
    Deleted,
}

/// How deep answers stand within each other; what answers the deepest stands beside it.
pub(crate) const DEPTH_MAX: i16 = 7;

/// A comment as it is read in its thread.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "ids are called the same everywhere")]
pub(crate) struct Comment {
    pub(crate) comment_id: CommentId,
    pub(crate) thread_id: ThreadId,
    pub(crate) parent_id: Option<CommentId>,
    pub(crate) top_id: CommentId,
    pub(crate) depth: i16,
    /// Who wrote it, if they have an account.
    pub(crate) account_id: Option<AccountId>,
    /// Keyed hash of a guest's device ([`crate::person`]).
    pub(crate) device: Option<Vec<u8>>,
    /// What they are called now.
    pub(crate) name: String,
    pub(crate) body: String,
    pub(crate) language: Lang,
    pub(crate) state: State,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) edited_at: Option<DateTime<Utc>>,
    pub(crate) promoted_at: Option<DateTime<Utc>>,
    pub(crate) like_count: i32,
    pub(crate) reply_count: i32,
}
