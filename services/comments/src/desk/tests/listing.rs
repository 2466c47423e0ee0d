//! Lists: what stands in which, filters, pages.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use super::{Desk, said};
use crate::testing::{Room, Visitor};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn to_everyone_but_the_newsroom_there_is_no_desk(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let reader = desk.room.db_reader("Dila").await;
    let page = format!("/desk/comments/{}", desk.comment);
    for who in [&Visitor::guest(), &reader] {
        for address in [
            "/desk/comments",
            "/desk/comments?queue=shred",
            &page,
            "/desk/comments/x",
        ] {
            assert_eq!(
                desk.room.get(who, address).await.status,
                StatusCode::NOT_FOUND,
                "{address}"
            );
        }
        for door in ["decision", "claim", "claim/release", "claim/take-over", "email"] {
            let answer = desk
                .room
                .post(who, &format!("{page}/{door}"), &[("deed", "show")])
                .await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{door}");
        }
        for door in ["bulk", "undo/x", &format!("threads/{}", desk.thread)] {
            let answer = desk.room.post(who, &format!("/desk/comments/{door}"), &[]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{door}");
        }
    }
    assert_eq!(desk.get("/desk/comments/x").await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        desk.get("/desk/comments?queue=shred").await.status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn each_list_holds_what_waits_for_it_and_says_how_much(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let held = desk.db_said("held by a word").await;
    desk.db_hold(held, Some("word")).await;
    let reported = desk.db_said("reported by readers").await;
    desk.db_report(reported, "hate", None).await;
    desk.db_report(reported, "spam", None).await;
    let first = desk.db_said("somebody new").await;
    sqlx::query!(
        "update comments set is_first = true where comment_id = $1",
        first.0
    )
    .execute(&desk.room.state.pool)
    .await
    .unwrap();
    for (queue, there) in [
        ("reported", vec!["reported by readers"]),
        ("held", vec!["held by a word"]),
        ("new", vec!["somebody new"]),
        ("machine", vec!["held by a word"]),
        ("appeals", vec![]),
    ] {
        let list = desk.get(&format!("/desk/comments?queue={queue}")).await;
        assert_eq!(list.status, StatusCode::OK, "{}", list.text);
        assert_eq!(said(&list), there, "{queue}");
        assert_eq!(list.texts(".queues .count"), ["1", "1", "1", "1", "0"]);
    }
    assert_eq!(said(&desk.get("/desk/comments?queue=latest").await).len(), 4);
    let marks = desk
        .get("/desk/comments?queue=reported")
        .await
        .texts(".marks .mark");
    assert_eq!(marks, ["2 reports wait"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn words_are_found_however_they_are_typed(pool: PgPool) {
    let desk = Desk::open(pool).await;
    desk.db_said("كوردستان و ئاوی سازگار").await;
    let list = desk
        .get("/desk/comments?queue=latest&q=%DA%A9%D9%88%D8%B1%D8%AF%D8%B3%D8%AA%D8%A7%D9%86")
        .await;
    assert_eq!(said(&list), ["كوردستان و ئاوی سازگار"]);
    assert_eq!(
        said(&desk.get("/desk/comments?queue=latest&q=RIVER").await),
        ["The river rose at night."]
    );
    let nothing = desk
        .get("/desk/comments?queue=latest&q=nowhere&language=tr")
        .await;
    assert_eq!((nothing.status, said(&nothing).len()), (StatusCode::OK, 0));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_list_goes_on_page_by_page_and_shows_each_once(pool: PgPool) {
    let desk = Desk::open(pool).await;
    for number in 0..64 {
        // Some of the same moment.
        if number % 3 == 0 {
            desk.room.state.clock.advance(TimeDelta::seconds(1));
        }
        desk.db_said(&format!("number {number}")).await;
    }
    for queue in ["latest", "held"] {
        if queue == "held" {
            sqlx::query!("update comments set state = 'held'")
                .execute(&desk.room.state.pool)
                .await
                .unwrap();
        }
        let (mut seen, mut address) = (Vec::new(), Some(format!("/desk/comments?queue={queue}")));
        while let Some(at) = address {
            let list = desk.get(&at).await;
            seen.extend(said(&list));
            address = list.attributes(".pager a[rel=next]", "href").pop();
        }
        assert_eq!(seen.len(), 65, "{queue}");
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 65, "{queue}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn all_of_one_person_and_all_of_one_thread_can_be_listed(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let reader = desk.room.db_reader("Dila").await;
    let theirs = desk.room.db_comment(&reader, desk.thread, None, "mine").await;
    desk.room.state.clock.advance(chrono::TimeDelta::seconds(1));
    let other_thread = desk.room.db_story("Another").await.1;
    desk.room
        .db_comment(&reader, other_thread, None, "mine, too")
        .await;
    let list = desk.get(&format!("/desk/comments?person={theirs}")).await;
    assert_eq!(said(&list), ["mine, too", "mine"]);
    let list = desk.get(&format!("/desk/comments?thread={other_thread}")).await;
    assert_eq!(said(&list), ["mine, too"]);
    assert_eq!(list.texts(".thread-set h2 a"), ["Another"]);
    let unknown = uuid::Uuid::from_u128(1);
    for address in [format!("person={unknown}"), format!("thread={unknown}")] {
        let answer = desk.get(&format!("/desk/comments?{address}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_strangers_write_is_shown_as_text(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let hostile = "<script>alert(1)</script>\u{202e}\"><img src=x onerror=alert(1)> ' or 1=1 --";
    let id = desk.db_said(hostile).await;
    desk.db_report(id, "legal", Some("ada@reader.example")).await;
    for address in [
        "/desk/comments?queue=latest".to_owned(),
        format!("/desk/comments/{id}"),
        format!("/desk/comments/{id}/email"),
    ] {
        let page = desk.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert!(
            !page.text.contains("<script>alert") && !page.text.contains("<img src=x"),
            "{address}"
        );
        assert!(!page.text.contains("ada@reader.example"), "{address}");
    }
    assert!(
        desk.get(&format!("/desk/comments/{id}"))
            .await
            .text
            .contains("&#60;b&#62;Look")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_empty_desk_says_so(pool: PgPool) {
    let room = Room::open(pool);
    let editor = room.db_editor("Cem").await;
    for queue in ["reported", "held", "new", "latest", "machine", "appeals"] {
        let list = room.get(&editor, &format!("/desk/comments?queue={queue}")).await;
        assert_eq!(list.status, StatusCode::OK, "{}", list.text);
        assert_eq!(list.texts(".empty-title").len(), 1, "{queue}");
    }
}
