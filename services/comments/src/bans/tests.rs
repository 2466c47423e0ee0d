//! Bans at their doors.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::ids::{BanId, CommentId};
use sqlx::PgPool;

use crate::testing::{Answer, Room, Visitor};

const APPEAL: &str = "/comments/appeal";
const LIST: &str = "/desk/comments/bans";

async fn ban(room: &Room, who: &Visitor, comment: CommentId, fields: &[(&str, &str)]) -> Answer {
    let id = room.mint::<BanId>().to_string();
    let mut all = vec![
        ("ban_id", id.as_str()),
        ("span", "week"),
        ("reason", "You threatened Ada"),
    ];
    for (name, value) in fields {
        all.retain(|(other, _)| other != name);
        all.push((name, value));
    }
    room.post(who, &format!("/desk/comments/{comment}/ban"), &all)
        .await
}

async fn only_ban(room: &Room) -> BanId {
    sqlx::query_scalar!(r#"select ban_id as "ban_id: BanId" from comment_bans"#)
        .fetch_one(&room.state.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_banned_reads_why_appeals_once_and_may_comment_again(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread, editor) = (room.db_thread().await, room.db_editor("Zoran").await);
    let guest = room.device();
    let comment = room.db_comment(&guest, thread, None, "I will find you").await;
    assert_eq!(room.get(&guest, APPEAL).await.status, StatusCode::NOT_FOUND);

    let form = room.get(&editor, &format!("/desk/comments/{comment}/ban")).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text);
    let made = ban(&room, &editor, comment, &[]).await;
    assert_eq!(made.location(), format!("/desk/comments/{comment}"));
    assert_eq!(room.db_events(comment).await, ["banned"]);

    let refused = room.say(&guest, thread, "Something else").await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
    assert!(refused.text.contains(APPEAL), "they are told where to read why");
    let page = room.get(&guest, APPEAL).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.header(axum::http::header::CACHE_CONTROL), "no-store");
    assert!(page.text.contains("You threatened Ada") && page.text.contains("I will find you"));
    assert!(
        !page.text.contains("Zoran"),
        "the newsroom speaks, not one of them"
    );

    let empty = room.post(&guest, APPEAL, &[("appeal", " \n ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let long = room.post(&guest, APPEAL, &[("appeal", &"x".repeat(2001))]).await;
    assert_eq!(long.problems(), ["#appeal"]);
    for _ in 0..2 {
        let said = room
            .post(&guest, APPEAL, &[("appeal", "It was <i>a song</i>")])
            .await;
        assert_eq!(said.location(), APPEAL);
    }
    let more = room
        .post(&guest, APPEAL, &[("appeal", "And another thing")])
        .await;
    assert_eq!(more.status, StatusCode::CONFLICT);

    let list = room.get(&editor, LIST).await;
    assert_eq!(list.texts("#appeals li a"), ["It was <i>a song</i>"]);
    let address = format!("{LIST}/{}", only_ban(&room).await);
    let silent = room.post(&editor, &address, &[("act", "end")]).await;
    assert_eq!(silent.problems(), ["#answer"], "who appeals is answered");
    for _ in 0..2 {
        let ended = room
            .post(&editor, &address, &[("act", "end"), ("answer", "So it was")])
            .await;
        assert_eq!(ended.location(), address);
    }
    let late = room
        .post(&editor, &address, &[("act", "keep"), ("answer", "No")])
        .await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let page = room.get(&guest, APPEAL).await;
    assert!(page.text.contains("So it was") && page.text.contains("You can comment again"));
    room.say(&guest, thread, "Thank you").await.comment_id();
    room.state.clock.advance(TimeDelta::days(31));
    assert_eq!(room.get(&guest, APPEAL).await.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_ban_ends_by_itself_and_a_new_one_takes_its_place(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread, editor) = (room.db_thread().await, room.db_editor("Bo").await);
    let reader = room.db_reader("Ada").await;
    let guest = room.device();
    let theirs = room.db_comment(&guest, thread, None, "Fools, all of you").await;
    ban(&room, &editor, theirs, &[("span", "day")]).await.location();
    assert_eq!(
        room.say(&guest, thread, "Again").await.status,
        StatusCode::FORBIDDEN
    );
    room.state.clock.advance(TimeDelta::days(1));
    room.say(&guest, thread, "I am back").await.comment_id();

    let comment = room.db_comment(&reader, thread, None, "Fools").await;
    let id = room.mint::<BanId>().to_string();
    for _ in 0..2 {
        let made = ban(&room, &editor, comment, &[("ban_id", &id), ("span", "day")]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER);
    }
    let first: BanId = id.parse().unwrap();
    assert!(room.say(&reader, thread, "Again").await.status.is_client_error());

    let unseen = ban(&room, &editor, comment, &[("span", "good"), ("reason", "Again")]).await;
    assert_eq!(
        unseen.status,
        StatusCode::CONFLICT,
        "a colleague was there before"
    );
    assert_eq!(unseen.texts("textarea"), ["Again"], "what was typed stays");
    assert_eq!(
        unseen.attributes("input[name=before]", "value"),
        [first.to_string()]
    );
    let seen = ban(&room, &editor, comment, &[("before", &id), ("span", "good")]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER);
    let list = room.get(&editor, LIST).await;
    assert_eq!(list.texts("#holding li a"), ["Ada"], "one ban for one person");
    room.state.clock.advance(TimeDelta::days(400));
    let other = room.db_thread().await;
    assert!(room.say(&reader, other, "Now?").await.status.is_client_error());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_editors_at_once_make_one_ban(pool: PgPool) {
    let room = Room::open(pool);
    let (thread, editor) = (room.db_thread().await, room.db_editor("Bo").await);
    let comment = room.db_comment(&room.device(), thread, None, "Fools").await;
    let (one, other) = tokio::join!(
        ban(&room, &editor, comment, &[]),
        ban(&room, &editor, comment, &[("span", "day")]),
    );
    let mut statuses = [one.status, other.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    only_ban(&room).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn only_the_desk_bans_and_nobody_of_its_own(pool: PgPool) {
    let room = Room::open(pool);
    let (thread, editor) = (room.db_thread().await, room.db_editor("Bo").await);
    let reader = room.db_reader("Ada").await;
    let comment = room.db_comment(&reader, thread, None, "Fools").await;
    for who in [&reader, &room.device(), &Visitor::guest()] {
        assert_eq!(ban(&room, who, comment, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(room.get(who, LIST).await.status, StatusCode::NOT_FOUND);
        let said = room.post(who, APPEAL, &[("appeal", "Why")]).await;
        assert_eq!(said.status, StatusCode::NOT_FOUND);
    }
    let theirs = room.db_comment(&editor, thread, None, "Be kind").await;
    let staff = ban(&room, &editor, theirs, &[]).await;
    assert_eq!(staff.status, StatusCode::CONFLICT);
    let no_such = ban(&room, &editor, room.mint(), &[]).await;
    assert_eq!(no_such.status, StatusCode::NOT_FOUND);
    for (fields, problems) in [
        ([("reason", " "), ("span", "year")], vec!["#span", "#reason"]),
        ([("reason", &"x".repeat(2001)), ("span", "day")], vec!["#reason"]),
    ] {
        let bad = ban(&room, &editor, comment, &fields).await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(bad.problems(), problems);
    }
    let odd = ban(&room, &editor, comment, &[("ban_id", "1")]).await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    let address = format!("{LIST}/{}", room.mint::<BanId>());
    assert_eq!(room.get(&editor, &address).await.status, StatusCode::NOT_FOUND);
    let count = sqlx::query_scalar!(r#"select count(*) as "count!" from comment_bans"#);
    assert_eq!(count.fetch_one(&room.state.pool).await.unwrap(), 0);
}
