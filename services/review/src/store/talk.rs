//! What desk and contributor said to each other, in the database.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, MessageId, SendingId, SubmissionId};
use sqlx::PgConnection;

use crate::submission::{Consent, State};

/// One form that either side sent.
#[derive(Debug)]
#[expect(clippy::struct_field_names, reason = "as the column is called")]
pub(crate) struct Sending {
    pub(crate) sending_id: SendingId,
    pub(crate) submission_id: SubmissionId,
    /// Who of the newsroom; none: the contributor.
    pub(crate) account_id: Option<AccountId>,
    pub(crate) at: DateTime<Utc>,
    /// The desk's: until then it can be taken back.
    pub(crate) settles_at: Option<DateTime<Utc>>,
    pub(crate) state_before: Option<State>,
    pub(crate) due_before: Option<DateTime<Utc>>,
    pub(crate) unread_before: Option<DateTime<Utc>>,
    pub(crate) due_at: Option<DateTime<Utc>>,
    pub(crate) told_at: Option<DateTime<Utc>>,
    pub(crate) reminded_at: Option<DateTime<Utc>>,
}

/// One message as it is written.
#[derive(Debug, Default)]
pub(crate) struct NewMessage<'a> {
    pub(crate) position: i16,
    /// A code of the catalogue.
    pub(crate) question: Option<&'a str>,
    pub(crate) body: &'a str,
    pub(crate) answers: Option<MessageId>,
    pub(crate) choice: Option<&'a str>,
    pub(crate) files: i16,
}

/// One message as colleagues see it.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) message_id: MessageId,
    pub(crate) sending_id: SendingId,
    /// Who of the newsroom; none: the contributor.
    pub(crate) account_id: Option<AccountId>,
    pub(crate) account_name: Option<String>,
    pub(crate) question: Option<String>,
    pub(crate) body: String,
    pub(crate) answers: Option<MessageId>,
    pub(crate) choice: Option<String>,
    pub(crate) files: i16,
    pub(crate) at: DateTime<Utc>,
    pub(crate) settles_at: Option<DateTime<Utc>>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
    /// The desk needed no answer any more.
    pub(crate) dropped: bool,
    pub(crate) read_at: Option<DateTime<Utc>>,
}

/// One message as its contributor sees it: nobody of the newsroom is named, by construction.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) message_id: MessageId,
    pub(crate) by_desk: bool,
    pub(crate) question: Option<String>,
    pub(crate) body: String,
    pub(crate) answers: Option<MessageId>,
    pub(crate) choice: Option<String>,
    pub(crate) files: i16,
    pub(crate) at: DateTime<Utc>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
}

