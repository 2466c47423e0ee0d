//! Choosing a new password: by who forgot it, by a stranger, twice and at once.

use std::sync::Arc;

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use crate::{
    Settings,
    letters::postbox::{Postbox, asked_cookie, db_code},
    store::Purpose,
    testing::{Answer, PASSWORD, Room, Table},
};

const NEW: &str = "seven wet umbrellas";
const EMAIL: &str = "ada@example.org";

/// Asks for a new password and has the mail sent; gives the cookie of the browser, the digits and the link.
async fn ask(room: &Room, email: &str) -> (String, String, String) {
    let answer = room.post("/forgot", "", &[("email", email)]).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/reset")
    );
    Postbox::of(room).deliver().await;
    let (digits, link) = db_code(room, Purpose::Reset, email).await;
    (asked_cookie(&answer), digits, link)
}

async fn typed(room: &Room, cookie: &str, digits: &str) -> Answer {
    room.post("/reset", cookie, &[("code", digits), ("password", NEW)])
        .await
}

async fn linked(room: &Room, link: &str) -> Answer {
    room.post("/reset", "", &[("t", link), ("password", NEW)]).await
}

async fn db_password_is(room: &Room, password: &str) -> bool {
    let hash = room.db_password_hash().await;
    room.state
        .passwords
        .is_right(&password.into(), Some(&hash))
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_new_password_ends_what_was_open_by_the_old_one_and_the_owner_is_told(pool: PgPool) {
    let room = Room::new(pool);
    let elsewhere = room.editor(EMAIL).await;
    let (cookie, digits, _) = ask(&room, EMAIL).await;
    assert!(room.get("/reset", &cookie).await.body.contains(EMAIL));
    let answer = typed(&room, &cookie, &digits).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/desk"),
        "{}",
        answer.body
    );
    assert_eq!(room.who(&answer.cookie()).await, "Ada");
    assert_eq!(room.who(&elsewhere).await, "nobody");
    assert_eq!(room.db_count(Table::Sessions).await, 1);
    assert_eq!(
        room.sign_in(EMAIL, PASSWORD, "").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(room.sign_in(EMAIL, NEW, "").await.location(), "/desk");
    let events = sqlx::query_scalar!("select kind from account_events order by event_id")
        .fetch_all(&room.state.pool)
        .await
        .unwrap();
    assert!(events.contains(&"password_reset".to_owned()), "{events:?}");
    let mails = Postbox::of(&room).deliver().await;
    assert!(mails.len() == 1 && mails[0].contains("was changed"), "{mails:?}");
    assert!(!mails[0].contains(NEW) && !mails[0].contains("Ada"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_unknown_address_gets_the_same_answer_and_nothing_is_sent(pool: PgPool) {
    let room = Room::new(pool);
    room.editor(EMAIL).await;
    let known = room.post("/forgot", "", &[("email", "Ada@example.org")]).await;
    let unknown = room.post("/forgot", "", &[("email", "bo@example.org")]).await;
    assert_eq!(
        (known.status, known.location()),
        (unknown.status, unknown.location())
    );
    assert_eq!(known.body, unknown.body);
    let waiting =
        sqlx::query!("select mail_code_id is not null as \"coded!\", account_id from account_letters")
            .fetch_all(&room.state.pool)
            .await
            .unwrap();
    assert!(waiting.len() == 2 && waiting.iter().all(|row| row.coded && row.account_id.is_none()));
    let mails = Postbox::of(&room).deliver().await;
    assert!(
        mails.len() == 1 && mails[0].contains("To: Ada@example.org"),
        "{mails:?}"
    );
    // Even who finds the digits and the link out comes nowhere.
    let (digits, link) = db_code(&room, Purpose::Reset, "bo@example.org").await;
    let answer = typed(&room, &asked_cookie(&unknown), &digits).await;
    assert!(
        answer.body.contains("This is not the code that we sent."),
        "{}",
        answer.body
    );
    assert_eq!(
        linked(&room, &link).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(room.db_count(Table::Accounts).await, 1);
    for bad in ["", "ada", "ada@example.org\r\nBcc: x@example.org", "<script>@x"] {
        let answer = room.post("/forgot", "", &[("email", bad)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
        assert!(!answer.body.contains("<script>@"));
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_link_works_once_from_anywhere_and_looking_uses_nothing_up(pool: PgPool) {
    let room = Room::new(pool);
    room.editor(EMAIL).await;
    let (_, _, older) = ask(&room, EMAIL).await;
    room.state.clock.advance(TimeDelta::seconds(1));
    let (_, _, link) = ask(&room, EMAIL).await;
    for _ in 0..2 {
        let page = room.get(&format!("/reset?t={link}"), "").await;
        assert!(page.body.contains(EMAIL) && page.body.contains(r#"autocomplete="new-password""#));
    }
    let (one, other) = tokio::join!(linked(&room, &link), linked(&room, &link));
    let mut statuses = [one.status, other.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::GONE]);
    for used in [&link, &older] {
        assert_eq!(
            room.get(&format!("/reset?t={used}"), "").await.status,
            StatusCode::GONE
        );
        assert_eq!(linked(&room, used).await.status, StatusCode::GONE);
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_bad_password_costs_no_try_and_keeps_the_code(pool: PgPool) {
    let room = Room::new(pool);
    room.editor(EMAIL).await;
    let (cookie, digits, link) = ask(&room, EMAIL).await;
    for bad in ["", "short", "password1234", "ada@example.org 1"] {
        for _ in 0..3 {
            let answer = room
                .post("/reset", &cookie, &[("code", &digits), ("password", bad)])
                .await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains(r##"href="#password""##));
        }
        let answer = room.post("/reset", "", &[("t", &link), ("password", bad)]).await;
        assert!(
            answer.body.contains(&format!(r#"name="t" value="{link}""#)),
            "the link is kept"
        );
    }
    let hashed = room.state.passwords.peak();
    let wrong = if digits == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        typed(&room, &cookie, wrong).await;
    }
    assert!(
        typed(&room, &cookie, &digits)
            .await
            .body
            .contains("Too many wrong codes")
    );
    assert_eq!(room.state.passwords.peak(), hashed, "a wrong code costs no hash");
    assert!(db_password_is(&room, PASSWORD).await);
    assert_eq!(linked(&room, &link).await.status, StatusCode::SEE_OTHER);
    assert!(db_password_is(&room, NEW).await);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_ended_is_of_another_door_or_another_browser_opens_nothing(pool: PgPool) {
    let room = Room::new(pool);
    room.editor(EMAIL).await;
    let (cookie, digits, link) = ask(&room, EMAIL).await;
    let form = [
        ("name", "Hêvî"),
        ("email", "hevi@example.org"),
        ("password", PASSWORD),
    ];
    let registering = room.post("/register", "", &form).await;
    let (_, register_link) = db_code(&room, Purpose::Register, "hevi@example.org").await;
    for elsewhere in [String::new(), asked_cookie(&registering)] {
        let answer = typed(&room, &elsewhere, &digits).await;
        assert!(
            answer.body.contains("only in the browser in which you asked"),
            "{}",
            answer.body
        );
    }
    for bad in ["x", &register_link] {
        assert_eq!(linked(&room, bad).await.status, StatusCode::NOT_FOUND);
    }
    room.state.clock.advance(TimeDelta::minutes(10));
    assert!(
        typed(&room, &cookie, &digits)
            .await
            .body
            .contains("A code works for ten minutes")
    );
    room.state.clock.advance(TimeDelta::minutes(20));
    let late = linked(&room, &link).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.body.contains(r#"href="/forgot""#));
    assert!(db_password_is(&room, PASSWORD).await);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_may_not_sign_in_any_more_or_moved_to_another_address_gets_nothing(pool: PgPool) {
    let room = Room::new(pool);
    room.editor(EMAIL).await;
    let (cookie, digits, _) = ask(&room, EMAIL).await;
    sqlx::query!("update accounts set email = 'elsewhere@example.org'")
        .execute(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(
        typed(&room, &cookie, &digits).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let (cookie, digits, link) = ask(&room, "elsewhere@example.org").await;
    room.db_deactivate_all().await;
    assert_eq!(
        typed(&room, &cookie, &digits).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        linked(&room, &link).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    room.post("/forgot", "", &[("email", "elsewhere@example.org")])
        .await;
    assert!(Postbox::of(&room).deliver().await.is_empty());
    assert!(db_password_is(&room, PASSWORD).await);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_second_factor_is_still_asked_for(pool: PgPool) {
    let mut room = Room::new(pool);
    room.editor(EMAIL).await;
    room.restart(|state| {
        let settings = Settings {
            second_factor: true,
            ..(*state.settings).clone()
        };
        state.settings = Arc::new(settings);
    });
    let (cookie, digits, _) = ask(&room, EMAIL).await;
    let answer = typed(&room, &cookie, &digits).await;
    assert_eq!(answer.location(), "/signin/second");
    assert_eq!(room.who(&answer.cookie()).await, "nobody");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_came_by_another_service_may_choose_a_first_password(pool: PgPool) {
    let room = Room::new(pool);
    room.editor(EMAIL).await;
    sqlx::query!("update accounts set password_hash = null, role = null")
        .execute(&room.state.pool)
        .await
        .unwrap();
    let (cookie, digits, _) = ask(&room, EMAIL).await;
    assert_eq!(typed(&room, &cookie, &digits).await.location(), "/me");
    assert!(db_password_is(&room, NEW).await);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_fourth_mail_in_an_hour_is_refused_known_or_not(pool: PgPool) {
    let room = Room::new(pool);
    room.editor(EMAIL).await;
    for email in [EMAIL, "bo@example.org"] {
        for _ in 0..3 {
            assert_eq!(
                room.post("/forgot", "", &[("email", email)]).await.status,
                StatusCode::SEE_OTHER
            );
        }
        let answer = room.post("/forgot", "", &[("email", email)]).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.header("retry-after"), "3601");
    }
}
