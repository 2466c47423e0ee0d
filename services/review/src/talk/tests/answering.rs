//! The contributor's side: answering, writing, adding files, by code and by account.

use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use futures_util::future::join_all;
use ground::{ids::SubmissionId, viewer::Viewer};
use sqlx::PgPool;

use super::{Stage, hidden, location, new_id};
use crate::{
    submission::{Consent, State},
    testing::{Answer, Form},
};

fn words(answer: &Answer) -> String {
    answer.texts(".error-summary li").concat()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_holds_the_code_answers_and_nobody_of_the_newsroom_is_named(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let fields = [
        ("ask-which_street", "yes"),
        ("ask-may_show_face", "yes"),
        ("body", "Thank you for your film."),
    ];
    stage.ask(&fields).await;
    stage.settle();
    let page = stage.receipt().await;
    assert_eq!(page.texts("#talk h2"), ["The newsroom has a question for you"]);
    assert_eq!(
        page.texts("#talk legend"),
        [
            "On which street was this?",
            "May we show the face that can be seen?"
        ]
    );
    assert!(
        page.texts("#talk .talk .prose")
            .concat()
            .contains("Thank you for your film.")
    );
    for secret in ["Bo Redaktör", "ada@example.org", "The river rose"] {
        assert!(!page.text.contains(secret), "{secret}");
    }
    assert!(
        page.attributes("form", "action")
            .iter()
            .all(|action| !action.contains(&stage.code[..4]))
    );

    // Half an answer.
    let answer = stage
        .answer(&[("answer-1", "On 60 Metre Street, near the mosque.")])
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.texts("#talk .notice"),
        ["Your message is with the newsroom."]
    );
    assert_eq!(
        answer.texts("#talk legend"),
        ["May we show the face that can be seen?"]
    );
    let submission = stage.submission().await;
    assert_eq!(submission.state, State::NeedsReply);
    assert_eq!(submission.unread_since, Some(stage.door.state.clock.now()));
    // The other half, with something besides.
    stage
        .answer(&[("choice-1", "no"), ("body", "My brother is in it.")])
        .await;
    let submission = stage.submission().await;
    assert_eq!(
        (submission.state, submission.answer_due_at),
        (State::InReview, None)
    );
    assert_eq!(submission.consent, Consent::Anonymous, "a face is no consent");
    assert_eq!(
        stage.history().await,
        ["sent", "opened", "asked", "answered", "answered"]
    );

    let desk = stage.page().await;
    let all = desk.texts("#talk .talk li.theirs").concat();
    for said in [
        "60 Metre Street",
        "In answer to:",
        "May we show the face",
        "No",
        "My brother",
    ] {
        assert!(all.contains(said), "{said} in {all}");
    }
    assert!(
        desk.texts("#talk .talk-stands")
            .iter()
            .all(|words| words == "Answered")
    );
    assert!(
        desk.texts("#talk li.ours")
            .concat()
            .contains("Seen by the sender")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_form_answers_once_and_two_answers_at_once_are_both_kept(pool: PgPool) {
    let stage = Stage::set(pool).await;
    stage.ask(&[("ask-which_street", "yes")]).await;
    stage.settle();
    let (one, other) = (hidden(&stage.receipt().await), hidden(&stage.receipt().await));
    let fields = |hidden: &[(String, String)], text: &'static str| {
        let mut all: Vec<(String, String)> = hidden.to_vec();
        all.retain(|(name, _)| name != "code");
        all.push(("answer-1".to_owned(), text.to_owned()));
        all
    };
    let sends = [
        fields(&one, "Iskan"),
        fields(&one, "Iskan"),
        fields(&other, "Iskan Street"),
        fields(&one, "Iskan"),
    ];
    let answers = join_all(sends.iter().map(|all| async {
        let all: Vec<_> = all
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        stage.say("say", &all).await
    }))
    .await;
    for answer in answers {
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        assert_eq!(answer.texts("#talk .notice").len(), 1);
    }
    let said = stage.receipt().await.texts("#talk li.ours .prose");
    assert_eq!(said.len(), 2, "{said:?}");
    assert_eq!(stage.submission().await.state, State::InReview);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_cannot_be_sent_stands_there_again(pool: PgPool) {
    let stage = Stage::set(pool).await;
    stage.ask(&[("ask-which_street", "yes")]).await;
    stage.settle();
    let answer = stage.answer(&[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&answer).contains("Write something"));
    let long = "پ".repeat(4001);
    let answer = stage.answer(&[("answer-1", &long), ("body", "and more")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.texts("textarea[name=answer-1]"), [long]);
    assert_eq!(answer.texts("textarea[name=body]"), ["and more"]);
    assert_eq!(answer.attributes(".error-summary a", "href"), ["#answer-1"]);

    // A wrong code asks for the right one, and keeps what was typed.
    let sending = new_id();
    let fields = [
        ("code", "0000-0000-0000-0000-0000"),
        ("action", "say"),
        ("sending", sending.as_str()),
        ("body", "It was <b>not</b> me."),
    ];
    let answer = stage
        .door
        .post_form(&Viewer::default(), "/receipt", &fields)
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.attributes("input[name=body]", "value"),
        ["It was <b>not</b> me."]
    );
    assert!(answer.texts("blockquote").concat().contains("not"));
    for _ in 0..5 {
        stage.door.receipt("0000-0000-0000-0000-0000", "").await;
    }
    let answer = stage
        .door
        .post_form(&Viewer::default(), "/receipt", &fields)
        .await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!answer.header(header::RETRY_AFTER).is_empty());
    assert_eq!(answer.attributes("input[name=body]", "value").len(), 1);
    assert_eq!(stage.submission().await.unread_since, None);
    // No form of ours.
    stage.door.state.clock.advance(TimeDelta::hours(2));
    assert_eq!(
        stage.say("say", &[("body", "x")]).await.status,
        StatusCode::BAD_REQUEST
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_question_that_was_closed_meanwhile_is_answered_all_the_same(pool: PgPool) {
    let stage = Stage::set(pool).await;
    stage.ask(&[("ask-which_street", "yes")]).await;
    stage.settle();
    let hidden = hidden(&stage.receipt().await);
    let question = hidden.iter().find(|(name, _)| name == "of-1").unwrap().1.clone();
    location(&stage.post("/close", &[("question", &question)]).await);
    let sending = new_id();
    let fields = [
        ("sending", sending.as_str()),
        ("of-1", question.as_str()),
        ("answer-1", "Iskan"),
    ];
    assert_eq!(stage.say("say", &fields).await.status, StatusCode::OK);
    assert!(
        stage
            .page()
            .await
            .texts("#talk li.theirs")
            .concat()
            .contains("Iskan")
    );
    assert_eq!(stage.submission().await.state, State::InReview);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn after_the_end_there_are_thirty_days_to_write_and_then_the_text_is_not_lost(pool: PgPool) {
    let stage = Stage::set(pool).await;
    sqlx::query!("update submissions set state = 'declined', decline_reason = 'rules', decided_at = sent_at")
        .execute(&stage.door.state.pool)
        .await
        .unwrap();
    assert!(
        stage
            .receipt()
            .await
            .texts("#talk .hint")
            .concat()
            .contains("30 days")
    );
    let say = async || {
        stage
            .say("say", &[("sending", &new_id()), ("body", "But why?")])
            .await
    };
    assert_eq!(say().await.status, StatusCode::OK);
    assert_eq!(stage.submission().await.state, State::Declined);
    stage.door.state.clock.advance(TimeDelta::days(30));
    let answer = say().await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.texts("#talk blockquote").concat().contains("But why?"));
    assert!(
        stage
            .receipt()
            .await
            .texts("#talk")
            .concat()
            .contains("takes no more messages")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_writes_without_end_waits_and_keeps_the_text(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let say = async || {
        stage
            .say("say", &[("sending", &new_id()), ("body", "again")])
            .await
    };
    for _ in 0..20 {
        assert_eq!(say().await.status, StatusCode::OK);
    }
    let answer = say().await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.texts("textarea[name=body]"), ["again"]);
    stage.door.state.clock.advance(TimeDelta::minutes(61));
    assert_eq!(say().await.status, StatusCode::OK);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn files_answer_what_asked_for_them(pool: PgPool) {
    let stage = Stage::set(pool).await;
    stage
        .ask(&[("ask-moment_before", "yes"), ("ask-which_street", "yes")])
        .await;
    stage.settle();
    let page = stage.receipt().await;
    let question = page.attributes("#adding-form input[name=answers]", "value");
    assert_eq!(question.len(), 1);
    let addition = page.attributes("#adding-form input[name=addition]", "value");
    let form = || {
        Form::default()
            .field("code", &stage.code)
            .field("addition", &addition[0])
            .field("answers", &question[0])
            .file("before.jpg", b"2")
    };
    for _ in 0..2 {
        assert_eq!(
            location(&stage.door.add(form()).await),
            "/receipt/added",
            "twice is once"
        );
    }
    let submission = stage.submission().await;
    assert_eq!(submission.state, State::NeedsReply, "the street is open still");
    assert!(submission.unread_since.is_some());
    assert_eq!(
        stage.history().await,
        ["sent", "opened", "asked", "files_added", "answered"]
    );
    let said = stage.page().await.texts("#talk li.theirs").concat();
    assert!(said.contains("1 file was added"), "{said}");
    stage.answer(&[("answer-1", "Iskan")]).await;
    assert_eq!(stage.submission().await.state, State::InReview);
    // Files of their own accord are unread, too.
    location(&stage.post("/read", &[]).await);
    let more = Form::default().field("code", &stage.code).file("more.jpg", b"3");
    location(&stage.door.add(more).await);
    assert!(stage.submission().await.unread_since.is_some());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_has_an_account_answers_there_and_nobody_else_does(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let (ada, eva) = (
        stage.door.db_reader("Ada").await,
        stage.door.db_reader("Eva").await,
    );
    let claim = [("code", stage.code.as_str())];
    location(
        &stage
            .door
            .post_form(&ada, "/me/contributions/claim", &claim)
            .await,
    );
    stage.ask(&[("ask-which_street", "yes")]).await;
    stage.settle();
    let address = format!("/me/contributions/{}", stage.id);
    let page = stage.door.get_as(&ada, &address).await;
    assert_eq!(page.texts("#talk legend"), ["On which street was this?"]);
    assert!(!page.text.contains("Bo Redaktör"));
    let hidden = hidden(&page);
    let mut fields: Vec<_> = hidden
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.extend([("action", "say"), ("answer-1", "Iskan")]);
    let answer = stage.door.post_form(&eva, &address, &fields).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(
        stage.door.get_as(&eva, &address).await.status,
        StatusCode::NOT_FOUND
    );
    // Signed out while writing: what was typed comes back, and is sent by one press.
    let answer = stage.door.post_form(&Viewer::default(), &address, &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(answer.attributes("input[name=answer-1]", "value"), ["Iskan"]);
    assert_eq!(stage.submission().await.unread_since, None);
    for _ in 0..2 {
        let answer = stage.door.post_form(&ada, &address, &fields).await;
        assert_eq!(location(&answer), format!("{address}?done=said"));
    }
    assert_eq!(stage.submission().await.state, State::InReview);
    let said = stage.door.get_as(&ada, &format!("{address}?done=said")).await;
    assert_eq!(
        said.texts("#talk .notice"),
        ["Your message is with the newsroom."]
    );
    let never = format!("/me/contributions/{}", SubmissionId(uuid::Uuid::nil()));
    assert_eq!(
        stage.door.post_form(&ada, &never, &fields).await.status,
        StatusCode::NOT_FOUND
    );
}
