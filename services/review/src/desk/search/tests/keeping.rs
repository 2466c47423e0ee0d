//! What is found follows what changes, and goes with what goes.

use ground::jobs::{self, IndexBacklog, Runners};
use sqlx::PgPool;

use super::{
    super::{index, runners},
    finding::Shelf,
};

async fn run(shelf: &Shelf) {
    runners(Runners::default(), &shelf.0)
        .run_pending(&shelf.0)
        .await
        .unwrap();
}

async fn db_words(shelf: &Shelf, at_risk: bool) -> Vec<String> {
    sqlx::query_scalar("select word from desk_words where at_risk = $1 order by word")
        .bind(at_risk)
        .fetch_all(&shelf.0)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn text_place_tags_category_and_notes_are_found_as_soon_as_they_change(pool: PgPool) {
    let shelf = Shelf(pool);
    let id = shelf.db_put("a", "Flood").await;
    for change in [
        "update submissions set body = 'Earthquake', place = 'Serêkaniyê', tags = '{zozan}'",
        "insert into desk_categories (category, position) values ('weather', 1)",
        "insert into desk_category_words (category, language, name) values ('weather', 'en', 'Tempest')",
        "update submissions set category = 'weather'",
        "insert into accounts (account_id, email, display_name, password_hash, created_at)
         values ('00000000-0000-0000-0000-000000000001', 'bo@example.org', 'Bo', '', now())",
        "insert into desk_notes (note_id, submission_id, account_id, only_me, body, written_at)
         select gen_random_uuid(), submission_id, '00000000-0000-0000-0000-000000000001', mine, note.body, now()
         from submissions, (values (false, 'verified by harbourmaster'), (true, 'secretly')) as note (mine, body)",
    ] {
        sqlx::query(change).execute(&shelf.0).await.unwrap();
    }
    index(&mut shelf.0.acquire().await.unwrap(), id).await.unwrap();
    for typed in ["earthquake", "serekaniye", "zozan", "tempest", "harbourmaster"] {
        assert_eq!(shelf.find(typed).await, ["a"], "{typed}");
    }
    for typed in ["flood", "secretly"] {
        assert!(shelf.find(typed).await.is_empty(), "{typed}");
    }
    assert!(!db_words(&shelf, false).await.contains(&"flood".to_owned()));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_file_that_tells_where_it_was_made_is_found_by_that_place(pool: PgPool) {
    let shelf = Shelf(pool);
    let id = shelf.db_put("a", "Flood").await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!(
        "set session_replication_role = replica;
         insert into media (media_id, upload_id, created_at) values ('{id}', gen_random_uuid(), now());
         insert into submission_files (submission_id, position, media_id, client_name) values ('{id}', 0, '{id}', 'a.jpg');
         insert into fact_readings (media_id, read_at, facts_cut, credentials_refused) values ('{id}', now(), false, 'x');
         set session_replication_role = default;
         insert into media_facts (media_id, position, kind, source, value)
         values ('{id}', 0, 'nearest_place', 'ours', '{{\"name\": \"Al Mālikīyah\", \"region\": \"Al-Hasakah\"}}')"
    )))
    .execute(&shelf.0)
    .await
    .unwrap();
    run(&shelf).await;
    assert_eq!(shelf.find("malikiyah").await, ["a"]);
    assert_eq!(shelf.find("hasakah").await, ["a"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_sent_before_there_was_a_search_is_indexed_by_and_by(pool: PgPool) {
    let shelf = Shelf(pool);
    for title in ["a", "b", "c"] {
        shelf.db_put(title, "Flood at the bridge").await;
    }
    sqlx::raw_sql("update desk_items set document = ''; delete from desk_words")
        .execute(&shelf.0)
        .await
        .unwrap();
    assert!(shelf.find("bridge").await.is_empty());
    let mut conn = shelf.0.acquire().await.unwrap();
    jobs::enqueue(&mut conn, &IndexBacklog { after: None })
        .await
        .unwrap();
    drop(conn);
    run(&shelf).await;
    assert_eq!(shelf.find("bridge").await, ["a", "b", "c"]);
    assert_eq!(shelf.find("brigde").await, ["a", "b", "c"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn words_of_an_endangered_one_are_offered_to_nobody_without_the_right(pool: PgPool) {
    let shelf = Shelf(pool);
    let id = shelf.db_put("a", "Witness Kejal near the bridge").await;
    shelf.db_put("b", "Another bridge").await;
    sqlx::query("update submissions set at_risk = true where submission_id = $1")
        .bind(id.0)
        .execute(&shelf.0)
        .await
        .unwrap();
    index(&mut shelf.0.acquire().await.unwrap(), id).await.unwrap();
    assert!(shelf.find("kejal").await.is_empty());
    let without = format!("{:?}", shelf.ask("kejak", false).await);
    assert!(!without.contains("kejal"), "{without}");
    let with = format!("{:?}", shelf.ask("kejak", true).await);
    assert!(with.contains("kejal"), "{with}");
    assert_eq!(db_words(&shelf, false).await, ["another", "bridge"]);

    sqlx::query("update submissions set at_risk = false")
        .execute(&shelf.0)
        .await
        .unwrap();
    index(&mut shelf.0.acquire().await.unwrap(), id).await.unwrap();
    assert_eq!(shelf.find("kejak").await, ["a"]);
    assert!(db_words(&shelf, true).await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn words_go_with_the_last_contribution_that_has_them(pool: PgPool) {
    let shelf = Shelf(pool);
    let id = shelf.db_put("a", "Flood bridge").await;
    shelf.db_put("b", "Bridge").await;
    assert_eq!(db_words(&shelf, false).await, ["bridge", "flood"]);
    sqlx::query("delete from submissions where submission_id = $1")
        .bind(id.0)
        .execute(&shelf.0)
        .await
        .unwrap();
    assert_eq!(db_words(&shelf, false).await, ["bridge"]);
    assert_eq!(shelf.find("brigde").await, ["b"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_comes_while_words_are_written_does_not_wait_and_they_are_learned_later(pool: PgPool) {
    let shelf = Shelf(pool);
    let mut busy = shelf.0.begin_with("begin").await.unwrap();
    assert!(crate::store::search::try_to_learn(&mut busy).await.unwrap());
    shelf.db_put("a", "Flood at the bridge").await;
    assert_eq!(
        shelf.find("flood").await,
        ["a"],
        "the word itself is found at once"
    );
    assert!(db_words(&shelf, false).await.is_empty());
    busy.rollback().await.unwrap();
    run(&shelf).await;
    assert_eq!(shelf.find("brigde").await, ["a"]);
}
