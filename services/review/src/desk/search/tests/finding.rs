//! What is asked is found, by the database.

use ground::ids::{Ids, SubmissionId};
use sqlx::PgPool;

use super::super::{Condition, index, query};
use crate::testing::sample;

/// Contributions, and what an editor finds among them.
pub(super) struct Shelf(pub(super) PgPool);

impl Shelf {
    /// A contribution with this text, indexed as every one is.
    pub(super) async fn db_put(&self, title: &str, body: &str) -> SubmissionId {
        let id: SubmissionId = Ids::system().mint(sample().sent_at);
        let mut conn = self.0.acquire().await.unwrap();
        sqlx::query(
            "insert into submissions (submission_id, title, body, contributor_name, contributor_email, language,
                                      consent, consent_at, terms_version, receipt_hash, form_key_hash, sent_at)
             values ($1, $2, $3, 'Zerdesht Xwenav', 'zerdesht@mail.example', 'en', 'named', $4, '1', $5, '', $4)",
        )
        .bind(id.0)
        .bind(title)
        .bind(body)
        .bind(sample().sent_at)
        .bind(id.0.as_bytes().to_vec())
        .execute(&mut *conn)
        .await
        .unwrap();
        index(&mut conn, id).await.unwrap();
        id
    }

    /// What a question is read as.
    pub(super) async fn ask(&self, typed: &str, sees_at_risk: bool) -> Condition {
        let mut conn = self.0.acquire().await.unwrap();
        query(&mut conn, typed, sees_at_risk).await.unwrap()
    }

    /// Titles of what is found, as the list binds it.
    pub(super) async fn find(&self, typed: &str) -> Vec<String> {
        let condition = self.ask(typed, false).await;
        let Some(tsquery) = condition.tsquery else {
            return Vec::new();
        };
        sqlx::query_scalar(
            "select title from desk_items join submissions using (submission_id)
             where document @@ $1::text::tsquery and not desk_items.at_risk order by title",
        )
        .bind(tsquery)
        .fetch_all(&self.0)
        .await
        .unwrap()
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn words_phrases_and_what_is_left_out(pool: PgPool) {
    let shelf = Shelf(pool);
    shelf
        .db_put("a", "The river rose at the old bridge in the night.")
        .await;
    shelf.db_put("b", "The bridge is old. The river is low.").await;
    shelf.db_put("c", "Bridges were flooded.").await;
    for (typed, found) in [
        ("river", vec!["a", "b"]),
        ("RIVER bridge", vec!["a", "b"]),
        ("bridge", vec!["a", "b", "c"]),
        ("flood", vec!["c"]),
        ("\"bridge\"", vec!["a", "b"]),
        ("\"old bridge\"", vec!["a"]),
        ("\"the river rose\"", vec!["a"]),
        ("\"bridge old\"", vec![]),
        ("river -low", vec!["a"]),
        ("river -\"old bridge\"", vec!["b"]),
        ("-river", vec![]),
        ("", vec![]),
        ("nig", vec!["a"]),
        ("nig river", vec![]),
    ] {
        assert_eq!(shelf.find(typed).await, found, "{typed}");
    }
    assert!(shelf.ask("-river", false).await.nothing);
    let empty = shelf.ask(" ~ - ", false).await;
    assert!(!empty.nothing && empty.tsquery.is_none() && empty.said.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_mistyped_word_finds_what_was_meant_and_says_so(pool: PgPool) {
    let shelf = Shelf(pool);
    shelf.db_put("en", "A demonstration at the bridge").await;
    shelf.db_put("ckb", "خۆپیشاندان لە قامشلۆ").await;
    shelf.db_put("ar", "انفجار قرب المستشفى").await;
    shelf.db_put("kmr", "Xwepêşandan li Qamişlo").await;
    shelf.db_put("tr", "Diyarbakır'da gösteri").await;
    for (typed, found) in [
        ("demonstratoin", "en"),
        ("demonstraton", "en"),
        ("brigde", "en"),
        ("خۆپیشندان", "ckb"),
        ("قامیشلو", "ckb"),
        ("انفجر", "ar"),
        ("مستشى", "ar"),
        ("xwepesandn", "kmr"),
        ("qamslo", "kmr"),
        ("diyarbakr", "tr"),
        ("goster", "tr"),
    ] {
        assert_eq!(shelf.find(typed).await, [found], "{typed}");
    }
    assert_eq!(shelf.ask("brigde", false).await.said.len(), 1);
    assert!(shelf.ask("bridge", false).await.said.is_empty());
    assert_eq!(shelf.ask("zzzzzzzz", false).await.said.len(), 1);
    assert!(shelf.find("zzzzzzzz").await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_exact_word_alone_is_found_where_there_is_one_unless_more_is_asked_for(pool: PgPool) {
    let shelf = Shelf(pool);
    shelf.db_put("a", "Kamishly").await;
    shelf.db_put("b", "Kamishlo").await;
    assert_eq!(shelf.find("kamishlo").await, ["b"]);
    assert_eq!(shelf.find("~kamishlo").await, ["a", "b"]);
    assert_eq!(shelf.find("kamishla").await, ["a", "b"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_sent_it_is_not_searched(pool: PgPool) {
    let shelf = Shelf(pool);
    shelf.db_put("a", "Flood").await;
    for typed in ["Zerdesht", "xwenav", "zerdesht@mail.example", "mail"] {
        assert!(shelf.find(typed).await.is_empty(), "{typed}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn no_question_and_no_text_breaks_the_database(pool: PgPool) {
    let shelf = Shelf(pool);
    let hostile = [
        "' | 'a' & !! <-> :* ) (",
        "\\'); drop table desk_items; --",
        "'':*A",
        "a\u{0}b",
        "\u{FFFD}\u{10FFFF}",
        "ａ'ｂ\\ｃ",
        "\"''\" -\"\\\"",
        "%_%",
    ];
    for text in hostile {
        // PostgreSQL keeps no zero; the form took it away.
        shelf.db_put("hostile", &text.replace('\0', "")).await;
        shelf.find(text).await;
    }
    let long = "كلمة ".repeat(9000);
    shelf.db_put("long", &long).await;
    shelf.find(&long).await;
    assert!(shelf.find("كلمة").await.contains(&"long".to_owned()));
}
