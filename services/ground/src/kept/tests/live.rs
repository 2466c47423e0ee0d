//! Word of changes comes from a real database.

use std::time::Duration;

use sqlx::PgPool;
use tokio_util::sync::CancellationToken;

use super::house::{House, said};
use crate::{kept::Kept, live::Live};

async fn until(kept: &Kept, hears: bool) {
    for _ in 0..1000 {
        if kept.0.shelf.read().unwrap().hears == hears {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it still does not hear: {hears}");
}

async fn until_it_says(house: &House, words: &str) {
    for _ in 0..1000 {
        if house.get().await.contains(words) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("nobody ever reads {words}");
}

#[sqlx::test(migrator = "crate::db::MIGRATOR")]
async fn what_the_database_says_reaches_the_pages_and_a_lost_line_takes_them_all(pool: PgPool) {
    let house = House::new(1 << 20);
    house.kept.deafen();
    let (live, stop) = (
        Live::default().keeping(house.kept.clone()),
        CancellationToken::new(),
    );
    let listening = tokio::spawn(live.listen(pool.clone(), stop.clone()));
    until(&house.kept, true).await;
    house.get().await;
    house.get().await;
    assert_eq!(house.made(), 1);

    house.say("two");
    sqlx::query!("select pg_notify('public', $1)", said())
        .execute(&pool)
        .await
        .unwrap();
    until_it_says(&house, "two").await;

    house.say("three");
    let ended = sqlx::query_scalar!(
        r#"select count(pg_terminate_backend(pid)) as "count!" from pg_stat_activity
           where datname = current_database() and query ilike 'listen%'"#
    );
    assert_eq!(ended.fetch_one(&pool).await.unwrap(), 1);
    until_it_says(&house, "three").await;
    until(&house.kept, true).await;

    stop.cancel();
    listening.await.unwrap();
    until(&house.kept, false).await;
}
