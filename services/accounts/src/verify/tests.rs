//! Confirming an address: in time and late, here and elsewhere, once, twice and at once.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use crate::{
    letters::postbox::{Postbox, asked_cookie, db_code},
    store::Purpose,
    testing::{Answer, PASSWORD, Room, Table},
};

const EMAIL: &str = "hevi@example.org";

/// Asks for an account; gives the cookie of the browser, the digits and the link.
async fn ask(room: &Room, email: &str) -> (String, String, String) {
    let form = [("name", "Hêvî"), ("email", email), ("password", PASSWORD)];
    let answer = room.post("/register?lang=kmr", "", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let (digits, link) = db_code(room, Purpose::Register, email).await;
    (asked_cookie(&answer), digits, link)
}

async fn typed(room: &Room, cookie: &str, digits: &str) -> Answer {
    room.post("/verify", cookie, &[("code", digits)]).await
}

fn another(digits: &str) -> &'static str {
    if digits == "000000" { "000001" } else { "000000" }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_digits_make_the_account_and_open_it(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, digits, _) = ask(&room, EMAIL).await;
    let spaced = format!(" {} {} ", &digits[..3], &digits[3..]);
    let form = [("code", spaced.as_str()), ("next", "/contribute")];
    let answer = room.post("/verify", &cookie, &form).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/contribute")
    );
    let gone = answer.headers.get_all("set-cookie").iter().any(|set| {
        let set = set.to_str().unwrap();
        set.starts_with("__Host-asked=;") && set.contains("Max-Age=0") && set.contains("Secure")
    });
    assert!(gone, "the browser forgets that it asked");
    assert_eq!(room.who(&answer.cookie()).await, "Hêvî");
    assert_eq!(
        room.get("/desk", &answer.cookie()).await.status,
        StatusCode::NOT_FOUND
    );
    let row = sqlx::query!("select email, role::text, language from accounts")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(
        (row.email.as_deref(), row.role, row.language.as_deref()),
        (Some(EMAIL), None, Some("kmr"))
    );
    let events = sqlx::query_scalar!("select kind from account_events order by kind")
        .fetch_all(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(events, ["registered", "signed_in"]);
    let left = sqlx::query!("select display_name, password_hash, account_id from mail_codes")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert!(left.display_name.is_none() && left.password_hash.is_none() && left.account_id.is_some());
    assert_eq!(room.sign_in(EMAIL, PASSWORD, "").await.location(), "/me");
    let again = typed(&room, &cookie, &digits).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("A mail works once."), "{}", again.body);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_link_works_anywhere_looking_at_it_uses_nothing_up_and_pressing_twice_is_told(pool: PgPool) {
    let room = Room::new(pool);
    let (_, _, link) = ask(&room, EMAIL).await;
    let path = format!("/verify?t={link}");
    for _ in 0..3 {
        let page = room.get(&path, "").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(EMAIL) && page.body.contains(&format!(r#"name="t" value="{link}""#)));
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
    }
    assert_eq!(room.db_count(Table::Accounts).await, 0);
    let answer = room.post("/verify", "", &[("t", &link)]).await;
    // In another browser: whoever typed the address there may be a stranger, so their password opens nothing.
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/me/password")
    );
    assert_eq!(room.who(&answer.cookie()).await, "Hêvî");
    assert_eq!(
        room.sign_in(EMAIL, PASSWORD, "").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    for again in [
        room.post("/verify", "", &[("t", &link)]).await,
        room.get(&path, "").await,
    ] {
        assert_eq!(again.status, StatusCode::GONE);
        assert!(again.body.contains("This mail has been used"));
        assert_eq!(again.header("set-cookie"), "");
    }
    assert_eq!(room.db_count(Table::Accounts).await, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn digits_end_after_ten_minutes_and_the_link_after_thirty(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, digits, link) = ask(&room, EMAIL).await;
    let (_, _, other_link) = ask(&room, "bo@example.org").await;
    room.state.clock.advance(TimeDelta::minutes(10));
    let late = typed(&room, &cookie, &digits).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        late.body.contains("A code works for ten minutes"),
        "{}",
        late.body
    );
    room.state.clock.advance(TimeDelta::seconds(20 * 60 - 1));
    assert_eq!(
        room.post("/verify", "", &[("t", &link)]).await.status,
        StatusCode::SEE_OTHER
    );
    room.state.clock.advance(TimeDelta::seconds(1));
    let late = room.get(&format!("/verify?t={other_link}"), "").await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.body.contains("This mail has ended") && late.body.contains(r#"href="/register""#));
    assert_eq!(
        room.post("/verify", "", &[("t", &other_link)]).await.status,
        StatusCode::GONE
    );
    assert_eq!(room.db_count(Table::Accounts).await, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn digits_work_only_in_the_browser_that_asked(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, digits, _) = ask(&room, EMAIL).await;
    let (others, ..) = ask(&room, "bo@example.org").await;
    for elsewhere in ["", "__Host-asked=x", "__Host-asked="] {
        let answer = typed(&room, elsewhere, &digits).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            answer.body.contains("only in the browser in which you asked"),
            "{}",
            answer.body
        );
    }
    let wrong = typed(&room, &others, &digits).await;
    assert!(
        wrong.body.contains("This is not the code that we sent."),
        "{}",
        wrong.body
    );
    assert_eq!(room.db_count(Table::Accounts).await, 0);
    assert_eq!(typed(&room, &cookie, &digits).await.status, StatusCode::SEE_OTHER);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn after_five_wrong_ones_the_right_one_is_refused_too_and_the_link_still_works(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, digits, link) = ask(&room, EMAIL).await;
    for _ in 0..5 {
        let wrong = typed(&room, &cookie, another(&digits)).await;
        assert!(
            wrong.body.contains("This is not the code that we sent."),
            "{}",
            wrong.body
        );
    }
    for shown in [another(&digits), &digits] {
        let dead = typed(&room, &cookie, shown).await;
        assert_eq!(dead.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(dead.body.contains("Too many wrong codes"), "{}", dead.body);
    }
    assert_eq!(
        room.post("/verify", "", &[("t", &link)]).await.status,
        StatusCode::SEE_OTHER
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn asking_anew_gives_no_more_than_ten_tries_a_day_for_one_address(pool: PgPool) {
    let room = Room::new(pool);
    for _ in 0..2 {
        let (cookie, digits, _) = ask(&room, EMAIL).await;
        for _ in 0..5 {
            typed(&room, &cookie, another(&digits)).await;
        }
        room.state.clock.advance(TimeDelta::hours(1));
    }
    let (cookie, digits, link) = ask(&room, "Hevi@Example.org").await;
    assert!(
        typed(&room, &cookie, &digits)
            .await
            .body
            .contains("Too many wrong codes")
    );
    assert_eq!(room.db_count(Table::Accounts).await, 0);
    assert_eq!(
        room.post("/verify", "", &[("t", &link)]).await.status,
        StatusCode::SEE_OTHER
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn thirty_wrong_ones_at_once_are_no_more_than_five(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, digits, _) = ask(&room, EMAIL).await;
    let all = (0..30).map(|_| typed(&room, &cookie, another(&digits)));
    let answers = futures_util::future::join_all(all).await;
    let wrong = answers
        .iter()
        .filter(|answer| answer.body.contains("This is not the code"));
    assert_eq!(wrong.count(), 5);
    assert!(
        typed(&room, &cookie, &digits)
            .await
            .body
            .contains("Too many wrong codes")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_at_once_one_makes_the_account_and_the_other_is_told(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, digits, link) = ask(&room, EMAIL).await;
    let form = [("t", link.as_str())];
    let (one, other) = tokio::join!(typed(&room, &cookie, &digits), room.post("/verify", "", &form));
    let mut statuses = [one.status, other.status];
    statuses.sort();
    assert_eq!(statuses[0], StatusCode::SEE_OTHER);
    assert!(
        [StatusCode::GONE, StatusCode::UNPROCESSABLE_ENTITY].contains(&statuses[1]),
        "{statuses:?}"
    );
    assert_eq!(room.db_count(Table::Accounts).await, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_who_asked_with_one_address_get_one_account_and_the_mails_of_the_other_end(pool: PgPool) {
    let room = Room::new(pool);
    let (mine, my_digits, my_link) = ask(&room, EMAIL).await;
    room.state.clock.advance(TimeDelta::seconds(1));
    let (theirs, their_digits, their_link) = ask(&room, "HEVI@example.org").await;
    let (one, other) = tokio::join!(
        typed(&room, &mine, &my_digits),
        typed(&room, &theirs, &their_digits)
    );
    let made = [&one, &other]
        .iter()
        .filter(|answer| answer.status == StatusCode::SEE_OTHER)
        .count();
    assert_eq!(made, 1, "{} {}", one.body, other.body);
    for link in [my_link, their_link] {
        assert_eq!(
            room.get(&format!("/verify?t={link}"), "").await.status,
            StatusCode::GONE
        );
    }
    assert_eq!(room.db_count(Table::Accounts).await, 1);
    let hashes =
        sqlx::query_scalar!("select count(password_hash) from mail_codes").fetch_one(&room.state.pool);
    assert_eq!(hashes.await.unwrap(), Some(0));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_was_invited_meanwhile_is_told_that_the_address_has_an_account(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, digits, link) = ask(&room, EMAIL).await;
    room.editor(EMAIL).await;
    for answer in [
        typed(&room, &cookie, &digits).await,
        room.post("/verify", "", &[("t", &link)]).await,
    ] {
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(
            answer
                .body
                .contains("There is an account with this e-mail address already.")
        );
    }
    assert_eq!(room.db_count(Table::Accounts).await, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_no_link_of_ours_or_one_of_another_door_opens_nothing(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    room.post("/forgot", "", &[("email", "ada@example.org")]).await;
    let (digits, reset) = db_code(&room, Purpose::Reset, "ada@example.org").await;
    for bad in [
        "x",
        "%00",
        "../../etc",
        reset.as_str(),
        &"A".repeat(54),
        &"A".repeat(5000),
    ] {
        let page = room.get(&format!("/verify?t={bad}"), "").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{bad}");
        assert!(page.body.contains("We do not know this link"));
        let posted = room.post("/verify", "", &[("t", bad), ("code", &digits)]).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND, "{bad}");
    }
    assert_eq!(
        room.post("/verify", "", &[]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_day_after_its_end_a_code_is_forgotten_with_its_letter(pool: PgPool) {
    let room = Room::new(pool);
    let (_, _, link) = ask(&room, EMAIL).await;
    let sweep = async || {
        let mut conn = room.state.pool.acquire().await.unwrap();
        crate::mail_codes::sweep(&mut conn, room.state.clock.now())
            .await
            .unwrap()
    };
    room.state.clock.advance(TimeDelta::days(1));
    assert_eq!(sweep().await, 0);
    room.state.clock.advance(TimeDelta::minutes(30));
    assert_eq!(sweep().await, 1);
    assert_eq!(
        room.get(&format!("/verify?t={link}"), "").await.status,
        StatusCode::NOT_FOUND
    );
    assert!(Postbox::of(&room).deliver().await.is_empty());
}
