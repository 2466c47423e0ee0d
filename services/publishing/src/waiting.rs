//! Tests: a story that was published and can still be undone is seen by nobody.

use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use ground::{
    ids::SubmissionId,
    jobs::{self, RetractStory},
};
use sqlx::PgPool;

use crate::testing::{Sent, World};

/// A desk at which a publication can be undone for ten seconds.
async fn world(pool: PgPool) -> World {
    World::new_with(pool, TimeDelta::seconds(10)).await
}

/// Publishes what was sent; answers where its page will be, and the names of its pictures.
async fn publish(world: &World, id: SubmissionId) -> (String, Vec<String>) {
    let answer = world.press(id, "publish", &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert_eq!(
        answer.header(header::LOCATION),
        format!("/desk/submissions/{id}?done=published"),
        "its editor is led to where it can be undone"
    );
    let path = sqlx::query_scalar!(
        "select story_path from submissions where submission_id = $1",
        id.0
    )
    .fetch_one(&world.state.pool)
    .await
    .unwrap();
    let names = sqlx::query_scalar!(r#"select public_name as "name!" from story_pictures order by position"#)
        .fetch_all(&world.state.pool)
        .await
        .unwrap();
    let pictures = names.iter().map(|name| format!("/m/{name}-320.webp")).collect();
    (path.unwrap(), pictures)
}

/// What `POST /desk/undo` does to the contribution, and the job that it asks for.
async fn db_undo(world: &World, id: SubmissionId) {
    sqlx::query!(
        "update submissions set state = 'accepted', story_path = null, settles_at = null, version = version + 1
         where submission_id = $1",
        id.0
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    let job = RetractStory { submission_id: id };
    jobs::enqueue(&mut world.state.pool.acquire().await.unwrap(), &job)
        .await
        .unwrap();
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn until_it_settles_no_door_of_the_public_knows_it_and_from_then_on_all_do(pool: PgPool) {
    let world = world(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let published = world.state.clock.now();
    let (path, pictures) = publish(&world, id).await;
    assert_eq!(pictures.len(), 2);
    for seconds in [0, 9] {
        world.state.clock.advance(TimeDelta::seconds(seconds));
        assert_eq!(world.get(&path).await.status, StatusCode::NOT_FOUND);
        assert!(!world.get("/").await.text().contains("The river"));
        for picture in &pictures {
            assert_eq!(world.get(picture).await.status, StatusCode::NOT_FOUND);
        }
    }
    assert!(world.open(id).await.all(".notice.warn")[0].contains("until then you can undo it"));
    world.state.clock.advance(TimeDelta::seconds(1));
    assert_eq!(world.get(&path).await.status, StatusCode::OK);
    assert!(world.get("/").await.text().contains("The river"));
    for picture in &pictures {
        assert_eq!(world.get(picture).await.status, StatusCode::OK);
    }
    let told = sqlx::query_scalar!(r#"select published_at as "at!" from stories"#)
        .fetch_one(&world.state.pool)
        .await
        .unwrap();
    assert_eq!(
        told - published,
        TimeDelta::seconds(10),
        "one time is told everywhere"
    );
    // A change of what is public is not held back.
    let changed = world.press(id, "publish", &[("title", "The river, again")]).await;
    assert_eq!(changed.header(header::LOCATION), path);
    assert!(world.get(&path).await.text().contains("The river, again"));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_was_undone_never_was_and_can_be_published_again(pool: PgPool) {
    let world = world(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let (path, _) = publish(&world, id).await;
    db_undo(&world, id).await;
    world.state.clock.advance(TimeDelta::minutes(1));
    assert_eq!(
        world.get(&path).await.status,
        StatusCode::NOT_FOUND,
        "not even gone"
    );
    world.run_jobs().await;
    assert!(world.db_public().await.is_empty());
    assert_eq!(world.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        world.open(id).await.attributes("#title", "value"),
        ["The river after the flood"]
    );
    let (path, pictures) = publish(&world, id).await;
    world.state.clock.advance(TimeDelta::minutes(1));
    assert_eq!(world.get(&path).await.status, StatusCode::OK);
    assert_eq!(world.get(&pictures[0]).await.status, StatusCode::OK);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_publishes_again_before_the_draft_is_one_again_is_faster(pool: PgPool) {
    let world = world(pool).await;
    let id = world.db_submission(Sent::default()).await;
    publish(&world, id).await;
    db_undo(&world, id).await;
    let (path, pictures) = publish(&world, id).await;
    world.run_jobs().await;
    world.state.clock.advance(TimeDelta::minutes(1));
    assert_eq!(world.get(&path).await.status, StatusCode::OK);
    for picture in pictures {
        assert_eq!(world.get(&picture).await.status, StatusCode::OK);
    }
    assert_eq!(world.db_public().await.len(), 8);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_its_contributor_takes_back_in_time_leaves_no_trace(pool: PgPool) {
    let world = world(pool).await;
    let id = world.db_submission(Sent::default()).await;
    let (path, _) = publish(&world, id).await;
    world.db_withdraw(id).await;
    let job = jobs::WithdrawStory { submission_id: id };
    jobs::enqueue(&mut world.state.pool.acquire().await.unwrap(), &job)
        .await
        .unwrap();
    world.run_jobs().await;
    world.state.clock.advance(TimeDelta::minutes(1));
    assert_eq!(world.get(&path).await.status, StatusCode::NOT_FOUND);
    assert!(world.db_public().await.is_empty());
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn where_two_have_to_say_yes_one_is_not_enough_to_publish(pool: PgPool) {
    let world = world(pool).await;
    let id = world.db_submission(Sent::default()).await;
    sqlx::query!("insert into desk_categories (category, two_people) values ('sources', true)")
        .execute(&world.state.pool)
        .await
        .unwrap();
    let opened = world.open(id).await;
    sqlx::query!(
        "update submissions set category = 'sources' where submission_id = $1",
        id.0
    )
    .execute(&world.state.pool)
    .await
    .unwrap();
    let refused = world
        .post(id, &crate::testing::typed(&opened, "publish", &[]))
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.attributes(".error-summary a", "href"), ["#action"]);
    assert_eq!(world.db_count_stories().await, 0);
    assert!(world.db_public().await.is_empty());
}
