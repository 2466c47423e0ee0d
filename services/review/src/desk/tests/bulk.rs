//! Many at once: shown first, judged one by one, undone as a whole.

use axum::http::{StatusCode, header};
use sqlx::PgPool;

use super::*;

impl Desk {
    async fn bulk(&self, viewer: &Viewer, ids: &[SubmissionId], form: &str) -> Answer {
        let ids = ids
            .iter()
            .map(|id| format!("id={id}"))
            .collect::<Vec<_>>()
            .join("&");
        self.post(viewer, "/desk/bulk", &format!("{ids}&{form}")).await
    }

    /// What the page that was shown sends when it is confirmed.
    async fn confirm(&self, viewer: &Viewer, shown: &Answer, more: &str) -> Answer {
        self.post(viewer, "/desk/bulk", &confirmed(shown, more)).await
    }

    async fn db_states(&self, ids: &[SubmissionId]) -> Vec<SubmissionState> {
        let mut states = Vec::new();
        for id in ids {
            states.push(self.db_submission(*id).await.state);
        }
        states
    }

    async fn db_many(&self, count: i64) -> Vec<SubmissionId> {
        let mut ids = Vec::new();
        for number in 0..count {
            let title = format!("Contribution {number}");
            ids.push(
                self.db_sent(TimeDelta::minutes(number), Submission { title, ..sample() })
                    .await,
            );
        }
        ids
    }
}

