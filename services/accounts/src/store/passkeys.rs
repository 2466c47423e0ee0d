//! Passkeys in the database, and the questions to authenticators that wait for an answer.

use chrono::{DateTime, TimeDelta, Utc};
use ground::ids::AccountId;
use serde_json::Value;
use sqlx::PgConnection;

/// So long an authenticator may take to answer.
const ANSWERED_WITHIN: TimeDelta = TimeDelta::minutes(5);

pub(crate) struct NewPasskey<'a> {
    pub(crate) credential_id: &'a [u8],
    pub(crate) account_id: AccountId,
    pub(crate) passkey: Value,
    pub(crate) name: &'a str,
    pub(crate) created_at: DateTime<Utc>,
}

/// `false`: the key is somebody's already.
pub(crate) async fn insert_passkey(conn: &mut PgConnection, new: &NewPasskey<'_>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into passkeys (credential_id, account_id, passkey, name, created_at) values ($1, $2, $3, $4, $5)
         on conflict (credential_id) do nothing",
        new.credential_id,
        new.account_id.0,
        new.passkey,
        new.name,
        new.created_at,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A passkey as its owner sees it.
pub(crate) struct PasskeyRow {
    pub(crate) credential_id: Vec<u8>,
    pub(crate) name: String,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) used_at: Option<DateTime<Utc>>,
}

pub(crate) async fn list_passkeys(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Vec<PasskeyRow>> {
    sqlx::query_as!(
        PasskeyRow,
        "select credential_id, name, created_at, used_at from passkeys
         where account_id = $1 order by created_at, credential_id",
        account_id.0,
    )
    .fetch_all(conn)
    .await
}

/// Whose the key is.
pub(crate) async fn find_passkey_owner(
    conn: &mut PgConnection,
    credential_id: &[u8],
) -> sqlx::Result<Option<AccountId>> {
    sqlx::query_scalar!(
        r#"select account_id as "account_id: AccountId" from passkeys where credential_id = $1"#,
        credential_id,
    )
    .fetch_optional(conn)
    .await
}

/// What the library keeps of it. Nobody else may use it before this transaction ends.
pub(crate) async fn find_passkey_for_update(
    conn: &mut PgConnection,
    credential_id: &[u8],
) -> sqlx::Result<Option<Value>> {
    sqlx::query_scalar!(
        "select passkey from passkeys where credential_id = $1 for update",
        credential_id
    )
    .fetch_optional(conn)
    .await
}

/// It was used; counter and flags are in `passkey`.
pub(crate) async fn set_passkey_used(
    conn: &mut PgConnection,
    credential_id: &[u8],
    passkey: &Value,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update passkeys set passkey = $2, used_at = $3 where credential_id = $1",
        credential_id,
        passkey,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether it is one of theirs.
pub(crate) async fn set_passkey_name(
    conn: &mut PgConnection,
    account_id: AccountId,
    credential_id: &[u8],
    name: &str,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update passkeys set name = $3 where account_id = $1 and credential_id = $2",
        account_id.0,
        credential_id,
        name,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether it was one of theirs.
pub(crate) async fn delete_passkey(
    conn: &mut PgConnection,
    account_id: AccountId,
    credential_id: &[u8],
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "delete from passkeys where account_id = $1 and credential_id = $2",
        account_id.0,
        credential_id,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A question is asked. Those that nobody answered in time go.
pub(crate) async fn insert_ceremony(
    conn: &mut PgConnection,
    ceremony_hash: &[u8],
    account_id: Option<AccountId>,
    state: &Value,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from passkey_ceremonies where created_at <= $1",
        now - ANSWERED_WITHIN
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "insert into passkey_ceremonies (ceremony_hash, account_id, state, created_at) values ($1, $2, $3, $4)",
        ceremony_hash,
        account_id.map(|id| id.0),
        state,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A question that was asked.
pub(crate) struct CeremonyRow {
    /// Whom; none: whoever it is.
    pub(crate) account_id: Option<AccountId>,
    pub(crate) state: Value,
}

/// Takes the question away: of two answers one is the first. None when it was not asked, or too long ago.
pub(crate) async fn take_ceremony(
    conn: &mut PgConnection,
    ceremony_hash: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<Option<CeremonyRow>> {
    sqlx::query_as!(
        CeremonyRow,
        r#"delete from passkey_ceremonies where ceremony_hash = $1 and created_at > $2
           returning account_id as "account_id: _", state"#,
        ceremony_hash,
        now - ANSWERED_WITHIN,
    )
    .fetch_optional(conn)
    .await
}
