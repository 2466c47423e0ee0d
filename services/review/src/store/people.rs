//! Who sends: told apart, and what the desk says of them. Names and addresses stay with the contributions.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, NoteId, PersonId, SubmissionId};
use sqlx::PgConnection;

use crate::submission::State;

/// Whoever left an address with this hash, from now on; the same address is the same person.
pub(crate) async fn put_guest(
    conn: &mut PgConnection,
    person_id: PersonId,
    email_hash: &[u8],
    now: DateTime<Utc>,
) -> sqlx::Result<PersonId> {
    // Written even when it is there: whoever forgets the last contribution of theirs waits for this one.
    sqlx::query_scalar!(
        r#"insert into contributors (person_id, email_hash, created_at) values ($1, $2, $3)
           on conflict (email_hash) do update set email_hash = excluded.email_hash
           returning person_id as "person_id: PersonId""#,
        person_id.0,
        email_hash,
        now,
    )
    .fetch_one(conn)
    .await
}

/// Makes a contribution, until now a guest's, a part of what this account's person sent. What was noted of the guest
/// beside it goes along.
pub(crate) async fn move_to_account(
    conn: &mut PgConnection,
    id: SubmissionId,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    // A new person gets the id of what they sent first, as elsewhere; that of a guest may be taken.
    let person_id = sqlx::query_scalar!(
        r#"insert into contributors (person_id, account_id, created_at) values (gen_random_uuid(), $1, $2)
           on conflict (account_id) do update set account_id = excluded.account_id
           returning person_id as "person_id: PersonId""#,
        account_id.0,
        now,
    )
    .fetch_one(&mut *conn)
    .await?;
    sqlx::query!(
        "update contributor_notes set person_id = $2 where submission_id = $1",
        id.0,
        person_id.0
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "update submissions set person_id = $2 where submission_id = $1",
        id.0,
        person_id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets who an account is to the desk, with what was noted of them. What is kept all the same is nobody's.
pub(crate) async fn forget_account(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from contributor_notes
         where person_id = (select person_id from contributors where account_id = $1)",
        account_id.0
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "update contributors set account_id = null, trust = 'unknown', trust_by = null, trust_at = null
         where account_id = $1 and exists (select from submissions where submissions.person_id = contributors.person_id)",
        account_id.0
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!("delete from contributors where account_id = $1", account_id.0)
        .execute(conn)
        .await?;
    Ok(())
}

/// Somebody, as far as who asks may know.
pub(crate) struct Person {
    pub(crate) trust: String,
    pub(crate) trust_at: Option<DateTime<Utc>>,
    pub(crate) trust_by: Option<String>,
    /// When they first sent something.
    pub(crate) first_at: DateTime<Utc>,
    /// Contributions.
    pub(crate) sent: i64,
    /// Of these, decided on.
    pub(crate) decided: i64,
    /// Of these, accepted or published.
    pub(crate) used: i64,
}

/// Who sent something, counted over what may be seen.
pub(crate) async fn find_person(
    conn: &mut PgConnection,
    person_id: PersonId,
    sees_at_risk: bool,
) -> sqlx::Result<Option<Person>> {
    sqlx::query_as!(
        Person,
        r#"select trust, trust_at, accounts.display_name as "trust_by?", sent.first_at as "first_at!",
                  sent.sent as "sent!", sent.decided as "decided!", sent.used as "used!"
           from contributors
           left join accounts on accounts.account_id = trust_by
           cross join lateral (
               select min(sent_at) as first_at, count(*) as sent,
                      count(*) filter (where state in ('accepted', 'published', 'declined', 'spam')) as decided,
                      count(*) filter (where state in ('accepted', 'published')) as used
               from submissions
               where submissions.person_id = contributors.person_id and ($2 or not at_risk)
           ) as sent
           where contributors.person_id = $1 and sent.sent > 0"#,
        person_id.0,
        sees_at_risk,
    )
    .fetch_optional(conn)
    .await
}

/// Something else that somebody sent.
pub(crate) struct Other {
    pub(crate) submission_id: SubmissionId,
    pub(crate) title: String,
    pub(crate) state: State,
    pub(crate) sent_at: DateTime<Utc>,
}

/// The latest that somebody sent, other than this, as far as it may be seen.
pub(crate) async fn list_others(
    conn: &mut PgConnection,
    person_id: PersonId,
    other_than: SubmissionId,
    sees_at_risk: bool,
    limit: i64,
) -> sqlx::Result<Vec<Other>> {
    sqlx::query_as!(
        Other,
        r#"select submission_id as "submission_id: SubmissionId", title, state as "state: State", sent_at
           from submissions
           where person_id = $1 and submission_id <> $2 and ($3 or not at_risk)
           order by sent_at desc, submission_id desc limit $4"#,
        person_id.0,
        other_than.0,
        sees_at_risk,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// Says what the newsroom makes of somebody.
pub(crate) async fn set_trust(
    conn: &mut PgConnection,
    person_id: PersonId,
    trust: &str,
    by: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update contributors set trust = $2, trust_by = $3, trust_at = $4 where person_id = $1",
        person_id.0,
        trust,
        by.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What a colleague noted of somebody.
pub(crate) struct Note {
    pub(crate) body: String,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) who: String,
}

/// What is noted of somebody, the newest first; not what was noted beside what may not be seen.
pub(crate) async fn list_notes(
    conn: &mut PgConnection,
    person_id: PersonId,
    sees_at_risk: bool,
    limit: i64,
) -> sqlx::Result<Vec<Note>> {
    sqlx::query_as!(
        Note,
        r#"select contributor_notes.body, written_at, accounts.display_name as who
           from contributor_notes
           join accounts on accounts.account_id = contributor_notes.account_id
           join submissions using (submission_id)
           where contributor_notes.person_id = $1 and ($2 or not at_risk)
           order by written_at desc, note_id desc limit $3"#,
        person_id.0,
        sees_at_risk,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// A note about somebody, on its way in.
pub(crate) struct NewNote<'a> {
    pub(crate) note_id: NoteId,
    pub(crate) person_id: PersonId,
    pub(crate) submission_id: SubmissionId,
    pub(crate) by: AccountId,
    pub(crate) body: &'a str,
    pub(crate) now: DateTime<Utc>,
}

/// Notes something of somebody. False when it was noted already.
pub(crate) async fn insert_note(conn: &mut PgConnection, new: NewNote<'_>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into contributor_notes (note_id, person_id, submission_id, account_id, body, written_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (note_id) do nothing",
        new.note_id.0,
        new.person_id.0,
        new.submission_id.0,
        new.by.0,
        new.body,
        new.now,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Until when a name and an address are shown to who asks.
pub(crate) async fn find_reveal(
    conn: &mut PgConnection,
    id: SubmissionId,
    account_id: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        "select until from identity_reveals where submission_id = $1 and account_id = $2 and until > $3",
        id.0,
        account_id.0,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// Shows a name and an address to somebody until then. What is past is forgotten.
pub(crate) async fn put_reveal(
    conn: &mut PgConnection,
    id: SubmissionId,
    account_id: AccountId,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!("delete from identity_reveals where until <= $1", now)
        .execute(&mut *conn)
        .await?;
    sqlx::query!(
        "insert into identity_reveals (submission_id, account_id, until) values ($1, $2, $3)
         on conflict (submission_id, account_id) do update set until = excluded.until",
        id.0,
        account_id.0,
        until,
    )
    .execute(conn)
    .await?;
    Ok(())
}
