//! A service joins an account, and goes again.

use axum::http::StatusCode;
use chrono::TimeDelta;
use serde_json::json;
use sqlx::PgPool;

use super::{Browser, Scene, but};
use crate::testing::PASSWORD;

const LINK: &[(&str, &str)] = &[("link", "1")];

/// Bo, an editor who has just signed in.
async fn bo(scene: &Scene) -> Browser {
    Browser::with(&scene.room.editor("bo@example.org").await)
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_signed_in_links_a_service_and_comes_in_by_it(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut browser = bo(&scene).await;
    let page = browser.get(&scene.room, "/me/connections").await;
    assert!(page.body.contains("No service is linked") && page.body.contains(r#"name="link" value="1""#));
    let answer = browser.come(&scene, "idp", LINK).await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/me/connections")
    );
    let page = browser.get(&scene.room, "/me/connections").await;
    assert!(page.body.contains("<bdi>The Service</bdi>") && page.body.contains("<bdi>ada@example.org</bdi>"));
    assert!(!page.body.contains("not confirmed by the service"));
    assert!(
        !page.body.contains(r#"action="/connect/idp""#),
        "it is linked already"
    );
    let (elsewhere, answer) = scene.come().await;
    assert_eq!(answer.location(), "/desk");
    assert_eq!(
        scene.room.who(&elsewhere.cookie()).await,
        "Ada",
        "the editor's own name"
    );
    assert_eq!(scene.counts().await, (1, 1, 2));
    // Once more is no error.
    assert_eq!(
        browser.come(&scene, "idp", LINK).await.location(),
        "/me/connections"
    );
    let dump = scene.db_dump().await;
    assert_eq!(dump.matches("linked").count(), 1, "{dump}");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_address_that_the_service_does_not_confirm_is_shown_so_and_hostile_ones_are_text(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut browser = bo(&scene).await;
    scene.idp.script().claims = json!({ "email": "<script>a@b\u{202e}", "email_verified": false });
    browser.come(&scene, "idp", LINK).await;
    let page = browser.get(&scene.room, "/me/connections").await;
    assert!(page.body.contains("(not confirmed by the service)"));
    assert!(
        page.body.contains("<bdi>&#60;script&#62;a@b\u{202e}</bdi>"),
        "{}",
        page.body
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn linking_wants_somebody_who_has_just_shown_that_it_is_them(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let answer = scene.room.post("/connect/idp", "", LINK).await;
    assert_eq!(answer.location(), "/signin?next=/me/connections");
    assert_eq!(
        scene.room.get("/me/connections", "").await.location(),
        "/signin?next=/me/connections"
    );
    let mut browser = bo(&scene).await;
    scene.room.state.clock.advance(TimeDelta::minutes(5));
    let answer = browser.post(&scene.room, "/connect/idp", LINK).await;
    assert_eq!(answer.location(), "/signin/again?next=%2Fme%2Fconnections");
    let answer = browser.post(&scene.room, "/me/connections/idp/remove", &[]).await;
    assert_eq!(answer.location(), "/signin/again?next=%2Fme%2Fconnections");
    assert_eq!(scene.db_transactions().await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_belongs_to_another_account_stays_there(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let (ada, _) = scene.come().await;
    let mut browser = bo(&scene).await;
    let answer = browser.come(&scene, "idp", LINK).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("belongs to another account here") && !answer.body.contains("Ada Byron"));
    assert_eq!(scene.room.who(&ada.cookie()).await, "Ada Byron");
    let (again, _) = scene.come().await;
    assert_eq!(scene.room.who(&again.cookie()).await, "Ada Byron");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_account_has_one_identity_of_each_service(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut browser = bo(&scene).await;
    browser.come(&scene, "idp", LINK).await;
    scene.idp.script().claims = json!({ "sub": "another" });
    let answer = browser.come(&scene, "idp", LINK).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("Remove that one first"));
    assert_eq!(scene.counts().await.1, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_identities_at_once_become_one(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut one = bo(&scene).await;
    let first = scene.idp.nod(&one.start(&scene.room, "idp", LINK).await);
    let second = scene.idp.nod(&one.start(&scene.room, "idp", LINK).await);
    let mut two = one.clone();
    let (a, b) = tokio::join!(
        one.back(&scene.room, "idp", &first),
        two.back(&scene.room, "idp", &second)
    );
    assert_eq!(
        (a.location(), b.location()),
        ("/me/connections", "/me/connections")
    );
    assert_eq!(scene.counts().await.1, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_signs_out_or_becomes_somebody_else_on_the_way_links_nothing(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut browser = bo(&scene).await;
    let said = scene.idp.nod(&browser.start(&scene.room, "idp", LINK).await);
    let sid = browser.cookies.remove("__Host-sid").unwrap();
    // Signed out here, although the session is open: as somebody else at the same screen would find it.
    let answer = browser.back(&scene.room, "idp", &said).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("not signed in any more") && answer.body.contains("/me/connections"));

    browser.cookies.insert("__Host-sid".to_owned(), sid);
    let said = scene.idp.nod(&browser.start(&scene.room, "idp", LINK).await);
    browser.post(&scene.room, "/signout", &[]).await;
    assert_eq!(
        browser.back(&scene.room, "idp", &said).await.status,
        StatusCode::FORBIDDEN
    );

    let cookie = scene.room.sign_in("bo@example.org", PASSWORD, "").await.cookie();
    let mut browser = Browser::with(&cookie);
    let said = scene.idp.nod(&browser.start(&scene.room, "idp", LINK).await);
    let cy = scene.room.editor("cy@example.org").await;
    browser.cookies.extend(Browser::with(&cy).cookies);
    assert_eq!(
        browser.back(&scene.room, "idp", &said).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(scene.counts().await.1, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_victim_is_not_made_to_link_a_thiefs_identity(pool: PgPool) {
    let scene = Scene::new(pool).await;
    // The thief's own way, stopped before it came back, and put before the victim's browser.
    let mut thief = Browser::default();
    let said = scene.idp.nod(&thief.start(&scene.room, "idp", &[]).await);
    let mut victim = bo(&scene).await;
    victim.start(&scene.room, "idp", LINK).await;
    let answer = victim.back(&scene.room, "idp", &said).await;
    assert_eq!(
        (answer.status, scene.counts().await.1),
        (StatusCode::BAD_REQUEST, 0)
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn turning_round_while_linking_leads_back_to_ones_services(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut browser = bo(&scene).await;
    let said = scene.idp.nod(&browser.start(&scene.room, "idp", LINK).await);
    let mut said = but(&said, "code", None);
    said.push(("error".to_owned(), "access_denied".to_owned()));
    let answer = browser.back(&scene.room, "idp", &said).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains(r#"href="/me/connections""#) && !answer.body.contains(r#"href="/signin""#));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_service_goes_when_there_is_another_way_in_and_twice_is_once(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut browser = bo(&scene).await;
    browser.come(&scene, "idp", LINK).await;
    for _ in 0..2 {
        let answer = browser.post(&scene.room, "/me/connections/idp/remove", &[]).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/me/connections")
        );
    }
    assert_eq!(scene.counts().await, (1, 0, 1));
    assert_eq!(scene.db_dump().await.matches("unlinked").count(), 1);
    // From now on it is somebody new to us.
    scene.come().await;
    assert_eq!(scene.counts().await.0, 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_last_way_in_stays(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    let second = super::Idp::start(scene.room.state.clock.clone()).await;
    let blocks = [("idp", scene.idp.block("oidc")), ("other", second.block("oidc"))];
    scene.configure(&blocks);
    let (mut browser, _) = scene.come().await;
    let answer = browser.post(&scene.room, "/me/connections/idp/remove", &[]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.body.contains("the only way into your account"));
    assert_eq!(scene.counts().await.1, 1);
    let said = second.nod(&browser.start(&scene.room, "other", LINK).await);
    browser.back(&scene.room, "other", &said).await;
    assert_eq!(scene.counts().await.1, 2);
    // Both at once: one stays.
    let mut again = browser.clone();
    let (one, two) = tokio::join!(
        browser.post(&scene.room, "/me/connections/idp/remove", &[]),
        again.post(&scene.room, "/me/connections/other/remove", &[])
    );
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    assert_eq!(scene.counts().await.1, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn nobody_removes_what_is_anothers_and_no_other_site_removes_anything(pool: PgPool) {
    let scene = Scene::new(pool).await;
    scene.come().await;
    let mut browser = bo(&scene).await;
    browser.post(&scene.room, "/me/connections/idp/remove", &[]).await;
    assert_eq!(scene.counts().await.1, 1);
    for path in ["/me/connections/idp/remove", "/connect/idp", "/connect/idp/name"] {
        let request = axum::http::Request::post(path)
            .header("cookie", browser.cookie())
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site")
            .body(axum::body::Body::empty())
            .unwrap();
        assert_eq!(scene.room.ask(request).await.0, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(
        scene
            .room
            .post("/me/connections/idp/remove", "", &[])
            .await
            .location(),
        "/signin?next=/me/connections"
    );
}
