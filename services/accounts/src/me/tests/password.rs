//! Another password, or a first one.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::viewer::CONFIRMED_FOR;
use sqlx::PgPool;

use super::{db_events, db_hold_accounts, reader};
use crate::{
    letters::postbox::Postbox,
    testing::{PASSWORD, Room},
};

const NEW: &str = "a white goose on the lake";

fn form<'a>(old: &'a str, new: &'a str) -> [(&'static str, &'a str); 2] {
    [("old", old), ("password", new)]
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn with_the_old_one_a_new_one_is_set_and_everybody_else_is_out(pool: PgPool) {
    let room = Room::new(pool);
    let post = Postbox::of(&room);
    let elsewhere = reader(&room, "ada@example.org").await;
    let here = room.sign_in("ada@example.org", PASSWORD, "").await.cookie();
    room.post("/forgot", "", &[("email", "ada@example.org")]).await;
    post.deliver().await;
    let answer = room.post("/me/password", &here, &form(PASSWORD, NEW)).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/me/password?changed=yes")
    );
    room.state.clock.advance(TimeDelta::seconds(1));
    assert_eq!(room.who(&here).await, "Ada");
    assert_eq!(room.who(&elsewhere).await, "nobody");
    assert_eq!(room.sign_in("ada@example.org", PASSWORD, "").await.location(), "");
    assert_eq!(room.sign_in("ada@example.org", NEW, "").await.location(), "/me");
    let events = db_events(&room, "ada@example.org").await;
    assert_eq!(events, ["password_changed", "sign_in_failed"]);
    let letters = post.deliver().await;
    assert!(
        letters.iter().any(|mail| mail.contains("To: ada@example.org")),
        "{letters:?}"
    );
    assert!(letters.iter().all(|mail| !mail.contains("goose")));
    let codes = sqlx::query_scalar!("select count(*) from mail_codes where purpose = 'reset'")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(codes, Some(0), "a code that was sent before opens nothing");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_wrong_old_one_changes_nothing_is_told_to_the_owner_and_costs_time(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    for _ in 0..10 {
        let answer = room
            .post("/me/password", &cookie, &form("a wrong password", NEW))
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(r##"href="#old""##));
        assert!(!answer.body.contains("goose"), "a password is never sent back");
    }
    let answer = room.post("/me/password", &cookie, &form(PASSWORD, NEW)).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    let events = db_events(&room, "ada@example.org").await;
    assert_eq!(events, ["sign_in_failed"; 10]);
    let page = room.get("/me/history", &cookie).await;
    assert!(page.body.contains("Somebody tried to sign in and could not"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_new_one_has_to_be_as_good_as_a_first_one(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada.lovelace@example.org").await;
    for bad in ["short", "password1234", "my ada.lovelace 1843", ""] {
        let answer = room.post("/me/password", &cookie, &form(PASSWORD, bad)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
        assert!(answer.body.contains(r##"href="#password""##), "{bad}");
    }
    let answer = room.post("/me/password", &cookie, &form("", NEW)).await;
    assert!(answer.body.contains(r##"href="#old""##));
    assert!(db_events(&room, "ada.lovelace@example.org").await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_at_once_one_is_told_that_somebody_was_faster(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    let held = db_hold_accounts(&room).await;
    let other = "a black goose on the lake";
    let (one, two) = (form(PASSWORD, NEW), form(PASSWORD, other));
    let (one, two, ()) = tokio::join!(
        room.post("/me/password", &cookie, &one),
        room.post("/me/password", &cookie, &two),
        async {
            room.db_until_waiting(2).await;
            drop(held);
        }
    );
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    assert_eq!(db_events(&room, "ada@example.org").await, ["password_changed"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_came_by_another_service_sets_a_first_one_after_showing_who_they_are(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    sqlx::query!("update accounts set password_hash = null")
        .execute(&room.state.pool)
        .await
        .unwrap();
    let page = room.get("/me/password", &cookie).await;
    assert!(!page.body.contains(r#"name="old""#));
    room.state.clock.advance(CONFIRMED_FOR);
    let answer = room.post("/me/password", &cookie, &[("password", NEW)]).await;
    assert_eq!(answer.location(), "/signin/again?next=%2Fme%2Fpassword");
    sqlx::query!("update sessions set confirmed_at = $1", room.state.clock.now())
        .execute(&room.state.pool)
        .await
        .unwrap();
    let answer = room.post("/me/password", &cookie, &[("password", NEW)]).await;
    assert_eq!(answer.location(), "/me/password?changed=yes");
    assert_eq!(room.sign_in("ada@example.org", NEW, "").await.location(), "/me");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn without_an_address_a_password_is_of_no_use_and_none_is_set(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    sqlx::query!("update accounts set password_hash = null, email = null")
        .execute(&room.state.pool)
        .await
        .unwrap();
    let page = room.get("/me/password", &cookie).await;
    assert!(page.body.contains(r#"href="/me/email""#));
    let answer = room.post("/me/password", &cookie, &[("password", NEW)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}
