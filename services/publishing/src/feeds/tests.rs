//! Feeds and maps, from the outside.

use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use serde_json::Value;
use sqlx::PgPool;

use crate::testing::{Sent, World};

const HOSTILE: &str = "\"'><script>alert(1)</script>]]>&amp; \u{202e}ڕووبار \u{fffe}";

async fn published(world: &World, title: &'static str) -> (ground::ids::SubmissionId, String) {
    world.state.clock.advance(TimeDelta::seconds(1));
    let sent = Sent {
        title,
        body: HOSTILE,
        pictures: 1,
        ..Sent::default()
    };
    let id = world.db_submission(sent).await;
    let answer = world.press(id, "publish", &[("tags", "flood, <b>&")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    (id, answer.header(header::LOCATION).to_owned())
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn feeds_tell_of_the_newest_stories_and_real_parsers_read_them(pool: PgPool) {
    let world = World::new(pool).await;
    let (old, old_path) = published(&world, "The river").await;
    let (_, path) = published(&world, HOSTILE).await;
    let title: String = HOSTILE.replace('\u{fffe}', "");
    let title = title.trim();
    for (address, kind) in [
        ("/feeds/stories.rss", "application/rss+xml"),
        ("/feeds/stories.atom", "application/atom+xml"),
    ] {
        let feed = world.get(address).await;
        assert_eq!(feed.status, StatusCode::OK);
        assert!(feed.header(header::CONTENT_TYPE).starts_with(kind));
        let read = feed_rs::parser::parse(&feed.bytes[..]).unwrap();
        assert_eq!(read.entries.len(), 2, "{address}");
        let newest = &read.entries[0];
        assert_eq!(newest.title.as_ref().unwrap().content.trim(), title, "{address}");
        assert_eq!(newest.links[0].href, format!("https://news.example{path}"));
        assert!(newest.published.is_some());
        assert_eq!(newest.categories[0].term, "flood");
        assert!(!feed.text().contains("<script"), "{}", feed.text());
    }
    let feed = world.get("/feeds/stories.json").await;
    assert_eq!(feed.header(header::CONTENT_TYPE), "application/feed+json");
    let read: Value = serde_json::from_slice(&feed.bytes).unwrap();
    assert_eq!(read["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(read["items"][0]["title"].as_str().unwrap().trim(), title);
    assert_eq!(read["items"][1]["url"], format!("https://news.example{old_path}"));
    assert_eq!(read["items"][1]["authors"][0]["name"], "Ada Lovelace");
    world.db_set_consent(old, "anonymous").await;
    let feed = world.get("/feeds/stories.json").await;
    let read: Value = serde_json::from_slice(&feed.bytes).unwrap();
    assert!(read["items"][1]["authors"].is_null());
    world.db_withdraw(old).await;
    for ending in ["rss", "atom", "json"] {
        let feed = world.get(&format!("/feeds/stories.{ending}")).await;
        assert!(!feed.text().contains("The river"), "{ending}");
    }
    assert_eq!(
        world.get("/feeds/stories.xml").await.status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_map_of_the_site_leads_to_every_story(pool: PgPool) {
    let world = World::new(pool).await;
    let empty = world.get("/sitemap.xml").await.text();
    assert!(empty.contains("https://news.example/sitemaps/news.xml"));
    let (_, path) = published(&world, HOSTILE).await;
    let index = world.get("/sitemap.xml").await;
    assert_eq!(
        index.header(header::CONTENT_TYPE),
        "application/xml; charset=utf-8"
    );
    let parts: Vec<String> = index
        .text()
        .split("<loc>")
        .skip(1)
        .map(|part| part.split("</loc>").next().unwrap().to_owned())
        .collect();
    assert_eq!(parts.len(), 2);
    for part in parts {
        let part = part.strip_prefix("https://news.example").unwrap().to_owned();
        let map = world.get(&part).await;
        assert_eq!(map.status, StatusCode::OK);
        assert!(
            map.text()
                .contains(&format!("<loc>https://news.example{path}</loc>")),
            "{part}"
        );
        assert_eq!(map.text().contains("<news:title>"), part.ends_with("news.xml"));
        assert!(!map.text().contains("<script"));
    }
    world.state.clock.advance(TimeDelta::hours(49));
    assert!(!world.get("/sitemaps/news.xml").await.text().contains(&path));
    for nothing in ["/sitemaps/2020-13.xml", "/sitemaps/x.xml", "/sitemaps/news"] {
        assert_eq!(
            world.get(nothing).await.status,
            StatusCode::NOT_FOUND,
            "{nothing}"
        );
    }
    let robots = world.get("/robots.txt").await.text();
    assert!(robots.contains("Sitemap: https://news.example/sitemap.xml"));
}
