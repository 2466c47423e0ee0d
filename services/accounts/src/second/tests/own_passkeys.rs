//! Passkeys of one's own account: `/me/second/passkey`.

use axum::http::StatusCode;
use sqlx::PgPool;

use super::passkeys::{WRONG, add, refused, sign_in, with_key};
use crate::{
    second::testing::SoftKey,
    testing::{PASSWORD, Room},
};

const EMAIL: &str = "ada@example.org";

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_new_key_must_have_asked_for_the_person_and_be_nobodys(pool: PgPool) {
    let room = Room::new(pool);
    let (_, mut key) = with_key(&room, EMAIL).await;
    let bo = room.editor("bo@example.org").await;
    refused(
        &add(&room, &bo, &mut key, "").await,
        "has a passkey for you here already",
    );
    let mut careless = SoftKey::new();
    careless.verifies = false;
    refused(&add(&room, &bo, &mut careless, "").await, WRONG);
    let mut elsewhere = SoftKey::new();
    elsewhere.origin = "https://evil.example".to_owned();
    refused(&add(&room, &bo, &mut elsewhere, "").await, WRONG);
    assert_eq!(
        room.sign_in("bo@example.org", PASSWORD, "").await.location(),
        "/desk"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn passkeys_are_named_and_removed_by_their_owner_only(pool: PgPool) {
    let room = Room::new(pool);
    let (cookie, mut key) = with_key(&room, EMAIL).await;
    let (others, _) = with_key(&room, "bo@example.org").await;
    let id = data_encoding::BASE64URL_NOPAD.encode(&key.id);
    let name = [("id", id.as_str()), ("name", "<script>مۆبایل")];
    assert_eq!(
        room.post("/me/second/passkey/name", &cookie, &name)
            .await
            .location(),
        "/me/second"
    );
    let page = room.get("/me/second", &cookie).await.body;
    assert!(page.contains("<bdi>&#60;script&#62;مۆبایل</bdi>"), "{page}");
    let long = "a".repeat(41);
    let bad = [("id", id.as_str()), ("name", &*long)];
    refused(
        &room.post("/me/second/passkey/name", &cookie, &bad).await,
        "Please use at most \u{2068}40\u{2069} characters.",
    );
    for door in ["name", "remove"] {
        let path = format!("/me/second/passkey/{door}");
        for (cookie, id) in [
            (&others, id.as_str()),
            (&cookie, "AAAA"),
            (&cookie, "no id!"),
            (&cookie, ""),
        ] {
            let answer = room.post(&path, cookie, &[("id", id), ("name", "mine")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} {id}");
        }
        assert_eq!(
            room.post(&path, "", &[("id", &*id)]).await.location(),
            "/signin?next=/me/second"
        );
    }
    let remove = [("id", id.as_str())];
    assert_eq!(
        room.post("/me/second/passkey/remove", &cookie, &remove)
            .await
            .location(),
        "/me/second"
    );
    let twice = room.post("/me/second/passkey/remove", &cookie, &remove).await;
    assert_eq!(twice.status, StatusCode::NOT_FOUND);
    refused(&sign_in(&room, &mut key).await, WRONG);
    assert_eq!(room.db_count_events(EMAIL, "passkey_removed").await, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn staff_keeps_its_last_passkey(pool: PgPool) {
    let room = Room::strict(pool);
    let (cookie, _) = room.editor_with_app(EMAIL).await;
    let (mut one, mut two) = (SoftKey::new(), SoftKey::new());
    add(&room, &cookie, &mut one, "one").await;
    add(&room, &cookie, &mut two, "two").await;
    assert_eq!(
        room.post("/me/second/app/remove", &cookie, &[]).await.location(),
        "/me/second"
    );
    let ids = [&one, &two].map(|key| data_encoding::BASE64URL_NOPAD.encode(&key.id));
    let (fields_one, fields_two) = ([("id", &*ids[0])], [("id", &*ids[1])]);
    let (first, second) = tokio::join!(
        room.post("/me/second/passkey/remove", &cookie, &fields_one),
        room.post("/me/second/passkey/remove", &cookie, &fields_two)
    );
    let mut statuses = [first.status, second.status];
    statuses.sort();
    assert_eq!(
        statuses,
        [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]
    );
}
