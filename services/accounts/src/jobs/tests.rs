//! Letters as they leave: once, again after a failure, and not at all.

use ground::jobs::{self, Runners};
use ground::mail::Mail;
use sqlx::PgPool;

use super::*;
use crate::{
    letters::{self, NewLetter, postbox::Postbox},
    testing::{PASSWORD, Room},
};

async fn post(room: &Room, kind: LetterKind, email: &str, detail: &str) {
    let new = NewLetter {
        kind,
        email,
        account_id: None,
        mail_code_id: None,
        language: None,
        detail,
    };
    let mut conn = room.state.pool.acquire().await.unwrap();
    letters::post_to(&mut conn, &room.state.ids, &new, room.state.clock.now())
        .await
        .unwrap();
}

async fn db_letters(room: &Room) -> Vec<LetterId> {
    let ids = sqlx::query_scalar!("select letter_id from account_letters").fetch_all(&room.state.pool);
    ids.await.unwrap().into_iter().map(LetterId).collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_letter_is_forgotten_once_it_is_sent_and_not_before(pool: PgPool) {
    let room = Room::new(pool);
    post(&room, LetterKind::PasswordChanged, "ada@example.org", "").await;
    let letter_id = db_letters(&room).await[0];
    // Nobody listens there.
    let mail = Mail::smtp("smtp://127.0.0.1:9", "desk@news.example").unwrap();
    let failing = runners(Runners::default(), &room.state, mail);
    assert!(failing.run_pending(&room.state.pool).await.is_err());
    assert_eq!(db_letters(&room).await, [letter_id]);

    let mut conn = room.state.pool.acquire().await.unwrap();
    for _ in 0..2 {
        jobs::enqueue(&mut conn, &SendAccountLetter { letter_id })
            .await
            .unwrap();
    }
    let mails = Postbox::of(&room).deliver().await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("To: ada@example.org") && mails[0].contains("multipart/alternative"));
    assert!(db_letters(&room).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_letter_that_is_sent_again_is_the_same_letter(pool: PgPool) {
    let room = Room::new(pool);
    post(&room, LetterKind::PasswordChanged, "ada@example.org", "").await;
    let letter_id = db_letters(&room).await[0];
    let writer = Writer {
        site: room.state.site.clone(),
        key: room.state.key.clone(),
    };
    let mut conn = room.state.pool.acquire().await.unwrap();
    let row = store::find_letter(&mut conn, letter_id).await.unwrap().unwrap();
    let write = || {
        writer
            .write(&row, LetterKind::PasswordChanged, Written::AsAsked)
            .unwrap()
    };
    let (first, again) = (write(), write());
    assert_eq!(
        (first.key.clone(), first.text, first.html),
        (again.key, again.text, again.html)
    );
    assert!(!first.key.contains(&letter_id.to_string()[..8]));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn no_address_adds_a_header_or_a_recipient(pool: PgPool) {
    let room = Room::new(pool);
    let hostile = [
        "ada@example.org\r\nBcc: x@evil.example",
        "ada@example.org\nSubject: hello",
        "ada@example.org, x@evil.example",
        "Ada <ada@example.org>",
        "\"a\r\nb\"@example.org",
        "",
    ];
    for email in hostile {
        post(&room, LetterKind::PasswordChanged, email, "").await;
    }
    assert!(Postbox::of(&room).deliver().await.is_empty());
    assert!(
        db_letters(&room).await.is_empty(),
        "what cannot be written to is forgotten"
    );
    post(
        &room,
        LetterKind::NewDevice,
        "ada@example.org",
        "x\r\nBcc: x@evil.example",
    )
    .await;
    let mails = Postbox::of(&room).deliver().await;
    let head = mails[0].split("\r\n\r\n").next().unwrap();
    assert!(mails.len() == 1 && !head.contains("evil.example"), "{head}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_letter_whose_code_ended_or_was_used_does_not_leave(pool: PgPool) {
    let room = Room::new(pool);
    let form = |email| [("name", "Hêvî"), ("email", email), ("password", PASSWORD)];
    room.post("/register", "", &form("late@example.org")).await;
    room.state.clock.advance(chrono::TimeDelta::minutes(30));
    room.post("/register", "", &form("used@example.org")).await;
    sqlx::query!("update mail_codes set used_at = now() where email = 'used@example.org'")
        .execute(&room.state.pool)
        .await
        .unwrap();
    assert!(Postbox::of(&room).deliver().await.is_empty());
    assert!(db_letters(&room).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_account_is_written_to_in_its_language_and_who_has_no_address_gets_nothing(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    let account_id = sqlx::query_scalar!("update accounts set language = 'tr' returning account_id")
        .fetch_one(&room.state.pool)
        .await
        .unwrap()
        .into();
    let now = room.state.clock.now();
    let mut conn = room.state.pool.acquire().await.unwrap();
    let kind = LetterKind::SomethingBecame;
    letters::post(&mut conn, &room.state.ids, account_id, kind, "", now)
        .await
        .unwrap();
    let row = store::find_letter(&mut conn, db_letters(&room).await[0])
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (row.email.as_str(), row.language.as_str()),
        ("ada@example.org", "tr")
    );
    assert_eq!(Postbox::of(&room).deliver().await.len(), 1);
    sqlx::query!("update accounts set email = null")
        .execute(&mut *conn)
        .await
        .unwrap();
    letters::post(&mut conn, &room.state.ids, account_id, kind, "", now)
        .await
        .unwrap();
    assert!(db_letters(&room).await.is_empty());
    assert!(Postbox::of(&room).deliver().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_sign_in_with_a_kind_of_device_not_seen_before_is_told_once(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    let postbox = Postbox::of(&room);
    assert!(postbox.deliver().await.is_empty(), "the first sign-in is no news");
    let account_id = sqlx::query_scalar!("select account_id from accounts")
        .fetch_one(&room.state.pool)
        .await
        .unwrap()
        .into();
    let now = room.state.clock.now();
    let mut conn = room.state.pool.acquire().await.unwrap();
    room.sign_in("ada@example.org", PASSWORD, "").await;
    assert!(postbox.deliver().await.is_empty(), "the same device");
    letters::tell_of_new_device(&mut conn, &room.state.ids, account_id, "Firefox · Android", now)
        .await
        .unwrap();
    assert_eq!(postbox.deliver().await.len(), 1);
}
