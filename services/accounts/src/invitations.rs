//! Links that let one person become an editor, once.

use chrono::{DateTime, TimeDelta, Utc};
use ground::{ids::Ids, secret, viewer::Role, web::Site};
use sqlx::PgConnection;

use crate::{Email, store};

/// How long a link may be used.
const VALID_FOR: TimeDelta = TimeDelta::hours(48);

/// Invites one person to `role`; gives the token for [`invitation_link`]. Only its hash is kept.
///
/// Without an address, whoever opens the link says it. A link made earlier for the same address ends.
pub async fn invite(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    email: Option<&Email>,
    role: Role,
) -> sqlx::Result<String> {
    if let Some(email) = email {
        store::end_invitations_of(conn, email.as_str(), now).await?;
    }
    let token = secret::token();
    store::insert_invitation(
        conn,
        &store::NewInvitation {
            invitation_id: ids.mint(now),
            token_hash: secret::token_hash(&token),
            email: email.map(Email::as_str),
            role,
            created_at: now,
            expires_at: now + VALID_FOR,
        },
    )
    .await?;
    Ok(token)
}

/// The link for the first editor of a fresh installation, as long as nobody has a role. Asked again (at the
/// next start), it makes a new one and the older ends, so at most one is open.
pub async fn first_editor_link(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<String>> {
    if store::has_staff(conn).await? {
        return Ok(None);
    }
    store::end_first_editor_invitations(conn, now).await?;
    invite(conn, ids, now, None, Role::Admin).await.map(Some)
}

/// The link to send: `/invite/{token}` on the newsroom's own address.
pub fn invitation_link(site: &Site, token: &str) -> String {
    site.link(&format!("/invite/{token}"))
}
