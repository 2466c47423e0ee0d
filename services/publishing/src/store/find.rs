//! Which live stories a list of the public holds: places in it, newest first, from a place on.

use chrono::{DateTime, Utc};
use ground::ids::StoryId;
use sqlx::PgConnection;

use super::public::Place;
use crate::search::Question;

/// On which side of a place; nearest first.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Side {
    /// Older than it; none: from the newest on.
    Older(Option<Place>),
    /// Newer than it.
    Newer(Place),
}

struct Row {
    at: DateTime<Utc>,
    story_id: StoryId,
}

fn places(rows: Vec<Row>) -> Vec<Place> {
    rows.into_iter().map(|row| (row.at, row.story_id)).collect()
}

/// Places on one side of another: `l` is the list, in the order of an index. One comparison, never "or is null", so that
/// the index finds the place.
macro_rules! places {
    ($conn:expr, $side:expr, $limit:expr, $now:expr, $of:literal $(, $arg:expr)*) => {
        match $side {
            Side::Older(place) => sqlx::query_as!(
                Row,
                r#"select l.published_at as "at!", l.story_id as "story_id!: StoryId" "#
                    + $of
                    + " and (l.published_at, l.story_id) <
                           (coalesce($1, 'infinity'::timestamptz), coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
                       order by l.published_at desc, l.story_id desc limit $3",
                place.map(|(at, _)| at),
                place.map(|(_, id)| id.0),
                $limit,
                $now,
                $($arg),*
            )
            .fetch_all($conn)
            .await
            .map(places),
            Side::Newer((at, id)) => sqlx::query_as!(
                Row,
                r#"select l.published_at as "at!", l.story_id as "story_id!: StoryId" "#
                    + $of
                    + " and (l.published_at, l.story_id) > ($1, $2)
                       order by l.published_at, l.story_id limit $3",
                at,
                id.0,
                $limit,
                $now,
                $($arg),*
            )
            .fetch_all($conn)
            .await
            .map(places),
        }
    };
}

/// All.
pub(crate) async fn list_all(
    conn: &mut PgConnection,
    side: Side,
    limit: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Place>> {
    places!(
        conn,
        side,
        limit,
        now,
        "from stories as l join submissions as c on c.submission_id = l.submission_id
         where l.published_at is not null and l.withdrawn_at is null
           and story_is_live(l.published_at, l.withdrawn_at, c.state, c.consent, $4)"
    )
}

/// Of a tag.
pub(crate) async fn list_of_tag(
    conn: &mut PgConnection,
    tag: &str,
    side: Side,
    limit: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Place>> {
    places!(
        conn,
        side,
        limit,
        now,
        "from story_tags as l join stories as s on s.story_id = l.story_id
         join submissions as c on c.submission_id = s.submission_id
         where l.tag = $5 and l.published_at is not null
           and story_is_live(s.published_at, s.withdrawn_at, c.state, c.consent, $4)",
        tag
    )
}

/// Of a place.
pub(crate) async fn list_of_place(
    conn: &mut PgConnection,
    place: &str,
    side: Side,
    limit: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Place>> {
    places!(
        conn,
        side,
        limit,
        now,
        "from stories as l join submissions as c on c.submission_id = l.submission_id
         where l.place_folded = $5 and l.published_at is not null and l.withdrawn_at is null
           and story_is_live(l.published_at, l.withdrawn_at, c.state, c.consent, $4)",
        place
    )
}

/// Of a span of time.
pub(crate) async fn list_between(
    conn: &mut PgConnection,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    side: Side,
    limit: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Place>> {
    places!(
        conn,
        side,
        limit,
        now,
        "from stories as l join submissions as c on c.submission_id = l.submission_id
         where l.published_at >= $5 and l.published_at < $6 and l.withdrawn_at is null
           and story_is_live(l.published_at, l.withdrawn_at, c.state, c.consent, $4)",
        from,
        to
    )
}

/// The months (in a time zone) in which there are stories, newest first, each by its beginning. Only as many rows are read
/// as there are months: from the newest story of one, the index finds the newest before it.
pub(crate) async fn list_months(
    conn: &mut PgConnection,
    zone: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<DateTime<Utc>>> {
    sqlx::query_scalar!(
        r#"with recursive months as (
               (select date_trunc('month', l.published_at, $1) as month
                from stories as l join submissions as c on c.submission_id = l.submission_id
                where l.published_at is not null and l.withdrawn_at is null
                  and story_is_live(l.published_at, l.withdrawn_at, c.state, c.consent, $2)
                order by l.published_at desc, l.story_id desc limit 1)
               union all
               select (select date_trunc('month', l.published_at, $1)
                       from stories as l join submissions as c on c.submission_id = l.submission_id
                       where l.published_at < months.month and l.withdrawn_at is null
                         and story_is_live(l.published_at, l.withdrawn_at, c.state, c.consent, $2)
                       order by l.published_at desc, l.story_id desc limit 1)
               from months where months.month is not null
           )
           select month as "month!" from months where month is not null order by month desc"#,
        zone,
        now,
    )
    .fetch_all(conn)
    .await
}

/// When the next story becomes public that is published already and can still be undone.
pub(crate) async fn next_at(
    conn: &mut PgConnection,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        "select min(published_at) from stories where published_at > $1 and withdrawn_at is null",
        now,
    )
    .fetch_one(conn)
    .await
}

/// What a question finds on a walk along the newest `walk` stories.
pub(crate) async fn walk(
    conn: &mut PgConnection,
    question: &Question,
    before: Option<Place>,
    (walk, limit): (i64, i64),
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Place>> {
    sqlx::query_as!(
        Row,
        r#"select l.published_at as "at!", l.story_id as "story_id!: StoryId"
           from (select * from stories
                 where published_at is not null and withdrawn_at is null and published_at <= $4
                   and (published_at, story_id) <
                       (coalesce($1, 'infinity'::timestamptz), coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
                 order by published_at desc, story_id desc limit $5) as l
           join submissions as c on c.submission_id = l.submission_id
           where story_is_live(l.published_at, l.withdrawn_at, c.state, c.consent, $4)
             and l.document @@ $6::text::tsquery
             and (c.consent = 'named' or l.document @@ $7::text::tsquery)
           order by l.published_at desc, l.story_id desc limit $3"#,
        before.map(|(at, _)| at),
        before.map(|(_, id)| id.0),
        limit,
        now,
        walk,
        question.all,
        question.unnamed,
    )
    .fetch_all(conn)
    .await
    .map(places)
}

/// The newest `limit` of what the index of words finds; and whether that is more than the `most` it looks at, so that what
/// it gives may not be the newest.
pub(crate) async fn search(
    conn: &mut PgConnection,
    question: &Question,
    before: Option<Place>,
    (most, limit): (i64, i64),
    now: DateTime<Utc>,
) -> sqlx::Result<(Vec<Place>, bool)> {
    // Whether a story is live is asked of those that are shown, one by one, newest first.
    let row = sqlx::query!(
        r#"with found as materialized (
               select published_at, story_id from stories
               where document @@ $5::text::tsquery and published_at is not null and withdrawn_at is null
                 and (published_at, story_id) <
                     (coalesce($1, 'infinity'::timestamptz), coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid))
               limit $3::bigint + 1
           ), newest as materialized (
               select found.published_at, found.story_id
               from (select * from found order by published_at desc, story_id desc) as found
               cross join lateral (
                   select from stories as l join submissions as c using (submission_id)
                   where l.story_id = found.story_id
                     and story_is_live(l.published_at, l.withdrawn_at, c.state, c.consent, $4)
                     and (c.consent = 'named' or l.document @@ $6::text::tsquery)
                   limit 1
               ) as live
               order by found.published_at desc, found.story_id desc limit $7
           )
           select (select count(*) from found) > $3::bigint as "more!",
                  array(select published_at from newest order by published_at desc, story_id desc) as "at!: Vec<DateTime<Utc>>",
                  array(select story_id from newest order by published_at desc, story_id desc) as "ids!: Vec<StoryId>""#,
        before.map(|(at, _)| at),
        before.map(|(_, id)| id.0),
        most,
        now,
        question.all,
        question.unnamed,
        limit,
    )
    .fetch_one(conn)
    .await?;
    Ok((row.at.into_iter().zip(row.ids).collect(), row.more))
}

/// Stories that have most in common with this one: tags first, then the place; of equals, the newest.
pub(crate) async fn list_related(
    conn: &mut PgConnection,
    story_id: StoryId,
    limit: i64,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Place>> {
    sqlx::query_as!(
        Row,
        r#"with alike as (
               select near.published_at, near.story_id, 2 as weight
               from story_tags as own cross join lateral (
                   select published_at, story_id from story_tags
                   where tag = own.tag and published_at is not null and story_id <> $1
                   order by published_at desc, story_id desc limit 8
               ) as near
               where own.story_id = $1
               union all
               select near.published_at, near.story_id, 1
               from stories as own cross join lateral (
                   select published_at, story_id from stories as other
                   where other.place_folded = own.place_folded and other.published_at is not null
                     and other.withdrawn_at is null and other.story_id <> $1
                   order by published_at desc, story_id desc limit 8
               ) as near
               where own.story_id = $1 and own.place_folded is not null
           ), weighed as (
               select published_at, story_id, sum(weight) as weight from alike group by published_at, story_id
           )
           select w.published_at as "at!", w.story_id as "story_id!: StoryId"
           from weighed as w join stories as s on s.story_id = w.story_id
           join submissions as c on c.submission_id = s.submission_id
           where story_is_live(s.published_at, s.withdrawn_at, c.state, c.consent, $3)
           order by w.weight desc, w.published_at desc, w.story_id desc limit $2"#,
        story_id as _,
        limit,
        now,
    )
    .fetch_all(conn)
    .await
    .map(places)
}
