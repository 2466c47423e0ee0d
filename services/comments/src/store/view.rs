//! Threads as they are read.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, CommentId, MediaId, StoryId, ThreadId},
    lang::Lang,
};
use sqlx::PgConnection;

use crate::{
    comment::{Comment, State},
    cookies::Who,
    person::Person,
    thread::Article,
    view::{Order, Place},
};

/// A thread, and what holds in it.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for itself")]
#[expect(clippy::struct_field_names, reason = "ids are called the same everywhere")]
pub(crate) struct Thread {
    pub(crate) thread_id: ThreadId,
    /// Of ours; none: under a page of the newsroom's own site.
    pub(crate) story_id: Option<StoryId>,
    pub(crate) title: String,
    pub(crate) language: Lang,
    pub(crate) path: String,
    /// It, or its article, was public at some time.
    pub(crate) has_begun: bool,
    /// Everybody reads it now.
    pub(crate) is_live: bool,
    /// Nobody says more.
    pub(crate) is_closed: bool,
    /// When it closes by itself.
    pub(crate) closes_at: Option<DateTime<Utc>>,
    /// Everything waits for the newsroom.
    pub(crate) holds: bool,
    /// So many comments of somebody new wait for the newsroom.
    pub(crate) holds_first: i32,
    /// Seconds between two comments of one person, where this thread has a number of its own.
    pub(crate) slow_seconds: Option<i32>,
    /// An author may edit for so long.
    pub(crate) edit_minutes: i32,
    pub(crate) shown_count: i32,
    pub(crate) last_shown_at: Option<DateTime<Utc>>,
}

