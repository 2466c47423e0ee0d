//! Being told: once, without a word of what it is about.

use chrono::TimeDelta;
use ground::{
    ids::{AccountId, SubmissionId},
    jobs::{self, JobError, Runners, SendPush, TellContributor},
    mail::Mail,
    outbound::testing::Server,
};
use sqlx::PgPool;

use crate::{Outbound, notices::tell, testing::Room};

const GONE: &[u8] = b"HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n";
const CREATED: &[u8] = b"HTTP/1.1 201 Created\r\ncontent-length: 0\r\n\r\n";
const BROKEN: &[u8] = b"HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n";

impl Room {
    /// A contribution of theirs.
    async fn db_sent(&self, account_id: AccountId) -> SubmissionId {
        let now = self.state.clock.now();
        let id: SubmissionId = self.state.ids.mint(now);
        sqlx::query!(
            "insert into submissions (submission_id, title, body, language, consent, consent_at, terms_version,
                                      receipt_hash, form_key_hash, sent_at, account_id)
             values ($1, 'canary', 'canary', 'en', 'anonymous', $2, '1', uuid_send($1), '', $2, $3)",
            id.0,
            now,
            account_id.0,
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
        id
    }

    async fn db_change(&self, id: SubmissionId) {
        sqlx::query!(
            "update submissions set version = version + 1 where submission_id = $1",
            id.0
        )
        .execute(&self.state.pool)
        .await
        .unwrap();
    }

    /// Kinds of the letters that wait.
    async fn db_letters(&self) -> Vec<String> {
        sqlx::query_scalar!("select kind from account_letters where kind = 'something_became'")
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }

