//! Signing in as a browser, a guesser, or fifty at once, try it.

use std::{fs, path::Path, sync::Arc, time::Duration};

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::web::Limiter;
use sqlx::PgPool;
use url::Url;

use crate::{
    Passwords,
    passwords::cost,
    testing::{Answer, PASSWORD, Room},
};

/// What a person is told, without what differs in every answer: the nonce, and the time it took.
fn told(answer: &Answer) -> String {
    let main = answer.body.split("<main").nth(1).unwrap();
    main.split("</main>").next().unwrap().to_owned()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_right_password_opens_the_desk(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    assert_eq!(room.get("/desk", "").await.status, StatusCode::NOT_FOUND);
    let answer = room.sign_in(" Ada@Example.org ", PASSWORD, "").await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/desk")
    );
    let set = answer.set_cookie("__Host-sid=");
    for part in ["; HttpOnly", "; Secure", "; SameSite=Lax", "; Path=/"] {
        assert!(set.contains(part), "{part} in {set}");
    }
    assert!(!set.contains("Domain"));
    assert_eq!(room.get("/desk", &answer.cookie()).await.body, "Editor");
    assert_eq!(room.get("/signin", &answer.cookie()).await.location(), "/desk");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn without_tls_the_cookie_has_a_plain_name(pool: PgPool) {
    let mut room = Room::new(pool);
    let mut site = crate::testing::site();
    site.base_url = "http://127.0.0.1:8080".parse().unwrap();
    room.editor("ada@example.org").await;
    room.restart(|state| state.site = Arc::new(site));
    let answer = room.sign_in("ada@example.org", PASSWORD, "").await;
    assert!(!answer.set_cookie("sid=").contains("Secure"));
    assert_eq!(room.who(&answer.cookie()).await, "Ada");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn wrong_unknown_and_deactivated_read_the_same(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    let wrong = room
        .sign_in("ada@example.org", "a grey horse in the sun", "")
        .await;
    let unknown = room
        .sign_in("bob@example.org", "a grey horse in the sun", "")
        .await;
    let no_address = room.sign_in("ada", "a grey horse in the sun", "").await;
    room.db_deactivate_all().await;
    let deactivated = room.sign_in("ada@example.org", PASSWORD, "").await;
    assert!(
        wrong
            .body
            .contains("The e-mail address or the password is not right.")
    );
    assert!(!wrong.body.contains("horse"), "a password is never sent back");
    assert!(
        wrong.body.contains(r#"value="ada@example.org""#),
        "what was typed is kept"
    );
    for answer in [&wrong, &unknown, &no_address, &deactivated] {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.header("set-cookie"), "");
        let neutral = told(answer).replace("bob@example.org", "ada@example.org");
        assert_eq!(
            neutral.replace(r#"value="ada""#, r#"value="ada@example.org""#),
            told(&wrong)
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_unknown_address_costs_a_hash_too(pool: PgPool) {
    let room = Room::new(pool);
    assert_eq!(room.state.passwords.peak(), 0);
    room.sign_in("nobody@example.org", PASSWORD, "").await;
    assert_eq!(room.state.passwords.peak(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn empty_fields_are_named_and_nothing_is_hashed(pool: PgPool) {
    let room = Room::new(pool);
    let answer = room.post("/signin", "", &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains(r##"href="#email""##) && answer.body.contains(r##"href="#password""##));
    assert_eq!(room.state.passwords.peak(), 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn someone_without_a_role_is_led_to_their_account(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    room.db_take_all_roles().await;
    assert_eq!(
        room.sign_in("ada@example.org", PASSWORD, "").await.location(),
        "/me"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_hash_of_another_cost_is_made_anew_at_the_next_sign_in(pool: PgPool) {
    let mut room = Room::new(pool);
    room.editor("ada@example.org").await;
    let before = room.db_password_hash().await;
    room.sign_in("ada@example.org", PASSWORD, "").await;
    assert_eq!(room.db_password_hash().await, before);
    room.restart(|state| state.passwords = Passwords::with_cost(cost(16, 2)));
    assert_eq!(
        room.sign_in("ada@example.org", "a wrong password", "")
            .await
            .location(),
        ""
    );
    assert_eq!(room.db_password_hash().await, before);
    assert_eq!(
        room.sign_in("ada@example.org", PASSWORD, "").await.location(),
        "/desk"
    );
    assert!(
        room.db_password_hash()
            .await
            .starts_with("$argon2id$v=19$m=16,t=2,p=1$")
    );
    assert_eq!(
        room.sign_in("ada@example.org", PASSWORD, "").await.location(),
        "/desk"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_page_of_ours_is_kept_through_signing_in(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    let form = room.get("/signin?next=/desk%3Fqueue%3Dnew", "").await;
    assert!(
        form.body.contains(r#"name="next" value="/desk?queue=new""#),
        "{}",
        form.body
    );
    let form = [
        ("email", "ada@example.org"),
        ("password", PASSWORD),
        ("next", "/desk?queue=new"),
    ];
    assert_eq!(
        room.post("/signin", "", &form).await.location(),
        "/desk?queue=new"
    );
    let form = [
        ("email", "ada@example.org"),
        ("password", "wrong"),
        ("next", "/desk?queue=new"),
    ];
    assert!(
        room.post("/signin", "", &form)
            .await
            .body
            .contains(r#"value="/desk?queue=new""#)
    );
    let form = room.get("/signin?next=//evil.example", "").await;
    assert!(!form.body.contains("evil.example"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn no_known_redirect_payload_leaves_the_site(pool: PgPool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/e-text/redirect");
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("skipped: there is no corpus of redirect payloads beside this checkout");
        return;
    };
    let mut room = Room::new(pool);
    let cookie = room.editor("ada@example.org").await;
    let base = room.state.site.base_url.clone();
    let mut tried = 0;
    for entry in entries {
        let text = fs::read(entry.unwrap().path()).unwrap();
        for payload in String::from_utf8_lossy(&text).lines() {
            room.restart(|_| {});
            let form = [
                ("email", "ada@example.org"),
                ("password", PASSWORD),
                ("next", payload),
            ];
            let answer = room.post("/signin", "", &form).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{payload}");
            let query = url::form_urlencoded::Serializer::new(String::new())
                .append_pair("next", payload)
                .finish();
            let signed_in = room.get(&format!("/signin?{query}"), &cookie).await;
            for location in [answer.location(), signed_in.location()] {
                let lands = base.join(location).unwrap();
                assert_eq!(lands.origin(), base.origin(), "{payload} leads to {lands}");
                assert!(
                    location.starts_with('/') && !location.starts_with("//"),
                    "{payload}"
                );
                assert!(
                    !location.contains('\\') && Url::parse(location).is_err(),
                    "{payload}"
                );
            }
            tried += 1;
        }
    }
    assert!(tried > 200, "{tried}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn fifty_at_once_never_take_the_memory_of_more_than_two(pool: PgPool) {
    let mut room = Room::new(pool);
    room.restart(|state| state.passwords = Passwords::with_cost(cost(4096, 2)));
    let addresses: Vec<String> = (0..50).map(|n| format!("reader{n}@example.org")).collect();
    let all = addresses.iter().map(|email| room.sign_in(email, PASSWORD, ""));
    let answers = futures_util::future::join_all(all).await;
    let count = |status| answers.iter().filter(|answer| answer.status == status).count();
    // Who would wait too long is told so at once.
    let (served, late) = (
        count(StatusCode::UNPROCESSABLE_ENTITY),
        count(StatusCode::TOO_MANY_REQUESTS),
    );
    assert!(
        served >= 30 && served + late == 50,
        "{served} served, {late} late"
    );
    assert_eq!(room.state.passwords.peak(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_eleventh_try_of_a_source_waits(pool: PgPool) {
    let mut room = Room::new(pool);
    let limiter = Limiter::new(room.state.clock.clone(), Duration::from_mins(1), 10, 1000);
    room.restart(|state| state.sign_ins = limiter);
    for n in 0..10 {
        let answer = room
            .sign_in(&format!("reader{n}@example.org"), PASSWORD, "")
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = room.sign_in("reader@example.org", PASSWORD, "").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header("retry-after"), "61");
    assert!(answer.body.contains("<main"), "in words: {}", answer.body);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn guessing_slows_an_account_down_known_or_not_but_never_shuts_it(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    for email in ["ada@example.org", "unknown@example.org"] {
        for _ in 0..10 {
            let answer = room.sign_in(email, "a wrong password", "").await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let answer = room.sign_in(email, PASSWORD, "").await;
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (StatusCode::TOO_MANY_REQUESTS, "1")
        );
    }
    room.state.clock.advance(TimeDelta::seconds(60));
    assert_eq!(
        room.sign_in("ada@example.org", PASSWORD, "").await.location(),
        "/desk"
    );
}