/// A thread, by its id or by its story's.
pub(crate) async fn find_thread(
    conn: &mut PgConnection,
    thread_id: Option<ThreadId>,
    story_id: Option<StoryId>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Thread>> {
    sqlx::query_as!(
        Thread,
        r#"select thread_id as "thread_id!: ThreadId", threads.story_id as "story_id?: StoryId",
                  threads.title as "title!", threads.language as "language!: Lang", path as "path!",
                  begun_at <= $3 and (ended_at is null or ended_at > begun_at) as "has_begun!",
                  -- The story itself is asked: a withdrawal ends its thread a moment later.
                  begun_at <= $3 and ended_at is null
                      and (threads.story_id is null or coalesce(story_is_live(
                          published_at, stories.withdrawn_at, submissions.state, consent, $3
                      ), false)) as "is_live!",
                  closed_at is not null
                      or coalesce(begun_at + make_interval(days => closes_after_days) <= $3, false) as "is_closed!",
                  begun_at + make_interval(days => closes_after_days) as "closes_at?",
                  holds or holds_all as "holds!", holds_first as "holds_first!",
                  threads.slow_seconds as "slow_seconds?", edit_minutes as "edit_minutes!",
                  shown_count as "shown_count!", last_shown_at as "last_shown_at?"
           from threads
           left join stories on stories.story_id = threads.story_id
           left join submissions using (submission_id)
           -- One row, said so that it is planned for one.
           cross join (select * from comment_rules limit 1) as rules
           where thread_id = $1 or threads.story_id = $2"#,
        thread_id as _,
        story_id as _,
        now,
    )
    .fetch_optional(conn)
    .await
}

/// A thread of a page of the newsroom's own site, or of a page of ours by its path.
pub(crate) async fn find_by_page(
    conn: &mut PgConnection,
    page_url: &str,
    own_path: Option<&str>,
) -> sqlx::Result<Option<ThreadId>> {
    sqlx::query_scalar!(
        r#"select thread_id as "thread_id: ThreadId" from threads where page_url = $1
           union all
           select thread_id from threads join stories using (story_id) where slug = substring($2 from '^/stories/(.+)$')
           limit 1"#,
        page_url,
        own_path,
    )
    .fetch_optional(conn)
    .await
    .map(Option::flatten)
}

/// Begins the thread of a page, or brings it up to date.
pub(crate) async fn put_of_page(
    conn: &mut PgConnection,
    thread_id: ThreadId,
    page_url: &str,
    article: &Article<'_>,
) -> sqlx::Result<ThreadId> {
    sqlx::query_scalar!(
        r#"insert into threads (thread_id, page_url, title, language, path, begun_at)
           values ($1, $2, $3, $4, $5, $6)
           on conflict (page_url) do update
           set title = excluded.title, language = excluded.language, path = excluded.path, ended_at = null
           returning thread_id as "thread_id: ThreadId""#,
        thread_id as _,
        page_url,
        article.title,
        article.language.code(),
        article.path,
        article.begun_at,
    )
    .fetch_one(conn)
    .await
}

/// Comments as they are read, from what stands behind `from`.
macro_rules! comments {
    ($from:literal, $($argument:expr),* $(,)?) => {
        sqlx::query_as!(
            Comment,
            r#"select c.comment_id as "comment_id!: CommentId", c.thread_id as "thread_id!: ThreadId",
                      c.parent_id as "parent_id?: CommentId", c.top_id as "top_id!: CommentId", c.depth as "depth!",
                      c.account_id as "account_id?: AccountId", c.device as "device?",
                      coalesce(nullif(accounts.display_name, ''), c.name) as "name!", c.body as "body!",
                      c.language as "language!: Lang", c.state as "state!: State", c.written_at as "written_at!",
                      c.edited_at as "edited_at?", c.promoted_at as "promoted_at?", c.like_count as "like_count!",
                      c.reply_count as "reply_count!"
               from "# + $from,
            $($argument),*
        )
    };
}

/// Comments at the top of a thread that have a place there, in an order, after one of them.
pub(crate) async fn list_tops(
    conn: &mut PgConnection,
    thread_id: ThreadId,
    order: Order,
    after: Option<Place>,
    limit: i64,
) -> sqlx::Result<Vec<Comment>> {
    let at = after.map(|place| place.at);
    let id = after.map(|place| place.comment_id.0);
    // One comparison each, never "or is null": the index finds the place.
    match order {
        Order::Newest => {
            comments!(
                r#"comments as c left join accounts using (account_id)
                   where thread_id = $1 and depth = 0 and listed
                     and (written_at, comment_id) <
                         (coalesce($2, 'infinity'::timestamptz), coalesce($3, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
                   order by written_at desc, comment_id desc limit $4"#,
                thread_id as _,
                at,
                id,
                limit,
            )
            .fetch_all(conn)
            .await
        }
        Order::Oldest => {
            comments!(
                r#"comments as c left join accounts using (account_id)
                   where thread_id = $1 and depth = 0 and listed
                     and (written_at, comment_id) >
                         (coalesce($2, '-infinity'::timestamptz), coalesce($3, '00000000-0000-0000-0000-000000000000'::uuid))
                   order by written_at, comment_id limit $4"#,
                thread_id as _,
                at,
                id,
                limit,
            )
            .fetch_all(conn)
            .await
        }
        Order::Liked => {
            comments!(
                r#"comments as c left join accounts using (account_id)
                   where thread_id = $1 and depth = 0 and listed
                     and (like_count, written_at, comment_id) <
                         (coalesce($5, 2147483647), coalesce($2, 'infinity'::timestamptz),
                          coalesce($3, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
                   order by like_count desc, written_at desc, comment_id desc limit $4"#,
                thread_id as _,
                at,
                id,
                limit,
                after.map(|place| place.likes),
            )
            .fetch_all(conn)
            .await
        }
    }
}

/// The first answers below each of these tops, in the order in which they were written.
pub(crate) async fn list_first_answers(
    conn: &mut PgConnection,
    tops: &[CommentId],
    each: i64,
) -> sqlx::Result<Vec<Comment>> {
    comments!(
        r#"unnest($1::uuid[]) as tops (id)
           cross join lateral (
               select * from comments where top_id = tops.id and depth > 0 and listed
               order by written_at, comment_id limit $2
           ) as c
           left join accounts using (account_id)
           order by c.written_at, c.comment_id"#,
        tops as _,
        each,
    )
    .fetch_all(conn)
    .await
}

/// Everything below a top, in the order in which it was written, after one of these.
pub(crate) async fn list_branch(
    conn: &mut PgConnection,
    top_id: CommentId,
    after: Option<Place>,
    limit: i64,
) -> sqlx::Result<Vec<Comment>> {
    comments!(
        r#"comments as c left join accounts using (account_id)
           where top_id = $1 and depth > 0 and listed
             and (written_at, comment_id) >
                 (coalesce($2, '-infinity'::timestamptz), coalesce($3, '00000000-0000-0000-0000-000000000000'::uuid))
           order by written_at, comment_id limit $4"#,
        top_id as _,
        after.map(|place| place.at),
        after.map(|place| place.comment_id.0),
        limit,
    )
    .fetch_all(conn)
    .await
}

/// What answers a comment that is no top, and what answers that: level by level, so that reading can stop anywhere.
pub(crate) async fn list_below(
    conn: &mut PgConnection,
    comment_id: CommentId,
    limit: i64,
) -> sqlx::Result<Vec<Comment>> {
    comments!(
        r#"(with recursive below as (
               select comments.* from comments where parent_id = $1 and listed
               union all
               -- With a limit each level goes by the index, however many comments there are.
               select next.* from below cross join lateral (
                   select * from comments where parent_id = below.comment_id and listed limit $2
               ) as next
           ) select * from below limit $2) as c
           left join accounts using (account_id)
           order by c.written_at, c.comment_id"#,
        comment_id as _,
        limit,
    )
    .fetch_all(conn)
    .await
}

/// What a comment answers, and what that answers, from the top down.
pub(crate) async fn list_above(conn: &mut PgConnection, comment_id: CommentId) -> sqlx::Result<Vec<Comment>> {
    comments!(
        r#"(with recursive above as (
               select parent.* from comments as it join comments as parent on parent.comment_id = it.parent_id
               where it.comment_id = $1
               union all
               select parent.* from above cross join lateral (
                   select * from comments where comment_id = above.parent_id limit 1
               ) as parent
           ) select * from above) as c
           left join accounts using (account_id)
           order by c.depth, c.written_at"#,
        comment_id as _,
    )
    .fetch_all(conn)
    .await
}

/// One comment, whatever became of it.
pub(crate) async fn find(conn: &mut PgConnection, comment_id: CommentId) -> sqlx::Result<Option<Comment>> {
    comments!(
        r#"comments as c left join accounts using (account_id) where comment_id = $1"#,
        comment_id as _,
    )
    .fetch_optional(conn)
    .await
}

/// Why the newsroom removed a comment.
pub(crate) async fn find_reason(
    conn: &mut PgConnection,
    comment_id: CommentId,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        // While the newsroom can undo it, nobody is told.
        "select reason from comments
         where comment_id = $1 and state = 'removed' and coalesce(settles_at <= $2, true)",
        comment_id as _,
        now,
    )
    .fetch_optional(conn)
    .await
    .map(Option::flatten)
}

