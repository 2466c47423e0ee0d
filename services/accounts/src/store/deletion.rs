//! Forgetting people, and what is past its time, in the database.

use chrono::{DateTime, Utc};
use ground::ids::AccountId;
use sqlx::PgConnection;

/// The admins who are there to stay: who asked to be forgotten is none of them. Locked until the transaction ends, so
/// that of two who go at once the second sees the first go.
pub(crate) async fn lock_staying_admins(conn: &mut PgConnection) -> sqlx::Result<Vec<AccountId>> {
    let found = sqlx::query!(
        r#"select account_id as "account_id: AccountId", deletes_at from accounts
           where role = 'admin' and deactivated_at is null and deleted_at is null
           order by account_id for no key update"#
    )
    .fetch_all(conn)
    .await?;
    let staying = found.into_iter().filter(|admin| admin.deletes_at.is_none());
    Ok(staying.map(|admin| admin.account_id).collect())
}

/// They asked to be forgotten. False when they had asked already.
pub(crate) async fn set_deletion_asked(
    conn: &mut PgConnection,
    account_id: AccountId,
    now: DateTime<Utc>,
    deletes_at: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update accounts set deletion_asked_at = $2, deletes_at = $3
         where account_id = $1 and deletion_asked_at is null and deactivated_at is null and deleted_at is null",
        account_id.0,
        now,
        deletes_at,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// They changed their mind. False when there is nothing to call off, or forgetting has begun.
pub(crate) async fn set_deletion_called_off(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update accounts set deletion_asked_at = null, deletes_at = null
         where account_id = $1 and deletes_at is not null and deactivated_at is null and deleted_at is null",
        account_id.0,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Whether they asked to be forgotten.
pub(crate) async fn is_leaving(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from accounts where account_id = $1 and deletes_at is not null) as "leaving!""#,
        account_id.0,
    )
    .fetch_one(conn)
    .await
}

/// Whose time to think it over is past.
pub(crate) async fn list_due_deletions(
    conn: &mut PgConnection,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<AccountId>> {
    sqlx::query_scalar!(
        r#"select account_id as "account_id: AccountId" from accounts
           where deletes_at <= $1 and deleted_at is null order by deletes_at"#,
        now,
    )
    .fetch_all(conn)
    .await
}

/// From here on there is no way back: nobody signs in any more, and nothing can be called off. False when it is not
/// due (any more), or done.
pub(crate) async fn begin_erasure(
    conn: &mut PgConnection,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update accounts set deactivated_at = coalesce(deactivated_at, $2)
         where account_id = $1 and deletes_at <= $2 and deleted_at is null",
        account_id.0,
        now,
    )
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    super::delete_sessions_of(conn, account_id, None).await?;
    Ok(true)
}

/// Deletes what is kept of a person, by account and by address, and empties their row: id and times are left. What
/// they did to others' accounts as staff goes on naming the id. Gives the address and language they had, for one last
/// letter; nothing when it was done before.
pub(crate) async fn erase_account(
    conn: &mut PgConnection,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(String, Option<String>)>> {
    let had = sqlx::query!(
        "select email, language from accounts where account_id = $1 and deleted_at is null for update",
        account_id.0
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(had) = had else { return Ok(None) };
    delete_by_address(conn, account_id).await?;
    delete_ways_in(conn, account_id).await?;
    sqlx::query!("delete from account_events where account_id = $1", account_id.0)
        .execute(&mut *conn)
        .await?;
    sqlx::query!(
        "update accounts
         set email = null, password_hash = null, display_name = '', role = null, language = null,
             avatar_media_id = null, mail_notices = true, push_notices = true, deactivated_at = null,
             sees_at_risk = false, deletion_asked_at = null, deletes_at = null, deleted_at = $2
         where account_id = $1",
        account_id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(had.email.map(|email| (email, had.language)))
}

/// What was sent to their address, or waits to be, also before they had an account.
async fn delete_by_address(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from account_letters
         where account_id = $1 or lower(email) = (select lower(email) from accounts where account_id = $1)",
        account_id.0
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "delete from mail_codes
         where account_id = $1 or lower(email) = (select lower(email) from accounts where account_id = $1)",
        account_id.0
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "delete from invitations
         where account_id = $1 or lower(email) = (select lower(email) from accounts where account_id = $1)",
        account_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

async fn delete_ways_in(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<()> {
    super::delete_sessions_of(conn, account_id, None).await?;
    sqlx::query!(
        "with gone_identities as (delete from identities where account_id = $1),
              gone_transactions as (delete from connect_transactions where account_id = $1),
              gone_passkeys as (delete from passkeys where account_id = $1),
              gone_ceremonies as (delete from passkey_ceremonies where account_id = $1),
              gone_apps as (delete from authenticator_apps where account_id = $1),
              gone_codes as (delete from recovery_codes where account_id = $1),
              gone_notices as (delete from contributor_notices where account_id = $1)
         delete from push_subscriptions where account_id = $1",
        account_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Deletes what began before then on the way to other services.
pub(crate) async fn delete_connect_transactions_before(
    conn: &mut PgConnection,
    then: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let done = sqlx::query!("delete from connect_transactions where created_at <= $1", then)
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}

/// Deletes questions to authenticators that were asked before then.
pub(crate) async fn delete_passkey_ceremonies_before(
    conn: &mut PgConnection,
    then: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let done = sqlx::query!("delete from passkey_ceremonies where created_at <= $1", then)
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}

/// Deletes letters that were written before then and never left; gives their number.
pub(crate) async fn delete_letters_before(conn: &mut PgConnection, then: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!("delete from account_letters where created_at <= $1", then)
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}
