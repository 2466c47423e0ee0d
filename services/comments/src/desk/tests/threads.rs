//! What is set for one thread, and a comment's page.

use axum::http::StatusCode;
use sqlx::PgPool;

use super::Desk;
use crate::testing::Visitor;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_thread_is_closed_held_and_muted_and_all_of_it_taken_back(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let door = format!("/desk/comments/threads/{}", desk.thread);
    let next = format!("/desk/comments?thread={}", desk.thread);
    for set in ["closed", "holds", "slow", "muted", "muted"] {
        let answer = desk
            .room
            .post(&desk.editor, &door, &[("set", set), ("next", &next)])
            .await;
        assert_eq!(answer.location(), next);
    }
    let row = sqlx::query!(
        "select closed_at, closed_by, holds, slow_seconds, muted from threads where thread_id = $1",
        desk.thread.0
    )
    .fetch_one(&desk.room.state.pool)
    .await
    .unwrap();
    assert!(row.closed_at.is_some() && row.holds && row.muted);
    assert_eq!(row.slow_seconds, Some(120));
    assert_eq!(row.closed_by, Some(desk.editor.account_id().0));
    // What is so already is not done again.
    assert_eq!(desk.db_acts().await.len(), 4);
    for set in ["open", "flows", "quick", "heard"] {
        desk.room
            .post(&desk.editor, &door, &[("set", set)])
            .await
            .location();
    }
    let row = sqlx::query!(
        "select closed_at, closed_by, holds, slow_seconds, muted from threads where thread_id = $1",
        desk.thread.0
    )
    .fetch_one(&desk.room.state.pool)
    .await
    .unwrap();
    assert!(row.closed_at.is_none() && row.closed_by.is_none() && !row.holds && !row.muted);
    assert_eq!(row.slow_seconds, None);
    assert_eq!(
        desk.room
            .post(&desk.editor, &door, &[("set", "deleted")])
            .await
            .status,
        StatusCode::BAD_REQUEST
    );
    let nowhere = format!("/desk/comments/threads/{}", uuid::Uuid::from_u128(1));
    assert_eq!(
        desk.room
            .post(&desk.editor, &nowhere, &[("set", "closed")])
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_comments_page_shows_what_it_answers_who_wrote_it_and_what_it_said_before(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let reader = desk.room.db_reader("Dila").await;
    let id = desk
        .room
        .db_comment(&reader, desk.thread, Some(desk.comment), "I saw it.")
        .await;
    desk.room
        .db_comment(&reader, desk.thread, None, "Another of mine.")
        .await;
    sqlx::query!(
        "insert into comment_edits (comment_id, replaced_at, body) values ($1, $2, 'I did not see it.')",
        id.0,
        desk.room.state.clock.now(),
    )
    .execute(&desk.room.state.pool)
    .await
    .unwrap();
    let page = desk.get(&format!("/desk/comments/{id}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    for words in [
        "The river rose at night.",
        "I saw it.",
        "Another of mine.",
        "I did not see it.",
        "Dila",
    ] {
        assert!(page.text.contains(words), "{words}");
    }
    // Back to the list that it was opened from, and nowhere else.
    let page = desk
        .get(&format!("/desk/comments/{id}?next=/desk/comments?queue%3Dlatest"))
        .await;
    assert_eq!(
        page.attributes(".back a", "href"),
        ["/desk/comments?queue=latest"]
    );
    let page = desk
        .get(&format!("/desk/comments/{id}?next=//evil.example"))
        .await;
    assert_eq!(page.attributes(".back a", "href"), ["/desk/comments"]);
    // Of a guest as of somebody with an account.
    let guest = desk
        .room
        .db_comment(&Visitor::guest(), desk.thread, None, "A guest's.")
        .await;
    assert_eq!(
        desk.get(&format!("/desk/comments/{guest}")).await.status,
        StatusCode::OK
    );
}
