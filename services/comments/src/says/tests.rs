//! What You Say, through the doors.

use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use ground::{
    ids::{CommentId, ThreadId},
    lang::Lang,
};
use serde_json::Value;
use sqlx::PgPool;

use super::what_you_say;
use crate::testing::{Room, Visitor};

const HOSTILE: &str = "\"'><script>alert(1)</script>]]>&amp; \u{202e}ڕووبار \u{fffe}";

/// By a device of its own, a minute after what was said before.
async fn say(room: &Room, thread_id: ThreadId, body: &str) -> CommentId {
    room.state.clock.advance(TimeDelta::minutes(1));
    room.db_comment(&Visitor::guest(), thread_id, None, body).await
}

async fn set(room: &Room, id: CommentId, what: &str) {
    let change = format!("update comments set {what} where comment_id = $1");
    sqlx::query(sqlx::AssertSqlSafe(change))
        .bind(id.0)
        .execute(&room.state.pool)
        .await
        .unwrap();
}

/// What the page shows, from above.
async fn shown(room: &Room, address: &str) -> Vec<String> {
    let page = room.get(&Visitor::guest(), address).await;
    assert_eq!(page.status, StatusCode::OK);
    page.texts(".said blockquote")
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_newest_comments_stand_under_their_articles_with_age_and_count(pool: PgPool) {
    let room = Room::open(pool);
    let (_, flood) = room.db_story("The <b>flood</b>").await;
    let (_, bridge) = room.db_story("The bridge").await;
    assert!(
        room.get(&Visitor::guest(), "/what-you-say")
            .await
            .text
            .contains("empty-title")
    );
    let first = say(&room, flood, "First.").await;
    say(&room, bridge, HOSTILE).await;
    say(&room, flood, "> First.\nThird.").await;
    let page = room.get(&Visitor::guest(), "/what-you-say").await;
    assert_eq!(page.texts(".said h3"), ["The <b>flood</b>", "The bridge"]);
    assert_eq!(page.texts(".said blockquote").len(), 3);
    assert_eq!(page.texts(".said blockquote")[0], "Third.");
    assert_eq!(page.texts(".said a.count"), ["2 comments", "1 comment"]);
    assert_eq!(
        page.texts(".said > p:nth-child(2) time"),
        ["3 minutes ago", "3 minutes ago"]
    );
    assert!(
        page.attributes(".said blockquote a", "href")
            .contains(&format!("/comments/{first}"))
    );
    assert!(!page.text.contains("<script>alert") && !page.text.contains("<b>flood"));
    // The newsroom puts one first, and mutes an article.
    set(&room, first, "pinned_at = shown_at").await;
    assert_eq!(shown(&room, "/what-you-say").await[0], "First.");
    sqlx::query!("update threads set muted = true where thread_id = $1", flood.0)
        .execute(&room.state.pool)
        .await
        .unwrap();
    assert_eq!(shown(&room, "/what-you-say").await.len(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_busy_article_leaves_room_for_others_and_a_person_has_one(pool: PgPool) {
    let room = Room::open(pool);
    let (_, quiet) = room.db_story("Quiet").await;
    let (_, busy) = room.db_story("Busy").await;
    say(&room, quiet, "One word.").await;
    for number in 0..50 {
        say(&room, busy, &format!("Number {number}.")).await;
    }
    let seen = shown(&room, "/what-you-say").await;
    assert_eq!(seen, ["Number 49.", "Number 48.", "Number 47.", "One word."]);
    let talker = room.device();
    for thread_id in [quiet, busy] {
        room.state.clock.advance(TimeDelta::minutes(1));
        room.db_comment(&talker, thread_id, None, "Me again.").await;
    }
    let again = |seen: Vec<String>| seen.iter().filter(|said| *said == "Me again.").count();
    assert_eq!(again(shown(&room, "/what-you-say").await), 1);
    room.db_rules("box_one_per_person = false").await;
    assert_eq!(again(shown(&room, "/what-you-say").await), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn articles_in_one_language_are_asked_for_by_it(pool: PgPool) {
    let room = Room::open(pool);
    let (_, english) = room.db_story("English").await;
    let (_, kurdish) = room.db_story("کوردی").await;
    sqlx::query!(
        "update threads set language = 'ckb' where thread_id = $1",
        kurdish.0
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    say(&room, english, "Here.").await;
    say(&room, kurdish, "لێرە.").await;
    assert_eq!(shown(&room, "/what-you-say").await.len(), 2);
    assert_eq!(shown(&room, "/what-you-say?in=ckb").await, ["لێرە."]);
    assert_eq!(shown(&room, "/what-you-say?in=").await.len(), 2);
    assert!(shown(&room, "/what-you-say?in=tr").await.is_empty());
    for unknown in ["/what-you-say?in=de", "/what-you-say.json?in=%00"] {
        let answer = room.get(&Visitor::guest(), unknown).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{unknown}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_comment_appears_after_the_delay_and_goes_with_its_article(pool: PgPool) {
    let room = Room::open(pool);
    let (story_id, thread_id) = room.db_story("Flood").await;
    room.db_rules("box_delay_seconds = 600").await;
    say(&room, thread_id, "Soon.").await;
    let now = room.state.clock.now();
    let mut conn = room.state.pool.acquire().await.unwrap();
    let early = what_you_say(&mut conn, now, None, 5).await.unwrap();
    assert!(early.groups.is_empty());
    assert_eq!(early.until, Some(now + TimeDelta::minutes(10)));
    assert!(shown(&room, "/what-you-say").await.is_empty());
    room.state.clock.advance(TimeDelta::minutes(10));
    let now = room.state.clock.now();
    let then = what_you_say(&mut conn, now, Some(Lang::En), 5).await.unwrap();
    assert_eq!((then.groups.len(), then.until), (1, None));
    // Taken back by its sender: the story is gone before its thread is ended.
    sqlx::query!(
        "update submissions set state = 'withdrawn', withdrawn_at = sent_at
         where submission_id = (select submission_id from stories where story_id = $1)",
        story_id.0,
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    assert!(shown(&room, "/what-you-say").await.is_empty());
    for feed in ["rss", "atom", "json"] {
        let answer = room
            .get(&Visitor::guest(), &format!("/feeds/comments.{feed}"))
            .await;
        assert!(!answer.text.contains("Soon."), "{feed}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_waited_for_days_is_new_when_it_is_shown(pool: PgPool) {
    let room = Room::open(pool);
    let (_, quiet) = room.db_story("Quiet").await;
    let waited = say(&room, quiet, "I was there.").await;
    set(&room, waited, "state = 'held', shown_at = null").await;
    // More articles than What You Say looks at.
    for number in 0..42 {
        let (_, busy) = room.db_story(&format!("Busy {number}")).await;
        say(&room, busy, "So was I.").await;
    }
    room.state.clock.advance(TimeDelta::days(2));
    let now = room.state.clock.now();
    set(&room, waited, &format!("state = 'shown', shown_at = '{now}'")).await;
    assert_eq!(shown(&room, "/what-you-say").await[0], "I was there.");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn programs_read_it_by_json_and_by_feeds_that_real_parsers_take(pool: PgPool) {
    let room = Room::open(pool);
    let (_, thread_id) = room.db_story(HOSTILE).await;
    let reader = room.db_reader(HOSTILE).await;
    say(&room, thread_id, "Old.").await;
    room.state.clock.advance(TimeDelta::minutes(1));
    let id = room.db_comment(&reader, thread_id, None, HOSTILE).await;
    let name: String = HOSTILE.replace('\u{fffe}', "");
    for (address, kind) in [
        ("/feeds/comments.rss", "application/rss+xml"),
        ("/feeds/comments.atom", "application/atom+xml"),
    ] {
        let feed = room.get(&Visitor::guest(), address).await;
        assert!(feed.header(header::CONTENT_TYPE).starts_with(kind));
        assert!(!feed.text.contains("<script"), "{}", feed.text);
        let read = feed_rs::parser::parse(feed.text.as_bytes()).unwrap();
        assert_eq!(read.entries.len(), 2, "{address}");
        let newest = &read.entries[0];
        assert_eq!(
            newest.links[0].href,
            format!("https://news.example/comments/{id}")
        );
        assert_eq!(
            newest.authors[0].name.as_deref().map(str::trim),
            Some(name.trim())
        );
        assert!(newest.published.is_some() && newest.title.is_some());
    }
    let feed = room.get(&Visitor::guest(), "/feeds/comments.json").await;
    assert_eq!(feed.header(header::CONTENT_TYPE), "application/feed+json");
    let read: Value = serde_json::from_str(&feed.text).unwrap();
    assert_eq!(read["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(read["items"][1]["content_text"], "Old.");
    let said = room.get(&Visitor::guest(), "/what-you-say.json").await;
    let read: Value = serde_json::from_str(&said.text).unwrap();
    let article = &read["articles"][0];
    assert_eq!(article["comment_count"], 2);
    assert_eq!(article["comments"][0]["id"], id.to_string());
    assert!(
        article["url"]
            .as_str()
            .unwrap()
            .starts_with("https://news.example/stories/")
    );
}
