//! Accounts, invitations and sessions in the database.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, InvitationId},
    viewer::Role,
};
use sqlx::PgConnection;

/// The constraint that an address already taken breaks.
const EMAIL_KEY: &str = "accounts_email_key";

/// Whether a write was refused because another account has the address.
pub(crate) fn is_email_taken(error: &sqlx::Error) -> bool {
    error.as_database_error().and_then(|error| error.constraint()) == Some(EMAIL_KEY)
}

pub(crate) struct NewInvitation<'a> {
    pub(crate) invitation_id: InvitationId,
    pub(crate) token_hash: Vec<u8>,
    pub(crate) email: Option<&'a str>,
    pub(crate) role: Role,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
}

pub(crate) async fn insert_invitation(conn: &mut PgConnection, new: &NewInvitation<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into invitations (invitation_id, token_hash, email, role, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
        new.invitation_id.0,
        new.token_hash,
        new.email,
        new.role as _,
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

pub(crate) struct NewAccount<'a> {
    pub(crate) account_id: AccountId,
    pub(crate) email: &'a str,
    pub(crate) display_name: &'a str,
    pub(crate) password_hash: &'a str,
    pub(crate) role: Role,
    pub(crate) created_at: DateTime<Utc>,
}

/// Fails with [`is_email_taken`] when another account has the address.
pub(crate) async fn insert_account(conn: &mut PgConnection, new: &NewAccount<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into accounts (account_id, email, display_name, password_hash, role, created_at)
         values ($1, $2, $3, $4, $5, $6)",
        new.account_id.0,
        new.email,
        new.display_name,
        new.password_hash,
        new.role as _,
        new.created_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) struct Credentials {
    pub(crate) account_id: AccountId,
    pub(crate) password_hash: String,
    pub(crate) role: Option<Role>,
}

/// The account of an address, unless it is deactivated.
pub(crate) async fn find_credentials(
    conn: &mut PgConnection,
    email: &str,
) -> sqlx::Result<Option<Credentials>> {
    sqlx::query_as!(
        Credentials,
        r#"select account_id as "account_id: _", password_hash, role as "role: _"
           from accounts where lower(email) = lower($1) and deactivated_at is null"#,
        email,
    )
    .fetch_optional(conn)
    .await
}

/// Locks the account if it still is as it was when its password was compared; `false` when it is not.
pub(crate) async fn lock_unchanged_account(
    conn: &mut PgConnection,
    account_id: AccountId,
    password_hash: &str,
) -> sqlx::Result<bool> {
    let found = sqlx::query_scalar!(
        "select account_id from accounts
         where account_id = $1 and password_hash = $2 and deactivated_at is null for no key update",
        account_id.0,
        password_hash,
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

pub(crate) async fn set_password_hash(
    conn: &mut PgConnection,
    account_id: AccountId,
    password_hash: &str,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update accounts set password_hash = $2 where account_id = $1",
        account_id.0,
        password_hash
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) struct Session {
    pub(crate) account_id: AccountId,
    pub(crate) display_name: String,
    pub(crate) role: Option<Role>,
    pub(crate) seen_at: DateTime<Utc>,
}

/// A live session of an account that may sign in.
pub(crate) async fn find_session(
    conn: &mut PgConnection,
    session_hash: &[u8],
    seen_after: DateTime<Utc>,
    created_after: DateTime<Utc>,
) -> sqlx::Result<Option<Session>> {
    sqlx::query_as!(
        Session,
        r#"select account_id as "account_id: _", display_name, role as "role: _", seen_at
           from sessions join accounts using (account_id)
           where session_hash = $1 and seen_at > $2 and sessions.created_at > $3 and deactivated_at is null"#,
        session_hash,
        seen_after,
        created_after,
    )
    .fetch_optional(conn)
    .await
}

/// Of requests that came together, one writes.
pub(crate) async fn set_session_seen(
    conn: &mut PgConnection,
    session_hash: &[u8],
    seen_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update sessions set seen_at = $3 where session_hash = $1 and seen_at = $2",
        session_hash,
        seen_at,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) async fn insert_session(
    conn: &mut PgConnection,
    session_hash: &[u8],
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into sessions (session_hash, account_id, created_at, seen_at) values ($1, $2, $3, $3)",
        session_hash,
        account_id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Ends all but the newest `keep` sessions of an account.
pub(crate) async fn end_oldest_sessions(
    conn: &mut PgConnection,
    account_id: AccountId,
    keep: i64,
) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from sessions where session_hash in
         (select session_hash from sessions where account_id = $1 order by created_at desc offset $2)",
        account_id.0,
        keep,
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) async fn delete_session(conn: &mut PgConnection, session_hash: &[u8]) -> sqlx::Result<()> {
    sqlx::query!("delete from sessions where session_hash = $1", session_hash)
        .execute(conn)
        .await?;
    Ok(())
}

/// Deletes the sessions last seen, or made, no later than the given times; gives their number.
pub(crate) async fn delete_sessions_before(
    conn: &mut PgConnection,
    seen: DateTime<Utc>,
    created: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "delete from sessions where seen_at <= $1 or created_at <= $2",
        seen,
        created
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}
