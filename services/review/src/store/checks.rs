//! How far contributions are checked, and what they are sorted by.

use chrono::{DateTime, Utc};
use ground::{
    ids::{AccountId, SubmissionId},
    lang::Lang,
};
use sqlx::PgConnection;

/// How far one thing is checked.
pub(crate) struct Row {
    pub(crate) item: String,
    pub(crate) level: String,
    pub(crate) how: Option<String>,
    pub(crate) who: String,
    pub(crate) at: DateTime<Utc>,
}

/// How far a contribution is checked; what is open is not there.
pub(crate) async fn list(conn: &mut PgConnection, id: SubmissionId) -> sqlx::Result<Vec<Row>> {
    sqlx::query_as!(
        Row,
        r#"select item, level, how, display_name as who, at
           from submission_checks join accounts using (account_id) where submission_id = $1"#,
        id.0,
    )
    .fetch_all(conn)
    .await
}

/// What is said of one thing.
pub(crate) struct NewCheck<'a> {
    pub(crate) item: &'a str,
    /// None: it is open again.
    pub(crate) level: Option<&'a str>,
    pub(crate) how: Option<&'a str>,
    pub(crate) by: AccountId,
    pub(crate) now: DateTime<Utc>,
}

/// Says how far one thing is checked. False when just that was said already.
pub(crate) async fn put(
    conn: &mut PgConnection,
    id: SubmissionId,
    check: &NewCheck<'_>,
) -> sqlx::Result<bool> {
    let done = match check.level {
        Some(level) => {
            sqlx::query!(
                "insert into submission_checks (submission_id, item, level, how, account_id, at)
                 values ($1, $2, $3, $4, $5, $6)
                 on conflict (submission_id, item) do update
                 set level = excluded.level, how = excluded.how, account_id = excluded.account_id, at = excluded.at
                 where (submission_checks.level, submission_checks.how, submission_checks.account_id)
                       is distinct from (excluded.level, excluded.how, excluded.account_id)",
                id.0,
                check.item,
                level,
                check.how,
                check.by.0,
                check.now,
            )
            .execute(conn)
            .await?
        }
        None => {
            sqlx::query!(
                "delete from submission_checks where submission_id = $1 and item = $2",
                id.0,
                check.item
            )
            .execute(conn)
            .await?
        }
    };
    Ok(done.rows_affected() > 0)
}

/// What a category asks to be checked before something goes out.
pub(crate) async fn list_asked(conn: &mut PgConnection, category: &str) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        "select item from desk_category_checks where category = $1",
        category
    )
    .fetch_all(conn)
    .await
}

/// What contributions are sorted by.
#[expect(clippy::struct_field_names, reason = "as the column is called")]
pub(crate) struct Category {
    pub(crate) category: String,
    /// In the language asked for, or the first there is.
    pub(crate) name: String,
    /// None: no longer offered.
    pub(crate) position: Option<i32>,
    pub(crate) two_people: bool,
    /// Things to check.
    pub(crate) asked: Vec<String>,
}

/// All categories, those that are offered first, in their order.
pub(crate) async fn list_categories(conn: &mut PgConnection, lang: Lang) -> sqlx::Result<Vec<Category>> {
    sqlx::query_as!(
        Category,
        r#"select category,
                  coalesce((select words.name from desk_category_words words
                            where words.category = desk_categories.category
                            order by words.language <> $1, words.language <> 'en', words.language limit 1),
                           category) as "name!",
                  position, two_people,
                  array(select item from desk_category_checks checks
                        where checks.category = desk_categories.category order by item) as "asked!"
           from desk_categories order by position nulls last, category"#,
        lang.code(),
    )
    .fetch_all(conn)
    .await
}

/// What a category is called in each language, where it is called something.
pub(crate) async fn list_names(
    conn: &mut PgConnection,
    category: &str,
) -> sqlx::Result<Vec<(String, String)>> {
    let rows = sqlx::query!(
        "select language, name from desk_category_words where category = $1",
        category
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.language, row.name)).collect())
}

/// A category as it was written.
pub(crate) struct NewCategory<'a> {
    pub(crate) category: &'a str,
    pub(crate) position: Option<i32>,
    pub(crate) two_people: bool,
    /// Language and name.
    pub(crate) names: &'a [(Lang, String)],
    pub(crate) asked: &'a [&'static str],
}

/// Makes a category. False when there is one with this code.
pub(crate) async fn insert_category(conn: &mut PgConnection, category: &str) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into desk_categories (category) values ($1) on conflict do nothing",
        category
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes all of a category. False when there is none.
pub(crate) async fn set_category(conn: &mut PgConnection, new: &NewCategory<'_>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update desk_categories set position = $2, two_people = $3 where category = $1",
        new.category,
        new.position,
        new.two_people,
    )
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    let languages: Vec<String> = new.names.iter().map(|(lang, _)| lang.code().to_owned()).collect();
    let names: Vec<String> = new.names.iter().map(|(_, name)| name.clone()).collect();
    let asked: Vec<String> = new.asked.iter().map(|item| (*item).to_owned()).collect();
    sqlx::query!(
        "delete from desk_category_words where category = $1 and language <> all ($2)",
        new.category,
        &languages
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "insert into desk_category_words (category, language, name)
         select $1, language, name from unnest($2::text[], $3::text[]) as written (language, name)
         on conflict (category, language) do update set name = excluded.name",
        new.category,
        &languages,
        &names,
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "delete from desk_category_checks where category = $1 and item <> all ($2)",
        new.category,
        &asked
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "insert into desk_category_checks (category, item)
         select $1, item from unnest($2::text[]) as written (item) on conflict do nothing",
        new.category,
        &asked,
    )
    .execute(conn)
    .await?;
    Ok(true)
}

/// Remembers how tags are written; whoever wrote one first is right.
pub(crate) async fn insert_labels(conn: &mut PgConnection, tags: &[(String, String)]) -> sqlx::Result<()> {
    let (folded, labels): (Vec<String>, Vec<String>) = tags.iter().cloned().unzip();
    sqlx::query!(
        "insert into desk_tags (tag, label) select tag, label from unnest($1::text[], $2::text[]) as written (tag, label)
         on conflict do nothing",
        &folded,
        &labels,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// How these tags are written, in their order.
pub(crate) async fn list_labels(conn: &mut PgConnection, tags: &[String]) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!(
        r#"select coalesce(label, tag) as "label!"
           from unnest($1::text[]) with ordinality as asked (tag, place) left join desk_tags using (tag) order by place"#,
        tags,
    )
    .fetch_all(conn)
    .await
}

/// Sorts a contribution, by the hand of `by`.
pub(crate) async fn set_sorting(
    conn: &mut PgConnection,
    id: SubmissionId,
    category: Option<&str>,
    tags: &[String],
    by: AccountId,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update submissions set category = $2, tags = $3, handled_by = $4, version = version + 1
         where submission_id = $1",
        id.0,
        category,
        tags,
        by.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}
