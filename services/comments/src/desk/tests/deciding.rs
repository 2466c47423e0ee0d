//! Deciding on one comment.

use axum::http::StatusCode;
use sqlx::PgPool;

use super::Desk;
use crate::comment::State;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_waits_is_shown_and_the_rule_that_held_it_stays_known(pool: PgPool) {
    let desk = Desk::open(pool).await;
    desk.db_hold(desk.comment, Some("word")).await;
    let answer = desk
        .press(desk.comment, "show", &[("next", "/desk/comments?queue=held")])
        .await;
    assert_eq!(answer.location(), "/desk/comments?queue=held");
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Shown));
    desk.room.db_counts_hold().await;
    assert_eq!(desk.room.db_events(desk.comment).await, ["shown"]);
    let page = desk.get(&format!("/desk/comments/{}", desk.comment)).await;
    assert!(
        page.texts(".notice.warn")
            .iter()
            .any(|words| words.contains("word")),
        "{}",
        page.text
    );
    // It is not a removal, and is in no chain.
    assert!(desk.db_acts().await.is_empty());
    assert!(super::said(&desk.get("/desk/comments?queue=machine").await).is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_removed_wants_a_reason_and_goes_into_the_chain(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let long = "x".repeat(501);
    for fields in [
        vec![],
        vec![("reason", "shred")],
        vec![("reason", "own"), ("words", "  ")],
        vec![("reason", "own"), ("words", long.as_str())],
    ] {
        let answer = desk.press(desk.comment, "remove", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.problems().len(), 1);
    }
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Shown));
    let answer = desk
        .press(
            desk.comment,
            "remove",
            &[("reason", "own"), ("words", "Calm, <please>.")],
        )
        .await;
    assert_eq!(answer.location(), "/desk/comments");
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Removed));
    assert_eq!(desk.db_acts().await, ["comments_removed"]);
    desk.room.db_counts_hold().await;
    let page = desk.get(&format!("/desk/comments/{}", desk.comment)).await;
    assert!(
        page.texts(".facts dd").contains(&"Calm, <please>.".to_owned()),
        "{}",
        page.text
    );
    // Words are content, and stay out of what outlives them.
    let detail = sqlx::query_scalar!("select detail::text from comment_acts")
        .fetch_one(&desk.room.state.pool)
        .await
        .unwrap()
        .unwrap();
    assert!(detail.contains("\"own\"") && !detail.contains("Calm"), "{detail}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn reports_are_answered_by_leaving_it_or_by_taking_it_away(pool: PgPool) {
    let desk = Desk::open(pool).await;
    desk.db_report(desk.comment, "hate", None).await;
    desk.press(desk.comment, "leave", &[]).await.location();
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Shown));
    assert!(super::said(&desk.get("/desk/comments?queue=reported").await).is_empty());
    assert_eq!(
        desk.press(desk.comment, "leave", &[]).await.status,
        StatusCode::CONFLICT
    );
    desk.db_report(desk.comment, "spam", None).await;
    desk.press(desk.comment, "spam", &[]).await.location();
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Spam));
    assert!(super::said(&desk.get("/desk/comments?queue=reported").await).is_empty());
    desk.room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_read_another_version_decides_nothing(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let address = format!("/desk/comments/{}/decision", desk.comment);
    let fields = [
        ("deed", "remove"),
        ("version", "7"),
        ("reason", "own"),
        ("words", "Kept words"),
    ];
    let answer = desk.room.post(&desk.editor, &address, &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text.contains("Kept words"));
    assert_eq!(desk.room.db_state(desk.comment).await, Some(State::Shown));
    assert!(desk.db_jobs().await.is_empty());
    for (fields, status) in [
        (vec![("deed", "shred"), ("version", "1")], StatusCode::BAD_REQUEST),
        (
            vec![("deed", "show"), ("version", "1"), ("batch", "x")],
            StatusCode::BAD_REQUEST,
        ),
        (vec![("deed", "show")], StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        assert_eq!(
            desk.room.post(&desk.editor, &address, &fields).await.status,
            status,
            "{fields:?}"
        );
    }
    let nowhere = format!("/desk/comments/{}/decision", uuid::Uuid::from_u128(1));
    let answer = desk
        .room
        .post(&desk.editor, &nowhere, &[("deed", "show"), ("version", "1")])
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_form_sent_twice_decides_once_and_of_two_at_once_one_is_told(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let batch = uuid::Uuid::from_u128(7).to_string();
    let address = format!("/desk/comments/{}/decision", desk.comment);
    let fields = [("deed", "spam"), ("version", "1"), ("batch", batch.as_str())];
    let (one, two) = tokio::join!(
        desk.room.post(&desk.editor, &address, &fields),
        desk.room.post(&desk.editor, &address, &fields),
    );
    assert_eq!(
        (one.location(), two.location()),
        ("/desk/comments", "/desk/comments")
    );
    assert_eq!(desk.room.db_events(desk.comment).await, ["spam"]);
    // Two forms of one editor.
    let other = desk.db_said("another").await;
    let (one, two) = tokio::join!(desk.press(other, "spam", &[]), desk.press(other, "spam", &[]));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    desk.room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_recommended_or_pinned_is_so_until_it_is_not(pool: PgPool) {
    let desk = Desk::open(pool).await;
    for deed in ["promote", "pin"] {
        desk.press(desk.comment, deed, &[]).await.location();
        assert_eq!(
            desk.press(desk.comment, deed, &[]).await.status,
            StatusCode::CONFLICT,
            "{deed}"
        );
    }
    let marks = desk
        .get("/desk/comments?queue=latest")
        .await
        .texts(".marks .mark");
    assert!(
        marks.contains(&"Recommended".to_owned()) && marks.contains(&"Pinned".to_owned()),
        "{marks:?}"
    );
    desk.press(desk.comment, "unpin", &[]).await.location();
    // What is taken away is recommended no longer.
    desk.press(desk.comment, "remove", &[("reason", "hate")])
        .await
        .location();
    let row = sqlx::query!(
        "select pinned_at, promoted_at from comments where comment_id = $1",
        desk.comment.0
    )
    .fetch_one(&desk.room.state.pool)
    .await
    .unwrap();
    assert_eq!((row.pinned_at, row.promoted_at), (None, None));
    assert_eq!(
        desk.press(desk.comment, "pin", &[]).await.status,
        StatusCode::CONFLICT
    );
}
