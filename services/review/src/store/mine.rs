//! Whose a contribution is, for those who sent it with an account or took it into one.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, MediaId, SubmissionId},
    jobs::{self, TellContributor, TellGuest},
};
use sqlx::PgConnection;

use super::desk::Cursor;
use crate::submission::State;

/// A contribution in the list of who sent it.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) submission_id: SubmissionId,
    /// As its contributor may see it.
    pub(crate) state: State,
    pub(crate) title: String,
    pub(crate) sent_at: DateTime<Utc>,
}

/// Contributions of an account that came before `cursor` (or the newest), newest first.
pub(crate) async fn list_older(
    conn: &mut PgConnection,
    account_id: AccountId,
    cursor: Option<Cursor>,
    limit: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select submission_id as "submission_id: SubmissionId", submission_shown(submissions, $5) as "state!: State",
                  title, sent_at
           from submissions
           where account_id = $1
             and (sent_at, submission_id)
                 < (coalesce($2::timestamptz, 'infinity'),
                    coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
           order by sent_at desc, submission_id desc
           limit $4"#,
        account_id.0,
        cursor.map(|cursor| cursor.sent_at),
        cursor.map(|cursor| cursor.submission_id.0),
        limit,
        now,
    )
    .fetch_all(conn)
    .await
}

/// Contributions of an account that came after `cursor`, oldest first.
pub(crate) async fn list_newer(
    conn: &mut PgConnection,
    account_id: AccountId,
    cursor: Cursor,
    limit: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select submission_id as "submission_id: SubmissionId", submission_shown(submissions, $5) as "state!: State",
                  title, sent_at
           from submissions
           where account_id = $1 and (sent_at, submission_id) > ($2, $3::uuid)
           order by sent_at, submission_id
           limit $4"#,
        account_id.0,
        cursor.sent_at,
        cursor.submission_id.0,
        limit,
        now,
    )
    .fetch_all(conn)
    .await
}

/// All contributions of an account, oldest first.
pub(crate) async fn list_ids(
    conn: &mut PgConnection,
    account_id: AccountId,
) -> sqlx::Result<Vec<SubmissionId>> {
    sqlx::query_scalar!(
        r#"select submission_id as "submission_id: SubmissionId"
           from submissions where account_id = $1 order by sent_at, submission_id"#,
        account_id.0,
    )
    .fetch_all(conn)
    .await
}

/// Whether a contribution is this account's. A contribution never goes from one account to another.
pub(crate) async fn is_theirs(
    conn: &mut PgConnection,
    id: SubmissionId,
    account_id: AccountId,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from submissions where submission_id = $1 and account_id = $2) as "theirs!""#,
        id.0,
        account_id.0,
    )
    .fetch_one(conn)
    .await
}

/// Whose a contribution is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// It was sent by a guest.
    Nobody,
    Account(AccountId),
}

/// Whose it is, if it is there; nobody else may change that until the caller's transaction ends.
pub(crate) async fn find_owner_for_update(
    conn: &mut PgConnection,
    id: SubmissionId,
) -> sqlx::Result<Option<Owner>> {
    let found = sqlx::query_scalar!(
        r#"select account_id as "account_id: AccountId" from submissions where submission_id = $1 for update"#,
        id.0,
    )
    .fetch_optional(conn)
    .await?;
    Ok(found.map(|account_id| account_id.map_or(Owner::Nobody, Owner::Account)))
}

/// Makes a guest's contribution an account's. The caller has asked [`find_owner_for_update`].
pub(crate) async fn set_owner(
    conn: &mut PgConnection,
    id: SubmissionId,
    account_id: AccountId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set account_id = $2 where submission_id = $1 and account_id is null",
        id.0,
        account_id.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Asks for its contributor to be told that something became of it: as they chose, if they have an account, or by mail, if
/// they are a guest who left an address.
pub(crate) async fn tell_contributor(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<()> {
    tell(conn, id, false).await
}

/// Asks for them to be told once more that something waits for them.
pub(crate) async fn remind_contributor(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<()> {
    tell(conn, id, true).await
}

async fn tell(conn: &mut PgConnection, id: SubmissionId, again: bool) -> sqlx::Result<()> {
    let of = sqlx::query!(
        r#"select account_id as "account_id: AccountId", version, contributor_email is not null as "has_address!"
           from submissions where submission_id = $1"#,
        id.0,
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(of) = of else { return Ok(()) };
    if let Some(account_id) = of.account_id {
        let job = TellContributor {
            account_id,
            submission_id: id,
            again,
        };
        jobs::enqueue(conn, &job).await
    } else if of.has_address && !again {
        let job = TellGuest {
            submission_id: id,
            version: of.version,
        };
        jobs::enqueue(conn, &job).await
    } else {
        Ok(())
    }
}

/// The media of a contribution.
pub(crate) async fn list_media(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<Vec<MediaId>> {
    sqlx::query_scalar!(
        r#"select media_id as "media_id: MediaId" from submission_files where submission_id = $1 order by position"#,
        id.0,
    )
    .fetch_all(conn)
    .await
}

/// Of which version a guest was told last.
pub(crate) async fn find_guest_told(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<Option<i32>> {
    sqlx::query_scalar!("select version from guest_notices where submission_id = $1", id.0)
        .fetch_optional(conn)
        .await
}

/// A guest was told of this version.
pub(crate) async fn put_guest_told(
    conn: &mut PgConnection,
    id: SubmissionId,
    version: i32,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into guest_notices (submission_id, version, told_at) values ($1, $2, $3)
         on conflict (submission_id) do update
         set version = greatest(guest_notices.version, excluded.version), told_at = excluded.told_at",
        id.0,
        version,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets a contribution with its history and its list of files. It fails while a story is made of it. That it was
/// forgotten, [`super::history::note_erased`] adds to the audit chain, at the end of the same transaction.
pub(crate) async fn delete_submission(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<()> {
    sqlx::query!("delete from submissions where submission_id = $1", id.0)
        .execute(conn)
        .await?;
    Ok(())
}
