//! A notice that a comment is against the law, from its form to its answer.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::ids::CommentId;
use sqlx::PgPool;

use crate::testing::{Answer, Postbox, Room, Visitor};

const NOTICES: &str = "/desk/comments/notices";
const ANSWER: &str = "Article 130 does not say so. <b>Write</b> to us if you see it otherwise.";

/// A comment, and a notice against it by the front door.
async fn noticed(room: &Room, author: &Visitor) -> (CommentId, String) {
    let thread_id = room.db_thread().await;
    let id = room.db_comment(author, thread_id, None, "Words.").await;
    let fields = [
        ("reason", "legal"),
        ("note", "Article 130."),
        ("email", "law@reader.example"),
    ];
    let address = format!("/comments/{id}/report");
    room.post(&room.device(), &address, &fields).await.location();
    let report = sqlx::query_scalar!(
        "select report_id from comment_reports where comment_id = $1",
        id.0
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap();
    (id, format!("{NOTICES}/{report}"))
}

async fn decide(room: &Room, editor: &Visitor, id: CommentId, fields: &[(&str, &str)]) {
    let version = sqlx::query_scalar!("select version from comments where comment_id = $1", id.0)
        .fetch_one(&room.state.pool)
        .await
        .unwrap()
        .to_string();
    let fields: Vec<_> = [("version", version.as_str())]
        .into_iter()
        .chain(fields.iter().copied())
        .collect();
    let address = format!("/desk/comments/{id}/decision");
    room.post(editor, &address, &fields).await.location();
}

async fn answer(room: &Room, editor: &Visitor, notice: &str) -> Answer {
    room.post(editor, notice, &[("words", ANSWER)]).await
}

async fn db_addresses(room: &Room) -> i64 {
    sqlx::query_scalar!(
        r#"select (select count(*) from comment_reports where email is not null)
                + (select count(*) from comment_notice_letters) as "count!""#
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_notice_is_decided_then_answered_once_and_the_address_forgotten(pool: PgPool) {
    let room = Room::open(pool);
    let (editor, post) = (room.db_editor("Cem").await, Postbox::of(&room));
    let (id, notice) = noticed(&room, &room.device()).await;
    let list = room.get(&editor, NOTICES).await;
    assert_eq!(
        list.attributes("main ol h2 a", "href"),
        std::slice::from_ref(&notice)
    );
    let desk = room.get(&editor, &format!("/desk/comments/{id}")).await;
    assert!(desk.attributes("main a", "href").contains(&notice));
    // No page of the desk has the address but the one that asks why.
    for page in [&list, &desk, &room.get(&editor, &notice).await] {
        assert!(!page.text.contains("reader.example"));
    }
    assert_eq!(answer(&room, &editor, &notice).await.status, StatusCode::CONFLICT);
    decide(&room, &editor, id, &[("deed", "leave")]).await;
    let early = answer(&room, &editor, &notice).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "it can be undone still");
    assert!(
        early.text.contains("Article 130 does not"),
        "what was typed stays"
    );
    room.state.clock.advance(TimeDelta::seconds(10));
    let long = "x".repeat(2001);
    for words in [" \n", long.as_str()] {
        let bad = room.post(&editor, &notice, &[("words", words)]).await;
        assert_eq!(bad.problems(), ["#words"]);
    }
    let (one, other) = tokio::join!(answer(&room, &editor, &notice), answer(&room, &editor, &notice));
    let mut found = [one.status, other.status];
    found.sort();
    assert_eq!(found, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    assert_eq!(db_addresses(&room).await, 1, "the answer has it");
    let mails = post.deliver(&room).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("To: law@reader.example"));
    assert!(mails[0].contains("The comment stays") && mails[0].contains("Article 130 does not say so."));
    assert!(!mails[0].contains("Words."), "nothing of the comment");
    assert_eq!(db_addresses(&room).await, 0);
    assert!(post.deliver(&room).await.is_empty());
    assert!(room.db_events(id).await.contains(&"notice_answered".to_owned()));
    let acts =
        sqlx::query_scalar!("select detail::text from comment_acts where kind = 'comment_notice_answered'")
            .fetch_all(&room.state.pool)
            .await
            .unwrap();
    assert_eq!(acts.len(), 1);
    assert!(!acts[0].as_deref().unwrap().contains("Article"));
    assert!(room.get(&editor, NOTICES).await.text.contains("empty-title"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_waits_hears_also_when_the_author_takes_the_comment_back(pool: PgPool) {
    let room = Room::open(pool);
    let (author, post) = (room.device(), Postbox::of(&room));
    let (id, _) = noticed(&room, &author).await;
    room.post(&author, &format!("/comments/{id}/delete"), &[])
        .await
        .location();
    assert_eq!(room.db_state(id).await, None);
    let mails = post.deliver(&room).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("took the comment back"), "{}", mails[0]);
    assert_eq!(db_addresses(&room).await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_removed_comment_is_answered_as_gone_and_other_reports_are_no_notices(pool: PgPool) {
    let room = Room::open(pool);
    let (editor, post) = (room.db_editor("Cem").await, Postbox::of(&room));
    let (id, notice) = noticed(&room, &room.device()).await;
    decide(&room, &editor, id, &[("deed", "remove"), ("reason", "law")]).await;
    room.state.clock.advance(TimeDelta::seconds(10));
    answer(&room, &editor, &notice).await.location();
    let mails = post.deliver(&room).await;
    assert!(
        mails.iter().any(|mail| mail.contains("not shown any more")),
        "{mails:?}"
    );
    sqlx::query!("update comment_reports set reason = 'hate'")
        .execute(&room.state.pool)
        .await
        .unwrap();
    for outside in [notice.as_str(), "/desk/comments/notices/x"] {
        let answer = room.get(&editor, outside).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    for who in [Visitor::guest(), room.db_reader("Bo").await] {
        for address in [NOTICES, notice.as_str()] {
            assert_eq!(room.get(&who, address).await.status, StatusCode::NOT_FOUND);
            let posted = room.post(&who, address, &[("words", "x")]).await;
            assert_eq!(posted.status, StatusCode::NOT_FOUND);
        }
    }
}
