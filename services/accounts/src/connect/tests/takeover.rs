//! An address that a service names opens no account of another: D2 of SECURITY.md (nOAuth, CVE-2026-41574).

use axum::http::StatusCode;
use serde_json::{Value, json};
use sqlx::PgPool;

use super::{Browser, Scene};
use crate::testing::{PASSWORD, Table};

const VICTIM: &str = "victim@example.org";

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whatever_a_service_says_of_an_address_it_is_another_account(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let victim = scene.room.editor(VICTIM).await;
    for (turn, (email, verified)) in [
        (VICTIM, json!(true)),
        (VICTIM, json!(false)),
        (VICTIM, Value::Null),
        (VICTIM, json!("true")),
        (VICTIM, json!("false")),
        ("VICTIM@Example.ORG", json!(true)),
        ("victim+tag@example.org", json!(true)),
        ("vıctim@example.org", json!(true)),
        ("victim@ｅxample.org", json!(true)),
        (" victim@example.org", json!(true)),
        ("victim@example.org\u{0}", json!(true)),
    ]
    .into_iter()
    .enumerate()
    {
        scene.idp.script().claims = json!({
            "sub": format!("thief-{turn}"), "name": "Eve", "email": email, "email_verified": verified,
        });
        let (thief, answer) = scene.come().await;
        assert_eq!(answer.location(), "/me", "{email} {verified}: {}", answer.body);
        assert_eq!(scene.room.who(&thief.cookie()).await, "Eve");
        assert_eq!(
            scene.room.get("/desk", &thief.cookie()).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            scene.room.db_count(Table::Accounts).await,
            i64::try_from(turn).unwrap() + 2
        );
    }
    assert_eq!(scene.room.who(&victim).await, "Ada");
    assert_eq!(scene.room.sign_in(VICTIM, PASSWORD, "").await.location(), "/desk");
    let theirs = sqlx::query_scalar!("select count(*) from accounts where email is not null")
        .fetch_one(&scene.room.state.pool)
        .await
        .unwrap();
    assert_eq!(theirs, Some(1), "an address here is one that we confirmed");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_address_that_changes_at_the_service_changes_nothing_here(pool: PgPool) {
    let scene = Scene::new(pool).await;
    scene.room.editor(VICTIM).await;
    scene.idp.script().claims = json!({ "name": "Eve", "email": "eve@example.org" });
    scene.come().await;
    scene.idp.script().claims = json!({ "name": "Ada", "email": VICTIM });
    let (again, _) = scene.come().await;
    assert_eq!(scene.room.who(&again.cookie()).await, "Eve", "nor does a name");
    assert_eq!(scene.counts().await.0, 2);
    let kept = sqlx::query_scalar!("select email from identities")
        .fetch_one(&scene.room.state.pool)
        .await
        .unwrap();
    assert_eq!(kept.as_deref(), Some(VICTIM));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_was_here_first_by_a_service_does_not_keep_the_address_from_its_owner(pool: PgPool) {
    let scene = Scene::new(pool).await;
    scene.idp.script().claims = json!({ "name": "Eve", "email": VICTIM });
    let (thief, _) = scene.come().await;
    scene.room.editor(VICTIM).await;
    assert_eq!(scene.counts().await.0, 2);
    let owner = scene.room.sign_in(VICTIM, PASSWORD, "").await.cookie();
    assert_eq!(scene.room.who(&owner).await, "Ada");
    assert_eq!(scene.room.who(&thief.cookie()).await, "Eve");
    // Nor does a password set by the one open the other's: there is none.
    assert_eq!(
        scene.room.sign_in("eve@example.org", PASSWORD, "").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_same_subject_at_another_issuer_is_another_person(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    let second = super::Idp::start(scene.room.state.clock.clone()).await;
    scene.configure(&[("idp", scene.idp.block("oidc")), ("other", second.block("oidc"))]);
    scene.come().await;
    second.script().claims = json!({ "name": "Bo" });
    let mut browser = Browser::default();
    let said = second.nod(&browser.start(&scene.room, "other", &[]).await);
    browser.back(&scene.room, "other", &said).await;
    assert_eq!(scene.room.who(&browser.cookie()).await, "Bo");
    assert_eq!(scene.counts().await, (2, 2, 2));
}
