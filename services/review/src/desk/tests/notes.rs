//! What the desk says to itself.

use axum::http::{StatusCode, header};
use ground::viewer::Viewer;
use sqlx::PgPool;

use super::*;
use crate::desk::address_of;

const NOTE: &str = "0192f0c8-7b1e-7000-8000-000000000001";

fn id_of(viewer: &Viewer) -> AccountId {
    viewer.0.as_ref().unwrap().account_id
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_note_is_written_once_changed_while_fresh_and_deleted_by_its_author_alone(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let (page, door) = (address_of(id), format!("{}/notes", address_of(id)));
    for body in ["", &"x".repeat(4001)] {
        let refused = desk
            .post(&bo, &door, &format!("note_id={NOTE}&for=desk&body={body}"))
            .await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.texts("textarea"), [body]);
    }
    for _ in 0..2 {
        let form = format!("note_id={NOTE}&for=desk&body=Looks%20right");
        let written = desk.post(&bo, &door, &form).await;
        assert_eq!(
            written.header(header::LOCATION),
            format!("{page}?tab=desk#note-{NOTE}")
        );
    }
    let notes = async |viewer: &Viewer| desk.get(viewer, &page).await.texts(".notes-desk li .prose");
    assert_eq!(notes(&cem).await, ["Looks right"]);

    let own = format!("{door}/{NOTE}");
    assert_eq!(desk.get(&bo, &own).await.texts("textarea"), ["Looks right"]);
    for (viewer, address) in [(&cem, own.clone()), (&cem, format!("{own}/delete"))] {
        let answer = desk.post(viewer, &address, "body=Mine").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
    }
    let changed = desk.post(&bo, &own, "body=Looks%20wrong").await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    assert_eq!(notes(&cem).await, ["Looks wrong"]);
    desk.clock.advance(TimeDelta::minutes(5));
    let late = desk.post(&bo, &own, "body=Looks%20better").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(late.texts("textarea"), ["Looks better"]);

    assert_eq!(
        desk.post(&bo, &format!("{own}/delete"), "").await.status,
        StatusCode::SEE_OTHER
    );
    assert!(notes(&cem).await.is_empty());
    assert!(
        desk.get(&cem, &page)
            .await
            .texts(".notes-desk li")
            .concat()
            .contains("Deleted")
    );
    assert_eq!(
        desk.post(&bo, &own, "body=Back").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        desk.db_submission(id).await.version,
        1,
        "notes change nothing of it"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_for_me_is_read_by_me_alone_and_calls_nobody(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let page = address_of(id);
    let form = format!(
        "note_id={NOTE}&for=me&mention={}&body=@Cem%20is%20tired",
        id_of(&cem)
    );
    let written = desk.post(&bo, &format!("{page}/notes"), &form).await;
    assert_eq!(
        written.header(header::LOCATION),
        format!("{page}?tab=own#note-{NOTE}")
    );
    assert!(desk.get(&bo, &page).await.text.contains("is tired"));
    for address in [page.as_str(), "/desk/mentions", "/desk"] {
        assert!(
            !desk.get(&cem, address).await.text.contains("is tired"),
            "{address}"
        );
    }
    desk.clock.advance(TimeDelta::days(1));
    let own = format!("{page}/notes/{NOTE}");
    assert_eq!(
        desk.post(&bo, &own, "body=rested").await.status,
        StatusCode::SEE_OTHER
    );
    desk.post(&bo, &format!("{own}/delete"), "").await;
    assert!(desk.get(&bo, &page).await.texts(".notes-own li").is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_meant_sees_it_until_they_looked_and_only_what_they_may(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let (bo, cem) = (desk.db_editor("Bo").await, desk.db_editor("Cem").await);
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let page = address_of(id);
    let form = format!("note_id={NOTE}&for=desk&body=@cem,%20look");
    desk.post(&bo, &format!("{page}/notes"), &form).await;
    let unseen = async |viewer: &Viewer| {
        desk.get(viewer, "/desk/mentions")
            .await
            .texts(".mentions .unseen")
            .len()
    };
    assert_eq!((unseen(&cem).await, unseen(&bo).await), (1, 0));
    let at_risk = async |at_risk: bool| {
        sqlx::query!("update submissions set at_risk = $1", at_risk)
            .execute(&desk.pool)
            .await
            .unwrap();
    };
    at_risk(true).await;
    assert_eq!(unseen(&cem).await, 0);
    let opened = desk.post(&cem, &format!("/desk/mentions/{NOTE}"), "").await;
    assert_eq!(opened.status, StatusCode::NOT_FOUND);
    desk.post(&cem, "/desk/mentions", "").await;
    at_risk(false).await;
    assert_eq!(unseen(&cem).await, 1, "what nobody could see is not seen");

    assert_eq!(
        desk.post(&bo, &format!("/desk/mentions/{NOTE}"), "").await.status,
        StatusCode::NOT_FOUND
    );
    let opened = desk.post(&cem, &format!("/desk/mentions/{NOTE}"), "").await;
    assert_eq!(
        opened.header(header::LOCATION),
        format!("{page}?tab=desk#note-{NOTE}")
    );
    assert_eq!(unseen(&cem).await, 0);
    assert_eq!(
        desk.get(&cem, "/desk/mentions").await.texts(".mentions li").len(),
        1
    );
}
