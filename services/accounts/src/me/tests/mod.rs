//! One's own account as its owner, a stranger, another reader and a thief of the session try it.

mod deletion;
mod email;
mod erase;
mod export;
mod password;
mod profile;
mod sessions;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use ground::viewer::Role;
use sqlx::PgPool;

use crate::testing::{Answer, PASSWORD, Room};

const PAGES: [&str; 7] = [
    "/me",
    "/me/profile",
    "/me/password",
    "/me/email",
    "/me/sessions",
    "/me/history",
    "/me/delete",
];

/// Somebody without a role; gives their cookie.
async fn reader(room: &Room, email: &str) -> String {
    room.editor(email).await;
    db_set_role(room, email, None).await;
    room.sign_in(email, PASSWORD, "").await.cookie()
}

async fn admin(room: &Room, email: &str) -> String {
    let cookie = room.editor(email).await;
    db_set_role(room, email, Some(Role::Admin)).await;
    cookie
}

async fn db_set_role(room: &Room, email: &str, role: Option<Role>) {
    sqlx::query!("update accounts set role = $2 where email = $1", email, role as _)
        .execute(&room.state.pool)
        .await
        .unwrap();
}

/// The kinds of what happened to whoever has the address, oldest first, without signing up and in.
async fn db_events(room: &Room, email: &str) -> Vec<String> {
    sqlx::query_scalar!(
        "select kind from account_events join accounts using (account_id)
         where email = $1 and kind not in ('registered', 'signed_in') order by at, event_id",
        email,
    )
    .fetch_all(&room.state.pool)
    .await
    .unwrap()
}

/// Holds every account, as another request would that is changing it, until the answer is dropped.
async fn db_hold_accounts(room: &Room) -> sqlx::Transaction<'static, sqlx::Postgres> {
    let mut tx = ground::db::begin(&room.state.pool).await.unwrap();
    sqlx::query!("select account_id from accounts for update")
        .fetch_all(&mut *tx)
        .await
        .unwrap();
    tx
}

/// Signs in with a browser that says what it is.
async fn sign_in_with(room: &Room, email: &str, browser: &str) -> String {
    let form = format!("email={email}&password={}", PASSWORD.replace(' ', "+"));
    let request = Request::post("/signin")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("user-agent", browser)
        .body(Body::from(form))
        .unwrap();
    let (status, headers, _) = room.ask(request).await;
    let answer = Answer {
        status,
        headers,
        body: String::new(),
    };
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    answer.cookie()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn it_says_who_one_is_and_where_everything_is(pool: PgPool) {
    let room = Room::new(pool);
    let page = room.get("/me", &room.editor("ada@example.org").await).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("<bdi>Ada</bdi>") && page.body.contains("Editor"));
    assert!(page.body.contains(r#"<form method="post" action="/signout">"#));
    for part in &PAGES[1..] {
        assert!(page.body.contains(&format!(r#"href="{part}""#)), "{part}");
    }
    let page = room.get("/me", &reader(&room, "bo@example.org").await).await;
    assert!(page.body.contains("bo@example.org") && !page.body.contains("Editor"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_stranger_is_asked_to_sign_in_first_and_nothing_is_done(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    for page in PAGES {
        let answer = room.get(page, "").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{page}");
        assert_eq!(answer.location(), format!("/signin?next={page}"));
    }
    let session = uuid_of_a_session(&room).await;
    for (door, form) in [
        ("/me/profile", vec![("name", "Mallory"), ("language", "en")]),
        (
            "/me/password",
            vec![("old", PASSWORD), ("password", "another grey horse")],
        ),
        ("/me/email", vec![("email", "mallory@example.org")]),
        ("/me/email/confirm", vec![("to", "123456")]),
        ("/me/sessions/end", vec![("session", session.as_str())]),
        ("/me/sessions/end-all", vec![]),
        ("/me/export", vec![]),
        ("/me/delete", vec![]),
        ("/me/delete/call-off", vec![]),
    ] {
        let answer = room.post(door, "", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{door}");
        assert!(answer.location().starts_with("/signin?next=/me"), "{door}");
    }
    assert_eq!(room.post("/signout/everywhere", "", &[]).await.location(), "/");
    assert!(db_events(&room, "ada@example.org").await.is_empty());
}

async fn uuid_of_a_session(room: &Room) -> String {
    let id = sqlx::query_scalar!("select session_id from sessions limit 1")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    id.to_string()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_name_is_shown_as_it_is_and_never_as_a_part_of_the_page(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = room.editor("ada@example.org").await;
    sqlx::query!("update accounts set display_name = '<script>alert(1)</script>'")
        .execute(&room.state.pool)
        .await
        .unwrap();
    for page in ["/me", "/me/profile"] {
        let answer = room.get(page, &cookie).await;
        assert!(!answer.body.contains("<script>alert"), "{page}");
        assert!(
            answer.body.contains("script&#62;alert"),
            "{page}: {}",
            answer.body
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_cannot_be_undone_wants_to_know_again_who_it_is(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    room.state.clock.advance(ground::viewer::CONFIRMED_FOR);
    for page in ["/me/email", "/me/export", "/me/delete"] {
        let again = format!("/signin/again?next={}", page.replace('/', "%2F"));
        assert_eq!(room.get(page, &cookie).await.location(), again);
        let form = [("email", "other@example.org")];
        assert_eq!(room.post(page, &cookie, &form).await.location(), again);
    }
    assert!(db_events(&room, "ada@example.org").await.is_empty());
}
