//! The newsroom's own feeds: what they said last, and how asking them went.

use chrono::{DateTime, Utc};
use ground::lang::Lang;
use sqlx::PgConnection;

use crate::elsewhere::{Headline, Marks};

/// A feed that is to be asked.
#[derive(Clone, Debug)]
pub(crate) struct Due {
    pub(crate) url: String,
    pub(crate) etag: Option<String>,
    pub(crate) last_modified: Option<String>,
    /// In a row, until now.
    pub(crate) failures: i32,
}

/// What is known of a feed.
pub(crate) struct Known {
    pub(crate) read_at: Option<DateTime<Utc>>,
    pub(crate) headlines: i64,
}

/// Whether one of these is due, or another is there that nobody wants any more.
pub(crate) async fn is_due(
    conn: &mut PgConnection,
    addresses: &[String],
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select from unnest($1::text[]) as wanted (url) left join elsewhere_feeds using (url)
               where due_at is null or due_at <= $2
           ) or exists (select from elsewhere_feeds where url <> all ($1)) as "due!""#,
        addresses,
        now,
    )
    .fetch_one(conn)
    .await
}

/// Which of these are due.
pub(crate) async fn list_due(
    conn: &mut PgConnection,
    addresses: &[String],
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<Due>> {
    sqlx::query_as!(
        Due,
        r#"select distinct url as "url!", etag as "etag?", last_modified as "last_modified?",
                  coalesce(failures, 0) as "failures!"
           from unnest($1::text[]) as wanted (url) left join elsewhere_feeds using (url)
           where due_at is null or due_at <= $2"#,
        addresses,
        now,
    )
    .fetch_all(conn)
    .await
}

/// Forgets feeds that are not among these, and what they said.
pub(crate) async fn delete_others(conn: &mut PgConnection, addresses: &[String]) -> sqlx::Result<()> {
    sqlx::query!("delete from elsewhere_feeds where url <> all ($1)", addresses)
        .execute(conn)
        .await?;
    Ok(())
}

/// What a feed says takes the place of what it said. Where that is the same, nothing is written, and no page made anew.
pub(crate) async fn replace(
    conn: &mut PgConnection,
    url: &str,
    headlines: &[Headline],
    marks: &Marks,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into elsewhere_feeds (url, etag, last_modified, due_at) values ($1, $2, $3, 'infinity')
         on conflict (url) do update set etag = excluded.etag, last_modified = excluded.last_modified",
        url,
        marks.etag,
        marks.last_modified,
    )
    .execute(&mut *conn)
    .await?;
    if list_of(conn, url).await? == headlines {
        return Ok(());
    }
    sqlx::query!("delete from elsewhere_headlines where feed = $1", url)
        .execute(&mut *conn)
        .await?;
    for (position, headline) in (1_i16..).zip(headlines) {
        sqlx::query!(
            "insert into elsewhere_headlines (feed, position, title, url, teaser, published_at, language)
             values ($1, $2, $3, $4, $5, $6, $7)",
            url,
            position,
            headline.title,
            headline.url,
            headline.teaser,
            headline.published_at,
            headline.language.map(Lang::code),
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// A feed was read; it is asked again at `due_at`.
pub(crate) async fn note_read(
    conn: &mut PgConnection,
    url: &str,
    now: DateTime<Utc>,
    due_at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into elsewhere_feeds (url, read_at, due_at) values ($1, $2, $3)
         on conflict (url) do update set read_at = excluded.read_at, due_at = excluded.due_at, failures = 0,
             trouble = null",
        url,
        now,
        due_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A feed could not be read; what it said stays.
pub(crate) async fn note_trouble(
    conn: &mut PgConnection,
    url: &str,
    trouble: &str,
    failures: i32,
    due_at: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into elsewhere_feeds (url, trouble, failures, due_at) values ($1, $2, $3, $4)
         on conflict (url) do update set trouble = excluded.trouble, failures = excluded.failures,
             due_at = excluded.due_at",
        url,
        trouble,
        failures,
        due_at,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// How a feed stands.
pub(crate) async fn find_known(conn: &mut PgConnection, url: &str) -> sqlx::Result<Known> {
    sqlx::query_as!(
        Known,
        r#"select (select read_at from elsewhere_feeds where url = $1) as read_at,
                  (select count(*) from elsewhere_headlines where feed = $1) as "headlines!""#,
        url,
    )
    .fetch_one(conn)
    .await
}

/// What a feed said last, in its order.
async fn list_of(conn: &mut PgConnection, url: &str) -> sqlx::Result<Vec<Headline>> {
    sqlx::query_as!(
        Headline,
        r#"select title, url, teaser, published_at, language as "language: Lang"
           from elsewhere_headlines where feed = $1 order by position"#,
        url,
    )
    .fetch_all(conn)
    .await
}

/// The newest headlines: those in this language, or where there are none, all.
pub(crate) async fn list_newest(
    conn: &mut PgConnection,
    language: Lang,
    limit: i64,
) -> sqlx::Result<Vec<Headline>> {
    sqlx::query_as!(
        Headline,
        r#"select title, url, teaser, published_at, language as "language: Lang"
           from elsewhere_headlines
           where language = $1 or not exists (select from elsewhere_headlines where language = $1)
           order by published_at desc nulls last, position, feed limit $2"#,
        language.code(),
        limit,
    )
    .fetch_all(conn)
    .await
}
