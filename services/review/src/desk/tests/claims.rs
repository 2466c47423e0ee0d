//! Who has what in hand.

use axum::http::{StatusCode, header};
use futures_util::future::join_all;
use ground::viewer::Viewer;
use sqlx::PgPool;

use super::*;
use crate::desk::address_of;

impl Desk {
    async fn claim(&self, viewer: &Viewer, id: SubmissionId) -> StatusCode {
        let address = format!("{}/claim", address_of(id));
        self.post(viewer, &address, "quiet=yes").await.status
    }

    /// Who has it, as the database keeps it.
    async fn db_holder(&self, id: SubmissionId) -> Option<AccountId> {
        sqlx::query_scalar!(
            r#"select account_id as "account_id: AccountId" from desk_claims where submission_id = $1"#,
            id.0
        )
        .fetch_optional(&self.pool)
        .await
        .unwrap()
    }
}

fn account(viewer: &Viewer) -> AccountId {
    viewer.0.as_ref().unwrap().account_id
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_a_colleague_has_in_hand_can_be_read_but_not_decided_on_and_nothing_typed_is_lost(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    let page = desk.get(&bo, &address_of(id)).await;
    assert_eq!(page.attributes(".claim", "data-stands"), ["free"]);
    assert_eq!(desk.db_holder(id).await, None, "reading takes nothing in hand");

    // Taking it up is the first thing that is done.
    let taken = desk.decide(&bo, id, "decision=reopen&version=1").await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.db_holder(id).await, Some(account(&bo)));
    let page = desk.get(&bo, &address_of(id)).await;
    assert_eq!(page.attributes(".claim", "data-stands"), ["mine"]);

    let page = desk.get(&cem, &address_of(id)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.attributes(".claim", "data-stands"), ["held"]);
    assert!(page.texts(".claim [data-holder]").concat().contains("Bo"));
    let refused = desk
        .decide(
            &cem,
            id,
            "decision=accept&note=Look+at+the+light%0Aagain&version=2",
        )
        .await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.texts(".notice.warn").concat().contains("Bo"));
    assert_eq!(refused.texts(".kept p"), ["Look at the light", "again"]);
    assert!(refused.texts("label[for=note]").concat().contains("Bo"));
    assert_eq!(
        refused.attributes("main form", "action"),
        [format!("{}/claim/take-over", address_of(id))]
    );
    assert_eq!(desk.db_submission(id).await.state, SubmissionState::InReview);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_many_at_the_same_moment_exactly_one_gets_it(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let mut editors = Vec::new();
    for name in ["Bo", "Cem", "Dara", "Evîn", "Faris", "Gul"] {
        editors.push(desk.db_editor(name).await);
    }
    for _ in 0..5 {
        let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
        // Some begin, some decide at once.
        let tries = editors.iter().enumerate().map(async |(at, editor)| {
            if at % 2 == 0 {
                desk.claim(editor, id).await
            } else {
                desk.decide(editor, id, "decision=reopen&version=1").await.status
            }
        });
        let answers = join_all(tries).await;
        let (taken, refused): (Vec<_>, Vec<_>) = answers
            .into_iter()
            .partition(|status| *status != StatusCode::CONFLICT);
        assert_eq!((taken.len(), refused.len()), (1, 5), "{taken:?}");
        assert!(desk.db_holder(id).await.is_some());
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_claim_lives_by_its_heartbeat_and_three_minutes_more(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    assert_eq!(desk.claim(&bo, id).await, StatusCode::NO_CONTENT);
    for _ in 0..4 {
        desk.clock.advance(TimeDelta::minutes(2));
        assert_eq!(desk.claim(&cem, id).await, StatusCode::CONFLICT);
        assert_eq!(desk.claim(&bo, id).await, StatusCode::NO_CONTENT);
    }
    let since = desk.clock.now() - TimeDelta::minutes(8);
    let kept = sqlx::query_scalar!(
        "select claimed_at from desk_claims where submission_id = $1",
        id.0
    )
    .fetch_one(&desk.pool)
    .await
    .unwrap();
    assert_eq!(kept, since, "it is one claim, however often its heart beats");
    desk.clock.advance(TimeDelta::minutes(3) + TimeDelta::seconds(1));
    let page = desk.get(&cem, &address_of(id)).await;
    assert_eq!(page.attributes(".claim", "data-stands"), ["free"]);
    assert_eq!(desk.claim(&cem, id).await, StatusCode::NO_CONTENT);
    assert_eq!(
        desk.claim(&bo, id).await,
        StatusCode::CONFLICT,
        "who slept finds it gone"
    );

    desk.clock.advance(TimeDelta::minutes(4));
    let mut conn = desk.pool.acquire().await.unwrap();
    let dead = desk.clock.now() - TimeDelta::minutes(3);
    assert_eq!(
        crate::store::claims::delete_dead(&mut conn, dead).await.unwrap(),
        1
    );
    assert_eq!(desk.db_holder(id).await, None);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn taking_over_needs_a_word_which_stays_in_the_history(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    desk.claim(&bo, id).await;
    let door = format!("{}/claim/take-over", address_of(id));
    for silent in ["note=", "note=+%0D%0A+"] {
        let answer = desk.post(&cem, &door, silent).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.attributes(".error-summary a", "href"), ["#note"]);
    }
    let long = desk.post(&cem, &door, &format!("note={}", "x".repeat(301))).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(long.texts("textarea[name=note]"), ["x".repeat(301)]);
    assert_eq!(desk.db_holder(id).await, Some(account(&bo)));

    let over = desk.post(&cem, &door, "note=+Your+shift+ended+").await;
    assert_eq!(over.status, StatusCode::SEE_OTHER);
    assert_eq!(over.header(header::LOCATION), address_of(id));
    assert_eq!(desk.db_holder(id).await, Some(account(&cem)));
    assert_eq!(desk.claim(&bo, id).await, StatusCode::CONFLICT);
    assert_eq!(desk.db_history(id).await, ["taken_over"]);
    let page = desk.get(&bo, &address_of(id)).await;
    let history = page.texts(".timeline li").concat();
    assert!(
        history.contains("Taken over") && history.contains("Your shift ended") && history.contains("Cem")
    );
    // Twice is once, and what nobody holds any more is simply taken.
    desk.post(&cem, &door, "note=again").await;
    desk.clock.advance(TimeDelta::minutes(4));
    let free = desk.post(&bo, &door, "note=back").await;
    assert_eq!(free.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.db_holder(id).await, Some(account(&bo)));
    assert_eq!(desk.db_history(id).await, ["taken_over"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn it_is_let_go_by_hand_and_with_a_decision_and_by_nobody_else(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    let release = format!("{}/claim/release", address_of(id));
    desk.claim(&bo, id).await;
    assert_eq!(desk.post(&cem, &release, "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        desk.db_holder(id).await,
        Some(account(&bo)),
        "it is not theirs to let go"
    );
    assert_eq!(
        desk.post(&bo, &release, "quiet=yes").await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(desk.db_holder(id).await, None);
    // Without script: a button, and the page again.
    let taken = desk.post(&cem, &format!("{}/claim", address_of(id)), "").await;
    assert_eq!(taken.header(header::LOCATION), address_of(id));
    assert_eq!(desk.db_holder(id).await, Some(account(&cem)));
    let decided = desk.decide(&cem, id, "decision=spam&version=1").await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.db_holder(id).await, None, "who has decided has done with it");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_at_risk_cannot_be_held_by_who_may_not_see_it(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let bo = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::hours(1), sample()).await;
    sqlx::query!(
        "update submissions set at_risk = true where submission_id = $1",
        id.0
    )
    .execute(&desk.pool)
    .await
    .unwrap();
    for door in ["claim", "claim/release", "claim/take-over"] {
        let address = format!("{}/{door}", address_of(id));
        assert_eq!(
            desk.post(&bo, &address, "note=x").await.status,
            StatusCode::NOT_FOUND
        );
        let nobody = desk.post(&Viewer::default(), &address, "note=x").await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(desk.db_holder(id).await, None);
}
