//! Rules by age, and what is due by them. All times are the database's.

use chrono::{DateTime, Utc};
use ground::ids::{AccountId, MediaId, SubmissionId};
use sqlx::PgConnection;

use crate::{
    retention::{Kept, Rule},
    submission::State,
};

/// The rules that hold at this moment, one for each state.
pub(crate) async fn list_rules(conn: &mut PgConnection) -> sqlx::Result<Vec<Rule>> {
    sqlx::query_as!(
        Rule,
        r#"select distinct on (state) state as "state: State", identity_days, content_days
           from retention_rules where effective_at <= now() order by state, effective_at desc"#
    )
    .fetch_all(conn)
    .await
}

/// A rule that begins later.
#[derive(Debug)]
pub(crate) struct Pending {
    pub(crate) rule: Rule,
    pub(crate) effective_at: DateTime<Utc>,
    pub(crate) set_by: Option<String>,
}

/// What begins later, one for each state at most.
pub(crate) async fn list_pending(conn: &mut PgConnection) -> sqlx::Result<Vec<Pending>> {
    let rows = sqlx::query!(
        r#"select state as "state: State", identity_days, content_days, effective_at, display_name as "set_by?"
           from retention_rules left join accounts on account_id = set_by
           where effective_at > now() order by state, effective_at desc"#
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Pending {
            rule: Rule {
                state: row.state,
                identity_days: row.identity_days,
                content_days: row.content_days,
            },
            effective_at: row.effective_at,
            set_by: row.set_by,
        })
        .collect())
}

/// Nobody else sets rules until this transaction ends.
pub(crate) async fn lock_rules(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("select from retention_rules order by state, effective_at for update")
        .fetch_all(conn)
        .await?;
    Ok(())
}

