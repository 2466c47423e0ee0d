use scraper::{Html, Selector};

use super::*;

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn whatever_somebody_writes_stays_text(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    let bodies = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "javascript:alert(1) https://a.example/\"onmouseover=alert(1)",
        "{{ 7*7 }} </textarea></li></ol><style>*{display:none}</style>",
        "> <svg onload=alert(1)>",
        "\u{202e}abc \u{2066}def",
    ];
    let guest = room.device();
    let mut ids = Vec::new();
    for body in bodies {
        later(&room);
        ids.push(room.db_comment(&guest, thread_id, None, body).await);
    }
    sqlx::query("update comments set name = '<b>\"><script>x</script>'")
        .execute(&room.state.pool)
        .await
        .unwrap();
    let mut pages = vec![format!("/threads/{thread_id}")];
    pages.extend(ids.iter().map(|id| format!("/comments/{id}?quote=1")));
    for page in pages {
        for who in [&guest, &Visitor::guest()] {
            let answer = room.get(who, &page).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}");
            let html = Html::parse_document(&answer.text);
            let bad = "main script, main style, main svg, [onerror], [onload], [onmouseover], main b, [src=x], a[href^=javascript]";
            let found = html.select(&Selector::parse(bad).unwrap()).count();
            assert_eq!(found, 0, "{page}");
            let list = Selector::parse("main#main > .thread").unwrap();
            assert_eq!(html.select(&list).count(), 1, "{page}: the page keeps its shape");
        }
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn names_and_words_stand_apart_from_what_surrounds_them(pool: PgPool) {
    let room = Room::open(pool);
    let thread_id = room.db_thread().await;
    room.db_comment(&room.device(), thread_id, None, "ئاو هەڵسا\n\nThe river rose")
        .await;
    let page = room
        .get(&Visitor::guest(), &format!("/threads/{thread_id}"))
        .await;
    let html = Html::parse_document(&page.text);
    for selector in [
        ".comment .who bdi",
        ".prose[dir=auto] > p[dir=auto]",
        "h1[dir=auto]",
    ] {
        assert!(
            html.select(&Selector::parse(selector).unwrap()).next().is_some(),
            "{selector}"
        );
    }
}
