//! What happened to a contribution, when and by whom. Only ever added to.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, EventId, Ids, SubmissionId};
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
    let event: EventId = ids.mint(now);
    // The reason is a fact of the event; the note to the contributor is content and stays out.
    let detail = match kind {
        EventKind::Declined(reason) => serde_json::json!({ "reason": reason.code() }),
        _ => serde_json::json!({}),
    };
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

/// The whole history of a contribution, oldest first.
pub(crate) async fn list_history(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<Vec<Entry>> {
    sqlx::query_as!(
        Entry,
        r#"
        select kind, at, account_id as "account_id: AccountId", accounts.display_name as "account_name?",
               detail ->> 'reason' as reason
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
