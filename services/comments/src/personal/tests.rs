//! What is kept of somebody with an account goes with it, and with them.

use chrono::TimeDelta;
use futures_util::TryStreamExt;
use ground::{
    ids::AccountId,
    personal::{Content, Personal as _},
};
use sqlx::PgPool;

use super::Personal;
use crate::testing::{Room, Visitor};

/// Stands in every column that holds something of a person.
const CANARY: &str = "canary7f3a";

/// Every row of the tables of this room, as text.
async fn db_dump(room: &Room) -> String {
    sqlx::query_scalar!(
        r#"select string_agg(query_to_xml(format('select it::text as row from public.%I it', table_name), true, false, '')::text, '')
                  as "all!"
           from information_schema.tables
           where table_schema = 'public' and table_type = 'BASE TABLE' and table_name like 'comment%'"#
    )
    .fetch_one(&room.state.pool)
    .await
    .unwrap()
}

/// Somebody of whom every table keeps something.
async fn db_canary(room: &Room) -> Visitor {
    let (thread_id, editor) = (room.db_thread().await, room.db_editor("Cem").await);
    let reader = room.db_reader(CANARY).await;
    let alone = room.db_comment(&reader, thread_id, None, CANARY).await;
    room.state.clock.advance(TimeDelta::seconds(1));
    let answered = room.db_comment(&reader, thread_id, None, CANARY).await;
    room.state.clock.advance(TimeDelta::seconds(1));
    let answer = room
        .db_comment(&room.device(), thread_id, Some(answered), "Yes.")
        .await;
    room.post(
        &reader,
        &format!("/comments/{alone}/edit"),
        &[("body", "canary7f3a anew"), ("version", "1")],
    )
    .await
    .location();
    room.post(&reader, &format!("/comments/{answer}/like"), &[("want", "1")])
        .await
        .location();
    let fields = [
        ("reason", "legal"),
        ("note", CANARY),
        ("email", "canary7f3a@example.org"),
    ];
    room.post(&reader, &format!("/comments/{answer}/report"), &fields)
        .await
        .location();
    sqlx::query!(
        "with names as (update comments set name = $3 where account_id = $1),
              claim as (insert into comment_claims (comment_id, account_id, claimed_at, heartbeat_at) select comment_id, $1, written_at, written_at
                        from comments where comment_id = $4)
         insert into comment_bans (ban_id, account_id, reason, comment_id, made_at, made_by, appeal, appealed_at)
         select comment_id, $1, $3, comment_id, written_at, $2, $3, written_at from comments where comment_id = $4",
        reader.account_id().0,
        editor.account_id().0,
        CANARY,
        answer.0,
    )
    .execute(&room.state.pool)
    .await
    .unwrap();
    reader
}

async fn take_along(room: &Room, account_id: AccountId) -> Vec<(String, String)> {
    let personal = Personal::new(room.state.clone());
    let files: Vec<_> = personal.export(account_id).try_collect().await.unwrap();
    files
        .into_iter()
        .map(|file| match file.content {
            Content::Text(text) => (file.path, text),
            Content::Stream(_) => panic!("a stream"),
        })
        .collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn somebody_takes_along_what_they_said_liked_and_reported(pool: PgPool) {
    let room = Room::open(pool);
    let reader = db_canary(&room).await;
    let files = take_along(&room, reader.account_id()).await;
    let paths: Vec<_> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        ["comments/1.json", "comments/2.json", "comments/other.json"]
    );
    assert!(files[0].1.contains("canary7f3a anew") && files[0].1.contains("\"before\""));
    for part in ["likes", "reports", "bans", "canary7f3a@example.org"] {
        assert!(files[2].1.contains(part), "{part} in {}", files[2].1);
    }
    let other = room.db_reader("Bo").await;
    assert!(take_along(&room, other.account_id()).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nothing_of_who_is_forgotten_is_left_and_what_others_said_is(pool: PgPool) {
    let room = Room::open(pool);
    let reader = db_canary(&room).await;
    let account_id = reader.account_id();
    let before = db_dump(&room).await;
    assert!(before.contains(CANARY) && before.contains(&account_id.to_string()));
    let personal = Personal::new(room.state.clone());
    let (one, other) = tokio::join!(personal.erase(account_id), personal.erase(account_id));
    // Of two at once one may lose a race with the other, and is done again; twice is done.
    assert!(one.is_ok() || other.is_ok());
    personal.erase(account_id).await.unwrap();
    let after = db_dump(&room).await;
    assert!(
        !after.contains(CANARY) && !after.contains(&account_id.to_string()),
        "{after}"
    );
    assert_eq!(room.db_bodies().await, ["", "Yes."]);
    room.db_counts_hold().await;
}
