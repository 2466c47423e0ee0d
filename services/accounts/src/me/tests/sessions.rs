//! Devices, and what happened.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use super::{db_events, reader, sign_in_with};
use crate::testing::{Room, Table};

const PHONE: &str = "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0";

/// What each form for ending a session names.
fn ends(body: &str) -> Vec<String> {
    let pieces = body.split(r#"name="session" value=""#).skip(1);
    pieces
        .map(|piece| piece.split('"').next().unwrap().to_owned())
        .collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn devices_are_told_in_words_and_one_is_this_one(pool: PgPool) {
    let room = Room::new(pool);
    let here = reader(&room, "ada@example.org").await;
    let phone = sign_in_with(&room, "ada@example.org", PHONE).await;
    let page = room.get("/me/sessions", &here).await;
    assert!(
        page.body.contains("<bdi>Firefox · Android</bdi>"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("rv:131"), "what a browser sent is never kept");
    assert_eq!(page.body.matches("This device").count(), 1);
    let others = ends(&page.body);
    // The invitation's session, and the phone's.
    assert_eq!(others.len(), 2);
    for session in &others {
        for _ in 0..2 {
            let form = [("session", session.as_str())];
            let answer = room.post("/me/sessions/end", &here, &form).await;
            assert_eq!(answer.location(), "/me/sessions?done=one");
        }
    }
    assert_eq!(room.who(&phone).await, "nobody");
    assert_eq!(room.who(&here).await, "Ada");
    let events = db_events(&room, "ada@example.org").await;
    assert_eq!(events, ["signed_out"; 2], "ending twice is written down once");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_ends_a_session_of_somebody_else(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    room.sign_in("ada@example.org", crate::testing::PASSWORD, "")
        .await;
    let theirs = ends(&room.get("/me/sessions", &ada).await.body);
    let bo = reader(&room, "bo@example.org").await;
    let before = room.db_count(Table::Sessions).await;
    let answer = room
        .post("/me/sessions/end", &bo, &[("session", theirs[0].as_str())])
        .await;
    assert_eq!(
        answer.location(),
        "/me/sessions?done=one",
        "it says nothing about it either"
    );
    for hostile in ["", "1", "' or 1=1 --", "\u{202e}"] {
        let answer = room.post("/me/sessions/end", &bo, &[("session", hostile)]).await;
        assert!(answer.status.is_client_error(), "{hostile}");
        assert!(answer.body.contains("<main"), "in words");
    }
    assert_eq!(room.db_count(Table::Sessions).await, before);
    assert!(db_events(&room, "ada@example.org").await.is_empty());
    assert!(
        !room
            .get("/me/history", &bo)
            .await
            .body
            .contains("A device was signed out")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn all_others_end_or_all(pool: PgPool) {
    let room = Room::new(pool);
    let here = reader(&room, "ada@example.org").await;
    let phone = sign_in_with(&room, "ada@example.org", PHONE).await;
    let bo = room.editor("bo@example.org").await;
    for _ in 0..2 {
        let answer = room.post("/me/sessions/end-all", &here, &[]).await;
        assert_eq!(answer.location(), "/me/sessions?done=all");
    }
    assert_eq!(
        (room.who(&here).await, room.who(&phone).await),
        ("Ada".to_owned(), "nobody".to_owned())
    );
    let phone = sign_in_with(&room, "ada@example.org", PHONE).await;
    let answer = room.post("/signout/everywhere", &here, &[]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"));
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(answer.header("clear-site-data"), "\"cache\"");
    for cookie in [&here, &phone] {
        assert_eq!(room.who(cookie).await, "nobody");
    }
    assert_eq!(room.who(&bo).await, "Ada", "others go on");
    assert_eq!(
        db_events(&room, "ada@example.org").await,
        ["signed_out_everywhere"; 2]
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_ended_by_itself_is_no_device_any_more(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    room.state.clock.advance(TimeDelta::hours(1));
    let here = room
        .sign_in("ada@example.org", crate::testing::PASSWORD, "")
        .await
        .cookie();
    let page = room.get("/me/sessions", &here).await;
    assert!(ends(&page.body).is_empty(), "{}", page.body);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_happened_is_told_newest_first_up_to_two_hundred(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    let now = room.state.clock.now();
    sqlx::query!(
        "insert into account_events (event_id, account_id, kind, device, detail, at)
         select gen_random_uuid(), account_id, 'linked', 'Edge · Windows', '<i>' || n, $1::timestamptz + n * interval '1 s'
         from accounts, generate_series(1, 205) n",
        now,
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    sqlx::query!(
        "insert into account_events (event_id, account_id, kind, detail, at)
         select gen_random_uuid(), account_id, 'role_changed', 'chief', $1::timestamptz + interval '1 h' from accounts",
        now,
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    let page = room.get("/me/history", &cookie).await;
    assert_eq!(page.body.matches("A service was connected").count(), 199);
    assert!(page.body.contains("&#60;i&#62;205") && !page.body.contains("<i>205"));
    assert!(
        page.body
            .contains("The role was changed: <bdi>Chief editor</bdi>")
    );
    assert!(
        page.body.contains(r#"href="/me/export""#),
        "where the older ones are"
    );
    assert!(!page.body.contains("&#60;i&#62;6</bdi>"));
}
