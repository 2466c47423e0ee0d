//! The door behind which addresses stand.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::audit::{self, Verdict};
use sqlx::PgPool;

use super::Desk;
use crate::CommentActs;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn addresses_are_shown_to_who_says_why_and_that_is_written_down_first(pool: PgPool) {
    let desk = Desk::open(pool).await;
    sqlx::query!("update comments set email = 'guest@reader.example'")
        .execute(&desk.room.state.pool)
        .await
        .unwrap();
    desk.db_report(desk.comment, "legal", Some("law@reader.example"))
        .await;
    let door = format!("/desk/comments/{}/email", desk.comment);
    let asked = desk.get(&door).await;
    assert!(!asked.text.contains("reader.example"));
    let long = "x".repeat(501);
    for why in ["  ", long.as_str()] {
        let answer = desk.room.post(&desk.editor, &door, &[("why", why)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!answer.text.contains("reader.example"));
    }
    assert!(desk.db_acts().await.is_empty());
    let shown = desk
        .room
        .post(&desk.editor, &door, &[("why", "They threaten a colleague.")])
        .await;
    assert_eq!(shown.status, StatusCode::OK);
    assert_eq!(
        shown.texts(".revealed dd"),
        ["guest@reader.example", "law@reader.example"]
    );
    assert_eq!(shown.header(axum::http::header::CACHE_CONTROL), "no-store");
    assert_eq!(desk.db_acts().await, ["comment_email_revealed"]);
    assert_eq!(desk.room.db_events(desk.comment).await, ["email_revealed"]);
    // Neither address nor reason is in what outlives them.
    let detail = sqlx::query_scalar!("select detail::text from comment_acts")
        .fetch_one(&desk.room.state.pool)
        .await
        .unwrap()
        .unwrap();
    assert!(
        !detail.contains("reader.example") && !detail.contains("threaten"),
        "{detail}"
    );
    // Asked again, it asks again.
    assert!(!desk.get(&door).await.text.contains("reader.example"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_not_shown_lately_that_it_is_them_is_asked_for_that_first(pool: PgPool) {
    let desk = Desk::open(pool).await;
    desk.room.state.clock.advance(TimeDelta::minutes(6));
    let door = format!("/desk/comments/{}/email", desk.comment);
    for answer in [
        desk.get(&door).await,
        desk.room.post(&desk.editor, &door, &[("why", "So.")]).await,
    ] {
        assert!(
            answer.location().starts_with("/signin/again?next="),
            "{}",
            answer.location()
        );
    }
    assert!(desk.db_acts().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_chain_knows_when_an_act_was_changed(pool: PgPool) {
    let desk = Desk::open(pool.clone()).await;
    desk.press(desk.comment, "spam", &[]).await.location();
    let key = audit::Key::of(&desk.room.state.key);
    let walk = async || match audit::verify(&pool, &key, &[&CommentActs], None, None)
        .await
        .unwrap()
    {
        Verdict::Walked(found) => found.breaks,
        Verdict::WrongKey => panic!("another key"),
    };
    assert_eq!(walk().await, 0);
    let stays = sqlx::query!("update comment_acts set kind = 'nothing'")
        .execute(&pool)
        .await;
    assert!(stays.is_err());
    sqlx::query!("alter table comment_acts disable trigger comment_acts_stay")
        .execute(&pool)
        .await
        .unwrap();
    sqlx::query!("update comment_acts set kind = 'nothing'")
        .execute(&pool)
        .await
        .unwrap();
    assert_eq!(walk().await, 1);
}
