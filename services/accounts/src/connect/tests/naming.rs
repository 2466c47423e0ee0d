//! Whom a service calls by no name that will do.

use axum::http::StatusCode;
use chrono::TimeDelta;
use serde_json::{Value, json};
use sqlx::PgPool;

use super::{Browser, Scene};
use crate::testing::Answer;

/// What waits in the page.
fn sealed(page: &Answer) -> String {
    let from = page.body.split_once(r#"name="sealed" value=""#).unwrap().1;
    from.split('"').next().unwrap().to_owned()
}

impl Scene {
    async fn unnamed(&self, name: Value) -> (Browser, Answer) {
        self.idp.script().claims = json!({ "name": name });
        let mut browser = Browser::default();
        let page = browser.come(self, "idp", &[("next", "/stories/a")]).await;
        (browser, page)
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn no_name_or_a_bad_one_is_asked_for_before_there_is_an_account(pool: PgPool) {
    let scene = Scene::new(pool).await;
    for name in [
        json!(null),
        json!(""),
        json!("Editor"),
        json!("Example News"),
        json!("Ada\u{202e}roti"),
        json!("n".repeat(41)),
        json!("<script>alert(1)</script> and much more than forty characters"),
    ] {
        let (_, page) = scene.unnamed(name.clone()).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        assert!(
            page.body.contains("What may we call you?"),
            "{name}: {}",
            page.body
        );
        assert!(!page.body.contains("<script>alert"));
    }
    assert_eq!(scene.counts().await, (0, 0, 0));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_good_name_makes_the_account_and_twice_is_the_same_one(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let (mut browser, page) = scene.unnamed(json!(null)).await;
    let sealed = sealed(&page);
    let bad = browser
        .post(
            &scene.room,
            "/connect/idp/name",
            &[("name", "Editor"), ("sealed", &sealed)],
        )
        .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.body.contains(r##"href="#name""##) && bad.body.contains(&sealed));
    for _ in 0..2 {
        let form = [("name", " Şêrko  Bêkes "), ("sealed", sealed.as_str())];
        let answer = browser.post(&scene.room, "/connect/idp/name", &form).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/stories/a"),
            "{}",
            answer.body
        );
        assert_eq!(scene.room.who(&browser.cookie()).await, "Şêrko Bêkes");
    }
    assert_eq!(scene.counts().await, (1, 1, 1));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_waits_opens_in_its_browser_in_time_and_unchanged(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let (mut browser, page) = scene.unnamed(json!(null)).await;
    let sealed = sealed(&page);
    let (json, mark) = sealed.split_once('.').unwrap();
    let bytes = data_encoding::BASE64URL_NOPAD.decode(json.as_bytes()).unwrap();
    let other = String::from_utf8(bytes).unwrap().replace("ada-1", "eve-2");
    let forged = format!(
        "{}.{mark}",
        data_encoding::BASE64URL_NOPAD.encode(other.as_bytes())
    );
    for bad in [forged.as_str(), "", ".", json, "AAAA.AAAA", &sealed[1..]] {
        let form = [("name", "Ada"), ("sealed", bad)];
        let answer = browser.post(&scene.room, "/connect/idp/name", &form).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{bad}");
    }
    let form = [("name", "Ada"), ("sealed", sealed.as_str())];
    let (mut stranger, _) = scene.unnamed(json!(null)).await;
    for browser in [&mut stranger, &mut Browser::default()] {
        let answer = browser.post(&scene.room, "/connect/idp/name", &form).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert!(answer.body.contains("Please begin again"));
    }
    scene.room.state.clock.advance(TimeDelta::minutes(10));
    let answer = browser.post(&scene.room, "/connect/idp/name", &form).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(scene.counts().await, (0, 0, 0));
}
