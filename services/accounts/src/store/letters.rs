//! Mails on their way, in the database.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, LetterId, MailCodeId};
use sqlx::PgConnection;

/// A mail to be sent.
pub(crate) struct NewLetterRow<'a> {
    pub(crate) letter_id: LetterId,
    pub(crate) kind: &'a str,
    pub(crate) email: &'a str,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) mail_code_id: Option<MailCodeId>,
    pub(crate) language: &'a str,
    pub(crate) detail: &'a str,
    pub(crate) created_at: DateTime<Utc>,
}

pub(crate) async fn insert_letter(conn: &mut PgConnection, new: &NewLetterRow<'_>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into account_letters (letter_id, kind, email, account_id, mail_code_id, language, detail, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        new.letter_id.0,
        new.kind,
        new.email,
        new.account_id.map(|id| id.0),
        new.mail_code_id.map(|id| id.0),
        new.language,
        new.detail,
        new.created_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// To the confirmed address of an account, in its language; `false` when it has none.
pub(crate) async fn insert_letter_to_account(
    conn: &mut PgConnection,
    letter_id: LetterId,
    kind: &str,
    account_id: AccountId,
    detail: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into account_letters (letter_id, kind, email, account_id, language, detail, created_at)
         select $1, $2, email, account_id, coalesce(language, ''), $4, $5
         from accounts where account_id = $3 and email is not null",
        letter_id.0,
        kind,
        account_id.0,
        detail,
        now,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Whether it is on its way, or was sent lately.
pub(crate) async fn has_letter(conn: &mut PgConnection, letter_id: LetterId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from account_letters where letter_id = $1) as "any!""#,
        letter_id.0
    )
    .fetch_one(conn)
    .await
}

/// A mail on its way.
pub(crate) struct LetterRow {
    pub(crate) letter_id: LetterId,
    pub(crate) kind: String,
    pub(crate) email: String,
    pub(crate) mail_code_id: Option<MailCodeId>,
    /// A code of ours, or empty: the newsroom's own.
    pub(crate) language: String,
    pub(crate) detail: String,
    /// When the code in it ends, unless it was used.
    pub(crate) code_ends_at: Option<DateTime<Utc>>,
}

pub(crate) async fn find_letter(
    conn: &mut PgConnection,
    letter_id: LetterId,
) -> sqlx::Result<Option<LetterRow>> {
    sqlx::query_as!(
        LetterRow,
        r#"select letter_id as "letter_id: _", kind, account_letters.email, mail_code_id as "mail_code_id: _",
                  account_letters.language, detail,
                  case when used_at is null then expires_at end as "code_ends_at"
           from account_letters left join mail_codes using (mail_code_id) where letter_id = $1"#,
        letter_id.0,
    )
    .fetch_optional(conn)
    .await
}

/// It was sent, or is not to be sent any more.
pub(crate) async fn delete_letter(conn: &mut PgConnection, letter_id: LetterId) -> sqlx::Result<()> {
    sqlx::query!("delete from account_letters where letter_id = $1", letter_id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Who has an address.
pub(crate) struct AddressOwner {
    pub(crate) account_id: AccountId,
    /// They may sign in.
    pub(crate) active: bool,
}

/// Whose an address is, also when they may not sign in any more.
pub(crate) async fn find_owner_of_address(
    conn: &mut PgConnection,
    email: &str,
) -> sqlx::Result<Option<AddressOwner>> {
    sqlx::query_as!(
        AddressOwner,
        r#"select account_id as "account_id: _", deactivated_at is null and deleted_at is null as "active!"
           from accounts where lower(email) = lower($1)"#,
        email,
    )
    .fetch_optional(conn)
    .await
}

/// Locks an account that still has the address and may sign in; `false` when it has not.
pub(crate) async fn lock_account_of_address(
    conn: &mut PgConnection,
    account_id: AccountId,
    email: &str,
) -> sqlx::Result<bool> {
    let found = sqlx::query_scalar!(
        "select account_id from accounts
         where account_id = $1 and lower(email) = lower($2) and deactivated_at is null and deleted_at is null
         for no key update",
        account_id.0,
        email,
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}

/// The names that readers must not look like: of those who have a role.
pub(crate) async fn list_staff_names(conn: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!("select display_name from accounts where role is not null and deleted_at is null")
        .fetch_all(conn)
        .await
}

/// Whether an account was signed in to before, and never by this kind of device.
pub(crate) async fn is_new_device(
    conn: &mut PgConnection,
    account_id: AccountId,
    device: &str,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from account_events where account_id = $1 and kind = 'signed_in')
              and not exists (select from account_events where account_id = $1 and kind = 'signed_in' and device = $2)
              as "new!""#,
        account_id.0,
        device,
    )
    .fetch_one(conn)
    .await
}
