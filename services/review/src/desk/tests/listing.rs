//! The list: order, pages, queues, counts, and word of what is new.

use axum::{
    body::{Body, BodyDataStream},
    http::{Request, StatusCode, header},
};
use futures_util::StreamExt;
use sqlx::PgPool;
use tokio_util::sync::CancellationToken;

use super::*;

const TITLES: &str = ".queue .item h2";

fn titled(title: &str) -> Submission {
    Submission {
        title: title.to_owned(),
        ..sample()
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_came_last_stands_first_with_what_there_is_to_know(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let older = Submission {
        consent: Consent::AskFirst,
        contributor_name: None,
        ..titled("Older")
    };
    desk.db_sent(TimeDelta::hours(26), older).await;
    let id = desk.db_sent(TimeDelta::minutes(5), titled("Newer")).await;
    desk.db_file(id, 0, "broken.jpg", false).await;
    let media_id = desk.db_file(id, 1, "river.jpg", true).await;

    let answer = desk.get(&editor, "/desk").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.texts(TITLES), ["Newer", "Older"]);
    assert_eq!(
        answer.attributes(".thumb img", "src"),
        [format!("/desk/media/{media_id}/320.webp")]
    );
    let meta = answer.texts(".queue .meta");
    for words in ["Ada", "English", "2 files", "1 refused", "5 minutes ago"] {
        assert!(meta[0].contains(words), "{words} in {meta:?}");
    }
    assert!(
        meta[1].contains("No name given") && meta[1].contains("1 day ago"),
        "{meta:?}"
    );
    assert_eq!(answer.texts(".item.old h2"), ["Older"]);
    assert_eq!(answer.texts(".badge"), ["Received", "Received"]);
    assert_eq!(
        answer.texts(".mark.warn").len(),
        1,
        "consent that forbids publication stands out"
    );
    assert_eq!(answer.attributes(".fresh", "data-newest"), [id.to_string()]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn every_contribution_is_on_one_page_and_the_way_back_is_the_way_there(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    // All at one moment: only the id tells them apart.
    for number in 0..65 {
        desk.db_sent(TimeDelta::zero(), titled(&format!("Number {number}")))
            .await;
    }
    let mut pages = Vec::new();
    let mut address = "/desk".to_owned();
    let last = loop {
        let page = desk.get(&editor, &address).await;
        pages.push(page.texts(TITLES));
        match page.attributes(".pager a[rel=next]", "href").pop() {
            Some(next) => address = next,
            None => break page,
        }
    };
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [30, 30, 5]);
    let mut all = pages.concat();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 65, "none twice, none left out");

    let newer = last.attributes(".pager a[rel=prev]", "href").pop().unwrap();
    let middle = desk.get(&editor, &newer).await;
    assert_eq!(middle.texts(TITLES), pages[1]);
    let newest = middle.attributes(".pager a[rel=prev]", "href").pop().unwrap();
    let first = desk.get(&editor, &newest).await;
    assert_eq!(first.texts(TITLES), pages[0]);
    assert!(first.attributes(".pager a[rel=prev]", "href").is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_queue_holds_its_state_and_the_tabs_count_them_all(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    for state in [
        SubmissionState::Received,
        SubmissionState::Accepted,
        SubmissionState::Spam,
    ] {
        desk.db_sent(
            TimeDelta::zero(),
            Submission {
                state,
                ..titled(state.code())
            },
        )
        .await;
    }
    let open = desk.get(&editor, "/desk").await;
    let mut titles = open.texts(TITLES);
    titles.sort();
    assert_eq!(titles, ["accepted", "received"], "spam waits for nobody");
    let spam = desk.get(&editor, "/desk?state=spam").await;
    assert_eq!(spam.texts(TITLES), ["spam"]);
    assert_eq!(spam.texts(".queues [aria-current]"), ["Spam 1"]);
    assert_eq!(
        spam.texts(".queues a"),
        [
            "All open 2",
            "Received 1",
            "In review 0",
            "Accepted 1",
            "Published 0",
            "Declined 0",
            "Withdrawn 0",
            "Spam 1"
        ]
    );
    assert_eq!(
        desk.get(&editor, "/desk?state=published")
            .await
            .texts(".empty-title"),
        ["Nothing here"]
    );
    for query in [
        "state=shredded",
        "before=1",
        "after=x.y",
        "before=99999999999999999999.x",
    ] {
        let answer = desk.get(&editor, &format!("/desk?{query}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{query}");
    }
}

async fn next_event(body: &mut BodyDataStream) -> serde_json::Value {
    let chunk = tokio::time::timeout(std::time::Duration::from_secs(30), body.next()).await;
    let chunk = chunk.expect("an event in time").expect("an open line").unwrap();
    let text = String::from_utf8(chunk.to_vec()).unwrap();
    serde_json::from_str(text.trim().strip_prefix("data: ").unwrap()).unwrap()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_open_desk_hears_the_counts_at_once_and_after_every_change(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    let id = desk.db_sent(TimeDelta::zero(), sample()).await;
    let stop = CancellationToken::new();
    let mut heard = desk.live.subscribe();
    let listening = tokio::spawn(desk.live.clone().listen(desk.pool.clone(), stop.clone()));
    // The first word says that the line to the database stands.
    heard.recv().await.unwrap();

    let request = Request::get("/desk/live").body(Body::empty()).unwrap();
    let response = desk.respond(&editor, request).await;
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
    let mut body = response.into_body().into_data_stream();
    let first = next_event(&mut body).await;
    assert_eq!(first["counts"]["received"], 1);
    assert_eq!(first["counts"]["open"], 1);
    assert_eq!(first["newest"], id.to_string());
    assert_eq!(first["fresh"], 1);

    assert_eq!(
        desk.decide(&editor, id, "decision=spam&version=1").await.status,
        StatusCode::SEE_OTHER
    );
    let second = next_event(&mut body).await;
    assert_eq!(
        (&second["counts"]["received"], &second["counts"]["spam"]),
        (&0.into(), &1.into())
    );

    stop.cancel();
    listening.await.unwrap();
    assert!(
        body.next().await.is_none(),
        "an open desk does not hold the program up"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_line_counts_what_came_since_the_page_was_made(pool: PgPool) {
    let desk = Desk::open(pool).await;
    let editor = desk.db_editor("Bo").await;
    desk.db_sent(TimeDelta::hours(1), sample()).await;
    let page = desk.get(&editor, "/desk").await;
    let source = page.attributes(".fresh", "data-src").pop().unwrap();
    for _ in 0..2 {
        desk.db_sent(TimeDelta::zero(), sample()).await;
    }
    let response = desk
        .respond(&editor, Request::get(&source).body(Body::empty()).unwrap())
        .await;
    let first = next_event(&mut response.into_body().into_data_stream()).await;
    assert_eq!(first["fresh"], 2);
}
