//! One's own comments, through the door.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use crate::testing::{Room, Visitor};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn somebody_sees_what_they_said_and_what_became_of_it_and_nobody_else_does(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let (reader, other) = (room.db_reader("Zîlan").await, room.db_reader("Bo").await);
    for answer in [
        room.get(&Visitor::guest(), "/me/comments").await,
        room.get(&room.device(), "/me/comments").await,
    ] {
        assert_eq!(answer.location(), "/signin?next=/me/comments");
    }
    assert!(
        room.get(&reader, "/me/comments")
            .await
            .text
            .contains("empty-title")
    );
    let states = ["shown", "held", "spam", "removed"];
    for (number, state) in (0..).zip(states) {
        room.state.clock.advance(TimeDelta::minutes(1));
        let body = format!("<b>{number}</b>");
        let id = room.db_comment(&reader, thread_id, None, &body).await;
        let change =
            format!("update comments set state = '{state}', reason = 'insult' where comment_id = $1");
        sqlx::query(sqlx::AssertSqlSafe(change))
            .bind(id.0)
            .execute(&room.state.pool)
            .await
            .unwrap();
    }
    let page = room.get(&reader, "/me/comments").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        page.texts(".my-comments blockquote"),
        ["<b>3</b>", "<b>2</b>", "<b>1</b>", "<b>0</b>"]
    );
    // Nobody is called a nuisance.
    assert_eq!(
        page.texts(".badge"),
        [
            "The newsroom removed it",
            "It waits for the newsroom",
            "It waits for the newsroom",
            "Everybody reads it"
        ]
    );
    assert_eq!(page.text.matches("Why:").count(), 1);
    let theirs = room.get(&other, "/me/comments").await;
    assert!(theirs.texts(".my-comments blockquote").is_empty());
    // While it can be undone, nobody is told why.
    let later = room.state.clock.now() + TimeDelta::seconds(10);
    sqlx::query!("update comments set settles_at = $1", later)
        .execute(&room.state.pool)
        .await
        .unwrap();
    assert!(!room.get(&reader, "/me/comments").await.text.contains("Why:"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_long_list_is_read_page_by_page(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, reader) = (room.db_thread().await, room.db_reader("Zîlan").await);
    for number in 0..70 {
        room.state.clock.advance(TimeDelta::seconds(1));
        room.db_comment(&reader, thread_id, None, &format!("Number {number}."))
            .await;
    }
    let (mut address, mut seen) = ("/me/comments".to_owned(), Vec::new());
    while !address.is_empty() {
        let page = room.get(&reader, &address).await;
        seen.extend(page.texts(".my-comments blockquote"));
        address = page
            .attributes(".pager a[rel=next]", "href")
            .pop()
            .unwrap_or_default();
    }
    let all: Vec<_> = (0..70).rev().map(|number| format!("Number {number}.")).collect();
    assert_eq!(seen, all);
    for bad in ["?before=x", "?before=1.2", "?before=9999999999999999999.x"] {
        let answer = room.get(&reader, &format!("/me/comments{bad}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{bad}");
    }
}
