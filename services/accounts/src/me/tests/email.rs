//! Another address.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use super::{db_events, reader};
use crate::{
    letters::postbox::{Postbox, asked_cookie, db_code},
    store::Purpose,
    testing::{Answer, PASSWORD, Room},
};

const OLD: &str = "ada@example.org";
const NEW: &str = "ada@example.net";

/// A reader who asked for a new address; gives their cookies.
async fn asking(room: &Room) -> String {
    let cookie = reader(room, OLD).await;
    let answer = ask(room, &cookie, NEW).await;
    format!("{cookie}; {}", asked_cookie(&answer))
}

async fn ask(room: &Room, cookie: &str, email: &str) -> Answer {
    // Which is the newest is told by time.
    room.state.clock.advance(TimeDelta::seconds(1));
    let answer = room.post("/me/email", cookie, &[("email", email)]).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/me/email/confirm"),
        "{}",
        answer.body
    );
    answer
}

async fn db_emails(room: &Room) -> Vec<String> {
    sqlx::query_scalar!(r#"select email as "email!" from accounts where email is not null order by email"#)
        .fetch_all(&room.state.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn when_both_addresses_agree_it_is_changed(pool: PgPool) {
    let room = Room::new(pool);
    let post = Postbox::of(&room);
    let cookie = asking(&room).await;
    let letters = post.deliver().await;
    for email in [OLD, NEW] {
        assert!(
            letters.iter().any(|mail| mail.contains(&format!("To: {email}"))),
            "{email}"
        );
    }
    let page = room.get("/me/email/confirm", &cookie).await;
    assert!(page.body.contains(r#"name="from""#) && page.body.contains(r#"name="to""#));
    let (from, _) = db_code(&room, Purpose::ChangeFrom, OLD).await;
    let (to, _) = db_code(&room, Purpose::ChangeTo, NEW).await;
    let form = [("from", from.as_str()), ("to", to.as_str())];
    let answer = room.post("/me/email/confirm", &cookie, &form).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/me?done=email")
    );
    assert!(room.get("/me?done=email", &cookie).await.body.contains(NEW));
    assert_eq!(db_emails(&room).await, [NEW]);
    assert_eq!(db_events(&room, NEW).await, ["email_changed"]);
    assert_eq!(room.sign_in(NEW, PASSWORD, "").await.location(), "/me");
    assert_eq!(room.sign_in(OLD, PASSWORD, "").await.location(), "");
    let again = room.post("/me/email/confirm", &cookie, &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "codes work once");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_address_alone_changes_nothing_and_links_work_anywhere(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = asking(&room).await;
    let (to, _) = db_code(&room, Purpose::ChangeTo, NEW).await;
    let answer = room.post("/me/email/confirm", &cookie, &[("to", &to)]).await;
    assert_eq!(answer.location(), "/me/email/confirm");
    assert_eq!(db_emails(&room).await, [OLD]);
    let page = room.get("/me/email/confirm", &cookie).await;
    assert!(page.body.contains(r#"name="from""#) && !page.body.contains(r#"name="to""#));
    let (_, link) = db_code(&room, Purpose::ChangeFrom, OLD).await;
    let path = format!("/me/email/confirm?t={link}");
    for _ in 0..2 {
        let page = room.get(&path, "").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(OLD) && !page.body.contains(NEW));
    }
    assert_eq!(db_emails(&room).await, [OLD], "looking uses nothing up");
    let answer = room.post("/me/email/confirm", "", &[("t", &link)]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("set-cookie"), "", "a link signs nobody in");
    assert_eq!(db_emails(&room).await, [NEW]);
    assert_eq!(room.get(&path, "").await.status, StatusCode::GONE);
}

/// A thief of the session has their own address confirmed and waits for the owner to confirm something else.
#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_agrees_to_one_change_has_not_agreed_to_another(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = asking(&room).await;
    let (_, thiefs) = db_code(&room, Purpose::ChangeTo, NEW).await;
    let owners = ask(&room, &cookie, "ada@example.com").await;
    let cookie = format!("{}; {}", cookie.split(';').next().unwrap(), asked_cookie(&owners));
    let (from, _) = db_code(&room, Purpose::ChangeFrom, OLD).await;
    let answer = room.post("/me/email/confirm", &cookie, &[("from", &from)]).await;
    assert_eq!(answer.location(), "/me/email/confirm");
    let answer = room.post("/me/email/confirm", "", &[("t", &thiefs)]).await;
    assert_eq!(answer.status, StatusCode::GONE);
    assert_eq!(db_emails(&room).await, [OLD]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_address_that_somebody_has_reads_like_any_other_until_who_reads_there_says_so(pool: PgPool) {
    let room = Room::new(pool);
    room.editor(NEW).await;
    let cookie = reader(&room, OLD).await;
    let free = ask(&room, &cookie, "free@example.net").await;
    let taken = ask(&room, &cookie, &NEW.to_uppercase()).await;
    assert_eq!(free.body, taken.body);
    let names = |answer: &Answer| answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&free), names(&taken));
    let cookie = format!("{cookie}; {}", asked_cookie(&taken));
    let (from, _) = db_code(&room, Purpose::ChangeFrom, OLD).await;
    let (to, _) = db_code(&room, Purpose::ChangeTo, &NEW.to_uppercase()).await;
    let form = [("from", from.as_str()), ("to", to.as_str())];
    let answer = room.post("/me/email/confirm", &cookie, &form).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("another account with the new address"));
    assert_eq!(db_emails(&room).await, [NEW, OLD]);
    assert!(db_events(&room, OLD).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn both_links_at_once_change_it_once(pool: PgPool) {
    let room = Room::new(pool);
    asking(&room).await;
    let (_, from) = db_code(&room, Purpose::ChangeFrom, OLD).await;
    let (_, to) = db_code(&room, Purpose::ChangeTo, NEW).await;
    let (from, to) = ([("t", from.as_str())], [("t", to.as_str())]);
    let (one, two) = tokio::join!(
        room.post("/me/email/confirm", "", &from),
        room.post("/me/email/confirm", "", &to)
    );
    assert_eq!((one.status, two.status), (StatusCode::OK, StatusCode::OK));
    assert_eq!(db_emails(&room).await, [NEW]);
    assert_eq!(db_events(&room, NEW).await, ["email_changed"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn wrong_late_and_other_peoples_codes_open_nothing(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = asking(&room).await;
    let (to, link) = db_code(&room, Purpose::ChangeTo, NEW).await;
    let wrong = if to == "000000" { "000001" } else { "000000" };
    let post =
        async |cookie: &str, to: &str| room.post("/me/email/confirm", cookie, &[("to", to)]).await.status;
    // In another browser that is signed in, too, and by another person in the same browser.
    let elsewhere = room.sign_in(OLD, PASSWORD, "").await.cookie();
    assert_eq!(post(&elsewhere, &to).await, StatusCode::UNPROCESSABLE_ENTITY);
    let bo = reader(&room, "bo@example.org").await;
    let asked = cookie.split("; ").nth(1).unwrap();
    assert_eq!(
        post(&format!("{bo}; {asked}"), &to).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    for hostile in ["", " ", wrong, "<b>", "\u{202e}123456", wrong, wrong] {
        assert_eq!(post(&cookie, hostile).await, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(
        post(&cookie, &to).await,
        StatusCode::UNPROCESSABLE_ENTITY,
        "dead after five wrong ones"
    );
    room.state.clock.advance(TimeDelta::minutes(30));
    let answer = room.post("/me/email/confirm", "", &[("t", &link)]).await;
    assert_eq!(answer.status, StatusCode::GONE);
    let unknown = room
        .post("/me/email/confirm", "", &[("t", "nothing of ours")])
        .await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(
        room.get("/me/email/confirm", &cookie)
            .await
            .body
            .contains("No change is under way")
    );
    assert_eq!(db_emails(&room).await, [OLD, "bo@example.org"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_bad_address_comes_back_with_words_and_a_fourth_in_an_hour_waits(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, OLD).await;
    for (bad, words) in [
        ("", "Please enter your e-mail address."),
        ("ada", "does not look like"),
        ("Ada@Example.org", "This is your address already."),
        ("a@b.c\r\nBcc: x@example.org", "does not look like"),
    ] {
        let answer = room.post("/me/email", &cookie, &[("email", bad)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
        assert!(answer.body.contains(words), "{bad}");
    }
    for n in 0..3 {
        ask(&room, &cookie, &format!("ada{n}@example.net")).await;
    }
    let answer = room.post("/me/email", &cookie, &[("email", NEW)]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_first_address_needs_its_own_code_only(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, OLD).await;
    sqlx::query!("update accounts set email = null, password_hash = null")
        .execute(&room.state.pool)
        .await
        .unwrap();
    let asked = asked_cookie(&ask(&room, &cookie, NEW).await);
    let cookie = format!("{cookie}; {asked}");
    assert!(
        !room
            .get("/me/email/confirm", &cookie)
            .await
            .body
            .contains(r#"name="from""#)
    );
    let (to, _) = db_code(&room, Purpose::ChangeTo, NEW).await;
    let answer = room.post("/me/email/confirm", &cookie, &[("to", &to)]).await;
    assert_eq!(answer.location(), "/me?done=email");
    assert_eq!(db_emails(&room).await, [NEW]);
}
