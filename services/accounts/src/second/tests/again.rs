//! Showing again who one is.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use crate::testing::{Answer, PASSWORD, Room};

const EMAIL: &str = "ada@example.org";
const HERE: &str = "/signin/again";

async fn send(room: &Room, cookie: &str, act: &str, value: &str) -> Answer {
    let field = if act == "password" { "password" } else { "code" };
    let form = [("act", act), (field, value), ("next", "/me/second/app")];
    room.post(HERE, cookie, &form).await
}

/// Whether what is sensitive may be done.
async fn is_confirmed(room: &Room, cookie: &str) -> bool {
    room.post("/me/second/app", cookie, &[]).await.location() == "/me/second/app"
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_password_confirms_for_five_minutes_and_the_session_stays_the_same(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = room.editor(EMAIL).await;
    assert!(
        is_confirmed(&room, &cookie).await,
        "who just signed in has shown it"
    );
    room.state.clock.advance(TimeDelta::minutes(5));
    assert!(!is_confirmed(&room, &cookie).await);
    let page = room.get("/signin/again?next=/me/second/app", &cookie).await;
    assert!(page.body.contains(r#"name="next" value="/me/second/app""#));
    assert!(page.body.contains(r#"type="password""#) && !page.body.contains("one-time-code"));
    let answer = send(&room, &cookie, "password", PASSWORD).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/me/second/app")
    );
    assert_eq!(answer.header("set-cookie"), "");
    assert!(is_confirmed(&room, &cookie).await);
    room.state
        .clock
        .advance(TimeDelta::minutes(5) - TimeDelta::seconds(1));
    assert!(is_confirmed(&room, &cookie).await);
    room.state.clock.advance(TimeDelta::seconds(1));
    assert!(!is_confirmed(&room, &cookie).await);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_session_confirms_itself_alone(pool: PgPool) {
    let room = Room::new(pool);
    let here = room.editor(EMAIL).await;
    let elsewhere = room.sign_in(EMAIL, PASSWORD, "").await.cookie();
    room.state.clock.advance(TimeDelta::minutes(5));
    send(&room, &here, "password", PASSWORD).await;
    assert!(is_confirmed(&room, &here).await);
    assert!(!is_confirmed(&room, &elsewhere).await);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_code_of_the_app_confirms_once(pool: PgPool) {
    let room = Room::strict(pool);
    let (cookie, secret) = room.editor_with_app(EMAIL).await;
    room.state.clock.advance(TimeDelta::minutes(5));
    assert!(room.get(HERE, &cookie).await.body.contains("one-time-code"));
    let code = room.code(&secret);
    let (one, two) = tokio::join!(
        send(&room, &cookie, "code", &code),
        send(&room, &cookie, "code", &code)
    );
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(
        statuses,
        [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]
    );
    assert!(is_confirmed(&room, &cookie).await);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn wrong_ones_confirm_nothing_are_written_down_and_slow_the_account(pool: PgPool) {
    let room = Room::strict(pool);
    let (cookie, _) = room.editor_with_app(EMAIL).await;
    room.state.clock.advance(TimeDelta::minutes(5));
    let hashes = room.state.passwords.peak();
    for (act, empty) in [
        ("password", "Please enter your password."),
        ("code", "Please type the code."),
    ] {
        let answer = send(&room, &cookie, act, "").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(empty), "{}", answer.body);
    }
    assert_eq!(room.state.passwords.peak(), hashes);
    for (act, value) in [
        ("password", "a grey horse in the sun"),
        ("password", "' or 1=1 --"),
        ("code", "000000"),
        ("code", "<script>"),
        ("password", "x"),
    ] {
        let answer = send(&room, &cookie, act, value).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!answer.body.contains("horse") && !answer.body.contains("<script>"));
        assert!(
            answer.body.contains(r#"value="/me/second/app""#),
            "the way on is kept"
        );
    }
    assert_eq!(room.db_count_events(EMAIL, "sign_in_failed").await, 5);
    let answer = send(&room, &cookie, "password", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!is_confirmed(&room, &cookie).await);
    room.state.clock.advance(TimeDelta::seconds(1));
    assert_eq!(
        send(&room, &cookie, "password", PASSWORD).await.status,
        StatusCode::SEE_OTHER
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_way_on_stays_with_us(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = room.editor(EMAIL).await;
    for evil in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "",
    ] {
        let form = [("act", "password"), ("password", PASSWORD), ("next", evil)];
        assert_eq!(room.post(HERE, &cookie, &form).await.location(), "/me", "{evil}");
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("next", evil)
            .finish();
        let page = room.get(&format!("{HERE}?{query}"), &cookie).await;
        assert!(!page.body.contains("evil.example") && !page.body.contains("alert(1)"));
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_signed_out_signs_in_which_is_as_good(pool: PgPool) {
    let room = Room::new(pool);
    let location = "/signin?next=%2Fme%2Fsecond%2Fapp";
    assert_eq!(
        room.get("/signin/again?next=/me/second/app", "").await.location(),
        location
    );
    assert_eq!(send(&room, "", "password", PASSWORD).await.location(), location);
    assert_eq!(
        room.post("/signin/again/passkey/start", "", &[]).await.status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_comes_by_another_service_alone_is_sent_there_or_told_what_to_do(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = room.editor(EMAIL).await;
    room.db_forget_passwords().await;
    let page = room.get(HERE, &cookie).await.body;
    assert!(!page.contains(r#"type="password""#) && page.contains("Or sign out and sign in again."));
    room.state.clock.advance(TimeDelta::minutes(5));
    let answer = send(&room, &cookie, "password", PASSWORD).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!is_confirmed(&room, &cookie).await);
}
