//! Taking everything along.

use std::{
    io::{Cursor, Read},
    sync::Arc,
};

use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use futures_util::StreamExt;
use ground::{
    ids::AccountId,
    personal::{Answer, Content, Exported, Files, Personal},
};
use sqlx::PgPool;

use super::{db_events, erase, reader};
use crate::testing::Room;

type Archive = zip::ZipArchive<Cursor<Vec<u8>>>;

async fn take(room: &Room, cookie: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
    let request = Request::post("/me/export")
        .header(header::COOKIE, cookie)
        .body(Body::empty());
    room.ask(request.unwrap()).await
}

async fn archive(room: &Room, cookie: &str) -> Archive {
    let (status, _, body) = take(room, cookie).await;
    assert_eq!(status, StatusCode::OK);
    zip::ZipArchive::new(Cursor::new(body)).unwrap()
}

fn text(archive: &mut Archive, path: &str) -> String {
    let mut text = String::new();
    archive.by_name(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn json(archive: &mut Archive, path: &str) -> serde_json::Value {
    serde_json::from_str(&text(archive, path)).unwrap()
}

/// A cookie for whoever [`erase::db_canary`] made.
async fn canary(room: &Room) -> (AccountId, String) {
    let account_id = erase::db_canary(room).await;
    let token = ground::secret::token();
    sqlx::query!(
        "update sessions set session_hash = $2
         where session_hash = (select session_hash from sessions where account_id = $1 limit 1)",
        account_id.0,
        ground::secret::token_hash(&token),
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    (account_id, format!("__Host-sid={token}"))
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn every_table_that_names_the_person_is_in_it_and_what_opens_a_door_is_not(pool: PgPool) {
    let room = Room::new(pool);
    reader(&room, "somebody-else@example.org").await;
    let (account_id, cookie) = canary(&room).await;
    let mut archive = archive(&room, &cookie).await;
    let account = json(&mut archive, "account.json");
    for (table, named) in erase::db_tables_naming(&room, account_id).await {
        assert!(named, "this test keeps nothing of the person in {table}");
        if table == "account_events" {
            assert_eq!(account[&table], "history.json");
        } else {
            assert!(!account[&table].as_array().unwrap().is_empty(), "{table}");
        }
    }
    assert_eq!(account["accounts"][0]["display_name"], "canary7f3a");
    assert_eq!(account["identities"][0]["issuer"], "https://canary7f3a");
    let left_out: Vec<&str> = account["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    for table in account.as_object().unwrap().values() {
        for row in table.as_array().into_iter().flatten() {
            for column in row.as_object().into_iter().flatten() {
                assert!(!left_out.contains(&column.0.as_str()), "{column:?}");
                assert!(
                    !column.0.ends_with("_hash") && !column.0.contains("sealed"),
                    "{column:?}"
                );
            }
        }
    }
    let history = json(&mut archive, "history.json");
    let events = history.as_array().unwrap();
    assert!(
        events
            .iter()
            .any(|event| event["kind"] == "linked" && event["words"] == "A service was connected")
    );
    assert!(events.iter().any(|event| event["kind"] == "exported"));
    assert!(text(&mut archive, "README.txt").contains("account.json"));
    for n in 0..archive.len() {
        let mut all = String::new();
        archive.by_index(n).unwrap().read_to_string(&mut all).unwrap();
        assert!(!all.contains("somebody-else"));
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn it_comes_as_a_file_that_nobody_keeps_on_the_way(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    let page = room.get("/me/export", &cookie).await;
    assert!(page.body.contains(r#"<form method="post" action="/me/export">"#));
    let (_, headers, _) = take(&room, &cookie).await;
    assert_eq!(headers[header::CONTENT_TYPE], "application/zip");
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    let name = "attachment; filename=\"be-part-2027-01-15.zip\"";
    assert_eq!(headers[header::CONTENT_DISPOSITION], name);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_long_history_is_whole(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    sqlx::query!(
        "insert into account_events (event_id, account_id, kind, at)
         select gen_random_uuid(), account_id, 'sign_in_failed', $1 from accounts, generate_series(1, 1234)",
        room.state.clock.now(),
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    let history = json(&mut archive(&room, &cookie).await, "history.json");
    let failed = history.as_array().unwrap().iter();
    assert_eq!(
        failed.filter(|event| event["kind"] == "sign_in_failed").count(),
        1234
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_sixth_in_an_hour_waits_and_each_is_written_down(pool: PgPool) {
    let room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    let all = (0..6).map(|_| take(&room, &cookie));
    let answers = futures_util::future::join_all(all).await;
    let refused = answers
        .iter()
        .filter(|(status, ..)| *status == StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.count(), 1);
    assert_eq!(db_events(&room, "ada@example.org").await, ["exported"; 5]);
}

/// Another room, with a film that is longer than what is held of it.
struct Other;

impl Personal for Other {
    fn export(&self, _: AccountId) -> Files<'_> {
        let film = tokio::io::AsyncReadExt::take(tokio::io::repeat(7), 8 << 20);
        let files = vec![
            Ok(Exported {
                path: "contributions/1/text.txt".to_owned(),
                content: Content::Text("Words of mine".to_owned()),
            }),
            Ok(Exported {
                path: "contributions/1/film.mp4".to_owned(),
                content: Content::Stream(Box::pin(film)),
            }),
        ];
        futures_util::stream::iter(files).boxed()
    }

    fn erase(&self, _: AccountId) -> Answer<'_, ()> {
        Box::pin(async { Ok(()) })
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_other_rooms_keep_is_in_it(pool: PgPool) {
    let mut room = Room::new(pool);
    let cookie = reader(&room, "ada@example.org").await;
    room.restart(|state| state.others = Arc::from([Arc::new(Other) as Arc<dyn Personal>]));
    let mut archive = archive(&room, &cookie).await;
    assert_eq!(text(&mut archive, "contributions/1/text.txt"), "Words of mine");
    assert_eq!(
        archive.by_name("contributions/1/film.mp4").unwrap().size(),
        8 << 20
    );
}
