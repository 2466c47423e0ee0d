//! Reporting, through the door.

use axum::http::StatusCode;
use ground::ids::CommentId;
use sqlx::PgPool;

use crate::{
    CommentState,
    testing::{Answer, Room, Visitor},
};

async fn report(room: &Room, who: &Visitor, id: CommentId, fields: &[(&str, &str)]) -> Answer {
    room.post(who, &format!("/comments/{id}/report"), fields).await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_report_is_kept_once_of_each_person_and_thanked_for(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, author) = (room.db_thread().await, room.device());
    let id = room
        .db_comment(&author, thread_id, None, "Buy <b>this</b>.")
        .await;
    let page = room
        .get(&Visitor::guest(), &format!("/comments/{id}/report"))
        .await;
    assert_eq!(page.texts("blockquote"), ["Buy <b>this</b>."]);
    assert_eq!(page.attributes("input[name=reason]", "value").len(), 7);
    let fields = [
        ("reason", "spam"),
        ("note", "Sells things."),
        ("email", "bo@example.org"),
    ];
    let answer = report(&room, &Visitor::guest(), id, &fields).await;
    assert_eq!(answer.location(), format!("/comments/{id}/reported"));
    let guest = Visitor::guest().after(&answer);
    let (one, other) = tokio::join!(
        report(&room, &guest, id, &fields),
        report(&room, &guest, id, &[("reason", "hate")])
    );
    assert_eq!(
        (one.location(), other.location()),
        (answer.location(), answer.location())
    );
    let rows = sqlx::query!("select reason, note, email from comment_reports")
        .fetch_all(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].reason.as_str(), rows[0].note.as_str()),
        ("spam", "Sells things.")
    );
    assert_eq!(rows[0].email, None, "nobody asked for it");
    let thanks = room.get(&guest, answer.location()).await;
    assert_eq!(thanks.texts("h1"), ["Thank you"]);
    assert_eq!(
        room.get(&room.device(), answer.location()).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(room.db_events(id).await, ["reported"]);
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_notice_of_the_law_says_why_and_where_the_answer_goes(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, author, reader) = (
        room.db_thread().await,
        room.device(),
        room.db_reader("Zîlan").await,
    );
    let id = room.db_comment(&author, thread_id, None, "One.").await;
    let long = "a".repeat(1001);
    for (fields, links) in [
        (vec![("note", "x")], vec!["#reason"]),
        (vec![("reason", "legal")], vec!["#note", "#email"]),
        (
            vec![("reason", "legal"), ("note", "x"), ("email", "bo@")],
            vec!["#email"],
        ),
        (vec![("reason", "hate"), ("note", long.as_str())], vec!["#note"]),
        (vec![("reason", "mood")], vec!["#reason"]),
    ] {
        let again = report(&room, &reader, id, &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(again.problems(), links);
    }
    let fields = [
        ("reason", "legal"),
        ("note", "Article 130."),
        ("email", "bo@example.org"),
    ];
    report(&room, &reader, id, &fields).await.location();
    let row = sqlx::query!("select email, account_id from comment_reports")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(row.email.as_deref(), Some("bo@example.org"));
    assert_eq!(row.account_id, Some(reader.account_id().0));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn so_many_reports_and_it_waits_unless_the_newsroom_has_looked(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, author) = (room.db_thread().await, room.device());
    let bad = room.db_comment(&author, thread_id, None, "Bad.").await;
    let seen = room.db_comment(&author, thread_id, None, "Seen.").await;
    sqlx::query!(
        "update comments set decided_at = $2 where comment_id = $1",
        seen.0,
        room.state.clock.now()
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    let people: Vec<_> = (0..3).map(|_| room.device()).collect();
    for id in [bad, seen] {
        let reports = people
            .iter()
            .map(|who| report(&room, who, id, &[("reason", "hate")]));
        for answer in futures_util::future::join_all(reports).await {
            answer.location();
        }
        room.db_counts_hold().await;
    }
    assert_eq!(room.db_state(bad).await, Some(CommentState::Held));
    assert_eq!(
        room.db_events(bad)
            .await
            .iter()
            .filter(|kind| *kind == "held_by_reports")
            .count(),
        1
    );
    assert_eq!(room.db_state(seen).await, Some(CommentState::Shown));
    let row = sqlx::query!(
        "select rule, rule_found from comments where comment_id = $1",
        bad.0
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap();
    assert_eq!(
        (row.rule.as_deref(), row.rule_found.as_deref()),
        (Some("reports"), Some("3"))
    );
    // Who pressed once more, after it began to wait, is thanked like before.
    report(&room, &people[0], bad, &[("reason", "hate")])
        .await
        .location();
    let late = report(&room, &room.device(), bad, &[("reason", "hate")]).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND);
}
