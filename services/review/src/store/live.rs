//! What is read when something changed at the desk: once for all who watch.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, SubmissionId};
use sqlx::PgConnection;

use crate::{store::desk::Cursor, submission::State};

/// A contribution as pages that show it have to know it.
#[derive(Debug)]
pub(crate) struct Changed {
    pub(crate) submission_id: SubmissionId,
    pub(crate) state: State,
    pub(crate) version: i32,
    pub(crate) at_risk: bool,
    pub(crate) sent_at: DateTime<Utc>,
    /// The codes of those in which it stands, but for "mine", which differs by who looks.
    pub(crate) queues: Vec<String>,
    /// Who brought it to where it is: whoever decided, or acted last.
    pub(crate) handled_by: Option<AccountId>,
    pub(crate) handled_by_name: Option<String>,
    /// Who changed something last; nobody of the newsroom when it was its sender or the program.
    pub(crate) acted_by: Option<AccountId>,
    pub(crate) acted_by_name: Option<String>,
    pub(crate) claimed_by: Option<AccountId>,
    pub(crate) claimed_by_name: Option<String>,
    pub(crate) claimed_at: Option<DateTime<Utc>>,
    pub(crate) taken_from: Option<AccountId>,
    pub(crate) taken_note: Option<String>,
}

/// How these contributions stand. Claims whose heart last beat before `dead` are none.
pub(crate) async fn list_changed(
    conn: &mut PgConnection,
    ids: &[SubmissionId],
    dead: DateTime<Utc>,
) -> sqlx::Result<Vec<Changed>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Changed,
        r#"
        select submissions.submission_id as "submission_id: SubmissionId", state as "state: State", version, at_risk,
               sent_at, desk_queues(state, unread_since, first_yes_by, machine_rule, at_risk) as "queues!",
               hands.account_id as "handled_by?: AccountId", hands.display_name as "handled_by_name?",
               actors.account_id as "acted_by?: AccountId", actors.display_name as "acted_by_name?",
               holders.account_id as "claimed_by?: AccountId", holders.display_name as "claimed_by_name?",
               desk_claims.claimed_at as "claimed_at?", desk_claims.taken_from as "taken_from: AccountId",
               desk_claims.taken_note
        from submissions
        left join accounts as hands on hands.account_id = coalesce(decided_by, handled_by)
        left join lateral (
            select account_id from review_events
            where review_events.submission_id = submissions.submission_id
                and kind not in ('original_opened', 'original_damaged', 'exported', 'identity_revealed', 'taken_over')
            order by at desc, event_id desc limit 1
        ) as last on true
        left join accounts as actors on actors.account_id = last.account_id
        left join desk_claims on desk_claims.submission_id = submissions.submission_id and heartbeat_at >= $2
        left join accounts as holders on holders.account_id = desk_claims.account_id
        where submissions.submission_id = any($1)
        order by sent_at, submissions.submission_id
        "#,
        &ids,
        dead,
    )
    .fetch_all(conn)
    .await
}

/// How many came after `since` and wait, with what is at risk or without. Counting ends at a thousand: by then nobody
/// counts with us.
pub(crate) async fn count_fresh(
    conn: &mut PgConnection,
    since: Cursor,
    sees_at_risk: bool,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!"
           from (select from desk_items
                 where attributes @> '{queue:open}' and (sent_at, submission_id) > ($1, $2::uuid)
                     and (not at_risk or $3)
                 limit 1000) as newer"#,
        since.sent_at,
        since.submission_id.0,
        sees_at_risk,
    )
    .fetch_one(conn)
    .await
}

/// When the contribution came that came last.
pub(crate) async fn find_newest(
    conn: &mut PgConnection,
    sees_at_risk: bool,
) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        "select sent_at from desk_items where not at_risk or $1 order by sent_at desc, submission_id desc limit 1",
        sees_at_risk,
    )
    .fetch_optional(conn)
    .await
}

/// How many stand in a queue.
#[derive(Debug)]
pub(crate) struct Count {
    /// The queue's code.
    pub(crate) code: String,
    /// With those at risk.
    pub(crate) all: i64,
    /// Without.
    pub(crate) safe: i64,
}

/// How many stand in each queue, for those who see what is at risk and for those who do not, at one look.
pub(crate) async fn count(conn: &mut PgConnection) -> sqlx::Result<Vec<Count>> {
    sqlx::query_as!(
        Count,
        r#"select queue as "code!", sum(count)::bigint as "all!",
                  coalesce(sum(count) filter (where not at_risk), 0)::bigint as "safe!"
           from (select queue, at_risk, count from desk_counts
                 union all select queue, at_risk, change from desk_count_changes) as kept
           group by queue"#
    )
    .fetch_all(conn)
    .await
}

/// How much somebody has in hand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mine {
    pub(crate) account_id: AccountId,
    /// With those at risk.
    pub(crate) all: i64,
    /// Without.
    pub(crate) safe: i64,
}

/// How much each of these has in hand. Counting ends at a thousand.
pub(crate) async fn count_mine(conn: &mut PgConnection, of: &[AccountId]) -> sqlx::Result<Vec<Mine>> {
    let of: Vec<_> = of.iter().map(|id| id.0).collect();
    sqlx::query_as!(
        Mine,
        r#"select account_id as "account_id!: AccountId", "all" as "all!", safe as "safe!"
           from unnest($1::uuid[]) as asked (account_id)
           cross join lateral (
               select count(*) as "all", count(*) filter (where not at_risk) as safe
               from (select at_risk from desk_items
                     where attributes @> '{queue:open}' and handled_by = asked.account_id limit 1000) as theirs
           ) as counted"#,
        &of,
    )
    .fetch_all(conn)
    .await
}
