//! Undoing: everything is as it was, nobody was told, and who comes too late reads the other way.

use axum::http::{StatusCode, header};
use sqlx::PgPool;

use super::{listing::TITLES, *};
use crate::{desk::address_of, store::decisions};

impl Desk {
    /// The button of the bar, as the page shows it: its address.
    async fn undo_at(&self, viewer: &Viewer, address: &str) -> String {
        let page = self.get(viewer, address).await;
        page.attributes(".undo-bar", "action").pop().unwrap_or_default()
    }

    /// Presses it.
    async fn undo(&self, viewer: &Viewer, id: SubmissionId) -> Answer {
        let address = self.undo_at(viewer, &address_of(id)).await;
        assert!(address.starts_with("/desk/undo/"), "there is nothing to undo");
        self.post(viewer, &address, &format!("next={}", address_of(id)))
            .await
    }

    /// Everything that is kept of a contribution but its version, and since when it has stood where it stands.
    async fn db_row(&self, id: SubmissionId) -> serde_json::Value {
        sqlx::query_scalar!(
            r#"select to_jsonb(s) - '{version,state_since}'::text[] as "row!" from submissions as s where submission_id = $1"#,
            id.0
        )
        .fetch_one(&self.pool)
        .await
        .unwrap()
    }

    /// Its category asks for two people.
    async fn db_two_people(&self, id: SubmissionId) {
        sqlx::query!(
            "insert into desk_categories (category, position, two_people) values ('sources', 1, true)
             on conflict do nothing"
        )
        .execute(&self.pool)
        .await
        .unwrap();
        self.db_set(id, "category = 'sources'").await;
    }
}

