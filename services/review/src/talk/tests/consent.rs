//! What is allowed changes by the contributor's own act, and with everything that follows.

use axum::http::StatusCode;
use chrono::TimeDelta;
use sqlx::PgPool;

use super::Stage;
use crate::submission::{Consent, State};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_allowed_changes_at_any_time_with_the_terms_of_then(pool: PgPool) {
    let stage = Stage::set(pool).await;
    sqlx::query!("update submissions set terms_version = '3'")
        .execute(&stage.door.state.pool)
        .await
        .unwrap();
    stage.door.state.clock.advance(TimeDelta::days(2));
    let answer = stage.say("allow", &[("consent", "named")]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(
        answer
            .texts("#consent-section .notice")
            .concat()
            .contains("Saved")
    );
    let submission = stage.submission().await;
    assert_eq!(
        (submission.consent, submission.state, submission.version),
        (Consent::Named, State::Received, 2)
    );
    assert_eq!(
        (submission.terms_version.as_str(), submission.consent_at),
        ("7", stage.door.state.clock.now())
    );
    assert!(submission.unread_since.is_some(), "the desk is told");
    // The same once more changes nothing.
    stage.say("allow", &[("consent", "named")]).await;
    assert_eq!(stage.submission().await.version, 2);
    assert_eq!(stage.history().await, ["sent", "consent_changed"]);
    let answer = stage.say("allow", &[("consent", "all")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        stage
            .page()
            .await
            .texts(".timeline")
            .concat()
            .contains("Consent changed")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_public_story_goes_by_the_last_no_after_it_was_asked_twice(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let pool = &stage.door.state.pool;
    sqlx::query!("update submissions set state = 'published', consent = 'named', decided_at = sent_at, story_path = '/stories/a'")
        .execute(pool)
        .await
        .unwrap();
    let page = stage.receipt().await;
    assert_eq!(
        page.attributes("#consent-section input[name=consent]", "value"),
        ["named", "anonymous", "information_only"]
    );
    let answer = stage.say("allow", &[("consent", "ask_first")]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let asked = stage.say("allow", &[("consent", "information_only")]).await;
    assert_eq!(
        asked.attributes("#allow button[name=action]", "value"),
        ["allow_confirmed"]
    );
    assert_eq!(stage.submission().await.consent, Consent::Named);

    stage.say("allow", &[("consent", "anonymous")]).await;
    let submission = stage.submission().await;
    assert_eq!(
        (submission.state, submission.consent),
        (State::Published, Consent::Anonymous)
    );
    assert!(
        stage
            .door
            .db_jobs()
            .await
            .iter()
            .all(|kind| kind != "publishing.withdraw_story")
    );

    for _ in 0..2 {
        stage
            .say("allow_confirmed", &[("consent", "information_only")])
            .await;
    }
    let submission = stage.submission().await;
    assert_eq!(
        (submission.state, submission.consent),
        (State::InReview, Consent::InformationOnly)
    );
    assert_eq!(submission.decided_at, None);
    let jobs = stage.door.db_jobs().await;
    assert_eq!(
        jobs.iter()
            .filter(|kind| *kind == "publishing.withdraw_story")
            .count(),
        1
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_answer_about_the_consent_or_the_name_changes_it_and_no_editor_does(pool: PgPool) {
    let stage = Stage::set(pool).await;
    stage
        .ask(&[("ask-may_name", "yes"), ("ask-consent_again", "yes")])
        .await;
    stage.settle();
    assert_eq!(
        stage.submission().await.consent,
        Consent::Anonymous,
        "asking changes nothing"
    );
    stage.answer(&[("choice-1", "yes"), ("answer-1", "Ada B.")]).await;
    assert_eq!(stage.submission().await.consent, Consent::Named);
    let answer = stage.answer(&[("choice-1", "anything")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "it is no answer");
    stage.answer(&[("choice-1", "ask_first")]).await;
    let submission = stage.submission().await;
    assert_eq!(
        (submission.consent, submission.state),
        (Consent::AskFirst, State::InReview)
    );
    assert_eq!(
        stage.history().await,
        [
            "sent",
            "opened",
            "asked",
            "consent_changed",
            "answered",
            "consent_changed",
            "answered"
        ]
    );
}
