//! Saying something, through the front door.

mod crowd;

use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use ground::ids::{CommentId, ThreadId};
use sqlx::PgPool;

use crate::{
    CommentState,
    testing::{Answer, Room, Visitor},
};

/// A whole form of a guest, with some of its fields otherwise.
async fn send(room: &Room, who: &Visitor, thread_id: ThreadId, other: &[(&str, &str)]) -> Answer {
    let (id, thread) = (room.mint::<CommentId>().to_string(), thread_id.to_string());
    let mut fields = vec![
        ("thread_id", thread.as_str()),
        ("comment_id", id.as_str()),
        ("name", "Ada"),
        ("body", "The river rose at night."),
    ];
    for (name, value) in other {
        fields.retain(|(field, _)| field != name);
        fields.push((*name, *value));
    }
    room.post(who, "/comments", &fields).await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_guest_says_something_and_is_known_again(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let thread_id = room.db_thread().await;
    let answer = send(&room, &Visitor::guest(), thread_id, &[]).await;
    let id = answer.comment_id();
    assert!(answer.location().starts_with("/stories/story-"));
    assert!(answer.location().ends_with(&format!("#comment-{id}")));
    let cookie = answer.header(header::SET_COOKIE);
    assert!(cookie.starts_with("__Host-commenter="), "{cookie}");
    for manner in ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"] {
        assert!(cookie.contains(manner), "{cookie}");
    }
    let guest = Visitor::guest().after(&answer);
    let next = send(&room, &guest, thread_id, &[("body", "And again.")]).await;
    assert_eq!(next.header(header::SET_COOKIE), "", "it is kept already");
    let devices = sqlx::query_scalar!("select distinct device from comments")
        .fetch_all(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(devices.len(), 1);
    assert!(
        !guest
            .cookie
            .contains(&data_encoding::BASE64URL_NOPAD.encode(devices[0].as_ref().unwrap()))
    );
    assert_eq!(room.db_state(id).await, Some(CommentState::Shown));
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_signed_in_speaks_under_the_name_of_their_account(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread_id, zilan) = (room.db_thread().await, room.db_reader("Zîlan").await);
    let fields = [("name", "Somebody else"), ("email", "not an address")];
    let answer = send(&room, &zilan, thread_id, &fields).await;
    assert_eq!(answer.header(header::SET_COOKIE), "");
    let row = sqlx::query!("select account_id, device, name, email from comments")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(row.account_id, Some(zilan.account_id().0));
    assert_eq!((row.device, row.name.as_str(), row.email), (None, "Zîlan", None));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn somebody_new_waits_for_the_newsroom_and_keeps_what_they_said(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let answer = send(&room, &Visitor::guest(), thread_id, &[]).await;
    let id = answer.comment_id();
    assert_eq!(answer.location(), format!("/comments/{id}"));
    assert_eq!(room.db_state(id).await, Some(CommentState::Held));
    assert_eq!(room.db_events(id).await, ["held_by_rule"]);
    let row = sqlx::query!("select rule, is_first, shown_at from comments")
        .fetch_one(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(
        (row.rule.as_deref(), row.is_first, row.shown_at),
        (Some("first"), true, None)
    );
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_same_form_twice_or_at_once_is_one_comment(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let thread_id = room.db_thread().await;
    let id = room.mint::<CommentId>().to_string();
    let same = [("comment_id", id.as_str())];
    let (guest, reader) = (room.device(), room.db_reader("Zîlan").await);
    let (one, other) = tokio::join!(
        send(&room, &guest, thread_id, &same),
        send(&room, &guest, thread_id, &same)
    );
    assert_eq!(one.location(), other.location());
    assert_eq!(
        send(&room, &guest, thread_id, &same).await.location(),
        one.location()
    );
    assert_eq!(room.db_bodies().await.len(), 1);
    // Somebody else with the same page, and who types something new into an old one, says something new.
    for (who, body) in [(&reader, "The river rose at night."), (&guest, "Another thing.")] {
        let answer = send(&room, who, thread_id, &[same[0], ("body", body)]).await;
        assert_ne!(answer.comment_id().to_string(), id);
    }
    assert_eq!(room.db_bodies().await.len(), 3);
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_first_comment_sent_twice_is_one_and_gives_nobody_a_key_to_it(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let id = room.mint::<CommentId>().to_string();
    let same = [("comment_id", id.as_str()), ("email", "ada@example.org")];
    let first = send(&room, &Visitor::guest(), thread_id, &same).await;
    let second = send(&room, &Visitor::guest(), thread_id, &same).await;
    assert_eq!(second.status, StatusCode::SEE_OTHER);
    assert_eq!(second.header(header::SET_COOKIE), "");
    let edit = format!("/comments/{id}/edit");
    let author = Visitor::guest().after(&first);
    assert_eq!(room.get(&author, &edit).await.status, StatusCode::OK);
    assert_eq!(
        room.get(&Visitor::guest(), &edit).await.status,
        StatusCode::NOT_FOUND
    );
    // Who does not know all of it says something new.
    let guessed = send(&room, &Visitor::guest(), thread_id, &[same[0]]).await;
    assert_ne!(guessed.comment_id().to_string(), id);
    assert_eq!(room.db_bodies().await.len(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_form_without_an_id_pressed_twice_or_at_once_is_one_comment(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    room.db_easy().await;
    let nobody = Visitor::guest();
    let same = [("body", "Pressed twice."), ("comment_id", "")];
    let (one, other) = tokio::join!(
        send(&room, &nobody, thread_id, &same),
        send(&room, &nobody, thread_id, &same)
    );
    assert_eq!(
        (one.status, other.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    assert_eq!(room.db_bodies().await.len(), 1);
    // The same words later, or from somebody of another name, are another comment.
    send(
        &room,
        &nobody,
        thread_id,
        &[same[0], same[1], ("name", "Somebody else")],
    )
    .await;
    room.state.clock.advance(TimeDelta::minutes(25));
    send(&room, &nobody, thread_id, &same).await;
    assert_eq!(room.db_bodies().await.len(), 3);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn answers_stand_under_what_they_answer_to_the_eighth_level(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread_id, guest) = (room.db_thread().await, room.device());
    let mut parent = send(&room, &guest, thread_id, &[("body", "0")])
        .await
        .comment_id();
    for body in ["1", "2", "3", "4", "5", "6", "7", "8", "9"] {
        let above = parent.to_string();
        let fields = [("body", body), ("parent_id", above.as_str())];
        parent = send(&room, &guest, thread_id, &fields).await.comment_id();
    }
    let rows = sqlx::query!("select body, depth, reply_count from comments order by body")
        .fetch_all(&room.state.pool)
        .await
        .unwrap();
    let depths: Vec<_> = rows.iter().map(|row| row.depth).collect();
    assert_eq!(depths, [0, 1, 2, 3, 4, 5, 6, 7, 7, 7]);
    assert_eq!(rows[6].reply_count, 3);
    room.db_counts_hold().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_answered_may_be_gone_and_nothing_typed_is_lost(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread_id, elsewhere) = (room.db_thread().await, room.db_story("Another").await.1);
    let guest = room.device();
    let there = room.db_comment(&guest, elsewhere, None, "Elsewhere.").await;
    for parent in [there, room.mint::<CommentId>()] {
        let fields = [("parent_id", parent.to_string())];
        let fields = [("parent_id", fields[0].1.as_str())];
        let again = send(&room, &guest, thread_id, &fields).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert_eq!(again.problems(), ["#body"]);
        assert_eq!(again.texts("#body"), ["The river rose at night."]);
        // What comes back is said to everybody.
        let hidden = again.hidden();
        assert!(hidden.iter().all(|(name, _)| name != "parent_id"), "{hidden:?}");
        let fields: Vec<_> = hidden
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let good = send(&room, &guest, thread_id, &fields).await;
        room.db_state(good.comment_id()).await.unwrap();
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_wrong_is_said_beside_what_was_typed(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    room.db_editor("Ada Lovelace").await;
    let long = "a".repeat(5001);
    for (field, value, link) in [
        ("body", " \u{200B}\n", "#body"),
        ("body", long.as_str(), "#body"),
        ("name", "", "#name"),
        ("name", "Ed\u{202E}itor", "#name"),
        ("name", "Ada L0velace", "#name"),
        ("name", "Rûdaw Editor", "#name"),
        ("email", "ada@", "#email"),
        ("wants_answers", "yes", "#email"),
    ] {
        let again = send(&room, &Visitor::guest(), thread_id, &[(field, value)]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}");
        assert_eq!(again.problems(), [link], "{field} {value}");
    }
    let all = room
        .post(
            &Visitor::guest(),
            "/comments",
            &[("thread_id", &thread_id.to_string()), ("email", "<b>\"&")],
        )
        .await;
    assert_eq!(all.problems(), ["#body", "#name", "#email"]);
    assert_eq!(all.attributes("#email", "value"), ["<b>\"&"]);
    assert!(room.db_bodies().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn hostile_text_is_text(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let hostile = "</textarea><script>alert(1)</script>\u{202E}' or 1=1; --\r\nSet-Cookie: a=b\0";
    let answer = send(&room, &Visitor::guest(), thread_id, &[("body", hostile)]).await;
    assert_eq!(answer.headers.get_all(header::SET_COOKIE).iter().count(), 1);
    let kept = "</textarea><script>alert(1)</script>\u{202E}' or 1=1; --\nSet-Cookie: a=b";
    assert_eq!(room.db_bodies().await, [kept]);
    let again = send(
        &room,
        &Visitor::guest(),
        thread_id,
        &[("body", hostile), ("name", hostile)],
    )
    .await;
    assert!(
        again
            .texts("script")
            .iter()
            .all(|script| !script.contains("alert"))
    );
    assert!(again.texts("#body")[0].starts_with("</textarea><script>"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn where_there_is_no_thread_nothing_can_be_said(pool: PgPool) {
    let room = Room::open(pool);
    let (story_id, thread_id) = room.db_story("Flood").await;
    let guest = Visitor::guest();
    assert_eq!(
        send(&room, &guest, room.mint(), &[]).await.status,
        StatusCode::NOT_FOUND
    );
    for (field, value, status) in [
        ("thread_id", "", StatusCode::NOT_FOUND),
        ("comment_id", "x", StatusCode::BAD_REQUEST),
        (
            "comment_id",
            "00000000-0000-0000-0000-000000000000",
            StatusCode::BAD_REQUEST,
        ),
        ("parent_id", "../..", StatusCode::BAD_REQUEST),
    ] {
        let answer = send(&room, &guest, thread_id, &[(field, value)]).await;
        assert_eq!(answer.status, status, "{field}");
    }
    let mut conn = room.state.pool.acquire().await.unwrap();
    crate::end_thread(&mut conn, story_id, room.state.clock.now())
        .await
        .unwrap();
    assert_eq!(
        send(&room, &guest, thread_id, &[]).await.status,
        StatusCode::NOT_FOUND
    );
    assert!(room.db_bodies().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn pace_and_closed_threads_are_told_and_nothing_typed_is_lost(pool: PgPool) {
    let room = Room::open(pool);
    let (thread_id, guest) = (room.db_thread().await, room.device());
    send(&room, &guest, thread_id, &[]).await.comment_id();
    let soon = send(&room, &guest, thread_id, &[("body", "And this.")]).await;
    assert_eq!(soon.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(soon.header(header::RETRY_AFTER), "10");
    assert_eq!(soon.texts("#body"), ["And this."]);
    room.state.clock.advance(TimeDelta::seconds(10));
    send(&room, &guest, thread_id, &[("body", "And this.")])
        .await
        .comment_id();
    room.state.clock.advance(TimeDelta::days(30));
    let late = send(&room, &guest, thread_id, &[("body", "Too late?")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(late.problems(), ["#body"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn other_sites_and_too_many_are_turned_away_and_mistakes_cost_nothing(pool: PgPool) {
    let room = Room::open_with(pool, |state| {
        let hour = std::time::Duration::from_hours(1);
        state.posts = ground::web::Limiter::new(state.clock.clone(), hour, 2, 2);
    });
    room.db_easy().await;
    let (thread_id, guest) = (room.db_thread().await, room.device());
    let mut foreign = crate::testing::posted("/comments", &[("thread_id", &thread_id.to_string())]);
    foreign
        .headers_mut()
        .insert(header::ORIGIN, "https://evil.example".parse().unwrap());
    assert_eq!(room.ask(&guest, foreign).await.status, StatusCode::FORBIDDEN);
    let id = room.mint::<CommentId>().to_string();
    for _ in 0..3 {
        send(&room, &guest, thread_id, &[("comment_id", &id)])
            .await
            .comment_id();
        assert!(
            send(&room, &guest, thread_id, &[("body", "")])
                .await
                .status
                .is_client_error()
        );
    }
    send(&room, &guest, thread_id, &[("body", "Two.")])
        .await
        .comment_id();
    let third = send(&room, &guest, thread_id, &[("body", "Three.")]).await;
    assert_eq!(third.status, StatusCode::TOO_MANY_REQUESTS);
}
