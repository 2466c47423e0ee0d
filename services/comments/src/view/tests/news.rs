use super::*;

async fn news(room: &Room, thread_id: ThreadId, since: &str) -> serde_json::Value {
    let answer = room
        .get(
            &Visitor::guest(),
            &format!("/threads/{thread_id}/news.json?since={since}"),
        )
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    serde_json::from_str(&answer.text).unwrap()
}

async fn since(room: &Room, thread_id: ThreadId) -> String {
    let page = room
        .get(&Visitor::guest(), &format!("/threads/{thread_id}"))
        .await;
    let page = scraper::Html::parse_document(&page.text);
    let block = scraper::Selector::parse("#comments").unwrap();
    page.select(&block)
        .next()
        .unwrap()
        .attr("data-since")
        .unwrap()
        .to_owned()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_page_learns_how_many_comments_are_new(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let start = since(&room, thread_id).await;
    assert_eq!(
        news(&room, thread_id, &start).await,
        serde_json::json!({"count": 0, "new": 0})
    );
    let ids = db_tops(&room, thread_id, 3).await;
    assert_eq!(
        news(&room, thread_id, &start).await,
        serde_json::json!({"count": 3, "new": 3})
    );
    let then = since(&room, thread_id).await;
    assert_eq!(news(&room, thread_id, &then).await["new"], 0);
    // One goes, one comes.
    db_becomes(&room, ids[0], "removed").await;
    assert_eq!(news(&room, thread_id, &then).await["new"], 0);
    later(&room);
    room.db_comment(&room.device(), thread_id, None, "Another").await;
    assert_eq!(news(&room, thread_id, &then).await["new"], 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn since_when_must_be_of_a_page_of_ours(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    for since in ["", "x", "1", "1.x", "99999999999.1"] {
        let answer = room
            .get(
                &Visitor::guest(),
                &format!("/threads/{thread_id}/news.json?since={since}"),
            )
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{since}");
    }
    // Numbers that nobody was given do no harm.
    assert_eq!(news(&room, thread_id, "-2147483648.-1").await["new"], i32::MAX);
}
