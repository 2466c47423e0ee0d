//! How much that was hard to look at somebody opened today. A quiet line for themselves: no score, and nobody else's.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use ground::viewer::Editor;
use sqlx::PgConnection;

use crate::{store::care as store, submission::Submission};

/// The day that it is in the newsroom.
fn day(now: DateTime<Utc>, zone: Tz) -> NaiveDate {
    now.with_timezone(&zone).date_naive()
}

/// Writes down that this was opened today, once however often.
pub(crate) async fn note_opened(
    conn: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
    submission: &Submission,
) -> sqlx::Result<()> {
    let today = day(state.clock.now(), state.site.time_zone);
    store::note_seen(conn, editor.account_id, today, submission.submission_id).await
}

/// How many contributions with a warning this editor opened today.
pub(crate) async fn count_today(
    conn: &mut PgConnection,
    state: &crate::State,
    editor: &Editor,
) -> sqlx::Result<i64> {
    let today = day(state.clock.now(), state.site.time_zone);
    store::count_seen(conn, editor.account_id, today).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_the_newsroom() {
        for (now, zone, today) in [
            ("2026-11-30T20:59:59Z", Tz::Asia__Baghdad, "2026-11-30"),
            ("2026-11-30T21:00:00Z", Tz::Asia__Baghdad, "2026-12-01"),
            ("2026-11-30T21:00:00Z", Tz::UTC, "2026-11-30"),
            // The night in which clocks are put forward.
            ("2026-03-28T22:59:59Z", Tz::Europe__Berlin, "2026-03-28"),
            ("2026-03-28T23:00:00Z", Tz::Europe__Berlin, "2026-03-29"),
        ] {
            assert_eq!(day(now.parse().unwrap(), zone).to_string(), today, "{now} {zone}");
        }
    }
}
