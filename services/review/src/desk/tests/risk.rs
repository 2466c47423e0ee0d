//! What could endanger somebody.

use axum::http::{StatusCode, header};
use ground::viewer::Viewer;
use sqlx::PgPool;

use super::*;
use crate::desk::address_of;

/// The same person with the right.
fn with_right(viewer: &Viewer) -> Viewer {
    let mut viewer = viewer.clone();
    if let Some(person) = &mut viewer.0 {
        person.sees_at_risk = true;
    }
    viewer
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_keeps_something_safe_no_longer_finds_it_and_who_has_the_right_gives_it_back(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let bo = desk.db_editor("Bo").await;
    let cem = with_right(&desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let media_id = desk.db_file(id, 0, "a.jpg", true).await;
    let rendition: ground::blobs::Rendition = "320.webp".parse().unwrap();
    let key = ground::blobs::BlobKey::rendition(media_id, rendition);
    desk.blobs
        .put_bytes(&key, "RIFF".into(), "image/webp")
        .await
        .unwrap();
    let (page, door) = (address_of(id), format!("{}/risk", address_of(id)));
    let medium = format!("/desk/media/{media_id}/320.webp");
    let seen = async |viewer: &Viewer| {
        (
            desk.get(viewer, &page).await.status.as_u16(),
            desk.get(viewer, &medium).await.status.as_u16(),
        )
    };

    let form = desk.get(&bo, &door).await;
    assert!(form.texts("main p").concat().contains("disappears for you"));
    let silent = desk.post(&bo, &door, "version=1&risk=set").await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        desk.post(&bo, &door, "version=1&risk=maybe&why=x").await.status,
        StatusCode::BAD_REQUEST
    );
    let stale = desk.post(&bo, &door, "version=9&risk=set&why=police").await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(stale.texts("textarea"), ["police"]);
    assert_eq!(seen(&bo).await, (200, 200));

    let kept = desk.post(&bo, &door, "version=1&risk=set&why=police").await;
    assert_eq!(kept.header(header::LOCATION), "/desk/risk");
    let words = desk.get(&bo, "/desk/risk").await;
    assert_eq!(words.status, StatusCode::OK);
    assert!(!words.text.contains(&id.to_string()));
    assert_eq!(seen(&bo).await, (404, 404));
    assert_eq!(seen(&cem).await, (200, 200));
    for form in ["version=2&risk=lift&why=x", "version=2&risk=set&why=x"] {
        assert_eq!(desk.post(&bo, &door, form).await.status, StatusCode::NOT_FOUND);
    }

    let there = desk.get(&cem, &page).await;
    assert_eq!(there.texts("#sender .mark.warn"), ["At risk"]);
    assert!(there.texts(".timeline").concat().contains("Reason: police"));
    let lifted = desk.post(&cem, &door, "version=2&risk=lift&why=over").await;
    assert_eq!(
        lifted.header(header::LOCATION),
        format!("{page}?done=risk_lifted")
    );
    assert_eq!(seen(&bo).await, (200, 200));
    assert_eq!(desk.db_history(id).await, ["risk_set", "risk_lifted"]);
    assert_eq!(desk.db_submission(id).await.version, 3);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_a_person_nothing_is_counted_or_told_that_may_not_be_seen(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (
        desk.db_editor("Bo").await,
        with_right(&desk.db_editor("Cem").await),
    );
    let mut ids = Vec::new();
    for title in ["First one", "Hidden one"] {
        let submission = Submission {
            title: title.to_owned(),
            ..sample()
        };
        ids.push(desk.db_sent(TimeDelta::zero(), submission).await);
    }
    sqlx::query!("update submissions set person_id = $1", ids[0].0)
        .execute(&desk.pool)
        .await
        .unwrap();
    let (first, hidden) = (address_of(ids[0]), address_of(ids[1]));
    let note = desk
        .post(&cem, &format!("{hidden}/sender/notes"), "about=met%20at%20night")
        .await;
    assert_eq!(note.status, StatusCode::SEE_OTHER);
    assert!(desk.get(&bo, &first).await.text.contains("met at night"));
    sqlx::query!(
        "update submissions set at_risk = true where submission_id = $1",
        ids[1].0
    )
    .execute(&desk.pool)
    .await
    .unwrap();

    let page = desk.get(&bo, &first).await;
    for secret in ["met at night", "Hidden one", &ids[1].to_string()] {
        assert!(!page.text.contains(secret), "{secret}");
    }
    assert!(page.texts("#sender").concat().contains("1 contribution"));
    let page = desk.get(&cem, &first).await;
    for secret in ["met at night", "Hidden one", "2 contributions"] {
        assert!(page.texts("#sender").concat().contains(secret), "{secret}");
    }
}
