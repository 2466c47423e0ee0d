//! What the desk reads and writes of contributions. Their history is in [`super::history`].

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, MediaId, PersonId, SubmissionId};
use ground::lang::Lang;
use sqlx::PgConnection;

use crate::submission::{Consent, DeclineReason, State, Submission};

/// A contribution in the list: enough to choose by, and no more text than that takes.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) submission_id: SubmissionId,
    pub(crate) state: State,
    pub(crate) title: String,
    /// The first [`OPENING`] characters.
    pub(crate) opening: String,
    pub(crate) contributor_name: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) language: Lang,
    pub(crate) consent: Consent,
    pub(crate) sent_at: DateTime<Utc>,
}

/// How much of the text the list reads, in characters.
pub(crate) const OPENING: i32 = 240;

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

/// Contributions in any of `states` that came before `cursor` (or the newest), newest first.
///
/// Each state is asked for by itself, so that a few open contributions among a million decided ones are
/// found by the index and not by looking through the million.
pub(crate) async fn list_older(
    conn: &mut PgConnection,
    states: &[State],
    cursor: Option<Cursor>,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"
        select found.submission_id as "submission_id!: SubmissionId", found.state as "state!: State",
               found.title as "title!", found.opening as "opening!", found.contributor_name, found.place,
               found.language as "language!: Lang", found.consent as "consent!: Consent",
               found.sent_at as "sent_at!"
        from unnest($1::submission_state[]) as wanted (state)
        cross join lateral (
            select submission_id, submissions.state, title, left(body, $5) as opening, contributor_name, place,
                   language, consent, sent_at
            from submissions
            where submissions.state = wanted.state
                and (sent_at, submission_id)
                    < (coalesce($2::timestamptz, 'infinity'),
                       coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            order by sent_at desc, submission_id desc
            limit $4
        ) as found
        order by found.sent_at desc, found.submission_id desc
        limit $4
        "#,
        states as _,
        cursor.map(|cursor| cursor.sent_at),
        cursor.map(|cursor| cursor.submission_id.0),
        limit,
        OPENING,
    )
    .fetch_all(conn)
    .await
}

/// Contributions in any of `states` that came after `cursor`, oldest first.
pub(crate) async fn list_newer(
    conn: &mut PgConnection,
    states: &[State],
    cursor: Cursor,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"
        select found.submission_id as "submission_id!: SubmissionId", found.state as "state!: State",
               found.title as "title!", found.opening as "opening!", found.contributor_name, found.place,
               found.language as "language!: Lang", found.consent as "consent!: Consent",
               found.sent_at as "sent_at!"
        from unnest($1::submission_state[]) as wanted (state)
        cross join lateral (
            select submission_id, submissions.state, title, left(body, $5) as opening, contributor_name, place,
                   language, consent, sent_at
            from submissions
            where submissions.state = wanted.state and (sent_at, submission_id) > ($2, $3::uuid)
            order by sent_at, submission_id
            limit $4
        ) as found
        order by found.sent_at, found.submission_id
        limit $4
        "#,
        states as _,
        cursor.sent_at,
        cursor.submission_id.0,
        limit,
        OPENING,
    )
    .fetch_all(conn)
    .await
}

/// How many contributions are in each state. Every state is there.
pub(crate) async fn count_by_state(conn: &mut PgConnection) -> sqlx::Result<Vec<(State, i64)>> {
    let rows = sqlx::query!(r#"select state as "state: State", count from submission_counts order by state"#)
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.state, row.count)).collect())
}

/// The contribution that came last, if any ever came.
pub(crate) async fn find_newest(conn: &mut PgConnection) -> sqlx::Result<Option<Cursor>> {
    sqlx::query_as!(
        Cursor,
        r#"select sent_at, submission_id as "submission_id: SubmissionId"
           from submissions order by sent_at desc, submission_id desc limit 1"#
    )
    .fetch_optional(conn)
    .await
}

/// How many contributions came after `cursor`. Counting ends at a thousand: by then nobody counts with us.
pub(crate) async fn count_newer(conn: &mut PgConnection, cursor: Cursor) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!"
           from (select from submissions where (sent_at, submission_id) > ($1, $2::uuid) limit 1000) as newer"#,
        cursor.sent_at,
        cursor.submission_id.0,
    )
    .fetch_one(conn)
    .await
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
}

/// The contributions, other than this one, that these files came with.
pub(crate) async fn list_sent_with(
    conn: &mut PgConnection,
    media_ids: &[MediaId],
    other_than: SubmissionId,
) -> sqlx::Result<Vec<SentWith>> {
    let media_ids: Vec<_> = media_ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        SentWith,
        r#"select media_id as "media_id: MediaId", submission_id as "submission_id: SubmissionId", title, sent_at
           from submission_files join submissions using (submission_id)
           where media_id = any($1) and submission_id <> $2"#,
        &media_ids,
        other_than.0,
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

/// What a decision writes besides the state.
#[derive(Debug, Default)]
pub(crate) struct Decided<'a> {
    pub(crate) at: Option<DateTime<Utc>>,
    pub(crate) by: Option<AccountId>,
    pub(crate) reason: Option<DeclineReason>,
    pub(crate) note: Option<&'a str>,
}

/// Writes a decision, or that it was taken back.
pub(crate) async fn set_decision(
    conn: &mut PgConnection,
    id: SubmissionId,
    state: State,
    decided: Decided<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions
         set state = $2, version = version + 1, decided_at = $3, decided_by = $4, decline_reason = $5,
             decline_note = $6
         where submission_id = $1",
        id.0,
        state as State,
        decided.at,
        decided.by.map(|by| by.0),
        decided.reason.map(DeclineReason::code),
        decided.note,
    )
    .execute(conn)
    .await?;
    Ok(())
}
