//! What somebody says under a story may be the beginning of another: the newsroom makes a contribution of it.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId, Ids, SubmissionId},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::{
    comment::State,
    event::Kind,
    store::{events, quotes as store},
};

/// A comment, as another room makes something of it.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// Of its author.
    pub name: String,
    /// Its author's, if they have one.
    pub account_id: Option<AccountId>,
    /// What it says.
    pub body: String,
    /// In which language.
    pub language: Lang,
    /// Under what.
    pub title: String,
    /// What was made of it before.
    pub made: Option<SubmissionId>,
}

/// A comment that something can be made of, and nobody else may until the caller's transaction ends. None: there is none, or
/// its author took it back, or it is nothing but spam.
///
/// # Errors
/// The database's.
pub async fn quote(conn: &mut PgConnection, id: CommentId) -> sqlx::Result<Option<Quoted>> {
    let Some(row) = store::find_for_update(conn, id).await? else {
        return Ok(None);
    };
    if matches!(row.state, State::Deleted | State::Spam) || row.body.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some(Quoted {
        name: row.name,
        account_id: row.account_id,
        body: row.body,
        language: Lang::from_code(&row.language).unwrap_or(Lang::En),
        title: row.title,
        made: row.made.and_then(|made| made.parse().ok()),
    }))
}

/// Writes into the history of a comment what `by` made of it.
///
/// # Errors
/// The database's.
pub async fn note_contribution(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    (id, made): (CommentId, SubmissionId),
    by: AccountId,
) -> sqlx::Result<()> {
    let made = made.to_string();
    events::insert_event(conn, ids, now, id, Some(by), (Kind::Contributed, &made)).await
}
