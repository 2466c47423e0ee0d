use super::*;

const PAGE: &str = "https://www.news.example/a/flood";

fn asked(url: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("url", url)
        .finish();
    format!("/articles?{query}")
}

fn fields<'a>(url: &'a str, title: &'a str, language: &'a str) -> [(&'static str, &'a str); 3] {
    [("url", url), ("title", title), ("language", language)]
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_desk_begins_comments_under_a_page_of_its_own_site(pool: PgPool) {
    let room = Room::open(pool);
    let editor = room.db_editor("Bo").await;
    let nobody = Visitor::guest();
    assert_eq!(
        room.get(&nobody, &asked(PAGE)).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(room.get(&editor, &asked(PAGE)).await.status, StatusCode::OK);
    for bad in [
        fields("https://evil.example/a", "Flood", "en"),
        fields("https://news.example/stories/flood", "Flood", "en"),
        fields("javascript:alert(1)", "Flood", "en"),
        fields(PAGE, " \n", "en"),
        fields(PAGE, &"x".repeat(201), "en"),
        fields(PAGE, "Flood", "ku"),
    ] {
        let answer = room.post(&editor, "/articles", &bad).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad:?}");
    }
    for outsider in [nobody.clone(), room.db_reader("Ada").await] {
        let answer = room
            .post(&outsider, "/articles", &fields(PAGE, "Flood", "en"))
            .await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    let first = room
        .post(&editor, "/articles", &fields(PAGE, " Flood\u{0} here ", "ckb"))
        .await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    // However it is linked to, and however often it is begun, it is one thread.
    let linked = format!("{PAGE}/?utm_source=mail#top");
    let again = room
        .post(&editor, "/articles", &fields(&linked, "The flood", "en"))
        .await;
    assert_eq!(
        again.header(axum::http::header::LOCATION),
        first.header(axum::http::header::LOCATION)
    );
    let found = room.get(&nobody, &asked(&linked)).await;
    assert_eq!(found.status, StatusCode::SEE_OTHER);
    let page = room
        .get(&nobody, found.header(axum::http::header::LOCATION))
        .await;
    assert_eq!(page.texts("h1"), ["The flood"]);
    assert_eq!(page.texts("form[data-comment-form]").len(), 1);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_who_begin_at_once_begin_one_thread(pool: PgPool) {
    let room = Room::open(pool);
    let editor = room.db_editor("Bo").await;
    let form = fields(PAGE, "Flood", "en");
    let (one, two) = tokio::join!(
        room.post(&editor, "/articles", &form),
        room.post(&editor, "/articles", &form)
    );
    let location = axum::http::header::LOCATION;
    assert!(one.header(location.clone()).starts_with("/threads/"));
    assert_eq!(one.header(location.clone()), two.header(location));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_story_of_ours_is_found_by_its_address(pool: PgPool) {
    let room = Room::open(pool);
    let (story_id, thread_id) = room.db_story("Flood").await;
    let answer = room
        .get(
            &Visitor::guest(),
            &asked(&format!("https://news.example/stories/story-{story_id}?lang=ar")),
        )
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(
        answer.header(axum::http::header::LOCATION),
        format!("/threads/{thread_id}")
    );
    for url in ["https://news.example/", "https://evil.example/stories/x", "x", ""] {
        assert_eq!(
            room.get(&Visitor::guest(), &asked(url)).await.status,
            StatusCode::NOT_FOUND,
            "{url}"
        );
    }
}