fn confirmed(shown: &Answer, more: &str) -> String {
    let names = shown.attributes("main form input[type=hidden]", "name");
    let values = shown.attributes("main form input[type=hidden]", "value");
    let hidden: Vec<_> = names
        .iter()
        .zip(&values)
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    format!("{}{more}", hidden.join("&"))
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_would_happen_is_shown_with_who_is_left_out_and_undone_as_a_whole(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let ids = desk.db_many(5).await;
    // A colleague has one in hand, one was taken back, one is only for others to see.
    desk.decide(&cem, ids[0], "decision=reopen&version=1").await;
    desk.db_set(ids[1], "state = 'withdrawn', withdrawn_at = sent_at")
        .await;
    desk.db_set(ids[2], "at_risk = true").await;
    let before = [desk.db_states(&ids[3..]).await, desk.db_states(&ids[..3]).await];
    let shown = desk.bulk(&bo, &ids, "action=decline&next=/desk?queue=new").await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
    assert_eq!(shown.texts("h1"), ["Decline 2 contributions?"]);
    let left_out = shown.texts("[aria-labelledby=left-out] li");
    assert_eq!(left_out.len(), 2, "{left_out:?}");
    assert!(
        left_out
            .iter()
            .any(|line| line.contains("Contribution 0") && line.contains("Cem"))
    );
    assert!(
        left_out
            .iter()
            .any(|line| line.contains("Contribution 1") && line.contains("withdrawn"))
    );
    assert!(
        !shown.text.contains("Contribution 2"),
        "to them it does not exist"
    );
    assert_eq!(
        [desk.db_states(&ids[3..]).await, desk.db_states(&ids[..3]).await],
        before
    );

    let unsaid = desk.confirm(&bo, &shown, "").await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(unsaid.attributes(".error-summary a", "href"), ["#reason"]);
    let done = desk
        .confirm(&bo, &shown, "&reason=not_for_us&note=Thank+you")
        .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(done.header(header::LOCATION), "/desk?queue=new");
    assert_eq!(desk.db_states(&ids[3..]).await, [SubmissionState::Declined; 2]);
    assert_eq!(
        desk.db_submission(ids[4]).await.decline_note.as_deref(),
        Some("Thank you")
    );
    // Pressed once more: once is enough.
    let again = desk
        .confirm(&bo, &shown, "&reason=not_for_us&note=Thank+you")
        .await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.db_history(ids[4]).await, ["declined"]);

    let page = desk.get(&bo, "/desk").await;
    assert_eq!(page.texts(".undo-bar p")[0].split('.').next(), Some("2 declined"));
    let undo = page.attributes(".undo-bar", "action").pop().unwrap();
    let undone = desk.post(&bo, &undo, "next=/desk?queue=new").await;
    assert_eq!(undone.header(header::LOCATION), "/desk?queue=new");
    assert_eq!(
        [desk.db_states(&ids[3..]).await, desk.db_states(&ids[..3]).await],
        before
    );
    desk.db_settle().await;
    assert!(desk.letters().is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_decided_on_one_in_between_was_faster_and_it_is_named(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let ids = desk.db_many(3).await;
    let shown = desk.bulk(&bo, &ids, "action=spam").await;
    desk.decide(&cem, ids[1], "decision=accept&version=1").await;
    desk.db_run("delete from desk_claims").await;
    let done = desk.confirm(&bo, &shown, "").await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    assert_eq!(done.texts("[aria-labelledby=left-out] li a"), ["Contribution 1"]);
    assert_eq!(done.attributes(".undo-bar", "action").len(), 1);
    assert_eq!(
        desk.db_states(&ids).await,
        [
            SubmissionState::Spam,
            SubmissionState::Accepted,
            SubmissionState::Spam
        ]
    );
    // When nothing is left of it, nothing is written.
    let shown = desk.bulk(&bo, &ids[..1], "action=reopen").await;
    desk.decide(&cem, ids[0], "decision=reopen&version=2").await;
    let refused = desk.confirm(&bo, &shown, "").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(desk.db_history(ids[0]).await, ["spam", "reopened"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_presses_about_the_same_many_and_single_ones_among_them_wait_for_each_other_and_no_longer(
    pool: PgPool,
) {
    let desk = Desk::open(pool).await;
    let (bo, cem, dana) = (
        desk.db_editor("Bo").await,
        desk.db_editor("Cem").await,
        desk.db_editor("Dana").await,
    );
    let ids = desk.db_many(24).await;
    let reversed: Vec<_> = ids.iter().rev().copied().collect();
    // In the other order, and mixed.
    desk.db_set(ids[5], "state = 'in_review'").await;
    desk.db_set(ids[17], "state = 'needs_reply'").await;
    let spam = confirmed(&desk.bulk(&bo, &ids, "action=spam").await, "");
    let accept = confirmed(&desk.bulk(&cem, &reversed, "action=accept").await, "");
    let (one, two, single, twice) = tokio::join!(
        desk.post(&bo, "/desk/bulk", &spam),
        desk.post(&cem, "/desk/bulk", &accept),
        desk.decide(&dana, ids[12], "decision=decline&reason=rules&version=1"),
        desk.post(&bo, "/desk/bulk", &spam),
    );
    for answer in [&one, &two, &single, &twice] {
        assert!(
            [StatusCode::OK, StatusCode::SEE_OTHER, StatusCode::CONFLICT].contains(&answer.status),
            "{} {}",
            answer.status,
            answer.text
        );
    }
    for id in &ids {
        assert_eq!(desk.db_history(*id).await.len(), 1, "each was decided on once");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn all_of_a_person_all_alike_tags_and_categories(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let ids = desk.db_many(4).await;
    let person = desk.db_submission(ids[0]).await.person_id;
    desk.db_set(ids[1], &format!("person_id = '{person}'")).await;
    let shown = desk
        .bulk(&editor, &[], &format!("action=take&of=person:{person}"))
        .await;
    assert_eq!(shown.texts("h1"), ["Take 2 contributions into review?"]);
    desk.db_run(&format!(
        "insert into submission_repeats (submission_id, earlier_id, exact, found_at) values ('{}', '{}', true, now())",
        ids[2], ids[3]
    ))
    .await;
    let shown = desk
        .bulk(&editor, &[], &format!("action=tag&tag=Flood&of=alike:{}", ids[3]))
        .await;
    assert_eq!(shown.texts("h1"), ["Add a tag to 2 contributions?"]);
    let done = desk.confirm(&editor, &shown, "&tag=Flood").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    for id in &ids[2..] {
        assert_eq!(desk.db_submission(*id).await.tags, ["flood"]);
    }
    let page = desk.get(&editor, "/desk").await;
    let undo = page.attributes(".undo-bar", "action").pop().unwrap();
    desk.post(&editor, &undo, "").await;
    assert!(desk.db_submission(ids[2]).await.tags.is_empty());

    desk.db_run("insert into desk_categories (category, position) values ('city', 1)")
        .await;
    let shown = desk.bulk(&editor, &ids, "action=category").await;
    let none = desk.confirm(&editor, &shown, "&category=nonsense").await;
    assert_eq!(none.attributes(".error-summary a", "href"), ["#category"]);
    desk.confirm(&editor, &shown, "&category=city").await;
    assert_eq!(desk.db_submission(ids[0]).await.category.as_deref(), Some("city"));
    assert_eq!(
        desk.db_submission(ids[0]).await.settles_at,
        None,
        "nothing follows from it"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nothing_too_many_and_what_is_no_form_of_ours_are_refused(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let none = desk.bulk(&editor, &[], "action=spam").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(none.attributes(".error-summary a", "href"), ["#chosen"]);
    let many: Vec<SubmissionId> = (0..501)
        .map(|number| SubmissionId(uuid::Uuid::from_u128(number)))
        .collect();
    let many = desk.bulk(&editor, &many, "action=spam").await;
    assert_eq!(many.status, StatusCode::UNPROCESSABLE_ENTITY);
    let shred = desk.bulk(&editor, &[], "action=shred").await;
    assert_eq!(shred.status, StatusCode::BAD_REQUEST);
}
