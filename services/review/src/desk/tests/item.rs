//! The page of one contribution, in every state and for everyone of the newsroom.

use axum::http::StatusCode;
use sqlx::PgPool;

use super::*;
use crate::desk::address_of;

const STATES: [SubmissionState; 8] = [
    SubmissionState::Received,
    SubmissionState::InReview,
    SubmissionState::NeedsReply,
    SubmissionState::Accepted,
    SubmissionState::Published,
    SubmissionState::Declined,
    SubmissionState::Withdrawn,
    SubmissionState::Spam,
];

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn every_state_has_its_page_for_everyone_of_the_newsroom_without_a_name(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    for state in STATES {
        let contribution = Submission {
            state,
            title: "سەرەتا Start".to_owned(),
            body: "یەک\n\nOne".to_owned(),
            language: ground::lang::Lang::Ckb,
            contributor_name: Some("Kanarya".to_owned()),
            contributor_email: Some("kanarya@example.org".to_owned()),
            decline_reason: (state == SubmissionState::Declined).then(|| "quality".to_owned()),
            withdrawn_at: (state == SubmissionState::Withdrawn).then(|| desk.clock.now()),
            ..sample()
        };
        let id = desk.db_sent(TimeDelta::zero(), contribution).await;
        desk.db_file(id, 0, "a.jpg", true).await;
        for role in [Role::Editor, Role::Chief, Role::Admin] {
            let mut viewer = editor.clone();
            if let Some(person) = &mut viewer.0 {
                (person.role, person.sees_at_risk) = (Some(role), role != Role::Editor);
            }
            for lang in ground::lang::Lang::ALL {
                let answer = desk
                    .get(&viewer, &format!("{}?lang={}", address_of(id), lang.code()))
                    .await;
                assert_eq!(answer.status, StatusCode::OK, "{state:?} {role:?} {lang:?}");
                assert!(
                    !answer.text.to_lowercase().contains("kanarya"),
                    "{state:?} {role:?}"
                );
                let root = answer.attributes("main [data-item]", "data-version");
                assert_eq!(root, ["1"]);
                assert_eq!(answer.attributes("h1", "dir"), ["auto"]);
                assert_eq!(answer.attributes("#sent-text", "lang"), ["ckb"]);
                for part in [
                    "#files",
                    "#text",
                    "#recorded",
                    "#tabs",
                    "#care",
                    "#consent",
                    "#history",
                ] {
                    assert!(!answer.attributes(part, "id").is_empty(), "{part} {state:?}");
                }
                for jump in answer.attributes(".jumps a", "href") {
                    assert!(
                        !answer.attributes(&jump, "id").is_empty(),
                        "{jump} leads somewhere"
                    );
                }
            }
        }
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_page_knows_its_place_in_the_list_it_was_opened_from(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let mut ids = Vec::new();
    for hours in [3, 2, 1] {
        ids.push(desk.db_sent(TimeDelta::hours(hours), sample()).await);
    }
    let list = "from=queue%3Dnew";
    let middle = desk.get(&editor, &format!("{}?{list}", address_of(ids[1]))).await;
    assert_eq!(middle.texts(".steps .num"), ["2 of 3"]);
    assert_eq!(
        middle.attributes(".steps [rel=prev][data-key-action=previous]", "href"),
        [format!("{}?{list}", address_of(ids[0]))]
    );
    assert_eq!(
        middle.attributes(".steps [rel=next][data-key-action=next]", "href"),
        [format!("{}?{list}", address_of(ids[2]))]
    );
    assert!(
        middle
            .attributes(".back a", "href")
            .concat()
            .contains("queue=new")
    );
    let first = desk.get(&editor, &format!("{}?{list}", address_of(ids[0]))).await;
    assert!(first.attributes(".steps [rel=prev]", "href").is_empty());
    for lost in ["", "?from=queue%3Dnonsense", "?from=queue%3Drisk"] {
        let alone = desk.get(&editor, &format!("{}{lost}", address_of(ids[1]))).await;
        assert_eq!(alone.status, StatusCode::OK, "{lost}");
        assert!(alone.texts(".steps").is_empty(), "{lost}");
        assert_eq!(alone.attributes(".back a", "href"), ["/desk"]);
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn talk_and_notes_are_three_tabs_of_which_the_address_says_which_is_open(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    for (asked, open) in [
        ("", "sender"),
        ("?tab=desk", "desk"),
        ("?tab=own", "own"),
        ("?tab=x", "sender"),
    ] {
        let answer = desk.get(&editor, &format!("{}{asked}", address_of(id))).await;
        assert_eq!(answer.attributes(".tab-list input[checked]", "value"), [open]);
        assert_eq!(
            answer.attributes(".tab-list input", "value"),
            ["sender", "desk", "own"]
        );
    }
}
