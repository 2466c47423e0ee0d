//! An invitation as a browser, or two at once, use it.

use chrono::TimeDelta;
use ground::viewer::Role;
use sqlx::PgPool;

use super::*;
use crate::{
    InviteError, first_editor_link, invite,
    testing::{PASSWORD, Room, Table},
};

const GOOD: [(&str, &str); 3] = [
    ("email", "bo@example.org"),
    ("name", "Bo"),
    ("password", PASSWORD),
];

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_invitation_makes_an_account_that_is_signed_in(pool: PgPool) {
    let room = Room::new(pool);
    let link = room.invite(None, Role::Chief).await;
    let page = room.get(&link, "").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Chief editor") && page.body.contains(r#"autocomplete="new-password""#));
    let answer = room.post(&link, "", &GOOD).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/desk")
    );
    assert_eq!(room.get("/desk", &answer.cookie()).await.body, "Chief");
    assert_eq!(room.post("/signout", &answer.cookie(), &[]).await.location(), "/");
    assert_eq!(
        room.sign_in("bo@example.org", PASSWORD, "").await.location(),
        "/desk"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_invitation_for_an_address_is_for_no_other(pool: PgPool) {
    let room = Room::new(pool);
    let link = room.invite(Some("ada@example.org"), Role::Editor).await;
    let page = room.get(&link, "").await;
    assert!(page.body.contains(r#"value="ada@example.org""#) && page.body.contains("readonly"));
    assert_eq!(room.post(&link, "", &GOOD).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        room.sign_in("bo@example.org", PASSWORD, "").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        room.sign_in("ada@example.org", PASSWORD, "").await.location(),
        "/desk"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_link_works_once(pool: PgPool) {
    let room = Room::new(pool);
    let link = room.invite(None, Role::Editor).await;
    assert_eq!(room.post(&link, "", &GOOD).await.status, StatusCode::SEE_OTHER);
    let other = [
        ("email", "cy@example.org"),
        ("name", "Cy"),
        ("password", PASSWORD),
    ];
    for answer in [room.post(&link, "", &other).await, room.get(&link, "").await] {
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.body.contains("An invitation works once.") && answer.body.contains("/signin"));
        assert_eq!(answer.header("set-cookie"), "");
    }
    assert_eq!(room.db_count(Table::Accounts).await, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_at_once_make_one_account(pool: PgPool) {
    let room = Room::new(pool);
    let link = room.invite(None, Role::Editor).await;
    let other = [
        ("email", "cy@example.org"),
        ("name", "Cy"),
        ("password", PASSWORD),
    ];
    // Both have seen an open invitation and a good form before either may use it.
    let held = room.db_hold_invitations().await;
    let release = async {
        room.db_until_waiting(2).await;
        held.rollback().await.unwrap();
    };
    let (one, two, ()) = tokio::join!(room.post(&link, "", &GOOD), room.post(&link, "", &other), release);
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::GONE]);
    assert_eq!(
        (
            room.db_count(Table::Accounts).await,
            room.db_count(Table::Sessions).await
        ),
        (1, 1)
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_link_ends_after_two_days(pool: PgPool) {
    let room = Room::new(pool);
    let link = room.invite(None, Role::Editor).await;
    room.state
        .clock
        .advance(TimeDelta::hours(48) - TimeDelta::seconds(1));
    assert_eq!(room.get(&link, "").await.status, StatusCode::OK);
    room.state.clock.advance(TimeDelta::seconds(1));
    for answer in [room.get(&link, "").await, room.post(&link, "", &GOOD).await] {
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.body.contains("This invitation has ended"));
    }
    assert_eq!(room.db_count(Table::Accounts).await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_unknown_link_says_what_to_do(pool: PgPool) {
    let room = Room::new(pool);
    for answer in [
        room.get("/invite/abc", "").await,
        room.post("/invite/abc", "", &GOOD).await,
    ] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.body.contains("The link may have been cut off"));
    }
    assert_eq!(
        room.state.passwords.peak(),
        0,
        "only a link of ours is worth a hash"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_is_invited_to_what_is_no_address(pool: PgPool) {
    let room = Room::new(pool);
    let mut conn = room.state.pool.acquire().await.unwrap();
    let now = room.state.clock.now();
    for bad in ["", "ada", "ad\u{101}@example.org"] {
        let refused = invite(&mut conn, &room.state.ids, now, Some(bad), Role::Editor).await;
        assert!(matches!(refused, Err(InviteError::Email(_))), "{bad}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn inviting_an_address_again_ends_its_older_link_only(pool: PgPool) {
    let room = Room::new(pool);
    let older = room.invite(Some("ada@example.org"), Role::Editor).await;
    let others = room.invite(Some("bo@example.org"), Role::Editor).await;
    let newer = room.invite(Some("ADA@example.org"), Role::Chief).await;
    assert_eq!(room.get(&older, "").await.status, StatusCode::GONE);
    assert_eq!(room.get(&others, "").await.status, StatusCode::OK);
    assert_eq!(room.get(&newer, "").await.status, StatusCode::OK);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_first_editor_link_is_open_until_there_is_one(pool: PgPool) {
    let room = Room::new(pool);
    let ask = async || {
        let mut conn = room.state.pool.acquire().await.unwrap();
        first_editor_link(&mut conn, &room.state.ids, room.state.clock.now())
            .await
            .unwrap()
    };
    let (older, newer) = (ask().await.unwrap(), ask().await.unwrap());
    assert_eq!(room.get(&older, "").await.status, StatusCode::GONE);
    let answer = room.post(&newer, "", &GOOD).await;
    assert_eq!(room.get("/desk", &answer.cookie()).await.body, "Admin");
    assert_eq!(ask().await, None);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn once_there_is_an_editor_a_printed_first_link_is_worth_nothing(pool: PgPool) {
    let room = Room::new(pool);
    let mut conn = room.state.pool.acquire().await.unwrap();
    let now = room.state.clock.now();
    let link = first_editor_link(&mut conn, &room.state.ids, now)
        .await
        .unwrap()
        .unwrap();
    room.editor("ada@example.org").await;
    assert_eq!(room.get(&link, "").await.status, StatusCode::GONE);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_bad_form_is_shown_again_with_what_is_wrong(pool: PgPool) {
    let room = Room::new(pool);
    let link = room.invite(None, Role::Editor).await;
    let form = [
        ("email", "bo at example"),
        ("name", "<script>Bo"),
        ("password", "bo-too-short"),
    ];
    for (field, value, words) in [
        ("email", "", "Please enter your e-mail address."),
        (
            "email",
            "bo at example",
            "This does not look like an e-mail address",
        ),
        ("name", " ", "Please enter your name."),
        ("password", "hunter2", "at least"),
        ("password", "Password1234", "one of the first that attackers try"),
        ("password", "I am bo@example.org", "leave your e-mail address"),
        ("password", "I read Example News", "leave your e-mail address"),
    ] {
        let form: Vec<(&str, &str)> = GOOD
            .iter()
            .map(|(name, good)| (*name, if *name == field { value } else { *good }))
            .collect();
        let answer = room.post(&link, "", &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
        assert!(answer.body.contains(words), "{value}: {}", answer.body);
        assert!(
            answer.body.contains(&format!(r##"href="#{field}""##)),
            "the summary links to {field}"
        );
    }
    let answer = room.post(&link, "", &form).await;
    assert!(
        answer.body.contains("&#60;script&#62;Bo"),
        "what was typed is kept, as text: {}",
        answer.body
    );
    assert!(
        !answer.body.contains("bo-too-short"),
        "a password is never sent back"
    );
    assert_eq!(room.post(&link, "", &GOOD).await.status, StatusCode::SEE_OTHER);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_address_that_has_an_account_is_refused_at_its_field_and_the_link_stays_good(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("Bo@Example.org").await;
    let link = room.invite(None, Role::Editor).await;
    let answer = room.post(&link, "", &GOOD).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer
            .body
            .contains("There is an account with this e-mail address already.")
    );
    let other = [
        ("email", "cy@example.org"),
        ("name", "Cy"),
        ("password", PASSWORD),
    ];
    assert_eq!(room.post(&link, "", &other).await.status, StatusCode::SEE_OTHER);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn tokens_are_in_no_table(pool: PgPool) {
    let room = Room::new(pool);
    let link = room.invite(Some("ada@example.org"), Role::Editor).await;
    let cookie = room
        .post(&link, "", &[("name", "Ada"), ("password", PASSWORD)])
        .await
        .cookie();
    let dump = room.db_dump().await;
    assert!(dump.contains("ada@example.org"));
    for secret in [
        link.rsplit('/').next().unwrap(),
        cookie.rsplit('=').next().unwrap(),
        PASSWORD,
    ] {
        assert!(!dump.contains(secret));
    }
}
