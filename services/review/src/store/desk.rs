//! What the desk reads and writes of contributions. Their history is in [`super::history`].

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, MediaId, PersonId, SubmissionId};
use ground::lang::Lang;
use sqlx::PgConnection;

use crate::submission::{Consent, State, Submission};

/// A place in the list: rows are ordered by time, and by id where times are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cursor {
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) submission_id: SubmissionId,
}

/// A file of a contribution.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) submission_id: SubmissionId,
    /// From 0.
    pub(crate) position: i16,
    pub(crate) media_id: MediaId,
    /// What the sender's device called it.
    pub(crate) client_name: String,
    /// The position of the file of which this is the original: it was sent small first.
    pub(crate) original_of: Option<i16>,
}

/// The files of these contributions, each contribution's in the order in which they were sent.
pub(crate) async fn list_files(conn: &mut PgConnection, of: &[SubmissionId]) -> sqlx::Result<Vec<File>> {
    let of: Vec<_> = of.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        File,
        r#"select submission_id as "submission_id: SubmissionId", position, media_id as "media_id: MediaId",
                  client_name, original_of
           from submission_files where submission_id = any($1) order by submission_id, position"#,
        &of,
    )
    .fetch_all(conn)
    .await
}

/// With which contribution a file came.
pub(crate) struct SentWith {
    pub(crate) media_id: MediaId,
    pub(crate) submission_id: SubmissionId,
    pub(crate) title: String,
    pub(crate) sent_at: DateTime<Utc>,
    pub(crate) state: State,
    pub(crate) decided_at: Option<DateTime<Utc>>,
    /// Why it was declined, as a code.
    pub(crate) decline_reason: Option<String>,
    /// What has to be said before it is opened, as codes.
    pub(crate) warnings: Vec<String>,
}

/// The contributions, other than this one, that these files came with, as far as they may be seen.
pub(crate) async fn list_sent_with(
    conn: &mut PgConnection,
    media_ids: &[MediaId],
    other_than: SubmissionId,
    sees_at_risk: bool,
) -> sqlx::Result<Vec<SentWith>> {
    let media_ids: Vec<_> = media_ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        SentWith,
        r#"select media_id as "media_id: MediaId", submission_id as "submission_id: SubmissionId", title, sent_at,
                  state as "state: State", decided_at, decline_reason, warnings
           from submission_files join submissions using (submission_id)
           where media_id = any($1) and submission_id <> $2 and ($3 or not at_risk)"#,
        &media_ids,
        other_than.0,
        sees_at_risk,
    )
    .fetch_all(conn)
    .await
}

/// A contribution, all of it.
pub(crate) async fn find_submission(
    conn: &mut PgConnection,
    id: SubmissionId,
) -> sqlx::Result<Option<Submission>> {
    sqlx::query_as!(
        Submission,
        r#"
        select submission_id as "submission_id: SubmissionId", state as "state: State", version, title, body,
               contributor_name, contributor_email, place, happened_at, language as "language: Lang",
               consent as "consent: Consent", consent_at, terms_version, sent_at, decided_at,
               decided_by as "decided_by: AccountId", decline_reason, decline_note, story_path, withdrawn_at,
               account_id is not null as "by_account!", person_id as "person_id: PersonId", at_risk, category, tags,
               warnings, handled_by as "handled_by: AccountId", first_yes_by as "first_yes_by: AccountId",
               first_yes_at, machine_rule, answer_due_at, unread_since, settles_at, held_at
        from submissions
        where submission_id = $1
        "#,
        id.0,
    )
    .fetch_optional(conn)
    .await
}

/// The same, and nobody else may change it until the caller's transaction ends.
pub(crate) async fn find_submission_for_update(
    conn: &mut PgConnection,
    id: SubmissionId,
) -> sqlx::Result<Option<Submission>> {
    // Two statements: the second sees what whoever held the lock before us has committed.
    sqlx::query!(
        "select from submissions where submission_id = $1 for update",
        id.0
    )
    .fetch_optional(&mut *conn)
    .await?;
    find_submission(conn, id).await
}
