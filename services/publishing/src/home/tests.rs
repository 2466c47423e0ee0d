//! The home page from the outside. What its boxes say is tried with them.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::ids::SubmissionId;
use sqlx::PgPool;

use super::EACH;
use crate::testing::{Sent, World};

async fn publish(world: &World, title: &'static str, pictures: usize) -> (SubmissionId, String) {
    world.state.clock.advance(TimeDelta::seconds(1));
    let sent = Sent {
        title,
        pictures,
        ..Sent::default()
    };
    let id = world.db_submission(sent).await;
    (id, world.publish(id).await)
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_newest_story_is_large_and_each_says_whose_where_and_when(pool: PgPool) {
    let world = World::new(pool).await;
    publish(&world, "Old", 1).await;
    publish(&world, "New", 2).await;
    let home = world.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert_eq!(home.all(".card.lead h2"), ["New"]);
    assert_eq!(home.all(".card:not(.lead) h3"), ["Old"]);
    assert_eq!(home.all(".card.lead .kicker"), ["Hewlêr"]);
    assert_eq!(
        home.attributes(".card.lead img[fetchpriority=high]", "src").len(),
        1
    );
    assert_eq!(
        home.attributes(".card:not(.lead) img[loading=lazy]", "src").len(),
        1
    );
    assert!(home.all(".card.lead .teaser")[0].starts_with("First paragraph"));
    assert!(
        home.all(".card:not(.lead) .teaser").is_empty(),
        "the others are many"
    );
    let facts = home.all(".card.lead .meta span");
    assert!(facts[0].contains("Ada Lovelace"), "{facts:?}");
    assert_eq!(home.attributes(".card.lead .meta time", "datetime").len(), 1);
    assert_eq!(
        facts.len(),
        2,
        "nothing is said under it, and nothing is said of that"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_story_says_how_much_is_said_under_it(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, _) = publish(&world, "The river", 0).await;
    world.db_comment(id, "I saw it.", "shown").await;
    world.db_comment(id, "Buy this.", "held").await;
    let facts = world.get("/").await.all(".card.lead .meta span");
    assert_eq!(facts[2].replace(['\u{2068}', '\u{2069}'], ""), "1 comment");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_first_page_has_the_boxes_and_the_others_only_stories(pool: PgPool) {
    let world = World::new(pool).await;
    for _ in 0..=EACH {
        publish(&world, "Story", 0).await;
    }
    let first = world.get("/").await;
    assert_eq!(first.attributes("form[role=search]", "action"), ["/search"]);
    assert_eq!(first.all(".box.invite").len(), 1);
    let older = first.attributes("a[rel=next]", "href").remove(0);
    let second = world.get(&older).await;
    assert!(second.all(".box").is_empty() && second.all(".card.lead").is_empty());
    assert_eq!(second.all(".card h3").len(), 1);
    let newer = second.attributes("a[rel=prev]", "href").remove(0);
    assert_eq!(
        world.get(&newer).await.all(".box.invite").len(),
        1,
        "the way back leads to the first page as it is"
    );
    assert_eq!(world.get("/?before=x").await.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_taken_back_is_gone_from_the_page_at_once(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, _) = publish(&world, "The river", 1).await;
    world.db_comment(id, "I saw it.", "shown").await;
    world.db_withdraw(id).await;
    let home = world.get("/").await;
    assert!(!home.text().contains("The river") && !home.text().contains("I saw it."));
}
