//! Who is forgotten is forgotten in what is public, too.

use std::path::{Path, PathBuf};

use axum::http::StatusCode;
use futures_util::TryStreamExt;
use ground::{
    ids::SubmissionId,
    jobs::{self, SweepPublic},
    seal::{Identity, Keyring, Source},
};
use sqlx::PgPool;

use super::*;
use crate::testing::{Sent, World};

/// In everything that somebody sent, and in nothing else.
const CANARY: &str = "Kanarya";

fn personal(world: &World) -> [Box<dyn Personal>; 2] {
    let State {
        pool,
        blobs,
        clock,
        ids,
        ..
    } = world.state.clone();
    let originals = media::Originals {
        pool,
        blobs,
        clock,
        ids,
        ring: Keyring::open(Source::Text(Identity::generate().secret()), None, false).unwrap(),
    };
    [
        Box::new(Stories::new(world.state.clone())),
        Box::new(review::Personal::new(originals)),
    ]
}

/// Someone with an account, and what they sent.
async fn db_reader(world: &World, contributions: &[SubmissionId]) -> AccountId {
    let now = world.state.clock.now();
    let account_id: AccountId = world.state.ids.mint(now);
    sqlx::query!(
        "insert into accounts (account_id, display_name, created_at) values ($1, 'Ada', $2)",
        account_id.0,
        now
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    let ids: Vec<_> = contributions.iter().map(|id| id.0).collect();
    sqlx::query!(
        "update submissions set account_id = $2 where submission_id = any($1)",
        &ids,
        account_id.0,
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    account_id
}

fn canary() -> Sent {
    Sent {
        title: "Kanarya on the bridge",
        body: "Kanarya saw it.",
        name: Some("Kanarya Berwari"),
        ..Sent::default()
    }
}

/// Every row of every table, as text.
async fn db_dump(pool: &PgPool) -> String {
    let tables: Vec<String> = sqlx::query_scalar(
        "select table_name::text from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    let mut dump = String::new();
    for table in tables {
        let all = format!("select coalesce(string_agg(t::text, E'\\n'), '') from \"{table}\" as t");
        let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(all))
            .fetch_one(pool)
            .await
            .unwrap();
        dump.push_str(&rows);
    }
    dump
}

fn objects(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => objects(&path),
            path => vec![path],
        })
        .collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_story_of_who_is_forgotten_is_an_address_that_says_gone_and_nothing_else(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (public, drafted) = (
        world.db_submission(canary()).await,
        world.db_submission(canary()).await,
    );
    let kept = world.db_submission(Sent::default()).await;
    let ada = db_reader(&world, &[public, drafted]).await;
    let path = world.publish(public).await;
    let pictures = world.get(&path).await.pictures();
    let kept_path = world.publish(kept).await;
    assert!(path.contains("kanarya"), "words of the title stand in it: {path}");
    assert_eq!(
        world.press(drafted, "save", &[]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!((pictures.len(), world.db_public().await.len()), (2, 16));
    assert!(db_dump(&pool).await.contains(CANARY));

    for _ in 0..2 {
        for room in personal(&world) {
            room.erase(ada).await.unwrap();
        }
        world.run_jobs().await;
        let gone = world.get(&path).await;
        assert_eq!(gone.status, StatusCode::GONE);
        assert!(!gone.text().contains(CANARY));
    }
    for picture in &pictures {
        assert_eq!(world.get(picture).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(world.get(&format!("{path}0")).await.status, StatusCode::NOT_FOUND);
    let dump = db_dump(&pool).await;
    let hex: String = CANARY
        .bytes()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect();
    for word in [CANARY, &CANARY.to_lowercase(), &hex] {
        assert!(!dump.contains(word), "{word} in {dump}");
    }
    // What the others sent: eight public copies, as many private ones.
    assert_eq!(world.get(&kept_path).await.status, StatusCode::OK);
    assert_eq!(world.db_public().await.len(), 8);
    assert_eq!(objects(world.folder()).len(), 16);
    assert_eq!(world.db_count_stories().await, 1);
    assert_eq!(world.open(public).await.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_publishes_meanwhile_is_refused_or_forgotten_with_it(pool: PgPool) {
    let world = World::new(pool).await;
    for _ in 0..5 {
        let id = world.db_submission(canary()).await;
        let ada = db_reader(&world, &[id]).await;
        let opened = world.open(id).await;
        let fields = crate::testing::typed(&opened, "publish", &[]);
        let forget = async {
            for room in personal(&world) {
                room.erase(ada).await.unwrap();
            }
        };
        let (published, ()) = tokio::join!(world.post(id, &fields), forget);
        let path = published.header(axum::http::header::LOCATION).to_owned();
        if published.status == StatusCode::SEE_OTHER {
            assert_eq!(world.get(&path).await.status, StatusCode::GONE);
        }
        assert_eq!(world.db_count_stories().await, 0);
    }
    // Copies that were made for nothing are deleted by who made them, or by the sweep.
    world.state.clock.advance(chrono::TimeDelta::hours(3));
    let mut conn = world.state.pool.acquire().await.unwrap();
    jobs::enqueue(&mut conn, &SweepPublic {}).await.unwrap();
    drop(conn);
    world.run_jobs().await;
    assert!(world.db_public().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn published_stories_are_taken_along_and_drafts_stay_the_newsrooms(pool: PgPool) {
    let world = World::new(pool).await;
    let (public, drafted) = (
        world.db_submission(canary()).await,
        world.db_submission(canary()).await,
    );
    let others = world.db_submission(Sent::default()).await;
    let ada = db_reader(&world, &[public, drafted]).await;
    let path = world.publish(public).await;
    world.publish(others).await;
    world.press(drafted, "save", &[]).await;
    let [stories, contributions] = personal(&world);
    let files: Vec<_> = stories.export(ada).try_collect().await.unwrap();
    let [file] = files.as_slice() else {
        panic!("{} files", files.len())
    };
    assert_eq!(file.path, "stories/1.json");
    let Content::Text(text) = &file.content else {
        panic!("it is text")
    };
    let told: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(told["address"], format!("https://news.example{path}"));
    assert_eq!(told["name"], "Kanarya Berwari");
    assert_eq!(told["withdrawn_at"], serde_json::Value::Null);
    // Beside them stands what they were made of; pictures that were never sealed are told as missing.
    let rest = contributions.export(ada).map_ok(|file| file.path);
    let rest: Vec<String> = rest.try_collect().await.unwrap();
    assert_eq!(rest.len(), 4, "{rest:?}");
    let nobody = stories.export(world.editor);
    let none: Vec<String> = nobody.map_ok(|file| file.path).try_collect().await.unwrap();
    assert!(none.is_empty());
}