const DECISIONS: [&str; 5] = [
    "decision=accept",
    "decision=decline&reason=quality&note=Too+dark",
    "decision=spam",
    "decision=reopen",
    "decision=confirm",
];

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whatever_is_decided_and_undone_is_as_it_was(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editors = [desk.db_editor("Bo").await, desk.db_editor("Cem").await];
    let ids = [
        desk.db_sent(TimeDelta::hours(3), sample()).await,
        desk.db_sent(TimeDelta::hours(2), sample()).await,
        desk.db_sent(TimeDelta::hours(1), sample()).await,
    ];
    desk.db_two_people(ids[1]).await;
    desk.db_set(
        ids[2],
        "state = 'spam', machine_rule = 'repeat_of_spam', decided_at = sent_at",
    )
    .await;
    // The same steps at each run.
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).unwrap()
    };
    let mut undone = 0;
    for step in 0..120 {
        let (id, editor) = (ids[next(3)], &editors[next(2)]);
        let before = (desk.db_row(id).await, desk.db_submission(id).await.version);
        let decision = DECISIONS[next(5)];
        let answer = desk
            .decide(editor, id, &format!("{decision}&version={}", before.1))
            .await;
        // What a colleague has in hand is theirs; the rules forbid the rest.
        if answer.status == StatusCode::CONFLICT {
            assert_eq!(desk.db_row(id).await, before.0, "{step}: {decision}");
        } else {
            assert_eq!(
                answer.status,
                StatusCode::SEE_OTHER,
                "{step}: {decision} {}",
                answer.text
            );
            assert_ne!(desk.db_row(id).await, before.0, "{step}: {decision}");
            desk.clock
                .advance(TimeDelta::seconds(i64::try_from(next(9)).unwrap()));
            if next(2) == 0 {
                let answer = desk.undo(editor, id).await;
                assert_eq!(answer.status, StatusCode::SEE_OTHER, "{step}: {}", answer.text);
                let after = desk.db_submission(id).await;
                assert_eq!(desk.db_row(id).await, before.0, "{step}: {decision}");
                assert!(after.version > before.1, "it is another version all the same");
                undone += 1;
            }
        }
        // Claims end.
        desk.clock
            .advance(TimeDelta::minutes(i64::try_from(next(6)).unwrap()));
    }
    assert!(undone > 15, "{undone} were undone");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_two_decisions_that_follow_each_other_each_is_undone_by_itself(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    desk.decide(&editor, id, "decision=accept&version=1").await;
    desk.clock.advance(TimeDelta::seconds(1));
    desk.decide(&editor, id, "decision=reopen&version=2").await;
    desk.undo(&editor, id).await;
    assert_eq!(desk.db_submission(id).await.state, SubmissionState::Accepted);
    desk.undo(&editor, id).await;
    assert_eq!(desk.db_submission(id).await.state, SubmissionState::Received);
    assert_eq!(desk.undo_at(&editor, &address_of(id)).await, "");
    let page = desk.get(&editor, &address_of(id)).await;
    assert_eq!(page.texts(".undo-bar"), ["Undone: it is as it was."]);
    assert_eq!(
        desk.db_history(id).await,
        ["accepted", "reopened", "undone", "undone"],
        "what happened stays written"
    );
    desk.db_settle().await;
    assert!(desk.letters().is_empty(), "nobody is told of what was undone");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_comes_too_late_reads_so_and_can_reopen_and_nobody_undoes_what_another_did(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    desk.decide(&bo, id, "decision=spam&version=1").await;
    let address = desk.undo_at(&bo, &address_of(id)).await;
    assert_eq!(desk.undo_at(&cem, &address_of(id)).await, "", "it is not theirs");
    let others = desk.post(&cem, &address, "").await;
    assert_eq!(others.status, StatusCode::CONFLICT);
    desk.clock.advance(TimeDelta::seconds(10));
    assert_eq!(desk.undo_at(&bo, &address_of(id)).await, "");
    let late = desk.post(&bo, &address, "next=https://evil.example").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(late.texts("h1"), ["It is too late to undo this"]);
    assert_eq!(late.attributes("main p a", "href")[0], "/desk");
    assert_eq!(late.attributes("form input[name=version]", "value"), ["2"]);
    assert_eq!(desk.db_submission(id).await.state, SubmissionState::Spam);
    let reopened = desk.decide(&bo, id, "decision=reopen&version=2").await;
    assert_eq!(reopened.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.db_history(id).await, ["spam", "reopened"]);
    let nobody = desk
        .post(&bo, &format!("/desk/undo/{}", uuid::Uuid::nil()), "")
        .await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_changed_meanwhile_is_named_and_stays_and_undo_pressed_twice_is_once(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    desk.decide(&bo, id, "decision=spam&version=1").await;
    let address = desk.undo_at(&bo, &address_of(id)).await;
    desk.db_run("delete from desk_claims").await;
    desk.decide(&cem, id, "decision=reopen&version=2").await;
    let kept = desk.post(&bo, &address, "").await;
    assert_eq!(kept.status, StatusCode::CONFLICT);
    assert_eq!(kept.texts(".lines a"), [sample().title]);
    assert_eq!(desk.db_submission(id).await.state, SubmissionState::InReview);

    desk.clock.advance(TimeDelta::seconds(1));
    let other = desk.db_sent(TimeDelta::hours(2), sample()).await;
    desk.decide(&bo, other, "decision=spam&version=1").await;
    let address = desk.undo_at(&bo, &address_of(other)).await;
    let (one, two) = tokio::join!(desk.post(&bo, &address, ""), desk.post(&bo, &address, ""));
    for answer in [one, two, desk.post(&bo, &address, "").await] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header(header::LOCATION), "/desk");
    }
    assert_eq!(desk.db_submission(other).await.version, 3);
    assert_eq!(desk.db_history(other).await, ["spam", "undone"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_guest_gets_one_mail_for_each_decision_that_stands_and_none_before(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    desk.decide(&editor, id, "decision=accept&version=1").await;
    assert!(desk.letters().is_empty());
    desk.db_settle().await;
    let letters = desk.letters();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].contains("To: ada@example.org") && letters[0].contains("/receipt"));
    for secret in ["Flood", "river", "Ada ", &id.to_string(), "ccepted"] {
        assert!(!letters[0].contains(secret), "{secret} in {}", letters[0]);
    }
    for job in ["review.settle_decisions", "review.tell_guest"] {
        assert_eq!(db_count_jobs(&desk, job).await, 0);
    }
    let told = ground::jobs::TellGuest {
        submission_id: id,
        version: 2,
    };
    ground::jobs::enqueue(&mut desk.pool.acquire().await.unwrap(), &told)
        .await
        .unwrap();
    desk.db_settle().await;
    assert_eq!(desk.letters().len(), 1);
    desk.decide(&editor, id, "decision=reopen&version=2").await;
    desk.decide(&editor, id, "decision=accept&version=3").await;
    desk.decide(&editor, id, "decision=reopen&version=4").await;
    desk.decide(&editor, id, "decision=decline&reason=rules&version=5")
        .await;
    desk.db_settle().await;
    let letters = desk.letters();
    assert_eq!(letters.len(), 2);
    let key = |letter: &str| {
        let line = letter.lines().find(|line| line.starts_with("Message-ID:"));
        line.unwrap().to_owned()
    };
    assert_ne!(key(&letters[0]), key(&letters[1]));
    let other = desk.db_sent(TimeDelta::hours(1), sample()).await;
    desk.decide(&editor, other, "decision=accept&version=1").await;
    desk.db_set(other, "state = 'withdrawn', withdrawn_at = sent_at")
        .await;
    desk.db_settle().await;
    assert_eq!(desk.letters().len(), 2);
}

async fn db_count_jobs(desk: &Desk, kind: &str) -> i64 {
    sqlx::query_scalar!(r#"select count(*) as "count!" from jobs where kind = $1"#, kind)
        .fetch_one(&desk.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn its_contributor_sees_nothing_that_can_still_be_undone(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    let shown = async || {
        let mut conn = desk.pool.acquire().await.unwrap();
        let mut submission = desk.db_submission(id).await;
        decisions::show(&mut conn, &mut submission, desk.clock.now())
            .await
            .unwrap();
        let listed = sqlx::query_scalar!(
            r#"select submission_shown(submissions, $2) as "state!: SubmissionState"
               from submissions where submission_id = $1"#,
            id.0,
            desk.clock.now(),
        )
        .fetch_one(&mut *conn)
        .await
        .unwrap();
        assert_eq!(listed, submission.state, "page and list say the same");
        (submission.state, submission.decline_reason)
    };
    desk.decide(&editor, id, "decision=decline&reason=rules&version=1")
        .await;
    assert_eq!(shown().await, (SubmissionState::Received, None));
    desk.clock.advance(TimeDelta::seconds(6));
    // Nor the first of two that follow each other, when its own time is over.
    desk.decide(&editor, id, "decision=reopen&version=2").await;
    desk.clock.advance(TimeDelta::seconds(6));
    assert_eq!(shown().await, (SubmissionState::Received, None));
    desk.clock.advance(TimeDelta::seconds(6));
    assert_eq!(shown().await.0, SubmissionState::InReview);
    desk.decide(&editor, id, "decision=decline&reason=safety&version=3")
        .await;
    desk.clock.advance(TimeDelta::seconds(10));
    assert_eq!(
        shown().await,
        (SubmissionState::Declined, Some("safety".to_owned()))
    );
    // What was undone is not seen either, and what the program decided is not told.
    desk.db_set(id, "state = 'spam', machine_rule = 'repeat_of_spam'")
        .await;
    assert_eq!(shown().await.0, SubmissionState::Received);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_people_say_yes_and_the_first_cannot_be_the_second(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    desk.db_two_people(id).await;
    let page = desk.get(&bo, &address_of(id)).await;
    assert_eq!(page.texts("button[data-key-action=accept]"), ["First yes"]);
    desk.decide(&bo, id, "decision=accept&version=1").await;
    let waits = desk.db_submission(id).await;
    assert_eq!((waits.state, waits.decided_by), (SubmissionState::InReview, None));
    let same = desk.decide(&bo, id, "decision=accept&version=2").await;
    assert_eq!(same.status, StatusCode::CONFLICT);
    assert!(same.texts(".notice.bad")[0].contains("The first yes is yours"));
    desk.db_run("delete from desk_claims").await;
    let page = desk.get(&cem, &address_of(id)).await;
    assert_eq!(page.texts("button[data-key-action=accept]"), ["Second yes"]);
    desk.decide(&cem, id, "decision=accept&version=2").await;
    let accepted = desk.db_submission(id).await;
    assert_eq!(accepted.state, SubmissionState::Accepted);
    assert_eq!(accepted.first_yes_by, None, "it waits for nobody");
    let why_not = async || {
        let mut conn = desk.pool.acquire().await.unwrap();
        let submission = desk.db_submission(id).await;
        let why_not = crate::why_not_public(&mut conn, &submission, desk.clock.now()).await;
        why_not
            .unwrap()
            .into_iter()
            .map(|words| words.id)
            .collect::<Vec<_>>()
    };
    assert!(why_not().await.is_empty());
    // Accepted by one, when it was in no such category yet.
    desk.db_set(id, "seconded_by = null").await;
    assert_eq!(why_not().await, ["decide-blocks-second"]);
    desk.db_set(
        id,
        "at_risk = true, consent = 'ask_first', answer_due_at = now() + interval '10 years'",
    )
    .await;
    assert_eq!(
        why_not().await,
        [
            "consent-blocks-ask-first",
            "decide-blocks-at-risk",
            "decide-blocks-second",
            "decide-blocks-question"
        ]
    );
    assert_eq!(desk.db_history(id).await, ["first_yes", "accepted"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_the_program_decided_is_confirmed_or_reopened_by_a_person(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    for (decision, state) in [
        ("confirm", SubmissionState::Spam),
        ("reopen", SubmissionState::InReview),
    ] {
        let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
        desk.db_set(
            id,
            "state = 'spam', machine_rule = 'repeat_of_spam', decided_at = sent_at",
        )
        .await;
        let list = desk.get(&editor, "/desk?queue=machine").await;
        assert_eq!(list.texts(TITLES), [sample().title]);
        let answer = desk
            .decide(&editor, id, &format!("decision={decision}&version=1"))
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let looked = desk.db_submission(id).await;
        assert_eq!((looked.state, looked.machine_rule), (state, None));
        assert!(
            desk.get(&editor, "/desk?queue=machine")
                .await
                .texts(TITLES)
                .is_empty()
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_job_that_is_asked_for_later_waits_for_its_time(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let job = ground::jobs::SettleDecisions {
        batch_id: ground::ids::BatchId(uuid::Uuid::nil()),
    };
    let later = Clock::system().now() + TimeDelta::hours(1);
    let mut conn = desk.pool.acquire().await.unwrap();
    ground::jobs::enqueue_at(&mut conn, &job, later).await.unwrap();
    drop(conn);
    let is_due = async || {
        let mut conn = desk.pool.acquire().await.unwrap();
        ground::jobs::is_due::<ground::jobs::SettleDecisions>(&mut conn)
            .await
            .unwrap()
    };
    assert!(!is_due().await);
    desk.db_run("update jobs set run_at = run_at - interval '1 hour'")
        .await;
    assert!(is_due().await);
    desk.db_settle().await;
    assert_eq!(db_count_jobs(&desk, "review.settle_decisions").await, 0);
}
