//! The boxes, on the home page and beside a story.

use std::{collections::HashMap, sync::Arc};

use chrono::TimeDelta;
use ground::{ids::SubmissionId, lang::Lang};
use sqlx::PgPool;

use super::{InviteConfig, Look};
use crate::{
    elsewhere::{Headline, Marks},
    store::elsewhere,
    testing::{Answer, Sent, World},
};

async fn publish(world: &World, title: &'static str) -> (SubmissionId, String) {
    world.state.clock.advance(TimeDelta::minutes(1));
    let sent = Sent {
        title,
        pictures: 0,
        ..Sent::default()
    };
    let id = world.db_submission(sent).await;
    (id, world.publish(id).await)
}

/// Without the marks around names.
fn words(page: &Answer, selector: &str) -> Vec<String> {
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    page.all(selector).into_iter().map(plain).collect()
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_box_names_the_newest_stories_with_their_age_and_says_how_many_there_are(pool: PgPool) {
    let world = World::new(pool).await;
    for title in ["One", "Two", "Three", "Four"] {
        publish(&world, title).await;
    }
    let (last, path) = publish(&world, "Five").await;
    let home = world.get("/").await;
    assert_eq!(home.all(".invite .latest a"), ["Five", "Four", "Three"]);
    assert_eq!(
        words(&home, ".invite .latest time"),
        ["just now", "1 minute ago", "2 minutes ago"]
    );
    assert_eq!(
        words(&home, ".invite .counter"),
        ["5 stories from readers so far"]
    );
    let story = world.get(&path).await;
    assert_eq!(
        story.all("aside .invite .latest a"),
        ["Four", "Three", "Two"],
        "a story is not named beside itself"
    );
    world.db_withdraw(last).await;
    world.take_down(last).await;
    let home = world.get("/").await;
    assert_eq!(home.all(".invite .latest a"), ["Four", "Three", "Two"]);
    assert_eq!(
        words(&home, ".invite .counter"),
        ["4 stories from readers so far"]
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_can_still_be_undone_is_not_counted(pool: PgPool) {
    let world = World::new_with(pool, TimeDelta::seconds(10)).await;
    let id = world.db_submission(Sent::default()).await;
    world.press(id, "publish", &[]).await;
    assert!(world.get("/").await.all(".invite .counter").is_empty());
    world.state.clock.advance(TimeDelta::seconds(10));
    let home = world.get("/").await;
    assert_eq!(words(&home, ".invite .counter"), ["1 story from a reader so far"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_newsroom_gives_the_box_its_own_words_and_look(pool: PgPool) {
    let mut world = World::new(pool).await;
    publish(&world, "One").await;
    let ours = world.get("/").await;
    assert_eq!(words(&ours, ".invite.quiet h2"), ["Be Part of Your Rudaw"]);
    world.restart(|state| {
        let said = |words: &str| HashMap::from([(Lang::Tr, words.to_owned())]);
        state.invite = Arc::new(InviteConfig {
            look: Look::Bold,
            latest: 0,
            counter: false,
            titles: said("<b>Sen de katıl</b>"),
            texts: said("Anlat."),
            buttons: said("Gönder"),
        });
    });
    let turkish = world.get("/?lang=tr").await;
    assert_eq!(turkish.all(".invite.bold h2"), ["<b>Sen de katıl</b>"]);
    assert_eq!(turkish.all(".invite .button"), ["Gönder"]);
    assert!(turkish.all(".invite .latest").is_empty() && turkish.all(".counter").is_empty());
    let english = world.get("/?lang=en").await;
    assert_eq!(words(&english, ".invite.bold h2"), ["Be Part of Your Rudaw"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_readers_say_stands_beside_every_story_until_it_is_taken_away(pool: PgPool) {
    let world = World::new(pool).await;
    let (one, _) = publish(&world, "One").await;
    let (_, other) = publish(&world, "Two").await;
    let said = world.db_comment(one, "<i>I saw it.</i>", "shown").await;
    // The rules may hold What You Say back for a while.
    world.state.clock.advance(TimeDelta::days(1));
    for path in ["/", &other] {
        let page = world.get(path).await;
        assert_eq!(page.all(".box.says blockquote"), ["<i>I saw it.</i>"], "{path}");
        assert_eq!(page.all(".box.says h3"), ["One"], "{path}");
    }
    sqlx::query!(
        "update comments set state = 'removed' where comment_id = $1",
        said.0
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    for path in ["/", &other] {
        assert!(world.get(path).await.all(".box.says").is_empty(), "{path}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn headlines_are_those_of_the_pages_language_and_text(pool: PgPool) {
    let world = World::new(pool).await;
    let now = world.state.clock.now();
    assert!(world.get("/").await.all(".box.elsewhere").is_empty());
    let canary = "\"'><script>alert(1)</script>";
    let headline = |title: &str, language, hours| Headline {
        title: title.to_owned(),
        url: format!("https://www.news.example/{hours}"),
        teaser: canary.to_owned(),
        published_at: Some(now - TimeDelta::hours(hours)),
        language,
    };
    let mut conn = world.state.pool.acquire().await.unwrap();
    let (english, arabic) = (
        [
            headline("Old", Some(Lang::En), 5),
            headline(canary, Some(Lang::En), 2),
        ],
        [headline("خبر", Some(Lang::Ar), 1)],
    );
    for (feed, headlines) in [
        ("https://a.example/", &english[..]),
        ("https://b.example/", &arabic[..]),
    ] {
        elsewhere::replace(&mut conn, feed, headlines, &Marks::default())
            .await
            .unwrap();
    }
    let page = world.get("/?lang=en").await;
    assert_eq!(
        page.all(".elsewhere .headlines a"),
        [canary, "Old"],
        "the newest first"
    );
    assert_eq!(
        words(&page, ".elsewhere .headlines time"),
        ["2 hours ago", "5 hours ago"]
    );
    assert_eq!(page.all(".elsewhere .teaser"), [canary, canary]);
    assert!(!page.text().contains("<script>alert"));
    assert_eq!(words(&page, ".elsewhere h2"), ["Elsewhere on Rudaw"]);
    let page = world.get("/?lang=ar").await;
    assert_eq!(page.all(".elsewhere .headlines a"), ["خبر"]);
    let page = world.get("/?lang=tr").await;
    assert_eq!(
        page.all(".elsewhere .headlines a").len(),
        3,
        "where there are none, all"
    );
    assert_eq!(
        page.attributes(".elsewhere .headlines a", "dir"),
        ["rtl", "ltr", "ltr"]
    );
}
