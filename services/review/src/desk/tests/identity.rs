//! Who sends, and the door behind which a name and an address stand.

use axum::http::{StatusCode, header};
use ground::viewer::Viewer;
use sqlx::PgPool;

use super::*;
use crate::desk::address_of;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_name_is_shown_to_who_says_why_and_to_nobody_else_and_for_a_quarter_of_an_hour(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let submission = Submission {
        contributor_name: Some("Kanarya".to_owned()),
        contributor_email: Some("kanarya@example.org".to_owned()),
        ..sample()
    };
    let id = desk.db_sent(TimeDelta::zero(), submission).await;
    let (page, door) = (address_of(id), format!("{}/identity", address_of(id)));
    let knows = async |viewer: &Viewer| {
        let mut known = false;
        for address in [page.as_str(), &door, "/desk"] {
            known |= desk
                .get(viewer, address)
                .await
                .text
                .to_lowercase()
                .contains("kanarya");
        }
        known
    };
    assert!(!knows(&bo).await);
    let asked = desk.get(&bo, &door).await;
    assert_eq!(asked.status, StatusCode::OK);
    for why in ["", " %0A "] {
        let refused = desk.post(&bo, &door, &format!("why={why}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!refused.text.to_lowercase().contains("kanarya"));
    }
    assert!(desk.db_history(id).await.is_empty());

    let shown = desk.post(&bo, &door, "why=a%20threat").await;
    assert_eq!(shown.status, StatusCode::OK);
    assert_eq!(
        shown.texts(".revealed dd")[..2],
        ["Kanarya", "kanarya@example.org"]
    );
    assert_eq!(desk.db_history(id).await, ["identity_revealed"]);
    assert!(
        desk.get(&bo, &page)
            .await
            .texts("#sender .revealed")
            .concat()
            .contains("Kanarya")
    );
    assert!(!knows(&cem).await);
    let told = desk.get(&cem, &page).await.texts(".timeline li").concat();
    assert!(told.contains("Identity shown Reason: a threat Bo"), "{told}");

    desk.clock.advance(TimeDelta::minutes(16));
    // Who has shown lately that it is them is known to the desk only by when that was.
    let mut late = bo.clone();
    if let Some(person) = &mut late.0 {
        person.confirmed_at = desk.clock.now();
    }
    assert!(!knows(&late).await);
    for answer in [
        desk.get(&bo, &door).await,
        desk.post(&bo, &door, "why=again").await,
    ] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert!(answer.header(header::LOCATION).starts_with("/signin/again?next="));
    }
    assert_eq!(desk.db_history(id).await.len(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn trust_is_set_by_hand_and_does_not_pass_to_what_comes_later_under_an_address(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let earlier = desk.db_sent(TimeDelta::hours(1), sample()).await;
    let page = address_of(earlier);
    assert_eq!(
        desk.post(&editor, &format!("{page}/sender/trust"), "trust=verified")
            .await
            .status,
        StatusCode::BAD_REQUEST
    );
    let set = desk
        .post(&editor, &format!("{page}/sender/trust"), "trust=trusted")
        .await;
    assert_eq!(set.header(header::LOCATION), format!("{page}#sender"));
    assert_eq!(desk.db_history(earlier).await, ["trust_set"]);
    desk.clock.advance(TimeDelta::hours(1));
    let later = desk.db_sent(TimeDelta::zero(), sample()).await;
    sqlx::query!("update submissions set person_id = $1", earlier.0)
        .execute(&desk.pool)
        .await
        .unwrap();
    let trust = async |id| {
        desk.get(&editor, &address_of(id))
            .await
            .attributes(".mark.trust", "data-trust")
    };
    assert_eq!(trust(earlier).await, ["trusted"]);
    assert_eq!(trust(later).await, ["unknown"]);
    let words = desk
        .get(&editor, &address_of(later))
        .await
        .texts("#sender .why-not")
        .concat();
    assert!(words.contains("Anybody can type an address"), "{words}");
    desk.post(&editor, &format!("{page}/sender/trust"), "trust=careful")
        .await;
    desk.clock.advance(TimeDelta::hours(1));
    assert_eq!(trust(later).await, ["careful"]);
}
