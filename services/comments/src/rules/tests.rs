//! The rules, asked with a real database.

use chrono::TimeDelta;
use ground::{
    Failure,
    ids::{CommentId, ThreadId},
};
use sqlx::PgPool;

use super::{Judgement, Said, Verdict, judge};
use crate::testing::{Room, Visitor};

async fn judged(room: &Room, who: &Visitor, thread_id: ThreadId, text: &str) -> Result<Judgement, Failure> {
    let person = who.person(&room.state);
    let said = Said {
        thread_id,
        comment_id: room.mint::<CommentId>(),
        person: &person,
        name: "Ada",
        text,
        is_edit: false,
    };
    let mut tx = ground::db::begin(&room.state.pool).await?;
    judge(&mut tx, &room.state, &said, room.state.clock.now()).await
}

/// In short.
async fn told(room: &Room, who: &Visitor, thread_id: ThreadId, text: &str) -> String {
    match judged(room, who, thread_id, text).await.unwrap().verdict {
        Verdict::Shown => "shown".to_owned(),
        Verdict::Held(rule, found) => format!("held {} {found}", rule.code()),
        Verdict::Spam(rule, found) => format!("spam {} {found}", rule.code()),
        Verdict::Refused(refusal) => format!("{} {:?}", refusal.words.id, refusal.retry),
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn somebody_new_waits_until_something_of_theirs_was_shown(pool: PgPool) {
    let room = Room::open(pool);
    let thread = room.db_thread().await;
    for who in [room.db_reader("Ada").await, room.device(), Visitor::guest()] {
        let first = judged(&room, &who, thread, "Good morning").await.unwrap();
        assert!(first.is_first);
        assert_eq!(told(&room, &who, thread, "Good morning").await, "held first ");
        if who.person(&room.state) == crate::person::Person::Nobody {
            continue;
        }
        room.db_comment(&who, thread, None, "Good day").await;
        assert_eq!(
            told(&room, &who, thread, "Good night").await,
            "rule-refused-slow Some(10)"
        );
        room.state.clock.advance(TimeDelta::seconds(10));
        assert_eq!(told(&room, &who, thread, "Good night").await, "shown");
        assert!(!judged(&room, &who, thread, "Good night").await.unwrap().is_first);
    }
    let editor = room.db_editor("Bo").await;
    assert_eq!(told(&room, &editor, thread, "Welcome").await, "shown");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn words_count_from_the_moment_they_are_in_the_list(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread, reader) = (room.db_thread().await, room.db_reader("Ada").await);
    assert_eq!(told(&room, &reader, thread, "s-c-a-m").await, "shown");
    let chief = room.db_chief("Dana").await;
    let words = "/desk/comments/rules/words";
    for (word, deed) in [("Scam", "spam"), ("ئازار*", "hold")] {
        room.post(&chief, words, &[("act", "add"), ("words", word), ("deed", deed)])
            .await
            .location();
    }
    assert_eq!(told(&room, &reader, thread, "s-c-a-m").await, "spam word Scam");
    assert_eq!(told(&room, &reader, thread, "آزارەکان").await, "held word ئازار*");
    room.post(&chief, words, &[("act", "remove"), ("word", "scam")])
        .await
        .location();
    assert_eq!(told(&room, &reader, thread, "s-c-a-m").await, "shown");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_thread_holds_slows_closes_and_ends(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    let (thread, reader) = (room.db_thread().await, room.db_reader("Ada").await);
    room.db_comment(&reader, thread, None, "First").await;
    let set = async |change: &str| {
        let change = format!("update threads set {change}");
        sqlx::query(sqlx::AssertSqlSafe(change))
            .execute(&room.state.pool)
            .await
            .unwrap();
    };
    set("slow_seconds = 60").await;
    assert_eq!(
        told(&room, &reader, thread, "Second").await,
        "rule-refused-slow Some(60)"
    );
    set("slow_seconds = null, holds = true").await;
    assert_eq!(told(&room, &reader, thread, "Second").await, "held thread ");
    set("holds = false").await;
    assert_eq!(told(&room, &reader, thread, "Second").await, "shown");
    set("closed_at = begun_at").await;
    assert_eq!(
        told(&room, &reader, thread, "Second").await,
        "rule-refused-closed None"
    );
    set("closed_at = null").await;
    room.state.clock.advance(TimeDelta::days(30));
    assert_eq!(
        told(&room, &reader, thread, "Second").await,
        "rule-refused-closed None"
    );
    set("ended_at = begun_at").await;
    let gone = judged(&room, &reader, thread, "Second").await;
    assert!(matches!(gone, Err(Failure::NotFound)));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn floods_wait_and_then_end_and_nobody_says_the_same_twice(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    room.db_rules("flood_five_minutes = 3").await;
    let (thread, guest) = (room.db_thread().await, room.device());
    let text = "Everybody should buy these wonderful pills today";
    room.db_comment(&guest, thread, None, text).await;
    assert_eq!(
        told(&room, &guest, thread, text).await,
        "rule-refused-repeat None"
    );
    let other = room.db_thread().await;
    assert_eq!(told(&room, &guest, other, text).await, "held repeat ");
    for number in 2..=6 {
        let verdict = told(&room, &guest, thread, "Next").await;
        let wanted = if number > 3 {
            format!("held flood {number}")
        } else {
            "shown".to_owned()
        };
        assert_eq!(verdict, wanted);
        room.db_comment(&guest, thread, None, "Next").await;
    }
    assert_eq!(
        told(&room, &guest, thread, "Next").await,
        "rule-refused-flood Some(300)"
    );
    room.state.clock.advance(TimeDelta::minutes(5));
    assert_eq!(told(&room, &guest, thread, "Next").await, "shown");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_at_once_of_one_person_wait_for_each_other(pool: PgPool) {
    let room = Room::open(pool);
    room.db_easy().await;
    room.db_rules("slow_seconds = 30").await;
    let (thread, reader) = (room.db_thread().await, room.db_reader("Ada").await);
    let (one, other) = tokio::join!(
        room.say(&reader, thread, "One"),
        room.say(&reader, thread, "Another")
    );
    let taken = [&one, &other]
        .iter()
        .filter(|answer| answer.status.is_redirection())
        .count();
    assert_eq!(taken, 1, "{} {}", one.status, other.status);
    assert_eq!(room.db_bodies().await.len(), 1);
}
