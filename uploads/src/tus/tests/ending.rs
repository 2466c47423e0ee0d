use chrono::TimeDelta;
use ground::jobs::{self, Runners, SweepUploads};

use super::*;
use crate::{claim, runners};

async fn taken_back(door: &Door) {
    let unfinished = door.create(20 << 20).await;
    door.patch(&unfinished, 0, noise(9 << 20)).await;
    let finished = door.create(3).await;
    door.patch(&finished, 0, "abc").await;
    for path in [&unfinished, &finished] {
        assert_eq!(
            door.ask("DELETE", path, &[], "").await.status,
            StatusCode::NO_CONTENT
        );
        for method in ["HEAD", "PATCH", "DELETE"] {
            let answer = door.ask(method, path, &[CHUNK, ("upload-offset", "0")], "").await;
            answer.refused(404, "not_found");
        }
    }
    assert_eq!(door.objects("").await, 0);
    assert_eq!(crate::testing::rows(&door.state.acceptor).await, (0, 0));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_taken_back_leaves_nothing(pool: PgPool) {
    taken_back(&Door::on_disk(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_is_taken_back_leaves_nothing_on_s3(pool: PgPool) {
    taken_back(&Door::on_s3(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn who_does_not_have_the_secret_finds_nothing(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let path = door.create(5).await;
    let id = token(&path).upload_id();
    let other = door.create(5).await;
    let swapped = format!("/uploads/{id}.{}", other.split_once('.').unwrap().1);
    for guess in [
        swapped,
        format!("/uploads/{id}.x"),
        format!("/uploads/{id}"),
        "/uploads/..%2F..%2Fetc%2Fpasswd".to_owned(),
        "/uploads/%00".to_owned(),
    ] {
        for method in ["HEAD", "PATCH", "DELETE"] {
            let answer = door
                .ask(method, &guess, &[CHUNK, ("upload-offset", "0")], "")
                .await;
            answer.refused(404, "not_found");
        }
    }
    door.ask("GET", &path, &[], "").await.refused(405, "wrong_method");
    assert_eq!(door.offset(&path).await, 0);
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn what_became_part_of_a_contribution_is_not_taken_back_here(pool: PgPool) {
    let door = Door::on_disk(&pool).await;
    let path = door.create(3).await;
    door.patch(&path, 0, "abc").await;
    let mut conn = pool.acquire().await.unwrap();
    claim(&mut conn, &[token(&path)], door.state.acceptor.clock.now())
        .await
        .unwrap();
    door.ask("DELETE", &path, &[], "").await.refused(404, "not_found");
    assert_eq!(door.db_bytes(&path).await, b"abc");
}

async fn sweep(door: &Door) {
    let acceptor = &door.state.acceptor;
    let mut conn = acceptor.pool.acquire().await.unwrap();
    jobs::enqueue(&mut conn, &SweepUploads {}).await.unwrap();
    drop(conn);
    runners(Runners::default(), acceptor, TimeDelta::hours(1))
        .run_pending(&acceptor.pool)
        .await
        .unwrap();
}

async fn expires(door: &Door) {
    let path = door.create(20 << 20).await;
    door.patch(&path, 0, noise(9 << 20)).await;
    let clock = &door.state.acceptor.clock;
    clock.advance(TimeDelta::days(6));
    sweep(door).await;
    // Each byte gives it another week.
    let answer = door.patch(&path, 9 << 20, "more").await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.body);
    clock.advance(TimeDelta::days(6));
    sweep(door).await;
    assert_eq!(door.offset(&path).await, (9 << 20) + 4);
    clock.advance(TimeDelta::days(2));
    door.ask("HEAD", &path, &[], "").await.refused(404, "not_found");
    sweep(door).await;
    assert_eq!(door.objects("").await, 0);
    assert_eq!(crate::testing::rows(&door.state.acceptor).await, (0, 0));
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_upload_waits_a_week_for_its_next_byte_and_then_leaves_nothing(pool: PgPool) {
    expires(&Door::on_disk(&pool).await).await;
}

#[sqlx::test(migrator = "ground::db::MIGRATOR")]
async fn an_upload_to_s3_waits_a_week_for_its_next_byte_and_then_leaves_nothing(pool: PgPool) {
    expires(&Door::on_s3(&pool).await).await;
}
