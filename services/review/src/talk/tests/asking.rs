//! The desk's side: asking, taking back, closing, reading.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::viewer::Viewer;
use sqlx::PgPool;

use super::{Stage, location, new_id};
use crate::submission::State;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn several_questions_go_out_at_once_and_the_contribution_waits_for_the_answer(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let fields = [
        ("ask-which_street", "yes"),
        ("ask-may_show_face", "yes"),
        ("ask-other", "yes"),
        ("other", "Who is the man in the red coat?"),
        ("body", "Thank you for your film."),
    ];
    stage.ask(&fields).await;
    let submission = stage.submission().await;
    let now = stage.door.state.clock.now();
    assert_eq!((submission.state, submission.version), (State::NeedsReply, 2));
    assert_eq!(submission.answer_due_at, Some(now + TimeDelta::days(3)));
    assert_eq!(
        submission.handled_by,
        Some(stage.bo.0.as_ref().unwrap().account_id)
    );
    assert_eq!(stage.history().await, ["sent", "opened", "asked"]);

    let page = stage.page().await;
    let said = page.texts("#talk .talk .prose");
    assert_eq!(said[0], "Thank you for your film.", "what is said comes first");
    assert_eq!(said.len(), 4);
    assert!(said[3].contains("red coat"));
    assert_eq!(
        page.texts("#talk .talk li .meta bdi").first().unwrap(),
        "Bo Redaktör"
    );
    assert_eq!(page.attributes("#talk .talk-undo button", "type"), ["submit"]);
    assert!(
        page.texts("#talk .talk-stands")
            .iter()
            .all(|words| words == "Being sent"),
        "{:?}",
        page.texts("#talk .talk-stands")
    );

    stage.settle();
    let page = stage.page().await;
    assert!(page.texts("#talk .talk-undo").is_empty());
    assert_eq!(page.texts("#talk .talk-stands"), ["Waiting for the answer"; 3]);
    stage.door.state.clock.advance(TimeDelta::days(3));
    assert!(
        stage
            .page()
            .await
            .texts("#talk .talk-due.late")
            .concat()
            .contains("Overdue")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn one_form_asks_once_however_often_it_comes(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let (sending, version) = (new_id(), "1");
    let fields = [
        ("version", version),
        ("sending", sending.as_str()),
        ("action", "send"),
        ("due", "1"),
        ("ask-who_filmed", "yes"),
    ];
    let address = format!("{}/talk", stage.desk());
    let twice = (0..4).map(|_| stage.door.post_form(&stage.bo, &address, &fields));
    for answer in futures_util::future::join_all(twice).await {
        assert!(location(&answer).ends_with("?done=asked#talk"));
    }
    assert_eq!(stage.history().await, ["sent", "opened", "asked"]);
    // A form of one contribution says nothing in another.
    let other = stage.door.send(crate::testing::Form::default().story()).await;
    other.code();
    let id = stage
        .door
        .db_submissions()
        .await
        .iter()
        .map(|one| one.submission_id)
        .find(|id| *id != stage.id)
        .unwrap();
    let address = format!("/desk/submissions/{id}/talk");
    let answer = stage.door.post_form(&stage.bo, &address, &fields).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_wrong_and_what_came_too_late_keep_what_was_typed(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let sending = new_id();
    let fields = [
        ("sending", sending.as_str()),
        ("action", "send"),
        ("due", "date"),
        ("due_date", "2020-01-01"),
        ("ask-other", "yes"),
        ("body", "A long and careful message."),
    ];
    let answer = stage.post("", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.texts("#talk textarea[name=body]"),
        ["A long and careful message."]
    );
    assert_eq!(
        answer.attributes("#talk input[name=ask-other]", "checked").len(),
        1
    );
    let words = answer.texts(".error-summary li").concat();
    assert!(
        words.contains("Write your question") && words.contains("This day is over"),
        "{words}"
    );
    assert_eq!(
        answer.attributes("#talk input[name=sending]", "value")[0],
        sending,
        "the same form, mended"
    );

    let mut stale = vec![("version", "0")];
    stale.extend(fields.iter().copied().filter(|(name, _)| *name != "due"));
    stale.push(("due", "3"));
    let answer = stage
        .door
        .post_form(&stage.bo, &format!("{}/talk", stage.desk()), &stale)
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(
        answer.texts("#talk textarea[name=body]"),
        ["A long and careful message."]
    );

    // A colleague has it in hand.
    let cem = stage.door.db_editor("Cem").await;
    stage.ask(&[("ask-which_street", "yes")]).await;
    let mut held = vec![("version", "2"), ("due", "3")];
    held.extend(
        fields
            .iter()
            .copied()
            .filter(|(name, _)| *name != "due" && *name != "ask-other"),
    );
    let answer = stage
        .door
        .post_form(&cem, &format!("{}/talk", stage.desk()), &held)
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text.contains("A long and careful message.") && answer.text.contains("Bo Redaktör"));
    assert_eq!(stage.submission().await.version, 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_preview_shows_every_word_in_the_contributors_language_and_sends_nothing(pool: PgPool) {
    let stage = Stage::set(pool).await;
    sqlx::query!("update submissions set language = 'ckb'")
        .execute(&stage.door.state.pool)
        .await
        .unwrap();
    let sending = new_id();
    let fields = [
        ("sending", sending.as_str()),
        ("action", "preview"),
        ("due", "3"),
        ("ask-which_street", "yes"),
        ("body", "سوپاس بۆ ڤیدیۆکەت."),
    ];
    let answer = stage.post("", &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.texts("#talk-preview .prose p"), ["سوپاس بۆ ڤیدیۆکەت."]);
    assert_eq!(answer.texts("#talk-preview li"), ["ئەمە لە کام شەقام بوو؟"]);
    assert_eq!(answer.attributes("#talk-preview > div", "dir"), ["rtl"]);
    assert_eq!(stage.history().await, ["sent"]);
    assert_eq!(stage.submission().await.version, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_taken_back_in_time_was_never_said(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let sending = stage.ask(&[("ask-which_street", "yes")]).await;
    // Meanwhile the receipt says nothing of it.
    let receipt = stage.receipt().await;
    assert_eq!(
        receipt.texts(".timeline [aria-current=step]"),
        ["It waits for an editor"]
    );
    assert!(!receipt.text.contains("which street"));
    for _ in 0..2 {
        let answer = stage.post("/undo", &[("sending", &sending)]).await;
        assert!(location(&answer).ends_with("?done=unasked#talk"));
    }
    let submission = stage.submission().await;
    assert_eq!(
        (submission.state, submission.answer_due_at),
        (State::Received, None)
    );
    assert_eq!(stage.history().await, ["sent", "opened", "asked", "unasked"]);

    let sending = stage.ask(&[("ask-which_street", "yes")]).await;
    let cem = stage.door.db_editor("Cem").await;
    let address = format!("{}/talk/undo", stage.desk());
    let answer = stage
        .door
        .post_form(&cem, &address, &[("sending", &sending)])
        .await;
    assert_eq!(
        answer.status,
        StatusCode::NOT_FOUND,
        "only who said it takes it back"
    );
    stage.settle();
    let answer = stage.post("/undo", &[("sending", &sending)]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(stage.submission().await.state, State::NeedsReply);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_answer_that_nobody_needs_any_more_is_waited_for_no_longer(pool: PgPool) {
    let stage = Stage::set(pool).await;
    stage
        .ask(&[("ask-which_street", "yes"), ("ask-who_filmed", "yes")])
        .await;
    stage.settle();
    for (left, state) in [(1, State::NeedsReply), (0, State::InReview)] {
        let page = stage.page().await;
        let open = page.attributes("#talk form[action$=close] input[name=question]", "value");
        assert_eq!(open.len(), left + 1);
        let answer = stage.post("/close", &[("question", &open[0])]).await;
        assert!(location(&answer).contains("done=question_closed"));
        let answer = stage.post("/close", &[("question", &open[0])]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "once");
        assert_eq!(stage.submission().await.state, state);
    }
    assert_eq!(stage.submission().await.answer_due_at, None);
    let receipt = stage.receipt().await;
    assert!(
        receipt
            .attributes("#talk fieldset.talk-question", "class")
            .is_empty()
    );
    assert!(
        receipt.texts("#talk .talk").concat().contains("which street"),
        "what was asked stands there"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn looking_marks_nothing_as_read_and_saying_so_does(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let sending = new_id();
    stage
        .say("say", &[("sending", &sending), ("body", "I forgot something.")])
        .await;
    assert!(stage.submission().await.unread_since.is_some());
    assert!(
        stage
            .page()
            .await
            .texts("#talk .mark")
            .concat()
            .contains("Not read yet")
    );
    assert!(stage.submission().await.unread_since.is_some(), "looking");
    // Who has not seen the last message cannot have read it.
    let stale = [("version", "1")];
    let answer = stage
        .door
        .post_form(&stage.bo, &format!("{}/talk/read", stage.desk()), &stale)
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    location(&stage.post("/read", &[]).await);
    assert!(stage.submission().await.unread_since.is_none());
    assert!(stage.page().await.texts("#talk .mark").is_empty());

    // An answer says so, too; taken back, it does not.
    stage
        .say("say", &[("sending", &new_id()), ("body", "And this.")])
        .await;
    let unread = stage.submission().await.unread_since;
    let sending = stage.ask(&[("ask-which_street", "yes")]).await;
    assert!(stage.submission().await.unread_since.is_none());
    location(&stage.post("/undo", &[("sending", &sending)]).await);
    assert_eq!(stage.submission().await.unread_since, unread);
    assert!(
        stage
            .page()
            .await
            .texts("#talk .mark")
            .concat()
            .contains("Not read yet")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whoever_may_not_know_of_it_finds_no_door(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let sending = new_id();
    let fields = [
        ("version", "1"),
        ("sending", sending.as_str()),
        ("action", "send"),
        ("body", "Hello"),
    ];
    let reader = stage.door.db_reader("Ada").await;
    let doors = ["", "/undo", "/close", "/read"];
    for door in doors {
        let address = format!("{}/talk{door}", stage.desk());
        for viewer in [&reader, &Viewer::default()] {
            let answer = stage.door.post_form(viewer, &address, &fields).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{door}");
        }
    }
    sqlx::query!("update submissions set at_risk = true")
        .execute(&stage.door.state.pool)
        .await
        .unwrap();
    let question = new_id();
    let all = [&fields[..], &[("question", question.as_str())]].concat();
    for door in doors {
        let address = format!("{}/talk{door}", stage.desk());
        let answer = stage.door.post_form(&stage.bo, &address, &all).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{door} of one at risk");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_over_is_not_asked_about(pool: PgPool) {
    let stage = Stage::set(pool).await;
    let pool = &stage.door.state.pool;
    sqlx::query!("update submissions set state = 'declined', decline_reason = 'rules', decided_at = sent_at")
        .execute(pool)
        .await
        .unwrap();
    let page = stage.page().await;
    assert!(page.attributes("#talk input[type=checkbox]", "name").is_empty());
    assert_eq!(
        page.attributes("#talk textarea[name=body]", "name"),
        ["body"],
        "but something can be said"
    );
    let sending = new_id();
    let fields = [
        ("sending", sending.as_str()),
        ("action", "send"),
        ("due", "3"),
        ("ask-other", "yes"),
        ("other", "Why?"),
    ];
    let answer = stage.post("", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.texts(".error-summary").concat().contains("Reopen it"));
    location(
        &stage
            .post(
                "",
                &[
                    ("sending", &new_id()),
                    ("action", "send"),
                    ("body", "Thank you all the same."),
                ],
            )
            .await,
    );
    assert_eq!(stage.submission().await.state, State::Declined);

    sqlx::query!("update submissions set state = 'withdrawn', withdrawn_at = sent_at")
        .execute(pool)
        .await
        .unwrap();
    let page = stage.page().await;
    assert!(
        page.attributes("#talk form", "action")
            .iter()
            .all(|action| action.ends_with("/undo"))
    );
    assert!(page.texts("#talk .why-not").concat().contains("leave them alone"));
}
