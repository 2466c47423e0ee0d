use super::*;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_comment_stands_between_what_it_answers_and_what_answers_it(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let guest = room.device();
    let mut ids = db_tops(&room, thread_id, 1).await;
    for depth in 1..=3 {
        later(&room);
        let parent = ids.last().copied();
        ids.push(
            room.db_comment(&guest, thread_id, parent, &format!("depth {depth}"))
                .await,
        );
    }
    let page = room
        .get(&Visitor::guest(), &format!("/comments/{}", ids[2]))
        .await;
    assert_eq!(page.texts(".above .prose"), ["top 1", "depth 1"]);
    assert_eq!(page.texts("#answers .prose"), ["depth 2", "depth 3"]);
    assert_eq!(page.texts("form.write > .meta")[0], "You answer Ada.");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_answers_with_a_quote_finds_it_in_the_form(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let id = room
        .db_comment(&room.device(), thread_id, None, "> Earlier\nThe river rose.")
        .await;
    let typed = |page: Answer| page.texts("textarea[name=body]").concat();
    let nobody = Visitor::guest();
    assert_eq!(typed(room.get(&nobody, &format!("/comments/{id}")).await), "");
    let page = room.get(&nobody, &format!("/comments/{id}?quote=1")).await;
    assert_eq!(typed(page), "> The river rose.");
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_waits_or_is_gone_is_seen_by_its_author_alone(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let (ada, other) = (room.device(), room.device());
    let id = room.db_comment(&ada, thread_id, None, "A hard word").await;
    let address = format!("/comments/{id}");
    for (state, own, others) in [
        ("shown", StatusCode::OK, StatusCode::OK),
        ("held", StatusCode::OK, StatusCode::NOT_FOUND),
        ("spam", StatusCode::OK, StatusCode::NOT_FOUND),
        ("removed", StatusCode::OK, StatusCode::GONE),
        ("deleted", StatusCode::GONE, StatusCode::GONE),
    ] {
        db_becomes(&room, id, state).await;
        assert_eq!(room.get(&ada, &address).await.status, own, "{state}");
        for who in [&other, &Visitor::guest()] {
            let page = room.get(who, &address).await;
            assert_eq!(page.status, others, "{state}");
            assert_eq!(page.text.contains("A hard word"), state == "shown", "{state}");
        }
    }
    // Neither held nor taken for spam: they are told the same.
    db_becomes(&room, id, "held").await;
    let held = room.get(&ada, &address).await.texts(".notice");
    db_becomes(&room, id, "spam").await;
    assert_eq!(room.get(&ada, &address).await.texts(".notice"), held);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_is_removed_is_told_why_once_it_is_settled(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let ada = room.device();
    let id = room.db_comment(&ada, thread_id, None, "A hard word").await;
    let settles_at = room.state.clock.now() + TimeDelta::seconds(10);
    sqlx::query("update comments set state = 'removed', reason = 'Calm, please.', settles_at = $1")
        .bind(settles_at)
        .execute(&room.state.pool)
        .await
        .unwrap();
    let address = format!("/comments/{id}");
    assert!(!room.get(&ada, &address).await.text.contains("Calm, please."));
    room.state.clock.advance(TimeDelta::seconds(10));
    assert!(room.get(&ada, &address).await.text.contains("Calm, please."));
    assert!(
        !room
            .get(&Visitor::guest(), &address)
            .await
            .text
            .contains("Calm, please.")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_answers_of_a_long_branch_are_read_page_by_page(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let top = db_tops(&room, thread_id, 1).await[0];
    let guest = room.device();
    for number in 1..=103 {
        later(&room);
        room.db_comment(&guest, thread_id, Some(top), &format!("answer {number}"))
            .await;
    }
    let page = room.get(&Visitor::guest(), &format!("/comments/{top}")).await;
    assert_eq!(page.texts("#answers li li .prose").len(), 100);
    let found = scraper::Html::parse_document(&page.text);
    let link = scraper::Selector::parse("#answers nav.pager a").unwrap();
    let next = found
        .select(&link)
        .next()
        .unwrap()
        .attr("href")
        .unwrap()
        .to_owned();
    let page = room.get(&Visitor::guest(), next.split('#').next().unwrap()).await;
    assert_eq!(
        page.texts("#answers li li .prose"),
        ["answer 101", "answer 102", "answer 103"]
    );
}
