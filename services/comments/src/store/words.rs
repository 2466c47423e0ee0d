//! The newsroom's word list.

use chrono::{DateTime, Utc};
use ground::ids::AccountId;
use sqlx::PgConnection;

use crate::rules::{Deed, Word};

/// All of it, by what was entered.
pub(crate) async fn list(conn: &mut PgConnection) -> sqlx::Result<Vec<Word>> {
    let rows = sqlx::query!("select word, label, deed from comment_words order by lower(label), word")
        .fetch_all(conn)
        .await?;
    let word = |deed: &str| Deed::from_code(deed).unwrap_or(Deed::Hold);
    Ok(rows
        .into_iter()
        .map(|row| Word {
            deed: word(&row.deed),
            word: row.word,
            label: row.label,
        })
        .collect())
}

/// Adds words; one that is there gets the new deed. How many changed anything.
pub(crate) async fn put(
    conn: &mut PgConnection,
    words: &[Word],
    (now, by): (DateTime<Utc>, AccountId),
) -> sqlx::Result<u64> {
    let (keys, labels): (Vec<String>, Vec<String>) = words
        .iter()
        .map(|word| (word.word.clone(), word.label.clone()))
        .unzip();
    let deeds: Vec<String> = words.iter().map(|word| word.deed.code().to_owned()).collect();
    let done = sqlx::query!(
        "insert into comment_words (word, label, deed, added_at, added_by)
         select word, label, deed, $4, $5 from unnest($1::text[], $2::text[], $3::text[]) as new (word, label, deed)
         on conflict (word) do update
         set label = excluded.label, deed = excluded.deed, added_at = excluded.added_at, added_by = excluded.added_by
         where comment_words.deed <> excluded.deed",
        &keys,
        &labels,
        &deeds,
        now,
        by.0,
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected())
}

/// Takes one away. Whether it was there.
pub(crate) async fn remove(conn: &mut PgConnection, word: &str) -> sqlx::Result<bool> {
    let done = sqlx::query!("delete from comment_words where word = $1", word)
        .execute(conn)
        .await?;
    Ok(done.rows_affected() == 1)
}
