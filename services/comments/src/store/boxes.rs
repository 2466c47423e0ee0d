//! What was said last, across all articles: read from the ends of indexes, so that it costs the same however much there is.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId, ThreadId},
    lang::Lang,
};
use sqlx::PgConnection;
use uuid::Uuid;

/// What may be in What You Say.
pub(crate) struct Window {
    pub(crate) one_per_person: bool,
    /// When something more appears by itself.
    pub(crate) until: Option<DateTime<Utc>>,
    /// What the newsroom wants to be first.
    pub(crate) pins: Vec<Uuid>,
    /// The newest first.
    pub(crate) newest: Vec<Uuid>,
}

/// Of each article under which something was said lately, the newest; articles in these languages.
pub(crate) async fn find_window(
    conn: &mut PgConnection,
    languages: &[String],
    now: DateTime<Utc>,
) -> sqlx::Result<Window> {
    // Numbers are written out, so that the plan is made for few rows. They are those of `says`.
    sqlx::query_as!(
        Window,
        r#"select box_one_per_person as "one_per_person!",
                  (select shown_at from comments where state = 'shown' and shown_at > $1::timestamptz - delay
                   order by shown_at limit 1) + delay as until,
                  array(select comment_id from comments where pinned_at is not null and state = 'shown'
                        order by pinned_at desc limit 10) as "pins!",
                  array(select said.comment_id
                        from (select talked.thread_id
                              from unnest($2::text[]) as wanted (language)
                              cross join lateral (
                                  select thread_id, last_shown_at from threads
                                  where threads.language = wanted.language and last_shown_at is not null
                                    and ended_at is null and not muted
                                  order by last_shown_at desc, thread_id desc limit 40) as talked
                              order by last_shown_at desc, thread_id desc limit 40) as lately
                        cross join lateral (
                            select comment_id, shown_at from comments
                            where comments.thread_id = lately.thread_id and state = 'shown' and shown_at <= $1::timestamptz - delay
                            order by shown_at desc, comment_id desc limit 4) as said
                        order by said.shown_at desc, said.comment_id desc) as "newest!"
           from (select box_one_per_person, make_interval(secs => box_delay_seconds) as delay
                 from comment_rules limit 1) as rules"#,
        now,
        languages,
    )
    .fetch_one(conn)
    .await
}

/// The newest of all comments, one by one; the same delay.
pub(crate) async fn find_stream(conn: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<Window> {
    sqlx::query_as!(
        Window,
        r#"select box_one_per_person as "one_per_person!",
                  (select shown_at from comments where state = 'shown' and shown_at > $1::timestamptz - delay
                   order by shown_at limit 1) + delay as until,
                  array[]::uuid[] as "pins!",
                  array(select comment_id from comments where state = 'shown' and shown_at <= $1::timestamptz - delay
                        order by shown_at desc, comment_id desc limit 100) as "newest!"
           from (select box_one_per_person, make_interval(secs => box_delay_seconds) as delay
                 from comment_rules limit 1) as rules"#,
        now,
    )
    .fetch_one(conn)
    .await
}

/// A comment, with its article.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) comment_id: CommentId,
    pub(crate) account_id: Option<AccountId>,
    pub(crate) device: Option<Vec<u8>>,
    /// What they are called now.
    pub(crate) name: String,
    pub(crate) is_staff: bool,
    /// How it begins.
    pub(crate) body: String,
    pub(crate) language: Lang,
    pub(crate) shown_at: DateTime<Utc>,
    pub(crate) pinned_at: Option<DateTime<Utc>>,
    pub(crate) promoted_at: Option<DateTime<Utc>>,
    pub(crate) thread_id: ThreadId,
    pub(crate) title: String,
    pub(crate) thread_language: Lang,
    pub(crate) path: String,
    pub(crate) begun_at: DateTime<Utc>,
    pub(crate) shown_count: i32,
}

/// These comments, as far as everybody reads them and their articles now; in no order.
pub(crate) async fn list(
    conn: &mut PgConnection,
    ids: &[Uuid],
    languages: &[String],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select comment_id as "comment_id: CommentId", c.account_id as "account_id: AccountId", device,
                  coalesce(display_name, name) as "name!",
                  coalesce(role is not null and deactivated_at is null, false) as "is_staff!",
                  left(c.body, 2000) as "body!", c.language as "language: Lang", shown_at as "shown_at!", pinned_at,
                  promoted_at, t.thread_id as "thread_id: ThreadId", t.title, t.language as "thread_language: Lang",
                  path, begun_at, shown_count
           from comments as c
           join threads as t using (thread_id)
           left join accounts on accounts.account_id = c.account_id
           left join stories on stories.story_id = t.story_id
           left join submissions using (submission_id)
           where comment_id = any($1) and c.state = 'shown' and shown_at is not null and not muted
             and t.language = any($2) and begun_at <= $3 and ended_at is null
             -- The story itself is asked: a withdrawal ends its thread a moment later.
             and (t.story_id is null or coalesce(story_is_live(
                 stories.published_at, stories.withdrawn_at, submissions.state, consent, $3), false))"#,
        ids,
        languages,
        now,
    )
    .fetch_all(conn)
    .await
}
