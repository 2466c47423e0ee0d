//! Removed or signed out is out, also from answers that go on, on every instance of the program.

use std::time::Duration;

use axum::{body::BodyDataStream, http::StatusCode};
use futures_util::StreamExt;
use tokio::{task::JoinHandle, time::Instant};
use tokio_util::sync::CancellationToken;

use super::*;

/// How long somebody removed may go on hearing (docs/SECURITY.md).
const AT_ONCE: Duration = Duration::from_secs(1);

/// The whole program once more: a router and a line to the database of its own.
struct Instance {
    desk: Desk,
    stop: CancellationToken,
    listening: JoinHandle<()>,
}

impl Instance {
    async fn start(pool: &PgPool) -> Self {
        let desk = Desk::open(pool.clone()).await;
        let stop = CancellationToken::new();
        let mut heard = desk.live.subscribe();
        let listening = tokio::spawn(desk.live.clone().listen(pool.clone(), stop.clone()));
        heard.recv().await.unwrap();
        Self {
            desk,
            stop,
            listening,
        }
    }

    /// An open desk; who watches is asked of the database, as `accounts` does.
    async fn watch(&self, person: &Viewer) -> BodyDataStream {
        let account_id = person.0.clone().unwrap().account_id;
        let (pool, watcher) = (self.desk.pool.clone(), person.clone());
        let ask = move || {
            let (pool, watcher) = (pool.clone(), watcher.clone());
            async move {
                let there = db_is_signed_in(&pool, account_id).await;
                Ok(if there { watcher } else { Viewer::default() })
            }
        };
        let router = self.desk.router.clone().layer(Extension(Again::new(ask)));
        let router = router.layer(Extension(person.clone()));
        let request = Request::get("/desk/live").body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        let mut body = response.into_body().into_data_stream();
        assert!(body.next().await.is_some(), "the counts at once");
        body
    }

    async fn end(self) {
        self.stop.cancel();
        self.listening.await.unwrap();
    }
}

async fn db_is_signed_in(pool: &PgPool, account_id: AccountId) -> bool {
    sqlx::query_scalar!(
        r#"select exists (select from sessions join accounts using (account_id)
                          where account_id = $1 and deactivated_at is null and role is not null) as "any!""#,
        account_id.0,
    )
    .fetch_one(pool)
    .await
    .unwrap()
}

async fn db_session(pool: &PgPool, person: &Viewer) {
    let account_id = person.0.as_ref().unwrap().account_id;
    sqlx::query!(
        "insert into sessions (session_hash, session_id, account_id, created_at, seen_at, confirmed_at)
         values ($1, $2, $2, now(), now(), now())",
        account_id.0.as_bytes().as_slice(),
        account_id.0,
    )
    .execute(pool)
    .await
    .unwrap();
}

async fn ends_at_once(line: &mut BodyDataStream, since: Instant) {
    let ended = async { while line.next().await.is_some() {} };
    tokio::time::timeout(AT_ONCE, ended)
        .await
        .expect("the line ends at once");
    assert!(since.elapsed() < AT_ONCE, "{:?}", since.elapsed());
}

async fn goes_on(line: &mut BodyDataStream) {
    let more = tokio::time::timeout(AT_ONCE, line.next()).await;
    assert!(more.is_err(), "somebody else's line ended or spoke: {more:?}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_line_of_a_removed_person_ends_at_once_on_every_instance(pool: PgPool) {
    let (one, other) = (Instance::start(&pool).await, Instance::start(&pool).await);
    let (bo, colleague) = (one.desk.db_editor("Bo").await, one.desk.db_editor("Cem").await);
    db_session(&pool, &bo).await;
    db_session(&pool, &colleague).await;
    let mut lines = [one.watch(&bo).await, other.watch(&bo).await];
    let mut colleagues = other.watch(&colleague).await;

    let since = Instant::now();
    sqlx::query!(
        "update accounts set deactivated_at = now() where account_id = $1",
        bo.0.as_ref().unwrap().account_id.0
    )
    .execute(&pool)
    .await
    .unwrap();
    for line in &mut lines {
        ends_at_once(line, since).await;
    }
    goes_on(&mut colleagues).await;
    one.end().await;
    other.end().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_line_of_a_session_that_ended_or_a_role_that_was_taken_ends_at_once(pool: PgPool) {
    let (one, other) = (Instance::start(&pool).await, Instance::start(&pool).await);
    let (bo, cem) = (one.desk.db_editor("Bo").await, one.desk.db_editor("Cem").await);
    db_session(&pool, &bo).await;
    db_session(&pool, &cem).await;
    let (mut signed_out, mut demoted) = (other.watch(&bo).await, other.watch(&cem).await);

    let since = Instant::now();
    let bo_id = bo.0.as_ref().unwrap().account_id.0;
    sqlx::query!("delete from sessions where account_id = $1", bo_id)
        .execute(&pool)
        .await
        .unwrap();
    ends_at_once(&mut signed_out, since).await;

    let since = Instant::now();
    let cem_id = cem.0.as_ref().unwrap().account_id.0;
    sqlx::query!("update accounts set role = null where account_id = $1", cem_id)
        .execute(&pool)
        .await
        .unwrap();
    ends_at_once(&mut demoted, since).await;
    one.end().await;
    other.end().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn after_a_broken_connection_to_the_database_everyone_is_asked_anew(pool: PgPool) {
    let one = Instance::start(&pool).await;
    let bo = one.desk.db_editor("Bo").await;
    db_session(&pool, &bo).await;
    let mut line = one.watch(&bo).await;
    // The word of the removal is lost, because nobody listens while it is said.
    sqlx::query!(
        "select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and query like 'LISTEN%'"
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    sqlx::query!(
        "update accounts set deactivated_at = now() where account_id = $1",
        bo.0.as_ref().unwrap().account_id.0
    )
    .execute(&pool)
    .await
    .unwrap();
    let ended = async { while line.next().await.is_some() {} };
    tokio::time::timeout(Duration::from_secs(10), ended)
        .await
        .expect("the line ends once the connection is back");
    one.end().await;
}
