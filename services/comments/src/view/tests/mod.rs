//! A thread through the doors of the room.

mod articles;
mod hostile;
mod news;
mod one;
mod orders;
mod own;

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::ids::{CommentId, StoryId, ThreadId};
use sqlx::PgPool;

use crate::testing::{Answer, Room, Visitor};

/// A moment later, so that what is said next is younger.
fn later(room: &Room) {
    room.state.clock.advance(TimeDelta::seconds(1));
}

/// So many comments at the top, said one after another by guests.
async fn db_tops(room: &Room, thread_id: ThreadId, count: usize) -> Vec<CommentId> {
    let guest = room.device();
    let mut ids = Vec::new();
    for number in 1..=count {
        later(room);
        ids.push(
            room.db_comment(&guest, thread_id, None, &format!("top {number}"))
                .await,
        );
    }
    ids
}

/// It becomes this (`shown`, `held`, `removed`, `spam`, `deleted`).
async fn db_becomes(room: &Room, comment_id: CommentId, state: &str) {
    sqlx::query("update comments set state = $2::comment_state where comment_id = $1")
        .bind(comment_id)
        .bind(state)
        .execute(&room.state.pool)
        .await
        .unwrap();
}

async fn db_end(room: &Room, story_id: StoryId) {
    let mut conn = room.state.pool.acquire().await.unwrap();
    crate::end_thread(&mut conn, story_id, room.state.clock.now())
        .await
        .unwrap();
}

/// What is said at the top of the page's list, in its order.
fn bodies(answer: &Answer) -> Vec<String> {
    answer.texts("[data-comments] > ol.comments > li > article .prose")
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_thread_is_read_by_everybody_with_what_it_is_about(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let page = room
        .get(&Visitor::guest(), &format!("/threads/{thread_id}"))
        .await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.texts("h1"), ["Flood in the old town"]);
    assert_eq!(page.texts("#comments-title"), ["Comments"]);
    assert!(page.text.contains("Nobody has said anything yet"));
    let ada = room.db_reader("Ada").await;
    room.db_comment(&ada, thread_id, None, "It rose at night.").await;
    for who in [Visitor::guest(), room.device(), ada] {
        let page = room.get(&who, &format!("/threads/{thread_id}")).await;
        assert_eq!(page.texts("#comments-title"), ["1 comment"]);
        assert_eq!(bodies(&page), ["It rose at night."]);
        assert_eq!(page.texts(".comment .who"), ["Ada"]);
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_not_public_has_no_thread_and_what_was_is_gone(pool: PgPool) {
    let room = Room::open(pool);
    let (story_id, thread_id) = room.db_story("Flood").await;
    let comment_id = room.db_comment(&room.device(), thread_id, None, "Said").await;
    let nobody = Visitor::guest();
    let pages = [
        format!("/threads/{thread_id}"),
        format!("/threads/{thread_id}/news.json?since=0.0"),
        format!("/comments/{comment_id}"),
    ];
    for missing in [
        "/threads/1",
        "/threads/00000000-0000-0000-0000-000000000000",
        "/comments/x",
        "/comments/00000000-0000-0000-0000-000000000000",
    ] {
        assert_eq!(
            room.get(&nobody, missing).await.status,
            StatusCode::NOT_FOUND,
            "{missing}"
        );
    }
    // Its contributor takes the story back; the job that ends the thread has not run yet.
    room.state.clock.advance(TimeDelta::minutes(1));
    sqlx::query("update submissions set state = 'withdrawn', withdrawn_at = now()")
        .execute(&room.state.pool)
        .await
        .unwrap();
    for page in &pages {
        assert_eq!(room.get(&nobody, page).await.status, StatusCode::GONE, "{page}");
    }
    db_end(&room, story_id).await;
    for page in &pages {
        assert_eq!(room.get(&nobody, page).await.status, StatusCode::GONE, "{page}");
    }
    // A story that becomes public only later.
    let (_, thread_id) = room.db_story("Later").await;
    sqlx::query("update threads set begun_at = begun_at + interval '1 hour' where thread_id = $1")
        .bind(thread_id)
        .execute(&room.state.pool)
        .await
        .unwrap();
    let page = room.get(&nobody, &format!("/threads/{thread_id}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_closed_thread_is_read_and_nobody_is_asked_to_write(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let comment_id = room.db_comment(&room.device(), thread_id, None, "Said").await;
    let nobody = Visitor::guest();
    let address = format!("/threads/{thread_id}");
    assert_eq!(
        room.get(&nobody, &address)
            .await
            .texts("form[data-comment-form]")
            .len(),
        1
    );
    // By itself, after thirty days.
    room.state.clock.advance(TimeDelta::days(31));
    for page in [address, format!("/comments/{comment_id}")] {
        let page = room.get(&nobody, &page).await;
        assert!(page.texts("form[data-comment-form]").is_empty());
        assert!(page.texts("[data-reply]").is_empty());
        assert!(page.text.contains("Comments are closed here"));
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_form_says_what_will_happen(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let address = format!("/threads/{thread_id}");
    let nobody = Visitor::guest();
    let hints = |page: Answer| page.texts("#write > .hint");
    assert_eq!(
        hints(room.get(&nobody, &address).await),
        ["The newsroom reads your first comment before it appears."]
    );
    room.db_rules("holds_first = 0").await;
    assert!(hints(room.get(&nobody, &address).await).is_empty());
    sqlx::query("update threads set holds = true, slow_seconds = 60")
        .execute(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(
        hints(room.get(&nobody, &address).await),
        [
            "The newsroom reads every comment here before it appears.",
            "In this conversation, everybody may write once in 60 seconds."
        ]
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_block_of_a_story_is_the_same_thread(pool: PgPool) {
    let room = Room::open(pool);
    let (story_id, thread_id) = room.db_story("Flood").await;
    room.db_comment(&room.device(), thread_id, None, "Said").await;
    let mut conn = room.state.pool.acquire().await.unwrap();
    let found = crate::store::view::find_thread(&mut conn, None, Some(story_id), room.state.clock.now())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.thread_id, thread_id);
    assert!(found.is_live && !found.is_closed);
    assert_eq!(found.shown_count, 1);
}
