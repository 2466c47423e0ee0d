//! Passkeys: made, shown without a name, as second factor, as step-up; and all that is not right about them.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use crate::{
    second::testing::{SoftKey, codes_of, form},
    testing::{Answer, PASSWORD, Room, site},
};

const EMAIL: &str = "ada@example.org";
const MINE: &str = "/me/second/passkey";
const SIGN_IN: &str = "/signin/passkey";
const SECOND: &str = "/signin/second";
pub(super) const WRONG: &str = "This passkey does not open anything here.";
const LATE: &str = "This took longer than five minutes, or it was sent twice.";

pub(super) async fn ask(room: &Room, door: &str, cookie: &str) -> Answer {
    room.post(&format!("{door}/passkey/start"), cookie, &[]).await
}

/// Makes a passkey for who is signed in.
pub(super) async fn add(room: &Room, cookie: &str, key: &mut SoftKey, name: &str) -> Answer {
    let answer = key.answer(&ask(room, "/me/second", cookie).await);
    room.post(MINE, cookie, &form(&[("name", name)], &answer)).await
}

/// Signs in with nothing but the key.
pub(super) async fn sign_in(room: &Room, key: &mut SoftKey) -> Answer {
    let answer = key.answer(&ask(room, "/signin", "").await);
    room.post(SIGN_IN, "", &form(&[], &answer)).await
}

pub(super) async fn with_key(room: &Room, email: &str) -> (String, SoftKey) {
    let mut key = SoftKey::new();
    let cookie = room.editor(email).await;
    assert_eq!(codes_of(&add(room, &cookie, &mut key, "").await).len(), 10);
    (cookie, key)
}

