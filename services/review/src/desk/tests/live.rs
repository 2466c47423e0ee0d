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
    telling: JoinHandle<()>,
}

impl Instance {
    async fn start(pool: &PgPool) -> Self {
        let desk = Desk::open(pool.clone()).await;
        let stop = CancellationToken::new();
        let mut heard = desk.live.subscribe();
        let telling = tokio::spawn(desk.hub.clone().run(stop.clone()));
        let listening = tokio::spawn(desk.live.clone().listen(pool.clone(), stop.clone()));
        heard.recv().await.unwrap();
        // Whoever listens from the start is told once that they may have missed something.
        tokio::time::sleep(Duration::from_millis(400)).await;
        Self {
            desk,
            stop,
            listening,
            telling,
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
        self.telling.await.unwrap();
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

/// One event: its place, and what it says.
async fn next_event(line: &mut BodyDataStream) -> (String, serde_json::Value) {
    loop {
        let chunk = tokio::time::timeout(Duration::from_secs(5), line.next()).await;
        let chunk = chunk.expect("something is told").unwrap().unwrap();
        let text = String::from_utf8(chunk.to_vec()).unwrap();
        let field = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.map(|rest| rest.trim_start_matches(':').trim().to_owned())
        };
        if let Some(data) = field("data") {
            return (
                field("id").unwrap_or_default(),
                serde_json::from_str(&data).unwrap(),
            );
        }
    }
}

/// Word of what was done before may still be on its way.
async fn quiet(line: &mut BodyDataStream) {
    while let Ok(told) = tokio::time::timeout(Duration::from_millis(500), line.next()).await {
        assert!(told.is_some(), "the line goes on");
    }
}

impl Instance {
    /// An open desk of somebody whose rights stay, and its first event.
    async fn hear(&self, person: &Viewer, last: Option<&str>) -> (BodyDataStream, serde_json::Value) {
        let mut request = Request::get("/desk/live");
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let response = self
            .desk
            .respond(person, request.body(Body::empty()).unwrap())
            .await;
        assert_eq!(response.status(), StatusCode::OK);
        let mut body = response.into_body().into_data_stream();
        let (_, first) = next_event(&mut body).await;
        (body, first)
    }

    async fn ask_for(&self, person: &Viewer, ids: &str) -> serde_json::Value {
        let answer = self.desk.get(person, &format!("/desk/live.json?ids={ids}")).await;
        assert_eq!(answer.status, StatusCode::OK);
        serde_json::from_str(&answer.text).unwrap()
    }
}

fn with_the_right(viewer: &Viewer) -> Viewer {
    let mut viewer = viewer.clone();
    if let Some(person) = &mut viewer.0 {
        person.sees_at_risk = true;
    }
    viewer
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_decision_is_told_on_every_instance_and_asking_says_the_same(pool: PgPool) {
    let (one, other) = (Instance::start(&pool).await, Instance::start(&pool).await);
    let (bo, cem) = (one.desk.db_editor("Bo").await, one.desk.db_editor("Cem").await);
    let id = one.desk.db_sent(TimeDelta::hours(1), sample()).await;
    let (mut here, first) = one.hear(&cem, None).await;
    let (mut there, _) = other.hear(&cem, None).await;
    quiet(&mut here).await;
    quiet(&mut there).await;
    assert_eq!(
        (&first["counts"]["open"], &first["fresh"]),
        (&1.into(), &1.into())
    );
    one.desk.decide(&bo, id, "decision=reopen&version=1").await;
    for line in [&mut here, &mut there] {
        let (_, told) = next_event(line).await;
        let item = &told["items"][0];
        assert_eq!(
            (&item["id"], &item["state"]),
            (&id.to_string().into(), &"in_review".into())
        );
        assert_eq!((&item["version"], &item["by"]), (&2.into(), &"Bo".into()));
        assert_eq!(item["claim"]["by"], "Bo");
        assert_eq!(item["queues"], serde_json::json!(["open"]));
        assert_eq!(
            (&told["counts"]["new"], &told["anew"]),
            (&0.into(), &false.into())
        );
        let asked = other.ask_for(&cem, &id.to_string()).await;
        assert_eq!(
            (&asked["items"], &asked["counts"], &asked["mine"]),
            (&told["items"], &told["counts"], &told["mine"])
        );
    }
    // Nothing new costs nothing.
    let address = format!("/desk/live.json?ids={id}");
    let answer = one.desk.get(&cem, &address).await;
    let request = Request::get(&address).header("if-none-match", answer.header(axum::http::header::ETAG));
    let again = one.desk.ask(&cem, request.body(Body::empty()).unwrap()).await;
    assert_eq!(
        (again.status, again.text.as_str()),
        (StatusCode::NOT_MODIFIED, "")
    );
    one.end().await;
    other.end().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn many_changes_at_once_are_told_as_one(pool: PgPool) {
    let one = Instance::start(&pool).await;
    let bo = one.desk.db_editor("Bo").await;
    let mut ids = Vec::new();
    for _ in 0..20 {
        ids.push(one.desk.db_sent(TimeDelta::hours(1), sample()).await);
    }
    let (mut line, _) = one.hear(&bo, None).await;
    quiet(&mut line).await;
    sqlx::query!("update submissions set state = 'spam', version = version + 1")
        .execute(&pool)
        .await
        .unwrap();
    let (_, told) = next_event(&mut line).await;
    assert_eq!(told["items"].as_array().unwrap().len(), ids.len());
    assert_eq!(told["counts"]["not_used"], 20);
    goes_on(&mut line).await;
    one.end().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_at_risk_is_told_to_nobody_without_the_right(pool: PgPool) {
    let one = Instance::start(&pool).await;
    let bo = one.desk.db_editor("Bo").await;
    let cem = with_the_right(&one.desk.db_editor("Cem").await);
    let hidden = one.desk.db_sent(TimeDelta::hours(1), sample()).await;
    let seen = one.desk.db_sent(TimeDelta::hours(1), sample()).await;
    let (mut without, _) = one.hear(&bo, None).await;
    let (mut with, _) = one.hear(&cem, None).await;
    quiet(&mut without).await;
    quiet(&mut with).await;

    sqlx::query!(
        "update submissions set at_risk = true where submission_id = $1",
        hidden.0
    )
    .execute(&pool)
    .await
    .unwrap();
    let (_, told) = next_event(&mut with).await;
    assert_eq!(told["items"][0]["id"], hidden.to_string());
    let (_, told) = next_event(&mut without).await;
    assert_eq!(
        (&told["items"], &told["anew"]),
        (&serde_json::json!([]), &true.into()),
        "look at what you show"
    );
    assert_eq!(told["counts"]["open"], 1);
    assert!(told["counts"].get("risk").is_none());
    let asked = one.ask_for(&bo, &format!("{hidden},{seen}")).await;
    assert_eq!(asked["items"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&asked["items"][0]["id"], &asked["fresh"]),
        (&seen.to_string().into(), &1.into())
    );

    sqlx::query!("update submissions set state = 'in_review', version = version + 1")
        .execute(&pool)
        .await
        .unwrap();
    let (_, told) = next_event(&mut with).await;
    assert_eq!(told["items"].as_array().unwrap().len(), 2);
    let (_, told) = next_event(&mut without).await;
    assert!(!told.to_string().contains(&hidden.to_string()), "{told}");
    assert_eq!(told["items"].as_array().unwrap().len(), 1);
    one.end().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_comes_back_hears_what_they_missed_or_is_told_to_look_anew(pool: PgPool) {
    let one = Instance::start(&pool).await;
    let (bo, cem) = (one.desk.db_editor("Bo").await, one.desk.db_editor("Cem").await);
    let id = one.desk.db_sent(TimeDelta::hours(1), sample()).await;
    // Somebody else goes on listening meanwhile.
    let (mut other, _) = one.hear(&bo, None).await;
    quiet(&mut other).await;
    let place = one.desk.hub.last_place();
    one.desk.decide(&bo, id, "decision=reopen&version=1").await;
    next_event(&mut other).await;

    let (mut line, first) = one.hear(&cem, Some(&place)).await;
    assert_eq!(first["anew"], false);
    let (_, missed) = next_event(&mut line).await;
    assert_eq!(missed["items"][0]["id"], id.to_string());
    for unknown in ["00000000-1", "nonsense", "", "-"] {
        let (_, first) = one.hear(&cem, Some(unknown)).await;
        assert_eq!(first["anew"], true, "{unknown:?}");
    }
    one.end().await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_loses_the_right_to_see_what_is_at_risk_hears_no_more_at_once(pool: PgPool) {
    let one = Instance::start(&pool).await;
    let bo = with_the_right(&one.desk.db_editor("Bo").await);
    let has = Arc::new(std::sync::atomic::AtomicBool::new(true));
    let (person, still) = (bo.clone(), Arc::clone(&has));
    let ask = move || {
        let mut person = person.clone();
        if let Some(person) = &mut person.0 {
            person.sees_at_risk = still.load(std::sync::atomic::Ordering::SeqCst);
        }
        std::future::ready(Ok(person))
    };
    let router = one.desk.router.clone().layer(Extension(Again::new(ask)));
    let router = router.layer(Extension(bo.clone()));
    let request = Request::get("/desk/live").body(Body::empty()).unwrap();
    let mut line = router
        .oneshot(request)
        .await
        .unwrap()
        .into_body()
        .into_data_stream();
    assert!(line.next().await.is_some());
    let since = Instant::now();
    has.store(false, std::sync::atomic::Ordering::SeqCst);
    let who = bo.0.as_ref().unwrap().account_id.to_string();
    sqlx::query!("select pg_notify('people', $1)", who)
        .execute(&pool)
        .await
        .unwrap();
    ends_at_once(&mut line, since).await;
    one.end().await;
}
