//! What happened to a contribution, when and by whom. Only ever added to.

use chrono::{DateTime, Utc};
use ground::{
    audit,
    ids::{AccountId, EventId, Ids, MediaId, SubmissionId},
};
use sqlx::PgConnection;

use super::audit::Written;
use crate::event::EventKind;

/// One entry, as the desk shows it.
#[derive(Debug)]
pub(crate) struct Entry {
    /// As stored; [`EventKind::from_code`] knows it.
    pub(crate) kind: String,
    pub(crate) at: DateTime<Utc>,
    /// Who of the newsroom; none when it was the contributor or the program.
    pub(crate) account_id: Option<AccountId>,
    pub(crate) account_name: Option<String>,
    /// A code of the catalogue, where something was declined.
    pub(crate) reason: Option<String>,
    /// Of a file, where it is about one: its place among the files, from 1.
    pub(crate) file: Option<i64>,
    /// Why someone looked at an original, in their words.
    pub(crate) why: Option<String>,
    /// Its number in the audit chain; none from before there was one.
    pub(crate) seq: Option<i64>,
}

/// A look at the original of a file, or the finding that it is damaged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look<'a> {
    pub(crate) submission_id: SubmissionId,
    pub(crate) media_id: MediaId,
    /// Its place among the files, from 1.
    pub(crate) number: i64,
    /// In the words of who looks; none for a finding.
    pub(crate) why: Option<&'a str>,
}

/// Adds what someone of the newsroom (or, without an account, the contributor or the program) did at `now`.
///
/// It never stands before what it followed, even when two machines' clocks disagree or do not move.
pub(crate) async fn insert_event(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
    kind: EventKind,
    by: Option<AccountId>,
) -> sqlx::Result<()> {
    insert(conn, ids, now, id, kind, by, detail_of(kind)).await
}

fn detail_of(kind: EventKind) -> serde_json::Value {
    // The reason is a fact of the event; the note to the contributor is content and stays out.
    match kind {
        EventKind::TrustSet(trust) => serde_json::json!({ "reason": trust.code() }),
        EventKind::Checked(checked) => serde_json::json!({ "reason": checked.code() }),
        EventKind::Warned(warnings) => serde_json::json!({ "reason": warnings.codes().join(",") }),
        EventKind::ConsentChanged(consent) => serde_json::json!({ "reason": consent.code() }),
        _ => serde_json::json!({}),
    }
}

/// Adds what was decided, with its facts: a reason's code, what was undone. What was written to the contributor is content
/// and stays out.
pub(crate) async fn insert_decision(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
    (kind, by): (EventKind, Option<AccountId>),
    detail: serde_json::Value,
) -> sqlx::Result<()> {
    insert(conn, ids, now, id, kind, by, detail).await
}

/// Adds what `by` did at `now`, and why, in their words.
pub(crate) async fn insert_reasoned(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
    kind: EventKind,
    by: Option<AccountId>,
    why: &str,
) -> sqlx::Result<()> {
    let detail = serde_json::json!({ "why": why });
    insert(conn, ids, now, id, kind, by, detail).await
}

/// Adds that `by` (or who runs the server) opened an original, or found it damaged, at `now`.
pub(crate) async fn insert_look(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    kind: EventKind,
    by: Option<AccountId>,
    look: Look<'_>,
) -> sqlx::Result<()> {
    let detail = serde_json::json!({ "media_id": look.media_id, "file": look.number, "why": look.why });
    insert(conn, ids, now, look.submission_id, kind, by, detail).await
}

/// Out of whose hands something was taken, and with which word to them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Over<'a> {
    pub(crate) from: AccountId,
    /// In the words of who took it.
    pub(crate) note: &'a str,
}

/// Adds that `by` took a contribution out of a colleague's hands at `now`.
pub(crate) async fn insert_take_over(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
    by: AccountId,
    over: Over<'_>,
) -> sqlx::Result<()> {
    let detail = serde_json::json!({ "from": over.from, "why": over.note });
    insert(conn, ids, now, id, EventKind::TakenOver, Some(by), detail).await
}

/// The one way into the history: an event, and its link in the audit chain. The chain is the last thing that a
/// transaction waits for (see [`ground::audit`]); who writes about many contributions locks all of them before.
async fn insert(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
    kind: EventKind,
    by: Option<AccountId>,
    detail: serde_json::Value,
) -> sqlx::Result<()> {
    let entry = write(conn, ids.mint(now), now, (id, kind), by, detail).await?;
    audit::append(conn, ids, &[entry]).await?;
    Ok(())
}

/// Adds to the audit chain that a contribution was forgotten, and all its events with it.
pub(crate) async fn note_erased(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    id: SubmissionId,
) -> sqlx::Result<()> {
    let entry = audit::Entry::erased(ids, now, Some(id), None);
    audit::append(conn, ids, &[entry]).await?;
    Ok(())
}

async fn write(
    conn: &mut PgConnection,
    event: EventId,
    now: DateTime<Utc>,
    (id, kind): (SubmissionId, EventKind),
    by: Option<AccountId>,
    detail: serde_json::Value,
) -> sqlx::Result<audit::Entry<'static>> {
    let written = sqlx::query_as!(
        Written,
        r#"insert into review_events (event_id, submission_id, kind, account_id, at, detail)
         select $1, $2, $3, $4, greatest($5, max(at) + interval '1 microsecond'), $6
         from review_events where submission_id = $2
         returning event_id, submission_id, kind, account_id, at, detail"#,
        event.0,
        id.0,
        kind.code(),
        by.map(|by| by.0),
        now,
        detail,
    )
    .fetch_one(conn)
    .await?;
    Ok(audit::Entry {
        room: audit::Room::Review,
        event_id: event.0,
        submission_id: Some(id),
        about_id: None,
        account_id: by,
        kind: kind.code(),
        at: written.at,
        content: written.content(),
    })
}

/// Of which contribution a file is, and its place there, from 1.
pub(crate) async fn find_place_of(
    conn: &mut PgConnection,
    media_id: MediaId,
) -> sqlx::Result<Option<(SubmissionId, i64)>> {
    let row = sqlx::query!(
        r#"select submission_id as "submission_id: SubmissionId", position from submission_files where media_id = $1"#,
        media_id.0,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (row.submission_id, i64::from(row.position) + 1)))
}

/// The whole history of a contribution, oldest first.
pub(crate) async fn list_history(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<Vec<Entry>> {
    sqlx::query_as!(
        Entry,
        r#"
        select review_events.kind, review_events.at, accounts.account_id as "account_id?: AccountId",
               accounts.display_name as "account_name?", detail ->> 'reason' as reason,
               (detail ->> 'file')::bigint as file, detail ->> 'why' as why, seq as "seq?"
        from review_events
        left join accounts using (account_id)
        left join audit_links using (event_id)
        where review_events.submission_id = $1
        order by review_events.at, event_id
        "#,
        id.0,
    )
    .fetch_all(conn)
    .await
}
