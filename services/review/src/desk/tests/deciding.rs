//! Deciding, one after another and at once.

use axum::http::{StatusCode, header};
use ground::{
    ids::AccountId,
    jobs::{Job, WithdrawStory},
};
use sqlx::PgPool;

use super::*;
use crate::{desk::address_of, store};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn every_decision_is_written_with_who_and_when_and_answered_with_what_was_done(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let by = editor.0.as_ref().unwrap().account_id;
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    for (version, form, state, words) in [
        (
            1,
            "decision=reopen",
            SubmissionState::InReview,
            "It is in review now.",
        ),
        (
            2,
            "decision=accept",
            SubmissionState::Accepted,
            "Accepted. You can make a story of it.",
        ),
        (
            3,
            "decision=reopen",
            SubmissionState::InReview,
            "It is open again.",
        ),
        (4, "decision=spam", SubmissionState::Spam, "Marked as spam."),
        (
            5,
            "decision=reopen",
            SubmissionState::InReview,
            "It is open again.",
        ),
        (
            6,
            "decision=decline&reason=quality&note=+Too+dark%0D%0ATry+again+",
            SubmissionState::Declined,
            "Declined. The contributor can read the reason with the receipt.",
        ),
    ] {
        desk.clock.advance(TimeDelta::minutes(1));
        let answer = desk
            .decide(&editor, id, &format!("{form}&version={version}"))
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{form}");
        let page = desk.get(&editor, answer.header(header::LOCATION)).await;
        assert_eq!(page.texts(".notice.good"), [words]);
        let now = desk.db_submission(id).await;
        assert_eq!((now.state, now.version), (state, version + 1), "{form}");
        let decided = state != SubmissionState::InReview;
        assert_eq!(now.decided_by, decided.then_some(by));
        assert_eq!(now.decided_at, decided.then(|| desk.clock.now()));
    }
    let declined = desk.db_submission(id).await;
    assert_eq!(declined.decline_reason.as_deref(), Some("quality"));
    assert_eq!(declined.decline_note.as_deref(), Some("Too dark\nTry again"));
    assert_eq!(
        desk.db_history(id).await,
        ["opened", "accepted", "reopened", "spam", "reopened", "declined"]
    );
    let page = desk.get(&editor, &address_of(id)).await;
    let history = page.texts(".timeline li");
    assert!(
        history
            .last()
            .unwrap()
            .starts_with("Declined The text or the pictures cannot be used")
    );
    assert!(history.iter().all(|line| line.contains("Bo")), "{history:?}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_reopened_contribution_forgets_its_refusal_but_its_history_does_not(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    desk.decide(&editor, id, "decision=decline&reason=rules&note=No&version=1")
        .await;
    desk.decide(&editor, id, "decision=reopen&version=2").await;
    let open = desk.db_submission(id).await;
    assert_eq!(
        (open.decline_reason, open.decline_note, open.decided_by),
        (None, None, None)
    );
    assert_eq!(desk.db_history(id).await, ["declined", "reopened"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn declining_without_a_reason_asks_for_one_and_keeps_the_note(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    for reason in ["", "&reason=", "&reason=nonsense"] {
        let form = format!("decision=decline&note=Thank+you{reason}&version=1");
        let answer = desk.decide(&editor, id, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.attributes(".error-summary a", "href"), ["#reason"]);
        assert_eq!(answer.texts("#decline textarea[name=note]"), ["Thank you"]);
        assert_eq!(answer.attributes("#decline form", "action").len(), 1);
    }
    let long = format!(
        "decision=decline&reason=quality&note={}&version=1",
        "x".repeat(1001)
    );
    let answer = desk.decide(&editor, id, &long).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.attributes(".error-summary a", "href"), ["#note"]);
    assert_eq!(
        answer.attributes("input[name=reason][checked]", "value"),
        ["quality"]
    );
    assert_eq!(desk.db_submission(id).await.version, 1);

    let nonsense = desk.decide(&editor, id, "decision=shred&version=1").await;
    assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_editors_who_decide_at_once_one_reads_who_was_faster(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    let (by_bo, by_cem) = tokio::join!(
        desk.decide(&bo, id, "decision=accept&version=1"),
        desk.decide(
            &cem,
            id,
            "decision=decline&reason=quality&note=Too+dark&version=1"
        ),
    );
    let (winner, what, state, loser) = if by_bo.status == StatusCode::SEE_OTHER {
        ("Bo", "Accepted", SubmissionState::Accepted, by_cem)
    } else {
        assert_eq!(by_cem.status, StatusCode::SEE_OTHER);
        ("Cem", "Declined", SubmissionState::Declined, by_bo)
    };
    assert_eq!(loser.status, StatusCode::CONFLICT);
    let notice = loser.texts(".notice.bad").pop().unwrap();
    assert!(
        notice.contains(&format!("{winner} was faster: “{what}”")),
        "{notice}"
    );
    assert!(notice.contains("2027"), "and when: {notice}");
    if winner == "Bo" {
        assert_eq!(
            loser.texts("#kept-note"),
            ["Too dark"],
            "what was typed is not lost"
        );
    }
    let now = desk.db_submission(id).await;
    assert_eq!((now.state, now.version), (state, 2));
    assert_eq!(desk.db_history(id).await.len(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_old_page_cannot_decide_and_the_note_typed_there_is_kept(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    desk.decide(&bo, id, "decision=reopen&version=1").await;
    // Bo has let go of it.
    desk.db_run("delete from desk_claims").await;
    let answer = desk
        .decide(&cem, id, "decision=decline&note=Too+dark&version=1")
        .await;
    assert_eq!(
        answer.status,
        StatusCode::CONFLICT,
        "before anything is said of the missing reason"
    );
    assert!(
        answer
            .texts(".notice.bad")
            .pop()
            .unwrap()
            .contains("Bo was faster: “Taken into review”")
    );
    assert_eq!(
        answer.texts("#decline textarea[name=note]"),
        ["Too dark"],
        "it can still be declined, with this note"
    );
    assert_eq!(
        answer.attributes("input[name=version]", "value").first().unwrap(),
        "2"
    );
    assert_eq!(desk.db_submission(id).await.state, SubmissionState::InReview);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_second_decision_is_refused_in_words(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    desk.decide(&editor, id, "decision=accept&version=1").await;
    let own = desk.decide(&editor, id, "decision=spam&version=1").await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    assert!(
        own.texts(".notice.bad")
            .pop()
            .unwrap()
            .contains("You did something here already: “Accepted”")
    );
    let fresh = desk.decide(&editor, id, "decision=spam&version=2").await;
    assert_eq!(fresh.status, StatusCode::CONFLICT);
    assert!(
        fresh
            .texts(".notice.bad")
            .pop()
            .unwrap()
            .contains("Reopen it before you decide anew.")
    );
    assert_eq!(desk.db_submission(id).await.state, SubmissionState::Accepted);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn pressing_a_button_twice_is_pressing_it_once(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    for form in [
        "decision=accept",
        "decision=spam",
        "decision=decline&reason=rules&note=No",
    ] {
        let id = desk.db_sent(TimeDelta::zero(), sample()).await;
        let form = format!("{form}&version=1");
        let (first, second) = tokio::join!(desk.decide(&editor, id, &form), desk.decide(&editor, id, &form));
        assert_eq!(
            (first.status, second.status),
            (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
        );
        assert_eq!(desk.db_history(id).await.len(), 1, "{form}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_withdrawal_for_the_contributor_is_confirmed_final_and_takes_the_story_along(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let published = Submission {
        state: SubmissionState::Published,
        ..sample()
    };
    let id = desk.db_sent(TimeDelta::zero(), published).await;
    let address = format!("{}/withdraw", address_of(id));
    let unconfirmed = desk.post(&editor, &address, "version=1").await;
    assert_eq!(unconfirmed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(unconfirmed.attributes(".error-summary a", "href"), ["#confirmed"]);
    assert_eq!(unconfirmed.attributes("#withdraw[open]", "id"), ["withdraw"]);
    let stale = desk.post(&editor, &address, "version=7&confirmed=yes").await;
    assert_eq!(stale.status, StatusCode::CONFLICT);

    let mut line = sqlx::postgres::PgListener::connect_with(&desk.pool)
        .await
        .unwrap();
    line.listen("desk").await.unwrap();
    let answer = desk.post(&editor, &address, "version=1&confirmed=yes").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    line.recv().await.unwrap();
    let now = desk.db_submission(id).await;
    assert_eq!((now.state, now.version), (SubmissionState::Withdrawn, 2));
    assert_eq!(now.withdrawn_at, Some(desk.clock.now()));
    assert_eq!(desk.db_history(id).await, ["withdrawn"]);
    let jobs = sqlx::query!("select kind, payload from jobs")
        .fetch_all(&desk.pool)
        .await
        .unwrap();
    assert_eq!(jobs.len(), 1);
    assert_eq!(jobs[0].kind, WithdrawStory::KIND);
    assert_eq!(jobs[0].payload, serde_json::json!({ "submission_id": id }));

    let again = desk.post(&editor, &address, "version=2&confirmed=yes").await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let reopen = desk.decide(&editor, id, "decision=reopen&version=2").await;
    assert_eq!(reopen.status, StatusCode::CONFLICT);
    assert_eq!(desk.db_submission(id).await.version, 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn publishing_marks_the_contribution_and_every_edit_is_noted(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let by: AccountId = editor.0.as_ref().unwrap().account_id;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let media_id = desk.db_file(id, 0, "river.jpg", true).await;
    desk.decide(&editor, id, "decision=accept&version=1").await;
    let (ids, now) = (Ids::system(), desk.clock.now());
    let press = crate::Press {
        ids: ids.clone(),
        now,
        undo: TimeDelta::seconds(10),
        by,
    };
    let mut tx = ground::db::begin(&desk.pool).await.unwrap();
    let submission = store::publication::find_for_publication(&mut tx, id, true)
        .await
        .unwrap()
        .unwrap();
    submission.may_be_published().unwrap();
    let files = store::publication::files_of(&mut tx, id).await.unwrap();
    assert_eq!(files, [(0, media_id, "river.jpg".to_owned())]);
    store::publication::mark_published(&mut tx, &press, id, "/stories/flood")
        .await
        .unwrap();
    store::publication::note_story_edited(&mut tx, &ids, now + TimeDelta::minutes(1), id, by)
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let now = desk.db_submission(id).await;
    assert_eq!((now.state, now.version), (SubmissionState::Published, 3));
    assert_eq!(now.decided_by, Some(by), "who accepted it is still known");
    let page = desk.get(&editor, &address_of(id)).await;
    assert_eq!(page.attributes("a[href='/stories/flood']", "href").len(), 1);
    assert_eq!(
        page.texts(".timeline .step"),
        ["Accepted", "Published", "Story edited"]
    );
    let late = desk.decide(&editor, id, "decision=reopen&version=3").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.texts(".notice.bad")
            .pop()
            .unwrap()
            .contains("Its story is public.")
    );
}
