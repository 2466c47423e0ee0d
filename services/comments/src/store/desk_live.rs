//! What pages of the desk that stay open have to know: how comments stand now, and how many came to a queue since.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId};
use sqlx::PgConnection;

use super::desk_list::{COUNTED, Filter};
use crate::{comment::State, desk::Queue};

/// How a comment stands.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) comment_id: CommentId,
    pub(crate) version: i32,
    pub(crate) state: State,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) is_reported: bool,
    pub(crate) is_new: bool,
    pub(crate) by_machine: bool,
    pub(crate) decided_by: Option<AccountId>,
    pub(crate) decided_by_name: Option<String>,
}

impl Standing {
    /// Whether it stands in a list.
    pub(crate) fn is_in(&self, queue: Queue) -> bool {
        match queue {
            Queue::Reported => self.is_reported,
            Queue::Held => self.state == State::Held,
            Queue::New => self.is_new,
            Queue::Machine => self.by_machine,
            Queue::Latest => true,
            Queue::Appeals => false,
        }
    }
}

/// How these stand. What is not there any more is missing.
pub(crate) async fn list(conn: &mut PgConnection, ids: &[CommentId]) -> sqlx::Result<Vec<Standing>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Standing,
        r#"select comment_id as "comment_id!: CommentId", version as "version!", state as "state!: State",
                  written_at as "written_at!",
                  report_count > 0 as "is_reported!", rule is not null and decided_at is null as "by_machine!",
                  is_first and state in ('shown', 'held') and decided_at is null as "is_new!",
                  decided_by as "decided_by: AccountId", accounts.display_name as "decided_by_name?"
           from comments left join accounts on accounts.account_id = decided_by
           where comment_id = any($1)"#,
        &ids,
    )
    .fetch_all(conn)
    .await
}

/// Of a queue's newcomers, never more than one beyond [`COUNTED`]. Its rows are `c`.
macro_rules! count_of {
    ($conn:expr, $filter:expr, $since:expr, $shown:expr, $stands:literal) => {
        sqlx::query_scalar!(
            r#"select count(*) as "count!" from (
                   select from comments as c
                   where "# + $stands + r#" and c.comment_id <> all($2)
                     and ($3::uuid is null or c.thread_id = $3) and ($4::uuid is null or c.account_id = $4)
                     and ($5::bytea is null or c.device = $5) and ($6::text is null or c.language = $6)
                   limit $7) as one"#,
            $since,
            $shown,
            $filter.thread.map(|id| id.0),
            $filter.account.map(|id| id.0),
            $filter.device.as_deref(),
            $filter.language,
            COUNTED + 1,
        )
        .fetch_one(&mut *$conn)
        .await
    };
}

/// How many came to a queue since then, besides those that are `shown`.
pub(crate) async fn count_since(
    conn: &mut PgConnection,
    queue: Queue,
    filter: &Filter,
    since: DateTime<Utc>,
    shown: &[CommentId],
) -> sqlx::Result<i64> {
    let shown: Vec<_> = shown.iter().map(|id| id.0).collect();
    match queue {
        Queue::Reported => count_of!(
            conn,
            filter,
            since,
            &shown,
            "report_count > 0 and exists (select from comment_reports as r where r.comment_id = c.comment_id
                 and r.closed_at is null and r.reported_at > $1)"
        ),
        // An edit may be what has to wait.
        Queue::Held => count_of!(
            conn,
            filter,
            since,
            &shown,
            "state = 'held' and greatest(written_at, edited_at) > $1"
        ),
        Queue::New => count_of!(
            conn,
            filter,
            since,
            &shown,
            "is_first and state in ('shown', 'held') and decided_at is null and written_at > $1"
        ),
        Queue::Machine => count_of!(
            conn,
            filter,
            since,
            &shown,
            "rule is not null and decided_at is null and greatest(written_at, edited_at) > $1"
        ),
        Queue::Latest => count_of!(conn, filter, since, &shown, "written_at > $1"),
        Queue::Appeals => {
            sqlx::query_scalar!(
                r#"select count(*) as "count!" from comment_bans
                   where appealed_at > $1 and answered_at is null"#,
                since,
            )
            .fetch_one(conn)
            .await
        }
    }
}
