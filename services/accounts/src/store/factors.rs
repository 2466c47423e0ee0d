//! Authenticator apps and recovery codes in the database, and what an account has of both and of passkeys.

use chrono::{DateTime, Utc};
use ground::ids::AccountId;
use sqlx::PgConnection;

/// What an account can show besides its first factor.
pub(crate) struct Factors {
    /// An authenticator app that counts.
    pub(crate) app_since: Option<DateTime<Utc>>,
    /// One that is being set up.
    pub(crate) app_waits: bool,
    pub(crate) passkeys: i64,
    /// Recovery codes that were not used yet.
    pub(crate) codes: i64,
}

impl Factors {
    /// How many second factors there are. Recovery codes are none: they stand in for one that was lost.
    pub(crate) fn count(&self) -> i64 {
        self.passkeys + i64::from(self.app_since.is_some())
    }
}

pub(crate) async fn find_factors(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<Factors> {
    sqlx::query_as!(
        Factors,
        r#"select (select confirmed_at from authenticator_apps where account_id = $1) as app_since,
                  exists (select from authenticator_apps where account_id = $1 and next_sealed is not null)
                      as "app_waits!",
                  (select count(*) from passkeys where account_id = $1) as "passkeys!",
                  (select count(*) from recovery_codes where account_id = $1 and used_at is null) as "codes!""#,
        account_id.0,
    )
    .fetch_one(conn)
    .await
}

/// Takes away every factor and recovery code; whether there was a factor.
pub(crate) async fn delete_factors(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<bool> {
    let passkeys = sqlx::query!("delete from passkeys where account_id = $1", account_id.0)
        .execute(&mut *conn)
        .await?;
    let had_app = delete_app(conn, account_id).await?;
    delete_recovery_codes(conn, account_id).await?;
    Ok(had_app || passkeys.rows_affected() > 0)
}

/// How the person is called where a factor is kept, and their password's hash.
pub(crate) struct FactorOwner {
    pub(crate) email: Option<String>,
    pub(crate) display_name: String,
    pub(crate) password_hash: Option<String>,
}

pub(crate) async fn find_factor_owner(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Option<FactorOwner>> {
    sqlx::query_as!(
        FactorOwner,
        "select email, display_name, password_hash from accounts where account_id = $1 and deleted_at is null",
        account_id.0,
    )
    .fetch_optional(conn)
    .await
}

/// The services by which the person may come in, as configured names.
pub(crate) async fn list_providers_of(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        "select distinct provider from identities where account_id = $1 order by provider",
        account_id.0,
    )
    .fetch_all(conn)
    .await
}

/// The sealed secret of the app that counts.
pub(crate) async fn find_app_secret(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Option<Vec<u8>>> {
    let found = sqlx::query_scalar!(
        "select secret_sealed from authenticator_apps where account_id = $1",
        account_id.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.flatten())
}

/// The sealed secret of the app that is being set up.
pub(crate) async fn find_next_app_secret(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Option<Vec<u8>>> {
    let found = sqlx::query_scalar!(
        "select next_sealed from authenticator_apps where account_id = $1",
        account_id.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.flatten())
}

/// An app is being set up; one that counts goes on counting.
pub(crate) async fn set_next_app_secret(
    conn: &mut PgConnection,
    account_id: AccountId,
    sealed: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into authenticator_apps (account_id, next_sealed, created_at) values ($1, $2, $3)
         on conflict (account_id) do update set next_sealed = excluded.next_sealed, created_at = excluded.created_at",
        account_id.0,
        sealed,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The app that was set up counts from now on. `false`: another was set up meanwhile.
pub(crate) async fn set_app_confirmed(
    conn: &mut PgConnection,
    account_id: AccountId,
    sealed: &[u8],
    step: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update authenticator_apps
         set secret_sealed = next_sealed, next_sealed = null, confirmed_at = $4, last_step = $3
         where account_id = $1 and next_sealed = $2",
        account_id.0,
        sealed,
        step,
        now,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Uses up the code of a time step and of all before. `false`: it was used.
pub(crate) async fn set_app_step(
    conn: &mut PgConnection,
    account_id: AccountId,
    step: i64,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update authenticator_apps set last_step = $2
         where account_id = $1 and last_step < $2 and confirmed_at is not null",
        account_id.0,
        step,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether there was one that counted.
pub(crate) async fn delete_app(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<bool> {
    let counted = sqlx::query_scalar!(
        r#"delete from authenticator_apps where account_id = $1 returning confirmed_at is not null as "counted!""#,
        account_id.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(counted.unwrap_or(false))
}

/// New codes in place of all there were.
pub(crate) async fn insert_recovery_codes(
    conn: &mut PgConnection,
    account_id: AccountId,
    hashes: &[Vec<u8>],
) -> sqlx::Result<()> {
    delete_recovery_codes(conn, account_id).await?;
    sqlx::query!(
        "insert into recovery_codes (account_id, code_hash) select $1, code_hash from unnest($2::bytea[]) codes (code_hash)",
        account_id.0,
        hashes,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Uses a code up. `false`: there is none such, or it was used.
pub(crate) async fn set_recovery_code_used(
    conn: &mut PgConnection,
    account_id: AccountId,
    code_hash: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update recovery_codes set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null",
        account_id.0,
        code_hash,
        now,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(crate) async fn delete_recovery_codes(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<()> {
    sqlx::query!("delete from recovery_codes where account_id = $1", account_id.0)
        .execute(conn)
        .await?;
    Ok(())
}
