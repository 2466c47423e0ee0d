//! Changes of address under way, in the database: two codes that belong together, or one where there was no address.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, MailCodeId};
use sqlx::{PgConnection, types::Uuid};

use super::Purpose;

/// One half of a change.
pub(crate) struct Half {
    pub(crate) purpose: Purpose,
    pub(crate) email: String,
    /// Who reads there agreed.
    pub(crate) used_at: Option<DateTime<Utc>>,
}

/// The change that is under way: the address that is left first.
pub(crate) async fn list_open_change(
    conn: &mut PgConnection,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Half>> {
    sqlx::query_as!(
        Half,
        r#"select purpose as "purpose: _", email, used_at from mail_codes
           where account_id = $1 and pair_id =
               (select pair_id from mail_codes
                where account_id = $1 and purpose in ('change_from', 'change_to') and used_at is null
                  and expires_at > $2
                order by created_at desc, mail_code_id desc limit 1)
           order by purpose"#,
        account_id.0,
        now,
    )
    .fetch_all(conn)
    .await
}

/// Both halves of one change.
pub(crate) async fn list_halves(conn: &mut PgConnection, pair_id: Uuid) -> sqlx::Result<Vec<Half>> {
    sqlx::query_as!(
        Half,
        r#"select purpose as "purpose: _", email, used_at from mail_codes where pair_id = $1 order by purpose"#,
        pair_id,
    )
    .fetch_all(conn)
    .await
}

/// Ends every change of an account that is under way: who agrees to one must not have agreed to another.
pub(crate) async fn end_changes_of(
    conn: &mut PgConnection,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update mail_codes set expires_at = $2
         where account_id = $1 and purpose in ('change_from', 'change_to') and expires_at > $2",
        account_id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// How many changes an account began since then, or were begun to an address.
pub(crate) async fn count_changes_since(
    conn: &mut PgConnection,
    account_id: AccountId,
    email: &str,
    since: DateTime<Utc>,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from mail_codes
           where purpose = 'change_to' and (account_id = $1 or lower(email) = lower($2)) and created_at > $3"#,
        account_id.0,
        email,
        since,
    )
    .fetch_one(conn)
    .await
}

/// This code is used up, and no other: each change needs its own two.
pub(crate) async fn set_mail_code_used(
    conn: &mut PgConnection,
    mail_code_id: MailCodeId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update mail_codes set used_at = $2 where mail_code_id = $1",
        mail_code_id.0,
        now
    )
    .execute(conn)
    .await?;
    Ok(())
}
