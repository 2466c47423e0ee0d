//! Links that let one person become an editor, once.

use chrono::{DateTime, TimeDelta, Utc};
use ground::{ids::Ids, secret, viewer::Role};
use sqlx::PgConnection;

use crate::{
    email::{BadEmail, Email},
    store,
};

/// How long a link may be used.
const VALID_FOR: TimeDelta = TimeDelta::hours(48);

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// Nobody could sign in with such an address.
    #[error(transparent)]
    Email(#[from] BadEmail),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// Invites one person to `role`; gives the path of their link, `/invite/{token}`. It works once, for 48 hours.
/// The path is a secret: only a hash of the token is kept.
///
/// Without an address, whoever opens the link says it. A link made earlier for the same address ends.
pub async fn invite(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    email: Option<&str>,
    role: Role,
) -> Result<String, InviteError> {
    let email: Option<Email> = email.map(str::parse).transpose()?;
    if let Some(email) = &email {
        store::end_invitations_of(conn, email.as_str(), now).await?;
    }
    Ok(issue(conn, ids, now, email.as_ref(), role).await?)
}

/// The path of the link for the first editor of a fresh installation, as long as nobody has a role. Asked again
/// (at the next start), it makes a new one and the older ends, so at most one is open.
pub async fn first_editor_link(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<String>> {
    if store::has_staff(conn).await? {
        return Ok(None);
    }
    store::end_first_editor_invitations(conn, now).await?;
    issue(conn, ids, now, None, Role::Admin).await.map(Some)
}

async fn issue(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    email: Option<&Email>,
    role: Role,
) -> sqlx::Result<String> {
    let token = secret::token();
    let new = store::NewInvitation {
        invitation_id: ids.mint(now),
        token_hash: secret::token_hash(&token),
        email: email.map(Email::as_str),
        role,
        created_at: now,
        expires_at: now + VALID_FOR,
    };
    store::insert_invitation(conn, &new).await?;
    Ok(format!("/invite/{token}"))
}
