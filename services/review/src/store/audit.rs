//! This room's events as the audit chain is compared with: history, and acts at the desk.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use futures_util::{FutureExt, future::BoxFuture};
use ground::{
    audit::{Content, Room, Source, Unlinked},
    ids::AccountId,
};
use sqlx::PgConnection;
use uuid::Uuid;

/// An event of a history, as it stands in the database.
pub(super) struct Written {
    pub(super) event_id: Uuid,
    pub(super) submission_id: Uuid,
    pub(super) kind: String,
    pub(super) account_id: Option<Uuid>,
    pub(super) at: DateTime<Utc>,
    pub(super) detail: serde_json::Value,
}

impl Written {
    /// All of it.
    pub(super) fn content(&self) -> Content {
        Content::default()
            .id(Some(self.event_id))
            .id(Some(self.submission_id))
            .text(&self.kind)
            .id(self.account_id)
            .time(self.at)
            .json(&self.detail)
    }
}

/// What happened to contributions.
#[derive(Clone, Copy, Debug)]
pub struct Histories;

impl Source for Histories {
    fn room(&self) -> Room {
        Room::Review
    }

    fn contents<'a>(
        &'a self,
        conn: &'a mut PgConnection,
        events: &'a [Uuid],
    ) -> BoxFuture<'a, sqlx::Result<HashMap<Uuid, Content>>> {
        async move {
            let rows = sqlx::query_as!(
                Written,
                "select event_id, submission_id, kind, account_id, at, detail
                 from review_events where event_id = any($1)",
                events,
            );
            let rows = rows.fetch_all(conn).await?;
            Ok(rows.iter().map(|row| (row.event_id, row.content())).collect())
        }
        .boxed()
    }

    fn unlinked<'a>(
        &'a self,
        conn: &'a mut PgConnection,
        _begun: DateTime<Utc>,
    ) -> BoxFuture<'a, sqlx::Result<Unlinked>> {
        async move {
            let row = sqlx::query!(
                r#"select count(*) as "events!", max(event_id::text)::uuid as newest,
                          audit_begun_digest(event order by event_id) as "digest!"
                   from review_events as event
                   where not exists (select from audit_links where audit_links.event_id = event.event_id)"#,
            )
            .fetch_one(conn)
            .await?;
            Ok(Unlinked {
                events: row.events,
                newest: row.newest,
                digest: Some(row.digest),
            })
        }
        .boxed()
    }
}

/// What was done at the desk that is about no single contribution.
#[derive(Clone, Copy, Debug)]
pub struct Acts;

/// An act, as it stands in the database.
pub(super) struct ActWritten {
    pub(super) event_id: Uuid,
    pub(super) kind: String,
    pub(super) account_id: Option<Uuid>,
    pub(super) at: DateTime<Utc>,
    pub(super) detail: serde_json::Value,
}

impl ActWritten {
    /// All of it.
    pub(super) fn content(&self) -> Content {
        Content::default()
            .id(Some(self.event_id))
            .text(&self.kind)
            .id(self.account_id)
            .time(self.at)
            .json(&self.detail)
    }
}

impl Source for Acts {
    fn room(&self) -> Room {
        Room::Desk
    }

    fn contents<'a>(
        &'a self,
        conn: &'a mut PgConnection,
        events: &'a [Uuid],
    ) -> BoxFuture<'a, sqlx::Result<HashMap<Uuid, Content>>> {
        async move {
            let rows = sqlx::query_as!(
                ActWritten,
                "select event_id, kind, account_id, at, detail from desk_acts where event_id = any($1)",
                events,
            );
            let rows = rows.fetch_all(conn).await?;
            Ok(rows.iter().map(|row| (row.event_id, row.content())).collect())
        }
        .boxed()
    }

    fn unlinked<'a>(
        &'a self,
        conn: &'a mut PgConnection,
        _begun: DateTime<Utc>,
    ) -> BoxFuture<'a, sqlx::Result<Unlinked>> {
        async move {
            let row = sqlx::query!(
                r#"select count(*) as "events!", max(event_id::text)::uuid as newest from desk_acts
                   where not exists (select from audit_links where audit_links.event_id = desk_acts.event_id)"#,
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

/// Somebody of the newsroom, or who was.
pub(crate) struct Person {
    pub(crate) account_id: AccountId,
    pub(crate) name: String,
}

/// Who is or was of the newsroom, by name.
pub(crate) async fn list_people(conn: &mut PgConnection) -> sqlx::Result<Vec<Person>> {
    sqlx::query_as!(
        Person,
        r#"select account_id as "account_id: AccountId", display_name as name from accounts
           where role is not null order by lower(display_name), account_id"#
    )
    .fetch_all(conn)
    .await
}
