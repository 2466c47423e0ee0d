use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use ground::{
    blobs::{BlobKey, PublicName, Rendition},
    ids::SubmissionId,
    jobs::{self, SweepPublic},
    viewer::{Role, Viewer},
};
use sqlx::PgPool;

use crate::testing::{Sent, World, post, typed};

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_composed_is_on_the_page_and_its_pictures_are_public(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let opened = world.open(id).await;
    assert_eq!(
        opened.attributes("input[name=credit][checked]", "value"),
        ["name"]
    );
    assert!(!opened.text().contains("Lovelace"), "the desk does not see it");
    assert_eq!(opened.all("aside h3"), ["The river after the flood"]);
    let caption = opened.attributes("textarea[name^=caption]", "name")[1].clone();
    let orders = opened.attributes("input[name^=order]", "name");
    let changes = [
        ("title", "After the flood"),
        (&caption, "The bridge"),
        (&orders[0], "2"),
        (&orders[1], "1"),
    ];
    let answer = world.press(id, "publish", &changes).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());

    let page = world.get(answer.header(header::LOCATION)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.all("h1"), ["After the flood"]);
    assert_eq!(
        page.all(".prose p"),
        ["First paragraph,second line.", "Second paragraph."]
    );
    assert!(page.all("article header .meta")[0].contains("Ada Lovelace"));
    assert!(
        page.all("figcaption")[0].contains("The bridge"),
        "the second picture comes first"
    );
    assert_eq!(page.pictures().len(), 2);
    for address in page.pictures() {
        assert_eq!(world.get(&address).await.status, StatusCode::OK, "{address}");
    }
    // Two pictures, two widths, two formats.
    assert_eq!(world.db_public().await.len(), 8);
    let submission = sqlx::query!(
        r#"select state::text as "state!", title, story_path from submissions where submission_id = $1"#,
        id.0
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    assert_eq!(submission.state, "published");
    assert_eq!(
        submission.title, "The river after the flood",
        "what was sent stays as it was"
    );
    assert_eq!(
        submission.story_path.as_deref(),
        Some(answer.header(header::LOCATION))
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn looking_at_the_form_writes_nothing_and_a_draft_is_not_public(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    assert_eq!(world.open(id).await.status, StatusCode::OK);
    assert_eq!(world.db_count_stories().await, 0);
    let answer = world.press(id, "save", &[("title", "A draft")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(world.db_count_stories().await, 1);
    assert!(world.db_public().await.is_empty());
    assert_eq!(world.open(id).await.attributes("#title", "value"), ["A draft"]);
    assert!(!world.get("/").await.text().contains("A draft"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn without_the_contributors_yes_nothing_goes_out(pool: PgPool) {
    let world = World::new(pool).await;
    for consent in ["ask_first", "information_only"] {
        let id = world
            .db_submission(Sent {
                consent,
                ..Sent::default()
            })
            .await;
        let opened = world.open(id).await;
        assert_eq!(
            opened.attributes("button[value=publish][disabled]", "value"),
            ["publish"]
        );
        assert!(!opened.all(".why-not")[0].is_empty());
        let answer = world.press(id, "publish", &[("title", "Typed before")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.attributes(".error-summary a", "href"), ["#action"]);
        assert_eq!(answer.attributes("#title", "value"), ["Typed before"]);
    }
    assert!(world.db_public().await.is_empty());
    assert_eq!(world.db_count_stories().await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_anonymous_contributors_name_is_nowhere(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world
        .db_submission(Sent {
            consent: "anonymous",
            ..Sent::default()
        })
        .await;
    let opened = world.open(id).await;
    assert!(opened.attributes("input[name=byline]", "value").is_empty());
    let mut fields = typed(&opened, "publish", &[]);
    fields.push(("byline".to_owned(), "Ada Lovelace".to_owned()));
    let answer = world.post(id, &fields).await;
    let page = world.get(answer.header(header::LOCATION)).await;
    assert_eq!(page.status, StatusCode::OK);
    for shown in [page.text(), world.get("/").await.text()] {
        assert!(!shown.contains("Lovelace") && !shown.contains("ada@reader.example"));
        assert!(shown.contains("Sent by a reader"));
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_takes_the_name_back_is_unnamed_at_once(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let path = world.publish(id).await;
    assert!(world.get(&path).await.text().contains("Ada Lovelace"));
    world.db_set_consent(id, "anonymous").await;
    for shown in [world.get(&path).await, world.get("/").await] {
        assert_eq!(shown.status, StatusCode::OK);
        assert!(!shown.text().contains("Lovelace"));
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_stale_version_is_refused_in_words_and_what_was_typed_stays(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let opened = world.open(id).await;
    world.press(id, "save", &[("title", "Faster")]).await;
    for action in ["save", "publish"] {
        let answer = world
            .post(id, &typed(&opened, action, &[("title", "Slower")]))
            .await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.all(".notice")[0].contains("faster"));
        assert_eq!(answer.attributes("#title", "value"), ["Slower"]);
    }
    assert!(world.db_public().await.is_empty());
    assert_eq!(world.open(id).await.attributes("#title", "value"), ["Faster"]);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn published_twice_and_twice_at_once_it_is_one_story_with_one_set_of_copies(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let fields = typed(&world.open(id).await, "publish", &[]);
    let (one, other) = tokio::join!(world.post(id, &fields), world.post(id, &fields));
    let again = world.post(id, &fields).await;
    for answer in [&one, &other, &again] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        assert_eq!(answer.header(header::LOCATION), one.header(header::LOCATION));
    }
    assert_eq!(world.db_count_stories().await, 1);
    assert_eq!(
        world.db_public().await.len(),
        8,
        "the slower one's copies are gone"
    );
    let mut other = fields.clone();
    other.iter_mut().find(|(name, _)| name == "title").unwrap().1 = "Another title".to_owned();
    assert_eq!(world.post(id, &other).await.status, StatusCode::CONFLICT);
    assert_eq!(world.db_public().await.len(), 8);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn two_editors_publishing_different_words_at_once_make_one_story(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let opened = world.open(id).await;
    let (mine, yours) = (
        typed(&opened, "publish", &[("title", "Mine")]),
        typed(&opened, "publish", &[("title", "Yours")]),
    );
    let (mine, yours) = tokio::join!(world.post(id, &mine), world.post(id, &yours));
    let mut statuses = [mine.status, yours.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
    assert_eq!(world.db_count_stories().await, 1);
    assert_eq!(world.db_public().await.len(), 8);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_edit_adds_and_removes_public_pictures(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let path = world.publish(id).await;
    let before = world.get(&path).await.pictures();

    // The first picture goes: its box is not ticked.
    let mut fields = typed(&world.open(id).await, "publish", &[("body", "New words")]);
    let first = fields.iter().position(|(name, _)| name == "use").unwrap();
    fields.remove(first);
    assert_eq!(
        world.post(id, &fields).await.header(header::LOCATION),
        path,
        "the address stays"
    );
    let page = world.get(&path).await;
    assert_eq!(page.all(".prose p"), ["New words"]);
    assert_eq!(
        page.pictures(),
        before[1..],
        "a picture that stays keeps its name"
    );
    assert_eq!(world.get(&before[0]).await.status, StatusCode::NOT_FOUND);
    world.run_jobs().await;
    assert_eq!(world.db_public().await.len(), 4);

    // And comes back, under a new name. "Save" is enough for a story that is public.
    let mut fields = typed(&world.open(id).await, "save", &[]);
    let unused = world
        .open(id)
        .await
        .attributes("input[name=use]:not([checked])", "value");
    fields.push(("use".to_owned(), unused[0].clone()));
    assert_eq!(world.post(id, &fields).await.status, StatusCode::SEE_OTHER);
    let after = world.get(&path).await.pictures();
    assert_eq!(after.len(), 2);
    assert!(!after.contains(&before[0]));
    assert_eq!(world.db_public().await.len(), 8);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn only_what_was_accepted_becomes_a_story(pool: PgPool) {
    let world = World::new(pool).await;
    for state in ["received", "in_review", "needs_reply", "spam"] {
        let id = world
            .db_submission(Sent {
                state,
                ..Sent::default()
            })
            .await;
        assert_eq!(world.open(id).await.status, StatusCode::CONFLICT, "{state}");
        let fields = [
            ("title".to_owned(), "T".to_owned()),
            ("action".to_owned(), "publish".to_owned()),
        ];
        assert_eq!(
            world.post(id, &fields).await.status,
            StatusCode::CONFLICT,
            "{state}"
        );
    }
    let withdrawn = world.db_submission(Sent::default()).await;
    let fields = typed(&world.open(withdrawn).await, "publish", &[]);
    world.db_withdraw(withdrawn).await;
    assert_eq!(world.post(withdrawn, &fields).await.status, StatusCode::CONFLICT);
    assert_eq!(world.db_count_stories().await, 0);
    assert!(world.db_public().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn a_bad_form_comes_back_with_everything_typed_and_every_problem(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let opened = world.open(id).await;
    let order = opened.attributes("input[name^=order]", "name")[0].clone();
    let long = "x".repeat(121);
    let changes = [
        ("title", " "),
        ("place", long.as_str()),
        (&order, "first"),
        ("body", "Kept"),
    ];
    let answer = world.press(id, "publish", &changes).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.attributes(".error-summary a", "href"),
        ["#title", "#place", "#pictures"]
    );
    assert_eq!(answer.all("#body"), ["Kept"]);
    assert_eq!(answer.attributes("#place", "value"), [long]);
    assert_eq!(answer.attributes(&format!("#{order}"), "value"), ["first"]);
    for target in answer.attributes(".error-summary a", "href") {
        assert_eq!(answer.attributes(&target, "id").len(), 1, "{target}");
    }
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn to_outsiders_the_form_does_not_exist(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let fields = typed(&world.open(id).await, "publish", &[]);
    for viewer in [Viewer::default(), world.viewer(None)] {
        let path = format!("/desk/submissions/{id}/story");
        let get = Request::get(&path).body(Body::empty()).unwrap();
        assert_eq!(
            world.send(viewer.clone(), get).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            world.send(viewer.clone(), post(id, &fields)).await.status,
            StatusCode::NOT_FOUND
        );
        let delete = Request::delete(&path).body(Body::empty()).unwrap();
        assert_eq!(world.send(viewer, delete).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(world.db_count_stories().await, 0);
    let nobody = SubmissionId(uuid::Uuid::from_u128(1));
    assert_eq!(world.open(nobody).await.status, StatusCode::NOT_FOUND);
    let nonsense = Request::get("/desk/submissions/x/story")
        .body(Body::empty())
        .unwrap();
    assert_eq!(
        world
            .send(world.viewer(Some(Role::Editor)), nonsense)
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn the_sweep_deletes_what_a_crash_left_and_nothing_else(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let path = world.publish(id).await;
    let shown = world.db_public().await;
    // What a publication leaves that died between copying and writing.
    let orphan = BlobKey::public(PublicName::mint(), "320.webp".parse::<Rendition>().unwrap());
    world
        .state
        .blobs
        .put_bytes(&orphan, "x".into(), "image/webp")
        .await
        .unwrap();

    sweep(&world).await;
    assert_eq!(
        world.db_public().await.len(),
        shown.len() + 1,
        "it may still be under way"
    );
    world.state.clock.advance(TimeDelta::hours(2));
    sweep(&world).await;
    assert_eq!(world.db_public().await, shown);
    for address in world.get(&path).await.pictures() {
        assert_eq!(world.get(&address).await.status, StatusCode::OK);
    }
}

async fn sweep(world: &World) {
    jobs::enqueue(&mut world.state.pool.acquire().await.unwrap(), &SweepPublic {})
        .await
        .unwrap();
    world.run_jobs().await;
}
