//! Being told that there is something to read: once, after it has settled, and without a word of it.

use std::sync::Arc;

use chrono::TimeDelta;
use ground::{
    jobs::{JobError, Runners, TellContributor},
    mail::Mail,
};
use sqlx::PgPool;

use super::{Stage, location};
use crate::jobs::Teller;

impl Stage {
    fn teller(&self) -> Teller {
        let crate::State {
            pool,
            site,
            clock,
            ids,
            ..
        } = self.door.state.clone();
        let mail = Mail::files(self.door.folder().join("mail"), "desk@news.example").unwrap();
        Teller {
            pool,
            mail,
            site: Arc::clone(&site),
            clock,
            ids,
        }
    }

    fn letters(&self) -> Vec<String> {
        let folder = std::fs::read_dir(self.door.folder().join("mail"));
        let paths = folder.into_iter().flatten().map(|entry| entry.unwrap().path());
        paths
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect()
    }

    async fn tell(&self, sending: &str) -> Result<(), JobError> {
        self.teller().tell(sending.parse().unwrap()).await
    }

    async fn remind(&self, sending: &str) -> Result<(), JobError> {
        self.teller().remind(sending.parse().unwrap()).await
    }

    async fn db_told(&self) -> Vec<bool> {
        let told = sqlx::query_scalar!(
            "select payload from jobs where kind = 'accounts.tell_contributor' order by job_id"
        );
        let all = told.fetch_all(&self.door.state.pool).await.unwrap();
        all.into_iter()
            .map(|payload| serde_json::from_value::<TellContributor>(payload).unwrap().again)
            .collect()
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_guest_with_an_address_is_told_once_when_it_has_settled_and_reads_no_word_of_it(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let fields = [("ask-which_street", "yes"), ("body", "Thank you, secret friend.")];
    let sending = stage.ask(&fields).await;
    let jobs = stage.door.db_jobs().await;
    for kind in ["review.tell_of_talk", "review.remind_of_talk"] {
        assert_eq!(jobs.iter().filter(|one| *one == kind).count(), 1, "{jobs:?}");
    }
    assert!(matches!(stage.tell(&sending).await, Err(JobError::Later)));
    assert!(stage.letters().is_empty(), "not while it can be taken back");
    stage.settle();
    for _ in 0..3 {
        stage.tell(&sending).await.unwrap();
    }
    let letters = stage.letters();
    let [letter] = letters.as_slice() else {
        panic!("{letters:?}")
    };
    assert!(letter.contains("To: ada@example.org") && letter.contains("Subject: "));
    let id = stage.id.to_string();
    for secret in [
        "street",
        "secret friend",
        "Flood",
        "Bo ",
        &id,
        &sending,
        &stage.code,
    ] {
        assert!(!letter.contains(secret), "{secret} in {letter}");
    }
    assert!(letter.contains("https://news.example/receipt"));
    let told = stage.history().await;
    assert_eq!(told.iter().filter(|kind| *kind == "question_told").count(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_worker_that_died_behind_the_mail_sends_the_same_mail(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let sending = stage.ask(&[("ask-which_street", "yes")]).await;
    stage.settle();
    stage.tell(&sending).await.unwrap();
    // As if it had died before it was written down.
    sqlx::query!("update talk_sendings set told_at = null")
        .execute(&stage.door.state.pool)
        .await
        .unwrap();
    stage.tell(&sending).await.unwrap();
    let keys: std::collections::BTreeSet<_> = stage
        .letters()
        .iter()
        .map(|letter| {
            letter
                .lines()
                .find(|line| line.starts_with("Message-ID"))
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(
        (stage.letters().len(), keys.len()),
        (2, 1),
        "one mail for who receives it"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_is_told_of_what_is_over(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let sending = stage.ask(&[("ask-which_street", "yes")]).await;
    location(&stage.post("/undo", &[("sending", &sending)]).await);
    stage.settle();
    stage.tell(&sending).await.unwrap();
    // Answered before the worker came.
    let sending = stage.ask(&[("ask-which_street", "yes")]).await;
    stage.settle();
    stage.answer(&[("answer-1", "Iskan")]).await;
    stage.tell(&sending).await.unwrap();
    // Taken back by its contributor.
    let sending = stage.ask(&[("ask-which_street", "yes")]).await;
    stage.settle();
    stage.say("withdraw_confirmed", &[]).await;
    stage.tell(&sending).await.unwrap();
    stage.door.state.clock.advance(TimeDelta::days(2));
    stage.remind(&sending).await.unwrap();
    assert!(stage.letters().is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_not_answered_a_day_before_is_told_once_more(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let sending = stage.ask(&[("ask-which_street", "yes")]).await;
    stage.settle();
    stage.tell(&sending).await.unwrap();
    assert!(matches!(stage.remind(&sending).await, Err(JobError::Later)));
    stage.door.state.clock.advance(TimeDelta::days(2));
    for _ in 0..2 {
        stage.remind(&sending).await.unwrap();
    }
    assert_eq!(stage.letters().len(), 2);
    // Asked more meanwhile, they have more time.
    let fields = [("ask-which_street", "yes"), ("due", "7")];
    let first = stage.ask(&[("ask-who_filmed", "yes")]).await;
    stage.ask(&fields).await;
    stage.settle();
    stage.door.state.clock.advance(TimeDelta::days(2));
    stage.remind(&first).await.unwrap();
    assert_eq!(stage.letters().len(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_an_account_is_told_as_they_chose_once_for_each_time(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let ada = stage.door.db_reader("Ada").await;
    let claim = [("code", stage.code.as_str())];
    location(
        &stage
            .door
            .post_form(&ada, "/me/contributions/claim", &claim)
            .await,
    );
    let sending = stage.ask(&[("ask-which_street", "yes")]).await;
    stage.settle();
    let (one, other) = tokio::join!(stage.tell(&sending), stage.tell(&sending));
    assert!(one.is_ok() && other.is_ok());
    assert_eq!(stage.db_told().await, [false]);
    stage.door.state.clock.advance(TimeDelta::days(2));
    let (one, other) = tokio::join!(stage.remind(&sending), stage.remind(&sending));
    assert!(one.is_ok() && other.is_ok());
    assert_eq!(stage.db_told().await, [false, true]);
    assert!(stage.letters().is_empty(), "their address is their account's");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_queue_brings_both_to_the_worker(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let sending = stage.ask(&[("ask-which_street", "yes"), ("due", "7")]).await;
    stage.settle();
    stage.door.state.clock.advance(TimeDelta::days(6));
    sqlx::query!("update jobs set run_at = now() where kind like 'review.%talk'")
        .execute(&stage.door.state.pool)
        .await
        .unwrap();
    let runners = crate::jobs::talk_runners(Runners::default(), stage.teller());
    runners.run_pending(&stage.door.state.pool).await.unwrap();
    assert_eq!(stage.letters().len(), 2, "{sending}");
}
