//! What happened to accounts, in the database. Rows are only ever added.

use chrono::{DateTime, Utc};
use ground::ids::{AccountEventId, AccountId};
use sqlx::PgConnection;

use crate::events::Event;

pub(crate) async fn insert_event(
    conn: &mut PgConnection,
    event_id: AccountEventId,
    now: DateTime<Utc>,
    event: &Event<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into account_events (event_id, account_id, kind, device, actor_id, detail, at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        event_id.0,
        event.account_id.0,
        event.kind.name(),
        event.device,
        event.actor_id.map(|actor| actor.0),
        event.detail,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// An event as it is shown.
pub(crate) struct EventRow {
    pub(crate) kind: String,
    pub(crate) device: String,
    pub(crate) detail: String,
    /// Who did it, where it was somebody else.
    pub(crate) actor: Option<String>,
    pub(crate) at: DateTime<Utc>,
}

/// The newest events of an account.
pub(crate) async fn list_events(
    conn: &mut PgConnection,
    account_id: AccountId,
    most: i64,
) -> sqlx::Result<Vec<EventRow>> {
    sqlx::query_as!(
        EventRow,
        r#"select kind, device, detail, actors.display_name as "actor?", at
           from account_events left join accounts actors on actors.account_id = actor_id
           where account_events.account_id = $1 order by at desc, event_id desc limit $2"#,
        account_id.0,
        most,
    )
    .fetch_all(conn)
    .await
}
