//! Changing and taking back, through the doors.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::ids::{CommentId, ThreadId};
use sqlx::PgPool;

use crate::{
    CommentState,
    testing::{Answer, Room, Visitor},
};

async fn edit(room: &Room, who: &Visitor, id: CommentId, version: &str, body: &str) -> Answer {
    let fields = [("version", version), ("body", body)];
    room.post(who, &format!("/comments/{id}/edit"), &fields).await
}

async fn delete(room: &Room, who: &Visitor, thread_id: ThreadId, id: CommentId) -> Answer {
    let fields = [("thread_id", thread_id.to_string())];
    let fields = [("thread_id", fields[0].1.as_str())];
    room.post(who, &format!("/comments/{id}/delete"), &fields).await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_author_changes_what_they_said_and_the_newsroom_keeps_what_it_was(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread_id, guest, zilan) = (
        room.db_thread().await,
        room.device(),
        room.db_reader("Zîlan").await,
    );
    for who in [&guest, &zilan] {
        let id = room.say(who, thread_id, "The rivr rose.").await.comment_id();
        let page = room.get(who, &format!("/comments/{id}/edit")).await;
        assert_eq!(page.texts("#body"), ["The rivr rose."]);
        let version = page.attributes("input[name=version]", "value").remove(0);
        room.state.clock.advance(TimeDelta::minutes(1));
        let answer = edit(&room, who, id, &version, "The river rose.").await;
        assert_eq!(answer.comment_id(), id);
        // The same again is nothing new.
        edit(&room, who, id, &version, "The river rose.").await.location();
        let row = sqlx::query!(
            r#"select c.body, edited_at is not null as "is_edited!", version, e.body as before
               from comments as c join comment_edits as e using (comment_id) where comment_id = $1"#,
            id.0,
        );
        let row = row.fetch_one(&room.state.pool).await.unwrap();
        assert_eq!(
            (row.body.as_str(), row.before.as_str()),
            ("The river rose.", "The rivr rose.")
        );
        assert!(row.is_edited && row.version == 2);
        assert_eq!(room.db_events(id).await, ["edited"]);
        // Sending the form of the comment itself again is no second comment.
        assert_eq!(room.db_state(id).await, Some(CommentState::Shown));
    }
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_edits_the_second_is_told_and_an_edit_in_time_is_no_edit_too_late(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread_id, guest) = (room.db_thread().await, room.device());
    let id = room.say(&guest, thread_id, "One.").await.comment_id();
    let (one, other) = tokio::join!(
        edit(&room, &guest, id, "1", "Two."),
        edit(&room, &guest, id, "1", "Three.")
    );
    let mut statuses = [one.status, other.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    let lost = if one.status == StatusCode::CONFLICT {
        one
    } else {
        other
    };
    assert_eq!(lost.problems(), ["#body"]);
    assert_eq!(lost.attributes("input[name=version]", "value"), ["2"]);
    room.state
        .clock
        .advance(TimeDelta::minutes(15) - TimeDelta::seconds(1));
    edit(&room, &guest, id, "2", "In time.").await.location();
    room.state.clock.advance(TimeDelta::seconds(1));
    let late = edit(&room, &guest, id, "3", "Too late.").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(room.db_bodies().await, ["In time."]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_edit_meets_the_rules_and_never_frees_a_comment(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    room.db_rules("links_allowed = 1").await;
    let (thread_id, guest) = (room.db_thread().await, room.device());
    let shown = room.say(&guest, thread_id, "Good.").await.comment_id();
    let links = "https://a.example https://b.example";
    assert_eq!(
        edit(&room, &guest, shown, "1", links).await.location(),
        format!("/comments/{shown}")
    );
    assert_eq!(room.db_state(shown).await, Some(CommentState::Held));
    assert_eq!(room.db_events(shown).await, ["edited", "held_by_rule"]);
    room.state.clock.advance(TimeDelta::seconds(1));
    edit(&room, &guest, shown, "2", "Good again.").await.location();
    assert_eq!(room.db_state(shown).await, Some(CommentState::Held));
    assert!(edit(&room, &guest, shown, "3", " ").await.problems() == ["#body"]);
    for state in ["removed", "spam"] {
        sqlx::query(sqlx::AssertSqlSafe(format!(
            "update comments set state = '{state}'"
        )))
        .execute(&room.state.pool)
        .await
        .unwrap();
        room.state.clock.advance(TimeDelta::seconds(1));
        let answer = edit(&room, &guest, shown, "3", "Free me.").await;
        match state {
            "removed" => assert_eq!(answer.status, StatusCode::CONFLICT),
            _ => assert_eq!(
                answer.location(),
                format!("/comments/{shown}"),
                "nobody is told of spam"
            ),
        }
    }
    assert_eq!(room.db_state(shown).await, Some(CommentState::Spam));
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn to_everybody_else_there_is_nothing_to_change(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread_id, guest, reader) = (
        room.db_thread().await,
        room.device(),
        room.db_reader("Zîlan").await,
    );
    let by_guest = room.say(&guest, thread_id, "One.").await.comment_id();
    let by_reader = room.say(&reader, thread_id, "Two.").await.comment_id();
    let (editor, anyone) = (room.db_editor("Bo").await, Visitor::guest());
    for (who, id) in [
        (&anyone, by_guest),
        (&room.device(), by_guest),
        (&reader, by_guest),
        (&editor, by_guest),
        (&guest, by_reader),
        (&editor, by_reader),
        (&guest, room.mint()),
    ] {
        for door in ["edit", "delete"] {
            let page = room.get(who, &format!("/comments/{id}/{door}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(
            edit(&room, who, id, "1", "Mine.").await.status,
            StatusCode::NOT_FOUND
        );
        let posted = room.post(who, &format!("/comments/{id}/delete"), &[]).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(room.db_bodies().await, ["One.", "Two."]);
    // Who was a guest before they signed in is still who said it.
    let both = Visitor {
        cookie: guest.cookie.clone(),
        ..reader
    };
    edit(&room, &both, by_guest, "1", "Mine.").await.location();
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_taken_back_goes_and_stays_as_a_place_while_something_answers_it(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread_id, guest, other) = (room.db_thread().await, room.device(), room.device());
    let top = room.db_comment(&guest, thread_id, None, "Top.").await;
    let middle = room.db_comment(&other, thread_id, Some(top), "Middle.").await;
    let leaf = room.db_comment(&guest, thread_id, Some(middle), "Leaf.").await;
    let page = room.get(&guest, &format!("/comments/{top}/delete")).await;
    assert_eq!(page.texts("blockquote"), ["Top."]);
    let answer = delete(&room, &guest, thread_id, top).await;
    assert!(answer.location().ends_with("#comments"));
    assert_eq!(room.db_state(top).await, Some(CommentState::Deleted));
    let row = sqlx::query!(
        "select body, name, device, account_id, email from comments where comment_id = $1",
        top.0
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap();
    assert_eq!(
        (row.body.as_str(), row.name.as_str(), row.device, row.email),
        ("", "", None, None)
    );
    assert_eq!(room.db_events(top).await, ["deleted"]);
    room.db_counts_hold().await;
    delete(&room, &other, thread_id, middle).await.location();
    assert_eq!(room.db_state(middle).await, Some(CommentState::Deleted));
    // With the last answer, everything that was kept for it goes.
    delete(&room, &guest, thread_id, leaf).await.location();
    assert!(room.db_bodies().await.is_empty());
    // And again is no mistake.
    delete(&room, &guest, thread_id, leaf).await.location();
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_answer_and_the_end_of_what_it_answers_at_once_leave_one_or_the_other_whole(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread_id, guest, other) = (room.db_thread().await, room.device(), room.device());
    for _ in 0..8 {
        let top = room.db_comment(&guest, thread_id, None, "Top.").await;
        let (parent, thread) = (top.to_string(), thread_id.to_string());
        let fields = [
            ("thread_id", thread.as_str()),
            ("parent_id", parent.as_str()),
            ("name", "Bo"),
            ("body", "Answer."),
        ];
        let (gone, said) = tokio::join!(
            delete(&room, &guest, thread_id, top),
            room.post(&other, "/comments", &fields)
        );
        gone.location();
        match said.status {
            StatusCode::SEE_OTHER => {
                assert_eq!(room.db_state(top).await, Some(CommentState::Deleted));
            }
            status => {
                assert_eq!(status, StatusCode::CONFLICT, "{}", said.text);
                assert_eq!(room.db_state(top).await, None);
            }
        }
    }
    room.db_counts_hold().await;
}
