//! How readers find stories, from the outside.

use axum::http::StatusCode;
use chrono::{TimeDelta, TimeZone, Utc};
use ground::ids::SubmissionId;
use sqlx::PgPool;

use super::{EACH, Span, archive, search::find};
use crate::{
    search::Question,
    store::find::Side,
    testing::{Sent, World},
};

const HEADLINES: &str = ".card h2 a";

/// Publishes what was sent, with these changes to the form; answers which contribution it is and the address of its page.
async fn publish(world: &World, title: &'static str, changes: &[(&str, &str)]) -> (SubmissionId, String) {
    world.state.clock.advance(TimeDelta::seconds(1));
    let sent = Sent {
        title,
        pictures: 0,
        ..Sent::default()
    };
    let id = world.db_submission(sent).await;
    let answer = world.press(id, "publish", changes).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    (id, answer.header("location").to_owned())
}

async fn headlines(world: &World, path: &str) -> Vec<String> {
    let page = world.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    page.all(HEADLINES)
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_tag_and_a_place_have_pages_however_they_are_typed(pool: PgPool) {
    let world = World::new(pool).await;
    let (first, _) = publish(&world, "One", &[("tags", "لافاو, New York"), ("place", "هەولێر")]).await;
    let (_, path) = publish(&world, "Two", &[("tags", "لافاو"), ("place", "هه‌ولێر")]).await;
    publish(&world, "Three", &[("tags", "")]).await;
    let page = world.get(&path).await;
    let links = page.attributes(".tags a", "href");
    assert_eq!(page.all(".tags a"), ["لافاو"]);
    assert_eq!(
        headlines(&world, &links[0]).await,
        ["Two", "One"],
        "the newest first"
    );
    assert_eq!(headlines(&world, "/tags/new%20york").await, ["One"]);
    assert_eq!(headlines(&world, "/tags/NEW%20%20York!").await, ["One"]);
    let titles = world.get("/tags/new%20york").await.all("h1");
    assert!(titles[0].contains("New York"), "{titles:?}");
    let place = page.attributes(".kicker a", "href");
    assert_eq!(headlines(&world, &place[0]).await, ["Two", "One"]);
    for nothing in [
        "/tags/nothing",
        "/places/nowhere",
        "/tags/%21",
        "/tags/%20",
        "/tags/x?before=y",
    ] {
        assert_eq!(
            world.get(nothing).await.status,
            StatusCode::NOT_FOUND,
            "{nothing}"
        );
    }
    world.db_withdraw(first).await;
    assert_eq!(headlines(&world, &links[0]).await, ["Two"]);
    assert_eq!(world.get("/tags/new%20york").await.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_edit_takes_tags_away_and_brings_others(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, path) = publish(&world, "One", &[("tags", "flood, river")]).await;
    let opened = world.open(id).await;
    assert_eq!(opened.attributes("#tags", "value"), ["flood, river"]);
    world.press(id, "publish", &[("tags", "rescue, FLOOD")]).await;
    assert_eq!(world.get(&path).await.all(".tags a"), ["rescue", "FLOOD"]);
    assert_eq!(world.get("/tags/river").await.status, StatusCode::NOT_FOUND);
    assert_eq!(headlines(&world, "/tags/rescue").await, ["One"]);
    assert_eq!(headlines(&world, "/search?q=rescue").await, ["One"]);
    assert!(headlines(&world, "/search?q=river").await.is_empty());
    let many: Vec<_> = (0..13).map(|n| format!("t{n}")).collect();
    let refused = world.press(id, "publish", &[("tags", &many.join(","))]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.attributes(".error-summary a", "href"), ["#tags"]);
    assert_eq!(refused.attributes("#tags", "value"), [many.join(",")]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_pages_of_a_list_hold_every_story_once_and_lead_there_and_back(pool: PgPool) {
    let world = World::new(pool).await;
    for _ in 0..=EACH {
        publish(&world, "Story", &[("tags", "flood")]).await;
    }
    let first = world.get("/tags/flood").await;
    assert!(first.attributes("a[rel=prev]", "href").is_empty());
    let older = first.attributes("a[rel=next]", "href").remove(0);
    let second = world.get(&older).await;
    assert!(second.attributes("a[rel=next]", "href").is_empty());
    let mut all = first.attributes(HEADLINES, "href");
    all.extend(second.attributes(HEADLINES, "href"));
    assert_eq!(all.len(), EACH + 1);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), EACH + 1);
    let newer = second.attributes("a[rel=prev]", "href").remove(0);
    let back = world.get(&newer).await;
    assert_eq!(
        back.attributes(HEADLINES, "href"),
        first.attributes(HEADLINES, "href")
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_archive_names_months_in_which_there_is_something(pool: PgPool) {
    let world = World::new(pool).await;
    assert!(world.get("/archive").await.all(".months a").is_empty());
    let (old, _) = publish(&world, "Old", &[]).await;
    publish(&world, "New", &[]).await;
    sqlx::query!(
        "update stories set published_at = '2025-02-28T12:00:00Z' where submission_id = $1",
        old.0
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    let archive = world.get("/archive").await;
    let months = archive.attributes(".months a", "href");
    assert_eq!(months.len(), 2);
    assert_eq!(months[1], "/archive/2025-02");
    assert_eq!(
        archive.all(".months a")[1].replace(['\u{2068}', '\u{2069}'], ""),
        "February 2025"
    );
    assert_eq!(headlines(&world, &months[1]).await, ["Old"]);
    assert_eq!(headlines(&world, &months[0]).await, ["New"]);
    for nothing in [
        "/archive/2025-03",
        "/archive/2025-13",
        "/archive/25-02",
        "/archive/2025-2",
        "/archive/x",
    ] {
        assert_eq!(
            world.get(nothing).await.status,
            StatusCode::NOT_FOUND,
            "{nothing}"
        );
    }
    world.db_withdraw(old).await;
    assert_eq!(
        world.get("/archive").await.attributes(".months a", "href"),
        months[..1]
    );
}

#[test]
fn a_month_begins_at_the_midnight_of_the_newsroom() {
    let baghdad = chrono_tz::Asia::Baghdad;
    let first = archive::parse_month("2026-12").unwrap();
    let (from, to) = archive::between(&baghdad, first).unwrap();
    assert_eq!(from, Utc.with_ymd_and_hms(2026, 11, 30, 21, 0, 0).unwrap());
    assert_eq!(to, Utc.with_ymd_and_hms(2026, 12, 31, 21, 0, 0).unwrap());
    // Where the clock goes from 23:59 to 01:00 (Santiago, 2019-09-08 is such a day; Asunción, 2023-10-01 such a month).
    let first = archive::parse_month("2023-10").unwrap();
    assert!(archive::between(&chrono_tz::America::Asuncion, first).is_some());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn words_are_found_however_they_are_typed_and_all_of_them_are_wanted(pool: PgPool) {
    let world = World::new(pool).await;
    publish(
        &world,
        "The river rose",
        &[("body", "At the bridge"), ("place", "Şırnak")],
    )
    .await;
    publish(&world, "كوردستان", &[("body", "لافاو")]).await;
    for (asked, found) in [
        ("river", vec!["The river rose"]),
        ("RIVER%20bridge", vec!["The river rose"]),
        ("brid", vec!["The river rose"]),
        ("sirnak", vec!["The river rose"]),
        (
            "%DA%A9%D9%88%D8%B1%D8%AF%D8%B3%D8%AA%D8%A7%D9%86",
            vec!["كوردستان"],
        ),
        ("river%20nowhere", vec![]),
        ("", vec![]),
        ("%21%3F", vec![]),
        ("%27%20%7C%20%28%29%3A%2A%20%26%20%21", vec![]),
        ("%00", vec![]),
    ] {
        assert_eq!(
            headlines(&world, &format!("/search?q={asked}")).await,
            found,
            "{asked}"
        );
    }
    let page = world.get("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    assert!(!page.text().contains("<script>alert"));
    assert_eq!(page.attributes("#q", "value"), ["<script>alert(1)</script>"]);
    assert_eq!(
        world.get("/search?q=a&before=x").await.status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_takes_their_name_back_is_not_found_by_it(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, _) = publish(&world, "The river", &[]).await;
    assert_eq!(headlines(&world, "/search?q=lovelace").await, ["The river"]);
    world.db_set_consent(id, "anonymous").await;
    assert!(headlines(&world, "/search?q=lovelace").await.is_empty());
    assert!(
        headlines(&world, "/search?q=Ada%20Lovelace%20river")
            .await
            .is_empty()
    );
    assert_eq!(headlines(&world, "/search?q=river").await, ["The river"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_rare_and_what_was_frequent_long_ago_is_found_too(pool: PgPool) {
    let world = World::new(pool).await;
    let (id, _) = publish(&world, "The river", &[("body", "flood")]).await;
    // The flood of some spring, then years without one.
    sqlx::query!(
        "with made as (
             insert into submissions (submission_id, state, title, body, language, consent, consent_at, terms_version,
                                      receipt_hash, form_key_hash, sent_at)
             select gen_random_uuid(), 'published', '', '', 'en', 'anonymous', sent_at, '1',
                    decode(md5(n::text), 'hex'), decode(md5(n::text), 'hex'), sent_at
             from submissions cross join generate_series(1, 1400) as n where submission_id = $1
             returning submission_id
         ), numbered as (select submission_id, row_number() over () as n from made)
         insert into stories (story_id, submission_id, title, body, language, slug, created_at, created_by,
                              published_at, published_by, document)
         select gen_random_uuid(), submission_id, n::text, '', 'en', n::text, '2020-01-01', $2,
                case when n <= 600 then '2022-03-01'::timestamptz else '2024-01-01' end + n * interval '1 minute', $2,
                case when n <= 600 then '''flood'':1A ''@2022-3'':1A'::tsvector else '''calm'':1A ''@2024-1'':1A' end
         from numbered",
        id.0,
        world.editor.0,
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    let now = world.state.clock.now();
    let mut conn = world.state.pool.acquire().await.unwrap();
    let question = Question::parse("flood").unwrap();
    let first = find(&mut conn, &question, None, now).await.unwrap();
    assert_eq!(first.len(), EACH + 1);
    assert!(first.windows(2).all(|two| two[0] > two[1]), "the newest first");
    assert_eq!(first[1].0, Utc.with_ymd_and_hms(2022, 3, 1, 10, 0, 0).unwrap());
    let next = find(&mut conn, &question, Some(first[EACH - 1]), now)
        .await
        .unwrap();
    assert_eq!(next[0], first[EACH], "and on from there");
    let both = Question::parse("calm flood").unwrap();
    assert!(find(&mut conn, &both, None, now).await.unwrap().is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_published_before_there_was_a_search_is_indexed_by_a_job(pool: PgPool) {
    let world = World::new(pool).await;
    let (_, path) = publish(&world, "The river", &[("place", "Hewlêr")]).await;
    sqlx::query!("update stories set document = null, place_folded = null")
        .execute(&world.state.pool)
        .await
        .unwrap();
    sqlx::query!("delete from threads")
        .execute(&world.state.pool)
        .await
        .unwrap();
    assert!(headlines(&world, "/search?q=river").await.is_empty());
    for _ in 0..2 {
        let job = ground::jobs::IndexStories { after: None };
        ground::jobs::enqueue(&mut world.state.pool.acquire().await.unwrap(), &job)
            .await
            .unwrap();
        world.run_jobs().await;
    }
    assert_eq!(headlines(&world, "/search?q=river").await, ["The river"]);
    assert_eq!(headlines(&world, "/places/hewler").await, ["The river"]);
    let threads = sqlx::query_scalar!(r#"select path from threads where ended_at is null"#)
        .fetch_all(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(threads, [path]);
}

#[test]
fn only_a_place_is_a_place() {
    let span = |before: &str| Span {
        before: Some(before.to_owned()),
        after: None,
    };
    assert!(matches!(
        span("1700000000000000.01890b5e-0000-7000-8000-000000000000").side(),
        Ok(Side::Older(Some(_)))
    ));
    for wrong in [
        "",
        ".",
        "1.x",
        "x.01890b5e-0000-7000-8000-000000000000",
        "99999999999999999999.0",
    ] {
        assert!(span(wrong).side().is_err(), "{wrong}");
    }
}
