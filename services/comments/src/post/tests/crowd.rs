//! While many write at once.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::{ids::ThreadId, web::Puzzle};
use sqlx::PgPool;

use super::send;
use crate::testing::{Answer, Room, Visitor};

/// A room where one comment an hour is nothing special, and was sent.
async fn crowded(pool: PgPool) -> (Room, ThreadId) {
    let room = Room::open_with(pool, |state| state.posts_soft = 1);
    room.db_easy().await;
    let thread_id = room.db_thread().await;
    send(&room, &Visitor::guest(), thread_id, &[]).await.comment_id();
    (room, thread_id)
}

fn puzzle(page: &Answer) -> Puzzle {
    assert_eq!(page.problems(), ["#work"], "{}", page.text);
    Puzzle {
        challenge: page.attributes("#work", "data-challenge").pop().unwrap(),
        bits: page
            .attributes("#work", "data-bits")
            .pop()
            .unwrap()
            .parse()
            .unwrap(),
    }
}

/// The page's form, sent with this solution.
async fn solved(room: &Room, thread_id: ThreadId, page: &Answer, body: &str, solution: &str) -> Answer {
    let hidden = page.hidden();
    let mut fields: Vec<_> = hidden
        .iter()
        .filter(|(name, _)| name != "work_solution")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.extend([("work_solution", solution), ("body", body)]);
    send(room, &Visitor::guest(), thread_id, &fields).await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_guests_device_works_for_one_comment_and_for_no_other(pool: PgPool) {
    let (room, thread_id) = crowded(pool).await;
    let page = send(&room, &Visitor::guest(), thread_id, &[("body", "Two.")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.texts("#body"), ["Two."]);
    let solution = puzzle(&page).solve().unwrap();
    solved(&room, thread_id, &page, "Two.", &solution)
        .await
        .comment_id();
    // The same again is that comment; anything else is not paid for by it.
    solved(&room, thread_id, &page, "Two.", &solution)
        .await
        .comment_id();
    let other = solved(&room, thread_id, &page, "Three.", &solution).await;
    assert_ne!(puzzle(&other).challenge, puzzle(&page).challenge);
    assert_eq!(room.db_bodies().await.len(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_no_script_waits_a_minute_and_who_is_signed_in_shows_nothing(pool: PgPool) {
    let (room, thread_id) = crowded(pool).await;
    let page = send(&room, &Visitor::guest(), thread_id, &[("body", "Two.")]).await;
    let soon = solved(&room, thread_id, &page, "Two.", "").await;
    assert_eq!(puzzle(&soon), puzzle(&page), "the time that was waited counts");
    room.state.clock.advance(TimeDelta::minutes(1));
    solved(&room, thread_id, &soon, "Two.", "").await.comment_id();
    let reader = room.db_reader("Zîlan").await;
    send(&room, &reader, thread_id, &[("body", "Three.")])
        .await
        .comment_id();
    assert_eq!(room.db_bodies().await.len(), 3);
}