/// Writes a form. False when it is there already; one that is being written is waited for.
pub(crate) async fn insert_sending(conn: &mut PgConnection, sending: &Sending) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into talk_sendings (sending_id, submission_id, account_id, at, settles_at, state_before, due_before,
                                    unread_before, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict do nothing",
        sending.sending_id.0,
        sending.submission_id.0,
        sending.account_id.map(|account| account.0),
        sending.at,
        sending.settles_at,
        sending.state_before as Option<State>,
        sending.due_before,
        sending.unread_before,
        sending.due_at,
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

pub(crate) async fn find_sending(conn: &mut PgConnection, id: SendingId) -> sqlx::Result<Option<Sending>> {
    sqlx::query_as!(
        Sending,
        r#"select sending_id as "sending_id: SendingId", submission_id as "submission_id: SubmissionId",
                  account_id as "account_id: AccountId", at, settles_at, state_before as "state_before: State",
                  due_before, unread_before, due_at, told_at, reminded_at
           from talk_sendings where sending_id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await
}

/// Forgets a form and what was said by it: nobody has read it.
pub(crate) async fn delete_sending(conn: &mut PgConnection, id: SendingId) -> sqlx::Result<()> {
    sqlx::query!("delete from talk_sendings where sending_id = $1", id.0)
        .execute(conn)
        .await?;
    Ok(())
}

pub(crate) async fn insert_message(
    conn: &mut PgConnection,
    message_id: MessageId,
    (sending_id, submission_id): (SendingId, SubmissionId),
    message: &NewMessage<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into talk_messages (message_id, sending_id, submission_id, position, question, body, answers, choice,
                                    files)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        message_id.0,
        sending_id.0,
        submission_id.0,
        message.position,
        message.question,
        message.body,
        message.answers.map(|id| id.0),
        message.choice,
        message.files,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The talk as colleagues see it, the oldest first.
pub(crate) async fn list(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select message_id as "message_id: MessageId", sending_id as "sending_id: SendingId",
                  account_id as "account_id: AccountId", display_name as "account_name?", question, body,
                  answers as "answers: MessageId", choice, files, talk_sendings.at, settles_at, closed_at,
                  closed_by is not null as "dropped!", read_at
           from talk_messages
           join talk_sendings using (sending_id)
           left join accounts using (account_id)
           where talk_messages.submission_id = $1
           order by talk_sendings.at, sending_id, position"#,
        id.0,
    )
    .fetch_all(conn)
    .await
}

/// The talk as its contributor sees it at `now`, the oldest first: what can still be taken back is not in it.
pub(crate) async fn list_told(
    conn: &mut PgConnection,
    id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Told>> {
    sqlx::query_as!(
        Told,
        r#"select message_id as "message_id: MessageId", account_id is not null as "by_desk!", question, body,
                  answers as "answers: MessageId", choice, files, talk_sendings.at, closed_at
           from talk_messages
           join talk_sendings using (sending_id)
           where talk_messages.submission_id = $1 and coalesce(settles_at, talk_sendings.at) <= $2
           order by talk_sendings.at, sending_id, position"#,
        id.0,
        now,
    )
    .fetch_all(conn)
    .await
}

/// What the desk said that its contributor does not know of at `now`: the oldest of it.
pub(crate) async fn find_unsettled(
    conn: &mut PgConnection,
    id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Sending>> {
    sqlx::query_as!(
        Sending,
        r#"select sending_id as "sending_id: SendingId", submission_id as "submission_id: SubmissionId",
                  account_id as "account_id: AccountId", at, settles_at, state_before as "state_before: State",
                  due_before, unread_before, due_at, told_at, reminded_at
           from talk_sendings where submission_id = $1 and settles_at > $2 order by at, sending_id limit 1"#,
        id.0,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// How many questions wait for an answer.
pub(crate) async fn count_open(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<usize> {
    let open = sqlx::query_scalar!(
        r#"select count(*) as "count!" from talk_messages
           where submission_id = $1 and question is not null and closed_at is null"#,
        id.0,
    )
    .fetch_one(conn)
    .await?;
    Ok(usize::try_from(open).unwrap_or(usize::MAX))
}

/// Nobody waits for an answer to this any more: it came, or `by` needs none. False when nobody did.
pub(crate) async fn close_question(
    conn: &mut PgConnection,
    of: SubmissionId,
    id: MessageId,
    now: DateTime<Utc>,
    by: Option<AccountId>,
) -> sqlx::Result<bool> {
    let closed = sqlx::query!(
        "update talk_messages set closed_at = $3, closed_by = $4
         where message_id = $1 and submission_id = $2 and question is not null and closed_at is null",
        id.0,
        of.0,
        now,
        by.map(|by| by.0),
    )
    .execute(conn)
    .await?;
    Ok(closed.rows_affected() == 1)
}

/// The desk has read what the contributor said so far.
pub(crate) async fn note_read_by_desk(
    conn: &mut PgConnection,
    id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update talk_messages set read_at = $2
         from talk_sendings
         where talk_sendings.sending_id = talk_messages.sending_id and talk_messages.submission_id = $1
           and account_id is null and read_at is null",
        id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// As if the desk had not: what was said when it had is taken back.
pub(crate) async fn forget_read_by_desk(
    conn: &mut PgConnection,
    id: SubmissionId,
    at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update talk_messages set read_at = null
         from talk_sendings
         where talk_sendings.sending_id = talk_messages.sending_id and talk_messages.submission_id = $1
           and account_id is null and read_at = $2",
        id.0,
        at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The contributor was shown what the desk said so far.
pub(crate) async fn note_read_by_contributor(
    conn: &mut PgConnection,
    id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update talk_messages set read_at = $2
         from talk_sendings
         where talk_sendings.sending_id = talk_messages.sending_id and talk_messages.submission_id = $1
           and settles_at <= $2 and read_at is null",
        id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// How many forms the contributor sent since `since`.
pub(crate) async fn count_sent_since(
    conn: &mut PgConnection,
    id: SubmissionId,
    since: DateTime<Utc>,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from talk_sendings
           where submission_id = $1 and account_id is null and at > $2"#,
        id.0,
        since,
    )
    .fetch_one(conn)
    .await
}

/// Where a contribution stands after something was said.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) state: State,
    pub(crate) due_at: Option<DateTime<Utc>>,
    pub(crate) unread_since: Option<DateTime<Utc>>,
    /// Who of the newsroom did it; none: it stays in the hands that it was in.
    pub(crate) by: Option<AccountId>,
}

pub(crate) async fn set_standing(
    conn: &mut PgConnection,
    id: SubmissionId,
    standing: &Standing,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions
         set state = $2, version = version + 1, answer_due_at = $3, unread_since = $4,
             handled_by = coalesce($5, handled_by)
         where submission_id = $1",
        id.0,
        standing.state as State,
        standing.due_at,
        standing.unread_since,
        standing.by.map(|by| by.0),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Files came after the first look: they wait to be seen.
pub(crate) async fn note_unread(
    conn: &mut PgConnection,
    id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set unread_since = coalesce(unread_since, $2) where submission_id = $1",
        id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The yes that stood is none any more: nothing may be published on it.
pub(crate) async fn reopen(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set decided_at = null, decided_by = null where submission_id = $1",
        id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What the contributor allows from now on, by these terms.
pub(crate) async fn set_consent(
    conn: &mut PgConnection,
    id: SubmissionId,
    consent: Consent,
    now: DateTime<Utc>,
    terms_version: &str,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set consent = $2, consent_at = $3, terms_version = $4 where submission_id = $1",
        id.0,
        consent as Consent,
        now,
        terms_version,
    )
    .execute(conn)
    .await?;
    Ok(())
}