/// What somebody wrote here lately that waits for the newsroom, or that everybody reads since `fresh`; newest first.
pub(crate) async fn list_own(
    conn: &mut PgConnection,
    thread_id: ThreadId,
    who: &Who,
    fresh: DateTime<Utc>,
    since: DateTime<Utc>,
) -> sqlx::Result<Vec<Comment>> {
    let account_id = match &who.person {
        Person::Account(account_id) => Some(account_id.0),
        Person::Device(_) => None,
        Person::Nobody => return Ok(Vec::new()),
    };
    comments!(
        r#"comments as c left join accounts using (account_id)
           where (account_id = $2 or device = $3) and thread_id = $1 and written_at > $5
             and (state in ('held', 'spam') or state = 'shown' and written_at > $4)
           order by written_at desc, comment_id desc limit 10"#,
        thread_id as _,
        account_id,
        who.device.as_deref(),
        fresh,
        since,
    )
    .fetch_all(conn)
    .await
}

/// Which of these comments somebody likes.
pub(crate) async fn list_liked(
    conn: &mut PgConnection,
    voter: &[u8],
    comments: &[CommentId],
) -> sqlx::Result<Vec<CommentId>> {
    sqlx::query_scalar!(
        r#"select comment_id as "comment_id: CommentId" from comment_likes
           where comment_id = any($1) and voter = $2"#,
        comments as _,
        voter,
    )
    .fetch_all(conn)
    .await
}

/// What is shown beside the name of somebody with an account.
#[derive(Clone, Debug)]
pub(crate) struct Face {
    pub(crate) account_id: AccountId,
    pub(crate) picture: Option<MediaId>,
    /// Of the newsroom.
    pub(crate) is_staff: bool,
}

/// The faces of these people.
pub(crate) async fn list_faces(conn: &mut PgConnection, people: &[AccountId]) -> sqlx::Result<Vec<Face>> {
    sqlx::query_as!(
        Face,
        r#"select account_id as "account_id: AccountId", media_id as "picture?: MediaId",
                  role is not null and deactivated_at is null as "is_staff!"
           from accounts left join media on media_id = avatar_media_id and media.state = 'ready'
           where account_id = any($1)"#,
        people as _,
    )
    .fetch_all(conn)
    .await
}

/// What a guest called themselves last.
pub(crate) async fn find_last_name(conn: &mut PgConnection, device: &[u8]) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!(
        "select name from comments where device = $1 order by written_at desc limit 1",
        device,
    )
    .fetch_optional(conn)
    .await
}
