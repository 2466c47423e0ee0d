//! The newsroom's reasons for not using a contribution, in its own words.

use chrono::{DateTime, Utc};
use ground::{ids::AccountId, lang::Lang};
use sqlx::PgConnection;

/// A reason, without its words.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) reason: String,
    /// Its place among those that are offered; none: it is not offered any more.
    pub(crate) position: Option<i32>,
    pub(crate) version: i32,
}

/// Its words in one language.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "as the column is called")]
pub(crate) struct Words {
    pub(crate) reason: String,
    pub(crate) language: Lang,
    pub(crate) words: String,
}

/// All reasons: those that are offered in their order, then the others.
pub(crate) async fn list_reasons(conn: &mut PgConnection) -> sqlx::Result<(Vec<Row>, Vec<Words>)> {
    let rows = sqlx::query_as!(
        Row,
        "select reason, position, version from decline_reasons order by position nulls last, reason"
    )
    .fetch_all(&mut *conn)
    .await?;
    let words = sqlx::query_as!(
        Words,
        r#"select reason, language as "language: Lang", words from decline_reason_words"#
    )
    .fetch_all(conn)
    .await?;
    Ok((rows, words))
}

/// Nobody else changes the list until the caller's transaction ends.
pub(crate) async fn lock(conn: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query!("select from decline_reasons order by reason for update")
        .fetch_all(conn)
        .await?;
    Ok(())
}

/// Adds a reason at the end of the list. False when there is one of that code.
pub(crate) async fn insert_reason(
    conn: &mut PgConnection,
    reason: &str,
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<bool> {
    let inserted = sqlx::query!(
        "insert into decline_reasons (reason, position, changed_at, changed_by)
         select $1, coalesce(max(position), 0) + 1, $2, $3 from decline_reasons
         on conflict do nothing",
        reason,
        now,
        by.0,
    )
    .execute(conn)
    .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Gives a reason a place, or none.
pub(crate) async fn set_position(
    conn: &mut PgConnection,
    reason: &str,
    position: Option<i32>,
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<()> {
    sqlx::query!(
        "update decline_reasons set position = $2, version = version + 1, changed_at = $3, changed_by = $4
         where reason = $1 and position is distinct from $2",
        reason,
        position,
        now,
        by.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Makes these the words of a reason: those that are empty are forgotten.
pub(crate) async fn set_words(
    conn: &mut PgConnection,
    reason: &str,
    words: &[(Lang, String)],
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<()> {
    sqlx::query!("delete from decline_reason_words where reason = $1", reason)
        .execute(&mut *conn)
        .await?;
    for (lang, words) in words.iter().filter(|(_, words)| !words.is_empty()) {
        sqlx::query!(
            "insert into decline_reason_words (reason, language, words) values ($1, $2, $3)",
            reason,
            lang.code(),
            words,
        )
        .execute(&mut *conn)
        .await?;
    }
    sqlx::query!(
        "update decline_reasons set version = version + 1, changed_at = $2, changed_by = $3 where reason = $1",
        reason,
        now,
        by.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Who changed a reason last, and when.
pub(crate) async fn find_changed(
    conn: &mut PgConnection,
    reason: &str,
) -> sqlx::Result<Option<(String, DateTime<Utc>)>> {
    let row = sqlx::query!(
        "select display_name, changed_at from decline_reasons join accounts on account_id = changed_by
         where reason = $1",
        reason,
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (row.display_name, row.changed_at)))
}
