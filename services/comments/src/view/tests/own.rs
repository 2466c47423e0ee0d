use ground::viewer::Role;
use scraper::{Html, Selector};

use super::*;

fn has(answer: &Answer, selector: &str) -> bool {
    let selector = Selector::parse(selector).unwrap();
    Html::parse_document(&answer.text)
        .select(&selector)
        .next()
        .is_some()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_waits_stands_in_the_thread_for_its_author_alone(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let (guest, reader) = (room.device(), room.db_reader("Ada").await);
    for who in [&guest, &reader] {
        let id = room.db_comment(who, thread_id, None, "Waiting").await;
        db_becomes(&room, id, "held").await;
    }
    let address = format!("/threads/{thread_id}");
    for who in [&guest, &reader] {
        let page = room.get(who, &address).await;
        assert_eq!(page.texts(".own-comments .prose"), ["Waiting"]);
        assert_eq!(
            page.texts(".own-comments .waits"),
            ["This waits for the newsroom. Only you see it."]
        );
        assert_eq!(
            page.texts("#comments-title"),
            ["Comments"],
            "it counts for nobody"
        );
    }
    for who in [Visitor::guest(), room.device(), room.db_reader("Bo").await] {
        assert!(!room.get(&who, &address).await.text.contains("Waiting"));
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_author_edits_for_a_while_and_deletes_and_nobody_else_does(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let ada = room.device();
    let id = room.db_comment(&ada, thread_id, None, "Mine").await;
    let (edit, delete) = (
        format!("a[href='/comments/{id}/edit']"),
        format!("a[href='/comments/{id}/delete']"),
    );
    let (report, like) = (
        format!("a[href='/comments/{id}/report']"),
        "form[data-like]".to_owned(),
    );
    let address = format!("/threads/{thread_id}");
    let page = room.get(&ada, &address).await;
    assert!(has(&page, &edit) && has(&page, &delete) && !has(&page, &report) && !has(&page, &like));
    for who in [Visitor::guest(), room.device(), room.db_reader("Bo").await] {
        let page = room.get(&who, &address).await;
        assert!(!has(&page, &edit) && !has(&page, &delete) && has(&page, &report) && has(&page, &like));
    }
    room.state.clock.advance(TimeDelta::minutes(16));
    let page = room.get(&ada, &address).await;
    assert!(!has(&page, &edit) && has(&page, &delete));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_somebody_just_said_is_on_their_page_wherever_it_belongs(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let top = db_tops(&room, thread_id, 1).await[0];
    let (guest, ada) = (room.device(), room.device());
    for number in 1..=4 {
        later(&room);
        room.db_comment(&guest, thread_id, Some(top), &format!("answer {number}"))
            .await;
    }
    later(&room);
    let own = room.db_comment(&ada, thread_id, Some(top), "The fifth").await;
    let page = room.get(&ada, &format!("/threads/{thread_id}")).await;
    assert!(has(&page, &format!(".own-comments #comment-{own}")));
    // Once, not twice, where it is found anyway.
    later(&room);
    let own = room.db_comment(&ada, thread_id, None, "At the top").await;
    let page = room.get(&ada, &format!("/threads/{thread_id}")).await;
    assert_eq!(page.texts(&format!("#comment-{own}")).len(), 1);
    room.state.clock.advance(TimeDelta::hours(2));
    assert!(!has(
        &room.get(&ada, &format!("/threads/{thread_id}")).await,
        ".own-comments"
    ));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_page_for_nobody_in_particular_has_nothing_of_anybodys(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let address = format!("/threads/{thread_id}");
    let ids = |page: &Answer| {
        let field = Selector::parse("input[name=comment_id]").unwrap();
        let page = Html::parse_document(&page.text);
        page.select(&field)
            .map(|field| field.attr("value").unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let page = room.get(&Visitor::guest(), &address).await;
    assert_eq!(ids(&page), [""], "many may be given this page");
    let kept = page.header(axum::http::header::CACHE_CONTROL);
    assert!(kept.ends_with("no-cache"), "{kept}");
    let guest = room.device();
    room.db_comment(&guest, thread_id, None, "Said").await;
    let (first, second) = (room.get(&guest, &address).await, room.get(&guest, &address).await);
    assert_ne!(ids(&first), ids(&second));
    assert_eq!(first.header(axum::http::header::CACHE_CONTROL), "no-store");
    // A guest's name is theirs to see, an account's is not asked for.
    let ada = room.db_reader("Ada").await;
    assert!(!has(&room.get(&ada, &address).await, "input[name=name]"));
    assert!(has(&first, "input[name=name][value]:not([value=''])"));
    assert!(has(&page, "input[name=name][value='']"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_newsroom_is_marked_and_finds_its_desk(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let (editor, reader) = (
        room.db_person("Bo", Some(Role::Editor)).await,
        room.db_reader("Ada").await,
    );
    let id = room.db_comment(&editor, thread_id, None, "Thank you").await;
    room.db_comment(&reader, thread_id, None, "Please").await;
    let address = format!("/threads/{thread_id}");
    let page = room.get(&reader, &address).await;
    assert_eq!(page.texts(".mark.staff"), ["Newsroom"]);
    let desk = format!("a[href='/desk/comments/{id}']");
    assert!(!has(&page, &desk));
    assert!(has(&room.get(&editor, &address).await, &desk));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_like_is_shown_to_who_gave_it(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let id = room.db_comment(&room.device(), thread_id, None, "Said").await;
    let ada = room.device();
    let voter = ada.person(&room.state).voter(&room.state.key).unwrap();
    sqlx::query("insert into comment_likes (comment_id, voter) values ($1, $2)")
        .bind(id)
        .bind(voter)
        .execute(&room.state.pool)
        .await
        .unwrap();
    let address = format!("/threads/{thread_id}");
    let pressed = "form[data-like] button[aria-pressed=true]";
    let page = room.get(&ada, &address).await;
    assert!(has(&page, pressed) && has(&page, "input[name=want][value='0']"));
    let page = room.get(&room.device(), &address).await;
    assert!(!has(&page, pressed) && has(&page, "input[name=want][value='1']"));
    assert_eq!(page.texts("form[data-like] .num"), ["1"]);
}
