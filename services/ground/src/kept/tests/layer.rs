//! A router whose handlers know nothing of keeping.

use std::sync::atomic::Ordering::SeqCst;

use axum::{
    Router,
    extract::{Query, State},
    http::{HeaderMap, StatusCode},
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::get,
};

use super::house::{House, STORY, said};
use crate::{
    kept::{Keeping, Topic, about, keep},
    viewer::Viewer,
    web::Cx,
};

/// What the handler sees of the request.
async fn told(
    State(house): State<House>,
    cx: Cx,
    viewer: Viewer,
    headers: HeaderMap,
    Query(query): Query<Vec<(String, String)>>,
) -> Response {
    house.made.fetch_add(1, SeqCst);
    let words = format!(
        "{} {} {query:?} {:?} {} {}",
        cx.lang().code(),
        cx.is_shared(),
        headers.keys().map(ToString::to_string).collect::<Vec<_>>(),
        viewer.0.is_some(),
        cx.nonce().len(),
    );
    about(words.into_response(), [Topic::Story(STORY)])
}

async fn personal(State(house): State<House>) -> Response {
    house.made.fetch_add(1, SeqCst);
    ([("cache-control", "no-store")], "once").into_response()
}

async fn posted(State(house): State<House>) -> StatusCode {
    house.made.fetch_add(1, SeqCst);
    StatusCode::CREATED
}

fn router(house: &House) -> Router {
    let keeping = Keeping {
        kept: house.kept.clone(),
        query: &["q", "after"],
    };
    Router::new()
        .route("/told", get(told).post(posted))
        .route("/personal", get(personal))
        .layer(from_fn_with_state(keeping, keep))
        .with_state(house.clone())
}

#[tokio::test]
async fn a_handler_sees_the_request_of_nobody_in_particular() {
    let house = House::new(1 << 20);
    let headers = [
        ("cookie", "lang=tr; light=1; theirs=1"),
        ("user-agent", "a browser"),
        ("accept-language", "en"),
    ];
    let answer = house
        .send(
            router(&house),
            "GET",
            "/told?x=1&after=2&q=a%26b&q=second",
            &headers,
        )
        .await;
    assert_eq!(
        answer.body,
        r#"tr true [("q", "a&b"), ("after", "2")] ["save-data"] false 0"#
    );
    assert_eq!(answer.header("cache-control"), "public, no-cache");
    let same = house
        .send(router(&house), "GET", "/told?q=a%26b&after=2&y=3", &headers)
        .await;
    assert_eq!((same.body, house.made()), (answer.body, 1));
    house.kept.change(&said());
    house.wait(300);
    house
        .send(router(&house), "GET", "/told?q=a%26b&after=2", &headers)
        .await;
    assert_eq!(house.made(), 2);
}

#[tokio::test]
async fn who_is_known_reaches_the_handler_as_they_are() {
    let house = House::new(1 << 20);
    let cookie = [("cookie", "__Host-commenter=1")];
    let own = house.send(router(&house), "GET", "/told?x=1", &cookie).await;
    assert_eq!(own.body, r#"en false [("x", "1")] ["cookie"] false 24"#);
    assert_eq!(own.header("cache-control"), "private, no-cache");
    assert_eq!(own.header("etag"), "");
}

#[tokio::test]
async fn asking_for_the_head_alone_keeps_the_whole() {
    let house = House::new(1 << 20);
    house.send(router(&house), "HEAD", "/told", &[]).await;
    let whole = house.send(router(&house), "GET", "/told", &[]).await;
    assert!(whole.body.starts_with("en true"), "{}", whole.body);
    assert_eq!(house.made(), 1);
}

#[tokio::test]
async fn what_is_not_to_be_kept_is_not_and_what_changes_something_goes_through() {
    let house = House::new(1 << 20);
    for _ in 0..2 {
        let answer = house.send(router(&house), "GET", "/personal", &[]).await;
        assert_eq!(
            (answer.header("cache-control"), answer.header("etag")),
            ("no-store", "")
        );
        assert_eq!(
            house.send(router(&house), "POST", "/told", &[]).await.status,
            StatusCode::CREATED
        );
        assert_eq!(
            house.send(router(&house), "GET", "/nothing", &[]).await.status,
            StatusCode::NOT_FOUND
        );
    }
    assert_eq!(house.made(), 4);
}