    async fn db_pushes(&self) -> i64 {
        sqlx::query_scalar!(r#"select count(*) as "count!" from jobs where kind = 'accounts.send_push'"#)
            .fetch_one(&self.state.pool)
            .await
            .unwrap()
    }

    /// Does the pushes that wait, each once.
    async fn push_all(&self) -> Vec<Result<(), JobError>> {
        let waiting =
            sqlx::query_scalar!("delete from jobs where kind = 'accounts.send_push' returning payload");
        let mut done = Vec::new();
        for payload in waiting.fetch_all(&self.state.pool).await.unwrap() {
            let job: SendPush = serde_json::from_value(payload).unwrap();
            done.push(tell::push(&self.state, job.subscription_id, job.submission_id).await);
        }
        done
    }
}

/// A room with a push service on loopback, which the configuration trusts.
async fn room_and_service(pool: PgPool, answers: Vec<&[u8]>) -> (Room, Server, String) {
    let service = Server::answering(answers.into_iter().map(<[u8]>::to_vec).collect()).await;
    let mut room = Room::new(pool);
    let trusted = service.url.clone();
    room.restart(|state| state.outbound = Outbound::new([trusted]));
    let endpoint = service.url.join("/send/secret").unwrap().to_string();
    (room, service, endpoint)
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn each_change_is_told_once_though_the_job_runs_again(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    let account_id = room.db_account("ada@example.org").await;
    room.allow_at(&ada, "https://push.news.com/a").await;
    let id = room.db_sent(account_id).await;
    for _ in 0..2 {
        let (one, other) = tokio::join!(
            tell::tell(&room.state, account_id, id, false),
            tell::tell(&room.state, account_id, id, false)
        );
        assert!(one.is_ok() && other.is_ok());
        assert_eq!((room.db_letters().await.len(), room.db_pushes().await), (1, 1));
    }
    room.db_change(id).await;
    for _ in 0..2 {
        tell::tell(&room.state, account_id, id, false).await.unwrap();
    }
    assert_eq!((room.db_letters().await.len(), room.db_pushes().await), (2, 2));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_is_told_who_does_not_want_it_or_whose_it_is_not(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    room.editor("bo@example.org").await;
    let (account_id, bo) = (
        room.db_account("ada@example.org").await,
        room.db_account("bo@example.org").await,
    );
    room.allow_at(&ada, "https://push.news.com/a").await;
    let id = room.db_sent(account_id).await;
    tell::tell(&room.state, bo, id, false).await.unwrap();
    tell::tell(
        &room.state,
        account_id,
        room.state.ids.mint(room.state.clock.now()),
        false,
    )
    .await
    .unwrap();
    assert_eq!((room.db_letters().await.len(), room.db_pushes().await), (0, 0));

    room.post("/me/notices", &ada, &[("push", "yes")]).await;
    tell::tell(&room.state, account_id, id, false).await.unwrap();
    assert_eq!((room.db_letters().await.len(), room.db_pushes().await), (0, 1));
    room.db_change(id).await;
    room.post("/me/notices", &ada, &[("mail", "yes")]).await;
    tell::tell(&room.state, account_id, id, false).await.unwrap();
    assert_eq!((room.db_letters().await.len(), room.db_pushes().await), (1, 1));
    // The push that waits is not done any more either.
    assert!(room.push_all().await.iter().all(Result::is_ok));
    room.db_change(id).await;
    room.db_deactivate_all().await;
    tell::tell(&room.state, account_id, id, false).await.unwrap();
    assert_eq!((room.db_letters().await.len(), room.db_pushes().await), (1, 0));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_device_is_knocked_at_with_nothing_in_hand(pool: PgPool) {
    let (room, service, endpoint) = room_and_service(pool, vec![CREATED]).await;
    let ada = room.editor("ada@example.org").await;
    let account_id = room.db_account("ada@example.org").await;
    room.allow_at(&ada, &endpoint).await;
    let id = room.db_sent(account_id).await;
    let folder = tempfile::tempdir().unwrap();
    let mail = Mail::files(folder.path().to_owned(), "desk@news.example").unwrap();
    let mut conn = room.state.pool.acquire().await.unwrap();
    jobs::enqueue(
        &mut conn,
        &TellContributor {
            account_id,
            submission_id: id,
            again: false,
        },
    )
    .await
    .unwrap();
    drop(conn);
    let runners = crate::runners(Runners::default(), &room.state, mail);
    runners.run_pending(&room.state.pool).await.unwrap();

    let asked = service.asked();
    let [request] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert!(request.starts_with("POST /send/secret HTTP/1.1\r\n"), "{request}");
    for line in [
        "ttl: 259200",
        "topic: news",
        "urgency: normal",
        "content-length: 0",
        "authorization: vapid t=",
    ] {
        assert!(request.contains(&format!("\r\n{line}")), "{line} in {request}");
    }
    assert!(request.ends_with("\r\n\r\n") && !request.contains("canary") && !request.contains("cookie"));
    let letters: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert!(!letters.is_empty());
    for letter in letters {
        let text = std::fs::read_to_string(letter.unwrap().path()).unwrap();
        assert!(
            !text.contains("canary") && !text.contains(&id.to_string()),
            "{text}"
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_device_that_is_gone_is_forgotten_and_one_in_trouble_is_tried_for_a_minute(pool: PgPool) {
    let away = b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n";
    let (room, service, endpoint) = room_and_service(pool, vec![BROKEN, away, BROKEN, GONE]).await;
    let ada = room.editor("ada@example.org").await;
    let account_id = room.db_account("ada@example.org").await;
    room.allow_at(&ada, &endpoint).await;
    let id = room.db_sent(account_id).await;
    let told = async || {
        room.db_change(id).await;
        tell::tell(&room.state, account_id, id, false).await.unwrap();
    };
    for _ in 0..2 {
        told().await;
        assert!(matches!(
            room.push_all().await.as_slice(),
            [Err(JobError::Retry(_))]
        ));
    }
    told().await;
    room.state.clock.advance(TimeDelta::minutes(1));
    assert!(matches!(room.push_all().await.as_slice(), [Ok(())]), "given up");
    assert_eq!(room.db_endpoints().await.len(), 1);
    told().await;
    assert!(matches!(room.push_all().await.as_slice(), [Ok(())]));
    assert!(room.db_endpoints().await.is_empty());
    assert_eq!(service.asked().len(), 4, "nobody was followed");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_service_that_turns_out_to_be_inside_is_not_asked(pool: PgPool) {
    let (mut room, service, endpoint) = room_and_service(pool, vec![CREATED]).await;
    let ada = room.editor("ada@example.org").await;
    let account_id = room.db_account("ada@example.org").await;
    room.allow_at(&ada, &endpoint).await;
    // It was trusted when it was allowed, and is not any more.
    room.restart(|state| state.outbound = Outbound::new([]));
    let id = room.db_sent(account_id).await;
    tell::tell(&room.state, account_id, id, false).await.unwrap();
    assert!(matches!(
        room.push_all().await.as_slice(),
        [Err(JobError::Retry(_))]
    ));
    assert!(service.asked().is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_not_answered_is_told_once_more_and_no_more(pool: PgPool) {
    let room = Room::new(pool);
    room.editor("ada@example.org").await;
    let account_id = room.db_account("ada@example.org").await;
    let id = room.db_sent(account_id).await;
    let letters = async || room.db_letters().await.len();
    let before = letters().await;
    tell::tell(&room.state, account_id, id, false).await.unwrap();
    let told = letters().await;
    assert_eq!(told, before + 1);
    for _ in 0..2 {
        tell::tell(&room.state, account_id, id, true).await.unwrap();
    }
    assert_eq!(letters().await, told + 1);
    // What changed since is told in its stead, once.
    room.db_change(id).await;
    tell::tell(&room.state, account_id, id, true).await.unwrap();
    tell::tell(&room.state, account_id, id, false).await.unwrap();
    assert_eq!(letters().await, told + 2);
}
