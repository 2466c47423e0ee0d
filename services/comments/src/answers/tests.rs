//! Who is answered, and hears of it.

use axum::http::StatusCode;
use ground::{
    ids::{CommentId, ThreadId},
    jobs::{self, TellOfAnswer},
};
use serde_json::Value;
use sqlx::PgPool;

use crate::testing::{Postbox, Room, Visitor};

/// A guest's comment with an address, where they want to hear of answers.
async fn asked(room: &Room, who: &Visitor, thread_id: ThreadId) -> CommentId {
    let id = room.db_comment(who, thread_id, None, "What do you think?").await;
    sqlx::query!(
        "update comments set email = 'Bo@Example.org', wants_answers = true where comment_id = $1",
        id.0
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    id
}

async fn tell(room: &Room, answer: CommentId) {
    let mut conn = room.state.pool.acquire().await.unwrap();
    jobs::enqueue(&mut conn, &TellOfAnswer { comment_id: answer })
        .await
        .unwrap();
}

async fn waiting(room: &Room, kind: &str) -> Vec<Value> {
    sqlx::query_scalar!("select payload from jobs where kind = $1", kind)
        .fetch_all(&room.state.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_guest_hears_once_that_they_were_answered_and_not_what_was_said(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, guest, post) = (room.db_thread().await, room.device(), Postbox::of(&room));
    let said = asked(&room, &guest, thread_id).await;
    let answer = room
        .db_comment(&room.device(), thread_id, Some(said), "A secret of mine.")
        .await;
    tell(&room, answer).await;
    tell(&room, answer).await;
    let mails = post.deliver(&room).await;
    assert_eq!(mails.len(), 1, "{mails:?}");
    let mail = &mails[0];
    assert!(mail.contains("To: Bo@Example.org"), "{mail}");
    assert!(mail.contains(&format!("https://news.example/comments/{answer}")));
    assert!(!mail.contains("secret") && !mail.contains("Flood") && !mail.contains("think"));
    assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    tell(&room, answer).await;
    assert!(post.deliver(&room).await.is_empty(), "told is told");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_hears_of_what_is_not_read_nor_of_their_own(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, guest, post) = (room.db_thread().await, room.device(), Postbox::of(&room));
    let said = asked(&room, &guest, thread_id).await;
    let own = room.db_comment(&guest, thread_id, Some(said), "And you?").await;
    let held = room
        .db_comment(&room.device(), thread_id, Some(said), "Buy this.")
        .await;
    sqlx::query!("update comments set state = 'held' where comment_id = $1", held.0)
        .execute(&room.state.pool)
        .await
        .unwrap();
    let top = room.db_comment(&room.device(), thread_id, None, "Hello.").await;
    for id in [own, held, top, room.mint()] {
        tell(&room, id).await;
    }
    assert!(post.deliver(&room).await.is_empty());
    assert!(waiting(&room, "comments.tell_of_answer").await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_an_account_is_told_by_its_own_room(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, reader, post) = (
        room.db_thread().await,
        room.db_reader("Zîlan").await,
        Postbox::of(&room),
    );
    let said = room.db_comment(&reader, thread_id, None, "Yes?").await;
    let own = room.db_comment(&reader, thread_id, Some(said), "No.").await;
    let answer = room
        .db_comment(&room.device(), thread_id, Some(said), "Yes.")
        .await;
    for id in [own, answer, answer] {
        tell(&room, id).await;
    }
    assert!(post.deliver(&room).await.is_empty());
    let asked = waiting(&room, "accounts.tell_answered").await;
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0]["account_id"], reader.account_id().to_string());
    assert_eq!(asked[0]["comment_id"], answer.to_string());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_press_stops_all_mails_to_an_address_and_forgets_it(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, guest, post) = (room.db_thread().await, room.device(), Postbox::of(&room));
    let said = asked(&room, &guest, thread_id).await;
    asked(&room, &room.device(), thread_id).await;
    let answer = room
        .db_comment(&room.device(), thread_id, Some(said), "Yes.")
        .await;
    tell(&room, answer).await;
    let mail = post.deliver(&room).await.remove(0);
    let link = mail
        .split("List-Unsubscribe: <https://news.example")
        .nth(1)
        .unwrap();
    let link = link.split('>').next().unwrap();
    let page = room.get(&Visitor::guest(), link).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.attributes("main form", "action"), [link]);
    // To look is not to press.
    assert!(
        room.get(&Visitor::guest(), link)
            .await
            .text
            .contains("<form method=\"post\" action=\"/answers")
    );
    let fields = [("List-Unsubscribe", "One-Click")];
    assert_eq!(room.post(&Visitor::guest(), link, &fields).await.location(), link);
    let done = room.get(&Visitor::guest(), link).await;
    assert!(done.attributes("main form", "action").is_empty());
    room.post(&Visitor::guest(), link, &[]).await.location();
    let left = sqlx::query_scalar!("select count(*) from comments where email is not null or wants_answers")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(left, Some(0));
    for bad in ["/answers/stop/AAAA", "/answers/stop/%00", &format!("{link}A")] {
        let answer = room.post(&Visitor::guest(), bad, &[]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{bad}");
    }
}
