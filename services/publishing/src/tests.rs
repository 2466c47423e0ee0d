//! The public's side, from the outside.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use ground::{
    jobs::{self, ForgetStory, WithdrawStory},
    viewer::Viewer,
};
use sqlx::PgPool;

use crate::testing::{Answer, Sent, World};

const HEADLINES: &str = ".card h2 a, .card h3 a";

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_withdrawal_is_in_force_before_its_job_and_complete_after_it(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let path = world.publish(id).await;
    let pictures = world.get(&path).await.pictures();
    world.db_withdraw(id).await;
    assert_gone(&world, &path, &pictures).await;
    assert_eq!(world.db_public().await.len(), 8);
    // Jobs run at least once: a second run finds nothing to do.
    for _ in 0..2 {
        let job = WithdrawStory { submission_id: id };
        jobs::enqueue(&mut world.state.pool.acquire().await.unwrap(), &job)
            .await
            .unwrap();
        world.run_jobs().await;
        assert!(world.db_public().await.is_empty());
        assert_gone(&world, &path, &pictures).await;
    }
    assert_eq!(
        world.open(id).await.status,
        StatusCode::CONFLICT,
        "and it cannot be published again"
    );
}

async fn assert_gone(world: &World, path: &str, pictures: &[String]) {
    let page = world.get(path).await;
    assert_eq!(page.status, StatusCode::GONE);
    assert!(page.text().contains("taken back"));
    assert!(!page.text().contains("Second paragraph"));
    for address in pictures {
        let answer = world.get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(!answer.header(header::CACHE_CONTROL).contains("immutable"));
    }
    assert!(!world.get("/").await.text().contains("The river"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_story_of_what_is_to_be_forgotten_goes_unless_it_is_public(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let path = world.publish(id).await;
    let forget = async || {
        let job = ForgetStory { submission_id: id };
        jobs::enqueue(&mut world.state.pool.acquire().await.unwrap(), &job)
            .await
            .unwrap();
        world.run_jobs().await;
    };
    forget().await;
    assert_eq!(
        world.get(&path).await.status,
        StatusCode::OK,
        "somebody published it: they were faster"
    );
    world.db_withdraw(id).await;
    for _ in 0..2 {
        forget().await;
        assert_eq!(world.db_count_stories().await, 0);
        assert!(world.db_public().await.is_empty());
        assert_eq!(world.get(&path).await.status, StatusCode::GONE);
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_withdrawal_before_any_story_has_nothing_to_undo(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    world.db_withdraw(id).await;
    let job = WithdrawStory { submission_id: id };
    jobs::enqueue(&mut world.state.pool.acquire().await.unwrap(), &job)
        .await
        .unwrap();
    world.run_jobs().await;
    assert_eq!(world.db_count_stories().await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_sorani_title_makes_an_address_that_leads_back(pool: PgPool) {
    let world = World::new(pool).await;
    let title = "ڕووباری «سیروان» دوای لافاو";
    let id = world
        .db_submission(Sent {
            title,
            language: "ckb",
            ..Sent::default()
        })
        .await;
    let path = world.publish(id).await;
    assert!(path.is_ascii(), "{path}");
    let page = world.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.all("h1"), [title]);
    assert_eq!(page.attributes("h1", "lang"), ["ckb"]);
    assert_eq!(page.attributes("h1", "dir"), ["rtl"]);
    assert_eq!(
        page.attributes("html", "dir"),
        ["ltr"],
        "the frame speaks the reader's language"
    );
    assert_eq!(
        page.attributes("link[rel=canonical]", "href"),
        [format!("https://news.example{path}")]
    );
    assert_eq!(
        world.get("/").await.attributes(HEADLINES, "href"),
        std::slice::from_ref(&path)
    );
    assert_eq!(world.get(&format!("{path}x")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get("/stories/%ff").await.status, StatusCode::BAD_REQUEST);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_strangers_write_is_text_on_every_page(pool: PgPool) {
    let world = World::new(pool).await;
    let canary = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}";
    let sent = Sent {
        title: canary,
        body: canary,
        name: Some(canary),
        ..Sent::default()
    };
    let id = world.db_submission(sent).await;
    let opened = world.open(id).await;
    let (caption, alt) = (
        opened.attributes("textarea[name^=caption]", "name")[0].clone(),
        opened.attributes("textarea[name^=alt]", "name")[0].clone(),
    );
    let changes = [(caption.as_str(), canary), (&alt, canary), ("place", canary)];
    let answer = world.press(id, "publish", &changes).await;
    let path = answer.header(header::LOCATION).to_owned();
    for page in [world.open(id).await, world.get(&path).await, world.get("/").await] {
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text().contains("<script>alert"), "{}", page.text());
        assert!(page.attributes("[onerror]", "onerror").is_empty());
        assert!(page.text().contains("{{7*7}}"));
    }
    let page = world.get(&path).await;
    assert_eq!(page.all("h1"), [canary]);
    assert_eq!(page.attributes("picture img", "alt")[0], canary);
    assert!(
        page.attributes("[style]", "style").is_empty(),
        "the policy forbids it"
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_page_carries_all_that_a_slow_phone_needs(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let path = world.publish(id).await;
    let page = world.get(&path).await;
    assert_eq!(page.header(header::CACHE_CONTROL), "public, no-cache");
    assert_eq!(page.attributes("picture img", "width"), ["800", "800"]);
    assert_eq!(page.attributes("picture img", "height"), ["600", "600"]);
    assert_eq!(page.attributes("picture img[fetchpriority=high]", "src").len(), 1);
    assert_eq!(page.attributes("picture img[loading=lazy]", "src").len(), 1);
    let webp = page.attributes("source[type='image/webp']", "srcset");
    assert!(
        webp[0].contains("-320.webp 320w") && webp[0].contains("-1280.webp 800w"),
        "{}",
        webp[0]
    );
    assert!(
        page.attributes("img.placeholder", "src")
            .iter()
            .all(|src| src.starts_with("data:image/webp"))
    );
    assert_eq!(page.attributes("img.placeholder", "src").len(), 2);
    let shared = page.attributes("meta[property='og:image']", "content");
    assert_eq!(shared, [format!("https://news.example{}", page.pictures()[0])]);
    assert_eq!(
        page.attributes("meta[property='og:title']", "content"),
        ["The river after the flood"]
    );
    let description = page.attributes("meta[name=description]", "content");
    assert_eq!(description, ["First paragraph, second line. Second paragraph."]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn without_stories_the_home_page_invites(pool: PgPool) {
    let world = World::new(pool).await;
    let home = world.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert_eq!(home.all(".empty-title"), ["No stories yet"]);
    assert!(home.all(".invite h2")[0].contains("Rudaw"));
    assert!(home.all(".invite p")[0].contains("quite possibly the world"));
    assert_eq!(home.attributes(".invite a", "href"), ["/contribute"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_list_is_newest_first_and_every_story_stands_on_one_page(pool: PgPool) {
    let world = World::new(pool).await;
    let mut newest_first = Vec::new();
    for _ in 0..28 {
        // Some of one moment: the id decides.
        if newest_first.len() % 3 == 0 {
            world.state.clock.advance(chrono::TimeDelta::seconds(1));
        }
        let id = world
            .db_submission(Sent {
                pictures: 0,
                ..Sent::default()
            })
            .await;
        newest_first.insert(0, world.publish(id).await);
    }
    let first = world.get("/").await;
    let second = world.get(&link(&first, "next")).await;
    let third = world.get(&link(&second, "next")).await;
    let mut listed = Vec::new();
    for page in [&first, &second, &third] {
        listed.extend(page.attributes(HEADLINES, "href"));
    }
    assert_eq!(listed.len(), 28);
    let (mut sorted, mut expected) = (listed.clone(), newest_first);
    sorted.sort();
    expected.sort();
    assert_eq!(sorted, expected, "each once");
    assert!(third.attributes("a[rel=next]", "href").is_empty());
    assert!(first.attributes("a[rel=prev]", "href").is_empty());
    let back = world.get(&link(&third, "prev")).await;
    assert_eq!(
        back.attributes(HEADLINES, "href"),
        second.attributes(HEADLINES, "href")
    );
    assert_eq!(world.get("/?before=nonsense").await.status, StatusCode::NOT_FOUND);
}

fn link(page: &Answer, rel: &str) -> String {
    page.attributes(&format!("a[rel={rel}]"), "href").remove(0)
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_picture_is_served_whole_in_part_and_only_when_it_changed(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .db_submission(Sent {
            pictures: 1,
            ..Sent::default()
        })
        .await;
    let path = world.publish(id).await;
    let address = world.get(&path).await.pictures().remove(0);
    let content = b"1280.jpeg of a picture";

    let whole = world.get(&address).await;
    assert_eq!((whole.status, &whole.bytes[..]), (StatusCode::OK, &content[..]));
    assert_eq!(whole.header(header::CONTENT_TYPE), "image/jpeg");
    assert_eq!(whole.header(header::CONTENT_LENGTH), content.len().to_string());
    assert_eq!(
        whole.header(header::CACHE_CONTROL),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(
        whole.header(header::CONTENT_SECURITY_POLICY),
        "default-src 'none'; sandbox"
    );
    assert_eq!(whole.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(whole.header("cross-origin-resource-policy"), "cross-origin");

    let part = ask(&world, &address, &[(header::RANGE, "bytes=5-8")]).await;
    assert_eq!(
        (part.status, &part.bytes[..]),
        (StatusCode::PARTIAL_CONTENT, &b"jpeg"[..])
    );
    assert_eq!(
        part.header(header::CONTENT_RANGE),
        format!("bytes 5-8/{}", content.len())
    );
    assert_eq!(part.header(header::CONTENT_LENGTH), "4");
    let tail = ask(&world, &address, &[(header::RANGE, "bytes=-7")]).await;
    assert_eq!(&tail.bytes[..], b"picture");
    let beyond = ask(&world, &address, &[(header::RANGE, "bytes=500-")]).await;
    assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(
        beyond.header(header::CONTENT_RANGE),
        format!("bytes */{}", content.len())
    );
    let other = [(header::RANGE, "bytes=5-8"), (header::IF_RANGE, "\"another\"")];
    assert_eq!(ask(&world, &address, &other).await.status, StatusCode::OK);

    let held = whole.header(header::ETAG).to_owned();
    let same = ask(&world, &address, &[(header::IF_NONE_MATCH, &held)]).await;
    assert_eq!((same.status, same.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    let head = Request::head(&address).body(Body::empty()).unwrap();
    let head = world.send(Viewer::default(), head).await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
    assert_eq!(head.header(header::CONTENT_LENGTH), content.len().to_string());

    for wrong in [
        "/m/x",
        "/m/AAAAAAAAAAAAAAAAAAAAAA-320.webp",
        &address.replace("1280", "2048"),
    ] {
        assert_eq!(world.get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

async fn ask(world: &World, address: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
    let mut request = Request::get(address);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    world
        .send(Viewer::default(), request.body(Body::empty()).unwrap())
        .await
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_consent_taken_back_hides_the_story_and_its_pictures(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let path = world.publish(id).await;
    let pictures = world.get(&path).await.pictures();
    world.db_set_consent(id, "information_only").await;
    assert_gone(&world, &path, &pictures).await;
}