#[track_caller]
pub(super) fn refused(answer: &Answer, words: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
    assert!(answer.body.contains(words), "{}", answer.body);
    assert_eq!(answer.header("set-cookie"), "");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_passkey_signs_in_without_a_name_or_a_second_factor(pool: PgPool) {
    let room = Room::strict(pool);
    let mut key = SoftKey::new();
    let half = room.editor(EMAIL).await;
    // An invited editor chooses a passkey instead of an app.
    let answer = key.answer(&ask(&room, SECOND, &half).await);
    let made = room
        .post(SECOND, &half, &form(&[("act", "passkey")], &answer))
        .await;
    assert_eq!(codes_of(&made).len(), 10);
    assert_eq!(room.get("/desk", &made.cookie()).await.body, "Editor");
    let answer = sign_in(&room, &mut key).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/desk")
    );
    assert_eq!(room.get("/desk", &answer.cookie()).await.body, "Editor");
    assert_eq!(
        room.db_events(EMAIL).await,
        [
            "codes_made",
            "passkey_added",
            "registered",
            "signed_in",
            "signed_in"
        ]
    );
    let page = room.get("/signin?next=/desk", "").await.body;
    assert!(page.contains(r#"data-start="/signin/passkey/start""#), "{page}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_page_of_ours_is_kept_through_signing_in_and_no_other(pool: PgPool) {
    let room = Room::new(pool);
    let (_, mut key) = with_key(&room, EMAIL).await;
    for (next, location) in [
        ("/desk?queue=new", "/desk?queue=new"),
        ("//evil.example", "/desk"),
    ] {
        let answer = key.answer(&ask(&room, "/signin", "").await);
        let answer = room.post(SIGN_IN, "", &form(&[("next", next)], &answer)).await;
        assert_eq!(answer.location(), location);
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_passkey_is_a_second_factor_after_the_password(pool: PgPool) {
    let room = Room::strict(pool);
    let (_, mut key) = {
        let mut key = SoftKey::new();
        let (cookie, _) = room.editor_with_app(EMAIL).await;
        assert_eq!(add(&room, &cookie, &mut key, "").await.location(), "/me/second");
        (cookie, key)
    };
    let half = room.sign_in(EMAIL, PASSWORD, "").await.cookie();
    let question = ask(&room, SECOND, &half).await;
    assert!(question.body.contains("allowCredentials") && question.body.contains("public-key"));
    let answer = key.answer(&question);
    let fields = form(&[("act", "passkey")], &answer);
    let (one, two) = tokio::join!(
        room.post(SECOND, &half, &fields),
        room.post(SECOND, &half, &fields)
    );
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(
        statuses,
        [StatusCode::SEE_OTHER, StatusCode::GONE],
        "of two at once one gets in"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_passkey_shows_again_who_one_is(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, mut key) = with_key(&room, EMAIL).await;
    let (_, mut others) = with_key(&room, "bo@example.org").await;
    room.state.clock.advance(TimeDelta::minutes(5));
    let again = "/signin/again";
    let again_with = async |key: &mut SoftKey| {
        let answer = key.answer(&ask(&room, again, &cookie).await);
        room.post(
            again,
            &cookie,
            &form(&[("act", "passkey"), ("next", "/me/second")], &answer),
        )
        .await
    };
    refused(&again_with(&mut others).await, WRONG);
    assert_ne!(ask(&room, "/me/second", &cookie).await.status, StatusCode::OK);
    assert_eq!(again_with(&mut key).await.location(), "/me/second");
    assert_eq!(ask(&room, "/me/second", &cookie).await.status, StatusCode::OK);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_counter_that_goes_back_is_refused_and_written_down(pool: PgPool) {
    let room = Room::new(pool);
    let (_, mut key) = with_key(&room, EMAIL).await;
    let mut copy = key.clone();
    assert_eq!(sign_in(&room, &mut key).await.location(), "/desk");
    assert_eq!(sign_in(&room, &mut key).await.location(), "/desk");
    refused(&sign_in(&room, &mut copy).await, WRONG);
    assert_eq!(room.db_count_events(EMAIL, "passkey_copied").await, 1);
    refused(&sign_in(&room, &mut copy).await, WRONG);
    assert_eq!(
        sign_in(&room, &mut key).await.location(),
        "/desk",
        "the first one goes on"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_answers_with_one_counter_do_not_both_pass(pool: PgPool) {
    let room = Room::new(pool);
    let (_, mut key) = with_key(&room, EMAIL).await;
    let mut copy = key.clone();
    // Both questions are asked before either is answered.
    let (one, two) = (ask(&room, "/signin", "").await, ask(&room, "/signin", "").await);
    let (one, two) = (key.answer(&one), copy.answer(&two));
    let (one, two) = (form(&[], &one), form(&[], &two));
    let (one, two) = tokio::join!(room.post(SIGN_IN, "", &one), room.post(SIGN_IN, "", &two));
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(
        statuses,
        [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_question_is_answered_once_within_five_minutes_and_where_it_was_asked(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, mut key) = with_key(&room, EMAIL).await;
    let (others_cookie, _) = with_key(&room, "bo@example.org").await;
    let answer = key.answer(&ask(&room, "/signin", "").await);
    assert_eq!(
        room.post(SIGN_IN, "", &form(&[], &answer)).await.location(),
        "/desk"
    );
    refused(&room.post(SIGN_IN, "", &form(&[], &answer)).await, LATE);

    let answer = key.answer(&ask(&room, "/signin", "").await);
    room.state.clock.advance(TimeDelta::minutes(5));
    refused(&room.post(SIGN_IN, "", &form(&[], &answer)).await, LATE);

    // Asked of Ada, answered for nobody in particular, and the other way round.
    let again = key.answer(&ask(&room, "/signin/again", &cookie).await);
    refused(&room.post(SIGN_IN, "", &form(&[], &again)).await, LATE);
    let again = key.answer(&ask(&room, "/signin", "").await);
    let fields = form(&[("act", "passkey")], &again);
    refused(&room.post("/signin/again", &cookie, &fields).await, LATE);

    // Another person cannot have what was made for Ada, nor she what asks for an old key.
    for cookie in [&cookie, &others_cookie] {
        let fields = [("act", "password"), ("password", PASSWORD)];
        room.post("/signin/again", cookie, &fields).await;
    }
    let made = SoftKey::new().answer(&ask(&room, "/me/second", &cookie).await);
    refused(&room.post(MINE, &others_cookie, &form(&[], &made)).await, LATE);
    let shown = key.answer(&ask(&room, "/signin/again", &cookie).await);
    refused(&room.post(MINE, &cookie, &form(&[], &shown)).await, WRONG);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_no_right_answer_opens_nothing(pool: PgPool) {
    let room = Room::new(pool);
    let (_, key) = with_key(&room, EMAIL).await;
    // Another key, another page, no finger: each but for one thing like the right one.
    for spoil in [
        |key: &mut SoftKey| *key = key.forged(),
        |key: &mut SoftKey| key.id = vec![1; 16],
        |key: &mut SoftKey| key.origin = "https://news.example.evil.example".to_owned(),
        |key: &mut SoftKey| key.origin = "http://news.example".to_owned(),
        |key: &mut SoftKey| key.verifies = false,
    ] {
        let mut spoilt = key.clone();
        spoilt.counter = 100;
        spoil(&mut spoilt);
        refused(&sign_in(&room, &mut spoilt).await, WRONG);
    }
    let mut right = key.clone();
    for text in [
        "",
        "{}",
        "null",
        "[[[[",
        "\"id\"",
        &"{\"a\":".repeat(2000),
        &"x".repeat(17_000),
    ] {
        let mut answer = right.answer(&ask(&room, "/signin", "").await);
        answer[1].1 = text.to_owned();
        refused(&room.post(SIGN_IN, "", &form(&[], &answer)).await, WRONG);
    }
    for fields in [vec![], vec![("ceremony", "x"), ("credential", "{}")]] {
        refused(&room.post(SIGN_IN, "", &fields).await, LATE);
    }
    // Whose key it is must be said by who was not asked by name, and be true.
    for handle in [serde_json::Value::Null, "AAAA".into()] {
        let mut answer = right.answer(&ask(&room, "/signin", "").await);
        let mut said: serde_json::Value = serde_json::from_str(&answer[1].1).unwrap();
        said["response"]["userHandle"] = handle;
        answer[1].1 = said.to_string();
        refused(&room.post(SIGN_IN, "", &form(&[], &answer)).await, WRONG);
    }
    assert_eq!(
        room.db_count_events(EMAIL, "sign_in_failed").await,
        4,
        "an id that is nobody's is nobody's failure"
    );
    assert_eq!(sign_in(&room, &mut right).await.location(), "/desk");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_was_removed_hears_what_a_wrong_key_hears(pool: PgPool) {
    let room = Room::new(pool);
    let (_, mut key) = with_key(&room, EMAIL).await;
    room.db_deactivate_all().await;
    refused(&sign_in(&room, &mut key).await, WRONG);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn where_no_passkey_can_be_bound_none_is_offered_and_the_page_says_why(pool: PgPool) {
    let mut room = Room::new(pool);
    room.editor(EMAIL).await;
    let mut site = site();
    site.base_url = "http://127.0.0.1:8080".parse().unwrap();
    room.restart(|state| state.site = Arc::new(site));
    let cookie = room.sign_in(EMAIL, PASSWORD, "").await.cookie();
    let page = room.get("/me/second", &cookie).await.body;
    assert!(page.contains("Passkeys are not possible here") && !page.contains("data-start"));
    assert!(!room.get("/signin", "").await.body.contains("data-start"));
    for (door, cookie) in [("/me/second", &*cookie), ("/signin", "")] {
        assert_eq!(ask(&room, door, cookie).await.status, StatusCode::NOT_FOUND);
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn on_this_machine_by_its_name_passkeys_work_without_tls(pool: PgPool) {
    let mut room = Room::new(pool);
    room.editor(EMAIL).await;
    let mut site = site();
    site.base_url = "http://localhost:8080".parse().unwrap();
    room.restart(|state| state.site = Arc::new(site));
    let cookie = room.sign_in(EMAIL, PASSWORD, "").await.cookie();
    let mut key = SoftKey::new();
    key.origin = "http://localhost:8080".to_owned();
    assert_eq!(codes_of(&add(&room, &cookie, &mut key, "").await).len(), 10);
    assert_eq!(sign_in(&room, &mut key).await.location(), "/desk");
    key.origin = "http://localhost:9090".to_owned();
    refused(&sign_in(&room, &mut key).await, WRONG);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn questions_nobody_answered_do_not_pile_up_and_asking_is_limited(pool: PgPool) {
    let mut room = Room::new(pool);
    for _ in 0..3 {
        ask(&room, "/signin", "").await;
    }
    room.state.clock.advance(TimeDelta::minutes(5));
    let question = ask(&room, "/signin", "").await;
    let ceremony: serde_json::Value = serde_json::from_str(&question.body).unwrap();
    let dump = room.db_dump_factors().await;
    assert_eq!(dump.matches("ceremony_hash").count(), 1);
    assert!(!dump.contains(ceremony["ceremony"].as_str().unwrap()));
    let limiter = ground::web::Limiter::new(
        room.state.clock.clone(),
        std::time::Duration::from_mins(1),
        2,
        100,
    );
    room.restart(|state| state.sign_ins = limiter);
    for status in [StatusCode::OK, StatusCode::OK, StatusCode::TOO_MANY_REQUESTS] {
        assert_eq!(ask(&room, "/signin", "").await.status, status);
    }
}
