//! What the contributor's pages read and write: a contribution on its way in, and found again by its receipt.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, MediaId, PersonId, SubmissionId},
    lang::Lang,
};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::submission::Consent;

/// A contribution as it comes in.
pub(crate) struct NewRow<'a> {
    pub(crate) submission_id: SubmissionId,
    /// Whose it is; none: a guest's.
    pub(crate) account_id: Option<AccountId>,
    pub(crate) title: &'a str,
    pub(crate) body: &'a str,
    pub(crate) contributor_name: Option<&'a str>,
    pub(crate) contributor_email: Option<&'a str>,
    pub(crate) place: Option<&'a str>,
    pub(crate) happened_at: Option<&'a str>,
    pub(crate) language: Lang,
    pub(crate) consent: Consent,
    pub(crate) terms_version: &'a str,
    pub(crate) receipt_hash: &'a [u8],
    pub(crate) form_key_hash: &'a [u8],
    pub(crate) sent_at: DateTime<Utc>,
    /// Whoever left the same address before; none: the account's person, or somebody new.
    pub(crate) person_id: Option<PersonId>,
    /// They say that somebody could be in danger through it.
    pub(crate) at_risk: bool,
    /// What they say has to be said before it is opened, as codes.
    pub(crate) warnings: &'a [&'a str],
}

/// Writes a contribution. False when it is there already; one that is being written is waited for.
pub(crate) async fn insert_submission(conn: &mut PgConnection, row: &NewRow<'_>) -> sqlx::Result<bool> {
    // Any conflict, not only that of the id: of two at once the slower may meet the receipt's hash first.
    let inserted = sqlx::query!(
        "insert into submissions (submission_id, title, body, contributor_name, contributor_email, place,
                                  happened_at, language, consent, consent_at, terms_version, receipt_hash,
                                  form_key_hash, sent_at, account_id, person_id, at_risk, warnings)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $13, $10, $11, $12, $13, $14, $15, $16, $17::text[])
         on conflict do nothing",
        row.submission_id.0,
        row.title,
        row.body,
        row.contributor_name,
        row.contributor_email,
        row.place,
        row.happened_at,
        row.language.code(),
        row.consent as Consent,
        row.terms_version,
        row.receipt_hash,
        row.form_key_hash,
        row.sent_at,
        row.account_id.map(|account| account.0),
        row.person_id.map(|person| person.0),
        row.at_risk,
        row.warnings as &[&str],
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// A file as it becomes part of a contribution.
#[derive(Debug)]
pub(crate) struct NewFile<'a> {
    /// From 0.
    pub(crate) position: i16,
    pub(crate) media_id: MediaId,
    pub(crate) client_name: &'a str,
    /// Bytes.
    pub(crate) size: i64,
    /// The form that added it afterwards, if that form had an id.
    pub(crate) addition_id: Option<Uuid>,
    /// The position of the file of which this is the original.
    pub(crate) original_of: Option<i16>,
}

/// Adds a file at its place.
pub(crate) async fn insert_file(
    conn: &mut PgConnection,
    id: SubmissionId,
    file: &NewFile<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into submission_files (submission_id, position, media_id, client_name, size, addition_id, original_of)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        file.position,
        file.media_id.0,
        file.client_name,
        file.size,
        file.addition_id,
        file.original_of,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What the limits of a contribution and a file that is added to it are judged by.
#[derive(Debug)]
pub(crate) struct FileAlready {
    /// From 0.
    pub(crate) position: i16,
    /// Bytes; 0 where it is not known.
    pub(crate) size: i64,
    pub(crate) addition_id: Option<Uuid>,
    /// The position of the file of which this is the original.
    pub(crate) original_of: Option<i16>,
}

/// The files that a contribution has already, in order.
pub(crate) async fn list_files_already(
    conn: &mut PgConnection,
    id: SubmissionId,
) -> sqlx::Result<Vec<FileAlready>> {
    sqlx::query_as!(
        FileAlready,
        r#"select position, coalesce(size, 0) as "size!", addition_id, original_of
           from submission_files where submission_id = $1 order by position"#,
        id.0,
    )
    .fetch_all(conn)
    .await
}

/// What is stored of the key of the form that a contribution was sent with, if it was sent.
pub(crate) async fn find_form_key_hash(
    conn: &mut PgConnection,
    id: SubmissionId,
) -> sqlx::Result<Option<Vec<u8>>> {
    sqlx::query_scalar!(
        "select form_key_hash from submissions where submission_id = $1",
        id.0
    )
    .fetch_optional(conn)
    .await
}

/// The contribution of a receipt.
pub(crate) async fn find_by_receipt(
    conn: &mut PgConnection,
    receipt_hash: &[u8],
) -> sqlx::Result<Option<SubmissionId>> {
    sqlx::query_scalar!(
        r#"select submission_id as "submission_id: SubmissionId" from submissions where receipt_hash = $1"#,
        receipt_hash,
    )
    .fetch_optional(conn)
    .await
}

/// Whether its contributor was told by mail that it came in.
pub(crate) async fn is_acknowledged(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select from review_events where submission_id = $1 and kind = 'acknowledged'
           ) as "exists!""#,
        id.0,
    )
    .fetch_one(conn)
    .await
}
