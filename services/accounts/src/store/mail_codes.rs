//! Codes and links that were sent by mail, in the database.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, MailCodeId};
use sqlx::{PgConnection, types::Uuid};

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "mail_code_purpose", rename_all = "snake_case")]
pub(crate) enum Purpose {
    /// To make an account for an address.
    Register,
    /// To choose a new password.
    Reset,
    /// The address that is left agrees.
    ChangeFrom,
    /// The address that is moved to agrees.
    ChangeTo,
}

/// A code to be sent.
pub(crate) struct NewMailCode<'a> {
    pub(crate) mail_code_id: MailCodeId,
    pub(crate) purpose: Purpose,
    pub(crate) email: &'a str,
    /// Whose, where that is known before the mail is sent.
    pub(crate) account_id: Option<AccountId>,
    pub(crate) display_name: Option<&'a str>,
    pub(crate) password_hash: Option<&'a str>,
    /// A code of ours.
    pub(crate) language: &'a str,
    pub(crate) pair_id: Option<Uuid>,
    pub(crate) browser_hash: &'a [u8],
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
}

pub(crate) async fn insert_mail_code(conn: &mut PgConnection, new: &NewMailCode<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into mail_codes (mail_code_id, purpose, email, account_id, display_name, password_hash, language, pair_id,
                                 browser_hash, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        new.mail_code_id.0,
        new.purpose as _,
        new.email,
        new.account_id.map(|id| id.0),
        new.display_name,
        new.password_hash,
        new.language,
        new.pair_id,
        new.browser_hash,
        new.created_at,
        new.expires_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A code that was sent.
#[expect(clippy::struct_field_names, reason = "ids are called the same everywhere")]
pub(crate) struct MailCode {
    pub(crate) mail_code_id: MailCodeId,
    pub(crate) email: String,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) display_name: Option<String>,
    pub(crate) password_hash: Option<String>,
    pub(crate) language: String,
    pub(crate) pair_id: Option<Uuid>,
    pub(crate) browser_hash: Option<Vec<u8>>,
    pub(crate) tries: i16,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) used_at: Option<DateTime<Utc>>,
}

/// The code of an id, locked: of two who use it at once, one is the first.
pub(crate) async fn find_mail_code_for_update(
    conn: &mut PgConnection,
    mail_code_id: MailCodeId,
    purpose: Purpose,
) -> sqlx::Result<Option<MailCode>> {
    sqlx::query_as!(
        MailCode,
        r#"select mail_code_id as "mail_code_id: _", email, account_id as "account_id: _", display_name, password_hash,
                  language, pair_id, browser_hash, tries, created_at, expires_at, used_at
           from mail_codes where mail_code_id = $1 and purpose = $2 for update"#,
        mail_code_id.0,
        purpose as _,
    )
    .fetch_optional(conn)
    .await
}

/// The newest code that a browser asked for, locked.
pub(crate) async fn find_mail_code_of_browser_for_update(
    conn: &mut PgConnection,
    browser_hash: &[u8],
    purpose: Purpose,
) -> sqlx::Result<Option<MailCode>> {
    sqlx::query_as!(
        MailCode,
        r#"select mail_code_id as "mail_code_id: _", email, account_id as "account_id: _", display_name, password_hash,
                  language, pair_id, browser_hash, tries, created_at, expires_at, used_at
           from mail_codes where browser_hash = $1 and purpose = $2
           order by created_at desc, mail_code_id desc limit 1 for update"#,
        browser_hash,
        purpose as _,
    )
    .fetch_optional(conn)
    .await
}

/// Wrong codes typed for an address since then.
pub(crate) async fn count_tries_of_address(
    conn: &mut PgConnection,
    email: &str,
    purpose: Purpose,
    since: DateTime<Utc>,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select coalesce(sum(tries), 0) as "tries!" from mail_codes
           where lower(email) = lower($1) and purpose = $2 and created_at > $3"#,
        email,
        purpose as _,
        since,
    )
    .fetch_one(conn)
    .await
}

pub(crate) async fn add_mail_code_try(conn: &mut PgConnection, mail_code_id: MailCodeId) -> sqlx::Result<()> {
    sqlx::query!(
        "update mail_codes set tries = tries + 1 where mail_code_id = $1",
        mail_code_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whose it is: known once the mail is put together.
pub(crate) async fn set_mail_code_account(
    conn: &mut PgConnection,
    mail_code_id: MailCodeId,
    account_id: AccountId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update mail_codes set account_id = $2 where mail_code_id = $1",
        mail_code_id.0,
        account_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Uses a code up, and with it every other of the same purpose and address; what an account was to be made of goes.
pub(crate) async fn end_mail_codes(
    conn: &mut PgConnection,
    purpose: Purpose,
    email: &str,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update mail_codes set used_at = $4, display_name = null, password_hash = null, account_id = $3
         where purpose = $1 and lower(email) = lower($2) and used_at is null",
        purpose as _,
        email,
        account_id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Deletes what ended before; letters that were to carry it go with it. Gives their number.
pub(crate) async fn delete_mail_codes_ended(
    conn: &mut PgConnection,
    before: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let done = sqlx::query!("delete from mail_codes where expires_at <= $1", before)
        .execute(conn)
        .await?;
    Ok(done.rows_affected())
}
