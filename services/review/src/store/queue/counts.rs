//! How many stand in each queue: kept by a trigger, not counted.

use ground::ids::{AccountId, SubmissionId};
use sqlx::PgConnection;

use crate::store::desk::Cursor;

/// So many in one's own hands are counted; who has more knows it.
const MOST: i64 = 1000;

/// How many stand in each queue, by its code; those at risk only if they are to be counted. Of a queue in which nothing
/// ever stood nothing is said.
pub(crate) async fn count_by_queue(
    conn: &mut PgConnection,
    with_at_risk: bool,
) -> sqlx::Result<Vec<(String, i64)>> {
    let rows = sqlx::query!(
        r#"select queue as "queue!", sum(count)::bigint as "count!"
           from (select queue, at_risk, count from desk_counts
                 union all select queue, at_risk, change from desk_count_changes) as kept
           where $1 or not at_risk
           group by queue"#,
        with_at_risk,
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.queue, row.count)).collect())
}

/// How many somebody has in hand.
pub(crate) async fn count_mine(
    conn: &mut PgConnection,
    account_id: AccountId,
    with_at_risk: bool,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!"
           from (select from desk_items
                 where attributes @> '{queue:open}' and handled_by = $1 and ($2 or not at_risk) limit $3) as mine"#,
        account_id.0,
        with_at_risk,
        MOST,
    )
    .fetch_one(conn)
    .await
}

/// What came last, if anything ever came.
pub(crate) async fn find_newest(conn: &mut PgConnection, with_at_risk: bool) -> sqlx::Result<Option<Cursor>> {
    sqlx::query_as!(
        Cursor,
        r#"select sent_at, submission_id as "submission_id: SubmissionId"
           from desk_items where $1 or not at_risk order by sent_at desc, submission_id desc limit 1"#,
        with_at_risk,
    )
    .fetch_optional(conn)
    .await
}
