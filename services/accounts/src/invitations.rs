//! Links that let one person become an editor, once.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use ground::{
    ids::{AccountId, Ids, InvitationId},
    secret::{self, ServerKey},
    viewer::Role,
};
use sqlx::PgConnection;

use crate::{
    email::{BadEmail, Email},
    letters::{self, LetterKind, NewLetter},
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
    let new = New {
        invitation_id: ids.mint(now),
        token: secret::token(),
        email: email.as_ref(),
        role,
        invited_by: None,
    };
    Ok(issue(conn, now, &new).await?)
}

/// The same by an admin, who also has it sent where an address is given. Its token is made of the server's key and the
/// invitation's id, so that the mail can be written (again) without anything stored that opens a door.
pub(crate) async fn invite_by(
    room: &crate::State,
    conn: &mut PgConnection,
    admin: AccountId,
    email: Option<&Email>,
    role: Role,
    now: DateTime<Utc>,
) -> sqlx::Result<String> {
    let invitation_id: InvitationId = room.ids.mint(now);
    if let Some(email) = email {
        store::end_invitations_of(conn, email.as_str(), now).await?;
    }
    let new = New {
        invitation_id,
        token: token_of(&room.key, invitation_id),
        email,
        role,
        invited_by: Some(admin),
    };
    let path = issue(conn, now, &new).await?;
    if let Some(email) = email {
        let letter = NewLetter {
            kind: LetterKind::Invitation,
            email: email.as_str(),
            account_id: None,
            mail_code_id: None,
            language: None,
            detail: &invitation_id.to_string(),
        };
        letters::post_to(conn, &room.ids, &letter, now).await?;
    }
    Ok(path)
}

/// The path of an invitation that [`invite_by`] made.
pub(crate) fn path_of(key: &ServerKey, id: InvitationId) -> String {
    format!("/invite/{}", token_of(key, id))
}

fn token_of(key: &ServerKey, id: InvitationId) -> String {
    BASE64URL_NOPAD.encode(&key.derive("bepart 2026-11-29 the link of an invitation", id.0.as_bytes()))
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
    let new = New {
        invitation_id: ids.mint(now),
        token: secret::token(),
        email: None,
        role: Role::Admin,
        invited_by: None,
    };
    issue(conn, now, &new).await.map(Some)
}

/// An invitation to be.
struct New<'a> {
    invitation_id: InvitationId,
    token: String,
    email: Option<&'a Email>,
    role: Role,
    invited_by: Option<AccountId>,
}

async fn issue(conn: &mut PgConnection, now: DateTime<Utc>, new: &New<'_>) -> sqlx::Result<String> {
    let row = store::NewInvitation {
        invitation_id: new.invitation_id,
        token_hash: secret::token_hash(&new.token),
        email: new.email.map(Email::as_str),
        role: new.role,
        invited_by: new.invited_by,
        created_at: now,
        expires_at: now + VALID_FOR,
    };
    store::insert_invitation(conn, &row).await?;
    Ok(format!("/invite/{}", new.token))
}
