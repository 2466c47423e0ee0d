//! Accounts in the database.

use chrono::{DateTime, Utc};
use ground::{ids::AccountId, lang::Lang, viewer::Role};
use sqlx::PgConnection;

/// The constraint that an address already taken breaks.
const EMAIL_KEY: &str = "accounts_email_key";

/// Whether a write was refused because another account has the address.
pub(crate) fn is_email_taken(error: &sqlx::Error) -> bool {
    error.as_database_error().and_then(|error| error.constraint()) == Some(EMAIL_KEY)
}

pub(crate) struct NewAccount<'a> {
    pub(crate) account_id: AccountId,
    /// Confirmed, or none.
    pub(crate) email: Option<&'a str>,
    pub(crate) display_name: &'a str,
    pub(crate) password_hash: Option<&'a str>,
    pub(crate) role: Option<Role>,
    /// In which they are written to.
    pub(crate) language: Lang,
    pub(crate) created_at: DateTime<Utc>,
}

/// Fails with [`is_email_taken`] when another account has the address.
pub(crate) async fn insert_account(conn: &mut PgConnection, new: &NewAccount<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into accounts (account_id, email, display_name, password_hash, role, language, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        new.account_id.0,
        new.email,
        new.display_name,
        new.password_hash,
        new.role as _,
        new.language.code(),
        new.created_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) struct Credentials {
    pub(crate) account_id: AccountId,
    /// None: they sign in by another service or a passkey only.
    pub(crate) password_hash: Option<String>,
}

/// The account of an address, unless it is deactivated.
pub(crate) async fn find_credentials(
    conn: &mut PgConnection,
    email: &str,
) -> sqlx::Result<Option<Credentials>> {
    sqlx::query_as!(
        Credentials,
        r#"select account_id as "account_id: _", password_hash
           from accounts where lower(email) = lower($1) and deactivated_at is null and deleted_at is null"#,
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

/// Whether the account may sign in, and as what. Locks it until the transaction ends, so that a removal is not overtaken.
pub(crate) async fn lock_account(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Option<Option<Role>>> {
    sqlx::query_scalar!(
        r#"select role as "role: _" from accounts
           where account_id = $1 and deactivated_at is null and deleted_at is null for no key update"#,
        account_id.0,
    )
    .fetch_optional(conn)
    .await
}

/// Whether the account has a passkey or an authenticator app.
pub(crate) async fn has_second_factor(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from passkeys where account_id = $1)
               or exists (select from authenticator_apps where account_id = $1 and confirmed_at is not null)
               as "any!""#,
        account_id.0,
    )
    .fetch_one(conn)
    .await
}
