//! Invitations in the database.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, InvitationId},
    viewer::Role,
};
use sqlx::PgConnection;

pub(crate) struct NewInvitation<'a> {
    pub(crate) invitation_id: InvitationId,
    pub(crate) token_hash: Vec<u8>,
    pub(crate) email: Option<&'a str>,
    pub(crate) role: Role,
    /// None: the command line, or the first start.
    pub(crate) invited_by: Option<AccountId>,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
}

pub(crate) async fn insert_invitation(conn: &mut PgConnection, new: &NewInvitation<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into invitations (invitation_id, token_hash, email, role, invited_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        new.invitation_id.0,
        new.token_hash,
        new.email,
        new.role as _,
        new.invited_by.map(|id| id.0),
        new.created_at,
        new.expires_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends the open invitations of one address.
pub(crate) async fn end_invitations_of(
    conn: &mut PgConnection,
    email: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update invitations set expires_at = $2
         where lower(email) = lower($1) and used_at is null and expires_at > $2",
        email,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends the open invitations that whoever holds them may use to become the first editor.
pub(crate) async fn end_first_editor_invitations(
    conn: &mut PgConnection,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update invitations set expires_at = $1
         where email is null and role = 'admin' and used_at is null and expires_at > $1",
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

#[expect(clippy::struct_field_names, reason = "ids are called the same everywhere")]
pub(crate) struct Invitation {
    pub(crate) invitation_id: InvitationId,
    pub(crate) email: Option<String>,
    pub(crate) role: Role,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) used_at: Option<DateTime<Utc>>,
}

pub(crate) async fn find_invitation(
    conn: &mut PgConnection,
    token_hash: &[u8],
) -> sqlx::Result<Option<Invitation>> {
    sqlx::query_as!(
        Invitation,
        r#"select invitation_id as "invitation_id: _", email, role as "role: _", expires_at, used_at
           from invitations where token_hash = $1"#,
        token_hash,
    )
    .fetch_optional(conn)
    .await
}

/// The same, and nobody else may use it before this transaction ends.
pub(crate) async fn find_invitation_for_update(
    conn: &mut PgConnection,
    token_hash: &[u8],
) -> sqlx::Result<Option<Invitation>> {
    sqlx::query_as!(
        Invitation,
        r#"select invitation_id as "invitation_id: _", email, role as "role: _", expires_at, used_at
           from invitations where token_hash = $1 for update"#,
        token_hash,
    )
    .fetch_optional(conn)
    .await
}

pub(crate) async fn set_invitation_used(
    conn: &mut PgConnection,
    invitation_id: InvitationId,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update invitations set used_at = $3, account_id = $2 where invitation_id = $1",
        invitation_id.0,
        account_id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether anyone has, or had until deactivated, a role.
pub(crate) async fn has_staff(conn: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select exists (select from accounts where role is not null) as "any!""#)
        .fetch_one(conn)
        .await
}
