//! The first time, coming back, two tabs, two at once, and what is kept.

use axum::http::StatusCode;
use chrono::TimeDelta;
use serde_json::json;
use sqlx::PgPool;

use super::{Browser, Scene, but, idp::ACCESS_TOKEN, signatures::Signer};
use crate::testing::{PASSWORD, Table};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_comes_for_the_first_time_has_an_account_and_the_next_time_the_same(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let (browser, answer) = scene.come().await;
    assert_eq!(
        (answer.status, answer.location()),
        (StatusCode::SEE_OTHER, "/me"),
        "{}",
        answer.body
    );
    assert_eq!(scene.room.who(&browser.cookie()).await, "Ada Byron");
    assert_eq!(scene.counts().await, (1, 1, 1));
    // An editor's desk does not exist for readers.
    assert_eq!(
        scene.room.get("/desk", &browser.cookie()).await.status,
        StatusCode::NOT_FOUND
    );
    let (elsewhere, _) = scene.come().await;
    assert_eq!(scene.room.who(&elsewhere.cookie()).await, "Ada Byron");
    assert_eq!(scene.counts().await, (1, 1, 2));
    assert_eq!(scene.db_transactions().await, 0);
    let (dump, log) = (scene.db_dump().await, scene.log.take());
    assert!(dump.contains("registered") && dump.contains("signed_in") && dump.contains("The Service"));
    assert!(log.contains("somebody came by another service for the first time"));
    let last = scene.idp.script().last.clone();
    for secret in [ACCESS_TOKEN, "canary-refresh-token", last.as_str()] {
        assert!(!dump.contains(secret), "{secret}");
        assert!(!log.contains(secret), "{secret}");
    }
    let cookies = browser.cookie();
    let secrets = cookies
        .split("; ")
        .map(|cookie| cookie.split_once('=').unwrap().1);
    for secret in secrets.chain(["ada@example.org", "Ada Byron", "ada-1", "client_secret"]) {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn people_go_where_they_wanted_but_only_to_pages_of_ours(pool: PgPool) {
    let scene = Scene::new(pool).await;
    for (wanted, gets) in [
        ("/stories/a?b=c", "/stories/a?b=c"),
        ("https://evil.example", "/me"),
        ("//evil.example", "/me"),
        ("", "/me"),
    ] {
        let answer = Browser::default().come(&scene, "idp", &[("next", wanted)]).await;
        assert_eq!(answer.location(), gets, "{wanted}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_corpus_of_redirections_leads_nowhere_else(pool: PgPool) {
    let beside = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let folder = std::env::var_os("BEPART_CORPUS").map_or(beside, std::path::PathBuf::from);
    let Ok(files) = std::fs::read_dir(folder.join("e-text/redirect")) else {
        println!("skipped: there is no corpus here; BEPART_CORPUS may name its folder");
        return;
    };
    let scene = Scene::new(pool).await;
    let mut sent = 0;
    for file in files {
        let text = std::fs::read(file.unwrap().path()).unwrap();
        for line in String::from_utf8_lossy(&text).lines() {
            Browser::default()
                .start(&scene.room, "idp", &[("next", line)])
                .await;
            sent += 1;
        }
    }
    assert!(sent > 100, "{sent}");
    let kept =
        sqlx::query_scalar!(r#"select next as "next!" from connect_transactions where next is not null"#)
            .fetch_all(&scene.room.state.pool)
            .await
            .unwrap();
    let base = &scene.room.state.site.base_url;
    for next in kept {
        let leads = base.join(&next).unwrap();
        assert_eq!(leads.origin(), base.origin(), "{next}");
        assert!(next.starts_with('/') && !leads.path().starts_with("//"), "{next}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn before_they_leave_people_are_told_what_the_service_will_know(pool: PgPool) {
    let scene = Scene::new(pool).await;
    for page in ["/signin", "/register"] {
        let page = scene.room.get(page, "").await;
        assert!(
            page.body.contains(r#"<form method="post" action="/connect/idp""#),
            "{}",
            page.body
        );
        assert!(
            page.body.contains("Continue with The Service")
                || page.body.contains("Continue with \u{2068}The Service\u{2069}")
        );
        assert!(
            page.body
                .contains("The service will know that you signed in here.")
        );
        assert!(
            !page.body.contains("http://127.0.0.1"),
            "nothing is fetched from there"
        );
    }
    let leaving = scene.room.post("/connect/idp", "", &[]).await;
    assert!(
        leaving
            .body
            .contains("The service will know that you signed in here.")
    );
    let set = leaving.header("set-cookie");
    for part in [
        "__Host-connect=",
        "HttpOnly",
        "Secure",
        "SameSite=Lax",
        "Path=/",
        "Max-Age=600",
    ] {
        assert!(set.contains(part), "{part}: {set}");
    }
    let sorani = scene.room.get("/signin?lang=ckb", "").await;
    assert!(sorani.body.contains(r#"dir="rtl""#) && sorani.body.contains("بەردەوام بە"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn without_a_service_there_is_no_button_and_no_door(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    scene.configure(&[]);
    assert!(!scene.room.get("/signin", "").await.body.contains("/connect/"));
    for path in ["/connect/idp", "/connect/idp/callback", "/connect/idp/name"] {
        assert_eq!(
            scene.room.post(path, "", &[]).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    assert_eq!(
        scene.room.get("/connect/idp/callback", "").await.status,
        StatusCode::NOT_FOUND
    );
    // A link must not begin it: that would sign people in as somebody else (CVE-2015-9284).
    assert_eq!(
        scene.room.get("/connect/idp", "").await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_tabs_do_not_disturb_one_another(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut browser = Browser::default();
    let one = browser
        .start(&scene.room, "idp", &[("next", "/stories/one")])
        .await;
    let two = browser
        .start(&scene.room, "idp", &[("next", "/stories/two")])
        .await;
    let (one, two) = (scene.idp.nod(&one), scene.idp.nod(&two));
    assert_eq!(
        browser.back(&scene.room, "idp", &two).await.location(),
        "/stories/two"
    );
    assert_eq!(
        browser.back(&scene.room, "idp", &one).await.location(),
        "/stories/one"
    );
    assert_eq!(
        scene.counts().await,
        (1, 1, 1),
        "the session of the other tab gave way"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_at_once_who_are_the_same_person_have_one_account(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let (mut one, mut two) = (Browser::default(), Browser::default());
    let said_one = scene.idp.nod(&one.start(&scene.room, "idp", &[]).await);
    let said_two = scene.idp.nod(&two.start(&scene.room, "idp", &[]).await);
    let (first, second) = tokio::join!(
        one.back(&scene.room, "idp", &said_one),
        two.back(&scene.room, "idp", &said_two)
    );
    assert_eq!(
        (first.status, second.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    assert_eq!(scene.counts().await, (1, 1, 2));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_same_answer_twice_at_once_works_once(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let mut browser = Browser::default();
    let said = scene.idp.nod(&browser.start(&scene.room, "idp", &[]).await);
    let mut again = browser.clone();
    let (one, two) = tokio::join!(
        browser.back(&scene.room, "idp", &said),
        again.back(&scene.room, "idp", &said)
    );
    let mut statuses = [one.status, two.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::BAD_REQUEST]);
    assert_eq!(scene.counts().await, (1, 1, 1));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_session_that_was_there_gives_way_and_none_is_adopted(pool: PgPool) {
    let scene = Scene::new(pool).await;
    let editor = scene.room.editor("bo@example.org").await;
    let mut browser = Browser::with(&editor);
    browser.come(&scene, "idp", &[]).await;
    assert_eq!(scene.room.who(&browser.cookie()).await, "Ada Byron");
    assert_eq!(scene.room.who(&editor).await, "nobody");
    let planted = format!("__Host-sid={}", "x".repeat(43));
    let mut browser = Browser::with(&planted);
    browser.come(&scene, "idp", &[]).await;
    assert_eq!(scene.room.who(&planted).await, "nobody");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_account_that_may_not_sign_in_stays_out(pool: PgPool) {
    let scene = Scene::new(pool).await;
    scene.come().await;
    scene.room.db_deactivate_all().await;
    let (_, answer) = scene.come().await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.body.contains("You cannot sign in"));
    assert_eq!(scene.counts().await.0, 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_service_is_one_factor_and_staff_is_asked_for_the_second(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    let editor = scene.room.editor("bo@example.org").await;
    let mut browser = Browser::with(&editor);
    assert_eq!(
        browser.come(&scene, "idp", &[("link", "1")]).await.location(),
        "/me/connections"
    );
    scene.room.restart(|state| {
        state.settings = std::sync::Arc::new(crate::Settings {
            second_factor: true,
            ..(*state.settings).clone()
        });
    });
    let (browser, answer) = scene.come().await;
    assert_eq!(answer.location(), "/signin/second");
    assert_eq!(scene.room.who(&browser.cookie()).await, "nobody");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_turns_round_at_the_service_is_told_that_nothing_happened(pool: PgPool) {
    let scene = Scene::new(pool).await;
    for (error, status, words) in [
        ("access_denied", StatusCode::OK, "Nothing was changed"),
        ("user_cancelled_authorize", StatusCode::OK, "Nothing was changed"),
        (
            "temporarily_unavailable",
            StatusCode::SERVICE_UNAVAILABLE,
            "cannot be reached just now",
        ),
        (
            "server_error",
            StatusCode::SERVICE_UNAVAILABLE,
            "cannot be reached just now",
        ),
        (
            "<script>alert(1)</script>",
            StatusCode::BAD_REQUEST,
            "could not be checked",
        ),
    ] {
        let mut browser = Browser::default();
        let said = scene
            .idp
            .nod(&browser.start(&scene.room, "idp", &[("next", "/stories/a")]).await);
        let mut said = but(&said, "code", None);
        said.push(("error".to_owned(), error.to_owned()));
        said.push(("error_description".to_owned(), "canary <b>words</b>".to_owned()));
        let answer = browser.back(&scene.room, "idp", &said).await;
        assert_eq!(answer.status, status, "{error}");
        assert!(
            answer.body.contains(words) && !answer.body.contains("canary"),
            "{error}: {}",
            answer.body
        );
        assert!(
            answer.body.contains(r#"value="/stories/a""#),
            "one may try again and goes where one wanted"
        );
        assert!(!answer.body.contains("<script>alert"));
    }
    assert_eq!(scene.counts().await, (0, 0, 0));
    assert_eq!(scene.db_transactions().await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_an_issuer_says_of_itself_is_asked_once_an_hour(pool: PgPool) {
    let scene = Scene::new(pool).await;
    scene.come().await;
    scene.come().await;
    let asked = |what: &str| scene.idp.script().asked.iter().filter(|it| *it == what).count();
    assert_eq!((asked("metadata"), asked("keys"), asked("token")), (1, 1, 2));
    scene.room.state.clock.advance(TimeDelta::minutes(61));
    scene.come().await;
    assert_eq!((asked("metadata"), asked("keys")), (2, 2));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn new_keys_are_found_and_looked_for_once_a_minute(pool: PgPool) {
    let scene = Scene::new(pool).await;
    scene.come().await;
    let asked = || scene.idp.script().asked.iter().filter(|it| *it == "keys").count();
    // The service changes its key while we hold the old one.
    scene.idp.script().signer = Signer::es256().called("key-2");
    let (_, answer) = scene.come().await;
    assert_eq!(
        (answer.status, asked()),
        (StatusCode::BAD_REQUEST, 1),
        "the old one is not a minute old"
    );
    scene.room.state.clock.advance(TimeDelta::seconds(61));
    let (_, answer) = scene.come().await;
    assert_eq!((answer.status, asked()), (StatusCode::SEE_OTHER, 2));
    // Whoever sends tokens with made up keys does not make us ask and ask.
    scene.idp.script().keys = Some(vec![]);
    for _ in 0..5 {
        scene.idp.script().signer = Signer::es256().called("nobody's");
        scene.come().await;
    }
    assert_eq!(asked(), 2);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn each_algorithm_that_a_service_names_is_taken(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    for (signer, subject) in [
        (Signer::rs256(), "a"),
        (Signer::ps256(), "b"),
        (Signer::es256(), "c"),
        (Signer::eddsa(), "d"),
    ] {
        scene.forget();
        scene.idp.script().signer = signer;
        scene.idp.script().claims = json!({ "sub": subject });
        let (_, answer) = scene.come().await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{subject}: {}", answer.body);
    }
    assert_eq!(scene.room.db_count(Table::Accounts).await, 4);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_service_that_is_down_is_said_in_words_and_passwords_work(pool: PgPool) {
    let mut scene = Scene::new(pool).await;
    scene.room.editor("bo@example.org").await;
    let mut block = scene.idp.block("oidc");
    // Nobody listens there.
    block["issuer"] = json!("http://127.0.0.1:9");
    scene.configure(&[("idp", block)]);
    let answer = scene.room.post("/connect/idp", "", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("cannot be reached just now") && answer.body.contains("/signin"));
    assert_eq!(
        scene
            .room
            .sign_in("bo@example.org", PASSWORD, "")
            .await
            .location(),
        "/desk"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_name_that_the_token_lacks_is_asked_for_at_the_service(pool: PgPool) {
    let scene = Scene::new(pool).await;
    scene.idp.script().claims = json!({ "name": null, "email": null, "email_verified": null });
    scene.idp.script().user = json!({ "name": "ئازاد", "email": "azad@example.org", "email_verified": true });
    let (browser, _) = scene.come().await;
    assert_eq!(scene.room.who(&browser.cookie()).await, "ئازاد");
    assert!(scene.idp.script().asked.contains(&"user".to_owned()));
}
