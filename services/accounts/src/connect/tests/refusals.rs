//! The negative cases of SECURITY.md 2.1: each is refused, and nothing comes of it.

use std::time::Duration;

use axum::http::StatusCode;
use chrono::TimeDelta;
use ground::outbound::testing::Server;
use serde_json::{Value, json};
use sqlx::PgPool;

use super::{
    Browser, Scene, but,
    idp::{Answers, Idp, Script},
};
use crate::testing::Answer;

const DOWN: &str = "the service does not answer";
const NO_QUESTION: &str = "belongs to no question";
const ISSUER: &str = "the token is of another issuer";
const CODE: &str = "the service does not take the code";
const UNREADABLE: &str = "the service's answer cannot be read";

impl Scene {
    /// There and back while the service does this: a page of ours says no, the log says why, and nothing comes of it.
    pub(super) async fn refuses(&mut self, case: &str, why: &str, order: impl FnOnce(&mut Script)) {
        self.idp.mend();
        self.forget();
        order(&mut self.idp.script());
        let (_, answer) = self.come().await;
        self.refused(case, why, &answer).await;
    }

    async fn refused(&self, case: &str, why: &str, answer: &Answer) {
        let log = self.log.take();
        assert!(log.contains(why), "{case}: {why} is not in {log}");
        let status = if why == DOWN {
            StatusCode::SERVICE_UNAVAILABLE
        } else {
            StatusCode::BAD_REQUEST
        };
        assert_eq!(answer.status, status, "{case}: {}", answer.body);
        assert!(answer.body.contains("<main"), "{case}: in words");
        assert!(!answer.header("set-cookie").contains("sid="), "{case}");
        assert_eq!(self.counts().await, (0, 0, 0), "{case}");
    }

