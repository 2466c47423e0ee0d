//! What the clock showed when forgetting by rule last looked at it.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::retention::Seen;

/// What time it is.
pub(crate) async fn now(conn: &mut PgConnection) -> sqlx::Result<DateTime<Utc>> {
    sqlx::query_scalar!(r#"select clock_timestamp() as "now!""#)
        .fetch_one(conn)
        .await
}

/// When the clock was last found right, and why it is not now.
pub(crate) async fn find_seen(conn: &mut PgConnection) -> sqlx::Result<Option<(Seen, Option<String>)>> {
    let row = sqlx::query!("select seen_at, boot, uptime_seconds, refused from retention_clock")
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|row| {
        let seen = Seen {
            at: row.seen_at,
            boot: row.boot,
            uptime_seconds: row.uptime_seconds,
        };
        (seen, row.refused)
    }))
}

/// The clock is right.
pub(crate) async fn set_seen(conn: &mut PgConnection, seen: &Seen) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into retention_clock (seen_at, boot, uptime_seconds) values ($1, $2, $3)
         on conflict ((true)) do update
         set seen_at = excluded.seen_at, boot = excluded.boot, uptime_seconds = excluded.uptime_seconds, refused = null",
        seen.at,
        seen.boot,
        seen.uptime_seconds,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The clock is not right, `seen` where nothing was seen before. What it was last compared with stays.
pub(crate) async fn set_refused(conn: &mut PgConnection, seen: &Seen, why: &str) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into retention_clock (seen_at, boot, uptime_seconds, refused) values ($1, $2, $3, $4)
         on conflict ((true)) do update set refused = excluded.refused",
        seen.at,
        seen.boot,
        seen.uptime_seconds,
        why,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Somebody says that the clock is right: it is compared anew from the next round on. False: nobody doubted it.
pub(crate) async fn confirm_clock(conn: &mut PgConnection) -> sqlx::Result<bool> {
    let done = sqlx::query!("delete from retention_clock where refused is not null")
        .execute(conn)
        .await?;
    Ok(done.rows_affected() > 0)
}
