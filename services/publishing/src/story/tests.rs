//! The page of a story, from the outside.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use ground::{ids::SubmissionId, viewer::Viewer};
use serde_json::Value;
use sqlx::PgPool;

use crate::testing::{Answer, Sent, World};

async fn publish(world: &World, title: &'static str, changes: &[(&str, &str)]) -> (SubmissionId, String) {
    world.state.clock.advance(TimeDelta::seconds(1));
    let sent = Sent {
        title,
        pictures: 1,
        ..Sent::default()
    };
    let id = world.db_submission(sent).await;
    let answer = world.press(id, "publish", changes).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    (id, answer.header(header::LOCATION).to_owned())
}

/// What search engines read.
fn structured(page: &Answer) -> Value {
    serde_json::from_str(&page.all("script[type='application/ld+json']")[0]).unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_story_says_what_it_is_to_search_engines_and_nothing_that_strangers_wrote_ends_it(pool: PgPool) {
    let world = World::new(pool).await;
    let hostile = "</script><script>alert(1)</script>\u{2028}";
    let (id, path) = publish(
        &world,
        "The river",
        &[("title", hostile), ("tags", hostile), ("place", hostile)],
    )
    .await;
    let page = world.get(&path).await;
    assert!(!page.text().contains("<script>alert"), "{}", page.text());
    let told = structured(&page);
    assert_eq!(told["@type"], "NewsArticle");
    assert_eq!(told["headline"], "</script><script>alert(1)</script>");
    assert_eq!(told["author"]["name"], "Ada Lovelace");
    assert_eq!(told["mainEntityOfPage"], format!("https://news.example{path}"));
    assert!(
        told["image"][0]
            .as_str()
            .unwrap()
            .starts_with("https://news.example/m/")
    );
    assert_eq!(
        page.attributes("link[rel=alternate][hreflang=en]", "href").len(),
        1
    );
    world.db_set_consent(id, "anonymous").await;
    let told = structured(&world.get(&path).await);
    assert_eq!(told["author"]["name"], "Rudaw", "and no name of who sent it");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_checked_and_what_was_put_right_is_said_with_its_time(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, path) = publish(
        &world,
        "The river",
        &[("checked_note", "We called the mayor.\n\nTwice.")],
    )
    .await;
    let page = world.get(&path).await;
    assert!(page.all(".panel p").contains(&"We called the mayor.".to_owned()));
    assert!(page.all(".correction").is_empty());
    let changes = [("correction", "It was the other bridge.")];
    world.press(id, "publish", &changes).await;
    let corrected = world.get(&path).await;
    assert!(corrected.all(".correction")[0].contains("the other bridge"));
    let when = corrected.attributes(".correction time", "datetime");
    world.state.clock.advance(TimeDelta::hours(1));
    world.press(id, "publish", &[("body", "Other words")]).await;
    let after = world.get(&path).await;
    assert_eq!(
        after.attributes(".correction time", "datetime"),
        when,
        "the time of what was said"
    );
    world.press(id, "publish", &[("correction", "")]).await;
    assert!(world.get(&path).await.all(".correction").is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn stories_of_the_same_tags_and_place_stand_under_a_story_until_they_are_taken_back(pool: PgPool) {
    let world = World::new(pool).await;
    let (_, both) = publish(&world, "Both", &[("tags", "flood, river"), ("place", "Kobanê")]).await;
    let (one, _) = publish(&world, "One", &[("tags", "flood"), ("place", "Amed")]).await;
    publish(&world, "Here", &[("tags", "football"), ("place", "Kobanê")]).await;
    publish(&world, "Other", &[("tags", "football"), ("place", "Amed")]).await;
    let (_, path) = publish(&world, "This", &[("tags", "river, flood"), ("place", "Kobanê")]).await;
    let page = world.get(&path).await;
    assert_eq!(page.all(".related h2 a"), ["Both", "One", "Here"]);
    assert_eq!(page.attributes(".related h2 a", "href")[0], both);
    world.db_withdraw(one).await;
    assert_eq!(world.get(&path).await.all(".related h2 a"), ["Both", "Here"]);
}

async fn ask(world: &World, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    world
        .send(Viewer::default(), request.body(Body::empty()).unwrap())
        .await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_saves_data_gets_one_small_picture_of_each(pool: PgPool) {
    let world = World::new(pool).await;
    let (_, path) = publish(&world, "The river", &[]).await;
    let whole = world.get(&path).await;
    assert_eq!(whole.attributes("picture img", "srcset").len(), 1);
    for headers in [[("save-data", "on")], [("cookie", "light=1")]] {
        let light = ask(&world, &path, &headers).await;
        assert!(light.attributes("picture img", "srcset").is_empty());
        assert!(light.attributes("picture img", "src")[0].ends_with("-320.jpeg"));
        assert!(light.attributes("picture source", "srcset")[0].ends_with("-320.webp"));
        assert_eq!(light.attributes(".light-switch input[name=want]", "value"), ["0"]);
        assert!(light.header(header::VARY).contains("Save-Data"));
    }
    let mut switch = Request::post("/light")
        .body(Body::from("want=1&next=/archive"))
        .unwrap();
    let kind = header::HeaderValue::from_static("application/x-www-form-urlencoded");
    switch.headers_mut().insert(header::CONTENT_TYPE, kind);
    let answer = world.send(Viewer::default(), switch).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header(header::LOCATION), "/archive");
    assert!(answer.header(header::SET_COOKIE).starts_with("light=1; Path=/;"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn people_talk_under_a_story_from_its_first_moment_to_its_last(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, path) = publish(&world, "The river", &[]).await;
    let page = world.get(&path).await;
    assert_eq!(page.attributes("#comments", "id").len(), 1);
    world.press(id, "publish", &[("title", "The river, again")]).await;
    let thread = sqlx::query!("select title, path, ended_at from threads")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(
        (thread.title.as_str(), thread.path, thread.ended_at),
        ("The river, again", path, None)
    );
    world.db_withdraw(id).await;
    let job = ground::jobs::WithdrawStory { submission_id: id };
    ground::jobs::enqueue(&mut world.state.pool.acquire().await.unwrap(), &job)
        .await
        .unwrap();
    world.run_jobs().await;
    let ended = sqlx::query_scalar!("select ended_at from threads")
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    assert!(ended.is_some());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_film_is_played_by_its_playlist_or_as_one_file_and_small_for_who_saves_data(pool: PgPool) {
    let world = World::new(pool).await;
    let sent = Sent {
        pictures: 1,
        ..Sent::default()
    };
    let id = world.db_submission(sent).await;
    for (slot, width) in [(240_i16, 426), (480, 854)] {
        sqlx::query!(
            "with film as (update media set medium_kind = 'film', kind = null, duration_ms = 4000 returning media_id),
                  made as (insert into renditions (media_id, slot, format, width, height, size)
                           select media_id, $1::smallint, 'mp4', $2::integer, $1::smallint, 30 from film returning media_id)
             insert into film_rungs (media_id, slot, format, codecs, head_bytes, segment_ms, segment_bytes)
             select media_id, $1::smallint, 'mp4', 'avc1.4d401f', 10, '{2000,2000}', '{10,10}' from film",
            slot,
            width,
        )
        .execute(&world.state.pool)
        .await
        .unwrap();
        let media_id = sqlx::query_scalar!("select media_id from media")
            .fetch_one(&world.state.pool)
            .await
            .unwrap();
        let key = ground::blobs::BlobKey::rendition(media_id.into(), format!("{slot}.mp4").parse().unwrap());
        world
            .state
            .blobs
            .put_bytes(&key, "a film".into(), "video/mp4")
            .await
            .unwrap();
    }
    let path = world.publish(id).await;
    let page = world.get(&path).await;
    let sources = page.attributes("video source", "src");
    assert_eq!(sources.len(), 2);
    let list = world.get(&sources[0]).await;
    assert_eq!(list.status, StatusCode::OK);
    assert_eq!(list.text().matches("#EXT-X-STREAM-INF").count(), 2);
    let rung = list.text().lines().last().unwrap().to_owned();
    assert_eq!(world.get(&format!("/m/{rung}")).await.status, StatusCode::OK);
    assert_eq!(world.get(&sources[1]).await.status, StatusCode::OK);
    assert_eq!(
        page.attributes("video[poster][data-module=film]", "preload"),
        ["none"]
    );
    let told = structured(&page);
    assert_eq!(told["video"][0]["@type"], "VideoObject");
    let light = ask(&world, &path, &[("save-data", "on")]).await;
    let sources = light.attributes("video source", "src");
    assert_eq!(sources.len(), 1);
    assert!(sources[0].ends_with("-240.mp4"), "{sources:?}");
    assert!(light.attributes("video[poster]", "src").is_empty());
}
