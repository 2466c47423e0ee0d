//! Which contributions share a picture.

use chrono::{DateTime, Utc};
use ground::ids::MediaId;
use sqlx::PgConnection;

/// Writes down that the contributions of these files and the contribution of `media_id` share something, whichever of two
/// came first. What is known already, and files of the same contribution, change nothing; an exact repeat is said to be one.
pub(crate) async fn insert(
    conn: &mut PgConnection,
    media_id: MediaId,
    others: &[(MediaId, bool)],
    now: DateTime<Utc>,
) -> sqlx::Result<u64> {
    let (ids, exact): (Vec<_>, Vec<bool>) = others.iter().map(|(id, exact)| (id.0, *exact)).unzip();
    let written = sqlx::query!(
        "insert into submission_repeats as known (submission_id, earlier_id, exact, found_at)
         select case when came_later then one.submission_id else other.submission_id end,
                case when came_later then other.submission_id else one.submission_id end,
                bool_or(exact), $4
         from unnest($2::uuid[], $3::boolean[]) as found (media_id, exact)
         join submission_files as other_file on other_file.media_id = found.media_id
         join submissions as other on other.submission_id = other_file.submission_id
         join submission_files as one_file on one_file.media_id = $1
         join submissions as one on one.submission_id = one_file.submission_id
         cross join lateral (
             select (one.sent_at, one.submission_id) > (other.sent_at, other.submission_id) as came_later
         ) as which
         where one.submission_id <> other.submission_id
         group by 1, 2 order by 1, 2
         on conflict (submission_id, earlier_id) do update set exact = true where excluded.exact and not known.exact",
        media_id.0,
        &ids,
        &exact,
        now,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected())
}
