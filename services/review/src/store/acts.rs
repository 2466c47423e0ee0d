//! What somebody of the newsroom did at the desk that is about no single contribution. Only ever added to, and chained.

use chrono::{DateTime, Utc};
use ground::{
    audit,
    ids::{AccountId, EventId, Ids},
};
use sqlx::PgConnection;

use super::audit::ActWritten;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// How long contributions of a state are kept was set, from a later time on.
    RetentionChanged,
    /// Such a change was called off before it began.
    RetentionKept,
    /// Somebody says that the clock is right, after forgetting by rule had stopped for it.
    ClockConfirmed,
    /// Links of the audit chain were taken along.
    AuditExported,
    /// The reasons for declining were changed.
    ReasonsChanged,
    /// The categories, or what they ask for, were changed.
    CategoriesChanged,
}

impl Act {
    /// As in the database.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::RetentionChanged => "retention_changed",
            Self::RetentionKept => "retention_kept",
            Self::ClockConfirmed => "clock_confirmed",
            Self::AuditExported => "audit_exported",
            Self::ReasonsChanged => "reasons_changed",
            Self::CategoriesChanged => "categories_changed",
        }
    }
}

/// Adds that `by` did this at `now`; `detail` has facts of it (numbers, codes), never content. Written last in its
/// transaction, as all that is chained.
pub(crate) async fn insert_act(
    conn: &mut PgConnection,
    ids: &Ids,
    now: DateTime<Utc>,
    act: Act,
    by: AccountId,
    detail: serde_json::Value,
) -> sqlx::Result<()> {
    let event: EventId = ids.mint(now);
    let written = sqlx::query_as!(
        ActWritten,
        "insert into desk_acts (event_id, kind, account_id, at, detail) values ($1, $2, $3, $4, $5)
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
        room: audit::Room::Desk,
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
