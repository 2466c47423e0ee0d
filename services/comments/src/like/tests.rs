//! The button, pressed.

use axum::http::{StatusCode, header};
use ground::ids::CommentId;
use sqlx::PgPool;

use super::own_path;
use crate::testing::{Answer, Room, Visitor};

async fn press(room: &Room, who: &Visitor, id: CommentId, want: &str) -> Answer {
    room.post(who, &format!("/comments/{id}/like"), &[("want", want)])
        .await
}

async fn db_likes(room: &Room, id: CommentId) -> i32 {
    sqlx::query_scalar!("select like_count from comments where comment_id = $1", id.0)
        .fetch_one(&room.state.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn everybody_likes_once_and_may_think_better_of_it(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, author) = (room.db_thread().await, room.device());
    let id = room.db_comment(&author, thread_id, None, "One.").await;
    let (guest, reader) = (room.device(), room.db_reader("Zîlan").await);
    let (one, other) = tokio::join!(press(&room, &guest, id, "1"), press(&room, &guest, id, "1"));
    assert_eq!((one.comment_id(), other.comment_id()), (id, id));
    press(&room, &reader, id, "1").await.location();
    let new = press(&room, &Visitor::guest(), id, "1").await;
    assert!(new.header(header::SET_COOKIE).starts_with("__Host-commenter="));
    press(&room, &Visitor::guest().after(&new), id, "1")
        .await
        .location();
    assert_eq!(db_likes(&room, id).await, 3);
    press(&room, &guest, id, "0").await.location();
    press(&room, &guest, id, "0").await.location();
    assert_eq!(db_likes(&room, id).await, 2);
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn many_at_once_are_counted_right(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, author) = (room.db_thread().await, room.device());
    let id = room.db_comment(&author, thread_id, None, "One.").await;
    let people: Vec<_> = (0..20).map(|_| room.device()).collect();
    let presses = people.iter().map(|who| press(&room, who, id, "1"));
    for answer in futures_util::future::join_all(presses).await {
        answer.location();
    }
    assert_eq!(db_likes(&room, id).await, 20);
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_likes_what_is_their_own_or_not_there(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, author) = (room.db_thread().await, room.device());
    let id = room.db_comment(&author, thread_id, None, "One.").await;
    assert_eq!(press(&room, &author, id, "1").await.status, StatusCode::CONFLICT);
    let guest = room.device();
    for want in ["", "2", "-1"] {
        assert_eq!(
            press(&room, &guest, id, want).await.status,
            StatusCode::BAD_REQUEST
        );
    }
    assert_eq!(
        press(&room, &guest, room.mint(), "1").await.status,
        StatusCode::NOT_FOUND
    );
    sqlx::query!("update comments set state = 'held'")
        .execute(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(press(&room, &guest, id, "1").await.status, StatusCode::NOT_FOUND);
    assert_eq!(db_likes(&room, id).await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_page_of_ours_is_come_back_to_and_no_other(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, author, guest) = (room.db_thread().await, room.device(), room.device());
    let id = room.db_comment(&author, thread_id, None, "One.").await;
    let address = format!("/comments/{id}/like");
    let here = format!("/threads/{thread_id}?order=oldest");
    let answer = room
        .post(&guest, &address, &[("want", "1"), ("back", &here)])
        .await;
    assert_eq!(answer.location(), format!("{here}#comment-{id}"));
    for elsewhere in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/a\r\nb",
        "/a#b",
        "",
    ] {
        assert_eq!(own_path(elsewhere), None, "{elsewhere}");
    }
}
