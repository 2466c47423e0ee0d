//! Who is on the way to another service and back, in the database.

use chrono::{DateTime, Utc};
use ground::ids::AccountId;
use sqlx::PgConnection;

pub(crate) struct NewConnectTransaction<'a> {
    pub(crate) state_hash: &'a [u8],
    pub(crate) browser_hash: &'a [u8],
    pub(crate) provider: &'a str,
    pub(crate) nonce: &'a str,
    pub(crate) verifier: &'a str,
    /// To be joined; else they sign in.
    pub(crate) account_id: Option<AccountId>,
    pub(crate) next: Option<&'a str>,
    pub(crate) created_at: DateTime<Utc>,
}

pub(crate) async fn insert_connect_transaction(
    conn: &mut PgConnection,
    new: &NewConnectTransaction<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into connect_transactions (state_hash, browser_hash, provider, nonce, verifier, account_id, next,
                                           created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.state_hash,
        new.browser_hash,
        new.provider,
        new.nonce,
        new.verifier,
        new.account_id.map(|id| id.0),
        new.next,
        new.created_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

pub(crate) struct ConnectTransaction {
    pub(crate) provider: String,
    pub(crate) nonce: String,
    pub(crate) verifier: String,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) next: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
}

/// Takes it away: of two answers with the same state, one finds it.
pub(crate) async fn take_connect_transaction(
    conn: &mut PgConnection,
    state_hash: &[u8],
    browser_hash: &[u8],
) -> sqlx::Result<Option<ConnectTransaction>> {
    sqlx::query_as!(
        ConnectTransaction,
        r#"delete from connect_transactions where state_hash = $1 and browser_hash = $2
           returning provider, nonce, verifier, account_id as "account_id: _", next, created_at"#,
        state_hash,
        browser_hash,
    )
    .fetch_optional(conn)
    .await
}
