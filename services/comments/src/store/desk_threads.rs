//! What the newsroom sets for one thread.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, ThreadId},
    lang::{Lang, Message},
    msg,
};
use sqlx::PgConnection;

/// So long lies between two comments of one person in a thread that is slowed down.
const SLOW_SECONDS: i32 = 120;

/// What can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    Closed,
    Open,
    Holds,
    Flows,
    Slow,
    Quick,
    Muted,
    Heard,
}

impl Set {
    /// All of them.
    pub(crate) const ALL: [Self; 8] = [
        Self::Closed,
        Self::Open,
        Self::Holds,
        Self::Flows,
        Self::Slow,
        Self::Quick,
        Self::Muted,
        Self::Heard,
    ];

    /// As in forms.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Open => "open",
            Self::Holds => "holds",
            Self::Flows => "flows",
            Self::Slow => "slow",
            Self::Quick => "quick",
            Self::Muted => "muted",
            Self::Heard => "heard",
        }
    }

    /// That of an exact code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|set| set.code() == code)
    }

    /// On its button.
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Closed => msg!("cdesk-thread-close"),
            Self::Open => msg!("cdesk-thread-open"),
            Self::Holds => msg!("cdesk-thread-hold"),
            Self::Flows => msg!("cdesk-thread-flow"),
            Self::Slow => msg!("cdesk-thread-slow"),
            Self::Quick => msg!("cdesk-thread-quick"),
            Self::Muted => msg!("cdesk-thread-mute"),
            Self::Heard => msg!("cdesk-thread-hear"),
        }
    }
}

/// A thread, as the desk shows it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "ids are called the same everywhere")]
pub(crate) struct Thread {
    pub(crate) thread_id: ThreadId,
    pub(crate) title: String,
    pub(crate) language: Lang,
    pub(crate) path: String,
    pub(crate) ended_at: Option<DateTime<Utc>>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
    pub(crate) holds: bool,
    /// It has a pace of its own.
    pub(crate) is_slow: bool,
    pub(crate) muted: bool,
    pub(crate) shown_count: i64,
}

impl Thread {
    /// Whether it stands like this already.
    pub(crate) fn is(&self, set: Set) -> bool {
        match set {
            Set::Closed => self.closed_at.is_some(),
            Set::Open => self.closed_at.is_none(),
            Set::Holds => self.holds,
            Set::Flows => !self.holds,
            Set::Slow => self.is_slow,
            Set::Quick => !self.is_slow,
            Set::Muted => self.muted,
            Set::Heard => !self.muted,
        }
    }
}

/// A thread.
pub(crate) async fn find(conn: &mut PgConnection, id: ThreadId) -> sqlx::Result<Option<Thread>> {
    sqlx::query_as!(
        Thread,
        r#"select thread_id as "thread_id: ThreadId", title, language as "language: Lang", path, ended_at, closed_at, holds, muted,
                  slow_seconds is not null as "is_slow!", shown_count::bigint as "shown_count!"
           from threads where thread_id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await
}

/// The same, and nobody else may change it until the caller's transaction ends.
pub(crate) async fn find_for_update(conn: &mut PgConnection, id: ThreadId) -> sqlx::Result<Option<Thread>> {
    sqlx::query!("select from threads where thread_id = $1 for update", id.0)
        .execute(&mut *conn)
        .await?;
    find(conn, id).await
}

/// Sets it.
pub(crate) async fn set(
    conn: &mut PgConnection,
    id: ThreadId,
    set: Set,
    by: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update threads
         set closed_at = case $2 when 'closed' then $3 when 'open' then null else closed_at end,
             closed_by = case $2 when 'closed' then $4 when 'open' then null else closed_by end,
             holds = case $2 when 'holds' then true when 'flows' then false else holds end,
             slow_seconds = case $2 when 'slow' then $5 when 'quick' then null else slow_seconds end,
             muted = case $2 when 'muted' then true when 'heard' then false else muted end
         where thread_id = $1",
        id.0,
        set.code(),
        now,
        by.0,
        SLOW_SECONDS,
    )
    .execute(conn)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_set_is_found_by_its_code_and_by_no_other() {
        for set in Set::ALL {
            assert_eq!(Set::from_code(set.code()), Some(set));
        }
        assert_eq!(Set::from_code("deleted"), None);
    }
}
