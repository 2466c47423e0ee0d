//! An app of one's own account: `/me/second`, `/me/second/app`.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use crate::{
    second::{
        testing::{between, codes_of},
        totp::AppSecret,
    },
    testing::{PASSWORD, Room},
};

const EMAIL: &str = "ada@example.org";

async fn start(room: &Room, cookie: &str) -> AppSecret {
    assert_eq!(
        room.post("/me/second/app", cookie, &[]).await.location(),
        "/me/second/app"
    );
    let page = room.get("/me/second/app", cookie).await;
    AppSecret::from_text(between(&page.body, "data-secret>", "<"))
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_needs_none_may_have_an_app_and_lose_it_again(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = room.editor(EMAIL).await;
    let page = room.get("/me/second", &cookie).await;
    assert!(page.body.contains(r#"action="/me/second/app""#) && !page.body.contains("/me/second/codes"));
    let secret = start(&room, &cookie).await;
    assert_eq!(
        room.sign_in(EMAIL, PASSWORD, "").await.location(),
        "/desk",
        "an app without its first code does not count"
    );
    let answer = room
        .post("/me/second/app/code", &cookie, &[("code", &*room.code(&secret))])
        .await;
    assert_eq!(codes_of(&answer).len(), 10);
    assert_eq!(
        room.sign_in(EMAIL, PASSWORD, "").await.location(),
        "/signin/second"
    );
    for _ in 0..2 {
        let answer = room.post("/me/second/app/remove", &cookie, &[]).await;
        assert_eq!(answer.location(), "/me/second", "twice is once");
    }
    assert_eq!(room.sign_in(EMAIL, PASSWORD, "").await.location(), "/desk");
    assert_eq!(
        room.post("/me/second/codes", &cookie, &[]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(room.db_count_events(EMAIL, "app_removed").await, 1);
    assert!(
        !room.db_dump_factors().await.contains("code_hash"),
        "nothing is left"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn another_phone_takes_the_place_of_the_old_one_with_its_first_code(pool: PgPool) {
    let room = Room::strict(pool);
    let (cookie, old) = room.editor_with_app(EMAIL).await;
    let new = start(&room, &cookie).await;
    assert_ne!(new.text(), old.text());
    room.state.clock.advance(TimeDelta::seconds(30));
    let half = room.sign_in(EMAIL, PASSWORD, "").await.cookie();
    let send = async |half: &str, secret: &AppSecret| {
        let form = [("act", "code"), ("code", &*room.code(secret))];
        room.post("/signin/second", half, &form).await.status
    };
    assert_eq!(
        send(&half, &new).await,
        StatusCode::UNPROCESSABLE_ENTITY,
        "not yet"
    );
    assert_eq!(send(&half, &old).await, StatusCode::SEE_OTHER);
    let answer = room
        .post("/me/second/app/code", &cookie, &[("code", &*room.code(&new))])
        .await;
    assert_eq!(answer.location(), "/me/second", "the recovery codes stay");
    room.state.clock.advance(TimeDelta::seconds(30));
    let half = room.sign_in(EMAIL, PASSWORD, "").await.cookie();
    assert_eq!(send(&half, &old).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send(&half, &new).await, StatusCode::SEE_OTHER);
    assert_eq!(
        room.get("/me/second/app", &cookie).await.location(),
        "/me/second",
        "nothing waits"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_wrong_first_code_is_refused_and_the_secret_stays(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = room.editor(EMAIL).await;
    let secret = start(&room, &cookie).await;
    let answer = room
        .post("/me/second/app/code", &cookie, &[("code", "<b>123")])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(&secret.text()) && !answer.body.contains("<b>123"));
    let code = room.code(&secret);
    let form = [("code", &*code)];
    let (one, two) = tokio::join!(
        room.post("/me/second/app/code", &cookie, &form),
        room.post("/me/second/app/code", &cookie, &form)
    );
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(
        statuses,
        [StatusCode::OK, StatusCode::SEE_OTHER],
        "of two at once one counts"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn staff_keeps_its_last_factor(pool: PgPool) {
    let room = Room::strict(pool);
    let (cookie, _) = room.editor_with_app(EMAIL).await;
    let answer = room.post("/me/second/app/remove", &cookie, &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("This is your only second step"),
        "{}",
        answer.body
    );
    assert_eq!(
        room.sign_in(EMAIL, PASSWORD, "").await.location(),
        "/signin/second"
    );
    assert!(
        room.get("/me/second", &cookie)
            .await
            .body
            .contains("\u{2068}10\u{2069} codes are left.")
    );
    room.db_take_all_roles().await;
    assert_eq!(
        room.post("/me/second/app/remove", &cookie, &[]).await.location(),
        "/me/second"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn adding_and_removing_wants_to_know_again_who_it_is(pool: PgPool) {
    let room = Room::strict(pool);
    let (cookie, _) = room.editor_with_app(EMAIL).await;
    room.post("/me/second/app", &cookie, &[]).await;
    room.state.clock.advance(TimeDelta::minutes(5));
    assert_eq!(
        room.get("/me/second", &cookie).await.status,
        StatusCode::OK,
        "looking is free"
    );
    let again = "/signin/again?next=%2Fme%2Fsecond";
    for path in [
        "/me/second/app",
        "/me/second/app/remove",
        "/me/second/codes",
        "/me/second/passkey",
        "/me/second/passkey/start",
    ] {
        assert_eq!(room.post(path, &cookie, &[]).await.location(), again, "{path}");
    }
    let form = [("id", "AAAA")];
    assert_eq!(
        room.post("/me/second/passkey/remove", &cookie, &form)
            .await
            .location(),
        again
    );
    let again = "/signin/again?next=%2Fme%2Fsecond%2Fapp";
    assert_eq!(
        room.get("/me/second/app", &cookie).await.location(),
        again,
        "it shows a secret"
    );
    assert_eq!(
        room.post("/me/second/app/code", &cookie, &[("code", "1")])
            .await
            .location(),
        again
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_stranger_is_asked_to_sign_in_first(pool: PgPool) {
    let room = Room::new(pool);
    for path in ["/me/second", "/me/second/app"] {
        assert_eq!(room.get(path, "").await.location(), "/signin?next=/me/second");
    }
    for path in [
        "/me/second/app",
        "/me/second/app/code",
        "/me/second/app/remove",
        "/me/second/codes",
    ] {
        assert_eq!(
            room.post(path, "", &[]).await.location(),
            "/signin?next=/me/second"
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_types_is_not_signed_out(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = room.editor(EMAIL).await;
    for _ in 0..12 {
        room.state.clock.advance(TimeDelta::minutes(5));
        let answer = room.get("/me/alive", &cookie).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (StatusCode::NO_CONTENT, "")
        );
    }
    assert_eq!(room.who(&cookie).await, "Ada");
    assert_eq!(room.get("/me/alive", "").await.status, StatusCode::NOT_FOUND);
    let page = room.get("/me/second", &cookie).await.body;
    assert!(page.contains(r#"data-module="keep-alive" data-src="/me/alive""#));
    room.db_take_all_roles().await;
    assert!(!room.get("/me/second", &cookie).await.body.contains("keep-alive"));
}