    pub(super) async fn claims(&mut self, case: &str, why: &str, claims: Value) {
        self.refuses(case, why, |script| script.claims = claims).await;
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_state_that_is_missing_wrong_of_another_browser_or_too_old(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let begun = async || {
        let mut browser = Browser::default();
        let said = scene.idp.nod(&browser.start(&scene.room, "idp", &[]).await);
        (browser, said)
    };
    let (mut browser, said) = begun().await;
    let answer = browser.back(&scene.room, "idp", &but(&said, "state", None)).await;
    scene.refused("missing", NO_QUESTION, &answer).await;
    let wrong = but(&said, "state", Some(&"x".repeat(43)));
    scene
        .refused(
            "wrong",
            NO_QUESTION,
            &browser.back(&scene.room, "idp", &wrong).await,
        )
        .await;
    let answer = Browser::default().back(&scene.room, "idp", &said).await;
    scene
        .refused("a browser without the cookie", NO_QUESTION, &answer)
        .await;
    let (mut other, _) = begun().await;
    scene
        .refused(
            "another browser",
            NO_QUESTION,
            &other.back(&scene.room, "idp", &said).await,
        )
        .await;
    scene.room.state.clock.advance(TimeDelta::minutes(10));
    scene
        .refused(
            "too old",
            NO_QUESTION,
            &browser.back(&scene.room, "idp", &said).await,
        )
        .await;
    // Whoever is in time is not refused by any of this.
    let (mut browser, said) = begun().await;
    scene
        .room
        .state
        .clock
        .advance(TimeDelta::minutes(10) - TimeDelta::seconds(1));
    assert_eq!(
        browser.back(&scene.room, "idp", &said).await.status,
        StatusCode::SEE_OTHER
    );
    // And not twice.
    let again = browser.back(&scene.room, "idp", &said).await;
    assert_eq!(
        (again.status, scene.counts().await),
        (StatusCode::BAD_REQUEST, (1, 1, 1))
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_code_that_is_used_of_another_client_or_empty(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut browser = Browser::default();
    for code in [None, Some("")] {
        let said = scene.idp.nod(&browser.start(&scene.room, "idp", &[]).await);
        let answer = browser.back(&scene.room, "idp", &but(&said, "code", code)).await;
        scene.refused("empty", "the answer has no code", &answer).await;
    }
    let said = scene.idp.nod(&browser.start(&scene.room, "idp", &[]).await);
    scene.idp.give_to_other(&said);
    scene
        .refused(
            "another client",
            CODE,
            &browser.back(&scene.room, "idp", &said).await,
        )
        .await;
    let said = scene.idp.nod(&browser.start(&scene.room, "idp", &[]).await);
    assert_eq!(
        browser.back(&scene.room, "idp", &said).await.status,
        StatusCode::SEE_OTHER
    );
    let used = &said.iter().find(|(name, _)| name == "code").unwrap().1;
    // Injected into another attempt of the thief's own.
    let mut thief = Browser::default();
    let theirs = scene.idp.nod(&thief.start(&scene.room, "idp", &[]).await);
    let answer = thief
        .back(&scene.room, "idp", &but(&theirs, "code", Some(used)))
        .await;
    assert_eq!(
        (answer.status, scene.counts().await),
        (StatusCode::BAD_REQUEST, (1, 1, 1))
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_code_without_its_verifier_and_a_service_that_only_takes_a_plain_one(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    let mut browser = Browser::default();
    // The service gets a challenge by S256 (it looks: `Idp::nod`), and wants the verifier that belongs to it.
    let said = scene.idp.nod(&browser.start(&scene.room, "idp", &[]).await);
    let stolen = scene
        .idp
        .nod(&Browser::default().start(&scene.room, "idp", &[]).await);
    let code = &stolen.iter().find(|(name, _)| name == "code").unwrap().1;
    let answer = browser
        .back(&scene.room, "idp", &but(&said, "code", Some(code)))
        .await;
    scene.refused("another attempt's code", CODE, &answer).await;
    for methods in [json!(["plain"]), json!([])] {
        scene.forget();
        scene.idp.script().metadata = json!({ "code_challenge_methods_supported": methods });
        let answer = scene.room.post("/connect/idp", "", &[]).await;
        scene
            .refused("plain", "only takes a plain code challenge", &answer)
            .await;
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_issuer_that_is_another_in_token_answer_or_metadata(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    scene
        .claims("in the token", ISSUER, json!({ "iss": "https://evil.example" }))
        .await;
    let slash = format!("{}/", scene.idp.link(""));
    scene
        .claims("almost the same in the token", ISSUER, json!({ "iss": slash }))
        .await;
    scene.idp.mend();
    // RFC 9207: an answer that names another issuer, and one that names none although this issuer does.
    for (names_itself, iss) in [
        (true, Some("https://evil.example")),
        (true, None),
        (false, Some("https://evil.example")),
    ] {
        scene.forget();
        scene.idp.script().iss = names_itself;
        let mut browser = Browser::default();
        let said = scene.idp.nod(&browser.start(&scene.room, "idp", &[]).await);
        let answer = browser.back(&scene.room, "idp", &but(&said, "iss", iss)).await;
        scene
            .refused("in the answer", "the answer is of another issuer", &answer)
            .await;
    }
    for issuer in [slash.as_str(), "https://evil.example"] {
        scene.forget();
        scene.idp.script().metadata = json!({ "issuer": issuer });
        let answer = scene.room.post("/connect/idp", "", &[]).await;
        scene
            .refused("in the metadata", "calls itself by another name", &answer)
            .await;
    }
    scene.idp.mend();
    scene.idp.script().iss = true;
    scene.forget();
    assert_eq!(scene.come().await.1.status, StatusCode::SEE_OTHER);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_answer_of_one_service_at_the_door_of_another(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    let evil = Idp::start(scene.room.state.clock.clone()).await;
    scene.configure(&[("idp", scene.idp.block("oidc")), ("evil", evil.block("oidc"))]);
    let mut browser = Browser::default();
    let said = evil.nod(&browser.start(&scene.room, "evil", &[]).await);
    let answer = browser.back(&scene.room, "idp", &said).await;
    scene.refused("mix-up", NO_QUESTION, &answer).await;
    // It was used up by that.
    let answer = browser.back(&scene.room, "evil", &said).await;
    scene.refused("afterwards", NO_QUESTION, &answer).await;
    // A token of the one, by the keys of the one, is none of the other.
    let mut other = Browser::default();
    other.come(&scene, "idp", &[]).await;
    let token = scene.idp.script().last.clone();
    evil.script().id_token = Some(token);
    let said = evil.nod(&browser.start(&scene.room, "evil", &[]).await);
    assert_eq!(
        browser.back(&scene.room, "evil", &said).await.status,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(scene.counts().await, (1, 1, 1));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_service_that_answers_badly_slowly_elsewhere_or_without_end(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    let canary = Server::answering(vec![b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}".to_vec()]).await;
    for (case, why, answers) in [
        ("500", DOWN, Answers::Status(500)),
        ("429", DOWN, Answers::Status(429)),
        (
            "403 with tokens",
            "the service's tokens cannot be read",
            Answers::Status(403),
        ),
        ("10 s", DOWN, Answers::Slowly(Duration::from_secs(10))),
        (
            "redirected to our inside",
            UNREADABLE,
            Answers::Elsewhere(canary.url.to_string()),
        ),
        (
            "redirected to itself",
            UNREADABLE,
            Answers::Elsewhere(scene.idp.link("/token")),
        ),
        ("10 MiB", UNREADABLE, Answers::Endlessly),
        ("HTML", UNREADABLE, Answers::As("text/html")),
        (
            "plain text",
            UNREADABLE,
            Answers::As("text/plain; application/json"),
        ),
        ("no type", UNREADABLE, Answers::As("")),
        (
            "no token",
            "the service does not say who it is",
            Answers::NoIdToken,
        ),
    ] {
        scene.refuses(case, why, |script| script.answers = answers).await;
    }
    for (case, why, user) in [
        (
            "another subject",
            "the service speaks of two people",
            json!({ "sub": "bo-2", "name": "Bo" }),
        ),
        (
            "no subject",
            "what the service says of the person cannot be read",
            json!({ "sub": null, "name": "Bo" }),
        ),
    ] {
        scene
            .refuses(case, why, |script| {
                (script.claims, script.user) = (json!({ "name": null }), user);
            })
            .await;
    }
    // What it says of itself must not send us inside either.
    for (field, case) in [("token_endpoint", "codes"), ("userinfo_endpoint", "names")] {
        scene.idp.mend();
        scene.forget();
        scene.idp.script().metadata = json!({ field: canary.url.as_str() });
        let answer = scene.room.post("/connect/idp", "", &[]).await;
        scene
            .refused(case, "to a place where we do not go", &answer)
            .await;
    }
    scene.idp.mend();
    scene.forget();
    scene.idp.script().metadata = json!({ "jwks_uri": canary.url.as_str() });
    let answer = scene.room.post("/connect/idp", "", &[]).await;
    scene.refused("keys", UNREADABLE, &answer).await;
    scene.idp.script().metadata = json!({ "authorization_endpoint": "javascript:alert(1)" });
    scene
        .refused(
            "a script",
            "to a place where we do not go",
            &scene.room.post("/connect/idp", "", &[]).await,
        )
        .await;
    assert!(canary.asked().is_empty());
}
