//! Who somebody is at another service, in the database.

use chrono::{DateTime, Utc};
use ground::ids::AccountId;
use sqlx::PgConnection;

/// An identity as a service has just told of it.
pub(crate) struct SeenIdentity<'a> {
    pub(crate) issuer: &'a str,
    pub(crate) subject: &'a str,
    /// Key of the service in the configuration.
    pub(crate) provider: &'a str,
    pub(crate) email: Option<&'a str>,
    pub(crate) email_verified: bool,
    pub(crate) now: DateTime<Utc>,
}

/// Whose it is.
pub(crate) async fn find_identity(
    conn: &mut PgConnection,
    issuer: &str,
    subject: &str,
) -> sqlx::Result<Option<AccountId>> {
    sqlx::query_scalar!(
        r#"select account_id as "account_id: _" from identities where issuer = $1 and subject = $2"#,
        issuer,
        subject,
    )
    .fetch_optional(conn)
    .await
}

/// Gives it to an account; `false` when an account has it. Of two at once, the second waits for the first.
pub(crate) async fn insert_identity(
    conn: &mut PgConnection,
    account_id: AccountId,
    seen: &SeenIdentity<'_>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into identities (issuer, subject, account_id, provider, email, email_verified, linked_at, used_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict do nothing",
        seen.issuer,
        seen.subject,
        account_id.0,
        seen.provider,
        seen.email,
        seen.email_verified,
        seen.now,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Notes what the service says by now; `false` when the account has it no more.
pub(crate) async fn set_identity_seen(
    conn: &mut PgConnection,
    account_id: AccountId,
    seen: &SeenIdentity<'_>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update identities set provider = $4, email = $5, email_verified = $6, used_at = $7
         where issuer = $1 and subject = $2 and account_id = $3",
        seen.issuer,
        seen.subject,
        account_id.0,
        seen.provider,
        seen.email,
        seen.email_verified,
        seen.now,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// An identity as its owner sees it.
pub(crate) struct IdentityRow {
    pub(crate) provider: String,
    pub(crate) email: Option<String>,
    pub(crate) email_verified: bool,
    pub(crate) linked_at: DateTime<Utc>,
    pub(crate) used_at: DateTime<Utc>,
}

/// All of an account.
pub(crate) async fn list_identities(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Vec<IdentityRow>> {
    sqlx::query_as!(
        IdentityRow,
        "select provider, email, email_verified, linked_at, used_at from identities
         where account_id = $1 order by linked_at, provider",
        account_id.0,
    )
    .fetch_all(conn)
    .await
}

/// Whether the account has one of this service.
pub(crate) async fn has_identity_of(
    conn: &mut PgConnection,
    account_id: AccountId,
    provider: &str,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from identities where account_id = $1 and provider = $2) as "any!""#,
        account_id.0,
        provider,
    )
    .fetch_one(conn)
    .await
}

/// Parts the account from a service; whether it had joined.
pub(crate) async fn delete_identities_of(
    conn: &mut PgConnection,
    account_id: AccountId,
    provider: &str,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "delete from identities where account_id = $1 and provider = $2",
        account_id.0,
        provider,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Whether its owner could still sign in without this service: by a password, a passkey or another service.
pub(crate) async fn has_other_way_in(
    conn: &mut PgConnection,
    account_id: AccountId,
    provider: &str,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from accounts where account_id = $1 and password_hash is not null)
               or exists (select from passkeys where account_id = $1)
               or exists (select from identities where account_id = $1 and provider <> $2) as "any!""#,
        account_id.0,
        provider,
    )
    .fetch_one(conn)
    .await
}

/// Whether a session is open whose owner has shown since then that it is them.
pub(crate) async fn has_session_shown_since(
    conn: &mut PgConnection,
    account_id: AccountId,
    since: DateTime<Utc>,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from sessions where account_id = $1 and stage = 'whole' and confirmed_at > $2)
               as "any!""#,
        account_id.0,
        since,
    )
    .fetch_one(conn)
    .await
}
