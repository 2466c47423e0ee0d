//! One press about many comments.

use axum::http::StatusCode;
use sqlx::PgPool;

use super::Desk;
use crate::{comment::State, testing::Answer};

impl Desk {
    /// The form about many as it is shown, sent with what it hides and `more`.
    async fn send_on(&self, page: &Answer, more: &[(&str, &str)]) -> Answer {
        let hidden = page.hidden();
        let fields: Vec<_> = hidden
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .chain(more.iter().copied())
            .collect();
        self.room.post(&self.editor, "/desk/comments/bulk", &fields).await
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn many_are_shown_first_then_decided_on_and_undone_together(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let ids = [
        desk.comment,
        desk.db_said("two").await,
        desk.db_said("three").await,
    ];
    let texts = ids.map(|id| id.to_string());
    let fields: Vec<_> = texts
        .iter()
        .map(|id| ("id", id.as_str()))
        .chain([("action", "remove")])
        .collect();
    let preview = desk.room.post(&desk.editor, "/desk/comments/bulk", &fields).await;
    assert_eq!(
        (preview.status, preview.texts("h1")),
        (StatusCode::OK, vec!["Remove 3 comments?".to_owned()])
    );
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Shown));
    let missing = desk.send_on(&preview, &[]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = desk.send_on(&preview, &[("reason", "advert")]).await;
    assert_eq!(done.location(), "/desk/comments");
    for id in ids {
        assert_eq!(desk.room.db_state(id).await, Some(State::Removed));
    }
    assert_eq!(desk.db_acts().await, ["comments_removed"]);
    // The same form once more.
    assert_eq!(
        desk.send_on(&preview, &[("reason", "advert")]).await.location(),
        "/desk/comments"
    );
    desk.room.db_counts_hold().await;
    desk.undo().await.location();
    for id in ids {
        assert_eq!(desk.room.db_state(id).await, Some(State::Shown));
    }
    desk.room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_a_colleague_has_in_hand_or_changed_is_left_out_in_words(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (taken, changed) = (desk.db_said("taken").await, desk.db_said("changed").await);
    let colleague = desk.room.db_editor("Rojîn").await;
    desk.room
        .post(&colleague, &format!("/desk/comments/{taken}/claim"), &[])
        .await
        .location();
    let texts = [desk.comment, taken, changed].map(|id| id.to_string());
    let fields: Vec<_> = texts
        .iter()
        .map(|id| ("id", id.as_str()))
        .chain([("action", "spam")])
        .collect();
    let preview = desk.room.post(&desk.editor, "/desk/comments/bulk", &fields).await;
    assert_eq!(preview.texts("h1"), ["Are 2 comments spam?"]);
    assert!(preview.text.contains("Rojîn"));
    sqlx::query!(
        "update comments set version = version + 1 where comment_id = $1",
        changed.0
    )
    .execute(&desk.room.state.pool)
    .await
    .unwrap();
    let done = desk.send_on(&preview, &[]).await;
    assert_eq!(
        (done.status, done.texts("h1")),
        (StatusCode::OK, vec!["Called spam.".to_owned()])
    );
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Spam));
    assert_eq!(desk.room.db_state(changed).await, Some(State::Shown));
    // Of these, none can be done.
    let fields = [
        ("id", texts[1].as_str()),
        ("action", "spam"),
        ("confirmed", "yes"),
    ];
    let refused = desk.room.post(&desk.editor, "/desk/comments/bulk", &fields).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nothing_chosen_too_much_and_no_form_of_ours_are_refused(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let nothing = desk
        .room
        .post(&desk.editor, "/desk/comments/bulk", &[("action", "show")])
        .await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let ids: Vec<_> = (0..201)
        .map(|number| uuid::Uuid::from_u128(number).to_string())
        .collect();
    let fields: Vec<_> = ids
        .iter()
        .map(|id| ("id", id.as_str()))
        .chain([("action", "show")])
        .collect();
    let much = desk.room.post(&desk.editor, "/desk/comments/bulk", &fields).await;
    assert_eq!(much.status, StatusCode::UNPROCESSABLE_ENTITY);
    let bad = desk
        .room
        .post(
            &desk.editor,
            "/desk/comments/bulk",
            &[("action", "shred"), ("id", "1")],
        )
        .await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
}
