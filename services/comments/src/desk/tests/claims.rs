//! Who has a comment in hand.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use super::Desk;
use crate::comment::State;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_a_colleague_has_in_hand_is_not_decided_on_until_they_are_gone(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let colleague = desk.room.db_editor("Rojîn").await;
    let page = format!("/desk/comments/{}", desk.comment);
    desk.room
        .post(&colleague, &format!("{page}/claim"), &[])
        .await
        .location();
    let refused = desk
        .press(
            desk.comment,
            "remove",
            &[("reason", "own"), ("words", "Kept words")],
        )
        .await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("Rojîn") && refused.text.contains("Kept words"));
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Shown));
    assert!(
        desk.get("/desk/comments?queue=latest")
            .await
            .texts(".mark.claimed")[0]
            .contains("Rojîn")
    );
    // No sign of life for three minutes.
    desk.room.state.clock.advance(TimeDelta::minutes(4));
    desk.press(desk.comment, "spam", &[]).await.location();
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Spam));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_claim_beats_is_let_go_and_is_taken_over_with_a_word(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let colleague = desk.room.db_editor("Rojîn").await;
    let door = format!("/desk/comments/{}/claim", desk.comment);
    let quiet = [("quiet", "yes")];
    for _ in 0..2 {
        let beat = desk.room.post(&desk.editor, &door, &quiet).await;
        assert_eq!(beat.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(
        desk.room.post(&colleague, &door, &quiet).await.status,
        StatusCode::CONFLICT
    );
    let over = format!("{door}/take-over");
    let long = "x".repeat(301);
    for (note, problems) in [("", 1), (long.as_str(), 1)] {
        let answer = desk.room.post(&colleague, &over, &[("note", note)]).await;
        assert_eq!(
            (answer.status, answer.problems().len()),
            (StatusCode::UNPROCESSABLE_ENTITY, problems)
        );
    }
    desk.room
        .post(&colleague, &over, &[("note", "You are at lunch.")])
        .await
        .location();
    assert_eq!(desk.room.db_events(desk.comment).await, ["taken_over"]);
    assert!(
        desk.get(&format!("/desk/comments/{}", desk.comment))
            .await
            .text
            .contains("You are at lunch.")
    );
    // Who has nothing in hand lets go of nothing.
    let release = format!("{door}/release");
    desk.room.post(&desk.editor, &release, &quiet).await;
    assert_eq!(
        desk.room.post(&desk.editor, &door, &quiet).await.status,
        StatusCode::CONFLICT
    );
    desk.room.post(&colleague, &release, &quiet).await;
    assert_eq!(
        desk.room.post(&desk.editor, &door, &quiet).await.status,
        StatusCode::NO_CONTENT
    );
    let nowhere = format!("/desk/comments/{}/claim", uuid::Uuid::from_u128(1));
    assert_eq!(
        desk.room.post(&desk.editor, &nowhere, &quiet).await.status,
        StatusCode::NOT_FOUND
    );
}
