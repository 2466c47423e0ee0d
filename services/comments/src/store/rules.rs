//! The newsroom's rules, and what is known of who is about to say something.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, CommentId, ThreadId};
use sqlx::PgConnection;

use crate::{
    person::Person,
    rules::{Before, REPEAT_SPAN, Rules, Said, Standing},
};

/// Most comments of one person that pace and repeats are asked of: twice the largest flood that may be set.
const BEFORE_MAX: i64 = 60;
/// As many of these are compared word for word.
const COMPARED_MAX: i64 = 10;
/// Most comments of somebody new that may be set to wait.
const SHOWN_MAX: i64 = 51;

/// The rules as they are.
pub(crate) async fn find(conn: &mut PgConnection) -> sqlx::Result<Rules> {
    sqlx::query_as!(
        Rules,
        "select version, holds_all, holds_first, links_allowed, slow_seconds, flood_five_minutes, reports_hold,
                closes_after_days, edit_minutes, box_delay_seconds, box_one_per_person
         from comment_rules"
    )
    .fetch_one(conn)
    .await
}

/// The same, and nobody else changes them, or a word, until the caller's transaction ends.
pub(crate) async fn find_for_update(conn: &mut PgConnection) -> sqlx::Result<Rules> {
    sqlx::query!("select one from comment_rules for update")
        .fetch_one(&mut *conn)
        .await?;
    find(conn).await
}

/// Sets them. The version that the caller gives is the one that was; it becomes the next.
pub(crate) async fn set(
    conn: &mut PgConnection,
    rules: &Rules,
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<()> {
    sqlx::query!(
        "update comment_rules
         set version = version + 1, holds_all = $1, holds_first = $2, links_allowed = $3, slow_seconds = $4,
             flood_five_minutes = $5, reports_hold = $6, closes_after_days = $7, edit_minutes = $8,
             box_delay_seconds = $9, box_one_per_person = $10, changed_at = $11, changed_by = $12",
        rules.holds_all,
        rules.holds_first,
        rules.links_allowed,
        rules.slow_seconds,
        rules.flood_five_minutes,
        rules.reports_hold,
        rules.closes_after_days,
        rules.edit_minutes,
        rules.box_delay_seconds,
        rules.box_one_per_person,
        now,
        by.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Another version, since a word changed.
pub(crate) async fn touch(
    conn: &mut PgConnection,
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<()> {
    sqlx::query!(
        "update comment_rules set version = version + 1, changed_at = $1, changed_by = $2",
        now,
        by.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Who changed them last, and when.
pub(crate) async fn find_changed(conn: &mut PgConnection) -> sqlx::Result<Option<(String, DateTime<Utc>)>> {
    let row = sqlx::query!(
        r#"select display_name, changed_at as "changed_at!" from comment_rules
           join accounts on account_id = changed_by where changed_at is not null"#
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (row.display_name, row.changed_at)))
}

/// Makes whoever sends two at once send them one after the other.
pub(crate) async fn lock_person(conn: &mut PgConnection, person: &Person) -> sqlx::Result<()> {
    let who = match person {
        Person::Account(account_id) => account_id.0.as_bytes().as_slice(),
        Person::Device(device) => device.as_slice(),
        Person::Nobody => return Ok(()),
    };
    sqlx::query!(
        "select pg_advisory_xact_lock(hashtext('who comments'), hashtext(encode($1, 'hex')))",
        who,
    )
    .execute(conn)
    .await?;
    Ok(())
}

fn ids_of(person: &Person) -> (Option<AccountId>, Option<&[u8]>) {
    match person {
        Person::Account(account_id) => (Some(*account_id), None),
        Person::Device(device) => (None, Some(device)),
        Person::Nobody => (None, None),
    }
}

/// Thread and person; none where there is no thread, or none any more.
pub(crate) async fn find_standing(
    conn: &mut PgConnection,
    said: &Said<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Standing>> {
    let (account_id, device) = ids_of(said.person);
    let row = sqlx::query!(
        r#"select closed_at, begun_at, holds, slow_seconds,
                  exists (select from accounts where account_id = $2 and role is not null) as "is_staff!",
                  exists (select from comment_bans
                          where (account_id = $2 or device = $3) and ended_at is null
                                and (until is null or until > $5)) as "is_banned!",
                  (select count(*) from
                      ((select from comments
                        where account_id = $2 and state = 'shown' and comment_id <> $4 limit $6)
                       union all
                       (select from comments
                        where device = $3 and state = 'shown' and comment_id <> $4 limit $6)) as theirs
                  ) as "shown_before!"
           from threads where thread_id = $1 and ended_at is null"#,
        said.thread_id as ThreadId,
        account_id as Option<AccountId>,
        device,
        said.comment_id as CommentId,
        now,
        SHOWN_MAX,
    )
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Standing {
        closed_at: row.closed_at,
        begun_at: row.begun_at,
        thread_holds: row.holds,
        thread_slow: row.slow_seconds,
        is_staff: row.is_staff,
        is_banned: row.is_banned,
        shown_before: row.shown_before,
        before: list_before(conn, said, now).await?,
    }))
}

/// What the same person said within a day, newest first.
async fn list_before(
    conn: &mut PgConnection,
    said: &Said<'_>,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Before>> {
    let (account_id, device) = ids_of(said.person);
    sqlx::query_as!(
        Before,
        r#"select written_at as "written_at!", thread_id = $1 as "is_here!",
                  case when row_number() over (order by written_at desc) <= $7 then body else '' end as "body!"
           from ((select * from comments where account_id = $2 and written_at > $5 and comment_id <> $4
                  order by written_at desc limit $6)
                 union all
                 (select * from comments where device = $3 and written_at > $5 and comment_id <> $4
                  order by written_at desc limit $6)) as theirs
           order by written_at desc"#,
        said.thread_id as ThreadId,
        account_id as Option<AccountId>,
        device,
        said.comment_id as CommentId,
        now - REPEAT_SPAN,
        BEFORE_MAX,
        COMPARED_MAX,
    )
    .fetch_all(conn)
    .await
}
