//! What happened to a contribution, when and by whom. Only ever added to.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, EventId, Ids, MediaId, SubmissionId};
use sqlx::PgConnection;

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
    // The reason is a fact of the event; the note to the contributor is content and stays out.
    let detail = match kind {
        EventKind::Declined(reason) => serde_json::json!({ "reason": reason.code() }),
        _ => serde_json::json!({}),
    };
    insert(conn, ids.mint(now), now, id, kind, by, detail).await
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
    insert(conn, ids.mint(now), now, look.submission_id, kind, by, detail).await
}

async fn insert(
    conn: &mut PgConnection,
    event: EventId,
    now: DateTime<Utc>,
    id: SubmissionId,
    kind: EventKind,
    by: Option<AccountId>,
    detail: serde_json::Value,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into review_events (event_id, submission_id, kind, account_id, at, detail)
         select $1, $2, $3, $4, greatest($5, max(at) + interval '1 microsecond'), $6
         from review_events where submission_id = $2",
        event.0,
        id.0,
        kind.code(),
        by.map(|by| by.0),
        now,
        detail,
    )
    .execute(conn)
    .await?;
    Ok(())
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
        select kind, at, account_id as "account_id: AccountId", accounts.display_name as "account_name?",
               detail ->> 'reason' as reason, (detail ->> 'file')::bigint as file, detail ->> 'why' as why
        from review_events
        left join accounts using (account_id)
        where submission_id = $1
        order by at, event_id
        "#,
        id.0,
    )
    .fetch_all(conn)
    .await
}
