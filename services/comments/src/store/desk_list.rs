//! The lists of the desk: rows in the order of a queue, from a place on. Each queue has an index of its own, in its order.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, BanId, CommentId, ThreadId};
use sqlx::PgConnection;

use crate::{
    comment::State,
    desk::{Place, Queue},
};

/// So many are counted; of more, it is said that there are more.
pub(crate) const COUNTED: i64 = 1000;

/// A comment in a list.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub(crate) struct Row {
    pub(crate) comment_id: CommentId,
    pub(crate) thread_id: ThreadId,
    pub(crate) thread_title: String,
    pub(crate) is_answer: bool,
    /// Who wrote it, as they are called now.
    pub(crate) name: String,
    pub(crate) by_account: bool,
    pub(crate) body: String,
    pub(crate) language: String,
    pub(crate) state: State,
    pub(crate) rule: Option<String>,
    pub(crate) rule_found: Option<String>,
    pub(crate) written_at: DateTime<Utc>,
    pub(crate) edited_at: Option<DateTime<Utc>>,
    pub(crate) report_count: i64,
    pub(crate) like_count: i64,
    pub(crate) is_first: bool,
    pub(crate) is_pinned: bool,
    pub(crate) is_promoted: bool,
    pub(crate) version: i32,
}

/// Of a queue, what is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub(crate) thread: Option<ThreadId>,
    pub(crate) account: Option<AccountId>,
    pub(crate) device: Option<Vec<u8>>,
    pub(crate) language: Option<&'static str>,
}

/// The part of a question that is the same for each queue.
macro_rules! list_of {
    ($conn:expr, $filter:expr, $after:expr, $limit:expr, $stands:literal, $beyond:literal, $order:literal) => {
        sqlx::query_as!(
            Row,
            r#"select comment_id as "comment_id: CommentId", thread_id as "thread_id: ThreadId",
                      threads.title as thread_title, parent_id is not null as "is_answer!",
                      coalesce(accounts.display_name, c.name) as "name!", c.account_id is not null as "by_account!",
                      body, c.language, state as "state: State", rule, rule_found, written_at, edited_at,
                      report_count::bigint as "report_count!", like_count::bigint as "like_count!", is_first, pinned_at is not null as "is_pinned!",
                      promoted_at is not null as "is_promoted!", version
               from comments as c join threads using (thread_id) left join accounts on accounts.account_id = c.account_id
               where "# + $stands + r#"
                 and ($1::uuid is null or c.thread_id = $1) and ($2::uuid is null or c.account_id = $2)
                 and ($3::bytea is null or device = $3) and ($4::text is null or c.language = $4)
                 and ($5::timestamptz is null or (written_at, comment_id) "# + $beyond + r#" ($5, $6::uuid))
               order by "# + $order + r#" limit $7"#,
            $filter.thread.map(|id| id.0),
            $filter.account.map(|id| id.0),
            $filter.device.as_deref(),
            $filter.language,
            $after.map(|place: Place| place.written_at),
            $after.map(|place: Place| place.comment_id.0),
            $limit,
        )
        .fetch_all(&mut *$conn)
        .await
    };
}

/// Rows of a queue behind a place, at most `limit` of them.
pub(crate) async fn list(
    conn: &mut PgConnection,
    queue: Queue,
    filter: &Filter,
    after: Option<Place>,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    match queue {
        Queue::Reported => list_of!(
            conn,
            filter,
            after,
            limit,
            "report_count > 0",
            ">",
            "written_at, comment_id"
        ),
        Queue::Held => list_of!(
            conn,
            filter,
            after,
            limit,
            "state = 'held'",
            ">",
            "written_at, comment_id"
        ),
        Queue::New => list_of!(
            conn,
            filter,
            after,
            limit,
            "is_first and state in ('shown', 'held') and decided_at is null",
            ">",
            "written_at, comment_id"
        ),
        Queue::Machine => list_of!(
            conn,
            filter,
            after,
            limit,
            "rule is not null and decided_at is null",
            "<",
            "written_at desc, comment_id desc"
        ),
        Queue::Latest | Queue::Appeals => list_of!(
            conn,
            filter,
            after,
            limit,
            "true",
            "<",
            "written_at desc, comment_id desc"
        ),
    }
}

