//! One's own account in the database: what its owner sees of it, changes in it, and takes along.

use chrono::{DateTime, Utc};
use ground::ids::{AccountEventId, AccountId};
use sqlx::PgConnection;

/// An account as its owner sees it.
pub(crate) struct Own {
    /// Confirmed, or none.
    pub(crate) email: Option<String>,
    pub(crate) display_name: String,
    /// None: they sign in by another service or a passkey only.
    pub(crate) password_hash: Option<String>,
    /// A code of ours; none: the newsroom's own.
    pub(crate) language: Option<String>,
    pub(crate) created_at: DateTime<Utc>,
    /// They asked to be forgotten, and this is when.
    pub(crate) deletes_at: Option<DateTime<Utc>>,
}

/// An account that may sign in.
pub(crate) async fn find_own(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<Option<Own>> {
    sqlx::query_as!(
        Own,
        "select email, display_name, password_hash, language, created_at, deletes_at from accounts
         where account_id = $1 and deactivated_at is null and deleted_at is null",
        account_id.0,
    )
    .fetch_optional(conn)
    .await
}

/// The same, and nobody else may change it before this transaction ends.
pub(crate) async fn find_own_for_update(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Option<Own>> {
    sqlx::query_as!(
        Own,
        "select email, display_name, password_hash, language, created_at, deletes_at from accounts
         where account_id = $1 and deactivated_at is null and deleted_at is null for no key update",
        account_id.0,
    )
    .fetch_optional(conn)
    .await
}

pub(crate) async fn set_profile(
    conn: &mut PgConnection,
    account_id: AccountId,
    display_name: &str,
    language: &str,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update accounts set display_name = $2, language = $3 where account_id = $1",
        account_id.0,
        display_name,
        language,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Fails with [`super::is_email_taken`] when another account has the address.
pub(crate) async fn set_email(
    conn: &mut PgConnection,
    account_id: AccountId,
    email: &str,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update accounts set email = $2 where account_id = $1",
        account_id.0,
        email
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Codes for a new password that are on their way open nothing any more.
pub(crate) async fn delete_reset_codes_of(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from mail_codes where account_id = $1 and purpose = 'reset'",
        account_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// How often something happened since then.
pub(crate) async fn count_events_since(
    conn: &mut PgConnection,
    account_id: AccountId,
    kind: &str,
    since: DateTime<Utc>,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from account_events where account_id = $1 and kind = $2 and at > $3"#,
        account_id.0,
        kind,
        since,
    )
    .fetch_one(conn)
    .await
}

/// What is kept of an account besides its history, as JSON: an object with the rows of each table. Columns named in
/// `secrets` are left out. One statement, so that it is of one moment.
pub(crate) async fn read_everything_of(
    conn: &mut PgConnection,
    account_id: AccountId,
    secrets: &[String],
) -> sqlx::Result<serde_json::Value> {
    sqlx::query_scalar!(
        r#"select jsonb_build_object(
               'accounts', (select jsonb_agg(to_jsonb(it) - $2::text[]) from accounts it where account_id = $1),
               'identities', (select jsonb_agg(to_jsonb(it) - $2::text[]) from identities it where account_id = $1),
               'sessions', (select jsonb_agg(to_jsonb(it) - $2::text[]) from sessions it where account_id = $1),
               'invitations', (select jsonb_agg(to_jsonb(it) - $2::text[]) from invitations it where account_id = $1),
               'connect_transactions',
               (select jsonb_agg(to_jsonb(it) - $2::text[]) from connect_transactions it where account_id = $1),
               'mail_codes', (select jsonb_agg(to_jsonb(it) - $2::text[]) from mail_codes it where account_id = $1),
               'account_letters',
               (select jsonb_agg(to_jsonb(it) - $2::text[]) from account_letters it where account_id = $1),
               'passkeys', (select jsonb_agg(to_jsonb(it) - $2::text[]) from passkeys it where account_id = $1),
               'passkey_ceremonies',
               (select jsonb_agg(to_jsonb(it) - $2::text[]) from passkey_ceremonies it where account_id = $1),
               'authenticator_apps',
               (select jsonb_agg(to_jsonb(it) - $2::text[]) from authenticator_apps it where account_id = $1),
               'recovery_codes',
               (select jsonb_agg(to_jsonb(it) - $2::text[]) from recovery_codes it where account_id = $1),
               'contributor_notices',
               (select jsonb_agg(to_jsonb(it) - $2::text[]) from contributor_notices it where account_id = $1),
               'push_subscriptions',
               (select jsonb_agg(to_jsonb(it) - $2::text[]) from push_subscriptions it where account_id = $1)
           ) as "all!""#,
        account_id.0,
        secrets,
    )
    .fetch_one(conn)
    .await
}

/// An event as it is taken along.
pub(crate) struct ExportedEvent {
    pub(crate) event_id: AccountEventId,
    pub(crate) kind: String,
    pub(crate) device: String,
    pub(crate) detail: String,
    /// Who did it, where it was somebody else.
    pub(crate) actor: Option<String>,
    pub(crate) at: DateTime<Utc>,
}

/// The events of an account after one of them, in the order in which they were written; a page of a long list.
pub(crate) async fn list_events_after(
    conn: &mut PgConnection,
    account_id: AccountId,
    after: Option<AccountEventId>,
    most: i64,
) -> sqlx::Result<Vec<ExportedEvent>> {
    sqlx::query_as!(
        ExportedEvent,
        r#"select event_id as "event_id: _", kind, device, detail, actors.display_name as "actor?", at
           from account_events left join accounts actors on actors.account_id = actor_id
           where account_events.account_id = $1 and ($2::uuid is null or event_id > $2)
           order by event_id limit $3"#,
        account_id.0,
        after.map(|id| id.0),
        most,
    )
    .fetch_all(conn)
    .await
}
