//! Presses at the desk: what each found and made, so that it can be undone, and is told once when it no longer can.

use chrono::{DateTime, TimeDelta, Utc};
use ground::ids::{AccountId, BatchId, SubmissionId};
use sqlx::PgConnection;

use crate::{
    deed::Deed,
    submission::{State, Submission},
};

/// One press.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) account_id: AccountId,
    /// As stored; [`Deed::from_code`] knows it.
    pub(crate) deed: String,
    pub(crate) settles_at: DateTime<Utc>,
    /// Its effects are on their way.
    pub(crate) settled_at: Option<DateTime<Utc>>,
}

/// What a press made of one contribution.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) submission_id: SubmissionId,
    pub(crate) state: State,
    pub(crate) state_after: State,
    pub(crate) version_after: i32,
    pub(crate) undone_at: Option<DateTime<Utc>>,
    /// Nobody decided on it since, or what they decided was undone.
    pub(crate) last: bool,
}

/// Writes a press down. False when it is there already; one that is being written is waited for.
pub(crate) async fn insert_batch(
    conn: &mut PgConnection,
    batch_id: BatchId,
    by: AccountId,
    deed: Deed,
    (now, settles_at): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into decision_batches (batch_id, account_id, deed, made_at, settles_at) values ($1, $2, $3, $4, $5)
         on conflict do nothing",
        batch_id.0,
        by.0,
        deed.code(),
        now,
        settles_at,
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Keeps how a contribution stands, before a press changes it to `after`. What its contributor sees stays what they saw
/// when the first of several presses that follow each other closely was made.
pub(crate) async fn insert_item(
    conn: &mut PgConnection,
    batch_id: BatchId,
    id: SubmissionId,
    after: State,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into decision_batch_items
             (batch_id, submission_id, state, decided_at, decided_by, decline_reason, decline_note, first_yes_by,
              first_yes_at, seconded_by, handled_by, machine_rule, settles_at, story_path, category, tags, shown_state,
              shown_reason, shown_note, shown_at, state_after, version_after)
         select $1, submission_id, s.state, s.decided_at, s.decided_by, s.decline_reason, s.decline_note, s.first_yes_by,
                s.first_yes_at, s.seconded_by, s.handled_by, s.machine_rule, s.settles_at, s.story_path, s.category,
                s.tags,
                case when s.machine_rule is not null then 'received' else coalesce(last.shown_state, s.state) end,
                case when last.shown_state is null then s.decline_reason else last.shown_reason end,
                case when last.shown_state is null then s.decline_note else last.shown_note end,
                case when last.shown_state is null then s.decided_at else last.shown_at end,
                $3, s.version + 1
         from submissions as s
         left join lateral (
             select shown_state, shown_reason, shown_note, shown_at
             from decision_batch_items as item
             where item.submission_id = s.submission_id and item.undone_at is null and item.state_after = s.state
             order by version_after desc limit 1
         ) as last on s.settles_at > $4
         where submission_id = $2",
        batch_id.0,
        id.0,
        after as State,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What a decision writes.
#[derive(Debug)]
pub(crate) struct Decided<'a> {
    pub(crate) state: State,
    pub(crate) at: Option<DateTime<Utc>>,
    pub(crate) by: Option<AccountId>,
    pub(crate) reason: Option<&'a str>,
    pub(crate) note: Option<&'a str>,
    /// The first of two who say yes, and when, while it waits for the second.
    pub(crate) first_yes: Option<(AccountId, DateTime<Utc>)>,
    /// Of two who said yes, the first.
    pub(crate) seconded_by: Option<AccountId>,
    pub(crate) handled_by: AccountId,
    pub(crate) settles_at: DateTime<Utc>,
}

/// Writes a decision, or that it was taken back.
pub(crate) async fn set_decision(
    conn: &mut PgConnection,
    id: SubmissionId,
    decided: &Decided<'_>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions
         set state = $2, version = version + 1, decided_at = $3, decided_by = $4, decline_reason = $5,
             decline_note = $6, first_yes_by = $7, first_yes_at = $8, seconded_by = $9, handled_by = $10,
             settles_at = $11, machine_rule = null
         where submission_id = $1",
        id.0,
        decided.state as State,
        decided.at,
        decided.by.map(|by| by.0),
        decided.reason,
        decided.note,
        decided.first_yes.map(|(by, _)| by.0),
        decided.first_yes.map(|(_, at)| at),
        decided.seconded_by.map(|by| by.0),
        decided.handled_by.0,
        decided.settles_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A press. Nobody else may undo or settle it until the caller's transaction ends.
pub(crate) async fn find_batch_for_update(
    conn: &mut PgConnection,
    batch_id: BatchId,
) -> sqlx::Result<Option<Batch>> {
    sqlx::query_as!(
        Batch,
        r#"select account_id as "account_id: AccountId", deed, settles_at, settled_at
           from decision_batches where batch_id = $1 for update"#,
        batch_id.0,
    )
    .fetch_optional(conn)
    .await
}

/// What a press was about, in the order in which rows are locked.
pub(crate) async fn list_items(conn: &mut PgConnection, batch_id: BatchId) -> sqlx::Result<Vec<Item>> {
    sqlx::query_as!(
        Item,
        r#"select submission_id as "submission_id: SubmissionId", state as "state: State",
                  state_after as "state_after: State", version_after, undone_at,
                  not exists (
                      select from decision_batch_items as later join decision_batches using (batch_id)
                      where later.submission_id = item.submission_id and later.version_after > item.version_after
                        and later.undone_at is null and deed not in ('tag', 'category')
                  ) as "last!"
           from decision_batch_items as item where batch_id = $1 order by submission_id"#,
        batch_id.0,
    )
    .fetch_all(conn)
    .await
}

/// The contributions that are there of these, in one order: whoever locks several never waits for who waits for them.
pub(crate) async fn lock_submissions(
    conn: &mut PgConnection,
    ids: &[SubmissionId],
) -> sqlx::Result<Vec<Submission>> {
    let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
    let locked = sqlx::query_scalar!(
        r#"select submission_id as "submission_id: SubmissionId" from submissions
           where submission_id = any($1) order by submission_id for update"#,
        &ids,
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut found = Vec::with_capacity(locked.len());
    for id in locked {
        found.extend(super::desk::find_submission(&mut *conn, id).await?);
    }
    Ok(found)
}

/// Puts back what a press changed: what it says of its sort, or everything that a decision writes.
pub(crate) async fn restore(
    conn: &mut PgConnection,
    batch_id: BatchId,
    id: SubmissionId,
    deed: Deed,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    if deed.is_label() {
        sqlx::query!(
            "update submissions
             set category = item.category, tags = item.tags, handled_by = item.handled_by, version = version + 1
             from decision_batch_items as item
             where item.batch_id = $1 and item.submission_id = $2 and submissions.submission_id = $2",
            batch_id.0,
            id.0,
        )
        .execute(&mut *conn)
        .await?;
    } else {
        sqlx::query!(
            "update submissions
             set state = item.state, decided_at = item.decided_at, decided_by = item.decided_by,
                 decline_reason = item.decline_reason, decline_note = item.decline_note,
                 first_yes_by = item.first_yes_by, first_yes_at = item.first_yes_at, seconded_by = item.seconded_by,
                 handled_by = item.handled_by, machine_rule = item.machine_rule, settles_at = item.settles_at,
                 story_path = item.story_path, version = version + 1
             from decision_batch_items as item
             where item.batch_id = $1 and item.submission_id = $2 and submissions.submission_id = $2",
            batch_id.0,
            id.0,
        )
        .execute(&mut *conn)
        .await?;
    }
    sqlx::query!(
        "update decision_batch_items set undone_at = $3 where batch_id = $1 and submission_id = $2",
        batch_id.0,
        id.0,
        now,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A press that can still be undone.
#[derive(Debug)]
pub(crate) struct Undoable {
    pub(crate) batch_id: BatchId,
    pub(crate) deed: String,
    pub(crate) settles_at: DateTime<Utc>,
    pub(crate) count: i64,
    /// One of them, where it is the only one.
    pub(crate) only: Option<SubmissionId>,
    pub(crate) first_yes: bool,
}

/// Someone's last press, while it can be undone.
pub(crate) async fn find_undoable(
    conn: &mut PgConnection,
    by: AccountId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Undoable>> {
    sqlx::query_as!(
        Undoable,
        r#"select batch_id as "batch_id: BatchId", deed, settles_at, count as "count!",
                  single as "only: SubmissionId", first_yes as "first_yes!"
           from (
               select batch_id, deed, settles_at, settled_at from decision_batches
               where account_id = $1
                 and exists (select from decision_batch_items as item
                             where item.batch_id = decision_batches.batch_id and undone_at is null)
               order by made_at desc, batch_id desc limit 1
           ) as batch
           cross join lateral (
               select count(*) as count,
                      case when count(*) = 1 then min(submission_id::text)::uuid end as single,
                      coalesce(bool_and(state_after not in ('accepted', 'published')), false) as first_yes
               from decision_batch_items as item where item.batch_id = batch.batch_id and undone_at is null
           ) as items
           where settles_at > $2 and settled_at is null and count > 0"#,
        by.0,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// How many contributions someone put back as they were with their last press, if it was since `since`.
pub(crate) async fn count_undone(
    conn: &mut PgConnection,
    by: AccountId,
    since: DateTime<Utc>,
) -> sqlx::Result<Option<i64>> {
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from decision_batch_items
           where undone_at > $2 and batch_id = (
               select batch_id from decision_batches join decision_batch_items using (batch_id)
               where account_id = $1 and made_at > $2 - interval '1 hour' and undone_at is not null
               order by undone_at desc limit 1)"#,
        by.0,
        since,
    )
    .fetch_one(conn)
    .await?;
    Ok(Some(count).filter(|count| *count > 0))
}

/// The effects of a press are on their way.
pub(crate) async fn set_settled(
    conn: &mut PgConnection,
    batch_id: BatchId,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update decision_batches set settled_at = $2 where batch_id = $1",
        batch_id.0,
        now
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets presses that settled a day ago: until then whoever comes too late is told so.
pub(crate) async fn delete_settled(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from decision_batches where batch_id in (
             select batch_id from decision_batches where settled_at < $1 limit 100 for update skip locked
         )",
        now - TimeDelta::days(1),
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Makes of a contribution what its contributor may see of it: nothing yet that can still be undone.
pub(crate) async fn show(
    conn: &mut PgConnection,
    submission: &mut Submission,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    if submission.machine_rule.is_some() {
        submission.state = State::Received;
        (submission.decided_at, submission.decided_by) = (None, None);
        return Ok(());
    }
    if submission.settles_at.is_none_or(|settles_at| settles_at <= now) {
        return Ok(());
    }
    let shown = sqlx::query!(
        r#"select shown_state as "state: State", shown_reason, shown_note, shown_at, state_after as "state_after: State"
           from decision_batch_items where submission_id = $1 and undone_at is null
           order by version_after desc limit 1"#,
        submission.submission_id.0,
    )
    .fetch_optional(conn)
    .await?;
    if let Some(shown) = shown.filter(|shown| shown.state_after == submission.state) {
        submission.state = shown.state;
        submission.decided_at = shown.shown_at;
        submission.decline_reason = shown.shown_reason;
        submission.decline_note = shown.shown_note;
    }
    Ok(())
}

/// Since when somebody decides on it without anything following from it yet.
pub(crate) async fn find_unsettled_since(
    conn: &mut PgConnection,
    id: SubmissionId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        "select min(made_at) from decision_batches join decision_batch_items using (batch_id)
         where submission_id = $1 and decision_batches.settles_at > $2 and undone_at is null",
        id.0,
        now,
    )
    .fetch_one(conn)
    .await
}

/// Whether a category asks for two people.
pub(crate) async fn needs_two(conn: &mut PgConnection, category: Option<&str>) -> sqlx::Result<bool> {
    let two = sqlx::query_scalar!(
        "select two_people from desk_categories where category = $1",
        category
    )
    .fetch_optional(conn)
    .await?;
    Ok(two.unwrap_or(false))
}

/// Whether two people said yes to a contribution.
pub(crate) async fn is_seconded(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select seconded_by is not null as "seconded!" from submissions where submission_id = $1"#,
        id.0,
    )
    .fetch_one(conn)
    .await
}
