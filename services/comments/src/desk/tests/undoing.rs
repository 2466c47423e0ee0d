//! Undoing, and what follows once it is too late.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::jobs::Runners;
use sqlx::PgPool;

use super::Desk;
use crate::comment::State;

impl Desk {
    /// The time passes, and what is due is done.
    async fn settle(&self) {
        self.room.state.clock.advance(TimeDelta::seconds(11));
        // The queue goes by the database's time, and the test by its own.
        sqlx::query!("update jobs set run_at = now() where kind = 'comments.settle'")
            .execute(&self.room.state.pool)
            .await
            .unwrap();
        let state = &self.room.state;
        let runners = crate::desk::runners(Runners::default(), state.pool.clone(), state.clock.clone());
        runners.run_pending(&state.pool).await.unwrap();
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_decided_just_now_is_undone_whole(pool: PgPool) {
    let desk = Desk::open(pool).await;
    desk.db_hold(desk.comment, Some("word")).await;
    desk.db_report(desk.comment, "hate", None).await;
    desk.press(desk.comment, "remove", &[("reason", "hate")])
        .await
        .location();
    let undone = desk.undo().await;
    assert_eq!(undone.location(), "/desk/comments");
    let row = sqlx::query!(
        r#"select state as "state: State", rule, reason, decided_at, report_count, settles_at, shown_at
           from comments where comment_id = $1"#,
        desk.comment.0,
    )
    .fetch_one(&desk.room.state.pool)
    .await
    .unwrap();
    assert_eq!(
        (row.state, row.rule.as_deref(), row.report_count),
        (State::Held, Some("word"), 1)
    );
    assert_eq!(
        (row.reason, row.decided_at, row.settles_at, row.shown_at),
        (None, None, None, None)
    );
    assert_eq!(desk.db_acts().await, ["comments_removed", "comments_undone"]);
    assert_eq!(desk.room.db_events(desk.comment).await, ["removed", "undone"]);
    desk.room.db_counts_hold().await;
    // It is said for a while, and a second press changes nothing.
    let list = desk.get("/desk/comments").await;
    assert_eq!(list.texts(".undo-bar p").len(), 1);
    assert!(list.attributes(".undo-bar", "action").is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_shown_and_undone_was_never_shown(pool: PgPool) {
    let desk = Desk::open(pool).await;
    desk.db_hold(desk.comment, None).await;
    desk.press(desk.comment, "show", &[]).await.location();
    desk.undo().await.location();
    let shown = sqlx::query_scalar!(
        "select shown_at from comments where comment_id = $1",
        desk.comment.0
    )
    .fetch_one(&desk.room.state.pool)
    .await
    .unwrap();
    assert_eq!(shown, None);
    desk.settle().await;
    assert!(desk.db_jobs().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_is_answered_is_told_once_it_cannot_be_undone_and_not_before(pool: PgPool) {
    let desk = Desk::open(pool).await;
    desk.db_hold(desk.comment, None).await;
    desk.press(desk.comment, "show", &[]).await.location();
    assert_eq!(desk.db_jobs().await, ["comments.settle"]);
    let list = desk.get("/desk/comments").await;
    let door = list.attributes(".undo-bar", "action").pop().unwrap();
    desk.settle().await;
    assert_eq!(desk.db_jobs().await, ["comments.tell_of_answer"]);
    let late = desk.room.post(&desk.editor, &door, &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Shown));
    // What everybody had read before is news to nobody.
    desk.press(desk.comment, "spam", &[]).await.location();
    desk.settle().await;
    desk.press(desk.comment, "show", &[]).await.location();
    desk.settle().await;
    assert_eq!(desk.db_jobs().await, ["comments.tell_of_answer"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_undoes_what_is_anothers_or_was_changed_since(pool: PgPool) {
    let desk = Desk::open(pool).await;
    desk.press(desk.comment, "spam", &[]).await.location();
    let door = desk
        .get("/desk/comments")
        .await
        .attributes(".undo-bar", "action")
        .pop()
        .unwrap();
    let colleague = desk.room.db_editor("Rojîn").await;
    assert_eq!(
        desk.room.post(&colleague, &door, &[]).await.status,
        StatusCode::CONFLICT
    );
    sqlx::query!("update comments set version = version + 1")
        .execute(&desk.room.state.pool)
        .await
        .unwrap();
    let answer = desk.room.post(&desk.editor, &door, &[]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text.contains("The river rose"), "{}", answer.text);
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Spam));
    let nothing = format!("/desk/comments/undo/{}", uuid::Uuid::from_u128(1));
    assert_eq!(
        desk.room.post(&desk.editor, &nothing, &[]).await.status,
        StatusCode::CONFLICT
    );
    assert_eq!(
        desk.room
            .post(&desk.editor, "/desk/comments/undo/x", &[])
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}