/// Has the planner look at what each question asks for: a plan that is made for all of them knows no filter.
pub(crate) async fn plan_anew(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("select set_config('plan_cache_mode', 'force_custom_plan', true)")
        .fetch_one(conn)
        .await?;
    Ok(())
}

/// How many stand in each queue, as far as they are counted.
#[derive(Debug)]
pub(crate) struct Counts {
    pub(crate) reported: i64,
    pub(crate) held: i64,
    pub(crate) new: i64,
    pub(crate) machine: i64,
    pub(crate) appeals: i64,
}

impl Counts {
    /// How many stand in a list that is counted, in digits; above [`COUNTED`], with a plus.
    pub(crate) fn told(&self, queue: Queue) -> Option<String> {
        let count = self.of(queue)?;
        let more = if count > COUNTED { "+" } else { "" };
        Some(format!("{}{more}", count.min(COUNTED)))
    }

    fn of(&self, queue: Queue) -> Option<i64> {
        match queue {
            Queue::Reported => Some(self.reported),
            Queue::Held => Some(self.held),
            Queue::New => Some(self.new),
            Queue::Machine => Some(self.machine),
            Queue::Appeals => Some(self.appeals),
            Queue::Latest => None,
        }
    }
}

/// Counts what waits, never more than one beyond [`COUNTED`] in each queue.
pub(crate) async fn count(conn: &mut PgConnection) -> sqlx::Result<Counts> {
    sqlx::query_as!(
        Counts,
        r#"select
             (select count(*) from (select from comments where report_count > 0 limit $1) as one) as "reported!",
             (select count(*) from (select from comments where state = 'held' limit $1) as one) as "held!",
             (select count(*) from (select from comments where is_first and state in ('shown', 'held')
                                    and decided_at is null limit $1) as one) as "new!",
             (select count(*) from (select from comments where rule is not null and decided_at is null limit $1) as one)
               as "machine!",
             (select count(*) from (select from comment_bans where appealed_at is not null and answered_at is null limit $1)
                as one) as "appeals!""#,
        COUNTED + 1,
    )
    .fetch_one(conn)
    .await
}

/// Whose a comment is, so that all of theirs can be listed.
pub(crate) async fn find_person(
    conn: &mut PgConnection,
    id: CommentId,
) -> sqlx::Result<Option<(Option<AccountId>, Option<Vec<u8>>)>> {
    let row = sqlx::query!(
        r#"select account_id as "account_id: AccountId", device from comments where comment_id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (row.account_id, row.device)))
}

/// What somebody says to their ban.
#[derive(Debug)]
#[expect(clippy::struct_field_names, reason = "as the column is called")]
pub(crate) struct Appeal {
    pub(crate) ban_id: BanId,
    pub(crate) name: Option<String>,
    pub(crate) comment_id: Option<CommentId>,
    pub(crate) reason: String,
    pub(crate) appeal: String,
    pub(crate) appealed_at: DateTime<Utc>,
}

/// What is said to bans and waits for an answer, the first first.
pub(crate) async fn list_appeals(conn: &mut PgConnection, limit: i64) -> sqlx::Result<Vec<Appeal>> {
    sqlx::query_as!(
        Appeal,
        r#"select ban_id as "ban_id: BanId", coalesce(accounts.display_name, comments.name) as name,
                  comment_id as "comment_id: CommentId", comment_bans.reason, appeal as "appeal!",
                  appealed_at as "appealed_at!"
           from comment_bans
           left join comments using (comment_id)
           left join accounts on accounts.account_id = comment_bans.account_id
           where appealed_at is not null and answered_at is null
           order by appealed_at, ban_id limit $1"#,
        limit,
    )
    .fetch_all(conn)
    .await
}
