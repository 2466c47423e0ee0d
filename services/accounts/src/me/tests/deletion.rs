//! Asking to be forgotten, and thinking it over.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use super::{admin, db_events, db_hold_accounts, reader};
use crate::{
    letters::postbox::Postbox,
    testing::{Answer, PASSWORD, Room},
};

/// Without the marks that keep numbers and dates apart from the direction of the line.
fn said(answer: &Answer) -> String {
    answer.body.replace(['\u{2068}', '\u{2069}'], "")
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_asks_is_told_when_and_may_change_their_mind(pool: PgPool) {
    let room = Room::new(pool);
    let post = Postbox::of(&room);
    let elsewhere = reader(&room, "ada@example.org").await;
    let here = room.sign_in("ada@example.org", PASSWORD, "").await.cookie();
    let page = room.get("/me/delete", &here).await;
    assert!(said(&page).contains("You have 7 days to think it over."));
    for _ in 0..2 {
        let answer = room.post("/me/delete", &here, &[]).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/me/delete")
        );
        room.state.clock.advance(TimeDelta::seconds(10));
    }
    assert_eq!(db_events(&room, "ada@example.org").await, ["deletion_asked"]);
    assert_eq!(
        post.deliver().await.len(),
        1,
        "one letter, however often it is asked for"
    );
    assert_eq!(room.who(&elsewhere).await, "nobody");
    // 1,800,000,000 s is 15 January 2027.
    for page in ["/me", "/me/delete"] {
        let answer = room.get(page, &here).await;
        assert!(said(&answer).contains("22 January 2027"), "{page}");
        assert!(answer.body.contains(r#"action="/me/delete/call-off""#), "{page}");
    }
    let form = [
        ("email", "ada@example.org"),
        ("password", PASSWORD),
        ("next", "/contribute"),
    ];
    let back = room.post("/signin", "", &form).await;
    assert_eq!(back.location(), "/me", "who comes in meanwhile sees it first");
    for _ in 0..2 {
        let answer = room.post("/me/delete/call-off", &back.cookie(), &[]).await;
        assert_eq!(answer.location(), "/me?done=called-off");
    }
    let page = room.get("/me?done=called-off", &here).await;
    assert!(page.body.contains("Your account stays.") && !page.body.contains("call-off"));
    let events = db_events(&room, "ada@example.org").await;
    assert_eq!(events, ["deletion_asked", "deletion_called_off"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_last_admin_stays_until_there_is_another(pool: PgPool) {
    let room = Room::new(pool);
    let ada = admin(&room, "ada@example.org").await;
    room.editor("bo@example.org").await;
    assert!(room.get("/me/delete", &ada).await.body.contains("disabled"));
    let answer = room.post("/me/delete", &ada, &[]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("You are the only administrator."));
    let cy = admin(&room, "cy@example.org").await;
    assert_eq!(room.post("/me/delete", &ada, &[]).await.location(), "/me/delete");
    // Who is about to go counts no more.
    assert_eq!(
        room.post("/me/delete", &cy, &[]).await.status,
        StatusCode::CONFLICT
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_admins_who_go_at_once_one_stays(pool: PgPool) {
    let room = Room::new(pool);
    let ada = admin(&room, "ada@example.org").await;
    let bo = admin(&room, "bo@example.org").await;
    let held = db_hold_accounts(&room).await;
    let (one, two, ()) = tokio::join!(
        room.post("/me/delete", &ada, &[]),
        room.post("/me/delete", &bo, &[]),
        async {
            room.db_until_waiting(2).await;
            drop(held);
        }
    );
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_editor_may_go_at_any_time(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    assert_eq!(room.post("/me/delete", &ada, &[]).await.location(), "/me/delete");
}
