//! What happened to accounts, in the database. Rows are only ever added.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use futures_util::{FutureExt, future::BoxFuture};
use ground::{
    audit::{self, Content, Source, Unlinked},
    ids::{AccountEventId, AccountId},
};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::events::Event;

/// An event as it stands in the database.
pub(crate) struct Written {
    event_id: Uuid,
    account_id: Uuid,
    kind: String,
    device: String,
    actor_id: Option<Uuid>,
    detail: String,
    pub(crate) at: DateTime<Utc>,
}

impl Written {
    /// All of it, for the audit chain.
    pub(crate) fn content(&self) -> Content {
        Content::default()
            .id(Some(self.event_id))
            .id(Some(self.account_id))
            .text(&self.kind)
            .text(&self.device)
            .id(self.actor_id)
            .text(&self.detail)
            .time(self.at)
    }
}

pub(crate) async fn insert_event(
    conn: &mut PgConnection,
    event_id: AccountEventId,
    now: DateTime<Utc>,
    event: &Event<'_>,
) -> sqlx::Result<Written> {
    sqlx::query_as!(
        Written,
        "insert into account_events (event_id, account_id, kind, device, actor_id, detail, at)
         values ($1, $2, $3, $4, $5, $6, $7)
         returning event_id, account_id, kind, device, actor_id, detail, at",
        event_id.0,
        event.account_id.0,
        event.kind.name(),
        event.device,
        event.actor_id.map(|actor| actor.0),
        event.detail,
        now,
    )
    .fetch_one(conn)
    .await
}

/// Whether this is somebody of the newsroom.
pub(crate) async fn is_staff(conn: &mut PgConnection, account_id: AccountId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from accounts where account_id = $1 and role is not null) as "staff!""#,
        account_id.0,
    )
    .fetch_one(conn)
    .await
}

/// What happened to people of the newsroom, as the audit chain is compared with it.
#[derive(Clone, Copy, Debug)]
pub struct People;

impl Source for People {
    fn room(&self) -> audit::Room {
        audit::Room::Accounts
    }

    fn contents<'a>(
        &'a self,
        conn: &'a mut PgConnection,
        events: &'a [Uuid],
    ) -> BoxFuture<'a, sqlx::Result<HashMap<Uuid, Content>>> {
        async move {
            let rows = sqlx::query_as!(
                Written,
                "select event_id, account_id, kind, device, actor_id, detail, at
                 from account_events where event_id = any($1)",
                events,
            );
            let rows = rows.fetch_all(conn).await?;
            Ok(rows.iter().map(|row| (row.event_id, row.content())).collect())
        }
        .boxed()
    }

    /// Those of [`crate::events::is_chained`], but for archives: of these it is not known any more who was of the
    /// newsroom then.
    fn unlinked<'a>(
        &'a self,
        conn: &'a mut PgConnection,
        begun: DateTime<Utc>,
    ) -> BoxFuture<'a, sqlx::Result<Unlinked>> {
        async move {
            let row = sqlx::query!(
                r#"select count(*) as "events!", max(event_id::text)::uuid as newest from account_events
                   where at > $1 and (actor_id is not null or kind in ('invited', 'invitation_ended'))
                       and not exists (select from audit_links where audit_links.event_id = account_events.event_id)"#,
                begun,
            )
            .fetch_one(conn)
            .await?;
            Ok(Unlinked {
                events: row.events,
                newest: row.newest,
                digest: None,
            })
        }
        .boxed()
    }
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
