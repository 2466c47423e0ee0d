//! Services with ways of their own: Apple's form, and those that only speak OAuth2.

use axum::http::StatusCode;
use serde_json::{Value, json};
use sqlx::PgPool;

use super::{Browser, Scene, but, configured, plain_block};
use crate::{Connect, testing::Table};

/// Apple, at home here.
fn apple(scene: &Scene) -> Value {
    let mut block = scene.idp.block("apple");
    block.as_object_mut().unwrap().remove("client_secret");
    block["team_id"] = json!("TEAM");
    block["key_id"] = json!("KEY");
    block["private_key"] = json!(include_str!("keys/ec.pem"));
    block
}

async fn with_apple(pool: PgPool) -> Scene {
    let mut scene = Scene::new(pool).await;
    scene.idp.script().metadata = json!({ "token_endpoint_auth_methods_supported": ["client_secret_post"] });
    let block = apple(&scene);
    scene.configure(&[("apple", block), ("idp", plain_block(&scene.idp, "oauth2"))]);
    scene
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn apples_form_comes_from_its_site_without_a_session_and_is_bound_all_the_same(pool: PgPool) {
    let scene = with_apple(pool).await;
    scene.idp.script().claims = json!({ "name": null, "email_verified": "true" });
    let mut browser = Browser::default();
    let answer = scene.room.post("/connect/apple", "", &[]).await;
    let set = answer.header("set-cookie");
    assert!(
        set.starts_with("__Host-connect-form=") && set.contains("SameSite=None") && set.contains("Secure"),
        "{set}"
    );
    let address = browser.start(&scene.room, "apple", &[]).await;
    assert!(
        address
            .query_pairs()
            .any(|(name, value)| name == "response_mode" && value == "form_post")
    );
    let mut said = scene.idp.nod(&address);
    let user = r#"{"name":{"firstName":"Ada","lastName":"Lovelace"},"email":"ada@example.org"}"#;
    said.push(("user".to_owned(), user.to_owned()));
    let path = "/connect/apple/callback";
    // Of another browser: refused, and not used up.
    let mut other = Browser::default();
    other.start(&scene.room, "apple", &[]).await;
    for mut wrong in [other, Browser::default()] {
        let answer = wrong.back_by_form(&scene.room, path, &said).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    }
    assert_eq!(scene.counts().await, (0, 0, 0));
    let answer = browser.back_by_form(&scene.room, path, &said).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(scene.room.who(&browser.cookie()).await, "Ada Lovelace");
    let answer = browser.back_by_form(&scene.room, path, &said).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "once");
    let answer = browser
        .back_by_form(&scene.room, path, &but(&said, "state", None))
        .await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(scene.counts().await, (1, 1, 1));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn apple_joins_the_account_that_began_it_as_long_as_that_is_signed_in(pool: PgPool) {
    let scene = with_apple(pool).await;
    let mut browser = Browser::with(&scene.room.editor("bo@example.org").await);
    let path = "/connect/apple/callback";
    let said = scene
        .idp
        .nod(&browser.start(&scene.room, "apple", &[("link", "1")]).await);
    browser.post(&scene.room, "/signout", &[]).await;
    let answer = browser.back_by_form(&scene.room, path, &said).await;
    assert_eq!(
        (answer.status, scene.counts().await.1),
        (StatusCode::FORBIDDEN, 0)
    );
    let mut browser = Browser::with(&scene.room.editor("cy@example.org").await);
    let said = scene
        .idp
        .nod(&browser.start(&scene.room, "apple", &[("link", "1")]).await);
    let answer = browser.back_by_form(&scene.room, path, &said).await;
    assert_eq!(
        (answer.location(), scene.counts().await),
        ("/me/connections", (2, 1, 1))
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn no_other_service_answers_by_a_form(pool: PgPool) {
    let scene = with_apple(pool).await;
    let mut browser = Browser::default();
    let said = scene.idp.nod(&browser.start(&scene.room, "idp", &[]).await);
    let answer = browser
        .back_by_form(&scene.room, "/connect/idp/callback", &said)
        .await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    let answer = browser
        .back_by_form(&scene.room, "/connect/unknown/callback", &said)
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(scene.counts().await, (0, 0, 0));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn facebook_x_and_github_say_who_it_is_in_their_own_ways(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    for (kind, user, name) in [
        (
            "facebook",
            json!({ "id": "17", "name": "Ada", "email": "ada@example.org" }),
            "Ada",
        ),
        (
            "x",
            json!({ "data": { "id": "17", "name": "Bo", "username": "bo" } }),
            "Bo",
        ),
        ("github", json!({ "id": 17, "name": "Cy", "email": null }), "Cy"),
    ] {
        scene.idp.script().user = user;
        let block = plain_block(&scene.idp, kind);
        scene.configure(&[(kind, block)]);
        let mut browser = Browser::default();
        let address = browser.start(&scene.room, kind, &[]).await;
        assert!(
            !address.query_pairs().any(|(name, _)| name == "nonce"),
            "{address}"
        );
        let said = scene.idp.nod(&address);
        let answer = browser.back(&scene.room, kind, &said).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{kind}: {}", answer.body);
        assert_eq!(scene.room.who(&browser.cookie()).await, name);
        let mut again = Browser::default();
        again.come(&scene, kind, &[]).await;
        assert_eq!(scene.room.who(&again.cookie()).await, name);
    }
    // The same id at three services is three people.
    assert_eq!(scene.room.db_count(Table::Accounts).await, 3);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_plain_service_that_does_not_say_who_it_is_lets_nobody_in(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    let block = plain_block(&scene.idp, "oauth2");
    scene.configure(&[("plain", block)]);
    for user in [
        json!({}),
        json!({ "id": null }),
        json!({ "id": "" }),
        json!({ "id": 1.5 }),
        json!({ "id": -1 }),
        json!({ "id": true }),
        json!({ "id": ["1"] }),
        json!({ "id": "x".repeat(256) }),
        json!({ "id": "1\n2" }),
    ] {
        scene.idp.script().user = user.clone();
        let answer = Browser::default().come(&scene, "plain", &[]).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{user}");
    }
    assert_eq!(scene.counts().await, (0, 0, 0));
}

#[test]
fn a_wrong_block_stops_the_start_and_names_its_key() {
    let good = json!({
        "kind": "oidc", "name": "A", "issuer": "https://login.example.org", "client_id": "a", "client_secret": "b",
    });
    let with = |field: &str, value: Value| {
        let mut block = good.clone();
        block[field] = value;
        block
    };
    assert!(Connect::new(&configured(&[("a", good.clone())])).is_ok());
    for (key, block, words) in [
        ("a", with("issuer", json!("http://login.example.org")), "issuer"),
        ("a", with("issuer", json!("https://10.0.0.1")), "issuer"),
        ("a", with("issuer", json!("https://keycloak")), "allow_private"),
        ("a", with("issuer", json!("no address")), "issuer"),
        ("a", with("issuer", json!(null)), "issuer"),
        ("a", with("client_id", json!("")), "client_id"),
        ("a", with("client_secret", json!(null)), "client_secret"),
        ("a", with("name", json!(null)), "name"),
        ("a", with("scopes", json!(["profile"])), "openid"),
        ("A/b", good.clone(), "A/b"),
        ("a", with("kind", json!("oauth2")), "authorize_url"),
        ("a", with("kind", json!("apple")), "team_id"),
        (
            "a",
            json!({ "kind": "x", "client_id": "a", "client_secret": "b", "user_name": "name" }),
            "user_name",
        ),
    ] {
        let error = Connect::new(&configured(&[(key, block)])).err().unwrap();
        let error = format!("{error:#}");
        assert!(
            error.contains(&format!("connect.{key}")) && error.contains(words),
            "{words}: {error}"
        );
    }
    let twice = Connect::new(&configured(&[("a", good.clone()), ("b", good.clone())]))
        .err()
        .unwrap();
    assert!(format!("{twice:#}").contains("connect.a"));
    let mut inside = with("issuer", json!("http://keycloak:8080/realms/a"));
    inside["allow_private"] = json!(true);
    assert!(Connect::new(&configured(&[("a", inside)])).is_ok());
    for kind in ["google", "microsoft", "facebook", "x", "github"] {
        let block = json!({ "kind": kind, "client_id": "a", "client_secret": "b" });
        assert!(Connect::new(&configured(&[(kind, block)])).is_ok(), "{kind}");
    }
    let unknown = json!({ "kind": "google", "client_id": "a", "isuer": "b" });
    let error = serde_json::from_value::<crate::ProviderConfig>(unknown)
        .unwrap_err()
        .to_string();
    assert!(error.contains("isuer"), "{error}");
}

#[test]
fn secrets_are_not_shown_by_debugging() {
    let blocks = configured(&[(
        "google",
        json!({ "kind": "google", "client_id": "a", "client_secret": "canary" }),
    )]);
    let shown = format!("{blocks:?} {:?}", Connect::new(&blocks).unwrap());
    assert!(!shown.contains("canary") && shown.contains("google"), "{shown}");
}
