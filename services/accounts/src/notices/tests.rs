//! Choosing how to be told, and where.

mod answered;
mod telling;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use ground::ids::AccountId;
use sqlx::PgPool;

use crate::testing::Room;

impl Room {
    async fn allow(&self, cookie: &str, json: &str) -> StatusCode {
        let request = Request::post("/me/notices/push")
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(json.to_owned()))
            .unwrap();
        self.ask(request).await.0
    }

    async fn allow_at(&self, cookie: &str, endpoint: &str) {
        let json =
            serde_json::json!({ "endpoint": endpoint, "expirationTime": null, "keys": { "auth": "canary" } });
        assert_eq!(
            self.allow(cookie, &json.to_string()).await,
            StatusCode::NO_CONTENT,
            "{endpoint}"
        );
    }

    async fn db_endpoints(&self) -> Vec<String> {
        sqlx::query_scalar!("select endpoint from push_subscriptions order by created_at, subscription_id")
            .fetch_all(&self.state.pool)
            .await
            .unwrap()
    }

    async fn db_account(&self, email: &str) -> AccountId {
        sqlx::query_scalar!(
            r#"select account_id as "id: AccountId" from accounts where email = $1"#,
            email
        )
        .fetch_one(&self.state.pool)
        .await
        .unwrap()
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn everybody_chooses_for_themselves_how_to_be_told(pool: PgPool) {
    let room = Room::new(pool);
    let (ada, bo) = (
        room.editor("ada@example.org").await,
        room.editor("bo@example.org").await,
    );
    let boxes = async |cookie: &str| {
        let page = room.get("/me/notices", cookie).await;
        assert_eq!(page.status, StatusCode::OK);
        ["mail", "push"].map(|name| {
            let field = page.body.split(&format!("id=\"{name}\"")).nth(1).unwrap();
            field.split('>').next().unwrap().contains(" checked")
        })
    };
    assert_eq!(boxes(&ada).await, [true, true]);
    for (form, expected) in [
        (vec![("push", "yes")], [false, true]),
        (vec![("mail", "yes")], [true, false]),
        (vec![], [false, false]),
    ] {
        let saved = room.post("/me/notices", &ada, &form).await;
        assert_eq!(
            (saved.status, saved.location()),
            (StatusCode::SEE_OTHER, "/me/notices?saved")
        );
        assert_eq!((boxes(&ada).await, boxes(&bo).await), (expected, [true, true]));
    }
    assert!(
        room.get("/me/notices?saved", &ada)
            .await
            .body
            .contains("Your choice is saved")
    );
    for answer in [
        room.get("/me/notices", "").await,
        room.post("/me/notices", "", &[("mail", "yes")]).await,
        room.post("/me/notices/push/forget", "", &[]).await,
    ] {
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, "/signin?next=/me/notices")
        );
    }
    assert_eq!(
        room.allow("", r#"{"endpoint":"https://push.news.com/a"}"#).await,
        StatusCode::SEE_OTHER
    );
    assert!(room.db_endpoints().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn of_a_subscription_only_the_address_of_a_public_service_is_kept(pool: PgPool) {
    let room = Room::new(pool);
    let ada = room.editor("ada@example.org").await;
    for (json, status) in [
        ("", 400),
        ("{}", 400),
        ("[]", 400),
        (r#"{"endpoint":7}"#, 400),
        (r#"{"endpoint":""}"#, 400),
        (r#"{"endpoint":"/me"}"#, 400),
        (r#"{"endpoint":"http://push.news.com/a"}"#, 400),
        (r#"{"endpoint":"javascript:alert(1)"}"#, 400),
        (r#"{"endpoint":"https://127.0.0.1/a"}"#, 400),
        (r#"{"endpoint":"https://2130706433/a"}"#, 400),
        (r#"{"endpoint":"https://0x7f.1/a"}"#, 400),
        (r#"{"endpoint":"https://[::1]/a"}"#, 400),
        (r#"{"endpoint":"https://[::ffff:10.0.0.1]/a"}"#, 400),
        (r#"{"endpoint":"https://1.1.1.1/a"}"#, 400),
        (r#"{"endpoint":"https://localhost/a"}"#, 400),
        (r#"{"endpoint":"https://db.internal/a"}"#, 400),
        (r#"{"endpoint":"https://db/a"}"#, 400),
        (r#"{"endpoint":"https://me:secret@push.news.com/a"}"#, 400),
        (r#"{"endpoint":"https://push.news.com:22/a"}"#, 400),
        (r#"{"endpoint":"https://push.news.com/a\r\nHost: x"}"#, 204),
        (r#"{"endpoint":"HTTPS://Push.News.COM/a#part"}"#, 204),
    ] {
        assert_eq!(room.allow(&ada, json).await.as_u16(), status, "{json}");
    }
    for long in [1100, 9000] {
        let json = format!(r#"{{"endpoint":"https://push.news.com/{}"}}"#, "a".repeat(long));
        assert_eq!(room.allow(&ada, &json).await, StatusCode::BAD_REQUEST);
    }
    let mut kept = room.db_endpoints().await;
    kept.sort();
    assert_eq!(
        kept,
        ["https://push.news.com/a", "https://push.news.com/aHost:%20x"]
    );
    room.allow_at(&ada, "https://push.news.com/b").await;
    let kept = sqlx::query_scalar!(
        r#"select string_agg(push_subscriptions::text, '') as "all!" from push_subscriptions"#
    );
    assert!(!kept.fetch_one(&room.state.pool).await.unwrap().contains("canary"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_browser_is_told_for_one_account_and_an_account_has_ten_browsers(pool: PgPool) {
    let room = Room::new(pool);
    let (ada, bo) = (
        room.editor("ada@example.org").await,
        room.editor("bo@example.org").await,
    );
    for number in 0..12 {
        room.state.clock.advance(TimeDelta::seconds(1));
        room.allow_at(&ada, &format!("https://push.news.com/{number}"))
            .await;
    }
    // Again is no other one.
    room.allow_at(&ada, "https://push.news.com/11").await;
    let expected: Vec<_> = (2..12)
        .map(|number| format!("https://push.news.com/{number}"))
        .collect();
    assert_eq!(room.db_endpoints().await, expected);
    let page = room.get("/me/notices", &ada).await.body;
    assert!(page.contains("devices. They show"), "{page}");

    // Another person at the same browser.
    room.allow_at(&bo, "https://push.news.com/2").await;
    let forgotten = room
        .post(
            "/me/notices/push/forget",
            &ada,
            &[("endpoint", "https://push.news.com/2")],
        )
        .await;
    assert_eq!(
        (forgotten.status, forgotten.location()),
        (StatusCode::SEE_OTHER, "/me/notices?saved")
    );
    assert_eq!(room.db_endpoints().await.len(), 10, "it is not hers any more");
    room.post(
        "/me/notices/push/forget",
        &ada,
        &[("endpoint", "https://push.news.com/3")],
    )
    .await;
    assert_eq!(room.db_endpoints().await.len(), 9);
    room.post("/me/notices/push/forget", &ada, &[]).await;
    room.post("/me/notices/push/forget", &ada, &[]).await;
    assert_eq!(room.db_endpoints().await, ["https://push.news.com/2"]);

    let (one, other) = tokio::join!(
        room.allow(&ada, r#"{"endpoint":"https://push.news.com/x"}"#),
        room.allow(&ada, r#"{"endpoint":"https://push.news.com/x"}"#)
    );
    assert_eq!((one, other), (StatusCode::NO_CONTENT, StatusCode::NO_CONTENT));
    assert_eq!(room.db_endpoints().await.len(), 2);
}
