use scraper::{Html, Selector};

use super::*;

fn next_of(answer: &Answer) -> Option<String> {
    let page = Html::parse_document(&answer.text);
    let link = Selector::parse("nav.pager a[rel~=next]").unwrap();
    page.select(&link)
        .next()
        .map(|link| link.attr("href").unwrap().split('#').next().unwrap().to_owned())
}

/// What is said on all pages, from an address on.
async fn read_on(room: &Room, address: &str) -> Vec<String> {
    let mut said = Vec::new();
    let mut next = Some(address.to_owned());
    while let Some(address) = next {
        let page = room.get(&Visitor::guest(), &address).await;
        assert_eq!(page.status, StatusCode::OK);
        said.extend(bodies(&page));
        // Whoever likes something here without script comes back to it.
        let back = &page.attributes("input[name=back]", "value")[0];
        let there = room.get(&Visitor::guest(), back).await;
        assert_eq!(bodies(&there), bodies(&page));
        next = next_of(&page);
        assert!(said.len() < 200, "it ends");
    }
    said
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn every_order_reads_through_all_pages_without_a_gap_or_a_repeat(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let ids = db_tops(&room, thread_id, 45).await;
    // The third is liked most.
    for voter in 0..2_u8 {
        sqlx::query("insert into comment_likes (comment_id, voter) values ($1, $2)")
            .bind(ids[2])
            .bind(vec![voter])
            .execute(&room.state.pool)
            .await
            .unwrap();
    }
    let oldest: Vec<String> = (1..=45).map(|number| format!("top {number}")).collect();
    let newest: Vec<String> = oldest.iter().rev().cloned().collect();
    let mut liked = newest.clone();
    liked.retain(|body| body != "top 3");
    liked.insert(0, "top 3".to_owned());
    for (order, said) in [
        ("", &newest),
        ("newest", &newest),
        ("oldest", &oldest),
        ("liked", &liked),
    ] {
        assert_eq!(
            &read_on(&room, &format!("/threads/{thread_id}?order={order}")).await,
            said,
            "{order}"
        );
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_address_that_makes_no_sense_is_none(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    for query in ["order=best", "after=1", "after=x.y.z", "order=newest&after=%27--"] {
        let page = room
            .get(&Visitor::guest(), &format!("/threads/{thread_id}?{query}"))
            .await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{query}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_comment_has_its_first_answers_and_leads_to_the_others(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let top = db_tops(&room, thread_id, 1).await[0];
    let guest = room.device();
    for number in 1..=5 {
        later(&room);
        room.db_comment(&guest, thread_id, Some(top), &format!("answer {number}"))
            .await;
    }
    let page = room
        .get(&Visitor::guest(), &format!("/threads/{thread_id}"))
        .await;
    assert_eq!(page.texts("li li .prose"), ["answer 1", "answer 2", "answer 3"]);
    assert_eq!(page.texts(".more-answers"), ["More answers"]);
    let page = room.get(&Visitor::guest(), &format!("/comments/{top}")).await;
    assert_eq!(page.texts("#answers li li .prose").len(), 5);
    assert!(page.texts(".more-answers").is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn answers_stand_under_what_they_answer(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let top = db_tops(&room, thread_id, 1).await[0];
    let guest = room.device();
    later(&room);
    let answer = room.db_comment(&guest, thread_id, Some(top), "answer").await;
    later(&room);
    let deeper = room.db_comment(&guest, thread_id, Some(answer), "deeper").await;
    let page = room
        .get(&Visitor::guest(), &format!("/threads/{thread_id}"))
        .await;
    let below = |id, below| format!("#comment-{id} > ol > #comment-{below}");
    assert_eq!(page.texts(&below(top, answer)).len(), 1);
    assert_eq!(page.texts(&below(answer, deeper)).len(), 1);
    // What the middle one said is gone; what answers it keeps its place.
    db_becomes(&room, answer, "deleted").await;
    let page = room
        .get(&Visitor::guest(), &format!("/threads/{thread_id}"))
        .await;
    assert_eq!(page.texts(&below(answer, deeper)).len(), 1);
    assert_eq!(page.texts(".tombstone"), ["Its author deleted this comment."]);
    assert!(!page.text.contains(">answer<"));
    // With nothing below it, it is not there at all.
    db_becomes(&room, deeper, "removed").await;
    let page = room
        .get(&Visitor::guest(), &format!("/threads/{thread_id}"))
        .await;
    assert!(page.texts(".tombstone").is_empty());
    assert_eq!(page.texts("#comments-title"), ["1 comment"]);
}
