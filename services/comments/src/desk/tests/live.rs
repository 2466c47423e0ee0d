//! Pages of the desk that stay open.

use axum::http::StatusCode;
use chrono::TimeDelta;
use serde_json::{Value, json};
use sqlx::PgPool;

use super::Desk;
use crate::testing::Visitor;

impl Desk {
    /// What a list that is open asks for.
    async fn news(&self, list: &str) -> Value {
        let page = self.get(&format!("/desk/comments?{list}")).await;
        self.news_of(
            &page.attributes(".line", "data-poll")[0],
            &page.attributes(".line", "data-since")[0],
        )
        .await
    }

    async fn news_of(&self, poll: &str, since: &str) -> Value {
        let address = format!("{poll}&since={since}&ids={}", self.comment);
        let answer = self.get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
        serde_json::from_str(&answer.text).unwrap()
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_list_that_is_open_hears_what_came_to_it_and_what_became_of_its_comments(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let lists = ["reported", "held", "new", "machine", "latest"];
    let mut pages = Vec::new();
    for list in lists {
        let page = desk
            .get(&format!("/desk/comments?queue={list}&language=en"))
            .await;
        pages.push((
            page.attributes(".line", "data-poll")[0].clone(),
            page.attributes(".line", "data-since")[0].clone(),
        ));
    }
    for (poll, since) in &pages {
        assert_eq!(desk.news_of(poll, since).await["fresh"], 0, "{poll}");
    }
    desk.room.state.clock.advance(TimeDelta::seconds(20));
    let held = desk.db_said("held by a word").await;
    desk.db_hold(held, Some("word")).await;
    let reported = desk.db_said("reported by readers").await;
    desk.db_report(reported, "hate", None).await;
    sqlx::query!(
        "update comments set is_first = true where comment_id = $1",
        reported.0
    )
    .execute(&desk.room.state.pool)
    .await
    .unwrap();
    // What was said long ago and is reported now is new there.
    desk.db_report(desk.comment, "spam", None).await;
    let fresh = |news: &Value| news["fresh"].as_i64().unwrap();
    for ((poll, since), count) in pages.iter().zip([1, 1, 1, 1, 2]) {
        assert_eq!(fresh(&desk.news_of(poll, since).await), count, "{poll}");
    }
    let news = desk.news_of(&pages[0].0, &pages[0].1).await;
    assert_eq!(
        news["counts"],
        json!({ "reported": "2", "held": "1", "new": "1", "machine": "1", "appeals": "0" })
    );
    assert_eq!(news["items"][0]["queues"], json!(["reported", "latest"]));
    assert_eq!(news["items"][0]["state"], "published");

    let colleague = desk.room.db_editor("Rojîn").await;
    let claim = format!("/desk/comments/{}/claim", desk.comment);
    desk.room.post(&colleague, &claim, &[]).await.location();
    let news = desk.news("queue=reported").await;
    assert_eq!(news["items"][0]["claim"]["by"], "Rojîn");
    desk.press_as(&colleague, desk.comment, "spam", &[])
        .await
        .location();
    let news = desk.news("queue=reported").await;
    let item = &news["items"][0];
    assert_eq!(
        (&item["state"], &item["by"], &item["claim"]),
        (&json!("spam"), &json!("Rojîn"), &Value::Null)
    );
    assert_eq!(item["queues"], json!(["latest"]));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_relieved_of_a_comment_reads_the_word_at_once(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let colleague = desk.room.db_editor("Rojîn").await;
    let claim = format!("/desk/comments/{}/claim", desk.comment);
    let page = desk.get(&format!("/desk/comments/{}", desk.comment)).await;
    assert_eq!(page.attributes(".line", "data-item"), [desk.comment.to_string()]);
    desk.room.post(&desk.editor, &claim, &[]).await.location();
    let note = [("note", "You are at lunch.")];
    desk.room
        .post(&colleague, &format!("{claim}/take-over"), &note)
        .await
        .location();
    let poll = &page.attributes(".line", "data-poll")[0];
    let news = desk.news_of(poll, "").await;
    let held = &news["items"][0]["claim"];
    assert_eq!(
        (&held["by"], &held["note"]),
        (&json!("Rojîn"), &json!("You are at lunch."))
    );
    assert_ne!(held["from"], Value::Null);
    assert!(news.get("fresh").is_none());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nothing_new_costs_few_bytes_and_outsiders_hear_nothing(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let address = "/desk/comments/live.json?queue=held";
    for who in [&Visitor::guest(), &desk.room.db_reader("Dila").await] {
        assert_eq!(desk.room.get(who, address).await.status, StatusCode::NOT_FOUND);
    }
    for bad in ["queue=x", "queue=held&since=x", "queue=held&ids=1"] {
        let answer = desk.get(&format!("/desk/comments/live.json?{bad}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{bad}");
    }
    // Where words are looked for, what comes is not counted.
    let page = desk.get("/desk/comments?q=river").await;
    assert_eq!(page.attributes(".line", "data-since"), [""]);
}
