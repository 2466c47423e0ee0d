//! What admins do to colleagues is in the audit chain, and stays true there.

use ground::{
    audit::{self, Break, Found, Source, Verdict},
    secret::ServerKey,
};

use super::*;
use crate::store::People;

async fn walked(pool: &PgPool) -> Found {
    let sources: [&dyn Source; 1] = [&People];
    let key = audit::Key::of(&ServerKey::fixed());
    match audit::verify(pool, &key, &sources, None, None).await.unwrap() {
        Verdict::Walked(found) => found,
        Verdict::WrongKey => panic!("the key fits"),
    }
}

async fn db_chained(pool: &PgPool, about: AccountId) -> Vec<(String, Option<uuid::Uuid>)> {
    sqlx::query_as("select kind, account_id from audit_links where about_id = $1 order by seq")
        .bind(about.0)
        .fetch_all(pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_done_to_a_colleague_is_chained_and_explained_when_they_are_forgotten(pool: PgPool) {
    let room = Room::new(pool.clone());
    let zin = Staff::admin(&room).await;
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    zin.makes(&room, &bo, "editor", "chief").await;
    zin.does(&room, "remove", &bo, "chief").await;
    zin.does(&room, "restore", &bo, "chief-removed").await;
    let by = Some(zin.id.0);
    let expected = ["role_changed", "removed", "restored"].map(|kind| (kind.to_owned(), by));
    assert_eq!(db_chained(&pool, bo.id).await, expected);
    assert_eq!(walked(&pool).await.broken, []);

    // By whoever owns the database.
    let tamper = "begin; set local session_replication_role = replica;
                  update account_events set detail = 'admin' where kind = 'role_changed'; commit";
    sqlx::raw_sql(tamper).execute(&pool).await.unwrap();
    let found = walked(&pool).await;
    assert!(
        matches!(found.broken[0].what, Break::EventChanged(_)),
        "{found:?}"
    );
    let back = "begin; set local session_replication_role = replica;
                update account_events set detail = 'chief' where kind = 'role_changed'; commit";
    sqlx::raw_sql(back).execute(&pool).await.unwrap();

    // Forgotten, the events go, and a link says so.
    db_make_reader(&pool, bo.id).await;
    sqlx::query("update accounts set deletion_asked_at = $2, deletes_at = $2 where account_id = $1")
        .bind(bo.id.0)
        .bind(room.state.clock.now())
        .execute(&pool)
        .await
        .unwrap();
    crate::me::erase(&room.state, bo.id).await.unwrap();
    assert!(db_events(&pool, bo.id).await.is_empty());
    assert_eq!(db_chained(&pool, bo.id).await.last().unwrap().0, "erased");
    let found = walked(&pool).await;
    assert_eq!(found.broken, [], "{found:?}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_readers_nothing_is_chained(pool: PgPool) {
    let room = Room::new(pool.clone());
    let bo = Staff::come(&room, "bo@example.org", "Bo", Role::Editor).await;
    db_make_reader(&pool, bo.id).await;
    room.get("/me/export", &bo.cookie).await;
    assert!(
        db_chained(&pool, bo.id)
            .await
            .iter()
            .all(|(kind, _)| kind != "exported")
    );
}
