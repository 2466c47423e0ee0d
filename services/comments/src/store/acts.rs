//! What somebody of the newsroom did to comments and to those who write them. Only ever added to, and chained.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use futures_util::{FutureExt, future::BoxFuture};
use ground::{
    audit::{self, Content, Room, Source, Unlinked},
    ids::{AccountId, EventId, Ids},
};
use sqlx::PgConnection;
use uuid::Uuid;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Comments were taken away by one press.
    Removed,
    /// A press was undone.
    Undone,
    /// Addresses that belong to a comment were shown to somebody.
    EmailRevealed,
    /// A thread was closed, opened, muted or held back.
    ThreadSet,
    /// Somebody may not comment.
    Banned,
    /// Somebody may comment again.
    BanEnded,
    /// What somebody says to their ban was answered.
    AppealAnswered,
    /// A notice that a comment is against the law was answered.
    NoticeAnswered,
    /// The rules for comments, or their words, were changed.
    RulesChanged,
}

impl Act {
    /// As in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Removed => "comments_removed",
            Self::Undone => "comments_undone",
            Self::EmailRevealed => "comment_email_revealed",
            Self::ThreadSet => "thread_set",
            Self::Banned => "comment_banned",
            Self::BanEnded => "comment_ban_ended",
            Self::AppealAnswered => "comment_appeal_answered",
            Self::NoticeAnswered => "comment_notice_answered",
            Self::RulesChanged => "comment_rules_changed",
        }
    }
}

/// An act, as it stands in the database.
struct Written {
    event_id: Uuid,
    kind: String,
    account_id: Option<Uuid>,
    at: DateTime<Utc>,
    detail: serde_json::Value,
}

impl Written {
    /// All of it.
    fn content(&self) -> Content {
        Content::default()
            .id(Some(self.event_id))
            .text(&self.kind)
            .id(self.account_id)
            .time(self.at)
            .json(&self.detail)
    }
}

/// Adds that `by` did this at `now`; `detail` has ids, numbers and codes, never content. Written last in its
/// transaction, as all that is chained.
pub(crate) async fn insert(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    act: Act,
    by: AccountId,
    detail: serde_json::Value,
) -> sqlx::Result<()> {
    let event: EventId = ids.mint(now);
    let written = sqlx::query_as!(
        Written,
        "insert into comment_acts (event_id, kind, account_id, at, detail) values ($1, $2, $3, $4, $5)
         returning event_id, kind, account_id, at, detail",
        event.0,
        act.code(),
        by.0,
        now,
        detail,
    )
    .fetch_one(&mut *conn)
    .await?;
    let entry = audit::Entry {
        room: Room::Comments,
        event_id: event.0,
        submission_id: None,
        about_id: None,
        account_id: Some(by),
        kind: act.code(),
        at: written.at,
        content: written.content(),
    };
    audit::append(conn, ids, &[entry]).await?;
    Ok(())
}

/// What was done to comments, as the audit chain is compared with it.
#[derive(Clone, Copy, Debug)]
pub struct CommentActs;

impl Source for CommentActs {
    fn room(&self) -> Room {
        Room::Comments
    }

    fn contents<'a>(
        &'a self,
        conn: &'a mut PgConnection,
        events: &'a [Uuid],
    ) -> BoxFuture<'a, sqlx::Result<HashMap<Uuid, Content>>> {
        async move {
            let rows = sqlx::query_as!(
                Written,
                "select event_id, kind, account_id, at, detail from comment_acts where event_id = any($1)",
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
                r#"select count(*) as "events!", max(event_id::text)::uuid as newest from comment_acts
                   where not exists (select from audit_links where audit_links.event_id = comment_acts.event_id)"#,
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