/// Sets a rule, a day from now on, in place of what was to begin for this state.
pub(crate) async fn set_rule(conn: &mut PgConnection, rule: &Rule, by: AccountId) -> sqlx::Result<()> {
    call_off(&mut *conn, rule.state).await?;
    sqlx::query!(
        "insert into retention_rules (state, effective_at, identity_days, content_days, set_by, set_at)
         values ($1, now() + interval '1 day', $2, $3, $4, now())",
        rule.state as State,
        rule.identity_days,
        rule.content_days,
        by.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// What was to begin for a state does not. False: nothing was.
pub(crate) async fn call_off(conn: &mut PgConnection, state: State) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "delete from retention_rules where state = $1 and effective_at > now()",
        state as State
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// How many contributions would lose who sent them, and how many would go, if these rules held tomorrow.
pub(crate) async fn count_due_tomorrow(conn: &mut PgConnection, rules: &[Rule]) -> sqlx::Result<(i64, i64)> {
    let states: Vec<State> = rules.iter().map(|rule| rule.state).collect();
    let identity: Vec<Option<i32>> = rules.iter().map(|rule| rule.identity_days).collect();
    let content: Vec<Option<i32>> = rules.iter().map(|rule| rule.content_days).collect();
    let row = sqlx::query!(
        r#"select count(*) filter (where identity_gone_at is null
                                       and (contributor_name is not null or contributor_email is not null)
                                       and state_since + make_interval(days => identity_days) <= tomorrow)
                      as "identity!",
                  count(*) filter (where content_gone_at is null
                                       and state_since + make_interval(days => content_days) <= tomorrow)
                      as "content!"
           from unnest($1::submission_state[], $2::integer[], $3::integer[])
                    as rules (of_state, identity_days, content_days)
           join submissions on state = of_state
           cross join (select now() + interval '1 day' as tomorrow) as time
           where held_at is null and unread_since is null and (answer_due_at is null or answer_due_at <= now())"#,
        states as _,
        &identity as &[Option<i32>],
        &content as &[Option<i32>],
    )
    .fetch_one(conn)
    .await?;
    Ok((row.identity, row.content))
}

/// How one contribution is kept.
pub(crate) async fn find_kept(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<Option<Kept>> {
    sqlx::query_as!(
        Kept,
        r#"select submissions.state as "state: State", state_since as since, clock_timestamp() as "now!",
                  rule.identity_days as "identity_days?", rule.content_days as "content_days?",
                  contributor_name is not null or contributor_email is not null as "has_identity!",
                  identity_gone_at, content_gone_at,
                  unread_since is not null or coalesce(answer_due_at > now(), false) as "in_talk!",
                  held_at, accounts.display_name as "held_by?", held_why
           from submissions
           left join accounts on accounts.account_id = held_by
           left join lateral (
               select identity_days, content_days from retention_rules
               where retention_rules.state = submissions.state and effective_at <= now()
               order by effective_at desc limit 1
           ) as rule on true
           where submission_id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await
}

/// Contributions of which who sent them is to be forgotten; `but` these, which failed just now.
pub(crate) async fn list_identity_due(
    conn: &mut PgConnection,
    but: &[SubmissionId],
    limit: i64,
) -> sqlx::Result<Vec<SubmissionId>> {
    let but: Vec<_> = but.iter().map(|id| id.0).collect();
    sqlx::query_scalar!(
        r#"with rules as (
               select distinct on (state) state, identity_days
               from retention_rules where effective_at <= now() order by state, effective_at desc
           )
           select due.submission_id as "id!: SubmissionId"
           from rules cross join lateral (
               select submission_id from submissions
               where submissions.state = rules.state
                   and state_since <= now() - make_interval(days => identity_days)
                   and identity_gone_at is null and held_at is null
                   and unread_since is null and (answer_due_at is null or answer_due_at <= now())
                   and submission_id <> all($1)
               order by state_since limit $2
           ) as due
           limit $2"#,
        &but,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// Contributions that are to be forgotten as a whole; `but` these.
pub(crate) async fn list_content_due(
    conn: &mut PgConnection,
    but: &[SubmissionId],
    limit: i64,
) -> sqlx::Result<Vec<SubmissionId>> {
    let but: Vec<_> = but.iter().map(|id| id.0).collect();
    sqlx::query_scalar!(
        r#"with rules as (
               select distinct on (state) state, content_days
               from retention_rules where effective_at <= now() order by state, effective_at desc
           )
           select due.submission_id as "id!: SubmissionId"
           from rules cross join lateral (
               select submission_id from submissions
               where submissions.state = rules.state
                   and state_since <= now() - make_interval(days => content_days)
                   and content_gone_at is null and held_at is null
                   and unread_since is null and (answer_due_at is null or answer_due_at <= now())
                   and submission_id <> all($1)
               order by state_since limit $2
           ) as due
           limit $2"#,
        &but,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// What is due of one contribution, asked once more while it is locked: whoever changed it meanwhile was faster.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
pub(crate) struct Due {
    pub(crate) state: State,
    pub(crate) identity: bool,
    pub(crate) content: bool,
    /// Whether there is a name or an address to forget.
    pub(crate) has_identity: bool,
    /// Whether a story is made of it, public or not.
    pub(crate) has_story: bool,
}

/// Locks a contribution and asks what is due of it. None: it is gone, or somebody works at it just now.
pub(crate) async fn find_due_for_update(
    conn: &mut PgConnection,
    id: SubmissionId,
) -> sqlx::Result<Option<Due>> {
    let locked = sqlx::query!(
        "select from submissions where submission_id = $1 for update skip locked",
        id.0
    )
    .fetch_optional(&mut *conn)
    .await?;
    if locked.is_none() {
        return Ok(None);
    }
    sqlx::query_as!(
        Due,
        r#"select submissions.state as "state: State",
                  coalesce(free and identity_gone_at is null
                           and state_since <= now() - make_interval(days => identity_days), false) as "identity!",
                  coalesce(free and content_gone_at is null
                           and state_since <= now() - make_interval(days => content_days), false) as "content!",
                  contributor_name is not null or contributor_email is not null as "has_identity!",
                  exists (select from stories where stories.submission_id = submissions.submission_id)
                      as "has_story!"
           from submissions
           cross join lateral (
               select held_at is null and unread_since is null
                      and (answer_due_at is null or answer_due_at <= now()) as free
           ) as talk
           left join lateral (
               select identity_days, content_days from retention_rules
               where retention_rules.state = submissions.state and effective_at <= now()
               order by effective_at desc limit 1
           ) as rule on true
           where submission_id = $1"#,
        id.0,
    )
    .fetch_optional(conn)
    .await
}

/// Forgets who sent it: name, address, and to whom they were shown. A hash of the address goes with the last
/// contribution that has it (trigger `contributors_tidy`).
pub(crate) async fn forget_identity(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<()> {
    sqlx::query!("delete from identity_reveals where submission_id = $1", id.0)
        .execute(&mut *conn)
        .await?;
    sqlx::query!(
        "update submissions set contributor_name = null, contributor_email = null, identity_gone_at = now()
         where submission_id = $1",
        id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Whether nothing of it is forgotten now.
pub(crate) async fn is_held(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from submissions where submission_id = $1 and held_at is not null) as "held!""#,
        id.0
    )
    .fetch_one(conn)
    .await
}

/// Makes it nobody's: whoever sent it is forgotten, and it is held.
pub(crate) async fn disown(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<()> {
    sqlx::query!(
        "update contributors set account_id = null
         from submissions where submissions.person_id = contributors.person_id and submission_id = $1",
        id.0
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "update submissions set account_id = null where submission_id = $1",
        id.0
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Of what was published, forgets all that is not public: the text as it was sent, place and time as they were told, what
/// was said about it. Gives the media that no story shows.
pub(crate) async fn forget_rest(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<Vec<MediaId>> {
    forget_identity(&mut *conn, id).await?;
    sqlx::query!(
        "with gone_notes as (delete from desk_notes where submission_id = $1),
              gone_person_notes as (delete from contributor_notes where submission_id = $1),
              gone_talk as (delete from talk_sendings where submission_id = $1)
         update submissions
         set title = '', body = '', place = null, happened_at = null, tags = '{}', decline_note = null,
             content_gone_at = now()
         where submission_id = $1",
        id.0
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query_scalar!(
        r#"delete from submission_files
           where submission_id = $1
               and not exists (select from story_pictures where story_pictures.media_id = submission_files.media_id)
           returning media_id as "media_id: MediaId""#,
        id.0
    )
    .fetch_all(conn)
    .await
}

/// Holds a contribution: nothing of it is forgotten by rule.
pub(crate) async fn hold(
    conn: &mut PgConnection,
    id: SubmissionId,
    now: DateTime<Utc>,
    by: AccountId,
    why: &str,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set held_at = $2, held_by = $3, held_why = $4 where submission_id = $1",
        id.0,
        now,
        by.0,
        why,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Holds it no longer. The days of its state begin anew, so that lifting is no forgetting at once.
pub(crate) async fn lift(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set held_at = null, held_by = null, held_why = null, state_since = now()
         where submission_id = $1",
        id.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}
