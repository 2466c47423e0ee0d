//! What a comment meets before anybody reads it: the newsroom's rules, and which of them decided.
//!
//! [`judge`] is asked in the transaction that writes a comment. It gathers what is known ([`Facts`]), and what follows from
//! that is pure ([`verdict`]). Nothing is ever decided silently: what a rule held or took away keeps the rule's name and
//! what it found, and the desk has a queue of these.

mod disguise;
mod facts;
mod kept;
mod links;
mod list;
mod rule;
mod set;
#[cfg(test)]
mod tests;
mod verdict;

use chrono::{DateTime, Utc};
use ground::{
    Failure,
    ids::{CommentId, ThreadId},
    lang::Message,
};
use sqlx::PgConnection;

pub(crate) use facts::{Before, Facts, REPEAT_SPAN, Standing};
pub use kept::KeptWords;
pub(crate) use list::{Deed, List, Word, key};
pub(crate) use rule::Rule;
pub(crate) use set::Rules;
pub(crate) use verdict::verdict;

use crate::{
    person::Person,
    store::{rules as store, words},
};

/// What somebody is about to say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said<'a> {
    pub(crate) thread_id: ThreadId,
    /// Itself is never counted among what they said before.
    pub(crate) comment_id: CommentId,
    pub(crate) person: &'a Person,
    /// As it will be read: rules of words are about it, too.
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    /// It stands already, and is changed. Nothing is asked of pace then; whoever changes it never makes it less held
    /// than it is, whatever is said here.
    pub(crate) is_edit: bool,
}

/// What becomes of it.
#[derive(Clone, Debug)]
pub(crate) enum Verdict {
    /// Everybody reads it.
    Shown,
    /// It waits for the newsroom; what the rule found, or nothing.
    Held(Rule, String),
    /// It is taken away; what the rule found.
    Spam(Rule, String),
    /// It is not taken at all.
    Refused(Refusal),
}

/// Why something is not taken.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    /// What its author is told.
    pub(crate) words: Message,
    /// Seconds after which it may be tried again.
    pub(crate) retry: Option<u32>,
    /// They are banned: `/comments/appeal` says more, and hears them.
    pub(crate) is_ban: bool,
}

/// The verdict, and what the row says besides.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    pub(crate) verdict: Verdict,
    /// None of theirs was shown before (`comments.is_first`).
    pub(crate) is_first: bool,
}

/// Judges what somebody is about to say, in the transaction that will write it. Two of one person wait for each other here,
/// so that neither rule of pace is got around by sending both at once.
///
/// # Errors
/// 404 when there is no such thread (any more); the database's.
pub(crate) async fn judge(
    conn: &mut PgConnection,
    state: &crate::State,
    said: &Said<'_>,
    now: DateTime<Utc>,
) -> Result<Judgement, Failure> {
    if !said.is_edit {
        store::lock_person(conn, said.person).await?;
    }
    let rules = store::find(conn).await?;
    let list = state.words.of(conn, rules.version).await?;
    let standing = store::find_standing(conn, said, now)
        .await?
        .ok_or(Failure::NotFound)?;
    let facts = Facts::of(said, standing, &list, now);
    Ok(Judgement {
        is_first: facts.standing.shown_before == 0,
        verdict: verdict(&facts, &rules),
    })
}

/// The rules as they are, for who asks how long an author may edit, or after how many reports something waits.
///
/// # Errors
/// The database's.
pub(crate) async fn current(conn: &mut PgConnection) -> sqlx::Result<Rules> {
    store::find(conn).await
}
